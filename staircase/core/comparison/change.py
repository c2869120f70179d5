"""A change between two portfolios, in the programme's terms: its kind, its two sides, and whom it is about."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Generic, Literal, TypeVar

from staircase.core.comparison.kinds import KINDS, Direction, Weight
from staircase.core.comparison.shift import FigureShift
from staircase.core.finding import NO_TERMS, Subject
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.model.value import Part
from staircase.core.rules.table import ERRORS
from staircase.core.term import Code, Name, Said, Term, Word
from staircase.core.yaml.source import KeyPath, Span

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
class Decision:
    """How a value came to be another one.

    ``anew``: the one before it stands in ``was``, up to a day. ``undone``: it came back from there. ``corrected``: it
    was written over, and the reports of earlier days are otherwise, too.
    """

    kind: Literal["anew", "undone", "corrected"]
    until: date | None = None
    why: str | None = None

    def said(self, message: Said) -> Said:
        """What changed, with how it was decided."""
        terms: dict[str, Term] = {"message": message}
        if self.until:
            terms["until"] = self.until
        if self.kind == "anew" and self.why:
            return Said("change.decision.anew.why", {**terms, "why": Name(self.why)})
        return Said(f"change.decision.{self.kind}", terms)


_MIRRORED: Mapping[str, Literal["anew", "undone", "corrected"]] = MappingProxyType(
    {"anew": "undone", "undone": "anew", "corrected": "corrected"}
)
"""What a decision is when the sides change places."""


_OF_ERRORS: Mapping[str, str] = MappingProxyType({"gaps_opened": "errors_opened", "gaps_closed": "errors_closed"})
"""What the parts of a headline that count gaps are called where they are errors."""


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
        decision: how one value took the place of another, of what can be decided anew.
        figures: of what a benefit's figures are made of, what they were and are.
        cause: of a finding, the change that newly asks for it, or that took away what it was about.
    """

    kind: str
    subject: Subject
    was: Subject
    item: str | None = None
    before: Side | None = None
    after: Side | None = None
    decision: Decision | None = None
    cause: "Change | None" = None
    figures: FigureShift | None = None

    @property
    def direction(self) -> Direction:
        """Where it leads."""
        return KINDS[self.kind].direction

    @property
    def rule(self) -> str:
        """The rule whose finding came or went; empty for other changes."""
        side = self.after or self.before
        rule = side.terms.get("rule") if side else None
        return rule.text if isinstance(rule, Code) else ""

    @property
    def weight(self) -> Weight:
        """How much a reviewer has to know of it: what is wrong weighs as much as what became worse."""
        return Weight.WORSE if self.kind == "finding-new" and self.rule in ERRORS else KINDS[self.kind].weight

    @property
    def part(self) -> str:
        """What it counts as in a headline: errors are no gaps."""
        part = KINDS[self.kind].part
        return _OF_ERRORS.get(part, part) if self.rule in ERRORS else part

    @property
    def message(self) -> Said:
        """What changed, to be said of its subject."""
        main = self.after or self.before
        terms = dict(main.terms) if main else {}
        said = Said(f"change.{self.kind}", {**terms, "before": _value(self.before), "after": _value(self.after)})
        said = self.decision.said(said) if self.decision else said
        return (self.figures and self.figures.said(said)) or said


def mirrored(change: Change) -> Change:
    """The same change as seen from the other side, but for what follows from it and what it does to figures."""
    kind = KINDS[change.kind].mirror
    decided = change.decision and replace(change.decision, kind=_MIRRORED[change.decision.kind])
    return Change(kind, change.was, change.subject, change.item, change.after, change.before, decided)


def _value(side: Side | None) -> Term:
    return NOTHING if side is None or side.value is None else side.value


Model = TypeVar("Model", bound=Part)
Sides = tuple[Side | None, Side | None]
"""A place before and after; ``None`` where there is none."""


@dataclass(frozen=True, slots=True)
class View(Generic[Model]):
    """One side: whom it is about, its file, and what the file says."""

    subject: Subject
    path: str
    model: Model

    def side(self, keys: KeyPath, value: Term | None = None, /, **terms: Term) -> Side:
        """A place on this side, what it says, and what a sentence tells of it besides."""
        return Side(self.path, keys, value, terms)


@dataclass(frozen=True, slots=True)
class Pair(Generic[Model]):
    """Both sides on a day, by the ids of now: later facts are not known."""

    day: date
    before: View[Model]
    after: View[Model]

    def told(self, kind: str, sides: Sides, item: str | None = None) -> Change:
        """A change in this kind's own direction."""
        return Change(kind, self.after.subject, self.before.subject, item, *sides)

    def turned(self, sign: int, kind: str, sides: Sides, item: str | None = None) -> Change:
        """A change in this kind's direction, or in its mirror's where the sign is negative."""
        return self.told(kind if sign > 0 else KINDS[kind].mirror, sides, item)

    def came(self, kind: str, sides: Sides, item: str | None = None) -> Iterator[Change]:
        """What came, or in the mirror's kind of what went; nothing where it is on both sides or on none."""
        before, after = sides
        if (before is None) != (after is None):
            yield self.turned(1 if after else -1, kind, sides, item)

    def differing(self, kind: str, sides: Sides, item: str | None = None) -> Iterator[Change]:
        """A value that is on both sides and is not the same."""
        before, after = sides
        if before and after and before.value != after.value:
            yield self.told(kind, sides, item)

    def sides(self, read: Callable[[View[Model]], Side | None]) -> Sides:
        """What is read of both sides."""
        return read(self.before), read(self.after)

    def known(self, day: date | None) -> date | None:
        """A day, if it has come."""
        return day if day and day <= self.day else None


AssignmentPair = Pair[Assignment]
ProgramPair = Pair[Program]


def sign(difference: Fraction | int) -> int:
    """1 for more than nothing, -1 for less, else 0."""
    return (difference > 0) - (difference < 0)


def later(before: date, after: date) -> int:
    """1 when the second day is the later one, -1 when it is the earlier, else 0."""
    return sign((after - before).days)
