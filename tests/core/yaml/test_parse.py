"""Text to plain data, or to what is wrong with it."""

import threading
from collections.abc import Callable

import pytest
import yaml

from staircase.core.finding import PROGRAM, Finding
from staircase.core.source import Span
from staircase.core.term import Code, Name, Term
from staircase.core.yaml import Raw, fastest_events, parse, places, pure_events
from staircase.core.yaml.reader import DEPTH, LIMIT, Events
from staircase.words.en.errors import TEXTS

Backend = Callable[[str], Events]
Told = tuple[str, str, int, int]

BACKENDS = pytest.mark.parametrize("events", [fastest_events, pure_events], ids=["fastest", "pure"])


def told(findings: tuple[Finding, ...]) -> list[Told]:
    """Give each finding's rule and reason with the line and column where it stands."""
    spans = [finding.where for finding in findings]
    assert all(isinstance(span, Span) for span in spans)
    return [
        (finding.rule, finding.reason, getattr(span, "line", 0), getattr(span, "column", 0))
        for finding, span in zip(findings, spans, strict=True)
    ]


@BACKENDS
@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param("# a comment\n\n", {}, id="a comment"),
        pytest.param("---\n", {}, id="a document of nothing"),
        pytest.param("null", {}, id="null"),
        pytest.param("~", {}, id="a tilde"),
        pytest.param("{}", {}, id="an empty mapping"),
        pytest.param("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}, id="a version, and marks around the document"),
        pytest.param("a: 112\nb: No\nc: 2026-02-30\nd: .inf\ne: 1_0\n",
                     {"a": "112", "b": "No", "c": "2026-02-30", "d": ".inf", "e": "1_0"}, id="every scalar is text"),
        pytest.param("a: Null\nb: NULL\nc: 'null'\nd: ''\ne: nul\nf: ~x\n",
                     {"a": "Null", "b": "NULL", "c": "null", "d": "", "e": "nul", "f": "~x"}, id="what is no absence"),
        pytest.param("a:\nb: null\nc: ~\nd: {e, f: }\n", {"d": {}}, id="what is absence"),
        pytest.param("a: [b, null, ~]\nc:\n-\n- d\n", {"a": ["b", None, None], "c": [None, "d"]}, id="in a list"),
        pytest.param('x-a: {b: c}\nd: {x-e: f, g: h, "x-\\x69": j}\n$schema: k\nl: {$schema: m}\n',
                     {"d": {"g": "h"}, "l": {"$schema": "m"}}, id="free keys and the schema"),
        pytest.param("a: |\n  b\n   c\nd: >-\n  e\n  f\ng: 'h\n\n  i'\n",
                     {"a": "b\n c\n", "d": "e f", "g": "h\ni"}, id="text of many lines"),
        pytest.param("a: b\r\nc:\r\n  - d\r\n", {"a": "b", "c": ["d"]}, id="Windows' line ends"),
        pytest.param("? a\n: b\n'c': d\n1: e\ntrue: f\n", {"a": "b", "c": "d", "1": "e", "true": "f"}, id="keys"),
        pytest.param("a: b & c! *d\ne: f<<g\n<: h\n", {"a": "b & c! *d", "e": "f<<g", "<": "h"}, id="signs in text"),
        pytest.param('"<<": a\n\'b\': "\\t\\n"\n', {"<<": "a", "b": "\t\n"}, id="a quoted << is a key like others"),
        pytest.param("a: \u200f\U0001f469\u200d\U0001f680 \u00a0x\n",
                     {"a": "\u200f\U0001f469\u200d\U0001f680 \u00a0x"}, id="odd but honest text"),
    ],
)  # fmt: skip
def test_plain_files_become_plain_data(text: str, data: dict[str, Raw], events: Backend) -> None:
    parsed = parse("a.yaml", text, PROGRAM, events)

    assert (parsed.data, parsed.findings) == (data, ())


