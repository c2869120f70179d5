from datetime import date
from fractions import Fraction

import pytest

from staircase.core.assess import Assessment
from staircase.core.finding import Subject
from staircase.core.reports import (
    Cell,
    GapLine,
    Gaps,
    Heading,
    Hints,
    Kind,
    Lines,
    Report,
    Sign,
    Table,
    Tone,
)
from staircase.core.reports.findings import By, gaps
from staircase.core.reports.select import ALL, Selection, problems
from staircase.core.term import Code, Count, Money, Name, Said, Term, Word
from tests.core.build import assessed, assignment, program
from tests.core.reports import town as small
from tests.core.reports.town import kinds

DAY = "2026-06-30"
PROGRAM = program(
    """
    goals: [{id: unserved, title: Unserved}]
    accepted:
      - {rule: program-goal-unserved, item: accepted, until: 2026-12-31, why: later}
    rules: {department-untouched: off, journey-no-goal: off}
    """,
    departments="[{id: care, name: Care, manager: Maud}, {id: school, name: School}]",
).replace("goals: [", "goals: [{id: accepted, title: Accepted}, {id: x, title: X}, ")
ITEM = "roadmap: [{{id: {id}, title: T, from: 2027-Q4, based_on: [t], goals: [x], {rest}}}]\n"
FRESH = "reviewed: 2026-06-30\ntrials: [{id: t, title: T, started: 2026-06-02}]\n"
WORTH = "expects: {{kind: cash, per_year: {0}}}"


def started(rest: str, **keys: str) -> str:
    """Write an assignment that started in this month, and lacks only what is asked for."""
    return assignment(rest, **({"started": "2026-06-01"} | keys))


TEXTS = {
    "alone": started(FRESH, together="", tags="[lone]"),
    "blind": started(FRESH + ITEM.format(id="r", rest="owner: Olle"), department="school", lead="Ada"),
    "cheap": started(FRESH + ITEM.format(id="r", rest=WORTH.format(1000))),
    "dear": started(FRESH + ITEM.format(id="r", rest=WORTH.format(9000)), lead="Ada"),
}


def town(**texts: str) -> Assessment:
    """Assess assignments with gaps of several kinds, worth more and less."""
    return assessed(PROGRAM, day=DAY, **(TEXTS | texts))


def named(report: Report) -> list[tuple[str, str]]:
    """Give a report's rows as rule and subject."""
    return [(str(getattr(row["rule"], "text", "")), str(getattr(row["subject"], "text", ""))) for row in report.rows]


def listed(report: Report) -> tuple[Kind, ...]:
    """Give the kinds that a report lists."""
    (found,) = (block for block in report.blocks if isinstance(block, Gaps))
    return found.kinds


ALL_OF_THEM = [
    ("journey-not-together", "alone"),
    ("roadmap-no-owner", "dear"),
    ("roadmap-no-owner", "cheap"),
    ("roadmap-no-benefit", "blind"),
    ("program-goal-unserved", "unserved"),
]


def test_gaps_stand_by_severity_and_harm_and_of_equals_what_has_most_at_stake() -> None:
    report = gaps(town())

    assert named(report) == ALL_OF_THEM
    assert report.totals == {"error": 0, "warning": 4, "note": 1, "accepted": 1}


