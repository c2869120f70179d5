"""``check``'s rows: findings as machines get them, with a fingerprint that survives edits elsewhere."""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from staircase.core.assess import Assessment
from staircase.core.finding import Finding, Severity
from staircase.core.reports.block import Report, Row, Value
from staircase.core.reports.keys import KEYS
from staircase.core.rules.names import ERRORS
from staircase.core.stake import at_stake, owner
from staircase.core.term import Code, Money, Name, Term, Word

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def in_reading_order(assessment: Assessment, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings as they stand in the files: ``program.yaml`` last, then by line, column, weight and rule."""

    def key(finding: Finding) -> tuple[object, ...]:
        span = assessment.portfolio.span(finding.path, finding.where)
        place = (finding.path, span.line, span.column)
        return (*place, _RANK[finding.severity], finding.rule, finding.item or "", finding.reason)

    return tuple(sorted(findings, key=key))


def check(assessment: Assessment, findings: Iterable[Finding]) -> Report:
    """Make the report of those findings, in their order."""
    findings = tuple(findings)
    program = assessment.portfolio.program
    severities = Counter(finding.severity for finding in findings)
    return Report(
        name="check",
        keys=KEYS["check"],
        day=assessment.day,
        program=program.name if program else "",
        rows=rows(assessment, findings),
        totals={severity.value: severities[severity] for severity in Severity} | {"accepted": len(assessment.accepted)},
        unreadable=assessment.portfolio.unreadable,
        blocks=(),
        sentences=(),
    )


def rows(assessment: Assessment, findings: Iterable[Finding]) -> tuple[Row, ...]:
    """Give the rows of findings, in their order; of equal fingerprints the later ones are numbered."""
    seen: Counter[str] = Counter()
    return tuple(_row(assessment, finding, seen) for finding in findings)


def fingerprint(finding: Finding) -> str:
    """Give what makes a finding the same one tomorrow: rule, subject, item, and its parameters that are not figures."""
    own = {name: _steady(term) for name, term in finding.params.items()} if finding.rule in ERRORS else {}
    parts = (finding.rule, finding.subject.kind, finding.subject.id, finding.item or "")
    return sha256(
        "\0".join((*parts, *(f"{k}={v}" for k, v in sorted(own.items()) if v))).encode(errors="replace")
    ).hexdigest()[:32]


def _steady(term: Term) -> str:
    match term:
        case Name() | Code():
            return term.text
        case Word():
            return term.key
        case _:
            return ""


def _row(assessment: Assessment, finding: Finding, seen: Counter[str]) -> Row:
    scene = assessment.scene
    span = assessment.portfolio.span(finding.path, finding.where)
    mark = fingerprint(finding)
    seen[mark] += 1
    params: Mapping[str, Value] = dict(finding.params)
    return {
        "rule": Code(finding.rule),
        "severity": Word(f"severity.{finding.severity}"),
        "subject_kind": Code(finding.subject.kind),
        "subject": Name(finding.subject.id),
        "item": Name(finding.item) if finding.item is not None else None,
        "message": finding.message,
        "ask": finding.ask,
        "params": params,
        "at_stake": Money(at_stake(scene, finding)) if scene else None,
        "owner": Name(held) if scene and (held := owner(scene, finding)) else None,
        "path": Name(finding.path),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "fingerprint": Code(mark if seen[mark] == 1 else f"{mark}:{seen[mark]}"),
    }
