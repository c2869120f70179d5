"""Nothing that a file says can change in silence: each value, taken away or altered, is told of by some kind."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest
import yaml

from staircase.core.comparison.change import NOTHING, Change
from staircase.core.comparison.difference import changes
from staircase.core.comparison.kinds import KINDS
from staircase.core.term import Said
from staircase.words.speech import words
from tests.core.build import assessed
from tests.core.comparison.build import IT, PROGRAM, it, programme, told
from tests.oracle.plain import read

Path = tuple[str | int, ...]
DATA: Any = read(IT)


def values(data: Any, path: Path = ()) -> list[Path]:  # noqa: ANN401 - raw YAML data
    """Give the place of every value."""
    if isinstance(data, dict):
        return [found for key in data for found in values(data[key], (*path, key))]
    if isinstance(data, list):
        return [found for number, one in enumerate(data) for found in values(one, (*path, number))]
    return [path]


def altered(path: Path) -> str:
    """Write the assignment with another value in a place, of the same sort."""
    data: Any = read(IT)
    *above, last = path
    inner = data
    for key in above:
        inner = inner[key]
    value = inner[last]
    others = {"explore": "roadmap", "benefits": "embed", "worked": "mixed", "quality": "cash", "cash": "quality"}
    if value in others:
        inner[last] = others[value]
    elif value[:2] == "20":
        inner[last] = value.replace("2026", "2025")
    else:
        inner[last] = f"{value}1" if value.isdecimal() else f"{value}x"
    return str(yaml.safe_dump(data, sort_keys=False))


@pytest.mark.parametrize("path", values(DATA), ids=lambda path: ".".join(map(str, path)))
def test_a_value_that_is_altered_is_told_of(path: Path) -> None:
    after = assessed(PROGRAM, it=altered(path))

    assert after.portfolio.unreadable == ()
    assert told(it(), after) != []


@cache
def there_and_back() -> Sequence[Change]:
    """What is told of every value that is altered, and of some of the programme's."""
    afters = [assessed(PROGRAM, it=altered(path)) for path in values(DATA)]
    afters.append(programme(("at_once: 20", "at_once: 2"), ("name: Care", "name: Caring"), ("note", "error")))
    return [change for after in afters for change in (*changes(it(), after), *changes(after, it()))]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_kind_of_change_is_said_whole(language: Any) -> None:  # noqa: ANN401 - a language's literal
    catalogue = words(language)
    sentences = [catalogue.say(change.message) for change in there_and_back()]

    assert [sentence for sentence in sentences if "{" in sentence] == []
    assert {kind for kind in KINDS if not catalogue.has(f"change.{kind}")} == set()
    assert catalogue.say(Said("change.other", {"key": NOTHING, "before": NOTHING, "after": NOTHING}))