def test_a_row_says_what_is_missing_whose_it_is_and_where() -> None:
    row = gaps(town()).rows[1]

    ask = row["ask"]
    assert isinstance(ask, Said)
    assert {**row, "fingerprint": None, "ask": ask.key} == {
        "rule": Code("roadmap-no-owner"),
        "severity": Word("severity.warning"),
        "subject_kind": Code("assignment"),
        "subject": Name("dear"),
        "item": Name("r"),
        "message": Said("finding.roadmap-no-owner.message", {"title": Name("T")}),
        "ask": "finding.roadmap-no-owner.ask",
        "fix": Code("staircase plan dear r --owner …"),
        "params": {"title": Name("T")},
        "at_stake": Money(Fraction(9000)),
        "at_stake_kind": Word("kind.cash"),
        "owner": Name("Ada"),
        "path": Name("assignments/dear.yaml"),
        "line": 8,
        "column": 11,
        "end_line": 8,
        "end_column": 109,
        "fingerprint": None,
    }


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(department=("school",)), [("roadmap-no-benefit", "blind")]),
        (Selection(lead=("Ada",)), [("roadmap-no-owner", "dear"), ("roadmap-no-benefit", "blind")]),
        (Selection(owner=("olle",)), [("roadmap-no-benefit", "blind")]),
        (Selection(owner=("Ada",)), [("roadmap-no-owner", "dear")]),
        (Selection(owner=("Lea",), department=("care",)), [ALL_OF_THEM[0], ALL_OF_THEM[2]]),
        (Selection(tag=("lone",)), [("journey-not-together", "alone")]),
        (Selection(state=("stopped",)), []),
        (Selection(goal=("unserved",)), [("program-goal-unserved", "unserved")]),
        (Selection(goal=("x",)), ALL_OF_THEM[1:4]),
        (Selection(sort="subject"), sorted(ALL_OF_THEM, key=lambda gap: gap[1])),
        (Selection(sort="-at_stake"), [*ALL_OF_THEM[1:3], ALL_OF_THEM[0], *ALL_OF_THEM[3:]]),
    ],
)
def test_filters_ask_the_assignment_and_owner_the_gap_itself(
    selection: Selection, expected: list[tuple[str, str]]
) -> None:
    report = gaps(town(), selection)

    assert named(report) == expected
    assert len(report.sentences) == len(expected)


# what a person sees


ACCEPTED = (Said("hint.hidden", {"hidden": Count(1, "accepted-gap")}), "staircase check --show-accepted")


def test_the_report_goes_from_the_kinds_to_the_counts() -> None:
    report = gaps(town())

    assert kinds(report) == [Heading, Gaps, Lines, Hints]
    counts: dict[str, Term] = {"error": Count(0, "error"), "warning": Count(4, "warning"), "note": Count(1, "note")}
    counts["accepted"] = Count(1, "accepted-gap")
    assert report.blocks[2] == Lines((Said("gaps.counts", counts),), Tone.STRONG)
    assert report.blocks[3] == Hints(
        (
            (Said("hint.rule", {}), "staircase rule …"),
            (Said("hint.by-owner", {}), "staircase gaps --by owner"),
            ACCEPTED,
        )
    )


def test_gaps_that_the_programme_takes_for_errors_are_counted_as_such() -> None:
    text = program("rules: {roadmap-no-owner: error, department-untouched: off}")

    counted = next(block for block in gaps(assessed(text, day=DAY, **TEXTS)).blocks if isinstance(block, Lines))

    (said,) = counted.said
    assert (said.key, said.terms["error"]) == ("gaps.counts.errors", Count(2, "error"))


def _line(name: str, lead: str, flat: dict[str, Term]) -> Said:
    place = Name(f"assignments/{name}.yaml:8:11")
    return Said("gaps.line.owned", {"place": place, "owner": Name(lead), "id": Name(name), **flat})


def _fix(name: str) -> Code:
    return Code(f"staircase plan {name} r --owner …")


def test_a_kind_has_its_advice_once_and_says_how_many_gaps_it_has() -> None:
    report = gaps(town())

    rule = Code("roadmap-no-owner")
    message = Said("finding.roadmap-no-owner.message", {"title": Name("T")})
    flat: dict[str, Term] = {"severity": Code("warning"), "rule": rule, "message": message}
    flat["ask"] = report.rows[1]["ask"]  # type: ignore[assignment]  # a row's ask is a sentence
    assert listed(report)[1] == Kind(
        sign=Sign.WARNING,
        title=Word("rule.roadmap-no-owner"),
        facts=(Count(2, "gap"),),
        rule=rule,
        ask=report.rows[1]["ask"],  # type: ignore[arg-type]  # a row's ask is a sentence
        entries=tuple(
            GapLine(
                subject=Cell(Name(name), Tone.STRONG),
                text=Cell(message),
                owner=Cell(Name(lead)),
                place=Cell(Name(f"assignments/{name}.yaml:8"), Tone.FAINT),
                flat=Said("gaps.line.fix", {"line": _line(name, lead, flat), "fix": _fix(name)}),
                about=Subject("assignment", name),
                fix=_fix(name),
            )
            for name, lead in (("dear", "Ada"), ("cheap", "Lea"))
        ),
    )
    assert [(kind.sign, kind.title, kind.facts) for kind in (listed(report)[0], *listed(report)[2:])] == [
        (Sign.WARNING, Word("rule.journey-not-together"), (Count(1, "gap"),)),
        (Sign.WARNING, Word("rule.roadmap-no-benefit"), (Count(1, "gap"),)),
        (Sign.NOTE, Word("rule.program-goal-unserved"), (Count(1, "gap"),)),
    ]


