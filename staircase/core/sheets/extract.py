"""What is taken out of a portfolio: the rows of each sheet, the figures of a day in them, and the cover's lines."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import repeat
from types import NoneType
from typing import Any, NamedTuple

from staircase.core.assess import Assessment
from staircase.core.choices import STEPS
from staircase.core.evidence import Anchors
from staircase.core.figures import bookings
from staircase.core.flow import StepTime, at_once, times_on_steps
from staircase.core.known import Known
from staircase.core.model import Part, attribute_of
from staircase.core.model.assignment import Assignment, Earlier
from staircase.core.reports.benefits import FIELDS as BENEFIT_FIELDS
from staircase.core.reports.benefits import BenefitLine, benefit_line
from staircase.core.reports.departments import FIELDS as DEPARTMENT_FIELDS
from staircase.core.reports.departments import DepartmentLine
from staircase.core.reports.findings import FINDING_FIELDS, FindingLine, finding_lines
from staircase.core.reports.outline import Field
from staircase.core.reports.roadmap import FIELDS as ROADMAP_FIELDS
from staircase.core.reports.roadmap import roadmap_lines
from staircase.core.reports.select import ALL, Selection, departments_of, is_about, matches
from staircase.core.reports.status_line import STATUS_FIELDS, status_lines
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS
from staircase.core.sheets import Holds, Role, Sheet, SheetColumn, SheetValue, reader_of
from staircase.core.term import Code, Count, Days, Money, Name, Quantity, Said, Share, Term, Word, six_decimals
from staircase.core.totals import kind_of
from staircase.core.yaml import spelled

SheetRow = tuple[SheetValue, ...]

_MONEY_PLACES = 2


class FilledSheet(NamedTuple):
    """A sheet with its rows, which are made when they are asked for, and only once."""

    sheet: Sheet
    rows: Iterable[SheetRow]


class TooLargeError(Exception):
    """A sheet has more rows, or a cell of it more characters, than the format holds: ``sheet`` is its name."""

    def __init__(self, sheet: str) -> None:
        super().__init__(sheet)
        self.sheet = sheet


class SheetLine(NamedTuple):
    """A row about to be made: where it belongs, the part of the file, and what figures are worked out from, if any."""

    places: tuple[str | int, ...] = ()
    part: Part | None = None
    of: Any = None


CellMaker = Callable[[SheetLine], SheetValue]


@dataclass(frozen=True)
class Extract:
    """What is taken out of a portfolio.

    Attributes:
        assessment: the portfolio on its day.
        scene: what is known on that day.
        say: a sentence in the reader's language.
        selection: which assignments are taken; of each that is, all is.
        commit: the version of the files, where git knows one.
        version: the program's own.
    """

    assessment: Assessment
    scene: Scene
    say: Callable[[Said], str]
    selection: Selection = ALL
    commit: str = ""
    version: str = ""

    @cached_property
    def chosen(self) -> tuple[Known, ...]:
        """The assignments that are taken, in the order of their files."""
        return tuple(known for known in self.scene.known.values() if matches(known, self.selection))

    @cached_property
    def is_whole(self) -> bool:
        """Whether it tells all that the files do: an earlier day forgets what came after it."""
        return self.scene.day >= self.assessment.today

    @property
    def narrows(self) -> bool:
        """Whether some of the assignments are left out."""
        return self.selection.narrows or bool(self.selection.state)

    def filled(self, sheet: Sheet) -> FilledSheet:
        """A sheet with its rows."""
        return FilledSheet(sheet, self._rows(sheet))

    def _rows(self, sheet: Sheet) -> Iterator[SheetRow]:
        makers = [self._maker(sheet, column) for column in sheet.columns]
        for line in self._lines(sheet):
            yield tuple([make(line) for make in makers])

    def _maker(self, sheet: Sheet, column: SheetColumn) -> CellMaker:
        """What makes the cells of a column."""
        match column.role:
            case Role.PLACE:
                place = sheet.places.index(column)
                return lambda line: line.places[place]
            case Role.FACT:
                return _fact(column, keeps_empty=sheet.part is not None and issubclass(sheet.part, Earlier))
            case Role.FIGURE:
                figure, say = FIGURES[sheet.name][column.key], self.say
                return lambda line: None if line.of is None else _plain(figure(line.of), say)
            case _:
                program, day = self.scene.program, self.scene.day
                whose: dict[str, SheetValue] = {"organisation": program.organisation, "program": program.name}
                origin = whose.get(column.key, day)
                return lambda _: origin

    def _lines(self, sheet: Sheet) -> Iterator[SheetLine]:  # noqa: PLR0911 - one line for each kind of sheet
        match sheet.name:
            case "assignments":
                lines = status_lines(self.assessment, self.scene)
                return (self._assignment(line.known, line) for line in lines if matches(line.known, self.selection))
            case "steps":
                day = self.scene.day
                return (SheetLine(of=SheetStep(one, time)) for one in self.chosen for time in times_on_steps(one, day))
            case "gaps":
                return (SheetLine(of=line) for line in self._gaps())
            case "departments":
                return self._departments()
            case "program":
                return iter((SheetLine(of=SheetProgram(self.scene, self.chosen, self.commit, self.version)),))
            case _ if sheet.of_program:
                return (SheetLine((one.id,), one) for one in getattr(self.scene.program, sheet.lists[0]))
            case _:
                lists = tuple(map(attribute_of, sheet.lists))
                is_figured = any(column.role is Role.FIGURE for column in sheet.columns)
                return (line for known in self.chosen for line in self._parts(known, lists, is_figured=is_figured))

    def _file(self, known: Known) -> Assignment:
        """What an assignment's file says: all of it, or what was in force on an earlier day."""
        return self.scene.portfolio.entries[known.id].assignment if self.is_whole else known.assignment

    def _assignment(self, known: Known, of: object) -> SheetLine:
        return SheetLine((known.id,), self._file(known), of)

    def _parts(self, known: Known, lists: tuple[str, ...], *, is_figured: bool) -> Iterator[SheetLine]:
        """The entries of a list of an assignment, or of a list within each entry of another."""
        first, *second = lists
        entries = getattr(self._file(known), first)
        if not entries:
            return
        worked_out = self._worked_out(known, first) if is_figured else repeat(None, len(entries))
        for number, (part, of) in enumerate(zip(entries, worked_out, strict=True), 1):
            own = getattr(part, "id", number)
            if second:
                below = enumerate(getattr(part, second[0]), 1)
                yield from (SheetLine((known.id, own, place), entry, of) for place, entry in below)
            else:
                yield SheetLine((known.id, own), part, of)

    def _worked_out(self, known: Known, name: str) -> Iterable[Any]:
        """What is known on the day of each of an assignment's benefits or roadmap items."""
        if name == "roadmap":
            return roadmap_lines(self.scene, known)
        lines = (benefit_line(self.scene, known, figures) for figures in self.scene.figures[known.id])
        return (SheetBenefit(line, self.scene.anchors) for line in lines)

    def _gaps(self) -> list[FindingLine]:
        """The gaps that ``gaps`` lists, the first to take first."""
        gaps = (one for one in self.assessment.findings if one.rule not in ERRORS)
        about = [one for one in gaps if is_about(self.scene, one, self.selection)]
        return finding_lines(self.assessment, about, heaviest_first=True)

    def _departments(self) -> Iterator[SheetLine]:
        """Every department, or those that the filters leave an assignment of; those of other days without figures."""
        standings = self.scene.standings
        chosen = {one.id for one in departments_of(self.scene, self.selection)}
        for one in self.scene.program.departments:
            if one.id in chosen or not self.narrows:
                of = DepartmentLine(one, standings[one.id]) if one.id in standings else None
                yield SheetLine((one.id,), one, of)


