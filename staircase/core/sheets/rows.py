"""The rows of each sheet, one after the other: facts as the files have them, and the figures of a day."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from staircase.core.assess import Assessment
from staircase.core.flow import times_on_steps
from staircase.core.known import Known
from staircase.core.model.assignment import Assignment, Earlier
from staircase.core.model.shape import attribute_of
from staircase.core.model.value import Part
from staircase.core.reports.benefits import benefit_line
from staircase.core.reports.departments import DepartmentLine
from staircase.core.reports.finding_line import FindingLine, finding_lines
from staircase.core.reports.roadmap import roadmap_lines
from staircase.core.reports.select import ALL, Selection, departments_of, is_about, matches
from staircase.core.reports.status_line import status_lines
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import ERRORS
from staircase.core.sheets.cell import SheetValue
from staircase.core.sheets.column import Role, Sheet, SheetColumn
from staircase.core.sheets.figures import FIGURES, SheetBenefit, SheetProgram, SheetStep
from staircase.core.term import Code, Count, Days, Money, Name, Quantity, Said, Share, Word

SheetRow = tuple[SheetValue, ...]

_SHARE_PLACES, _MONEY_PLACES = 6, 2


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

    @property
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
                return _fact(column.field, keeps_empty=sheet.part is not None and issubclass(sheet.part, Earlier))
            case Role.FIGURE:
                figure = FIGURES[sheet.name][column.key]
                return lambda line: None if line.of is None else _plain(figure(line.of), self.say)
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
                return (line for known in self.chosen for line in self._parts(known, sheet.lists))

    def _file(self, known: Known) -> Assignment:
        """What an assignment's file says: all of it, or what was in force on an earlier day."""
        return self.scene.portfolio.entries[known.id].assignment if self.is_whole else known.assignment

    def _assignment(self, known: Known, of: object) -> SheetLine:
        return SheetLine((known.id,), self._file(known), of)

    def _parts(self, known: Known, lists: tuple[str, ...]) -> Iterator[SheetLine]:
        """The entries of a list of an assignment, or of a list within each entry of another."""
        first, *second = map(attribute_of, lists)
        entries = getattr(self._file(known), first)
        for number, (part, of) in enumerate(zip(entries, self._worked_out(known, first, len(entries)), strict=True), 1):
            own = getattr(part, "id", number)
            if second:
                below = enumerate(getattr(part, second[0]), 1)
                yield from (SheetLine((known.id, own, place), entry, of) for place, entry in below)
            else:
                yield SheetLine((known.id, own), part, of)

    def _worked_out(self, known: Known, name: str, count: int) -> Iterable[Any]:
        """What is known on the day of each entry of a list."""
        match name:
            case "benefits":
                lines = (benefit_line(self.scene, known, figures) for figures in self.scene.figures[known.id])
                return (SheetBenefit(line, self.scene.anchors) for line in lines)
            case "roadmap":
                return roadmap_lines(self.scene, known)
            case _:
                return (known for _ in range(count))

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


def _fact(field: tuple[str, ...], *, keeps_empty: bool) -> CellMaker:
    """What reads a field of a part; a list of nothing counts as absent, unless it is said to have held before."""
    *above, own = map(attribute_of, field)
    read = attrgetter(own)

    def make(line: SheetLine) -> SheetValue:
        owner = getattr(line.part, above[0]) if above else line.part
        value: SheetValue = None if owner is None else read(owner)
        return None if value == () and not keeps_empty else value

    return make


def _plain(value: Any, say: Callable[[Said], str]) -> SheetValue:  # noqa: ANN401, PLR0911 - a report's, of any kind
    """A report's value without its type."""
    match value:
        case Name(text) | Code(text):
            return text
        case Word(key):
            return key.rpartition(".")[2]
        case Days(number) | Count(number):
            return number
        case Money(amount):
            return round(amount, _MONEY_PLACES)
        case Share(share):
            return round(share, _SHARE_PLACES)
        case Quantity(measured):
            return measured
        case Said():
            return say(value)
        case tuple():
            return tuple(str(_plain(part, say)) for part in value) or None
        case _:
            plain: SheetValue = value
            return plain
