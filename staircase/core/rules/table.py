"""The table of all rules: a row each, in the manual's order, errors first. Nothing else lists them.

A row names its functions (``module:function`` in this package) instead of holding them: names and severities are
asked for by completion, by the model and by the manual, none of which may load what the functions rest on.
"""

from collections.abc import Mapping
from enum import Enum, IntEnum, auto
from types import MappingProxyType
from typing import NamedTuple

from staircase.core.choices import State
from staircase.core.finding import Severity


class Scope(Enum):
    """What a rule looks at: the functions of one scope all take the same case."""

    ASSIGNMENT_FILE = auto()
    """An assignment's file by itself, even when ``program.yaml`` can't be read."""
    ASSIGNMENT_REFERENCES = auto()
    """What an assignment's file refers to."""
    DEPENDENCIES = auto()
    """Who depends on whom, in the whole portfolio."""
    PROGRAM_FILE = auto()
    """``program.yaml`` by itself."""
    PROGRAM_REFERENCES = auto()
    """What ``program.yaml`` refers to."""
    TEXT = auto()
    """A file as it is written."""
    IGNORED_FILE = auto()
    """A file under ``assignments/`` that is not read."""
    ACCEPTED = auto()
    """The accepted gaps of a file."""
    STARTED = auto()
    """An assignment that has started, an enabling one too."""
    CLIMBING = auto()
    """A staircase assignment that has started."""
    ENABLING = auto()
    """An enabling assignment that has started."""
    BENEFIT = auto()
    """A benefit of an open or completed assignment."""
    ITEM = auto()
    """A live roadmap item."""
    DEPARTMENT = auto()
    """A department."""
    GOAL = auto()
    """A goal."""
    PROGRAM = auto()
    """The programme as a whole."""


class Harm(IntEnum):
    """What a gap costs as long as it stands, the worst first."""

    LOST = 1
    """Value is being lost."""
    UNUSED = 2
    """Value does not come, or comes and is not used."""
    STILL = 3
    """It stands still."""
    UNKNOWN = 4
    """Nobody knows."""
    OTHER = 5
    """All else."""


class Rule(NamedTuple):
    """A row of the table.

    Attributes:
        name: stable, never reused.
        severity: unless the programme has set another. Errors mean that files can't be read or figures would be
            wrong, and are never turned off; warnings and notes are gaps in the journey.
        checks: the function for each scope that it looks at; none for what shows while files are read.
        harm: the kind of harm.
        about_absence: whether it speaks of something absent, which may stand in a file that could not be read: it
            says how many there are.
        acceptable: of a gap, whether a programme can live with the gap instead of mending it.
        on: whether it is told unless the programme says otherwise; one that is off has to be turned on.
        silent: the states in which nobody asks for it of an assignment any longer, planned and stopped ones apart:
            what comes to one of them has not mended the gap.
    """

    name: str
    severity: Severity
    checks: Mapping[Scope, str]
    harm: Harm = Harm.OTHER
    about_absence: bool = False
    acceptable: bool = True
    on: bool = True
    silent: frozenset[State] = frozenset()


_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
_PAUSED, _COMPLETED = frozenset({State.PAUSED}), frozenset({State.COMPLETED})
_RESTING = _PAUSED | _COMPLETED

