"""Values as people write them, and what they are chosen from."""

from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from staircase.core.choices import LANGUAGES, Language
from staircase.core.edits import EventGround, RefusedError, benefits, files, journey
from staircase.core.edits.files import ids_for
from staircase.core.edits.setting import path_of, spelled
from staircase.core.edits.values import (
    Question,
    fitting,
    is_worth_asking,
    judge,
    new_id,
    number,
    period,
    place_for,
    question_for,
)
from staircase.core.load import load
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.source import KeyPath
from staircase.core.yaml import Raw
from staircase.disk import read
from staircase.words.speech import words
from tests.cli.writes import planted

EVENTS = (benefits, files, journey)
"""The modules whose events leave something open that is asked for."""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("4,5", "4.5"),
        ("420 000", "420000"),
        ("1\u00a0200,50", "1200.50"),
        ("\u22125", "-5"),
        ("420.000", "420.000"),
        ("7", "7"),
    ],
)
def test_a_number_is_read_as_people_here_write_it(written: str, meant: str) -> None:
    assert number(written) == meant


@pytest.mark.parametrize("written", ["4,5,6", "1,200.50", "12 34", "many", "", "5 %"])
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(RefusedError) as refused:
        number(written)

    assert refused.value.said.key == "refused.not-a-number"


@pytest.mark.parametrize(
    ("written", "path", "meant"),
    [
        ("a, b", ("goals",), ["a", "b"]),
        ("a", ("goals",), ["a"]),
        ("care", ("department",), "care"),
        ("care,schools", ("department",), ["care", "schools"]),
        ("4,5 and more", ("lead",), "4,5 and more"),
        ("60 000", ("costs", "per_year"), "60000"),
        (" 2026-10-01", ("started",), "2026-10-01"),
        ("2026", ("benefits", 0, "target", "by"), "2026"),
    ],
)
def test_a_value_fits_the_place_that_it_is_meant_for(written: str, path: KeyPath, meant: Raw) -> None:
    assert fitting(written, Assignment, path) == meant


def test_a_setting_fits_its_place() -> None:
    assert fitting("0,5", Program, ("settings", "behind_from")) == "0.5"


@pytest.mark.parametrize(
    ("title", "taken", "made"),
    [
        ("Färre väckande nattbesök", (), "farre-vackande-nattbesok"),
        ("Ten doors", ("ten-doors", "ten-doors-2"), "ten-doors-3"),
        ("a" * 80, ("a" * 64,), f"{'a' * 60}-2"),
    ],
)
def test_an_id_is_made_of_a_title_and_is_a_new_one(title: str, taken: tuple[str, ...], made: str) -> None:
    assert new_id(title, taken) == made


def test_no_id_is_made_of_a_title_without_letters_for_one() -> None:
    with pytest.raises(RefusedError) as refused:
        new_id("日本", ())

    assert refused.value.said.key == "refused.no-id"


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        pytest.param(["Vård och omsorg", "For the sea"], ["vard-omsorg", "sea"], id="without what only joins"),
        pytest.param(["Och"], ["och"], id="nothing but that"),
        pytest.param(["Skola", "Skola", "Skola"], ["skola", "skola-2", "skola-3"], id="three of one name"),
        pytest.param(["Skola", "Skola 2", "Skola"], ["skola", "skola-2", "skola-3"], id="a number of its own"),
        pytest.param(["Skola", "Skola norr", "Skola"], ["skola", "skola-norr", "skola-2"], id="one that begins alike"),
        pytest.param(["日本", "日本"], ["department-1", "department-2"], id="no letters of an id"),
        pytest.param(["a" * 59 + " b c"] * 2, ["a" * 59 + "-b-c", "a" * 59 + "-2"], id="no hyphen twice"),
    ],
)
def test_each_department_has_an_id_of_its_own_made_of_its_name(names: list[str], ids: list[str]) -> None:
    assert ids_for(names, "department") == ids


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Q4 2026", "2026-Q4"), ("2026-Q4", "2026-Q4"), ("2026", "2026"), ("next year", "next year"), (None, None)],
)
def test_a_period_is_read_where_it_can_mean_but_one(written: str | None, meant: str | None) -> None:
    assert period(written) == meant


