from datetime import date
from fractions import Fraction

import pytest

from staircase.core.period import parse_period
from staircase.core.reports import (
    Bar,
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Gaps,
    Heading,
    Hints,
    Kind,
    Lane,
    Lines,
    Report,
    Section,
    Sign,
    Table,
    Timeline,
    Tone,
    Track,
)
from staircase.core.reports.benefits import benefits
from staircase.core.reports.findings import check, gaps
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.show import show
from staircase.core.reports.status import status
from staircase.core.term import Code, Days, Gauge, Money, Name, Said, Share, Term, Word
from tests.core.build import assessed, assignment, program
from tests.core.reports.outlines import UNREAD, openings
from tests.core.reports.town import kinds

PROGRAM = program(
    """
    goals: [{id: service, title: Service}, {id: economy, title: Economy}]
    documents: [{id: plan, title: Plan, adopted: 2026-01-01}]
    """
)
QUIET = PROGRAM + "rules: {department-untouched: off, program-goal-unserved: off}\n"


def made(rest: str = "", day: str = "2026-06-30", **keys: str) -> Report:
    """Make the report of one assignment, ``it``."""
    return show(assessed(PROGRAM, day=day, it=assignment(rest, **keys), other=assignment(together="")), "it")


def block(report: Report, kind: type[Block]) -> Block:
    """Give the first block of a kind."""
    return next(one for one in report.blocks if isinstance(one, kind))


def sections(report: Report) -> list[object]:
    """Give the titles of a report's sections."""
    return [one.title for one in report.blocks if isinstance(one, Section)]


FULL = """
live: 2026-02-01
reviewed: 2026-06-30
goals: [service, nowhere, economy]
depends_on: [other]
costs: {one_off: 420000, per_year: 60000}
journey:
  - {step: explore, entered: 2026-01-01}
  - {step: benefits, entered: 2026-03-02}
  - {step: explore, entered: 2026-04-01, why: x}
  - {step: benefits, entered: 2026-05-01}
pauses: [{from: 2026-02-01, to: 2026-02-11}, {from: 2026-06-20}]
trials:
  - {id: doors, title: Doors, started: 2026-01-02, ended: 2026-02-01, outcome: worked, learned: Locks}
  - {id: keys, title: Keys, started: 2026-02-02, ended: 2026-03-01, outcome: failed}
  - {id: night, title: Night, started: 2026-03-02, outcome: mixed, learned: Not yet}
benefits:
  - id: b
    title: B
    kind: cash
    owner: O
    realisation: x
    measure: {what: w, unit: visits}
    worth: {per_unit: 1000}
    baseline: {value: 100, date: 2026-01-01}
    target: {value: 0, by: 2027-06-30}
    measurements: [{value: 50, date: 2026-06-01}]
shown: [{date: 2026-05-02}, {date: 2026-06-02}]
roadmap:
  - {id: r, title: R, from: 2027-Q1, owner: O, expects: {kind: cash}, based_on: [doors], goals: [service]}
  - {id: gone, title: Gone, from: 2026-Q1, dropped: {date: 2026-02-01, why: x}}
"""


def test_all_of_an_assignment_is_shown_from_top_to_bottom() -> None:
    report = made(FULL)

    assert kinds(report) == [
        *(Heading, Section, Facts, Section, Timeline, Section, Gaps, Section, Table, Section, Table),
        *(Section, Gaps, Hints),
    ]
    assert sections(report) == [
        Name("Keyless"),
        *(Word(f"show.{part}") for part in ("journey", "trials", "benefits", "roadmap", "findings")),
    ]
    assert report.blocks[:2] == (
        Heading("Town", "Programme", date(2026, 6, 30)),
        Section(Name("Keyless"), (Code("it"),)),
    )


def test_files_that_could_not_be_read_are_told_of() -> None:
    report = show(assessed(PROGRAM, it=assignment(), broken="title: ["), "it")

    assert report.blocks[1] == Lines((UNREAD,), Tone.WARN)


