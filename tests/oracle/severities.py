"""The gaps of the table Gaps by their severity, while no programme says otherwise."""

NOTES = [
    "text-cut",
    "journey-paused-long",
    "journey-return-unexplained",
    "trial-running-long",
    "benefit-no-worth",
    "benefit-not-followed-up",
    "benefit-below-cost",
    "roadmap-no-goal",
    "roadmap-idea-forgotten",
    "department-untouched",
    "department-only-explores",
    "program-lead-overloaded",
    "program-goal-unserved",
    "program-never-stops",
    "file-ignored",
]
WARNINGS = [
    "journey-stale",
    "journey-stuck",
    "journey-unproven",
    "journey-not-together",
    "journey-no-goal",
    "journey-outside-mandate",
    "journey-not-shown",
    "journey-blocked",
    "trial-no-lesson",
    "benefit-missing",
    "benefit-no-owner",
    "benefit-no-kind",
    "benefit-no-measure",
    "benefit-owner-is-lead",
    "benefit-no-baseline",
    "benefit-no-target",
    "benefit-no-realisation",
    "benefit-not-measured",
    "benefit-measure-overdue",
    "benefit-worse",
    "benefit-missed",
    "benefit-behind",
    "benefit-cash-not-booked",
    "benefit-capacity-unused",
    "roadmap-no-owner",
    "roadmap-no-benefit",
    "roadmap-no-lesson",
    "roadmap-overdue",
    "roadmap-late-start",
    "roadmap-not-anchored",
    "roadmap-weak-anchor",
    "department-no-roadmap",
    "department-short-roadmap",
    "program-over-capacity",
    "accepted-stale",
]
OFF = ["benefit-late-baseline", "benefit-baseline-estimated", "enabling-enables-nothing"]
"""Those that say nothing unless the programme turns them on."""

NEW_NOTES = ["benefit-looks-shared"]
NEW_WARNINGS = ["department-ended"]
RULES = {*NOTES, *WARNINGS, *OFF}
NEW_RULES = {*NEW_NOTES, *NEW_WARNINGS}
"""Those that came with what real organisations do, or later: a new rule stands in one of these two, or in OFF.

The portfolios from before them never name them, so that a seed still makes the portfolio it made.
"""
ALL_RULES = RULES | NEW_RULES
NEVER_ACCEPTED = ("accepted-stale", "file-ignored", "text-cut")

HARMS = [
    ["benefit-worse", "benefit-missed", "roadmap-overdue", "journey-blocked"],
    ["benefit-behind", "benefit-capacity-unused", "benefit-cash-not-booked", "department-short-roadmap"],
    [
        "roadmap-not-anchored",
        "roadmap-weak-anchor",
        "roadmap-late-start",
        "journey-stuck",
        "department-no-roadmap",
        "program-over-capacity",
        "journey-paused-long",
    ],
    [
        "benefit-not-measured",
        "benefit-measure-overdue",
        "journey-stale",
        "journey-not-together",
        "journey-not-shown",
        "journey-unproven",
        "benefit-missing",
        "trial-no-lesson",
    ],
]
"""The kinds of harm from the gravest; all that stands in none is the fifth."""


def harm(rule: str) -> int:
    """The kind of harm of a rule, from 1."""
    return next((number for number, rules in enumerate(HARMS, 1) if rule in rules), len(HARMS) + 1)


def default(rule: str) -> str:
    """The severity of a rule while no programme says otherwise."""
    if rule in OFF:
        return "off"
    return "note" if rule in [*NOTES, *NEW_NOTES] else "warning"
