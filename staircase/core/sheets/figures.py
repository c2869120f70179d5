"""The figures of each sheet, by their columns: most are worked out by the report that tells of the same."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from staircase.core.choices import STEPS
from staircase.core.evidence import Anchors
from staircase.core.figures import bookings
from staircase.core.flow import StepTime, at_once
from staircase.core.known import Known
from staircase.core.reports.benefits import FIELDS as BENEFIT_FIELDS
from staircase.core.reports.benefits import BenefitLine
from staircase.core.reports.departments import FIELDS as DEPARTMENT_FIELDS
from staircase.core.reports.finding_line import FINDING_FIELDS
from staircase.core.reports.outline import Field
from staircase.core.reports.roadmap import FIELDS as ROADMAP_FIELDS
from staircase.core.reports.status_line import STATUS_FIELDS
from staircase.core.rules.rule import Scene
from staircase.core.term import Word
from staircase.core.totals import kind_of

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
