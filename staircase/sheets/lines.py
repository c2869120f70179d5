"""Sheets as JSON Lines: an object for each row, with all keys, written as soon as it is made."""

import json
from datetime import date
from typing import BinaryIO

from staircase.core.period import Period
from staircase.core.sheets.cell import SheetValue, written
from staircase.core.sheets.rows import FilledSheet


def write(filled: FilledSheet, stream: BinaryIO) -> None:
    """Write a line for each row, which names its sheet first."""
    names = [f'"sheet": {_text(filled.sheet.name)}', *(f", {_text(column.key)}: " for column in filled.sheet.columns)]
    for row in filled.rows:
        told = "".join([name + _json(value) for name, value in zip(names[1:], row, strict=True)])
        stream.write(f"{{{names[0]}{told}}}\n".encode())


def _json(value: SheetValue) -> str:
    """A value as JSON: numbers exactly, days and periods as texts, a list as one."""
    match value:
        case None:
            return "null"
        case str() | date() | Period():
            return _text(written(value))
        case tuple():
            return f"[{', '.join(map(_text, value))}]"
        case _:
            return written(value)


def _text(text: str) -> str:
    """A text in quotes; one with anything that acts or hides on a terminal is spelled in ASCII."""
    return json.dumps(text, ensure_ascii=not text.isprintable())
