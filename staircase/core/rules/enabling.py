"""Enabling assignments, which run beside the staircase to carry the others. Gaps."""

from collections.abc import Iterator

from staircase.core.rules.rule import Case, Hit


def enables_nothing(case: Case) -> Iterator[Hit]:
    """Open enabling assignment that no open assignment depends on."""
    if case.known.is_open and case.known.id not in case.scene.needed:
        yield Hit()
