"""A small town with assignments of every state, on every step, for the reports to tell of."""

from staircase.core.assess import Assessment
from staircase.core.reports import Block, Report
from tests.core.build import assessed, assignment, program

DAY = "2026-06-30"
PROGRAM = program(
    """
    goals: [{id: service, title: Service}, {id: economy, title: Economy}]
    settings: {at_once: 7, rounds_to_trust: 1}
    """,
    departments="[{id: care, name: Care}, {id: school, name: School}, {id: town-hall, name: Hall}]",
)
ROUND = "trials: [{id: try, title: Try, started: 2026-01-02, ended: 2026-01-03, learned: x}]\n"
FRESH = "reviewed: 2026-06-15\n"

ASSIGNMENTS = {
    "active": assignment(FRESH + ROUND + "goals: [service, service]\ntags: [web]", started="2026-05-30"),
    "broken": "title: [",
    "done": assignment("completed: 2026-06-01\ngoals: [economy]"),
    "embedded": assignment(
        FRESH
        + "journey: [{step: embed, entered: 2026-03-31}]\nbenefits: [{id: b, title: B, owner: Boss, kind: quality}]",
        department="school",
        lead="lea",
    ),
    "login": assignment(FRESH, kind="enabling", department="", lead="Ida"),
    "paused": assignment(FRESH + "journey: [{step: benefits, entered: 2026-03-30}]\npauses: [{from: 2026-06-20}]"),
    "planned": assignment(started="2026-07-01", lead="Ida"),
    "stopped": assignment(ROUND + "stopped: {date: 2026-02-01, why: x}", department="school"),
    "stray": assignment(
        FRESH + "roadmap: [{id: r, title: R, from: 2026, owner: Chief, goals: [economy]}]", department="nowhere"
    ),
}


def town(day: str = DAY, program: str = PROGRAM, **others: str) -> Assessment:
    """Assess the town."""
    return assessed(program, day=day, **(ASSIGNMENTS | others))


def ids(report: Report) -> list[str]:
    """Give the ids of a report's rows, in order."""
    return [str(getattr(row["id"], "text", "")) for row in report.rows]


def kinds(report: Report) -> list[type[Block]]:
    """Give the kinds of a report's blocks, in order."""
    return [type(block) for block in report.blocks]
