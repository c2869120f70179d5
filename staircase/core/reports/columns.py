"""The choice of a table's columns: the report's own, or those that the user asks for by their row keys."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from staircase.core.period import Period
from staircase.core.reports.block import Cell, Column, Group, Row, Table, Value
from staircase.core.term import Code, Count, Days, Money, Name, Quantity, Share, Term, Word

One = TypeVar("One")
_LEAST = 20


@dataclass(frozen=True, slots=True)
class Drawn(Generic[One]):
    """A column, and how its cell is made of one line."""

    column: Column
    cell: Callable[[One], Cell]


def table(
    groups: Sequence[tuple[Term | None, Sequence[One]]], columns: Sequence[Drawn[One]], group_key: str | None = None
) -> Table:
    """Make a table of groups of lines."""
    return Table(
        columns=tuple(drawn.column for drawn in columns),
        groups=tuple(
            Group(title, tuple(tuple(drawn.cell(one) for drawn in columns) for one in of)) for title, of in groups if of
        ),
        group_key=group_key,
    )


def asked_for(keys: Sequence[str], drawn: Mapping[str, Drawn[One]]) -> tuple[Drawn[One], ...]:
    """Give the columns of those row keys, none of them to be dropped."""
    return tuple(
        Drawn(Column(key, 0, drawn[key].column.align, drawn[key].column.shrink), drawn[key].cell) for key in keys
    )


def of_rows(keys: Sequence[str], numbers: Collection[str] = (), long: Collection[str] = ()) -> dict[str, Drawn[Row]]:
    """Give a column for each key of a report's rows: ``numbers`` stand to the right, ``long`` ones may be cut."""
    return {
        key: Drawn(Column(key, 0, "right" if key in numbers else "left", _LEAST if key in long else None), _of_row(key))
        for key in keys
    }


def value_cell(value: Value) -> Cell:
    """Make a cell of a row's value; lists and mappings are written out."""
    match value:
        case tuple():
            return Cell(Name(" ".join(map(_text, value))) if value else None)
        case Mapping():
            return Cell(Name(", ".join(f"{name}: {_text(part)}" for name, part in value.items())) if value else None)
        case _:
            return Cell(value)


def _of_row(key: str) -> Callable[[Row], Cell]:
    return lambda row: value_cell(row[key])


def _text(value: Value) -> str:
    """Write a part of a list or mapping as machines are told it."""
    match value:
        case Name(text) | Code(text) | Period(text):
            return text
        case Word(key):
            return key.rpartition(".")[2]
        case Days(number) | Count(number):
            return str(number)
        case Money(amount) | Share(amount) | Quantity(amount):
            return f"{float(amount):g}"
        case _:
            return str(value)
