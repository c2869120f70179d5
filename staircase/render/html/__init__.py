"""The page for management as one HTML file: no script, nothing from elsewhere; the extra ``[report]`` draws it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from staircase.core.page import ManagementPage
from staircase.core.reports import Cell, GapLine, Gaps, Kind
from staircase.core.term import Code, Count, Share
from staircase.render.html.cells import CardPen, CellPen, DrawnCard, columns_of, spans
from staircase.render.html.pen import PagePen
from staircase.render.html.picture import MANY, NARROW, draw, feet, paper_size, scale_of, years
from staircase.render.html.picture import slide as drawn_slide
from staircase.render.html.room import (
    EACH,
    FREE,
    ROOMS,
    Room,
    classes_of,
    even_share,
    lanes_of,
    rows_of,
    size,
    style_for,
)
from staircase.words.speech import Words

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
