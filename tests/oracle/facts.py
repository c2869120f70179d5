"""What is known on the day, straight from the words of the format: states, visits, benefits, trials."""

from datetime import date

from tests.oracle.plain import STEPS, MonthOnly, Plain, World, day, days, later


def climbs(assignment: Plain) -> bool:
    """Whether this is a staircase assignment."""
    return assignment.get("kind") in (None, "assignment")


def past(world: World, written: str | None) -> bool:
    """Whether a written date is known."""
    return written is not None and day(written) <= world.t


def written_end(assignment: Plain) -> str | None:
    """The date of an assignment's end, known or not."""
    found: str | None = assignment.get("completed") or assignment.get("stopped", {}).get("date")
    return found


def end(world: World, assignment: Plain) -> date | None:
    """The known day of an assignment's end."""
    written = written_end(assignment)
    return day(written) if written and past(world, written) else None


def state(world: World, assignment: Plain) -> str:
    """The state on the day."""
    if world.t < day(assignment["started"]):
        return "planned"
    if end(world, assignment):
        return "completed" if "completed" in assignment else "stopped"
    if covering_pauses(world, assignment):
        return "paused"
    return "active"


def covering_pauses(world: World, assignment: Plain) -> list[Plain]:
    """The pauses that cover the day."""
    return [
        pause
        for pause in assignment.get("pauses", [])
        if day(pause["from"]) <= world.t and ("to" not in pause or world.t < day(pause["to"]))
    ]


def is_open(world: World, assignment: Plain) -> bool:
    """Whether it is active or paused."""
    return state(world, assignment) in ("active", "paused")


def is_started(world: World, assignment: Plain) -> bool:
    """Whether it has started."""
    return state(world, assignment) != "planned"


def counts(world: World, assignment: Plain) -> bool:
    """Whether it is open or completed."""
    return state(world, assignment) in ("active", "paused", "completed")


def climbing(world: World) -> dict[str, Plain]:
    """The staircase assignments that have started."""
    return {name: one for name, one in world.assignments.items() if climbs(one) and is_started(world, one)}


def visits(world: World, assignment: Plain) -> list[tuple[str, date]]:
    """The known visits with the unwritten first one to explore; two to one step running are one."""
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
    """The step of the latest visit."""
    return visits(world, assignment)[-1][0]


def highest(world: World, assignment: Plain) -> int:
    """The highest visited step, from 0."""
    return max(STEPS.index(step) for step, _ in visits(world, assignment))


def until(world: World, assignment: Plain) -> date:
    """The day of the end, else the as-of day."""
    return end(world, assignment) or world.t


def stays(world: World, assignment: Plain) -> list[tuple[str, date, date]]:
    """The visits, each with the day when it was left: for the next one, by the end, or on the as-of day."""
    found = visits(world, assignment)
    leaving = [entered for _, entered in found[1:]] + [until(world, assignment)]
    return [(found[number][0], found[number][1], leaving[number]) for number in range(len(found))]


def days_on(world: World, assignment: Plain, steps: list[str]) -> int:
    """The days of all visits to some steps, paused days not counted."""
    return sum(
        busy_days(assignment, entered, left) for step, entered, left in stays(world, assignment) if step in steps
    )


def busy_days(assignment: Plain, since: date, left: date) -> int:
    """The days from one day to another that no pause covers."""
    pauses = assignment.get("pauses", [])
    if not pauses:
        return days(since, left)
    paused = 0
    for count in range(max(0, days(since, left))):
        on = later(since, count)
        paused += any(day(one["from"]) <= on and ("to" not in one or on < day(one["to"])) for one in pauses)
    return days(since, left) - paused


def known_trials(world: World, assignment: Plain) -> list[Plain]:
    """The trials that have begun."""
    return [trial for trial in assignment.get("trials", []) if past(world, trial["started"])]


def has_ended(world: World, trial: Plain) -> bool:
    """Whether a trial's end is known."""
    return past(world, trial.get("ended"))


def rounds(world: World, assignment: Plain) -> list[Plain]:
    """The trials that have ended with a lesson."""
    return [trial for trial in known_trials(world, assignment) if has_ended(world, trial) and trial.get("learned")]


def baseline(world: World, benefit: Plain) -> Plain | None:
    """The known baseline."""
    found: Plain | None = benefit.get("baseline")
    return found if found and past(world, found["date"]) else None


def measurements(world: World, benefit: Plain) -> list[Plain]:
    """The known measurements by date, after the baseline's day where there is a baseline."""
    before = baseline(world, benefit)
    found = [one for one in benefit.get("measurements", []) if past(world, one["date"])]
    if before:
        found = [one for one in found if day(one["date"]) > day(before["date"])]
    return sorted(found, key=lambda one: day(one["date"]))


def measurement(world: World, benefit: Plain) -> Plain | None:
    """The latest known measurement m."""
    found = measurements(world, benefit)
    return found[-1] if found else None


def keeps(benefit: Plain) -> bool:
    """Whether a benefit is a level to keep."""
    return "keep" in benefit.get("target", {})


def is_closed(world: World, benefit: Plain) -> bool:
    """Whether a benefit is closed by the day."""
    return past(world, benefit.get("closed", {}).get("date"))


def taken_home(world: World, benefit: Plain) -> list[Plain]:
    """The known entries of what has been taken home."""
    return [entry for entry in benefit.get("taken_home", []) if past(world, entry["from"])]


def shown(world: World, assignment: Plain) -> list[date]:
    """The known days of showing."""
    return [day(one["date"]) for one in assignment.get("shown", []) if past(world, one["date"])]


def last_touched(world: World, assignment: Plain) -> date | None:
    """The latest known date of what touches a file."""
    dates = [assignment["started"], assignment.get("reviewed"), written_end(assignment)]
    dates += [visit["entered"] for visit in assignment.get("journey", [])]
    dates += [trial.get(key) for trial in assignment.get("trials", []) for key in ("started", "ended")]
    for benefit in assignment.get("benefits", []):
        dates += [benefit.get("baseline", {}).get("date"), benefit.get("closed", {}).get("date")]
        dates += [one["date"] for one in benefit.get("measurements", [])]
    dates += [one["date"] for one in assignment.get("shown", [])]
    for item in assignment.get("roadmap", []):
        dates += [item.get("started"), item.get("done"), item.get("dropped", {}).get("date")]
    known = [day(written) for written in dates if written and past(world, written)]
    return max(known, key=lambda on: (on, not isinstance(on, MonthOnly)), default=None)
