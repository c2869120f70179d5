"""A change as machines get it: each key of its row, with its places in the files."""

from fractions import Fraction

import pytest

from staircase.core.assess import Assessment
from staircase.core.reports import Value
from staircase.core.review import CHANGE_FIELDS, diff, review
from staircase.core.term import Code, Days, Name, Quantity, Said, Share, Term
from staircase.words.speech import words
from tests.core.comparison.build import it, programme

PATH = Name("assignments/it.yaml")


def rows(before: Assessment, after: Assessment) -> list[dict[str, Value]]:
    return [dict(row) for row in diff(review(before, after, Name("old"), Name("new"))).rows]


def test_a_changed_figure_has_its_item_its_places_and_its_benefit_s_values_on_both_sides() -> None:
    (row,) = rows(it(), it(("value: 80", "value: 70"), ("tags: [welfare]\n", "tags:\n  - welfare\n")))

    none = dict.fromkeys(("potential", "now", "taken_home"))
    message = row.pop("message")
    assert row == {
        "kind": Code("measurement-corrected"),
        "direction": Code("revalued"),
        "weight": 6,
        "group": 1,
        "subject_kind": Code("assignment"),
        "subject": Name("it"),
        "item": Name("time"),
        "cause": None,
        "figures": {
            "before": {"kind": Code("quality"), "share": Share(Fraction(2, 5)), **none},
            "after": {"kind": Code("quality"), "share": Share(Fraction(3, 5)), **none},
        },
        "decision": None,
        "before": Quantity(Fraction(80), "hours"),
        "after": Quantity(Fraction(70), "hours"),
        "path_before": PATH,
        "line_before": 29,
        "path": PATH,
        "line": 30,
    }
    assert isinstance(message, Said)


def test_an_error_stands_at_its_own_line_of_the_file() -> None:
    found = rows(it(), it(("title: Doors", "title: Doors #2")))

    places = [[row[key] for key in ("kind", "path_before", "line_before", "path", "line")] for row in found]
    assert [place for place in places if place[3] == PATH] == [
        [Code("not-compared"), PATH, 1, PATH, 1],
        [Code("finding-new"), None, None, PATH, 17],
    ]


def test_a_severity_that_nobody_wrote_is_the_usual_one() -> None:
    (row,) = rows(programme(("rules: {journey-stale: note}\n", "")), programme())

    usual: Term = Said("change.as-usual", {"level": Code("warning")})
    sides: dict[str, Term] = {"before": usual, "after": Code("note")}
    assert (row["before"], row["after"]) == (Code("warning"), Code("note"))
    assert row["message"] == Said("change.rule-changed", {"key": Code("journey-stale"), **sides})


@pytest.mark.parametrize("is_first", [True, False])
def test_how_often_nobody_wrote_is_a_number_to_machines_and_the_usual_one_to_people(*, is_first: bool) -> None:
    written = it(("unit: hours", "unit: hours, every_days: 90"))
    sides = (it(), written) if is_first else (written, it())

    (row,) = rows(*sides)

    values, said = [Days(365), Days(90)], ["365 days (as usual)", "90 days"]
    (before, after), told = (values, said) if is_first else (values[::-1], said[::-1])
    assert [row["before"], row["after"]] == [before, after]
    assert isinstance(row["message"], Said)
    assert "every {1} instead of every {0}".format(*told) in words("en").say(row["message"])


def test_every_value_of_a_row_is_what_its_key_promises() -> None:
    promised = {field.key: field.json_kind for field in CHANGE_FIELDS}
    sorts: dict[str, tuple[type, ...]] = {"number": (int,), "object": (dict,), "string": (Code, Name, Said)}

    for row in rows(it(), it(("value: 80", "value: 70"), ("title: Calm\n", "title: Calm\n    owner: Olle\n"))):
        for key, value in row.items():
            assert value is None or promised[key] == "any" or isinstance(value, sorts[promised[key]]), key
