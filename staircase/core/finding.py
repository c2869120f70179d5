"""A finding: what is wrong or missing, where, the terms to say it with, and the command of ours that mends it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, NamedTuple

from staircase.core.source import Where
from staircase.core.suggest import UNKNOWN
from staircase.core.term import Said, Term


class Severity(StrEnum):
    """How much a finding weighs. Errors can't be turned off; warnings and notes are gaps."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


NO_TERMS: Mapping[str, Term] = MappingProxyType({})

SubjectKind = Literal["assignment", "department", "goal", "program"]


class Subject(NamedTuple):
    """Whom a finding is about; the programme's own id is ``program``."""

    kind: SubjectKind
    id: str


PROGRAM = Subject("program", "program")


class Finding(NamedTuple):
    """One thing that is wrong or missing: a tuple, for a large portfolio has tens of thousands.

    Attributes:
        rule: the rule's stable name.
        path: the file, relative to the portfolio, with ``/``.
        where: the place in it; ``()`` is the file as a whole.
        subject: whom it is about.
        params: the terms that its message and ask are filled with.
        severity: after the settings of the programme.
        reason: which of the rule's messages; empty where the rule has but one.
        item: the benefit, trial, roadmap item or whatever the rule names within the subject.
    """

    rule: str
    path: str
    where: Where
    subject: Subject
    params: Mapping[str, Term] = NO_TERMS
    severity: Severity = Severity.ERROR
    reason: str = ""
    item: str | None = None

    @property
    def message(self) -> Said:
        """What is wrong or missing, with how many files are unread where that may be why."""
        said = self._said("message")
        if "unread" not in self.params:
            return said
        return Said("finding.unread", {"message": said, "unread": self.params["unread"]})

    @property
    def ask(self) -> Said:
        """The next thing to do about it."""
        return self._said("ask")

    def _said(self, part: str) -> Said:
        plain = f"finding.{self.rule}.{part}"
        return (
            Said(f"finding.{self.rule}.{self.reason}.{part}", self.params, plain)
            if self.reason
            else Said(plain, self.params)
        )


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_åäöÅÄÖéÉ")


def command(*words: str) -> str:
    """A command as it is to be typed, its words quoted where a shell would part them or act upon them."""
    return " ".join(("staircase", *(word if word == UNKNOWN else _quoted(word) for word in words)))


def _quoted(word: str) -> str:
    if word and _PLAIN.issuperset(word):
        return word
    return "'" + word.replace("'", "'\"'\"'") + "'"


_TO_FILL = re.compile("SUBJECT|ITEM")

FIXES: Mapping[str, str] = MappingProxyType(
    {
        "journey-stale": "review SUBJECT",
        "journey-stuck": "move SUBJECT …",
        "journey-paused-long": "resume SUBJECT",
        "journey-unproven.explore": "trial SUBJECT … --ended --learned …",
        "journey-unproven.benefits": "measure SUBJECT … …",
        "journey-unproven.roadmap": "plan SUBJECT … --owner … --expects-kind … --from …",
        "journey-not-together": "set SUBJECT together …",
        "journey-no-goal": "set SUBJECT goals …",
        "journey-not-shown": "present SUBJECT --forum …",
        "journey-blocked": "pause SUBJECT --why …",
        "trial-no-lesson.unlearned": "trial SUBJECT ITEM --learned …",
        "trial-no-lesson.unended": "trial SUBJECT ITEM --ended --learned …",
        "trial-no-lesson.stopped": "set SUBJECT stopped.learned …",
        "trial-running-long": "trial SUBJECT ITEM --ended --learned …",
        "benefit-missing": "benefit SUBJECT …",
        "benefit-no-owner": "benefit SUBJECT ITEM --owner …",
        "benefit-no-kind": "benefit SUBJECT ITEM --kind …",
        "benefit-no-measure": "benefit SUBJECT ITEM --what … --unit …",
        "benefit-owner-is-lead": "set SUBJECT benefits.ITEM.owner …",
        "benefit-no-target.absent": "benefit SUBJECT ITEM --target … --by …",
        "benefit-no-target.no-day": "benefit SUBJECT ITEM --by …",
        "benefit-no-baseline": "benefit SUBJECT ITEM --baseline …",
        "benefit-no-realisation": "benefit SUBJECT ITEM --realisation …",
        "benefit-no-worth": "benefit SUBJECT ITEM --per-unit …",
        "benefit-not-measured": "measure SUBJECT ITEM …",
        "benefit-measure-overdue": "measure SUBJECT ITEM …",
        "benefit-not-followed-up": "measure SUBJECT ITEM …",
        "benefit-worse": "measure SUBJECT ITEM …",
        "benefit-missed": "measure SUBJECT ITEM …",
        "benefit-cash-not-booked": "take-home SUBJECT ITEM --how … --amount … --document …",
        "benefit-capacity-unused": "take-home SUBJECT ITEM --how …",
        "roadmap-no-owner": "plan SUBJECT ITEM --owner …",
        "roadmap-no-benefit": "plan SUBJECT ITEM --expects-kind …",
        "roadmap-no-lesson": "plan SUBJECT ITEM --based-on …",
        "roadmap-no-goal": "plan SUBJECT ITEM --goal …",
        "roadmap-overdue": "finish SUBJECT ITEM",
        "roadmap-late-start": "start SUBJECT ITEM",
        "roadmap-not-anchored": "anchor SUBJECT ITEM …",
        "department-untouched": "new … --department SUBJECT",
    }
)
"""The command that mends a gap, by its rule, or by its rule and reason; other rules are mended in several ways."""


def fix_of(finding: Finding) -> str | None:
    """The command that mends a gap, where there is one: with dots for what only the writer knows."""
    pattern = FIXES.get(f"{finding.rule}.{finding.reason}") or FIXES.get(finding.rule)
    if pattern is None or ("ITEM" in pattern and finding.item is None):
        return None
    filled = {"SUBJECT": finding.subject.id, "ITEM": finding.item or ""}
    return command(*(_TO_FILL.sub(lambda found: filled[found[0]], word) for word in pattern.split(" ")))
