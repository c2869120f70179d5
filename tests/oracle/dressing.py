"""What real organisations do, put at random in portfolios that do not do it yet: one method for each part of it."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date, timedelta
from functools import partial

from tests.oracle.chance import Chance
from tests.oracle.making import CUT, DEPARTMENTS, DOCUMENTS, GOALS, KINDS, UNITS, UNKNOWN, Part, accepted
from tests.oracle.mistakes import DISORDERS, MISTAKES
from tests.oracle.plain import end_of_month, first, last
from tests.oracle.severities import NEW_RULES

A_DAY = len("2026-05-01")
PLACES = [*DEPARTMENTS, "fresh"]
AIMS = ("3900.5", "7", "101", "-6", "1")
"""Targets from before a decision: none is a baseline, so that none is flat."""
BASES = ("5300", "2", "97000", "-11")
"""Baselines from before a decision: none is a target."""
Values = Callable[[], Part]
"""What may have stood in a part before a decision, by key."""


def dress(chance: Chance, program: Part, assignments: dict[str, Part]) -> None:
    """Puts everything in a portfolio's data, here and there."""
    Dresser(chance, program, assignments).dress()


class Dresser:
    """Puts what real organisations do in one portfolio."""

    def __init__(self, chance: Chance, program: Part, assignments: dict[str, Part]) -> None:
        self.chance, self.program, self.assignments = chance, program, assignments
        self.high = chance.t + timedelta(days=chance.ahead)
        self.month_share = chance.one((0.0, 0.1, 0.3, 0.8))

    def dress(self) -> None:
        """Puts everything in it, here and there."""
        self._day()
        self._organisation()
        for part in self.assignments.values():
            self._departments(part)
            for benefit in part.get("benefits", []):
                self._keep(benefit)
        self._shared()
        self._parts_of()
        for part in self.assignments.values():
            self._decisions(part)
            self._acceptances(part)
            self._periods(part)
            self._months(part)
            if self.chance.often(0.2 if self.chance.spoils else 0.0):
                self.chance.one(DISORDERS)(part, date.fromisoformat(part["started"][:7] + "-01"))
            if self.chance.often(0.03):
                self.chance.one(MISTAKES)(part)

    def _day(self) -> None:
        """The as-of day is sometimes the first or last of a month, or the day before or after."""
        chance = self.chance
        if chance.often(0.4):
            start = chance.t.replace(day=1)
            end = end_of_month(chance.t.year, chance.t.month)
            one = timedelta(days=1)
            chance.t = chance.one((start - one, start, end, end + one))

    def _about(self) -> date:
        """A day around the as-of day, often itself or next to it."""
        chance = self.chance
        around = chance.t + timedelta(days=chance.one((-30, -1, -1, 0, 0, 0, 1, 1, 30, 400)))
        return chance.near() if chance.often(0.25) else around

    def _organisation(self) -> None:
        chance, before = self.chance, {one["id"]: one for one in self.program["departments"]}
        self.program["departments"] = [before.get(name, {"id": name, "name": name.title()}) for name in PLACES]
        changes = chance.one((0.0, 0.3, 0.6))
        for number, department in enumerate(self.program["departments"][:-1]):
            following = PLACES[number + 1 :]
            if chance.often(changes):
                department["to"] = self._limit(self._about())
                heirs = chance.random.sample(following, min(len(following), chance.one((0, 1, 1, 2))))
                if heirs or chance.often(0.3):
                    department["became"] = heirs
            elif chance.often(0.2):
                department["from"] = self._limit(self._about())
        if chance.often(0.2):
            self.program["departments"][-1]["from"] = self._limit(self._about())
        for document in self.program["documents"]:
            if "department" in document and document["department"] != UNKNOWN and chance.often(0.6):
                document["department"] = chance.one(PLACES)
            self._widen(document, "from", "to")
            self._to_month(document, "adopted")
        self._widen(self.program.get("mandate", {}), "from", "to")
        for rule in sorted(NEW_RULES):
            if chance.often(0.25):
                self.program.setdefault("rules", {})[rule] = chance.one(("error", "warning", "note", "off"))

    def _limit(self, on: date) -> str:
        return f"{on:%Y-%m}" if self.chance.often(0.1) else on.isoformat()

    def _some_departments(self) -> "str | list[str]":
        chance = self.chance
        if chance.often(0.02):
            return ["care", UNKNOWN]
        if chance.often(0.4):
            return chance.one(PLACES[:4])
        return chance.random.sample(PLACES, chance.one((1, 2, 2, 3)))

    def _departments(self, part: Part) -> None:
        if part.get("department") and self.chance.often(0.5):
            part["department"] = self._some_departments()
        for item in part.get("roadmap", []):
            if self.chance.often(0.3):
                item["department"] = UNKNOWN if self.chance.often(0.02) else self.chance.one(PLACES)

    def _keep(self, benefit: Part) -> None:
        chance = self.chance
        if "target" not in benefit or benefit.get("kind") == "cash" or not chance.often(0.3):
            return
        measured = [one["value"] for one in benefit.get("measurements", [])]
        level = chance.one(measured) if measured and chance.often(0.6) else benefit["target"]["value"]
        benefit["target"] |= {"value": level, "keep": chance.one(("at-least", "at-most"))}
        if chance.often(0.5):
            benefit["target"].pop("by", None)
        if chance.often(0.3):
            benefit.pop("baseline", None)
        if chance.often(0.05) and "baseline" in benefit:
            benefit["target"]["value"] = benefit["baseline"]["value"]

    def _benefits(self) -> list[tuple[str, Part]]:
        return [(name, one) for name, part in self.assignments.items() for one in part.get("benefits", [])]

    def _shared(self) -> None:
        """Two benefits are measured alike, written in two ways."""
        chance = self.chance
        models = [(name, one) for name, one in self._benefits() if "measure" in one and "baseline" in one]
        for name, benefit in self._benefits():
            others = [one for other, one in models if other != name and one is not benefit]
            if not others or "closed" in benefit or not chance.often(0.25):
                continue
            model = deepcopy(chance.one(others))
            benefit["measure"] = {**model["measure"], "what": chance.one(("time", "TIME", "Ti me", "other"))}
            if chance.often(0.3):
                benefit["measure"]["unit"] = model["measure"]["unit"].replace("/", " / ").replace("hours", "Hours")
            benefit["baseline"] = model["baseline"]
            if chance.often(0.3) and "." not in model["baseline"]["value"]:
                benefit["baseline"]["value"] += ".0"

    def _parts_of(self) -> None:
        chance = self.chance
        everything = self._benefits()
        for name, benefit in everything:
            others = [f"{other}/{one['id']}" for other, one in everything if other != name and "part_of" not in one]
            if others and chance.often(0.1):
                whole = (
                    chance.one((f"{name}/b9", "a0/b9", f"{UNKNOWN}/b0")) if chance.often(0.05) else chance.one(others)
                )
                self._makes_part(benefit, whole)
        if chance.spoils and everything and chance.often(0.3):
            (one, first_), (two, second) = chance.one(everything), chance.one(everything)
            self._makes_part(first_, f"{two}/{second['id']}")
            self._makes_part(second, f"{one}/{first_['id']}")

    def _makes_part(self, benefit: Part, whole: str) -> None:
        bare = {"id": benefit["id"], "title": benefit["title"], "part_of": whole}
        benefit.clear()
        benefit |= bare

    def _decisions(self, part: Part) -> None:
        """What stood here before, in the assignment, its benefits and its items."""
        started = date.fromisoformat(part["started"])
        self._decide(part, self._before, started, 0.4)
        for benefit in part.get("benefits", []):
            if "part_of" not in benefit:
                self._decide(benefit, partial(self._benefit_before, benefit, started), started, 0.45)
        for item in part.get("roadmap", []):
            self._decide(item, self._item_before, started, 0.35)

    def _decide(self, part: Part, values: Values, started: date, share: float) -> None:
        chance, entries = self.chance, []
        if not chance.often(share):
            return
        for until in {self._about() for _ in range(chance.one((1, 1, 2, 3)))}:
            choices = values()
            if until >= started:
                kept = {key: choices[key] for key in chance.some(list(choices), 4)}
                kept |= {"to": choices["to"]} if "from" in kept else {}
                kept |= {"from": choices["from"]} if "to" in kept else {}
                why = {"why": "so it was decided"} if chance.often(0.5) else {}
                entries += [{"until": until.isoformat(), **kept, **why}] if kept else []
        entries.sort(key=lambda one: one["until"], reverse=chance.often(0.5))
        part |= {"was": entries} if entries else {}

    def _before(self) -> Part:
        chance = self.chance
        return {
            "department": self._some_departments(),
            "lead": chance.one((*chance.leads, "Former")),
            "costs": {"one_off": chance.one(("1000", "0")), "per_year": chance.one(("250", "70000"))},
            "goals": chance.some([*GOALS, UNKNOWN] if chance.often(0.03) else GOALS, 2),
            "together": chance.one(([], ["nurse"], ["Former"], ["lead"])),
        }

    def _benefit_before(self, benefit: Part, started: date) -> Part:
        chance, kept = self.chance, benefit.get("target", {}).get("keep")
        earliest = date.fromisoformat(benefit.get("baseline", {}).get("date", (started - timedelta(40)).isoformat()))
        target: Part = {"value": chance.one(AIMS)}
        if chance.often(0.8):
            target["by"] = chance.period(self._about())
        if kept and chance.often(0.5):
            target["keep"] = chance.one(("at-least", "at-most"))
        baseline = {"value": chance.one(BASES), "date": (earliest - timedelta(chance.one((0, 0, 1, 30)))).isoformat()}
        return {
            "title": "Benefit before" + CUT * chance.often(0.1),
            "owner": chance.one(("Former head", "Lead", "Boss")),
            "kind": chance.one([one for one in KINDS if not kept or one != "cash"]),
            "measure": {"what": "distance", "unit": chance.one(UNITS), "every_days": chance.one(("20", "400"))},
            "baseline": baseline,
            "target": target,
            "worth": {"per_unit": chance.one(("2", "0.25"))},
            "realisation": "less driving",
        }

    def _item_before(self) -> Part:
        chance = self.chance
        days = sorted([self._about(), self._about()])
        return {
            "title": "Item before" + CUT * chance.often(0.1),
            "owner": "Former head",
            "from": chance.period(days[0]),
            "to": chance.period(days[1]),
            "expects": {"kind": chance.one(KINDS), "per_year": "77"},
            "goals": chance.some(GOALS, 2),
            "anchored_in": chance.some(DOCUMENTS, 2),
        }

    def _acceptances(self, part: Part) -> None:
        items = {"benefit-looks-shared": [one["id"] for one in part.get("benefits", [])]}
        for rule in sorted(NEW_RULES):
            if self.chance.often(0.3):
                entry = accepted(self.chance, rule, items.get(rule, []))
                part["accepted"] = [*(part.get("accepted") or []), entry]

    def _periods(self, part: Part) -> None:
        for benefit in part.get("benefits", []):
            for one in [benefit, *benefit.get("was", [])]:
                self._widen(one.get("target", {}), "", "by")
        for item in part.get("roadmap", []):
            for one in [item, *item.get("was", [])]:
                self._widen(one, "from", "to")

    def _widen(self, part: Part, start: str, end: str) -> None:
        """Puts the half-year or the tertial that holds it in place of a period."""
        for key, edge in ((start, first), (end, last)):
            if key in part and self.chance.often(0.35):
                on = edge(part[key])
                half, third = f"{on.year}-H{(on.month + 5) // 6}", f"{on.year}-T{(on.month + 3) // 4}"
                part[key] = self.chance.one((half, third))

    def _to_month(self, part: Part, key: str) -> None:
        if len(part.get(key) or "") == A_DAY and self.chance.often(self.month_share):
            part[key] = part[key][:7]

    def _months(self, part: Part) -> None:
        """Puts months for days; of two measurements in one month it is seldom that both lose their days."""
        for key in ("started", "live", "completed"):
            self._to_month(part, key)
        for owner, key in (("journey", "entered"), ("pauses", "from"), ("pauses", "to"), ("shown", "date")):
            for one in part.get(owner) or []:
                self._to_month(one, key)
        for one in part.get("trials", []):
            self._to_month(one, "started")
            self._to_month(one, "ended")
        self._to_month(part.get("stopped") or {}, "date")
        for benefit in part.get("benefits", []):
            for one in [benefit, *benefit.get("was", [])]:
                self._to_month(one.get("baseline", {}), "date")
            self._to_month(benefit.get("closed", {}), "date")
            for one in benefit.get("taken_home", []):
                self._to_month(one, "from")
            self._measured_in_months(benefit.get("measurements", []))
        for item in part.get("roadmap", []):
            self._to_month(item, "started")
            self._to_month(item, "done")
            self._to_month(item.get("dropped", {}), "date")

    def _measured_in_months(self, measurements: list[Part]) -> None:
        months = [one["date"][:7] for one in measurements]
        for one in measurements:
            if months.count(one["date"][:7]) == 1 or self.chance.often(self.chance.chaos):
                self._to_month(one, "date")
        if measurements and self.chance.often(0.03):
            ahead = [self.high + timedelta(days=days) for days in (1, 2)]
            new = f"{self.chance.one(ahead):%Y-%m}"
            measurements += [] if new in months else [{"value": "3", "date": new}]
