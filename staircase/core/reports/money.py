"""What has been taken home of what is possible, kind by kind: the facts beside the staircase."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from staircase.core.reports.block import Cell, Fact
from staircase.core.reports.outline import SumsT, Total
from staircase.core.term import Money, Said, Share, Term, largest
from staircase.core.totals import KINDS, BenefitKind, KindTotals, Totals


def facts(totals: Totals) -> Iterator[Fact]:
    """A fact for each kind that there is: money taken home, capacity in use, targets of quality reached."""
    for kind in ("cash", "capacity"):
        of = totals.kinds[kind]
        if of.count:
            yield Fact(f"kind.{kind}", _taken(f"status.{kind}", of))
    quality = totals.kinds["quality"]
    if quality.targets:
        reached = Said("status.quality", {"achieved": quality.achieved, "targets": quality.targets})
        yield Fact("kind.quality", (Cell(reached), Cell(Share(Fraction(quality.achieved, quality.targets)))))
    elif quality.count:
        yield Fact("kind.quality", (Cell(Said("status.quality.unset", {})), Cell(None)))


def kinds_counted(sums_of: Callable[[SumsT], Totals]) -> Mapping[str, Mapping[str, Total[SumsT]]]:
    """The totals of each kind, the same under every report that tells of money, in what it counts."""
    return {kind: _kind_counted(kind, sums_of) for kind in KINDS}


def _kind_counted(kind: BenefitKind, sums_of: Callable[[SumsT], Totals]) -> Mapping[str, Total[SumsT]]:
    return {
        "count": lambda sums: sums_of(sums).kinds[kind].count,
        "targets": lambda sums: sums_of(sums).kinds[kind].targets,
        "measured": lambda sums: sums_of(sums).kinds[kind].measured,
        "achieved": lambda sums: sums_of(sums).kinds[kind].achieved,
        "potential": lambda sums: money_of(sums_of(sums).kinds[kind].potential),
        "now": lambda sums: money_of(sums_of(sums).kinds[kind].now),
        "taken_home": lambda sums: money_of(sums_of(sums).kinds[kind].taken_home),
    }


def money_of(amount: Fraction | None) -> Money | None:
    """An amount as a value, where it is set."""
    return None if amount is None else Money(amount)


def costs_in_words(one_off: Fraction | None, per_year: Fraction | None) -> Said | None:
    """What something costs, once and a year, as far as it is known."""
    terms: dict[str, Term] = {}
    if one_off is not None:
        terms["one_off"] = Money(one_off, yearly=False, beside=largest(per_year))
    if per_year is not None:
        terms["per_year"] = Money(per_year, beside=largest(one_off))
    return Said(f"costs.{'.'.join(terms)}", terms) if terms else None


def taken_of(taken: Fraction, potential: Fraction) -> dict[str, Term]:
    """What has been taken home beside what is possible: one unit for both, told once."""
    return {
        "taken": Money(taken, beside=largest(potential), bare=True),
        "potential": Money(potential, beside=largest(taken)),
    }


def _taken(key: str, of: KindTotals) -> tuple[Cell, ...]:
    if of.potential is None or of.taken_home is None:
        return (Cell(Said(f"{key}.unset", {})), Cell(None))
    said = Said(key, taken_of(of.taken_home, of.potential))
    return (Cell(said), Cell(Share(of.taken_home / of.potential) if of.potential else None))
