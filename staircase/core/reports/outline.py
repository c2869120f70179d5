"""What a report is made of: its fields, from which rows, columns and tables come, and the totals that it may count."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, Literal, NamedTuple, TypeVar, overload

from staircase.core.assess import Assessment
from staircase.core.period import Period
from staircase.core.portfolio import Portfolio
from staircase.core.reports import (
    Align,
    Block,
    Cell,
    Column,
    Group,
    Heading,
    Hints,
    Lines,
    NotShown,
    Report,
    Row,
    Table,
    Tone,
    Value,
)
from staircase.core.reports.select import Selection, elsewhere, in_order
from staircase.core.rules.rule import Scene
from staircase.core.source import PROGRAM_FILE
from staircase.core.term import Code, Count, Days, Money, Name, Quantity, Said, Share, Term, Word

LineT = TypeVar("LineT")

JsonKind = Literal["string", "number", "boolean", "array", "object", "any"]
"""What a value is in JSON, unless it is unset."""


class Field(NamedTuple, Generic[LineT]):
    """One field of a report's lines.

    Attributes:
        key: the key of its rows (JSON, CSV, ``--columns``, ``--sort``) and its heading in tables: ``column.KEY``.
        value: what a row holds; a field without one is only shown, and no row has its key.
        align: the side that its column stands to.
        shrink: the least width that its text may be cut to; ``None`` is never cut.
        priority: among the usual columns, 0 is never dropped; the highest goes first when the width is scarce.
        heading: the key of its heading among the usual columns, where that is another.
        broken: whether a text that is too long goes on below instead of being cut.
        piped: whether it is shown only where no sign is drawn that says the same.
        draw: turns the cell of the value alone into what is shown: its tone, its signs, another term.
        kind: what JSON has it as, where that is not text, or a number for a column that stands to the right.
    """

    key: str
    value: Callable[[LineT], Value] | None = None
    align: Align = "left"
    shrink: int | None = None
    priority: int = 0
    heading: str = ""
    draw: Callable[[LineT, Cell], Cell] | None = None
    broken: bool = False
    piped: bool = False
    kind: JsonKind | None = None

    @property
    def json_kind(self) -> JsonKind:
        """What JSON has it as; any of them may be unset."""
        return self.kind or ("number" if self.align == "right" else "string")

    @property
    def column(self) -> Column:
        """Its column among the usual ones."""
        return Column(self.heading or self.key, self.priority, self.align, self.shrink, self.broken, self.piped)

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


def first_of(ids: Sequence[str]) -> Name | None:
    """The first of some ids, if there is any: where several departments share something, where it is at home."""
    return Name(ids[0]) if ids else None


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


Part_co = TypeVar("Part_co", covariant=True)


class Made(Sequence[Part_co]):
    """Rows or sentences that are made when they are first asked for: a table needs neither."""

    def __init__(self, make: Callable[[], Iterable[Part_co]]) -> None:
        self._make = make

    @cached_property
    def _parts(self) -> tuple[Part_co, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, place: int) -> Part_co: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Part_co, ...]: ...

    def __getitem__(self, place: int | slice) -> Part_co | tuple[Part_co, ...]:
        """One part, or several."""
        return self._parts[place]

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    def __eq__(self, other: object) -> bool:
        """Equality of the parts, also with those of a tuple."""
        return isinstance(other, Made | tuple) and self._parts == tuple(other)

    def __hash__(self) -> int:
        """The hash of the tuple of the parts."""
        return hash(self._parts)


SumsT = TypeVar("SumsT")


class Each(NamedTuple, Generic[SumsT]):
    """A total for each of some keys: what they are, and all of their values."""

    keys: Iterable[str]
    values: Callable[[SumsT], Mapping[str, Value]]


Total = Callable[[SumsT], Value] | Each[SumsT]
Totals = Mapping[str, Total[SumsT] | Mapping[str, Total[SumsT] | Mapping[str, Total[SumsT]]]]
"""A report's totals in the order of JSON: each a function of what is counted, or totals of its own."""

