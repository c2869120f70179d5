"""Usage errors: exit code 2, one or two lines in the reader's language, and what was meant."""

import re
import shlex
from dataclasses import fields
from inspect import signature
from pathlib import Path

import pytest

from staircase.cli.app import named
from staircase.cli.events import EVENTS
from staircase.cli.usage import hint
from staircase.words.en.help import TEXTS
from tests.cli.inside import Stream, code_of
from tests.cli.running import Ended, environment, plant, run
from tests.house.module import ROOT

SOURCES = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "staircase/cli").glob("*.py")))
ROWS = re.findall(r'called\((\w+), "(\w+:\w+)"\)', SOURCES)
"""Each row of a family whose function is named: its options, and the function within the shell."""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("stauts", "there is no command “stauts”. Did you mean “status”?\nMore: staircase --help"),
        ("check --select xyz", "there is no rule and no family of rules “xyz”.\nMore: staircase check --help"),
        (
            "status --depratment care",
            "there is no option “--depratment”. Did you mean “--department”?\nMore: staircase status --help",
        ),
        ("--wide", "--wide stands after a command: staircase status --wide\nMore: staircase --help"),
        ("check --fail-on", "--fail-on needs a value.\nMore: staircase check --help"),
        ("status --wide=3", "--wide takes no value.\nMore: staircase status --help"),
        (
            "status --by foo",
            "--by cannot be “foo”. Choose from: step, department, lead, state, goal.\nMore: staircase status --help",
        ),
        ("status --state activ", "--state cannot be “activ”. Did you mean “active”?\nMore: staircase status --help"),
        ("departments extra", "“extra” is one word too many.\nMore: staircase departments --help"),
        ("--lang de status", "--lang cannot be “de”. Choose from: sv, en.\nMore: staircase --help"),
        ("--lang sv stauts", "det finns inget kommando ”stauts”. Menade du ”status”?\nMer: staircase --help"),
    ],
)
def test_a_usage_error_says_what_was_meant(tmp_path: Path, line: str, expected: str) -> None:
    assert run(line.split(), tmp_path) == Ended(2, "", f"staircase: {expected}\n")


def test_what_was_written_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    ended = run(["sta\x1b[31m\n::error::tus"], tmp_path)

    assert ended.code == 2
    assert ended.err.splitlines()[0].startswith("staircase: there is no command “sta\\x1b[31m")
    assert not [line for line in ended.err.splitlines() if line.lstrip().startswith("::")]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (
            "check --select a-rule-that-nobody-knows",
            "there is no rule and no family of\nrules “a-rule-that-nobody-knows”.\nMore: staircase check --help\n",
        ),
        (
            "move --why 'proven in two trials'",
            (
                "this is missing: ID, STEP. The\nwhole command:\n"
                "staircase move ID STEP --why 'proven in two trials'\nMore: staircase move --help\n"
            ),
        ),
    ],
)
def test_a_terminal_gets_lines_that_end_between_words_and_a_command_whole(
    tmp_path: Path, line: str, shown: str
) -> None:
    out, err = Stream("utf-8"), Stream("utf-8", terminal=True)

    code_of(shlex.split(line), plant(tmp_path, {}), environment(COLUMNS="46"), out, err)

    assert (out.content().decode(), err.content().decode()) == ("", f"staircase: {shown}")


@pytest.mark.parametrize(
    ("command", "usage"),
    [("show", "show [OPTIONS] ID"), ("rule", "rule [OPTIONS] [NAME]"), ("check", "check [OPTIONS] [PATH]…")],
)
def test_usage_says_which_arguments_are_needed_and_which_may_be_repeated(
    tmp_path: Path, command: str, usage: str
) -> None:
    assert run([command, "--help"], tmp_path).out.splitlines()[0].endswith(usage)


def test_an_argument_that_is_needed_is_asked_for(tmp_path: Path) -> None:
    ended = run(["show"], tmp_path)

    assert ended == Ended(2, "", "staircase: ID is missing.\nMore: staircase show --help\n")


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, "Choose from: c0."),
        (15, "Choose from: c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14."),
        (16, ""),
        (0, ""),
    ],
)
def test_as_many_as_fifteen_choices_are_listed(count: int, expected: str) -> None:
    assert hint("elsewhere", (f"c{number}" for number in range(count)), TEXTS) == expected


@pytest.mark.parametrize(("options", "function"), ROWS)
def test_the_function_that_a_row_names_takes_the_options_beside_it(options: str, function: str) -> None:
    first, *_ = signature(named(f"cli.{function}")).parameters.values()

    assert first.annotation.__name__ == options


@pytest.mark.parametrize("command", EVENTS)
def test_an_event_finds_each_of_its_values_among_its_options(command: str) -> None:
    options, event = EVENTS[command]

    values = {each.name for each in fields(named(f"core.edits.{event}"))}
    assert values - {each.name for each in fields(options)} == set()
