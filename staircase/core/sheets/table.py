"""Which tables a portfolio is written as and read back from: one list of sheets, with their columns.

What stands in a column is either *read back* (a fact, as the file has it) or a *figure* of the day, which import leaves
alone. Every fact of an assignment's file has one column, so that an export that is imported changes nothing.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from staircase.core.choices import STEPS, Bucket, State
from staircase.core.evidence import Anchoring
from staircase.core.figures import BenefitStanding
from staircase.core.finding import Severity
from staircase.core.known import ItemState
from staircase.core.model import Part
from staircase.core.model.assignment import (
    Accepted,
    Assignment,
    Benefit,
    EarlierAssignment,
    EarlierBenefit,
    EarlierItem,
    How,
    Keep,
    Kind,
    Link,
    Measurement,
    Outcome,
    Pause,
    RoadmapItem,
    Showing,
    TakenHome,
    Trial,
    Visit,
)
from staircase.core.model.program import Department, Document, DocumentKind, Goal
from staircase.core.portfolio import Named
from staircase.core.sheets import Holds, Role, Sheet, SheetColumn
from staircase.core.totals import BenefitKind

AssignmentKind = Literal["assignment", "enabling"]


def _fact(path: str, holds: Holds = Holds.TEXT, key: str = "", refers_to: Named | None = None) -> SheetColumn:
    """A field of the file, by its keys with ``/`` between; the column has the last one's name, or another."""
    field = tuple(path.split("/"))
    return SheetColumn(key or field[-1], holds, Role.FACT, field, refers_to=refers_to)


def _chosen(path: str, choices: Iterable[str], word: str, key: str = "") -> SheetColumn:
    return _fact(path, Holds.CHOICE, key)._replace(choices=tuple(choices), word=word)


def _listed(path: str, refers_to: Named | None = None) -> SheetColumn:
    return _fact(path, Holds.LIST, refers_to=refers_to)


def _person(path: str, holds: Holds = Holds.TEXT) -> SheetColumn:
    return _fact(path, holds)._replace(is_person=True)


def _place(key: str) -> SheetColumn:
    """An id that says where a row belongs."""
    return SheetColumn(key, Holds.TEXT, Role.PLACE)


def _figures(*keys: str, holds: Holds = Holds.TEXT) -> Iterator[SheetColumn]:
    return (SheetColumn(key, holds, Role.FIGURE) for key in keys)


def _named(key: str, choices: Iterable[str], word: str) -> SheetColumn:
    """A figure that is one of some words."""
    return SheetColumn(key, Holds.CHOICE, Role.FIGURE, choices=tuple(choices), word=word)


_ASSIGNMENT = _place("assignment")
_OWN_ID = _place("id")
_BENEFIT = _place("benefit")
_ITEM = _place("item")
_NUMBER = SheetColumn("number", Holds.WHOLE, Role.PLACE)
"""The place of an entry in its list, from 1: what tells entries without an id apart."""

_ORIGIN = (
    SheetColumn("organisation", Holds.TEXT, Role.ORIGIN),
    SheetColumn("program", Holds.TEXT, Role.ORIGIN),
    SheetColumn("as_of", Holds.DATE, Role.ORIGIN),
)

_WHO = (_listed("department", "department"), _person("lead"))
_COSTS = (
    _fact("costs/one_off", Holds.MONEY, "costs_one_off"),
    _fact("costs/per_year", Holds.MONEY, "costs_per_year"),
)
_GOALS, _TOGETHER = _listed("goals", "goal"), _person("together", Holds.LIST)

_TITLE, _OWNER = _fact("title"), _person("owner")
_KIND = _chosen("kind", get_args(Kind), "kind")
_MEASURE = (
    _fact("measure/what"),
    _fact("measure/unit"),
    _fact("measure/source"),
    _fact("measure/every_days", Holds.WHOLE),
)
_WAY = (
    _fact("baseline/value", Holds.NUMBER, "baseline"),
    _fact("baseline/date", Holds.DATE, "baseline_date"),
    _chosen("baseline/how", get_args(How), "how", "baseline_how"),
    _fact("target/value", Holds.NUMBER, "target"),
    _fact("target/by", Holds.PERIOD),
    _chosen("target/keep", get_args(Keep), "keep"),
)
_WORTH = (_fact("worth/per_unit", Holds.MONEY), _fact("worth/basis"), _fact("realisation"))

_SPAN = (_fact("from", Holds.PERIOD), _fact("to", Holds.PERIOD))
_EXPECTS = (
    _chosen("expects/kind", get_args(Kind), "kind"),
    _fact("expects/per_year", Holds.MONEY),
    _fact("expects/what", key="expects"),
)
_ANCHORED_IN = _listed("anchored_in", "document")