LEAST_WIDTH = 20
"""The least width that a text is cut to where its column was asked for as its value."""


class Content(NamedTuple, Generic[LineT, SumsT]):
    """What a report has to say of one portfolio.

    Attributes:
        lines: what it is about, in the order to show it.
        sums: what its totals are counted from.
        blocks: what stands between the heading and the hints.
        sentences: makes the sentences of the lines, to be read aloud.
        hints: what to do next: a sentence and the command that does it.
        headed: whether the blocks have the heading, and what could not be read, in themselves.
        not_shown: what is left out, told after the hints.
    """

    lines: Sequence[LineT]
    sums: SumsT
    blocks: Iterable[Block]
    sentences: Callable[[], Iterable[Said]]
    hints: Sequence[tuple[Said, str]] = ()
    headed: bool = False
    not_shown: Sequence[NotShown] = ()


class Outline(NamedTuple, Generic[LineT, SumsT]):
    """What is fixed of a report, whatever the portfolio.

    Attributes:
        name: the report's name.
        fields: its fields, in the order of its rows; those that are only shown stand last.
        totals: its totals.
        usual: the keys of the fields that are shown unless others are asked for, from left to right.
        asked_as_values: whether a column that is asked for shows the value as a row holds it, undrawn.
        is_of_findings: whether files that are no YAML are among its lines, or aside of what it is about.
    """

    name: str
    fields: tuple[Field[LineT], ...]
    totals: Totals[SumsT]
    usual: tuple[str, ...] = ()
    asked_as_values: bool = False
    is_of_findings: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its rows: JSON's, CSV's, and what ``--sort`` and ``--columns`` take."""
        return keys_of(self.fields)

    def row(self, line: LineT) -> Row:
        """A line as machines get it."""
        return row_of(self.fields, line)

    def in_order(self, lines: Iterable[LineT], sort: str) -> tuple[LineT, ...]:
        """The lines sorted by a key, with ``-`` before it for the other direction; without one as they are."""
        key = sort.removeprefix("-")
        value = self.field(key).value if key else None
        return in_order(lines, value, descending=sort.startswith("-")) if value else tuple(lines)

    def field(self, key: str) -> Field[LineT]:
        """The field of a key."""
        return next(field for field in self.fields if field.key == key)

    def usual_fields(self) -> tuple[Field[LineT], ...]:
        """The fields that are shown unless others are asked for."""
        return tuple(map(self.field, self.usual))

    def asked_fields(self, keys: Iterable[str]) -> tuple[Field[LineT], ...]:
        """The fields of those keys as they are shown when asked for: none of them is dropped."""
        return tuple(self._asked(self.field(key)) for key in keys)

    def aloud(
        self, line: LineT, opening: Said, told: Container[str], fields: Iterable[Field[LineT]] | None = None
    ) -> Said:
        """A line to be read aloud: its opening, then every field that is set and that the opening leaves out."""
        said = opening
        for field in self.usual_fields() if fields is None else fields:
            cell = field.cell(line)
            term = cell.term if cell.flat is None else cell.flat
            if field.key not in told and term is not None and term is not False and term != Name(""):
                said = Said("plain.more", {"said": said, "label": Word(f"column.{field.column.key}"), "value": term})
        return said

    def single_table(self, lines: Sequence[LineT], selection: Selection) -> Table:
        """The lines in one table: the columns that were asked for, else the usual ones."""
        return table(
            [(None, lines)], self.asked_fields(selection.columns) if selection.columns else self.usual_fields()
        )

    def report(
        self, assessment: Assessment, selection: Selection, content: Callable[[Scene], Content[LineT, SumsT]]
    ) -> Report:
        """The report of an assessment; where ``program.yaml`` can't be read it has no rows, and says what to do."""
        scene = assessment.scene
        if scene is None:
            said = Said("report.no-program", {"file": Code(PROGRAM_FILE), "command": Code("staircase check")})
            return self.nothing_but(said, assessment)
        made = content(scene)
        head: tuple[Block, ...] = () if made.headed else (heading(scene), *unread_lines(scene.portfolio))
        not_shown = (*made.not_shown, *(() if self.is_of_findings else ignored(scene, selection)))
        entries = (*elsewhere(scene, selection, self.name), *made.hints, *(each.hint for each in not_shown))
        hints: tuple[Block, ...] = (Hints(entries),) if entries else ()
        return self.rows_alone(assessment, made.lines, made.sums)._replace(
            blocks=(*head, *made.blocks, *hints),
            sentences=Made(made.sentences),
            columns=selection.columns,
            not_shown=not_shown,
        )

    def nothing_but(self, said: Said, assessment: Assessment) -> Report:
        """A report that has no rows and no totals, only a sentence that says why."""
        return self.rows_alone(assessment, (), None)._replace(blocks=(Lines((said,), Tone.BAD),))

    def rows_alone(self, assessment: Assessment, lines: Sequence[LineT], sums: SumsT | None) -> Report:
        """A report for machines: rows and totals, and no blocks."""
        portfolio = assessment.portfolio
        return Report(
            name=self.name,
            keys=self.keys,
            day=assessment.day,
            program=portfolio.program.name if portfolio.program else "",
            rows=Made(lambda: map(self.row, lines)),
            totals=_values(self.totals, sums),
            unreadable=portfolio.unreadable,
            blocks=(),
            sentences=(),
        )

    def _asked(self, field: Field[LineT]) -> Field[LineT]:
        if not self.asked_as_values:
            return field._replace(priority=0, heading="", piped=False)
        shrink = None if field.shrink is None else LEAST_WIDTH
        return Field(field.key, field.value, field.align, shrink)