def test_the_facts_say_who_what_and_where() -> None:
    facts = block(made(FULL), Facts)

    state: dict[str, Term] = {"state": Word("state.paused"), "started": date(2026, 1, 1)}
    costs: dict[str, Term] = {
        "one_off": Money(Fraction(420000), yearly=False),
        "per_year": Money(Fraction(60000)),
    }
    assert facts == Facts(
        (
            Fact("column.department", (Cell(Name("Care")),)),
            Fact("column.lead", (Cell(Name("Lea")),)),
            Fact("column.state", (Cell(Said("show.state", state)),)),
            Fact("show.together", (Cell(Name("nurse")),)),
            Fact("show.goals", (Cell(Name("Service, Economy")),)),
            Fact("show.depends-on", (Cell(Name("other")),)),
            Fact("show.costs", (Cell(Said("costs.one_off.per_year", costs)),)),
            Fact("show.shown", (Cell(date(2026, 6, 2)),)),
            Fact("column.last_touched", (Cell(date(2026, 6, 30)),)),
            Fact("column.path", (Cell(Name("assignments/it.yaml")),)),
        ),
        records=True,
    )


def test_facts_that_are_not_given_are_left_out() -> None:
    facts = block(made(kind="enabling", department="", together=""), Facts)

    state: dict[str, Term] = {"state": Word("state.active"), "started": date(2026, 1, 1)}
    assert facts == Facts(
        (
            Fact("column.lead", (Cell(Name("Lea")),)),
            Fact("column.state", (Cell(Said("show.state", state)),)),
            Fact("column.last_touched", (Cell(date(2026, 1, 1)),)),
            Fact("column.path", (Cell(Name("assignments/it.yaml")),)),
        ),
        records=True,
    )


def fact(report: Report, label: str) -> Cell | None:
    """Give the cell of a fact."""
    facts = block(report, Facts)
    assert isinstance(facts, Facts)
    return next((one.cells[0] for one in facts.facts if one.label == label), None)


@pytest.mark.parametrize(
    ("rest", "key", "terms"),
    [
        ("costs: {one_off: 1000}", "one_off", {"one_off": Money(Fraction(1000), yearly=False)}),
        ("costs: {per_year: 1000}", "per_year", {"per_year": Money(Fraction(1000))}),
    ],
)
def test_costs_say_what_is_given(rest: str, key: str, terms: dict[str, Term]) -> None:
    assert fact(made(rest), "show.costs") == Cell(Said(f"costs.{key}", terms))


@pytest.mark.parametrize("rest", ["", "costs: {}"])
def test_without_costs_nothing_is_said_of_them(rest: str) -> None:
    assert fact(made(rest), "show.costs") is None


STARTED: dict[str, Term] = {"started": date(2026, 1, 1)}


@pytest.mark.parametrize(
    ("rest", "day", "key", "terms"),
    [
        ("", "2025-12-31", "show.state.planned", {"state": Word("state.planned")}),
        (
            "completed: 2026-05-01",
            "2026-06-30",
            "show.state.ended",
            {"state": Word("state.completed"), "ended": date(2026, 5, 1)},
        ),
        ("completed: 2026-05-01", "2026-04-30", "show.state", {"state": Word("state.active")}),
        (
            "stopped: {date: 2026-05-01, why: x}",
            "2026-06-30",
            "show.state.ended",
            {"state": Word("state.stopped"), "ended": date(2026, 5, 1)},
        ),
    ],
)
def test_a_state_has_its_days(rest: str, day: str, key: str, terms: dict[str, Term]) -> None:
    assert fact(made(rest, day), "column.state") == Cell(Said(key, STARTED | terms))


# the journey


def track(number: int, step: str, bars: tuple[Bar, ...], days: int | None) -> Track:
    """Give a step's line on the timeline."""
    name = Said("status.step", {"number": number, "step": Word(f"step.{step}")})
    return Track((Cell(name),), bars, (Cell(None if days is None else Days(days)),))


def bar(first: str, last: str, sign: Sign = Sign.SOLID) -> Bar:
    """Give a stretch of time."""
    return Bar(date.fromisoformat(first), date.fromisoformat(last), sign)


