from datetime import date

import pytest

from staircase.core.evidence import UNPROVEN, Standing, by_department
from tests.core.build import assessed, assignment, program

DOCUMENTS = """
goals: [{id: service, title: Service}]
documents:
  - {id: draft, title: Draft}
  - {id: later, title: Later, adopted: 2026-07-01}
  - {id: plan, title: Plan, adopted: 2026-06-30, from: 2026-01, to: 2026-06}
  - {id: next, title: Next, adopted: 2026-01-01, from: 2026-Q3}
  - {id: old, title: Old, adopted: 2025-01-01, from: 2025, to: 2026-04}
  - {id: older, title: Older, adopted: 2025-01-01, to: 2026-05-01}
  - {id: oldest, title: Oldest, adopted: 2025-01-01, to: 2026-04-30}
  - {id: schools, title: Schools, adopted: 2026-01-01, department: school}
  - {id: cares, title: Cares, adopted: 2026-01-01, department: care}
"""
PROGRAM = program(DOCUMENTS, departments="[{id: care, name: Care}, {id: school, name: School}]")
NO_GOALS = PROGRAM.replace("goals: [{id: service, title: Service}]\n", "")
ROUND = "trials: [{id: doors, title: Doors, started: 2026-01-10, ended: 2026-02-10, learned: x}]\n"
BENEFIT = (
    "benefits: [{id: time, title: T, owner: O, baseline: {value: 9, date: 2026-01-20}, target: {value: 5}, "
    "measurements: [{value: 7, date: 2026-06-30}]}]\n"
)
ITEM = "owner: O, expects: {kind: cash}, from: 2026-Q2, goals: [service]"

Marks = tuple[bool, bool, bool, bool]


def roadmap(item: str) -> str:
    """Write a roadmap of one item."""
    return f"roadmap: [{{id: item, title: Item, {item}}}]\n"


def own(rest: str, day: str = "2026-06-30", text: str = PROGRAM, **others: str) -> Marks:
    """Give the steps that an assignment proves by itself."""
    scene = assessed(text, day=day, it=assignment(rest), **others).scene
    assert scene is not None
    return scene.marks["it"]


def standing(day: str = "2026-06-30", text: str = PROGRAM, department: str = "care", **assignments: str) -> Standing:
    """Give a department's place on the stairs."""
    scene = assessed(text, day=day, **assignments).scene
    assert scene is not None
    return scene.standings[department]


@pytest.mark.parametrize(("day", "proven"), [("2026-02-09", False), ("2026-02-10", True), ("2026-02-11", True)])
def test_explore_is_proven_by_a_round(day: str, *, proven: bool) -> None:
    assert own(ROUND, day)[0] is proven
    assert standing(day, it=assignment(ROUND)).marks[0] is proven


@pytest.mark.parametrize(("day", "proven"), [("2026-06-29", False), ("2026-06-30", True)])
def test_benefits_is_proven_by_a_benefit_that_somebody_owns_and_measures(day: str, *, proven: bool) -> None:
    assert own(BENEFIT, day) == (False, proven, False, False)


@pytest.mark.parametrize(("day", "proven"), [("2026-06-29", False), ("2026-06-30", True)])
@pytest.mark.parametrize("target", ["{value: 7, keep: at-least}", "{value: 6, keep: at-least}"])
def test_a_level_to_keep_proves_benefits_without_a_baseline(day: str, target: str, *, proven: bool) -> None:
    level = (
        f"benefits: [{{id: a, title: A, owner: O, target: {target}, measurements: [{{value: 6, date: 2026-06-30}}]}}]"
    )

    assert own(level, day)[1] is proven
    assert own(level.replace(", keep: at-least", ""), day)[1] is False


@pytest.mark.parametrize(
    ("shown", "proven"),
    [
        ("", False),
        ("shown: [{date: 2026-07-01}]", False),
        ("shown: [{date: 2026-06-30}]", True),
        ("shown: [{date: 2020-01-01}]", True),
    ],
)
def test_for_a_department_the_benefit_is_to_be_shown_too(shown: str, *, proven: bool) -> None:
    assert standing(it=assignment(BENEFIT + shown)).marks == (False, proven, False, False)


def test_one_assignment_proves_the_benefit_and_has_shown_it() -> None:
    place = standing(one=assignment(BENEFIT), other=assignment("shown: [{date: 2026-06-01}]"))

    assert place.marks == UNPROVEN


