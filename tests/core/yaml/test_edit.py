import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staircase.core.model.assignment import Assignment
from staircase.core.source import KeyPath, Source
from staircase.core.yaml import everything
from staircase.core.yaml.edit import Add, Edit, LayoutError, Remove, Set, after, edited, new_text, value_at
from tests.core.generated import assignment
from tests.core.yaml import chance_edits
from tests.core.yaml.chance_edits import TEXTS, as_texts, is_allowed, keeps_the_rest, other_reading
from tests.core.yaml.layouts import Writer
from tests.render.attacks import ATTACKS, HONEST

PORTFOLIO = Path(__file__).parents[3] / "portfolio"
THE_LONG_RUN = 4000


def made(text: str, *edits: Edit, path: str = "assignments/a.yaml") -> str:
    return edited(Source(path, text), edits)


HEAD = "title: A\nlead: B\nstarted: 2026-01-01\n"
JOURNEY = "journey:\n  - {step: explore, entered: 2026-01-01}\n"

TABLE: dict[str, tuple[str, Edit, str]] = {
    "a date beside a comment": (
        "started: 2026-01-01    # the first day\n",
        Set(("started",), "2026-02-01"),
        "started: 2026-02-01    # the first day\n",
    ),
    "a key at its place in the format's order": (
        HEAD + "goals: [a]\n",
        Set(("reviewed",), "2026-03-01"),
        HEAD + "reviewed: 2026-03-01\ngoals: [a]\n",
    ),
    "the first key": ("# a file\nlead: B\n", Set(("title",), "A"), "# a file\ntitle: A\nlead: B\n"),
    "an unknown key": (HEAD, Set(("x-own",), "1"), HEAD + 'x-own: "1"\n'),
    "a section with a blank line, as others have": (
        HEAD + "\n" + JOURNEY,
        Add(("shown",), {"date": "2026-02-01", "forum": "the board"}),
        HEAD + "\n" + JOURNEY + "\nshown:\n  - date: 2026-02-01\n    forum: the board\n",
    ),
    "an item in brackets, as its neighbour": (
        JOURNEY,
        Add(("journey",), {"step": "benefits", "entered": "2026-02-01"}),
        JOURNEY + "  - {step: benefits, entered: 2026-02-01}\n",
    ),
    "an item with words in block, though its neighbour is in brackets": (
        JOURNEY,
        Add(("journey",), {"step": "benefits", "entered": "2026-02-01", "why": "at last"}),
        JOURNEY + "  - step: benefits\n    entered: 2026-02-01\n    why: at last\n",
    ),
    "an item in block, as its neighbours": (
        "journey:\n- step: explore\n  entered: 2026-01-01\n",
        Add(("journey",), {"step": "benefits", "entered": "2026-02-01"}),
        "journey:\n- step: explore\n  entered: 2026-01-01\n- step: benefits\n  entered: 2026-02-01\n",
    ),
    "an item before others": (
        JOURNEY,
        Add(("journey",), {"step": "embed", "entered": "2025-01-01"}, 0),
        "journey:\n  - {step: embed, entered: 2025-01-01}\n  - {step: explore, entered: 2026-01-01}\n",
    ),
    "a comment above the next thing stays with it": (
        JOURNEY + "# what came of it\nshown:\n  - {date: 2026-02-01}\n",
        Add(("journey",), {"step": "embed", "entered": "2026-02-01"}),
        JOURNEY + "  - {step: embed, entered: 2026-02-01}\n# what came of it\nshown:\n  - {date: 2026-02-01}\n",
    ),
    "items parted by blank lines": (
        "goals:\n  - a\n\n  - b\n",
        Add(("goals",), "c"),
        "goals:\n  - a\n\n  - b\n\n  - c\n",
    ),
    "an item within brackets": ("goals: [a, b]  # two\n", Add(("goals",), "c"), "goals: [a, b, c]  # two\n"),
    "the first item within brackets": ("goals: [a, b]\n", Add(("goals",), "c", 0), "goals: [c, a, b]\n"),
    "an item within empty brackets": ("goals: []\n", Add(("goals",), "c"), "goals: [c]\n"),
    "an item under a key without value": ("goals:   # none yet\n", Add(("goals",), "c"), "goals: [c]   # none yet\n"),
    "an item on a new line where the line is long": (
        f"goals: [{'a' * 95}]\n",
        Add(("goals",), "c"),
        f"goals: [{'a' * 95},\n        c]\n",
    ),
    "an item on a line of its own, as its neighbours": (
        "goals: [\n  a,\n  b,  # two\n]\n",
        Add(("goals",), "c"),
        "goals: [\n  a,\n  b,\n  c,  # two\n]\n",
    ),
    "a key within brackets": (
        "costs: {one_off: 5}\n",
        Set(("costs", "per_year"), "7"),
        "costs: {one_off: 5, per_year: 7}\n",
    ),
    "a text within brackets": (
        "shown:\n- {date: 2026-01-01}\n",
        Set(("shown", 0, "forum"), "the board, all of it"),
        'shown:\n- {date: 2026-01-01, forum: "the board, all of it"}\n',
    ),
    "a value for a key within brackets": (
        "costs: {one_off: , per_year: 7}\n",
        Set(("costs", "one_off"), "5"),
        "costs: {one_off: 5 , per_year: 7}\n",
    ),
    "a value for a lone word within brackets": (
        "costs: {one_off, per_year: 7}\n",
        Set(("costs", "one_off"), "5"),
        "costs: {one_off: 5, per_year: 7}\n",
    ),
    "the first key of a file in brackets": ("{}\n", Set(("title",), "A"), "{title: A}\n"),
    "the first key within brackets": ("{lead: B}\n", Set(("title",), "A"), "{title: A, lead: B}\n"),
    "a list in a list": ("x-a:\n- - a\n", Add(("x-a",), ["b"]), "x-a:\n- - a\n- [b]\n"),
    "an item below a list in a list": ("x-a:\n- - a\n- b\n", Add(("x-a", 0), "c"), "x-a:\n- - a\n  - c\n- b\n"),
    "JSON stays JSON": (
        '{"title": "A", "lead": "B"}\n',
        Set(("goals",), ["c"]),
        '{"title": "A", "lead": "B", "goals": ["c"]}\n',
    ),
    "a mapping that was not there": (
        HEAD,
        Set(("costs", "one_off"), "5"),
        HEAD + "costs: {one_off: 5}\n",
    ),
    "nested in the file's own indentation": (
        "benefits:\n    - id: a\n      measure:\n          what: b\n",
        Set(("benefits", 0, "target"), {"value": "5", "by": "2026", "x-why": "a long way"}),
        (
            "benefits:\n    - id: a\n      measure:\n          what: b\n      target:\n          value: 5\n"
            "          by: 2026\n          x-why: a long way\n"
        ),
    ),
    "old quotes where they serve": ("lead: 'B'\n", Set(("lead",), "C's"), "lead: 'C''s'\n"),
    "other quotes where they do not": ("lead: 'B'\n", Set(("lead",), "a\tb"), 'lead: "a\\tb"\n'),
    "a long text in a block, its comment at the head": (
        "realisation: a   # why\nshown: []\n",
        Set(("realisation",), "word " * 25 + "end"),
        (
            "realisation: >-   # why\n"
            "  word word word word word word word word word word word word word word word word word word word\n"
            "  word word word word word word end\nshown: []\n"
        ),
    ),
    "a short text in the place of a block, its comment kept": (
        "learned: |- # why\n  one\n  two\n\nlead: B\n",
        Set(("learned",), "three"),
        "learned: three # why\n\nlead: B\n",
    ),
    "lines and paragraphs": (
        "lead: B\n",
        Set(("lead",), "one\n\n" + "word " * 25 + "end"),
        (
            "lead: >-\n  one\n\n\n"
            "  word word word word word word word word word word word word word word word word word word word\n"
            "  word word word word word word end\n"
        ),
    ),
    "a list in the place of a text": (
        "department: care  # one\nlead: B\n",
        Set(("department",), ["care", "school"]),
        "department: [care, school]  # one\nlead: B\n",
    ),
    "a text in the place of a list in block": (
        "department:  # two\n- care\n- school\nlead: B\n",
        Set(("department",), "care"),
        "department: care  # two\nlead: B\n",
    ),
    "a key with its comment away": (
        HEAD + "live: 2026-02-01  # really\ngoals: [a]\n",
        Remove(("live",)),
        HEAD + "goals: [a]\n",
    ),
    "a section with the blank line that parts it": (
        HEAD + "\n" + JOURNEY + "\ngoals: [a]\n",
        Remove(("journey",)),
        HEAD + "\ngoals: [a]\n",
    ),
    "the last section with the blank line that parts it": (HEAD + "\n" + JOURNEY, Remove(("journey",)), HEAD),
    "a section where only the next one is parted": (
        HEAD + JOURNEY + "\ngoals: [a]\n",
        Remove(("journey",)),
        HEAD + "\ngoals: [a]\n",
    ),
    "a section among lines that stand together": (
        HEAD + "\nlive: 2026-02-01\ngoals: [a]\n\n" + JOURNEY,
        Set(("stopped",), {"date": "2026-02-01", "why": "no need"}),
        HEAD + "\nlive: 2026-02-01\nstopped:\n  date: 2026-02-01\n  why: no need\ngoals: [a]\n\n" + JOURNEY,
    ),
    "the last item takes its key with it": (HEAD + JOURNEY, Remove(("journey", 0)), HEAD),
    "the first key of an item away": (
        "benefits:\n  - id: a\n    title: B\n",
        Remove(("benefits", 0, "id")),
        "benefits:\n  - title: B\n",
    ),
    "the first key of an item away, a comment kept": (
        "benefits:\n  - id: a  # own\n    title: B\n",
        Remove(("benefits", 0, "id")),
        "benefits:\n  -   # own\n    title: B\n",
    ),
    "the first within brackets away": ("goals: [a, b]\n", Remove(("goals", 0)), "goals: [b]\n"),
    "the last within brackets away": ("goals: [a, b]\n", Remove(("goals", 1)), "goals: [a]\n"),
    "the last within brackets over lines away": (
        "goals: [\n  a,  # one\n  b\n]\n",
        Remove(("goals", 1)),
        "goals: [\n  a,  # one\n  \n]\n",
    ),
    "a line within brackets away": ("goals: [\n  a,\n  b\n]\n", Remove(("goals", 0)), "goals: [\n  b\n]\n"),
    "one within brackets away, its comma on the next line": (
        "goals: [a\n  , b]\n",
        Remove(("goals", 0)),
        "goals: [b]\n",
    ),
    "the last line away where none ends the file": ("lead: B\nlive: 2026-02-01", Remove(("live",)), "lead: B"),
    "the last section away where no line break ends the file": (
        HEAD + "\r\ngoals:\r\n- a",
        Remove(("goals",)),
        HEAD.removesuffix("\n"),
    ),
    "a line after the last where none ends the file": (
        "lead: B\r\ntitle: A",
        Set(("live",), "2026-02-01"),
        "lead: B\r\nlive: 2026-02-01\r\ntitle: A",
    ),
    "the neighbour's line break": ("lead: B\r\n", Set(("live",), "2026-02-01"), "lead: B\r\nlive: 2026-02-01\r\n"),
    "the line break of the line above": (
        "title: A\nlead: B\r\n",
        Set(("live",), "2026-02-01"),
        "title: A\nlead: B\r\nlive: 2026-02-01\r\n",
    ),
    "below a blank first line": ("\nlead: B\n", Set(("title",), "A"), "\ntitle: A\nlead: B\n"),
    "the line break of a blank line above the last": (
        "title: A\r\n\nlead: B",
        Set(("live",), "2026-02-01"),
        "title: A\r\n\nlead: B\nlive: 2026-02-01",
    ),
    "away with one of the blank lines around it": ("\ngoals: [a]\n\nlead: B\n", Remove(("goals",)), "\nlead: B\n"),
    "an item as far from its dash as it was": (
        "goals:\n  -   a\n  - b\n",
        Set(("goals", 0), "c"),
        "goals:\n  -   c\n  - b\n",
    ),
    "an item where there was only its dash": ("goals:\n  - a\n  -\n", Set(("goals", 1), "c"), "goals:\n  - a\n  - c\n"),
    "in brackets, after a key that says nothing": (
        "costs: {one_off: }\n",
        Set(("costs", "per_year"), "5"),
        "costs: {one_off: , per_year: 5 }\n",
    ),
    "a text that says nothing": (HEAD, Set(("lead",), ""), HEAD.replace("B", '""')),
    "nothing where it is so already": (HEAD, Set(("lead",), "B"), HEAD),
    "nothing where there is nothing to remove": (HEAD, Remove(("live",)), HEAD),
    "only what differs of a mapping": (
        "costs:\n  one_off: 5   # once\n  per_year: 7\n",
        Set(("costs",), {"one_off": "5", "per_year": "8"}),
        "costs:\n  one_off: 5   # once\n  per_year: 8\n",
    ),
    "only what differs of a list": (
        "goals:\n  - a   # first\n  - b\n  - c\n",
        Set(("goals",), ["a", "d"]),
        "goals:\n  - a   # first\n  - d\n",
    ),
    "away with an empty value": (HEAD + "goals: [a]\n", Set(("goals",), []), HEAD),
    "below a text that keeps its blank lines": (
        "lead: |+\n  B\n\ntitle: A\n",
        Set(("live",), "2026-02-01"),
        "lead: |+\n  B\n\nlive: 2026-02-01\ntitle: A\n",
    ),
    "above a text that ends with the file": (
        "lead: |\n  B",
        Set(("live",), "2026-02-01"),
        "live: 2026-02-01\nlead: |\n  B",
    ),
}


