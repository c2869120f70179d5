"""What the makers of a programme know of it before staircase reads it: where value is lost, or an act is left out."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Trouble(StrEnum):
    """Why somebody should look at an assignment, a department or the programme."""

    VALUE_LOST = "value is being lost"
    VALUE_NOT_COMING = "value does not come, or is not used"
    ACT_LEFT_OUT = "an act was left out"


@dataclass(frozen=True, slots=True)
class Entry:
    """A trouble from the day on which it could be known until the day on which people have acted on it."""

    subject: str
    trouble: Trouble
    since: date
    until: date
    what: str


@dataclass
class Ledger:
    """All troubles of a programme. It knows no rule of staircase, and no file: only what happened."""

    entries: list[Entry] = field(default_factory=list)

    def note(self, subject: str, trouble: Trouble, since: date, until: date, what: str) -> None:
        if since < until:
            self.entries.append(Entry(subject, trouble, since, until, what))

    def worth_taking(self, day: date) -> frozenset[str]:
        """The subjects that are in trouble on a day."""
        return frozenset(entry.subject for entry in self.entries if entry.since <= day < entry.until)
