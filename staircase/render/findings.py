"""Findings as text: full with the source line and a caret, or concise, one line each."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from staircase.core.finding import Severity
from staircase.core.reports.block import Tone
from staircase.core.yaml.source import Span
from staircase.render.layout import head, tail, to_copy, width, wrap
from staircase.render.look import SETS, Look, SignSet, paint
from staircase.render.notice import Problem
from staircase.render.safe import guarded, guarded_lines, one_line, visible

_TONES: Mapping[Severity, Tone] = MappingProxyType(
    {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.NOTE: Tone.ACCENT}
)
_LOG_WIDTH = 120
_LEAST_ROOM = 24
_TAB = "    "


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
