"""Every report has the same keys whatever the portfolio holds, also where it can't be read."""

from collections.abc import Callable

import pytest

from staircase.core.assess import Assessment
from staircase.core.reports import Lines, Report, Tone, Value
from staircase.core.reports.benefits import benefits
from staircase.core.reports.departments import departments, ways
from staircase.core.reports.findings import gaps
from staircase.core.reports.flow import flow
from staircase.core.reports.lessons import lessons
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.select import Selection
from staircase.core.reports.show import show
from staircase.core.reports.status import status
from staircase.core.term import Code, Name, Said
from tests.core.build import assessed, program
from tests.core.reports.town import ASSIGNMENTS, PROGRAM, town

Make = Callable[[Assessment], Report]

REPORTS: dict[str, Make] = {
    "status": status,
    "departments": departments,
    "benefits": benefits,
    "roadmap": roadmap,
    "gaps": gaps,
    "gaps-roadmap": ways,
    "lessons": lessons,
    "flow": flow,
    "show": lambda assessment: show(assessment, "active"),
}

CHOSEN: dict[str, Callable[[Assessment, Selection], Report]] = {
    "status": status,
    "departments": departments,
    "benefits": benefits,
    "roadmap": roadmap,
    "gaps": gaps,
    "lessons": lessons,
    "flow": flow,
}


def unset(value: Value) -> Value:
    """The same nested mappings with nothing at their ends."""
    return {name: unset(part) for name, part in value.items()} if isinstance(value, dict) else None


each_report = pytest.mark.parametrize("name", REPORTS)


@each_report
def test_without_a_programme_the_totals_are_all_there_and_unset(name: str) -> None:
    made = REPORTS[name](assessed("[", **ASSIGNMENTS))

    assert (made.name, made.rows, made.totals) == (name, (), unset(dict(REPORTS[name](town()).totals)))


def test_an_assignment_whose_file_cannot_be_read_is_shown_as_that() -> None:
    made = show(town(), "broken")

    totals = {"benefits": None, "roadmap": None, "findings": None}
    assert (made.name, made.rows, made.totals, made.program) == ("show", (), totals, "Programme")
    assert made.blocks[0] == Lines(
        (Said("report.no-file", {"file": Name("assignments/broken.yaml"), "command": Code("staircase check")}),),
        Tone.BAD,
    )


@pytest.mark.parametrize("name", sorted(CHOSEN.keys() - {"departments"}))
def test_beside_files_that_could_not_be_read_no_report_says_that_nothing_is_written_or_missing(name: str) -> None:
    of = assessed(program("rules: {department-untouched: off}"), bad="[")

    said = [line for block in CHOSEN[name](of, Selection()).blocks if isinstance(block, Lines) for line in block.said]

    unread = Said("report.unread", {"command": Code("staircase check")})
    assert [line for line in said if line.key != "report.unreadable"] == [unread]


@pytest.mark.parametrize("name", CHOSEN)
@pytest.mark.parametrize("state", ["open", "stopped", "planned"])
def test_no_total_obeys_the_state(name: str, state: str) -> None:
    made = CHOSEN[name]
    of = town(
        program=PROGRAM + "accepted: [{rule: department-untouched, item: town-hall, until: 2027-01-01, why: x}]\n"
    )

    whole = Selection(tag=("web",))
    narrowed = Selection(tag=("web",), state=(state,))

    assert made(of, narrowed).totals == made(of, whole).totals
    assert made(of, Selection(state=(state,))).totals == made(of, Selection()).totals
