"""Assignments put together again from the rows of an export, by another way than import's: to ask for identity."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from staircase.core.combination import months_counted
from staircase.core.model.assignment import Assignment, Costs, Earlier
from staircase.core.portfolio import Portfolio
from staircase.core.sheets import Sheet, SheetValue, written
from staircase.core.sheets.table import SHEETS

Rows = Callable[[Sheet], Iterable[Mapping[str, SheetValue]]]
"""The rows of a sheet, by the keys of its columns."""

LEVELS = sorted((one for one in SHEETS if one.is_read and not one.of_program), key=lambda one: len(one.lists))


def assignments(rows: Rows) -> dict[str, Assignment]:
    """Every assignment by its id; nothing but facts and where they belong is looked at."""
    data: dict[str, Any] = {}
    for sheet in LEVELS:
        for row in rows(sheet):
            first, *others = (row[column.key] for column in sheet.places)
            parts = {"/".join(column.field): row[column.key] for column in sheet.facts}
            empty = sheet.part is not None and issubclass(sheet.part, Earlier)
            made = _nested({key: value for key, value in parts.items() if value is not None and (value != () or empty)})
            if not sheet.lists:
                data[str(first)] = made
                continue
            target: Any = data[str(first)]
            for name, place in zip(sheet.lists[:-1], others[:-1], strict=True):
                target = next(one for one in target[name] if one["id"] == place)
            entries = target.setdefault(sheet.lists[-1], [])
            if sheet.places[-1].key == "id":
                made["id"] = others[-1]
            else:
                assert others[-1] == len(entries) + 1
            entries.append(made)
    return {name: months_counted(Assignment.model_validate(one)) for name, one in data.items()}


def files(portfolio: Portfolio) -> dict[str, Assignment]:
    """What the files say; costs of which nothing is said are none."""
    said = {name: entry.assignment for name, entry in portfolio.entries.items()}
    return {name: one.model_copy(update={"costs": None}) if one.costs == Costs() else one for name, one in said.items()}


def _nested(parts: Mapping[str, SheetValue]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for path, value in parts.items():
        *above, own = path.split("/")
        target = made
        for name in above:
            target = target.setdefault(name, {})
        target[own] = list(value) if isinstance(value, tuple) else written(value)
    return made
