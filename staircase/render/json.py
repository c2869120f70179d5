"""A report as JSON: versioned, always with all keys, the same bytes for the same report."""

import json
from collections.abc import Iterator
from decimal import Decimal

from staircase.core.reports.block import Report
from staircase.render.safe import json_text
from staircase.render.values import Plain, plain
from staircase.words.speech import Words

_STEP = "  "


def render(report: Report, words: Words) -> str:
    """Write a report's rows and totals as one JSON document."""
    whole: Plain = {
        "schema": f"staircase.{report.name}/1",
        "as_of": report.day.isoformat(),
        "program": report.program or None,
        "rows": [plain(row, words) for row in report.rows],
        "totals": plain(report.totals, words),
        "unreadable": list(report.unreadable),
        "not_shown": [{"what": one.what, "count": one.number, "command": one.command} for one in report.not_shown],
    }
    return document(whole)


def document(value: Plain) -> str:
    """Write a value as a document of its own, indented, its last line ended."""
    return "".join(_written(value, "\n")) + "\n"


def compact(value: Plain) -> str:
    """Write a value on one line."""
    return "".join(_written(value, ""))


def _written(value: Plain, indent: str) -> Iterator[str]:
    """Write a value; ``indent`` is a line's end and its blanks, or nothing where all stands on one line."""
    match value:
        case dict():
            parts = ((_text(key) + ": ", part) for key, part in value.items())
            yield from _bracketed("{}", list(parts), indent)
        case list():
            yield from _bracketed("[]", [("", part) for part in value], indent)
        case str():
            yield _text(value)
        case Decimal():
            yield f"{value:f}"
        case _:
            yield json.dumps(value)


def _bracketed(brackets: str, parts: list[tuple[str, Plain]], indent: str) -> Iterator[str]:
    if not parts:
        yield brackets
        return
    deeper = indent and indent + _STEP
    yield brackets[0]
    for number, (lead, part) in enumerate(parts):
        yield ("," + (deeper or " ")) if number else deeper
        yield lead
        yield from _written(part, deeper)
    yield indent
    yield brackets[1]


def _text(text: str) -> str:
    return json_text(json.dumps(text, ensure_ascii=False))
