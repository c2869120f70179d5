"""JSON Schema 2020-12 of the files, made from the models, and of each report's JSON, made from its fields.

That of a file says to editors what a schema can say: dates in order, ids that exist and doubtful dots are for
``staircase check``. Ids are offered as examples, never enforced: a list would go stale with the next file.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from inspect import get_annotations
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from staircase.core.model.assignment import NOT_ENABLING, Assignment, Earlier, RoadmapItem
from staircase.core.model.program import Department, Program
from staircase.core.portfolio import Portfolio
from staircase.core.reports.outline import Each, Field, Outline
from staircase.core.rules.table import ERRORS, GAPS, NEVER_ACCEPTED

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

OFFERED: Mapping[str, str] = MappingProxyType(
    {
        "Assignment.department": "departments",
        "Assignment.depends_on": "assignments",
        "Assignment.goals": "goals",
        "Assignment.lead": "leads",
        "Assignment.tags": "tags",
        "Accepted.rule": "rules",
        "Benefit.owner": "owners",
        "Benefit.part_of": "benefits",
        "Department.became": "departments",
        "Document.department": "departments",
        "RoadmapItem.anchored_in": "documents",
        "RoadmapItem.based_on": "trials",
        "RoadmapItem.became": "assignments",
        "RoadmapItem.department": "departments",
        "RoadmapItem.goals": "goals",
        "RoadmapItem.owner": "owners",
        "TakenHome.document": "documents",
    }
)
"""The fields for which the portfolio has words of its own, each with the kind of them."""

_REFUSED: Mapping[str, Sequence[str]] = MappingProxyType(
    {"Program.rules": list(ERRORS), "Accepted.rule": [*ERRORS, *sorted(NEVER_ACCEPTED - set(ERRORS))]}
)
"""The rules that can't be set, and those that can't be accepted."""

_NULL: Schema = {"if": {"type": "null"}, "else": False}
"""Nothing, which is as if the key were absent; in words that editors make no offer of."""

_NOT_NULL: Schema = {"not": {"type": "null"}}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the fields are called and explained by, in one language.

    Attributes:
        described: what a field is, by its name: ``Benefit.owner``.
        examples: what a text may be, by the field's name.
        choices: what a choice means, by itself.
    """

    described: Callable[[str, str], str]
    examples: Mapping[str, str]
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SchemaWriter:
    """What every part of a schema is written with: the words of a language, and the portfolio's own.

    Attributes:
        lexicon: the words of the language.
        offered: the portfolio's own words by their kind: ``departments``, ``goals``.
    """

    lexicon: Lexicon
    offered: Mapping[str, Sequence[str]]

    def assignment(self) -> Schema:
        """The schema of an assignment's file."""
        whole = self._top("assignment", Assignment)
        department = whole["properties"]["department"]
        required = {**department, "anyOf": department["anyOf"][:-1], "minItems": 1}
        whole["if"] = {"not": {"required": ["kind"], "properties": {"kind": {"const": "enabling"}}}}
        whole["then"] = {"required": ["department"], "properties": {"department": required}}
        whole["else"] = {"properties": {key: {"maxItems": 0} for key in NOT_ENABLING}}
        ended = ["completed", "stopped"]
        whole["not"] = {"required": ended, "properties": dict.fromkeys(ended, _NOT_NULL)}
        return whole

    def program(self) -> Schema:
        """The schema of ``program.yaml``."""
        whole = self._top("program", Program)
        whole["properties"]["departments"]["minItems"] = 1
        whole["properties"]["format"] |= {"type": ["integer", "string"], "enum": [1, "1"]}
        return whole

    def _top(self, name: str, model: type[BaseModel]) -> Schema:
        whole = self._object(model)
        whole["properties"]["$schema"] = {}
        return {"$schema": DIALECT, "title": self.lexicon.described(name, ""), "type": "object", **whole}

    def _object(self, model: type[BaseModel]) -> Schema:
        """A mapping: the keys of the model, and those of the user's own."""
        hints = get_type_hints(model, include_extras=True)
        fields = [(name, field.alias or name, field) for name, field in model.model_fields.items()]
        properties = {key: self._field(_named(model, name), hints[name], field) for name, key, field in fields}
        schema: Schema = {
            "properties": properties,
            "required": [key for _, key, field in fields if field.is_required()],
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
        }
        if model is RoadmapItem:
            schema["not"] = _without("from", "to")
        if model is Department:
            schema["not"] = _without("to", "became")
        if issubclass(model, Earlier):
            decided = [key for name, key, _ in fields if name not in Earlier.model_fields]
            schema["not"] = {"properties": {key: {"type": "null"} for key in decided}}
        return schema

    def _field(self, name: str, hint: object, field: FieldInfo) -> Schema:
        """A field: what its values may be, what it is for, and what to write."""
        schema = self._kind(_plain(hint), name, or_null=not field.is_required())
        schema = {"description": self.lexicon.described(name, field.description or ""), **schema}
        if name == "Program.rules":
            schema["properties"] = dict.fromkeys(GAPS, schema["additionalProperties"])
            schema["propertyNames"] = {"not": {"enum": list(_REFUSED[name])}}
        elif name in _REFUSED:
            schema["not"] = {"enum": list(_REFUSED[name])}
        if isinstance(field.default, str):
            schema["default"] = field.default
        if "if" in schema and not schema.keys() & {"items", "properties"}:
            schema["anyOf"] = [{}]  # what yaml-language-server goes by: else it writes keys without a colon
        if "items" in schema and "properties" in schema["items"]:
            schema["items"]["defaultSnippets"] = [_snippet(name, schema)]
        return schema

    def _kind(self, hint: Any, name: str, *, or_null: bool = False) -> Schema:  # noqa: ANN401 - annotations have no common type
        """What values of a type may be, and whether they may also be there without any: as if they were absent."""
        own = next((one.json_schema for one in _about(hint) if isinstance(one, WithJsonSchema)), None)
        if own:
            rest = {key: value for key, value in own.items() if key != "type"}
            return {**_typed(own["type"], or_null=or_null), **rest, **self._offers(name)}
        kind = get_args(hint)[0] if get_origin(hint) is Annotated else hint
        match get_origin(kind):
            case origin if origin is Literal:
                options = list(get_args(kind))
                meanings = [self.lexicon.choices.get(option, option) for option in options]
                choice: Schema = {"type": "string", "enum": options, "enumDescriptions": meanings}
                return {"anyOf": [choice, _NULL]} if or_null else choice
            case origin if origin is tuple:
                items = self._kind(_plain(get_args(kind)[0]), name)
                if not _about(hint):
                    return {"items": items, **_typed("array", or_null=or_null)}
                several: Schema = {"type": "array", "items": items, "uniqueItems": True}
                return {"anyOf": [items, several, *([_NULL] if or_null else [])]}
            case origin if origin is dict:
                values = self._kind(get_args(kind)[1], name, or_null=True)
                return {"additionalProperties": values, **_typed("object", or_null=or_null)}
            case _:
                return {**self._object(kind), **_typed("object", or_null=or_null)}

    def _offers(self, name: str) -> Schema:
        name = name.replace("EarlierItem", "RoadmapItem").replace("EarlierA", "A").replace("EarlierB", "B")
        own = self.offered.get(OFFERED.get(name, ""), ())
        example = self.lexicon.examples.get(name)
        examples = list(own) or ([example] if example else [])
        return {"examples": examples} if examples else {}


