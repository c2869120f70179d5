"""The pictures of the page as inline SVG, wide as their room: shapes in shares of it, and words beside them as text."""

from datetime import date
from fractions import Fraction
from itertools import accumulate, pairwise

from markupsafe import Markup

from staircase.core.page import Areas, DotRow, Dots, Journey, WorthBar
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


def _dots(of: DotRow, pen: PagePen, scale: int) -> Markup:
    def across(days: Fraction | int) -> str:
        return pen.percent(MARGIN + Fraction(days) / max(scale, 1) * (1 - 2 * MARGIN))

    dots = Markup("").join(Markup('<circle cx="{}"/>').format(across(days)) for days in of.days)
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
