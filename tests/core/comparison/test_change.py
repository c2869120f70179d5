"""One edit at a time tells exactly its kind, and undone its mirror; no kind is without such an edit."""

import pytest

from staircase.core.assess import Assessment
from staircase.core.comparison.change import Change, Decision, Side
from staircase.core.comparison.difference import changes
from staircase.core.comparison.kinds import KINDS, Direction
from staircase.core.finding import Subject
from staircase.core.period import parse_period
from staircase.core.term import Name, Term
from tests.core.build import assessed
from tests.core.comparison.build import PROGRAM, it, only, programme, told

Edit = tuple[str, str]

ACCEPTS = ("tags:", "accepted: [{rule: benefit-worse, until: 2027-01-01, why: x}]\ntags:")
VALUES = {"100": "6000", "50": "3000", "90": "5400", "80": "4800"}
IN_MINUTES = (("unit: hours", "unit: minutes"), *((f"value: {old},", f"value: {new},") for old, new in VALUES.items()))
ITEM = "  - id: idea\n    title: Idea\n"
CALM = "  - id: calm\n    title: Calm\n"

ONE_SIDED: list[tuple[str, str | None, Edit]] = [
    ("went-live", None, ("live: 2026-03-10\n", "")),
    ("reviewed", None, ("reviewed: 2026-06-20\n", "")),
    ("pause-added", None, ("  - {from: 2026-04-01, to: 2026-04-11, why: strike}\n", "")),
    ("step-forward", "benefits", ("  - {step: benefits, entered: 2026-03-10}\n", "")),
    ("trial-added", "keys", ("  - {id: keys, title: Keys, started: 2026-02-20}\n", "")),
    ("trial-ended", "doors", (", ended: 2026-02-10, outcome: worked", "")),
    ("lesson-learned", "doors", (", learned: Locks", "")),
    ("benefit-added", "calm", (CALM, "")),
    ("benefit-measured", "time", ("      - {value: 80, date: 2026-05-20}\n", "")),
    ("target-set", "time", ("    target: {value: 50, by: 2026-12-31}\n", "")),
    ("target-dated", "time", (", by: 2026-12-31", "")),
    ("baseline-set", "time", ("    baseline: {value: 100, date: 2026-01-20}\n", "")),
    ("taken-home", "time", ("      - {from: 2026-05-01, amount: 10, document: plan}\n", "")),
    ("shown", None, ("  - {date: 2026-05-25, forum: management}\n", "")),
    ("item-added", "idea", (ITEM, "")),
    ("item-scheduled", "all", ("    from: 2026-Q3\n    to: 2026-Q4\n", "")),
    ("item-anchored", "all", ("anchored_in: [plan]", "anchored_in: []")),
    ("owner-named", "time", ("    owner: Olle\n", "")),
    ("owner-named", "all", ("    owner: Rut\n", "")),
]
"""Kind, item, and the edit that takes it away from the assignment."""

