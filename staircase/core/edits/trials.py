"""Trials: the small projects of the first step, as they begin and as they end with a lesson."""

from dataclasses import dataclass, field

from staircase.core.edits.ground import ASKED, EventGround, EventPlan, refuse
from staircase.core.edits.items import Given, added, filled
from staircase.core.fix import command
from staircase.core.term import Name


@dataclass(frozen=True)
class TrialEvent:
    """A trial begins; or one that is there ends, or what it taught is written down."""

    id: str
    trial: str
    new: str | None = None
    ended: bool = False
    outcome: str | None = field(default=None, metadata=ASKED)
    learned: str | None = field(default=None, metadata=ASKED)

    def plan(self, ground: EventGround) -> EventPlan:
        """A new trial where none has that id, else more of it."""
        target = ground.running(self.id, "trial", self.trial)
        is_there = self.trial in target.ids("trials")
        end = ground.day if self.ended else None
        if is_there and not (self.ended or self.outcome or self.learned):
            refuse("trial-there", command("trial", target.id, self.trial, "--ended"), word=Name(self.trial))
        if is_there:
            given: Given = {("ended",): end, ("outcome",): self.outcome, ("learned",): self.learned}
            return filled(target, "trials", self.trial, given)
        if self.ended:
            target.place("trials", self.trial)
        target.open_on(ground.on, command("trial", self.id, self.trial))
        begun: Given = {("started",): ground.day, ("outcome",): self.outcome, ("learned",): self.learned}
        return added(target, "trials", self.trial, self.new, begun)
