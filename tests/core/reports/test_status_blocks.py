from datetime import date

import pytest

from staircase.core.assess import assess
from staircase.core.load import load
from staircase.core.reports import (
    Advice,
    Block,
    Cell,
    Heading,
    Hints,
    Legend,
    Lines,
    Sign,
    Staircase,
    Table,
    Tone,
    Tread,
)
from staircase.core.reports.select import ALL, Selection
from staircase.core.reports.status import By, status
from staircase.core.source import File
from staircase.core.term import Climb, Code, Count, Days, Name, Said, Word
from tests.core.build import PROGRAM, assessed, assignment, files, program
from tests.core.reports.outlines import openings
from tests.core.reports.town import ASSIGNMENTS, DAY, kinds, town
from tests.core.reports.town import PROGRAM as TOWN

HEADING = Heading("Town", "Programme", date(2026, 6, 30))


def blocks(selection: Selection, by: By = "step") -> tuple[Block, ...]:
    """Give the town's blocks."""
    return status(town(), selection, by).blocks


def table(selection: Selection = ALL, by: By = "step") -> Table:
    """Give the town's table."""
    (found,) = (block for block in blocks(selection, by) if isinstance(block, Table))
    return found


def cells(name: str, **asked: str) -> dict[str, Cell]:
    """Give the cells of an assignment by their columns."""
    states = tuple(asked.values()) or ()
    shown = table(Selection(state=states) if states else Selection())
    (row,) = (row for group in shown.groups for row in group.rows if row[2].term == Code(name))
    return {column.key: cell for column, cell in zip(shown.columns, row, strict=True)}


def test_status_goes_from_the_staircase_to_what_to_do_next() -> None:
    assert kinds(status(town())) == [Staircase, Table, Legend, Advice, Hints]


def reached(count: int) -> Cell:
    """How many departments have come as far as a step, those that have come farther among them."""
    return Cell(Said("status.reached", {"departments": Count(count, "department")}))


def test_the_staircase_is_drawn_with_who_stands_where_and_who_has_come_so_far() -> None:
    drawn = status(town()).blocks[0]

    assert isinstance(drawn, Staircase)
    assert drawn.heading == HEADING
    assert drawn.lines == (
        Said("status.open", {"open": 4, "at_once": 7}),
        Said("status.started", {"started": 6}),
        Said("status.unreadable", {"files": Count(1, "unread-file")}),
    )
    arrived = Cell(Said("status.arrived", {"arrived": 1}), Tone.GOOD, flat=Said("status.arrived.flat", {"arrived": 1}))
    assert drawn.treads == (
        Tread(1, "step.explore", ((Cell(Count(2, "assignment")), arrived), (reached(2),))),
        Tread(2, "step.benefits", ((Cell(Count(1, "assignment")),), (reached(0),))),
        Tread(3, "step.roadmap", ((Cell(Count(0, "assignment")),), (reached(0),))),
        Tread(4, "step.embed", ((Cell(Count(1, "assignment")), arrived), (reached(0),))),
    )


def test_where_all_files_can_be_read_nothing_is_said_of_it() -> None:
    drawn = status(assessed(it=assignment())).blocks[0]

    assert isinstance(drawn, Staircase)
    assert [said.key for said in drawn.lines] == ["status.open", "status.started"]


@pytest.mark.parametrize(("ceiling", "key"), [(2, "status.open"), (1, "status.open.over")])
def test_more_at_once_than_the_ceiling_is_said(ceiling: int, key: str) -> None:
    program = f"{PROGRAM}settings: {{at_once: {ceiling}}}\n"

    drawn = status(assessed(program, it=assignment(), other=assignment())).blocks[0]

    assert isinstance(drawn, Staircase)
    assert drawn.lines[0] == Said(key, {"open": 2, "at_once": ceiling})


# columns


def test_the_little_staircase_comes_first_and_four_columns_are_never_dropped() -> None:
    priorities = {column.key: column.priority for column in table().columns if not column.piped}

    assert list(priorities)[:3] == ["climb", "id", "title"]
    assert [key for key, priority in priorities.items() if priority == 0] == ["climb", "id", "title", "gaps"]


