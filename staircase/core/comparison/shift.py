"""What a change does to figures: to a benefit's share and its worth a year, and to the sums of the portfolio."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from staircase.core.assess import Assessment
from staircase.core.figures import BenefitFigures
from staircase.core.flow import at_once
from staircase.core.rules.rule import Scene
from staircase.core.term import Money, Said, Share, Term, Word, largest
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