def test_the_journey_is_bars_in_time_with_the_highest_step_above_and_pauses_below() -> None:
    assert block(made(FULL), Timeline) == Timeline(
        first=date(2026, 1, 1),
        last=date(2026, 6, 30),
        today=date(2026, 6, 30),
        unit="month",
        before=(Column("step"),),
        after=(Column("days_in_step", 0, "right"),),
        lanes=(
            Lane(
                None,
                (
                    track(4, "embed", (), None),
                    track(3, "roadmap", (), None),
                    track(2, "benefits", (bar("2026-03-02", "2026-03-31"), bar("2026-05-01", "2026-06-30")), 30 + 60),
                    track(1, "explore", (bar("2026-01-01", "2026-03-01"), bar("2026-04-01", "2026-04-30")), 60 + 30),
                    Track(
                        (Cell(Word("show.pauses")),),
                        (
                            bar("2026-02-01", "2026-02-10", Sign.DASHED),
                            bar("2026-06-20", "2026-06-29", Sign.DASHED),
                        ),
                        (Cell(None),),
                    ),
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("rest", "day", "ends", "bars"),
    [
        ("", "2026-01-01", ("2026-01-01", "2026-01-31"), (bar("2026-01-01", "2026-01-01"),)),
        ("completed: 2026-03-05", "2026-06-30", ("2026-01-01", "2026-03-31"), (bar("2026-01-01", "2026-03-05"),)),
        (
            "pauses: [{from: 2026-06-30}]",
            "2026-06-30",
            ("2026-01-01", "2026-06-30"),
            (bar("2026-01-01", "2026-06-30"),),
        ),
    ],
)
def test_the_journey_ends_with_the_assignment_or_the_day(
    rest: str, day: str, ends: tuple[str, str], bars: tuple[Bar, ...]
) -> None:
    drawn = block(made(rest, day), Timeline)

    assert isinstance(drawn, Timeline)
    assert (drawn.first, drawn.last) == tuple(map(date.fromisoformat, ends))
    assert [track.bars for track in drawn.lanes[0].tracks] == [(), (), (), bars]


@pytest.mark.parametrize(("started", "unit"), [("2025-01-01", "month"), ("2024-12-01", "quarter")])
def test_a_long_journey_is_told_in_quarters(started: str, unit: str) -> None:
    drawn = block(made(started=started), Timeline)

    assert isinstance(drawn, Timeline)
    assert drawn.unit == unit


def test_what_has_not_started_or_stands_beside_the_stairs_has_no_journey() -> None:
    assert sections(made(day="2025-12-31")) == [Name("Keyless"), Word("show.findings")]
    assert sections(made(kind="enabling", department="")) == [Name("Keyless"), Word("show.findings")]


# what was tried, what it gives, and what is missing


def test_trials_are_told_with_what_they_taught() -> None:
    def when(key: str, first: str, last: str) -> Said:
        return Said(f"show.trial.{key}", {"from": date.fromisoformat(first), "to": date.fromisoformat(last)})

    def line(key: str, title: str, first: str, **terms: Term) -> Said:
        return Said(
            f"show.trial.line{key}",
            {"title": Name(title), "id": Code(title.lower()), "from": date.fromisoformat(first), **terms},
        )

    trials = block(made(FULL), Gaps)

    ended = when("ended", "2026-01-02", "2026-02-01"), when("ended", "2026-02-02", "2026-03-01")
    still = when("open", "2026-03-02", "2026-03-02")
    worked, failed = Word("outcome.worked"), Word("outcome.failed")
    lines = (
        line("", "Doors", "2026-01-02", to=date(2026, 2, 1), outcome=worked, lesson=Name("Locks")),
        line("", "Keys", "2026-02-02", to=date(2026, 3, 1), outcome=failed, lesson=Word("show.trial.no-lesson")),
        line(".open", "Night", "2026-03-02"),
    )
    assert trials == Gaps(
        (
            Kind(None, Name("Doors"), (ended[0], worked), Code("doors"), Name("Locks"), (), lines[0]),
            Kind(None, Name("Keys"), (ended[1], failed), Code("keys"), None, (), lines[1]),
            Kind(None, Name("Night"), (still,), Code("night"), None, (), lines[2]),
        )
    )


def test_benefits_and_roadmap_are_tables() -> None:
    benefits, items = (one for one in made(FULL).blocks if isinstance(one, Table))

    assert [column.key for column in benefits.columns] == [
        *("benefit_title", "gauge", "realised", "standing", "taken_home", "way", "owner"),
        *("next_measurement", "latest_date", "by"),
    ]
    assert benefits.groups[0].rows[0][:3] == (
        Cell(Name("B")),
        Cell(
            Gauge(Fraction(1, 2), Fraction(120, 514)),
            Tone.ACCENT,
            flat=Said("benefits.gauge", {"realised": Share(Fraction(1, 2)), "planned": Share(Fraction(120, 514))}),
        ),
        Cell(Share(Fraction(1, 2))),
    )
    assert [column.key for column in items.columns] == [
        *("item_title", "from", "to", "item_state", "roadmap_state", "owner"),
    ]
    period, past = parse_period("2027-Q1"), parse_period("2026-Q1")
    assert items.groups[0].rows == (
        (
            Cell(Name("R")),
            Cell(period),
            Cell(period),
            Cell(Word("item.planned")),
            Cell(Word("anchoring.none"), Tone.WARN),
            Cell(Name("O")),
        ),
        (
            Cell(Name("Gone")),
            Cell(past),
            Cell(past),
            Cell(Word("item.dropped")),
            Cell(Word("anchoring.none"), Tone.FAINT),
            Cell(None),
        ),
    )


def test_what_ended_with_the_assignment_says_so() -> None:
    text = "roadmap: [{id: r, title: R, from: 2027}]\nstopped: {date: 2026-02-01, why: x}"
    (items,) = (one for one in made(text).blocks if isinstance(one, Table))

    assert items.groups[0].rows[0][3:5] == (Cell(Word("item.planned")), Cell(Word("roadmap.stopped"), Tone.FAINT))


def test_an_idea_shows_what_it_has() -> None:
    (items,) = (one for one in made("roadmap: [{id: r, title: R}]").blocks if isinstance(one, Table))

    assert items.groups[0].rows[0][1:] == (
        *(Cell(None), Cell(None), Cell(Word("item.idea")), Cell(Word("roadmap.idea")), Cell(None)),
    )


def test_findings_are_told_with_their_line_and_what_to_do() -> None:
    report = made("reviewed: 2026-06-30\ndepends_on: [nowhere]", started="2026-06-01", together="")

    def finding(sign: Sign, rule: str, line: str) -> tuple[Sign, Term, Term]:
        return sign, Said("show.line", {"line": Code(line)}), Code(rule)

    listed = block(report, Gaps)
    assert isinstance(listed, Gaps)
    assert [(kind.sign, *kind.facts, kind.rule) for kind in listed.kinds] == [
        finding(Sign.ERROR, "reference-unknown", "6"),
        finding(Sign.WARNING, "journey-not-together", "1"),
    ]
    assert [(kind.title, kind.ask) for kind in listed.kinds] == [
        (said.terms["message"], said.terms["ask"]) for said in map(_unfixed, report.sentences[-2:])
    ]
    assert [kind.fix for kind in listed.kinds] == [None, Code("staircase set it together …")]
    lines = [_unfixed(kind.flat) for kind in listed.kinds if kind.flat]
    assert [(line.terms["place"], line.terms["rule"]) for line in lines] == [
        (Name("assignments/it.yaml:6:14"), Code("reference-unknown")),
        (Name("assignments/it.yaml:1:1"), Code("journey-not-together")),
    ]


def _unfixed(said: Said) -> Said:
    """A sentence about a finding, without the command at its end."""
    line = said.terms.get("line")
    return line if isinstance(line, Said) else said


def test_all_of_it_is_read_aloud() -> None:
    report = made(FULL)

    told = block(report, Facts)
    assert isinstance(told, Facts)
    about, facts = report.sentences[0], report.sentences[1 : len(told.facts) + 1]
    assert openings([about])[0].key == "plain.status.climbing"
    assert [(said.key, said.terms) for said in facts] == [
        ("plain.fact", {"label": Word(fact.label), "value": fact.cells[0].term}) for fact in told.facts
    ]
    report_stays = [said for said in report.sentences if said.key == "plain.stay"]
    assert [said.terms["entered"] for said in report_stays] == [
        date(2026, month, day) for month, day in ((1, 1), (3, 2), (4, 1), (5, 1))
    ]
    sentences = [said.key for said in openings(report.sentences[len(told.facts) + 1 :])]
    assert [key for key in sentences if not key.startswith(("plain.gaps", "plain.fact"))] == [
        *["plain.stay"] * len(report_stays),
        *("show.trial.line", "show.trial.line", "show.trial.line.open"),
        "plain.benefits.measured",
        *("plain.roadmap.undated", "plain.roadmap.undated"),
    ]


def test_where_nothing_is_missing_it_says_so() -> None:
    report = made("reviewed: 2026-06-30", started="2026-06-01")

    assert report.blocks[-2:] == (
        Lines((Said("show.nothing-missing", {}),), Tone.GOOD),
        Hints(
            (
                (Said("hint.next", {}), "staircase trial it …"),
                (Said("hint.or", {}), "staircase review it"),
                (Said("hint.rule", {}), "staircase rule …"),
            )
        ),
    )


# for machines


def test_the_totals_hold_the_rows_that_the_reports_of_its_parts_have() -> None:
    text = FULL.replace("reviewed: 2026-06-30\n", "").replace("depends_on: [other]\n", "")
    read = assessed(QUIET, it=assignment(text, together=""))

    report = show(read, "it")

    assert report.rows == status(read).rows
    assert report.totals == {
        "benefits": benefits(read).rows,
        "roadmap": (*roadmap(read).rows, *roadmap(read, buckets=["ended"]).rows),
        "findings": (*check(read, read.findings[:1]).rows, *gaps(read).rows),
    }
    assert [finding.rule for finding in read.findings[:1]] == ["reference-unknown"]
    assert len(gaps(read).rows) > 1


def test_without_a_programme_there_is_nothing_but_what_to_do() -> None:
    report = show(assessed("[", it=assignment()), "it")

    assert (report.rows, kinds(report), report.name) == ((), [Lines], "show")


TRIED = "trials: [{id: t, title: T, started: 2026-03-01, ended: 2026-04-01, outcome: worked, learned: L}]\n"
SHOWN = (
    "benefits: [{id: b, title: B, kind: quality, owner: O, realisation: R, measure: {what: w, unit: u, every_days: 99},"
    " baseline: {value: 9, date: 2026-02-01}, target: {value: 5, by: 2027-01-01},"
    " measurements: [{value: 7, date: 2026-06-01}]}]\nshown: [{date: 2026-06-02, forum: F}]\n"
)
GOALS = "goals: [service]\nreviewed: 2026-06-30\n"
ON_2 = "journey: [{step: benefits, entered: 2026-05-01}]\n"


@pytest.mark.parametrize(
    ("text", "keys", "commands"),
    [
        ("reviewed: 2026-06-30\n", {"together": "", "started": "2026-06-01"}, ["set it together …", "trial it …"]),
        (GOALS, {}, ["trial it …", "review it"]),
        (GOALS + TRIED, {}, ["move it benefits", "trial it …"]),
        (GOALS + TRIED.replace(", ended: 2026-04-01, outcome: worked, learned: L", ""), {},
         ["trial it t --ended --learned …", "trial it …"]),
        (GOALS + TRIED + SHOWN + ON_2, {}, ["move it roadmap", "measure it b …"]),
        (GOALS + TRIED + SHOWN + ON_2.replace("benefits", "roadmap"), {"lead": "L"}, ["measure it b …", "plan it …"]),
        (GOALS + "pauses: [{from: 2026-06-20}]\n", {}, ["resume it", "stop it --why …"]),
        (GOALS + TRIED + "completed: 2026-06-29\n", {}, ["review it", "edit it"]),
        (GOALS + TRIED + "stopped: {date: 2026-06-29, why: W, learned: L}\n", {}, ["review it", "edit it"]),
        (GOALS + "kind: enabling\n", {}, ["review it", "edit it"]),
        ("", {"started": "2026-09-01"}, ["set it started …", "review it"]),
    ],
)  # fmt: skip
def test_it_ends_with_the_two_commands_that_are_likeliest_next(
    text: str, keys: dict[str, str], commands: list[str]
) -> None:
    hints = made(text, **keys).blocks[-1]

    assert isinstance(hints, Hints)
    assert hints.entries == (
        (Said("hint.next", {}), f"staircase {commands[0]}"),
        (Said("hint.or", {}), f"staircase {commands[1]}"),
        (Said("hint.rule", {}), "staircase rule …"),
    )


CLOSED = SHOWN.replace("realisation: R,", "realisation: R, closed: {date: 2026-06-20, why: W},")
ITEM = (
    "roadmap: [{id: r, title: R, from: 2026-Q3, owner: O, expects: {kind: cash, per_year: 1}, goals: [service],"
    " based_on: [t], anchored_in: [plan]}]\n"
)


@pytest.mark.parametrize(
    ("benefits", "item", "following"),
    [
        (SHOWN, ITEM, "measure it b …"),
        (CLOSED, ITEM, "start it r"),
        (CLOSED, ITEM.replace("title: R,", "title: R, started: 2026-06-01,"), "finish it r"),
        (CLOSED, ITEM.replace("title: R,", "title: R, done: 2026-06-01,"), "plan it …"),
    ],
)
def test_on_the_last_step_what_is_proven_is_completed_and_items_are_started_and_finished(
    benefits: str, item: str, following: str
) -> None:
    hints = made(GOALS + TRIED + benefits + item + "journey: [{step: embed, entered: 2026-05-01}]\n").blocks[-1]

    assert isinstance(hints, Hints)
    assert [command for _, command in hints.entries[:2]] == ["staircase complete it", f"staircase {following}"]
