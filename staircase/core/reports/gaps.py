"""``gaps``: what is missing, kind by kind with one line of advice, largest at stake first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, assert_never

from staircase.core.assess import Assessment
from staircase.core.finding import Finding, Severity
from staircase.core.reports.block import Block, Cell, Entry, Gaps, Heading, Hints, Kind, Lines, Report, Row, Sign, Tone
from staircase.core.reports.check import rows
from staircase.core.reports.columns import asked_for, of_rows, table
from staircase.core.reports.concern import department_of, is_about
from staircase.core.reports.empty import unread_lines, without_program
from staircase.core.reports.first import weight
from staircase.core.reports.keys import KEYS
from staircase.core.reports.made import Made
from staircase.core.reports.select import ALL, Selection, in_order
from staircase.core.rules.names import ERRORS
from staircase.core.rules.rule import Scene
from staircase.core.source import Span
from staircase.core.stake import Stakes, owner, stakes
from staircase.core.term import Code, Count, Money, Name, Said, Term, Word, file_name
from staircase.core.worth import exact_sum

By = Literal["rule", "department", "owner", "assignment"]

SIGNS = {Severity.ERROR: Sign.ERROR, Severity.WARNING: Sign.WARNING, Severity.NOTE: Sign.NOTE}
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Missing:
    """A gap with what is at stake in it, in all and by benefit and item, and whose it is."""

    finding: Finding
    at_stake: Fraction
    stakes: Stakes
    owner: str | None
    department: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the blocks are made of: the gaps with their rows, and how many gaps beside them are accepted."""

    assessment: Assessment
    scene: Scene
    missing: Sequence[Missing]
    rows: Sequence[Row]
    accepted: int


def gaps(assessment: Assessment, selection: Selection = ALL, by: By = "rule") -> Report:
    """Make the report of the gaps that are listed: accepted ones and those turned off are not."""
    scene = assessment.scene
    if scene is None:
        return without_program("gaps", assessment)
    counted = [
        one for one in assessment.findings if one.rule not in ERRORS and is_about(scene, one, selection, state=False)
    ]
    chosen = [one for one in counted if is_about(scene, one, selection)] if selection.state else counted
    missing = sorted((_missing(scene, one) for one in chosen), key=lambda one: weight(one.finding, one.at_stake))
    made = Made(lambda: rows(assessment, [one.finding for one in missing]))
    places = {id(one): place for place, one in enumerate(missing)}
    shown = in_order(missing, lambda one: made[places[id(one)]], selection.sort)
    ordered = Made(lambda: (made[places[id(one)]] for one in shown))
    counts = Counter(one.severity for one in counted)
    accepted = sum(is_about(scene, one, selection, state=False) for one in assessment.accepted)
    return Report(
        name="gaps",
        keys=KEYS["gaps"],
        day=scene.day,
        program=scene.program.name,
        rows=ordered,
        totals={**{severity.value: counts[severity] for severity in Severity}, "accepted": accepted},
        unreadable=assessment.portfolio.unreadable,
        blocks=tuple(_blocks(Shown(assessment, scene, shown, ordered, accepted), selection, by)),
        sentences=Made(lambda: _sentences(shown)),
        columns=selection.columns,
    )


def _kinds(assessment: Assessment, missing: Sequence[Missing], by: By) -> Iterator[Kind]:
    """Give the groups: rules with their common advice, or people and places with advice for each gap."""
    groups: dict[str, list[Missing]] = {}
    for one in missing:
        groups.setdefault(_group(one, by), []).append(one)
    ordered = sorted(groups.items(), key=lambda pair: _group_weight(pair[0], pair[1], by))
    for name, of in ordered:
        yield _of_rule(assessment, of) if by == "rule" else _of_others(assessment, name, of, by)


def _missing(scene: Scene, finding: Finding) -> Missing:
    found = stakes(scene, finding)
    return Missing(finding, exact_sum(found.values()), found, owner(scene, finding), department_of(scene, finding))


def _stake(of: Iterable[Missing]) -> Fraction:
    """Give what is at stake in several gaps, each benefit and item once."""
    return exact_sum({key: stake for one in of for key, stake in one.stakes.items()}.values())


def _group(one: Missing, by: By) -> str:
    match by:
        case "rule":
            return one.finding.rule
        case "department":
            return one.department
        case "owner":
            return one.owner or ""
        case "assignment":
            return one.finding.subject.id
        case _:
            assert_never(by)


def _group_weight(name: str, of: Sequence[Missing], by: By) -> tuple[object, ...]:
    stake = _stake(of)
    heaviest = min(_RANK[one.finding.severity] for one in of) if by == "rule" else 0
    return (heaviest, -stake, name)


