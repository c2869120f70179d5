"""What the surroundings say: language, colour and the line at a glance."""

import io
from collections.abc import Iterator
from typing import TextIO

import pytest

from staircase.cli.environment import chosen_language, given, has_colour, locale_language
from tests.cli import screen


@pytest.fixture
def terminal() -> Iterator[TextIO]:
    with screen.terminal(80) as (stream, _):
        yield stream


PIPE = io.StringIO()


@pytest.mark.parametrize(
    ("option", "variables", "expected"),
    [
        pytest.param(None, {}, True, id="a terminal"),
        pytest.param("auto", {}, True, id="auto on a terminal"),
        pytest.param("never", {"FORCE_COLOR": "1"}, False, id="never beats all variables"),
        pytest.param("always", {"NO_COLOR": "1", "TERM": "dumb"}, True, id="always beats all variables"),
        pytest.param("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, id="NO_COLOR beats FORCE_COLOR"),
        pytest.param(None, {"NO_COLOR": ""}, True, id="an empty NO_COLOR says nothing"),
        pytest.param(None, {"FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"}, False, id="FORCE_COLOR=0 is off"),
        pytest.param(None, {"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True, id="CLICOLOR_FORCE beats TERM"),
        pytest.param(None, {"CLICOLOR_FORCE": "0"}, True, id="CLICOLOR_FORCE=0 says nothing"),
        pytest.param(None, {"TERM": "dumb"}, False, id="a dumb terminal"),
    ],
)
def test_colour_on_a_terminal_follows_the_option_over_the_variables(
    terminal: TextIO, option: str | None, variables: dict[str, str], *, expected: bool
) -> None:
    assert has_colour(option, variables, terminal) is expected


@pytest.mark.parametrize(
    ("option", "variables", "expected"),
    [
        pytest.param(None, {}, False, id="a pipe has none"),
        pytest.param("auto", {"FORCE_COLOR": "1"}, True, id="unless forced"),
        pytest.param(None, {"FORCE_COLOR": "3", "TERM": "dumb"}, True, id="at any depth"),
        pytest.param(None, {"CLICOLOR_FORCE": "1"}, True, id="or forced the other way"),
        pytest.param("always", {}, True, id="or by option"),
    ],
)
def test_colour_in_a_pipe_has_to_be_asked_for(option: str | None, variables: dict[str, str], *, expected: bool) -> None:
    assert has_colour(option, variables, PIPE) is expected


def test_a_closed_stream_has_no_colour() -> None:
    closed = io.StringIO()
    closed.close()

    assert [has_colour(None, {}, stream) for stream in (None, closed)] == [False, False]


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "en"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "de_DE", "LC_ALL": "sv"}, "sv"),
        ({"LC_ALL": "", "LANG": "sv_FI"}, "sv"),
        ({"LC_ALL": "C", "LANG": "sv_SE"}, "en"),
    ],
)
def test_the_locale_is_that_of_messages(variables: dict[str, str], expected: str) -> None:
    assert locale_language(variables) == expected


@pytest.mark.parametrize(
    ("option", "variable", "expected"),
    [("sv", "en", "sv"), (None, "sv", "sv"), (None, "", None), (None, "de", None), ("de", "sv", "sv")],
)
def test_the_language_that_is_asked_for(option: str | None, variable: str, expected: str | None) -> None:
    assert chosen_language(option, {"STAIRCASE_LANG": variable}) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", None),
        ("status", None),
        ("status --lang sv", "sv"),
        ("--lang=sv status", "sv"),
        ("--lang en status --lang sv", "sv"),
        ("status --lang", None),
        ("check -- --lang sv", None),
    ],
)
def test_an_option_is_found_wherever_it_stands(line: str, expected: str | None) -> None:
    assert given(line.split(), "--lang") == expected