@pytest.mark.parametrize(
    ("item", "by_itself", "for_the_department"),
    [
        (ITEM, True, True),
        ("owner: O, expects: {kind: cash}, from: 2026-06-30", True, True),
        ("owner: O, expects: {kind: cash}, from: 2026-06-29", True, False),
        ("owner: O, expects: {kind: cash}, from: 2025, to: 2026-06", True, True),
        ("owner: O, expects: {kind: cash}, from: 2025, to: 2026-05", True, False),
        ("expects: {kind: cash}, from: 2027", False, False),
        ("owner: O, from: 2027", False, False),
        ("owner: O, expects: {kind: cash}", False, False),
        ("owner: O, expects: {kind: cash}, started: 2026-02-01", False, False),
        ("owner: O, expects: {kind: cash}, from: 2027, done: 2026-06-30", True, False),
        ("owner: O, expects: {kind: cash}, from: 2027, dropped: {date: 2026-06-30}", False, False),
        ("owner: O, expects: {kind: cash}, from: 2027, dropped: {date: 2026-07-01}", True, True),
    ],
)
def test_roadmap_is_proven_by_an_item_with_owner_expected_benefit_and_period(
    item: str, *, by_itself: bool, for_the_department: bool
) -> None:
    assert own(roadmap(item))[2] is by_itself
    assert standing(it=assignment(roadmap(item))).marks[2] is for_the_department


@pytest.mark.parametrize(
    ("rest", "by_itself", "for_the_department"),
    [
        ("completed: 2026-06-01", True, True),
        ("pauses: [{from: 2026-06-01}]", True, True),
        ("stopped: {date: 2026-06-01, why: x}", False, False),
    ],
)
def test_items_that_are_not_done_prove_a_roadmap_only_while_they_are_live(
    rest: str, *, by_itself: bool, for_the_department: bool
) -> None:
    assert own(roadmap(ITEM) + rest)[2] is by_itself
    assert standing(it=assignment(roadmap(ITEM) + rest)).marks[2] is for_the_department


def test_what_a_stopped_assignment_proved_and_learned_stays() -> None:
    stopped = "shown: [{date: 2026-06-01}]\nstopped: {date: 2026-06-30, why: x}\n"
    done = roadmap(ITEM + ", done: 2026-06-01, anchored_in: [plan]")

    assert own(ROUND + BENEFIT + done + stopped) == (True, True, True, True)
    assert standing(it=assignment(ROUND + BENEFIT + done + stopped)).marks == (True, True, False, False)


@pytest.mark.parametrize(
    ("anchor", "by_itself", "for_the_department"),
    [
        ("", False, False),
        ("nowhere", False, False),
        ("draft", False, False),
        ("later", False, False),
        ("plan", True, True),  # adopted on the day, which is its last
        ("next", True, False),  # in force from tomorrow
        ("old", True, False),  # 61 days after its end
        ("older", True, True),  # 60 days after its end
        ("oldest", True, False),
        ("schools", True, False),
        ("cares", True, True),
        ("draft, schools, cares", True, True),
        ("later, next", True, False),
    ],
)
def test_embed_is_proven_by_an_adopted_document_and_for_a_department_by_one_that_applies_and_is_in_force(
    anchor: str, *, by_itself: bool, for_the_department: bool
) -> None:
    item = roadmap(f"{ITEM}, anchored_in: [{anchor}]")

    assert own(item)[3] is by_itself
    assert standing(it=assignment(item)).marks[3] is for_the_department


def test_adopted_and_in_force_are_asked_of_one_and_the_same_document() -> None:
    text = program("documents: [{id: a, title: A, from: 2026}, {id: b, title: B, adopted: 2026-01-01, from: 2027}]\n")

    item = roadmap("owner: O, expects: {kind: cash}, from: 2027, anchored_in: [a, b]")

    assert standing(text=text, it=assignment(item)).marks == (False, False, True, False)


@pytest.mark.parametrize(("text", "proven"), [(PROGRAM, False), (NO_GOALS, True)])
def test_an_item_serves_a_goal_where_the_programme_has_goals(text: str, *, proven: bool) -> None:
    item = roadmap("owner: O, expects: {kind: cash}, from: 2026-Q2, anchored_in: [cares]")

    assert own(item, text=text) == (False, False, True, proven)
    assert standing(text=text, it=assignment(item)).marks == (False, False, True, proven)


def test_roadmap_and_embed_are_asked_of_one_and_the_same_item() -> None:
    items = (
        "roadmap:\n"
        "  - {id: a, title: A, owner: O, expects: {kind: cash}, from: 2027}\n"
        "  - {id: b, title: B, from: 2027, goals: [service], anchored_in: [cares]}\n"
    )

    assert own(items) == (False, False, True, False)
    assert standing(it=assignment(items)).marks == (False, False, True, False)


