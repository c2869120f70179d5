"""Which gaps fire on people who do right: those that they would thank for, and those that are the rule's defect."""

from collections.abc import Mapping

Expected = Mapping[str, tuple[str, tuple[str, ...]]]
"""A rule, why it is right or wrong that it fires, and on what."""

THANKED: Expected = {
    "department-untouched": (
        "the programme reaches its departments one by one; until then the list says whom to visit next",
        ("social-care", "education", "built-environment", "culture-leisure"),
    ),
    "program-goal-unserved": (
        "the first months choose assignments, and this is what to choose them by",
        ("simple-service", "safe-everyday", "balanced-economy", "good-workplace"),
    ),
}
"""Whatever the reading: these fire in the first months only."""

THANKED_AS_THEY_STOOD: Expected = {
    "department-no-roadmap": (
        "two lessons and a benefit that management has seen: it is time for the next step, and it is taken",
        ("built-environment", "culture-leisure", "education", "social-care"),
    ),
}
"""Only where the roadmap is not there before it was made."""

DISPUTED: Expected = {
    "benefit-behind": (
        "measured in the twenty homes of a trial, against a plan that begins with ordinary use, written ahead",
        ("medicine-dispensers/visits",),
    ),
    "benefit-measure-overdue": (
        "paused for the procurement or the summer, and not yet in ordinary use: there is nothing new to measure",
        ("absence-reports/mentor-time", "keyless-home-care/travel-time"),
    ),
    "benefit-capacity-unused": (
        "reached in June and taken home with the school year's schedule in August; that entry is written ahead",
        ("absence-reports/mentor-time",),
    ),
    "benefit-cash-not-booked": (
        "the budget that books it was adopted before the target was reached, and begins with the year",
        ("substitute-booking/agency",),
    ),
    "enabling-enables-nothing": (
        "what enables begins before what it enables: those that depend on it are planned",
        ("e-identification",),
    ),
    "journey-not-shown": (
        "fires on the very day of the first measurement, before management has had a meeting; or on a trial's figure",
        (
            "absence-reports",
            "archive-on-demand",
            "hall-booking",
            "keyless-home-care",
            "medicine-dispensers",
            "night-cameras",
            "permit-completeness",
            "permit-e-service",
            "substitute-booking",
        ),
    ),
}
"""Whatever the reading. A definition that is mended leaves this table."""

DISPUTED_AS_THEY_END: Expected = {
    "journey-stale": (
        "each was reviewed every month, but a file holds only its latest review",
        (
            "absence-reports",
            "archive-on-demand",
            "e-identification",
            "hall-booking",
            "keyless-home-care",
            "measuring-course",
            "medicine-dispensers",
            "night-cameras",
            "open-library",
            "permit-completeness",
            "permit-e-service",
        ),
    ),
}
"""Only where the files of the end answer for an earlier day."""


def cases(*tables: Expected) -> set[tuple[str, str]]:
    """Give all that tables expect, as a rule and what it is about."""
    return {(rule, case) for table in tables for rule, (_, about) in table.items() for case in about}
