"""A report's rows as CSV: RFC 4180, or as spreadsheets in the reader's language open it."""

import csv
from collections.abc import Mapping
from decimal import Decimal
from io import StringIO

from staircase.core.reports.block import Report, Value
from staircase.core.term import Code, Word
from staircase.render.json import compact
from staircase.render.safe import spreadsheet_text
from staircase.render.values import Plain, plain
from staircase.words.speech import Words

_BOM = "\ufeff"
_DECIMAL_COMMA = frozenset({"sv"})


def render(report: Report, words: Words, *, excel: bool = False) -> str:
    """Write a head of the rows' keys and one record for each row; ``excel`` adds a BOM and semicolons."""
    keys = report.columns or (tuple(report.rows[0]) if report.rows else report.keys)
    comma = excel and words.language in _DECIMAL_COMMA
    target = StringIO()
    writer = csv.writer(target, delimiter=";" if excel else ",", lineterminator="\r\n")
    writer.writerow(map(spreadsheet_text, keys))
    for row in report.rows:
        writer.writerow([_field(row.get(key), words, comma=comma) for key in keys])
    return (_BOM if excel else "") + target.getvalue()


def _field(value: Value, words: Words, *, comma: bool) -> str:
    match value:
        case tuple():
            between = " " if all(isinstance(part, Code | Word) for part in value) else "; "
            return spreadsheet_text(between.join(_written(plain(part, words), comma=comma) for part in value))
        case Mapping():
            return spreadsheet_text(compact(plain(value, words)))
        case _:
            written = plain(value, words)
            text = _written(written, comma=comma)
            return spreadsheet_text(text) if isinstance(written, str) else text


def _written(value: Plain, *, comma: bool) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}".replace(".", ",") if comma else f"{value:f}"
        case list():
            return " ".join(_written(part, comma=comma) for part in value)
        case dict():
            return compact(value)
        case _:
            return str(value)
