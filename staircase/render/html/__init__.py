"""The page for management as one HTML file, with as much as there is room for: no script, nothing from elsewhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from importlib.resources import files
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from staircase.core.page import ManagementPage
from staircase.core.reports import Cell, GapLine, Gaps, Kind, Lane, Table, Timeline
from staircase.core.term import Code, Count, Share
from staircase.render.html.cells import CardPen, CellPen, DrawnCard, columns_of, size, spans
from staircase.render.html.pen import ALL, PagePen
from staircase.render.html.picture import MANY, NARROW, draw, feet, paper_size, scale_of, years
from staircase.render.html.picture import slide as drawn_slide
from staircase.words.speech import Words

FREE, EACH = 20 * 1024, 2560
"""Bytes of any page, and as many more for each assignment that is on it."""


class Room(NamedTuple):
    """How much a page tells of what it lists; what is left out of a list is counted.

    Attributes:
        open: entries of a kind that stand open; the others are folded.
        entries: entries of a kind, names in a line, in all.
        kinds: kinds of entries.
        events: what is told to have happened to one thing.
        rows: rows of a table.
        letters: characters of a text that stands in a file.
        card: bytes that a long card must get at least; where there is no room for them, less is told of the rest.
    """

    open: int
    entries: int
    kinds: int
    events: int
    rows: int
    letters: int
    card: int

    @property
    def is_less(self) -> bool:
        """Whether something may be left out."""
        return self.rows < ALL


ROOMS = (
    Room(open=8, entries=ALL, kinds=ALL, events=4, rows=ALL, letters=600, card=1500),
    Room(open=8, entries=24, kinds=ALL, events=4, rows=60, letters=600, card=1300),
    Room(open=6, entries=12, kinds=12, events=3, rows=20, letters=600, card=1100),
    Room(open=4, entries=8, kinds=8, events=2, rows=12, letters=600, card=900),
    Room(open=3, entries=5, kinds=5, events=2, rows=8, letters=600, card=800),
    Room(open=2, entries=3, kinds=4, events=1, rows=5, letters=150, card=600),
    Room(open=1, entries=1, kinds=0, events=1, rows=1, letters=16, card=1100),
    Room(open=0, entries=0, kinds=0, events=1, rows=0, letters=8, card=0),
)
"""From all that there is to the least that any page tells: the first that fits is drawn."""


def rows_of(table: Table, most: int) -> tuple[Table, int]:
    """A table with its first rows, in their groups, and how many rows are left out."""
    groups, room = [], most
    for group in table.groups:
        if rows := group.rows[:room]:
            groups.append(group._replace(rows=rows))
            room -= len(rows)
    return table._replace(groups=tuple(groups)), sum(len(one.rows) for one in table.groups) - (most - room)


def lanes_of(timeline: Timeline, most: int) -> tuple[Timeline, int]:
    """A timeline with its first tracks, in their lanes, and how many are left out; an empty lane is a line as well."""
    lanes, room = [], most
    for lane in timeline.lanes:
        if room > 0:
            tracks = lane.tracks[:room]
            lanes.append(lane._replace(tracks=tracks))
            room -= max(len(tracks), 1)
    return timeline._replace(lanes=tuple(lanes)), sum(map(_lines, timeline.lanes)) - sum(map(_lines, lanes))


def _lines(lane: Lane) -> int:
    return max(len(lane.tracks), 1)


_RULE = re.compile(r"([^{}]+)(\{[^{}]*\})")
_SELECTORS = re.compile(r",(?![^(]*\))")
_CLASS = re.compile(r"\.([a-z][a-z0-9-]*)")
_NO_CLASS = re.compile(r"\[[^]]*\]|:(?:not|has)\([^)]*\)")
"""What a selector asks for besides that must have no element on the page, or may have none."""
_NOTHING_IN = re.compile(r"@media[^{}]*\{\s*\}")
_CLASSES = re.compile(r"""class=(?:"([^"]*)"|([^\s>]+))""")


def classes_of(html: str) -> AbstractSet[str]:
    """The classes of a page's elements."""
    return {name for several, one in _CLASSES.findall(html) for name in (several or one).split()}


def style_for(sheet: str, classes: AbstractSet[str]) -> str:
    """A style sheet without the rules of classes that are not on the page: a quarter of it, where little is."""

    def kept(rule: re.Match[str]) -> str:
        selectors = [one for one in _SELECTORS.split(rule[1]) if set(_CLASS.findall(_NO_CLASS.sub("", one))) <= classes]
        return ",".join(selectors) + rule[2] if selectors else ""

    return _NOTHING_IN.sub("", _RULE.sub(kept, sheet))


def even_share(sizes: Sequence[int], room: int) -> int | None:
    """How large each may be at most for all of them to fit: ``None`` where they do as they are, 0 where none can."""
    for number, own in enumerate(sorted(sizes)):
        share = room // (len(sizes) - number)
        if own > share:
            return max(share, 0)
        room -= own
    return None


TEMPLATES = "templates"
_BLANKS = re.compile(r"\n\s*(?=<)|(?<=>)\n\s*")
"""What templates leave between the lines of tags, none of which is within a sentence."""

