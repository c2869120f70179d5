"""Reports made by hand, as the terminal's, the pipe's and the machines' formats meet them."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from staircase.core.reports import (
    Advice,
    Bar,
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    GapLine,
    Gaps,
    Group,
    Heading,
    Hints,
    Kind,
    Lane,
    Legend,
    Lines,
    Report,
    Section,
    Sign,
    Staircase,
    Table,
    Timeline,
    Tone,
    Track,
    Tread,
)
from staircase.core.term import (
    Climb,
    Code,
    Count,
    Days,
    Gauge,
    Money,
    Name,
    Quantity,
    Said,
    Share,
    ShareRange,
    Term,
    Word,
)
from staircase.words.speech import Words
from staircase.words.sv import TEXTS as TERMS
from staircase.words.sv.report import TEXTS as FORMATS

DAY = date(2026, 11, 2)
HEADING = Heading("Granköpings kommun", "Programmet för digitalisering", DAY)
CATALOGUE = {
    "heading.day": "läge {day}",
    "table.hidden": "Dolda kolumner: {columns}. Visa dem: --wide",
    "column.climb": "Trappa",
    "column.step": "Steg",
    "column.id": "Uppdrag",
    "column.title": "Namn",
    "column.department": "Förvaltning",
    "column.lead": "Ledare",
    "column.days_in_step": "I steget",
    "column.benefit": "Nytta",
    "column.gaps": "Luckor",
    "column.last_touched": "Uppdaterad",
    "column.entered": "Bytte steg",
    "step.explore": "Testa tillsammans",
    "step.benefits": "Visa nyttan",
    "step.roadmap": "Gemensam färdplan",
    "step.embed": "I ordinarie styrning",
    "group.step": "{number} {step}",
    "status.open": "{open} pågår, tak {ceiling}",
    "status.started": "{count} nya senaste år",
    "status.arrived": "▲{count}",
    "status.gaps_errors": "{gaps} ({errors} fel)",
    "status.cash": "Pengar",
    "status.capacity": "Frigjord tid",
    "status.quality": "Kvalitet",
    "status.taken": "{taken} av {potential} hemtaget",
    "status.used": "{taken} av {potential} används",
    "status.reached": "{achieved} av {targets} mål nådda",
    "legend.arrived": "nytt steg på tre månader",
    "legend.over": "över riktvärdet för steget",
    "legend.nothing": "inget",
    "advice.first": "Att ta tag i först",
    "gap.owner": "Nytta utan ägare i linjen: {benefit}",
    "gap.capacity": "Frigjord tid utan bestämd användning: {benefit}, {stake}",
    "hint.gaps": "Alla 16 luckor",
    "hint.show": "Ett uppdrag",
    "plain.row": "{id}: {title}, {department}. Steg {number} av 4, {step}, {days}.",
    "column.anchored": "I plan",
    "roadmap.none": "har tränat men saknar färdplan",
    "roadmap.anchored": "✓ i plan",
    "roadmap.loose": "● ej i plan",
    "gap.title": "Luckor",
    "gap.stake": "{name}, {stake}",
    "gap.flat": "{place}:5: warning benefit-capacity-unused: {name}",
    "gap.unused": "Frigjord tid utan bestämd användning",
    "gap.unused.ask": "Bestäm vad tiden ska gå till: taken_home",
    "lines.one": "{name} är med",
    "lines.bare": "{name}",
}
NOUNS = {"gap": ("lucka", "luckor"), "assignment": ("uppdrag", "uppdrag"), "day": ("dag", "dagar")}

SWEDISH = Words("sv", TERMS | FORMATS | CATALOGUE, NOUNS)

_STEPS = {4: "embed", 3: "roadmap", 2: "benefits", 1: "explore"}
_COLUMNS = (
    Column("climb"),
    Column("id"),
    Column("title", shrink=27),
    Column("department", priority=5, shrink=14),
    Column("lead", priority=7, shrink=12),
    Column("days_in_step", priority=2, align="right"),
    Column("benefit", priority=1, align="right"),
    Column("gaps"),
    Column("last_touched", priority=8),
    Column("entered", priority=9),
)
_ROWS = (
    (4, False, "nyckelfritt", "Nyckelfri hemtjänst", "Vård och omsorg", "Tove Lind", 147, (93,), 0),
    (4, True, "parkering", "Ansökan om parkeringstillstånd", "Stadsbyggnad", "Anna Berg", 49, (78, 84), 0),
    (3, False, "franvaro", "Frånvaroanmälan i mobilen", "Barn och utbildning", "Sara Nyman", 245, (86, 94), 2),
    (3, True, "bygglov-video", "Startmöte för bygglov på video", "Stadsbyggnad", "Per Lund", 77, (72,), 2),
    (3, True, "nattillsyn", "Digital nattillsyn i hemmet", "Vård och omsorg", "Omar Haddad", 56, (57, 79), 3),
    (2, False, "vikarier", "Vikarier via mobilen", "Barn och utbildning", "Sara Nyman", 196, (27,), 3),
    (2, False, "lakemedel", "Läkemedelsrobotar i hemtjänsten", "Vård och omsorg", "Omar Haddad", 168, (35,), 1),
    (2, True, "bistand", "Ansökan om ekonomiskt bistånd", "Individ och arbete", "Nils Åker", 161, (16,), 2),
    (2, False, "boka-lokal", "Boka lokal dygnet runt", "Kultur och fritid", "Ida Norén", 154, (61,), 0),
    (1, False, "fakturatolk", "Tolkning av fakturor", "Kommunledning", "Karl Ljung", 287, (), 1),
    (1, False, "meroppet", "Meröppet bibliotek", "Kultur och fritid", "Ida Norén", 140, (), 0),
    (1, False, "lasstod", "Lässtöd med talsyntes", "Barn och utbildning", "Mia Öst", 77, (), 0),
)
_LONG = {4: 365, 3: 180, 2: 180, 1: 180}
_TOUCHED = (30, 20, 5, 28, 12, 1, 12, 11, 29, 18, 2, 26)

Row = tuple[int, bool, str, str, str, str, int, tuple[int, ...], int]


def status() -> Report:
    """The report that people see first, of a municipality with twelve assignments."""
    return Report(
        name="status",
        day=DAY,
        program=HEADING.program,
        rows=tuple(map(_machine_row, _ROWS)),
        totals={"open": 12, "at_once": 30, "per_step": {"explore": 3, "benefits": 4}, "taken": Money(Fraction(430000))},
        unreadable=("assignments/trasig.yaml",),
        blocks=(_staircase(), _table(), _LEGEND, _advice(), Hints(_HINTS)),
        sentences=tuple(map(_sentence, _ROWS)),
    )


def report(*blocks: Block, **fields: Any) -> Report:  # noqa: ANN401 -- any field of a report
    """A report of some blocks, the rest empty but for what is named."""
    given = Report("sample", DAY, HEADING.program, (), {}, (), blocks, ())
    return given._replace(**fields)


def hostile(text: str) -> Report:
    """A report with one text in every place where text from files can stand."""
    term, said = Name(text), Said("lines.one", {"name": Name(text)})
    cells = (
        Cell(Code("some-id")),
        Cell(term),
        Cell(said),
        Cell(Quantity(Fraction(1, 2), text)),
        Cell(Money(Fraction(5000))),
    )
    keys = ("id", "title", "lead", "benefit", "department")
    columns = tuple(Column(key, shrink=8) for key in keys)
    heading = Heading(text, text, DAY)
    fact = Fact("status.cash", (Cell(term), Cell(said)))
    entry = GapLine(Cell(Code("some-id")), Cell(said), Cell(term), Cell(term), said, said)
    alone = Table((Column("title", shrink=8),), (Group(None, ((Cell(term),),)),))
    return report(
        heading,
        Staircase(heading, (said,), (Tread(1, "step.explore", (cells,)),), (fact,)),
        Table(columns, (Group(term, (cells,)), Group(said, (cells,))), group_key="step"),
        alone,
        Advice("advice.first", ((Cell(signs=(Sign.ERROR,)), Cell(Code("some-id")), Cell(said), Cell(term)),)),
        Section(term, (said,)),
        Facts((fact,)),
        _timeline_of(term, said),
        Gaps((Kind(Sign.WARNING, term, (said,), Code("some-rule"), said, (entry,)),)),
        Lines((said, Said("lines.bare", {"name": term}))),
        Hints(((Said("lines.one", {"name": term}), f"staircase show {text}"),)),
        program=text,
        rows=({"id": Code("some-id"), "title": term, "tags": (term, Code(text)), "params": {"x": term}},),
        totals={"names": (term,)},
        unreadable=(text,),
        sentences=(said, Said("lines.bare", {"name": term})),
    )


def roadmap() -> Report:
    """The departments' roadmaps on an axis of quarters."""
    tracks = {
        "Stadsbyggnad": (
            ("Alla tillstånd i ett flöde", "parkering", "2027-01-01", "2027-12-31", True),
            ("Digital tillsyn hela året", "bygglov-video", "2027-04-01", "2027-09-30", False),
        ),
        "Vård och omsorg": (
            ("Trygg hemma, alla områden", "nattillsyn", "2027-01-01", "2027-12-31", False),
            ("Digitala lås i särskilt boende", "nyckelfritt", "2026-10-01", "2027-03-31", True),
        ),
    }
    lanes = tuple(Lane(Name(name), tuple(_track(*row) for row in rows)) for name, rows in tracks.items())
    without = Lane(Name("Individ och arbete"), (), Said("roadmap.none", {}))
    columns = (Column("title", shrink=20), Column("id", priority=3))
    axis = (date(2026, 10, 1), date(2028, 3, 31), DAY)
    return report(HEADING, Timeline(*axis, "quarter", columns, (Column("anchored"),), (*lanes, without)))


