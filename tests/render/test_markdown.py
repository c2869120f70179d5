"""A comment's body: its mark, its table, what is folded and left out, and that no node in it comes from a file."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from staircase.core.term import Name, Said, Word
from staircase.render.markdown import MOST_ROWS, Comment, CommentRow, mark, render_comment
from staircase.words.speech import words
from tests.render.attacks import ATTACKS, HONEST

ENGLISH, SWEDISH = words("en"), words("sv")
HEADLINE = Said("headline.steps_forward.one.first", {})
ROOMY = 10_000_000
CLOSING = (Said("diff.check", {"new": 1, "carried": 2, "fixed": 0, "accepted": 0}),)


def told(text: str, number: int = 0, weight: int = 3) -> CommentRow:
    message = Said("change.text-changed", {"key": Name(text), "before": Name(text), "after": Name(text)})
    return CommentRow(Word("direction.back"), Name(f"a{number}"), message, f"portfolio/{text}.yaml:1", weight)


def comment(*changes: CommentRow, key: str = "portfolio", head: str = "abc") -> Comment:
    return Comment(key, head, HEADLINE, changes, CLOSING)


def nodes(text: str) -> list[tuple[str, str]]:
    """Give the kinds of all nodes of a Markdown text, with what stands outside of code."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    flat = [inner for token in tokens for inner in (token, *(token.children or ()))]
    return [(token.type, token.content if token.type in {"text", "html_block"} else "") for token in flat]


def test_a_small_change_is_a_mark_a_headline_a_table_and_what_the_check_says() -> None:
    assert render_comment(comment(told("x")), ENGLISH) == (
        "<!-- staircase:diff v1 key=portfolio head=abc -->\n"
        "\n"
        "**One step forward**\n"
        "\n"
        "| Direction | Subject | What changed | Place in `portfolio` |\n"
        "| --- | --- | --- | --- |\n"
        "| Back | `a0` | text only, `x`: `x` → `x` | `x.yaml:1` |\n"
        "\n"
        "The check says: 1 new, 2 there before, 0 fixed, 0 accepted here.\n"
    )


@pytest.mark.parametrize(
    ("places", "title", "shown"),
    [
        (["a/b/c.yaml:1", "a/b/d/e.yaml:2"], "Plats i `a/b`", ["`c.yaml:1`", "`d/e.yaml:2`"]),
        (["a/program.yaml:1", "a/b/c.yaml:2"], "Plats i `a`", ["`program.yaml:1`", "`b/c.yaml:2`"]),
        (["ab/c.yaml:1", "abc/c.yaml:2"], "Plats", ["`ab/c.yaml:1`", "`abc/c.yaml:2`"]),
        (["program.yaml:1", ""], "Plats", ["`program.yaml:1`", "–"]),
    ],
)
def test_the_folder_that_all_places_are_in_is_said_once(places: list[str], title: str, shown: list[str]) -> None:
    lines = render_comment(comment(*(replace(told("x"), place=place) for place in places)), SWEDISH).splitlines()

    cells = [line.strip("| ").split(" | ")[-1] for line in lines if line.startswith("|")]
    assert cells == [title, "---", *shown]


def test_portfolios_whose_folders_differ_only_in_what_a_mark_cannot_hold_have_each_their_own() -> None:
    keys = ["home-care", "home--care", "home care", "hemtjänst", "hemtj-nst", "ä", "ö", "-", "."]

    marks = [mark(key, "abc") for key in keys]

    assert len(set(marks)) == len(keys)
    assert marks[0] == "<!-- staircase:diff v1 key=home-care head=abc -->"


def test_no_change_is_a_line() -> None:
    said = Comment("portfolio", "abc", Said("diff.none", {}), (), CLOSING)

    assert render_comment(said, SWEDISH) == (
        "<!-- staircase:diff v1 key=portfolio head=abc -->\n\nInget har ändrats i sak.\n"
    )


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_node_comes_from_a_file(text: str) -> None:
    many = [told(text, number) for number in range(MOST_ROWS + 1)]
    harmless = [told("SAR", number) for number in range(MOST_ROWS + 1)]

    assert nodes(render_comment(comment(*many), ENGLISH, ROOMY)) == nodes(
        render_comment(comment(*harmless), ENGLISH, ROOMY)
    )


