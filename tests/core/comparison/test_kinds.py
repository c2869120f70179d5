"""Every kind of change: its row, its word in a headline, its weight, its mirror, and what stands under it.

All of it is agreed in ``kinds.txt``, which ``python -m tests.cli.redraw`` writes anew. Each kind has an example there
that a change of files brings, and whose way back is its mirror: a kind without one is not whole.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from staircase.core.assess import Assessment
from staircase.core.comparison.block import PARTS, blocks, headline
from staircase.core.comparison.change import Change
from staircase.core.comparison.difference import changes
from staircase.core.comparison.kinds import KINDS
from staircase.words.speech import words
from tests.core.build import assessed, assignment
from tests.core.comparison.build import IT, PROGRAM, edited, it, programme
from tests.core.comparison.test_change import ACCEPTS, ADDED, DECLARED, IN_MINUTES, ONE_SIDED

AGREED = Path(__file__).parent / "kinds.txt"
Pair = tuple[Assessment, Assessment]

COMPLETED = ("trials:", "completed: 2026-06-25\ntrials:")
OWNED = ("title: Calm\n", "title: Calm\n    owner: Olle\n")
GAP = "accepted: [{rule: journey-not-together, until: 2027-01-01, why: x}]\n"


def planned(month: int) -> Assessment:
    return assessed(PROGRAM, it=f"title: A\nlead: L\ndepartment: care\nstarted: 2026-0{month}-01\n")


def _elsewhere() -> Iterator[Pair]:
    """Changes of whole files, and what takes edits of both sides."""
    yield assessed(PROGRAM), it()
    yield it(), assessed(PROGRAM, that=IT)
    yield it(), it(("id: calm", "id: peace"))
    yield it(), assessed(PROGRAM, it="title: [")
    yield planned(8), planned(9)
    yield assessed(PROGRAM, it=assignment()), assessed(PROGRAM, it=assignment(kind="enabling"))
    yield it(COMPLETED), it(COMPLETED, ("completed: 2026-06-25", "completed: 2026-06-26"))
    yield it(), it(("05-20}", "05-20}\n      - {value: 50, date: 2026-06-20}"))
    yield it(), it(("unit: hours", "unit: minutes"), ("value: 50", "value: 30"))
    yield it(ACCEPTS), it(ACCEPTS, ("until: 2027-01-01", "until: 2027-06-30"))
    yield it(OWNED), it()
    yield it(), it(("step: benefits, entered: 2026-03-10", "step: roadmap, entered: 2026-03-10"))
    yield it(), it(("  - id: calm\n    title: Calm\n", ""))
    yield assessed(it=assignment(together="")), assessed(it=assignment(GAP, together=""))


def pairs() -> Iterator[Pair]:
    """Both sides of every change that the tests of single edits make, and of what needs more."""
    yield from ((it(edit), it()) for *_, edit in ONE_SIDED)
    yield from ((it(), it(*edits)) for *_, edits in ADDED)
    yield from ((programme(), programme(edit)) for *_, edit in DECLARED)
    yield from _elsewhere()


@cache
def examples() -> dict[str, tuple[Change, tuple[Change, ...]]]:
    """The first change of each kind there and back, with the findings that stand under it."""
    found: dict[str, tuple[Change, tuple[Change, ...]]] = {}
    for before, after in pairs():
        for there in (changes(before, after), changes(after, before)):
            for change in there:
                found.setdefault(change.kind, (change, tuple(one for one in there if one.cause is change)))
    return found


def _lines(kind: str, change: Change, under: tuple[Change, ...]) -> Iterator[str]:
    row = KINDS[kind]
    yield f"{kind}: {row.direction}, weight {row.weight.value} ({row.weight.name.lower()}), back as {row.mirror}"
    for language in (words("en"), words("sv")):
        yield f"  {language.say(change.message)}"
        counted = [language.say(headline(dict.fromkeys(PARTS, 0) | {change.part: number})) for number in (1, 2)]
        yield f"  {' | '.join(counted)}" if change.part else "  (told with its cause)"
    holds = [*["what it asks for"] * row.is_asking, *["what it ends"] * row.is_taking]
    if holds:
        yield f"  under it: {' and '.join(holds)}; {', '.join(one.rule for one in under) or 'nothing here'}"


def told() -> str:
    """The table: the kinds in their order."""
    found = examples()
    return "\n".join("\n".join((*_lines(kind, *found[kind]), "")) for kind in KINDS if kind in found)


def test_every_kind_has_an_example() -> None:
    assert set(KINDS) - set(examples()) == set()


def test_every_kind_is_told_as_agreed() -> None:
    assert told() == AGREED.read_text("utf-8")


def _bare(found: tuple[Change, ...]) -> set[str]:
    """The kinds of changes, without what findings are called for what they follow from."""
    names = {"finding-asked": "finding-new", "finding-gone": "finding-fixed"}
    return {names.get(change.kind, change.kind) for change in found}


@pytest.mark.parametrize("number", range(len([*_elsewhere()])))
def test_what_takes_more_than_an_edit_comes_back_as_its_mirror(number: int) -> None:
    before, after = [*_elsewhere()][number]

    facts = {one.kind for one in changes(before, after) if not one.kind.startswith("finding-")}

    back = {kind for kind in _bare(changes(after, before)) if not kind.startswith("finding-")}
    assert back == {KINDS[kind].mirror for kind in facts}


def test_what_a_kind_asks_for_or_takes_stands_under_it_and_nowhere_else() -> None:
    for before, after in pairs():
        found = changes(before, after)
        effects = [one for block in blocks(found) for event in block.events for one in event.effects]

        assert len(effects) == sum(one.cause is not None for one in found)
        for one in effects:
            assert one.cause is not None
            row = KINDS[one.cause.kind]
            assert (one.kind == "finding-asked" and row.is_asking) or (one.kind == "finding-gone" and row.is_taking)


def test_another_reason_for_an_acceptance_is_a_text() -> None:
    before, after = it(ACCEPTS), it(ACCEPTS, ("why: x}]", "why: y}]"))

    assert [one.kind for one in changes(before, after)] == ["text-changed"]


def test_a_unit_that_all_values_followed_is_one_row_and_one_that_left_some_is_not() -> None:
    before, whole = it(), it(*IN_MINUTES)
    partly = assessed(PROGRAM, it=edited(IT, *IN_MINUTES[:-1]))

    assert [one.kind for one in changes(before, whole)] == ["unit-rescaled"]
    assert {one.kind for one in changes(before, partly)} >= {"unit-converted", "target-changed", "baseline-changed"}
