"""A month for a day: which day each date of an assignment counts as where only its month is known."""

from copy import deepcopy
from itertools import chain

from tests.oracle.plain import MARK, Plain, day, first

A_MONTH = len("2026-05")


def counted(written: str, *follows: str | None) -> str:
    """A date as a day: a month as its first one, or as the day of what it follows in that same month, marked."""
    if len(written) != A_MONTH:
        return written
    before = [day(one) for one in follows if one and one[:A_MONTH] == written]
    return max(before, default=first(written)).strftime("%Y-%m-%d") + MARK


def settled(written: Plain) -> Plain:
    """An assignment in which every date of a fact is a day."""
    assignment = deepcopy(written)
    started = assignment["started"] = counted(assignment["started"])
    _settle([assignment], "live")
    before = started
    for visit in assignment.get("journey", []):
        before = visit["entered"] = counted(visit["entered"], before, started)
    _settle(assignment.get("trials", []), "started", "ended", started)
    _settle(assignment.get("pauses", []), "from", "to", started)
    _settle(assignment.get("shown", []), "date")
    for benefit in assignment.get("benefits", []):
        for part in [benefit, *benefit.get("was", [])]:
            _settle([part["baseline"]] if "baseline" in part else [], "date")
        _settle(benefit.get("measurements", []), "date")
        _settle(benefit.get("taken_home", []), "from")
        closed = [benefit["closed"]] if "closed" in benefit else []
        _settle(closed, "date", before=benefit.get("baseline", {}).get("date"))
    for item in assignment.get("roadmap", []):
        _settle([item], "started", "done")
        _settle([item["dropped"]] if "dropped" in item else [], "date", before=item.get("started"))
    _settle_ending(assignment)
    return assignment


def _settle(parts: list[Plain], key: str, after: str = "", before: str | None = None) -> None:
    """Settles a date of each part, and one that follows it."""
    for part in parts:
        if key in part:
            part[key] = counted(part[key], before)
        if after in part:
            part[after] = counted(part[after], part.get(key), before)


def _settle_ending(assignment: Plain) -> None:
    """An ending follows the start, the visits, the trials and the pauses."""
    parts = chain(assignment.get("journey", []), assignment.get("trials", []), assignment.get("pauses", []))
    follows = [part.get(key) for part in parts for key in ("entered", "started", "ended", "from", "to")]
    if "completed" in assignment:
        assignment["completed"] = counted(assignment["completed"], assignment["started"], *follows)
    if "stopped" in assignment:
        stopped = assignment["stopped"]
        stopped["date"] = counted(stopped["date"], assignment["started"], *follows)


def settled_program(written: Plain) -> Plain:
    """A program.yaml in which the adoption of every document is a day."""
    program = deepcopy(written)
    _settle(program.get("documents", []), "adopted")
    return program
