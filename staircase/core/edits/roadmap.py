"""The roadmap: its items, the plans that they are worked into, and what becomes of them."""

from dataclasses import dataclass, field
from typing import ClassVar

from staircase.core.edits.ground import ASKED, EventFile, EventGround, EventPlan, refuse
from staircase.core.edits.values import added, entry, filled, number_if_given, period
from staircase.core.fix import command
from staircase.core.term import Code, Name
from staircase.core.yaml.edit import Add, Set
from staircase.core.yaml.parse import Raw


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
