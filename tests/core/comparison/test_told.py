"""What each edit tells, word by word, and at which keys on both sides: agreed in ``told.txt``, there and back.

``python -m tests.cli.redraw`` writes it anew; the findings that an edit brings stand in ``test_findings.py``.
"""

from collections.abc import Iterator
from pathlib import Path

from staircase.core.assess import Assessment
from staircase.core.comparison.change import Change, Side
from staircase.core.comparison.difference import changes
from staircase.words.speech import words
from tests.core.comparison.build import it, programme
from tests.core.comparison.test_change import ADDED, DECLARED, ONE_SIDED

AGREED = Path(__file__).parent / "told.txt"
Edits = tuple[tuple[str, str], ...]

STOPPED = ("trials:", "stopped: {date: 2026-06-25, why: no need}\ntrials:")
LEARNED = ("trials:", "stopped: {date: 2026-06-25, why: no need, learned: Ask first}\ntrials:")
COMPLETED = ("trials:", "completed: 2026-06-25\ntrials:")
PAUSE = "  - {from: 2026-06-01"
STEPS = "  - {step: roadmap, entered: 2026-05-01}\n  - {step: embed, entered: 2026-06-01}\n"
CASH = "  - {id: fuel, title: Fuel, kind: cash, owner: Olle}\n"
EARLIER = "  - {from: 2026-02-01, to: 2026-02-03, why: flu}\n"
MORE: list[tuple[Edits, Edits]] = [
    ((STOPPED,), (LEARNED,)),
    ((), (("benefits:\n  - id: time", f"benefits:\n{CASH}  - id: time"),)),
    ((), (("pauses:\n", f"pauses:\n{EARLIER}"),)),
    ((), (("trials:", "completed: 2026-07-01\ntrials:"),)),
    ((STOPPED,), (COMPLETED,)),
    ((COMPLETED,), (("trials:", "completed: 2026-06-26\ntrials:"),)),
    ((), (("05-20}", "05-20}\n      - {value: 50, date: 2026-06-20}"),)),
    ((), (("baseline: {value: 100", "baseline: {value: 110"), ("value: 50", "value: 40"))),
    ((), (("baseline: {value: 100", "baseline: {value: 60"), ("value: 50", "value: 40"))),
    ((("value: 90", "value: 70"),), (("value: 90", "value: 71"),)),
    ((), (("strike}", "strike}\n  - {from: 2026-06-01, why: leave}"),)),
    ((), (("strike}", "strike}\n  - {from: 2026-06-01}\n  - {from: 2026-06-02, why: later}"),)),
    ((("strike}", f"strike}}\n{PAUSE}}}"),), (("strike}", f"strike}}\n{PAUSE}, to: 2026-06-20}}"),)),
    ((), (("{from: 2026-05-01, amount: 10, document: plan}", "{from: 2026-05-02, amount: 10, document: plan}"),)),
    ((), (("document: plan}", "document: plan}\n      - {from: 2026-06-01, amount: 5}"),)),
    ((), (("document: plan}", "document: plan}\n      - {from: 2026-07-01, amount: 5}"),)),
    ((), (("reviewed: 2026-06-20", "reviewed: 2026-06-21"),)),
    ((), (("reviewed: 2026-06-20", "reviewed: 2026-07-01"),)),
    ((), (("live: 2026-03-10", "live: 2026-03-11"),)),
    ((), (("costs: {one_off: 1000, per_year: 500}", "costs: {one_off: 1000}"),)),
    ((), (("costs: {one_off: 1000, per_year: 500}\n", ""),)),
    ((), (("2026-03-10}\n", f"2026-03-10}}\n{STEPS}"),)),
    ((), (("forum: management}", "forum: management}\n  - {date: 2026-06-30, forum: board}"),)),
    ((), (("anchored_in: [plan]", "anchored_in: [draft]"),)),
    ((), (("based_on: [doors]", "based_on: [keys]"),)),
]  # fmt: skip
"""Edits on both sides, for what takes more than one."""


def _place(side: Side | None) -> str:
    return ".".join(map(str, (*side.keys, ""))).rstrip(".") or side.path if side else "-"


def _lines(before: Assessment, after: Assessment) -> Iterator[str]:
    for heading, sides in (("there", (before, after)), ("back", (after, before))):
        yield f"{heading}:"
        yield from (_line(one) for one in changes(*sides) if not one.kind.startswith("finding-"))


def _line(change: Change) -> str:
    said = words("en").say(change.message)
    return f"  {change.kind} ({change.item or '-'}) {_place(change.before)} > {_place(change.after)}: {said}"


def _shown(edits: Edits) -> str:
    return "; ".join(f"{old!r} > {new!r}" for old, new in edits) or "as it is"


def told() -> str:
    """What is told of every edit."""
    pairs = [((edit,), ()) for *_, edit in ONE_SIDED] + [((), edits) for *_, edits in ADDED] + MORE
    cases = [(one, other, (it(*one), it(*other))) for one, other in pairs]
    cases += [((), (edit,), (programme(), programme(edit))) for *_, edit in DECLARED]
    return "\n".join(
        "\n".join((f"from {_shown(one)}", f"to {_shown(other)}", *_lines(*sides), "")) for one, other, sides in cases
    )


def test_every_edit_tells_what_was_agreed() -> None:
    assert told() == AGREED.read_text("utf-8")
