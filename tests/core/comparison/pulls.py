"""Twelve realistic pull requests, and beside each what a wise reviewer would say of it, written by hand.

All change one small portfolio. ``first`` is whom the reviewer would name first, and the kind of change.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

PROGRAM = """\
format: 1
name: Programme
organisation: Town
departments:
  - {id: care, name: Care, manager: Maud}
  - {id: school, name: School, manager: Sten}
goals:
  - {id: service, title: Service}
documents:
  - {id: plan, title: Plan 2026, kind: operational-plan, adopted: 2025-12-01, from: 2026, to: 2026}
  - {id: budget, title: Budget 2027, kind: budget, from: 2027, to: 2027}
settings: {at_once: 20}
"""

KEYLESS = """\
title: Keyless visits
department: care
lead: Lea
started: 2025-09-01
live: 2025-11-01
goals: [service]
together: [care worker]
journey:
  - {step: benefits, entered: 2025-11-01}
trials:
  - {id: doors, title: Ten doors, started: 2025-09-10, ended: 2025-10-20, outcome: worked, learned: Locks}
benefits:
  - id: driving
    title: Less driving
    kind: capacity
    owner: Olle
    measure: {what: hours in cars, unit: hours/year}
    baseline: {value: 1000, date: 2025-09-30}
    target: {value: 500, by: 2027-09-30}
    measurements:
      - {value: 800, date: 2026-05-31}
    worth: {per_unit: 450}
    realisation: One more visit a day
shown:
  - {date: 2026-05-20, forum: management}
roadmap:
  - id: all
    title: All teams
    from: 2027-Q1
    owner: Olle
    expects: {kind: capacity, per_year: 90000}
    based_on: [doors]
    goals: [service]
"""

SENSORS = """\
title: Sensors at night
department: care
lead: Lea
started: 2026-05-01
goals: [service]
together: [night nurse]
trials:
  - {id: beds, title: Five beds, started: 2026-05-10}
"""

FORMS = """\
title: Forms that fill themselves
department: school
lead: Lea
started: 2026-04-15
goals: [service]
together: [head teacher]
trials:
  - {id: leave, title: Leave of absence, started: 2026-04-20}
