"""The likely real cause of a syntax error, at its own line and column."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from staircase.core.finding import PROGRAM
from staircase.core.term import Code, Name, Term
from staircase.core.yaml import fastest_events, parse, pure_events
from staircase.core.yaml.reader import Events
from staircase.core.yaml.suspect import Reason
from staircase.words.en.errors import TEXTS as ENGLISH
from staircase.words.sv.errors import TEXTS as SWEDISH

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
BACKENDS = pytest.mark.parametrize("events", [fastest_events, pure_events], ids=["fastest", "pure"])
PLACE = re.compile(r"\{(\w+)\}")

Backend = Callable[[str], Events]
Cause = tuple[str, int, int]


def causes(text: str, events: Backend = fastest_events) -> list[Cause]:
    """Parse, and give the reasons of the syntax findings with their places."""
    findings = parse("a.yaml", text, PROGRAM, events).findings
    spans = [finding.where for finding in findings]
    return [
        (finding.reason, getattr(span, "line", 0), getattr(span, "column", 0))
        for finding, span in zip(findings, spans, strict=True)
        if finding.rule == "file-syntax"
    ]


@BACKENDS
@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_each_kind_of_slip_is_named_where_it_was_made(file: Path, events: Backend) -> None:
    text = file.read_text(encoding="utf-8")
    expected = re.match(r"# expect: ([\w-]+) (\d+):(\d+)\n", text)

    assert expected is not None
    assert causes(text, events) == [(expected[1], int(expected[2]), int(expected[3]))]


def test_every_reason_has_a_broken_file_that_shows_it() -> None:
    shown = {causes(file.read_text(encoding="utf-8"))[0][0] for file in BROKEN}

    assert shown == {*get_args(Reason), "forbidden-character"}


@BACKENDS
@pytest.mark.parametrize(
    ("text", "cause"),
    [
        pytest.param("title: “Mirage: OASIS”\n", ("typographic-quote", 1, 8), id="typographic quotes at both ends"),
        pytest.param("a: »b: c«\n", ("typographic-quote", 1, 4), id="Swedish guillemets"),
        pytest.param("a: “\n“#{|  ”[|a: |*:\n", ("typographic-quote", 2, 1), id="a typographic quote before a bracket"),
        pytest.param("a: x\nb: 'y\n", ("unclosed-quote", 2, 4), id="unclosed on the last line"),
        pytest.param("a: [\n  'b',\n  'c\n", ("unclosed-quote", 3, 3), id="unclosed within brackets"),
        pytest.param('a: "b\n  c "d" e"\n', ("quote-inside-quote", 2, 5), id="in a text of two lines"),
        pytest.param("title: Mirage:\nlead: x\n", ("colon-in-text", 1, 14), id="colon at the end"),
        pytest.param("why: foo\n  see bar: baz\n", ("colon-in-text", 2, 10), id="colon in a text of two lines"),
        pytest.param("t: |\n  a: b: c\n  'x\nu: a: b\n", ("colon-in-text", 4, 5), id="blocks of text are let be"),
        pytest.param("# it's: a: b\nu: a: b\n", ("colon-in-text", 2, 5), id="comments are let be"),
        pytest.param("a: 'it''s: x: y'\nu: a: b\n", ("colon-in-text", 2, 5), id="quoted texts are let be"),
        pytest.param("title: x\n- item\n", ("outdented-item", 2, 1), id="an item after a text"),
        pytest.param(" a: x\n- item\n", ("outdented-item", 2, 1), id="an item left of all that is above it"),
        pytest.param("a: [\n {id: b}\n {id: 'c]'},\n]\nd: e\n", ("missing-comma", 2, 9), id="a bracket in a quote"),
        pytest.param("a:\n  - b\n c: d\n", ("indentation", 3, 2), id="between two levels"),
        pytest.param("a:\n  - id: a\n     b: c\n", ("indentation", 3, 6), id="too far in"),
        pytest.param("a: b\n\tc: d\n", ("tab", 2, 1), id="a tab where a key is meant"),
        pytest.param("- id:\u00a0x\n  title: y\n", ("no-break-space", 1, 6), id="after a colon in an item"),
        pytest.param("a:\n  - b: c\n  -\u00a0d: e\n", ("no-break-space", 3, 4), id="after a dash"),
        pytest.param("title:\u00a0x", ("no-break-space", 1, 7), id="in a file that is one text"),
        pytest.param("a:\u200bx\nb: c\n", ("no-break-space", 1, 3), id="a space of no width"),
        pytest.param("a:\n  {b: c}\n  {b: d}\n", ("missing-hyphen", 3, 3), id="neither item has a hyphen"),
        pytest.param("a:\n  {b: c}\n  - {b: d}\n", ("missing-hyphen", 2, 3), id="the first item has no hyphen"),
        pytest.param("a:\n  - {b: c}\n\n{b: d,\n e: f}\ng: h\n", ("missing-hyphen", 4, 1), id="at the left margin"),
        pytest.param("a:\n  - b: c\n    d: e\n    {b: d}\n", ("missing-hyphen", 4, 5), id="below the keys of an item"),
        pytest.param("a:\n  - b: c\n    d: e\n  b: d\n", ("missing-hyphen", 4, 3), id="the first key once more"),
        pytest.param("a:\n  - b: c\n    d: e\n  d: d\n", ("indentation", 4, 3), id="another key than the first"),
        pytest.param("a:\n  - {b: c}\n  {b: d\ne: f\n", ("open-brace", 3, 3), id="an item that is not closed either"),
        pytest.param("a: [b]\nc: d\n{e: f}\n", ("open-brace", 3, 1), id="a brace below no list"),
        pytest.param("a: {b: 1, c: 2\nd: e\n", ("open-brace", 1, 4), id="a brace"),
        pytest.param("a: [b,\n  [c, d],\n", ("open-bracket", 1, 4), id="to the end of the file"),
        pytest.param("a: [b, c}\n", ("mixed-brackets", 1, 9), id="closed by the wrong kind"),
        pytest.param("a: [b, c]]\n", ("extra-bracket", 1, 10), id="one bracket too many"),
        pytest.param("a: [utkast] b\n", ("indicator-start", 1, 4), id="a text that begins with brackets"),
        pytest.param("a: 'b': c\n", ("colon-in-text", 1, 7), id="a colon after a quoted text"),
        pytest.param("a: `b`\n", ("indicator-start", 1, 4), id="a backtick"),
        pytest.param("a: %b\n", ("indicator-start", 1, 4), id="a percent sign"),
        pytest.param("a: > 50 procent\n", ("indicator-start", 1, 4), id="greater than"),
        pytest.param("a: - b\n", ("indicator-start", 1, 4), id="a dash"),
        pytest.param("a: [b, !c]\n", ("indicator-start", 1, 8), id="an exclamation mark before a bracket"),
        pytest.param("a: {b: # c}\nd: e\n", ("indicator-start", 1, 8), id="a number sign in brackets"),
        pytest.param("a: {b: [c] d}\n", ("indicator-start", 1, 8), id="a text in brackets that begins with one"),
        pytest.param("a: {b: [c} d, e: f}\n", ("mixed-brackets", 1, 10), id="the other bracket before a word"),
        pytest.param("a: ** b\n", ("indicator-start", 1, 4), id="stars"),
        pytest.param("a: b\n%c\n", ("indicator-start", 2, 1), id="a line that begins with a percent sign"),
        pytest.param("a: b\nc:d\n", ("missing-space", 2, 2), id="on the last line"),
        pytest.param("a:b\nc: d\n", ("missing-space", 1, 2), id="on the first line"),
        pytest.param("a:\n- b\n-c\n- d\n", ("missing-space", 3, 1), id="after a dash without a blank"),
        pytest.param('a: "50\\% av"\n', ("escape", 1, 7), id="an unknown escape"),
        pytest.param("<<<<<<< HEAD\na: b\n", ("merge-markers", 1, 1), id="half a merge"),
        pytest.param("<<<<<<< HEAD\n", ("merge-markers", 1, 1), id="nothing but a marker"),
        pytest.param("a: b\n=======\nc: d\n", ("merge-markers", 2, 1), id="the middle of a merge"),
        pytest.param("a: b\n" + "c" * 1100 + ": d\n", ("other", 2, 1101), id="too long a text for a key"),
        pytest.param("a:\n  - b\n" + "c " * 600 + ": d\n", ("other", 3, 1201), id="too long a text after a list"),
        pytest.param("? [\n", ("other", 2, 1), id="the end of the file"),
        pytest.param("? : \n", ("colon-in-text", 1, 3), id="a colon with nothing before it"),
        pytest.param("- ? : \n", ("other", 1, 5), id="a question mark and a colon in an item"),
        pytest.param("- x\n“y\n", ("loose-text", 2, 1), id="a typographic quote at the head of a loose text"),
    ],
)
def test_what_people_really_write_is_understood(text: str, cause: Cause, events: Backend) -> None:
    found = causes(text, events)

    assert found == [cause]


@pytest.mark.parametrize(
    ("text", "params"),
    [
        (
            "a: 1\r\n<<<<<<< HEAD\r\nb: 2\r\n=======\r\n>>>>>>> fix/x y\r\n",
            {"ours": Name("HEAD"), "theirs": Name("fix/x y")},
        ),
        ("<<<<<<<\na: b: c\n", {"ours": Name("?"), "theirs": Name("?")}),
        ("a: “b: c\n", {"sign": Code("“"), "correction": Name('a: "b: c"')}),
        ("a:\u00a0b\nc: d\n", {"sign": Code("U+00A0"), "correction": Name("a: b")}),
        ("a: [b\nc: d\n", {"sign": Code("["), "closing": Code("]"), "correction": Name("a: [b]")}),
        ("a: {b: 1\nc: d\n", {"sign": Code("{"), "closing": Code("}"), "correction": Name("a: {b: 1}")}),
        ("a: @b\n", {"sign": Code("@"), "correction": Name('a: "@b"')}),
        ("a: \x00b\n", {"sign": Code("U+0000"), "times": 1}),
    ],
    ids=["both branches", "no branches", "quote", "space", "bracket", "brace", "indicator", "control"],
)
def test_a_cause_comes_with_the_terms_that_tell_it(text: str, params: dict[str, Term]) -> None:
    finding = parse("a.yaml", text, PROGRAM).findings[0]

    assert dict(finding.params) == params


def test_both_languages_have_the_same_sentences_with_the_same_places() -> None:
    english = {key: set(PLACE.findall(text)) for key, text in ENGLISH.items()}
    swedish = {key: set(PLACE.findall(text)) for key, text in SWEDISH.items()}

    assert english == swedish


@BACKENDS
def test_a_block_of_text_is_let_be_to_the_end_of_a_file(events: Backend) -> None:
    found = parse("a.yaml", "- a\n- |\n  b:\u00a0c\n", PROGRAM, events).findings

    assert [(finding.rule, finding.reason) for finding in found] == [("field-invalid", "not-a-mapping")]


@pytest.mark.parametrize("part", ["message", "ask"])
def test_every_cause_has_its_sentences(part: str) -> None:
    told = {f"finding.file-syntax.{reason}.{part}" for reason in get_args(Reason)}

    assert told <= ENGLISH.keys()