def heading(scene: Scene) -> Heading:
    """The heading of every report: who, what, and the day that it tells of."""
    return Heading(scene.program.organisation, scene.program.name, scene.day)


def unread(portfolio: Portfolio) -> Iterator[Said]:
    """How many files could not be read, where there are any."""
    if portfolio.unreadable:
        yield Said("status.unreadable", {"files": Count(len(portfolio.unreadable), "unread-file")})


def unread_lines(portfolio: Portfolio) -> Iterator[Lines]:
    """The same as a block, with the command that names them."""
    for said in unread(portfolio):
        yield Lines((Said("report.unreadable", {**said.terms, "command": Code("staircase check")}),), Tone.WARN)


def ignored(scene: Scene, selection: Selection) -> Iterator[NotShown]:
    """How many files under ``assignments/`` no report reads, and the command that names them."""
    files = scene.portfolio.ignored
    if files and not selection.narrows:
        yield NotShown("ignored-file", len(files), "staircase gaps")


def nothing_of(key: str, scene: Scene, selection: Selection) -> Lines:
    """Why there is nothing to show: the filters, unread files, no assignments at all, or what the key says."""
    portfolio = scene.portfolio
    if selection.narrows or selection.state:
        return Lines((Said("report.no-match", {}),))
    if portfolio.unreadable:
        return Lines((NOTHING_READ,))
    return Lines((Said(key if portfolio.ids else "report.no-assignments", {}),))


NOTHING_READ = Said("report.unread", {"command": Code("staircase check")})
"""That there is nothing in the files that could be read: what is in the others, nobody knows."""


def _values(totals: Mapping[str, Any], sums: object | None) -> dict[str, Value]:
    """The totals as JSON has them; without anything to count from, all keys are there and unset."""
    return {key: _value(total, sums) for key, total in totals.items()}


def _value(total: Any, sums: object | None) -> Value:  # noqa: ANN401 -- a total of any sums, or several
    match total:
        case Each(keys, values):
            found: Mapping[str, Value] = {} if sums is None else values(sums)
            return {str(key): found.get(key) for key in keys}
        case Mapping():
            return _values(total, sums)
        case _:
            value: Value = None if sums is None else total(sums)
            return value
