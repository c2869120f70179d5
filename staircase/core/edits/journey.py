"""An assignment's way: steps, trials, pauses, the day in use, reviews, how it ends, and the items of its roadmap."""

from dataclasses import dataclass, field
from typing import ClassVar

from staircase.core.choices import STEPS
from staircase.core.edits import ASKED, EventFile, EventGround, EventPlan, refuse, refuse_unknown
from staircase.core.edits.values import Given, added, entry, filled, number_if_given, period, place_for
from staircase.core.finding import command
from staircase.core.suggest import choice_in_other_words
from staircase.core.term import Code, Name, Word
from staircase.core.yaml import Raw
from staircase.core.yaml.edit import Add, Set


@dataclass(frozen=True)
class MoveEvent:
    """An assignment comes to a step: a visit in its journey."""

    id: str
    step: str
    why: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """A visit, at its place among the others."""
        step = choice_in_other_words(self.step, STEPS)
        if step is None:
            refuse_unknown("step", self.step, STEPS)
        target = ground.assignment(self.id).climbing().open_on(ground.on, command("move", self.id, step))
        stays = target.known.stays if target.known else ()
        if stays and stays[-1].step == step:
            following = STEPS[min(STEPS.index(stays[-1].step) + 1, len(STEPS) - 1)]
            call = command("move", target.id, following) if following != step else command("show", target.id)
            refuse("same-step", call, id=Name(target.id), step=Word(f"step.{step}"), entered=stays[-1].entered)
        days = target.days("journey", "entered")
        if ground.day in days:
            call = command("set", target.id, f"journey.{ground.day}.step", step)
            refuse("moved-that-day", call, id=Name(target.id), day=ground.on)
        visit = entry(step=step, entered=ground.day, why=self.why)
        return EventPlan(
            {target.path: (Add(("journey",), visit, place_for(ground.day, days)),)},
            undo=command("unset", target.id, f"journey.{ground.day}"),
        )


@dataclass(frozen=True)
class LiveEvent:
    """An assignment comes into ordinary use."""

    id: str

    def plan(self, ground: EventGround) -> EventPlan:
        """The day, where none stands yet."""
        target = ground.assignment(self.id).open_on(ground.on, command("live", self.id))
        if day := target.data.get("live"):
            refuse(
                "live-already",
                command("set", target.id, "live", ground.day),
                id=Name(target.id),
                written=Name(str(day)),
            )
        return EventPlan({target.path: (Set(("live",), ground.day),)}, undo=command("unset", target.id, "live"))


@dataclass(frozen=True)
class ReviewEvent:
    """Somebody vouches that what the files of some assignments say is right."""

    ids: list[str]

    def plan(self, ground: EventGround) -> EventPlan:
        """The day, in each of them."""
        targets = [ground.assignment(name) for name in self.ids]
        for target in targets:
            target.running_on(ground.on, command("review", target.id))
            if str(target.data.get("reviewed") or "") > ground.day:
                refuse(
                    "reviewed-later",
                    command("show", target.id),
                    id=Name(target.id),
                    written=Name(str(target.data["reviewed"])),
                )
        undo = (
            command("unset", targets[0].id, "reviewed")
            if len(targets) == 1 and not targets[0].data.get("reviewed")
            else ""
        )
        return EventPlan({target.path: (Set(("reviewed",), ground.day),) for target in targets}, undo=undo)


@dataclass(frozen=True)
class PauseEvent:
    """An assignment pauses, and says why."""

    id: str
    why: str

    def plan(self, ground: EventGround) -> EventPlan:
        """A pause without an end."""
        target = ground.assignment(self.id).open_on(ground.on, command("pause", self.id))
        if target.known and target.known.pause is not None:
            since = target.known.assignment.pauses[target.known.pause].from_
            refuse("paused-already", command("resume", target.id), id=Name(target.id), since=since)
        days = target.days("pauses", "from")
        pause = entry(from_=ground.day, why=self.why)
        return EventPlan(
            {target.path: (Add(("pauses",), pause, place_for(ground.day, days)),)},
            undo=command("unset", target.id, f"pauses.{ground.day}"),
        )


@dataclass(frozen=True)
class ResumeEvent:
    """An assignment goes on after a pause."""

    id: str

    def plan(self, ground: EventGround) -> EventPlan:
        """The end of the pause that covers the day: the day when work goes on."""
        target = ground.assignment(self.id).open_on(ground.on, command("resume", self.id))
        pauses = target.known.assignment.pauses if target.known else ()
        covering = target.known.pause if target.known else None
        if covering is None:
            refuse("not-paused", command("pause", target.id, "--why", "…"), id=Name(target.id), day=ground.on)
        since = pauses[covering].from_.isoformat()
        return EventPlan(
            {target.path: (Set(("pauses", covering, "to"), ground.day),)},
            undo=command("unset", target.id, f"pauses.{since}.to") if pauses[covering].to is None else "",
        )


