"""Every rule has its manual page in both languages, and each page's example shows the gap before and not after."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from staircase.core.assess import assess
from staircase.core.choices import LANGUAGES, Language
from staircase.core.load import load
from staircase.core.rules.table import ERRORS, GAPS
from staircase.core.source import File
from staircase.words import SECTIONS, page
from staircase.words.speech import words

ROOT = Path(__file__).parent.parent
AROUND = ROOT / "tests" / "manual"
MANUALS = {language: ROOT / "staircase" / "words" / language / "manual" for language in LANGUAGES}
PAGES = [(language, path.stem) for language, folder in MANUALS.items() for path in sorted(folder.glob("*.md"))]
HEADINGS = {
    "en": ["What", "Why", "How to mend", "Example"],
    "sv": ["Vad", "Varför", "Så åtgärdar du", "Exempel"],
}
DAY = date(2026, 11, 2)

BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NAMED = re.compile(r"# (program\.yaml|assignments/[a-z0-9-]+\.yaml)\n")

pages = pytest.mark.parametrize(("language", "rule"), PAGES, ids=lambda part: part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_page(language: Language) -> None:
    assert {path.stem for path in MANUALS[language].glob("*.md")} == {*GAPS, *ERRORS}


@pages
def test_a_page_has_the_rule_s_heading_and_four_sections(language: Language, rule: str) -> None:
    found = page(language, rule)

    headings = re.findall(r"^## (.*)$", found.text, re.MULTILINE)
    assert headings == HEADINGS[language]
    assert found.title == words(language).texts[f"rule.{rule}"]
    assert [name for name, text in found.sections if text] == list(SECTIONS)


@pages
def test_an_example_shows_the_rule_before_and_not_after(language: Language, rule: str) -> None:
    blocks = BLOCK.findall(page(language, rule).text)

    shown = [rule in rules_of(language, rule, block) for block in blocks]

    assert shown in ([], [True, False])


@pages
def test_an_example_has_no_other_error(language: Language, rule: str) -> None:
    blocks = BLOCK.findall(page(language, rule).text)

    errors = [found for block in blocks for found in rules_of(language, rule, block) if found in ERRORS]

    assert set(errors) <= {rule}


def test_a_rule_s_examples_are_in_as_many_blocks_in_both_languages() -> None:
    counts: Mapping[str, list[int]] = {
        language: [len(BLOCK.findall(path.read_text())) for path in sorted(folder.glob("*.md"))]
        for language, folder in MANUALS.items()
    }

    assert counts["sv"] == counts["en"]


def rules_of(language: Language, rule: str, block: str) -> list[str]:
    named = NAMED.match(block)
    path = named[1] if named else "assignments/example.yaml"
    texts = {**around("around"), **around(rule), **around(f"{language}/{rule}"), path: block.encode()}
    found = assess(load([File(name, texts[name]) for name in sorted(texts)]), DAY, DAY)
    return [finding.rule for finding in found.findings]


def around(name: str) -> dict[str, bytes]:
    folder = AROUND / name
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")}
