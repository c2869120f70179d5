"""Key paths to places in the text."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.finding import PROGRAM
from staircase.core.source import START, AtKey, KeyPath, Null, Positions, Source, Span, Where, nowhere
from staircase.core.yaml import parse

TEXT = """\
title: Keyless visits # a comment
costs: {one_off: 4, per_year: }
trials:
  - id: ten-doors
    'led by': "the \\"night\\" team"
  - {id: x, tags: [a,
      b]}
  - {id: y}
  -
  - - nested
    - {a: 1}
text: |
  two
  lines

# the end
empty:
"""


def source(text: str) -> Source:
    return parse("a.yaml", text, PROGRAM).source


def shown(span: Span, text: str) -> str:
    lines = text.split("\n")
    assert span.line <= span.end_line
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    between = lines[span.line : span.end_line - 1]
    return "\n".join(
        [lines[span.line - 1][span.column - 1 :], *between, lines[span.end_line - 1][: span.end_column - 1]]
    )


@pytest.mark.parametrize(
    ("where", "line", "stands"),
    [
        pytest.param(("title",), 1, "Keyless visits", id="a plain text"),
        pytest.param(("trials", 0, "led by"), 5, '"the \\"night\\" team"', id="a quoted text under a quoted key"),
        pytest.param(AtKey(("trials", 0, "led by")), 5, "'led by'", id="a quoted key"),
        pytest.param(("text",), 12, "|\n  two\n  lines", id="a block of text without what follows it"),
        pytest.param(("costs",), 2, "costs", id="the key of a flow mapping"),
        pytest.param(("costs", "one_off"), 2, "4", id="a value in a flow mapping"),
        pytest.param(("costs", "per_year"), 2, "per_year", id="the key of what has no value"),
        pytest.param(("empty",), 17, "empty", id="the key of nothing"),
        pytest.param(("trials",), 3, "trials", id="the key of a list"),
        pytest.param(("trials", 0), 4, "id", id="an item's first key"),
        pytest.param(("trials", 1), 6, "id", id="the first key of brackets over two lines"),
        pytest.param(("trials", 1, "tags", 1), 7, "b", id="an item of a flow list"),
        pytest.param(("trials", 2), 8, "{id: y}", id="brackets on one line"),
        pytest.param(("trials", 3), 9, "-", id="the dash of an empty item"),
        pytest.param(("trials", 4), 10, "nested", id="the first item of a list in a list"),
        pytest.param(("trials", 4, 1), 11, "{a: 1}", id="brackets in a list in a list"),
        pytest.param(("trials", 0, "owner"), 4, "id", id="nearest: the item"),
        pytest.param(("trials", 9, "owner"), 3, "trials", id="nearest: the list"),
        pytest.param(("title", "by", 0), 1, "Keyless visits", id="nearest: a text"),
        pytest.param(AtKey(("title",)), 1, "title", id="a key"),
        pytest.param(AtKey(("costs", "absent")), 2, "costs", id="nearest to a key"),
        pytest.param(AtKey(("trials", 2)), 8, "{id: y}", id="an item has no key"),
    ],
)
def test_a_path_leads_to_what_a_reader_would_point_at(where: Where, line: int, stands: str) -> None:
    span = source(TEXT).span(where)

    assert (span.line, shown(span, TEXT)) == (line, stands)


@pytest.mark.parametrize("where", [(), AtKey(()), ("absent",), AtKey(("absent",)), (0,)], ids=str)
def test_what_is_nowhere_stands_at_the_start(where: Where) -> None:
    assert source(TEXT).span(where) == START


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a", "text", "[", "a: [b, c"], ids=repr)
def test_a_file_without_keys_has_a_start(text: str) -> None:
    assert source(text).span(("a", 0, "b")).line == 1


def test_a_span_is_itself() -> None:
    span = Span(3, 4, 5, 6)

    assert source(TEXT).span(span) == span


@pytest.mark.parametrize(
    ("path", "is_there"),
    [((), True), (("empty",), True), (("costs", "per_year"), True), (("trials", 3), True), (("trials", 5), False)],
    ids=str,
)
def test_a_path_is_there_with_and_without_a_value(path: KeyPath, *, is_there: bool) -> None:
    assert source(TEXT).has(path) is is_there


def test_keys_without_a_value_are_listed_in_order() -> None:
    nulls = source("$schema:\na:\nb: {c: ~, d, e: 'null'}\nf: [null]\nx-g: {h: }\ni: null\nj: Null\n").nulls

    assert nulls == (Null(("a",)), Null(("b", "c"), in_flow=True), Null(("b", "d"), in_flow=True), Null(("i",)))


def test_plain_texts_cut_by_a_number_sign_are_listed() -> None:
    text = 'a: Fix queue #2\nb: x # note\nc: "y" #3\nd: [e #f\n  ]\ng #h: i\nx-j: k #l\nm:\n- {n: o}\n- p\t#q\n'

    assert source(text.replace("g #h: i\n", "")).cuts == (("a",), ("d", 0), ("m", 1))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", ["", "a", "b", ""]),
        ("a\r\nb\r\n", ["", "a", "b", "", ""]),
        ("", ["", "", ""]),
        ("a\u2028b\rc\x85\n", ["", "a\u2028b\rc\x85", "", ""]),
    ],
    ids=repr,
)
def test_lines_are_counted_as_git_counts_them(text: str, lines: list[str]) -> None:
    plain = Source("a.yaml", text)

    assert [plain.line(number) for number in range(len(lines))] == lines


@pytest.mark.parametrize("break_", ["\n", "\r\n"], ids=repr)
def test_scalars_stand_where_yaml_composes_them(break_: str) -> None:
    text = TEXT.replace("\n", break_)
    found = source(text)

    composed = dict(scalars(yaml.compose(text), ()))

    places = {path: found.span(path) for path in composed}
    assert {path: (span.line, span.column) for path, span in places.items()} == composed


def scalars(node: yaml.Node | None, path: KeyPath) -> list[tuple[KeyPath, tuple[int, int]]]:
    """Give each scalar that is not empty with its line and column, as yaml.compose has it."""
    match node:
        case yaml.MappingNode():
            below: list[tuple[str | int, yaml.Node]] = [
                (key.value, value) for key, value in node.value if isinstance(key.value, str)
            ]
        case yaml.SequenceNode():
            below = list(enumerate(node.value))
        case yaml.ScalarNode(value=str() as value) if value:
            return [(path, (node.start_mark.line + 1, node.start_mark.column + 1))]
        case _:
            return []
    return [found for part, value in below for found in scalars(value, (*path, part))]


@pytest.mark.parametrize("break_", ["\n", "\r\n"], ids=repr)
@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "a: 'b\nc: d'\nc: e\n",
        "a: [b,\nc]\nc: d\n",
        "{a: b,\nc: d}\n",
        "  a: b\n  c: [d]\n",
        "? a\n: b\nc: d\n",
        '"a": b\na b: c\n',
        "a: [{b: c}, {c: d,\n e: f}, g: h, [i]]\nc: [j]\n",
        "a:\n- {b: c}\n? [{d: e}, {f: g}]\n: h\nc: i\n",
        "c:\n  -   'b': c\n      d: e\n  - f\n  -\n    g: |\n      h\na:\n-\tb: c\n- ? d\n  : e\n",
        "a:\n- !t b: c\n- &d e: f\n- c: b\na:\n- g: h\nc: i\n",
        "--- # a comment\na: |\n  c: d\n\n# c: e\nc: f\n...\n",
    ],
    ids=repr,
)
def test_a_section_read_by_itself_places_what_the_whole_file_does(text: str, break_: str) -> None:
    by_section = source(text.replace("\n", break_))
    whole = replace(by_section, tops=())

    wheres = [*composed_paths(by_section.text), ("c", "no such"), ("no such",), AtKey(("a",)), AtKey(("c", 0))]

    assert [by_section.span(where) for where in wheres] == [whole.span(where) for where in wheres]


def composed_paths(text: str) -> list[Where]:
    return list(dict(scalars(yaml.compose(text.replace("\t", " ")), ())))


def test_places_are_noted_when_one_is_asked_for_and_then_only_of_its_section() -> None:
    noted: list[str] = []

    def note(text: str) -> Positions:
        noted.append(text)
        return nowhere(text)

    file = Source("a.yaml", "a: b\nc: d\n", note, (0, 5))

    assert (file.line(1), file.span(()), noted) == ("a: b", START, [])
    assert (file.has(("c",)), noted[0]) == (False, "c: d\n")


def test_an_empty_item_over_lines_is_its_bracket() -> None:
    assert source("a:\n  - [\n    ]\n").span(("a", 0)) == Span(2, 5, 2, 6)


@pytest.mark.parametrize(
    ("span", "window"),
    [
        (Span(1, 3, 1, 4), ("abcde", 0)),
        (Span(2, 6, 2, 7), ("45678", 3)),
        (Span(2, 6, 3, 1), ("4567", 3)),
        (Span(9, 1, 9, 2), ("", 0)),
    ],
)
def test_a_window_shows_what_stands_around_a_place(span: Span, window: tuple[str, int]) -> None:
    assert Source("a.yaml", "abcde\r\n123456789\nx\n").window(span, 2) == window


def test_nothing_stands_in_a_second_document() -> None:
    file = source("a: b\n---\nc: d\n")

    assert (file.span(("a",)), file.has(("a",)), file.has(("c",))) == (Span(1, 4, 1, 5), True, False)


LIST = """\
a:
- x
- b: [c, d]
  e: f
