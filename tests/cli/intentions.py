"""What each command that writes is meant to make of a portfolio's data, told a second time and by another hand.

A deed is a command with values of chance, made on plain data of chance: what it changes there is written down here with
nothing but lists and mappings of texts. What the program does with the same words must come to the same.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, count
from random import Random
from typing import Any

from tests.core.generated import STEPS, Data
from tests.core.yaml.chance_edits import FORBIDDEN, TEXTS

PROGRAM = "program.yaml"
TODAY = date(2026, 11, 2)
KINDS = ("cash", "capacity", "avoidance", "quality")
ROLES = ("Head: care", "No", "A. Nurse", "chefen för hemtjänsten", "112", "'quoted'", "Lea # two", "ända, till slut")
TITLES = ("Ten doors", "Fewer visits: at night", "Nej", "2027", "# first", "- item", "[draft] [/tmp]", "C++ och a@b")
REFUSED = tuple(text for text in TEXTS if FORBIDDEN.search(text) or not text.strip())
TAKEN = tuple(text for text in TEXTS if text not in REFUSED)


class NotHere(Exception):  # noqa: N818 - no error: this portfolio has nothing to do it to
    """The portfolio has nothing that the command could be about."""


@dataclass
class Deed:
    """A command on a portfolio, and what it is to make of it.

    Attributes:
        chance: draws the values.
        data: what the files say, by path; what is intended in the end.
        options: the words that follow the command's name, those with a value first.
        places: the arguments.
        day: the day it is told of; today without one.
        since: the day from which there is something to tell.
        table: what ``measure --from`` reads.
    """

    chance: Random
    data: dict[str, Data]
    options: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    day: str = ""
    since: date = TODAY - timedelta(500)
    table: str = ""

    def words(self, command: str) -> list[str]:
        """The whole command."""
        on = ["--on", self.day] if self.day else []
        return [command, "--lang", "en", *self.options, *on, "--", *self.places]

    # what is drawn

    def one(self, *several: Any) -> Any:  # noqa: ANN401 - plain data
        if not several:
            raise NotHere
        return self.chance.choice(several)

    def maybe(self, share: float = 0.5) -> bool:
        return self.chance.random() < share

    def assignment(self) -> Data:
        """An assignment that climbs, named by the first argument."""
        files = {name: self.data[f"assignments/{name}.yaml"] for name in self.ids()}
        climbing = [name for name, own in files.items() if own.get("kind") != "enabling"]
        running = [name for name in climbing if not files[name].get("stopped") and not files[name].get("completed")]
        name = self.one(*(running if running and self.maybe(0.9) else climbing))
        self.places.append(name)
        own = self.data[f"assignments/{name}.yaml"]
        self.since = min(date.fromisoformat(f"{own['started']}-01"[:10]), TODAY)
        return own

    def new_id(self) -> str:
        """An id that nothing has."""
        whole = repr(self.data)
        return next(name for number in range(1000) if repr(name := f"x-{number}")[1:-1] not in whole)

    def declared(self, family: str) -> tuple[str, str]:
        """The id of something that the programme declares, and what it may be called on the command line."""
        found = self.one(*(self.data[PROGRAM].get(family) or ()))
        return found["id"], self.one(found["id"], found["id"].upper(), found.get("title") or found["name"])

    def ids(self) -> list[str]:
        return [path.split("/")[-1].removesuffix(".yaml") for path in self.data if path != PROGRAM]

    def on(self) -> str:
        """The day of the event."""
        if self.maybe(0.6):
            self.day = (TODAY - timedelta(self.chance.randint(0, (TODAY - self.since).days))).isoformat()
        return self.day or TODAY.isoformat()

    def text(self) -> str:
        """A text that people read, and that may be anything."""
        return str(self.one(*REFUSED) if self.maybe(0.02) else self.one(*TAKEN, *ROLES, *TITLES))

    def line(self) -> str:
        return str(self.one(*ROLES, *TITLES))

    def number(self) -> tuple[str, str]:
        """A number as people write it and as files do."""
        return (
            ("4,5", "4.5"),
            ("420 000", "420000"),
            ("17", "17"),
            ("1\u00a0200,50", "1200.50"),
            ("0", "0"),
        )[self.chance.randrange(5)]

    # what is given and meant

    def give(self, option: str, value: str) -> str:
        self.options += [option, value]
        return value

    def may_give(self, option: str, holder: Data, path: str, *choices: str) -> None:
        """An option in one of two cases, and the key that it is to be."""
        if self.maybe():
            self.put(holder, path, self.give(option, self.one(*choices)))

    def may_count(self, option: str, holder: Data, path: str) -> bool:
        """The same of a number."""
        if is_given := self.maybe():
            written, meant = self.number()
            self.give(option, written)
            self.put(holder, path, meant)
        return is_given

    @staticmethod
    def put(holder: Data, path: str, value: Any) -> None:  # noqa: ANN401 - plain data
        *way, last = path.split(".")
        for part in way:
            if not holder.get(part):
                holder[part] = {}
            holder = holder[part]
        if holder.get(last):
            raise NotHere  # another value stands there: that is refused
        holder[last] = value


def entries(holder: Data, key: str) -> list[Any]:
    """A list that is made where there is none."""
    if not holder.get(key):
        holder[key] = []
    found: list[Any] = holder[key]
    return found


def by_day(entries: list[Data], entry: Data, key: str) -> None:
    """Put an entry after the last one that is not later; of two days of which one is a month, the month counts."""
    day, place = entry[key], len(entries)
    while place and str(entries[place - 1].get(key) or "")[: len(day)] > day:
        place -= 1
    entries.insert(place, entry)


def move(deed: Deed) -> None:
    own, step = deed.assignment(), deed.one(*STEPS)
    deed.places.append(deed.one(step, step.upper(), str(STEPS.index(step) + 1)))
    visit = {"step": step, "entered": deed.on()}
    deed.may_give("--why", visit, "why", deed.text())
    by_day(entries(own, "journey"), visit, "entered")


def trial(deed: Deed) -> None:
    own = deed.assignment()
    known = {one["id"]: one for one in own.get("trials") or ()}
    if known and deed.maybe():
        name = deed.one(*known)
        deed.places.append(name)
        if deed.maybe():
            deed.options.append("--ended")
            deed.put(known[name], "ended", deed.on())
        deed.may_give("--outcome", known[name], "outcome", "worked", "failed", "mixed")
        deed.may_give("--learned", known[name], "learned", deed.text())
        return
    found = _new_entry(deed, own)
    found["started"] = deed.on()
    deed.may_give("--outcome", found, "outcome", "worked", "failed", "mixed")
    deed.may_give("--learned", found, "learned", deed.text())
    entries(own, "trials").append(found)


def _new_entry(deed: Deed, own: Data) -> Data:
    """A new entry, with an id that it is given or that is made of its title, numbered where that is taken."""
    title = deed.line()
    deed.places.append(title)
    taken = {one["id"] for family in ("trials", "benefits", "roadmap") for one in own.get(family) or ()}
    made = {"Ten doors": "ten-doors", "Fewer visits: at night": "fewer-visits-at-night", "Nej": "nej", "2027": "2027"}
    if title in made and deed.maybe():
        names = chain([made[title]], (f"{made[title]}-{number}" for number in count(2)))
        return {"id": next(name for name in names if name not in taken), "title": title}
    return {"id": deed.give("--id", deed.new_id()), "title": title}


def _entry(deed: Deed, own: Data, family: str) -> Data:
    """An entry that is there, named by the next argument."""
    found: Data = deed.one(*(own.get(family) or ()))
    deed.places.append(found["id"])
    return found


def _known_or_new(deed: Deed, family: str) -> Data:
    """An entry of an assignment, one that is there or a new one."""
    own = deed.assignment()
    if own.get(family) and deed.maybe():
        return _entry(deed, own, family)
    found = _new_entry(deed, own)
    entries(own, family).append(found)
    return found


def benefit(deed: Deed) -> None:
    found = _known_or_new(deed, "benefits")
    day = deed.on()
    deed.may_give("--kind", found, "kind", *KINDS)
    deed.may_give("--owner", found, "owner", deed.line())
    if found.get("measure") or deed.maybe():
        deed.may_give("--source", found, "measure.source", deed.line())
        deed.may_give("--every", found, "measure.every_days", "90")
    if found.get("measure") or {"--source", "--every"} & {*deed.options}:
        for key, value in (("what", deed.line()), ("unit", deed.one("hours/year", "%", "kr/år"))):
            if not (found.get("measure") or {}).get(key):
                deed.put(found, f"measure.{key}", deed.give(f"--{key}", value))
    if deed.may_count("--baseline", found, "baseline.value"):
        deed.put(found, "baseline.date", day)
    if deed.may_count("--target", found, "target.value") or found.get("target"):
        deed.may_give("--by", found, "target.by", "2027-Q1", "2027", "2027-03", "2027-06-30")
    if deed.may_count("--per-unit", found, "worth.per_unit") or found.get("worth"):
        deed.may_give("--basis", found, "worth.basis", deed.text())
    deed.may_give("--realisation", found, "realisation", deed.text())


def measure(deed: Deed) -> None:
    if deed.maybe(0.2):
        _measure_many(deed)
        return
    own = deed.assignment()
    found = _entry(deed, own, "benefits")
    written, meant = deed.number()
    deed.places.append(written)
    by_day(entries(found, "measurements"), {"value": meant, "date": deed.on()}, "date")


def _measure_many(deed: Deed) -> None:
    rows = ["assignment;benefit;date;value"]
    for path, own in deed.data.items():
        for found in own.get("benefits") or () if path != PROGRAM else ():
            written, meant = deed.number()
            day = (TODAY - timedelta(deed.chance.randint(0, 100))).isoformat()
            rows.append(f"{path.split('/')[-1].removesuffix('.yaml')};{found['id']};{day};{written}")
            by_day(entries(found, "measurements"), {"value": meant, "date": day}, "date")
    if len(rows) == 1:
        raise NotHere
    deed.table = "\r\n".join(rows)
    deed.give("--from", "table.csv")


def present(deed: Deed) -> None:
    own = deed.assignment()
    showing = {"date": deed.on(), "forum": deed.give("--forum", deed.line())}
    deed.may_give("--decision", showing, "decision", deed.text())
    by_day(entries(own, "shown"), showing, "date")


def close(deed: Deed) -> None:
    own = deed.assignment()
    found = _entry(deed, own, "benefits")
    deed.put(found, "closed", {"date": deed.on(), "why": deed.give("--why", deed.text())})


def take_home(deed: Deed) -> None:
    own = deed.assignment()
    found = _entry(deed, own, "benefits")
    taken = {"from": deed.on(), "how": deed.give("--how", deed.text())}
    deed.may_count("--amount", taken, "amount")
    if deed.maybe():
        taken["document"], called = deed.declared("documents")
        deed.give("--document", called)
    by_day(entries(found, "taken_home"), taken, "from")


def plan(deed: Deed) -> None:
    found = _known_or_new(deed, "roadmap")
    deed.may_give("--area", found, "area", deed.text())
    if deed.maybe():
        deed.put(found, "from", "2027-Q2")
        deed.give("--from", deed.one("2027-Q2", "Q2 2027"))
        deed.may_give("--to", found, "to", "2028", "2028-H1")
    deed.may_give("--owner", found, "owner", deed.line())
    deed.may_give("--expects-kind", found, "expects.kind", *KINDS)
    if found.get("expects"):
        deed.may_count("--per-year", found, "expects.per_year")
        deed.may_give("--what", found, "expects.what", deed.text())
    if deed.maybe() and not found.get("goals"):
        goal, called = deed.declared("goals")
        found["goals"] = [goal]
        deed.give("--goal", called)


def anchor(deed: Deed) -> None:
    found = _entry(deed, deed.assignment(), "roadmap")
    document, called = deed.declared("documents")
    deed.places.append(called)
    if document in (found.get("anchored_in") or ()):
        raise NotHere
    entries(found, "anchored_in").append(document)


def _open_item(deed: Deed) -> Data:
    found = _entry(deed, deed.assignment(), "roadmap")
    if {"done", "dropped"} & {*found}:
        raise NotHere
    return found


def start(deed: Deed) -> None:
    deed.put(_open_item(deed), "started", deed.on())


def finish(deed: Deed) -> None:
    deed.put(_open_item(deed), "done", deed.on())


def drop(deed: Deed) -> None:
    found = _open_item(deed)
    dropped: Data = {"date": deed.on()}
    deed.may_give("--why", dropped, "why", deed.text())
    deed.put(found, "dropped", dropped)


def live(deed: Deed) -> None:
    deed.put(deed.assignment(), "live", deed.on())


def review(deed: Deed) -> None:
    deed.places += {deed.one(*deed.ids()): None, deed.one(*deed.ids()): None}
    day = deed.on()
    for name in deed.places:
        deed.data[f"assignments/{name}.yaml"]["reviewed"] = day


def pause(deed: Deed) -> None:
    own = deed.assignment()
    by_day(entries(own, "pauses"), {"from": deed.on(), "why": deed.give("--why", deed.text())}, "from")


def resume(deed: Deed) -> None:
    own = deed.assignment()
    open_ones = [one for one in own.get("pauses") or () if not one.get("to")]
    deed.one(*open_ones)["to"] = deed.on()


def complete(deed: Deed) -> None:
    deed.put(deed.assignment(), "completed", deed.on())


def stop(deed: Deed) -> None:
    own = deed.assignment()
    stopped = {"date": deed.on(), "why": deed.give("--why", deed.text())}
    deed.may_give("--learned", stopped, "learned", deed.text())
    deed.put(own, "stopped", stopped)


def accept(deed: Deed) -> None:
    until, why = deed.give("--until", "2027-03-31"), deed.give("--why", deed.text())
    if deed.maybe(0.3):
        department, called = deed.declared("departments")
        deed.places += ["department-untouched", called]
        accepted = {"rule": "department-untouched", "item": department, "until": until, "why": why}
        entries(deed.data[PROGRAM], "accepted").append(accepted)
        return
    rule = deed.one("journey-stale", "journey-unproven", "benefit-no-owner")
    deed.places.append(rule)
    own = deed.assignment()
    accepted = {"rule": rule, "until": until, "why": why}
    if rule == "benefit-no-owner":
        accepted["item"] = _entry(deed, own, "benefits")["id"]
    entries(own, "accepted").append(accepted)


def declare(deed: Deed) -> None:
    what = deed.one("department", "goal", "document")
    name = deed.line()
    new = deed.new_id()
    deed.places += [what, new, name]
    declared = {"id": new, "name" if what == "department" else "title": name}
    if what == "department":
        deed.may_give("--manager", declared, "manager", deed.line())
        deed.may_give("--from", declared, "from", "2027")
    if what == "document":
        deed.may_give("--kind", declared, "kind", "budget", "strategy")
        deed.may_give("--url", declared, "url", "https://example.org/a?b=c#d")
        if deed.maybe():
            declared["department"], called = deed.declared("departments")
            deed.give("--department", called)
    entries(deed.data[PROGRAM], f"{what}s").append(declared)


def adopt(deed: Deed) -> None:
    name, called = deed.declared("documents")
    deed.places.append(called)
    (found,) = (one for one in deed.data[PROGRAM]["documents"] if one["id"] == name)
    deed.put(found, "adopted", deed.on())


def new(deed: Deed) -> None:
    name = deed.new_id()
    deed.places.append(name)
    made: Data = {}
    form = deed.one("assignment", "enabling", "item")
    if form == "item":
        origin = deed.one(*deed.ids())
        own = deed.data[f"assignments/{origin}.yaml"]
        item = deed.one(*(own.get("roadmap") or ()))
        deed.give("--from", f"{origin}/{item['id']}")
        deed.put(item, "became", name)
        made = {"title": item["title"], "department": item.get("department") or own.get("department")}
        made |= {"goals": item["goals"]} if item.get("goals") else {}
    elif form == "enabling":
        made["kind"] = deed.give("--kind", "enabling")
    if form != "item" or deed.maybe():
        made["title"] = deed.give("--title", deed.line())
    if form == "assignment":
        made["department"], called = deed.declared("departments")
        deed.give("--department", called)
    made["lead"] = deed.give("--lead", deed.line())
    made["started"] = deed.give("--started", "2026-03-02") if deed.maybe() else deed.on()
    if form == "assignment" or deed.maybe():
        made["together"] = [deed.give("--together", deed.line()), deed.give("--together", "a nurse, two")]
    deed.data[f"assignments/{name}.yaml"] = {key: value for key, value in made.items() if value}


def rename(deed: Deed) -> None:
    own = deed.assignment()
    (old,), new = deed.places, deed.new_id()
    deed.places.append(new)
    del deed.data[f"assignments/{old}.yaml"]
    deed.data[f"assignments/{new}.yaml"] = own
    for data in deed.data.values():
        if data.get("depends_on"):
            data["depends_on"] = [new if one == old else one for one in data["depends_on"]]
        for part in (*(data.get("benefits") or ()), *(data.get("roadmap") or ())):
            if part.get("part_of", "").startswith(f"{old}/"):
                part["part_of"] = part["part_of"].replace(old, new, 1)
            if part.get("became") == old:
                part["became"] = new
            if part.get("based_on"):
                part["based_on"] = [
                    one.replace(old, new, 1) if one.startswith(f"{old}/") else one for one in part["based_on"]
                ]


def set_(deed: Deed) -> None:
    if deed.maybe(0.15):
        deed.places += ["program", "settings.at_once", "35"]
        deed.data[PROGRAM]["settings"] = {**(deed.data[PROGRAM].get("settings") or {}), "at_once": "35"}
        return
    own = deed.assignment()
    if deed.maybe(0.4):
        _decide(deed, own)
        return
    key, value = deed.one(
        ("title", deed.line()),
        *[("tags", ["one", "two: words", "four", "five"]), ("tags", ["one"])] * 2,
        ("reviewed", "2026-11-01"),
        ("depends_on", [deed.one(*deed.ids())]),
        ("x-text", deed.text()),
        ("x-own.b", deed.line()),
    )
    deed.places += [key, ", ".join(value) if isinstance(value, list) else value]
    *way, last = key.split(".")
    for part in way:
        own = own.setdefault(part, {})
    own[last] = value


def _decide(deed: Deed, own: Data) -> None:
    """Decide something anew, or correct it."""
    places: list[tuple[str, Data, str]] = [("", own, "lead")]
    for family in ("benefits", "roadmap"):
        for one in own.get(family) or ():
            places += [(f"{family}.{one['id']}.", one, key) for key in ("title", "owner") if one.get(key)]
    prefix, holder, key = deed.one(*places)
    old, new = holder[key], deed.line()
    if old == new:
        raise NotHere
    deed.places += [prefix + key, new]
    holder[key] = new
    if deed.maybe():
        deed.options.append("--correct")
        return
    deed.options.append("--anew")
    on = date.fromisoformat(deed.on())
    before: Data = {"until": (on - timedelta(1)).isoformat(), key: old}
    deed.may_give("--why", before, "why", deed.text())
    by_day(entries(holder, "was"), before, "until")


def unset(deed: Deed) -> None:
    own = deed.assignment()
    paths = [path for path in _paths(own) if path[0] not in {"title", "lead", "started", "department"}]
    lone = [path for path in paths if not isinstance(path[-1], str) and (*path[:-1], path[-1] + 1) not in paths]
    path = deed.one(*(lone if lone and deed.maybe(0.3) else paths))
    spelled = [_name(own, path[: depth + 1]) for depth in range(len(path))]
    deed.places.append(".".join(spelled))
    while True:
        *way, last = path
        holder: Any = own
        for part in way:
            holder = holder[part]
        del holder[last]
        if holder or not way:
            return
        path = tuple(way)


def _paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - plain data
    """The paths of all that says something."""
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    found = [path] if path and data else []
    for part, value in below:
        found += _paths(value, (*path, part))
    return found


def _name(data: Any, path: tuple[Any, ...]) -> str:  # noqa: ANN401 - plain data
    """What the last part of a path is called: a key, or an entry by its id, its day or its text."""
    for part in path[:-1]:
        data = data[part]
    if isinstance(data, dict):
        return str(path[-1])

    def called(entry: Any) -> str:  # noqa: ANN401 - plain data
        if isinstance(entry, str):
            return entry
        return next((str(entry[key]) for key in ("id", "entered", "date", "from", "until", "rule") if key in entry), "")

    names = [called(entry) for entry in data]
    name = names[path[-1]]
    if not name or any(other == name or name.startswith(f"{other}.") for other in names[: path[-1]] if other):
        raise NotHere
    if any(other.startswith(f"{name}.") for other in names):
        raise NotHere
    return str(name)


DEEDS: dict[str, Callable[[Deed], None]] = {
    one.__name__.strip("_").replace("_", "-"): one
    for one in (
        *(new, move, trial, benefit, measure, present, close, take_home, plan, anchor, start, finish, drop),
        *(live, review, pause, resume, complete, stop, accept, set_, unset, rename, declare, adopt),
    )
}
"""The commands, each with what it is to do."""


def deed(command: str, data: dict[str, Data], chance: Random) -> Deed | None:
    """A command with values of chance; ``None`` where the portfolio has nothing that it could be about."""
    made = Deed(chance, deepcopy(data))
    try:
        DEEDS[command](made)
    except NotHere:
        return None
    return made
