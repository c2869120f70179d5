"""The pictures of the page as SVG: in its text as wide as their room; the staircase for paper and slides as well."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate, chain, pairwise, product
from math import ceil
from textwrap import wrap
from typing import NamedTuple

from markupsafe import Markup

from staircase.core.page import Areas, DotRow, Dots, Journey, ManagementPage, Stairs, StandingStep, WorthBar
from staircase.core.reports import Sign
from staircase.core.term import Days
from staircase.render.html.pen import PagePen

AREA_HIGH = 220
HEADED = 0.88
"""The part of the areas' height that they fill at most."""

NAME_HIGH = 0.107
"""The height of a layer's name, as a part of the areas' height."""

EDGE = 0.2
YEARS = 8
"""Fewer years than this are all marked on the axis."""

ROOM = Fraction(1, 4)
"""The part of a bar that has room for words."""

STEP_HIGH = 8
STRIP_HIGH = 34
MARGIN = Fraction(2, 100)


def draw(of: WorthBar | Areas | DotRow, pen: PagePen, scale: int = 1) -> Markup:
    """A picture with its name and what it shows."""
    match of:
        case WorthBar():
            return _bar(of, pen)
        case Areas():
            return _areas(of, pen)
        case DotRow():
            return _dots(of, pen, scale)


def _named(name: str, described: str) -> Markup:
    """A picture's title and description, read aloud instead of its shapes."""
    return Markup("<title>{}</title><desc>{}</desc>").format(name, described)


def scale_of(dots: Dots) -> Days:
    """The days that all strips are drawn on: the longest, or the longest limit."""
    return Days(max(max((*row.days, row.limit)) for row in dots.rows))


def _bar(of: WorthBar, pen: PagePen) -> Markup:
    described = (f"{pen.text(f'page.bar.{part.name}')} {pen.say(part.term)}" for part in of.parts)
    parts = Markup("").join(
        Markup('<rect class="{}" width="{}" y="{}" height="{}"/>').format(
            part.name, pen.percent(part.share), 0 if part.name == "now" else 9, 34 if part.name == "now" else 16
        )
        for part in of.parts
    )
    return Markup(
        '<svg class="bar" role="img" width="100%" height="34">{}'
        '<rect class="track" width="100%" height="34"/>{}{}</svg>'
    ).format(_named(pen.say(of.title), ", ".join((pen.say(of.whole), *described))), parts, _waiting(of, pen))


def _waiting(of: WorthBar, pen: PagePen) -> Markup:
    """What is achieved and not taken home, written in the middle of that stretch, where it has room there."""
    shares = {part.name: part.share for part in of.parts}
    if of.waiting is None or min(shares["now"], Fraction(1)) - shares["taken"] < ROOM:
        return Markup("")
    middle = (min(shares["now"], Fraction(1)) + max(shares["taken"], Fraction(0))) / 2
    return Markup('<text x="{}" y="22" text-anchor="middle">{}</text>').format(pen.percent(middle), pen.say(of.waiting))


def _areas(of: Areas, pen: PagePen) -> Markup:
    """Layers from the lowest step up over the days; the ceiling as a dashed line over all, with its name on it."""
    sums = [tuple(accumulate(counts)) for counts in zip(*(layer.counts for layer in of.layers), strict=True)]
    across, up = [_along(of, end) * 1000 for end in of.ends], AREA_HIGH / _most(of)
    shapes = []
    for level in reversed(range(len(of.layers))):
        upper = _outline([(round(x), round(AREA_HIGH - one[level] * up)) for x, one in zip(across, sums, strict=True)])
        shapes.append(Markup('<path class="k{}" d="M0,{}{}V{}"/>').format(level + 1, AREA_HIGH, upper, AREA_HIGH))
    ceiling = AREA_HIGH - of.ceiling * up
    described = (f"{pen.text(f'step.{layer.step}')}: {layer.counts[-1]}" for layer in of.layers)
    return Markup(
        '<svg class="areas" role="img" width="100%" height="14rem">{0}<svg viewBox="0 0 1000 {1}" '
        'preserveAspectRatio="none" width="100%" height="14rem">{2}<path class="ceiling" d="M0 {3:.1f}H1000"/></svg>'
        '<text x="4" y="{4:.1f}%">{5}</text>{6}</svg>'
    ).format(
        _named(pen.text("page.section.flow"), f"{pen.say(of.ends[-1])}. {', '.join(described)}"),
        AREA_HIGH,
        Markup("").join(shapes),
        ceiling,
        ceiling * 100 / AREA_HIGH - 3,
        pen.text("page.areas.ceiling", count=of.ceiling),
        _peak(of, [one[-1] for one in sums], pen),
    )


def _outline(points: list[tuple[int, int]]) -> str:
    """A line through points from the left edge to the right; what is level is one stroke."""
    reached, level = points[0]
    drawn = f"V{level}"
    for (left, _), (x, y) in pairwise(points):
        if y != level:
            drawn += f"{f'H{left}' if left > reached else ''}L{x},{y}"
            reached, level = x, y
    return f"{drawn}H1000"


