"""Checking: every rule on the whole portfolio; what was asked for is listed, and decides the exit code."""

from collections import Counter
from collections.abc import Sequence

from staircase.cli.environment import texts
from staircase.cli.exits import DONE, FAILED
from staircase.cli.options import CheckOptions, FailOn
from staircase.cli.outputs import asked, opened
from staircase.cli.paths import meant
from staircase.cli.reading import language_of, read, words_of
from staircase.cli.settings import Settings, settings
from staircase.core.assess import Assessment
from staircase.core.file import PROGRAM_FILE
from staircase.core.finding import Finding, Severity
from staircase.core.reports.check import fingerprint, in_reading_order
from staircase.core.verdict import Judged, Verdict
from staircase.words.speech import Words


def show(options: CheckOptions) -> int:
    """Check the portfolio and list what was found; give 1 when something listed is grave enough, else 0."""
    outputs = asked(options.format, json=options.json)
    told = settings(options)
    with opened(outputs, told) as files:
        assessment = read(told)
        words = words_of(told, assessment)
        findings = _listed(options, told, assessment)
        verdict = Verdict(assessment, _judged(findings), accepted=assessment.accepted)
        files.write(verdict, words, _counts(findings, told, assessment, words))
    return FAILED if any(_is_grave(each.finding.severity, options.fail_on) for each in verdict.counting) else DONE


def _judged(findings: Sequence[Finding]) -> tuple[Judged, ...]:
    """Give the findings with their fingerprints; of equal ones the later are numbered."""
    seen: Counter[str] = Counter()
    judged = []
    for finding in findings:
        mark = fingerprint(finding)
        seen[mark] += 1
        judged.append(Judged(finding, "", mark if seen[mark] == 1 else f"{mark}:{seen[mark]}"))
    return tuple(judged)


def _listed(options: CheckOptions, told: Settings, assessment: Assessment) -> tuple[Finding, ...]:
    """Give the findings about the files that were named, or all."""
    findings = in_reading_order(assessment, assessment.findings)
    if not options.paths:
        return findings
    portfolio = assessment.portfolio
    known = {PROGRAM_FILE, *portfolio.sources, *portfolio.unreadable, *portfolio.ignored}
    named = meant(options.paths, known, told)
    return tuple(finding for finding in findings if finding.path in named)


def _counts(findings: Sequence[Finding], told: Settings, assessment: Assessment, words: Words) -> str:
    """Say in one line how much was found, and how much is accepted for now."""
    said = texts(language_of(told, assessment))
    count = Counter(finding.severity for finding in findings)
    parts = [words.counted(count[severity], severity.value) for severity in Severity if count[severity]]
    whole = said["shell.found"].format(found=", ".join(parts)) if parts else said["shell.nothing_found"]
    if not assessment.accepted:
        return whole
    return f"{whole} {said['shell.accepted'].format(count=len(assessment.accepted))}"


def _is_grave(severity: Severity, fail_on: FailOn) -> bool:
    """Tell whether a severity is at or above the one to fail on."""
    order = list(Severity)
    return fail_on != "never" and order.index(severity) <= order.index(Severity(fail_on))
