"""The whole portfolio before and after a change: how many assignments at once, and each kind's sums."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from staircase.core.assess import Assessment
from staircase.core.comparison.shift import listed, moved_amounts
from staircase.core.figures import BenefitFigures
from staircase.core.flow import at_once
from staircase.core.rules.rule import Scene
from staircase.core.term import Said, Word
from staircase.core.totals import BenefitKind, KindTotals, kind_totals


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
