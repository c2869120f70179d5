"""What is known of roadmap items and of the documents that they stand in."""

from datetime import date

from tests.oracle.departments import reach
from tests.oracle.facts import counts, past
from tests.oracle.plain import Plain, World, ago, day, documents, first, last, later, setting

PLANS = ("operational-plan", "budget")


def item_state(world: World, item: Plain) -> str:
    """The state of a roadmap item."""
    dropped, done, started = fate(world, item)
    if past(world, dropped):
        return "dropped"
    if past(world, done):
        return "done"
    if past(world, started):
        return "started"
    return "planned" if "from" in item else "idea"


def fate(world: World, item: Plain) -> tuple[str | None, str | None, str | None]:
    """When an item was dropped, done and started; what it became decides where there is such an assignment."""
    dropped = item.get("dropped", {}).get("date")
    if "became" not in item:
        return dropped, item.get("done"), item.get("started")
    other = world.assignments.get(item["became"], {})
    stopped = other.get("stopped", {}).get("date")
    both = [one for one in (dropped, stopped) if one]
    return min(both, key=day, default=None), other.get("completed"), other.get("started")


def is_live(world: World, assignment: Plain, item: Plain) -> bool:
    """Whether an item is planned or started, in an assignment that is open or completed."""
    return counts(world, assignment) and item_state(world, item) in ("planned", "started")


def live_items(world: World, assignment: Plain) -> list[Plain]:
    """The live items of an assignment."""
    return [item for item in assignment.get("roadmap", []) if is_live(world, assignment, item)]


def begins(item: Plain) -> date | None:
    """The first day of an item's period."""
    return first(item["from"]) if "from" in item else None


def ends(item: Plain) -> date | None:
    """The last day of an item's period; without `to` that of `from`."""
    written = item.get("to") or item.get("from")
    return last(written) if written else None


def is_over(world: World, item: Plain) -> bool:
    """Whether an item's last day has passed."""
    until = ends(item)
    return until is not None and until < world.t


def is_adopted(world: World, document: Plain) -> bool:
    """Whether a document is adopted on the day."""
    return past(world, document.get("adopted"))


def applies(world: World, document: Plain, departments: set[str]) -> bool:
    """Whether a document applies to any of some departments: it has gone with its own into what that became."""
    return "department" not in document or bool(reach(world, document["department"]) & departments)


def in_force(world: World, document: Plain, on: date) -> bool:
    """Whether a document is in force on a day, the gap to its successor included."""
    return covers(document, on, setting(world, "plan_gap_days"))


def covers(document: Plain, on: date, gap: int = 0) -> bool:
    """Whether a document's own period covers a day, with so many days after its end."""
    begun = "from" not in document or first(document["from"]) <= on
    return begun and ("to" not in document or on <= later(last(document["to"]), gap))


def anchors(world: World, item: Plain) -> list[Plain]:
    """The documents that an item names and that exist."""
    return [documents(world)[name] for name in item.get("anchored_in", []) if name in documents(world)]


def fitting_anchors(world: World, item: Plain) -> list[Plain]:
    """Those of an item's documents that apply to its department, or to any other of its assignment."""
    return [one for one in anchors(world, item) if applies(world, one, item["served_by"])]


def day_of_anchoring(world: World, item: Plain) -> date:
    """The day f on which a plan must hold: when the item begins, at the earliest the as-of day."""
    return max(world.t, begins(item) or world.t)


def is_anchored(world: World, item: Plain) -> bool:
    """Whether a document that applies is adopted, and in force on f."""
    on = day_of_anchoring(world, item)
    fitting = fitting_anchors(world, item)
    return any(is_adopted(world, one) and in_force(world, one, on) for one in fitting)


def anchoring(world: World, item: Plain) -> str:
    """Whether no document that applies is named, none that decides, or one that does."""
    if is_anchored(world, item):
        return "decided"
    return "draft" if fitting_anchors(world, item) else "none"


def decided_without(world: World, item: Plain) -> bool:
    """Whether the plans for f are decided: one long enough ago, and none is a draft."""
    on = day_of_anchoring(world, item)
    plans = [
        one
        for one in documents(world).values()
        if one.get("kind") in PLANS and applies(world, one, item["served_by"]) and covers(one, on)
    ]
    if not all(is_adopted(world, one) for one in plans):
        return False
    return any(ago(world, day(one["adopted"]), setting(world, "write_days")) for one in plans)


def bucket(world: World, item: Plain) -> str | None:
    """The bucket of a live item or an idea, in an assignment that is open or completed."""
    state, beginning = item_state(world, item), begins(item)
    if state in ("idea", "done", "dropped"):
        return "idea" if state == "idea" else None
    if beginning is None:
        return "now"
    if is_over(world, item):
        return "overdue"
    quarters = (beginning.year - world.t.year) * 4 + (beginning.month - 1) // 3 - (world.t.month - 1) // 3
    if quarters <= 0:
        return "now"
    return "next" if quarters in (1, 2) else "later"
