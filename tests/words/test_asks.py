"""Every ask ends with the line to write, filled in as far as it is known, or has a reason to do without one."""

import re
from pathlib import Path

import pytest

from staircase.core.choices import LANGUAGES, Language
from staircase.core.finding import Finding
from staircase.core.model import keys_within
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.rules.table import ERRORS, GAPS
from staircase.words.speech import words
from tests.rules.test_fixtures import BAD, assessed, named

WITHOUT: dict[str, str] = {
    "file-unreadable": "what is wrong is the file itself, where it lies or how it is saved",
    "file-ignored": "the same: the file is to be moved or renamed",
    "file-duplicate-key": "both lines stand in the file already, and one is to go",
    "file-syntax.merge-markers": "both lines stand in the file already, and one is to go",
    "file-syntax.tab": "the line is right, but for what can't be seen in it",
    "file-syntax.outdented-item": "the line is right, and only stands in the wrong column",
    "file-syntax.outdented-text": "the line is right, and only stands in the wrong column",
    "file-syntax.indentation": "the line is right, and only stands in the wrong column",
    "file-syntax.forbidden-character": "the line is right, but for what can't be seen in it",
    "file-syntax.bracket-content": "what was meant can't be told",
    "file-syntax.loose-text": "what was meant can't be told",
    "file-syntax.other": "what was meant can't be told",
    "file-not-plain": "whether to take it out, or to quote it as text, is the writer's to say",
    "field-invalid.too-long": "what to leave out is the writer's to say",
    "field-invalid.slipped-text": "the line is right, and only stands in the wrong column",
    "field-invalid.error-rule": "the line is to go",
    "field-invalid.error-accepted": "the entry is to go",
    "field-invalid.more": "it only counts errors that have asks of their own",
    "text-cut": "the text is right, and whether a comment or quotes were meant is the writer's to say",
}
"""The rules, or messages of a rule, that ask for no line, and why."""


KEYS = "|".join(sorted({*keys_within(Assignment), *keys_within(Program), *ERRORS, *GAPS}, key=len, reverse=True))
LINE = re.compile(rf"(?m)(?:^|[ \[{{])(?:{KEYS}|x-.+?): \S|- \S|\S\.yaml\b")
"""A key of the format, or a rule's name, with a value; the item of a list; or a file's name."""

BARE = re.compile(rf"(?<!step): (?:{'|'.join({*keys_within(Assignment), *keys_within(Program)})})$")
"""An ask that leaves the value to the reader's own wits."""


def has_reason(finding: Finding) -> bool:
    return finding.rule in WITHOUT or f"{finding.rule}.{finding.reason}" in WITHOUT


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", BAD, ids=named)
def test_an_ask_holds_the_line_to_write(folder: Path, language: Language) -> None:
    findings = [one for one in assessed(folder).findings if not has_reason(one)]

    asks = {(one.rule, one.reason): words(language).ask(one) for one in findings}

    assert {which: ask for which, ask in asks.items() if not LINE.search(ask)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", BAD, ids=named)
def test_no_ask_ends_with_a_bare_key_or_shows_a_place_unfilled(folder: Path, language: Language) -> None:
    asks = {words(language).ask(one) for one in assessed(folder).findings if not has_reason(one)}

    assert [ask for ask in asks if BARE.search(ask) or "{{" in ask or "}}}" in ask] == []


def test_only_what_asks_for_no_line_has_a_reason_to() -> None:
    found = {(one.rule, one.reason): one for folder in BAD for one in assessed(folder).findings}

    lines = {which for which, one in found.items() if has_reason(one) and LINE.search(words("en").ask(one))}

    assert {rule for rule, _ in lines} <= {"file-unreadable", "file-not-plain", "file-ignored", "text-cut"}
