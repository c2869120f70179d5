"""Gaps of the programme and of enabling assignments, in English."""

TEXTS: dict[str, str] = {
    "finding.program-over-capacity.message": (
        "{open} are open at the same time, and more than {limit} were {days} ago; the programme can carry {limit}"
    ),
    "finding.program-over-capacity.ask": (
        "Complete or stop some before starting more, or raise what the programme carries: settings, at_once"
    ),
    "finding.program-lead-overloaded.message": "{lead} leads {open} at the same time; one lead can carry {limit}",
    "finding.program-lead-overloaded.ask": (
        "Let somebody else lead some, or end those that nobody would start today: lead, completed or stopped"
    ),
    "finding.program-goal-unserved.message": "the goal '{title}' is served by no open assignment and no roadmap item",
    "finding.program-goal-unserved.ask": (
        "Ask which department could test something towards it, or take the goal out of the programme: goals"
    ),
    "finding.program-never-stops.message": "{ended} ended in the last year, and none of them was stopped",
    "finding.program-never-stops.ask": (
        "Ask which of the open ones nobody would start today, and stop those with what they taught: stopped"
    ),
    "finding.enabling-enables-nothing.message": "no open assignment depends on it",
    "finding.enabling-enables-nothing.ask": (
        "Write in those that need it that they do, or ask whether it should go on: depends_on"
    ),
    "rule.program-over-capacity": "More at once than the programme carries",
    "rule.program-lead-overloaded": "Lead of too many assignments",
    "rule.program-goal-unserved": "Goal that nobody serves",
    "rule.program-never-stops": "Nothing is ever stopped",
    "rule.enabling-enables-nothing": "Enabling assignment that nobody needs",
}
