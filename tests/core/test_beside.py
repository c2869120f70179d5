"""Judging a portfolio beside another revision gives what judging it whole gives."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.core.assess import Assessment, assess, nothing_beside
from staircase.core.load import Shelf, load
from staircase.core.source import PROGRAM_FILE, File
from tests.core.build import DAY, assessed, assignment, files, portfolio, program
from tests.core.generated import PROGRAM, TODAY, Data, as_of
from tests.core.generated import assignment as any_assignment
from tests.core.generated import files as written

NAMES = ("a0", "a1", "a2", "a3")
REFERRED = st.lists(st.sampled_from((*NAMES, "nowhere")), max_size=2, unique=True)
ENABLING: Data = {"title": "It", "kind": "enabling", "lead": "Lea", "started": "2024-01-01"}
BROKEN: Data = {"title": ["not", "a", "line"]}
PROGRAMS = (PROGRAM, PROGRAM | {"settings": {"write_days": "10", "rounds_to_trust": "1"}})


@st.composite
def referring(draw: st.DrawFn) -> Data:
    """An assignment that refers to others in every way that there is, now and then in vain."""
    data: Data = draw(st.one_of(any_assignment(), st.just(ENABLING), st.just(BROKEN)))
    if data is BROKEN:
        return data
    items = [item | draw(links) for item in data.get("roadmap", [])]
    benefits = [benefit | draw(decisions) for benefit in data.get("benefits", [])]
    if benefits and (whole := draw(WHOLES)):
        benefits[-1] = {"id": benefits[-1]["id"], "title": "Part", "part_of": whole}
    kept = {key: value for key, value in (("roadmap", items), ("benefits", benefits)) if value}
    return data | {"depends_on": draw(REFERRED), **kept} | draw(moves)


WHOLES = st.sampled_from([None, None, "a0/b0", "a1/b0", "a2/b1", "nowhere/b0"])
was: dict[str, st.SearchStrategy[Any]] = {"until": st.sampled_from(["2024-12-31", "2025-10-01"])}
moves: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "was": st.lists(
            st.fixed_dictionaries(was | {"department": st.sampled_from(["care", ["old", "school"], "split"])}),
            max_size=2,
        )
    },
)
decisions: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "was": st.lists(
            st.fixed_dictionaries(was, optional={"owner": st.just("Rut"), "title": st.just("A")}), max_size=1
        )
    },
)


links: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={"became": st.sampled_from((*NAMES, "nowhere")), "based_on": st.sampled_from([["a0/t0"], ["a1/t0"], []])},
)
variants = st.fixed_dictionaries({name: st.tuples(referring(), referring()) for name in NAMES})


@st.composite
def revisions(draw: st.DrawFn) -> tuple[list[File], list[File]]:
    """Two revisions that have most in common: each file is absent, or one of two, on either side."""
    of_name = draw(variants)
    sides: list[dict[str, Data]] = []
    for _ in range(2):
        side: dict[str, Data] = {PROGRAM_FILE: PROGRAMS[draw(st.sampled_from([0, 0, 0, 1]))]}
        for name, both in of_name.items():
            chosen = draw(st.sampled_from([0, 0, 0, 1, None]))
            side |= {} if chosen is None else {f"assignments/{name}.yaml": both[chosen]}
        sides.append(side)
    return written(sides[0]), written(sides[1])


def said(assessment: Assessment) -> tuple[object, ...]:
    return assessment.findings, assessment.accepted, known(assessment)


def known(assessment: Assessment) -> Mapping[str, object]:
    return assessment.scene.known if assessment.scene else {}


@pytest.mark.no_cover
@given(both=revisions(), day=as_of)
def test_what_is_judged_beside_another_revision_is_as_if_judged_alone(
    both: tuple[list[File], list[File]], day: date
) -> None:
    shelf = Shelf()
    before, after = (load(side, shelf=shelf) for side in both)

    beside = assess(after, day, TODAY, beside=assess(before, day, TODAY))

    assert said(beside) == said(assess(after, day, TODAY))
    assert said(assess(before, day, TODAY, beside=beside)) == said(assess(before, day, TODAY))


@pytest.mark.no_cover
@given(both=revisions(), days=st.tuples(as_of, as_of))
def test_another_day_takes_nothing_over(both: tuple[list[File], list[File]], days: tuple[date, date]) -> None:
    shelf = Shelf()
    before, after = (load(side, shelf=shelf) for side in both)

    beside = assess(after, days[1], TODAY, beside=assess(before, days[0], TODAY))

    assert said(beside) == said(assess(after, days[1], TODAY))


def test_what_a_change_neither_touches_nor_is_linked_to_is_taken_over_as_it_is() -> None:
    shelf, day = Shelf(), date.fromisoformat(DAY)
    silent, needing = assignment(together=""), assignment("depends_on: [changed]", together="")
    before, after = (
        load(files(changed=assignment(lead=lead), other=silent, linked=needing), shelf=shelf) for lead in ("Lea", "Rut")
    )

    one = assess(before, day, day)
    other = assess(after, day, day, beside=one)

    found = [{finding.subject.id: finding for finding in side.findings} for side in (one, other)]
    assert found[0] == found[1]
    assert found[0]["other"] is found[1]["other"]
    assert found[0]["linked"] is not found[1]["linked"]


def test_what_is_told_of_a_wrong_reference_is_taken_over_unless_there_is_something_else_to_refer_to() -> None:
    shelf, day, wrong = Shelf(), date.fromisoformat(DAY), assignment("depends_on: [othr]")
    one, lead, title, more = (
        assess(load(files(other=text, wrong=wrong), shelf=shelf), day, day)
        for text in (
            assignment(),
            assignment(lead="Rut"),
            assignment(title="Othr"),
            assignment("trials: [{id: t, title: T, started: 2026-01-01, ended: 2026-02-01, learned: L}]"),
        )
    )

    def error(of: Assessment) -> object:
        return next(finding for finding in of.findings if finding.rule == "reference-unknown")

    assert error(assess(lead.portfolio, day, day, beside=one)) is error(one)
    for changed in (title, more):
        beside = assess(changed.portfolio, day, day, beside=one)
        assert error(beside) is not error(one)
        assert said(beside) == said(changed)


def crowd(**others: str) -> list[File]:
    """So many wrong references to so many goals that not all are compared, and the last of each is like a goal."""
    ids = [f"{'goal-' * 8}{number}" for number in range(100)]
    goals = ", ".join(f"{{id: {name}, title: {name}}}" for name in ids)
    wrong = ", ".join([*(f"x{number}" for number in range(90)), f"{'goal-' * 8}1x"])
    several = {f"a{number}": assignment(f"goals: [{wrong}]") for number in range(40)}
    return files(program(f"goals: [{goals}]"), **several | others)


@pytest.mark.no_cover
@pytest.mark.parametrize("changed", [assignment(lead="Rut"), assignment("goals: [nowhere]"), ""], ids=ascii)
def test_of_a_crowd_of_wrong_references_as_many_are_compared_as_if_judged_alone(changed: str) -> None:
    shelf, day = Shelf(), date.fromisoformat(DAY)
    one = assess(load(crowd(), shelf=shelf), day, day)
    portfolio = load(crowd(a0=changed or crowd()[1].content.decode().replace("Lea", "Rut")), shelf=shelf)  # type: ignore[union-attr]  # there is some

    beside = assess(portfolio, day, day, beside=one)

    assert said(beside) == said(assess(portfolio, day, day))
    assert {finding.reason for finding in beside.findings if finding.rule == "reference-unknown"} == {
        "goal",
        "goal-nearest",
    }


HIGH = assignment("journey: [{step: explore, entered: 2026-01-01}, {step: embed, entered: 2026-01-20}]")
LEARNED = "trials: [{id: doors, title: Doors, started: 2026-01-02, ended: 2026-02-02, learned: Locks}]"
ALL_ON = program("rules: {enabling-enables-nothing: note}")
ENABLER = "started: 2026-01-01\nkind: enabling\ntitle: It\nlead: Lea\n"


def became(name: str) -> str:
    return assignment(f"roadmap: [{{id: r, title: R, from: 2026-01, became: {name}}}]")


def built_on(lesson: str) -> str:
    return assignment(f"roadmap: [{{id: r, title: R, from: 2027, based_on: [{lesson}]}}]")


@pytest.mark.parametrize(
    ("linked", "was", "now"),
    [
        pytest.param(HIGH, assignment(), assignment(LEARNED), id="the department proves another step"),
        pytest.param(ENABLER, assignment(), assignment("depends_on: [linked]"), id="it is needed now"),
        pytest.param(HIGH, assignment(), became("linked"), id="it is what an item became"),
        pytest.param(became("changed"), assignment(), assignment("completed: 2026-06-01"), id="its item is done"),
        pytest.param(
            assignment("depends_on: [changed]"),
            assignment(),
            assignment("pauses: [{from: 2026-06-01}]"),
            id="what it depends on is paused",
        ),
        pytest.param(assignment("depends_on: [changed]"), assignment(), None, id="what it depends on is gone"),
        pytest.param(
            built_on("changed/doors"),
            assignment(LEARNED),
            assignment(LEARNED.replace("doors", "locks")),
            id="what it builds on is gone",
        ),
        pytest.param(became("changed"), assignment(), "title: []", id="what its item became can't be read"),
    ],
)
def test_what_is_linked_to_a_change_is_judged_anew(linked: str, was: str, now: str | None) -> None:
    shelf, day = Shelf(), date.fromisoformat(DAY)
    before = load(files(ALL_ON, linked=linked, changed=was), shelf=shelf)
    after = load(files(ALL_ON, linked=linked, **({"changed": now} if now else {})), shelf=shelf)

    one, other = assess(before, day, day), assess(after, day, day)
    found = [[finding for finding in side.findings if finding.subject.id == "linked"] for side in (one, other)]

    assert found[0] != found[1]
    assert assess(after, day, day, beside=one).findings == other.findings
    assert assess(before, day, day, beside=other).findings == one.findings


def test_how_many_files_could_not_be_read_is_said_anew_of_an_item_that_may_rest_on_one() -> None:
    shelf, day = Shelf(), date.fromisoformat(DAY)
    before = load(files(linked=became("broken"), broken="title: []", third=assignment()), shelf=shelf)
    after = load(files(linked=became("broken"), broken="title: []", third="title: []"), shelf=shelf)

    one, other = assess(before, day, day), assess(after, day, day)

    assert assess(after, day, day, beside=one).findings == other.findings
    assert assess(before, day, day, beside=other).findings == one.findings


def test_what_counts_in_a_benefit_of_another_assignment_is_linked_to_it() -> None:
    shelf, day = Shelf(), date.fromisoformat(DAY)
    part = assignment("benefits: [{id: post, title: Post, part_of: whole/time}]")
    before, after = (
        load(files(part=part, whole=assignment("benefits: [{id: time, title: Time}]", stopped=end)), shelf=shelf)
        for end in ("", "{date: 2026-06-01, why: no need}")
    )

    beside = assess(after, day, day, beside=assess(before, day, day))

    assert said(beside) == said(assess(after, day, day))
    assert [one.subject.id for one in beside.findings if one.reason == "benefit-stopped"] == ["part"]


def test_nothing_beside_has_the_programme_and_the_days_and_finds_nothing() -> None:
    whole = assessed(it=assignment(together=""), broken="title: [", today="2026-07-01")

    bare = nothing_beside(whole)

    assert (bare.day, bare.today) == (whole.day, whole.today)
    assert bare.portfolio == replace(portfolio(), findings=(), sources={})
    assert (bare.findings, bare.accepted, dict(known(bare))) == ((), (), {})
