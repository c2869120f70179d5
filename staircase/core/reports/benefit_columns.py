"""The columns of ``benefits``, and the line that they are made of."""

from dataclasses import dataclass
from fractions import Fraction

from staircase.core.figures import BenefitFigures, BenefitStanding
from staircase.core.known import Known
from staircase.core.reports.block import Cell, Column, Row, Tone
from staircase.core.reports.columns import Drawn, of_rows
from staircase.core.reports.keys import KEYS
from staircase.core.term import Code, Gauge, Money, Name, Quantity, Said, Share, Term, Word
from staircase.core.totals import kind_of

THOUSAND = 1000
TITLE_WIDTH, OWNER_WIDTH = 18, 12
LARGE = 100_000
"""Sums that lose nothing worth knowing when they are told in thousands."""

TONES = {
    BenefitStanding.ACHIEVED: Tone.GOOD,
    BenefitStanding.ON_TRACK: Tone.PLAIN,
    BenefitStanding.BEHIND: Tone.WARN,
    BenefitStanding.MISSED: Tone.WARN,
    BenefitStanding.WORSE: Tone.BAD,
    BenefitStanding.UNMEASURED: Tone.PLAIN,
    BenefitStanding.UNSET: Tone.PLAIN,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A benefit with its figures, in its assignment."""

    known: Known
    figures: BenefitFigures


def row(line: Line) -> Row:
    """Give the row, keys in their order; ``by`` is the last day of the target's period."""
    figures, benefit = line.figures, line.figures.known.benefit
    measurement, baseline = figures.known.measurement, figures.known.baseline
    return {
        "assignment": Code(line.known.id),
        "id": Code(benefit.id),
        "title": Name(benefit.title),
        "kind": Word(f"kind.{kind_of(figures)}"),
        "owner": Name(benefit.owner) if benefit.owner else None,
        "unit": Name(benefit.measure.unit) if benefit.measure else None,
        "baseline": Quantity(baseline.value) if baseline else None,
        "target": Quantity(benefit.target.value) if benefit.target else None,
        "by": figures.by,
        "latest": Quantity(measurement.value) if measurement else None,
        "latest_date": measurement.date if measurement else None,
        "realised": _share(figures.realised),
        "planned": _share(figures.planned),
        "standing": Word(f"standing.{figures.standing}"),
        "potential": _money(figures.potential),
        "now": _money(figures.now),
        "taken_home": _money(figures.taken_home),
        "next_measurement": figures.next_due,
    }


def thousands(amount: Fraction) -> int:
    """Give an amount in whole thousands, half to even."""
    return round(amount / THOUSAND)


def _share(value: Fraction | None) -> Share | None:
    return None if value is None else Share(value)


def _money(value: Fraction | None) -> Money | None:
    return None if value is None else Money(value)


def _gauge(line: Line) -> Cell:
    realised = line.figures.realised
    return Cell(None if realised is None else Gauge(realised, line.figures.planned), Tone.ACCENT)


def _realised(line: Line) -> Cell:
    return Cell(_share(line.figures.realised))


def _standing(line: Line) -> Cell:
    standing = line.figures.standing
    return Cell(Word(f"standing.{standing}"), TONES[standing])


def _taken(line: Line) -> Cell:
    taken, potential = line.figures.taken_home, line.figures.potential
    if taken is None:
        return Cell(None)
    if potential is None:
        return Cell(thousands(taken))
    return Cell(Said("benefits.taken", {"taken": thousands(taken), "potential": thousands(potential)}))


def _way(line: Line) -> Cell:
    """Show where it began, where it is and where it is to go: what is known of it, large sums in thousands."""
    known = line.figures.known
    parts = {"baseline": known.baseline, "latest": known.measurement, "target": known.benefit.target}
    values = {name: part.value for name, part in parts.items() if part}
    terms: dict[str, Term] = {name: Quantity(value) for name, value in values.items()}
    if _is_money(line) and all(value == 0 or abs(value) >= LARGE for value in values.values()):
        terms = {name: thousands(value) for name, value in values.items()}
        terms["target"] = Money(values["target"], yearly=False)
    return Cell(Said(f"benefits.way.{'.'.join(terms)}", terms)) if terms else Cell(None)


def _is_money(line: Line) -> bool:
    """Tell whether the measure itself is money a year: what it is worth need not be said then."""
    return line.figures.potential is not None and line.figures.known.benefit.worth is None


def _unit(line: Line) -> Cell:
    measure = line.figures.known.benefit.measure
    return Cell(Name(measure.unit) if measure else None)


def _latest_date(line: Line) -> Cell:
    measurement = line.figures.known.measurement
    return Cell(measurement.date if measurement else None)


def _owner(line: Line) -> Cell:
    owner = line.figures.known.benefit.owner
    return Cell(Name(owner)) if owner else Cell(Word("benefits.no-owner"), Tone.WARN)


USUAL: tuple[Drawn[Line], ...] = (
    Drawn(Column("assignment"), lambda line: Cell(Code(line.known.id), Tone.STRONG)),
    Drawn(Column("benefit_title", shrink=TITLE_WIDTH), lambda line: Cell(Name(line.figures.known.benefit.title))),
    Drawn(Column("gauge", 1), _gauge),
    Drawn(Column("realised", 0, "right"), _realised),
    Drawn(Column("standing", 2), _standing),
    Drawn(Column("taken_home", 1, "right"), _taken),
    Drawn(Column("way", 6), _way),
    Drawn(Column("unit", 9, shrink=8), _unit),
    Drawn(Column("owner", 5, shrink=OWNER_WIDTH), _owner),
    Drawn(Column("next_measurement", 7), lambda line: Cell(line.figures.next_due)),
    Drawn(Column("latest_date", 8), _latest_date),
    Drawn(Column("by", 8), lambda line: Cell(line.figures.by)),
)
"""The columns that are shown unless others are asked for; the highest priority is dropped first."""

ASKED = of_rows(
    KEYS["benefits"],
    numbers=("baseline", "target", "latest", "realised", "planned", "potential", "now", "taken_home"),
    long=("title", "owner", "unit"),
)
"""A column for every key of a row."""
