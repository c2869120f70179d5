"""Annotations for GitHub: exactly the commands that are meant, whatever the texts hold."""

import pytest

from staircase.core.finding import Severity
from staircase.core.source import Span
from staircase.render import MachineFormat, tell
from staircase.render.findings import Notices, Problem, concise, full
from staircase.render.findings_markdown import summary
from staircase.render.github import render
from staircase.render.look import Look
from tests.render.attacks import ATTACKS, HONEST
from tests.render.runner import Command, commands
from tests.render.told import ENGLISH, SWEDISH, hostile, told

attacks = pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())


def test_an_annotation_stands_on_the_lines_that_it_is_about() -> None:
    assert render(Notices((told(),)), ENGLISH) == (
        "::warning file=portfolio/assignments/a.yaml,line=31,col=5,endLine=31,endColumn=7,title=benefit-no-owner"
        "::the benefit 'Quicker visits' has no owner in the line%0AWrite who takes it home: owner\n"
    )


def test_an_annotation_over_several_lines_has_no_columns() -> None:
    text = render(Notices((told()._replace(span=Span(3, 5, 9, 1)),)), ENGLISH)

    assert commands(text)[0].properties == {
        "file": "portfolio/assignments/a.yaml",
        "line": "3",
        "endLine": "9",
        "title": "benefit-no-owner",
    }


def test_percent_signs_colons_and_commas_come_back_as_they_were() -> None:
    notice = told()._replace(path="a,b:c%2C.yaml", message="55 % of 1:2, 100%25")

    (command,) = commands(render(Notices((notice,)), ENGLISH))

    assert command.properties["file"] == "a,b:c%2C.yaml"
    assert command.data == "55 % of 1:2, 100%25\nWrite who takes it home: owner"


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
def test_honest_text_comes_through_whole(text: str) -> None:
    (command,) = commands(render(Notices((told(text),)), ENGLISH))

    assert command.data == f"{told(text).message}\nWrite who takes it home: owner"


def test_the_gravest_come_first_and_at_most_nine_of_each_severity() -> None:
    notes = [told(f"n{number}", Severity.NOTE) for number in range(9)]
    warnings = [told(f"w{number}") for number in range(10)]
    errors = [told(f"e{number}", Severity.ERROR) for number in range(30)]

    found = commands(render(Notices((*notes, *warnings, *errors)), SWEDISH))

    assert [command.name for command in found] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 9
    assert found[9] == Command("error", {"title": "staircase"}, "21 fel till, i loggen och i stegets sammanfattning")
    assert found[19].data == "1 varning till, i loggen och i stegets sammanfattning"


def test_what_the_base_has_too_is_no_annotation() -> None:
    notices = Notices((told("new", novelty="new"), told("old", novelty="carried")), compared=True)

    assert [command.data.split("\n")[0] for command in commands(render(notices, ENGLISH))] == [
        "the benefit 'new' has no owner in the line"
    ]


def test_a_clean_check_says_nothing_to_the_runner() -> None:
    assert render(Notices(()), ENGLISH) == ""


@attacks
def test_whatever_the_text_the_runner_gets_one_annotation(attack: str) -> None:
    found = commands(render(hostile(attack), ENGLISH))

    assert [(command.name, list(command.properties), command.properties["title"]) for command in found] == [
        ("warning", ["file", "line", "col", "endLine", "endColumn", "title"], "benefit-no-owner")
    ]


@attacks
@pytest.mark.parametrize("form", ["gitlab", "junit", "sarif", "markdown"])
def test_no_other_format_holds_a_command(form: MachineFormat, attack: str) -> None:
    assert commands(tell(hostile(attack), form, ENGLISH)) == []


@attacks
def test_neither_the_summary_nor_the_log_holds_a_command(attack: str) -> None:
    notice = hostile(attack).shown[0]
    shown = Problem(notice.finding, attack, Span(1, 2, 1, 4), attack, attack, source_line=attack)
    log = full([shown], attack, Look(80)) + full([shown], attack, Look(80, colour=True)) + concise([shown], Look(80))

    assert commands(log + summary(hostile(attack), ENGLISH)) == []


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ("::error file=a%2Cb,line=1::x%0Ay", [Command("error", {"file": "a,b", "line": "1"}, "x\ny")]),
        (" \u00a0::debug::x", [Command("debug", {}, "x")]),
        ("a\r::debug::x", [Command("debug", {}, "x")]),
        ("a ##[set-env name=P;]v", [Command("set-env", {"name": "P"}, "v")]),
        ("a ::debug::x", []),
        ("::debug:x", []),
    ],
)
def test_the_runner_of_these_tests_hears_what_the_real_one_hears(log: str, expected: list[Command]) -> None:
    assert commands(log) == expected