def _without(key: str, needing: str) -> Schema:
    """A mapping that has a key, and not the one which that needs."""
    is_there = {"not": {"anyOf": [{"type": "null"}, {"maxItems": 0, "type": "array"}]}}
    return {"required": [needing], "properties": {needing: is_there, key: {"type": "null"}}}


def _typed(kinds: str | Sequence[str], *, or_null: bool) -> Schema:
    """Of which kinds values may be; ``true`` and nothing stand where editors find no offer to make of them."""
    several = [kinds] if isinstance(kinds, str) else kinds
    unoffered = [kind for kind in several if kind == "boolean"] + (["null"] if or_null else [])
    if not unoffered:
        return {"type": kinds}
    return {"if": {"type": unoffered}, "else": {"type": [kind for kind in several if kind not in unoffered]}}


def field_names(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo, bool]]:
    """Each field of a model and of all that stands in it, with whether it is text."""
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        inner = _innermost(hints[name])
        is_part = isinstance(inner, type) and issubclass(inner, BaseModel)
        yield _named(model, name), field, _is_text(inner)
        if is_part:
            yield from field_names(inner)


def options_of(models: Iterable[type[BaseModel]]) -> frozenset[str]:
    """Every choice that a field of the models has."""
    found: set[str] = set()
    for model in models:
        hints = get_type_hints(model, include_extras=True)
        for name in model.model_fields:
            inner = _innermost(hints[name])
            if get_origin(inner) is Literal:
                found.update(get_args(inner))
            elif isinstance(inner, type) and issubclass(inner, BaseModel):
                found |= options_of([inner])
    return frozenset(found)


def _is_text(inner: Any) -> bool:  # noqa: ANN401 - as above
    schemas = [one.json_schema for one in _about(inner) if isinstance(one, WithJsonSchema)]
    return any(schema and "number" in schema.get("type", "") and "maxLength" in schema for schema in schemas)


def _innermost(hint: object) -> Any:  # noqa: ANN401 - as above
    """The type of a field's values, or of the items of its list."""
    kind = _plain(hint)
    while not any(isinstance(one, WithJsonSchema) for one in _about(kind)):
        bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
        if get_origin(bare) is tuple:
            kind = _plain(get_args(bare)[0])
        elif get_origin(bare) is dict:
            kind = get_args(bare)[1]
        else:
            return bare
    return kind


def _plain(hint: object) -> Any:  # noqa: ANN401 - as above
    """A type without the ``None`` of its absence."""
    parts = [part for part in get_args(hint) if part is not type(None)]
    return parts[0] if type(None) in get_args(hint) else hint


def _about(hint: object) -> Sequence[object]:
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()


def _named(model: type[BaseModel], name: str) -> str:
    """A field by the class that declares it: ``Benefit.owner``."""
    owner = next(each for each in model.__mro__ if name in get_annotations(each))
    return f"{owner.__name__}.{name.removesuffix('_')}"


def _snippet(name: str, schema: Schema) -> Schema:
    """An item of a list to fill in: its required keys."""
    items = schema["items"]
    body = {
        key: f"${{{number}:{_first_example(items['properties'][key])}}}"
        for number, key in enumerate(items["required"] or list(items["properties"])[:1], 1)
    }
    return {"label": name.rpartition(".")[2], "description": schema["description"], "body": body}


def _first_example(schema: Schema) -> str:
    found = schema.get("examples") or schema.get("enum") or [""]
    return str(found[0])


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
        from staircase.core import log, review  # noqa: PLC0415 - only these compare

        before = log.COMMIT_FIELDS if name == "log" else ()
        return _document(name, [*before, *review.CHANGE_FIELDS], described, {"type": "object"})
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