def _fact(column: SheetColumn, *, keeps_empty: bool) -> CellMaker:
    """What reads a field of a part; a list of nothing counts as absent, unless it is said to have held before."""
    read = reader_of(column.field)
    if column.holds is Holds.LIST and not keeps_empty:
        return lambda line: read(line.part) or None
    return lambda line: read(line.part)


_BARE = (str, int, date, NoneType)
"""Most values of a report have no type to lose."""


def _plain(value: Any, say: Callable[[Said], str]) -> SheetValue:  # noqa: ANN401, PLR0911 - a report's, of any kind
    """A report's value without its type."""
    if isinstance(value, _BARE):
        return value
    match value:
        case Name(text) | Code(text):
            return spelled(text)
        case Word(key):
            return key.rpartition(".")[2]
        case Days(number) | Count(number):
            return number
        case Money(amount):
            return amount if amount.denominator == 1 else round(amount, _MONEY_PLACES)
        case Share(share):
            return six_decimals(share)
        case Quantity(measured):
            return measured
        case Said():
            return spelled(say(value))
        case _:
            return tuple(str(_plain(part, say)) for part in value) or None


Figure = Callable[[Any], Any]
"""What works a figure out from what its row tells of: a report's value, or a plain one."""


class SheetBenefit(NamedTuple):
    """A benefit as its sheets tell of it, with the documents of the day."""

    line: BenefitLine
    anchors: Anchors

    @property
    def taken_home_from(self) -> date | None:
        """The first day from which anything of it that counts is taken home."""
        entries = self.line.figures.known.taken_home
        if self.line.benefit.kind == "cash":
            entries = bookings(entries, self.anchors)
        return min((entry.from_ for entry in entries), default=None) if self.line.figures.taken_home else None

    @property
    def department(self) -> str | None:
        """The department where its assignment is at home."""
        return next(iter(self.line.known.departments), None)

    @property
    def counts(self) -> bool:
        """Whether it stands in the totals: its assignment is open or completed, and it is part of no other."""
        return self.line.known.counts and self.line.benefit.part_of is None


