"""Which fields may stand together: what a model can't say of one field alone."""

from collections.abc import Iterable, Iterator, Mapping

from staircase.core.finding import Finding
from staircase.core.misfit import Reading, missing
from staircase.core.model.assignment import Accepted, Assignment
from staircase.core.model.program import Program
from staircase.core.rules.names import ERRORS, NEVER_ACCEPTED
from staircase.core.source import AtKey, KeyPath
from staircase.core.term import Code, Name, Term

NOT_ENABLING = ("journey", "trials", "benefits", "shown", "roadmap")
"""What the steps are made of; enabling assignments run beside them."""

Identified = tuple[str, KeyPath]


def assignment_absences(reading: Reading) -> Iterator[Finding]:
    """Give what an assignment's file lacks that only an enabling one may lack, even if it has other faults."""
    if reading.data.get("kind") != "enabling" and "department" not in reading.data:
        yield missing(reading, ("department",))


def program_absences(reading: Reading) -> Iterator[Finding]:
    """Give what ``program.yaml`` lacks although the key is there, even if it has other faults."""
    if reading.data.get("departments") == []:
        yield missing(reading, ("departments",))


def assignment_combinations(reading: Reading, assignment: Assignment) -> Iterator[Finding]:
    """Give what does not go together in an assignment's file."""
    if assignment.kind == "enabling":
        for key in NOT_ENABLING:
            if reading.data.get(key):
                yield _invalid(reading, AtKey((key,)), {"key": Code(key)}, "not-enabling")
    if assignment.completed and assignment.stopped:
        later = [key for key in reading.data if key in {"completed", "stopped"}][-1]
        yield _invalid(reading, AtKey((later,)), {"key": Code(later)}, "both-endings")
    yield from _repeated_ids(reading, _ids(assignment))
    for number, item in enumerate(assignment.roadmap):
        if item.to and not item.from_:
            yield _invalid(reading, ("roadmap", number, "to"), {"item": Name(item.id)}, "to-without-from")
    yield from _accepted(reading, assignment.accepted)


def program_combinations(reading: Reading, program: Program) -> Iterator[Finding]:
    """Give what does not go together in ``program.yaml``."""
    for family in ("departments", "goals", "documents"):
        ids = ((part.id, (family, number, "id")) for number, part in enumerate(getattr(program, family)))
        yield from _repeated_ids(reading, ids)
    for rule in program.rules:
        if rule in ERRORS:
            yield _invalid(reading, AtKey(("rules", rule)), {"rule": Code(rule)}, "error-rule")
    yield from _accepted(reading, program.accepted)


def _ids(assignment: Assignment) -> Iterator[Identified]:
    for family in ("trials", "benefits", "roadmap"):
        for number, part in enumerate(getattr(assignment, family)):
            yield part.id, (family, number, "id")


def _repeated_ids(reading: Reading, ids: Iterable[Identified]) -> Iterator[Finding]:
    first: dict[str, KeyPath] = {}
    for name, path in ids:
        if name in first:
            line = reading.source.span(first[name]).line
            yield _invalid(reading, path, {"id": Name(name), "line": line}, "repeated-id")
        first.setdefault(name, path)


def _accepted(reading: Reading, entries: Iterable[Accepted]) -> Iterator[Finding]:
    for number, entry in enumerate(entries):
        if entry.rule in ERRORS or entry.rule in NEVER_ACCEPTED:
            reason = "error-accepted" if entry.rule in ERRORS else "never-accepted"
            yield _invalid(reading, ("accepted", number, "rule"), {"rule": Code(entry.rule)}, reason)


def _invalid(reading: Reading, where: KeyPath | AtKey, params: Mapping[str, Term], reason: str) -> Finding:
    return reading.finding("field-invalid", where, params, reason)
