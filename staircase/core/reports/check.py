"""``check``'s rows: findings as machines get them, with a fingerprint that survives edits elsewhere."""

from collections import Counter
from collections.abc import Iterable, Mapping

from staircase.core.assess import Assessment
from staircase.core.comparison.verdict import Verdict
from staircase.core.finding import Finding, Severity
from staircase.core.fingerprint import numbered
from staircase.core.period import Period
from staircase.core.reports.block import Report, Row, Value
from staircase.core.reports.keys import KEYS
from staircase.core.stake import at_stake, owner
from staircase.core.term import Code, Money, Name, Term, Word, file_name

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def in_reading_order(assessment: Assessment, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings as they stand in the files: ``program.yaml`` last, then by line, column, weight and rule."""

    def key(finding: Finding) -> tuple[object, ...]:
        span = assessment.portfolio.span(finding.path, finding.where)
        place = (finding.path, span.line, span.column)
        return (*place, _RANK[finding.severity], finding.rule, finding.item or "", finding.reason)

    return tuple(sorted(findings, key=key))


def check(assessment: Assessment, findings: Iterable[Finding], accepted: int | None = None) -> Report:
    """Make the report of those findings, in their order; ``accepted`` counts the accepted ones that belong to them."""
    findings = tuple(findings)
    program = assessment.portfolio.program
    severities = Counter(finding.severity for finding in findings)
    return Report(
        name="check",
        keys=KEYS["check"],
        day=assessment.day,
        program=program.name if program else "",
        rows=rows(assessment, findings),
        totals={severity.value: severities[severity] for severity in Severity}
        | {"accepted": len(assessment.accepted) if accepted is None else accepted},
        unreadable=assessment.portfolio.unreadable,
        blocks=(),
        sentences=(),
    )


def judged(verdict: Verdict) -> Report:
    """Make the report of a verdict; compared with a base, rows say what is new, carried, fixed and accepted here."""
    plain = check(verdict.assessment, [each.finding for each in verdict.shown], len(verdict.accepted))
    marked = tuple(
        {**row, "fingerprint": Code(each.fingerprint)} for row, each in zip(plain.rows, verdict.shown, strict=True)
    )
    if verdict.base is None:
        return plain._replace(rows=marked)
    hidden = {id(finding) for finding in verdict.accepted_here}
    shown = [
        {**row, "novelty": Code(each.novelty), "accepted_here": id(each.finding) in hidden}
        for row, each in zip(marked, verdict.shown, strict=True)
    ]
    fixed = ({**row, "novelty": Code("fixed"), "accepted_here": False} for row in rows(verdict.base, verdict.fixed))
    novelties = Counter(each.novelty for each in verdict.shown)
    totals = {"new": novelties["new"], "carried": novelties["carried"], "fixed": len(verdict.fixed)}
    return plain._replace(
        keys=(*plain.keys, "novelty", "accepted_here"),
        rows=(*shown, *fixed),
        totals={**plain.totals, **totals, "accepted_here": len(hidden), "unread_base": len(verdict.unread_base)},
    )


def rows(assessment: Assessment, findings: Iterable[Finding]) -> tuple[Row, ...]:
    """Give the rows of findings, in their order; of equal fingerprints the later ones are numbered."""
    found = tuple(findings)
    return tuple(_row(assessment, finding, mark) for finding, mark in zip(found, numbered(found), strict=True))


def _told(name: str, term: Term) -> Term:
    """Give a period as the day that its name asks for: its first after ``from``, else its last."""
    if not isinstance(term, Period):
        return term
    return term.first if name == "from" else term.last


def _row(assessment: Assessment, finding: Finding, mark: str) -> Row:
    scene = assessment.scene
    span = assessment.portfolio.span(finding.path, finding.where)
    params: Mapping[str, Value] = {name: _told(name, term) for name, term in finding.params.items()}
    return {
        "rule": Code(finding.rule),
        "severity": Word(f"severity.{finding.severity}"),
        "subject_kind": Code(finding.subject.kind),
        "subject": file_name(finding.subject.id),
        "item": Name(finding.item) if finding.item is not None else None,
        "message": finding.message,
        "ask": finding.ask,
        "params": params,
        "at_stake": Money(at_stake(scene, finding)) if scene else None,
        "owner": Name(held) if scene and (held := owner(scene, finding)) else None,
        "path": file_name(finding.path),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "fingerprint": Code(mark),
    }
