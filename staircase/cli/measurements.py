"""``measure --from``: the rows of a table in CSV, as spreadsheets here write it, all or none."""

import csv
from collections.abc import Iterator

from staircase.cli.environment import here
from staircase.cli.usage import MisuseError
from staircase.cli.write import MeasureOptions
from staircase.cli.writing import write_event
from staircase.core.edits.benefits import MeasuredRow, MeasureManyEvent
from staircase.disk import LIMIT

COLUMNS = ("assignment", "benefit", "date", "value")


def write_table(options: MeasureOptions) -> int:
    """Write all measurements of a table, or none."""
    if options.id or options.on:
        raise MisuseError(key="shell.contradiction", places={"option": "--from", "other": options.id or "--on"})
    rows = tuple(_rows(options.table or ""))
    if not rows:
        raise MisuseError(key="shell.no_rows", word=options.table or "")
    names = tuple(dict.fromkeys(row.assignment for row in rows))
    return write_event(options, "measure", MeasureManyEvent(rows), names)


def _rows(name: str) -> Iterator[MeasuredRow]:
    lines = _text(name).splitlines()
    parted = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    table = csv.DictReader(lines, delimiter=parted)
    if missing := [one for one in COLUMNS if one not in (table.fieldnames or ())]:
        raise MisuseError(key="shell.no_column", word=name, places={"columns": ", ".join(missing)})
    for row in table:
        values = [(row[one] or "").strip() for one in COLUMNS]
        if any(values):
            yield MeasuredRow(table.line_num, *values)


def _text(name: str) -> str:
    try:
        with (here() / name).open("rb") as file:
            return file.read(LIMIT).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise MisuseError(key="shell.unreadable_table", word=name, places={"reason": reason}) from error
