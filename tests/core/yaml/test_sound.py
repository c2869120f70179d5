"""The fast way of a sound file: it tells what the reader tells, or nothing."""

import threading
from array import array
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.finding import PROGRAM
from staircase.core.yaml import Raw, decode, fastest_events, parse
from staircase.core.yaml.reader import DEPTH, Events
from staircase.core.yaml.sound import LONGEST, Sound, sound
from tests.core.yaml.test_parse_fuzz import PIECES, SAMPLE, data, keys

ROOT = Path(__file__).parents[3]
USUAL = """\
# yaml-language-server: $schema=../assignment.schema.json
title: Keyless home-care visits  # the title
$schema: ../assignment.schema.json
goals: [simple-service, 'it''s']
costs: {one_off: 420000}
journey:
  - {step: explore, entered: 2025-09-01}
  - step: explore
    why: a second round,
      with the night team
  - explore
  - [nulls, "nothing", ~100]
benefits:
- id: travel-time
  realisation: |
    Freed hours
    become more
"""


def own_events(text: str) -> Events:
    """libyaml's events by another name: the reader is made to take them."""
    return fastest_events(text)


def agrees(text: str) -> bool:
    """Whether the fast way tells nothing, or all that the reader tells of the same text."""
    read = parse("a.yaml", text, PROGRAM, own_events)
    fast = parse("a.yaml", text, PROGRAM)
    source = read.source
    assert (fast.data, fast.findings) == (read.data, read.findings)
    assert list(fast.data or ()) == list(read.data or ())
    assert fast.source == source
    found = sound(text) if not (read.findings or source.nulls or source.cuts or source.quoted) else None
    return found is None or found == Sound(read.data or {}, source.tops, source.items)


def test_a_sound_file_is_read_with_where_its_parts_start() -> None:
    found = sound(USUAL)

    assert found is not None
    assert found.data == {
        "title": "Keyless home-care visits",
        "goals": ["simple-service", "it's"],
        "costs": {"one_off": "420000"},
        "journey": [
            {"step": "explore", "entered": "2025-09-01"},
            {"step": "explore", "why": "a second round, with the night team"},
            "explore",
            ["nulls", "nothing", "~100"],
        ],
        "benefits": [{"id": "travel-time", "realisation": "Freed hours\nbecome more\n"}],
    }
    assert [USUAL[top:].split(":", maxsplit=1)[0] for top in found.tops] == [
        "title", "$schema", "goals", "costs", "journey", "benefits",
    ]  # fmt: skip
    assert [(number, USUAL[start:][:5]) for number, start in zip(found.items[::2], found.items[1::2], strict=True)] == [
        (0, "{step"), (1, "step:"), (3, "[null"), (0, "id: t"),
    ]  # fmt: skip
    assert agrees(USUAL)


def test_a_pair_in_a_list_in_brackets_is_no_part() -> None:
    assert sound("a: [b: c]\n") == Sound({"a": [{"b": "c"}]}, array("I", [0]), array("I"))
    assert agrees("a: [b: c]\n")


def test_a_sound_file_in_brackets_has_no_parts() -> None:
    assert sound("{a: [{b: c}]}") == Sound({"a": [{"b": "c"}]}, array("I"), array("I"))
    assert agrees("{a: [{b: c}]}")


@pytest.mark.parametrize(
    "text",
    [
        "", "# a comment\n", "a word", "- a\n- list\n", "a: b\n--- \nc: d\n", "a: [", "a: b: c",
        "a:\n", "a: ''\n", "a: null\n", "a: [~]\n", "{a}", "{~: b}", "? [a]\n: b\n", "? {a: b}\n: c\n", "a: b\na: c\n",
        "a: &b c\n", "a: *b\n", "a: !b c\n", 'a: "\\u0062"\n', "<<: a\n", "x-a: b\n", "a: b\t\n",
        "a: b #c\n", "a: ”b”\n", "a: \ud800\n", f"a: {'b' * LONGEST}\n",
        "[" * (DEPTH + 1) + "]" * (DEPTH + 1), "a: " + "[" * DEPTH + "b" + "]" * DEPTH,
    ],
    ids=lambda text: repr(text[:20]),
)  # fmt: skip
def test_of_what_is_unusual_nothing_is_told(text: str) -> None:
    assert sound(text) is None
    assert agrees(text)


def test_as_deep_as_may_be_is_usual() -> None:
    text = "a: " + "[" * (DEPTH - 1) + "b" + "]" * (DEPTH - 1)

    assert sound(text) is not None
    assert agrees(text)


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? ", "{? ", "a:\n  "], ids=repr)
def test_hostile_depth_ends_it_before_the_stack_does(sign: str) -> None:
    found: list[Sound | None] = []
    before = threading.stack_size(128 * 1024)
    try:
        thread = threading.Thread(target=lambda: found.append(sound((sign * LONGEST)[:LONGEST])))
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()

    assert found == [None]


@pytest.mark.no_cover
def test_it_agrees_with_the_reader_on_every_file_of_the_tests_and_most_of_the_example_are_sound() -> None:
    files = [file for folder in ("tests", "portfolio") for file in sorted((ROOT / folder).rglob("*.yaml"))]
    texts = [text for file in files if isinstance(text := decode(file.name, file.read_bytes()), str)]

    assert [text for text in texts if not agrees(text)] == []
    examples = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "portfolio").rglob("*.yaml"))]
    assert sum(sound(text) is not None for text in examples) > len(examples) / 2


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A file with a few pieces put in and a few characters taken out."""
    text = draw(st.sampled_from([USUAL, SAMPLE]))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", "?", *PIECES])) + text[at + draw(st.integers(0, 3)) :]
    return text


@given(damaged())
def test_it_agrees_with_the_reader_on_a_damaged_file(text: str) -> None:
    assert agrees(text)


@given(st.dictionaries(keys, data, max_size=4), st.booleans())
def test_it_agrees_with_the_reader_on_what_another_writer_writes(value: dict[str, Raw], flow: bool) -> None:  # noqa: FBT001 - drawn
    assert agrees(yaml.dump(value, Dumper=yaml.SafeDumper, allow_unicode=True, default_flow_style=flow))
