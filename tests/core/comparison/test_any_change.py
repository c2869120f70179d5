"""Whatever changes, between portfolios of chance: what is counted is what is told, and each side's sums are its own."""

import re
from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from staircase.core.assess import Assessment
from staircase.core.comparison import compare
from staircase.core.comparison.block import counts
from staircase.core.comparison.change import Change, whole
from staircase.core.comparison.difference import changes
from staircase.core.comparison.kinds import KINDS
from staircase.core.review import Review, review
from staircase.core.term import Name, Said, Term, Word
from tests.cli.test_one_comparison import accepting, broken
from tests.oracle.generate import portfolio
from tests.test_symmetry import assessed, edited

pytestmark = pytest.mark.no_cover

SEEDS = st.integers(0, 3000)
NUMBERS = {f"number.{number}": number for number in range(1, 13)}


def renamed(texts: dict[str, str | None], chance: Random) -> dict[str, str | None]:
    """Give benefits, trials and items of some files other ids, with all that names them there."""
    told = dict(texts)
    for path, text in texts.items():
        if text and path.startswith("assignments/") and chance.random() < 0.4:
            told[path] = re.sub(r"\b([tbr]\d+)\b", rf"{chance.choice('xyz')}\1", text)
    return told


def sides(seed: int) -> tuple[Assessment, Assessment]:
    """A portfolio, and what edits, renamings, breaks and acceptances of chance make of it."""
    one, chance = portfolio(seed), Random(seed)  # noqa: S311 - a seeded generator of tests
    before = broken(one.texts, chance) if chance.random() < 0.4 else one.texts
    after = accepting(broken(renamed(edited(one, chance), chance), chance), one.t, chance)
    return assessed(before, one), assessed(after, one)


def reviewed(seed: int) -> Review:
    return review(*sides(seed), Name("base"), Name("head"))


def said(term: Term) -> Iterator[int]:
    """The numbers that a headline says."""
    if not isinstance(term, Said):
        return
    if term.key.endswith((".one", ".one.first")):
        yield 1
    number = term.terms.get("count")
    if number is not None:
        yield NUMBERS[number.key.removesuffix(".first")] if isinstance(number, Word) else int(str(number))
    for inner in term.terms.values():
        yield from said(inner)


@given(SEEDS)
def test_a_headline_counts_every_row_that_stands_under_no_other(seed: int) -> None:
    found = reviewed(seed)

    rows = [one for one in found.changes if one.kind != "finding-gone"]
    assert sum(said(found.headline)) == sum(counts(found.changes).values()) == len(rows)


@given(SEEDS)
def test_what_the_check_says_is_what_the_rows_are(seed: int) -> None:
    before, after = sides(seed)
    found, gate = review(before, after, Name("base"), Name("head")), compare(before, after)

    rows = Counter(one.kind for one in found.changes)
    told = {
        "new": rows["finding-new"] + rows["finding-asked"],
        "fixed": rows["finding-fixed"],
        "accepted": rows["finding-accepted"],
    }
    assert {key: found.check[key] for key in told} == told
    assert (told["new"], told["fixed"], rows["finding-gone"]) == (len(gate.new), len(gate.fixed), len(gate.gone))
    assert found.check["carried"] == gate.novelties.count("carried")


@given(SEEDS)
def test_the_sums_of_a_side_do_not_depend_on_what_it_is_compared_with(seed: int) -> None:
    before, after = sides(seed)

    both = whole(before, after)

    assert (both.before, both.after) == (whole(before, before).before, whole(after, after).after)


@given(SEEDS)
def test_every_row_is_told_once_and_what_follows_under_its_cause(seed: int) -> None:
    found = reviewed(seed)

    told: list[Change] = [
        one for block in found.blocks for event in block.events for one in (*event.changes, *event.effects)
    ]
    folded = [event for block in found.blocks for event in block.events if len(event.changes) > 1]
    hidden = sum(one.cause in event.changes[1:] for event in folded for one in found.changes if one.cause)
    assert len(set(map(id, told))) == len(told) == len(found.changes) - hidden
    assert {one.kind for one in told} <= set(KINDS)


ENTRY = re.compile(r"id: ([tbr])(\d+)\n  title: (\w+)")


@given(SEEDS)
def test_ids_alone_that_changed_are_all_that_is_told(seed: int) -> None:
    one = portfolio(seed)
    titled = {path: text and ENTRY.sub(r"id: \1\2\n  title: \3 \2", text) for path, text in one.texts.items()}
    named = {path: text and re.sub(r"\b([tbr]\d+)\b", r"x\1", text) for path, text in titled.items()}
    before, after = assessed(titled, one), assessed(named, one)
    assume(not before.portfolio.unreadable)
    assume(not any(finding.rule == "reference-unknown" for finding in before.findings))

    assert {one.kind for one in changes(before, after)} <= {"id-changed"}
