"""Small random portfolios as YAML text, which hit edges on purpose."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

import yaml

from tests.oracle.acceptance import LEAD_RULE
from tests.oracle.chance import Chance
from tests.oracle.making import CUT, DEPARTMENTS, DOCUMENTS, GOALS, NO_ITEM, QUOTED, UNKNOWN, Maker, Part, accepted
from tests.oracle.plain import STEPS, first, last
from tests.oracle.severities import OFF, RULES

OPEN_SEVERITY = ("error", "warning", "note", "off")
BROKEN = (
    "title: [\n",
    "title: 'half\nlead: x\n",
    "title: A\nlead: B\n",
    "title: Only\nkind: enabling\n",
    "\ttitle: x\n",
)
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Portfolio:
    """A portfolio's texts by path (None: only named), the as-of day, and the clock's."""

    texts: dict[str, str | None]
    t: date
    today: date


Dress = Callable[[Chance, Part, dict[str, Part]], None]
"""Puts more in a portfolio's data: program.yaml and the assignments by id; it may choose another as-of day."""


def portfolio(seed: int, dress: Dress | None = None) -> Portfolio:
    """The portfolio of a seed, with what more it is dressed with."""
    chance = Chance(seed)
    count = chance.one((10, 10, 11, 12)) if chance.crowd else chance.one((0, 1, 2, 3, 4, 5, 7, 9, 12))
    names = [f"a{number}" for number in range(count)]
    program, today = _program(chance), chance.t + timedelta(days=chance.ahead)
    files: dict[str, Part | str] = {}
    for name in names:
        path = f"assignments/{chance.one(('', '', 'sub/'))}{name}.yaml"
        files[path] = (
            chance.one(BROKEN)
            if chance.often(0.0 if chance.crowd else 0.04)
            else Maker(chance, names, name).assignment()
        )
    texts: dict[str, str | None] = {}
    if chance.often(0.1):
        texts[chance.one(("assignments/notes.txt", "assignments/sub/a0.yaml.bak", "assignments/.hid/x.txt"))] = None
    if dress:
        dress(chance, program, {PurePosixPath(path).stem: one for path, one in files.items() if isinstance(one, dict)})
    made = {path: one if isinstance(one, str) else _text(one) for path, one in files.items()}
    return Portfolio({"program.yaml": _text(program), **made, **texts}, chance.t, max(today, chance.t))


def _text(data: Part) -> str:
    dumped: str = yaml.dump(data, Dumper=DUMPER, sort_keys=False, allow_unicode=True, width=10_000)
    dumped = dumped.replace(CUT, " #2")
    for mark, text in zip(QUOTED, ("”Fix the queue”", "“Keys” and “locks”", "”Queue” fixed"), strict=True):
        dumped = dumped.replace(mark, text)
    return dumped


def _program(chance: Chance) -> Part:
    program: Part = {"format": "1", "name": "Programme", "organisation": "Town"}
    if chance.often(0.15):
        program["name"] += CUT
    if chance.often(0.3):
        program["currency"] = chance.one(("EUR", "SEK"))
    if chance.often(0.5):
        program["mandate"] = {"decided_by": "Council"}
        chance.span(program["mandate"], needs_start=False)
        edges = [first(program["mandate"].get("from", "2024")), last(program["mandate"].get("to", "2027"))]
        chance.starts = [edge + timedelta(days=more) for edge in edges for more in (-1, 0, 1)]
    program["departments"] = [
        {"id": name, "name": name.title()} | ({"manager": f"Head of {name}"} if chance.often(0.5) else {})
        for name in DEPARTMENTS[: chance.one((2, 3, 4))]
    ]
    if chance.often(0.75):
        program["goals"] = [{"id": name, "title": name.title()} for name in GOALS]
    program["documents"] = [_document(chance, name) for name in DOCUMENTS]
    _settings(chance, program)
    return program


def _document(chance: Chance, name: str) -> Part:
    document: Part = {"id": name, "title": name.title()}
    if chance.often(0.4):
        document["department"] = UNKNOWN if chance.often(0.03) else chance.one(("care", "school"))
    if chance.often(0.75):
        document["adopted"] = chance.near().isoformat()
    if chance.often(0.85):
        document["kind"] = chance.one(("operational-plan", "budget", "budget", "policy"))
    chance.span(document, needs_start=False)
    return document


def _settings(chance: Chance, program: Part) -> None:
    choices: Part = {
        "at_once": chance.one(("1", "2", "4")),
        "step_days": {chance.one(STEPS): chance.one(("59", "60", "61", "90"))},
        "stale_after_days": chance.one(("0", "30", "59", "120")),
        "rounds_to_trust": chance.one(("1", "3")),
        "measure_grace_days": chance.one(("0", "1", "30")),
        "write_days": chance.one(("0", "1", "30", "90")),
        "evidence_days": chance.one(("0", "30", "60")),
        "behind_from": chance.one(("0", "0.25", "0.9")),
        "behind_share": chance.one(("0", "0.9", "1")),
        "target_tolerance": chance.one(("0", "0.05", "0.5", "1")),
        "shown_after_days": chance.one(("0", "30", "120")),
        "shown_within_days": chance.one(("60", "120", "0")),
        "use_days": chance.one(("0", "30")),
        "followup_days": chance.one(("30", "60", "120")),
        "per_lead": chance.one(("1", "2", "3")),
        "roadmap_grace_days": chance.one(("0", "30", "60")),
        "roadmap_ahead_days": chance.one(("0", "60", "365")),
        "anchor_ahead_days": chance.one(("0", "60", "365")),
        "plan_gap_days": chance.one(("0", "30", "180")),
    }
    if chance.often(0.5):
        program["settings"] = {key: choices[key] for key in chance.some(list(choices), 10)}
        days = [int(one) for key, one in program["settings"].items() if isinstance(one, str) and key.endswith("_days")]
        chance.limits += [*days, *(int(one) for one in program["settings"].get("step_days", {}).values())]
    if chance.often(0.5):
        rules = [*chance.some(sorted(RULES), 6), *OFF]
        program["rules"] = {rule: chance.one(OPEN_SEVERITY) for rule in rules}
        if chance.often(0.05):
            program["rules"]["no-such-rule"] = "note"
    if chance.often(0.4):
        rules = [rule for rule in sorted(RULES) if rule.startswith(("department", "program"))]
        items = [*DEPARTMENTS[:2], *(one["id"] for one in program.get("goals", [])), NO_ITEM]
        program["accepted"] = [
            accepted(chance, rule, [*chance.leads, NO_ITEM] if rule == LEAD_RULE else items)
            for rule in chance.some(rules, 4)
        ]
