"""What is compared: each aspect as the program's JSON tells it, and as the oracle's verdict has it."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle import facts, faults, money, movement, roadmaps, sums
from tests.oracle.departments import there
from tests.oracle.evidence import ground, staff
from tests.oracle.naive import Verdict
from tests.oracle.plain import STEPS, MonthOnly, Plain, World, day, number
from tests.oracle.severities import ALL_RULES
from tests.oracle.sides import Sides

Told = Any
"""Raw data, as JSON has it."""

ERRORS = (
    "file-syntax",
    "field-missing",
    "field-invalid",
    "reference-unknown",
    "date-order",
    "date-in-future",
    "benefit-flat-target",
)
NETS = {"cash": ("cash",), "with_capacity": ("cash", "capacity")}


def share(exact: Fraction | None) -> float | None:
    """A share as JSON shows it."""
    return None if exact is None else float(round(exact, 6))


def amount(exact: Fraction | None) -> float | None:
    """Money as JSON shows it."""
    return None if exact is None else float(round(exact, 2))


def iso(on: date | None) -> str | None:
    """A day as JSON shows it, or the month where no more is known."""
    return None if on is None else f"{on:%Y-%m}" if isinstance(on, MonthOnly) else on.isoformat()


def gaps_told(told: Told) -> Told:
    """The gaps of `check`."""
    keys = ("rule", "severity", "subject_kind", "subject", "item", "at_stake", "owner")
    return Counter(tuple(row.get(key) for key in keys) for row in told["check"]["rows"] if row["rule"] in ALL_RULES)


def gaps_known(verdict: Verdict) -> Told:
    """The gaps of the verdict."""
    return Counter((*gap[:4], bare(gap.item), amount(gap.stake), bare(gap.owner)) for gap in verdict.listed)


def bare(name: str | None) -> str | None:
    """A name as JSON shows it: without the blanks at its ends."""
    return name and name.strip()


def order_told(told: Told) -> Told:
    """The gaps of `gaps`, in order."""
    keys = ("rule", "subject", "item")
    return [tuple(row[key] for key in keys) for row in told["gaps"]["rows"] if row["rule"] in ALL_RULES]


def order_known(verdict: Verdict) -> Told:
    """The gaps of the verdict, in order."""
    return [(gap.rule, gap.subject, bare(gap.item)) for gap in verdict.listed]


def first_told(told: Told) -> Told:
    """The subjects of the three to take first, as `status` lists them."""
    listed = told["first"].partition("### To take first\n")[2]
    return re.findall(r"^- [^ ]+ `([^`]+)` ", listed, re.MULTILINE)[:3]


def first_known(both: Sides) -> Told:
    """The subjects of the three to take first: those of errors by path and place, then those of gaps."""
    rows = [row for row in both.told["check"]["rows"] if row["rule"] not in ALL_RULES]
    errors = sorted(rows, key=lambda row: (row["path"], row["line"] or 0, row["column"] or 0))
    found = [(row["subject_kind"], row["subject"]) for row in errors]
    found += [(gap.kind, gap.subject) for gap in both.verdict.listed]
    return [subject for _, subject in dict.fromkeys(found)][:3]


def accepted_told(told: Told) -> Told:
    """How many gaps are accepted."""
    return told["check"]["totals"]["accepted"]


def accepted_known(verdict: Verdict) -> Told:
    """How many gaps are accepted."""
    return len(verdict.accepted)


def errors_told(told: Told) -> Told:
    """The errors by subject and rule: dates out of order once a file, and of an unread file only why it is unread."""
    found = Counter(
        (row["subject_kind"], row["subject"], row["rule"]) for row in told["check"]["rows"] if row["rule"] in ERRORS
    )
    unread = {key[:2] for key in found if key[2].startswith(("file-", "field-"))}
    return Counter(
        {
            key: 1 if key[2] == "date-order" else count
            for key, count in found.items()
            if key[:2] not in unread or key[2].startswith(("file-", "field-"))
        }
    )


def errors_known(verdict: Verdict) -> Told:
    """The errors of the verdict."""
    return verdict.errors


def rings_told(told: Told) -> Told:
    """Whether anything depends on itself."""
    return any(row["rule"] == "reference-cycle" for row in told["check"]["rows"])


def rings_known(verdict: Verdict) -> Told:
    """Whether anything depends on itself."""
    return bool(verdict.rings)


STATUS = ("state", "step", "step_number", "entered", "days_in_step", "days_running", "last_touched", "rounds")
STATUS_TOTALS = ("open", "started_last_year", "per_step", "per_state", "departments_reached")


def assignments_told(told: Told) -> Told:
    """The rows of `status`, and its totals."""
    rows = {row["id"]: [row.get(key) for key in (*STATUS, "gaps", "roadmap_items")] for row in told["status"]["rows"]}
    return rows, {key: told["status"]["totals"][key] for key in STATUS_TOTALS}


def assignments_known(verdict: Verdict) -> Told:
    """The assignments of the verdict, and their totals."""
    world, flow = verdict.world, movement.flow(verdict.world)
    gaps = Counter(gap.subject for gap in verdict.listed if gap.kind == "assignment")
    rows = {
        name: [*_place(world, one), gaps[name], len(roadmaps.live_items(world, one))]
        for name, one in world.assignments.items()
    }
    grounds = [ground(world, one["id"]) for one in there(world)]
    standing, states = movement.standing(world), [facts.state(world, one) for one in world.assignments.values()]
    totals = {
        "open": flow.at_once,
        "started_last_year": flow.started_last_year,
        "per_step": {step: standing[step] for step in STEPS},
        "per_state": {state: states.count(state) for state in ("planned", "active", "paused", "completed", "stopped")},
        "departments_reached": {
            step: len([one for one in grounds if one.reached > number]) for number, step in enumerate(STEPS)
        },
    }
    return rows, totals


def _place(world: World, assignment: Plain) -> list[Told]:
    state, touched = facts.state(world, assignment), iso(facts.last_touched(world, assignment))
    on_stairs: list[Told] = [None, None, None, None]
    if facts.climbs(assignment) and state != "planned":
        step, entered = facts.visits(world, assignment)[-1]
        on_stairs = [step, STEPS.index(step) + 1, iso(entered), movement.in_step(world, assignment)]
    running = None if state == "planned" else movement.running(world, assignment)
    return [state, *on_stairs, running, touched, len(facts.rounds(world, assignment))]


DEPARTMENTS = ("reached", "holes", "rounds", "trained", "assignments", "open", "roadmap_until")


def departments_told(told: Told) -> Told:
    """The rows of `departments`."""
    return {row["id"]: [row.get(key) for key in (*STEPS, *DEPARTMENTS)] for row in told["departments"]["rows"]}


def departments_known(verdict: Verdict) -> Told:
    """Where the departments stand."""
    world = verdict.world
    found: dict[str, Told] = {}
    for department in there(world):
        here, everyone = ground(world, department["id"]), staff(world, department["id"])
        going = len([one for one in everyone if facts.is_open(world, one)])
        holes = [STEPS[step - 1] for step in here.holes]
        until = iso(here.roadmap_until)
        found[department["id"]] = [
            *here.marks,
            here.reached,
            holes,
            here.rounds,
            here.trained,
            len(everyone),
            going,
            until,
        ]
    return found


FIGURES = (
    "kind",
    "by",
    "latest",
    "latest_date",
    "realised",
    "planned",
    "closed",
    "standing",
    "potential",
    "now",
    "taken_home",
    "next_measurement",
)


def benefits_told(told: Told) -> Told:
    """The rows of `benefits`."""
    return {(row["assignment"], row["id"]): [row.get(key) for key in FIGURES] for row in told["benefits"]["rows"]}


def benefits_known(verdict: Verdict) -> Told:
    """The figures of every benefit."""
    world = verdict.world
    return {
        (name, benefit["id"]): _figures(world, one, benefit)
        for name, one in world.assignments.items()
        if facts.counts(world, one)
        for benefit in one.get("benefits", [])
    }


def _figures(world: World, assignment: Plain, benefit: Plain) -> list[Told]:
    found, m = money.figures(world, assignment, benefit), facts.measurement(world, benefit)
    return [
        found.kind,
        iso(money.deadline(benefit)),
        float(number(m["value"])) if m else None,
        iso(day(m["date"])) if m else None,
        share(found.share),
        share(found.planned),
        iso(day(benefit["closed"]["date"])) if facts.is_closed(world, benefit) else None,
        found.standing,
        amount(found.potential),
        amount(found.now),
        amount(found.taken),
        iso(found.due),
    ]


def totals_told(told: Told) -> Told:
    """The totals of `benefits`."""
    return told["benefits"]["totals"]


def totals_known(verdict: Verdict) -> Told:
    """Sums, costs, net and payback."""
    world = verdict.world
    found: dict[str, Told] = {}
    for kind, one in sums.kind_sums(world).items():
        counts = {"count": one.count, "targets": one.targets, "measured": one.measured, "achieved": one.achieved}
        figures = {"potential": one.potential, "now": one.now, "taken_home": one.taken}
        found[kind] = {**counts, **{key: amount(figure) for key, figure in figures.items()}}
    found["costs"] = {key: amount(sums.cost(world, key)) for key in ("one_off", "per_year")}
    found["net"] = {name: _net(sums.net(world, kinds)) for name, kinds in NETS.items()}
    return found


def _net(net: sums.Net) -> dict[str, Told]:
    return {
        "now": amount(net.now),
        "at_target": amount(net.at_target),
        "payback": net.payback,
        "payback_years": share(net.years),
    }


ITEM = ("state", "from", "to", "bucket", "owner", "kind", "per_year", "goals", "anchored", "anchoring")


def roadmap_told(told: Told) -> Told:
    """The rows of `roadmap`."""
    return {(row["assignment"], row["id"]): [row.get(key) for key in ITEM] for row in told["roadmap"]["rows"]}


def roadmap_known(verdict: Verdict) -> Told:
    """The live items and ideas."""
    world = verdict.world
    return {
        (name, item["id"]): _item(world, item)
        for name, one in world.assignments.items()
        if facts.counts(world, one)
        for item in one.get("roadmap", [])
        if roadmaps.bucket(world, item)
    }


def _item(world: World, item: Plain) -> list[Told]:
    expects = item.get("expects", {})
    worth = amount(number(expects["per_year"])) if "per_year" in expects else None
    return [
        roadmaps.item_state(world, item),
        iso(roadmaps.begins(item)),
        iso(roadmaps.ends(item)),
        roadmaps.bucket(world, item),
        item.get("owner"),
        expects.get("kind"),
        worth,
        item.get("goals", []),
        roadmaps.is_anchored(world, item),
        roadmaps.anchoring(world, item),
    ]


HAPPENINGS = ("started", "completed", "learned", "stopped", "forward", "jumps", "returns")


def flow_told(told: Told) -> Told:
    """The rows and totals of `flow`."""
    keys = ("period", *HAPPENINGS, *(f"on_{step}" for step in STEPS))
    rows = [[row[key] for key in keys] for name in ("quarters", "months") for row in told[name]["rows"]]
    return rows, told["quarters"]["totals"]


def flow_known(verdict: Verdict) -> Told:
    """The flow of the verdict."""
    flow = movement.flow(verdict.world)
    quarters = [_row(f"{row[0].year}-Q{(row[0].month + 2) // 3}", row) for row in flow.quarters]
    months = [_row(f"{row[0]:%Y-%m}", row) for row in flow.months]
    medians = {step: None if days is None else float(days) for step, days in flow.medians.items()}
    return [*quarters, *months], {"stop_rate": share(flow.stop_rate), "median_days": medians}


def _row(period: str, row: movement.Row) -> list[Told]:
    return [period, *(row[1][name] for name in HAPPENINGS), *(row[2][step] for step in STEPS)]


Of = Callable[[Told], Told]
ASPECTS: dict[str, tuple[Of, Of]] = {
    "errors": (errors_told, errors_known),
    "rings": (rings_told, rings_known),
    "gaps": (gaps_told, gaps_known),
    "order": (order_told, order_known),
    "accepted": (accepted_told, accepted_known),
    "assignments": (assignments_told, assignments_known),
    "departments": (departments_told, departments_known),
    "benefits": (benefits_told, benefits_known),
    "totals": (totals_told, totals_known),
    "roadmap": (roadmap_told, roadmap_known),
    "flow": (flow_told, flow_known),
}


def is_orderly(world: World) -> bool:
    """Whether no dates contradict each other: where some do, only the errors have one answer."""
    return not any(faults.disorder(one) for one in world.written.values())


def aspects(both: Sides) -> list[str]:
    """The aspects that have one answer in a portfolio."""
    if not is_orderly(both.verdict.world):
        return ["errors", "rings"]
    off = [gap for gap in both.verdict.accepted if gap.severity == "off"]
    return [name for name in ASPECTS if name != "accepted" or not off]


def compared(both: Sides) -> tuple[Told, Told]:
    """What the program tells and what the oracle knows, by aspect."""
    names, world = aspects(both), both.verdict.world
    told = {name: ASPECTS[name][0](both.told) for name in names}
    known = {name: ASPECTS[name][1](both.verdict) for name in names}
    if is_orderly(world) and any(facts.is_open(world, one) for one in world.assignments.values()):
        told["first"], known["first"] = first_told(both.told), first_known(both)
    return told, known
