"""The words that files and options choose among: steps, states, buckets and others, each in the order to show them."""

from enum import StrEnum
from typing import Literal, get_args

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
