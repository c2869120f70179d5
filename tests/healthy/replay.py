"""The healthy portfolio replayed: read as its files end, as they stood on a day, and with other dates."""

import random
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from staircase.core.assess import Assessment, assess
from staircase.core.file import PROGRAM_FILE, File
from staircase.core.finding import Finding, Severity
from staircase.core.known import Known
from staircase.core.load import load
from staircase.core.portfolio import Portfolio
from staircase.disk import read

FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)
DAYS = tuple(FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1))
MONTHS = tuple(day for day in DAYS if day.day == 1)
LONGEST_SHIFT = 30

_REVIEWS = tuple(day for day in DAYS if day.day == 15 and day.month != 7)
"""The programme's monthly round, in which every open file is vouched for; in July there is none."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ROADMAP_VISIT = re.compile(r"step: roadmap, entered: (\S+)}")


def healthy() -> tuple[File, ...]:
    """Read the portfolio as its files stand at the end."""
    return read(Path(__file__).parent / "portfolio")


def assessed(portfolio: Portfolio, day: date, today: date = LAST) -> Assessment:
    """Assess on a day, with the clock at the end of the two years."""
    return assess(portfolio, day, today)


def assessed_as_they_stood(files: tuple[File, ...], day: date) -> Assessment:
    """Assess what the files said on a day of that which carries no date or is written over.

    The latest monthly review, and no roadmap before the visit in which it was made.
    """
    stood = [one if one.path == PROGRAM_FILE else _with(one, _as_it_stood(_text(one), day)) for one in files]
    return assessed(load(stood), day, LAST + timedelta(LONGEST_SHIFT))


def shifted(files: tuple[File, ...], seed: int) -> tuple[File, ...]:
    """Move each assignment by a number of days of its own; councils adopt their plans when they do."""
    chance = random.Random(seed)  # noqa: S311 - dates, no secrets

    def later(text: str) -> str:
        days = timedelta(chance.randint(0, LONGEST_SHIFT))
        return _DATE.sub(lambda found: (date.fromisoformat(found[0]) + days).isoformat(), text)

    return tuple(one if one.path == PROGRAM_FILE else _with(one, later(_text(one))) for one in files)


def without(files: tuple[File, ...], *keys: str) -> tuple[File, ...]:
    """Strike every line that gives one of the keys: what a lead who does not care leaves out."""
    line = re.compile(rf"^ *({'|'.join(keys)}): .*\n", re.MULTILINE)
    return tuple(one if one.path == PROGRAM_FILE else _with(one, line.sub("", _text(one))) for one in files)


def errors(assessment: Assessment) -> list[Finding]:
    """Give what is wrong, not only missing."""
    return [finding for finding in assessment.findings if finding.severity is Severity.ERROR]


def median_of_gaps(assessment: Assessment) -> float:
    """Give how many gaps the assignment in the middle has, of those that are open; 0 where none is."""
    gaps = Counter(finding.subject.id for finding in assessment.findings)
    return median([gaps[one.id] for one in _known(assessment) if one.is_open] or [0])


def of_no_open_assignment(assessment: Assessment) -> list[Finding]:
    """Give the gaps of departments, goals, the programme, and of assignments that have ended."""
    is_open = {one.id for one in _known(assessment) if one.is_open}
    return [finding for finding in assessment.findings if finding.subject.id not in is_open]


def named(finding: Finding) -> tuple[str, str]:
    """Give a gap as its rule and what it is about: ``subject`` or ``subject/item``."""
    return finding.rule, "/".join(filter(None, (finding.subject.id, finding.item)))


def _known(assessment: Assessment) -> tuple[Known, ...]:
    return tuple(assessment.scene.known.values()) if assessment.scene else ()


def _text(file: File) -> str:
    return (file.content or b"").decode()


def _with(file: File, text: str) -> File:
    return File(file.path, text.encode())


def _as_it_stood(text: str, day: date) -> str:
    visit = _ROADMAP_VISIT.search(text)
    if visit and date.fromisoformat(visit[1]) > day:
        text = text.partition("\nroadmap:\n")[0] + "\n"
    text = re.sub(r"^reviewed: .*\n", "", text, flags=re.MULTILINE)
    started = re.search(r"^started: (\S+)", text, re.MULTILINE)
    first = date.fromisoformat(started[1]) if started else LAST
    reviews = [review for review in _REVIEWS if first <= review <= day]
    return f"reviewed: {reviews[-1]}\n{text}" if reviews else text
