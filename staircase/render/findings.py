"""Findings placed in their files and said: for programs as notices, for people with the source line, or concise."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Literal, NamedTuple

from staircase.core.assess import Assessment
from staircase.core.comparison import Novelty, Verdict
from staircase.core.finding import Finding, Severity, fix_of
from staircase.core.listing import fingerprint
from staircase.core.reports import Tone
from staircase.core.source import Span, spelled_name
from staircase.render.layout import head, tail, to_copy, width, wrap
from staircase.render.look import SETS, Look, SignSet, paint
from staircase.render.safe import guarded, guarded_lines, one_line, visible
from staircase.words.speech import Words

Standing = Literal["listed", "fixed", "gone", "accepted"]

RANK: Mapping[Severity, int] = MappingProxyType({severity: rank for rank, severity in enumerate(Severity)})
_TONES: Mapping[Severity, Tone] = MappingProxyType(
    {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.NOTE: Tone.ACCENT}
)
_LOG_WIDTH = 120
_LEAST_ROOM = 24
_TAB = "    "


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


def concise(findings: Iterable[Problem], look: Look) -> str:
    """Write one line for each finding: ``path:line:col: severity rule: message``."""
    return _ended((_head(shown, look) for shown in findings), look)


def full(findings: Iterable[Problem], counts: str, look: Look) -> str:
    """Write findings with their source lines, carets and asks, a blank line after each, and the lines of counts."""
    lines = [line for shown in findings for line in (*_full(shown, look), "")]
    return _ended((*lines, *(_said(line, look) for line in counts.split("\n") if line)), look)


def _full(shown: Problem, look: Look) -> list[str]:
    number = str(shown.span.line)
    gutter = " " * (len(number) + 2)
    room = max(_LEAST_ROOM, (look.width if look.terminal else _LOG_WIDTH) - len(gutter) - 2)
    lines = [_head(shown, look)]
    if shown.source_line is not None:
        line, caret = _pointed(shown.source_line, _shifted(shown.span, shown.left_out), room, SETS[look.signs])
        lines.append(f"{_faint(f' {number} {SETS[look.signs].riser}', look)} {line}".rstrip())
        marks = paint(caret.strip(), _TONES[shown.finding.severity], look)
        blanks = caret[: len(caret) - len(caret.lstrip())]
        lines.append(f"{_faint(gutter + SETS[look.signs].riser, look)} {blanks}{marks}")
    return [*lines, *_ask(shown.ask, gutter, room, look), *_fix(shown.fix, gutter, look)]


def _ask(ask: str, gutter: str, room: int, look: Look) -> list[str]:
    lines = [_said(line, look) for line in ask.split("\n")]
    parts = [part for line in lines for part in (wrap(line, room - 2) if look.terminal else [line])]
    arrow = SETS[look.signs].arrow
    return [f"{gutter}{' ' if number else arrow} {part}" for number, part in enumerate(parts) if part]


def _fix(fix: str, gutter: str, look: Look) -> Iterator[str]:
    """The command that mends it, on a line of its own below the ask."""
    if fix:
        columns = look.width if look.terminal else len(gutter) + 2 + width(fix)
        accent = partial(paint, tone=Tone.ACCENT, look=look)
        yield from to_copy(_said(fix, look), columns, indent=len(gutter) + 2, paint=accent)


def _head(shown: Problem, look: Look) -> str:
    signs, severity, span = SETS[look.signs], shown.finding.severity, shown.span
    place = signs.fit(guarded(f"{visible(shown.path)}:{span.line}:{span.column}:"))
    weight = paint(severity.value, _TONES[severity], look)
    rule = paint(_said(shown.finding.rule, look), Tone.STRONG, look)
    return f"{paint(place, Tone.STRONG, look)} {weight} {rule}: {_said(shown.message, look)}"


def _shifted(span: Span, columns: int) -> Span:
    return span._replace(column=span.column - columns, end_column=span.end_column - columns)


class _Parts(NamedTuple):
    """A source line before, in and after the span, as shown."""

    before: str
    marked: str
    after: str


def _pointed(line: str, span: Span, room: int, signs: SignSet) -> tuple[str, str]:
    """Show a source line around its span, and the carets that stand under exactly that."""
    before, marked, after = _parts(line.rstrip("\r\n"), span, room, signs)
    dots = signs.ellipsis
    if width(marked) > room - 2 * len(dots):
        marked, after = head(marked, room - 2 * len(dots) - 1) + dots, ""
    if width(before) + width(marked) + width(after) > room:
        free = room - width(marked)
        lead = min(width(before), max(free // 2, free - width(after)))
        before = before if lead == width(before) else dots + tail(before, lead - len(dots))
        trail = room - width(before) - width(marked)
        after = after if width(after) <= trail else head(after, trail - len(dots)) + dots
    return before + marked + after, " " * width(before) + "^" * max(1, width(marked))


def _parts(line: str, span: Span, room: int, signs: SignSet) -> _Parts:
    """Split a line at its span; of a very long line only what can be shown is looked at."""
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    end = max(start, end)
    pieces = (line[max(0, start - room) : start], line[start : min(end, start + room)], line[end : end + room])
    return _Parts(*(signs.fit(_source(piece)) for piece in pieces))


def _source(text: str) -> str:
    return visible(text.replace("\t", _TAB)).replace("##[", "##\\[")


def _said(text: str, look: Look) -> str:
    return SETS[look.signs].fit(one_line(text))


def _faint(text: str, look: Look) -> str:
    return paint(text, Tone.FAINT, look)


def _ended(lines: Iterable[str], look: Look) -> str:
    return guarded_lines(SETS[look.signs].ended("".join(f"{line}\n" for line in lines)))
