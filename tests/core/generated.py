"""Portfolios of chance for properties: plain data, well-formed and without errors, and as files in any order."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from staircase.core.source import File

Data = dict[str, Any]
"""What a YAML file says, before it is text."""

DEPARTMENTS = ("care", "school", ["school", "care"], "old", "split", ["old", "new"])
FIRST = date(2024, 1, 1)
SPAN = 1000
TODAY = FIRST + timedelta(SPAN)
STEPS = ("explore", "benefits", "roadmap", "embed")
KINDS = ("cash", "capacity", "avoidance", "quality")
RULES = ("journey-stale", "journey-unproven", "benefit-no-owner", "benefit-measure-overdue", "roadmap-not-anchored")

days = st.integers(0, SPAN).map(lambda number: (FIRST + timedelta(number)).isoformat())
facts = st.tuples(days, st.sampled_from([10, 10, 10, 7])).map(lambda of: of[0][: of[1]])
"""Dates of facts: of one in four only the month is known."""
as_of = st.integers(0, SPAN).map(lambda number: FIRST + timedelta(number))
values = st.integers(-200, 400).map(lambda number: str(number / 2))
amounts = st.integers(0, 1000).map(str)
sums = st.integers(-10, 1000).map(str)


def is_level(target: Data | None) -> bool:
    """Whether a target is a level to keep, which cash can't be."""
    return target is not None and "keep" in target


def record(
    required: Mapping[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries(dict(required), optional={key.rstrip("_"): value for key, value in optional.items()})


@st.composite
def sorted_days(draw: st.DrawFn, least: str, count: int) -> list[str]:
    found = draw(st.lists(days.filter(lambda day: day > least), max_size=count, unique=True))
    return sorted(found)


measure = record({"what": st.just("time"), "unit": st.sampled_from(["hours/year", "SEK/year"])}, every_days=st.just(90))
home = record({"from": facts}, amount=sums, document=st.sampled_from(["plan", "draft"]))
benefit = record(
    {"title": st.just("It")},
    kind=st.sampled_from(KINDS),
    owner=st.sampled_from(["Olle", "lea "]),
    measure=measure,
    baseline=record({"value": st.just("100"), "date": facts}, how=st.sampled_from(["measured", "estimated"])),
    target=st.one_of(
        record({"value": st.just("20.5")}, by=st.sampled_from(["2025-Q1", "2026", "2026-06-30", "2026-H1"])),
        record({"value": st.just("50"), "keep": st.sampled_from(["at-least", "at-most"])}),
    ),
    measurements=st.lists(record({"value": values, "date": facts}), max_size=3, unique_by=lambda one: str(one["date"])),
    worth=record({"per_unit": amounts}),
    realisation=st.just("One more visit"),
    taken_home=st.lists(home, max_size=2),
).map(lambda one: one | {"kind": "quality"} if is_level(one.get("target")) and one.get("kind") == "cash" else one)
item = record(
    {"title": st.just("It")},
    from_=st.sampled_from(["2024-Q4", "2025", "2026-03", "2027-Q1"]),
    owner=st.just("Rut"),
    expects=record({"kind": st.sampled_from(KINDS)}, per_year=sums),
    based_on=st.just([]),
    goals=st.just(["service"]),
    anchored_in=st.lists(st.sampled_from(["plan", "draft"]), max_size=2, unique=True),
    dropped=record({"date": facts}),
    department=st.sampled_from(["school", "old"]),
)
accepted = record({"rule": st.sampled_from(RULES), "until": days, "why": st.just("for now")}, item=st.just("b0"))


def numbered(prefix: str, parts: Sequence[Data]) -> list[Data]:
    return [{"id": f"{prefix}{number}", **part} for number, part in enumerate(parts)]


@st.composite
def assignment(draw: st.DrawFn) -> Data:
    started = draw(days)
    entered = draw(sorted_days(started, 4))
    visits: list[Data] = []
    for day in entered:
        step = draw(st.sampled_from([step for step in STEPS if not visits or step != visits[-1]["step"]]))
        visits.append({"step": step, "entered": day})
    data: Data = {"title": "It", "department": draw(st.sampled_from(DEPARTMENTS)), "lead": "Lea"}
    data |= {"started": started, "journey": visits}
    data |= draw(record({}, live=facts, goals=st.just(["service"]), together=st.just(["nurse"])))
    data |= draw(record({}, costs=record({}, one_off=amounts, per_year=amounts), reviewed=days))
    data["benefits"] = numbered("b", draw(st.lists(benefit, max_size=3)))
    data["roadmap"] = numbered("r", draw(st.lists(item, max_size=2)))
    data["shown"] = draw(st.lists(record({"date": facts}), max_size=2))
    data["accepted"] = draw(st.lists(accepted, max_size=2))
    latest = max([started, *entered])
    trial = {"id": "t0", "title": "It", "started": started, "ended": latest}
    data["trials"] = draw(st.sampled_from([[], [trial], [trial | {"learned": "a lot"}]]))
    return data | draw(ending(latest))


def ending(latest: str) -> st.SearchStrategy[Data]:
    after = facts.map(lambda day: max(day, latest[: len(day)]))
    stopped = record({"date": after, "why": st.just("no need")}, learned=st.just("a lot"))
    return st.one_of(st.just({}), record({"completed": after}), record({"stopped": stopped}))


PROGRAM: Data = {
    "format": "1",
    "name": "Programme",
    "organisation": "Town",
    "departments": [
        {"id": "care", "name": "Care"},
        {"id": "school", "name": "School"},
        {"id": "old", "name": "Old", "to": "2025-06", "became": ["new"]},
        {"id": "split", "name": "Split", "to": "2025", "became": ["new", "care"]},
        {"id": "new", "name": "New", "from": "2025-07"},
    ],
    "goals": [{"id": "service", "title": "Service"}, {"id": "economy", "title": "Economy"}],
    "documents": [
        {"id": "plan", "title": "Plan", "adopted": "2024-06-01", "from": "2025", "to": "2025"},
        {"id": "draft", "title": "Draft"},
    ],
    "settings": {"at_once": "2"},
}


@st.composite
def sharing(draw: st.DrawFn) -> dict[str, Data]:
    """A programme and its assignments by path, in which a benefit may be part of one of the first."""
    several = draw(st.lists(assignment(), max_size=4))
    whole = several and several[0]["benefits"] and "stopped" not in several[0]
    for one in several[1:]:
        if whole and draw(st.booleans()):
            one["benefits"].append({"id": "part", "title": "Part", "part_of": "a0/b0"})
    return {"program.yaml": PROGRAM, **{f"assignments/a{number}.yaml": one for number, one in enumerate(several)}}


portfolios = sharing()
"""Portfolios as plain data by path."""


def files(portfolio: Mapping[str, Data], chance: Random | None = None) -> list[File]:
    """Write a portfolio's files, with keys and files in an order of chance if one is given."""
    written = [File(path, json.dumps(_shuffled(data, chance)).encode()) for path, data in portfolio.items()]
    if chance:
        chance.shuffle(written)
    return written


def _shuffled(data: Any, chance: Random | None) -> Any:  # noqa: ANN401 - plain data has no common type
    if isinstance(data, list):
        return [_shuffled(one, chance) for one in data]
    if not isinstance(data, dict):
        return data
    keys = list(data)
    if chance:
        chance.shuffle(keys)
    return {key: _shuffled(data[key], chance) for key in keys}
