"""A reference by name, or in other letters, is told with the id; never with the file itself."""

import re

import pytest

from staircase.core.term import Name
from staircase.words.speech import words
from tests.core.build import assessed, assignment, program

PROGRAM = program(
    """
    goals: [{id: simple, title: Enkel service}, {id: calm, title: Lugn}, {id: quiet, title: Lugn},
      {id: fast-answers, title: Fast answers}]
    documents: [{id: plan-2026, title: Verksamhetsplan 2026, department: vård & omsorg}]
    """,
    departments="[{id: care, name: Vård & omsorg}, {id: grundskola, name: Skolor}]",
)


@pytest.mark.parametrize(
    ("rest", "department", "reason", "nearest"),
    [
        ("", "Vård & omsorg", "department-named", "care"),
        ("", "vard & OMSORG", "department-named", "care"),
        ("", "”Skolor”", "department-named", "grundskola"),
        ("", "Grund_skola", "department-nearest", "grundskola"),
        ("goals: [Fast Answers]\n", "care", "goal-named", "fast-answers"),
        ("goals: [enkel service]\n", "care", "goal-named", "simple"),
        ("depends_on: [Keyless homes]\n", "care", "assignment-named", "other"),
        ("roadmap: [{id: a, title: A, became: Keyless homes}]\n", "care", "assignment-named", "other"),
        ("roadmap: [{id: a, title: A, anchored_in: [Verksamhetsplan 2026]}]\n", "care", "document-named", "plan-2026"),
    ],
)
def test_a_name_where_an_id_belongs_is_told_with_the_id(rest: str, department: str, reason: str, nearest: str) -> None:
    read = assessed(
        PROGRAM, it=assignment(rest, department=department), other=assignment(title="Keyless homes", department="care")
    )

    [finding] = [one for one in read.findings if one.subject.id == "it" and one.severity == "error"]

    assert (finding.reason, finding.params["nearest"]) == (reason, Name(nearest))
    key = re.findall(r"(\w+): [^{]", rest)[-1] if rest else "department"
    line = f"{key}: {nearest}" if key in {"department", "became"} else f"{key}: [{nearest}]"
    assert words("en").ask(finding) == f"Write {'the id: ' if reason.endswith('named') else ''}{line}"


def test_an_id_in_typographic_quotes_is_told_by_the_quote() -> None:
    read = assessed(PROGRAM, it=assignment("goals: [”simple”]\n", department="care"))

    [error] = [one for one in read.findings if one.subject.id == "it" and one.severity == "error"]

    assert words("en").message(error) == "“”simple”” begins with the typographic quote ”"
    assert words("en").ask(error) == "Write it without quotes: goals: [simple]"


@pytest.mark.parametrize("written", ["[simple calm]", "\n  - simple\n    calm", "['simple, calm']"])
def test_ids_without_a_comma_between_them_are_told_with_one(written: str) -> None:
    read = assessed(PROGRAM, it=assignment(f"goals: {written}\n", department="care"))

    [error] = [one for one in read.findings if one.subject.id == "it" and one.severity == "error"]

    assert words("en").ask(error) == "Write goals: [simple, calm]"


def test_the_programme_s_own_references_are_told_by_name_too() -> None:
    [finding] = [one for one in assessed(PROGRAM).findings if one.rule == "reference-unknown"]

    assert words("en").message(finding) == "“vård & omsorg” is a name: care is the id of “Vård & omsorg”"
    assert words("sv").message(finding) == "”vård & omsorg” är ett namn: care är id:t för ”Vård & omsorg”"


def test_a_name_that_several_have_is_told_with_the_choices() -> None:
    read = assessed(PROGRAM, it=assignment("goals: [Lugn]\n"))

    assert [one.reason for one in read.findings if one.subject.id == "it" and one.severity == "error"] == [
        "goal-choices"
    ]


