"""Entries of ``accepted`` that no longer accept anything. Gaps."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from staircase.core.choices import STEPS
from staircase.core.finding import PROGRAM
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.rules.names import GAPS
from staircase.core.rules.rule import AcceptedCase, Hit, folded
from staircase.core.term import Code, Name, Terms


def stale(case: AcceptedCase) -> Iterator[Hit]:
    """An entry with until < t, or with an ``item`` that does not exist."""
    items = _assignment_items(case.of) if isinstance(case.of, Assignment) else _program_items(case.of)
    for number, entry in enumerate(case.of.accepted):
        if entry.rule not in GAPS:
            continue
        if entry.until < case.day:
            params: Terms = {"rule": Code(entry.rule), "until": entry.until}
            yield Hit(("accepted", number), params, entry.rule, "expired")
        elif entry.item is not None and not _exists(case, entry.rule, entry.item, items):
            yield Hit(
                ("accepted", number),
                {"rule": Code(entry.rule), "item": Name(entry.item)},
                entry.rule,
                "no-item",
            )


def _exists(case: AcceptedCase, rule: str, item: str, items: AbstractSet[str]) -> bool:
    """Whether what an entry names is there: for program-lead-overloaded it is a lead."""
    return folded(item) in case.leads if rule == "program-lead-overloaded" else item in items


def _assignment_items(assignment: Assignment) -> AbstractSet[str]:
    """What an entry of an assignment may name: its trials, benefits, roadmap, dependencies, and the steps."""
    trials = {trial.id for trial in assignment.trials}
    benefits = {benefit.id for benefit in assignment.benefits}
    items = {item.id for item in assignment.roadmap}
    return trials | benefits | items | {*assignment.depends_on, *STEPS}


def _program_items(program: Program) -> AbstractSet[str]:
    """What an entry of ``program.yaml`` may name: departments, goals, and the programme itself."""
    return {department.id for department in program.departments} | {goal.id for goal in program.goals} | {PROGRAM.id}
