"""What a model allows at a key path: its keys and its choices, for messages that list them."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from staircase.core.model.value import LINE_LENGTH
from staircase.core.yaml.source import KeyPath


def keys_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys that the mapping at ``path`` may have; empty where there is no such mapping, or any key goes."""
    found = _kind_at(model, path)
    if isinstance(found, type) and issubclass(found, BaseModel):
        return tuple(field.alias or name for name, field in found.model_fields.items())
    return ()


def required_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys that the mapping at ``path`` must have."""
    found = _kind_at(model, path)
    if isinstance(found, type) and issubclass(found, BaseModel):
        return tuple(field.alias or name for name, field in found.model_fields.items() if field.is_required())
    return ()


def keys_within(model: type[BaseModel]) -> Iterator[str]:
    """The keys of a model and of all that stands in it."""
    for name, field in model.model_fields.items():
        yield field.alias or name
        for part in (field.annotation, *get_args(field.annotation)):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from keys_within(part)


def attribute_of(key: str) -> str:
    """What a key of the files is called in the models."""
    return "from_" if key == "from" else key


def choices_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The values that the scalar at ``path`` is to be chosen from; empty where any goes."""
    found = _kind_at(model, path)
    return get_args(found) if get_origin(found) is Literal else ()


def is_text_at(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether a scalar at ``path`` is text: no number, no date, no period and nothing to be chosen."""
    kind = _kind_at(model, path)
    while get_origin(kind) in {tuple, Annotated}:  # one value may stand for a list of one
        kind = get_args(kind)[0]
    return kind is None or kind is str


def is_line_at(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether the text at ``path`` has to be one line."""
    holder = _kind_at(model, path[:-1])
    fields = holder.model_fields.items() if isinstance(holder, type) and issubclass(holder, BaseModel) else ()
    found = next((field for name, field in fields if path[-1] in {name, field.alias}), None)
    if found is None:
        return False
    limits = [
        *found.metadata,
        *(one for part in get_args(found.annotation) for one in getattr(part, "__metadata__", ())),
    ]
    return any(getattr(one, "max_length", None) == LINE_LENGTH for one in limits)


def is_list_at(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether a list of single values stands at ``path``; one value alone may stand for a list of one."""
    kind = _kind_at(model, path)
    kind = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    return get_origin(kind) is tuple and not isinstance(get_args(kind)[0], type(BaseModel))


def _kind_at(model: type[BaseModel], path: KeyPath) -> Any:  # noqa: ANN401 - annotations have no common type
    kind: Any = model
    for key in path:
        kind = _below(kind, key)
        if kind is None:
            return None
    return kind


def _below(kind: Any, key: str | int) -> Any:  # noqa: ANN401 - annotations have no common type
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        for name, field in kind.model_fields.items():
            if key == (field.alias or name):
                return _plain(field.annotation)
        return None
    match get_origin(kind):
        case origin if origin is tuple and isinstance(key, int):
            return _plain(get_args(kind)[0])
        case origin if origin is dict and isinstance(key, str):
            return _plain(get_args(kind)[1])
    return None


def _plain(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no common type
    if get_origin(annotation) in {tuple, dict, Literal} or not get_args(annotation):
        return annotation
    return next(part for part in get_args(annotation) if part is not type(None))
