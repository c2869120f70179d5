"""Parse files in the leanest way, libyaml's events to plain data without any place, and validate them."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
gc.disable()

from yaml._yaml import CParser  # noqa: E402 - the settings come first, as in the program
from yaml.events import (  # noqa: E402 - as above
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from staircase.core.model.assignment import Assignment  # noqa: E402 - as above


def data(text: str) -> Any:  # noqa: ANN401 - whatever the text holds
    """Give what a text holds, every scalar as text."""
    stack: list[Any] = []
    root: list[Any] = []
    holder: Any = root
    key: Any = None
    get: Callable[[], Any] = CParser(text).get_event
    while (event := get()) is not None:
        kind = event.__class__
        if kind is ScalarEvent:
            value = event.value
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            value = {} if kind is MappingStartEvent else []
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            holder, key = stack.pop()
            continue
        else:
            continue
        if holder.__class__ is list:
            holder.append(value)
        elif key is None:
            key = value
            continue
        else:
            holder[key] = value
            key = None
        if kind is not ScalarEvent:
            stack.append((holder, key))
            holder, key = value, None
    return root[0]


if __name__ == "__main__":
    paths = sorted(Path(sys.argv[1]).glob("assignments/*.yaml"))
    kept = [Assignment.model_validate(data(path.read_text(encoding="utf-8"))) for path in paths]
    sys.stdout.write(f"{len(kept)}\n")
    gc.freeze()
