"""What is told of what is not there says how many files could not be read: the missing may stand in them."""

from pathlib import Path

import pytest

from staircase.core.assess import assess
from staircase.core.load import load
from staircase.core.rules.table import GAPS
from staircase.core.source import File
from staircase.disk import read
from staircase.words.speech import words
from tests.rules.test_fixtures import BAD, days, named

ABOUT_WHAT_IS_NOT_THERE = {
    "benefit-missing",
    "department-no-roadmap",
    "department-only-explores",
    "department-short-roadmap",
    "department-untouched",
    "enabling-enables-nothing",
    "journey-unproven",
    "program-goal-unserved",
    "program-never-stops",
}


@pytest.mark.parametrize("folder", [folder for folder in BAD if folder.parent.name in GAPS], ids=named)
def test_only_what_is_told_of_what_is_not_there_counts_the_unread_files(folder: Path) -> None:
    files = [*read(folder), File("assignments/zz-broken.yaml", b"title: [\n")]
    day, today = days(folder)

    found = [one for one in assess(load(files), day, today).findings if one.rule == folder.parent.name]

    doubtful = {"could not be read" in words("en").message(one) for one in found}
    assert doubtful == {folder.parent.name in ABOUT_WHAT_IS_NOT_THERE}
