"""The format as JSON Schema 2020-12, made from the models: for editors, and for other programs that check files.

It says what a schema can say. What it can't (dates in order, ids that exist, numbers with a doubtful dot) is for
``staircase check``. Ids are offered as examples, never enforced: a list of choices would go stale with the next file.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from inspect import get_annotations
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from staircase.core.model.assignment import NOT_ENABLING, Assignment, Earlier, RoadmapItem
from staircase.core.model.program import Department, Program

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
        gap_rules: the rules whose severity a programme may set.
        refused: words that a field does not take, by the field's name.
    """

    lexicon: Lexicon
    offered: Mapping[str, Sequence[str]]
    gap_rules: Collection[str]
    refused: Mapping[str, Collection[str]]

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
            schema["properties"] = dict.fromkeys(self.gap_rules, schema["additionalProperties"])
            schema["propertyNames"] = {"not": {"enum": list(self.refused[name])}}
        elif name in self.refused:
            schema["not"] = {"enum": list(self.refused[name])}
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