RULES: tuple[Rule, ...] = (
    Rule("file-unreadable", _ERROR, {}),
    Rule("file-syntax", _ERROR, {}),
    Rule("file-not-plain", _ERROR, {}),
    Rule("file-duplicate-key", _ERROR, {}),
    Rule("file-name", _ERROR, {}),
    Rule("field-unknown", _ERROR, {}),
    Rule("field-missing", _ERROR, {}),
    Rule("field-invalid", _ERROR, {}),
    Rule(
        "reference-unknown",
        _ERROR,
        {
            Scope.ASSIGNMENT_REFERENCES: "reference:reference_unknown",
            Scope.PROGRAM_REFERENCES: "reference:program_reference_unknown",
        },
    ),
    Rule(
        "reference-cycle",
        _ERROR,
        {
            Scope.DEPENDENCIES: "portfolio:reference_cycle",
            Scope.PROGRAM_REFERENCES: "portfolio:department_cycle",
        },
    ),
    Rule(
        "date-order", _ERROR, {Scope.ASSIGNMENT_FILE: "date:date_order", Scope.PROGRAM_FILE: "date:program_date_order"}
    ),
    Rule("date-in-future", _ERROR, {Scope.ASSIGNMENT_FILE: "date:date_in_future"}),
    Rule("benefit-flat-target", _ERROR, {Scope.ASSIGNMENT_FILE: "date:flat_target"}),
    Rule("text-cut", _NOTE, {Scope.TEXT: "portfolio:text_cut"}, acceptable=False),
    Rule("journey-stale", _WARNING, {Scope.STARTED: "journey:stale"}, Harm.UNKNOWN, silent=_RESTING),
    Rule("journey-stuck", _WARNING, {Scope.CLIMBING: "journey:stuck"}, Harm.STILL, silent=_RESTING),
    Rule("journey-paused-long", _NOTE, {Scope.CLIMBING: "journey:paused_long"}, Harm.STILL, silent=_COMPLETED),
    Rule("journey-unproven", _WARNING, {Scope.CLIMBING: "journey:unproven"}, Harm.UNKNOWN, about_absence=True),
    Rule("journey-return-unexplained", _NOTE, {Scope.CLIMBING: "journey:return_unexplained"}),
    Rule("journey-not-together", _WARNING, {Scope.CLIMBING: "journey:not_together"}, Harm.UNKNOWN, silent=_COMPLETED),
    Rule("journey-no-goal", _WARNING, {Scope.CLIMBING: "journey:no_goal"}, silent=_COMPLETED),
    Rule("journey-outside-mandate", _WARNING, {Scope.STARTED: "journey:outside_mandate"}, silent=_COMPLETED),
    Rule("journey-not-shown", _WARNING, {Scope.CLIMBING: "journey:not_shown"}, Harm.UNKNOWN, silent=_COMPLETED),
    Rule("journey-blocked", _WARNING, {Scope.STARTED: "journey:blocked"}, Harm.LOST, silent=_COMPLETED),
    Rule("trial-no-lesson", _WARNING, {Scope.CLIMBING: "journey:no_lesson"}, Harm.UNKNOWN),
    Rule("trial-running-long", _NOTE, {Scope.CLIMBING: "journey:running_long"}, silent=_COMPLETED),
    Rule("benefit-missing", _WARNING, {Scope.CLIMBING: "benefit:missing"}, Harm.UNKNOWN, about_absence=True),
    Rule("benefit-no-owner", _WARNING, {Scope.BENEFIT: "benefit:no_owner"}),
    Rule("benefit-no-kind", _WARNING, {Scope.BENEFIT: "benefit:no_kind"}),
    Rule("benefit-no-measure", _WARNING, {Scope.BENEFIT: "benefit:no_measure"}),
    Rule("benefit-owner-is-lead", _WARNING, {Scope.BENEFIT: "benefit:owner_is_lead"}),
    Rule("benefit-no-baseline", _WARNING, {Scope.BENEFIT: "benefit:no_baseline"}),
    Rule("benefit-late-baseline", _NOTE, {Scope.BENEFIT: "benefit:late_baseline"}, on=False),
    Rule("benefit-baseline-estimated", _NOTE, {Scope.BENEFIT: "benefit:baseline_estimated"}, on=False),
    Rule("benefit-no-target", _WARNING, {Scope.BENEFIT: "benefit:no_target"}),
    Rule("benefit-no-realisation", _WARNING, {Scope.BENEFIT: "benefit:no_realisation"}),
    Rule("benefit-no-worth", _NOTE, {Scope.BENEFIT: "benefit:no_worth"}),
    Rule("benefit-not-measured", _WARNING, {Scope.BENEFIT: "benefit:not_measured"}, Harm.UNKNOWN),
    Rule("benefit-measure-overdue", _WARNING, {Scope.BENEFIT: "benefit:measure_overdue"}, Harm.UNKNOWN, silent=_PAUSED),
    Rule("benefit-not-followed-up", _NOTE, {Scope.BENEFIT: "benefit:not_followed_up"}),
    Rule("benefit-worse", _WARNING, {Scope.BENEFIT: "benefit:worse"}, Harm.LOST),
    Rule("benefit-missed", _WARNING, {Scope.BENEFIT: "benefit:missed"}, Harm.LOST),
    Rule("benefit-behind", _WARNING, {Scope.BENEFIT: "benefit:behind"}, Harm.UNUSED),
    Rule("benefit-cash-not-booked", _WARNING, {Scope.BENEFIT: "benefit:cash_not_booked"}, Harm.UNUSED),
    Rule("benefit-capacity-unused", _WARNING, {Scope.BENEFIT: "benefit:capacity_unused"}, Harm.UNUSED),
    Rule("benefit-below-cost", _NOTE, {Scope.CLIMBING: "benefit:below_cost"}),
    Rule("benefit-looks-shared", _NOTE, {Scope.PROGRAM: "benefit:looks_shared"}),
    Rule("roadmap-no-owner", _WARNING, {Scope.ITEM: "journey:no_owner"}),
    Rule("roadmap-no-benefit", _WARNING, {Scope.ITEM: "journey:no_benefit"}),
    Rule("roadmap-no-lesson", _WARNING, {Scope.ITEM: "journey:item_without_lesson"}),
    Rule("roadmap-no-goal", _NOTE, {Scope.ITEM: "journey:item_without_goal"}),
    Rule("roadmap-overdue", _WARNING, {Scope.ITEM: "journey:overdue"}, Harm.LOST),
    Rule("roadmap-late-start", _WARNING, {Scope.ITEM: "journey:late_start"}, Harm.STILL),
    Rule("roadmap-not-anchored", _WARNING, {Scope.ITEM: "journey:not_anchored"}, Harm.STILL),
    Rule("roadmap-weak-anchor", _WARNING, {Scope.ITEM: "journey:weak_anchor"}, Harm.STILL),
    Rule("roadmap-idea-forgotten", _NOTE, {Scope.CLIMBING: "journey:idea_forgotten"}, silent=_COMPLETED),
    Rule("department-untouched", _NOTE, {Scope.DEPARTMENT: "portfolio:untouched"}, about_absence=True),
    Rule("department-only-explores", _NOTE, {Scope.DEPARTMENT: "portfolio:only_explores"}, about_absence=True),
    Rule("department-no-roadmap", _WARNING, {Scope.DEPARTMENT: "portfolio:no_roadmap"}, Harm.STILL, about_absence=True),
    Rule(
        "department-short-roadmap",
        _WARNING,
        {Scope.DEPARTMENT: "portfolio:short_roadmap"},
        Harm.UNUSED,
        about_absence=True,
    ),
    Rule("department-ended", _WARNING, {Scope.CLIMBING: "portfolio:ended"}, silent=_COMPLETED),
    Rule("program-over-capacity", _WARNING, {Scope.PROGRAM: "portfolio:over_capacity"}, Harm.STILL),
    Rule("program-lead-overloaded", _NOTE, {Scope.PROGRAM: "portfolio:lead_overloaded"}),
    Rule("program-goal-unserved", _NOTE, {Scope.GOAL: "portfolio:goal_unserved"}, about_absence=True),
    Rule("program-never-stops", _NOTE, {Scope.PROGRAM: "portfolio:never_stops"}, about_absence=True),
    Rule(
        "enabling-enables-nothing",
        _NOTE,
        {Scope.ENABLING: "journey:enables_nothing"},
        about_absence=True,
        on=False,
        silent=_COMPLETED,
    ),
    Rule("accepted-stale", _WARNING, {Scope.ACCEPTED: "portfolio:stale"}, acceptable=False),
    Rule("file-ignored", _NOTE, {Scope.IGNORED_FILE: "portfolio:ignored"}, acceptable=False),
)
"""All rules. Those of a scope are asked in this order."""