def _of_rule(assessment: Assessment, of: Sequence[Missing]) -> Kind:
    first = of[0].finding
    return Kind(
        sign=SIGNS[first.severity],
        title=Word(f"rule.{first.rule}"),
        facts=_facts(of),
        rule=Code(first.rule),
        ask=first.ask,
        entries=tuple(_entry(assessment, one) for one in of),
    )


def _of_others(assessment: Assessment, name: str, of: Sequence[Missing], by: By) -> Kind:
    title: Term = Name(name) if name else Word(f"gaps.no-{by}")
    department = assessment.portfolio.departments.get(name) if by == "department" else None
    if department:
        title = Name(department.name)
    entries = tuple(_entry(assessment, one, ask=one.finding.ask, owned=by != "owner") for one in of)
    return Kind(None, title, _facts(of), None, None, entries)


def _sorted(assessment: Assessment, of: Sequence[Missing]) -> Kind:
    """Give all of them in one list, in the order that was asked for."""
    counted, *at_stake = _facts(of)
    return Kind(
        None, counted, tuple(at_stake), None, None, tuple(_entry(assessment, one, one.finding.ask) for one in of)
    )


def _facts(of: Sequence[Missing]) -> tuple[Term, ...]:
    stake = _stake(of)
    counted = Count(len(of), "gap")
    return (counted, Said("gaps.at-stake", {"amount": Money(stake)})) if stake else (counted,)


def _entry(assessment: Assessment, one: Missing, ask: Term | None = None, *, owned: bool = True) -> Entry:
    finding = one.finding
    span = assessment.portfolio.span(finding.path, finding.where)
    signs = (SIGNS[finding.severity],) if ask else ()
    return Entry(
        subject=Cell(file_name(finding.subject.id), Tone.STRONG, signs),
        text=Cell(finding.message),
        owner=Cell(Name(one.owner) if one.owner and owned else None),
        place=Cell(file_name(f"{finding.path}:{span.line}"), Tone.FAINT),
        flat=flat_line(finding, span),
        ask=ask,
    )


def flat_line(finding: Finding, span: Span) -> Said:
    """Give a finding in one line, as ``check`` does: its place, severity, rule and message."""
    terms: dict[str, Term] = {
        "place": file_name(f"{finding.path}:{span.line}:{span.column}"),
        "severity": Code(finding.severity),
        "rule": Code(finding.rule),
        "message": finding.message,
    }
    return Said("gaps.line", terms)


def _blocks(of: Shown, selection: Selection, by: By) -> Iterator[Block]:
    assessment, scene = of.assessment, of.scene
    yield Heading(scene.program.organisation, scene.program.name, scene.day)
    yield from unread_lines(assessment)
    shown = of.missing
    if not shown:
        none = any(finding.rule not in ERRORS for finding in assessment.findings)
        yield Lines((Said("gaps.no-match" if none else "gaps.none", {}),))
    elif selection.columns:
        yield table([(None, of.rows)], asked_for(selection.columns, _ASKED))
    elif selection.sort:
        yield Gaps((_sorted(assessment, shown),))
    else:
        yield Gaps(tuple(_kinds(assessment, shown, by)))
    if shown:
        yield _counts(shown, of.accepted)
    if hints := tuple(_hints(assessment, shown, by)):
        yield Hints(hints)


def _counts(shown: Sequence[Missing], accepted: int) -> Lines:
    counts = Counter(one.finding.severity for one in shown)
    parts: dict[str, Term] = {severity.value: Count(counts[severity], severity.value) for severity in Severity}
    key = "gaps.counts.errors" if counts[Severity.ERROR] else "gaps.counts"
    return Lines((Said(key, {**parts, "accepted": accepted}),), Tone.STRONG, piped=False)


def _hints(assessment: Assessment, shown: Sequence[Missing], by: By) -> Iterator[tuple[Said, str]]:
    errors = sum(finding.rule in ERRORS for finding in assessment.findings)
    if errors:
        yield Said("hint.errors", {"errors": Count(errors, "error")}), "staircase check"
    if shown:
        yield Said("hint.rule", {}), "staircase rule NAME"
    if shown and by == "rule":
        yield Said("hint.by-owner", {}), "staircase gaps --by owner"


def _sentences(shown: Iterable[Missing]) -> Iterator[Said]:
    for one in shown:
        terms: dict[str, Term] = {
            "id": file_name(one.finding.subject.id),
            "message": one.finding.message,
            "ask": one.finding.ask,
            "severity": Word(f"severity.{one.finding.severity}"),
        }
        if one.owner:
            yield Said("plain.gaps.owned", terms | {"owner": Name(one.owner)})
        else:
            yield Said("plain.gaps", terms)


_ASKED = of_rows(
    KEYS["gaps"],
    numbers=("at_stake", "line", "column", "end_line", "end_column"),
    long=("message", "ask", "params", "owner"),
)