def _track(title: str, name: str, first: str, last: str, anchored: bool) -> Track:  # noqa: FBT001 -- a row of a table
    bar = Bar(date.fromisoformat(first), date.fromisoformat(last), Sign.SOLID if anchored else Sign.DASHED)
    said = Cell(Said("roadmap.anchored" if anchored else "roadmap.loose", {}))
    return Track((Cell(Name(title)), Cell(Code(name))), (bar,), (said,))


def _timeline_of(term: Name, said: Said) -> Timeline:
    track = Track((Cell(term), Cell(said)), (Bar(DAY, DAY),), (Cell(Gauge(Fraction(1, 2), Fraction(3, 4))),))
    columns = (Column("title", shrink=8), Column("lead", shrink=8))
    return Timeline(DAY, date(2027, 11, 1), DAY, "month", columns, (Column("benefit"),), (Lane(term, (track,), said),))


def gaps() -> Report:
    """What is missing, by kind."""
    rows = (
        ("nattillsyn", "Färre nattbesök", 2070, "Åsa Vik"),
        ("lakemedel", "Färre läkemedelsbesök", 1110, "Åsa Vik"),
        ("vikarier", "Färre timmar för vikarieanskaffning", 252, "Jonas Falk"),
    )
    entries = tuple(
        GapLine(
            Cell(Code(name), Tone.STRONG),
            Cell(Said("gap.stake", {"name": Name(text), "stake": Money(Fraction(stake * 1000))})),
            Cell(Name(owner)),
            Cell(Code(f"uppdrag/{name}.yaml:39")),
            Said("gap.flat", {"place": Code(f"uppdrag/{name}.yaml:39"), "name": Name(text)}),
        )
        for name, text, stake, owner in rows
    )
    facts = (Count(3, "gap"), Money(Fraction(3432000)))
    title, ask = Said("gap.unused", {}), Said("gap.unused.ask", {})
    kind = Kind(Sign.WARNING, title, facts, Code("benefit-capacity-unused"), ask, entries)
    return report(Section(Said("gap.title", {})), Gaps((kind,)), Facts((Fact("status.cash", (Cell(7),)),)))


