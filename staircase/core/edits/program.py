"""What the programme declares and decides: its departments, goals and documents, and the gaps that it lives with."""

from dataclasses import dataclass
from typing import Literal, get_args

from staircase.core.edits.ground import EventGround, EventPlan, refuse, refuse_unknown
from staircase.core.edits.values import entry, period
from staircase.core.finding import PROGRAM
from staircase.core.fix import command
from staircase.core.rules.table import GAPS, RULES, Scope
from staircase.core.term import Name
from staircase.core.yaml.edit import Add, Set

Declared = Literal["department", "goal", "document"]
DECLARED: tuple[Declared, ...] = get_args(Declared)


@dataclass(frozen=True)
class DeclareEvent:
    """A department, a goal or a document of the programme."""

    what: str
    new: str
    name: str
    manager: str | None = None
    kind: str | None = None
    department: str | None = None
    from_: str | None = None
    to: str | None = None
    url: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """An entry of ``program.yaml``."""
        if self.what not in DECLARED:
            refuse_unknown("declared", self.what, DECLARED)
        program, family = ground.program, f"{self.what}s"
        if self.new in program.ids(family):
            call = command("set", PROGRAM.id, f"{family}.{self.new}.{_NAMED[self.what]}", self.name)
            refuse("declared-already", call, word=Name(self.new))
        declared = {
            "id": self.new,
            _NAMED[self.what]: self.name,
            **entry(
                kind=self.kind,
                department=ground.id_of("department", self.department) if self.department else None,
                manager=self.manager,
                from_=period(self.from_),
                to=period(self.to),
                url=self.url,
            ),
        }
        undo = command("unset", PROGRAM.id, f"{family}.{self.new}")
        return EventPlan({program.path: (Add((family,), declared),)}, undo=undo)


_NAMED = {"department": "name", "goal": "title", "document": "title"}


@dataclass(frozen=True)
class AdoptEvent:
    """A plan or a governing document was adopted."""

    document: str

    def plan(self, ground: EventGround) -> EventPlan:
        """The day, where it was a draft."""
        program, document = ground.program, ground.id_of("document", self.document)
        key = f"documents.{document}.adopted"
        if day := program.entry("documents", document).get("adopted"):
            call = command("set", PROGRAM.id, key, ground.day)
            refuse("adopted-already", call, word=Name(document), written=Name(str(day)))
        place = (*program.place("documents", document), "adopted")
        return EventPlan({program.path: (Set(place, ground.day),)}, undo=command("unset", PROGRAM.id, key))


@dataclass(frozen=True)
class AcceptEvent:
    """The programme decides to live with a gap, for now."""

    rule: str
    id: str
    until: str
    why: str
    item: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """An entry of ``accepted``: in the assignment's file, else in ``program.yaml`` with what it is about."""
        if self.rule not in GAPS:
            refuse_unknown("rule", self.rule, tuple(GAPS))
        if self.until < ground.day:
            refuse("until-past", word=Name(self.until), day=ground.on)
        about = self._of_program(ground)
        target = ground.assignment(self.id) if about is None else ground.program
        item = self.item if about is None else None if about == PROGRAM.id else about
        accepted = entry(rule=self.rule, item=item, until=self.until, why=self.why)
        return EventPlan({target.path: (Add(("accepted",), accepted),)})

    def _of_program(self, ground: EventGround) -> str | None:
        """Which of the things that gaps of the programme are about it is: itself, a department, a goal or a lead.

        What the rule looks at says which, for a department may be called as a lead or an assignment is. ``None`` of an
        assignment, and of what is none of them.

        Raises:
            RefusedError: nothing is called so that the rule looks at, or several are.
        """
        checks = next(rule.checks for rule in RULES if rule.name == self.rule)
        if Scope.DEPARTMENT in checks:
            return ground.declared("department", self.id)
        if Scope.GOAL in checks:
            return ground.declared("goal", self.id)
        portfolio = ground.portfolio
        if Scope.PROGRAM not in checks or ground.id_of("assignment", self.id) in portfolio.ids:
            return None
        leads = {one.assignment.lead for one in portfolio.entries.values()}
        return self.id if self.id in {PROGRAM.id, *leads} else None
