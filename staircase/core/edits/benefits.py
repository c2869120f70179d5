"""Benefits: what they are, what was measured, that they were shown, taken home, or will give no more."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from staircase.core.edits import ASKED, EventGround, EventPlan, RefusedError, refuse
from staircase.core.edits.values import Given, added, entry, filled, number, number_if_given, period, place_for
from staircase.core.finding import command
from staircase.core.period import parse_fact
from staircase.core.source import KeyPath
from staircase.core.term import Name, Said
from staircase.core.yaml.edit import Add, Edit, Set


@dataclass(frozen=True)
class BenefitEvent:
    """A benefit, or more of one that is there."""

    id: str
    benefit: str
    new: str | None = None
    kind: str | None = field(default=None, metadata=ASKED)
    owner: str | None = field(default=None, metadata=ASKED)
    what: str | None = field(default=None, metadata=ASKED)
    unit: str | None = field(default=None, metadata=ASKED)
    source: str | None = None
    every: str | None = None
    baseline: str | None = field(default=None, metadata=ASKED)
    target: str | None = field(default=None, metadata=ASKED)
    by: str | None = field(default=None, metadata=ASKED)
    per_unit: str | None = None
    basis: str | None = None
    realisation: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """A new benefit where none has that id, else more of it."""
        target = ground.running(self.id, "benefit", self.benefit)
        given = self._given(ground)
        if self.benefit in target.ids("benefits"):
            return filled(target, "benefits", self.benefit, given)
        return added(target, "benefits", self.benefit, self.new, given)

    def _given(self, ground: EventGround) -> Given:
        baseline = number_if_given(self.baseline)
        return {
            ("kind",): self.kind,
            ("owner",): self.owner,
            ("measure", "what"): self.what,
            ("measure", "unit"): self.unit,
            ("measure", "source"): self.source,
            ("measure", "every_days"): number_if_given(self.every),
            ("baseline", "value"): baseline,
            ("baseline", "date"): ground.day if baseline is not None else None,
            ("target", "value"): number_if_given(self.target),
            ("target", "by"): period(self.by),
            ("worth", "per_unit"): number_if_given(self.per_unit),
            ("worth", "basis"): self.basis,
            ("realisation",): self.realisation,
        }


@dataclass(frozen=True)
class MeasureEvent:
    """A benefit was measured."""

    id: str
    benefit: str
    value: str

    def plan(self, ground: EventGround) -> EventPlan:
        """A measurement, at its place among the others."""
        target = ground.running(self.id, "measure", self.benefit, self.value)
        value, days = number(self.value), target.days_within("benefits", self.benefit, "measurements", "date")
        key = f"benefits.{self.benefit}.measurements.{ground.day}"
        if ground.day in days:
            call = command("set", target.id, f"{key}.value", value)
            refuse("day-taken", call, title=Name(self.benefit), day=ground.on)
        path = (*target.place("benefits", self.benefit), "measurements")
        item = entry(value=value, date=ground.day)
        add = Add(path, item, place_for(ground.day, days))
        return EventPlan({target.path: (add,)}, undo=command("unset", target.id, key))


class MeasuredRow(NamedTuple):
    """A row of a table of measurements, as it is written, and its line."""

    line: int
    assignment: str
    benefit: str
    day: str
    value: str


@dataclass(frozen=True)
class MeasureManyEvent:
    """Many benefits were measured: the rows of a table, all or none."""

    rows: Sequence[MeasuredRow]

    def plan(self, ground: EventGround) -> EventPlan:
        """Every measurement that is not there yet, at its place among the others.

        Raises:
            RefusedError: one of them makes no sense; its line is named.
        """
        edits: dict[str, list[Edit]] = {}
        days: dict[KeyPath, list[str | None]] = {}
        for row in self.rows:
            try:
                self._add(row, ground, edits, days)
            except RefusedError as error:
                said = Said("refused.row", {"line": row.line, "said": error.said})
                raise RefusedError(said, error.call, error.word, error.choices) from error
        return EventPlan({path: tuple(several) for path, several in edits.items()}, may_repeat=True)

    @staticmethod
    def _add(
        row: MeasuredRow, ground: EventGround, edits: dict[str, list[Edit]], days: dict[KeyPath, list[str | None]]
    ) -> None:
        try:
            on = parse_fact(row.day)
        except ValueError:
            refuse("not-a-day", word=Name(row.day))
        target = replace(ground, on=on).running(row.assignment, "measure", row.benefit, row.value)
        place = (*target.place("benefits", row.benefit), "measurements")
        known = days.setdefault(
            (target.path, *place), target.days_within("benefits", row.benefit, "measurements", "date")
        )
        if row.day in known:
            if number(row.value) == target.value_on("benefits", row.benefit, "measurements", row.day):
                return
            refuse("day-taken", title=Name(row.benefit), day=on)
        at = place_for(row.day, known)
        edits.setdefault(target.path, []).append(Add(place, entry(value=number(row.value), date=row.day), at))
        known.insert(len(known) if at is None else at, row.day)


@dataclass(frozen=True)
class PresentEvent:
    """The benefit was shown to management."""

    id: str
    forum: str
    decision: str | None = field(default=None, metadata=ASKED)

    def plan(self, ground: EventGround) -> EventPlan:
        """A showing, at its place among the others."""
        target = ground.running(self.id, "present", "--forum", self.forum)
        days = target.days("shown", "date")
        if ground.day in days:
            call = command("set", target.id, f"shown.{ground.day}.decision", self.decision or "…")
            refuse("shown-already", call, id=Name(target.id), day=ground.on)
        showing = entry(date=ground.day, forum=self.forum, decision=self.decision)
        add = Add(("shown",), showing, place_for(ground.day, days))
        return EventPlan({target.path: (add,)}, undo=command("unset", target.id, f"shown.{ground.day}"))


@dataclass(frozen=True)
class CloseEvent:
    """No more will come of a benefit: from then on it is history."""

    id: str
    benefit: str
    why: str

    def plan(self, ground: EventGround) -> EventPlan:
        """The day and why, where it is not closed yet."""
        target = ground.running(self.id, "close", self.benefit, "--why", self.why)
        key = f"benefits.{self.benefit}.closed"
        if target.entry("benefits", self.benefit).get("closed"):
            refuse("closed-already", command("unset", target.id, key), title=Name(self.benefit))
        place = (*target.place("benefits", self.benefit), "closed")
        closed = Set(place, entry(date=ground.day, why=self.why))
        return EventPlan({target.path: (closed,)}, undo=command("unset", target.id, key))


@dataclass(frozen=True)
class TakeHomeEvent:
    """A benefit was taken home: a budget lowered, or freed time put to use."""

    id: str
    benefit: str
    how: str
    amount: str | None = field(default=None, metadata=ASKED)
    document: str | None = field(default=None, metadata=ASKED)

    def plan(self, ground: EventGround) -> EventPlan:
        """What was taken home from that day on."""
        target = ground.running(self.id, "take-home", self.benefit, "--how", self.how)
        days = target.days_within("benefits", self.benefit, "taken_home", "from")
        key = f"benefits.{self.benefit}.taken_home.{ground.day}"
        amount = number_if_given(self.amount)
        document = ground.id_of("document", self.document) if self.document else None
        item = entry(from_=ground.day, how=self.how, amount=amount, document=document)
        path = (*target.place("benefits", self.benefit), "taken_home")
        undo = command("unset", target.id, key) if ground.day not in days else ""
        return EventPlan({target.path: (Add(path, item, place_for(ground.day, days)),)}, undo=undo)
