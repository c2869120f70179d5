"""Markdown of a check: what is new and grave first, and no node that came from a file."""

from collections.abc import Callable
from datetime import date

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from staircase.core.finding import Severity
from staircase.render.findings import Notices
from staircase.render.findings_markdown import LONGEST, LONGEST_SUMMARY, render, summary
from staircase.words.speech import Words
from tests.render.attacks import ATTACKS, HONEST
from tests.render.told import ENGLISH, SWEDISH, hostile, told

NODES = {
    f"{kind}_{end}"
    for kind in ("heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td")
    for end in ("open", "close")
} | {"inline", "text", "code_inline"}


def test_the_document_tells_what_is_new_first_and_what_became_of_the_rest() -> None:
    notices = Notices(
        shown=(told("b", novelty="new"), told("c", novelty="carried"), told("a", Severity.ERROR, "new")),
        fixed=(told("d", standing="fixed"),),
        gone=(told("f", standing="gone"),),
        accepted=(told("e", standing="accepted"),),
        accepted_here=(told("b", novelty="new"),),
        compared=True,
        revision="0123456789abcdef0123",
        unread_base=("assignments/z.yaml",),
        day=date(2026, 11, 2),
    )

    assert render(notices, ENGLISH) == (
        "## Check of the portfolio\n\n"
        "Found: 1 error, 1 warning.\n\n"
        "As of 2026-11-02, compared with `0123456789ab`.\n\n"
        "Of the base 1 file could not be read: gaps that can’t be seen there are not called new.\n\n"
        "New: 2. There before: 1. Fixed: 1.\n\n"
        "Accepted for now: 1.\n\n"
        "### New\n\n"
        f"{HEAD}"
        f"| error | {row('a')} |\n"
        f"| warning | {row('b')} |\n\n"
        "### Hidden by the change itself: somebody should agree\n\n"
        f"{HEAD}"
        f"| warning | {row('b')} |\n\n"
        "### Fixed\n\n"
        f"{HEAD}"
        f"| warning | {row('d')} |\n\n"
        "### Gone with what they were about\n\n"
        f"{HEAD}"
        f"| warning | {row('f')} |\n"
    )


HEAD = "| Severity | Rule | Place | Message |\n| --- | --- | --- | --- |\n"


def row(text: str) -> str:
    finding = told(text).finding
    message, ask = ENGLISH.message(finding).replace(f"“{text}”", f"“`{text}`”"), ENGLISH.ask(finding)
    return f"`benefit-no-owner` | `portfolio/assignments/a.yaml:31:5` | {message} → {ask}"


def test_a_clean_check_says_so() -> None:
    assert render(Notices(()), SWEDISH) == "## Kontroll av portföljen\n\nInget är fel och inget saknas.\n"


def test_a_change_that_brings_nothing_says_so_and_not_that_all_is_well() -> None:
    notices = Notices((told(novelty="carried"),), compared=True)

    assert render(notices, ENGLISH) == (
        "## Check of the portfolio\n\n"
        "The change brings nothing that is wrong or missing.\n\n"
        "New: 0. There before: 1. Fixed: 0.\n"
    )


@pytest.mark.parametrize(("make", "longest"), [(render, LONGEST), (summary, LONGEST_SUMMARY)])
def test_what_there_is_no_room_for_is_counted(make: Callable[[Notices, Words], str], longest: int) -> None:
    notices = Notices((told("å" * 190),) * 9000, fixed=(told("z"),) * 3, compared=True)

    text = make(notices, SWEDISH)

    shown = text.count("å" * 190)
    assert longest * 0.9 < len(text.encode()) <= longest
    assert f"{shown} av 9000 visas." in text.replace("\xa0", "")
    assert "0 av 3 visas." in text


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_no_node_and_no_word_outside_code_comes_from_a_file(attack: str) -> None:
    harmless = outside_code("harmless")

    assert outside_code(attack) == harmless
    assert {kind for kind, _ in harmless} <= NODES


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
def test_honest_text_comes_through_whole(text: str) -> None:
    assert text in render(Notices((told(text),)), ENGLISH)


def outside_code(text: str) -> list[tuple[str, str]]:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(render(hostile(text), ENGLISH))
    return [(token.type, token.content if token.type == "text" else "") for token in flat(tokens)]


def flat(tokens: list[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *flat(token.children or []))]
