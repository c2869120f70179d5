"""Random assignments as data: some healthy, some gappy, a few that contradict themselves."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.oracle.chance import Chance
from tests.oracle.plain import STEPS
from tests.oracle.severities import NEVER_ACCEPTED, RULES
from tests.oracle.spoiling import SPOILS

Part = dict[str, Any]

GOALS = ["service", "economy"]
DEPARTMENTS = ["care", "school", "city", "library"]
DOCUMENTS = ["plan-a", "plan-b", "plan-c", "policy"]
UNKNOWN = "nowhere"
NO_ITEM = "no-such-item"
KINDS = ("cash", "cash", "capacity", "capacity", "avoidance", "quality")
CUT = " CUTHERE"
QUOTED = ("QUOTED1", "QUOTED2", "QUOTED3")
UNITS = (
    "hours",
    "SEK/year",
    "EUR/year",
    "tkr/år",
    "Mkr om året",
    "kr / ÅR",
    "mn kr per year",
    "k€/yr",
    "kronor per år",
    "tkronor/år",
    "kr/month",
    "euro a year",
    "a\u030ar",
    "kr/a\u030ar",
    "M SEK/yr",
)
ABSENT = ("live", "reviewed", "goals", "together", "journey", "accepted", "costs", "links", "completed")


def accepted(chance: Chance, rule: str, items: list[str]) -> Part:
    """An accepted entry, with or without an item."""
    entry: Part = {"rule": rule, "until": chance.near().isoformat(), "why": "for now"}
    if chance.often(0.5) and items:
        entry["item"] = chance.one(items)
    return entry


class Maker:
    """Makes one assignment among others."""

    def __init__(self, chance: Chance, names: list[str], name: str) -> None:
        self.chance, self.names, self.name = chance, names, name
        self.high = chance.t + timedelta(days=chance.ahead)

    def assignment(self) -> Part:
        """Its data."""
        chance, enabling = self.chance, self.chance.often(0.0 if self.chance.crowd else 0.2)
        part: Part = {"title": f"Assignment {self.name}", "lead": chance.one(chance.leads)}
        if chance.often(0.1):
            part["title"] = chance.one((part["title"] + CUT, *QUOTED))
        if enabling:
            part["kind"] = "enabling"
        if not enabling or chance.often(0.5):
            part["department"] = UNKNOWN if chance.often(0.02) else chance.one(DEPARTMENTS[:2])
        started = self._start()
        part["started"] = started.isoformat()
        high = self._ending(part, started)
        self._surroundings(part, started, high)
        if not enabling:
            self._climb(part, started, high)
        if not enabling and chance.often(0.25 if chance.spoils else 0.0):
            chance.one(SPOILS)(part, started)
        self._acceptances(part)
        empty: Part = {key: None for key in ABSENT if key not in part and chance.often(0.05)}
        return {**part, **empty}

    def _start(self) -> date:
        chance = self.chance
        if chance.starts and chance.often(0.15):
            return chance.one(chance.starts)
        return chance.near() if chance.often(0.2) else chance.t - timedelta(days=chance.random.randint(0, 900))

    def _ending(self, part: Part, started: date) -> date:
        chance = self.chance
        high = max(started, self.high)
        if chance.often(0.02 if chance.crowd else 0.65):
            return high
        ended, stops = chance.between(started, high), chance.often(0.5)
        if chance.crowd:
            edge = chance.one((364, 365, 365, 366)) if self.name == "a0" else chance.one((1, 30, 100, 300, 364))
            ended = max(started, min(high, chance.t - timedelta(days=edge)))
            stops = self.name in ("a0", "a1") and chance.often(0.15)
        if not stops:
            part["completed"] = ended.isoformat()
        else:
            part["stopped"] = {"date": ended.isoformat(), "why": "no need"}
            if chance.often(0.4):
                part["stopped"]["learned"] = "it is personal"
        return ended

    def _surroundings(self, part: Part, started: date, high: date) -> None:
        chance = self.chance
        if chance.often(0.4):
            part["reviewed"] = chance.between(started, self.high).isoformat()
        if chance.often(0.6):
            part["goals"] = chance.some([*GOALS, UNKNOWN] if chance.often(0.05) else GOALS[:1], 2)
        if chance.often(0.6):
            part["together"] = chance.one(
                (["care worker"], [" lead"], ["care worker", part["lead"]], [part["lead"].upper()])
            )
        others = [*self.names, UNKNOWN] if chance.often(0.08) else [one for one in self.names if one < self.name]
        part["depends_on"] = chance.some(others, 2)
        if chance.often(0.6):
            costs = {
                "one_off": chance.one(("420000", "0", "10.5")),
                "per_year": chance.one(("60000", "99.99", "0", "9000000000")),
            }
            part["costs"] = {key: costs[key] for key in chance.some(list(costs), 2)}
        part["pauses"] = self._pauses(started, high) if chance.often(0.35) else []

    def _pauses(self, started: date, high: date) -> list[Part]:
        days = self.chance.row(started, high, 5)
        pauses = [
            {"from": days[number].isoformat(), "to": days[number + 1].isoformat()}
            for number in range(0, len(days) - 1, 2)
        ]
        if len(days) % 2:
            pauses.append({"from": days[-1].isoformat()})
        if len(pauses) > 1 and self.chance.often(0.3) and "to" in pauses[0]:
            pauses[0]["to"] = pauses[1]["from"]
        return pauses

    def _climb(self, part: Part, started: date, high: date) -> None:
        chance = self.chance
        if chance.often(0.6):
            part["live"] = (chance.near() if chance.often(0.3) else chance.between(started, high)).isoformat()
        if chance.often(0.8):
            part["journey"] = self._journey(started, high)
        if chance.often(0.7):
            part["trials"] = [self._trial(number, started, high) for number in range(chance.one((0, 1, 2, 3)))]
        if chance.often(0.75):
            part["benefits"] = [self._benefit(number, part) for number in range(chance.one((0, 1, 1, 2, 3)))]
        if chance.often(0.5):
            days = [min(chance.near(), self.high)] if chance.often(0.4) else chance.row(started, self.high, 2)
            part["shown"] = [{"date": day.isoformat()} for day in days]
        if chance.often(0.6):
            part["roadmap"] = [self._item(number, part) for number in range(chance.one((1, 1, 2, 3)))]

    def _journey(self, started: date, high: date) -> list[Part]:
        visits: list[Part] = []
        most = self.chance.one((2, 2, 4))
        for day in self.chance.row(started, high, 6):
            before = visits[-1]["step"] if visits else None
            steps = [step for step in STEPS[:most] if step != before or self.chance.often(self.chance.chaos)]
            visits.append({"step": self.chance.one(steps), "entered": day.isoformat()})
            if self.chance.often(0.3):
                visits[-1]["why"] = "a second round"
        return visits

    def _trial(self, number: int, started: date, high: date) -> Part:
        chance = self.chance
        begun = chance.between(started, high)
        trial: Part = {"id": f"t{number}", "title": "Trial", "started": begun.isoformat()}
        if chance.often(0.7):
            trial["ended"] = chance.between(begun, high).isoformat()
        if chance.often(0.65):
            trial["learned"] = "keys cost more than locks" + CUT * chance.often(0.1)
        if chance.often(0.7):
            trial["outcome"] = chance.one(("worked", "mixed", "failed", "failed"))
        return trial

    def _benefit(self, number: int, part: Part) -> Part:
        chance = self.chance
        owner = chance.one(("Head", f" {part['lead'].upper()} ", part["lead"]))
        choices: Part = {
            "kind": chance.one(KINDS),
            "owner": owner,
            "measure": {"what": "time", "unit": chance.one(UNITS)},
            "worth": {"per_unit": chance.one(("450", "0.5", "1900", "0"))},
            "realisation": "one more visit",
            "taken_home": [self._taken() for _ in range(chance.one((0, 1, 1, 2)))],
        }
        if chance.often(0.6):
            choices["measure"]["every_days"] = chance.one(("30", "90", "180"))
        kept = {key: choice for key, choice in choices.items() if chance.often(0.8)}
        benefit: Part = {"id": f"b{number}", "title": "Benefit", **kept, **self._values(part)}
        if chance.often(0.05):
            benefit["title"] += CUT
        if chance.often(0.12):
            earliest = date.fromisoformat(benefit.get("baseline", {}).get("date", part["started"]))
            benefit["closed"] = {"date": chance.between(earliest, self.high).isoformat(), "why": "all have it"}
        return benefit

    def _taken(self) -> Part:
        chance = self.chance
        entry: Part = {"from": chance.near().isoformat(), "how": "two more visits"}
        if chance.often(0.6):
            entry["amount"] = chance.one(("225000", "10", "0"))
        if chance.often(0.6):
            entry["document"] = UNKNOWN if chance.often(0.03) else chance.one(DOCUMENTS)
        return entry

    def _values(self, part: Part) -> Part:
        chance = self.chance
        low, high = date.fromisoformat(part["started"]) - timedelta(days=40), self.high
        ripe = chance.often(0.5)
        measured = low if ripe else chance.between(low, max(low, high))
        base, aim = chance.one((("5200", "3900"), ("0", "100"), ("0.5", "0.75"), ("96000", "24000"), ("-10", "-5.5")))
        if chance.often(0.02):
            aim = base + ".00" if "." not in base else base
        values: Part = {}
        if ripe or chance.often(0.85):
            values["baseline"] = {"value": base, "date": measured.isoformat()}
            if chance.often(0.3):
                values["baseline"]["how"] = chance.one(("measured", "estimated"))
        if ripe or chance.often(0.85):
            values["target"] = {"value": aim}
        if "target" in values and chance.often(0.85):
            values["target"]["by"] = chance.period(self._deadline(measured))
        if ripe or chance.often(0.8):
            days = chance.row(low, max(low, high), 4)
            due = values.get("target", {}).get("by", "")
            days = (
                sorted({*days, date.fromisoformat(due)})
                if len(due) == len("2026-01-01") and chance.often(0.5)
                else days
            )
            days = [day for day in days if day <= self.high]
            values["measurements"] = [{"value": self._between(base, aim), "date": day.isoformat()} for day in days]
        return values

    def _deadline(self, measured: date) -> date:
        if self.chance.often(0.25):
            return self.chance.t + timedelta(days=self.chance.one((-366, -365, -364, -1, 0, 0, 1)))
        ahead = self.chance.one((50, 100, 200, 365, 731))
        return self.chance.near() if self.chance.often(0.5) else measured + timedelta(days=ahead)

    def _between(self, base: str, aim: str) -> str:
        share = Fraction(
            self.chance.one(
                (
                    "0",
                    "-0.1",
                    "-0.05",
                    "-0.0501",
                    "0.1",
                    "0.899",
                    "0.95",
                    "0.25",
                    "0.4",
                    "0.5",
                    "0.56",
                    "0.9",
                    "1",
                    "1.2",
                    "0.3",
                )
            )
        )
        value = Fraction(base) + share * (Fraction(aim) - Fraction(base))
        return f"{float(value):.5f}"

    def _item(self, number: int, part: Part) -> Part:
        chance = self.chance
        own = [trial["id"] for trial in part.get("trials", [])]
        lessons = [*own, f"{chance.one(self.names)}/t0", "t9"] if chance.often(0.1) else own
        choices: Part = {
            "owner": "Head",
            "expects": {"kind": chance.one(KINDS), "per_year": chance.one(("1200000", "5", "-7"))},
            "based_on": chance.some(lessons, 2),
            "goals": chance.some([*GOALS, UNKNOWN] if chance.often(0.05) else GOALS[:1], 2),
            "anchored_in": chance.some(DOCUMENTS, 3),
        }
        if chance.often(0.2):
            choices["expects"].pop("per_year")
        kept = {key: choice for key, choice in choices.items() if chance.often(0.85)}
        item: Part = {"id": f"r{number}", "title": "Item", **kept}
        chance.span(item, needs_start=True)
        self._fate(item)
        return item

    def _fate(self, item: Part) -> None:
        chance = self.chance
        days = sorted(min(chance.near(), self.high) for _ in range(2))
        if chance.often(0.2):
            item["became"] = UNKNOWN if chance.often(0.05) else chance.one(self.names)
        if chance.often(0.25):
            item["started"] = days[0].isoformat()
        fate = chance.one(("done", "dropped", "", "", ""))
        if fate == "done":
            item["done"] = days[1].isoformat()
        if fate == "dropped":
            item["dropped"] = {"date": days[1].isoformat(), "why": "no longer wanted"}

    def _acceptances(self, part: Part) -> None:
        chance = self.chance
        rules = [rule for rule in sorted(RULES) if rule not in NEVER_ACCEPTED]
        rules = [rule for rule in rules if not rule.startswith(("department", "program"))]
        if chance.often(0.4):
            part["accepted"] = [accepted(chance, rule, self._items(part, rule)) for rule in chance.some(rules, 9)]
        if chance.often(0.01):
            part["accepted"] = [accepted(chance, "no-such-rule", [])]

    def _items(self, part: Part, rule: str) -> list[str]:
        if rule in ("journey-stuck", "journey-unproven", "journey-return-unexplained"):
            return list(STEPS)
        if rule == "journey-blocked":
            return [*part["depends_on"], NO_ITEM]
        keys = {"trial": "trials", "benefit": "benefits", "roadmap": "roadmap"}
        return [*(one["id"] for one in part.get(keys.get(rule.split("-", maxsplit=1)[0], ""), [])), NO_ITEM]
