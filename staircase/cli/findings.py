"""Checking: every rule on the whole portfolio; what was asked for is listed, and decides the exit code."""

from collections import Counter
from collections.abc import Sequence

from staircase.cli.environment import texts
from staircase.cli.exits import DONE, FAILED
from staircase.cli.options import CheckOptions, FailOn, FindingsFormat
from staircase.cli.output import write
from staircase.cli.paths import meant
from staircase.cli.reading import language_of, read, words_of
from staircase.cli.settings import Settings, settings
from staircase.cli.unread import from_here
from staircase.cli.usage import MisuseError
from staircase.core.assess import Assessment
from staircase.core.file import PROGRAM_FILE
from staircase.core.finding import Finding, Severity
from staircase.core.reports.check import check, in_reading_order
from staircase.core.source import Span
from staircase.render import render
from staircase.render.findings import Shown, concise, full
from staircase.words.speech import Words


def show(options: CheckOptions) -> int:
    """Check the portfolio and list what was found; give 1 when something listed is grave enough, else 0."""
    asked = _form(options)
    told = settings(options)
    form = asked or ("full" if told.look.terminal and not told.look.plain else "concise")
    assessment = read(told)
    words = words_of(told, assessment)
    findings = _listed(options, told, assessment)
    write(_text(findings, form, told, assessment, words), "utf-8" if form == "json" else None)
    return FAILED if any(_is_grave(finding.severity, options.fail_on) for finding in findings) else DONE


def _form(options: CheckOptions) -> FindingsFormat | None:
    if options.json and options.format not in {None, "json"}:
        places = {"option": "--json", "other": f"--format {options.format}"}
        raise MisuseError(key="shell.contradiction", places=places)
    return "json" if options.json else options.format


def _listed(options: CheckOptions, told: Settings, assessment: Assessment) -> tuple[Finding, ...]:
    """Give the findings about the files that were named, or all."""
    findings = in_reading_order(assessment, assessment.findings)
    if not options.paths:
        return findings
    portfolio = assessment.portfolio
    known = {PROGRAM_FILE, *portfolio.sources, *portfolio.unreadable, *portfolio.ignored}
    named = meant(options.paths, known, told)
    return tuple(finding for finding in findings if finding.path in named)


def _text(
    findings: Sequence[Finding], form: FindingsFormat, told: Settings, assessment: Assessment, words: Words
) -> str:
    match form:
        case "json":
            return render(check(assessment, findings), "json", told.look, words)
        case "concise":
            return concise((_shown(each, told, assessment, words) for each in findings), told.look)
        case "full":
            shown = [_shown(each, told, assessment, words) for each in findings]
            return full(shown, _counts(findings, told, assessment, words), told.look)


def _shown(finding: Finding, told: Settings, assessment: Assessment, words: Words) -> Shown:
    span = assessment.portfolio.span(finding.path, finding.where)
    return Shown(
        finding=finding,
        path=from_here(finding.path, told),
        span=span,
        source_line=_line(finding, span, assessment),
        message=words.message(finding),
        ask=words.ask(finding),
    )


def _line(finding: Finding, span: Span, assessment: Assessment) -> str | None:
    """Give the line that a finding points at; one about a file as a whole points at none."""
    source = assessment.portfolio.sources.get(finding.path)
    return source.line(span.line) if source and finding.where != () else None


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
