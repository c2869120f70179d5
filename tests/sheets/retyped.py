"""Cells of an exported workbook changed at random, and what the files are to say then, by another way than import's."""

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import openpyxl
import yaml

from staircase.core.choices import Language
from staircase.core.sheets import Holds, Sheet, SheetColumn
from staircase.core.sheets.table import SHEETS
from staircase.words.speech import sheet_texts
from tests.cli.running import run
from tests.sheets.office import Task

Raw = Any  # what YAML holds

LOCALES: Mapping[str, str] = {"sv": "sv-SE", "en": "en-US"}
MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september")
TEXTS = ("Nytt namn", "=1+1", "007", "ja", "Åsa Öberg; Bo Ek", "+46 8 12 34", "'citat", "1,5", "2026-03", '@alla, "så"')
LONG = ("Första raden\nandra raden", "Det gick: vi lärde oss # mycket", "slut med  två blanksteg")
ON_SEVERAL_LINES = frozenset(
    {"learned", "why", "how", "decision", "basis", "realisation", "stopped_why", "stopped_learned"}
)
LEFT_ALONE = frozenset({"part_of", "rule", "item", "based_on", "depends_on", "became", "url"})
"""Columns that refer to what only one file knows."""
TOLD_WHOLE = frozenset({Holds.TEXT, Holds.NUMBER, Holds.WHOLE, Holds.DATE})
PROGRAM = "program"
DEFAULTS = {
    ("assignments", "kind"): "assignment",
    ("benefits", "baseline_how"): "measured",
    ("benefits_before", "baseline_how"): "measured",
}
"""What a cell shows where its file says nothing, so that nothing changes where that is typed."""

USUAL: Mapping[str, str] = {"every_days": "365"}
"""What ``diff`` says of a column in the place of nothing: what is usual then."""
FINDINGS = ("finding-", "gap-")
"""Kinds of changes that tell what the rules say of others."""


class Retyped(NamedTuple):
    """A cell that was changed: what it is about (an assignment, an entry with an id), its field, its old and new value.

    ``is_told_whole`` is whether ``diff`` has exactly those values of it: of a period it has both ends, of a list each.
    ``is_silent`` is whether it means what it meant: what holds where nothing is written was written, and no more is.
    """

    path: str
    place: tuple[str | int, ...]
    subject: str
    entry: str | None
    key: str
    old: Raw
    new: Raw
    is_told_whole: bool
    is_silent: bool


