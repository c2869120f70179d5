"""YAML text as plain dictionaries of text, and the few readings of text that the oracle needs."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import yaml

Plain = dict[str, Any]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
STEPS = ["explore", "benefits", "roadmap", "embed"]


@dataclass(frozen=True)
class World:
    """A portfolio as its texts say, the day that is asked about, and the clock's day."""

    program: Plain
    assignments: dict[str, Plain]
    broken: list[str]
    ignored: list[str]
    texts: dict[str, str]
    t: date
    today: date


def read(text: str) -> Any:  # noqa: ANN401 - raw YAML data
    """Give a document's data, every scalar as text; a plain null is absence."""
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


def day(text: str) -> date:
    """Read a date."""
    return date(int(text[0:4]), int(text[5:7]), int(text[8:10]))


def first(text: str) -> date:
    """Give a period's first day."""
    if len(text) == len("2026"):
        return date(int(text), 1, 1)
    if "Q" in text:
        return date(int(text[0:4]), 3 * int(text[6]) - 2, 1)
    if len(text) == len("2026-11"):
        return date(int(text[0:4]), int(text[5:7]), 1)
    return day(text)


def last(text: str) -> date:
    """Give a period's last day."""
    if len(text) == len("2026"):
        return date(int(text), 12, 31)
    if "Q" in text:
        return end_of_month(int(text[0:4]), 3 * int(text[6]))
    if len(text) == len("2026-11"):
        return end_of_month(int(text[0:4]), int(text[5:7]))
    return day(text)


def end_of_month(year: int, month: int) -> date:
    """Give a month's last day."""
    return date(year, month, monthrange(year, month)[1])


def number(text: str) -> Fraction:
    """Read a number exactly."""
    return Fraction(text)


def days(start: date, end: date) -> int:
    """Count whole calendar days from the first to the second."""
    return (end - start).days


def later(start: date, count: int) -> date:
    """Give the day that lies so many days later."""
    return start + timedelta(days=count)


DEFAULTS = {
    "at_once": "30",
    "stale_after_days": "60",
    "rounds_to_trust": "2",
    "measure_grace_days": "14",
    "behind_tolerance": "0.10",
    "shown_within_days": "365",
    "roadmap_ahead_days": "180",
    "anchor_ahead_days": "180",
    "adopted_ahead_days": "60",
    "plan_gap_days": "60",
}
STEP_DAYS = {"explore": "120", "benefits": "120", "roadmap": "180", "embed": "365"}


def setting(world: World, name: str) -> int:
    """Give a setting that counts days, rounds or assignments."""
    return int(world.program.get("settings", {}).get(name, DEFAULTS[name]))


def tolerance(world: World) -> Fraction:
    """Give how far behind plan a benefit may be."""
    settings = world.program.get("settings", {})
    return number(settings.get("behind_tolerance", DEFAULTS["behind_tolerance"]))


def step_days(world: World, step: str) -> int:
    """Give how long a visit to a step may take."""
    return int(world.program.get("settings", {}).get("step_days", {}).get(step, STEP_DAYS[step]))


def documents(world: World) -> dict[str, Plain]:
    """Give the documents by id."""
    return {document["id"]: document for document in world.program.get("documents", [])}


def has_goals(world: World) -> bool:
    """Tell whether the programme has goals."""
    return bool(world.program.get("goals"))
