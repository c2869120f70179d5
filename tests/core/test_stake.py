"""What is at stake in a finding and whose it is, for each kind of place that a finding can have."""

import pytest

from staircase.core.assess import Assessment
from staircase.core.finding import PROGRAM, Finding, Subject
from staircase.core.listing import at_stake, owner
from staircase.core.source import START, AtKey, Where
from tests.core.build import assessed, assignment, program

PROGRAM_TEXT = program(
    """
    goals: [{id: service, title: Service}]
    documents: [{id: budget, title: Budget, adopted: 2026-01-01}]
    """,
    departments="[{id: care, name: Care, manager: Maud}, {id: school, name: School}]",
)
BENEFITS = """\
benefits:
- id: reached
  title: Half taken home
  kind: cash
  owner: Olle
  worth: {per_unit: 10}
  baseline: {value: 100, date: 2026-01-01}
  target: {value: 0}
  measurements: [{value: 50, date: 2026-06-01}]
  taken_home: [{from: 2026-01-01, amount: 400, document: budget}]
- id: more-than-worth
  title: More taken home than it could be
  kind: cash
  worth: {per_unit: 1}
  baseline: {value: 100, date: 2026-01-01}
  target: {value: 0}
  taken_home: [{from: 2026-01-01, amount: 500, document: budget}]
- {id: unset, title: Nobody knows}
- id: quality
  title: Gladder
  kind: quality
  worth: {per_unit: 3}
  baseline: {value: 1, date: 2026-01-01}
  target: {value: 9}
roadmap:
- {id: live, title: Live, from: 2027, owner: Rut, expects: {kind: capacity, per_year: 1000}}
- {id: loss, title: A loss, from: 2027, expects: {kind: capacity, per_year: -7}}
- {id: unpriced, title: Unpriced, from: 2027, expects: {kind: capacity}}
- {id: unsaid, title: Unsaid, from: 2027}
- {id: idea, title: An idea, expects: {kind: capacity, per_year: 5000}}
"""
FILES = {
    "it": assignment(BENEFITS),
    "other": assignment("roadmap: [{id: a, title: A, from: 2027, expects: {kind: cash, per_year: 30}}]"),
    "planned": assignment("benefits: []", started="2027-01-01"),
    "elsewhere": assignment(
        "roadmap: [{id: a, title: A, from: 2027, expects: {kind: cash, per_year: 5}}]", department="school"
    ),
    "broken": "title: [",
}


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return assessed(PROGRAM_TEXT, day="2026-06-30", **FILES)


def finding(kind: str, name: str, where: Where = ()) -> Finding:
    match kind:
        case "assignment" | "department" | "goal":
            return Finding("some-rule", f"assignments/{name}.yaml", where, Subject(kind, name))
        case _:
            return Finding("some-rule", "program.yaml", where, PROGRAM)


@pytest.mark.parametrize(
    ("found", "stake", "whose"),
    [
        pytest.param(finding("assignment", "it", ("benefits", 0)), 600, "Olle", id="a benefit, with its owner"),
        pytest.param(finding("assignment", "it", ("benefits", 0, "target")), 600, "Olle", id="inside a benefit"),
        pytest.param(finding("assignment", "it", AtKey(("benefits", 0, "x"))), 600, "Olle", id="a key of a benefit"),
        pytest.param(finding("assignment", "it", ("benefits", 1)), 0, "Lea", id="never below nothing, and nobody's"),
        pytest.param(finding("assignment", "it", ("benefits", 2)), 0, "Lea", id="an unset benefit"),
        pytest.param(finding("assignment", "it", ("benefits", 3)), 24, "Lea", id="what can't be taken home as money"),
        pytest.param(finding("assignment", "it", ("benefits",)), 0, "Lea", id="the benefits together: no sum"),
        pytest.param(finding("assignment", "it", ("roadmap", 0)), 1000, "Rut", id="an item, with its owner"),
        pytest.param(finding("assignment", "it", ("roadmap", 1)), 0, "Lea", id="an item at a loss"),
        pytest.param(finding("assignment", "it", ("roadmap", 2)), 0, "Lea", id="an item without a price"),
        pytest.param(finding("assignment", "it", ("roadmap", 3)), 0, "Lea", id="an item without a word"),
        pytest.param(finding("assignment", "it"), 0, "Lea", id="an assignment does not inherit what stands in it"),
        pytest.param(
            finding("assignment", "it", ("journey", 0)), 0, "Lea", id="another place of an assignment, as its costs"
        ),
        pytest.param(finding("assignment", "it", START), 0, "Lea", id="a ready place"),
        pytest.param(finding("assignment", "planned"), 0, "Lea", id="a planned assignment"),
        pytest.param(finding("assignment", "broken"), 0, None, id="an assignment that can't be read"),
        pytest.param(finding("department", "care"), 0, "Maud", id="a department does not inherit either"),
        pytest.param(finding("department", "school"), 0, None, id="a department without a manager"),
        pytest.param(finding("department", "nowhere"), 0, None, id="a department that does not exist"),
        pytest.param(finding("goal", "service"), 0, None, id="a goal"),
        pytest.param(finding("program", "program"), 0, None, id="the programme"),
    ],
)
def test_a_finding_has_its_stake_and_its_owner(
    assessment: Assessment, found: Finding, stake: int, whose: str | None
) -> None:
    assert assessment.scene

    assert (int(at_stake(assessment.scene, found)), owner(assessment.scene, found)) == (stake, whose)


def test_a_text_that_is_cut_inside_a_benefit_puts_nothing_at_stake(assessment: Assessment) -> None:
    assert assessment.scene
    cut = Finding("text-cut", "assignments/it.yaml", ("benefits", 0, "title"), Subject("assignment", "it"))

    assert (int(at_stake(assessment.scene, cut)), owner(assessment.scene, cut)) == (0, "Olle")
