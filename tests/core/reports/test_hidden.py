"""What a report does not show is counted, with the command that shows it; 0 is 0 and a dash is unset."""

import json
from collections.abc import Callable
from datetime import date
from itertools import takewhile

import pytest

from staircase.core.assess import Assessment, assess
from staircase.core.load import load
from staircase.core.reports import Hints, Lines, NotShown, Report, Staircase, Timeline
from staircase.core.reports.benefits import benefits
from staircase.core.reports.departments import departments, ways
from staircase.core.reports.findings import gaps
from staircase.core.reports.flow import flow
from staircase.core.reports.lessons import lessons
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.select import ALL, Selection
from staircase.core.reports.status import status
from staircase.core.source import File
from staircase.core.term import Code, Count, Said, Word
from staircase.render import render
from staircase.render.look import Look
from staircase.words.speech import words
from tests.core.build import assessed, assignment, files, program
from tests.core.reports.outlines import UNREAD
from tests.core.reports.town import ASSIGNMENTS, DAY, PROGRAM

REPORTS: dict[str, Callable[[Assessment, Selection], Report]] = {
    "status": status,
    "departments": departments,
    "benefits": benefits,
    "roadmap": roadmap,
    "gaps": gaps,
    "ways": ways,
    "lessons": lessons,
    "flow": flow,
}
SWEDISH = words("sv")
IGNORED = (Said("hint.hidden", {"hidden": Count(1, "ignored-file")}), "staircase gaps")


def with_notes(texts: dict[str, str]) -> Assessment:
    day = date.fromisoformat(DAY)
    return assess(load([*files(PROGRAM, **texts), File("assignments/notes.txt", None)]), day, day)


def hints(report: Report) -> tuple[tuple[Said, str], ...]:
    return tuple(hint for block in report.blocks if isinstance(block, Hints) for hint in block.entries)


@pytest.mark.parametrize("texts", [ASSIGNMENTS, {}], ids=["town", "empty"])
@pytest.mark.parametrize("name", sorted(REPORTS.keys() - {"gaps"}))
def test_files_that_no_report_reads_are_counted_under_each(name: str, texts: dict[str, str]) -> None:
    of = with_notes(texts)

    assert hints(REPORTS[name](of, ALL)).count(IGNORED) == 1
    assert IGNORED not in hints(REPORTS[name](of, Selection(department=("care",))))


def test_among_the_gaps_they_are_listed() -> None:
    made = gaps(with_notes({}), ALL)

    assert Code("file-ignored") in [row["rule"] for row in made.rows]
    assert IGNORED not in hints(made)


@pytest.mark.parametrize("name", sorted(REPORTS.keys() - {"status"}))
def test_files_that_could_not_be_read_are_counted_with_what_names_them(name: str) -> None:
    blocks = REPORTS[name](assessed(PROGRAM, **ASSIGNMENTS), ALL).blocks

    assert [block.said for block in blocks if isinstance(block, Lines) and UNREAD in block.said] == [(UNREAD,)]


def test_under_status_they_stand_in_the_corner_and_the_command_among_the_hints() -> None:
    made = status(assessed(PROGRAM, **ASSIGNMENTS), ALL)

    drawn = made.blocks[0]
    assert isinstance(drawn, Staircase)
    assert Said("status.unreadable", {"files": Count(1, "unread-file")}) in drawn.lines
    assert "staircase check" in [command for _, command in hints(made)]


BENEFIT = "benefits: [{id: b, title: B, owner: Bo}]\nroadmap: [{id: r, title: R, owner: Bo}]\n"
STOPPED = BENEFIT + "stopped: {date: 2026-02-01, why: x}\n"


def three() -> Assessment:
    """An assignment that runs, one that is planned, and one that was stopped, each with a benefit and an idea."""
    ahead = BENEFIT.replace("Bo", "Ann")
    return assessed(
        PROGRAM, it=assignment(BENEFIT), ahead=assignment(ahead, started="2027-01-01"), over=assignment(STOPPED)
    )


def test_benefits_of_planned_and_stopped_assignments_are_counted() -> None:
    def left_out(selection: Selection = ALL) -> tuple[NotShown, ...]:
        return benefits(three(), selection).not_shown

    states = "staircase benefits --state planned --state stopped"
    assert left_out() == (NotShown("hidden-benefit", 2, states),)
    assert left_out(Selection(owner=("Bo",))) == (NotShown("hidden-benefit", 1, f"{states} --owner Bo"),)
    assert left_out(Selection(state=("open",))) == ()
    assert len(benefits(three(), Selection(state=("planned", "stopped"))).rows) == 2


