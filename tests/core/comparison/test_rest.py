"""The safety net of the changes: what no other kind tells of is told with its place and its words."""

from datetime import date
from fractions import Fraction

import pytest

from staircase.core.assess import Assessment
from staircase.core.comparison.change import AssignmentPair, Change, Pair, Side, View
from staircase.core.comparison.rest import rest
from staircase.core.finding import Subject
from staircase.core.model.assignment import Assignment
from staircase.core.term import Name, Quantity, Term
from staircase.words.speech import words
from tests.core.comparison.build import it, only, programme, told
from tests.core.comparison.mirror import mirrored

IT = Subject("assignment", "it")
PATH = "assignments/it.yaml"


def view(assessment: Assessment) -> View[Assignment]:
    return View(IT, PATH, assessment.portfolio.entries["it"].assignment)


def called(side: Side) -> str:
    """What a change calls a place, in English."""
    return words("en").say(side.terms["key"])


def unaided(before: Assessment, after: Assessment) -> list[Change]:
    """Give what is told where no other kind tells of anything."""
    pair: AssignmentPair = Pair(date(2026, 6, 30), view(before), view(after))
    return list(rest(pair, ()))


@pytest.mark.parametrize(
    ("entry", "keys", "key", "value"),
    [
        pytest.param(
            ("  - id: idea\n", "  - {id: new, title: New, from: 2026-Q3, to: 2026-12-01}\n  - id: idea\n"),
            ("roadmap", 1),
            ("new", "“New”, roadmap item"),
            "new, New, 2026-Q3, 2026-12-01",
            id="periods",
        ),
        pytest.param(
            ("trials:\n", "trials:\n  - {id: locks, title: Locks, started: 2026-03-01}\n"),
            ("trials", 0),
            ("locks", "“Locks”, trial"),
            "locks, Locks, 2026-03-01",
            id="days",
        ),
        pytest.param(
            ("03-10}", "03-10}\n  - {step: explore, entered: 2026-04}"),
            ("journey", 2),
            ("journey.explore 2026-04", "visit, Test and explore, 2026-04"),
            "explore, 2026-04",
            id="a visit by its step's name",
        ),
    ],
)
def test_an_entry_that_nothing_else_tells_of_is_told_in_the_words_of_the_file(
    entry: tuple[str, str], keys: tuple[str | int, ...], key: tuple[str, str], value: str
) -> None:
    before, after = it(), it(entry)
    (there,), (back,) = unaided(before, after), unaided(after, before)

    assert there.after is not None
    assert (there.after.path, there.after.keys, there.after.value) == (PATH, keys, Name(value))
    assert (there.item, called(there.after)) == key
    assert (there, back) == (Change("other", IT, IT, key[0], None, there.after), mirrored(there))


@pytest.mark.parametrize(
    ("edit", "key", "name", "value"),
    [
        (
            ("unit: hours", "unit: hours, every_days: 90"),
            "every_days",
            "days between measurements",
            Quantity(Fraction(90)),
        ),
        (("unit: hours", "unit: hours, source: fleet"), "source", "source", Name("fleet")),
    ],
)
def test_a_value_alone_is_told_as_what_it_is(edit: tuple[str, str], key: str, name: str, value: Term) -> None:
    (found,) = unaided(it(), it(edit))

    assert found.after is not None
    assert (found.item, found.before, found.after.value) == ("time", None, value)
    assert (found.after.path, found.after.keys) == (PATH, ("benefits", 0, "measure", key))
    assert called(found.after) == f"“Time”, measure, {name}"


@pytest.mark.parametrize(
    "number",
    ["70", "70.5", "-0.125", "12345678901234.56789", "100", "0.000000000000000000000000000000001", "1" + "0" * 15],
)
def test_a_number_in_an_entry_is_written_as_in_the_file(number: str) -> None:
    measured = it(("05-20}", f"05-20}}\n      - {{value: {number}, date: 2026-07-20}}"))

    found = only(it(), measured)

    assert found.after is not None
    assert found == Change("written-ahead", IT, IT, "time", None, found.after)
    assert (found.after.keys, found.after.value) == (("benefits", 0, "measurements", 2), Name(f"{number}, 2026-07-20"))
    assert called(found.after) == "“Time”, measurement, 2026-07-20"


def test_what_is_written_ahead_is_told_of_beside_what_its_neighbour_tells() -> None:
    edits = ("started: 2026-02-20}", "started: 2026-02-21, ended: 2026-08-01}")

    assert told(it(), it(edits)) == [("trial-changed", "keys"), ("written-ahead", "keys")]
    assert told(it(edits), it()) == [("trial-changed", "keys"), ("written-ahead", "keys")]


@pytest.mark.parametrize(("day", "kind"), [("2026-06-30", "other"), ("2026-07-01", "written-ahead")])
def test_a_fact_of_this_very_day_is_not_written_ahead(day: str, kind: str) -> None:
    measured = it(("05-20}", f"05-20}}\n      - {{value: 70, date: {day}}}"))

    assert [change.kind for change in unaided(it(), measured)] == [kind]


