"""The choice of a table's columns: the report's own, or those that the user asks for by their row keys."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from staircase.core.reports.block import Cell, Column, Group, Table
from staircase.core.term import Term

One = TypeVar("One")


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
