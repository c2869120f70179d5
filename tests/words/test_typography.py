"""Quotes and apostrophes: one way throughout each language, straight only in what is typed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from staircase.core.choices import LANGUAGES, Language
from staircase.words.speech import words
from tests.house.module import ROOT
from tests.words.test_catalogues import HELP, TEXTS

FOREIGN: dict[Language, str] = {"sv": "'\"“‘’", "en": "'\"‘"}
"""The quotes that a language does not have: Swedish ends and begins with the same, and has no apostrophe."""

TYPED = {
    "finding.file-syntax.escape.ask",
    "finding.file-not-plain.control-character.ask",
    "shell.no_extra",
    "shell.no_sheets",
    "shell.send.no-identity",
    "cell.not-a-choice.do",
    "cell.state-paused.do",
    "cell.undeclared-department-near.do",
    "cell.undeclared-goal-near.do",
    "cell.undeclared-document-near.do",
    "cell.undeclared-without-id.do",
}
"""The sentences that hold a line to type, or name a straight quote of a file."""

PAGES = sorted((ROOT / "staircase" / "words").glob("*/*/*.md"))


def sayings(language: Language) -> Iterator[tuple[str, str]]:
    """Every text of a language by its key, but examples, which are typed."""
    yield from (TEXTS[language] | HELP[language]).items()
    yield from ((noun, form) for noun, forms in words(language).nouns.items() for form in forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_quotes_in_one_way(language: Language) -> None:
    found = {
        key for key, text in sayings(language) if not key.startswith("example.") and set(text) & set(FOREIGN[language])
    }

    assert found == found & TYPED


@pytest.mark.parametrize("page", PAGES, ids=lambda page: "/".join(page.parts[-3:]))
def test_a_guide_or_a_page_of_the_manual_quotes_in_one_way(page: Path) -> None:
    language = page.parts[-3]
    prose = re.sub(r"^```.*?^```|`[^`\n]*`|<!--.*?-->", "", page.read_text(), flags=re.DOTALL | re.MULTILINE)

    assert [line for line in prose.splitlines() if set(line) & set(FOREIGN["sv" if language == "sv" else "en"])] == []


def test_every_quote_in_english_that_begins_also_ends() -> None:
    odd = {key for key, text in sayings("en") if not re.fullmatch(r"[^“”]*(“[^“”]*”[^“”]*)*", text)}

    assert odd == set()