@pytest.mark.parametrize(
    ("edit", "item"),
    [
        (("title: Keyless", "title: Keys"), "title"),
        (("title: Doors", "title: All doors"), "doors"),
        (("learned: Locks", "learned: Keys"), "doors"),
        (("what: time on the road", "what: driving"), "time"),
        (("realisation: One more visit", "realisation: Two"), "time"),
        (("why: strike", "why: holiday"), "pauses.2026-04-01.why"),
        (("forum: management", "forum: board"), "shown.2026-05-25.forum"),
        (("forum: management", "forum: management, decision: on we go"), "shown.2026-05-25.decision"),
        (("unit: hours", "unit: hours, source: fleet"), "time"),
        (("per_unit: 3", "per_unit: 3, basis: counted"), "time"),
        (("    owner: Rut", "    owner: Rut\n    area: homes"), "all"),
        (("expects: {kind: cash}", "expects: {kind: cash, what: less fuel}"), "all"),
    ],
)
def test_prose_that_is_otherwise_is_a_text_that_was_changed(edit: tuple[str, str], item: str) -> None:
    worth = ("    kind: quality\n", "    kind: quality\n    worth: {per_unit: 3}\n")

    assert [(one.kind, one.item) for one in unaided(it(worth), it(worth, edit))] == [("text-changed", item)]


ON_A_DAY = {
    "live": ("live: 2026-03-10", "live: {day}"),
    "completed": ("tags:", "completed: {day}\ntags:"),
    "reviewed": ("reviewed: 2026-06-20", "reviewed: {day}"),
    "started": ("started: 2026-01-01", "started: {day}"),
    "a stop": ("tags:", "stopped: {{date: {day}, why: no need}}\ntags:"),
    "a visit": ("  - {{step: benefits, entered: 2026-03-10}}", "  - {{step: benefits, entered: {day}}}"),
    "a trial": ("trials:\n", "trials:\n  - {{id: locks, title: Locks, started: {day}}}\n"),
    "a trial's end": ("ended: 2026-02-10", "ended: {day}"),
    "a baseline": ("baseline: {{value: 100, date: 2026-01-20}}", "baseline: {{value: 101, date: {day}}}"),
    "a measurement": ("05-20}}", "05-20}}\n      - {{value: 70, date: {day}}}"),
    "what was taken home": ("{{from: 2026-05-01, amount: 10", "{{from: {day}, amount: 10"),
    "a showing": ("shown:\n", "shown:\n  - {{date: {day}, forum: board}}\n"),
    "an item's start": ("    owner: Rut", "    owner: Rut\n    started: {day}"),
    "an item's end": ("    owner: Rut", "    owner: Rut\n    done: {day}"),
    "a benefit's close": ("    owner: Olle", "    owner: Olle\n    closed: {{date: {day}, why: all have it}}"),
    "a dropped item": ("    owner: Rut", "    owner: Rut\n    dropped: {{date: {day}, why: x}}"),
}


@pytest.mark.parametrize("edit", ON_A_DAY.values(), ids=ON_A_DAY)
@pytest.mark.parametrize(("day", "is_ahead"), [("2026-06-30", False), ("2026-07-01", True)])
def test_every_fact_of_a_day_is_written_ahead_until_its_day(edit: tuple[str, str], day: str, *, is_ahead: bool) -> None:
    after = it((edit[0].format(), edit[1].format(day=day)))

    there, back = ({one.kind for one in unaided(*sides)} for sides in ((it(), after), (after, it())))

    assert ("written-ahead" in there, "written-ahead" in back) == (is_ahead, is_ahead)


def test_a_document_is_adopted_ahead() -> None:
    found = only(programme(), programme(("title: Draft", "title: Draft, adopted: 2026-07-01")))

    assert found.after is not None
    assert (found.kind, found.item, found.before, found.after.value) == (
        "written-ahead",
        "draft",
        None,
        date(2026, 7, 1),
    )
    assert (found.after.path, found.after.keys) == ("program.yaml", ("documents", 1, "adopted"))
    assert called(found.after) == "“Draft”, day of adoption"


@pytest.mark.parametrize(
    ("edits", "kinds"),
    [
        pytest.param([("value: 101", "value: 102")], ["written-ahead"], id="the value that belongs to it"),
        pytest.param([("unit: hours", "unit: minutes")], ["other"], id="its neighbour"),
    ],
)
def test_what_belongs_to_a_fact_of_a_later_day_is_written_ahead(edits: list[tuple[str, str]], kinds: list[str]) -> None:
    planned = ("baseline: {value: 100, date: 2026-01-20}", "baseline: {value: 101, date: 2026-07-01}")

    assert [one.kind for one in unaided(it(planned), it(planned, *edits))] == kinds


def test_of_two_entries_that_are_called_the_same_the_second_has_a_number() -> None:
    links = "links: [{url: 'https://a.example', title: A}, {url: 'https://a.example', title: B}]\n"

    assert told(it(), it(("shown:\n", f"{links}shown:\n"))) == [
        ("other", "links.https://a.example"),
        ("other", "links.https://a.example (2)"),
    ]
