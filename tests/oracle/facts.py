"""What is known on the day, straight from the words of the format: states, visits, benefits, items, documents."""

from datetime import date

from tests.oracle.plain import STEPS, Plain, World, day, days, documents, first, last, later, setting


def climbs(assignment: Plain) -> bool:
    """Tell whether this is a staircase assignment."""
    return assignment.get("kind") in (None, "assignment")


def end(world: World, assignment: Plain) -> date | None:
    """Give the known day of its end."""
    completed, stopped = assignment.get("completed"), assignment.get("stopped")
    written = completed or (stopped and stopped["date"])
    if written and day(written) <= world.t:
        return day(written)
    return None


def state(world: World, assignment: Plain) -> str:
    """Give the state on the day."""
    if world.t < day(assignment["started"]):
        return "planned"
    if end(world, assignment):
        return "completed" if "completed" in assignment else "stopped"
    if covering_pauses(world, assignment):
        return "paused"
    return "active"


def covering_pauses(world: World, assignment: Plain) -> list[Plain]:
    """Give the pauses that cover the day."""
    return [
        pause
        for pause in assignment.get("pauses", [])
        if day(pause["from"]) <= world.t and ("to" not in pause or world.t < day(pause["to"]))
    ]


def is_open(world: World, assignment: Plain) -> bool:
    """Tell whether it is active or paused."""
    return state(world, assignment) in ("active", "paused")


def is_started(world: World, assignment: Plain) -> bool:
    """Tell whether it has started."""
    return state(world, assignment) != "planned"


def counts(world: World, assignment: Plain) -> bool:
    """Tell whether it is open or completed."""
    return state(world, assignment) in ("active", "paused", "completed")


def climbing(world: World) -> dict[str, Plain]:
    """Give the staircase assignments that have started."""
    return {name: one for name, one in world.assignments.items() if climbs(one) and is_started(world, one)}


def visits(world: World, assignment: Plain) -> list[tuple[str, date]]:
    """Give the known visits with the unwritten first one to explore; two to one step running are one."""
    written = [
        (visit["step"], day(visit["entered"]))
        for visit in assignment.get("journey", [])
        if day(visit["entered"]) <= world.t
    ]
    started = day(assignment["started"])
    if not written or started < written[0][1]:
        written = [("explore", started), *written]
    merged = written[:1]
    for visit in written[1:]:
        if visit[0] != merged[-1][0]:
            merged.append(visit)
    return merged


def current_step(world: World, assignment: Plain) -> str:
    """Give the step of the latest visit."""
    return visits(world, assignment)[-1][0]


def highest(world: World, assignment: Plain) -> int:
    """Give the highest visited step, from 0."""
    return max(STEPS.index(step) for step, _ in visits(world, assignment))


def known_trials(world: World, assignment: Plain) -> list[Plain]:
    """Give the trials that have begun."""
    return [trial for trial in assignment.get("trials", []) if day(trial["started"]) <= world.t]


def has_ended(world: World, trial: Plain) -> bool:
    """Tell whether a trial's end is known."""
    return "ended" in trial and day(trial["ended"]) <= world.t


def rounds(world: World, assignment: Plain) -> int:
    """Count the trials that have ended with a lesson."""
    trials = known_trials(world, assignment)
    return len([trial for trial in trials if has_ended(world, trial) and trial.get("learned")])


def baseline(world: World, benefit: Plain) -> Plain | None:
    """Give the known baseline."""
    found: Plain | None = benefit.get("baseline")
    return found if found and day(found["date"]) <= world.t else None


def measurement(world: World, benefit: Plain) -> Plain | None:
    """Give m: the latest known measurement, after the baseline's day where there is a baseline."""
    before = baseline(world, benefit)
    found = [one for one in benefit.get("measurements", []) if day(one["date"]) <= world.t]
    if before:
        found = [one for one in found if day(one["date"]) > day(before["date"])]
    return max(found, key=lambda one: day(one["date"])) if found else None


