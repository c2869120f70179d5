"""A small portfolio to write in, and what a command does to it: the lines that come and go, and what is said."""

from collections.abc import Mapping
from difflib import ndiff
from pathlib import Path

from tests.cli.running import Ended, plant, run

PROGRAM = """\
format: 1
name: P
organisation: O
departments:
  - {id: care, name: Care, manager: Director}
  - {id: schools, name: Schools}
goals:
  - {id: simple, title: Simple service}
documents:
  - {id: plan-2027, title: Plan 2027, kind: operational-plan, from: 2027-01-01, to: 2027-12-31}
  - {id: law, title: The law, adopted: 2025-01-01}
"""
VISITS = """\
title: Keyless visits
department: care
lead: Programme
started: 2026-01-05
goals: [simple]
together: [care worker]
costs: {one_off: 100, per_year: 50}

journey:
  - {step: explore, entered: 2026-01-05}
  - {step: benefits, entered: 2026-05-04}

trials:
  - id: ten-doors
    title: Ten doors
    started: 2026-01-12
    ended: 2026-03-01
    outcome: worked
    learned: Keys cost more time than locks
  - id: night
    title: The night team
    started: 2026-09-01

benefits:
  - id: time
    title: Fewer hours on the road
    kind: capacity
    owner: Head of home care
    measure: {what: driving time, unit: hours/year}
    baseline: {value: 5200, date: 2026-01-04}
    target: {value: 3900, by: 2026-12-31}
    measurements:
      - {value: 4700, date: 2026-06-30}

roadmap:
  - id: all-teams
    title: Every team
    from: 2027-Q1
    owner: Head of home care
"""
PAUSED = """\
title: Paused one
department: care
lead: Programme
started: 2026-01-05
together: [nurse]
pauses:
  - {from: 2026-08-01, why: summer}
"""
LOGIN = "title: Shared login\nkind: enabling\nlead: IT\nstarted: 2026-01-05\n"
DONE = """\
title: Done one
department: care
lead: Programme
started: 2026-01-05
completed: 2026-09-01
benefits:
  - id: time
    title: Time
    measurements: [{value: 7, date: 2026-06-30}]
    taken_home:
      - {from: 2026-08-01, how: some}
    closed: {date: 2026-08-01, why: done}
roadmap:
  - {id: item, title: Item, goals: [simple], anchored_in: [plan-2027], done: 2026-08-01}
  - {id: heir, title: Heir, became: visits}
"""
STOPPED = (
    "title: Stopped one\ndepartment: care\nlead: Programme\nstarted: 2026-01-05\nstopped: {date: 2026-09-01, why: x}\n"
)
AHEAD = "title: Planned one\ndepartment: care\nlead: Programme\nstarted: 2027-01-05\n"
BROKEN = "title: Broken one, mentioned\ndepartment: nowhere:\n"
WRONG = "title: Wrong one\ndepartment: care\nlead: Programme\nstarted: 2026-02-30\n"
ANEW = """\
title: One of two
department: care
lead: A
started: 2026-01-05
live: 2026-02-01
reviewed: 2026-10-31
together: [nurse]
tags: [x, x]
shown:
  - {date: 2026-10-01, forum: board}
was:
  - {until: 2026-06-01, lead: B}
  - {until: 2026-11-01, goals: []}
"""
ODD = (
    "title: One of two\ndepartment: care\nlead: Programme\nstarted: 2026-01-05\n? x-own\n: a\n"
    "x-list:\n- date: |\n    2026"
)
FILES = {
    "program.yaml": PROGRAM,
    **{
        f"assignments/{name}.yaml": text
        for name, text in {
            "visits": VISITS,
            "paused": PAUSED,
            "login": LOGIN,
            "done": DONE,
            "stopped": STOPPED,
            "ahead": AHEAD,
            "broken": BROKEN,
            "wrong": WRONG,
            "anew": ANEW,
            "odd": ODD,
            "mentioned": DONE.replace("Done", "Mentioned"),
        }.items()
    },
}
TABLES = {
    "table.csv": "\ufeffassignment;benefit;date;value\n"
    "visits;time;2026-09-30;4 300,5\n;;;\nvisits;time;2026-03-31;4900\ndone;time;2026-09-30;5\n",
    "wrong.csv": "assignment,benefit,date,value\nvisits,time,2026-09-30,5\nvisits,time,2026-06-30,4\n",
    "day.csv": "assignment,benefit,date,value\nvisits,time,1 May,5\n",
    "unknown.csv": "assignment,benefit,date,value\nvists,time,2026-09-30,5\n",
    "columns.csv": "assignment,benefit\nvisits,time\n",
    "empty.csv": "assignment,benefit,date,value\n",
}


def planted(folder: Path) -> Path:
    return plant(folder, FILES | TABLES)


def standing(folder: Path) -> dict[str, str]:
    """All files of a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """The lines that went and came, with the names of files that are new or gone."""
    lines: list[str] = []
    for path in sorted({*before, *after}):
        if before.get(path) == after.get(path):
            continue
        if path not in before or path not in after:
            lines.append(f"new {path}" if path in after else f"gone {path}")
        old, new = (files.get(path, "").splitlines(keepends=True) for files in (before, after))
        lines += [line.rstrip("\n") for line in ndiff(old, new) if line[0] in "+-"]
    return "\n".join(lines)


def done(folder: Path, *command: str, variables: Mapping[str, str] | None = None) -> tuple[Ended, str]:
    """Run a command in a portfolio: how it ended, and what it changed there."""
    before = standing(folder)
    ended = run(command, folder, variables)
    return ended, changed(before, standing(folder))
