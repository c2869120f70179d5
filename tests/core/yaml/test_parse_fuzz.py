"""Whatever the text: no exception, places that are there; of ordinary files one answer with and without libyaml."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.finding import PROGRAM, Finding
from staircase.core.source import Span
from staircase.core.yaml import Parsed, Raw, decode, fastest_events, parse, pure_events

SAMPLE = """\
# yaml-language-server: $schema=../assignment.schema.json
title: Keyless home-care visits  # the title
goals: [simple-service, 'it''s']
costs: {one_off: 420000, per_year: }
journey:
  - {step: explore, entered: 2025-09-01}
  - step: explore
    entered: 2026-03-02
    why: a second round,
      with the night team
benefits:
- id: travel-time
  title: "Fewer \\u00e5 hours"
  realisation: |
    Freed hours
    become more

  x-own:
  - ~
"""
PIECES = [
    *"{}[]:,#&*!|>'\"%@`-?~\n\t \r\\<=.xå", ": ", "- ", "\n- ", "\n  ", "<<: ", "x-a: ", "\u00a0", "”", "\u2028",
    "\x85", "\x00", "\ufeff", "\ud800", "---\n", "...\n", "null", "&a ", "*a",
    "!!str ", "\r\n", "%YAML 1.1\n", '"\\ud800"',
]  # fmt: skip


def outcome(parsed: Parsed) -> tuple[object, ...]:
    source = parsed.source
    return parsed.data, parsed.findings, source.nulls, source.cuts


def places_are_there(parsed: Parsed) -> bool:
    lines = parsed.source.text.count("\n") + 1
    spans = [parsed.source.span(finding.where) for finding in parsed.findings]
    spans += [parsed.source.span(null.keys) for null in parsed.source.nulls]
    return all(1 <= span.line <= span.end_line <= lines and span.column >= 1 for span in spans)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Give a valid file with a few pieces put in and a few characters taken out."""
    text = SAMPLE
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", *PIECES])) + text[at + draw(st.integers(0, 3)) :]
    return text


plain_text = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
texts = st.one_of(
    plain_text, st.text("ab '\"#:-{}[],&*!%@`|>?\n\\~é", max_size=12), st.sampled_from(["null", "~", "<<"])
)
keys = plain_text.filter(lambda key: not key.startswith("x-") and key != "$schema")
data = st.recursive(
    texts, lambda below: st.lists(below, max_size=4) | st.dictionaries(keys, below, max_size=4), max_leaves=12
)


def check_any_text(text: str) -> None:
    for events in (fastest_events, pure_events):
        parsed = parse("a.yaml", text, PROGRAM, events)

        assert places_are_there(parsed)
        assert parsed.data is not None or parsed.findings


def check_round_trip(value: dict[str, Raw], *, flow: bool) -> None:
    text = yaml.dump(value, Dumper=yaml.SafeDumper, allow_unicode=True, default_flow_style=flow)
    for events in (fastest_events, pure_events):
        parsed = parse("a.yaml", text, PROGRAM, events)

        assert (parsed.data, parsed.findings) == (value, ())


def check_any_bytes(content: bytes) -> None:
    text = decode("a.yaml", content)

    assert isinstance(text, Finding | str)
    if isinstance(text, str):
        check_any_text(text)
    else:
        assert isinstance(text.where, Span)


@given(mutated())
def test_a_damaged_file_is_read_or_refused(text: str) -> None:
    check_any_text(text)


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_a_heap_of_signs_is_read_or_refused(text: str) -> None:
    check_any_text(text)


@given(st.dictionaries(keys, data, max_size=4), st.booleans())
def test_what_another_writer_of_yaml_writes_is_read_as_it_was(value: dict[str, Raw], flow: bool) -> None:  # noqa: FBT001 - drawn
    check_round_trip(value, flow=flow)


@pytest.mark.no_cover
@pytest.mark.parametrize("end", range(0, len(SAMPLE), 1))
def test_each_prefix_of_a_file_gets_the_same_answer_from_both_parsers(end: int) -> None:
    fast, pure = (parse("a.yaml", SAMPLE[:end], PROGRAM, events) for events in (fastest_events, pure_events))

    assert outcome(fast) == outcome(pure)
    assert places_are_there(fast)


@given(st.binary(max_size=200) | mutated().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_bytes_are_read_or_refused(content: bytes) -> None:
    check_any_bytes(content)


@pytest.mark.slow
@pytest.mark.parametrize("file", sorted((Path(__file__).parent / "broken").glob("*.yaml")), ids=lambda file: file.stem)
def test_each_prefix_of_a_broken_file_is_read_or_refused(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    for end in range(len(text)):
        check_any_text(text[:end])
