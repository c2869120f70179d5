"""Pages to read, of a rule or a guide, for a terminal: headings in bold, paragraphs wrapped, examples as they are."""

import re
from collections.abc import Iterator, Mapping

from staircase.core.reports.block import Tone
from staircase.render.look import Look
from staircase.render.page_table import page_table
from staircase.render.paint import paint
from staircase.render.signs import SETS
from staircase.render.width import width, wrap

_GAP, _LONGEST_SEVERITY = 2, 7
_LEAST_TITLE = 20
WIDEST = 88
"""Columns beyond which lines of prose are hard to read."""
_ITEM = re.compile(r"(?:- |\d+\. )")
_TO_GUIDE = re.compile(r"\[([^]]+)\]\(([a-z]+)\.md\)")
_TO_FILE = re.compile(r"\[([^]]+)\]\([^):]+\)")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*")


def manual(text: str, rule: str, severity: str, look: Look) -> str:
    """Write a page: on a terminal wrapped and painted, else its Markdown as it stands."""
    if not look.terminal:
        return text.rstrip("\n") + "\n"
    lines = "\n".join([*_head(text, rule, severity, look), *_body(text, look)]).rstrip("\n")
    signs = SETS[look.signs]
    return signs.ended(signs.fit(lines)) + "\n"


def guide_page(text: str, look: Look) -> str:
    """Write a guide: in sentences where that is asked for, wrapped on a terminal, else its Markdown as it stands."""
    if not look.terminal and not look.plain:
        return text
    title = text.partition("\n")[0].removeprefix("# ")
    lines = "\n".join([paint(title, Tone.STRONG, look), *_body(text, look)]).rstrip("\n")
    signs = SETS[look.signs]
    return signs.ended(signs.fit(lines)) + "\n"


def guide_list(summaries: Mapping[str, str], look: Look) -> str:
    """Write all topics, a line each; on a terminal a line goes on below itself."""
    signs, indent = SETS[look.signs], max(map(len, summaries)) + _GAP
    lines: list[str] = []
    for topic, summary in summaries.items():
        lead = paint(topic, Tone.STRONG, look) + " " * (indent - len(topic))
        first, *rest = wrap(summary, min(look.width, WIDEST) - indent) if look.terminal else [summary]
        lines += [lead + first, *(" " * indent + line for line in rest)]
    return signs.ended(signs.fit("".join(f"{line}\n" for line in lines)))


def _head(text: str, rule: str, severity: str, look: Look) -> Iterator[str]:
    title, about = text.partition("\n")[0].removeprefix("# "), f"{rule}, {severity}"
    if width(title) + _GAP + width(about) <= look.width:
        yield f"{paint(title, Tone.STRONG, look)}{' ' * _GAP}{about}"
        return
    yield from (paint(line, Tone.STRONG, look) for line in wrap(title, look.width))
    yield from wrap(about, look.width)


def _body(text: str, look: Look) -> Iterator[str]:
    """Write all but the title: code between fences as it stands, indented; the rest wrapped, paragraph by paragraph."""
    fenced, paragraph = False, ""
    table: list[str] = []
    for line in [*text.splitlines()[1:], ""]:
        if table and not line.startswith("|"):
            yield from page_table(list(map(_spoken, table)), min(look.width, WIDEST), plain=look.plain)
            table = []
        if line.startswith("```"):
            yield from _wrapped(paragraph, look)
            paragraph, fenced = "", not fenced
        elif fenced:
            yield f"    {line}".rstrip()
        elif line.startswith("|"):
            table.append(line)
        elif not line.strip() or line.startswith("## ") or _ITEM.match(line):
            yield from _wrapped(paragraph, look)
            yield from _between(line, look)
            paragraph = line if _ITEM.match(line) else ""
        else:
            paragraph = f"{paragraph} {line.strip()}" if paragraph else line.strip()


def _between(line: str, look: Look) -> Iterator[str]:
    if line.startswith("## "):
        yield paint(line.removeprefix("## "), Tone.STRONG, look)
    elif not line.strip():
        yield ""


def _wrapped(paragraph: str, look: Look) -> Iterator[str]:
    if paragraph:
        item = _ITEM.match(paragraph)
        indent = " " * len(item[0]) if item else ""
        for number, line in enumerate(wrap(_spoken(paragraph), min(look.width, WIDEST) - len(indent))):
            yield f"{indent if number else ''}{line}"


def _spoken(text: str) -> str:
    """Say Markdown's marks in words: a link to another guide is the command that shows it."""
    text = _TO_FILE.sub(r"\1", _TO_GUIDE.sub(r"\1 (staircase guide \2)", text))
    return _EMPHASIS.sub(r"\1", text).replace("`", "")


def rule_list(titles: Mapping[str, str], severities: Mapping[str, str], look: Look) -> str:
    """Write all rules, a line each; on a terminal family by family."""
    signs, widest = SETS[look.signs], max(map(len, titles))
    lines: list[str] = []
    family = ""
    for name, title in titles.items():
        if look.terminal and name.partition("-")[0] != family:
            lines.extend([""] * bool(family))
            family = name.partition("-")[0]
        lines.extend(_row(name.ljust(widest), severities[name], title, look))
    return signs.ended(signs.fit("".join(f"{line}\n" for line in lines)))


def _row(name: str, severity: str, title: str, look: Look) -> Iterator[str]:
    """Write a rule's line; on a terminal its title goes on below itself, or below the name where it is narrow."""
    between = " " * _GAP
    lead = f"{paint(name, Tone.STRONG, look)}{between}{severity.ljust(_LONGEST_SEVERITY)}"
    indent = len(name) + _LONGEST_SEVERITY + 2 * _GAP
    if not look.terminal:
        yield f"{lead}{between}{title}"
        return
    if look.width - indent < _LEAST_TITLE:
        yield lead.rstrip()
        yield from (f"{between}{line}" for line in wrap(title, look.width - _GAP))
        return
    for number, line in enumerate(wrap(title, look.width - indent)):
        yield f"{' ' * indent if number else lead + between}{line}"
