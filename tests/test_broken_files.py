"""One slip in a healthy file is one error, with the real cause at the real line."""

import re
from datetime import date
from pathlib import Path

import pytest

from staircase.core.assess import Assessment, assess
from staircase.core.choices import LANGUAGES
from staircase.core.load import load
from staircase.core.rules.table import ERRORS
from staircase.core.source import PROGRAM_FILE, File
from staircase.words.speech import words

HERE = Path(__file__).parent / "broken"
HEALTHY = (HERE / "healthy.yaml").read_text(encoding="utf-8")
PROGRAM = "format: 1\nname: P\norganisation: O\ndepartments:\n  - {id: care, name: Care}\n"
DAY = date(2026, 11, 2)

SLIP = re.compile(r"^@ (?P<reason>\S+)(?: (?P<line>\d+))?: (?P<name>.*)\n(?P<lines>(?:[-+].*\n)+)", re.MULTILINE)
SIGN = re.compile(r"<U\+([0-9A-F]{4})>")
SLIPS = list(SLIP.finditer((HERE / "slips.txt").read_text(encoding="utf-8")))

Told = list[tuple[str, int]]


def broken(lines: str) -> str:
    """Give the healthy file with each run of lines out replaced by the run of lines in that follows it."""
    text = f"\n{HEALTHY}"
    shown = SIGN.sub(lambda sign: chr(int(sign[1], 16)), lines).replace("<TAB>", "\t")
    for change in re.finditer(r"((?:^-.*\n)+)((?:^\+.*\n)*)", shown, re.MULTILINE):
        out, into = (re.sub(r"^[-+]", "", part, flags=re.MULTILINE) for part in change.groups())
        assert text.count(f"\n{out}") == 1
        text = text.replace(f"\n{out}", f"\n{into}")
    return text[1:]


def assessed(text: str) -> Assessment:
    files = [File(PROGRAM_FILE, PROGRAM.encode()), File("assignments/it.yaml", text.encode())]
    return assess(load(files), DAY, DAY)


def told(text: str) -> Told:
    """Give the reasons of the errors with their lines; that a misspelt key is then missing goes without saying."""
    assessment = assessed(text)
    errors = [finding for finding in assessment.findings if finding.rule in ERRORS]
    return [
        (finding.reason, assessment.portfolio.span(finding.path, finding.where).line)
        for finding in errors
        if finding.rule != "field-missing" or len(errors) == 1
    ]


def test_the_healthy_file_is_without_errors() -> None:
    assert told(HEALTHY) == []


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["name"])
def test_a_slip_is_told_for_what_it_is(slip: re.Match[str]) -> None:
    text = broken(slip["lines"])
    expected = [] if slip["reason"] == "nothing" else [(slip["reason"], int(slip["line"]))]

    assert told(text) == expected
    assert told(text.replace("\n", "\r\n")) == expected
    assert told("\ufeff" + text) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["name"])
def test_a_slip_has_its_words(slip: re.Match[str], language: str) -> None:
    said = words("sv" if language == "sv" else "en")

    texts = [text for one in assessed(broken(slip["lines"])).findings for text in (said.message(one), said.ask(one))]

    assert [text for text in texts if not text or re.search(r"[{}] *[a-z_]+[{}]", text)] == []


def test_all_slips_of_the_list_are_tried() -> None:
    assert len(SLIPS) == (HERE / "slips.txt").read_text(encoding="utf-8").count("\n@ ")
