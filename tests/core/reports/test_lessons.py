from datetime import date

import pytest

from staircase.core.assess import Assessment
from staircase.core.reports import Cell, GapLine, Gaps, Heading, Kind, Lines, Report, Table, Tone
from staircase.core.reports.lessons import lessons
from staircase.core.reports.select import ALL, Selection
from staircase.core.term import Code, Count, Name, Said, Term, Word
from tests.core.build import assessed, assignment
from tests.core.reports.outlines import openings
from tests.core.reports.town import kinds

TRIALS = """
trials:
  - {id: locks, title: Locks, started: 2026-01-02, ended: 2026-02-01, outcome: failed, learned: Doors SWELL}
  - {id: open, title: Open, started: 2026-01-02, learned: Not yet}
  - {id: mute, title: Mute, started: 2026-01-02, ended: 2026-03-01}
  - {id: keys, title: Keys, started: 2026-01-02, ended: 2026-05-01, learned: Nobody had them}
"""
TEXTS = {
    "home": assignment(TRIALS, title="At home"),
    "bot": assignment(
        "stopped: {date: 2026-05-01, why: x, learned: Count first}\n", title="A bot", department="nowhere"
    ),
    "mute": assignment("stopped: {date: 2026-05-01, why: x}\n"),
    "later": assignment("stopped: {date: 2026-07-01, why: x, learned: Not known yet}\n"),
}


def town() -> Assessment:
    """Assess assignments that have taught this and that."""
    return assessed(**TEXTS)


def told(report: Report) -> list[str]:
    """Give the lessons of a report, in order."""
    return [row["lesson"].text for row in report.rows if isinstance(row["lesson"], Name)]


def test_lessons_come_from_ended_trials_and_stopped_assignments_newest_first() -> None:
    report = lessons(town())

    assert report.rows == (
        {
            "date": date(2026, 5, 1),
            "assignment": Code("bot"),
            "department": Name("nowhere"),
            "departments": (Name("nowhere"),),
            "trial": None,
            "outcome": Word("outcome.stopped"),
            "lesson": Name("Count first"),
            "title": Name("A bot"),
            "lead": Name("Lea"),
            "path": Name("assignments/bot.yaml"),
        },
        {
            "date": date(2026, 5, 1),
            "assignment": Code("home"),
            "department": Name("care"),
            "departments": (Name("care"),),
            "trial": Code("keys"),
            "outcome": None,
            "lesson": Name("Nobody had them"),
            "title": Name("Keys"),
            "lead": Name("Lea"),
            "path": Name("assignments/home.yaml"),
        },
        {
            "date": date(2026, 2, 1),
            "assignment": Code("home"),
            "department": Name("care"),
            "departments": (Name("care"),),
            "trial": Code("locks"),
            "outcome": Word("outcome.failed"),
            "lesson": Name("Doors SWELL"),
            "title": Name("Locks"),
            "lead": Name("Lea"),
            "path": Name("assignments/home.yaml"),
        },
    )
    assert report.totals == {"lessons": 3}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("swell",), ["Doors SWELL"]),
        (("locks", "DOORS"), ["Doors SWELL"]),
        (("locks", "keys"), []),
        (("home",), ["Nobody had them", "Doors SWELL"]),
        (("at home",), ["Nobody had them", "Doors SWELL"]),
        (("care",), ["Nobody had them", "Doors SWELL"]),
        (("a bot",), ["Count first"]),
        (("bot",), ["Count first"]),
        (("lea",), []),
    ],
)
def test_every_word_is_searched_in_the_lesson_and_in_what_it_is_about(
    words: tuple[str, ...], expected: list[str]
) -> None:
    assert told(lessons(town(), ALL, words)) == expected


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(state=("stopped",)), ["Count first"]),
        (Selection(department=("care",)), ["Nobody had them", "Doors SWELL"]),
        (Selection(sort="date"), ["Doors SWELL", "Count first", "Nobody had them"]),
        (Selection(sort="-outcome"), ["Count first", "Doors SWELL", "Nobody had them"]),
    ],
)
def test_lessons_are_filtered_and_sorted(selection: Selection, expected: list[str]) -> None:
    report = lessons(town(), selection)

    assert told(report) == expected
    listed = report.blocks[1]
    assert isinstance(listed, Gaps)
    assert [kind.entries[0].ask for kind in listed.kinds] == [Name(lesson) for lesson in expected]