"""

CHAT = """\
title: A chat for parents
department: school
lead: Lea
started: 2026-04-01
goals: [service]
together: [parent]
"""

BASE = {"program": PROGRAM, "keyless": KEYLESS, "sensors": SENSORS, "forms": FORMS, "chat": CHAT}
Edits = tuple[tuple[str, str], ...]
NO_TRIAL = "trials:\n  - {id: leave, title: Leave of absence, started: 2026-04-20}\n"


@dataclass(frozen=True)
class Pull:
    """A pull request: its edits of files, files that come or go, and what a reviewer says by hand."""

    name: str
    by_hand: str
    first: tuple[str, str]
    edits: Mapping[str, Edits] = field(default_factory=dict)
    files: Mapping[str, str | None] = field(default_factory=dict)
    base: Mapping[str, str] = field(default_factory=lambda: BASE)

    @property
    def after(self) -> dict[str, str]:
        """The files after it."""
        files: dict[str, str | None] = {**self.base, **self.files}
        for name, edits in self.edits.items():
            text = self.base[name]
            for old, new in edits:
                assert old in text, old
                text = text.replace(old, new)
            files[name] = text
        return {name: text for name, text in files.items() if text is not None}


CLOSING = "completed: 2026-06-25\ntrials:"

PULLS = (
    Pull(
        "a steering-group month",
        """
        Chat is stopped, with what it taught. Keyless goes on to a roadmap, and was measured: 60 % of the way where
        37 % was planned. Sensors ended its trial.
        """,
        ("chat", "stopped"),
        {
            "keyless": (
                ("11-01}\ntrials", "11-01}\n  - {step: roadmap, entered: 2026-06-20}\ntrials"),
                ("2026-05-31}", "2026-05-31}\n      - {value: 700, date: 2026-06-28}"),
            ),
            "sensors": (("05-10}", "05-10, ended: 2026-06-20, outcome: worked, learned: Nights are calm}"),),
            "chat": (("together:", "stopped: {date: 2026-06-20, why: no need, learned: Ask first}\ntogether:"),),
        },
    ),
    Pull(
        "a reorganisation",
        """
        School became Learning: one decision, though two files name it. One
        of them keeps what stood there in `was`; the other, begun while School was there, tells earlier days otherwise.
        """,
        ("school", "department-became"),
        {
            "program": (
                (
                    "manager: Sten}",
                    (
                        "manager: Sten, to: 2026-05, became: [learning]}\n"
                        "  - {id: learning, name: Learning, manager: Sten, from: 2026-06}"
                    ),
                ),
            ),
            "forms": (("department: school", "department: learning\nwas: [{until: 2026-05-31, department: school}]"),),
            "chat": (("department: school", "department: learning"),),
        },
    ),
    Pull(
        "a budget adopted",
        "The budget of 2027 is adopted, and the roadmap of Keyless stands in it.",
        ("keyless", "item-anchored"),
        {
            "program": (("kind: budget,", "kind: budget, adopted: 2026-06-15,"),),
            "keyless": (("    based_on:", "    anchored_in: [budget]\n    based_on:"),),
        },
    ),
    Pull(
        "a wrong correction",
        """
        The baseline of Less driving is suddenly twice as high: what has been gained is six times as much, though
        nothing has happened. Ask why.
        """,
        ("keyless", "baseline-changed"),
        {"keyless": (("baseline: {value: 1000", "baseline: {value: 2000"),), "forms": (("Leave of", "A leave of"),)},
    ),
    Pull(
        "a mass edit",
        "Every assignment is led by Team B now: one change of four.",
        ("chat", "lead-changed"),
        dict.fromkeys(("keyless", "sensors", "forms", "chat"), (("lead: Lea", "lead: Team B"),)),
    ),
    Pull(
        "a mended programme file",
        "The programme can be read again: nothing before could be compared.",
        ("program", "not-compared"),
        files={"program": PROGRAM},
        base=BASE | {"program": "format: ["},
    ),
    Pull(
        "a copied file",
        "A new assignment that says what Sensors says: it seems to be copied.",
        ("sensors-2", "assignment-added"),
        files={"sensors-2": SENSORS},
    ),
    Pull(
        "a target quietly lowered",
        "Among corrected words the target of Less driving asks for less, and is two years later.",
        ("keyless", "target-lowered"),
        {
            "keyless": (
                ("target: {value: 500, by: 2027-09-30}", "target: {value: 700, by: 2029-09-30}"),
                ("title: Less driving", "title: Less time in cars"),
                ("realisation: One more visit a day", "realisation: Two more visits a day"),
            ),
            "forms": (("Leave of", "A leave of"),),
            "sensors": (("Five beds", "Five quiet beds"),),
        },
    ),
    Pull(
        "a unit changed",
        "Hours became days, and no value with them: every figure is eight times too high.",
        ("keyless", "unit-changed"),
        {"keyless": (("unit: hours/year", "unit: days/year"),)},
    ),
    Pull(
        "a first portfolio",
        "All is new: four assignments, with what each lacks.",
        ("chat", "assignment-added"),
        files={name: text for name, text in BASE.items() if name != "program"},
        base={"program": PROGRAM},
    ),
    Pull(
        "a big clean-up",
        "Two assignments are removed, one of them with money: nobody will follow it up. The rest is words.",
        ("chat", "assignment-removed"),
        {"forms": (("Leave of", "A leave of"), ("title: Forms that", "title: The forms that"))},
        files={"chat": None, "keyless": None},
    ),
    Pull(
        "a closing year",
        "Keyless is completed with its benefit taken home; Forms is stopped without a lesson.",
        ("forms", "stopped"),
        {
            "keyless": (
                ("trials:", CLOSING),
                (
                    "    realisation:",
                    "    taken_home: [{from: 2026-06-01, how: visits, amount: 90000}]\n    realisation:",
                ),
            ),
            "forms": ((NO_TRIAL, f"stopped: {{date: 2026-06-25, why: no time}}\n{NO_TRIAL}"),),
        },
    ),
)
"""The pull requests."""