@dataclass(frozen=True)
class CompleteEvent:
    """An assignment is completed."""

    id: str

    def plan(self, ground: EventGround) -> EventPlan:
        """The day."""
        target = ground.assignment(self.id).open_on(ground.on, command("complete", self.id))
        return EventPlan(
            {target.path: (Set(("completed",), ground.day),)}, undo=command("unset", target.id, "completed")
        )


@dataclass(frozen=True)
class StopEvent:
    """An assignment is stopped, and says why; with what was learned it is a good ending."""

    id: str
    why: str
    learned: str | None = field(default=None, metadata=ASKED)

    def plan(self, ground: EventGround) -> EventPlan:
        """The day, why, and what was learned."""
        target = ground.assignment(self.id).open_on(ground.on, command("stop", self.id))
        stopped = entry(date=ground.day, why=self.why, learned=self.learned)
        return EventPlan({target.path: (Set(("stopped",), stopped),)}, undo=command("unset", target.id, "stopped"))


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


@dataclass(frozen=True)
class PlanEvent:
    """A roadmap item, or more of one that is there."""

    id: str
    item: str
    new: str | None = None
    from_: str | None = field(default=None, metadata=ASKED)
    to: str | None = None
    owner: str | None = field(default=None, metadata=ASKED)
    area: str | None = None
    expects_kind: str | None = field(default=None, metadata=ASKED)
    per_year: str | None = None
    what: str | None = None
    based_on: list[str] = field(default_factory=list)
    goal: list[str] = field(default_factory=list)

    def plan(self, ground: EventGround) -> EventPlan:
        """A new item where none has that id, else more of it."""
        target = ground.running(self.id, "plan", self.item)
        given: dict[tuple[str, ...], Raw] = {
            ("area",): self.area,
            ("from",): period(self.from_),
            ("to",): period(self.to),
            ("owner",): self.owner,
            ("expects", "kind"): self.expects_kind,
            ("expects", "per_year"): number_if_given(self.per_year),
            ("expects", "what"): self.what,
            ("based_on",): [*self.based_on] or None,
            ("goals",): [ground.id_of("goal", goal) for goal in self.goal] or None,
        }
        if self.item in target.ids("roadmap"):
            return filled(target, "roadmap", self.item, given)
        return added(target, "roadmap", self.item, self.new, given)


@dataclass(frozen=True)
class AnchorEvent:
    """A roadmap item was worked into a plan or a governing document."""

    id: str
    item: str
    document: str

    def plan(self, ground: EventGround) -> EventPlan:
        """The document, among those that the item stands in."""
        target = _item_of(self.id, self.item, ground, "anchor", self.document)
        document = ground.declared("document", self.document)
        anchored = target.entry("roadmap", self.item).get("anchored_in") or []
        if document in anchored:
            refuse("anchored-already", command("show", target.id), title=Name(self.item), document=Name(document))
        add = Add((*target.place("roadmap", self.item), "anchored_in"), document)
        key = f"roadmap.{self.item}.anchored_in.{document}"
        return EventPlan({target.path: (add,)}, undo=command("unset", target.id, key))


@dataclass(frozen=True)
class ItemStartEvent:
    """Work on a roadmap item begins."""

    id: str
    item: str
    key: ClassVar[str] = "started"

    def plan(self, ground: EventGround) -> EventPlan:
        """The day, under its key."""
        return _noted(self.id, self.item, ground, self.key, ground.day)


@dataclass(frozen=True)
class ItemFinishEvent(ItemStartEvent):
    """A roadmap item is done."""

    key: ClassVar[str] = "done"


@dataclass(frozen=True)
class ItemDropEvent:
    """A roadmap item is no longer wanted."""

    id: str
    item: str
    why: str | None = field(default=None, metadata=ASKED)

    def plan(self, ground: EventGround) -> EventPlan:
        """The day and why."""
        return _noted(self.id, self.item, ground, "dropped", entry(date=ground.day, why=self.why))


_COMMANDS = {"started": "start", "done": "finish", "dropped": "drop"}


def _noted(name: str, item: str, ground: EventGround, key: str, value: Raw) -> EventPlan:
    """What has become of an item, where nothing of the kind stands there and it is no assignment of its own.

    Raises:
        RefusedError: it stands there, or what it became tells it.
    """
    target = _item_of(name, item, ground, _COMMANDS[key])
    old = target.entry("roadmap", item)
    if (heir := old.get("became")) and key != "dropped":
        refuse("became", command("show", str(heir)), title=Name(item), id=Name(str(heir)))
    if already := next((one for one in (key, "done", "dropped") if old.get(one)), None):
        whole = f"roadmap.{item}.{already}"
        refuse("item-already", command("unset", target.id, whole), title=Name(item), key=Code(already))
    undo = command("unset", target.id, f"roadmap.{item}.{key}")
    return EventPlan({target.path: (Set((*target.place("roadmap", item), key), value),)}, undo=undo)


def _item_of(name: str, item: str, ground: EventGround, event: str, *words: str) -> EventFile:
    """The assignment that an item is in: a completed one has a living roadmap, too."""
    target = ground.running(name, event, item, *words)
    target.place("roadmap", item)
    return target
