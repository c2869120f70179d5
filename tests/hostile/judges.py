"""What must hold of every output, whatever stood in the files; each judge gives what is wrong, and nothing where all is well."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pyte
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.hostile.portfolios import MARK
from tests.render.runner import commands

ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f"
    "\ud800-\udfff]"
)
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
ANNOTATIONS = {"error", "warning", "notice"}
SPANS = frozenset({"file", "line", "endLine", "col", "endColumn", "title"})
OWN_ELEMENTS = {"testsuites", "testsuite", "testcase", "failure", "skipped", "system-out", "properties", "property"}
OWN_HTML = re.compile(r"</?(details|summary|br)>|<!-- staircase[ :][^>]*-->")

Judge = Callable[[str], Iterator[str]]
Judges = tuple[Judge, ...]


def wrong(text: str, judges: Judges) -> list[str]:
    """Give all that is wrong with an output."""
    return [fault for judge in judges for fault in judge(text)]


def acts(text: str) -> Iterator[str]:
    """What acts on a terminal, or hides; our own colours do not."""
    bare = re.sub("\x1b\\[[0-9;]*m", "", text)
    yield from (
        f"acts: {found[0]!r} in {bare[max(0, found.start() - 30) : found.end() + 10]!r}"
        for found in ACTING.finditer(bare)
    )


def commands_a_runner(text: str) -> Iterator[str]:
    """What GitHub's runner would obey."""
    yield from (f"command: {command}" for command in commands(text))


def annotates_wrongly(text: str) -> Iterator[str]:
    """What GitHub's runner would obey that is no annotation of ours, each on a line of its own."""
    found = commands(text)
    if len(found) != len(text.splitlines()):
        yield f"{len(found)} commands on {len(text.splitlines())} lines"
    for one in found:
        if one.name not in ANNOTATIONS or not set(one.properties) <= SPANS:
            yield f"annotation: {one}"


def no_json(text: str) -> Iterator[str]:
    """Why a strict reader of JSON would refuse."""
    try:
        json.loads(text, object_pairs_hook=_once, parse_constant=_refused)
    except ValueError as error:
        yield f"JSON: {error}"


def no_xml(text: str) -> Iterator[str]:
    """Why a reader of XML would refuse, or what it finds that is no element of ours."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        yield f"XML: {error}"
        return
    tags = {str(element.tag) for element in root.iter()}
    if not tags <= {
        "testsuites",
        "testsuite",
        "testcase",
        "failure",
        "skipped",
        "system-out",
        "properties",
        "property",
    }:
        yield f"XML: {tags}"


def no_csv(text: str) -> Iterator[str]:
    """Why a spreadsheet would refuse, or what it would run."""
    yield from _spreadsheet(text, ",")


def no_excel(text: str) -> Iterator[str]:
    """As for a spreadsheet that reads semicolons."""
    yield from _spreadsheet(text.removeprefix("\ufeff"), ";")


def speaks_markdown(text: str) -> Iterator[str]:
    """What a file's text has become but code."""
    for token in _flat(MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)):
        if token.type in {"html_block", "html_inline"}:
            if MARK in token.content or "<" in OWN_HTML.sub("", token.content):
                yield f"HTML: {token.content!r}"
        elif token.type in {"link_open", "image", "fence", "code_block", "blockquote_open", "hr", "s_open", "em_open"}:
            yield f"Markdown: {token.type} {token.content!r} {token.attrs}"
        elif token.type == "text" and MARK in token.content:
            yield f"bare text: {token.content!r}"
    for table in re.findall(r"(?m)(?:^\|.*\n)+", text):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        if len(widths) > 1:
            yield f"table: rows of {widths} cells"


def moves_a_screen(text: str) -> Iterator[str]:
    """What a terminal shows that no plain text would have made: titles, modes, a cursor elsewhere."""
    lines = text.split("\n")
    screen = pyte.Screen(max(map(len, lines)) * 2 + 1, len(lines))
    untouched = pyte.Screen(screen.columns, screen.lines)
    pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
    for name in ("title", "icon_name", "mode", "margins", "charset"):
        if getattr(screen, name) != getattr(untouched, name):
            yield f"screen: {name} {getattr(screen, name)!r}"
    if (screen.cursor.y, screen.cursor.x) != (len(lines) - 1, 0):
        yield f"screen: cursor at {screen.cursor.y}, {screen.cursor.x}"


def _spreadsheet(text: str, delimiter: str) -> Iterator[str]:
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        yield f"CSV: {error}"
        return
    if len({len(row) for row in rows}) > 1:
        yield f"CSV: rows of { ({len(row) for row in rows}) } cells"
    for cell in (cell for row in rows for cell in row):
        if FORMULA.match(cell) and not NUMBER.fullmatch(cell):
            yield f"formula: {cell!r}"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(pairs)) != len(pairs):
        message = "a key stands twice"
        raise ValueError(message)
    return dict(pairs)


def _refused(constant: str) -> float:
    raise ValueError(constant)


def _flat(tokens: list[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *_flat(token.children or []))]
