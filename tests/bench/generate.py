"""A seeded large portfolio: ``python tests/bench/generate.py DIR --assignments 1000 --seed 1``."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

DAY = date(2026, 11, 2)
"""The day that the portfolio is kept for; every fact is known on it."""

STEPS = ("explore", "benefits", "roadmap", "embed")
GOALS = ("simple-service", "safe-welfare", "balanced-economy", "good-employer", "open-town", "fossil-free")
PLACES = (
    "home care",
    "school meals",
    "building permits",
    "road upkeep",
    "libraries",
    "payroll",
    "parks",
    "inspections",
)
THINGS = (
    "Keyless visits",
    "Digital applications",
    "Sensors",
    "Speech to text",
    "Route planning",
    "Self-service booking",
)
PEOPLE = ("care worker", "head of unit", "caseworker", "teacher", "caretaker", "librarian", "två hyresgäster")
LESSONS = (
    "the queue is the bottleneck, not the form",
    "the night team needs its own flow",
    "batterierna höll i tre veckor när det var kallt i trapphuset",
    "half of the visits could be planned the week before",
)
LESS = ("driving", "paper", "waiting", "rework")
KINDS = ("capacity", "cash", "quality")
FAULTS = (
    "owner",
    "kind",
    "realisation",
    "worth",
    "lesson",
    "based_on",
    "together",
    "goals",
    "source",
    "measure",
    "shown",
)
STAYS = (140, 140, 210, 420)
ENABLING_SHARE = 0.03


@dataclass(frozen=True, slots=True)
class Manner:
    """How a portfolio is kept.

    Attributes:
        open_share: the share of assignments that are still under way, between 0 and 1.
        faults: the least and the most omissions in an open assignment, of those in ``FAULTS``.
        block: whether every mapping and list stands in block style, without comments, as a program would write it.
    """

    open_share: float
    faults: tuple[int, int]
    block: bool


TIDY = Manner(open_share=0.5, faults=(1, 5), block=False)
"""Kept with care: 0.75 findings a file."""

MESSY = Manner(open_share=0.95, faults=(6, 11), block=True)
"""Kept by people with no time: 3.4 findings a file."""


def departments(assignments: int) -> int:
    """Give how many departments share so many assignments: 10 to 30."""
    return min(30, max(10, assignments // 40))


def portfolio(assignments: int, seed: int, manner: Manner = TIDY) -> Iterator[tuple[str, str]]:
    """Yield the files of a portfolio, path and text; the same for the same numbers, and a file for its place in it."""
    yield "program.yaml", _program(assignments)
    for number in range(assignments):
        chance = Random(f"{seed} {number}")  # noqa: S311 - the same portfolio each time is the point
        text = Maker(chance, number, assignments, manner).text()
        yield f"assignments/{name(number)}.yaml", _in_block_style(text) if manner.block else text


def name(number: int) -> str:
    """Give an assignment's id."""
    return f"{PLACES[number % len(PLACES)].replace(' ', '-')}-{number:06}"


def write(folder: Path, assignments: int, seed: int, manner: Manner = TIDY) -> None:
    """Write a portfolio's files into a folder."""
    (folder / "assignments").mkdir(parents=True, exist_ok=True)
    for path, text in portfolio(assignments, seed, manner):
        (folder / path).write_text(text, encoding="utf-8")


def _in_block_style(text: str) -> str:
    data = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - the base loader makes nothing but text
    written: str = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    return written


def _program(assignments: int) -> str:
    lines = ["# A made-up programme, to measure with", "format: 1", "name: Programme for digitalisation"]
    lines += ["organisation: Exempelkommun", "language: en", "currency: SEK"]
    lines += ["mandate: {decided_by: Municipal council, date: 2016-10-20, from: 2016-11-01, to: 2030-12-31}"]
    lines += ["departments:"]
    for number in range(departments(assignments)):
        lines += [f"  - id: department-{number}", f"    name: Department {number}", f"    manager: Director {number}"]
    lines += ["goals:", *(f"  - {{id: {goal}, title: {goal.replace('-', ' ').capitalize()}}}" for goal in GOALS)]
    lines += ["documents:", *_document("budget-2026", "budget")]
    for number in range(departments(assignments)):
        lines += [*_document(f"plan-{number}", "operational-plan"), f"    department: department-{number}"]
    lines += ["settings:", f"  at_once: {min(100_000, max(30, assignments))}"]
    return "\n".join(lines) + "\n"


