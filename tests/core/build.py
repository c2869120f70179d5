"""Portfolios as text: what the tests of the core are made of, read by the real reader."""

from datetime import date
from textwrap import dedent

from staircase.core.assess import Assessment, assess
from staircase.core.finding import Finding
from staircase.core.known import Known
from staircase.core.load import load
from staircase.core.portfolio import Portfolio
from staircase.core.source import File, Span

PROGRAM = """\
format: 1
name: Programme
organisation: Town
departments:
  - {id: care, name: Care, manager: Maud}
"""
"""The smallest programme: one department, no goals, no documents, every setting as by default."""

DAY = "2026-06-30"


def program(rest: str = "", *, departments: str = "[{id: care, name: Care}]") -> str:
    """Write a ``program.yaml`` with more keys."""
    head = f"format: 1\nname: Programme\norganisation: Town\ndepartments: {departments}\n"
    return head + dedent(rest).lstrip("\n")


def assignment(rest: str = "", **keys: str) -> str:
    """Write an assignment's file: the smallest one, other values for its keys (empty: without it), and more keys."""
    smallest = {"title": "Keyless", "department": "care", "lead": "Lea", "started": "2026-01-01", "together": "[nurse]"}
    lines = (f"{key}: {value}\n" for key, value in (smallest | keys).items() if value)
    return "".join(lines) + dedent(rest).lstrip("\n")


FULL = assignment(
    """
    live: 2026-03-10
    reviewed: 2026-06-20
    journey:
      - {step: explore, entered: 2026-01-01}
      - {step: benefits, entered: 2026-03-10}
    pauses: [{from: 2026-04-01, to: 2026-04-11}]
    trials:
      - {id: doors, title: Doors, started: 2026-01-10, ended: 2026-02-10, learned: Locks}
      - {id: keys, title: Keys, started: 2026-02-20, ended: 2026-03-01}
    benefits:
      - id: time
        title: Time
        owner: Olle
        target: {value: 5}
        baseline: {value: 9, date: 2026-01-20}
        measurements: [{value: 6, date: 2026-05-20}, {value: 7, date: 2026-04-20}, {value: 9, date: 2026-01-20}]
        taken_home: [{from: 2026-05-01}, {from: 2026-06-01}]
    shown: [{date: 2026-05-25}, {date: 2026-05-21}]
    roadmap:
      - {id: all, title: All, from: 2026-Q3, started: 2026-06-02, done: 2026-06-04}
    completed: 2026-06-25
    """
)
"""An assignment with every kind of dated fact, each on a day of its own."""


def files(program: str = PROGRAM, **assignments: str) -> list[File]:
    """Make a portfolio's files; ``night_team`` is ``assignments/night-team.yaml``."""
    named = {f"assignments/{name.replace('_', '-')}.yaml": text for name, text in assignments.items()}
    return [File(path, text.encode()) for path, text in ({**named, "program.yaml": program}).items()]


def portfolio(program: str = PROGRAM, **assignments: str) -> Portfolio:
    """Read a portfolio."""
    return load(files(program, **assignments))


def assessed(program: str = PROGRAM, *, day: str = DAY, today: str = "", **assignments: str) -> Assessment:
    """Read a portfolio and assess it on a day; the clock says the same day, unless it is told another."""
    as_of = date.fromisoformat(day)
    return assess(portfolio(program, **assignments), as_of, date.fromisoformat(today) if today else as_of)


def known_on(day: str, text: str, program: str = PROGRAM, **others: str) -> Known:
    """Give what is known of one assignment, ``it``, on a day."""
    read = portfolio(program, it=text, **others)
    assert read.findings == ()
    return read.known_on(date.fromisoformat(day))["it"]


def told(finding: Finding, read: Portfolio) -> tuple[str, str, str, int, int]:
    """Give a finding as rule, reason, file, line and column."""
    span: Span = read.span(finding.path, finding.where)
    return finding.rule, finding.reason, finding.path, span.line, span.column


def rules(assessment: Assessment) -> list[tuple[str, str, str | None]]:
    """Give what was found, in order: rule, the subject's id, item."""
    return [(finding.rule, finding.subject.id, finding.item) for finding in assessment.findings]
