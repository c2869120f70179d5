"""A finding placed in its file and said in a language, for people as a problem and for machines as a notice."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from staircase.core.assess import Assessment
from staircase.core.comparison.findings import Novelty, Verdict
from staircase.core.finding import Finding, Severity
from staircase.core.fix import fix_of
from staircase.core.listing import fingerprint
from staircase.core.yaml.source import Span, spelled_name
from staircase.words.speech import Words

Standing = Literal["listed", "fixed", "gone", "accepted"]


class Problem(NamedTuple):
    """A finding with its exact place and its words.

    Attributes:
        finding: the rule, its severity and whom it is about.
        path: the file, with ``/``: from the root of its repository for machines, from the current folder for people.
        span: the exact place in it.
        message: what is wrong or missing, said.
        ask: the next thing to do, said; empty where there is nothing to ask, or where nobody reads it.
        fix: the command that mends it; empty where none does, or where nobody reads it.
        fingerprint: what makes it the same one tomorrow; for machines only.
        novelty: whether the base has it too; empty when nothing was compared.
        standing: whether it is listed, fixed since the base, gone with its assignment, or accepted for now.
        source_line: for people, the text of the span's first line, or what stands around the span; ``None`` where it
            can't be read.
        left_out: how many characters of the line come before that text.
    """

    finding: Finding
    path: str
    span: Span
    message: str
    ask: str
    fix: str = ""
    fingerprint: str = ""
    novelty: Novelty = ""
    standing: Standing = "listed"
    source_line: str | None = None
    left_out: int = 0

    @property
    def place(self) -> str:
        """The file, line and column, as compilers write them."""
        return f"{spelled_name(self.path)}:{self.span.line}:{self.span.column}"


def problem(finding: Finding, assessment: Assessment, words: Words, path: str, *, asks: bool = True) -> Problem:
    """Place a finding and say it, with its ask if that is read; ``path`` is the file as the reader is to see it."""
    return Problem(
        finding=finding,
        path=path,
        span=assessment.portfolio.span(finding.path, finding.where),
        message=words.message(finding),
        ask=words.ask(finding) if asks else "",
        fix=(fix_of(finding) or "") if asks else "",
    )


RANK: Mapping[Severity, int] = MappingProxyType({severity: rank for rank, severity in enumerate(Severity)})


@dataclass(frozen=True, slots=True)
class Notices:
    """All that a check has to tell machines.

    Attributes:
        shown: what is listed, in the verdict's order.
        fixed: what the base has and the head has not.
        gone: what went because its assignment was removed.
        accepted: what is accepted for now.
        accepted_here: of those shown, the ones that the change itself would have accepted.
        compared: whether there was a base to compare with.
        revision: the commit the base was read at; empty when nothing was compared.
        unread_base: the base's files that could not be read.
        day: the day that is told of.
        failing: the severities that fail the check.
    """

    shown: tuple[Problem, ...]
    fixed: tuple[Problem, ...] = ()
    gone: tuple[Problem, ...] = ()
    accepted: tuple[Problem, ...] = ()
    accepted_here: tuple[Problem, ...] = ()
    compared: bool = False
    revision: str = ""
    unread_base: tuple[str, ...] = ()
    day: date | None = None
    failing: AbstractSet[Severity] = frozenset(Severity)

    @property
    def counting(self) -> tuple[Problem, ...]:
        """What may fail the check, gravest first."""
        return tuple(sorted((each for each in self.shown if each.novelty != "carried"), key=_weight))

    @property
    def carried(self) -> tuple[Problem, ...]:
        """What the base has too."""
        return tuple(each for each in self.shown if each.novelty == "carried")


def noticed(
    verdict: Verdict, words: Words, prefix: str, failing: AbstractSet[Severity] = frozenset(Severity)
) -> Notices:
    """All of a verdict, placed and said; ``prefix`` leads from the repository's root to the portfolio."""
    head, base = verdict.assessment, verdict.base

    def said(finding: Finding, of: Assessment, standing: Standing = "listed") -> Problem:
        placed = problem(finding, of, words, prefix + finding.path)
        fix = placed.fix if standing == "listed" else ""
        return placed._replace(fix=fix, fingerprint=fingerprint(finding), standing=standing)

    known = {fingerprint(each) for each in (*base.findings, *base.accepted)} if base else frozenset()
    return Notices(
        shown=tuple(
            said(each.finding, head)._replace(fingerprint=each.fingerprint, novelty=each.novelty)
            for each in verdict.shown
        ),
        fixed=tuple(said(each, base or head, "fixed") for each in verdict.fixed),
        gone=tuple(said(each, base or head, "gone") for each in verdict.gone),
        accepted=tuple(_accepted(said(each, head, "accepted"), known, base) for each in verdict.accepted),
        accepted_here=tuple(said(each, head) for each in verdict.accepted_here),
        compared=verdict.compared,
        revision=verdict.revision,
        unread_base=verdict.unread_base,
        day=head.day,
        failing=failing,
    )


def _accepted(found: Problem, known: AbstractSet[str], base: Assessment | None) -> Problem:
    novelty: Novelty = "" if base is None else "carried" if found.fingerprint in known else "new"
    return found._replace(novelty=novelty)


def _weight(found: Problem) -> int:
    return RANK[found.finding.severity]