ADDED: list[tuple[str, str | None, tuple[Edit, ...]]] = [
    ("start-undone", None, (("started: 2026-01-01", "started: 2026-07-01"), )),
    ("completed", None, (("trials:", "completed: 2026-06-25\ntrials:"),)),
    ("stopped", None, (("trials:", "stopped: {date: 2026-06-25, why: no need}\ntrials:"),)),
    ("paused", None, (("strike}", "strike}\n  - {from: 2026-06-01}"),)),
    ("paused", None, (("to: 2026-04-11, why: strike", "why: strike"),)),
    ("paused", None, (("to: 2026-04-11", "to: 2026-07-11"),)),
    ("pause-changed", None, (("to: 2026-04-11", "to: 2026-04-12"),)),
    ("step-jumped", "embed", (("03-10}\n", "03-10}\n  - {step: embed, entered: 2026-05-01}\n"),)),
    ("step-returned", "explore", (("03-10}\n", "03-10}\n  - {step: explore, entered: 2026-05-01}\n"),)),
    ("step-redated", "benefits", (("entered: 2026-03-10", "entered: 2026-03-11"),)),
    ("step-redated", "explore", (("explore, entered: 2026-01-01", "explore, entered: 2026-01-02"),)),
    ("start-corrected", None, (("started: 2026-01-01", "started: 2025-12-31"),)),
    ("trial-changed", "doors", (("ended: 2026-02-10", "ended: 2026-02-11"),)),
    ("trial-changed", "doors", (("started: 2026-01-10", "started: 2026-01-11"),)),
    ("trial-changed", "doors", (("outcome: worked", "outcome: mixed"),)),
    ("setback-measured", "time", (("05-20}", "05-20}\n      - {value: 85, date: 2026-06-20}"),)),
    ("measurement-corrected", "time", (("value: 80", "value: 81"),)),
    ("target-raised", "time", (("value: 50", "value: 40"),)),
    ("target-lowered", "time", (("value: 50", "value: 60"),)),
    ("target-changed", "time", (("value: 50", "value: 150"),)),
    ("target-put-off", "time", (("by: 2026-12-31", "by: 2027"),)),
    ("target-brought-forward", "time", (("by: 2026-12-31", "by: 2026-Q3"),)),
    ("baseline-changed", "time", (("baseline: {value: 100", "baseline: {value: 101"),)),
    ("measurement-redated", "time", (("date: 2026-05-20", "date: 2026-05-21"),)),
    ("taken-home-redated", "time", (("from: 2026-05-01, amount", "from: 2026-05-02, amount"),)),
    ("showing-redated", None, (("date: 2026-05-25", "date: 2026-05-26"),)),
    ("live-corrected", None, (("live: 2026-03-10", "live: 2026-03-11"),)),
    ("baseline-redated", "time", (("date: 2026-01-20", "date: 2026-01-21"),)),
    ("unit-changed", "time", (("unit: hours", "unit: days"),)),
    ("part-changed", "time", (("    realisation:", "    part_of: it/calm\n    realisation:"),)),
    ("benefit-kind-changed", "time", (("kind: quality", "kind: cash"),)),
    ("benefit-kind-changed", "time", (("    kind: quality\n", ""),)),
    ("worth-changed", "time", (("    realisation:", "    worth: {per_unit: 450}\n    realisation:"),)),
    ("part-changed", "calm", (("title: Calm\n", "title: Calm\n    part_of: it/time\n"),)),
    ("benefit-closed", "calm", (("title: Calm\n", "title: Calm\n    closed: {date: 2026-06-01, why: x}\n"),)),
    ("expects-changed", "all", (("expects: {kind: cash}", "expects: {kind: cash, per_year: 5}"),)),
    ("expects-changed", "all", (("expects: {kind: cash}", "expects: {kind: quality}"),)),
    ("expects-changed", "all", (("    expects: {kind: cash}\n", ""),)),
    ("taken-home-changed", "time", (("amount: 10", "amount: 11"),)),
    ("taken-home-changed", "time", ((", document: plan", ""),)),
    ("item-dropped", "all", (("    owner: Rut", "    owner: Rut\n    dropped: {date: 2026-06-01}"),)),
    ("item-started", "all", (("    owner: Rut", "    owner: Rut\n    started: 2026-06-01"),)),
    ("item-done", "all", (("    owner: Rut", "    owner: Rut\n    done: 2026-06-01"),)),
    ("item-became", "all", (("    owner: Rut", "    owner: Rut\n    became: it"),)),
    ("item-put-off", "all", (("to: 2026-Q4", "to: 2027-Q1"),)),
    ("item-put-off", "all", (("from: 2026-Q3", "from: 2026-Q4"),)),
    ("item-brought-forward", "all", (("from: 2026-Q3", "from: 2026-Q2"),)),
    ("item-rescheduled", "all", (("from: 2026-Q3\n    to: 2026-Q4", "from: 2026-Q2\n    to: 2027"),)),
    ("owner-changed", "time", (("owner: Olle", "owner: Ove"),)),
    ("lead-changed", None, (("lead: Lea", "lead: Leo"),)),
    ("department-changed", None, (("department: care", "department: school"),)),
    ("costs-changed", "per_year", (("per_year: 500", "per_year: 501"),)),
    ("text-changed", "title", (("title: Keyless", "title: Without keys"),)),
    ("text-changed", "doors", (("learned: Locks", "learned: Locks and keys"),)),
    ("text-changed", "time", (("One more visit", "Two more visits"),)),
    ("text-changed", "time", (("what: time on the road", "what: driving"),)),
    ("text-changed", "pauses.2026-04-01.why", (("why: strike", "why: procurement"),)),
    ("written-ahead", "all", (("    owner: Rut", "    owner: Rut\n    done: 2026-07-01"),)),
    ("written-ahead", "time", (("05-20}", "05-20}\n      - {value: 70, date: 2026-07-20}"),)),
    ("written-ahead", "journey.roadmap 2026-08-01", (("03-10}", "03-10}\n  - {step: roadmap, entered: 2026-08-01}"),)),
    ("other", "tags", (("tags: [welfare]", "tags: [welfare, home]"),)),
    ("other", "journey.explore 2026-01-01", (("  - {step: explore, entered: 2026-01-01}\n", ""),)),
    ("together-changed", None, (("together: [nurse]", "together: [nurses]"),)),
    ("goals-changed", None, (("goals: [service]\ntog", "goals: []\ntog"),)),
    ("dependence-changed", None, (("tags:", "depends_on: [other]\ntags:"),)),
    ("item-goals-changed", "all", (("goals: [service]\n    anch", "goals: []\n    anch"),)),
    ("item-lessons-changed", "all", (("based_on: [doors]", "based_on: [keys]"),)),
    ("item-moved", "all", (("    owner: Rut", "    owner: Rut\n    department: care"),)),
    ("measured-less-often", "time", (("unit: hours", "unit: hours, every_days: 400"),)),
    ("pause-redated", None, (("from: 2026-04-01", "from: 2026-04-02"),)),
    ("acceptance-written", "accepted.benefit-worse", (ACCEPTS,)),
    ("unit-rescaled", "time", IN_MINUTES),
    ("baseline-how-changed", "time", (("date: 2026-01-20}", "date: 2026-01-20, how: estimated}"),)),
    ("other", "links.https://example.org", (("tags:", "links: [{title: Case, url: 'https://example.org'}]\ntags:"),)),
]  # fmt: skip
"""Kind, item, and the edits that bring it."""

