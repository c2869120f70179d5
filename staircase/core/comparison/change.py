"""A change between two portfolios, in the programme's terms: its kind, its sides, whom it is about, and its figures."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Generic, Literal, NamedTuple, TypeVar

from staircase.core.assess import Assessment
from staircase.core.comparison.kinds import KINDS, Direction, Weight
from staircase.core.figures import BenefitFigures
from staircase.core.finding import NO_TERMS, Subject
from staircase.core.flow import at_once
from staircase.core.model import Part
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS
from staircase.core.source import KeyPath, Span
from staircase.core.term import Code, Money, Name, Said, Share, Term, Word, largest
from staircase.core.totals import BenefitKind, KindTotals, kind_of, kind_totals

_UNSET = Word("shift.unset")
"""What stands for a figure whose ingredients are missing."""

MONEY = ("potential", "now", "taken_home")


class BenefitValues(NamedTuple):
    """A benefit's kind and figures on one side (``core/figures.py``): the share of 1, money a year."""

    kind: BenefitKind
    share: Fraction | None
    planned: Fraction | None
    potential: Fraction | None
    now: Fraction | None
    taken_home: Fraction | None

    @classmethod
    def of(cls, figures: BenefitFigures) -> "BenefitValues":
        """The values of a benefit's figures."""
        shares = (figures.realised, figures.planned)
        return cls(kind_of(figures), *shares, figures.potential, figures.now, figures.taken_home)


class FigureShift(NamedTuple):
    """A benefit's figures before and after, ``None`` where it is not; ``is_measured`` where a measurement came."""

    before: BenefitValues | None
    after: BenefitValues | None
    is_measured: bool = False

    def said(self, message: Term) -> Said | None:
        """A message with what the change does to the figures; none where they stay what they were."""
        parts = tuple(self._way() if self.is_measured else self._parts())
        return Said("shift", {"message": message, "figures": listed(parts)}) if parts else None

    def _way(self) -> Iterator[Said]:
        """How much of the way is gone, and how much was planned."""
        share, planned = (self.after.share, self.after.planned) if self.after else (None, None)
        if share is not None and planned is not None:
            yield Said("shift.way.planned", {"share": Share(share), "planned": Share(planned)})
        elif share is not None:
            yield Said("shift.way", {"share": Share(share)})

    def _parts(self) -> Iterator[Said]:
        before, after = self.before, self.after
        shares = (before and before.share, after and after.share)
        if shares[0] != shares[1]:
            yield Said("shift.share", _sides([None if share is None else Share(share) for share in shares]))
        if before and after and before.kind != after.kind:
            kinds = {"was": Word(f"kind.{before.kind}"), "now": Word(f"kind.{after.kind}")}
            for key, amounts in _amounts(before, after):
                if amounts != [None, None]:
                    yield Said(f"shift.{key}.kinds", {**_sides(amounts), **kinds})
        else:
            yield from moved_amounts(before, after)


def moved_amounts(
    before: BenefitValues | KindTotals | None, after: BenefitValues | KindTotals | None
) -> Iterator[Said]:
    """The money that is otherwise, of a benefit or of a whole kind."""
    for key, amounts in _amounts(before, after):
        if amounts[0] != amounts[1]:
            yield Said(f"shift.{key}", _sides(amounts))


def _amounts(before: object, after: object) -> Iterator[tuple[str, list[Money | None]]]:
    for key in MONEY:
        amounts: list[Fraction | None] = [getattr(side, key, None) for side in (before, after)]
        most = largest(*amounts)
        yield key, [None if amount is None else Money(amount, beside=most) for amount in amounts]


def _sides(values: Sequence[Term | None]) -> dict[str, Term]:
    before, after = (_UNSET if value is None else value for value in values)
    return {"before": before, "after": after}


def listed(terms: Iterable[Term]) -> Term:
    """Several terms, one after the other with commas; a sentence has a place for each of its terms."""
    said, *others = terms
    for term in others:
        said = Said("listed", {"first": said, "rest": term})
    return said


class PortfolioSums(NamedTuple):
    """How many assignments are open of how many may be at once, and each kind's sums, as reports show them."""

    open: int
    at_once: int
    kinds: Mapping[BenefitKind, KindTotals]


class PortfolioShift(NamedTuple):
    """The sums of both sides, and how many files of each could not be read and are in none of them.

    ``None`` stands for the sums of a side whose programme could not be read, or that has no portfolio.
    """

    before: PortfolioSums | None
    after: PortfolioSums | None
    unread: tuple[int, int] = (0, 0)

    @property
    def lines(self) -> tuple[Said, ...]:
        """What is otherwise of the whole: what is open, each kind of money, and the files that no sum holds."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Said]:
        if self.before and self.after:
            yield from _of_open(self.before, self.after)
            yield from _of_money(self.before, self.after)
            if any(self.unread):
                yield Said("diff.sums.partial", {"before": self.unread[0], "after": self.unread[1]})
        else:
            yield Said("diff.sums.none", {})


def _of_open(before: PortfolioSums, after: PortfolioSums) -> Iterator[Said]:
    if (before.open, before.at_once) != (after.open, after.at_once):
        yield Said("diff.open", {"before": before.open, "after": after.open, "at_once": after.at_once})


def _of_money(before: PortfolioSums, after: PortfolioSums) -> Iterator[Said]:
    for kind, sums in after.kinds.items():
        if parts := tuple(moved_amounts(before.kinds[kind], sums)):
            yield Said("diff.sums", {"kind": Word(f"kind.{kind}"), "figures": listed(parts)})


def whole(before: Assessment, after: Assessment) -> PortfolioShift:
    """The sums of two sides on the same day; what is equal on both is summed up once."""
    ours, theirs = before.scene, after.scene
    were, are = tuple(_figures(ours, theirs)) if ours else (), tuple(_figures(theirs, None)) if theirs else ()
    kinds = kind_totals(are)
    former = kinds if were == are else kind_totals(were)
    unread = (len(before.portfolio.unreadable), len(after.portfolio.unreadable))
    return PortfolioShift(ours and _sums(ours, former), theirs and _sums(theirs, kinds), unread)


def _sums(scene: Scene, kinds: Mapping[BenefitKind, KindTotals]) -> PortfolioSums:
    return PortfolioSums(at_once(scene.known.values()), scene.settings.at_once, kinds)


def _figures(scene: Scene, other: Scene | None) -> Iterator[BenefitFigures]:
    """The figures of all benefits that count; where the other side has the same file, they are taken from there."""
    is_same_program = other is not None and scene.program == other.program
    for name, known in scene.known.items():
        if known.counts and known.benefits:
            beside = other.known.get(name) if other and is_same_program else None
            is_same = beside is not None and beside.assignment is known.assignment
            yield from other.figures[name] if other and is_same else scene.figures[name]


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
        is_usual: whether it says nothing there, and the value is what holds then.
    """

    path: str
    keys: KeyPath
    value: Term | None = None
    terms: Mapping[str, Term] = field(default_factory=lambda: NO_TERMS)
    span: Span | None = None
    is_usual: bool = False

    @property
    def said(self) -> Term:
        """What a sentence says that it says."""
        value = NOTHING if self.value is None else self.value
        return Said("change.as-usual", {"level": value}) if self.is_usual else value


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


def _value(side: Side | None) -> Term:
    return side.said if side else NOTHING


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
