"""The staircase alone, as a picture of 16:9 for a slide: SVG whose text is text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from staircase.core.page.shape import ManagementPage, Stairs, StandingStep
from staircase.core.reports.block import Sign
from staircase.render.html.pen import PagePen

WIDE, HIGH = 1600, 900
LEFT, FOOT = 60, 840
STEP_WIDE, STEP_HIGH = 370, 70
LOWEST = 90
"""The height of the first step."""

INK, MUTED, STONE, NEW, PAPER = "#17191c", "#4a5058", "#005a70", "#1a6b2f", "#fff"

BOLD = 0.62
"""How wide a bold letter is, as a part of its size, in the widest of the fonts."""


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


def slide(page: ManagementPage, pen: PagePen) -> str:
    """The picture: the message, and the assignments standing on their steps."""
    headline = pen.headline(page.message)
    stairs = next(picture for section in page.sections for picture in section.pictures if isinstance(picture, Stairs))
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
