"""Pairs of portfolios that differ in one thing, and what is told of it."""

from functools import cache

from staircase.core.assess import Assessment
from staircase.core.comparison.change import Change
from staircase.core.comparison.difference import changes
from tests.core.build import assessed

PROGRAM = """\
format: 1
name: Programme
organisation: Town
departments:
  - {id: care, name: Care, manager: Maud}
goals:
  - {id: service, title: Service}
documents:
  - {id: plan, title: Plan, adopted: 2025-12-01, from: 2026, to: 2026}
  - {id: draft, title: Draft}
settings: {at_once: 20}
rules: {journey-stale: note}
"""

IT = """\
title: Keyless
department: care
lead: Lea
started: 2026-01-01
live: 2026-03-10
reviewed: 2026-06-20
goals: [service]
together: [nurse]
tags: [welfare]
costs: {one_off: 1000, per_year: 500}
journey:
  - {step: explore, entered: 2026-01-01}
  - {step: benefits, entered: 2026-03-10}
pauses:
  - {from: 2026-04-01, to: 2026-04-11, why: strike}
trials:
  - {id: doors, title: Doors, started: 2026-01-10, ended: 2026-02-10, outcome: worked, learned: Locks}
  - {id: keys, title: Keys, started: 2026-02-20}
benefits:
  - id: time
    title: Time
    kind: quality
    owner: Olle
    measure: {what: time on the road, unit: hours}
    baseline: {value: 100, date: 2026-01-20}
    target: {value: 50, by: 2026-12-31}
    measurements:
      - {value: 90, date: 2026-04-20}
      - {value: 80, date: 2026-05-20}
    realisation: One more visit
    taken_home:
      - {from: 2026-05-01, amount: 10, document: plan}
  - id: calm
    title: Calm
shown:
  - {date: 2026-05-25, forum: management}
roadmap:
  - id: all
    title: All
    from: 2026-Q3
    to: 2026-Q4
    owner: Rut
    expects: {kind: cash}
    based_on: [doors]
    goals: [service]
    anchored_in: [plan]
  - id: idea
    title: Idea
"""
"""An assignment with a bit of everything, on its second step on 2026-06-30."""


def edited(text: str, *edits: tuple[str, str]) -> str:
    """Replace parts of a text, each of which is there."""
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def told(before: Assessment, after: Assessment) -> list[tuple[str, str | None]]:
    """Give kinds and items of all changes but findings that came or went."""
    return [(one.kind, one.item) for one in changes(before, after) if not one.kind.startswith("finding-")]


def only(before: Assessment, after: Assessment) -> Change:
    """Give the one change that is no finding."""
    [found] = [one for one in changes(before, after) if not one.kind.startswith("finding-")]
    return found


@cache
def it(*edits: tuple[str, str]) -> Assessment:
    """Assess the assignment with edits."""
    return assessed(PROGRAM, it=edited(IT, *edits))


@cache
def programme(*edits: tuple[str, str]) -> Assessment:
    """Assess the programme with edits."""
    return assessed(edited(PROGRAM, *edits), it=IT)
