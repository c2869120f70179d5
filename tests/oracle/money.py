"""The figures of a benefit, straight from the definitions."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from unicodedata import normalize

from tests.oracle.facts import baseline, is_closed, keeps, measurement, measurements, taken_home
from tests.oracle.plain import Plain, World, day, days, documents, last, later, number, part_setting, setting
from tests.oracle.roadmaps import is_adopted

NONE = Fraction(0)


@dataclass(frozen=True)
class Figures:
    """All that can be computed of a benefit on the day."""

    kind: str
    aimed: bool
    measured: bool
    share: Fraction | None
    planned: Fraction | None
    standing: str
    potential: Fraction | None
    now: Fraction | None
    taken: Fraction | None
    due: date | None


def figures(world: World, assignment: Plain, benefit: Plain) -> Figures:
    """All figures of a benefit."""
    m = measurement(world, benefit)
    return Figures(
        kind=benefit.get("kind", "unsorted"),
        aimed="target" in benefit,
        measured=m is not None,
        share=share(world, benefit),
        planned=planned(world, assignment, benefit, day(m["date"])) if m else None,
        standing=standing(world, assignment, benefit),
        potential=potential(world, benefit),
        now=now(world, benefit),
        taken=taken(world, benefit),
        due=due(world, assignment, benefit),
    )


def value(part: Plain | None) -> Fraction | None:
    """The value of a baseline, target or measurement."""
    return number(part["value"]) if part else None


def share(world: World, benefit: Plain) -> Fraction | None:
    """The realised share r of the latest measurement."""
    return share_of(world, benefit, measurement(world, benefit))


def share_of(world: World, benefit: Plain, measured: Plain | None) -> Fraction | None:
    """The realised share (m - B) / (T - B) of a measurement."""
    b, t, m = value(baseline(world, benefit)), value(benefit.get("target")), value(measured)
    if keeps(benefit) or "part_of" in benefit:
        return None
    if b is None or t is None or m is None or t == b:
        return None
    return (m - b) / (t - b)


def start(world: World, assignment: Plain, benefit: Plain) -> date | None:
    """The day s from which a benefit is planned to come: max(live, B.date), also when live lies ahead."""
    before, used = baseline(world, benefit), assignment.get("live")
    if before is None:
        return None
    return max(day(used), day(before["date"])) if used else day(before["date"])


def deadline(benefit: Plain) -> date | None:
    """The last day of the target's `by`."""
    target = benefit.get("target")
    return last(target["by"]) if target and "by" in target else None


def planned(world: World, assignment: Plain, benefit: Plain, on: date) -> Fraction | None:
    """The planned share p on a day."""
    s, by = start(world, assignment, benefit), deadline(benefit)
    if keeps(benefit):
        return None
    if s is None or by is None:
        return None
    if on <= s:
        return Fraction(0)
    if on >= by:
        return Fraction(1)
    return Fraction(days(s, on), days(s, by))


def came_home(world: World, benefit: Plain) -> date | None:
    """The day c when a benefit came home."""
    shares = [(day(one["date"]), share_of(world, benefit, one)) for one in measurements(world, benefit)]
    whole = [on for on, r in shares if r is not None and r >= 1]
    if whole:
        return whole[0]
    some, by = [on for on, r in shares if r is not None and r > 0], deadline(benefit)
    return max(by, some[0]) if by and some else None


def every(benefit: Plain) -> int:
    """How many days there are between measurements."""
    return int(benefit.get("measure", {}).get("every_days", "365"))


def due(world: World, assignment: Plain, benefit: Plain) -> date | None:
    """The day when the next measurement is due."""
    m, r, s = measurement(world, benefit), share(world, benefit), start(world, assignment, benefit)
    if (r is not None and r >= 1) or is_closed(world, benefit):
        return None
    if m:
        return later(day(m["date"]), every(benefit))
    return later(s, every(benefit)) if s else None


def is_overdue(world: World, assignment: Plain, benefit: Plain) -> bool:
    """Whether the next measurement is overdue."""
    next_one = due(world, assignment, benefit)
    return next_one is not None and later(next_one, setting(world, "measure_grace_days")) < world.t


def standing(world: World, assignment: Plain, benefit: Plain) -> str:
    """The first standing that fits."""
    m, r = measurement(world, benefit), share(world, benefit)
    if r is not None and r >= 1:
        return "achieved"
    if is_closed(world, benefit):
        return "closed"
    if "target" not in benefit or (baseline(world, benefit) is None and not keeps(benefit)):
        return "unset"
    if m is None:
        return "unmeasured"
    if keeps(benefit):
        return "kept" if is_kept(benefit["target"], m) else "worse"
    # a flat target is what the design leaves open
    return "unset" if r is None else _against_plan(world, assignment, benefit, m, r)


