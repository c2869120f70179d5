"""A verdict as machines are told it: each finding with its place from the repository's root and its words."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from staircase.core.assess import Assessment
from staircase.core.comparison.verdict import Novelty, Verdict
from staircase.core.finding import Finding, Severity
from staircase.core.fingerprint import fingerprint
from staircase.render.problem import Problem, problem
from staircase.words.speech import Words

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

    @property
    def counting(self) -> tuple[Problem, ...]:
        """Give what may fail the check, gravest first."""
        return tuple(sorted((each for each in self.shown if each.novelty != "carried"), key=_weight))

    @property
    def carried(self) -> tuple[Problem, ...]:
        """Give what the base has too."""
        return tuple(each for each in self.shown if each.novelty == "carried")


def noticed(verdict: Verdict, words: Words, prefix: str) -> Notices:
    """Say all of a verdict; ``prefix`` leads from the repository's root to the portfolio."""
    teller = _Teller(words, prefix)
    head, base = verdict.assessment, verdict.base
    shown = (teller.told(each.finding, head) for each in verdict.shown)
    known = {fingerprint(each) for each in (*base.findings, *base.accepted)} if base else frozenset()
    return Notices(
        shown=tuple(
            replace(told, fingerprint=each.fingerprint, novelty=each.novelty)
            for told, each in zip(shown, verdict.shown, strict=True)
        ),
        fixed=tuple(replace(teller.told(each, base or head), standing="fixed") for each in verdict.fixed),
        gone=tuple(replace(teller.told(each, base or head), standing="gone") for each in verdict.gone),
        accepted=tuple(_accepted(teller.told(each, head), known, base) for each in verdict.accepted),
        accepted_here=tuple(teller.told(each, head) for each in verdict.accepted_here),
        compared=verdict.compared,
        revision=verdict.revision,
        unread_base=verdict.unread_base,
        day=head.day,
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    """Says findings in a language, with their paths from the repository's root."""

    words: Words
    prefix: str

    def told(self, finding: Finding, assessment: Assessment) -> Problem:
        placed = problem(finding, assessment, self.words, self.prefix + finding.path)
        return replace(placed, fingerprint=fingerprint(finding))


def _accepted(found: Problem, known: AbstractSet[str], base: Assessment | None) -> Problem:
    novelty: Novelty = "" if base is None else "carried" if found.fingerprint in known else "new"
    return replace(found, novelty=novelty, standing="accepted")


def _weight(found: Problem) -> int:
    return RANK[found.finding.severity]
