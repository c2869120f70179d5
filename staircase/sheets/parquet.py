"""A sheet as Parquet, for databases: typed columns, a batch of rows at a time.

It is made for questions: numbers are doubles, and a month counts as its day. Import reads the other formats.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import islice
from typing import Any, BinaryIO

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from staircase.core.period import Month, Period
from staircase.core.sheets import Holds, SheetValue
from staircase.core.sheets.extract import FilledSheet, SheetRow

_BATCH = 10_000
"""Rows that are held at a time."""

_KINDS: Mapping[Holds, Any] = {
    Holds.TEXT: pa.string(),
    Holds.DATE: pa.date32(),
    Holds.PERIOD: pa.string(),
    Holds.NUMBER: pa.float64(),
    Holds.MONEY: pa.float64(),
    Holds.SHARE: pa.float64(),
    Holds.WHOLE: pa.int64(),
    Holds.FLAG: pa.bool_(),
    Holds.CHOICE: pa.string(),
    Holds.LIST: pa.list_(pa.string()),
}


def write(filled: FilledSheet, stream: BinaryIO) -> None:
    """Write a sheet whole."""
    columns = filled.sheet.columns
    schema = pa.schema([pa.field(column.key, _KINDS[column.holds]) for column in columns])
    with ParquetWriter(stream, schema) as writer:
        for rows in _batches(iter(filled.rows)):
            values = zip(*rows, strict=True)
            arrays = [
                pa.array(map(_CELLS.get(column.holds, _same), cells), _KINDS[column.holds])
                for column, cells in zip(columns, values, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))


def _batches(rows: Iterator[SheetRow]) -> Iterator[list[SheetRow]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _same(value: SheetValue) -> object:
    return value


def _number(value: SheetValue) -> object:
    return float(value) if isinstance(value, Fraction) else value


def _period(value: SheetValue) -> object:
    return value.text if isinstance(value, Period) else value


def _day(value: SheetValue) -> date | None:
    return value.day_counted if isinstance(value, Month) else value if isinstance(value, date) else None


_CELLS: Mapping[Holds, Callable[[SheetValue], object]] = {
    Holds.DATE: _day,
    Holds.PERIOD: _period,
    **dict.fromkeys((Holds.NUMBER, Holds.MONEY, Holds.SHARE), _number),
}
