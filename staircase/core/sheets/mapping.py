"""The mapping of an import: what a file says of sheets and their columns, read strictly, and refused at its places."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Annotated, LiteralString, NamedTuple, Self, get_args

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from staircase.core.finding import PROGRAM, Finding
from staircase.core.model import Part
from staircase.core.period import DayOrder
from staircase.core.sheets import Sheet, SheetColumn
from staircase.core.sheets.content import ColumnManner, content_of
from staircase.core.sheets.grid import CellRefusal, GridCell
from staircase.core.sheets.heading import forms, read_keys, read_target
from staircase.core.sheets.table import SHEETS, sheet
from staircase.core.source import START, AtKey, KeyPath, Source
from staircase.core.suggest import letters, nearest
from staircase.core.term import Choices, Code, Name, Said, Term, quoted
from staircase.core.yaml import decode, parse
from staircase.core.yaml.compose import scalar
from staircase.core.yaml.reader import LIMIT

SKIP = "skip"
"""Stands for a column that is not to be read, and for a word that means nothing."""

LONGEST = 1 << 20
"""Bytes of a mapping, as of any file of a portfolio."""

_LAST_HEAD = 10**6


def _several(said: object) -> object:
    """The keys that a column becomes: one stands for a list of one."""
    return (said,) if isinstance(said, str) else said


def _refusal(reason: LiteralString) -> PydanticCustomError:
    return PydanticCustomError(reason, "")


def _row_number(said: object) -> int:
    if isinstance(said, str) and said.isdecimal() and len(said) < len(str(_LAST_HEAD)) and int(said):
        return int(said)
    raise _refusal("not-a-row")


Line = Annotated[str, StringConstraints(strict=True, min_length=1)]
Keys = Annotated[tuple[Line, ...], BeforeValidator(_several), Field(min_length=1)]
RowNumber = Annotated[int, BeforeValidator(_row_number)]


class ColumnSaid(Part):
    """What a file says of a column; each other key is a word of its cells, with what that stands for.

    Attributes:
        is_: the keys that it becomes.
        split: the sign that parts a list.
        dates: in which order the parts of its days stand.
        always: what holds in every row, of a key that no column says.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Line] = Field(init=False)

    is_: Keys | None = Field(None, alias="is")
    split: Line | None = None
    dates: DayOrder | None = None
    always: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, said: object) -> object:
        """A key, or a list of them, stands for a mapping that says nothing else."""
        return {"is": said} if isinstance(said, str | list) else said

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        if self.always is None:
            if self.is_ is None:
                raise _refusal("no-target")
        elif self.is_ or self.split or self.dates or self.words:
            raise _refusal("always-alone")
        return self

    @property
    def words(self) -> Mapping[str, str]:
        """What stands for which choice; nothing where a word means nothing."""
        return {word: "" if meant == SKIP else meant for word, meant in self.__pydantic_extra__.items()}


class SheetSaid(Part):
    """What a file says of a sheet; each other key is a heading."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, ColumnSaid] = Field(init=False)

    rows: Line | None = None
    head: RowNumber | None = None


class MappingSaid(SheetSaid):
    """What a file says of all sheets, and of some by their names."""

    sheets: dict[str, SheetSaid] = Field(default_factory=dict)


class MappingFault(NamedTuple):
    """What is wrong with a mapping: the line and the column, and why."""

    line: int
    column: int
    said: Said


class MappingError(Exception):
    """A mapping can't be used: what is wrong with it, at each place."""

    def __init__(
        self, faults: tuple[MappingFault, ...] = (), findings: tuple[tuple[Finding, int, int], ...] = ()
    ) -> None:
        super().__init__(faults, findings)
        self.faults, self.findings = faults, findings


class MappedColumn(NamedTuple):
    """What is said of a column, under which heading, and where that is said."""

    heading: str
    said: ColumnSaid
    path: KeyPath

    @property
    def targets(self) -> tuple[str, ...]:
        """What it is to become, as written; nothing where it is not to be read."""
        return tuple(one for one in self.said.is_ or () if one != SKIP)

    @property
    def names(self) -> tuple[str, ...]:
        """The keys that it is about: those that it becomes, or the one that always holds something."""
        return (self.heading,) if self.said.always else self.targets

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """What is to be read in the place of cells, and where it is said."""
        if self.said.always:
            yield (), self.said.always
        yield from (((word,), text) for word, text in self.said.words.items() if text)


