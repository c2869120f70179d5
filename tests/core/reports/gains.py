"""Assignments with benefits, and the reports made of them."""

from staircase.core.reports import Cell, Report, Table
from staircase.core.reports.benefits import benefits
from staircase.core.reports.select import ALL, Selection
from tests.core.build import assessed, assignment, program

DAY = "2020-05-25"
PROGRAM = program("documents: [{id: plan, title: Plan}, {id: adopted, title: Adopted, adopted: 2019-01-01}]")
HANDLING = """
- id: handling
  title: Handling time
  kind: capacity
  owner: Maria
  measure: {what: time, unit: minutes/application}
  baseline: {value: 55, date: 2019-05-20}
  target: {value: 30, by: 2020-12-31}
  measurements: [{value: 48, date: 2020-01-31}, {value: 41, date: 2020-04-30}]
  worth: {per_unit: 14250}
"""
PAPER = """
- id: paper
  title: Paper and postage
  kind: cash
  owner: Maria
  measure: {what: cost, unit: SEK/year}
  baseline: {value: 96000, date: 2019-05-31}
  target: {value: 24000, by: 2021-06-30}
  measurements: [{value: 40000, date: 2020-04-30}]
  taken_home: [{from: 2020-01-01, amount: 50000, document: plan}]
"""


def one(*items: str, **keys: str) -> str:
    """Write an assignment with those benefits."""
    live = {"started": "2019-05-01", "live": "2019-11-18", "costs": "{one_off: 420000, per_year: 60000}"}
    return assignment("benefits:\n" + "".join(items), **(live | keys))


def item(rest: str = "", name: str = "b", title: str = "B") -> str:
    """Write a benefit with nothing but what is given."""
    return f"- {{id: {name}, title: {title}{', ' if rest else ''}{rest}}}\n"


def made(*items: str, selection: Selection = ALL, day: str = DAY, **keys: str) -> Report:
    """Make the report of one assignment, ``it``, with those benefits."""
    return benefits(assessed(PROGRAM, day=day, it=one(*items, **keys)), selection)


def table(report: Report) -> Table:
    """Give the report's table."""
    (found,) = (block for block in report.blocks if isinstance(block, Table))
    return found


def cell(key: str, text: str, day: str = DAY) -> Cell:
    """Give the cell of the only benefit in a column."""
    shown = table(made(text, day=day))
    at = [column.key for column in shown.columns].index(key)
    return shown.groups[0].rows[0][at]


COUNTED = {
    "active": one(item()),
    "done": one(item(), completed="2020-05-01"),
    "paused": one(item(), pauses="[{from: 2020-05-01}]"),
    "planned": one(item(), started="2020-06-01", live=""),
    "stopped": one(item(), stopped="{date: 2020-05-01, why: x}"),
}
"""An assignment with a benefit in each state."""
