"""The figures of a benefit, straight from the definitions."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.oracle.facts import baseline, is_adopted, live, measurement, taken_home
from tests.oracle.plain import Plain, World, day, days, documents, last, later, number, setting, tolerance


@dataclass(frozen=True)
class Figures:
    """All that can be computed of a benefit on the day."""

    kind: str
    measured: bool
    share: Fraction | None
    planned: Fraction | None
    standing: str
    potential: Fraction | None
    now: Fraction | None
    taken: Fraction | None
    due: date | None
    overdue: bool


def figures(world: World, assignment: Plain, benefit: Plain) -> Figures:
    """Compute all figures of a benefit."""
    m, r = measurement(world, benefit), share(world, benefit)
    return Figures(
        kind=benefit.get("kind", "unsorted"),
        measured=m is not None,
        share=r,
        planned=planned(world, assignment, benefit, day(m["date"])) if m else None,
        standing=standing(world, assignment, benefit),
        potential=potential(world, benefit),
        now=now(world, benefit),
        taken=taken(world, benefit),
        due=due(world, assignment, benefit),
        overdue=is_overdue(world, assignment, benefit),
    )


def value(part: Plain | None) -> Fraction | None:
    """Give a baseline's, target's or measurement's value."""
    return number(part["value"]) if part else None


def share(world: World, benefit: Plain) -> Fraction | None:
    """Give r = (m - B) / (T - B)."""
    b, t = value(baseline(world, benefit)), value(benefit.get("target"))
    m = value(measurement(world, benefit))
    if b is None or t is None or m is None or t == b:
        return None
    return (m - b) / (t - b)


def start(world: World, assignment: Plain, benefit: Plain) -> date | None:
    """Give s: max(live, B.date), or B.date without a known live."""
    before, used = baseline(world, benefit), live(world, assignment)
    if before is None:
        return None
    return max(used, day(before["date"])) if used else day(before["date"])


def deadline(benefit: Plain) -> date | None:
    """Give last(T.by)."""
    target = benefit.get("target")
    return last(target["by"]) if target and "by" in target else None


def planned(world: World, assignment: Plain, benefit: Plain, on: date) -> Fraction | None:
    """Give p on a day."""
    s, by = start(world, assignment, benefit), deadline(benefit)
    if s is None or by is None:
        return None
    if on <= s:
        return Fraction(0)
    if on >= by:
        return Fraction(1)
    return Fraction(days(s, on), days(s, by))


def every(benefit: Plain) -> int:
    """Give how often it is to be measured."""
    return int(benefit.get("measure", {}).get("every_days", "365"))


def due(world: World, assignment: Plain, benefit: Plain) -> date | None:
    """Give the day when the next measurement is due."""
    m, r, s = measurement(world, benefit), share(world, benefit), start(world, assignment, benefit)
    if r is not None and r >= 1:
        return None
    if m:
        return later(day(m["date"]), every(benefit))
    return later(s, every(benefit)) if s else None


def is_overdue(world: World, assignment: Plain, benefit: Plain) -> bool:
    """Tell whether the next measurement is overdue."""
    next_one = due(world, assignment, benefit)
    return next_one is not None and later(next_one, setting(world, "measure_grace_days")) < world.t


def is_missed(world: World, assignment: Plain, benefit: Plain) -> bool:
    """Tell whether the target's day has passed unreached, for all that is known."""
    by, m, r = deadline(benefit), measurement(world, benefit), share(world, benefit)
    if by is None or m is None or r is None or not 0 <= r < 1:
        return False
    return by < world.t and (day(m["date"]) >= by or is_overdue(world, assignment, benefit))


def is_behind(world: World, assignment: Plain, benefit: Plain) -> bool:
    """Tell whether less is realised than was planned for the day of the measurement."""
    m, r = measurement(world, benefit), share(world, benefit)
    p = planned(world, assignment, benefit, day(m["date"])) if m else None
    if r is None or p is None or r < 0 or is_missed(world, assignment, benefit):
        return False
    return r < p - tolerance(world)


def standing(world: World, assignment: Plain, benefit: Plain) -> str:
    """Give the first standing that fits."""
    r = share(world, benefit)
    if baseline(world, benefit) is None or "target" not in benefit:
        return "unset"
    if measurement(world, benefit) is None:
        return "unmeasured"
    if r is None:
        return "unset"  # a flat target, which the design leaves open
    if not 0 <= r < 1:
        return "worse" if r < 0 else "achieved"
    if is_missed(world, assignment, benefit):
        return "missed"
    return "behind" if is_behind(world, assignment, benefit) else "on-track"


def worth(world: World, benefit: Plain) -> Fraction | None:
    """Give k: the worth of one unit a year."""
    if "worth" in benefit:
        return number(benefit["worth"]["per_unit"])
    currency = world.program.get("currency", "SEK")
    return Fraction(1) if benefit.get("measure", {}).get("unit") == f"{currency}/year" else None


def potential(world: World, benefit: Plain) -> Fraction | None:
    """Give abs(T - B) x k."""
    b, t, k = value(baseline(world, benefit)), value(benefit.get("target")), worth(world, benefit)
    if b is None or t is None or k is None:
        return None
    return abs(t - b) * k


def now(world: World, benefit: Plain) -> Fraction | None:
    """Give r x potential."""
    r, whole = share(world, benefit), potential(world, benefit)
    return None if r is None or whole is None else r * whole


def taken(world: World, benefit: Plain) -> Fraction | None:
    """Give what has been taken home, a year."""
    entries = taken_home(world, benefit)
    if benefit.get("kind") == "cash":
        return sum((number(one["amount"]) for one in entries if "amount" in one and booked(world, one)), Fraction(0))
    gained = now(world, benefit)
    if benefit.get("kind") != "capacity" or gained is None:
        return None
    if not entries:
        return Fraction(0)
    if all("amount" in one for one in entries):
        return min(max(gained, Fraction(0)), sum((number(one["amount"]) for one in entries), Fraction(0)))
    return max(gained, Fraction(0))


def booked(world: World, entry: Plain) -> bool:
    """Tell whether the document that decides it is adopted."""
    document = documents(world).get(entry.get("document", ""))
    return document is not None and is_adopted(world, document)


def stake(world: World, benefit: Plain) -> Fraction:
    """Give potential - taken home, an unset part as 0, never below 0."""
    return max(Fraction(0), (potential(world, benefit) or Fraction(0)) - (taken(world, benefit) or Fraction(0)))