_HINTS = ((Said("hint.gaps", {}), "staircase gaps"), (Said("hint.show", {}), "staircase show ID"))
_LEGEND = Legend(((Sign.ARRIVED, "legend.arrived"), (Sign.OVER, "legend.over"), (Sign.NOTHING, "legend.nothing")))


def _machine_row(row: Row) -> Mapping[str, Term | None]:
    step, _, name, title, department, lead, days, shares, gaps = row
    return {
        "id": Code(name),
        "title": Name(title),
        "department": Name(department),
        "lead": Name(lead),
        "step": Word(f"step.{_STEPS[step]}"),
        "days_in_step": Days(days),
        "benefit": Share(Fraction(shares[0], 100)) if shares else None,
        "gaps": gaps,
    }


def _sentence(row: Row) -> Said:
    step, _, name, title, department, _, days, _, _ = row
    terms: dict[str, Term] = {
        "id": Code(name),
        "title": Name(title),
        "department": Name(department),
        "number": step,
        "step": Word(f"step.{_STEPS[step]}"),
        "days": Days(days),
    }
    return Said("plain.row", terms)


def _table() -> Table:
    groups = tuple(
        Group(
            Said("group.step", {"number": step, "step": Word(f"step.{word}")}),
            tuple(_cells(row, day) for row, day in zip(_ROWS, _TOUCHED, strict=True) if row[0] == step),
        )
        for step, word in _STEPS.items()
    )
    return Table(_COLUMNS, groups)


