"""A change: what is otherwise between two portfolios, in the programme's terms. It holds no sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from staircase.core.comparison.kinds import KINDS, Direction
from staircase.core.finding import NO_TERMS, Subject
from staircase.core.source import Span
from staircase.core.table import KeyPath
from staircase.core.term import Said, Term, Word

NOTHING = Word("change.nothing")
"""What stands before or after where there is no value."""


@dataclass(frozen=True, slots=True)
class Side:
    """Where a changed thing stands on one side, and what it says there.

    Attributes:
        path: the file, relative to the portfolio.
        keys: the place in it.
        value: what it says there.
        terms: what a sentence tells of it besides.
        span: the very place, where no key path leads to it.
    """

    path: str
    keys: KeyPath
    value: Term | None = None
    terms: Mapping[str, Term] = field(default_factory=lambda: NO_TERMS)
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    Attributes:
        kind: a key of ``KINDS``.
        subject: whom it is about, as named after the change.
        was: whom it is about, as named before it; another id only where it was renamed.
        item: the benefit, trial, roadmap item, step, document, setting or key within the subject.
        before: where it stood; ``None`` where it was not.
        after: where it stands; ``None`` where it is no more.
    """

    kind: str
    subject: Subject
    was: Subject
    item: str | None = None
    before: Side | None = None
    after: Side | None = None

    @property
    def direction(self) -> Direction:
        """Where it leads."""
        return KINDS[self.kind].direction

    @property
    def message(self) -> Said:
        """What changed, to be said of its subject."""
        main = self.after or self.before
        terms = dict(main.terms) if main else {}
        return Said(f"change.{self.kind}", {**terms, "before": _value(self.before), "after": _value(self.after)})


def mirrored(change: Change) -> Change:
    """The same change as seen from the other side."""
    kind = KINDS[change.kind].mirror
    return Change(kind, change.was, change.subject, change.item, change.after, change.before)


def _value(side: Side | None) -> Term:
    return NOTHING if side is None or side.value is None else side.value