def taken_home(world: World, benefit: Plain) -> list[Plain]:
    """Give the entries of what has been taken home."""
    return [entry for entry in benefit.get("taken_home", []) if day(entry["from"]) <= world.t]


def shown(world: World, assignment: Plain) -> list[date]:
    """Give the known days of showing."""
    return [day(one["date"]) for one in assignment.get("shown", []) if day(one["date"]) <= world.t]


def live(world: World, assignment: Plain) -> date | None:
    """Give the first day of ordinary use, once it has come."""
    written = assignment.get("live")
    return day(written) if written and day(written) <= world.t else None


def last_touched(world: World, assignment: Plain) -> date:
    """Give the latest known date of what touches a file."""
    dates = [assignment["started"], assignment.get("reviewed"), assignment.get("completed")]
    dates += [assignment.get("stopped", {}).get("date")]
    dates += [visit["entered"] for visit in assignment.get("journey", [])]
    dates += [trial.get(key) for trial in assignment.get("trials", []) for key in ("started", "ended")]
    for benefit in assignment.get("benefits", []):
        dates += [benefit.get("baseline", {}).get("date")]
        dates += [one["date"] for one in benefit.get("measurements", [])]
    dates += [one["date"] for one in assignment.get("shown", [])]
    for item in assignment.get("roadmap", []):
        dates += [item.get("started"), item.get("done"), item.get("dropped", {}).get("date")]
    return max(day(written) for written in dates if written and day(written) <= world.t)


def past(world: World, written: str | None) -> bool:
    """Tell whether a written date is known."""
    return written is not None and day(written) <= world.t


def item_state(world: World, item: Plain) -> str:
    """Give the state of a roadmap item."""
    dropped, done = past(world, item.get("dropped", {}).get("date")), past(world, item.get("done"))
    started = past(world, item.get("started"))
    if "became" in item:
        done = started = False
        other = world.assignments.get(item["became"])
        if other:
            dropped = dropped or past(world, other.get("stopped", {}).get("date"))
            done, started = past(world, other.get("completed")), past(world, other["started"])
    if dropped:
        return "dropped"
    if done:
        return "done"
    if started:
        return "started"
    return "planned" if "from" in item else "idea"


def is_live(world: World, assignment: Plain, item: Plain) -> bool:
    """Tell whether an item is planned or started, in an assignment that is open or completed."""
    return counts(world, assignment) and item_state(world, item) in ("planned", "started")


def live_items(world: World, assignment: Plain) -> list[Plain]:
    """Give an assignment's live items."""
    return [item for item in assignment.get("roadmap", []) if is_live(world, assignment, item)]


def begins(item: Plain) -> date | None:
    """Give first(from)."""
    return first(item["from"]) if "from" in item else None


def ends(item: Plain) -> date | None:
    """Give last(to); absent: as from."""
    written = item.get("to") or item.get("from")
    return last(written) if written else None


def is_adopted(world: World, document: Plain) -> bool:
    """Tell whether a document is adopted on the day."""
    return past(world, document.get("adopted"))


def applies(document: Plain, department: str) -> bool:
    """Tell whether a document applies to a department."""
    return document.get("department") in (None, department)


def in_force(world: World, document: Plain, on: date) -> bool:
    """Tell whether a document is in force on a day."""
    begun = "from" not in document or first(document["from"]) <= on
    until = later(last(document["to"]), setting(world, "plan_gap_days")) if "to" in document else None
    return begun and (until is None or on <= until)


def anchors(world: World, item: Plain) -> list[Plain]:
    """Give the documents that an item names and that exist."""
    return [documents(world)[name] for name in item.get("anchored_in", []) if name in documents(world)]


def paused_days(world: World, assignment: Plain, since: date) -> int:
    """Count the paused days from a day to the as-of day or the end, each once."""
    until = end(world, assignment) or world.t
    paused = 0
    for number in range(max(0, days(since, until))):
        on = later(since, number)
        pauses = assignment.get("pauses", [])
        paused += any(day(one["from"]) <= on and ("to" not in one or on < day(one["to"])) for one in pauses)
    return paused
