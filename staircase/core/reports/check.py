"""``check``: findings as machines get them, with a fingerprint that survives edits elsewhere."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from operator import itemgetter

from staircase.core.assess import Assessment
from staircase.core.comparison.findings import Verdict
from staircase.core.finding import Finding, Severity
from staircase.core.reports.block import Report
from staircase.core.reports.finding_line import FINDING_FIELDS, FindingLine, finding_lines
from staircase.core.reports.outline import Field, Outline, Totals
from staircase.core.term import Code

COMPARED_FIELDS: tuple[Field[FindingLine], ...] = (
    *FINDING_FIELDS,
    Field("novelty", lambda line: Code(line.novelty)),
    Field("accepted_here", lambda line: line.accepted_here, kind="boolean"),
)


def counts(*keys: str) -> Totals[Mapping[str, int]]:
    """Totals that are counts by their keys."""
    return {key: itemgetter(key) for key in keys}


FOUND = (*(severity.value for severity in Severity), "accepted")

CHECK = Outline("check", FINDING_FIELDS, counts(*FOUND))
STANDINGS = ("new", "carried", "fixed", "gone", "accepted_here", "unread_base")
COMPARED = Outline("check", COMPARED_FIELDS, counts(*FOUND, *STANDINGS))


def check(assessment: Assessment, findings: Iterable[Finding], accepted: int | None = None) -> Report:
    """The report of those findings, in their order; ``accepted`` counts the accepted ones that belong to them."""
    findings = tuple(findings)
    hidden = len(assessment.accepted) if accepted is None else accepted
    return CHECK.rows_alone(assessment, finding_lines(assessment, findings), found_counts(findings, hidden))


def found_counts(findings: Iterable[Finding], accepted: int) -> dict[str, int]:
    """How many findings there are of each severity, and how many are accepted."""
    severities = Counter(finding.severity for finding in findings)
    return {**{severity.value: severities[severity] for severity in Severity}, "accepted": accepted}


def judged(verdict: Verdict) -> Report:
    """The report of a verdict; compared with a base, its rows say how each finding stands to it."""
    marks = [each.fingerprint for each in verdict.shown]
    hidden = {id(finding) for finding in verdict.accepted_here}
    lines = finding_lines(verdict.assessment, (each.finding for each in verdict.shown))
    shown = [
        replace(line, marks=marks, novelty=each.novelty, accepted_here=id(each.finding) in hidden)
        for line, each in zip(lines, verdict.shown, strict=True)
    ]
    found = found_counts((each.finding for each in verdict.shown), len(verdict.accepted))
    if verdict.base is None:
        return CHECK.rows_alone(verdict.assessment, shown, found)
    fixed = finding_lines(verdict.base, verdict.fixed, novelty="fixed")
    gone = finding_lines(verdict.base, verdict.gone, novelty="gone")
    novelties = Counter(each.novelty for each in verdict.shown)
    compared = {
        "new": novelties["new"],
        "carried": novelties["carried"],
        "fixed": len(verdict.fixed),
        "gone": len(verdict.gone),
        "accepted_here": len(hidden),
        "unread_base": len(verdict.unread_base),
    }
    return COMPARED.rows_alone(verdict.assessment, (*shown, *fixed, *gone), found | compared)
