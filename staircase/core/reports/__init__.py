"""Reports: an assessment in, rows, totals and blocks out; here are the blocks, which formats render and know no report.

Tuples, since two dozen of such classes are made at every start, and cells by the thousand: both take half the time.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple

from staircase.core.finding import Subject
from staircase.core.term import Count, Said, Term

Align = Literal["left", "right"]


class Tone(StrEnum):
    """What a cell's colour says; never the only bearer of it."""

    PLAIN = "plain"
    STRONG = "strong"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    FAINT = "faint"
    ACCENT = "accent"


class Sign(StrEnum):
    """A sign that stands for a word; the format chooses how it is drawn."""

    ARRIVED = "arrived"
    OVER = "over"
    SHARED = "shared"
    NOTHING = "nothing"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    PROVEN = "proven"
    UNPROVEN = "unproven"
    HOLE = "hole"
    PAUSED = "paused"
    GAUGE = "gauge"
    PLAN = "plan"
    SOLID = "solid"
    HATCHED = "hatched"
    DASHED = "dashed"
    TODAY = "today"


class Cell(NamedTuple):
    """One cell: its term (``None`` is unset, shown as the sign for nothing), a tone, and signs that follow it.

    ``flat`` is what stands there instead where no drawing is: piped, read aloud, and of bars in Markdown.
    """

    term: Term | None = None
    tone: Tone = Tone.PLAIN
    signs: tuple[Sign, ...] = ()
    flat: Term | None = None


class Column(NamedTuple):
    """A table's column. ``key`` is the row's key (and the heading's in the catalogues: ``column.KEY``).

    Attributes:
        priority: 0 is never dropped; the highest goes first when the width is scarce.
        shrink: the least width that a text may be cut to with an ellipsis; ``None`` is never cut.
        broken: whether a text that is too long goes on below instead, since a sentence is not to be cut.
        piped: whether it stands only where no sign is drawn that says the same: in pipes and read aloud.
    """

    key: str
    priority: int = 0
    align: Align = "left"
    shrink: int | None = None
    broken: bool = False
    piped: bool = False


class Group(NamedTuple):
    """Rows under one heading; ``title`` ``None`` has no heading.

    In piped form the group is the rows' first column: ``flat``, where the heading tells sums too, which stand below.
    """

    title: Term | None
    rows: tuple[tuple[Cell, ...], ...]
    flat: Term | None = None


class Table(NamedTuple):
    """Groups of rows under common columns. ``group_key`` names the column that a group's title becomes when piped."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    group_key: str | None = None


class Tread(NamedTuple):
    """A step of the drawn staircase: its word's key (``step.explore``) and the lines that stand under it."""

    number: int
    name: str
    lines: tuple[tuple[Cell, ...], ...]


class Fact(NamedTuple):
    """A labelled line: ``label`` is a key of the catalogues, the cells stand beside it in columns of their own."""

    label: str
    cells: tuple[Cell, ...]


class Heading(NamedTuple):
    """Who and when: organisation, programme and the day that the report tells of."""

    organisation: str
    program: str
    day: date


class Staircase(NamedTuple):
    """The staircase, drawn: heading and lines in its upper left corner, facts in its lower right."""

    heading: Heading
    lines: tuple[Said, ...]
    treads: tuple[Tread, ...]
    facts: tuple[Fact, ...] = ()


class Bar(NamedTuple):
    """A stretch of time to be drawn, both days included, in a sign: solid, hatched or dashed as it is certain."""

    first: date
    last: date
    sign: Sign = Sign.SOLID


class Track(NamedTuple):
    """One line of a timeline: cells before it, bars on it, cells after it."""

    before: tuple[Cell, ...]
    bars: tuple[Bar, ...]
    after: tuple[Cell, ...] = ()


class Lane(NamedTuple):
    """Tracks under one heading; ``said`` stands beside the heading, where there is something to say in words."""

    title: Term | None
    tracks: tuple[Track, ...]
    said: Said | None = None


class Timeline(NamedTuple):
    """Lanes on an axis of time from ``first`` to ``last``, with today's day marked.

    ``before`` and ``after`` are the columns of the cells on both sides (their headings over them; an ``after`` may be
    without). ``unit`` is what the axis is divided and labelled in. Where there is no room for the drawing, each track
    is a line of its cells and its bars' days.
    """

    first: date
    last: date
    today: date
    unit: Literal["month", "quarter", "year"]
    before: tuple[Column, ...]
    after: tuple[Column, ...]
    lanes: tuple[Lane, ...]