@pytest.mark.parametrize(("gap", "proven"), [(0, False), (29, False), (30, True)])
def test_a_plan_holds_until_its_successor_must_be_there(gap: int, *, proven: bool) -> None:
    text = NO_GOALS + f"settings: {{plan_gap_days: {gap}}}\n"
    item = roadmap("owner: O, expects: {kind: cash}, from: 2027, anchored_in: [plan]")

    assert standing("2026-07-30", text=text, it=assignment(item)).marks[3] is proven


@pytest.mark.parametrize(("wanted", "trained"), [(1, True), (2, True), (3, False)])
def test_a_department_is_trained_by_as_many_rounds_as_the_programme_trusts(wanted: int, *, trained: bool) -> None:
    text = PROGRAM + f"settings: {{rounds_to_trust: {wanted}}}\n"

    place = standing(text=text, a=assignment(ROUND), b=assignment(ROUND), c=assignment())

    assert (place.rounds, place.trained) == (2, trained)


@pytest.mark.parametrize(
    ("marks", "reached", "holes"),
    [
        ((False, False, False, False), 0, ()),
        ((True, False, False, False), 1, ()),
        ((False, True, False, False), 2, (1,)),
        ((True, False, True, False), 3, (2,)),
        ((False, False, False, True), 4, (1, 2, 3)),
        ((True, True, True, True), 4, ()),
    ],
)
def test_reached_is_the_highest_proven_step_and_holes_are_below_it(
    marks: Marks, reached: int, holes: tuple[int, ...]
) -> None:
    place = Standing(marks, 0, trained=False, assignments=(), items=(), roadmap_until=None)

    assert (place.reached, place.holes) == (reached, holes)


def test_only_started_staircase_assignments_of_the_department_count() -> None:
    assignments = {
        "mine": assignment(),
        "ended": assignment("completed: 2026-02-01"),
        "planned": assignment(ROUND, started="2026-07-01"),
        "enabling": assignment(kind="enabling"),
        "theirs": assignment(ROUND, department="school"),
        "nobodys": assignment(ROUND, department="nowhere"),
    }

    care, school = (standing(department=name, **assignments) for name in ("care", "school"))

    assert ([known.id for known in care.assignments], care.rounds) == (["mine", "ended"], 0)
    assert ([known.id for known in school.assignments], school.rounds) == (["theirs"], 1)


@pytest.mark.parametrize(
    ("items", "until"),
    [
        ("[]", None),
        ("[{id: a, title: A, owner: O, expects: {kind: cash}, from: 2027}]", date(2027, 12, 31)),
        (
            """
  - {id: a, title: A, owner: O, expects: {kind: cash}, from: 2026, to: 2028-Q1}
  - {id: b, title: B, owner: O, expects: {kind: cash}, from: 2027}
  - {id: c, title: C, owner: O, from: 2029}
""",
            date(2028, 3, 31),
        ),
        ("[{id: a, title: A, owner: O, expects: {kind: cash}, from: 2025}]", None),
    ],
)
def test_the_roadmap_reaches_as_far_as_the_items_that_prove_it(items: str, until: date | None) -> None:
    assert standing(it=assignment(f"roadmap: {items}")).roadmap_until == until


def test_an_item_counts_for_its_own_department_where_there_is_one() -> None:
    items = f"roadmap: [{{id: a, title: A, department: school, {ITEM}}}, {{id: b, title: B, department: no, {ITEM}}}]\n"
    assignments = {"it": assignment(items)}

    care, school = (standing(department=name, **assignments) for name in ("care", "school"))

    assert [len(one.items) for one in (care, school)] == [0, 1]


def test_a_department_without_assignments_has_proven_nothing() -> None:
    assert standing() == Standing(UNPROVEN, 0, trained=False, assignments=(), items=(), roadmap_until=None)


def test_departments_that_are_not_asked_for_get_nothing_and_others_what_climbs_and_has_started() -> None:
    shared = assignment(ROUND, department="[school, care]")
    later, login = assignment(started="2026-07-01"), assignment("kind: enabling\n")
    files = {"own": assignment(ROUND), "shared": shared, "other": shared, "later": later, "login": login}
    scene = assessed(PROGRAM, day="2026-06-30", **files).scene
    assert scene is not None

    found = by_department(scene.known.values(), [scene.portfolio.departments["care"]])

    assert {name: [one.id for one in own.assignments] for name, own in found.items()} == {
        "care": ["own", "shared", "other"]
    }
