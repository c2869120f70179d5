"""A finding: what is wrong or missing, where, and the terms to say it with. It holds no sentence."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Literal, NamedTuple

from staircase.core.term import Said, Term
from staircase.core.yaml.source import Where


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
