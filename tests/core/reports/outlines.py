"""The outlines of all reports that stand in tables; ``check``'s more fields against a base never do."""

from collections.abc import Iterable
from typing import Any

from staircase.core.reports.benefits import BENEFITS
from staircase.core.reports.departments import DEPARTMENTS, WAYS
from staircase.core.reports.findings import CHECK, GAPS
from staircase.core.reports.flow import FLOW
from staircase.core.reports.lessons import LESSONS
from staircase.core.reports.outline import Outline
from staircase.core.reports.roadmap import ROADMAP
from staircase.core.reports.show import SHOW
from staircase.core.reports.status import STATUS
from staircase.core.term import Code, Count, Said

OUTLINES: tuple[Outline[Any, Any], ...] = (
    *(STATUS, DEPARTMENTS, BENEFITS, ROADMAP, GAPS, WAYS, LESSONS, FLOW, SHOW, CHECK),
)


def openings(sentences: Iterable[Said]) -> tuple[Said, ...]:
    """The sentences as they begin, without the fields that follow."""
    return tuple(map(_opening, sentences))


def _opening(said: Said) -> Said:
    before = said.terms["said"] if said.key == "plain.more" else None
    return _opening(before) if isinstance(before, Said) else said


UNREAD = Said("report.unreadable", {"files": Count(1, "unread-file"), "command": Code("staircase check")})
"""That one file could not be read, as every report but ``status`` says it."""
