import pytest

from staircase.core.comparison.difference import changes
from staircase.core.term import Name, Said
from tests.core.build import assessed, assignment, program

DAY = "2026-01-31"
GOALS = "documents: [{{id: plan, title: Plan, department: {}}}]"
ITEM = "roadmap: [{{id: r, title: R, department: {}}}]"
BEFORE = program(GOALS.format("care"), departments="[{id: care, name: Care}, {id: school, name: School}]")
MERGED = """[
  {{id: care, name: Care, to: 2025-12-31, became: [{heir}]}},
  {{id: school, name: School}}, {{id: welfare, name: Welfare, from: 2026-01-01}}]"""
AFTER = program(GOALS.format("welfare"), departments=MERGED.format(heir="welfare"))
FRESH = "reviewed: 2026-01-20\n"


WAS = "was: [{{until: {}, department: care, why: merged}}]\n"


def files(department: str, item: str = "care", was: str = "") -> dict[str, str]:
    text = assignment(FRESH + was + ITEM.format(item), department=department, goals="")
    return {f"a{number}": text for number in range(40)}


def told(before: str, after: str, old: dict[str, str], new: dict[str, str]) -> list[tuple[str, str]]:
    found = changes(assessed(before, day=DAY, **old), assessed(after, day=DAY, **new))
    return [(one.kind, one.subject.id) for one in found]


def test_a_merged_department_is_one_change_and_not_forty() -> None:
    expected = [("department-became", "care"), ("department-added", "welfare")]

    former = WAS.format("2025-12-31")
    for new in (files("care"), files("welfare"), files("welfare", "welfare"), files("welfare", "welfare", former)):
        facts = [one for one in told(BEFORE, AFTER, files("care"), new) if not one[0].startswith("finding")]
        assert facts == expected


def test_undone_it_is_the_mirror_of_that() -> None:
    for was in ("", WAS.format("2025-12-31")):
        facts = told(AFTER, BEFORE, files("welfare", "welfare", was), files("care"))

        assert [one for one in facts if not one[0].startswith("finding")] == [
            ("department-became-undone", "care"),
            ("department-removed", "welfare"),
        ]


@pytest.mark.parametrize(
    "was",
    [
        WAS.format("2025-12-30"),
        "was: [{until: 2025-12-31, department: school}]\n",
        "was: [{until: 2025-12-31, department: care, lead: Leo}]\n",
    ],
)
def test_what_was_decided_before_and_does_not_follow_is_told(was: str) -> None:
    found = told(BEFORE, AFTER, {"a": files("care")["a0"]}, {"a": files("welfare", "welfare", was)["a0"]})

    assert [kind for kind, name in found if name == "a" and kind != "finding-new"] == ["other"]


def test_who_goes_elsewhere_is_told_of() -> None:
    found = told(BEFORE, AFTER, {"a": files("care")["a0"]}, {"a": files("school", "school")["a0"]})

    assert [one for one in found if not one[0].startswith("finding")] == [
        ("department-changed", "a"),
        ("item-moved", "a"),
        ("department-became", "care"),
        ("department-added", "welfare"),
    ]


def test_what_a_department_became_may_be_written_later() -> None:
    ended = program(GOALS.format("care"), departments=MERGED.format(heir="").replace(", became: []", ""))
    after = program(GOALS.format("care"), departments=MERGED.format(heir="welfare, school"))

    found = changes(assessed(ended, day=DAY), assessed(after, day=DAY))

    (became,) = [one for one in found if not one.kind.startswith("finding")]
    assert isinstance(became.message, Said)
    assert (became.kind, became.message.terms["heirs"]) == ("department-became", Name("welfare, school"))


def test_the_gaps_of_a_department_that_ended_went_with_it() -> None:
    found = told(BEFORE, AFTER, {}, {})

    assert ("finding-gone", "care") in found
    assert [one for one in found if one[0] == "finding-fixed"] == []


@pytest.mark.parametrize(
    ("started", "was", "expected"),
    [
        ("2025-12-31", "", [("department-changed", "corrected")]),
        ("2025-12-31", WAS.format("2025-12-31"), []),
        ("2026-01-01", "", []),
    ],
    ids=["rewritten", "kept in was", "not begun by then"],
)
def test_a_department_that_is_rewritten_for_the_days_when_it_was_there_is_told(
    started: str, was: str, expected: list[tuple[str, str]]
) -> None:
    before = assessed(AFTER, day=DAY, a=assignment(FRESH, started=started))
    after = assessed(AFTER, day=DAY, a=assignment(FRESH + was, started=started, department="welfare"))

    for sides in ((before, after), (after, before)):
        found = [one for one in changes(*sides) if one.kind.startswith("department")]
        assert [(one.kind, one.decision.kind if one.decision else "") for one in found] == expected
