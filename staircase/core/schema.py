"""The JSON of each report as JSON Schema, made from its fields; and the portfolio's own words, for editors."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any

from staircase.core.model.assignment import Assignment
from staircase.core.model.schema import DIALECT, Schema
from staircase.core.portfolio import Portfolio
from staircase.core.reports.outline import Each, Field, Outline
from staircase.core.rules.table import ERRORS, GAPS, NEVER_ACCEPTED

FILES = ("assignment", "program")
"""The files that have a schema."""

_OUTLINES: Mapping[str, str] = MappingProxyType(
    {
        "status": "reports.status:STATUS",
        "show": "reports.show:SHOW",
        "departments": "reports.departments:DEPARTMENTS",
        "benefits": "reports.benefits:BENEFITS",
        "roadmap": "reports.roadmap:ROADMAP",
        "gaps": "reports.findings:GAPS",
        "gaps-roadmap": "reports.departments:WAYS",
        "lessons": "reports.lessons:LESSONS",
        "flow": "reports.flow:FLOW",
        "check": "reports.findings:CHECK",
        "import": "sheets.report:IMPORT",
    }
)
_COMPARED = ("diff", "log", "write", "send")
REPORTS = (*_OUTLINES, *_COMPARED)
"""The reports whose JSON has a schema."""

MOST_OFFERED = 500
"""How many words of a kind editors are offered: with more of them a list is no help."""

REFUSED: Mapping[str, Sequence[str]] = MappingProxyType(
    {"Program.rules": list(ERRORS), "Accepted.rule": [*ERRORS, *sorted(NEVER_ACCEPTED - set(ERRORS))]}
)
"""The rules that can't be set, and those that can't be accepted."""

_ANY = ["string", "number", "boolean", "array", "object"]

_NOT_SHOWN: Schema = {
    "type": "object",
    "properties": {"what": {"type": "string"}, "count": {"type": "integer"}, "command": {"type": "string"}},
    "required": ["what", "count", "command"],
    "additionalProperties": False,
}
"""How much of something a report leaves out, and the command that shows it."""

Described = Callable[[str], str]


def report_schema(name: str, described: Described) -> Schema:
    """The schema of a report's JSON; its columns are described by their headings."""
    if name in _COMPARED:
        from staircase.core.review import line, log  # noqa: PLC0415 - only these compare

        before = log.COMMIT_FIELDS if name == "log" else ()
        return _document(name, [*before, *line.CHANGE_FIELDS], described, {"type": "object"})
    module, _, constant = _OUTLINES[name].partition(":")
    outline: Outline[Any, Any] = getattr(import_module(f"staircase.core.{module}"), constant)
    more: Sequence[Field[Any]] = ()
    totals: Mapping[str, Any] = outline.totals
    if name == "check":
        from staircase.core.reports.findings import COMPARED  # noqa: PLC0415 - as above

        more = [field for field in COMPARED.fields if field not in outline.fields]
        totals = COMPARED.totals
    optional = [field.key for field in more] + [key for key in totals if key not in outline.totals]
    return _document(name, [*outline.fields, *more], described, _totals(totals, optional), optional)


def _document(
    name: str, fields: Iterable[Field[Any]], described: Described, totals: Schema, optional: Sequence[str] = ()
) -> Schema:
    columns = {field.key: _column(field, described) for field in fields if field.value}
    row = {
        "type": "object",
        "properties": columns,
        "required": [key for key in columns if key not in optional],
        "additionalProperties": False,
    }
    properties: Schema = {
        "schema": {"const": f"staircase.{name}/1"},
        "as_of": {"type": "string", "format": "date"},
        "program": {"type": ["string", "null"]},
        "rows": {"type": "array", "items": row},
        "totals": totals,
        "unreadable": {"type": "array", "items": {"type": "string"}},
        "not_shown": {"type": "array", "items": _NOT_SHOWN},
    }
    return {
        "$schema": DIALECT,
        "title": f"staircase.{name}/1",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _column(field: Field[Any], described: Described) -> Schema:
    kinds = _ANY if field.json_kind == "any" else [field.json_kind]
    heading = described(field.key)
    return {**({"description": heading} if heading else {}), "type": [*kinds, "null"]}


def _totals(totals: Mapping[str, Any], optional: Sequence[str]) -> Schema:
    properties: Schema = {}
    for key, total in totals.items():
        match total:
            case Each(keys, _):
                properties[key] = _totals({str(each): None for each in keys}, ())
            case Mapping():
                properties[key] = _totals(total, ())
            case _:
                properties[key] = {}
    return {"type": "object", "properties": properties, "required": [key for key in properties if key not in optional]}


def offered(portfolio: Portfolio | None) -> Mapping[str, Sequence[str]]:
    """The words that a portfolio has of each kind, and the rules, which need none."""
    found: dict[str, Iterable[str]] = {"rules": [rule for rule in GAPS if rule not in NEVER_ACCEPTED]}
    if portfolio:
        own = [(name, entry.assignment) for name, entry in portfolio.entries.items()]
        found |= {
            "departments": portfolio.departments,
            "goals": portfolio.goals,
            "documents": portfolio.documents,
            "assignments": portfolio.ids,
            "leads": sorted({one.lead for _, one in own}),
            "tags": sorted({tag for _, one in own for tag in one.tags}),
            "owners": sorted(_owners(one for _, one in own)),
            "trials": [f"{name}/{trial.id}" for name, one in own for trial in one.trials],
            "benefits": [f"{name}/{benefit.id}" for name, one in own for benefit in one.benefits],
        }
    return {kind: list(names)[:MOST_OFFERED] for kind, names in found.items()}


def _owners(assignments: Iterable[Assignment]) -> set[str]:
    """Everybody who owns a benefit or an item of a roadmap."""
    of_benefits = {benefit.owner for one in assignments for benefit in one.benefits if benefit.owner}
    return of_benefits | {item.owner for one in assignments for item in one.roadmap if item.owner}
