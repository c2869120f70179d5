"""Headings: which column of which table each means, as people write them, and as a mapping says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, get_args

from staircase.core.choices import STEPS
from staircase.core.finding import PROGRAM, Finding
from staircase.core.period import DayOrder
from staircase.core.sheets.column import Sheet, SheetColumn
from staircase.core.sheets.table import SHEETS, sheet
from staircase.core.suggest import letters, nearest
from staircase.core.term import Choices, Name, Said, Term, quoted
from staircase.core.yaml.parse import Raw, decode, parse
from staircase.core.yaml.source import AtKey, KeyPath, Source

_IN_PARENTHESES = re.compile(r"[(\[]([^)\]]*)[)\]]")
_TAIL = re.compile(r"[\s,:*]*(?:\b(?:19|20)\d\d)?[\s,:*]*$")
_NUMBERED = re.compile(r"\s*\d{1,2}$")

SCALES: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("kr", "sek", "kronor", "eur", "euro"), 1),
        **dict.fromkeys(("tkr", "kkr", "ksek", "tsek", "teur", "keur", "tusenkronor", "tusental"), 1_000),
        **dict.fromkeys(("mkr", "mnkr", "msek", "milj", "miljkr", "miljoner", "miljonerkronor", "meur"), 1_000_000),
    }
)
"""Units of money as people write them, with how much one of them is."""


_SHORT, _MORE = 3, 2
"""Letters of a heading that is like too many others, and how many more another may have that it is like."""


class HeadingKey(NamedTuple):
    """What a heading means: a key of a table, and whether it is the heading's own word or one that is much like it."""

    key: str
    is_sure: bool