_BEFORE = (_fact("until", Holds.DATE), _fact("why"))
"""What every entry says of values that held before; beside it stand those that may be decided anew."""


def _sheet(
    name: str,
    *columns: SheetColumn,
    part: type[Part] | None = None,
    lists: tuple[str, ...] = (),
    of_program: bool = False,
) -> Sheet:
    return Sheet(name, (*columns, *_ORIGIN), part, lists, of_program)


SHEETS: tuple[Sheet, ...] = (
    _sheet(
        "assignments",
        _OWN_ID,
        _TITLE,
        _chosen("kind", get_args(AssignmentKind), "kind"),
        *_WHO,
        _named("state", State, "state"),
        _named("step", STEPS, "step"),
        *_figures("entered", holds=Holds.DATE),
        _fact("started", Holds.DATE),
        _fact("live", Holds.DATE),
        _fact("completed", Holds.DATE),
        _fact("stopped/date", Holds.DATE, "stopped"),
        _fact("stopped/why", key="stopped_why"),
        _fact("stopped/learned", key="stopped_learned"),
        _fact("reviewed", Holds.DATE),
        *_COSTS,
        _GOALS,
        _TOGETHER,
        _listed("depends_on", "assignment"),
        _listed("tags"),
        *_figures("step_number", "days_in_step", "days_running", holds=Holds.WHOLE),
        *_figures("last_touched", holds=Holds.DATE),
        *_figures("rounds", "benefits", "roadmap_items", "errors", "gaps", holds=Holds.WHOLE),
        *_figures("departments", holds=Holds.LIST),
        *_figures("path"),
        part=Assignment,
    ),
    _sheet(
        "visits",
        _ASSIGNMENT,
        _NUMBER,
        _chosen("step", STEPS, "step"),
        _fact("entered", Holds.DATE),
        _fact("why"),
        part=Visit,
        lists=("journey",),
    ),
    _sheet(
        "steps",
        SheetColumn("assignment", Holds.TEXT, Role.FIGURE),
        _named("step", STEPS, "step"),
        *_figures("step_number", holds=Holds.WHOLE),
        *_figures("entered", holds=Holds.DATE),
        *_figures("days", holds=Holds.WHOLE),
        *_figures("moved_on", holds=Holds.FLAG),
    ),
    _sheet(
        "trials",
        _ASSIGNMENT,
        _OWN_ID,
        _TITLE,
        _fact("started", Holds.DATE),
        _fact("ended", Holds.DATE),
        _chosen("outcome", get_args(Outcome), "outcome"),
        _fact("learned"),
        part=Trial,
        lists=("trials",),
    ),
    _sheet(
        "benefits",
        _ASSIGNMENT,
        _OWN_ID,
        _TITLE,
        _KIND,
        _OWNER,
        _named("standing", BenefitStanding, "standing"),
        *_figures("realised", "planned", holds=Holds.SHARE),
        *_figures("potential", "now", "taken_home", holds=Holds.MONEY),
        *_MEASURE,
        *_WAY,
        *_figures("by_day", holds=Holds.DATE),
        *_figures("latest", holds=Holds.NUMBER),
        *_figures("latest_date", "next_measurement", holds=Holds.DATE),
        *_WORTH,
        *_figures("taken_home_from", holds=Holds.DATE),
        _fact("closed/date", Holds.DATE, "closed"),
        _fact("closed/why", key="closed_why"),
        _fact("part_of"),
        *_figures("department"),
        *_figures("counts", holds=Holds.FLAG),
        part=Benefit,
        lists=("benefits",),
    ),
    _sheet(
        "measurements",
        _ASSIGNMENT,
        _BENEFIT,
        _NUMBER,
        _fact("date", Holds.DATE),
        _fact("value", Holds.NUMBER),
        *_figures("unit"),
        part=Measurement,
        lists=("benefits", "measurements"),
    ),
    _sheet(
        "taken_home",
        _ASSIGNMENT,
        _BENEFIT,
        _NUMBER,
        _fact("from", Holds.DATE),
        _fact("how"),
        _fact("amount", Holds.MONEY),
        _fact("document", refers_to="document"),
        _named("kind", get_args(BenefitKind), "kind"),
        *_figures("department"),
        part=TakenHome,
        lists=("benefits", "taken_home"),
    ),
    _sheet(
        "roadmap",
        _ASSIGNMENT,
        _OWN_ID,
        _TITLE,
        _fact("department", refers_to="department"),
        _fact("area"),
        _named("state", ItemState, "item"),
        *_SPAN,
        *_figures("from_day", "to_day", holds=Holds.DATE),
        _named("bucket", Bucket, "bucket"),
        _OWNER,
        *_EXPECTS,
        _GOALS,
        _ANCHORED_IN,
        _named("anchoring", Anchoring, "anchoring"),
        *_figures("anchored", holds=Holds.FLAG),
        _listed("based_on"),
        _fact("became", refers_to="assignment"),
        _fact("started", Holds.DATE),
        _fact("done", Holds.DATE),
        _fact("dropped/date", Holds.DATE, "dropped"),
        _fact("dropped/why", key="dropped_why"),
        *_figures("departments", holds=Holds.LIST),
        part=RoadmapItem,
        lists=("roadmap",),
    ),
    _sheet(
        "gaps",
        *_figures("rule"),
        _named("severity", Severity, "severity"),
        *_figures("subject_kind", "subject", "item", "message", "ask", "fix"),
        *_figures("at_stake", holds=Holds.MONEY),
        _named("at_stake_kind", get_args(BenefitKind), "kind"),
        SheetColumn("owner", Holds.TEXT, Role.FIGURE, is_person=True),
        *_figures("path"),
        *_figures("line", "column", holds=Holds.WHOLE),
        *_figures("fingerprint"),
    ),
    _sheet(
        "departments",
        _OWN_ID,
        _fact("name"),
        _person("manager"),
        *_figures(*STEPS, holds=Holds.FLAG),
        *_figures("reached", "rounds", holds=Holds.WHOLE),
        *_figures("trained", holds=Holds.FLAG),
        *_figures("assignments", "open", holds=Holds.WHOLE),
        *_figures("roadmap_until", holds=Holds.DATE),
        *_SPAN,
        _listed("became", "department"),
        part=Department,
        lists=("departments",),
        of_program=True,
    ),
    _sheet("goals", _OWN_ID, _TITLE, part=Goal, lists=("goals",), of_program=True),
    _sheet(
        "documents",
        _OWN_ID,
        _TITLE,
        _chosen("kind", get_args(DocumentKind), "document"),
        _fact("department", refers_to="department"),
        _fact("adopted", Holds.DATE),
        *_SPAN,
        _fact("url"),
        part=Document,
        lists=("documents",),
        of_program=True,
    ),
    _sheet(
        "shown",
        _ASSIGNMENT,
        _NUMBER,
        _fact("date", Holds.DATE),
        _fact("forum"),
        _fact("decision"),
        part=Showing,
        lists=("shown",),
    ),
    _sheet(
        "pauses",
        _ASSIGNMENT,
        _NUMBER,
        _fact("from", Holds.DATE),
        _fact("to", Holds.DATE),
        _fact("why"),
        part=Pause,
        lists=("pauses",),
    ),
    _sheet(
        "accepted",
        _ASSIGNMENT,
        _NUMBER,
        _fact("rule"),
        _fact("item"),
        _fact("until", Holds.DATE),
        _fact("why"),
        part=Accepted,
        lists=("accepted",),
    ),
    _sheet("links", _ASSIGNMENT, _NUMBER, _TITLE, _fact("url"), part=Link, lists=("links",)),
    _sheet(
        "assignments_before",
        _ASSIGNMENT,
        _NUMBER,
        *_BEFORE,
        *_WHO,
        *_COSTS,
        _GOALS,
        _TOGETHER,
        part=EarlierAssignment,
        lists=("was",),
    ),
    _sheet(
        "benefits_before",
        _ASSIGNMENT,
        _BENEFIT,
        _NUMBER,
        *_BEFORE,
        _TITLE,
        _KIND,
        _OWNER,
        *_MEASURE,
        *_WAY,
        *_WORTH,
        part=EarlierBenefit,
        lists=("benefits", "was"),
    ),
    _sheet(
        "roadmap_before",
        _ASSIGNMENT,
        _ITEM,
        _NUMBER,
        *_BEFORE,
        _TITLE,
        *_SPAN,
        _OWNER,
        *_EXPECTS,
        _GOALS,
        _ANCHORED_IN,
        part=EarlierItem,
        lists=("roadmap", "was"),
    ),
    _sheet(
        "program",
        *_figures("currency", "language", "commit", "version"),
        *_figures("assignments", "open", "at_once", "unreadable", holds=Holds.WHOLE),
    ),
)
"""Every sheet, in the order of a workbook: what most ask for first."""


def sheet(name: str) -> Sheet:
    """A sheet by its name."""
    return next(one for one in SHEETS if one.name == name)