DECLARED: list[tuple[str, str | None, Edit]] = [
    ("department-added", None, ("goals:\n", "  - {id: school, name: School}\ngoals:\n")),
    ("goal-added", None, ("documents:\n", "  - {id: economy, title: Economy}\ndocuments:\n")),
    ("document-added", "policy", ("settings:", "  - {id: policy, title: Policy}\nsettings:")),
    ("document-adopted", "draft", ("title: Draft", "title: Draft, adopted: 2026-06-01")),
    ("document-period-changed", "plan", ("to: 2026}", "to: 2027}")),
    ("manager-changed", None, ("manager: Maud", "manager: Mats")),
    ("department-ended", None, ("manager: Maud", "manager: Maud, to: 2026-12-31")),
    ("department-became", None, ("manager: Maud", "manager: Maud, to: 2026-12-31, became: [care]")),
    ("setting-changed", "at_once", ("at_once: 20", "at_once: 21")),
    ("setting-changed", "step_days.embed", ("at_once: 20", "at_once: 20, step_days: {embed: 90}")),
    ("rule-changed", "journey-stale", ("journey-stale: note", "journey-stale: error")),
    ("currency-changed", "currency", ("settings:", "currency: EUR\nsettings:")),
    ("text-changed", "name", ("name: Programme", "name: The programme")),
    ("text-changed", "service", ("title: Service", "title: Simple service")),
    ("other", "mandate.decided_by", ("settings:", "mandate: {decided_by: Council}\nsettings:")),
]
"""Kind, item, and the edit of program.yaml that brings it."""


@pytest.mark.parametrize(("kind", "item", "edit"), ONE_SIDED)
def test_what_comes_is_told_of_and_what_goes_by_its_mirror(kind: str, item: str | None, edit: Edit) -> None:
    without, whole = it(edit), it()

    assert told(without, whole) == [(kind, item)]
    assert told(whole, without) == [(KINDS[kind].mirror, item)]


@pytest.mark.parametrize(("kind", "item", "edits"), ADDED)
def test_an_edit_tells_exactly_its_kind(kind: str, item: str | None, edits: tuple[Edit, ...]) -> None:
    before, after = it(), it(*edits)

    assert told(before, after) == [(kind, item)]
    assert told(after, before) == [(KINDS[kind].mirror, item)]


@pytest.mark.parametrize(("kind", "item", "edit"), DECLARED)
def test_an_edit_of_the_programme_tells_exactly_its_kind(kind: str, item: str | None, edit: Edit) -> None:
    before, after = programme(), programme(edit)

    assert told(before, after) == [(kind, item)]
    assert told(after, before) == [(KINDS[kind].mirror, item)]


