"""The pictures of the page as inline SVG, wide as their room: shapes in shares of it, and words beside them as text."""

from fractions import Fraction
from itertools import accumulate

from markupsafe import Markup

from staircase.core.page.picture import Areas, DotRow, Dots, Journey, WorthBar
from staircase.render.html.pen import PagePen

AREA_HIGH = 220
LETTER_HIGH = 18
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


def scale_of(dots: Dots) -> int:
    """The days that all strips are drawn on: somewhat more than the longest, and than each step's limit."""
    return max(max((*row.days, row.limit)) for row in dots.rows)


def _bar(of: WorthBar, pen: PagePen) -> Markup:
    described = (f"{pen.text(f'page.bar.{part.name}')} {pen.say(part.term)}" for part in of.parts)
    parts = Markup("").join(
        Markup('<rect class="{}" width="{}" y="{}" height="{}"/>').format(
            part.name, pen.percent(part.share), 0 if part.name == "now" else 9, 34 if part.name == "now" else 16
        )
        for part in of.parts
    )
    return Markup(
        '<svg class="bar" role="img" width="100%" height="34">{}<rect class="track" width="100%" height="34"/>{}</svg>'
    ).format(_named(pen.say(of.title), ", ".join((pen.say(of.whole), *described))), parts)


def _areas(of: Areas, pen: PagePen) -> Markup:
    """Layers from the lowest step up; the ceiling as a dashed line over all, with its name on it."""
    sums = [tuple(accumulate(counts)) for counts in zip(*(layer.counts for layer in of.layers), strict=True)]
    most = max(of.ceiling, *(one[-1] for one in sums), 1)
    last = max(len(of.ends) - 1, 1)

    def point(number: int, count: int) -> str:
        return f"{number * 1000 / last:.0f},{AREA_HIGH - count * (AREA_HIGH - 4) / most:.1f}"

    shapes = []
    for level in reversed(range(len(of.layers))):
        upper = [point(number, one[level]) for number, one in enumerate(sums)]
        if len(upper) == 1:
            upper.append(point(1, sums[0][level]))
        shapes.append(
            Markup('<polygon class="l{}" points="0,{} {} 1000,{}"/>').format(
                level + 1, AREA_HIGH, " ".join(upper), AREA_HIGH
            )
        )
    line = AREA_HIGH - of.ceiling * (AREA_HIGH - 4) / most
    described = (f"{pen.text(f'step.{layer.step}')}: {layer.counts[-1]}" for layer in of.layers)
    return Markup(
        '<svg class="areas" role="img" width="100%" height="{0}">{1}<svg viewBox="0 0 1000 {0}" '
        'preserveAspectRatio="none" width="100%" height="{0}">{2}<path class="ceiling" d="M0 {3:.1f}H1000"/></svg>'
        '<text x="4" y="{4:.0f}">{5}</text></svg>'
    ).format(
        AREA_HIGH,
        _named(pen.text("page.section.flow"), f"{pen.say(of.ends[-1])}. {', '.join(described)}"),
        Markup("").join(shapes),
        line,
        line - 7 if line > LETTER_HIGH else line + LETTER_HIGH,
        pen.text("page.areas.ceiling", count=of.ceiling),
    )


def _dots(of: DotRow, pen: PagePen, scale: int) -> Markup:
    def across(days: Fraction | int) -> str:
        return pen.percent(MARGIN + Fraction(days) / max(scale, 1) * (1 - 2 * MARGIN))

    dots = Markup("").join(Markup('<circle cx="{}" cy="17" r="4"/>').format(across(days)) for days in of.days)
    middle = (
        Markup('<rect class="median" x="{}" y="2" width="3" height="30"/>').format(across(of.median))
        if of.median is not None
        else ""
    )
    return Markup(
        '<svg class="dots" role="img" width="100%" height="{}">{}'
        '<rect class="within" width="{}" height="34"/>{}{}</svg>'
    ).format(STRIP_HIGH, _named(pen.text(f"step.{of.step}"), pen.median(of)), across(of.limit), dots, middle)


def journey(of: Journey, said: str, words: str) -> Markup:
    """A line that goes up and down the steps over time; the element ``words`` says the same."""
    first = of.visits[0].first
    whole = max((of.visits[-1].last - first).days, 1)
    path = ""
    for visit in of.visits:
        left = (visit.first - first).days * 1000 // whole
        right = (visit.last - first).days * 1000 // whole
        level = (4 - visit.number) * STEP_HIGH + 4
        path += f"{'V' if path else f'M{left} '}{level}H{right}"
    return Markup(
        '<svg class="journey" role="img" aria-label="{}" aria-describedby="{}" viewBox="0 0 1000 32" '
        'preserveAspectRatio="none"><path d="{}"/></svg>'
    ).format(said, words, path)
