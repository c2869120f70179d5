"""A target that asks for nothing. An error."""

from collections.abc import Iterator

from staircase.core.rules.rule import FileCase, Hit
from staircase.core.term import Quantity


def flat_target(case: FileCase) -> Iterator[Hit]:
    """T.value = B.value, whatever the day."""
    for number, benefit in enumerate(case.entry.assignment.benefits):
        baseline, target = benefit.baseline, benefit.target
        if baseline and target and baseline.value.as_integer_ratio() == target.value.as_integer_ratio():
            unit = benefit.measure.unit if benefit.measure else ""
            yield Hit(("benefits", number, "target", "value"), {"value": Quantity(target.value, unit)}, benefit.id)