- [g,
  h]
- {i: j}
- - k
  - l
- {m: n,
  o: p}
- q
"""
PATHS: list[KeyPath] = [
    *(("a", item) for item in range(9)),
    *(("a", 1, "e"), ("a", 1, "b", 1), ("a", 2, 1), ("a", 3, "i"), ("a", 4, 1), ("a", 5, "o"), ("a",), ("a", 1, "z")),
]


def listened(whole: Source) -> tuple[Source, list[str]]:
    """Give a file with the texts whose places it will have asked for."""
    noted: list[str] = []

    def note(text: str) -> Positions:
        noted.append(text)
        return whole.note(text)

    return replace(whole, note=note), noted


@given(st.permutations(PATHS))
def test_of_a_list_each_item_is_noted_by_itself_and_once(paths: list[KeyPath]) -> None:
    whole = source(LIST)
    in_parts, noted = listened(whole)

    assert [in_parts.span(path) for path in paths] == [replace(whole, tops=()).span(path) for path in paths]
    assert (len(noted), len({*noted})) == (6, 6)


@pytest.mark.parametrize(
    "text",
    [
        "a: [" + ", ".join("{b: c, d: e}" for _ in range(200)) + "]\n",
        "a:\n" + "".join(f"{'  ' * 50}- 'b': c\n{'  ' * 51}d: e\n" for _ in range(200)),
    ],
    ids=["on one line", "far in"],
)
def test_all_items_together_ask_for_no_more_than_their_text(text: str) -> None:
    in_parts, noted = listened(source(text))

    ends = {in_parts.span(("a", item, "d")) for item in range(200)}

    assert (len(ends), sum(map(len, noted)) < 2 * len(text)) == (200, True)


def test_where_an_item_begins_is_seen_without_noting_anything() -> None:
    file = replace(source(LIST), note=nowhere)

    assert file.span(("a", 1)) == Span(3, 3, 3, 4)


@pytest.mark.parametrize("index", range(5))
def test_places_in_a_long_text_are_those_in_a_short_one(index: int) -> None:
    short, long = source(LIST), source(LIST + "x-long: " + "x" * 10_000)

    assert [long.span(path) for path in PATHS[index::5]] == [short.span(path) for path in PATHS[index::5]]
