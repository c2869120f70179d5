"""The months of a programme as staircase judges them, and the figures that the gate asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from staircase.core.assess import assess
from staircase.core.load import Shelf, load
from staircase.core.reports.findings import gaps
from staircase.core.source import PROGRAM_FILE, File
from tests.healthy.occasion import Neglect
from tests.healthy.programme import Programme
from tests.healthy.record import Record

MONTHS = tuple(date(2024 + m // 12, m % 12 + 1, 1) - timedelta(1) for m in range(1, 37))
JUDGED = MONTHS[12:]


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap as ``gaps --json`` shows it."""

    rule: str
    subject: str
    item: str | None

    def __str__(self) -> str:
        return f"{self.rule} {self.subject}/{self.item or ''}"


@dataclass(frozen=True)
class Month:
    """What staircase says at a month's end, the first to take first."""

    day: date
    gaps: tuple[Gap, ...]
    steps: Mapping[str, int]
    """The step of each open staircase assignment."""
    errors: tuple[str, ...]

    @property
    def per_assignment(self) -> float:
        return len(self.gaps) / len(self.steps)

    @property
    def median_from_step_two(self) -> float:
        count = {name: 0 for name, step in self.steps.items() if step > 1}
        for gap in self.gaps:
            if gap.subject in count:
                count[gap.subject] += 1
        return median(count.values() or [0])

    @property
    def first_three(self) -> tuple[Gap, ...]:
        """The first gap of each of three different subjects."""
        first: dict[str, Gap] = {}
        for gap in self.gaps:
            first.setdefault(gap.subject, gap)
        return tuple(first.values())[:3]


class Reader:
    """A programme read as its files stood on a day; what has not changed since another day is not read anew."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.files: dict[tuple[int, int], tuple[Record, File]] = {}  # the record is held: its id stays its own

    def month(self, programme: Programme, day: date) -> Month:
        today = day + timedelta(1)
        assessment = assess(load(self._files(programme, day), shelf=self.shelf), day, today)
        rows = list(gaps(assessment).rows)
        found = tuple(Gap(_text(row["rule"]), _text(row["subject"]), _text(row["item"]) or None) for row in rows)
        known = assessment.scene.known.values() if assessment.scene else ()
        steps = {one.id: one.current.number for one in known if one.climbs and one.is_open}
        wrong = tuple(f"{one.rule} {one.path} {one.where}" for one in assessment.findings if one.severity == "error")
        return Month(day, found, steps, wrong)

    def _files(self, programme: Programme, day: date) -> Iterator[File]:
        for record in (programme.program, *programme.assignments.values()):
            facts = record.known_to(day)
            path = PROGRAM_FILE if record is programme.program else f"assignments/{record.id}.yaml"
            if facts:
                key = id(record), facts
                if key not in self.files:
                    self.files[key] = record, File(path, record.text(facts).encode())
                yield self.files[key][1]
        for path in programme.stray_files:
            yield File(path)


def _text(term: object) -> str:
    text = getattr(term, "text", term)
    return "" if text is None else str(text)


def told(reader: Reader, neglect: Neglect, rule: str) -> int | None:
    """At which place a neglect stands on the day it is first told; none when nobody is told within a quarter."""
    for day in JUDGED:
        if neglect.due <= day <= neglect.due + timedelta(92):
            for place, gap in enumerate(reader.month(neglect.programme, day).gaps, 1):
                if (gap.rule, gap.subject) == (rule, neglect.subject):
                    return place
    return None