def _document(own_id: str, kind: str) -> list[str]:
    lines = [f"  - id: {own_id}", f"    title: {own_id.capitalize()}", f"    kind: {kind}"]
    return [*lines, "    adopted: 2025-12-11", "    from: 2026-01-01", "    to: 2028-12-31"]


class Maker:
    """Writes one assignment as its lead would have kept it, but for a few omissions."""

    def __init__(self, chance: Random, number: int, assignments: int, manner: Manner) -> None:
        self.chance, self.number = chance, number
        self.department = number % departments(assignments)
        self.enabling = max(1, int(assignments * ENABLING_SHARE))
        self.is_open = number < self.enabling or chance.random() < manner.open_share
        self.is_stopped = not self.is_open and chance.random() < 0.3
        self.now = DAY if self.is_open else self.before(DAY, 20, 3000)
        self.top = chance.choices(range(4), (4, 4, 2, 1))[0]
        stays = [chance.randint(5, STAYS[self.top]), *(chance.randint(40, 110) for _ in range(self.top))]
        days = [self.now - timedelta(sum(stays[: place + 1])) for place in range(self.top + 1)]
        self.entered = days[::-1]
        self.started = self.entered[0]
        self.live = self.entered[1] if self.top else None
        self.faults = set(chance.sample(FAULTS, chance.randint(*manner.faults))) if self.is_open else set()
        self.trials = chance.randint(2, 3)

    def before(self, day: date, least: int, most: int) -> date:
        """Give a day so many days before another."""
        return day - timedelta(self.chance.randint(least, most))

    def text(self) -> str:
        """Give the file's text."""
        if self.number < self.enabling:
            return "\n".join([*self._head(), "kind: enabling", *self._links()]) + "\n"
        parts = (
            self._head(),
            self._people(),
            self._journey(),
            self._pauses(),
            self._trials(),
            self._benefits(),
            self._shown(),
            self._roadmap(),
            self._links(),
            self._end(),
        )
        return "\n\n".join("\n".join(part) for part in parts if part) + "\n"

    def _head(self) -> list[str]:
        title = f"{self.chance.choice(THINGS)} in {PLACES[self.number % len(PLACES)]} {self.number}"
        lines = ["# kept by the lead; figures come from the monthly follow-up", f"title: {title}"]
        lines += [f"department: department-{self.department}", f"lead: Project lead {self.number % 97}"]
        lines += [f"started: {self.started}"]
        if self.live:
            lines += [f"live: {self.live}            # first day in ordinary use"]
        if self.is_open and self.chance.random() < 0.9:
            lines += [f"reviewed: {max(self.started, self.before(DAY, 0, 50))}"]
        return lines

    def _people(self) -> list[str]:
        lines = [] if "goals" in self.faults else [f"goals: [{', '.join(self.chance.sample(GOALS, 2))}]"]
        if "together" not in self.faults:
            lines += ["together:", *(f"  - {one}" for one in self.chance.sample(PEOPLE, 3))]
        lines += [f"depends_on: [{name(self.number % self.enabling)}]", "tags: [welfare-technology, 'wave 2']"]
        return [*lines, f"costs: {{one_off: {self._money(300)}, per_year: {self._money(60)}}}"]

    def _money(self, thousands: int) -> int:
        return 1000 * self.chance.randint(thousands // 3, thousands)

    def _journey(self) -> list[str]:
        visits = zip(STEPS, self.entered, strict=False)
        return ["journey:", *(f"  - {{step: {step}, entered: {entered}}}" for step, entered in visits)]

    def _pauses(self) -> list[str]:
        days = (self.now - self.started).days
        if days < 30 or self.chance.random() < 0.7:
            return []
        start = self.started + timedelta(days // 3)
        end = start + timedelta(days // 5)
        return ["pauses:", f"  - from: {start}", f"    to: {end}", "    why: procurement, and then the summer"]

    def _trials(self) -> list[str]:
        days = ((self.entered[1] if self.top else self.now) - self.started).days
        lines = ["trials:"]
        for number in range(self.trials):
            start = self.started + timedelta(days * number // self.trials)
            end = self.started + timedelta(days * (number + 1) // self.trials)
            lines += [f"  - id: trial-{number}", f"    title: One team, round {number + 1}", f"    started: {start}"]
            lines += [f"    ended: {end}", f"    outcome: {self.chance.choice(('worked', 'failed', 'mixed'))}"]
            if number or "lesson" not in self.faults:
                lines += ["    learned: >-", f"      In round {number + 1} we saw that {self.chance.choice(LESSONS)}."]
        return lines

    def _benefits(self) -> list[str]:
        kinds = self.chance.sample(KINDS, 2)
        return ["benefits:", *(line for place, kind in enumerate(kinds) for line in self._benefit(place, kind))]

    def _benefit(self, place: int, kind: str) -> Iterator[str]:
        omitted = self.faults if place == 0 else set()
        unit = "SEK/year" if kind == "cash" else "hours/year"
        start, aim = 1000 * self.chance.randint(20, 60), 1000 * self.chance.randint(5, 18)
        yield from (
            f"  - id: benefit-{place}",
            f"    title: Less {self.chance.choice(LESS)}",
        )
        if "kind" not in omitted:
            yield f"    kind: {kind}"
        if "owner" not in omitted:
            yield f"    owner: Head of unit {self.number % 211}"
        yield from ("    measure:", f"      what: time or money spent, as in figure {place}", f"      unit: {unit}")
        yield "      source: the follow-up system"
        yield "      every_days: 90"
        yield f"    baseline: {{value: {start}, date: {self.before(self.started, 1, 60)}, how: measured}}"
        aimed = (self.live or self.started) + timedelta(400)
        by = aimed if self.is_open and self.top < 3 else self.now - timedelta(10)
        yield f"    target: {{value: {aim}, by: {by}}}"
        yield from self._measured(start, aim, by, stale="measure" in omitted)
        if kind != "cash" and "worth" not in omitted:
            yield from (
                "    worth:",
                f"      per_unit: {self.chance.randint(200, 900)}.50",
                "      basis: overhead",
            )
        if "realisation" not in omitted:
            yield "    realisation: Freed hours become one more visit a day in each team"
        if self.live and by < DAY:
            yield from ("    taken_home:", f"      - from: {by}", "        how: in the budget, and in the schedule")
            yield from (f"        amount: {self._money(400)}", "        document: budget-2026")

    def _measured(self, start: int, aim: int, by: date, *, stale: bool) -> Iterator[str]:
        if not self.live:
            return
        days = [self.live + timedelta(60 * turn) for turn in range(1, 8)]
        known = [day for day in days if day < self.now - timedelta(150 if stale else 0)]
        if self.live < by < DAY:
            known = [*(day for day in known if day < by), by]
        if known:
            yield "    measurements:"
        for day in known:
            share = min(1.05, (day - self.live).days / (by - self.live).days + self.chance.uniform(-0.08, 0.2))
            share = 1.05 if day == by else max(share, 0.01)
            yield f"      - {{value: {start + (aim - start) * share:.1f}, date: {day}}}"

    def _shown(self) -> list[str]:
        if not self.live or "shown" in self.faults:
            return []
        day = max(self.live, self.before(self.now, 5, 200))
        return ["shown:", f"  - date: {day}", "    forum: department management", "    decision: go on with all teams"]

    def _roadmap(self) -> list[str]:
        lines = ["roadmap:"]
        for place in range(self.chance.randint(2, 3) if self.top > 1 else 1):
            lines += [
                f"  - id: item-{place}",
                f"    title: All teams, stage {place + 1}",
                "    area: all of it",
            ]
            if self.top > 1 and not self.is_stopped:
                lines += self._planned(place)
        return lines

    def _planned(self, place: int) -> Iterator[str]:
        yield f"    from: {self.chance.choice(('2026-Q4', '2027-Q1', '2027-01', '2027-02-01'))}"
        yield f"    to: {self.chance.choice(('2027-Q3', '2027-Q4', '2027-12-31', '2028'))}"
        yield f"    owner: Head of unit {self.number % 211}"
        yield from ("    expects:", "      kind: capacity", f"      per_year: {self._money(1200)}")
        if place or "based_on" not in self.faults:
            yield "    based_on: [trial-0]"
        yield f"    goals: [{self.chance.choice(GOALS)}]"
        yield f"    anchored_in: [plan-{self.department}]"

    def _links(self) -> list[str]:
        return ["links:", "  - title: Case file", f"    url: https://example.org/KS-2025-{self.number}"]

    def _end(self) -> list[str]:
        if self.is_open:
            return []
        if not self.is_stopped:
            return [f"completed: {self.now}"]
        learned = f"    learned: {self.chance.choice(LESSONS)}".removeprefix("  ")
        return ["stopped:", f"  date: {self.now}", "  why: no need found in 31 interviews", learned]


def main() -> None:
    """Write the portfolio that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--assignments", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--messy", action="store_true", help="kept by people with no time")
    options = parser.parse_args()
    write(options.folder, options.assignments, options.seed, MESSY if options.messy else TIDY)


if __name__ == "__main__":
    main()
