"""Findings point at the exact place, whatever stands on the line."""

import pytest
import wcwidth

from staircase.core.finding import Finding, Severity, Subject
from staircase.core.source import Span
from staircase.render.findings import Problem, concise, full
from staircase.render.look import Look
from tests.render.attacks import ATTACKS

LOG = Look(80)
FINDING = Finding("benefit-no-owner", "assignments/a.yaml", (), Subject("assignment", "a"), severity=Severity.WARNING)


def _shown(line: str | None, start: int, end: int, end_line: int = 31) -> Problem:
    return Problem(
        FINDING, "a.yaml", Span(31, start, end_line, end), "'x' has no owner", "Write who owns it", source_line=line
    )


def test_below_the_ask_stands_the_command_that_mends_it_whole() -> None:
    shown = _shown(None, 1, 1)._replace(fix="staircase benefit a x --owner …")

    assert full([shown], "", LOG).splitlines()[1:] == [
        "    → Write who owns it",
        "      staircase benefit a x --owner …",
        "",
    ]
    narrow = full([shown], "", Look(26, terminal=True)).splitlines()
    assert narrow[-3:] == ["staircase benefit a x \\", "--owner …", ""]


def test_a_finding_is_shown_with_its_line_a_caret_and_the_ask() -> None:
    assert full([_shown("  - id: x", 5, 7), _shown(None, 1, 1)], "2 warnings", LOG) == (
        "a.yaml:31:5: warning benefit-no-owner: 'x' has no owner\n"
        " 31 │   - id: x\n"
        "    │     ^^\n"
        "    → Write who owns it\n"
        "\n"
        "a.yaml:31:1: warning benefit-no-owner: 'x' has no owner\n"
        "    → Write who owns it\n"
        "\n"
        "2 warnings\n"
    )


def test_concise_is_one_line_each() -> None:
    assert concise([_shown("x", 1, 2), _shown("y", 9, 9)], LOG) == (
        "a.yaml:31:1: warning benefit-no-owner: 'x' has no owner\n"
        "a.yaml:31:9: warning benefit-no-owner: 'x' has no owner\n"
    )


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "caret"),
    [
        ("owner: Åsa", 8, 11, "owner: Åsa", "       ^^^"),
        ("\towner: x", 9, 10, "    owner: x", "           ^"),
        ("名前: 漢字", 5, 7, "名前: 漢字", "      ^^^^"),
        ("a\x1b[2J: b", 8, 9, "a\\x1b[2J: b", "          ^"),
        ("a: \u202eb", 4, 5, "a: \\u202eb", "   ^^^^^^"),
        ("👩\u200d👩: x", 6, 7, "👩\u200d👩: x", "    ^"),
        ("short", 6, 6, "short", "     ^"),
        ("short", 90, 95, "short", "     ^"),
        ("", 1, 1, "", "^"),
        ("title: x\r", 8, 9, "title: x", "       ^"),
        ("a ##[error]x", 12, 13, "a ##\\[error]x", "            ^"),
        ("::error::x", 10, 11, "::error::x", "         ^"),
    ],
)
def test_the_caret_stands_under_the_exact_span(line: str, start: int, end: int, shown: str, caret: str) -> None:
    lines = full([_shown(line, start, end)], "", LOG).split("\n")

    assert lines[1:3] == [f" 31 │ {shown}".rstrip(), f"    │ {caret}"]


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert full([_shown("  target: [1,", 3, 2, end_line=33)], "", LOG).split("\n")[2] == "    │   ^^^^^^^^^^^"


@pytest.mark.parametrize(("start", "end"), [(1, 5), (40, 45), (400, 410), (4990, 5001), (1, 5001), (3000, 4000)])
def test_a_long_line_is_shown_around_its_span(start: int, end: int) -> None:
    line = "".join(str(column % 10) for column in range(1, 5001))

    shown, caret = full([_shown(line, start, end)], "", Look(60, terminal=True)).split("\n")[1:3]

    first = caret.index("^")
    marked = shown[first : caret.rindex("^") + 1]
    assert (len(shown) <= 60, len(caret) <= 60) == (True, True)
    assert line[start - 1 : end - 1].startswith(marked.rstrip("…"))
    assert marked == line[start - 1 : end - 1] or marked.endswith("…")


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_nothing_in_a_finding_acts_on_a_terminal_or_a_runner(attack: str) -> None:
    finding = Finding(attack, attack, (), Subject("assignment", "a"))
    shown = Problem(finding, attack, Span(1, 2, 1, 4), attack, attack, source_line=attack)

    text = full([shown], attack, Look(60, terminal=True)) + concise([shown], LOG)

    assert [line for line in text.split("\n") if line.lstrip().startswith("::") or "##[" in line] == []
    assert wcwidth.wcswidth(text.replace("\n", "")) >= 0
    assert [line for line in text.splitlines() if line not in text.split("\n")] == []


def test_colour_only_doubles_the_words() -> None:
    painted = full([_shown("owner: x", 1, 6)], "1 warning", Look(80, terminal=True, colour=True))

    assert painted.split("\n")[:3] == [
        "\x1b[1ma.yaml:31:1:\x1b[0m \x1b[33mwarning\x1b[0m \x1b[1mbenefit-no-owner\x1b[0m: 'x' has no owner",
        "\x1b[2m 31 │\x1b[0m owner: x",
        "\x1b[2m    │\x1b[0m \x1b[33m^^^^^\x1b[0m",
    ]
