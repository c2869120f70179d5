"""YAML text as plain dictionaries of text, and the few readings of text that the oracle needs."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import yaml

Plain = dict[str, Any]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
STEPS = ["explore", "benefits", "roadmap", "embed"]
BENEFITS, ROADMAP = 1, 2
"""The places of two steps among the four, from 0."""


@dataclass(frozen=True)
class World:
    """A portfolio as its texts say, the day that is asked about, and the clock's day.

    `assignments` are as they were on the day: without `was`, each with its departments; `written` as they stand.
    """

    program: Plain
    assignments: dict[str, Plain]
    written: dict[str, Plain]
    broken: dict[str, list[str]]
    ignored: list[str]
    texts: dict[str, str]
    paths: dict[str, str]
    t: date
    today: date


def read(text: str) -> Any:  # noqa: ANN401 - raw YAML data
    """The data of a document, every scalar as text; a plain null is absence."""
    return _plain(yaml.compose(text, Loader=LOADER))


def _plain(node: Any) -> Any:  # noqa: ANN401 - raw YAML data
    if isinstance(node, yaml.MappingNode):
        pairs = [(_plain(key), _plain(value)) for key, value in node.value]
        return {key: value for key, value in pairs if value is not None}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if not node.style and node.value in ("", "~", "null"):
        return None
    return node.value


class MonthOnly(date):
    """A day that a month counts as, where no more than the month is known."""


MARK = "~"
"""What stands after a day that a month counts as."""


def day(text: str) -> date:
    """The day of a written date, or that a month counts as."""
    kind = MonthOnly if text.endswith(MARK) else date
    return kind(int(text[0:4]), int(text[5:7]), int(text[8:10]))


def earliest(text: str) -> date:
    """The earliest day that a date can be: of a month its first."""
    return first(text[0:7]) if text.endswith(MARK) else day(text)


def latest(text: str) -> date:
    """The latest day that a date can be: of a month its last."""
    return last(text[0:7]) if text.endswith(MARK) else day(text)


MONTHS = {"Q": 3, "T": 4, "H": 6}
"""How many months there are in a quarter, a tertial and a half-year."""


def first(text: str) -> date:
    """The first day of a period."""
    if len(text) == len("2026"):
        return date(int(text), 1, 1)
    if text[5] in MONTHS:
        return date(int(text[0:4]), MONTHS[text[5]] * (int(text[6]) - 1) + 1, 1)
    if len(text) == len("2026-11"):
        return date(int(text[0:4]), int(text[5:7]), 1)
    return day(text)


def last(text: str) -> date:
    """The last day of a period."""
    if len(text) == len("2026"):
        return date(int(text), 12, 31)
    if text[5] in MONTHS:
        return end_of_month(int(text[0:4]), MONTHS[text[5]] * int(text[6]))
    if len(text) == len("2026-11"):
        return end_of_month(int(text[0:4]), int(text[5:7]))
    return day(text)


def end_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def number(text: str) -> Fraction:
    """A written number, exactly."""
    return Fraction(text)


def days(start: date, end: date) -> int:
    """Whole calendar days from the first to the second."""
    return (end - start).days


def later(start: date, count: int) -> date:
    """The day that lies so many days later."""
    return date.fromordinal(start.toordinal() + count)


def ago(world: World, on: date, count: int) -> bool:
    """Whether a day lies more than so many days ago."""
    return days(on, world.t) > count


def lately(world: World, on: date, count: int) -> bool:
    """Whether a day lies in the last so many days: in (t - count days, t]."""
    return later(world.t, -count) < on <= world.t


def same(one: str, two: str) -> bool:
    """Whether two names are one, ignoring case and blanks at the ends."""
    return one.strip().casefold() == two.strip().casefold()


DEFAULTS = {
    "at_once": "30",
    "per_lead": "6",
    "rounds_to_trust": "2",
    "write_days": "45",
    "evidence_days": "90",
    "stale_after_days": "90",
    "measure_grace_days": "45",
    "behind_from": "0.50",
    "behind_share": "0.60",
    "target_tolerance": "0.10",
    "shown_after_days": "200",
    "shown_within_days": "365",
    "use_days": "90",
    "followup_days": "730",
    "roadmap_grace_days": "180",
    "roadmap_ahead_days": "90",
    "anchor_ahead_days": "30",
    "plan_gap_days": "60",
}
STEP_DAYS = {"explore": "180", "benefits": "180", "roadmap": "270", "embed": "540"}


def setting(world: World, name: str) -> int:
    """A setting that counts days, rounds or assignments."""
    return int(world.program.get("settings", {}).get(name, DEFAULTS[name]))


def part_setting(world: World, name: str) -> Fraction:
    """A setting that is a share."""
    return number(world.program.get("settings", {}).get(name, DEFAULTS[name]))


def step_days(world: World, step: str) -> int:
    """How many days a visit to a step may take."""
    return int(world.program.get("settings", {}).get("step_days", {}).get(step, STEP_DAYS[step]))


def documents(world: World) -> dict[str, Plain]:
    """The documents by id."""
    return {document["id"]: document for document in world.program.get("documents", [])}


def has_goals(world: World) -> bool:
    """Whether the programme has goals."""
    return bool(world.program.get("goals"))