@pytest.mark.parametrize(
    ("day", "days", "place"),
    [
        ("2026-05-01", [], None),
        ("2026-05-01", ["2026-04-01", "2026-05"], None),
        ("2026-05-01", ["2026-04-01", "2026-06-01"], 1),
        ("2026-05-01", ["2026-06-01"], 0),
        ("2026-05", ["2026-05-20", "2026-06-01"], 1),
    ],
)
def test_a_new_entry_stands_among_the_others_by_its_day(day: str, days: list[str | None], place: int | None) -> None:
    assert place_for(day, days) == place


DATA: Raw = {
    "journey": [{"step": "explore", "entered": "2026-01-01"}],
    "goals": ["a.b", "a"],
    "links": [{"title": "t"}, {"url": "https://e.org/a.b"}, {"title": "t"}],
    "pauses": [{"from": "2026-01-01"}, {"from": "2026-01-01"}],
}


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("journey.2026-01-01.why", ("journey", 0, "why")),
        ("goals.a.b", ("goals", 0)),
        ("goals.a", ("goals", 1)),
        ("links.https://e.org/a.b.title", ("links", 1, "title")),
        ("costs.per_year", ("costs", "per_year")),
    ],
)
def test_a_key_is_read_with_its_entries_by_name(written: str, path: KeyPath) -> None:
    assert path_of(DATA, written) == path
    assert spelled(DATA, path) == written


@pytest.mark.parametrize("path", [("links", 0), ("pauses", 1)], ids=["without a name", "named as another"])
def test_an_entry_that_its_name_does_not_tell_apart_is_not_spelled(path: KeyPath) -> None:
    assert spelled(DATA, path) is None


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> EventGround:
    folder: Path = planted(tmp_path_factory.mktemp("portfolio"))
    return EventGround(load(read(folder)), date(2026, 11, 2), date(2026, 11, 2))


def choices(question: Question) -> list[str]:
    return [choice.value for choice in question.choices]


def test_an_assignment_is_chosen_from_those_that_are_open(ground: EventGround) -> None:
    question = question_for("id", {}, ground)

    assert (choices(question), question.default) == (["anew", "login", "odd", "paused", "visits"], "")


@pytest.mark.parametrize(
    ("name", "command", "labels"),
    [
        ("benefit", "measure", ["Fewer hours on the road"]),
        ("item", "start", ["Every team"]),
        ("trial", "trial", ["Ten doors", "The night team"]),
    ],
)
def test_an_entry_is_chosen_by_its_title(ground: EventGround, name: str, command: str, labels: list[str]) -> None:
    question = question_for(name, {"id": "visits"}, ground, command=command)

    assert [choice.label for choice in question.choices] == labels


@pytest.mark.parametrize(("name", "likely"), [("visits", "roadmap"), ("paused", "benefits"), ("login", "explore")])
def test_the_likely_step_is_the_next_one(ground: EventGround, name: str, likely: str) -> None:
    question = question_for("step", {"id": name}, ground)

    assert (choices(question), question.default) == (["explore", "benefits", "roadmap", "embed"], likely)


def test_where_nothing_is_known_any_text_goes(ground: EventGround) -> None:
    assert question_for("why", {}, ground, may_be_open=True) == Question(may_be_open=True)


def test_an_entry_is_found_by_its_id_or_the_choices_are_named(ground: EventGround) -> None:
    visits = ground.assignment("visits")

    assert visits.place("trials", "night") == ("trials", 1)
    assert visits.entry("benefits", "time")["kind"] == "capacity"
    with pytest.raises(RefusedError) as refused:
        visits.place("trials", "time")
    assert (refused.value.word, refused.value.choices) == ("time", ("ten-doors", "night"))
    with pytest.raises(RefusedError) as none:
        ground.assignment("paused").place("trials", "time")
    assert none.value.choices == ()


@pytest.mark.parametrize(
    ("name", "command", "known"),
    [
        ("benefit", "measure", ["time"]),
        ("item", "anchor", ["all-teams"]),
        ("document", "anchor", ["plan-2027", "law"]),
        ("department", "new", ["care", "schools"]),
        ("kind", "benefit", ["cash", "capacity", "avoidance", "quality"]),
        ("what", "declare", ["department", "goal", "document"]),
        ("what", "benefit", []),
        ("id", "new", []),
        ("benefit", "benefit", ["time"]),
        ("trial", "trial", ["ten-doors", "night"]),
    ],
)
def test_what_the_portfolio_knows_is_chosen_from(
    ground: EventGround, name: str, command: str, known: list[str]
) -> None:
    assert choices(question_for(name, {"id": "visits"}, ground, command=command)) == known


