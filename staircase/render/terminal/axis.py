"""A timeline's axis: where days stand on so many columns, and how months, quarters and years are labelled."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

Unit = Literal["month", "quarter", "year"]
_YEAR = len("2026 ")
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12}


class Axis(NamedTuple):
    """Units of time, each as many columns wide; ``starts`` are their first days and the day after the last one."""

    starts: tuple[date, ...]
    unit: Unit
    each: int

    @property
    def width(self) -> int:
        """The columns of the whole axis."""
        return self.each * (len(self.starts) - 1)

    def column(self, day: date) -> int:
        """The column that a day stands in, from 0; days outside stand at the ends."""
        for number, (start, following) in enumerate(pairwise(self.starts)):
            if day < following:
                passed = max(0, (day - start).days)
                return number * self.each + passed * self.each // (following - start).days
        return self.width - 1

    def years(self) -> str:
        """Write each year over its first unit, in two digits where four are too many; the first may lack room."""
        firsts = [
            number
            for number, start in enumerate(self.starts[:-1])
            if number == 0 or start.year != self.starts[number - 1].year
        ]
        rooms = [(after - before) * self.each for before, after in pairwise(firsts)]
        shortest = min(rooms[1:], default=_YEAR)
        if rooms and rooms[0] < min(_YEAR, shortest):
            del firsts[0]
        short = min(rooms[-len(firsts) + 1 :] if len(firsts) > 1 else [_YEAR]) < _YEAR
        labels = [""] * (len(self.starts) - 1)
        for number in firsts:
            year = str(self.starts[number].year)
            labels[number] = f"'{year[2:]}" if short else year
        return self._labelled(labels)

    def labels(self) -> str:
        """Write what each unit is called, of months and quarters without the year; quarters all of them or none."""
        if self.unit == "quarter" and self.each < len("Q1 "):
            return ""
        return self._labelled([_label(start, self.unit) for start in self.starts[:-1]])

    def _labelled(self, labels: Sequence[str]) -> str:
        line = ""
        for number, label in enumerate(labels):
            at = number * self.each
            if label and (not line or len(line) < at) and at + len(label) <= self.width:
                line = line.ljust(at) + label
        return line[: self.width]


def axis(first: date, last: date, unit: Unit, columns: int) -> Axis | None:
    """Divide columns among the units from one day to another; nothing where there is less than one column each."""
    starts = tuple(_starts(first, last, unit))
    each = columns // (len(starts) - 1)
    return Axis(starts, unit, each) if each else None


def units(first: date, last: date, unit: Unit) -> int:
    """Count the months, quarters or years from that of one day to that of another."""
    return sum(1 for _ in _starts(first, last, unit)) - 1


def _starts(first: date, last: date, unit: Unit) -> Iterator[date]:
    months = _MONTHS[unit]
    number = (first.year * 12 + first.month - 1) // months * months
    day = _month(number)
    yield day
    while day <= last:
        number += months
        day = _month(number)
        yield day


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _label(start: date, unit: Unit) -> str:
    match unit:
        case "month":
            return str(start.month)
        case "quarter":
            return f"Q{(start.month + 2) // 3}"
        case "year":
            return str(start.year)