def entry(name: str, lesson: str) -> GapLine:
    """Give the entry of a lesson."""
    return GapLine(
        subject=Cell(Code(name), Tone.STRONG),
        text=Cell(None),
        owner=Cell(Name("Lea")),
        place=Cell(Name(f"assignments/{name}.yaml"), Tone.FAINT),
        ask=Name(lesson),
    )


def test_each_lesson_stands_under_what_was_tried() -> None:
    report = lessons(town())

    first, second = date(2026, 5, 1), date(2026, 2, 1)
    stopped, failed = Word("outcome.stopped"), Word("outcome.failed")
    nowhere = Name("nowhere")
    bot = entry("bot", "Count first")
    keys = entry("home", "Nobody had them")
    listed = report.blocks[1]
    assert isinstance(listed, Gaps)
    assert report.blocks == (
        Heading("Town", "Programme", date(2026, 6, 30)),
        Gaps(
            (
                Kind(
                    None,
                    Name("A bot"),
                    (first, nowhere, stopped),
                    None,
                    None,
                    (bot,),
                ),
                Kind(
                    None,
                    Name("Keys"),
                    (first, Name("Care")),
                    None,
                    None,
                    (keys,),
                ),
                Kind(
                    None,
                    Name("Locks"),
                    (second, Name("Care"), failed),
                    None,
                    None,
                    (entry("home", "Doors SWELL"),),
                ),
            ),
            listed.flat,
        ),
        Lines((Said("lessons.count", {"lessons": Count(3, "lesson")}),), Tone.STRONG),
    )


def test_an_assignment_without_a_department_has_none_in_its_row() -> None:
    text = assignment("stopped: {date: 2026-05-01, why: x, learned: y}\n", kind="enabling", department="")

    (row,) = lessons(assessed(it=text)).rows

    assert (row["department"], row["lesson"]) == (None, Name("y"))


def test_columns_that_are_asked_for_show_the_rows_values() -> None:
    report = lessons(town(), Selection(columns=("lesson", "trial"), sort="date"))

    table = report.blocks[1]
    assert isinstance(table, Table)
    assert [(column.key, column.shrink) for column in table.columns] == [("lesson", 20), ("trial", None)]
    assert table.groups[0].rows == (
        (Cell(Name("Doors SWELL")), Cell(Code("locks"))),
        (Cell(Name("Count first")), Cell(None)),
        (Cell(Name("Nobody had them")), Cell(Code("keys"))),
    )


@pytest.mark.parametrize(
    ("texts", "selection", "words", "key"),
    [
        ({}, ALL, (), "report.no-assignments"),
        ({"it": assignment()}, ALL, (), "lessons.none"),
        (TEXTS, ALL, ("nowhere to be found",), "lessons.none"),
        (TEXTS, Selection(lead=("Nobody",)), (), "report.no-match"),
    ],
)
def test_where_there_is_no_lesson_it_says_why(
    texts: dict[str, str], selection: Selection, words: tuple[str, ...], key: str
) -> None:
    report = lessons(assessed(**texts), selection, words)

    assert report.blocks == (Heading("Town", "Programme", date(2026, 6, 30)), Lines((Said(key, {}),)))


def test_without_a_programme_there_is_nothing_but_what_to_do() -> None:
    report = lessons(assessed("[", **TEXTS))

    assert (report.rows, kinds(report)) == ((), [Lines])


def test_each_lesson_is_a_sentence_to_be_read_aloud() -> None:
    assert openings(lessons(town(), ALL, ("home",)).sentences) == (
        sentence(date(2026, 5, 1), "Keys", "none", "Nobody had them"),
        sentence(date(2026, 2, 1), "Locks", "failed", "Doors SWELL"),
    )


def sentence(day: date, title: str, outcome: str, lesson: str) -> Said:
    """Say a lesson."""
    terms: dict[str, Term] = {"date": day, "title": Name(title), "outcome": Word(f"outcome.{outcome}")}
    return Said("plain.lessons", {**terms, "lesson": Name(lesson)})