def test_a_planned_start_is_put_off_or_brought_forward() -> None:
    soon, later = (
        assessed(PROGRAM, it=f"title: A\nlead: L\ndepartment: care\nstarted: 2026-0{month}-01\n") for month in (8, 9)
    )

    assert told(soon, later) == [("start-put-off", None)]
    assert told(later, soon) == [("start-brought-forward", None)]


@pytest.mark.parametrize(
    ("edit", "kind", "ends"),
    [
        (("to: 2026-Q4", "to: 2027"), "item-put-off", ("2026-Q3", "2027")),
        (("to: 2026-Q4", "to: 2026-10"), "item-brought-forward", ("2026-Q3", "2026-10")),
        (("    to: 2026-Q4\n", ""), "item-brought-forward", ("2026-Q3", "2026-Q3")),
        (("from: 2026-Q3\n    to: 2026-Q4", "from: 2026-Q2\n    to: 2027"), "item-rescheduled", ("2026-Q2", "2027")),
    ],
)
def test_an_item_that_moves_tells_where_it_begins_and_ends_on_both_sides(
    edit: Edit, kind: str, ends: tuple[str, str]
) -> None:
    (begins, is_over), title = map(parse_period, ends), Name("All")
    subject, keys, path = Subject("assignment", "it"), ("roadmap", 0, "from"), "assignments/it.yaml"

    told = only(it(), it(edit))

    was: dict[str, Term] = {"title": title, "to": parse_period("2026-Q4")}
    before = Side(path, keys, parse_period("2026-Q3"), was)
    after = Side(path, keys, begins, {"title": title, "to": is_over})
    assert told == Change(kind, subject, subject, "all", before, after, Decision("corrected"))


def test_another_unit_with_other_values_is_a_conversion() -> None:
    edits = (("unit: hours", "unit: minutes"), ("value: 50", "value: 30"))

    assert told(it(), it(*edits)) == [("target-changed", "time"), ("unit-converted", "time")]


def test_mirrors_are_of_one_another_and_lead_the_other_way() -> None:
    turned = {Direction.FORWARD: Direction.BACK, Direction.BACK: Direction.FORWARD}
    apart = {"finding-gone", "finding-asked", "unit-changed"}  # a unit alone is a setback, there and back
    of_one_another = {kind: row for kind, row in KINDS.items() if kind not in apart}

    assert {kind: KINDS[row.mirror].mirror for kind, row in of_one_another.items()} == {
        kind: kind for kind in of_one_another
    }
    assert all(
        KINDS[row.mirror].direction == turned.get(row.direction, row.direction) for row in of_one_another.values()
    )


def test_what_a_change_newly_asks_for_is_no_setback_and_what_went_with_its_thing_no_progress() -> None:
    asked, gone = KINDS["finding-asked"], KINDS["finding-gone"]

    assert (asked.direction, asked.mirror) == (Direction.NEUTRAL, "finding-fixed")
    assert (gone.direction, gone.mirror) == (Direction.NEUTRAL, "finding-new")


def test_a_kind_speaks_of_what_it_looks_at_and_of_nothing_beside_it() -> None:
    ended, costs = KINDS["trial-ended"], KINDS["costs-changed"]

    assert list(ended.spoken_of(("trials", 3, "ended"))) == [("trials", 3, "ended"), ("trials", 3, "outcome")]
    assert list(ended.spoken_of(("trials", 3))) == list(ended.spoken_of(("trials", 3, "learned"))) == []
    assert list(costs.spoken_of(("costs", "per_year"))) == [("costs", "per_year")]
    assert list(KINDS["not-compared"].spoken_of(("lead",))) == []


EDITS = [(edit,) for *_, edit in ONE_SIDED] + [edits for *_, edits in ADDED]
ELSEWHERE = {kind for kind, row in KINDS.items() if not row.looks_at}


def stands(change: Change) -> bool:
    """Tell whether a change stands where its row of the table says."""
    sides = [side for side in (change.before, change.after) if side]
    return all(side.keys in KINDS[change.kind].spoken_of(side.keys) for side in sides)


@pytest.mark.parametrize("sides", [(it(), it(*edits)) for edits in EDITS])
def test_every_change_of_an_assignment_stands_where_the_table_says(sides: tuple[Assessment, Assessment]) -> None:
    assert [one for one in changes(*sides) if one.kind not in ELSEWHERE and not stands(one)] == []