@pytest.mark.parametrize("text", [*ATTACKS.values(), "--> <b>", "a--b", "\n<!--"])
def test_the_mark_is_one_comment_on_the_first_line(text: str) -> None:
    first = render_comment(comment(told("x"), key=text, head=text), ENGLISH).split("\n")[0]

    assert re.fullmatch(r"<!-- staircase:diff v1 key=[A-Za-z0-9._/-]+ head=[A-Za-z0-9._/-]+ -->", first)
    assert "--" not in first[4:-3]


@pytest.mark.parametrize(
    "text",
    [
        "x",
        *(
            pytest.param(text, marks=pytest.mark.slow)
            for text in (*ATTACKS.values(), *HONEST.values(), "漢" * 20_000, "\U000e0041" * 20_000)
        ),
    ],
)
def test_a_change_of_thousands_keeps_within_what_a_comment_takes_and_says_what_it_left_out(text: str) -> None:
    said = render_comment(comment(*(told(text, number) for number in range(5_000))), ENGLISH)

    shown = [int(found.replace(",", "")) for found in re.findall(r"^([\d,]+) of 5,000 shown", said, re.MULTILINE)]
    rows = len(re.findall(r"^\| Back ", said, re.MULTILINE))
    assert len(said.encode("utf-8", "replace")) <= 60_000
    assert sum(shown) == rows
    assert len(re.findall("^<details>", said, re.MULTILINE)) == len(re.findall("^</details>", said, re.MULTILINE)) <= 1


def test_all_changes_are_folded_where_the_table_has_not_all_and_there_is_room() -> None:
    said = render_comment(comment(*(told("x", number) for number in range(40))), SWEDISH)

    assert "30 av 40 visas." in said
    assert len(re.findall(r"^\| Bakåt ", said, re.MULTILINE)) == 30 + 40
    assert said.index("<details><summary>Alla ändringar, uppdrag för uppdrag</summary>") > said.index("30 av 40")


@pytest.mark.parametrize(("count", "rows", "folded"), [(29, 29, 0), (30, 30, 0), (31, 30 + 31, 1)])
def test_thirty_changes_are_a_whole_table_and_one_more_is_folded_away(count: int, rows: int, folded: int) -> None:
    said = render_comment(comment(*(told("x", number) for number in range(count))), ENGLISH)

    assert (len(re.findall(r"^\| Back ", said, re.MULTILINE)), said.count("<details>")) == (rows, folded)
    assert ("30 of 31 shown." in said) is bool(folded)


def test_no_row_that_is_left_out_weighs_more_than_one_that_is_shown() -> None:
    light, heavy = [told("x", number, 9) for number in range(40)], [told("x", number, 2) for number in range(40, 70)]

    lines = render_comment(comment(*light, *heavy), ENGLISH).splitlines()
    shown = [line.split("`")[1] for line in lines if line.startswith("| Back ")][:MOST_ROWS]

    assert shown == [f"a{number}" for number in range(40, 70)]


@given(st.lists(st.integers(1, 12), max_size=90))
def test_whatever_the_weights_the_rows_that_are_shown_are_the_heaviest(weights: list[int]) -> None:
    rows = [told("x", number, weight) for number, weight in enumerate(weights)]

    lines = render_comment(comment(*rows), ENGLISH).splitlines()
    names = [line.split("`")[1] for line in lines if line.startswith("| Back ")][:MOST_ROWS]
    shown = [int(name.removeprefix("a")) for name in names]

    assert shown == sorted(shown)
    assert sorted(weights[number] for number in shown) == sorted(weights)[:MOST_ROWS]
