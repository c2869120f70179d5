"""Each rule on small portfolios of its own: it reports the marked lines of the bad ones, and is silent on the good.

``RULE/bad`` and ``RULE/good`` are portfolios, and so are variants beside them: ``RULE/bad-program``. A marked line
ends in ``# expect: RULE``, or ``# expect: RULE REASON, RULE REASON`` where it is reported twice; for a file as a
whole that is line 1. Files that can't hold the comment are told of in ``expect.txt`` beside ``program.yaml``, one
``PATH:LINE:COLUMN RULE REASON`` a line. The day stands in the first line of ``program.yaml``: ``# as-of: 2026-11-02``,
and after it ``today: 2026-11-24`` where the clock's day is another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from pathlib import Path

import pytest

from staircase.core.assess import Assessment, assess
from staircase.core.load import load
from staircase.core.rules.table import ERRORS, GAPS
from staircase.disk import read
from staircase.words.speech import words

HERE = Path(__file__).parent
BAD = sorted(HERE.glob("*/bad*"))
GOOD = sorted(HERE.glob("*/good*"))

DAYS = re.compile(r"# as-of: ([0-9-]{10})(?: today: ([0-9-]{10}))?")
EXPECTED = re.compile(r"# expect: ([a-z0-9, -]+?)\s*$")
SIDECAR = re.compile(r"(?P<path>.+):(?P<line>\d+):(?P<column>\d+) (?P<rule>\S+)(?: (?P<reason>\S+))?")
REASON = re.compile(r"finding\.([a-z-]+)\.([a-z0-9-]+)\.message")

FROM_THE_DISK = {"link", "not-regular", "no-permission", "too-large", "vanished", "failed"}
"""Reasons that no file in git can show: see test_unreadable.py."""


@dataclass(frozen=True, order=True)
class Mark:
    """What is reported, and where; no reason and no column where the mark leaves them open."""

    path: str = ""
    line: int = 0
    rule: str = ""
    reason: str = ""
    column: int = 0

    def told_as(self, other: "Mark") -> "Mark":
        return replace(self, reason=self.reason if other.reason else "", column=self.column if other.column else 0)


def named(folder: Path) -> str:
    return folder.relative_to(HERE).as_posix()


@pytest.mark.parametrize("folder", BAD, ids=named)
def test_a_rule_reports_exactly_the_marked_lines(folder: Path) -> None:
    rule = folder.parent.name
    expected = sorted(mark for mark in marked(folder) if mark.rule == rule)

    found = sorted(mark for mark in reported(assessed(folder)) if mark.rule == rule)

    assert [one.told_as(other) for one, other in zip_longest(found, expected, fillvalue=Mark())] == expected
    assert found


@pytest.mark.parametrize("folder", GOOD, ids=named)
def test_a_rule_is_silent_where_people_do_right(folder: Path) -> None:
    found = list(reported(assessed(folder)))

    assert [mark for mark in found if mark.rule == folder.parent.name] == []
    assert [mark for mark in found if mark.rule in ERRORS] == []
    assert list(marked(folder)) == []


@pytest.mark.parametrize("folder", BAD, ids=named)
def test_no_other_error_stands_beside_what_is_shown(folder: Path) -> None:
    expected = sorted((mark.path, mark.line, mark.rule) for mark in marked(folder) if mark.rule in ERRORS)

    found = sorted((mark.path, mark.line, mark.rule) for mark in reported(assessed(folder)) if mark.rule in ERRORS)

    assert found == expected


def test_every_rule_is_shown_both_ways() -> None:
    assert {folder.parent.name for folder in BAD} == {*GAPS, *ERRORS}
    assert {folder.parent.name for folder in GOOD} == {*GAPS, *ERRORS}


def test_every_reason_that_has_a_message_is_shown() -> None:
    told = {found.groups() for key in words("en").texts if (found := REASON.fullmatch(key))}
    from_the_disk = {("file-unreadable", reason) for reason in FROM_THE_DISK}

    shown = {(mark.rule, mark.reason) for folder in BAD for mark in reported(assessed(folder))}

    assert told - shown == from_the_disk


def assessed(folder: Path) -> Assessment:
    day, today = days(folder)
    return assess(load(read(folder)), day, today)


def days(folder: Path) -> tuple[date, date]:
    first = (folder / "program.yaml").read_bytes().partition(b"\n")[0].decode(errors="replace")
    found = DAYS.search(first)
    assert found, f"{folder} does not say its day"
    return date.fromisoformat(found[1]), date.fromisoformat(found[2] or found[1])


def reported(assessment: Assessment) -> Iterator[Mark]:
    for finding in assessment.findings:
        span = assessment.portfolio.span(finding.path, finding.where)
        yield Mark(finding.path, span.line, finding.rule, finding.reason, span.column)


def marked(folder: Path) -> Iterator[Mark]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path != folder / "expect.txt":
            yield from marked_lines(path.relative_to(folder).as_posix(), path.read_bytes().decode(errors="replace"))
    sidecar = folder / "expect.txt"
    for line in sidecar.read_text(encoding="utf-8").splitlines() if sidecar.exists() else ():
        found = SIDECAR.fullmatch(line)
        assert found, f"{sidecar} has a line that is no expectation: {line}"
        place = (found["path"], int(found["line"]), found["rule"])
        yield Mark(*place, found["reason"] or "", int(found["column"]))


def marked_lines(path: str, text: str) -> Iterator[Mark]:
    for number, line in enumerate(text.split("\n"), 1):
        found = EXPECTED.search(line)
        for each in found[1].split(", ") if found else ():
            rule, _, reason = each.partition(" ")
            yield Mark(path, number, rule, reason)
