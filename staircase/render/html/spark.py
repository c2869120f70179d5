"""Small drawings within a line of a table: how far of a target, and how a value has moved."""

from datetime import date
from fractions import Fraction

from markupsafe import escape

from staircase.core.term import Gauge, Trend

WIDE, HIGH = 96, 24
"""The room of a line of measurements, in pixels."""

EDGE = 3


def gauge(of: Gauge) -> str:
    """A bar as far as the target is reached, with a mark at the plan's level, beside the words that say the same."""
    mark = f";--p:{_percent(of.planned)}" if of.planned is not None else ""
    return f'<i class="gauge" style="--n:{_percent(of.realised)}{mark}"></i>'


def trend(of: Trend, said: str) -> str:
    """A line through what was measured, the latest as a dot, the target as a dashed line; the values in words."""
    target = float(of.target) if of.target is not None else None
    values = [float(value) for _, value in of.points]
    low, high = (end(values if target is None else [*values, target]) for end in (min, max))
    first, last = of.points[0][0], of.points[-1][0]

    def across(day: date) -> str:
        days = (last - first).days
        return _short((day - first).days / days * (WIDE - 2 * EDGE) + EDGE) if days else str(WIDE - EDGE)

    def down(value: float) -> str:
        return _short((high - value) / (high - low) * (HIGH - 2 * EDGE) + EDGE) if high > low else str(HIGH // 2)

    points = [f"{across(day)},{down(value)}" for (day, _), value in zip(of.points, values, strict=True)]
    goal = f'<path d="M0,{down(target)}H{WIDE}"/>' if target is not None else ""
    return (
        f'<svg class="trend" role="img" aria-label="{escape(said)}"><path d="M{"L".join(points)}"/>'
        f'<circle cy="{down(values[-1])}"/>{goal}</svg>'
    )


def _percent(share: Fraction) -> str:
    """A share of a gauge in percent, within it."""
    return f"{round(min(max(share, Fraction(0)), Fraction(1)) * 100)}%"


def _short(value: float) -> str:
    """A place in the drawing, in whole pixels."""
    return f"{round(value)}"