@dataclass(frozen=True)
class Vocabulary:
    """What the program itself calls tables, columns and choices, in each of its languages.

    Attributes:
        texts: the sentences of each language by their keys, as a workbook is headed with.
        heard: what people call the columns of a table (``TABLE/KEY``), sheets and states, in each language.
    """

    texts: Sequence[Mapping[str, str]] = ()
    heard: Sequence[Mapping[str, str]] = ()

    @cached_property
    def tables(self) -> Mapping[str, str]:
        """Tables by the letters of all their names."""
        found = _by_letters(self._heard_of("sheets"))
        for one in SHEETS:
            names = (one.name, *(texts.get(f"sheet.{one.name}", "") for texts in self.texts))
            found |= {letters(name): one.name for name in names if name and one.is_read}
        return found

    @cached_property
    def figures(self) -> frozenset[str]:
        """The letters of the names that ``export`` gives sheets which nothing is read from."""
        read = {f"sheet.{one.name}" for one in SHEETS if one.is_read}
        words = (
            word for texts in self.texts for key, word in texts.items() if key.startswith("sheet.") and key not in read
        )
        return frozenset(map(letters, (*words, *(one.name for one in SHEETS if not one.is_read))))

    @cached_property
    def headings(self) -> Mapping[str, Mapping[str, str]]:
        """The keys of each table's columns by the letters of all that a heading may say."""
        return {one.name: self._headings(one) for one in SHEETS if one.is_read}

    @cached_property
    def all_headings(self) -> frozenset[str]:
        """The letters of all headings that any table has."""
        return frozenset(word for own in self.headings.values() for word in own)

    def _headings(self, of: Sheet) -> Mapping[str, str]:
        found = _by_letters(self._heard_of(of.name))
        for column in of.columns:
            words = [column.key, ".".join(column.field)]
            words += [texts.get(f"heading.{column.key}", "") for texts in self.texts]
            words += [texts.get(f"heading.{of.name}.{column.key}", "") for texts in self.texts]
            found |= {letters(word): column.key for word in words if word}
        return found

    def named(self, heading: str, of: Sheet) -> HeadingKey | None:
        """The key of a table's column that a heading means."""
        own = self.headings.get(of.name, {})
        for one in forms(heading):
            if found := own.get(letters(one)):
                return HeadingKey(found, is_sure=True)
        whole = plain_heading(heading).casefold()
        people = {word: key for key, words in self._heard_of(of.name).items() for word in words}
        near = nearest(whole, people) if len(whole) > _SHORT else None
        is_near = near is not None and abs(len(near) - len(whole)) <= _MORE
        return HeadingKey(people[near], is_sure=False) if near and is_near else None

    def _heard_of(self, family: str) -> Mapping[str, Sequence[str]]:
        """What people call the columns of a table, or sheets, or states, by their keys."""
        return self._families.get(family, {})

    @cached_property
    def _families(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The same of all tables, of sheets and of states."""
        found: dict[str, dict[str, list[str]]] = {}
        for texts in self.heard:
            for place, words in texts.items():
                family, _, key = place.partition("/")
                found.setdefault(family, {}).setdefault(key, []).extend(map(str.strip, words.split(",")))
        return found

    @cached_property
    def states(self) -> Mapping[str, str]:
        """States by the letters of what people call them."""
        return _by_letters(self._heard_of("states"))

    def chosen(self, word: str, column: SheetColumn) -> str | None:
        """The choice of a column that the program shows in those words."""
        plain = letters(word)
        for choice in column.choices:
            shown = (choice, *(texts.get(f"{column.word}.{choice}", "") for texts in self.texts))
            if plain in map(letters, filter(None, shown)):
                return choice
        return None


def _by_letters(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Keys by the letters of their words; where two have one word, it is the first one's."""
    return {letters(word): key for key, several in reversed([*words.items()]) for word in several}


def plain_heading(heading: str) -> str:
    """A heading on one line without what stands in parentheses, and without a year or a sign at its end."""
    return _TAIL.sub("", " ".join(_IN_PARENTHESES.sub(" ", heading).split()))


def forms(heading: str) -> Iterable[str]:
    """A heading as it is, and without what is beside the point: a unit, a year, a number, what stands over several."""
    plain = plain_heading(heading)
    own = plain.rpartition(" \u2013 ")[2]
    return dict.fromkeys((heading, plain, _NUMBERED.sub("", plain), own))


def scale_of(heading: str) -> Fraction:
    """How much one of a column's numbers is, as its heading says: ``Budget (tkr)`` is in thousands."""
    for written in (*_IN_PARENTHESES.findall(heading), *re.split(r"[\s,]+", heading)):
        if found := SCALES.get(letters(written)):
            return Fraction(found)
    return Fraction(1)


class ColumnTarget(NamedTuple):
    """What a column of somebody's sheet is to become: a column of one of our tables.

    ``step`` is the step that was entered on the days of a column which holds those of one step only.
    """

    table: str
    column: SheetColumn
    step: str = ""

    def spelled(self, of: Sheet) -> str:
        """It as a mapping of a table's sheet writes it."""
        if self.step:
            return f"{self.column.key}.{self.step}"
        return self.column.key if self.table == of.name else f"{self.table}.{self.column.key}"


def target_of(written: str, of: Sheet) -> ColumnTarget | None:
    """The column that a key of a mapping means: ``title``, ``costs.one_off``, ``benefits.title``, ``entered.embed``."""
    for column in of.columns:
        if written in {column.key, ".".join(column.field)}:
            return ColumnTarget(of.name, column)
    table, _, key = written.partition(".")
    if table == "entered" and of.name == "assignments" and key in STEPS:
        return ColumnTarget("visits", _ENTERED, key)
    if table in WITHIN.get(of.name, ()):
        found = sheet(table).column(key)
        return ColumnTarget(table, found) if found else None
    return None


WITHIN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "assignments": ("benefits", "links", "visits", "trials", "roadmap", "shown"),
        "benefits": ("measurements", "taken_home"),
    }
)
"""The tables of which a row of a table may hold one row more."""

_ENTERED = next(column for column in sheet("visits").columns if column.key == "entered")


SKIP = "skip"
"""Stands for a column that is not to be read."""

_RULE_KEYS = frozenset({"is", "split", "dates", "always"})
_SHEET_KEYS = ("rows", "head", "sheets")


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
    """What is said of a column.

    Attributes:
        targets: what it is to become, as written; nothing where it is not to be read.
        words: what stands for which choice.
        split: the sign that parts a list.
        dates: in which order the parts of its days stand.
        path: where that is said.
    """

    targets: tuple[str, ...]
    words: Mapping[str, str]
    split: str
    dates: DayOrder | None
    path: KeyPath


@dataclass(frozen=True)
class SheetMapping:
    """What is said of a sheet.

    Attributes:
        rows: which table a row is of; empty where that is not said.
        head: the row that has the headings.
        columns: its columns, by the letters of their headings.
        always: what holds in every row, by key.
        source: the file in which that is said.
    """

    rows: str = ""
    head: int | None = None
    columns: Mapping[str, MappedColumn] = field(default_factory=dict)
    always: Mapping[str, tuple[str, KeyPath]] = field(default_factory=dict)
    source: Source | None = None

    def of(self, heading: str) -> MappedColumn | None:
        """What is said of a column with that heading."""
        found = (self.columns.get(letters(one)) for one in forms(heading))
        return next(filter(None, found), None)

    def fault(self, path: KeyPath, reason: str, **terms: Term) -> MappingError:
        """That something is wrong at a place of the file."""
        span = self.source.span(AtKey(path)) if self.source else None
        return MappingError(
            (MappingFault(span.line if span else 1, span.column if span else 1, Said(f"mapping.{reason}", terms)),)
        )


