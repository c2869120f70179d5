"""The page for management as one HTML file: no script, nothing from elsewhere; the extra ``[report]`` draws it."""

import re
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from staircase.core.page.shape import ManagementPage
from staircase.core.reports.block import Cell, GapLine
from staircase.core.term import Code, Share
from staircase.render.html.cards import CardPen
from staircase.render.html.cells import CellPen, columns_of, spans
from staircase.render.html.pen import PagePen
from staircase.render.html.picture import draw, feet, scale_of
from staircase.render.html.slide import slide as drawn_slide
from staircase.words.speech import Words

TEMPLATES = "templates"
_BLANKS = re.compile(r"\n\s*(?=<)|(?<=>)\n\s*")
"""What templates leave between the lines of tags, none of which is within a sentence."""

_IMPLIED = re.compile(r"\s*</(?:li|dt|dd|td|th|tr|thead|tbody)>")
"""End tags that HTML implies: a tenth of a page. What stands in a file is escaped, so none of them is a file's."""

_QUOTED = re.compile(r'="([^\s"\'=<>`]+)"(?=(/?))')
"""Attributes whose values need no quotes. No file's text is among what it finds: its quotes are escaped."""

NARROW, MANY = 6, 20
"""Above so many assignments on a step only their names are told; above so many they are folded away."""

FEW = 8
"""How many entries of a kind stand open; the rest are folded away."""

PRINTED = 12
"""Up to so many assignments have their cards on paper as well."""

DEFINED = ("assignment", "step", "potential", "now", "taken", "gap")
"""What the page explains in a sentence each: ``page.define.WORD``."""


def render(page: ManagementPage, words: Words, version: str, commit: str = "") -> str:
    """The whole page.

    Args:
        page: what it shows.
        words: the language to show it in.
        version: the version of staircase that made it.
        commit: the version of the files, where it is known.
    """
    pen = _pen(page, words)
    style = files("staircase.render.html").joinpath(TEMPLATES, "style.css").read_text(encoding="utf-8")
    text = (
        _environment(pen)
        .get_template("whole.html")
        .render(
            page=page,
            heading=pen.heading_of(page),
            style=Markup(style),  # noqa: S704 -- our own file
            version=version,
            commit=commit,
            language=words.language,
        )
    )
    return _QUOTED.sub(_unquoted, _IMPLIED.sub("", _BLANKS.sub("", text))).lstrip()


def _unquoted(attribute: re.Match[str]) -> str:
    """An attribute without its quotes; a blank keeps the slash that closes an element out of its value."""
    return f"={attribute[1]}{attribute[2] and ' '}"


def _environment(pen: PagePen) -> Environment:
    """The templates, with all that they ask for; what they lack is an error."""
    environment = Environment(
        loader=PackageLoader("staircase.render.html", TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    cells = CellPen(pen)
    environment.globals.update(
        pen=pen,
        cells=cells,
        cards=CardPen(pen, cells),
        draw=draw,
        feet=feet,
        brief=brief,
        kind_of=kind_of,
        scale_of=scale_of,
        columns_of=columns_of,
        spans=spans,
        code=Code,
        share=Share,
        narrow=NARROW,
        many=MANY,
        few=FEW,
        printed=PRINTED,
        defined=DEFINED,
    )
    return environment


def kind_of(block: object) -> str:
    """The name of a block's or a picture's class, which a template's macro has."""
    return type(block).__name__.lower()


def brief(entry: GapLine, pen: PagePen) -> GapLine:
    """An entry of a long list: what its assignment's card says in full is not said twice."""
    return entry._replace(text=Cell()) if pen.anchor(pen.plain(entry.subject)) else entry


def slide(page: ManagementPage, words: Words) -> str:
    """The staircase alone, as a picture for a slide."""
    return drawn_slide(page, _pen(page, words))


def _pen(page: ManagementPage, words: Words) -> PagePen:
    return PagePen(words, frozenset() if page.shows_people else page.people, page.cards)
