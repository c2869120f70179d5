"""Pages to read, of a rule or a guide, for a terminal: headings in bold, paragraphs wrapped, examples as they are."""

import re
from collections.abc import Iterator, Mapping, Sequence

from staircase.core.reports import Tone
from staircase.render.layout import BETWEEN, Strip, hanging, side_by_side, width, wrap
from staircase.render.look import SETS, Look, paint

_LONGEST_SEVERITY = 7
_LEAST_TITLE = 20
WIDEST = 88
"""Columns beyond which lines of prose are hard to read."""
_ITEM = re.compile(r"(?:- |\d+\. )")
_PICTURE = re.compile(r"^!\[[^]]*\]\([^)]*\)\n\n?", re.MULTILINE)
"""A picture on a line of its own, which no terminal shows."""
_TO_GUIDE = re.compile(r"\[([^]]+)\]\(([a-z]+)\.md\)")
_TO_FILE = re.compile(r"\[([^]]+)\]\([^):]+\)")
_CELL_ENDS = re.compile(r"(?<!\\)\|")
_LEAST_CELL = 8
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*")


def manual(text: str, rule: str, severity: str, look: Look) -> str:
    """A rule's page: on a terminal wrapped and painted, else its Markdown as it stands."""
    if not look.terminal:
        return text.rstrip("\n") + "\n"
    lines = "\n".join([*_head(text, rule, severity, look), *_body(text, look)]).rstrip("\n")
    signs = SETS[look.signs]
    return signs.ended(signs.fit(lines)) + "\n"


def guide_page(text: str, look: Look) -> str:
    """A guide: in sentences where that is asked for, wrapped on a terminal, else its Markdown as it stands."""
    if not look.terminal and not look.plain:
        return text
    title = text.partition("\n")[0].removeprefix("# ")
    lines = "\n".join([paint(title, Tone.STRONG, look), *_body(text, look)]).rstrip("\n")
    signs = SETS[look.signs]
    return signs.ended(signs.fit(lines)) + "\n"


def guide_list(summaries: Mapping[str, str], look: Look) -> str:
    """All topics, a line each; on a terminal a line goes on below itself."""
    signs, indent = SETS[look.signs], max(map(len, summaries)) + BETWEEN
    lines: list[str] = []
    for topic, summary in summaries.items():
        lead = paint(topic, Tone.STRONG, look) + " " * (indent - len(topic))
        columns = min(look.width, WIDEST)
        lines.extend(hanging(summary, columns, indent=indent, lead=lead) if look.terminal else [lead + summary])
    return signs.ended(signs.fit("".join(f"{line}\n" for line in lines)))


def _head(text: str, rule: str, severity: str, look: Look) -> Iterator[str]:
    title, about = text.partition("\n")[0].removeprefix("# "), f"{rule}, {severity}"
    if width(title) + BETWEEN + width(about) <= look.width:
        yield f"{paint(title, Tone.STRONG, look)}{' ' * BETWEEN}{about}"
        return
    yield from (paint(line, Tone.STRONG, look) for line in wrap(title, look.width))
    yield from wrap(about, look.width)


def _body(text: str, look: Look) -> Iterator[str]:
    """All but the title: code between fences as it stands, indented; the rest wrapped, paragraph by paragraph."""
    fenced, paragraph = False, ""
    table: list[str] = []
    for line in [*_PICTURE.sub("", text).splitlines()[1:], ""]:
        if table and not line.startswith("|"):
            yield from _table(list(map(_spoken, table)), min(look.width, WIDEST), plain=look.plain)
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
        yield from hanging(_spoken(paragraph), min(look.width, WIDEST), indent=len(item[0]) if item else 0)


def _spoken(text: str) -> str:
    """Text with Markdown's marks in words: a link to another guide is the command that shows it."""
    text = _TO_FILE.sub(r"\1", _TO_GUIDE.sub(r"\1 (staircase guide \2)", text))
    return _EMPHASIS.sub(r"\1", text).replace("`", "")


def _table(lines: Sequence[str], columns: int, *, plain: bool) -> Iterator[str]:
    """Lines of a Markdown table: the head, its rule, and a row a line."""
    head, _, *rows = (_cells(line) for line in lines)
    if plain:
        yield from ("; ".join(_said(*pair) for pair in zip(head, row, strict=True)) for row in rows)
        return
    widths = _widths([head, *rows], columns)
    yield from _table_row(head, widths)
    yield "─" * (sum(widths) + BETWEEN * (len(widths) - 1))
    for row in rows:
        yield from _table_row(row, widths)


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace("\\|", "|") for cell in _CELL_ENDS.split(inner)]


def _said(head: str, cell: str) -> str:
    return f"{head}: {cell}" if head else cell


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """The width, shared out: the widest column gives way, one by one, until all fit or none is wide."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    room = columns - BETWEEN * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _LEAST_CELL:
        widths[widths.index(max(widths))] -= 1
    return widths


def _table_row(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    lines = [list(map(Strip.of, wrap(cell, room))) for cell, room in zip(cells, widths, strict=True)]
    yield from side_by_side(lines, widths)


def rule_list(titles: Mapping[str, str], severities: Mapping[str, str], look: Look) -> str:
    """All rules, a line each; on a terminal family by family."""
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
    """A rule's line; on a terminal its title goes on below itself, or below the name where it is narrow."""
    between = " " * BETWEEN
    lead = f"{paint(name, Tone.STRONG, look)}{between}{severity.ljust(_LONGEST_SEVERITY)}"
    indent = len(name) + _LONGEST_SEVERITY + 2 * BETWEEN
    if not look.terminal:
        yield f"{lead}{between}{title}"
        return
    if look.width - indent < _LEAST_TITLE:
        yield lead.rstrip()
        yield from hanging(title, look.width, indent=BETWEEN, lead=between)
        return
    yield from hanging(title, look.width, indent=indent, lead=lead + between)
