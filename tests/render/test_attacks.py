"""No text from a file, its name or git has a meaning of its own in any format."""

import csv
import json
import re
from dataclasses import replace
from functools import cache
from io import StringIO
from itertools import product
from typing import get_args

import pyte
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from staircase.render import ReportOutput, render
from staircase.render.look import Look
from tests.render.attacks import ATTACKS, HONEST
from tests.render.samples import SWEDISH, hostile

LOOKS = {
    "wide terminal": Look(140, terminal=True),
    "terminal": Look(80, terminal=True),
    "narrow terminal": Look(50, terminal=True),
    "ascii terminal": Look(80, terminal=True, signs="ascii"),
    "everything": Look(80, terminal=True, wide=True),
    "pipe": Look(80),
    "read aloud": Look(80, plain=True),
}
OTHERS: tuple[ReportOutput, ...] = tuple(form for form in get_args(ReportOutput) if form != "table")
FORMATS = [*product(["table"], LOOKS.values()), *product(OTHERS, [Look(80)])]
ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)

EMULATED = [
    pytest.param(
        look, id=name, marks=[pytest.mark.slow] if name in {"wide terminal", "narrow terminal", "everything"} else []
    )
    for name, look in LOOKS.items()
]
"""The looks that a terminal is emulated for, which takes its time."""

attacks = pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
texts = pytest.mark.parametrize("text", (ATTACKS | HONEST).values(), ids=(ATTACKS | HONEST).keys())


@attacks
@pytest.mark.parametrize("look", EMULATED)
def test_a_terminal_shows_the_text_and_does_nothing_else(look: Look, attack: str) -> None:
    text = render(hostile(attack), "table", look, SWEDISH)
    lines = text.split("\n")
    screen = pyte.Screen(max(map(_room, lines)), len(lines))
    untouched = pyte.Screen(screen.columns, screen.lines)

    pyte.Stream(screen).feed(text.replace("\n", "\r\n"))

    assert [line.rstrip() for line in screen.display] == [_as_drawn(line) for line in lines]
    assert (screen.title, screen.mode, screen.margins, screen.charset) == (
        untouched.title,
        untouched.mode,
        untouched.margins,
        untouched.charset,
    )
    assert {cell[1:] for row in screen.buffer.values() for cell in row.values()} == {untouched.default_char[1:]}
    assert (screen.cursor.y, screen.cursor.x) == (len(lines) - 1, 0)


@cache
def _as_drawn(line: str) -> str:
    """A line as the emulator stores it: composed where it composes."""
    screen = pyte.Screen(_room(line), 1)
    for character in line:
        screen.draw(character)
    return screen.display[0].rstrip()


def _room(line: str) -> int:
    """As many columns as a line can take, and one more."""
    return sum(1 if character.isascii() else 2 for character in line) + 1


@attacks
@pytest.mark.parametrize(("form", "look"), FORMATS)
def test_no_format_lets_through_what_acts_on_a_terminal(form: ReportOutput, look: Look, attack: str) -> None:
    text = render(hostile(attack), form, look, SWEDISH)
    bare = text.removeprefix("\ufeff") if form == "excel" else text
    bare = bare.replace("\r\n", "\n").replace("\t", " ") if form in {"csv", "excel"} else bare

    assert ACTING.findall(bare) == []
    assert bare.encode()


@attacks
@pytest.mark.parametrize(("form", "look"), FORMATS)
def test_no_line_is_a_command_to_the_runner_of_a_workflow(form: ReportOutput, look: Look, attack: str) -> None:
    lines = re.split("\r\n|\r|\n", render(hostile(attack), form, look, SWEDISH))

    assert [line for line in lines if line.strip("\ufeff").lstrip().startswith("::") or "##[" in line] == []


@texts
def test_json_gives_the_text_back_whole(text: str) -> None:
    whole = text.encode("utf-8", "backslashreplace").decode()

    document = json.loads(render(hostile(text), "json", Look(80), SWEDISH))

    assert document["program"] == whole
    assert document["unreadable"] == [whole]
    assert document["rows"] == [{"id": "some-id", "title": whole, "tags": [whole, whole], "params": {"x": whole}}]


@attacks
@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("excel", ";")])
def test_a_spreadsheet_finds_no_formula(form: ReportOutput, delimiter: str, attack: str) -> None:
    text = render(hostile(attack), form, Look(80), SWEDISH).removeprefix("\ufeff")

    rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))

    assert [len(row) for row in rows] == [4, 4]
    assert [cell for row in rows for cell in row if cell.lstrip()[:1] in set("=+-@\uff1d\uff0b\uff0d\uff20")] == []


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
@pytest.mark.parametrize("form", ["table", "csv", "markdown"])
def test_honest_text_comes_through_whole(form: ReportOutput, text: str) -> None:
    assert text in render(hostile(text), form, Look(200), SWEDISH)


@attacks
def test_markdown_has_the_same_nodes_and_words_whatever_the_text(attack: str) -> None:
    harmless = _outside_code("SAR")

    assert _outside_code(attack) == harmless
    assert {kind for kind, _ in harmless} <= NODES


NODES = {
    f"{kind}_{end}"
    for kind in (
        "heading",
        "paragraph",
        "bullet_list",
        "list_item",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "strong",
    )
    for end in ("open", "close")
} | {"inline", "text", "code_inline", "softbreak"}


def _outside_code(text: str) -> list[tuple[str, str]]:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(
        render(hostile(text), "markdown", Look(80), replace(SWEDISH, currency=text))
    )
    return [(token.type, token.content if token.type == "text" else "") for token in _flat(tokens)]


def _flat(tokens: list[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *_flat(token.children or []))]
