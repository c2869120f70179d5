"""Whatever stands in brackets, one slip in them is named by its kind, at its place."""

import re

from hypothesis import given
from hypothesis import strategies as st

from staircase.core.finding import PROGRAM
from staircase.core.source import Span
from staircase.core.yaml import parse
from staircase.words.speech import words

KEYS = ("value", "date", "how", "by", "title", "owner", "per_year", "one_off", "url", "why", "kind", "unit")
VALUES = st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9./åäö]| (?! )){0,12}[a-z0-9åäö]", fullmatch=True)
PAIRS = st.lists(st.sampled_from(KEYS), min_size=2, max_size=5, unique=True).flatmap(
    lambda keys: st.tuples(*(st.tuples(st.just(key), VALUES) for key in keys))
)
BEFORE = st.sampled_from(["a: ", "x:\n  - ", "b: c\na: ", "x:\n  y: "])


def told(text: str) -> tuple[str, int, int, str]:
    """The reason, the place and the ask of the one error."""
    [finding] = parse("a.yaml", text, PROGRAM).findings
    assert isinstance(finding.where, Span)
    return finding.reason, finding.where.line, finding.where.column, words("en").ask(finding)


def place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def written(pairs: tuple[tuple[str, str], ...]) -> list[str]:
    return [f"{key}: {value}" for key, value in pairs]


@given(PAIRS, BEFORE, st.data())
def test_a_comma_that_is_missing_on_one_line_is_missed_after_its_item(
    pairs: tuple[tuple[str, str], ...], before: str, data: st.DataObject
) -> None:
    items = written(pairs)
    number = data.draw(st.integers(1, len(items) - 1))
    head = f"{before}{{{', '.join(items[:number])}"

    text = f"{head} {', '.join(items[number:])}}}\nc: d\n"

    assert told(text)[:3] == ("missing-comma", *place(text, len(head)))


@given(PAIRS, BEFORE, st.data())
def test_a_comma_too_many_is_named_where_it_stands(
    pairs: tuple[tuple[str, str], ...], before: str, data: st.DataObject
) -> None:
    items = written(pairs)
    number = data.draw(st.integers(0, len(items) - 1))
    head = f"{before}{{{', '.join(items[:number])}{', ' if number else ''}"

    text = f"{head},{', '.join(items[number:])}}}\nc: d\n"

    assert told(text)[:3] == ("extra-comma", *place(text, len(head)))


@given(PAIRS, BEFORE, st.booleans())
def test_the_other_bracket_is_named_where_it_stands(
    pairs: tuple[tuple[str, str], ...],
    before: str,
    is_list: bool,  # noqa: FBT001 - which of the two
) -> None:
    items = [value for _, value in pairs] if is_list else written(pairs)
    head = f"{before}{'[' if is_list else '{'}{', '.join(items)}"

    text = f"{head}{'}' if is_list else ']'}\nc: d\n"

    assert told(text)[:3] == ("mixed-brackets", *place(text, len(head)))


@given(PAIRS, BEFORE, st.integers(1, 3))
def test_a_bracket_too_many_is_named_where_it_stands(
    pairs: tuple[tuple[str, str], ...], before: str, times: int
) -> None:
    head = f"{before}{{{', '.join(written(pairs))}}}"

    text = f"{head}{'}' * times}\nc: d\n"

    assert told(text)[:3] == ("extra-bracket", *place(text, len(head)))


@given(PAIRS, BEFORE, VALUES, VALUES)
def test_a_colon_in_a_text_within_brackets_is_quoted_with_its_text(
    pairs: tuple[tuple[str, str], ...], before: str, one: str, other: str
) -> None:
    head = f"{before}{{{', '.join(written(pairs))}, learned: {one} zzz"

    text = f"{head}: {other}, x-end: 1}}\nc: d\n"

    reason, line, column, ask = told(text)
    assert (reason, line, column) == ("colon-in-text", *place(text, len(head)))
    assert re.sub(r"…", "", ask).endswith(f'learned: "{one} zzz: {other}"')