def _cells(row: Row, touched: int) -> tuple[Cell, ...]:
    step, arrived, name, title, department, lead, days, shares, gaps = row
    over = days > _LONG[step]
    return (
        Cell(Climb(step, arrived), flat=step),
        Cell(Code(name), Tone.STRONG),
        Cell(Name(title)),
        Cell(Name(department)),
        Cell(Name(lead)),
        Cell(Days(days), Tone.WARN if over else Tone.PLAIN, (Sign.OVER,) if over else ()),
        Cell(_benefit(shares)),
        _gaps(name, gaps),
        Cell(date(2026, 10, touched)),
        Cell(date(2026, 10, touched)),
    )


def _benefit(shares: tuple[int, ...]) -> Term | None:
    match shares:
        case ():
            return None
        case (share,):
            return Share(Fraction(share, 100))
        case _:
            return ShareRange(Fraction(shares[0], 100), Fraction(shares[1], 100))


def _gaps(name: str, gaps: int) -> Cell:
    if name == "bistand":
        return Cell(Said("status.gaps_errors", {"gaps": gaps, "errors": 1}), Tone.BAD)
    return Cell(gaps, Tone.WARN) if gaps else Cell()


def _staircase() -> Staircase:
    lines = (
        Said("status.open", {"open": 12, "ceiling": 30}),
        Said("status.started", {"count": 5}),
    )
    counts = {4: (2, 1), 3: (3, 2), 2: (4, 1), 1: (3, 0)}
    treads = tuple(Tread(number, f"step.{_STEPS[number]}", (_count(*counts[number]),)) for number in sorted(_STEPS))
    return Staircase(HEADING, lines, treads, _facts())


def _count(number: int, arrived: int) -> tuple[Cell, ...]:
    came = (Cell(Said("status.arrived", {"count": arrived}), Tone.GOOD),) if arrived else ()
    return (Cell(Count(number, "assignment")), *came)


def _facts() -> tuple[Fact, ...]:
    money: dict[str, Term] = {"taken": Money(Fraction(430000)), "potential": Money(Fraction(682000))}
    freed: dict[str, Term] = {"taken": Money(Fraction(1400000)), "potential": Money(Fraction(10200000))}
    reached: dict[str, Term] = {"achieved": 0, "targets": 2}
    return (
        Fact("status.cash", (Cell(Said("status.taken", money)), Cell(Share(Fraction(63, 100))))),
        Fact("status.capacity", (Cell(Said("status.used", freed)), Cell(Share(Fraction(14, 100))))),
        Fact("status.quality", (Cell(Said("status.reached", reached)), Cell(Share(Fraction(0))))),
    )


def _advice() -> Advice:
    night: dict[str, Term] = {"benefit": Name("Färre nattbesök"), "stake": Money(Fraction(2070000))}
    drugs: dict[str, Term] = {"benefit": Name("Färre läkemedelsbesök"), "stake": Money(Fraction(1110000))}
    quick: dict[str, Term] = {"benefit": Name("Snabbare beslut")}
    rows = (
        (Sign.ERROR, "bistand", Said("gap.owner", quick), "Nils Åker"),
        (Sign.WARNING, "nattillsyn", Said("gap.capacity", night), "Åsa Vik"),
        (Sign.WARNING, "lakemedel", Said("gap.capacity", drugs), "Åsa Vik"),
    )
    return Advice(
        "advice.first",
        tuple(
            (Cell(signs=(sign,)), Cell(Code(name), Tone.STRONG), Cell(said), Cell(Name(owner)))
            for sign, name, said, owner in rows
        ),
    )


SENTENCE = Lines((Said("lines.one", {"name": Name("Vård och omsorg")}),))
