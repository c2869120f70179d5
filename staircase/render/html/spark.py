"""Small drawings within a line of a table: how far of a target, and how a value has moved."""

from datetime import date

from markupsafe import escape

from staircase.core.term import Gauge, Trend

WIDE, HIGH = 96, 24
"""The room of a line of measurements, in pixels."""

EDGE = 3


def gauge(of: Gauge, said: str) -> str:
    """A bar as far as the target is reached, with a mark at the plan's level."""
    mark = f'<path d="M{_percent(float(of.planned))} 0V14"/>' if of.planned is not None else ""
    realised = f'<rect width="{_percent(float(of.realised))}"/>'
    return f'<svg class="gauge" role="img" aria-label="{escape(said)}"><rect/>{realised}{mark}</svg>'


def trend(of: Trend, said: str) -> str:
    """A line through what was measured, the latest as a dot, the target as a dashed line; the values in words."""
    target = float(of.target) if of.target is not None else None
    values = [float(value) for _, value in of.points]
    low, high = (end(values if target is None else [*values, target]) for end in (min, max))
    first, last = of.points[0][0], of.points[-1][0]

    def across(day: date) -> str:
        days = (last - first).days
        return _short((day - first).days / days * (WIDE - 2 * EDGE) + EDGE) if days else str(EDGE)

    def down(value: float) -> str:
        return _short((high - value) / (high - low) * (HIGH - 2 * EDGE) + EDGE) if high > low else str(HIGH // 2)

    points = [f"{across(day)} {down(value)}" for (day, _), value in zip(of.points, values, strict=True)]
    x, _, y = points[-1].partition(" ")
    goal = f'<path d="M0 {down(target)}H{WIDE}"/>' if target is not None else ""
    return (
        f'<svg class="trend" role="img" aria-label="{escape(said)}"><path d="M{"L".join(points)}"/>'
        f'<circle cx="{x}" cy="{y}" r="2.5"/>{goal}</svg>'
    )


def _percent(share: float) -> str:
    """A share of a gauge's hundred pixels, within them."""
    return _short(min(max(share, 0), 1) * 100)


def _short(value: float) -> str:
    return f"{round(value, 1):g}"
