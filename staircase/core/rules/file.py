"""A file as it is written: text cut short, no assignment at all, and ``accepted`` that accepts nothing. Gaps."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from staircase.core.choices import STEPS
from staircase.core.finding import PROGRAM
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.rules.rule import AcceptedCase, Hit
from staircase.core.rules.table import GAPS
from staircase.core.suggest import folded
from staircase.core.term import Code, Name, Terms, file_name
from staircase.core.yaml.source import KeyPath, Source

FREE_TEXT = frozenset(
    {
        "area", "basis", "decided_by", "decision", "forum", "how", "lead", "learned", "manager", "name",
        "organisation", "owner", "realisation", "reference", "source", "title", "together", "what", "why",
    }
)  # fmt: skip
"""The keys whose values a person writes; tags and units are not free text, and ``baseline.how`` is a choice."""


def text_cut(source: Source) -> Iterator[Hit]:
    """In a field of free text: plain text followed on its line by `` #`` and a character other than a blank.

    Or a plain value whose first and last characters are typographic quotes, with none between.
    """
    for reason, paths in (("comment", source.cuts), ("quotes", source.quoted)):
        for path in paths:
            if _is_free_text(path):
                yield Hit(path, {"key": Code(spelled(path))}, spelled(path), reason)


def ignored(path: str) -> Iterator[Hit]:
    """A file under ``assignments/``, not hidden, that is not .yaml or .yml in any case."""
    yield Hit((), {"path": file_name(path)}, path)


def spelled(path: KeyPath) -> str:
    """Spell a key path as people do: ``trials[0].title``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def _is_free_text(path: KeyPath) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    return bool(keys) and keys[-1] in FREE_TEXT and keys[-2:] != ["baseline", "how"]


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