@BACKENDS
@pytest.mark.parametrize(
    ("text", "findings", "data"),
    [
        pytest.param("a: &b c\n", [("file-not-plain", "anchor", 1, 4)], {"a": "c"}, id="anchor"),
        pytest.param("a: *b\nc: d\n", [("file-not-plain", "alias", 1, 4)], {"c": "d"}, id="alias"),
        pytest.param("a: {?&b c: d, ?!e f: g}\n",
                     [("file-not-plain", "anchor", 1, 6), ("file-not-plain", "tag", 1, 16)],
                     {"a": {"c": "d", "f": "g"}}, id="right behind a question mark"),
        pytest.param("*a : b\nc: [*d]\n", [("file-not-plain", "alias", 1, 1), ("file-not-plain", "alias", 2, 5)],
                     {"c": [None]}, id="alias as key and item"),
        pytest.param("a: !!str b\n", [("file-not-plain", "tag", 1, 4)], {"a": "b"}, id="tag"),
        pytest.param("a: ! b\n", [("file-not-plain", "tag", 1, 4)], {"a": "b"}, id="the bare tag"),
        pytest.param("a: !<x> {b: c}\n", [("file-not-plain", "tag", 1, 4)], {"a": {"b": "c"}}, id="tagged mapping"),
        pytest.param("a: !b &c\n  - d\n", [("file-not-plain", "tag", 1, 4), ("file-not-plain", "anchor", 1, 7)],
                     {"a": ["d"]}, id="tag and anchor"),
        pytest.param("&a b: c\n", [("file-not-plain", "anchor", 1, 1)], {"b": "c"}, id="anchor on a key"),
        pytest.param("<<: {a: b}\nc: d\n", [("file-not-plain", "merge-key", 1, 1)], {"c": "d"}, id="merge key"),
        pytest.param("[a]: b\nc: d\n", [("file-not-plain", "key-not-text", 1, 1)], {"c": "d"}, id="list as key"),
        pytest.param("a: {{b: c}: d, e: f}\n", [("file-not-plain", "key-not-text", 1, 5)], {"a": {"e": "f"}},
                     id="mapping as key"),
        pytest.param("~: a\nnull: b\nc: d\n",
                     [("file-not-plain", "key-null", 1, 1), ("file-not-plain", "key-null", 2, 1)],
                     {"c": "d"}, id="nothing as key"),
        pytest.param("'~': a\n", [], {"~": "a"}, id="a quoted tilde is a key"),
        pytest.param("a: b\n---\nc: d\n", [("file-not-plain", "second-document", 2, 1)], {"a": "b"}, id="documents"),
        pytest.param("a: b\n--- c\n--- d\n", [("file-not-plain", "second-document", 2, 1)], {"a": "b"}, id="three"),
        pytest.param("%TAG ! x\n---\na: b\n", [("file-not-plain", "directive", 1, 1)], None, id="tag directive"),
        pytest.param("# c\n%YAML 2.0\n---\na: b\n", [("file-not-plain", "directive", 2, 1)], None, id="version 2"),
        pytest.param('a: "\\e"\nb: c\n', [("file-not-plain", "control-character", 1, 4)], {"a": "\x1b", "b": "c"},
                     id="an escaped escape"),
        pytest.param('"\\x9b": b\n', [("file-not-plain", "control-character", 1, 1)], {"\x9b": "b"}, id="in a key"),
        pytest.param('a: "\\r"\nb: "\\0"\nc: "\\L\\N"\nd: "\\x7f"\ne: "\\uFFFE"\n',
                     [("file-not-plain", "control-character", line, 4) for line in range(1, 6)],
                     {"a": "\r", "b": "\0", "c": "\u2028\x85", "d": "\x7f", "e": "\ufffe"}, id="each kind"),
        pytest.param("x-a: {b: c, b: &d e}\n",
                     [("file-duplicate-key", "", 1, 13), ("file-not-plain", "anchor", 1, 16)], {},
                     id="free keys hold plain YAML too"),
        pytest.param("a: b\x00c\nd: \x1b\x00\n",
                     [("file-syntax", "forbidden-character", 1, 5), ("file-syntax", "forbidden-character", 2, 4)], None,
                     id="raw controls"),
        pytest.param("a: \ud800\n", [("file-syntax", "forbidden-character", 1, 4)], None, id="a raw surrogate"),
        pytest.param("a: \ufffe\n", [("file-syntax", "forbidden-character", 1, 4)], None, id="a raw noncharacter"),
        pytest.param("a: b\u2028c\n", [("file-not-plain", "line-break", 1, 5)], None, id="U+2028"),
        pytest.param("a: b\x85c: d\n", [("file-not-plain", "line-break", 1, 5)], {"a": "b", "c": "d"}, id="U+0085"),
        pytest.param("a: b\rc: d\n", [("file-not-plain", "line-break", 1, 5)], {"a": "b", "c": "d"}, id="a return"),
        pytest.param("\ufeffa: b\n", [("file-not-plain", "byte-order-mark", 1, 1)], None, id="a second mark"),
        pytest.param("- a\n", [("field-invalid", "not-a-mapping", 1, 1)], None, id="a list"),
        pytest.param("text\n", [("field-invalid", "not-a-mapping", 1, 1)], None, id="a text"),
        pytest.param("a: &b c\nd: 'e\n", [("file-not-plain", "anchor", 1, 4), ("file-syntax", "unclosed-quote", 2, 4)],
                     None, id="all errors at once"),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_refused_at_its_place(
    text: str, findings: list[Told], data: dict[str, Raw] | None, events: Backend
) -> None:
    parsed = parse("a.yaml", text, PROGRAM, events)

    assert told(parsed.findings) == findings
    if data is not None:
        assert parsed.data == data


@pytest.mark.parametrize(
    ("text", "read", "refused"),
    [
        pytest.param(
            "a:\tb\nc: [d\t, e]\nf: g\th\n", {"a": "b", "c": ["d", "e"], "f": "g\th"}, [], id="tabs as blanks"
        ),
        pytest.param(
            "a: {b: why? so, c: d?}\n", {"a": {"b": "why? so", "c": "d?"}}, [], id="question marks in brackets"
        ),
        pytest.param('a: b\nc: "d\\ud800"\n', None, [("file-syntax", "escape", 2, 6)], id="an escaped surrogate"),
        pytest.param('a: "\\UFFFFFFFF"\n', None, [("file-syntax", "escape", 1, 5)], id="an escape beyond Unicode"),
        pytest.param("a: [b:[]]\n", None, [("file-syntax", "indentation", 1, 1)], id="a colon before a bracket"),
    ],
)
def test_texts_of_which_the_pure_parser_is_of_another_mind(
    text: str, read: dict[str, Raw] | None, refused: list[Told]
) -> None:
    fast, pure = (parse("a.yaml", text, PROGRAM, events) for events in (fastest_events, pure_events))

    assert (fast.data, told(fast.findings)) == (read, refused)
    assert (pure.data, told(pure.findings)) != (read, refused)
    assert pure.findings or pure.data == {"a": [{"b": []}]}


@BACKENDS
def test_a_key_that_stands_twice_names_both_places_and_the_first_counts(events: Backend) -> None:
    parsed = parse(
        "a.yaml", "a: 1\nb:\n  - {c: 2}\n  - 'd': \n    e: 3\n    d: {f: 4}\n\"a\":\n- 5\na: 6\n", PROGRAM, events
    )

    assert parsed.data == {"a": "1", "b": [{"c": "2"}, {"e": "3"}]}
    terms = [dict(finding.params) for finding in parsed.findings]
    assert [(*place, params) for place, params in zip(told(parsed.findings), terms, strict=True)] == [
        ("file-duplicate-key", "", 6, 5, {"key": Name("d"), "first": 4}),
        ("file-duplicate-key", "", 7, 1, {"key": Name("a"), "first": 1}),
        ("file-duplicate-key", "", 9, 1, {"key": Name("a"), "first": 1}),
    ]  # fmt: skip


def test_a_key_twice_is_named_in_a_file_that_breaks_off() -> None:
    finding = parse("a.yaml", "a: 1\nb:\n  c: 1\n  c: 2\n  d: 'e\n", PROGRAM).findings[0]

    assert dict(finding.params) == {"key": Name("c"), "first": 3}


@pytest.mark.parametrize(
    ("text", "params"),
    [
        ("a: &b c\n", {"name": Name("&b")}),
        ("a: !!b c\n", {"name": Name("!!b")}),
        ("a: *b\n", {"name": Name("b")}),
        ('a: "\\e"\n', {"sign": Code("U+001B")}),
        ("a: b\u2028\u2028\n", {"sign": Code("U+2028"), "times": 2}),
        ("[" * 21, {"limit": 20}),
    ],
    ids=["anchor", "tag", "alias", "control", "line break", "depth"],
)
def test_a_refusal_comes_with_the_terms_that_tell_it(text: str, params: dict[str, Term]) -> None:
    finding = parse("a.yaml", text, PROGRAM).findings[0]

    assert dict(finding.params) == params
    assert f"finding.{finding.rule}.{finding.reason}.message" in TEXTS


@BACKENDS
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[\n"], ids=repr)
def test_twenty_levels_are_plain_and_one_more_is_too_deep(opening: str, events: Backend) -> None:
    closing = {"[": "]", "{": "}", "-": ""}[opening[0]]

    fits = parse("a.yaml", opening * DEPTH + "b" + closing * DEPTH, PROGRAM, events)
    too_deep = parse("a.yaml", opening * (DEPTH + 1) + "b" + closing * (DEPTH + 1), PROGRAM, events)

    assert [finding.reason for finding in fits.findings if finding.rule == "file-not-plain"] == []
    assert [(finding.rule, finding.reason) for finding in too_deep.findings] == [("file-not-plain", "too-deep")]


@BACKENDS
def test_of_too_many_errors_the_last_says_how_many_more_there_are(events: Backend) -> None:
    findings = parse("a.yaml", "a: 1\n" * 1000, PROGRAM, events).findings

    assert len(findings) == LIMIT
    assert {finding.rule for finding in findings[:-1]} == {"file-duplicate-key"}
    assert (findings[-1].reason, dict(findings[-1].params)) == ("more", {"count": 999 - (LIMIT - 1)})


HOSTILE = [
    "[" * 100_000, "{" * 100_000, "- " * 100_000, "? " * 100_000, "{a: " * 100_000, "[\n" * 100_000, "-\n" * 50_000,
    "a" * 1_000_000 + ": b", "a: " + "9" * 1_000_000, "a:" + " " * 1_000_000 + "b", "'" * 1_000_000, '"\\' * 300_000,
    "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(5000)),
    "a: &a {x: y}\n" + "<<: [*a, *a]\n" * 20_000,
    "".join(f"%TAG !{n}! x\n" for n in range(50_000)) + "--- a",
    "a: |\n" * 50_000, "\ufeff" * 100_000, "\x00" * 100_000, "\t" * 100_000, "\u00a0: x\n" * 50_000,
    "a: [b,\n" * 50_000,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
@BACKENDS
def test_hostile_files_are_read_on_a_thin_stack(text: str, events: Backend) -> None:
    outcome: list[bool] = []
    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(
            target=lambda: outcome.append(len(parse("a", text, PROGRAM, events).findings) <= LIMIT)
        )
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()

    assert outcome == [True]


@pytest.mark.parametrize("text", HOSTILE[:6], ids=lambda text: repr(text[:12]))
def test_hostile_depth_is_refused_before_anything_is_built(text: str) -> None:
    parsed = parse("a.yaml", text, PROGRAM)

    assert parsed.findings
    assert len(places(text, fastest_events).nodes) < 1000


@BACKENDS
def test_the_places_take_little_room(events: Backend) -> None:
    text = "".join(f"key{number}: a text of some length\n" for number in range(100))

    nodes = places(text, events).nodes

    assert nodes.itemsize * len(nodes) < 2000


def test_the_data_is_what_another_reader_of_yaml_gives() -> None:
    text = "a: {b: [c, d], e: 'f: g'}\nh:\n- i: |\n    j\n  k: \"l\\u00e5\"\n- - m\n  - n #o\nq: r\n  s\n"

    data = parse("a.yaml", text, PROGRAM).data

    assert data == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it builds nothing but text