def test_a_title_may_be_cut_to_twenty_seven_characters_and_an_id_never() -> None:
    shrink = {column.key: column.shrink for column in table().columns}

    assert (shrink["id"], shrink["title"]) == (None, 27)


@pytest.mark.parametrize(
    ("name", "climb"),
    [
        ("active", Cell(Climb(1, arrived=True), Tone.ACCENT, (), flat=1)),
        ("stray", Cell(Climb(1, arrived=False), Tone.ACCENT, (), flat=1)),
        ("paused", Cell(Climb(2, arrived=False), Tone.ACCENT, (), flat=2)),
        ("embedded", Cell(Climb(4, arrived=True), Tone.ACCENT, (), flat=4)),
        ("login", Cell(None)),
    ],
)
def test_the_little_staircase_shows_the_step_and_who_is_new(name: str, climb: Cell) -> None:
    assert cells(name)["climb"] == climb


@pytest.mark.parametrize(
    ("days", "cell"),
    [
        ("2026-06-30", Cell(Days(180), flat=Days(180))),
        ("2026-07-01", Cell(Days(181), Tone.WARN, (Sign.OVER,), flat=Days(181))),
    ],
)
def test_time_in_the_step_is_marked_when_it_is_over(days: str, cell: Cell) -> None:
    shown = status(assessed(day=days, it=assignment()), Selection(columns=("days_in_step",))).blocks[1]

    assert isinstance(shown, Table)
    assert shown.groups[0].rows == ((cell,),)


@pytest.mark.parametrize(
    ("rest", "signs"), [("pauses: [{from: 2026-06-30}]", (Sign.PAUSED,)), ("completed: 2026-06-30", ())]
)
def test_time_in_the_step_is_over_for_active_assignments_only(rest: str, signs: tuple[Sign, ...]) -> None:
    chosen = Selection(columns=("days_in_step",), state=("paused", "completed"))
    tight = program("settings: {step_days: {explore: 120}}")
    shown = status(assessed(tight, it=assignment(rest)), chosen).blocks[1]

    assert isinstance(shown, Table)
    assert shown.groups[0].rows == ((Cell(Days(180), signs=signs, flat=Days(180)),),)


def test_what_a_row_lacks_is_unset() -> None:
    login = cells("login")

    assert (login["days_in_step"], login["entered"]) == (Cell(None), Cell(None))
    assert login["department"].term == Name("")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (assignment(), Cell(0)),
        (assignment(together=""), Cell(1, Tone.WARN)),
        (assignment(goals="[nowhere]", together=""), Cell(Said("status.errors", {"gaps": 1, "errors": 1}), Tone.BAD)),
    ],
)
def test_gaps_are_counted_and_errors_stand_out(text: str, cell: Cell) -> None:
    shown = status(assessed(day="2026-01-01", it=text), Selection(columns=("gaps",))).blocks[1]

    assert isinstance(shown, Table)
    assert shown.groups[0].rows == ((cell,),)


@pytest.mark.parametrize(("day", "tone"), [("2026-04-01", Tone.PLAIN), ("2026-04-02", Tone.WARN)])
def test_a_file_that_nobody_has_touched_for_long_stands_out(day: str, tone: Tone) -> None:
    shown = status(assessed(day=day, it=assignment()), Selection(columns=("last_touched",))).blocks[1]

    assert isinstance(shown, Table)
    assert shown.groups[0].rows == ((Cell(date(2026, 1, 1), tone),),)


def test_a_department_stands_by_its_name_or_its_id_where_it_is_not_declared() -> None:
    assert [cells(name)["department"].term for name in ("paused", "stray")] == [Name("Care"), Name("nowhere")]


def test_any_key_of_the_rows_can_be_a_column() -> None:
    asked = Selection(columns=("path", "rounds", "step", "state", "id"))

    shown = table(asked)

    assert [(column.key, column.priority, column.align) for column in shown.columns] == [
        ("path", 0, "left"),
        ("rounds", 0, "right"),
        ("step", 0, "left"),
        ("state", 0, "left"),
        ("id", 0, "left"),
    ]
    assert shown.groups[0].rows[0] == (
        Cell(Name("assignments/embedded.yaml")),
        Cell(0),
        Cell(Word("step.embed")),
        Cell(Word("state.active")),
        Cell(Code("embedded"), Tone.STRONG),
    )
    assert (len(shown.groups), shown.group_key) == (1, None)
    assert [type(block) for block in blocks(asked)] == [Staircase, Table, Hints]