@dataclass(frozen=True)
class SheetMapping:
    """What is said of a sheet, in which file, and under which keys of it."""

    said: SheetSaid = field(default_factory=SheetSaid)
    source: Source | None = None
    path: KeyPath = ()

    @cached_property
    def headings(self) -> Sequence[MappedColumn]:
        """What is said of columns, each under its heading."""
        return [one for one in self._all if one.said.always is None]

    @cached_property
    def columns(self) -> Mapping[str, MappedColumn]:
        """The same by the letters of the headings."""
        return {letters(one.heading): one for one in self.headings}

    @property
    def always(self) -> Sequence[MappedColumn]:
        """What holds in every row, each under its key."""
        return [one for one in self._all if one.said.always is not None]

    @property
    def _all(self) -> Iterator[MappedColumn]:
        said = self.said.__pydantic_extra__.items()
        return (MappedColumn(heading, one, (*self.path, heading)) for heading, one in said)

    def of(self, heading: str) -> MappedColumn | None:
        """What is said of a column with that heading."""
        found = (self.columns.get(letters(one)) for one in forms(heading))
        return next(filter(None, found), None)

    def fault(self, path: KeyPath, reason: str, **terms: Term) -> MappingFault:
        """That something is wrong at a place of the file."""
        span = self.source.span(AtKey(path)) if self.source else START
        return MappingFault(span.line, span.column, Said(f"mapping.{reason}", terms))

    def unknown_key(self, written: str, known: Iterable[str], path: KeyPath) -> MappingFault:
        """That a key is none of those that there are, with the one that may have been meant, or all of them."""
        choices = tuple(known)
        near = nearest(written, choices)
        choices = (near,) if near else choices
        return self.fault(path, "unknown-target", written=quoted(written), choices=Choices(choices))

    def faults(self, of: Sheet | None, headings: Iterable[str], manner: ColumnManner) -> tuple[MappingFault, ...]:
        """Keys that there are not, and texts that can't stand for what they are to, of a table with some headings.

        What is said of a heading, or always, that this sheet lacks may be meant for another sheet of another table.
        """
        here = {one.path for heading in headings if (one := self.of(heading))}
        return tuple(islice(self._faults(of, here, manner), LIMIT))

    def _faults(self, of: Sheet | None, here: Container[KeyPath], manner: ColumnManner) -> Iterator[MappingFault]:
        for one in self._all:
            tables = (of,) if of and (one.path in here or self.path) else SHEETS
            yield from self._unknown(one, tables, of or sheet("assignments"))
            yield from self._unfit(one, tables, replace(manner, order=one.said.dates or manner.order))

    def _unknown(self, one: MappedColumn, tables: Sequence[Sheet], of: Sheet) -> Iterator[MappingFault]:
        for name in one.names:
            if not any(read_target(name, each) for each in tables):
                yield self.unknown_key(name, (*read_keys(of), SKIP), one.path)

    def _unfit(self, one: MappedColumn, tables: Sequence[Sheet], manner: ColumnManner) -> Iterator[MappingFault]:
        for name in one.names[:1]:
            target = next(filter(None, (read_target(name, each) for each in tables)), None)
            for words, text in one.texts() if target else ():
                if target and (why := _why_not(text, target.column, manner)):
                    yield self.fault((*one.path, *words), "meaning", written=quoted(text), key=Code(name), why=why)


@dataclass(frozen=True)
class ImportMapping:
    """What is said of a file's sheets: of all, and of some by the letters of their names."""

    common: SheetMapping = field(default_factory=SheetMapping)
    sheets: Mapping[str, SheetMapping] = field(default_factory=dict)

    def of(self, sheet: str) -> SheetMapping:
        """What is said of a sheet."""
        return self.sheets.get(letters(sheet), self.common)


def read_mapping(path: str, content: bytes) -> ImportMapping:
    """What a file says.

    Raises:
        MappingError: it is no plain YAML, or says something else than a mapping may.
    """
    if len(content) > LONGEST:
        raise MappingError((SheetMapping().fault((), "too-long"),))
    text = decode(path, content)
    if isinstance(text, Finding):
        raise MappingError(findings=((text, 1, 1),))
    parsed = parse(path, text, PROGRAM)
    if parsed.findings:
        spans = [(finding, parsed.source.span(finding.where)) for finding in parsed.findings]
        raise MappingError(findings=tuple((finding, span.line, span.column) for finding, span in spans))
    whole = SheetMapping(source=parsed.source)
    faults = [_empty(whole, null.keys, in_flow=null.in_flow) for null in parsed.source.nulls[:LIMIT]]
    try:
        said = MappingSaid.model_validate(parsed.data or {})
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        raise _refusal_of(faults + [_fault(whole, detail) for detail in details[:LIMIT]]) from None
    sheets = [SheetMapping(one, parsed.source, ("sheets", name)) for name, one in said.sheets.items()]
    common = replace(whole, said=said)
    faults += islice(_doubled(common, sheets), LIMIT)
    if faults:
        raise _refusal_of(faults)
    return ImportMapping(common, {letters(str(one.path[-1])): one for one in sheets})