@dataclass(frozen=True)
class ImportMapping:
    """What is said of a file's sheets: of all, and of some by their names."""

    common: SheetMapping = field(default_factory=SheetMapping)
    sheets: Mapping[str, SheetMapping] = field(default_factory=dict)

    def of(self, sheet: str) -> SheetMapping:
        """What is said of a sheet."""
        return self.sheets.get(letters(sheet), self.common)


def read_mapping(path: str, content: bytes) -> ImportMapping:
    """What a file says.

    Raises:
        MappingError: it is no plain YAML, or says something else.
    """
    text = decode(path, content)
    if isinstance(text, Finding):
        raise MappingError(findings=((text, 1, 1),))
    parsed = parse(path, text, PROGRAM)
    if parsed.findings:
        spans = [(finding, parsed.source.span(finding.where)) for finding in parsed.findings]
        raise MappingError(findings=tuple((finding, span.line, span.column) for finding, span in spans))
    data = parsed.data or {}
    sheets = data.get("sheets", {})
    if not isinstance(sheets, dict):
        raise SheetMapping(source=parsed.source).fault(("sheets",), "not-a-mapping", key=Name("sheets"))
    own = {key: value for key, value in data.items() if key != "sheets"}
    return ImportMapping(
        _sheet_mapping(own, parsed.source, ()),
        {letters(name): _sheet_mapping(one, parsed.source, ("sheets", name)) for name, one in sheets.items()},
    )


def _sheet_mapping(data: Raw, source: Source, path: KeyPath) -> SheetMapping:
    empty = SheetMapping(source=source)
    if not isinstance(data, dict):
        raise empty.fault(path, "not-a-mapping", key=Name(str(path[-1])))
    rows, head = data.get("rows"), data.get("head")
    if head is not None and not (isinstance(head, str) and head.isdecimal() and 0 < int(head) < 10**6):
        raise empty.fault((*path, "head"), "not-a-row")
    columns: dict[str, MappedColumn] = {}
    always: dict[str, tuple[str, KeyPath]] = {}
    for heading, said in data.items():
        if heading in _SHEET_KEYS and (heading != "sheets" or not path):
            continue
        place = (*path, heading)
        if isinstance(said, dict) and "always" in said:
            always[heading] = (str(said["always"] or ""), place)
        else:
            columns[letters(heading)] = _mapped_column(said, empty, place)
    return SheetMapping(str(rows or ""), int(head) if isinstance(head, str) else None, columns, always, source)


def _mapped_column(said: Raw, of: SheetMapping, path: KeyPath) -> MappedColumn:
    if isinstance(said, str | list):
        return MappedColumn(_targets(said, of, path), {}, "", None, path)
    if not isinstance(said, dict) or not said.get("is"):
        raise of.fault(path, "no-target", heading=quoted(str(path[-1])))
    split, dates = said.get("split"), said.get("dates")
    order = next((one for one in get_args(DayOrder) if one == dates), None)
    if dates is not None and order is None:
        raise of.fault((*path, "dates"), "dates", choices=Choices(get_args(DayOrder)))
    words = {word: value for word, value in said.items() if word not in _RULE_KEYS}
    if wrong := next((word for word, value in words.items() if isinstance(value, dict | list)), None):
        raise of.fault((*path, wrong), "not-a-word", word=quoted(wrong))
    meanings = {word: "" if value == SKIP else str(value or "") for word, value in words.items()}
    return MappedColumn(_targets(said["is"], of, path), meanings, str(split or ""), order, path)


def _targets(said: Raw, of: SheetMapping, path: KeyPath) -> tuple[str, ...]:
    several = said if isinstance(said, list) else [said]
    if not several or not all(isinstance(one, str) and one for one in several):
        raise of.fault(path, "no-target", heading=quoted(str(path[-1])))
    return tuple(str(one) for one in several if one != SKIP)


def unknown_target(written: str, known: Iterator[str], of: SheetMapping, path: KeyPath) -> MappingError:
    """That a target is none, with the one that may have been meant, or all of them."""
    choices = tuple(known)
    near = nearest(written, choices)
    return of.fault(path, "unknown-target", written=quoted(written), choices=Choices((near,) if near else choices))
