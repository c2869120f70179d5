"""A field of a report: one entry from which come a key of its rows, a column of CSV, and a column of its tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from staircase.core.period import Period
from staircase.core.reports.block import Align, Cell, Column, Group, Table, Tone, Value
from staircase.core.term import Code, Count, Days, Money, Name, Quantity, Share, Term, Word

LineT = TypeVar("LineT")


class Field(NamedTuple, Generic[LineT]):
    """One field of a report's lines.

    Attributes:
        key: the key of its rows (JSON, CSV, ``--columns``, ``--sort``) and its heading in tables: ``column.KEY``.
        value: what a row holds; a field without one is only shown, and no row has its key.
        align: the side that its column stands to.
        shrink: the least width that its text may be cut to; ``None`` is never cut.
        priority: among the usual columns, 0 is never dropped; the highest goes first when the width is scarce.
        heading: the key of its heading among the usual columns, where that is another.
        draw: turns the cell of the value alone into what is shown: its tone, its signs, another term.
    """

    key: str
    value: Callable[[LineT], Value] | None = None
    align: Align = "left"
    shrink: int | None = None
    priority: int = 0
    heading: str = ""
    draw: Callable[[LineT, Cell], Cell] | None = None

    @property
    def column(self) -> Column:
        """Its column among the usual ones."""
        return Column(self.heading or self.key, self.priority, self.align, self.shrink)

    def plain_cell(self, line: LineT) -> Cell:
        """The cell of the value alone, as a row holds it."""
        return value_cell(self.value(line)) if self.value else Cell()

    def cell(self, line: LineT) -> Cell:
        """The cell as it is shown."""
        plain = self.plain_cell(line)
        return self.draw(line, plain) if self.draw else plain


def keys_of(fields: Iterable[Field[LineT]]) -> tuple[str, ...]:
    """The keys of the rows that are made of those fields."""
    return tuple(field.key for field in fields if field.value)


def row_of(fields: Iterable[Field[LineT]], line: LineT) -> dict[str, Value]:
    """A line as machines get it."""
    return {field.key: field.value(line) for field in fields if field.value}


def toned(tone: Tone) -> Callable[[LineT, Cell], Cell]:
    """A drawing of the value in one tone."""
    return lambda _, cell: Cell(cell.term, tone)


def table(
    groups: Iterable[tuple[Term | None, Sequence[LineT]]], fields: Sequence[Field[LineT]], group_key: str | None = None
) -> Table:
    """A table of groups of lines; a group without lines is left out."""
    return Table(
        columns=tuple(field.column for field in fields),
        groups=tuple(
            Group(title, tuple(tuple(field.cell(line) for field in fields) for line in lines))
            for title, lines in groups
            if lines
        ),
        group_key=group_key,
    )


def value_cell(value: Value) -> Cell:
    """The cell of a row's value; lists and mappings are written out."""
    match value:
        case tuple():
            return Cell(Name(" ".join(map(_text, value))) if value else None)
        case Mapping():
            return Cell(Name(", ".join(f"{name}: {_text(part)}" for name, part in value.items())) if value else None)
        case _:
            return Cell(value)


def _text(value: Value) -> str:
    """A part of a list or mapping, as machines are told it."""
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