def is_kept(target: Plain, measured: Plain) -> bool:
    """Whether a measurement holds a level to keep."""
    level, found = number(target["value"]), number(measured["value"])
    return found >= level if target["keep"] == "at-least" else found <= level


def _against_plan(world: World, assignment: Plain, benefit: Plain, m: Plain, r: Fraction) -> str:
    by = deadline(benefit)
    if r < Fraction("-0.05"):
        return "worse"
    if by and by < world.t and (day(m["date"]) >= by or is_overdue(world, assignment, benefit)):
        return "missed" if r < 1 - part_setting(world, "target_tolerance") else "nearly"
    p = planned(world, assignment, benefit, day(m["date"]))
    if p is not None and p >= part_setting(world, "behind_from") and r < part_setting(world, "behind_share") * p:
        return "behind"
    return "on-track"


YEARS = ("/year", "/yr", "/år", "peryear", "ayear", "perår", "omåret")
SIZES = {"": 1, "t": 1000, "k": 1000, "m": 1_000_000, "mn": 1_000_000}
KRONOR = ("kr", "kronor", "kroner")
WORDS = {
    "sek": KRONOR,
    "nok": KRONOR,
    "dkk": KRONOR,
    "eur": ("€", "euro", "euros"),
    "usd": ("$", "dollar", "dollars"),
    "gbp": ("£", "pound", "pounds", "pund"),
}
SIZED = ("kr", "€", "$", "£")


def money_units(currency: str) -> dict[str, int]:
    """Every way to write money a year, without case and blanks, with its size."""
    code, found = currency.casefold(), {}
    for word in (code, *WORDS.get(code, ())):
        for size, times in SIZES.items():
            if size and word != code and word not in SIZED:
                continue
            for year in YEARS:
                found[size + word + year] = times
    return found


def is_money(world: World, unit: str) -> int | None:
    """How much money one unit is a year, where the unit is money a year."""
    bare = "".join(normalize("NFC", unit).casefold().split())
    return money_units(world.program.get("currency", "SEK")).get(bare)


def worth(world: World, benefit: Plain) -> Fraction | None:
    """The worth k of one unit a year."""
    if "worth" in benefit:
        return number(benefit["worth"]["per_unit"])
    implied = is_money(world, benefit.get("measure", {}).get("unit", ""))
    return None if implied is None else Fraction(implied)


def _whole(world: World, benefit: Plain) -> Fraction | None:
    b, t, k = value(baseline(world, benefit)), value(benefit.get("target")), worth(world, benefit)
    if keeps(benefit):
        return None
    return None if b is None or t is None or k is None else abs(t - b) * k


def now(world: World, benefit: Plain) -> Fraction | None:
    """What has come, a year: r x |T - B| x k."""
    r, whole = share(world, benefit), _whole(world, benefit)
    return None if r is None or whole is None else r * whole


def potential(world: World, benefit: Plain) -> Fraction | None:
    """What can come, a year; of a closed benefit what has come."""
    if not is_closed(world, benefit):
        return _whole(world, benefit)
    come = now(world, benefit)
    return None if come is None else max(come, NONE)


def taken(world: World, benefit: Plain) -> Fraction | None:
    """What has been taken home, a year."""
    entries = taken_home(world, benefit)
    if "part_of" in benefit:
        return None
    if benefit.get("kind") == "cash":
        return sum((number(one["amount"]) for one in entries if "amount" in one and is_booked(world, one)), NONE)
    gained = now(world, benefit)
    if benefit.get("kind") != "capacity" or gained is None:
        return None
    if not entries:
        return NONE
    if all("amount" in one for one in entries):
        return min(max(gained, NONE), sum((number(one["amount"]) for one in entries), NONE))
    return max(gained, NONE)


def is_booked(world: World, entry: Plain) -> bool:
    """Whether the document that decides an entry is adopted."""
    document = documents(world).get(entry.get("document", ""))
    return document is not None and is_adopted(world, document)


def stake(world: World, benefit: Plain) -> Fraction:
    """What is at stake: potential - taken home, an unset part as 0, never below 0."""
    return max(NONE, (potential(world, benefit) or NONE) - (taken(world, benefit) or NONE))