@pytest.mark.parametrize(("text", "edit", "expected"), TABLE.values(), ids=TABLE)
def test_new_lines_look_as_their_neighbours_and_nothing_else_changes(text: str, edit: Edit, expected: str) -> None:
    assert made(text, edit) == expected


@pytest.mark.parametrize("path", [("goals", "a"), ("goals", 1), ("goals", 0, "a"), ("lead", 0), ("gone", "a")], ids=str)
def test_nothing_stands_where_a_path_leads_nowhere(path: KeyPath) -> None:
    assert value_at({"goals": ["a"], "lead": "B"}, path) is None


def test_several_edits_are_made_one_on_the_other() -> None:
    edits = (Add(("goals",), "a"), Add(("goals",), "b"), Set(("lead",), "C"), Remove(("goals", 0)))

    assert made(HEAD, *edits) == HEAD.replace("B", "C") + "goals: [b]\n"


@given(assignment(), st.integers(0, 2**32))
def test_any_edit_in_any_layout_says_what_is_meant_and_keeps_the_rest(data: dict[str, Any], seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - of a seed that hypothesis draws
    data = {**as_written(data), "x-own": {"a": ["b", "c d"]}, "live": None, "tags": []}
    text = Writer(chance).text(data)
    assert everything(text) == data
    refused = 0
    for _ in range(25 if settings().max_examples >= THE_LONG_RUN else 6):  # 100,000 edits in the long run
        edit = chance_edits.edit(chance, data)
        try:
            new = made(text, edit)
        except LayoutError:
            refused += is_allowed(edit)
            continue
        assert everything(new) == after(data, edit)
        assert keeps_the_rest(text, new, data, edit), (edit, text, new)
        if other_reading(text) is not None:
            assert as_texts(other_reading(new)) == as_texts(everything(new))
    assert refused <= 1


@pytest.mark.parametrize("number", range(4))
def test_fewer_than_one_edit_in_a_hundred_is_refused(number: int) -> None:
    chance, refused, tried = Random(number), 0, 0  # noqa: S311 - to be the same in every run
    for _ in range(25):
        data = {**new_data(chance), "x-own": {"a": ["b", "c d"]}}
        text = Writer(chance).text(data)
        for _ in range(10):
            edit = chance_edits.edit(chance, data)
            if is_allowed(edit):
                tried += 1
                try:
                    made(text, edit)
                except LayoutError:
                    refused += 1

    assert tried > 150
    assert refused * 100 < tried


def as_written(data: Any) -> Any:  # noqa: ANN401 - plain data
    """Plain data as a file has it: every scalar is text."""
    if isinstance(data, dict):
        return {key: as_written(value) for key, value in data.items()}
    return [as_written(value) for value in data] if isinstance(data, list) else str(data)


def new_data(chance: Random) -> dict[str, Any]:
    return {
        "title": "Keyless home-care visits",
        "department": chance.choice(["social-care", ["social-care", "schools"]]),
        "lead": "No",
        "started": "2025-09-01",
        "live": None,
        "together": ["care worker", "head of: home care"],
        "costs": {"one_off": "420000"},
        "journey": [
            {"step": "explore", "entered": "2025-09-01"},
            {"step": "benefits", "entered": "2026-01-01", "why": "a, b"},
        ],
        "trials": [{"id": "t", "title": "Ten doors", "started": "2025-09-15", "learned": "Keys cost\nmore time"}],
        "benefits": [
            {
                "id": "b",
                "measure": {"what": "time", "unit": "h"},
                "measurements": [{"value": "1", "date": "2026-01-01"}],
            }
        ],
    }


@pytest.mark.parametrize("path", sorted(PORTFOLIO.rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_edit_of_the_example_portfolio_is_refused(path: Path) -> None:
    text, chance = path.read_text(encoding="utf-8"), Random(path.stem)  # noqa: S311 - to be the same in every run
    data, name = everything(text), path.relative_to(PORTFOLIO).as_posix()
    for _ in range(12):
        edit = chance_edits.edit(chance, data)
        if is_allowed(edit) and not (
            isinstance(edit, Set) and isinstance(edit.value, list) and isinstance(edit.path[-1], int)
        ):
            new = made(text, edit, path=name)

            assert everything(new) == after(data, edit)
            assert keeps_the_rest(text, new, data, edit)


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
@pytest.mark.parametrize(
    "around",
    ["title: A\nlead: B\n", '{"title": "A", "lead": "B"}', "title: 'A'\nlead: [{a: B}]\r\n"],
    ids=["block", "json", "flow"],
)
def test_every_text_arrives_as_that_very_text_or_not_at_all(text: str, around: str) -> None:
    edits = (Set(("title",), text), Add(("together",), text), Add(("shown",), {"date": "2026-01-01", "forum": text}))
    for edit in edits:
        if is_allowed(edit):
            assert everything(made(around, edit)) == after(everything(around), edit)
        else:
            with pytest.raises(LayoutError):
                made(around, edit)


def test_the_table_of_attacks_is_among_the_texts() -> None:
    assert {*ATTACKS.values(), *HONEST.values()} <= {*TEXTS}


@pytest.mark.parametrize(
    ("text", "edit", "line", "to_add"),
    [
        ("title: A\n? lead\n: B\n", Remove(("lead",)), 2, ()),
        ("x-a:\n- - a\n", Add(("x-a", 0), "b", 0), 2, ("- b",)),
        ("benefits:\n- what: |\n    B", Set(("benefits", 0, "x-a"), "b"), 2, ("x-a: b",)),
        ("title: [A\n", Set(("lead",), "C"), 1, ("lead: C",)),
        ("# nothing\n", Add(("goals",), "c"), 1, ("goals: [c]",)),
        ("title: A\n", Remove(("title",)), 1, ()),
        ("title: A\nlead: B\n", Set(("lead",), "a\x1b"), 2, ('lead: "a\x1b"',)),
    ],
    ids=[
        "a complex key",
        "above a list in a list",
        "below a text that ends with the file",
        "no YAML",
        "an empty file",
        "the only key",
        "a character that may not stand there",
    ],
)
def test_what_cannot_be_edited_is_refused_with_the_line_and_what_to_add(
    text: str, edit: Edit, line: int, to_add: tuple[str, ...]
) -> None:
    with pytest.raises(LayoutError) as refused:
        made(text, edit)

    assert (refused.value.line, refused.value.to_add) == (line, to_add)


def test_a_file_with_an_error_is_edited_away_from_it() -> None:
    text = "title: &a A\nlead: B\n"

    assert made(text, Set(("lead",), "C")) == "title: &a A\nlead: C\n"


def test_a_new_file_holds_what_it_is_to_hold() -> None:
    data: Any = {
        "title": "A: b",
        "department": "care",
        "started": "2026-01-01",
        "together": ["a nurse", "a doctor"],
        "journey": [{"step": "explore", "entered": "2026-01-01"}],
        "benefits": [{"id": "a", "title": "It", "measurements": [{"value": "4.5", "date": "2026-02-01"}]}],
    }

    assert new_text(data, Assignment) == (
        'title: "A: b"\ndepartment: care\nstarted: 2026-01-01\ntogether: [a nurse, a doctor]\njourney:\n'
        "  - {step: explore, entered: 2026-01-01}\nbenefits:\n  - id: a\n    title: It\n    measurements:\n"
        "      - {value: 4.5, date: 2026-02-01}\n"
    )


@given(assignment(), st.integers(0, 2**32))
def test_a_file_that_is_json_stays_json(data: dict[str, Any], seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - of a seed that hypothesis draws
    data = {**as_written(data), "tags": []}
    text = json.dumps(data, indent=chance.choice([None, 2]))
    edits = (Set(("started",), "2026-02-01"), Add(("tags",), "a"), Add(("shown",), {"date": "2026-02-01"}))
    for edit in (*edits, Set(("costs",), {"per_year": "4.5"}), chance_edits.edit(chance, data)):
        if is_allowed(edit):
            assert json.loads(made(text, edit), parse_int=str, parse_float=str) == after(data, edit)
