"""All rules that are looked for, by what they look at. Adding a rule is a line here; the engine stays as it is."""

from staircase.core.rules import (
    benefit,
    date,
    department,
    enabling,
    flat_target,
    journey,
    program,
    realisation,
    reference,
    roadmap,
    trial,
)
from staircase.core.rules.rule import BenefitCase, Case, DepartmentCase, FileCase, GoalCase, ItemCase, Rule, Scene

FILE: tuple[Rule[FileCase], ...] = (
    Rule("date-order", date.date_order),
    Rule("date-in-future", date.date_in_future),
    Rule("benefit-flat-target", flat_target.flat_target),
)
"""Errors in an assignment's file alone: looked for even when ``program.yaml`` can't be read."""

REFERENCE: tuple[Rule[FileCase], ...] = (Rule("reference-unknown", reference.reference_unknown),)
"""Errors in what an assignment's file refers to."""

STARTED: tuple[Rule[Case], ...] = (
    Rule("journey-stale", journey.stale),
    Rule("journey-outside-mandate", journey.outside_mandate),
    Rule("journey-blocked", journey.blocked),
)
"""Gaps of every assignment that has started, enabling ones too."""

CLIMBING: tuple[Rule[Case], ...] = (
    Rule("journey-stuck", journey.stuck),
    Rule("journey-paused-long", journey.paused_long),
    Rule("journey-unproven", journey.unproven),
    Rule("journey-return-unexplained", journey.return_unexplained),
    Rule("journey-not-together", journey.not_together),
    Rule("journey-no-goal", journey.no_goal),
    Rule("journey-not-shown", journey.not_shown),
    Rule("trial-no-lesson", trial.no_lesson),
    Rule("benefit-missing", benefit.missing),
)
"""Gaps of staircase assignments that have started."""

ENABLING: tuple[Rule[Case], ...] = (Rule("enabling-enables-nothing", enabling.enables_nothing),)
"""Gaps of enabling assignments that have started."""

BENEFIT: tuple[Rule[BenefitCase], ...] = (
    Rule("benefit-no-owner", benefit.no_owner),
    Rule("benefit-no-kind", benefit.no_kind),
    Rule("benefit-no-measure", benefit.no_measure),
    Rule("benefit-owner-is-lead", benefit.owner_is_lead),
    Rule("benefit-no-baseline", benefit.no_baseline),
    Rule("benefit-late-baseline", benefit.late_baseline),
    Rule("benefit-baseline-estimated", benefit.baseline_estimated),
    Rule("benefit-no-target", benefit.no_target),
    Rule("benefit-no-realisation", benefit.no_realisation),
    Rule("benefit-no-worth", benefit.no_worth),
    Rule("benefit-not-measured", realisation.not_measured),
    Rule("benefit-measure-overdue", realisation.measure_overdue),
    Rule("benefit-worse", realisation.worse),
    Rule("benefit-missed", realisation.missed),
    Rule("benefit-behind", realisation.behind),
    Rule("benefit-cash-not-booked", realisation.cash_not_booked),
    Rule("benefit-capacity-unused", realisation.capacity_unused),
)
"""Gaps of the benefits of open and completed assignments."""

ITEM: tuple[Rule[ItemCase], ...] = (
    Rule("roadmap-no-owner", roadmap.no_owner),
    Rule("roadmap-no-benefit", roadmap.no_benefit),
    Rule("roadmap-no-lesson", roadmap.no_lesson),
    Rule("roadmap-no-goal", roadmap.no_goal),
    Rule("roadmap-overdue", roadmap.overdue),
    Rule("roadmap-late-start", roadmap.late_start),
    Rule("roadmap-not-anchored", roadmap.not_anchored),
    Rule("roadmap-weak-anchor", roadmap.weak_anchor),
)
"""Gaps of live roadmap items."""

DEPARTMENT: tuple[Rule[DepartmentCase], ...] = (
    Rule("department-untouched", department.untouched),
    Rule("department-no-roadmap", department.no_roadmap),
    Rule("department-short-roadmap", department.short_roadmap),
)
"""Gaps of departments."""

GOAL: tuple[Rule[GoalCase], ...] = (Rule("program-goal-unserved", program.goal_unserved),)
"""Gaps of goals."""

PROGRAM_WIDE: tuple[Rule[Scene], ...] = (
    Rule("program-over-capacity", program.over_capacity),
    Rule("program-never-stops", program.never_stops),
)
"""Gaps of the programme as a whole."""

ABSENT = frozenset(
    {
        "benefit-missing",
        "department-untouched",
        "department-no-roadmap",
        "department-short-roadmap",
        "journey-unproven",
        "program-goal-unserved",
        "program-never-stops",
        "enabling-enables-nothing",
    }
)
"""Gaps about something absent, which may stand in a file that could not be read: they say how many there are."""
