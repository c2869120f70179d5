"""Text that YAML cut at a number sign, and text in quotes that are none to YAML."""

import re
from typing import Any

import yaml

from tests.oracle.gaps import Hits
from tests.oracle.plain import LOADER

FREE_TEXT = (
    "title",
    "lead",
    "why",
    "learned",
    "owner",
    "name",
    "organisation",
    "realisation",
    "how",
    "manager",
    "what",
    "area",
    "source",
    "basis",
    "forum",
    "decision",
    "decided_by",
    "reference",
    "together",
)
QUOTES = "“”„«»‘’"


def cut_texts(text: str) -> Hits:
    """The key path of each free text that is cut, or that stands in typographic quotes."""
    for path, key, node in _scalars(yaml.compose(text, Loader=LOADER), "", ""):
        if key not in FREE_TEXT or node.style:
            continue
        rest = text[node.end_mark.index :].partition("\n")[0]
        quoted = len(node.value) > 1 and node.value[0] in QUOTES and node.value[-1] in QUOTES
        if re.match(r"\s+#\S", rest) or (quoted and not set(node.value[1:-1]) & set(QUOTES)):
            yield "text-cut", path


def _scalars(node: Any, path: str, key: str) -> list[tuple[str, str, Any]]:  # noqa: ANN401 - raw YAML nodes
    if isinstance(node, yaml.MappingNode):
        found = []
        for name, value in node.value:
            inside = f"{path}.{name.value}" if path else name.value
            # `how` of a baseline is a choice, no free text
            free = "" if (name.value, key) == ("how", "baseline") else name.value
            found += _scalars(value, inside, free)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [one for number, item in enumerate(node.value) for one in _scalars(item, f"{path}[{number}]", key)]
    return [(path, key, node)]