ENDED_ITEMS = """
roadmap:
  - {id: done, title: Done, from: 2026-Q1, owner: Bo, done: 2026-03-01}
  - {id: dropped, title: Dropped, owner: Ann, dropped: {date: 2026-03-01, why: x}}
  - {id: live, title: Live, from: 2027-Q1, owner: Bo}
"""


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (ALL, [("hidden-item", 1, "--state planned"), ("ended-item", 3, "--bucket ended")]),
        (Selection(owner=("Bo",)), [("ended-item", 2, "--bucket ended --owner Bo")]),
        (
            Selection(owner=("Ann",)),
            [("hidden-item", 1, "--state planned --owner Ann"), ("ended-item", 1, "--bucket ended --owner Ann")],
        ),
        (Selection(state=("open",)), [("ended-item", 2, "--bucket ended --state open")]),
        (Selection(state=("stopped",)), []),
        (Selection(state=("open", "stopped")), [("ended-item", 2, "--bucket ended --state open --state stopped")]),
    ],
)
def test_items_that_have_ended_or_are_of_planned_assignments_are_counted(
    selection: Selection, expected: list[tuple[str, int, str]]
) -> None:
    texts = {"ahead": assignment(BENEFIT.replace("Bo", "Ann"), started="2027-01-01"), "over": assignment(STOPPED)}
    of = assessed(PROGRAM, it=assignment(ENDED_ITEMS), **texts)

    made = roadmap(of, selection)

    assert made.not_shown == tuple(NotShown(what, count, f"staircase roadmap {how}") for what, count, how in expected)
    for left_out in made.not_shown:
        assert left_out.hint in hints(made)


def test_what_is_not_shown_is_shown_by_the_command_that_is_named() -> None:
    of = assessed(PROGRAM, it=assignment(ENDED_ITEMS), over=assignment(STOPPED))

    ended = roadmap(of, ALL, ["ended"])

    assert [(row["id"], row["bucket"]) for row in ended.rows] == [
        (Code(name), Word("bucket.ended")) for name in ("done", "dropped", "r")
    ]
    assert [
        track.after[0].term for block in ended.blocks if isinstance(block, Timeline) for track in block.lanes[0].tracks
    ] == [
        Word("item.done"),
        Word("item.dropped"),
        Word("roadmap.stopped"),
    ]
    assert [one.command for one in roadmap(of, ALL, ["idea"]).not_shown] == []
    ahead = assessed(PROGRAM, it=assignment(BENEFIT, started="2027-01-01"))
    assert roadmap(ahead, ALL, ["idea"]).not_shown == (
        NotShown("hidden-item", 1, "staircase roadmap --state planned --bucket idea"),
    )


def test_json_counts_what_is_not_shown() -> None:
    told = json.loads(render(benefits(three(), ALL), "json", Look(80), SWEDISH))

    assert told["not_shown"] == [
        {
            "what": "hidden-benefit",
            "count": 2,
            "command": "staircase benefits --state planned --state stopped",
        }
    ]


def test_nothing_hidden_is_not_counted() -> None:
    of = assessed(PROGRAM, it=assignment(BENEFIT))

    assert [hint for make in REPORTS.values() for hint in hints(make(of, ALL)) if hint[0].key == "hint.hidden"] == []


def test_accepted_gaps_are_counted_also_where_no_gap_is_left() -> None:
    accepted = "accepted: [{rule: journey-not-together, until: 2027-01-01, why: x}]\nreviewed: 2026-06-15\n"
    of = assessed(program("rules: {department-no-roadmap: off}"), it=assignment(accepted, together=""))

    made = gaps(of, Selection(lead=("Lea",)))

    counted = Said("hint.hidden", {"hidden": Count(len(of.accepted), "accepted-gap")})
    assert len(of.accepted) == 1
    assert (counted, "staircase check --show-accepted") in hints(made)


def told(report: Report) -> list[list[str]]:
    """The records in a pipe, each a list of cells."""
    lines = render(report, "table", Look(80), SWEDISH).splitlines()
    return [line.split() for line in takewhile(bool, lines)]


NOUGHT, DASH = "0", "–"


def test_nought_is_nought_and_what_is_unset_a_dash() -> None:
    of = assessed(program(), it=assignment("reviewed: 2026-06-15\n", title="It"))

    columns = ("over", "benefit", "gaps", "last_touched", "entered")
    assert told(status(of, Selection(columns=columns)))[1] == ["nej", DASH, NOUGHT, "2026-06-15", "2026-01-01"]
    assert told(departments(of, ALL))[1] == [
        *("care", "Care", "nej", "nej", "nej", "nej", DASH, NOUGHT, "nej", "1", "1", DASH),
        *["Starta", "ett", "första", "test"],
    ]
    assert [row[:2] for row in told(flow(of, ALL))[1:]] == [["2026-Q1", "1"], ["2026-Q2", NOUGHT]]


def test_a_rate_of_nothing_is_unset_and_none_stopped_of_some_is_nought() -> None:
    running, ended = (flow(assessed(it=assignment(rest)), ALL) for rest in ("", "completed: 2026-02-01\n"))

    def rate(report: Report) -> str:
        lines = render(report, "table", Look(80), SWEDISH).splitlines()
        return next(line for line in lines if line.startswith("Andel stoppade"))

    assert rate(running) == f"Andel stoppade: {DASH}"
    assert rate(ended) == "Andel stoppade: 0\N{NO-BREAK SPACE}%"


def test_nothing_taken_home_of_something_is_nought() -> None:
    worth = "baseline: {value: 9, date: 2026-01-20}, target: {value: 5}, worth: {per_unit: 1000}"
    of = assessed(it=assignment(f"benefits: [{{id: b, title: B, kind: cash, {worth}}}, {{id: c, title: C}}]"))

    first, second = told(benefits(of, ALL))[1:]

    assert (" ".join(first).count(" 0 av 4 tkr/år "), " ".join(second).count(" 0 ")) == (1, 0)
    assert benefits(of, ALL).rows[1]["taken_home"] is None