def _refusal_of(faults: Sequence[MappingFault]) -> MappingError:
    """A refusal for faults in the order of their places: as many as one file may have, since each costs a look-up."""
    told = {(one.line, one.column, one.said.key): one for one in reversed(faults)}  # each at its place once
    return MappingError(tuple(sorted(told.values(), key=lambda one: one[:2])[:LIMIT]))


def _why_not(text: str, column: SheetColumn, manner: ColumnManner) -> Said | None:
    """Why a text can't be what a column holds."""
    try:
        content_of(GridCell(text), column, manner)
    except CellRefusal as refusal:
        return refusal.why
    return None


def _doubled(common: SheetMapping, sheets: Sequence[SheetMapping]) -> Iterator[MappingFault]:
    """Names of sheets, headings, and words of a column that can't be told from one that stands before them."""
    names = [str(one.path[-1]) for one in sheets]
    yield from _alike(common, ("sheets",), dict(zip(names, names, strict=True)))
    for of in (common, *sheets):
        yield from _alike(of, of.path, {one.heading: one.heading for one in of.headings})
        for one in of.headings:
            yield from _alike(of, one.path, one.said.words)


def _alike(of: SheetMapping, path: KeyPath, meanings: Mapping[str, str]) -> Iterator[MappingFault]:
    """Keys at a place that have the letters of one that stands before them, and another meaning."""
    first: dict[str, str] = {}
    for key, meaning in meanings.items():
        other = first.setdefault(letters(key), key)
        if meanings[other] != meaning:
            yield of.fault((*path, key), "twice", heading=quoted(key), other=quoted(other))


def _empty(of: SheetMapping, path: KeyPath, *, in_flow: bool = False) -> MappingFault:
    """That nothing stands after a key, with what could."""
    key = str(path[-1])
    if path[:-1] == ("sheets",):
        return of.fault(path, "not-a-mapping", key=Name(key))
    reason = "cut" if in_flow and key not in _LINES else "empty"
    return of.fault(path, reason, key=quoted(key), line=Code(_LINES.get(key, f"{scalar(key)}: {SKIP}")))


def _fault(of: SheetMapping, detail: ErrorDetails) -> MappingFault:
    """What is wrong at the place of one of pydantic's errors."""
    path, kind = detail["loc"], detail["type"]
    if path[:1] == path[2:3] == _A_SHEET[:1]:
        path, kind = path[:3], "sheets-within"
    depth = len(_A_SHEET) if path[:1] == _A_SHEET[:1] and len(path) > 1 else 0
    if kind == "no-target" or path[depth + 1 : depth + 2] == ("is",):
        heading = path[: depth + 1]
        return of.fault(heading, "no-target", heading=quoted(str(heading[-1])))
    key = str(path[-1])
    match kind:
        case "dict_type" | "model_type":
            return of.fault(path, "not-a-mapping", key=Name(key))
        case "literal_error":
            return of.fault(path, "dates", choices=Choices(get_args(DayOrder)))
        case "string_too_short":
            return _empty(of, path)
        case "string_type":
            line = {"key": quoted(key), "line": Code(_LINES[key])} if key in _LINES else {"word": quoted(key)}
            return of.fault(path, "not-a-text" if key in _LINES else "not-a-word", **line)
        case _:
            return of.fault(path, kind)


_A_SHEET = ("sheets", "NAME")
"""What leads to what is said of a sheet."""

_LINES: Mapping[str, str] = MappingProxyType(
    {
        "rows": "rows: benefits",
        "head": "head: 3",
        "sheets": "sheets: {…}",
        "is": "is: title",
        "split": 'split: ","',
        "dates": "dates: dmy",
        "always": 'always: "…"',
    }
)
"""The keys of a mapping that are no headings and no words, each with a line that may stand there."""