class SheetStep(NamedTuple):
    """An assignment's time on a step."""

    known: Known
    time: StepTime


class SheetProgram(NamedTuple):
    """The programme as a whole: the assignments that are taken, how the files stood, and what tells of them."""

    scene: Scene
    chosen: tuple[Known, ...]
    commit: str
    version: str


def _values(fields: Iterable[Field[Any]]) -> dict[str, Figure]:
    return {field.key: field.value for field in fields if field.value}


def _of_lines(fields: Iterable[Field[Any]]) -> dict[str, Figure]:
    return {key: _of_line(value) for key, value in _values(fields).items()}


def _of_line(value: Figure) -> Figure:
    return lambda benefit: value(benefit.line)


_BENEFIT = _of_lines(BENEFIT_FIELDS)
_ROADMAP = _values(ROADMAP_FIELDS)

FIGURES: Mapping[str, Mapping[str, Figure]] = {
    "assignments": _values(STATUS_FIELDS),
    "steps": {
        "assignment": lambda step: step.known.id,
        "step": lambda step: step.time.step,
        "step_number": lambda step: STEPS.index(step.time.step) + 1,
        "entered": lambda step: step.time.entered,
        "days": lambda step: step.time.days,
        "moved_on": lambda step: step.time.moved_on,
    },
    "benefits": {
        **_BENEFIT,
        "by_day": _BENEFIT["by"],
        "taken_home_from": lambda benefit: benefit.taken_home_from,
        "department": lambda benefit: benefit.department,
        "counts": lambda benefit: benefit.counts,
    },
    "measurements": {"unit": _BENEFIT["unit"]},
    "taken_home": {
        "kind": lambda benefit: Word(f"kind.{kind_of(benefit.line.figures)}"),
        "department": lambda benefit: benefit.department,
    },
    "roadmap": {**_ROADMAP, "from_day": _ROADMAP["from"], "to_day": _ROADMAP["to"]},
    "gaps": _values(FINDING_FIELDS),
    "departments": _values(DEPARTMENT_FIELDS),
    "program": {
        "currency": lambda program: program.scene.program.currency,
        "language": lambda program: program.scene.program.language,
        "commit": lambda program: program.commit or None,
        "version": lambda program: program.version or None,
        "assignments": lambda program: len(program.chosen),
        "open": lambda program: at_once(program.chosen),
        "at_once": lambda program: program.scene.settings.at_once,
        "unreadable": lambda program: len(program.scene.portfolio.unreadable),
    },
}
"""What works out each figure, by sheet and column."""


class Wording(NamedTuple):
    """What a workbook says in the reader's language.

    Attributes:
        texts: names of sheets, headings and choices, by their keys.
        cover: the lines of the cover, each a title and a text; it is told how many rows each sheet has.
        day: the day that the workbook tells of.
    """

    texts: Mapping[str, str]
    cover: Callable[[Mapping[Sheet, int]], Iterable[tuple[str, str]]]
    day: date


CoverLine = tuple[Term, Term]
"""What a line of the cover is about, and what it says; a line that goes on with the same is about an empty name."""

_MORE = Name("")


def cover(extract: Extract, rows: Mapping[Sheet, int], *, shows_people: bool) -> Iterator[CoverLine]:
    """The lines of the cover, with how many rows each sheet has."""
    yield Name(extract.scene.program.organisation), Name(extract.scene.program.name)
    yield Word("cover.day"), extract.scene.day
    if extract.commit:
        yield Word("cover.commit"), Code(extract.commit)
    yield Word("cover.version"), Code(f"staircase {extract.version}")
    yield from _under(Word("cover.left_out"), _left_out(extract, shows_people=shows_people))
    yield Word("cover.back"), Said("cover.back.how" if extract.is_whole else "cover.back.not", {})
    yield from _under(Word("cover.sheets"), (_rows(sheet, count) for sheet, count in rows.items()))


def _under(title: Term, lines: Iterator[Term]) -> Iterator[CoverLine]:
    for number, line in enumerate(lines):
        yield _MORE if number else title, line


def _left_out(extract: Extract, *, shows_people: bool) -> Iterator[Term]:
    unreadable = len(extract.assessment.portfolio.unreadable)
    lines: list[Term] = []
    if unreadable:
        lines.append(Said("cover.unreadable", {"count": unreadable}))
    if extract.narrows:
        lines.append(Said("cover.filters", {"filters": Code(extract.selection.options)}))
    if not shows_people:
        lines.append(Word("cover.people"))
    if not extract.is_whole:
        lines.append(Word("cover.later"))
    yield from lines or [Word("cover.nothing")]


def _rows(sheet: Sheet, count: int) -> Said:
    terms: Mapping[str, Term] = {"sheet": Word(f"sheet.{sheet.name}"), "rows": Count(count, "row")}
    return Said("cover.read" if sheet.is_read else "cover.figures", terms)