def data_of(folder: Path) -> dict[str, Raw]:
    """What all files say, as PyYAML reads them, every value as its text; what says nothing is left out."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}
    return {path: filled(yaml.load(text, Loader=yaml.CBaseLoader)) for path, text in files.items()}  # noqa: S506 - texts


def filled(data: Raw) -> Raw:
    """The same without keys that hold nothing."""
    if isinstance(data, list):
        return [filled(one) for one in data]
    if not isinstance(data, dict):
        return data
    return {key: inner for key, value in data.items() if (inner := filled(value)) not in ("", {}, [])}


@dataclass
class Retyping:
    """Random changes in an exported workbook of a portfolio, each of which leaves its files without new errors."""

    folder: Path
    scratch: Path
    language: Language
    chance: Random
    today: str
    data: dict[str, Raw] = field(default_factory=dict)
    changes: list[Retyped] = field(default_factory=list)

    def typed(self, book: Path, task: Task, count: int) -> None:
        """Have so many cells typed anew, in the workbook and in what the files are to say."""
        self.data = data_of(self.folder)
        texts = sheet_texts(self.language)
        cells = [*self._cells(openpyxl.load_workbook(book, read_only=True), texts)]
        self.chance.shuffle(cells)
        for sheet, column, row, number, places in cells:
            change = self._change(sheet, column, places)
            if change is None:
                continue
            typed, retyped = change
            task.typed(texts[f"sheet.{sheet.name}"], row, number, typed)
            self.changes.append(retyped)
            if len(self.changes) == count:
                return

    def _cells(
        self, book: Raw, texts: Mapping[str, str]
    ) -> Iterator[tuple[Sheet, SheetColumn, int, int, tuple[str, ...]]]:
        """The cells of columns that import reads, with the ids and numbers of their rows."""
        for sheet in (one for one in SHEETS if one.is_read):
            head, *rows = book[texts[f"sheet.{sheet.name}"]].iter_rows(values_only=True)
            numbers = {column.key: head.index(sheet.heading(column, texts)) for column in sheet.columns}
            for row, values in enumerate(rows, 2):
                places = tuple(str(values[numbers[column.key]]) for column in sheet.places)
                for column in sheet.facts:
                    if column.key not in LEFT_ALONE and values[0]:
                        yield sheet, column, row, numbers[column.key] + 1, places

    def _change(self, sheet: Sheet, column: SheetColumn, places: Sequence[str]) -> tuple[str, Retyped] | None:
        """What is typed into a cell, and what becomes of its field; nothing where that would be an error."""
        path, place = self._place(sheet, places)
        after = deepcopy(self.data)
        entry = inner(after[path], place)
        *above, own = column.field
        old = inner(entry, above).get(own) if all(key in entry for key in above) else None
        typed, new = self._other(column)
        default = DEFAULTS.get((sheet.name, column.key))
        if new in (old, [old]) or (new in (None, default) and old is None):
            return None  # that is what the cell shows already
        for key in above:
            entry = entry.setdefault(key, {})
        if new is None:
            del entry[own]
        else:
            entry[own] = new
        after = filled(after)
        if any(one.path == path and one.place == place for one in self.changes) or self._errors(after):
            return None
        self.data = after
        subject = PROGRAM if sheet.of_program else places[0]
        ids = [inner(after[path], place[: depth + 1]).get("id") for depth in range(1, len(place), 2)]
        whole = column.holds in TOLD_WHOLE and not column.refers_to
        silent = new is None and old == default
        item = next(filter(None, ids), None)
        return typed, Retyped(path, place, subject, item, column.key, old, new, whole, silent)

    def _place(self, sheet: Sheet, places: Sequence[str]) -> tuple[str, tuple[str | int, ...]]:
        """Which file a row is in, and where in it."""
        if sheet.of_program:
            (path,) = (path for path in self.data if path.endswith("program.yaml"))
        else:
            (path,) = (path for path in self.data if path.endswith(f"/{places[0]}.yaml"))
        at: Raw = self.data[path]
        place: tuple[str | int, ...] = ()
        for name, word in zip(sheet.lists, places if sheet.of_program else places[1:], strict=True):
            ids = [one.get("id") for one in at[name]]
            number = ids.index(word) if word in ids else int(word) - 1
            place, at = (*place, name, number), at[name][number]
        return path, place

    def _errors(self, data: Mapping[str, Raw]) -> int:
        """How many errors files would have that said this."""
        for path, one in data.items():
            (self.scratch / path).parent.mkdir(parents=True, exist_ok=True)
            (self.scratch / path).write_text(json.dumps(one), encoding="utf-8")
        ended = run(["check", "--json"], self.scratch, {"STAIRCASE_TODAY": self.today})
        return sum(row["severity"] == "error" for row in json.loads(ended.out)["rows"])

    def _other(self, column: SheetColumn) -> tuple[str, Raw]:  # noqa: PLR0911 - one for each kind of column
        """What is typed into a cell of a column, and what its file is to say then: nothing where it is emptied."""
        chance, is_swedish = self.chance, self.language == "sv"
        if chance.random() < 0.1:
            return "", None
        match column.holds:
            case Holds.TEXT if column.refers_to:
                (own,) = chance.sample(self._declared(column.refers_to), 1)
                return own, own
            case Holds.LIST:
                offered = self._declared(column.refers_to) if column.refers_to else ["ny", "åtgärd 2", "a, b"]
                several = chance.sample(offered, min(len(offered), 2))
                return "; ".join(several), several[0] if column.key == "department" and len(several) == 1 else several
            case Holds.CHOICE:
                choice = chance.choice(column.choices)
                return sheet_texts(self.language)[f"{column.word}.{choice}"], choice
            case Holds.DATE:
                day = date.fromisoformat(self.today) - timedelta(chance.randint(1, 400))
                in_words = is_swedish and day.month <= len(MONTHS)
                return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if in_words else f"{day}", f"{day}"
            case Holds.PERIOD:
                period = chance.choice(("2027-Q2", "2028", "2027-05", "2027-H2", "2029-12-31"))
                return period, period
            case Holds.WHOLE:
                whole = f"{chance.randint(1, 300)}"
                return whole, whole
            case Holds.NUMBER | Holds.MONEY:
                number = chance.choice((f"{chance.randint(1, 10**7)}", f"{chance.randint(1, 9999)}.25", "0.1"))
                return number.replace(".", ",") if is_swedish else number, number
            case _:
                text = chance.choice(TEXTS if column.key not in ON_SEVERAL_LINES else TEXTS + LONG)
                return text, text

    def _declared(self, kind: str) -> list[str]:
        (program,) = (one for path, one in self.data.items() if path.endswith("program.yaml"))
        return [one["id"] for one in program[f"{kind}s"]]


@dataclass(frozen=True)
class Told:
    """What ``diff`` tells of changed fields, and not of what the rules find: of which things, with which values."""

    things: frozenset[tuple[str, str | None]]
    values: frozenset[tuple[str, str | None, str | None, str | None]]


def expected(changes: Sequence[Retyped]) -> Told:
    """What ``diff`` is to tell of changed cells: of those it tells whole, the values."""
    told = [one for one in changes if not one.is_silent]
    values = set()
    for one in (one for one in told if one.is_told_whole):
        old, new = (plain(value or USUAL.get(one.key)) for value in (one.old, one.new))
        values.add((one.subject, one.entry, old, new))
    return Told(frozenset((one.subject, one.entry) for one in told), frozenset(values))


def told_by_diff(rows: Sequence[Raw], ids: frozenset[str]) -> Told:
    """The rows of its JSON by the things that they are about; ``ids`` are those of all entries."""
    things, values = set(), set()
    for row in rows:
        if not row["kind"].startswith(FINDINGS):
            is_one = row["subject_kind"] == "assignment"
            thing = row["subject"] if is_one else PROGRAM, row["item"] if row["item"] in ids else None
            thing = thing if row["subject_kind"] != "department" else (PROGRAM, row["subject"])
            things.add(thing)
            values.add((*thing, plain(row["before"]), plain(row["after"])))
    return Told(frozenset(things), frozenset(values))


def plain(value: Raw) -> str | None:
    """A value as its text, a number without zeros at its end."""
    try:
        return None if value is None else f"{float(value)}"
    except ValueError:
        return str(value)


def ids_in(data: Raw) -> Iterator[str]:
    """The ids of all entries."""
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from ids_in(one)
    if isinstance(data, dict) and "id" in data:
        yield data["id"]


def inner(data: Raw, place: Sequence[str | int]) -> Raw:
    """What stands at a place."""
    for key in place:
        data = data[key]
    return data