class GapLine(NamedTuple):
    """One finding in a list of gaps: whom it is about, what it says, its owner, and its place as ``path:line``.

    ``flat`` is the whole of it in one line, where no drawing is and its list has no table for that; ``ask`` is the
    advice for this entry, where its kind has no common one; ``about`` is the subject itself, where it need not be an
    assignment; ``fix`` is the command that mends it, where one does.
    """

    subject: Cell
    text: Cell
    owner: Cell
    place: Cell
    flat: Said | None = None
    ask: Term | None = None
    about: Subject | None = None
    fix: Term | None = None


class Kind(NamedTuple):
    """Findings of one kind with their one line of advice.

    Attributes:
        sign: how much they weigh.
        title: the kind in words.
        facts: beside the title: how many.
        rule: the rule's name, to look up.
        ask: the advice, once for all; ``None`` where each entry is of another kind.
        entries: the findings, the heaviest first.
        flat: the whole of a kind without entries in one line, where no drawing is.
        fix: the command that mends a kind without entries, where one does.
    """

    sign: Sign | None
    title: Term
    facts: tuple[Term, ...]
    rule: Term | None
    ask: Term | None
    entries: tuple[GapLine, ...]
    flat: Said | None = None
    fix: Term | None = None


class Gaps(NamedTuple):
    """Kinds of gaps, one after the other; the entries' columns are aligned over all of them.

    ``flat`` is the same as one table, where no drawing is; without one each entry has its own line.
    """

    kinds: tuple[Kind, ...]
    flat: Table | None = None


class Section(NamedTuple):
    """A heading within a report, with what stands beside it."""

    title: Term
    beside: tuple[Term, ...] = ()


class Facts(NamedTuple):
    """Labelled lines in columns; ``records`` where they are what the report is about, and no sums beside a table."""

    facts: tuple[Fact, ...]
    records: bool = False


class Legend(NamedTuple):
    """What the signs mean: a sign and the key of its explanation, in a line."""

    entries: tuple[tuple[Sign, str], ...]


class Advice(NamedTuple):
    """What to take first: a title's key, and rows of sign, id and sentence; below each what to do about it.

    That is the ask, whose it is, and the command that does it; either of the last two may be unset, or left out.
    """

    title: str
    rows: tuple[tuple[Cell, ...], ...]


class Lines(NamedTuple):
    """Plain sentences, each on a line of its own; where they lead, they stand first in a pipe too."""

    said: tuple[Said, ...]
    tone: Tone = Tone.PLAIN
    leads: bool = False


class Hints(NamedTuple):
    """What to do next: a sentence and the command that does it."""

    entries: tuple[tuple[Said, str], ...]


Block = Heading | Section | Staircase | Table | Timeline | Gaps | Facts | Legend | Advice | Lines | Hints


class NotShown(NamedTuple):
    """What a report leaves out: of what (``unit.WHAT`` in the catalogues), how many, and the command that shows it."""

    what: str
    number: int
    command: str

    @property
    def hint(self) -> tuple[Said, str]:
        """The same among what to do next."""
        return Said("hint.hidden", {"hidden": Count(self.number, self.what)}), self.command


class Report(NamedTuple):
    """All that a format may show of a report.

    Attributes:
        name: the report's name, also that of its JSON schema: ``staircase.NAME/1``.
        day: the day that it tells of.
        program: the programme's name, from the file.
        rows: one mapping per row, all with the same keys in the same order: JSON's rows and CSV's columns.
            Values are terms, ``None``, or tuples of them.
        totals: JSON's totals: nested mappings of terms.
        unreadable: the paths of the files that could not be read.
        blocks: what a person sees.
        sentences: the rows, one sentence each, for a screen reader.
        columns: the row keys that were chosen, in their order; empty is all of them.
        keys: the row keys that the report always has: CSV's head also where no row is.
        not_shown: what it leaves out, which its blocks tell as hints.
        widens: whether its command has ``--wide``, which shows what a terminal has no room for.
    """

    name: str
    day: date
    program: str
    rows: Sequence["Row"]
    totals: Mapping[str, "Value"]
    unreadable: tuple[str, ...]
    blocks: tuple[Block, ...]
    sentences: Sequence[Said]
    columns: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    not_shown: tuple[NotShown, ...] = ()
    widens: bool = True


Value = Term | None | tuple["Value", ...] | Mapping[str, "Value"]
"""What a row or a total holds: a term, unset, a list or a mapping of them."""

Row = Mapping[str, Value]
"""A report's row: the same keys in the same order in every row."""