def test_a_heavier_kind_stands_before_a_dearer_one() -> None:
    text = program("rules: {roadmap-no-owner: note, department-untouched: off}")

    titles = [kind.title for kind in listed(gaps(assessed(text, day=DAY, **TEXTS)))]

    assert titles.index(Word("rule.journey-not-together")) < titles.index(Word("rule.roadmap-no-owner"))


@pytest.mark.parametrize(
    ("by", "titles"),
    [
        (
            "department",
            [
                (Name("Care"), ["alone", "dear", "cheap"]),
                (Name("School"), ["blind"]),
                (Word("gaps.no-department"), ["unserved"]),
            ],
        ),
        (
            "owner",
            [
                (Name("Lea"), ["alone", "cheap"]),
                (Name("Ada"), ["dear"]),
                (Name("Olle"), ["blind"]),
                (Word("gaps.no-owner"), ["unserved"]),
            ],
        ),
        (
            "assignment",
            [
                *((Name(name), [name]) for name in ("alone", "dear", "cheap", "blind")),
                (Name("unserved"), ["unserved"]),
            ],
        ),
    ],
)
def test_gaps_are_grouped_by_whom_they_concern_heaviest_first(
    by: By, titles: list[tuple[Name | Word, list[str]]]
) -> None:
    report = gaps(town(), ALL, by)

    found = listed(report)
    assert [(kind.title, [entry.subject.term for entry in kind.entries]) for kind in found] == [
        (title, [Name(name) for name in names]) for title, names in titles
    ]
    assert {(kind.sign, kind.rule, kind.ask) for kind in found} == {(None, None, None)}
    first = found[0].entries[0]
    assert (first.ask, first.subject.signs) == (report.rows[0]["ask"], (Sign.WARNING,))
    assert first.owner == Cell(None if by == "owner" else Name("Lea"))
    assert report.blocks[-1] == Hints(((Said("hint.rule", {}), "staircase rule …"), ACCEPTED))


def test_gaps_of_departments_that_are_not_declared_stand_under_their_name() -> None:
    read = assessed(PROGRAM, day=DAY, it=started(FRESH, together="", department="nowhere"))

    titles = [kind.title for kind in listed(gaps(read, ALL, "department"))]

    assert Name("nowhere") in titles


def test_a_department_s_gap_stands_under_it() -> None:
    read = assessed(program("rules: {department-untouched: warning}"), day=DAY)

    (kind,) = listed(gaps(read, Selection(department=("care",)), "department"))

    assert (kind.title, kind.entries[0].subject.term) == (Name("Care"), Name("care"))


def test_sorted_gaps_stand_in_one_list_each_with_its_advice() -> None:
    report = gaps(town(), Selection(sort="-subject"))

    (kind,) = listed(report)
    assert kind.title == Count(5, "gap")
    assert kind.facts == ()
    assert [entry.subject.term for entry in kind.entries] == [row["subject"] for row in report.rows]
    assert [entry.ask for entry in kind.entries] == [row["ask"] for row in report.rows]


