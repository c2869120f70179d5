"""An id alone that changed is one row: what names it follows, what was found of it is carried, and accepted, too."""

from dataclasses import replace

import pytest

from staircase.core.assess import Assessment
from staircase.core.comparison import compare
from staircase.core.comparison.change import Change
from staircase.core.comparison.difference import changes, changes_of
from staircase.core.finding import Subject
from staircase.core.term import Name
from tests.core.build import assessed, assignment
from tests.core.comparison.build import IT, PROGRAM, edited
from tests.core.comparison.mirror import mirrored

Edit = tuple[str, str]

NEEDS = "title: Needs it\ndepartment: care\nlead: Leo\nstarted: 2026-02-01\n"
PLANNED = "roadmap: [{id: more, title: More, based_on: [it/doors], goals: [service], anchored_in: [plan]}]\n"
PART = "benefits: [{id: less, title: Less, kind: quality, part_of: it/time}]\n"
OTHER = NEEDS + PLANNED + PART


def sides(*edits: Edit, program: tuple[Edit, ...] = (), other: tuple[Edit, ...] = ()) -> tuple[Assessment, Assessment]:
    """A portfolio of two assignments, and the same with edits of each file."""
    texts = {"program": edited(PROGRAM, *program), "it": edited(IT, *edits), "other": edited(OTHER, *other)}
    return assessed(PROGRAM, it=IT, other=OTHER), assessed(texts.pop("program"), **texts)


def kinds(found: tuple[Change, ...]) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.subject.id, one.item) for one in found]


@pytest.mark.parametrize(
    ("edits", "other", "item"),
    [
        pytest.param([("id: calm", "id: peace")], [], "peace", id="a benefit"),
        pytest.param([("id: time", "id: hours")], [("it/time", "it/hours")], "hours", id="a benefit with a part"),
        pytest.param([("id: idea", "id: plan-b")], [], "plan-b", id="a roadmap item"),
        pytest.param(
            [("id: doors", "id: locks"), ("based_on: [doors]", "based_on: [locks]")],
            [("it/doors", "it/locks")],
            "locks",
            id="a trial with what builds on it",
        ),
        pytest.param([("id: time\n    title: Time", "id: hours\n    title: Hours")], [("it/time", "it/hours")], "hours",
                     id="a benefit under another title"),
    ],
)  # fmt: skip
def test_a_part_whose_id_changed_is_renamed_and_its_gaps_are_carried(
    edits: list[Edit], other: list[Edit], item: str
) -> None:
    before, after = sides(*edits, other=tuple(other))

    found = compare(before, after)

    there = [one for one in kinds(changes(before, after)) if one[0] != "text-changed"]
    assert there == [("id-changed", "it", item)]
    assert [one[0] for one in kinds(changes(after, before)) if one[0] != "text-changed"] == ["id-changed"]
    assert (found.new, found.fixed, found.gone) == ((), (), ())
    assert set(found.novelties) == {"carried"}


@pytest.mark.parametrize(
    ("program", "edits", "other", "subject", "item"),
    [
        pytest.param(
            [("id: service", "id: simple")],
            [("[service]\ntog", "[simple]\ntog"), ("[service]\n    anch", "[simple]\n    anch")],
            [("[service]", "[simple]")],
            Subject("goal", "simple"),
            None,
            id="a goal",
        ),
        pytest.param(
            [("id: care", "id: home")],
            [("department: care", "department: home")],
            [("department: care", "department: home")],
            Subject("department", "home"),
            None,
            id="a department",
        ),
        pytest.param(
            [("id: plan", "id: plan-2026")],
            [("document: plan", "document: plan-2026"), ("anchored_in: [plan]", "anchored_in: [plan-2026]")],
            [("[plan]", "[plan-2026]")],
            Subject("program", "program"),
            "plan-2026",
            id="a document",
        ),
    ],
)  # fmt: skip
def test_what_the_programme_declares_under_another_id_is_one_change_with_what_names_it(
    program: list[Edit], edits: list[Edit], other: list[Edit], subject: Subject, item: str | None
) -> None:
    before, after = sides(*edits, program=tuple(program), other=tuple(other))

    (there,) = changes(before, after)
    (back,) = changes(after, before)

    assert (there.kind, there.subject, there.item) == ("id-changed", subject, item)
    assert (back.kind, back.subject, back.was) == ("id-changed", there.was, there.subject)
    assert set(compare(before, after).novelties) <= {"carried"}


def test_a_file_that_names_the_old_id_is_wrong_and_no_row_besides() -> None:
    before, after = sides(program=(("id: service", "id: simple"),))

    told = [(one.kind, one.rule) for one in changes(before, after)]

    assert {rule for _, rule in told} == {"", "reference-unknown", "program-goal-unserved"}
    assert [kind for kind, rule in told if not rule] == ["id-changed"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param("[it]", "[that]", None, id="it follows"),
        pytest.param("[it]", "[it]", None, id="left as it was, which is wrong and no change"),
        pytest.param("[it, lone]", "[that]", ("lone, that", "that"), id="it follows, and another is given up"),
        pytest.param("[it, lone]", "[it]", ("it, lone", "it"), id="left as it was, and another is given up"),
        pytest.param("[it]", "[lone]", ("it", "lone"), id="given up, by the id of then"),
        pytest.param("[lone]", "[it]", ("lone", "it"), id="named by the id of then, which is wrong"),
        pytest.param("[it]", "[it, that]", ("it", "it, that"), id="named by both"),
    ],
)
def test_what_names_a_renamed_assignment_is_said_as_its_file_says_it(
    before: str, after: str, said: tuple[str, str] | None
) -> None:
    lone = {"lone": assignment(title="Lone", started="2025-01-01")}
    both = (
        assessed(PROGRAM, it=IT, other=f"{NEEDS}depends_on: {before}\n", **lone),
        assessed(PROGRAM, that=IT, other=f"{NEEDS}depends_on: {after}\n", **lone),
    )

    facts = [one for one in changes(*both) if one.subject.id == "other" and not one.rule]

    assert [(one.kind, *(side and side.value for side in (one.before, one.after))) for one in facts] == [
        ("dependence-changed", *map(Name, values)) for values in ([said] if said else [])
    ]


