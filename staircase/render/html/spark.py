"""Small drawings within a line of a table: how far of a target, and how a value has moved."""

from datetime import date
from fractions import Fraction

from markupsafe import Markup

from staircase.core.term import Gauge, Trend

WIDE, HIGH = 96, 24
"""The room of a line of measurements, in pixels."""

EDGE = 3


def gauge(of: Gauge, said: str) -> Markup:
    """A bar as far as the target is reached, with a mark at the plan's level."""
    mark = Markup('<path d="M{} 0V14"/>').format(_across(of.planned, 100)) if of.planned is not None else Markup("")
    return Markup('<svg class="gauge" role="img" aria-label="{}"><rect/><rect width="{}"/>{}</svg>').format(
        said, _across(of.realised, 100), mark
    )


def trend(of: Trend, said: str) -> Markup:
    """A line through what was measured, the latest as a dot, the target as a dashed line; the values in words."""
    values = [value for _, value in of.points] + ([of.target] if of.target is not None else [])
    low, high = min(values), max(values)
    first, last = of.points[0][0], of.points[-1][0]

    def across(day: date) -> str:
        days = (last - first).days
        return _short(Fraction((day - first).days, days) * (WIDE - 2 * EDGE) + EDGE) if days else str(EDGE)

    def down(value: Fraction) -> str:
        return _short((high - value) / (high - low) * (HIGH - 2 * EDGE) + EDGE) if high > low else str(HIGH // 2)

    points = [(across(day), down(value)) for day, value in of.points]
    path = "M" + "L".join(f"{x} {y}" for x, y in points)
    goal = Markup('<path d="M0 {}H{}"/>').format(down(of.target), WIDE) if of.target is not None else Markup("")
    return Markup(
        '<svg class="trend" role="img" aria-label="{}"><path d="{}"/><circle cx="{}" cy="{}" r="2.5"/>{}</svg>'
    ).format(said, path, *points[-1], goal)


def _across(share: Fraction, width: int) -> str:
    return _short(min(max(share, Fraction(0)), Fraction(1)) * width)


def _short(value: Fraction) -> str:
    return f"{round(float(value), 1):g}"
