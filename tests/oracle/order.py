"""What comes first among gaps, what is at stake in each, and whose it is."""

import re
from fractions import Fraction
from typing import NamedTuple

from tests.oracle import money
from tests.oracle.gaps import Gap
from tests.oracle.plain import Plain, World, number
from tests.oracle.severities import harm

NONE = Fraction(0)
SEVERITIES = ("error", "warning", "note")


class Weighed(NamedTuple):
    """A gap as it is told."""

    rule: str
    severity: str
    kind: str
    subject: str
    item: str | None
    stake: Fraction
    owner: str | None


def weighed(world: World, gap: Gap, severity: str) -> Weighed:
    """A gap with its severity, stake and owner."""
    return Weighed(gap.rule, severity, gap.kind, gap.subject, gap.item, stake(world, gap), owner(world, gap))


def thing(world: World, gap: Gap) -> tuple[Plain, Plain]:
    """The benefit and the roadmap item that a gap is about; an empty one where it is about none."""
    if gap.kind != "assignment" or gap.item is None:
        return {}, {}
    assignment = world.assignments[gap.subject]
    benefits, items = ({one["id"]: one for one in assignment.get(key, [])} for key in ("benefits", "roadmap"))
    benefit = benefits.get(gap.item, {}) if gap.rule.startswith("benefit-") else {}
    return benefit, items.get(gap.item, {}) if gap.rule.startswith("roadmap-") else {}


def stake(world: World, gap: Gap) -> Fraction:
    """What is at stake in the very thing that a gap is about."""
    benefit, item = thing(world, gap)
    if benefit:
        return money.stake(world, benefit)
    return max(NONE, number(item.get("expects", {}).get("per_year", "0")))


def owner(world: World, gap: Gap) -> str | None:
    """Whose a gap is: the owner's of the thing, else the lead's, else the department's manager's."""
    if gap.rule == "program-lead-overloaded":
        return gap.item
    if gap.kind == "assignment":
        benefit, item = thing(world, gap)
        if gap.rule == "text-cut":
            benefit = _around(world.assignments[gap.subject], gap.item or "")
        found: str | None = {**item, **benefit}.get("owner") or world.assignments[gap.subject]["lead"]
        return found
    if gap.kind == "department":
        return next((one.get("manager") for one in world.program["departments"] if one["id"] == gap.subject), None)
    return None


def _around(assignment: Plain, path: str) -> Plain:
    """The benefit or roadmap item that a key path leads into; an empty one where it leads into none."""
    inside = re.match(r"(benefits|roadmap)\[(\d+)\]", path)
    found: Plain = assignment[inside[1]][int(inside[2])] if inside else {}
    return found


def in_order(gaps: list[Weighed]) -> list[Weighed]:
    """The gaps as they come: by severity, kind of harm, stake, subject, item and rule."""
    return sorted(
        gaps,
        key=lambda gap: (
            SEVERITIES.index(gap.severity),
            harm(gap.rule),
            -gap.stake,
            gap.subject,
            gap.item or "",
            gap.rule,
        ),
    )


def first_three(gaps: list[Weighed]) -> list[Weighed]:
    """The three to take first, each of another subject."""
    found: list[Weighed] = []
    for gap in in_order(gaps):
        if (gap.kind, gap.subject) not in [(one.kind, one.subject) for one in found]:
            found.append(gap)
    return found[:3]