@pytest.mark.parametrize(
    "edits",
    [
        pytest.param([("id: time", "id: hours"), ("value: 50", "value: 60"), ("owner: Olle", "owner: Eva")], id="part"),
        pytest.param([("id: calm", "id: peace"), ("title: Calm", "title: Calm\n    owner: Eva")], id="findings"),
        pytest.param([("id: all", "id: whole"), ("[doors]", "[doors, keys]")], id="items"),
    ],
)  # fmt: skip
def test_the_way_back_of_what_is_renamed_is_told_by_the_ids_of_then(edits: list[Edit]) -> None:
    before, after = sides(*edits, program=(("id: draft", "id: bill"), ("title: Draft", "title: Draft, from: 2026")))
    there = compare(before, after)

    way_back = [replace(change, cause=None, figures=None) for change in changes(after, before)]

    assert sorted(map(repr, (mirrored(change, there.names) for change in changes_of(there)))) == sorted(
        map(repr, way_back)
    )


def test_what_accepts_a_gap_by_the_id_of_then_accepts_nothing_and_is_not_written_anew() -> None:
    accepts = "accepted: [{rule: benefit-no-owner, item: calm, until: 2027-01-01, why: x}]\n"
    before, after = (assessed(PROGRAM, it=edited(IT + accepts, *edits)) for edits in ((), [("id: calm", "id: peace")]))

    assert [(one.kind, one.rule, one.item) for one in changes(before, after)] == [
        ("id-changed", "", "peace"),
        ("finding-new", "accepted-stale", "benefit-no-owner"),
        ("finding-unaccepted", "benefit-no-owner", "peace"),
    ]


def test_what_accepts_a_gap_follows_the_id_of_its_benefit() -> None:
    accepts = "accepted: [{rule: benefit-no-owner, item: calm, until: 2027-01-01, why: x}]\n"
    before = assessed(PROGRAM, it=IT + accepts)
    after = assessed(PROGRAM, it=edited(IT + accepts, ("id: calm", "id: peace"), ("item: calm", "item: peace")))

    assert kinds(changes(before, after)) == [("id-changed", "it", "peace")]
    assert compare(before, after).accepted_here == ()


@pytest.mark.parametrize("rule", ["department-no-roadmap", "program-goal-unserved"])
def test_what_accepts_a_gap_of_the_programme_follows_the_id_of_its_subject(rule: str) -> None:
    accepts = "accepted: [{rule: RULE, item: lone, until: 2027-01-01, why: x}]\n".replace("RULE", rule)
    more = PROGRAM.replace("goals:\n", "  - {id: lone, name: Lone}\ngoals:\n  - {id: lone, title: Alone}\n") + accepts
    named = more.replace("id: lone", "id: only").replace("item: lone", "item: only")
    before, after = assessed(more, it=IT), assessed(named, it=IT)

    assert {one[0] for one in kinds(changes(before, after))} == {"id-changed"}
    assert compare(before, after).accepted_here == ()


def test_what_else_changed_of_a_renamed_benefit_is_told_by_its_new_id() -> None:
    before, after = sides(("id: time", "id: hours"), ("value: 50", "value: 60"), other=(("it/time", "it/hours"),))

    found = [one for one in changes(before, after) if not one.kind.startswith("finding-")]

    assert kinds(tuple(found)) == [("id-changed", "it", "hours"), ("target-lowered", "it", "hours")]
    assert found[1].figures is not None
    assert found[1].figures.before is not None


def test_a_renamed_assignment_takes_what_names_it_along() -> None:
    before = assessed(PROGRAM, it=IT, other=OTHER)
    after = assessed(PROGRAM, that=IT, other=edited(OTHER, ("it/doors", "that/doors"), ("it/time", "that/time")))

    assert kinds(changes(before, after)) == [("assignment-renamed", "that", None)]
    assert set(compare(before, after).novelties) == {"carried"}


TWINS = "  - id: calm\n    title: Calm\n  - id: rest\n    title: Calm\n"
"""Two benefits of one title."""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([], [("id: calm\n    title: Calm", "id: peace\n    title: Peace")], id="nothing else that tells"),
        pytest.param(
            [("  - id: calm\n    title: Calm\n", TWINS)],
            [("  - id: calm\n    title: Calm\n", TWINS.replace("calm", "a").replace("rest", "b"))],
            id="two of one title",
        ),
    ],
)
def test_what_is_in_doubt_is_withdrawn_and_new(before: list[Edit], after: list[Edit]) -> None:
    found = changes(*(assessed(PROGRAM, it=edited(IT, *edits)) for edits in (before, after)))

    assert {one.kind for one in found if one.kind.startswith(("benefit-", "id-"))} == {
        "benefit-added",
        "benefit-withdrawn",
    }


def test_the_ids_of_then_lead_back() -> None:
    names = compare(*sides(("id: calm", "id: peace"), program=(("id: draft", "id: bill"),))).names

    assert (dict(names.back.parts), dict(names.back.declared)) == (
        {"it": {("benefits", "peace"): "calm"}},
        {("documents", "bill"): "draft"},
    )
    assert replace(names.back.back) == names