def _peak(of: Areas, sums: list[int], pen: PagePen) -> Markup:
    """How many the most were, written over their day; not at the edges, where the ceiling and today's stand."""
    number = sums.index(max(sums))
    across = _along(of, of.ends[number])
    if not EDGE < across < 1 - EDGE:
        return Markup("")
    up = 100 - sums[number] * 100 / _most(of)
    return Markup('<text x="{:.1f}%" y="{:.1f}%" text-anchor="middle">{}</text>').format(
        across * 100, up - 3, pen.text("page.areas.peak", count=sums[number], day=of.ends[number])
    )


def feet(of: Areas) -> list[str]:
    """How far up each layer's name stands beside its end, in percent: in its middle, and above the one below."""
    below, found = 0, [-NAME_HIGH]
    for layer in of.layers:
        middle = (below + layer.counts[-1] / 2) / _most(of) - NAME_HIGH / 2
        found.append(max(middle, found[-1] + NAME_HIGH))
        below += layer.counts[-1]
    return [f"{foot * 100:.1f}%" for foot in found[1:]]


def years(of: Areas) -> list[tuple[int, str]]:
    """The years whose beginning lies on the axis, with how far along; of many only some, and none at the end."""
    begun = range(of.ends[0].year + 1, of.ends[-1].year + 1)
    marked = [(year, _along(of, date(year, 1, 1))) for year in begun[:: len(begun) // YEARS + 1]]
    return [(year, f"{across * 100:.1f}%") for year, across in marked if across < 1 - EDGE / 2]


def _along(of: Areas, day: date) -> float:
    """How far along the axis a day lies."""
    return (day - of.ends[0]).days / max((of.ends[-1] - of.ends[0]).days, 1)


def _most(of: Areas) -> float:
    """What the picture's height stands for: the most, with room for words over it."""
    return max(of.ceiling, *map(sum, zip(*(layer.counts for layer in of.layers), strict=True)), 1) / HEADED


CROWD = 100
"""So many visits to a step have a dot each; of more, those in the same hundredth of the strip share one."""


def _dots(of: DotRow, pen: PagePen, scale: int) -> Markup:
    def share(days: Fraction | int) -> Fraction:
        return MARGIN + Fraction(days) / max(scale, 1) * (1 - 2 * MARGIN)

    def across(days: Fraction | int) -> str:
        return pen.percent(share(days))

    places = [share(days) for days in of.days]
    if len(places) > CROWD:
        places = sorted({Fraction(round(place * 100), 100) for place in places})
    dots = Markup("").join(Markup('<circle cx="{}"/>').format(pen.percent(place)) for place in places)
    middle = (
        Markup('<rect class="median" x="{}" y="2" width="3" height="30"/>').format(across(of.median))
        if of.median is not None
        else ""
    )
    return Markup(
        '<svg class="dots" role="img" width="100%" height="{}">{}'
        '<rect class="within" width="{}" height="34"/>{}{}</svg>'
    ).format(STRIP_HIGH, _named(pen.text(f"step.{of.step}"), pen.median(of)), across(of.limit), dots, middle)


def journey(of: Journey) -> str:
    """A line that goes up and down the steps over time, beside the words that say the same."""
    first = of.visits[0].first
    whole = max((of.visits[-1].last - first).days, 1)
    path = ""
    for visit in of.visits:
        left = (visit.first - first).days * 1000 // whole
        right = (visit.last - first).days * 1000 // whole
        level = (4 - visit.number) * STEP_HIGH + 4
        path += f"{'V' if path else f'M{left},'}{level}H{right}"
    return (
        '<svg class="journey" aria-hidden="true" viewBox="0,0,1000,32" preserveAspectRatio="none">'
        f'<path d="{path}"/></svg>'
    )


NARROW, MANY = 6, 20
"""Above so many assignments on a step only their names are told; above so many they are folded away."""

WIDE, HIGH = 1600, 900
LEFT, FOOT = 60, 846
STEP_WIDE = 370
LOWEST = 120
"""The height of the first step."""

RISES = (112, 88, 64)
"""How much higher each step may be than the one below: as much as the names above it leave."""

INK, MUTED, STONE, NEW, PAPER = "#17191c", "#4a5058", "#005a70", "#1a6b2f", "#fff"

BOLD = 0.58
"""How wide a bold letter of Arial is on average, as a part of its size; every office program has it, or its like."""

LETTERS = (30, 28, 26, 24, 22, 20, 18)
"""How large the names may be set, above every step alike; where the smallest have no room, a number stands there."""

HEADLINES = (54, 48, 42, 36, 30)
"""How large the message may be set, on two lines at most."""

LEADING, GAP = 1.2, 0.25
"""The height of a line, and the gap above a name, as parts of their letters' size."""


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
    """How names stand above the steps: how much each step rises, and their size; 0 where they have no room."""

    rise: int
    size: int


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
    size, lines = _headline(headline)
    head = 78 + round(len(lines) * size * LEADING)
    lettering = _lettering(stairs, pen, FOOT - LOWEST - head - 76)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="t d" '
        'font-family="Arial, Liberation Sans, sans-serif"><title id="t">{}</title><desc id="d">{}</desc>'
        '<rect width="1600" height="900" fill="#fff"/>{}{}{}{}</svg>\n'
    ).format(
        WIDE,
        HIGH,
        headline,
        described,
        _texts(lines, LEFT, 36 + size, Ink(size, 700)),
        _text(LEFT, head, pen.heading_of(page), Ink(24, colour=MUTED)),
        _text(LEFT, head + 36, f"▲ {pen.sign(Sign.ARRIVED)}", Ink(24, colour=NEW))
        if has_new and lettering.size
        else "",
        Markup("").join(part for step in stairs.steps for part in _step(step, pen, lettering)),
    )


def _headline(text: str) -> tuple[int, list[str]]:
    """The largest size at which the message has room on two lines, and those; the last size takes what it needs."""
    for size in HEADLINES:
        lines = _wrapped(text, int((WIDE - 2 * LEFT) / size / BOLD))
        if len(lines) <= 2:  # noqa: PLR2004 -- as HEADLINES says
            return size, _balanced(text, lines)
    return size, lines


def _balanced(text: str, lines: list[str]) -> list[str]:
    """The same lines, one about as long as the other."""
    most = max(map(len, lines))
    while len(lines) > 1 and len(shorter := _wrapped(text, most - 1)) == len(lines):
        most, lines = most - 1, shorter
    return lines


def _wrapped(text: str, most: int) -> list[str]:
    """A text on lines of so many letters, cut where a word alone is longer."""
    return wrap(text, max(most, 1), break_on_hyphens=False) or [""]


def _lettering(stairs: Stairs, pen: PagePen, room: int) -> Lettering:
    """The largest letters, and then the highest rise, with which all names have room; whole, where they can be."""
    titles = [[pen.title_of(card.id) for card in step.cards] for step in stairs.steps]
    for is_whole in (True, False):
        for size, rise in product(LETTERS, RISES):
            names = [[_name(title, size) for title in above] for above in titles]
            if is_whole and any(name[-1].endswith("…") for above in names for name in above):
                continue
            highs = (sum(map(len, above)) * LEADING + len(above) * GAP for above in names)
            if max(high * size + rise * number for number, high in enumerate(highs)) <= room:
                return Lettering(rise, size)
    return Lettering(RISES[1], 0)


def _name(title: str, size: int) -> list[str]:
    """An assignment's title on two lines at most; what has no room there is left out."""
    most = int((STEP_WIDE - 50) / size / BOLD)
    lines = _wrapped(title, most)
    return lines if len(lines) <= 2 else [lines[0], f"{lines[1][: most - 1].rstrip()}…"]  # noqa: PLR2004


def _step(step: StandingStep, pen: PagePen, lettering: Lettering) -> Iterator[Markup]:
    left = LEFT + (step.number - 1) * STEP_WIDE
    top = FOOT - LOWEST - (step.number - 1) * lettering.rise
    box = Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}" shape-rendering="crispEdges"/>').format
    yield box(left, top, STEP_WIDE, FOOT - top, STONE)
    yield box(left, top, STEP_WIDE, 6, INK)
    if step.number > 1:
        yield box(left, top, 6, lettering.rise + 6, INK)
    name = f"{step.number} {pen.text(f'step.{step.step}')}"
    yield _text(left + 20, top + 50, name, Ink(30, 700, PAPER))
    yield _text(left + 20, top + 96, pen.say(step.standing), Ink(36, colour=PAPER))
    if lettering.size:
        yield from _names(step, pen, left + 20, top - 16, lettering.size)
    elif step.cards:
        yield _text(left + 20, top - 24, str(len(step.cards)), Ink(120, 700))


def _names(step: StandingStep, pen: PagePen, left: int, foot: float, size: int) -> Iterator[Markup]:
    """The titles above a step, the last right on it; those that are new there in green and with their sign."""
    for card in reversed(step.cards):
        lines = _name(pen.title_of(card.id), size)
        if card.arrived:
            lines[0] = f"▲ {lines[0]}"
        foot -= (len(lines) - 1) * size * LEADING
        yield _texts(lines, left, foot, Ink(size, 600, NEW if card.arrived else INK))
        foot -= size * (LEADING + GAP)


def _texts(lines: Sequence[str], x: int, y: float, ink: Ink) -> Markup:
    """Lines under one another, the first one at a height."""
    return Markup("").join(
        _text(x, round(y + number * ink.size * LEADING), line, ink) for number, line in enumerate(lines)
    )


def _text(x: int, y: int, text: str, ink: Ink) -> Markup:
    return Markup('<text x="{}" y="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>').format(x, y, *ink, text)