@pytest.mark.parametrize("name", ["its", "Keyless", "IT"])
def test_the_file_itself_is_never_suggested(name: str) -> None:
    read = assessed(PROGRAM, it=assignment(f"depends_on: [{name}]\n"))

    assert [one.reason for one in read.findings if one.subject.id == "it" and one.severity == "error"] == ["assignment"]


@pytest.mark.parametrize(
    ("rest", "department", "entry"),
    [
        ("", "nowhere", "- {id: nowhere, name: …}"),
        ("goals: [nowhere]\n", "care", "- {id: nowhere, title: …}"),
        ("roadmap: [{id: a, title: A, anchored_in: [nowhere]}]\n", "care", "- {id: nowhere, title: …}"),
    ],
)
def test_what_the_programme_is_to_declare_is_told_as_the_line_to_write(rest: str, department: str, entry: str) -> None:
    read = assessed(PROGRAM, it=assignment(rest, department=department))

    [finding] = [one for one in read.findings if one.subject.id == "it" and one.severity == "error"]

    assert finding.params["entry"] == Name(entry)


def test_what_a_department_became_and_whose_an_item_is_must_be_there() -> None:
    heir = program(departments="[{id: care, name: Care}, {id: old, name: Old, to: 2025-12-31, became: [car]}]")
    read = assessed(heir, it=assignment("roadmap: [{id: a, title: A, department: cares}]\n"))

    lost = [one for one in read.findings if one.rule == "reference-unknown"]

    assert [(one.path, one.where, one.reason, one.params["nearest"]) for one in lost] == [
        ("assignments/it.yaml", ("roadmap", 0, "department"), "department-nearest", Name("care")),
        ("program.yaml", ("departments", 1, "became", 0), "department-nearest", Name("care")),
    ]


def test_of_several_trials_of_another_assignment_only_the_unknown_are_told_of() -> None:
    item = assignment("roadmap: [{id: a, title: A, based_on: [other/ten, other/tin, other/night]}]\n")
    other = assignment(
        "trials: [{id: ten, title: Ten, started: 2026-01-01}, {id: night, title: Night, started: 2026-01-01}]\n"
    )

    lost = [one for one in assessed(it=item, other=other).findings if one.rule == "reference-unknown"]

    assert [(one.where, one.params["nearest"]) for one in lost] == [
        (("roadmap", 0, "based_on", 1), Name("other/ten")),
    ]


def test_a_part_of_what_could_not_be_read_is_not_called_unknown() -> None:
    part = assignment("benefits: [{id: p, title: P, part_of: broken/whole}]\n")

    assert "reference-unknown" not in {one.rule for one in assessed(it=part, broken="[").findings}
    assert [one.reason for one in assessed(it=part).findings if one.rule == "reference-unknown"] == ["assignment"]


@pytest.mark.parametrize(
    ("count", "place", "correction"),
    [
        (6, 0, "goals: [simple, g1, g2, g3, g4, g5]"),
        (7, 0, "goals: [simple, g1, g2, g3, g4, g5, …]"),
        (6, 5, "goals: [g0, g1, g2, g3, g4, simple]"),
        (7, 6, "goals: […, g1, g2, g3, g4, g5, simple]"),
        (40, 20, "goals: […, g15, g16, g17, g18, g19, simple, g21, g22, g23, g24, g25, …]"),
    ],
)
def test_of_a_long_list_the_line_to_write_has_what_stands_around(count: int, place: int, correction: str) -> None:
    goals = [f"g{number}" for number in range(count)]
    known = program(
        f"goals: [{{id: simple, title: Enkel}}, {', '.join(f'{{id: {one}, title: {one}}}' for one in goals)}]"
    )
    goals[place] = "simpel"

    read = assessed(known, it=assignment(f"goals: [{', '.join(goals)}]\n"))

    [finding] = [one for one in read.findings if one.severity == "error"]
    assert finding.params["correction"] == Name(correction)