def test_of_what_may_be_left_open_this_is_asked_for_all_the_same() -> None:
    events = [one for module in EVENTS for one in vars(module).values() if isinstance(one, type) and is_dataclass(one)]
    asked = {one.__name__: [each.name for each in fields(one) if each.metadata.get("asked")] for one in events}

    assert {name: names for name, names in asked.items() if names} == {
        "BenefitEvent": ["kind", "owner", "what", "unit", "baseline", "target", "by"],
        "PresentEvent": ["decision"],
        "TakeHomeEvent": ["amount", "document"],
        "NewEvent": ["together"],
        "NewOfItemEvent": ["together"],
        "StopEvent": ["learned"],
        "TrialEvent": ["outcome", "learned"],
        "PlanEvent": ["from_", "owner", "expects_kind"],
        "ItemDropEvent": ["why"],
    }


def test_the_only_choice_is_the_likely_one_unless_it_may_be_left_open(ground: EventGround) -> None:
    defaults = [
        question_for("benefit", {"id": "visits"}, ground, command="measure", may_be_open=is_open).default
        for is_open in (False, True)
    ]

    assert defaults == ["time", ""]


def test_of_what_may_be_new_no_answer_is_the_likely_one(ground: EventGround) -> None:
    question = question_for("benefit", {"id": "visits"}, ground, command="benefit")

    assert (question.default, question.may_be_new) == ("", True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("command", "name", "first"),
    [
        ("trial", "outcome", "outcome.worked"),
        ("move", "step", "step.explore"),
        ("benefit", "kind", "kind.cash"),
        ("plan", "expects_kind", "kind.cash"),
        ("accept", "rule", "rule.text-cut"),
        ("declare", "what", "key.departments"),
    ],
)
def test_what_the_format_knows_is_called_by_its_word(
    ground: EventGround, language: Language, command: str, name: str, first: str
) -> None:
    keys = [choice.word for choice in question_for(name, {"id": "visits"}, ground, command=command).choices]

    assert keys[0] == first
    assert [key for key in keys if not words(language).has(key)] == []


def test_how_a_trial_went_is_asked_once_it_has_begun(ground: EventGround) -> None:
    asked = [is_worth_asking({"id": "visits", "trial": trial}, ground, command="trial") for trial in ("night", "New")]

    assert asked == [True, False]
    assert is_worth_asking({"id": "visits", "item": "New"}, ground, command="plan")


@pytest.mark.parametrize(
    ("values", "likely"),
    [
        ({"title": "Nattillsyn på distans"}, "nattillsyn-pa-distans"),
        ({"title": "Visits"}, "visits-2"),
        ({"of": "visits/all-teams"}, "all-teams"),
        ({"title": "???"}, ""),
        ({}, ""),
    ],
)
def test_the_likely_id_of_a_new_assignment_is_made_of_its_title(
    ground: EventGround, values: dict[str, str], likely: str
) -> None:
    assert question_for("id", values, ground, command="new") == Question(default=likely)


@pytest.mark.parametrize(
    ("command", "name", "answer", "reason"),
    [
        ("new", "id", "Natt", "not-an-id"),
        ("new", "id", "visits", "id-taken"),
        ("rename", "new", "con", "device"),
        ("measure", "value", "many", "not-a-number"),
        ("benefit", "target", "1.2.3", "not-a-number"),
        ("benefit", "by", "soon", "not-a-period"),
        ("plan", "from_", "2027-13", "not-a-period"),
        ("accept", "until", "2027", "not-a-day"),
        ("accept", "until", "2027-02-30", "not-a-day"),
        *(("benefit", name, "many", "not-a-number") for name in ("baseline", "target", "per_unit")),
        *(("plan", name, "many", "not-a-number") for name in ("amount", "per_year")),
        *(("plan", name, "soon", "not-a-period") for name in ("from_", "to")),
        ("set", "value", "many", ""),
        ("move", "id", "visits", ""),
        ("new", "id", "natt", ""),
        ("measure", "value", "4,5", ""),
        ("plan", "from_", "Q4 2026", ""),
        ("accept", "until", "2027-03-31", ""),
    ],
)
def test_an_answer_that_no_event_could_use_is_refused_before_the_next_question(
    ground: EventGround, command: str, name: str, answer: str, reason: str
) -> None:
    refused = ""
    try:
        judge(name, answer, ground, command=command)
    except RefusedError as error:
        refused = error.said.key.removeprefix("refused.")

    assert refused == reason