SEVERITIES: Mapping[str, Severity] = MappingProxyType({rule.name: rule.severity for rule in RULES})
"""Every rule with the severity that it has unless it is set, errors first."""

ERRORS: Mapping[str, Severity] = MappingProxyType(
    {name: severity for name, severity in SEVERITIES.items() if severity is Severity.ERROR}
)
"""The rules whose findings mean that files can't be read or figures would be wrong: never turned off."""

GAPS: Mapping[str, Severity] = MappingProxyType(
    {name: severity for name, severity in SEVERITIES.items() if name not in ERRORS}
)
"""The rules whose findings mean that the journey lacks something, with the severity they have unless it is set."""

NEVER_ACCEPTED = frozenset(rule.name for rule in RULES if not rule.acceptable)
"""The gaps that can only be mended, never lived with."""

LEVELS: Mapping[str, str] = MappingProxyType({rule.name: rule.severity.value if rule.on else "off" for rule in RULES})
"""What every rule is unless the programme sets it: a severity, or off."""

OFF = frozenset(rule.name for rule in RULES if not rule.on)
"""The gaps that are told only where the programme turns them on."""

HARMS: Mapping[str, Harm] = MappingProxyType({rule.name: rule.harm for rule in RULES})
"""The kind of harm of every rule, the worst first."""
