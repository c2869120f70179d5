"""Seeded chance that likes edges: days at the exact limits, periods of every form."""

from datetime import date, timedelta
from random import Random
from typing import TypeVar

Choice = TypeVar("Choice")

EDGES = (0, 1, 2, 13, 14, 15, 30, 44, 45, 59, 60, 61, 62, 90, 91, 104, 105, 119, 120, 121, 122, 150, 179, 180, 181, 182)
FAR_EDGES = (
    194,
    195,
    199,
    200,
    201,
    240,
    270,
    271,
    300,
    364,
    365,
    366,
    378,
    410,
    411,
    379,
    380,
    381,
    500,
    540,
    541,
    729,
    730,
    731,
    800,
    1460,
    1461,
)


class Chance:
    """A source of choices around one day."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - a seeded generator of tests
        self.t = date(2024, 1, 1) + timedelta(days=self.random.randint(0, 1200))
        self.ahead = self.random.choice((0, 0, 1, 2, 90, 400))
        self.limits = [0, 0, 30, 45, 90, 180, 200, 365, 730]
        self.starts: list[date] = []
        self.crowd = self.random.random() < 0.1
        self.spoils = self.random.random() < 0.2
        self.chaos = 0.03 if self.spoils else 0.0
        self.leads = ("Lead",) if self.random.random() < 0.2 else ("Lead", "Boss", "lead ", "Ålead")

    def often(self, share: float) -> bool:
        """Yes this often."""
        return self.random.random() < share

    def one(self, choices: "list[Choice] | tuple[Choice, ...]") -> Choice:
        """One of the choices."""
        return self.random.choice(choices)

    def some(self, choices: list[Choice], most: int) -> list[Choice]:
        """Some of the choices, each once."""
        return self.random.sample(choices, min(len(choices), self.random.randint(0, most)))

    def near(self) -> date:
        """A day before or after the as-of day, often at an edge."""
        if self.often(0.4):
            return self.t + timedelta(days=self.one((-1, 1)) * self.one(self.limits) + self.one((-1, 0, 0, 1)))
        distance = self.one(EDGES) if self.often(0.7) else self.one(FAR_EDGES)
        return self.t + timedelta(days=self.one((-1, 1)) * distance)

    def between(self, low: date, high: date) -> date:
        """A day within bounds, often at an edge; seldom, in chaos, any day."""
        if self.often(self.chaos):
            return self.near()
        days = [self.t - timedelta(days=edge) for edge in (*EDGES, *FAR_EDGES)]
        days += [self.t - timedelta(days=limit + more) for limit in self.limits for more in (0, 0, 1, -1)]
        days += [low, low, high, self.t + timedelta(days=1), low + timedelta(days=1)]
        fitting = [day for day in days if low <= day <= high]
        if fitting and self.often(0.75):
            return self.one(fitting)
        return low + timedelta(days=self.random.randint(0, max(0, (high - low).days)))

    def row(self, low: date, high: date, most: int) -> list[date]:
        """Some days in order, each once unless chaos has its way."""
        days = [self.between(low, high) for _ in range(self.random.randint(0, most))]
        return days if self.often(self.chaos) else sorted(set(days))

    def period(self, day: date) -> str:
        """A period that holds a day."""
        quarter = f"{day.year}-Q{(day.month + 2) // 3}"
        return self.one((*[day.isoformat()] * 4, f"{day:%Y-%m}", quarter, f"{day:%Y}"))

    def span(self, part: dict[str, object], *, needs_start: bool) -> None:
        """Puts in a part a from and a to, or only one of them, or none."""
        days = sorted([self.near(), self.near()], reverse=self.often(self.chaos))
        if self.often(0.85):
            part["from"] = self.period(days[0])
        if self.often(0.7) and ("from" in part or not needs_start):
            part["to"] = self.period(days[1])