@pytest.mark.parametrize("edit", [edit for *_, edit in DECLARED])
def test_every_change_of_the_programme_stands_where_the_table_says(edit: Edit) -> None:
    found = changes(programme(), programme(edit))

    assert [one for one in found if one.kind not in ELSEWHERE and not stands(one)] == []


BASELINE_AS_TARGET = ("target: {value: 50", "target: {value: 100")
PAUSED = ("strike}\n", "strike}\n  - {from: 2026-06-01}\n")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([BASELINE_AS_TARGET], [], [("target-raised", "time")], id="a target away from the baseline"),
        pytest.param([], [BASELINE_AS_TARGET], [("target-lowered", "time")], id="a target back at the baseline"),
        pytest.param(
            [], [("strike}\n", "strike}\n  - {from: 2026-06-30}\n")], [("paused", None)], id="a pause from this day"
        ),
        pytest.param(
            [PAUSED],
            [("strike}\n", "strike}\n  - {from: 2026-06-01, to: 2026-06-30}\n")],
            [("resumed", None)],
            id="a pause that ends on this day",
        ),
        pytest.param(
            [PAUSED],
            [("strike}\n", "strike}\n  - {from: 2026-06-01, to: 2026-07-01}\n")],
            [("pause-changed", None)],
            id="a pause that ends tomorrow",
        ),
    ],
)
def test_what_is_equal_stands_on_the_side_that_the_format_says(
    before: list[tuple[str, str]], after: list[tuple[str, str]], expected: list[tuple[str, str | None]]
) -> None:
    kinds = told(it(*before), it(*after))

    assert [one for one in kinds if one[0].startswith(("target-", "pause", "resumed"))] == expected


def benefit_with(baseline: int | None, target: int) -> Assessment:
    """The assignment with one benefit, measured 20 and then 30."""
    from_ = "" if baseline is None else f"    baseline: {{value: {baseline}, date: 2026-01-20}}\n"
    return it(
        ("    baseline: {value: 100, date: 2026-01-20}\n", from_),
        ("target: {value: 50", f"target: {{value: {target}"),
    )


@pytest.mark.parametrize(
    ("baselines", "targets", "expected"),
    [
        pytest.param((100, 100), (50, 49), "target-raised", id="farther below"),
        pytest.param((100, 100), (50, 51), "target-lowered", id="nearer below"),
        pytest.param((100, 100), (150, 151), "target-raised", id="farther above"),
        pytest.param((100, 100), (150, 149), "target-lowered", id="nearer above"),
        pytest.param((100, 100), (99, 101), "target-changed", id="as far on the other side"),
        pytest.param((100, 100), (99, 150), "target-changed", id="farther on the other side"),
        pytest.param((100, 101), (50, 49), "target-raised", id="farther from either baseline"),
        pytest.param((100, 45), (50, 49), "target-changed", id="farther from one baseline, nearer to the other"),
        pytest.param((100, 50), (50, 49), "target-raised", id="away from the later baseline itself"),
        pytest.param((None, 100), (50, 49), "target-raised", id="a baseline on one side alone"),
        pytest.param((100, None), (50, 51), "target-lowered", id="a baseline on the other side alone"),
        pytest.param((None, None), (50, 49), "target-changed", id="no baseline"),
    ],
)
def test_a_target_is_raised_where_it_went_farther_from_every_baseline(
    baselines: tuple[int | None, int | None], targets: tuple[int, int], expected: str
) -> None:
    before, after = (benefit_with(*side) for side in zip(baselines, targets, strict=True))

    kinds = [(one.kind, one.item) for one in changes(before, after) if one.kind.startswith("target-")]

    assert kinds == [(expected, "time")]