def test_columns_that_are_asked_for_show_the_rows_values() -> None:
    report = gaps(town(), Selection(columns=("subject", "at_stake", "params", "item")))

    table = report.blocks[1]
    assert isinstance(table, Table)
    assert [(column.key, column.align, column.shrink) for column in table.columns] == [
        ("subject", "left", None),
        ("at_stake", "right", None),
        ("params", "left", 20),
        ("item", "left", None),
    ]
    assert table.groups[0].rows[:2] == (
        (Cell(Name("alone")), Cell(Money(Fraction(0))), Cell(None), Cell(None)),
        (Cell(Name("dear")), Cell(Money(Fraction(9000))), Cell(Name("title: T")), Cell(Name("r"))),
    )
    assert kinds(report) == [Heading, Table, Lines, Hints]


HEADING = Heading("Town", "Programme", date(2026, 6, 30))
ERRORS = Hints(((Said("hint.errors", {"errors": Count(1, "error")}), "staircase check"),))
QUIET = program("rules: {department-untouched: off}")


@pytest.mark.parametrize(
    ("texts", "selection", "blocks"),
    [
        ({}, ALL, (Lines((Said("gaps.none", {}),)),)),
        ({"it": assignment(together="")}, Selection(tag=("x",)), (Lines((Said("gaps.no-match", {}),)),)),
        (
            {"it": started(FRESH + "depends_on: [nowhere]\n")},
            ALL,
            (Lines((Said("gaps.none", {}),)), ERRORS),
        ),
    ],
)
def test_where_nothing_is_missing_it_says_so(
    texts: dict[str, str], selection: Selection, blocks: tuple[Lines | Hints, ...]
) -> None:
    report = gaps(assessed(QUIET, day=DAY, **texts), selection)

    assert report.blocks == (HEADING, *blocks)


def test_errors_come_first_among_what_to_do() -> None:
    report = gaps(assessed(QUIET, day=DAY, it=started(FRESH + "depends_on: [nowhere]\n", together="")))

    hints = report.blocks[-1]
    assert isinstance(hints, Hints)
    assert [command for _, command in hints.entries] == [
        "staircase check",
        "staircase rule …",
        "staircase gaps --by owner",
    ]


def test_without_a_programme_there_is_nothing_but_what_to_do() -> None:
    report = gaps(assessed("[", day=DAY, it=assignment()))

    assert (report.rows, kinds(report), report.sentences) == ((), [Lines], ())


def test_each_gap_is_a_sentence_to_be_read_aloud() -> None:
    report = gaps(town())

    first, *_, last = report.sentences
    terms = {
        name: {
            "id": row["subject"],
            "message": row["message"],
            "ask": row["ask"],
            "severity": row["severity"],
            "title": Word(f"rule.{getattr(row['rule'], 'text', '')}"),
            "place": Name(f"{getattr(row['path'], 'text', '')}:{row['line']}"),
        }
        for name, row in (("first", report.rows[0]), ("last", report.rows[-1]))
    }
    assert (first.key, first.terms["fix"]) == ("plain.gaps.fix", report.rows[0]["fix"])
    line = first.terms["line"]
    assert isinstance(line, Said)
    assert (line.key, line.terms) == ("plain.gaps.owned", terms["first"] | {"owner": Name("Lea")})
    assert (last.key, last.terms) == ("plain.gaps", terms["last"])


def test_gaps_may_be_asked_for_by_everybody_that_they_belong_to() -> None:
    of = small.town(program=small.PROGRAM.replace("name: Hall", "name: Hall, manager: Maud"))

    asked = [problems(of, Selection(owner=(name,)), "gaps", ()) for name in ("Chief", "Lea", "Maud", "Nobody")]

    assert [len(unknown) for unknown in asked] == [0, 0, 0, 1]
    assert len(problems(of, Selection(owner=("Maud",)), "status", ())) == 1


def test_only_the_accepted_gaps_of_what_is_asked_for_are_counted() -> None:
    accepted = "accepted: [{rule: department-untouched, item: town-hall, until: 2027-01-01, why: x}]\n"
    of = small.town(program=small.PROGRAM + accepted)

    counted = [gaps(of, Selection(department=(name,))).totals["accepted"] for name in ("town-hall", "care")]

    assert counted == [1, 0]