# around the table


def test_the_legend_explains_the_signs_that_are_there() -> None:
    all_of_them, plain = (
        next(block for block in status(each).blocks if isinstance(block, Legend))
        for each in (town(day="2026-07-31"), assessed(day="2026-04-01", it=assignment()))
    )

    assert [sign for sign, _ in all_of_them.entries] == [Sign.ARRIVED, Sign.OVER, Sign.PAUSED, Sign.NOTHING]
    assert [sign for sign, _ in plain.entries] == [Sign.NOTHING]


SHOW = (Said("hint.show", {}), "staircase show ID")
GAPS = (Said("hint.gaps", {"gaps": Count(1, "gap")}), "staircase gaps")
ERRORS = (Said("hint.errors", {"errors": Count(1, "error")}), "staircase check")


def hidden(count: int, noun: str, command: str) -> tuple[Said, str]:
    """What is not shown, counted, and the command that shows it."""
    return (Said("hint.hidden", {"hidden": Count(count, noun)}), command)


PLANNED = hidden(1, "planned", "staircase status --state planned")
ENDED = hidden(2, "ended", "staircase status --state completed --state stopped")
IGNORED = hidden(1, "ignored-file", "staircase gaps")


@pytest.mark.parametrize(
    ("selection", "hints"),
    [
        (Selection(), (SHOW, PLANNED, ENDED, IGNORED)),
        (Selection(lead=("Ida",)), (SHOW, hidden(1, "planned", "staircase status --state planned --lead Ida"))),
        (Selection(state=("open",)), (SHOW, IGNORED)),
    ],
    ids=str,
)
def test_what_is_not_shown_is_counted_with_how_to_see_it(
    selection: Selection, hints: tuple[tuple[Said, str], ...]
) -> None:
    day = date.fromisoformat(DAY)
    read = load([*files(TOWN, **ASSIGNMENTS), File("assignments/notes.txt", None)])

    last = status(assess(read, day, day), selection).blocks[-1]

    assert isinstance(last, Hints)
    assert tuple(hint for hint in last.entries if hint[1] != "staircase check" and hint[0].key != "hint.gaps") == hints


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        (assignment(), (SHOW,)),
        (assignment(together=""), (GAPS, SHOW)),
        (assignment(together="", goals="[nowhere]"), (ERRORS, GAPS, SHOW)),
    ],
)
def test_what_to_do_next_starts_with_what_was_found(text: str, hints: tuple[tuple[Said, str], ...]) -> None:
    assert status(assessed(day="2026-01-01", it=text)).blocks[-1] == Hints(hints)


@pytest.mark.parametrize(
    ("texts", "selection", "key"),
    [
        ({}, Selection(), "report.no-assignments"),
        ({"it": assignment("completed: 2026-02-01")}, Selection(), "status.no-open"),
        ({"it": "title: ["}, Selection(), "report.unread"),
        ({"it": assignment()}, Selection(state=("stopped",)), "report.no-match"),
        ({}, Selection(department=("care",)), "report.no-match"),
    ],
)
def test_where_there_is_nothing_to_show_it_says_why(texts: dict[str, str], selection: Selection, key: str) -> None:
    made = status(assessed(**texts), selection)

    (lines,) = (block for block in made.blocks if isinstance(block, Lines))
    assert [said.key for said in lines.said] == [key]
    assert made.sentences == ()
    assert not any(isinstance(block, Table) for block in made.blocks)


def test_each_assignment_is_a_sentence_to_be_read_aloud() -> None:
    chosen = Selection(lead=("Ida",)), Selection(step=("embed",))
    made = openings(said for selection in chosen for said in status(town(), selection).sentences)

    embedded = made[-1]
    assert [said.key for said in made] == ["plain.status.enabling", "plain.status.climbing"]
    assert embedded.terms == {
        "id": Code("embedded"),
        "title": Name("Keyless"),
        "state": Word("state.active"),
        "gaps": embedded.terms["gaps"],
        "errors": Count(0, "error"),
        "number": 4,
        "step": Word("step.embed"),
        "days": Days(91),
    }
