"""A report's rows as CSV: RFC 4180, or as spreadsheets in the reader's language open it."""

import csv
from collections.abc import Mapping
from decimal import Decimal
from io import StringIO

from staircase.core.choices import LANGUAGES
from staircase.core.reports import Report, Value
from staircase.core.term import Code, Word
from staircase.render.json import Plain, compact, plain
from staircase.render.safe import spreadsheet_text
from staircase.words.speech import Words

_BOM = "\ufeff"


def render(report: Report, words: Words, *, excel: bool = False) -> str:
    """A head of the rows' keys and one record for each row; ``excel`` adds a BOM and semicolons."""
    keys = report.columns or (tuple(report.rows[0]) if report.rows else report.keys)
    decimal = LANGUAGES[words.language].decimal if excel else "."
    target = StringIO()
    writer = csv.writer(target, delimiter=";" if excel else ",", lineterminator="\r\n")
    writer.writerow(map(spreadsheet_text, keys))
    for row in report.rows:
        writer.writerow([_field(row.get(key), words, decimal=decimal) for key in keys])
    return (_BOM if excel else "") + target.getvalue()


def _field(value: Value, words: Words, *, decimal: str) -> str:
    match value:
        case tuple():
            between = " " if all(isinstance(part, Code | Word) for part in value) else "; "
            return spreadsheet_text(between.join(_written(plain(part, words), decimal=decimal) for part in value))
        case Mapping():
            return spreadsheet_text(compact(plain(value, words)))
        case _:
            written = plain(value, words)
            text = _written(written, decimal=decimal)
            return spreadsheet_text(text) if isinstance(written, str) else text


def _written(value: Plain, *, decimal: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}".replace(".", decimal)
        case list():
            return " ".join(_written(part, decimal=decimal) for part in value)
        case dict():
            return compact(value)
        case _:
            return str(value)
