"""The staircase where its room is bounded: whole on the first printed page, and alone as a picture for a slide."""

from collections.abc import Iterator, Sequence
from itertools import chain
from math import ceil
from typing import NamedTuple

from markupsafe import Markup

from staircase.core.page import ManagementPage, Stairs, StandingStep
from staircase.core.reports import Sign
from staircase.render.html.pen import PagePen

NARROW, MANY = 6, 20
"""Above so many assignments on a step only their names are told; above so many they are folded away."""

WIDE, HIGH = 1600, 900
LEFT, FOOT = 60, 840
STEP_WIDE, STEP_HIGH = 370, 70
LOWEST = 90
"""The height of the first step."""

INK, MUTED, STONE, NEW, PAPER = "#17191c", "#4a5058", "#005a70", "#1a6b2f", "#fff"

BOLD = 0.62
"""How wide a bold letter is, as a part of its size, in the widest of the fonts."""


SIZES = (1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
"""How large the first printed page may be set, as a part of the size of the others."""

PAPER_HIGH = 62.5
"""The height of a printed page, less some leeway, in lengths of its letters, as all that follows."""

LINE, SMALL_LINE, NAME_LINE, RISE = 1.35, 1.2, 1.5, 1.5
HEADLINE, FIGURES, DECISIONS, STAIRS = 4, 8, 9, 12.5
"""What stands above the names whatever they are: headings with their room. ``RISE`` is that of a step."""


class Ink(NamedTuple):
    """How a text is set: its size, its weight and its colour."""

    size: int
    weight: int = 400
    colour: str = INK


class Lettering(NamedTuple):
    """How names are set above a step: how many there is room for, and the height and size of their lines."""

    most: int
    high: int
    size: int


LETTERINGS = (Lettering(12, 30, 21), Lettering(17, 24, 18))
"""The large letters, and the small ones; where not even these have room only the number is told."""


def paper_size(page: ManagementPage, pen: PagePen) -> float:
    """The largest size at which the message, the decisions and the whole staircase have room on one printed page."""
    return next((size for size in SIZES if _paper_high(page, pen, size) <= PAPER_HIGH / size), SIZES[-1])


def _paper_high(page: ManagementPage, pen: PagePen, size: float) -> float:
    """About how high all that is at a size: its lines are longer, the smaller its letters are."""
    high = HEADLINE + _lines(pen.headline(page.message), 42) * 2.2 + bool(page.unread) * 2 * LINE
    high += FIGURES * bool(page.figures)
    asked = [_lines(pen.ask(one.ask), 54 / size) + _lines(pen.say(one.why), 60 / size) for one in page.decisions]
    high += (DECISIONS + max(asked, default=0) * LINE) * bool(page.figures)
    return high + STAIRS + max(_step_high(step, pen, size) for step in stairs_of(page).steps)


def _step_high(step: StandingStep, pen: PagePen, size: float) -> float:
    """About how high that is which stands under a tread."""
    high = (4 - step.number) * RISE + _lines(", ".join(map(pen.say, step.departments or ())), 46 / size) * SMALL_LINE
    titles = [_lines(pen.title_of(card.id), 38 / size) for card in step.cards]
    if len(titles) > MANY:
        return high
    if len(titles) > NARROW:
        return high + sum(titles) * NAME_LINE
    said = (", ".join(pen.say(line.term) for line in card.lines) for card in step.cards)
    return high + sum(titles) * LINE + sum(_lines(line, 44 / size) * SMALL_LINE + 1.4 for line in said)


def _lines(text: str, most: float) -> int:
    """How many lines a text takes, of so many letters each."""
    return max(ceil(len(text) / most), 1)


def stairs_of(page: ManagementPage) -> Stairs:
    """The staircase of the page."""
    pictures = chain.from_iterable(section.pictures for section in page.sections)
    return next(picture for picture in pictures if isinstance(picture, Stairs))


def slide(page: ManagementPage, pen: PagePen) -> str:
    """The picture: the message, and the assignments standing on their steps."""
    headline = pen.headline(page.message)
    stairs = stairs_of(page)
    has_new = any(card.arrived for step in stairs.steps for card in step.cards)
    described = "; ".join(
        f"{pen.text(f'step.{step.step}')}: {', '.join(pen.title_of(card.id) for card in step.cards) or pen.say(None)}"
        for step in stairs.steps
    )
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="t d" '
        'font-family="Segoe UI, Arial, Liberation Sans, sans-serif"><title id="t">{}</title><desc id="d">{}</desc>'
        '<rect width="1600" height="900" fill="#fff"/>{}{}{}{}</svg>\n'
    ).format(
        WIDE,
        HIGH,
        headline,
        described,
        _text(LEFT, 84, headline, Ink(_fitting(headline), 700)),
        _text(LEFT, 126, pen.heading_of(page), Ink(22, colour=MUTED)),
        _text(LEFT, 160, f"▲ {pen.sign(Sign.ARRIVED)}", Ink(18, colour=NEW)) if has_new else "",
        Markup("").join(part for step in stairs.steps for part in _step(step, pen, _lettering(stairs))),
    )


def _step(step: StandingStep, pen: PagePen, lettering: Lettering | None) -> Iterator[Markup]:
    left = LEFT + (step.number - 1) * STEP_WIDE
    top = FOOT - LOWEST - (step.number - 1) * STEP_HIGH
    box = Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}" shape-rendering="crispEdges"/>').format
    yield box(left, top, STEP_WIDE, FOOT - top, STONE)
    yield box(left, top, STEP_WIDE, 6, INK)
    if step.number > 1:
        yield box(left, top, 6, STEP_HIGH + 6, INK)
    name = f"{step.number} {pen.text(f'step.{step.step}')}"
    yield _text(left + 20, top + 46, name, Ink(28, 700, PAPER))
    yield _text(left + 20, top + 76, pen.say(step.standing), Ink(21, colour=PAPER))
    if lettering:
        titles = [(pen.title_of(card.id), card.arrived) for card in step.cards]
        yield from _names(titles, left + 20, top - 18, lettering)


def _lettering(stairs: Stairs) -> Lettering | None:
    """The largest letters in which the names have room above every step."""
    most = max(len(step.cards) for step in stairs.steps)
    return next((one for one in LETTERINGS if most <= one.most), None)


def _names(titles: Sequence[tuple[str, bool]], left: int, foot: int, lettering: Lettering) -> Iterator[Markup]:
    """The titles above a step, the last right on it; those that are new there in green and with their sign."""
    _, high, size = lettering
    room = int((STEP_WIDE - 20) / size / BOLD)
    for number, (title, arrived) in enumerate(reversed(titles)):
        shown = title if len(title) <= room else f"{title[: room - 1]}…"
        said, colour = (f"▲ {shown}", NEW) if arrived else (shown, INK)
        yield _text(left, foot - number * high, said, Ink(size, 600, colour))


def _text(x: int, y: int, text: str, ink: Ink) -> Markup:
    return Markup('<text x="{}" y="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>').format(x, y, *ink, text)


def _fitting(text: str) -> int:
    """The size at which a headline has room on one line."""
    return min(40, int((WIDE - 2 * LEFT) / BOLD / max(len(text), 1)))