@pytest.mark.parametrize(
    ("measurements", "new", "kind"),
    [
        ("", "{value: 100, date: 2026-04-20}", "benefit-measured"),
        ("", "{value: 101, date: 2026-04-20}", "setback-measured"),
        ("{value: 90, date: 2026-03-20}", "{value: 90, date: 2026-04-20}", "benefit-measured"),
        ("{value: 90, date: 2026-03-20}", "{value: 91, date: 2026-04-20}", "setback-measured"),
        ("{value: 90, date: 2026-03-20}", "{value: 89, date: 2026-04-20}", "benefit-measured"),
        ("{value: 90, date: 2026-05-20}", "{value: 91, date: 2026-04-20}", "benefit-measured"),
        ("{value: 80, date: 2026-03-20}, {value: 90, date: 2026-04-01}", "{value: 85, date: 2026-04-20}",
         "benefit-measured"),
        ("{value: 90, date: 2026-04-01}, {value: 80, date: 2026-03-20}", "{value: 85, date: 2026-04-20}",
         "benefit-measured"),
        ("{value: 90, date: 2026-03-20}", "{value: 91, date: 2026-06-30}", "setback-measured"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("mirror", [False, True], ids=["down", "up"])
def test_a_measurement_is_a_setback_beside_the_one_before_it(
    measurements: str, new: str, kind: str, *, mirror: bool
) -> None:
    old = "    measurements:\n      - {value: 90, date: 2026-04-20}\n      - {value: 80, date: 2026-05-20}\n"
    both = ", ".join(filter(None, (measurements, new)))
    baseline = ("value: 100", "value: -100") if mirror else ("value: 100", "value: 100")
    target = ("value: 50", "value: -50") if mirror else ("value: 50", "value: 50")

    def side(entries: str) -> Assessment:
        negated = entries.replace("value: ", "value: -") if mirror else entries
        return it((old, f"    measurements: [{negated}]\n"), baseline, target)

    kinds = {one.kind for one in changes(side(measurements), side(both)) if "measure" in one.kind} - {"finding-new"}

    assert kinds == {kind}


def test_a_measurement_that_went_with_the_one_before_it_was_the_setback_that_it_was() -> None:
    entries = "      - {value: 90, date: 2026-04-20}\n      - {value: 80, date: 2026-05-20}\n"
    bare, measured = it((f"    measurements:\n{entries}", "")), it(("value: 80", "value: 95"))

    came, went = (
        {one.kind for one in changes(*sides) if "measured" in one.kind or "measurement" in one.kind}
        for sides in ((bare, measured), (measured, bare))
    )
    assert came == {"benefit-measured", "setback-measured"}
    assert went == {KINDS[kind].mirror for kind in came}


@pytest.mark.parametrize("without", ["baseline: {value: 100, date: 2026-01-20}", "target: {value: 50, by: 2026-12-31}"])
def test_without_a_baseline_or_a_target_no_measurement_is_a_setback(without: str) -> None:
    edits = ((f"    {without}\n", ""), ("05-20}", "05-20}\n      - {value: 85, date: 2026-06-20}"))

    assert told(it(edits[0]), it(*edits)) == [("benefit-measured", "time")]


def test_a_measurement_that_is_put_off_past_the_day_is_judged_where_it_stood() -> None:
    stood, put_off = (
        it(("05-20}", f"05-20}}\n      - {{value: 85, date: {day}}}")) for day in ("2026-05-01", "2027-05-01")
    )

    assert ("measurement-removed", "time") in told(stood, put_off)
    assert ("benefit-measured", "time") in told(put_off, stood)


def test_a_measurement_written_ahead_before_this_very_day_does_not_make_a_setback() -> None:
    ahead = ("05-20}", "05-20}\n      - {value: 40, date: 2026-07-01}")
    both = ("05-20}", "05-20}\n      - {value: 40, date: 2026-07-01}\n      - {value: 70, date: 2026-06-30}")

    assert told(it(ahead), it(both)) == [("benefit-measured", "time")]


@pytest.mark.parametrize(
    ("day", "kind"), [("2026-06-29", "shown"), ("2026-06-30", "shown"), ("2026-07-01", "written-ahead")]
)
def test_a_showing_is_known_from_its_day(day: str, kind: str) -> None:
    shown = ("forum: management}", f"forum: management}}\n  - {{date: {day}, forum: board}}")

    assert [one for one, _ in told(it(), it(shown))] == [kind]


@pytest.mark.parametrize(
    ("day", "kind"), [("2026-06-29", "taken-home"), ("2026-06-30", "taken-home"), ("2026-07-01", "written-ahead")]
)
def test_what_is_taken_home_is_known_from_its_day(day: str, kind: str) -> None:
    taken = ("document: plan}", f"document: plan}}\n      - {{from: {day}, amount: 10}}")

    assert told(it(), it(taken)) == [(kind, "time")]


def test_only_the_amount_or_document_of_what_was_taken_home_corrects_it() -> None:
    how = ("amount: 10", "amount: 10, how: a lower budget")

    assert told(it(), it(how)) == [("text-changed", "time")]
    assert told(it(), it(how, ("document: plan", "document: draft"))) == [("taken-home-changed", "time")]
