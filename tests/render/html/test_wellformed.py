"""Whatever a portfolio holds and whatever is asked of its page, it is one well-formed document whose links all lead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from staircase.core.assess import assess
from staircase.core.choices import LANGUAGES, Language
from staircase.core.load import load
from staircase.core.page.compose import page
from staircase.core.portfolio import as_it_was
from staircase.core.term import Code
from staircase.render.html import render, slide
from staircase.words.speech import words
from tests.core.generated import DEPARTMENTS, TODAY, as_of, files, portfolios
from tests.render.attacks import ATTACKS

VOID = frozenset({"meta", "rect", "path", "circle"})
"""Elements without an end: of HTML, and those of pictures that close themselves."""

IMPLIED = frozenset({"li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "p"})
"""Elements whose ends HTML implies."""


class Nesting(HTMLParser):
    """The elements that are open, and what ends that is not."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        if len({name for name, _ in attrs}) < len(attrs):
            self.wrong.append(f"an attribute of {tag} twice")

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.wrong.append(f"{tag} closes itself")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag and self.open[-1] in IMPLIED:
            self.open.pop()
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"an end of {tag}")


def wrong(text: str) -> list[str]:
    """What is not well-formed in a page."""
    nesting = Nesting()
    nesting.feed(text)
    nesting.close()
    return [*nesting.wrong, *nesting.open]


def test_what_is_not_well_formed_is_noticed() -> None:
    assert wrong("<p><b>a</p></b>") == ["an end of p", "an end of b"]
    assert wrong("<ul><li>a<li>b</ul><a href=x href=y></a><i/>") == ["an attribute of a twice", "i closes itself"]


@dataclass(frozen=True)
class Asked:
    """What may be asked of a page; ``since`` is so many days before its own, or a revision."""

    since: Code | int | None
    department: str | None
    title: str
    shows_people: bool
    language: Language


asked_of_it = st.builds(
    Asked,
    st.one_of(st.none(), st.just(Code("0123456789ab")), st.integers(1, 900)),
    st.sampled_from([None, *(one for one in DEPARTMENTS if isinstance(one, str))]),
    st.sampled_from(sorted(ATTACKS.values())),
    st.booleans(),
    st.sampled_from(list(LANGUAGES)),
)


@settings(max_examples=5)
@given(portfolios, as_of, asked_of_it)
def test_a_page_is_well_formed_and_every_link_has_its_target(whole: Mapping[str, Any], day: date, asked: Asked) -> None:
    assert_that_it_is_one_document(whole, day, asked)


@pytest.mark.slow
@settings(max_examples=100)
@given(portfolios, as_of, asked_of_it)
def test_each_of_many_pages_is_well_formed(whole: Mapping[str, Any], day: date, asked: Asked) -> None:
    assert_that_it_is_one_document(whole, day, asked)


def assert_that_it_is_one_document(whole: Mapping[str, Any], day: date, asked: Asked) -> None:
    portfolio = load(files(whole))
    earlier = day - timedelta(asked.since if isinstance(asked.since, int) else 90)
    before = assess(as_it_was(portfolio, earlier), earlier, TODAY) if asked.since else None
    told = earlier if isinstance(asked.since, int) else asked.since
    found = replace(
        page(assess(portfolio, day, TODAY), asked.department, before, told, shows_people=asked.shows_people),
        program=asked.title,
    )
    text = render(found, words(asked.language), "1.0", "0123456789ab")
    tree = html.document_fromstring(text)
    ids = tree.xpath("//@id")

    assert wrong(text.removeprefix("<!doctype html>")) == []
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in tree.xpath("//@href")} <= set(ids)
    assert not tree.xpath("//@src|//@onerror|//script|//img|//link|//base|//form")
    assert asked.shows_people or not {"Lea", "Olle", "Rut"} & set(re.findall(r"\w+", tree.text_content()))
    etree.fromstring(slide(found, words(asked.language)).encode())
