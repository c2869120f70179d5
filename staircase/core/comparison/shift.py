"""What a change does to a benefit's figures: its share, and what it is worth a year, before and after."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from staircase.core.figures import BenefitFigures
from staircase.core.term import Money, Said, Share, Term, Word, largest
from staircase.core.totals import BenefitKind, KindTotals, kind_of

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
