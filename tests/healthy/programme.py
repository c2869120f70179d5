"""A healthy programme of three years made up from a seed: departments that train, learn, show, plan and act.

60 starts a year, some 30 at once, in eight departments. People differ, one benefit of five disappoints, little happens
in July, plans and budgets are adopted each December. People act on what goes wrong within sensible time.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

from tests.healthy.ledger import Ledger, Trouble
from tests.healthy.record import Diary, Record
from tests.healthy.story import Story

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
AT_ONCE, STARTS_A_YEAR = 30, 60
DEPARTMENTS = ("care", "schools", "planning", "culture", "streets", "children", "rescue", "offices")
GOALS = ("simple-service", "safe-everyday", "balanced-economy", "good-workplace")
LEADS = tuple(f"Lead {letter}" for letter in "ABCDEFGHIJKL")
ENABLING = ("e-id", "integration", "training", "open-data")


@dataclass
class Programme:
    """Everything that was written, and the ledger of what was wrong."""

    seed: int
    program: Record
    assignments: dict[str, Record]
    ledger: Ledger
    stray_files: dict[str, None] = field(default_factory=dict)


def programme(seed: int) -> Programme:
    """Three years of a healthy programme; the same seed gives the same programme."""
    return _Years(random.Random(seed)).told(seed)  # noqa: S311 - no secret: the same years for the same seed


class _Years:
    """The three years, week by week."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.ledger = Ledger()
        self.stories: list[Story] = []
        self.enabling: dict[str, Diary] = {}
        self.pauses: dict[str, tuple[date, date]] = {}
        self.roadmaps: dict[str, Story] = {}
        self.due_items: list[tuple[date, Story, str]] = []
        self.revised: set[tuple[str, int]] = set()
        self.plans_due = {name: chance.randint(20, 100) for name in DEPARTMENTS}
        self.adoptions = {year: date(year, 12, chance.randint(9, 16)) for year in range(2023, 2027)}

    def told(self, seed: int) -> Programme:
        self._enabling()
        for week in range((LAST - FIRST).days // 7):
            day = FIRST + timedelta(7 * week)
            if day.month != 7:
                self._roadmaps(day)
                self._start(day)
        self._follow_up()
        written = {diary.id: diary.written_down(self.chance) for diary in self.enabling.values()}
        written |= {story.id: story.diary.written_down(self.chance) for story in self.stories}
        opened = {name: record.facts[0].written for name, record in written.items()}
        assignments = {name: _after_what_they_name(record, opened) for name, record in written.items()}
        return Programme(seed, self._program().written_down(self.chance), assignments, self.ledger)

    def _enabling(self) -> None:
        for number, name in enumerate(ENABLING):
            diary = self.enabling[name] = Diary(name)
            first = {"title": name, "kind": "enabling", "lead": LEADS[number], "started": FIRST.isoformat()}
            for key, value in first.items():
                diary.note(FIRST, key, value=value)
            for weeks in range(6, 156, 7):
                day = FIRST + timedelta(7 * weeks)
                if day.month != 7:
                    diary.note(day, "reviewed", value=day.isoformat(), same_day=True)
            if self.chance.random() < 0.5:
                start = FIRST + timedelta(self.chance.randint(380, 900))
                end = start + timedelta(self.chance.randint(30, 70))
                diary.note(
                    start, "pauses", value={"from": start.isoformat(), "to": end.isoformat(), "why": "procurement"}
                )
                self.pauses[name] = (start, end)

    def _start(self, day: date) -> None:
        """As many as there is room for, items of the roadmaps that are due first."""
        room = AT_ONCE - 1 - sum(story.is_open(day) for story in self.stories)
        pace = STARTS_A_YEAR * ((day - FIRST).days + 21) / 365 - len(self.stories)
        for _ in range(min(room, round(pace), 3)):
            due = next((one for one in self.due_items if one[0] <= day), None)
            if due:
                self.due_items.remove(due)
                _, host, item = due
                host.became(item, self._story(day, host.department, host.items[item].title, from_roadmap=True))
            else:
                fewest = min(DEPARTMENTS, key=partial(self._started_in, self.chance.random()))
                self._story(day, fewest, f"Small step {len(self.stories)}", from_roadmap=False)
        for _, host, item in [one for one in self.due_items if host_is_late(one, day)]:
            host.run_by_the_line(item, day)
        self.due_items = [one for one in self.due_items if not host_is_late(one, day)]

    def _started_in(self, salt: float, department: str) -> tuple[int, float]:
        count = sum(story.department == department for story in self.stories)
        return count // 3, hash((salt, DEPARTMENTS.index(department)))

    def _story(self, day: date, department: str, title: str, *, from_roadmap: bool) -> Story:
        start = day + timedelta(self.chance.randint(0, 4))
        leads = {lead: sum(one.lead == lead and one.is_open(start) for one in self.stories) for lead in LEADS}
        lead = min(LEADS, key=lambda name: (leads[name], self.chance.random()))
        story = Story(f"a{len(self.stories):03}", title, department, lead, start, self.chance, self.ledger)
        story.explore(self.chance.sample(GOALS, self.chance.randint(1, 2)))
        mine = [one for one in self.stories if one.department == department]
        only_tries = len(mine) > 2 and not any(one.benefits_seen for one in mine)
        if only_tries or self.chance.random() < (0.8 if from_roadmap else 0.4):
            story.show_benefits(self.adoptions)
        else:
            story.end_on_explore()
        if self.chance.random() < 0.2:
            name = self.chance.choice(ENABLING)
            story.diary.note(start, "depends_on", value=[name])
            if name in self.pauses:
                since, until = self.pauses[name]
                self.ledger.note(story.id, Trouble.VALUE_LOST, max(since, start), min(until, story.end), "blocked")
        self.stories.append(story)
        return story

    def _roadmaps(self, day: date) -> None:
        """A department that is ready makes its roadmap; each September and October it looks a year further."""
        if day.month in (6, 12):
            return
        for department in DEPARTMENTS:
            mine = [story for story in self.stories if story.department == department]
            if department not in self.roadmaps:
                ready = _ready(mine, day - timedelta(self.plans_due[department]))
                hosts = [one for one in mine if one.benefits_seen and one.benefits_seen <= day]
                if ready and hosts:
                    host = next((one for one in hosts if one.is_open(day + timedelta(14))), hosts[-1])
                    self.roadmaps[department] = host
                    host.make_roadmap(day, self.adoptions)
                    self._items(host, mine, day, 3)
            elif day.month in (9, 10) and (department, day.year) not in self.revised and self.chance.random() < 0.4:
                self.revised.add((department, day.year))
                self._items(self.roadmaps[department], mine, day, 3)

    def _items(self, host: Story, mine: list[Story], day: date, count: int) -> None:
        rounds = [(one.id, trial) for one in mine for trial, known in one.rounds if known <= day]
        for _ in range(count):
            this_year = day.month < 8 and self.chance.random() < 0.3
            item = host.plan(day, this_year=this_year, based_on=self.chance.choice(rounds))
            self.due_items.append((item.first, host, item.id))
        last = max(host.items[one].last for one in host.items)
        if (last - day).days < 440:
            item = host.plan(day, this_year=False, based_on=rounds[-1], later=True)
            self.due_items.append((item.first, host, item.id))
        self.due_items.sort(key=lambda one: (one[0], one[2]))

    def _follow_up(self) -> None:
        for story in self.stories:
            story.finish(self.adoptions, LAST)

    def _program(self) -> Diary:
        diary = Diary("program")
        day = FIRST - timedelta(60)
        mandate = {"decided_by": "Council", "date": "2023-10-02", "from": "2024-01-01", "to": "2028-12-31"}
        for key, value in {
            "format": "1",
            "name": "Programme",
            "organisation": "Exempelkommun",
            "mandate": mandate,
        }.items():
            diary.note(day, key, value=value)
        for name in DEPARTMENTS:
            diary.note(day, "departments", name, value={"name": name.title(), "manager": f"Director of {name}"})
        for goal in GOALS:
            diary.note(day, "goals", goal, value={"title": goal.replace("-", " ")})
        for year, adopted in self.adoptions.items():
            drafted = date(year, 8, 20)
            period = {"from": f"{year + 1}-01-01", "to": f"{year + 1}-12-31"}
            for name in ("budget", *DEPARTMENTS):
                kind = "budget" if name == "budget" else "operational-plan"
                of = {} if name == "budget" else {"department": name}
                plan = f"{name}-{year + 1}"
                diary.note(drafted, "documents", plan, value={"title": plan, "kind": kind, **of, **period})
                diary.note(adopted, "documents", plan, "adopted", value=adopted.isoformat())
        return diary


def host_is_late(due: tuple[date, Story, str], day: date) -> bool:
    """An item that found no room among the assignments is run by the line before its quarter ends."""
    first, _, _ = due
    return (day - first).days > 70


def _ready(mine: list[Story], day: date) -> bool:
    rounds = sum(known <= day for story in mine for _, known in story.rounds)
    return rounds >= 2 and any(one.benefits_seen and one.benefits_seen <= day for one in mine)


def _after_what_they_name(record: Record, opened: Mapping[str, date]) -> Record:
    """Nobody writes what an item became before that has a file."""
    facts = [
        replace(fact, written=max(fact.written, opened[str(fact.value)])) if fact.where[-1] == "became" else fact
        for fact in record.facts
    ]
    return Record(record.id, tuple(sorted(facts, key=lambda fact: fact.written)))
