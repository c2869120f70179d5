"""Which fields may stand together: what a model can't say of one field alone, also where single fields are wrong."""

from collections.abc import Iterator, Mapping, Sequence

from staircase.core.finding import Finding
from staircase.core.misfit import Fault, Reading, either_number, missing_key
from staircase.core.model.value import has_doubtful_dot
from staircase.core.rules.names import ERRORS, NEVER_ACCEPTED
from staircase.core.term import Code, Term, quoted
from staircase.core.yaml.parse import Raw
from staircase.core.yaml.source import AtKey, KeyPath

NOT_ENABLING = ("journey", "trials", "benefits", "shown", "roadmap")
"""What the steps are made of; enabling assignments run beside them."""

Identified = tuple[str, KeyPath]


def assignment_combinations(reading: Reading) -> Iterator[Fault]:
    """Give what does not go together in an assignment's file."""
    data = reading.data
    if data.get("kind") != "enabling":
        if "department" not in data:
            yield missing_key(reading, ("department",))
    else:
        for key in NOT_ENABLING:
            if data.get(key):
                yield _invalid(reading, AtKey((key,)), {"key": Code(key)}, "not-enabling")
    if "completed" in data and "stopped" in data:
        endings = [key for key in data if key in {"completed", "stopped"}]
        yield _invalid(reading, AtKey((endings[-1],)), {"key": Code(endings[-1])}, "both-endings")
    yield from _repeated_ids(reading, ("trials", "benefits", "roadmap"))
    for number, item in _entries(data.get("roadmap")):
        if "to" in item and "from" not in item:
            name = item.get("id")
            params: dict[str, Term] = {"item": quoted(name if isinstance(name, str) else str(number + 1))}
            yield _invalid(reading, ("roadmap", number, "to"), params, "to-without-from")
    yield from _accepted(reading)


def doubtful_values(reading: Reading) -> Iterator[tuple[str, Finding]]:
    """The values of benefits with a doubtful dot, each with its unit: wrong where that is money a year."""
    for number, benefit in _entries(reading.data.get("benefits")):
        measure = benefit.get("measure")
        unit = measure.get("unit") if isinstance(measure, dict) else None
        if not isinstance(unit, str):
            continue
        parts: list[tuple[KeyPath, Raw | Mapping[str, Raw]]] = [
            ((key,), benefit.get(key)) for key in ("baseline", "target")
        ]
        parts += [(("measurements", place), entry) for place, entry in _entries(benefit.get("measurements"))]
        for keys, part in parts:
            value = part.get("value") if isinstance(part, dict) else None
            if isinstance(value, str) and has_doubtful_dot(value):
                params = {"key": Code("value"), "value": quoted(value), **either_number(value)}
                where = ("benefits", number, *keys, "value")
                yield unit, _invalid(reading, where, params, "thousands-or-decimals").finding()


def program_combinations(reading: Reading) -> Iterator[Fault]:
    """Give what does not go together in ``program.yaml``."""
    if reading.data.get("departments") == []:
        yield missing_key(reading, ("departments",))
    for family in ("departments", "goals", "documents"):
        yield from _repeated_ids(reading, (family,))
    rules = reading.data.get("rules")
    for rule in rules if isinstance(rules, dict) else ():
        if rule in ERRORS:
            yield _invalid(reading, AtKey(("rules", rule)), {"rule": Code(rule)}, "error-rule")
    yield from _accepted(reading)


def _entries(value: Raw) -> list[tuple[int, Mapping[str, Raw]]]:
    """Give the mappings of a list with their positions; what is neither is a finding of its own."""
    if not isinstance(value, list):
        return []
    return [(number, entry) for number, entry in enumerate(value) if isinstance(entry, dict)]


def _ids(data: Mapping[str, Raw], family: str) -> list[Identified]:
    return [
        (name, (family, number, "id"))
        for number, entry in _entries(data.get(family))
        if isinstance(name := entry.get("id"), str)
    ]


def _repeated_ids(reading: Reading, families: Sequence[str]) -> Iterator[Fault]:
    """Give a finding for each id that has stood before in one of the lists."""
    ids = [found for family in families if family in reading.data for found in _ids(reading.data, family)]
    if len(dict(ids)) == len(ids):  # which is nearly always so, and quickly seen
        return
    first: dict[str, KeyPath] = {}
    for name, path in ids:
        if name in first:
            line = reading.source.span(first[name]).line
            yield _invalid(reading, path, {"id": quoted(name), "line": line}, "repeated-id")
        first.setdefault(name, path)


def _accepted(reading: Reading) -> Iterator[Fault]:
    """Give what an ``accepted`` entry names that can't be accepted."""
    for number, entry in _entries(reading.data.get("accepted")):
        rule = entry.get("rule")
        if isinstance(rule, str) and (rule in ERRORS or rule in NEVER_ACCEPTED):
            reason = "error-accepted" if rule in ERRORS else "never-accepted"
            yield _invalid(reading, ("accepted", number, "rule"), {"rule": Code(rule)}, reason)


def _invalid(reading: Reading, where: KeyPath | AtKey, params: Mapping[str, Term], reason: str) -> Fault:
    path = where.keys if isinstance(where, AtKey) else where
    return Fault(path, lambda: reading.finding("field-invalid", where, params, reason))
