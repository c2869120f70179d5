"""What comes out of twelve realistic pull requests begins with what a wise reviewer would say first.

``pulls.txt`` has what comes out, below what was written by hand: ``python -m tests.cli.redraw`` writes it anew.
"""

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from staircase.core.comparison.block import blocks, counts, headline
from staircase.core.comparison.change import Change, whole
from staircase.core.comparison.difference import changes
from staircase.words.speech import words
from tests.core.build import assessed
from tests.core.comparison.pulls import PULLS, Pull

AGREED = Path(__file__).parent / "pulls.txt"
ENGLISH = words("en")


def told() -> str:
    """What comes out of every pull request, below what was written by hand."""
    return "\n".join("\n".join((f"# {pull.name}", "", *_lines(pull), "")) for pull in PULLS)


def _lines(pull: Pull) -> Iterator[str]:
    before, after = assessed(**pull.base), assessed(**pull.after)
    found = changes(before, after)
    yield from (f"> {line}" for line in dedent(pull.by_hand).strip().splitlines())
    yield from ("", ENGLISH.say(headline(counts(found))), "")
    for block in blocks(found):
        title = ENGLISH.say(block.title)
        yield from (f"- {title}: {event.direction}: {ENGLISH.say(event.message)}" for event in block.events)
    yield from map(ENGLISH.say, whole(before, after).lines)


def _changes(pull: Pull) -> tuple[Change, ...]:
    return changes(assessed(**pull.base), assessed(**pull.after))


def test_what_comes_out_is_what_was_agreed() -> None:
    assert told() == AGREED.read_text("utf-8")


@pytest.mark.parametrize("pull", PULLS, ids=lambda pull: pull.name)
def test_first_comes_what_a_wise_reviewer_would_say_first(pull: Pull) -> None:
    block = blocks(_changes(pull))[0]

    assert (block.subjects[0].id, block.events[0].first.kind) == pull.first
    assert len(PULLS) == 12


@pytest.mark.parametrize("pull", PULLS, ids=lambda pull: pull.name)
def test_every_row_is_counted_in_the_headline_or_stands_under_another(pull: Pull) -> None:
    found = _changes(pull)

    assert sum(counts(found).values()) == sum(one.kind != "finding-gone" for one in found)