_IMPLIED = re.compile(r"\s*</(?:li|dt|dd|td|th|tr|thead|tbody)>")
"""End tags that HTML implies: a tenth of a page. What stands in a file is escaped, so none of them is a file's."""

_QUOTED = re.compile(r'="([^\s"\'=<>`]+)"(?=(/?))')
"""Attributes whose values need no quotes. No file's text is among what it finds: its quotes are escaped."""


PRINTED = 12
"""Up to so many assignments have their cards on paper as well."""

STYLE, PLACE = "<!--style-->", "<!--cards-->"
"""Where a page's style sheet and its cards go in. No file's text is the same: it is escaped."""

DEFINED = ("assignment", "step", "potential", "now", "taken", "gap")
"""What the page explains in a sentence each: ``page.define.WORD``."""


class Drawing(NamedTuple):
    """A page in some room: what stands around its cards, what draws them, and how large each may be at most."""

    room: Room
    around: str
    pen: CardPen
    cards: Sequence[DrawnCard]
    most: int | None

    @property
    def fits(self) -> bool:
        """Whether the cards have at least the room that they must get."""
        return self.most is None or self.most >= self.room.card

    @property
    def text(self) -> str:
        """The whole page."""
        return self.around.replace(PLACE, "".join(self.pen.within(card, self.most) for card in self.cards))


def render(page: ManagementPage, words: Words, version: str, commit: str = "") -> str:
    """The whole page: with all that there is where that has room, else with less of each list.

    Args:
        page: what it shows.
        words: the language to show it in.
        version: the version of staircase that made it.
        commit: the version of the files, where it is known.
    """
    about = {"page": page, "version": version, "commit": commit, "language": words.language}
    return next(drawing for drawing in _drawings(page, words, about) if drawing.fits).text


def _drawings(page: ManagementPage, words: Words, about: Mapping[str, object]) -> Iterator[Drawing]:
    """The page in each room, from the one for all that there is to the least."""
    most = FREE + EACH * len(page.cards)
    sheet = files("staircase.render.html").joinpath(TEMPLATES, "style.css").read_text(encoding="utf-8")
    for letters, rooms in groupby(ROOMS, attrgetter("letters")):
        pen = _pen(page, words, letters)
        cells = CellPen(pen)
        card_pen = CardPen(pen, cells, page)
        cards = [card_pen.drawn(card, is_open=len(page.cards) <= PRINTED) for card in page.cards]
        of_cards = classes_of("".join(card_pen.within(card, None) for card in cards))
        template = _environment(pen, cells, card_pen).get_template("whole.html")
        own = {"heading": pen.heading_of(page), "paper": paper_size(page, pen)}
        for room in rooms:
            drawn = template.render(about, **own, room=room)
            around = _QUOTED.sub(_unquoted, _IMPLIED.sub("", _BLANKS.sub("", drawn))).lstrip()
            around = around.replace(STYLE, style_for(sheet, classes_of(around) | of_cards))
            left = most - size(around) + len(PLACE)
            yield Drawing(room, around, card_pen, cards, even_share([card.size for card in cards], left))


def _unquoted(attribute: re.Match[str]) -> str:
    """An attribute without its quotes; a blank keeps the slash that closes an element out of its value."""
    return f"={attribute[1]}{attribute[2] and ' '}"


def _environment(pen: PagePen, cells: CellPen, cards: CardPen) -> Environment:
    """The templates, with all that they ask for; what they lack is an error."""
    environment = Environment(
        loader=PackageLoader("staircase.render.html", TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        pen=pen,
        cells=cells,
        cards=cards,
        draw=draw,
        feet=feet,
        brief=brief,
        kind_of=kind_of,
        scale_of=scale_of,
        columns_of=columns_of,
        rows_of=rows_of,
        lanes_of=lanes_of,
        spans=spans,
        years=years,
        weighed=weighed,
        code=Code,
        share=Share,
        narrow=NARROW,
        many=MANY,
        printed=PRINTED,
        defined=DEFINED,
        style=Markup(STYLE),  # noqa: S704 -- our own
        place=Markup(PLACE),  # noqa: S704 -- our own
    )
    return environment


def kind_of(block: object) -> str:
    """The name of a block's or a picture's class, which a template's macro has."""
    return type(block).__name__.lower()


def brief(entry: GapLine, pen: PagePen) -> GapLine:
    """An entry of a long list: what its assignment's card says in full is not said twice."""
    return entry._replace(text=Cell()) if pen.anchor(pen.plain(entry.subject)) else entry


def weighed(of: Gaps, most: int) -> Iterator[tuple[Count, list[Kind]]]:
    """Gaps by what they weigh, the heaviest first, each weight with how many there are and the kinds that have room."""
    for sign, alike in groupby(of.kinds, attrgetter("sign")):
        kinds = list(alike)
        yield Count(sum(len(kind.entries) for kind in kinds), sign.value), kinds[: max(most, 0)]
        most -= len(kinds)


def slide(page: ManagementPage, words: Words) -> str:
    """The staircase alone, as a picture for a slide."""
    return drawn_slide(page, _pen(page, words, ROOMS[0].letters))


def _pen(page: ManagementPage, words: Words, letters: int) -> PagePen:
    return PagePen(words, frozenset() if page.shows_people else page.people, page.cards, letters)
