"""Findings that came, went, or were accepted, as changes: the very findings that ``check --base`` names and counts."""

from collections.abc import Iterable, Iterator

from staircase.core.assess import Assessment
from staircase.core.comparison.change import Change, Side
from staircase.core.comparison.findings import Comparison, Names, Sides, subject_as_now
from staircase.core.finding import Finding
from staircase.core.source import AtKey, Span
from staircase.core.term import Code, Term


def gaps(found: Comparison) -> Iterator[Change]:
    """Each finding that is on one side only, or that only one side accepts; a new one may be accepted, too."""
    before, after = found.before, found.after
    for kind, past in (("finding-fixed", found.fixed), ("finding-gone", found.gone)):
        yield from (_change(kind, one, (one, None), found.names) for one in _ordered(before, past))
    for one in _ordered(after, found.new):
        yield _change("finding-new", one, (None, one), found.names)
    for one in _ordered(after, found.accepted_here):
        yield _change("finding-accepted", one, (found.before_of(one), one), found.names)
    for one, sides in found.unaccepted():
        yield _change("finding-unaccepted", one, sides, found.names)


def _ordered(assessment: Assessment, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings as they stand in the files."""

    def key(finding: Finding) -> tuple[str, int, int]:
        span = assessment.portfolio.span(finding.path, finding.where)
        return finding.path, span.line, span.column

    return tuple(sorted(findings, key=key))


def _change(kind: str, finding: Finding, sides: Sides, names: Names) -> Change:
    """The change that a finding is, where it stands on these sides."""
    before, after = sides
    now = subject_as_now((before or finding).subject, names)
    was = before.subject if before else subject_as_now(now, {new: old for old, new in names.items()})
    return Change(kind, now, was, finding.item, _side(before) if before else None, _side(after) if after else None)


def _side(finding: Finding) -> Side:
    terms: dict[str, Term] = {"message": finding.message, "rule": Code(finding.rule)}
    match finding.where:
        case Span() as span:
            return Side(finding.path, (), None, terms, span)
        case AtKey(keys):
            return Side(finding.path, keys, None, terms)
        case keys:
            return Side(finding.path, keys, None, terms)
