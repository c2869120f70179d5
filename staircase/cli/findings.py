"""Checking: every rule on the whole portfolio; what was asked for is listed, and decides the exit code."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import repeat

from staircase.cli import DONE, FAILED, say
from staircase.cli.environment import texts
from staircase.cli.options import CheckOptions, FailOn
from staircase.cli.outputs import asked, closing, opened
from staircase.cli.reading import (
    Settings,
    files_meant,
    language_of,
    name_unread,
    name_unread_base,
    read,
    settings,
    words_of,
)
from staircase.cli.usage import MisuseError
from staircase.core.assess import Assessment, assess, nothing_beside
from staircase.core.comparison import Judged, Novelty, Verdict, compare
from staircase.core.finding import Finding, Severity
from staircase.core.listing import in_reading_order, numbered
from staircase.core.rules.table import SEVERITIES
from staircase.core.source import PROGRAM_FILE


def show(options: CheckOptions) -> int:
    """Check the portfolio and list what was found; give 1 when something that counts is grave enough, else 0."""
    outputs, rules = asked(options.format, json=options.json), _rules(options.select)
    if options.base is not None and not options.base.strip():
        raise MisuseError(key="shell.empty_base", command="staircase check")
    told = settings(options)
    with opened(outputs, told) as files:
        whole = verdict_on_all(options, told, marked=files.marks)
        verdict = _narrowed(whole, rules, _files(options, told, whole))
        words = words_of(told, verdict.assessment)
        failing = frozenset(severity for severity in Severity if _is_grave(severity, options.fail_on))
        last = closing(options, verdict, told, words)
        files.write(verdict, words, last, failing)
    said = texts(language_of(told, verdict.assessment))
    name_unread_base(verdict.unread_base, told, said)
    unnamed = name_unread(_unnamed(whole, verdict), told, said)
    if files.to_stdout != "full":
        say(last.counts)
    is_failed = any(each.finding.severity in failing for each in verdict.counting)
    return FAILED if is_failed or unnamed or not verdict.is_whole else DONE


def _unnamed(whole: Verdict, verdict: Verdict) -> Sequence[str]:
    """The files that could not be read, where what was asked for leaves out why: they may hold anything."""
    named = {each.finding.path for each in verdict.shown}
    counting = {each.finding.path for each in whole.counting}
    return [path for path in whole.assessment.portfolio.unreadable if path in counting - named]


def _rules(selected: Sequence[str]) -> frozenset[str]:
    """The rules that are to be listed: those named, and those of the families named; none is all."""
    families: dict[str, set[str]] = {}
    for rule in SEVERITIES:
        families.setdefault(rule.partition("-")[0], set()).add(rule)
    known = {**{rule: {rule} for rule in SEVERITIES}, **families}
    names = [name.strip() for each in selected for name in each.split(",")]
    for name in names:
        if name not in known:
            choices = tuple(sorted(known))
            raise MisuseError(key="shell.unknown_selection", word=name, choices=choices, command="staircase check")
    return frozenset().union(*(known[name] for name in names))


def verdict_on_all(options: CheckOptions, told: Settings, *, marked: bool) -> Verdict:
    """The verdict on everything, beside the base where there is one, with fingerprints if they are asked for."""
    if options.base is None:
        return _alone(read(told), marked=marked)
    from staircase.cli.sides import beside_base, say_where  # noqa: PLC0415 - start-up: only with a base to read by git

    portfolio, side = beside_base(told, options.base)
    head = assess(portfolio, told.as_of, told.today)
    if side is None:
        return _alone(head, marked=marked)
    say_where(side, told, texts(language_of(told, head)))
    base = assess(side.portfolio, told.as_of, told.today, beside=head) if side.portfolio else nothing_beside(head)
    compared = compare(base, head)
    novelty = dict(zip(map(id, compared.judged.findings), compared.novelties, strict=True))
    findings = in_reading_order(compared.judged.portfolio, compared.judged.findings)
    judged = _judged(findings, [novelty[id(finding)] for finding in findings], marked=marked)
    return Verdict(
        assessment=compared.judged,
        shown=tuple(sorted(judged, key=lambda each: (each.novelty == "carried", _weight(each.finding.severity)))),
        fixed=in_reading_order(compared.before.portfolio, compared.fixed),
        gone=in_reading_order(compared.before.portfolio, compared.gone),
        accepted=compared.judged.accepted,
        accepted_here=in_reading_order(compared.judged.portfolio, compared.accepted_here),
        base=compared.before,
        revision=side.mark,
    )


def _alone(assessment: Assessment, *, marked: bool) -> Verdict:
    """The verdict on everything, beside nothing."""
    findings = in_reading_order(assessment.portfolio, assessment.findings)
    return Verdict(assessment, _judged(findings, repeat(""), marked=marked), accepted=assessment.accepted)


def _judged(findings: Sequence[Finding], novelties: Iterable[Novelty], *, marked: bool) -> tuple[Judged, ...]:
    return tuple(map(Judged, findings, novelties, numbered(findings) if marked else repeat("")))


def _files(options: CheckOptions, told: Settings, whole: Verdict) -> frozenset[str] | None:
    """The files that the PATHs name, also those that only the base has; ``None`` is all."""
    if not options.paths:
        return None
    portfolios = [each.portfolio for each in (whole.assessment, whole.base) if each]
    known = {path for each in portfolios for path in (*each.sources, *each.unreadable, *each.ignored)}
    return files_meant(options.paths, {PROGRAM_FILE, *known}, told, language_of(told, whole.assessment))


def _narrowed(whole: Verdict, rules: frozenset[str], files: frozenset[str] | None) -> Verdict:
    """Leave the findings that are about these rules and files; no rules are all rules.

    What keeps ``program.yaml`` from being read stays: without it hardly any rule was asked.
    """

    def is_wanted(finding: Finding) -> bool:
        if finding.path == PROGRAM_FILE and not whole.is_whole:
            return True
        return (not rules or finding.rule in rules) and (files is None or finding.path in files)

    return replace(
        whole,
        shown=tuple(each for each in whole.shown if is_wanted(each.finding)),
        fixed=tuple(filter(is_wanted, whole.fixed)),
        gone=tuple(filter(is_wanted, whole.gone)),
        accepted=tuple(filter(is_wanted, whole.accepted)),
        accepted_here=tuple(filter(is_wanted, whole.accepted_here)),
    )


def _is_grave(severity: Severity, fail_on: FailOn) -> bool:
    """Whether a severity is at or above the one to fail on."""
    return fail_on != "never" and _weight(severity) <= _weight(Severity(fail_on))


def _weight(severity: Severity) -> int:
    return list(Severity).index(severity)
