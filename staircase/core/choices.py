"""What files, filters and options choose among: steps, states, buckets and languages, in the order to show them."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

Step = Literal["explore", "benefits", "roadmap", "embed"]
STEPS: tuple[Step, ...] = get_args(Step)


class State(StrEnum):
    """What an assignment is doing on a day."""

    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETED = "completed"
    STOPPED = "stopped"


Open = Literal["open"]
OPEN: Open = "open"
"""What a filter may ask for besides: active or paused."""


class Bucket(StrEnum):
    """When an item of the roadmap comes."""

    OVERDUE = "overdue"
    NOW = "now"
    NEXT = "next"
    LATER = "later"
    IDEA = "idea"
    ENDED = "ended"


ReviewOrder = Literal["weight", "direction"]
"""What a review of a change is ordered by: how much it weighs, or where it leads."""

Forge = Literal["github", "gitlab", "none"]
"""Where the repository lives, for which checks are set up."""

Language = Literal["sv", "en"]

NO_BREAK_SPACE = "\u00a0"


class NumberStyle(NamedTuple):
    """How a language writes numbers: the sign between thousands, and the one before decimals."""

    thousands: str
    decimal: str


LANGUAGES: Mapping[Language, NumberStyle] = MappingProxyType(
    {
        "sv": NumberStyle(thousands=NO_BREAK_SPACE, decimal=","),
        "en": NumberStyle(thousands=",", decimal="."),
    }
)
"""All languages, in the order that choices are shown in."""

FALLBACK: Language = "en"
"""The language of a reader whose locale names none of them."""


def language_named(name: str | None) -> Language | None:
    """Language that a name such as ``sv``, ``sv_SE.UTF-8`` or ``EN`` begins with, if it is one of them."""
    return next((language for language in LANGUAGES if name and name.lower()[:2] == language), None)
