"""A change and its way back: the mirror of one is the other, for portfolios of chance; form alone tells nothing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import Any

import pytest
import yaml

from staircase.core.assess import Assessment, assess
from staircase.core.comparison import compare
from staircase.core.comparison.change import Change
from staircase.core.comparison.difference import changes, changes_of
from staircase.core.listing import governance
from staircase.core.load import load
from staircase.core.source import File
from tests.core.comparison.mirror import mirrored
from tests.oracle.generate import Portfolio, portfolio
from tests.oracle.plain import read

SEEDS = range(30)
MANY = range(1000, 1500)
FREE = {"trials", "benefits", "roadmap", "measurements", "shown", "tags", "together", "goals", "documents"}
"""The lists whose order says nothing, not even to a rule."""


def assessed(texts: dict[str, str | None], like: Portfolio) -> Assessment:
    files = [File(path, None if text is None else text.encode()) for path, text in texts.items()]
    return assess(load(files), like.t, like.today)


def chance_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a seeded generator of tests


def in_another_form(data: Any, chance: Random) -> Any:  # noqa: ANN401 - raw YAML data
    """Give the same data with its keys and its free lists in another order."""
    if isinstance(data, dict):
        keys = chance.sample(list(data), len(data))
        return {key: shuffled(key, in_another_form(data[key], chance), chance) for key in keys}
    return [in_another_form(one, chance) for one in data] if isinstance(data, list) else data


def shuffled(key: str, value: Any, chance: Random) -> Any:  # noqa: ANN401 - raw YAML data
    """Give a free list in another order; of two measurements on one day, which is an error, the first counts."""
    is_free = key in FREE and isinstance(value, list)
    if is_free and key == "measurements" and len({one["date"] for one in value}) < len(value):
        return value
    return chance.sample(value, len(value)) if is_free else value


def rewritten(text: str, chance: Random) -> str:
    """Write a file that can be read anew: every text quoted, with comments, indented and ordered otherwise."""
    try:
        data = read(text)
    except yaml.YAMLError:
        return text
    style = chance.choice(["'", '"'])
    dumped: str = yaml.safe_dump(
        in_another_form(data, chance), default_style=style, sort_keys=False, indent=chance.choice([2, 4, 6])
    )
    return f"# written anew\n{dumped}# and ended\n"


def edited(like: Portfolio, chance: Random) -> dict[str, str | None]:
    """Change values here and there, and lose or copy a file."""
    texts = dict(like.texts)
    for path, text in like.texts.items():
        if text and path.startswith("assignments/") and chance.random() < 0.5:
            lines = text.splitlines()
            at = chance.randrange(len(lines))
            lines[at] = lines[at].replace("2024", "2025").replace("1", "2").replace("care", "school")
            texts[path] = "\n".join(lines) + "\n"
        if path.startswith("assignments/") and chance.random() < 0.1:
            texts[path.replace("/a", "/b")] = texts.pop(path)
    return texts


def symmetric(before: Assessment, after: Assessment) -> bool:
    """Whether the way back is the mirror; of findings only where both sides decide the same and can be read whole.

    What one side has decided judges a change, and what the other has decided judges its way back.
    """
    sides = before.portfolio, after.portfolio
    with_findings = len({repr(governance(side)) for side in sides}) == 1 and not any(side.unreadable for side in sides)
    compared = compare(before, after)
    there = (mirrored(change, compared.names) for change in changes_of(compared))
    return told(there, with_findings=with_findings) == told(changes(after, before), with_findings=with_findings)


def told(found: Iterable[Change], *, with_findings: bool) -> Counter[str]:
    return Counter(repr(plainly(change)) for change in found if with_findings or not is_of_findings(change))


def is_of_findings(change: Change) -> bool:
    """Whether a change is a finding, or an entry that accepts some and that no finding explains."""
    return change.kind.startswith("finding-") or (change.item or "").startswith("accepted")


def plainly(change: Change) -> Change:
    """A change alone: what it asks for is simply new, and what went with its thing is fixed.

    Of a benefit's changes the heaviest tells of the figures, which need not be the heaviest on the way back.
    """
    kind = {"finding-gone": "finding-fixed", "finding-asked": "finding-new"}.get(change.kind, change.kind)
    return replace(change, kind=kind, cause=None, figures=None)


@pytest.mark.parametrize("seed", SEEDS)
def test_between_any_two_portfolios_the_way_back_is_the_mirror(seed: int) -> None:
    one, other = portfolio(seed), portfolio(seed + 5000)

    assert symmetric(assessed(one.texts, one), assessed(other.texts, one))


@pytest.mark.parametrize("seed", SEEDS)
def test_between_a_portfolio_and_its_edit_the_way_back_is_the_mirror(seed: int) -> None:
    one = portfolio(seed)
    other = edited(one, chance_of(seed))

    assert symmetric(assessed(one.texts, one), assessed(other, one))


@pytest.mark.long
@pytest.mark.parametrize("seed", MANY)
def test_the_way_back_is_the_mirror_for_many(seed: int) -> None:
    one, other = portfolio(seed), portfolio(seed + 5000)
    before = assessed(one.texts, one)

    assert symmetric(before, assessed(other.texts, one))
    assert symmetric(before, assessed(edited(one, chance_of(seed)), one))


@pytest.mark.parametrize("seed", SEEDS)
def test_from_a_portfolio_to_itself_there_is_no_change(seed: int) -> None:
    one = portfolio(seed)

    assert changes(assessed(one.texts, one), assessed(one.texts, one)) == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_order_comments_quotes_and_folders_mean_nothing(seed: int) -> None:
    one, chance = portfolio(seed), chance_of(seed)
    texts = {
        path.replace("assignments/a", "assignments/deep/er/a"): text and rewritten(text, chance)
        for path, text in chance.sample(list(one.texts.items()), len(one.texts))
    }

    found = changes(assessed(one.texts, one), assessed(texts, one))

    assert [one for one in found if "text-cut" not in repr(one) and one.kind != "not-compared"] == []
