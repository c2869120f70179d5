"""The story of one assignment: its trials, its benefits and their owners, and what it plans for its department."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.healthy.ledger import Ledger, Trouble
from tests.healthy.record import Diary

KINDS = ("cash", "capacity", "capacity", "capacity", "avoidance", "quality")
UNITS = {"cash": "SEK/year", "capacity": "hours/year", "avoidance": "cases/year", "quality": "%"}
WORTH = {"capacity": 450, "avoidance": 2000}
NEVER = date(2100, 1, 1)
_SURE, _DISAPPOINTS = (1.06, 1.15), {"flat": 0.3, "worse": -0.3, "late": 0.75}


def not_in_july(day: date) -> date:
    """The day itself, or one of the first weeks of August when people are back."""
    return date(day.year, 8, 3 + day.day // 3) if day.month == 7 else day


def last_of(month: str) -> date:
    """The last day of a month, ``2026-11``."""
    year, number = map(int, month.split("-"))
    return date(year + number // 12, number % 12 + 1, 1) - timedelta(1)


@dataclass
class Item:
    """A roadmap item with its days; ``ended`` is when it was done or dropped."""

    id: str
    title: str
    first: date
    last: date
    made: date
    anchored: bool = False
    ended: date = NEVER


@dataclass
class Benefit:
    """A benefit whose measure follows an S from the baseline towards a final value that nobody knows beforehand."""

    id: str
    kind: str
    owner: str
    live: date
    by: date
    baseline: int
    target: int
    final: float
    every: int
    closed: date = NEVER
    measured: list[date] = field(default_factory=list)

    def value(self, day: date) -> int:
        x = min(1.0, max(0.0, (day - self.live).days / (self.by - self.live).days))
        return round(self.baseline + (self.target - self.baseline) * self.final * (3 * x * x - 2 * x**3))


@dataclass
class Story:
    """One assignment as it goes; ``diary`` is what its file will say."""

    id: str
    title: str
    department: str
    lead: str
    start: date
    chance: random.Random
    ledger: Ledger
    end: date = NEVER
    rounds: list[tuple[str, date]] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    benefits: list[Benefit] = field(default_factory=list)
    benefits_seen: date | None = None
    shown: list[date] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.diary = Diary(self.id)

    def is_open(self, day: date) -> bool:
        return self.start <= day < self.end

    def after(self, day: date, least: int, most: int) -> date:
        return not_in_july(day + timedelta(self.chance.randint(least, most)))

    def owner(self) -> str:
        return f"Head {self.chance.randint(1, 3)} of {self.department}"

    def explore(self, goals: list[str]) -> None:
        """One or two trials, a third of which fail with a lesson."""
        first: dict[str, object] = {"title": self.title, "department": self.department, "lead": self.lead}
        first |= {
            "started": self.start.isoformat(),
            "goals": goals,
            "together": [f"staff of {self.department}", "a user"],
        }
        for key, value in first.items():
            self.diary.note(self.start, key, value=value)
        day = self.start
        for number in range(1 if self.chance.random() < 0.75 else 2):
            begun = self.after(day, 5, 20)
            day = self.after(begun, 30, 60 - 15 * number)
            trial = f"t{number}"
            outcome = self.chance.choice(["worked", "mixed", "failed"])
            self.diary.note(begun, "trials", trial, value={"title": f"Trial {number}", "started": begun.isoformat()})
            ended = {"ended": day.isoformat(), "outcome": outcome, "learned": "It is the waiting that costs"}
            self.diary.note(day, "trials", trial, value=ended)
            self.rounds.append((trial, day))

    def end_on_explore(self) -> None:
        """It was only to learn: half of them are stopped, the others handed over."""
        self.end = self._decided(self.after(self.rounds[-1][1], 7, 35))
        self._stands_still(self.start, self.end)
        if self.chance.random() < 0.55:
            stopped = {"date": self.end.isoformat(), "why": "no need was found", "learned": "people want a person"}
            self.diary.note(self.end, "stopped", value=stopped)
        else:
            self.diary.note(self.end, "completed", value=self.end.isoformat())

    def _decided(self, day: date) -> date:
        """The day itself; with one of ten some months later, for want of somebody who decides."""
        return self.after(day, 60, 120) if self.chance.random() < 0.1 else day

    def _stands_still(self, entered: date, left: date) -> None:
        """A step that takes more than half a year: somebody should have decided."""
        self.ledger.note(self.id, Trouble.ACT_LEFT_OUT, entered + timedelta(180), left, "nobody decides")

    def show_benefits(self, adoptions: Mapping[int, date]) -> None:
        """Half a year of ordinary use, with one or two benefits that the line owns."""
        entered = self.after(self.rounds[-1][1], 5, 30)
        self._stands_still(self.start, entered)
        self.diary.note(entered, "journey", value={"step": "explore", "entered": self.start.isoformat()})
        self.diary.note(entered, "journey", value={"step": "benefits", "entered": entered.isoformat()})
        live = entered + timedelta(self.chance.randint(0, 10))
        self.diary.note(live, "live", value=live.isoformat())
        for number in range(self.chance.choice([1, 1, 2])):
            self._benefit(f"b{number}", entered, live, adoptions)
        first = min(one.measured[0] for one in self.benefits if one.measured)
        self.benefits_seen = self.after(first, 15, 100)
        self.end = self._decided(self.after(entered, 95, 160))
        self._stands_still(entered, self.end)
        self.diary.note(self.end, "completed", value=self.end.isoformat())
        if self.chance.random() < 0.6:
            self.diary.note(entered, "costs", value={"one_off": self.chance.randint(5, 40) * 10000, "per_year": 2000})

    def _benefit(self, name: str, entered: date, live: date, adoptions: Mapping[int, date]) -> None:
        kind = self.chance.choice(KINDS)
        size = self.chance.randint(40, 400) * (1000 if kind == "cash" else 10)
        month = live + timedelta(self.chance.randint(270, 450))
        by = f"{month:%Y-%m}"
        final = self.chance.uniform(*_SURE)
        if self.chance.random() < 0.2:
            final = _DISAPPOINTS[self.chance.choice(sorted(_DISAPPOINTS))]
        target = round(size * self.chance.uniform(0.5, 0.8))
        every = self.chance.choice([90, 90, 180])
        benefit = Benefit(name, kind, self.owner(), live, last_of(by), size, target, final, every)
        self.benefits.append(benefit)
        before = entered - timedelta(self.chance.randint(1, 20))
        where = ("benefits", name)
        self.diary.note(entered, *where, value={"title": f"Less of {name}", "kind": kind, "owner": benefit.owner})
        measure = {"what": f"{self.id} {name}", "unit": UNITS[kind], "every_days": str(every)}
        self.diary.note(entered, *where, "measure", value=measure)
        self.diary.note(entered, *where, "baseline", value={"value": size, "date": before.isoformat()})
        self.diary.note(entered, *where, "target", value={"value": target, "by": by})
        self.diary.note(entered, *where, "realisation", value="Fewer hours of it are planned")
        if kind in WORTH:
            self.diary.note(entered, *where, "worth", value={"per_unit": WORTH[kind], "basis": "what it costs"})
        self._measure(benefit, adoptions)

    def _measure(self, benefit: Benefit, adoptions: Mapping[int, date]) -> None:
        """At its interval until it has come; people act when the next measurement, or a quarter, confirms a bad one."""
        where = ("benefits", benefit.id)
        day, trouble, realised, is_used = benefit.live, NEVER, 0.0, False
        target, by = benefit.target, benefit.by
        while realised < 1 and day < date(2027, 6, 1):
            day += timedelta(benefit.every + self.chance.randint(0, 5))
            if trouble < day:
                acted = self.after(trouble + timedelta(min(benefit.every, 110)), 10, 55)
                kind = Trouble.VALUE_LOST if benefit.final < 0 else Trouble.VALUE_NOT_COMING
                self.ledger.note(self.id, kind, trouble, acted, f"{benefit.id} does not come")
                while day < acted:
                    self._measured(benefit, day)
                    day += timedelta(benefit.every + self.chance.randint(0, 5))
                if benefit.final < 0.5 or (by == benefit.by and self.chance.random() < 0.5):
                    self._give_up(benefit, acted, is_used=is_used)
                    return
                target = round(benefit.baseline + (benefit.target - benefit.baseline) * benefit.final * 0.95)
                by = last_of(f"{acted + timedelta(270):%Y-%m}")
                self.diary.note(acted, *where, "target", value={"value": target, "by": f"{by:%Y-%m}"})
                trouble = NEVER
            elif by < day and realised > 0 and not is_used:
                is_used = True
                self._take_home(benefit, by, adoptions)
            value = self._measured(benefit, day)
            realised = (value - benefit.baseline) / (target - benefit.baseline)
            planned = min(1.0, (day - benefit.live).days / (by - benefit.live).days)
            if realised < -0.05 or (planned >= 0.5 and realised < 0.6 * planned) or (planned == 1 and realised < 0.9):
                trouble = day
        if realised >= 1:
            used = day if is_used else self._take_home(benefit, day, adoptions)
            benefit.closed = self.after(used, 60, 300)
            closed = {"date": benefit.closed.isoformat(), "why": "it is how we work"}
            self.diary.note(benefit.closed, *where, "closed", value=closed)

    def _measured(self, benefit: Benefit, day: date) -> int:
        value = benefit.value(day)
        benefit.measured.append(day)
        measurement = {"value": value, "date": day.isoformat()}
        self.diary.note(day, "benefits", benefit.id, "measurements", value=measurement)
        return value

    def _give_up(self, benefit: Benefit, day: date, *, is_used: bool) -> None:
        """Close what will not come, and use the little that came."""
        where = ("benefits", benefit.id)
        benefit.closed = day
        if benefit.final > 0 and benefit.kind == "capacity" and not is_used:
            taken = {"from": day.isoformat(), "how": "the little that came is used"}
            self.diary.note(day, *where, "taken_home", value=taken)
        self.diary.note(day, *where, "closed", value={"date": day.isoformat(), "why": "too little of it"})

    def _take_home(self, benefit: Benefit, day: date, adoptions: Mapping[int, date]) -> date:
        """Freed hours are used when the line has decided, money is booked in the next budget: when that is."""
        where = ("benefits", benefit.id)
        if benefit.kind == "capacity":
            decided = self.after(day, 15, 70)
            late = day + timedelta(60)
            self.ledger.note(self.id, Trouble.VALUE_NOT_COMING, late, decided, "freed hours are not used")
            taken: dict[str, object] = {"from": decided.isoformat(), "how": "one more visit a day"}
            self.diary.note(decided, *where, "taken_home", value=taken)
            return decided
        if benefit.kind != "cash":
            return self.after(day, 60, 150)
        adopted = next((one for one in adoptions.values() if one > day), NEVER)
        if adopted == NEVER:
            return NEVER - timedelta(365)
        decided = adopted
        if (adopted - day).days < 30:
            decided = self.after(adopted, 60, 140)
            self.ledger.note(self.id, Trouble.VALUE_NOT_COMING, adopted, decided, "the budget has not been lowered")
        begins = max(decided, date(adopted.year + 1, 1, 1))
        booked = {"amount": benefit.baseline - benefit.target, "document": f"budget-{adopted.year + 1}"}
        taken = {"from": begins.isoformat(), "how": "the budget is lower", **booked}
        self.diary.note(decided, *where, "taken_home", value=taken)
        return decided

    def make_roadmap(self, day: date, adoptions: Mapping[int, date]) -> None:
        """An open assignment goes on to the roadmap, and to embed when the plan has been adopted."""
        if not self.is_open(day + timedelta(14)):
            return
        self.diary.forget(lambda _, where: where[0] in ("completed", "stopped"))
        self.diary.note(day, "journey", value={"step": "roadmap", "entered": day.isoformat()})
        self.end = self.after(day, 60, 120)
        adopted = adoptions.get(day.year, NEVER)
        if day < adopted < self.end + timedelta(60):
            embed = adopted + timedelta(2)
            self.diary.note(embed, "journey", value={"step": "embed", "entered": embed.isoformat()})
            self.end = self.after(embed, 60, 150)
        self.diary.note(self.end, "completed", value=self.end.isoformat())

    def plan(
        self,
        day: date,
        *,
        this_year: bool,
        based_on: tuple[str, str],
        later: bool = False,
    ) -> Item:
        """A part of the department's roadmap, anchored in the plan of the year that it begins in."""
        name = f"i{len(self.items)}"
        if this_year:
            quarter, year = (day.month - 1) // 3 + 2, day.year
        else:
            quarter, year = self.chance.randint(1, 4), day.year + 1
        if later:
            quarter = 4
        first = date(year, 3 * quarter - 2, 1)
        end = year * 4 + quarter - 1 + self.chance.randint(2, 4)
        last = last_of(f"{end // 4}-{end % 4 * 3 + 3:02}")
        item = self.items[name] = Item(name, f"{self.title}, part {name}", first, last, day)
        trial = based_on[1] if based_on[0] == self.id else "/".join(based_on)
        expects = {"kind": "capacity", "per_year": self.chance.randint(10, 90) * 10000, "what": "more visits"}
        value = {"title": item.title, "from": f"{year}-Q{quarter}", "to": f"{end // 4}-Q{end % 4 + 1}"}
        about = {"owner": self.owner(), "expects": expects, "based_on": [trial], "goals": ["simple-service"]}
        self.diary.note(day, "roadmap", name, value={**value, **about})
        return item

    def became(self, item: str, other: "Story") -> None:
        """Another assignment is what came of an item, and ends when that ends."""
        self.diary.note(other.start, "roadmap", item, "became", value=other.id)
        self.items[item].ended = other.end
        if other.end > self.items[item].last:
            self._plan_anew(self.items[item], other.end)

    def run_by_the_line(self, item: str, day: date) -> None:
        """The line does it by itself; now and then it takes longer than planned."""
        it = self.items[item]
        self.diary.note(day, "roadmap", item, "started", value=day.isoformat())
        late = self.chance.random() < 0.15
        done = self.after(it.last, 50, 150) if late else not_in_july(it.last - timedelta(self.chance.randint(0, 60)))
        it.ended = max(done, day)
        if late:
            self._plan_anew(it, it.ended)
        self.diary.note(it.ended, "roadmap", item, "done", value=it.ended.isoformat())

    def _plan_anew(self, item: Item, ended: date) -> None:
        """Some weeks after it should have been done, people see it and say until when it will take."""
        acted = min(self.after(item.last, 40, 100), ended)
        self.ledger.note(self.id, Trouble.VALUE_LOST, item.last, acted, f"{item.id} is late")
        if acted < ended:
            month = ended + timedelta(30)
            self.diary.note(acted, "roadmap", item.id, "to", value=f"{month:%Y-%m}")
            item.last = last_of(f"{month:%Y-%m}")

    def finish(self, adoptions: Mapping[int, date], last: date) -> None:
        """What follows from the whole: showings, vouching, and the plans that the items stand in."""
        for item in self.items.values():
            self._anchor(item, adoptions)
        if self.benefits_seen:
            day = self.benefits_seen
            while day <= min(last, max(self.end, self.benefits_seen)):
                self.shown.append(day)
                self.diary.note(day, "shown", value={"date": day.isoformat(), "forum": "department management"})
                day = self.after(day, 250, 320)
        day = self.start + timedelta(self.chance.randint(25, 45))
        while day < min(self.end, last):
            if day.month != 7:
                self.diary.note(day, "reviewed", value=day.isoformat(), same_day=True)
            day += timedelta(self.chance.randint(28, 50))
        if self.end > last:
            self.diary.forget(lambda day, where: where[0] in ("completed", "stopped") and day > last)
        self.diary.forget(lambda day, _: day > last)

    def _anchor(self, item: Item, adoptions: Mapping[int, date]) -> None:
        """Each December the parts that go on next year are worked into its plan; at once where a plan is there."""
        plans = []
        if item.made.year == item.first.year:
            plans.append(f"{self.department}-{item.first.year}")
            decided = self.after(item.made, 5, 30)
            self.ledger.note(self.id, Trouble.ACT_LEFT_OUT, item.made, decided, f"{item.id} stands in no plan")
            self.diary.note(decided, "roadmap", item.id, "anchored_in", value=[*plans])
        for year, adopted in adoptions.items():
            if item.made < adopted < item.ended and item.last > adopted and item.first.year <= year + 1:
                plans.append(f"{self.department}-{year + 1}")
                self.diary.note(adopted, "roadmap", item.id, "anchored_in", value=[*plans])
