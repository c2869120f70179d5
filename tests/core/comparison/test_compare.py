"""What several files tell together: renames, broken files, consequences, findings, and what means nothing."""

from datetime import date
from fractions import Fraction

import pytest

from staircase.core.assess import Assessment, assess
from staircase.core.comparison.change import BenefitValues, Change, Decision, FigureShift, Side
from staircase.core.comparison.difference import changes
from staircase.core.finding import PROGRAM as PROGRAMME
from staircase.core.finding import Subject
from staircase.core.load import load
from staircase.core.source import File, Span
from staircase.core.term import Code, Name, Quantity, Said, Share, Term, Word
from tests.core.build import DAY, assessed, assignment, rules
from tests.core.comparison.build import IT, PROGRAM, edited, it, only, programme, told
from tests.core.comparison.mirror import mirrored
from tests.core.comparison.test_change import IN_MINUTES

OTHER = assignment(title="Other", lead="Olga", started="2025-11-01", together="[cook]")


def findings(before: Assessment, after: Assessment) -> list[tuple[str, str, str | None]]:
    """Give kind, rule and item of each finding that came or went."""
    found = [one for one in changes(before, after) if one.kind.startswith("finding-")]
    return [(one.kind, str(one.message.terms["rule"].text), one.item) for one in found]  # type: ignore[union-attr]  # a code


def moves(before: Assessment, after: Assessment) -> list[tuple[str, str, str]]:
    """Give kind and both names of each file that came, went or was renamed."""
    found = [one for one in changes(before, after) if one.kind.startswith("assignment-")]
    return [(one.kind, one.was.id, one.subject.id) for one in found]


def by_path(**texts: str) -> Assessment:
    files = [File(path.replace("__", "/").replace("_", "-") + ".yaml", text.encode()) for path, text in texts.items()]
    return assess(load(files), (day := date_of(DAY)), day)


def date_of(text: str) -> date:
    return date.fromisoformat(text)


TWO_FIFTHS, THIRD = Fraction(2, 5), Fraction(1, 3)
"""The realised shares of 80 on the way from 100 to 50, and to 40."""


def test_a_change_says_where_it_stands_on_both_sides() -> None:
    before, after = it(), it(("value: 50", "value: 40"))
    subject, keys = Subject("assignment", "it"), ("benefits", 0, "target", "value")

    found = only(before, after)

    was, now = (BenefitValues("quality", share, Fraction(71, 296), None, None, None) for share in (TWO_FIFTHS, THIRD))
    assert found == Change(
        "target-raised",
        subject,
        subject,
        "time",
        Side("assignments/it.yaml", keys, Quantity(Fraction(50), "hours"), {"title": Name("Time")}),
        Side("assignments/it.yaml", keys, Quantity(Fraction(40), "hours"), {"title": Name("Time")}),
        Decision("corrected"),
        figures=FigureShift(was, now),
    )
    values = {"before": Quantity(Fraction(50), "hours"), "after": Quantity(Fraction(40), "hours")}
    raised = Said("change.target-raised", {"title": Name("Time"), **values})
    decided = Said("change.decision.corrected", {"message": raised})
    share = Said("shift.share", {"before": Share(TWO_FIFTHS), "after": Share(THIRD)})
    assert found.message == Said("shift", {"message": decided, "figures": share})


def test_a_start_ahead_that_became_the_first_day_of_its_month_is_corrected_and_not_moved() -> None:
    month, day = (assessed(PROGRAM, it=edited(OTHER, ("2025-11-01", begun))) for begun in ("2026-09", "2026-09-01"))

    assert told(month, day) == told(day, month) == [("start-corrected", None)]


def test_an_assignment_is_added_and_removed_as_a_whole() -> None:
    before, after = assessed(PROGRAM, it=IT), assessed(PROGRAM, it=IT, other=OTHER)

    assert told(before, after) == [("assignment-added", None)]
    assert told(after, before) == [("assignment-removed", None)]
    assert {one.subject.id for one in (*changes(before, after), *changes(after, before))} == {"other"}


@pytest.mark.parametrize(
    ("text", "also"),
    [
        (IT, []),
        (edited(IT, ("lead: Lea", "lead: Leo")), [("lead-changed", None)]),
        (edited(IT, ("title: Keyless", "title: Keys")), [("text-changed", "title")]),
        (edited(IT, ("started: 2026-01-01", "started: 2025-12-31")), [("start-corrected", None)]),
    ],
)
def test_a_renamed_file_is_a_rename_and_what_changed_in_it(text: str, also: list[tuple[str, str | None]]) -> None:
    before, after = assessed(PROGRAM, it=IT, other=OTHER), assessed(PROGRAM, that=text, other=OTHER)

    renames = [(one.kind, one.was.id, one.subject.id) for one in changes(before, after)][:1]

    assert renames == [("assignment-renamed", "it", "that")]
    assert told(before, after)[1:] == also


def test_of_two_that_are_alike_one_is_renamed_and_one_removed() -> None:
    twin = edited(IT, ("lead: Lea", "lead: Leo"), ("what: time on the road", "what: way"))

    assert moves(assessed(PROGRAM, a=IT, b=twin), assessed(PROGRAM, c=IT)) == [
        ("assignment-removed", "b", "b"),
        ("assignment-renamed", "a", "c"),
    ]


@pytest.mark.parametrize(
    ("files", "kinds"), [(8, {"assignment-renamed"}), (9, {"assignment-added", "assignment-removed"})]
)
def test_what_more_than_eight_files_share_makes_none_of_them_another_renamed(files: int, kinds: set[str]) -> None:
    before, after = (
        {f"{name}{number}": edited(IT, ("title: Keyless", f"title: {name} {number}")) for number in range(files)}
        for name in ("old", "new")
    )

    assert {kind for kind, *_ in moves(assessed(PROGRAM, **before), assessed(PROGRAM, **after))} == kinds


def test_a_file_that_took_the_place_of_another_one_is_no_rename() -> None:
    before = assessed(PROGRAM, one=assignment(title="One", started="2026-01-01"))
    after = assessed(PROGRAM, two=assignment(title="Two", started="2026-02-01"))

    assert sorted(told(before, after)) == [("assignment-added", None), ("assignment-removed", None)]


def test_the_most_alike_are_renamed_first() -> None:
    twin = edited(IT, ("lead: Lea", "lead: Leo"), ("what: time on the road", "what: way"))
    before = assessed(PROGRAM, a=IT, b=twin)
    after = assessed(PROGRAM, c=twin, d=IT)

    assert [(one.was.id, one.subject.id) for one in changes(before, after)] == [("b", "c"), ("a", "d")]


@pytest.mark.parametrize(
    "text",
    [
        "# a comment\n" + IT,
        edited(IT, ("title: Keyless", 'title: "Keyless"'), ("lead: Lea", "lead: 'Lea'")),
        edited(IT, ("goals: [service]\n", "goals:\n- service\n"), ("live: 2026-03-10\n", "live:    2026-03-10\n\n")),
        edited(IT, ("lead: Lea\n", ""), ("started: 2026", "kind: assignment\nlead: Lea\nstarted: 2026")),
        edited(IT, ("value: 100", "value: 100.0"), ("by: 2026-12-31", "by: 2026-12-31, x-note: mine")),
        edited(
            IT,
            ("      - {value: 90, date: 2026-04-20}\n", ""),
            ("05-20}\n", "05-20}\n      - {value: 90, date: 2026-04-20}\n"),
        ),
        edited(
            IT, ("  - id: calm\n    title: Calm\n", ""), ("benefits:\n", "benefits:\n  - {title: Calm, id: calm}\n")
        ),
        "\ufeff" + IT.replace("\n", "\r\n"),
    ],
    ids=[
        "comment",
        "quotes",
        "form",
        "order of keys",
        "numbers and free keys",
        "measurements",
        "benefits",
        "line ends",
    ],
)
def test_form_means_nothing(text: str) -> None:
    assert changes(it(), assessed(PROGRAM, it=text)) == ()


def test_the_order_of_two_that_were_shown_on_one_day_means_nothing() -> None:
    first, second, third = (f"  - {{date: 2026-05-25, forum: {name}}}\n" for name in ("management", "board", "council"))
    one, other = it((first, first + second)), it((first, second + first))

    assert changes(one, other) == ()
    assert told(one, it((first, third + first))) == [("text-changed", "shown.2026-05-25.forum")]


@pytest.mark.parametrize(
    ("first", "earlier", "kind"),
    [
        ("  - {date: 2026-05-25, forum: management}\n", "  - {date: 2026-05-20, forum: board}\n", "shown"),
        (
            "  - {from: 2026-04-01, to: 2026-04-11, why: strike}\n",
            "  - {from: 2026-03-12, to: 2026-03-15}\n",
            "pause-added",
        ),
        ("      - {value: 90, date: 2026-04-20}\n", "      - {value: 95, date: 2026-03-20}\n", "benefit-measured"),
        (
            "      - {from: 2026-05-01, amount: 10, document: plan}\n",
            "      - {from: 2026-04-01, amount: 5, document: draft}\n",
            "taken-home",
        ),
    ],
)
def test_what_comes_above_the_first_of_a_list_is_all_that_is_new(first: str, earlier: str, kind: str) -> None:
    found = only(it(), it((first, earlier + first)))

    assert (found.kind, found.before, found.after and found.after.keys[-1]) == (kind, None, 0)


def test_sub_folders_mean_nothing() -> None:
    before = by_path(program=PROGRAM, assignments__it=IT)
    after = by_path(program=PROGRAM, assignments__care__it=IT)

    assert changes(before, after) == ()


@pytest.mark.parametrize("path", ["it", "program"])
def test_a_broken_file_could_not_be_compared_on_either_side(path: str) -> None:
    broken = assessed("format: [", it=IT) if path == "program" else assessed(PROGRAM, it="title: [")

    there, back = told(it(), broken), told(broken, it())

    assert there == back == [("not-compared", None)]


def test_a_file_broken_otherwise_could_not_be_compared() -> None:
    assert told(assessed(PROGRAM, it="title: ["), assessed(PROGRAM, it="title: {")) == [("not-compared", None)]


def test_a_file_broken_in_the_very_same_way_is_the_same() -> None:
    assert changes(assessed(PROGRAM, it="title: ["), assessed(PROGRAM, it="title: [")) == ()


def test_what_could_not_be_read_is_never_the_same() -> None:
    linked = (File("program.yaml", PROGRAM.encode()), File("assignments/it.yaml", problem="link"))
    day = date_of(DAY)

    assert told(assess(load(linked), day, day), assess(load(linked), day, day)) == [("not-compared", None)]


def test_gaps_of_a_file_that_broke_are_not_fixed() -> None:
    gappy = assessed(PROGRAM, it=edited(IT, ("together: [nurse]\n", "")))

    found = findings(gappy, assessed(PROGRAM, it="title: ["))

    assert ("finding-new", "file-syntax", None) in found
    assert "journey-not-together" not in {rule for _, rule, _ in found}


def test_a_benefit_is_achieved_by_what_was_measured_or_by_a_lower_target() -> None:
    measured = it(("05-20}", "05-20}\n      - {value: 50, date: 2026-06-20}"))
    lowered = it(("value: 50", "value: 80"))

    assert told(it(), measured) == [("benefit-measured", "time"), ("benefit-achieved", "time")]
    assert told(it(), lowered) == [("target-lowered", "time"), ("benefit-achieved", "time")]
    assert told(lowered, it()) == [("target-raised", "time"), ("benefit-slipped", "time")]


def test_a_level_is_raised_to_its_right_side_and_slips_when_it_is_not_kept() -> None:
    def level(value: int, keep: str = "at-most", more: str = "") -> Assessment:
        lines = f"05-20}}\n      - {{value: {more}, date: 2026-06-20}}" if more else "05-20}"
        return it(("value: 50", f"value: {value}, keep: {keep}"), ("05-20}", lines))

    assert told(level(90), level(85)) == [("target-raised", "time")]
    assert told(level(85), level(90)) == [("target-lowered", "time")]
    assert told(level(70, "at-least"), level(75, "at-least")) == [("target-raised", "time")]
    assert told(level(90), level(85, "at-least"))[0] == ("target-changed", "time")
    assert told(level(90), level(90, more="91")) == [("setback-measured", "time"), ("benefit-slipped", "time")]
    assert told(level(90), level(90, more="79")) == [("benefit-measured", "time")]
    assert told(level(70, "at-least"), level(70, "at-least", "79")) == [("setback-measured", "time")]
    assert told(level(90), it()) == [*[("target-changed", "time")] * 2, ("benefit-slipped", "time")]


BASELINE, TWO = (
    "    baseline: {value: 100, date: 2026-01-20}\n",
    IT[IT.index("      - {value: 90") : IT.index("    realisation")],
)


@pytest.mark.parametrize(
    ("measured", "edits", "kind"),
    [
        ("101, date: 2026-05-20", [], "setback-measured"),
        ("100, date: 2026-05-20", [], "benefit-measured"),
        ("99, date: 2026-05-20", [], "benefit-measured"),
        ("99, date: 2026-05-20", [("value: 50", "value: 120")], "setback-measured"),
        ("101, date: 2026-01-20", [], "benefit-measured"),
        ("101, date: 2026-05-20", [(BASELINE, "")], "benefit-measured"),
        ("79, date: 2026-05-20", [("value: 50", "value: 80, keep: at-least"), (BASELINE, "")], "setback-measured"),
        ("80, date: 2026-05-20", [("value: 50", "value: 80, keep: at-least"), (BASELINE, "")], "benefit-measured"),
        (
            "79, date: 2026-05-20",
            [("value: 50", "value: 80, keep: at-least"), ("value: 100", "value: 70")],
            "benefit-measured",
        ),
        ("101, date: 2026-05-20", [("value: 50", "value: 110, keep: at-most")], "setback-measured"),
    ],
)
def test_a_first_measurement_is_compared_with_the_baseline_or_the_level_to_keep(
    measured: str, edits: list[tuple[str, str]], kind: str
) -> None:
    def one(lines: str) -> Assessment:
        return it((TWO, lines), *edits)

    assert told(one("      []\n"), one(f"      - {{value: {measured}}}\n"))[0] == (kind, "time")


def test_a_measurement_after_a_later_baseline_is_compared_with_it_and_not_with_history() -> None:
    later = ("2026-01-20}", "2026-04-20}")
    history, worse = "      - {value: 120, date: 2026-04-01}\n", "      - {value: 110, date: 2026-05-20}\n"
    before, after = it(later, (TWO, history)), it(later, (TWO, history + worse))

    assert told(before, after)[0] == ("setback-measured", "time")


def test_nothing_is_nothing_in_any_unit() -> None:
    none, *others = ("{value: 80, date", "{value: 0, date"), *(edit for edit in IN_MINUTES if "80" not in edit[0])
    seven = ("{value: 0, date", "{value: 7, date")

    rescaled, otherwise = (told(it(none), it(none, *others, *more)) for more in ((), (seven,)))

    assert rescaled == [("unit-rescaled", "time")]
    assert ("unit-converted", "time") in otherwise
    assert ("unit-rescaled", "time") not in otherwise


def test_another_ending_is_told_once() -> None:
    completed = it(("trials:", "completed: 2026-06-25\ntrials:"))
    stopped = it(("trials:", "stopped: {date: 2026-06-25, why: no need}\ntrials:"))

    assert told(completed, stopped) == told(stopped, completed) == [("ending-changed", None)]


def test_an_ending_that_is_the_same_is_not_told() -> None:
    completed = ("trials:", "completed: 2026-06-25\ntrials:")

    assert told(it(completed), it(completed, ("lead: Lea", "lead: Leo"))) == [("lead-changed", None)]


def test_the_lesson_of_a_stopped_assignment_is_learned_or_removed() -> None:
    stopped, learned = (
        it(("trials:", f"stopped: {{date: 2026-06-25, why: no need{lesson}}}\ntrials:"))
        for lesson in ("", ", learned: Ask first")
    )
    subject, keys, path = Subject("assignment", "it"), ("stopped", "learned"), "assignments/it.yaml"
    side = Side(path, keys, Name("Ask first"), {"title": Name("Keyless")})

    assert only(stopped, learned) == Change("lesson-learned", subject, subject, None, None, side)
    assert only(learned, stopped) == Change("lesson-removed", subject, subject, None, side, None)


def test_a_gap_comes_and_goes() -> None:
    gappy = it(("together: [nurse]\n", ""))

    assert findings(it(), gappy) == [("finding-new", "journey-not-together", None)]
    assert findings(gappy, it()) == [("finding-fixed", "journey-not-together", None)]


ACCEPTED = "accepted: [{rule: journey-not-together, until: 2027-01-01, why: soon}]\ntags:"


def test_a_gap_that_a_change_accepts_is_accepted_here_and_not_fixed() -> None:
    gappy, accepting = it(("together: [nurse]\n", "")), it(("together: [nurse]\n", ""), ("tags:", ACCEPTED))

    assert findings(gappy, accepting) == [("finding-accepted", "journey-not-together", None)]
    assert findings(accepting, gappy) == [("finding-unaccepted", "journey-not-together", None)]
    assert told(gappy, accepting) == []


def test_a_gap_that_comes_with_its_acceptance_is_told_of() -> None:
    accepting = it(("together: [nurse]\n", ""), ("tags:", ACCEPTED))

    assert findings(it(), accepting) == [
        ("finding-new", "journey-not-together", None),
        ("finding-accepted", "journey-not-together", None),
    ]
    assert findings(accepting, it()) == [("finding-unaccepted", "journey-not-together", None)]


def test_a_gap_that_comes_with_its_acceptance_and_a_rename_is_about_both_names() -> None:
    accepting = edited(IT, ("together: [nurse]\n", ""), ("tags:", ACCEPTED))
    before, after = assessed(PROGRAM, it=IT), assessed(PROGRAM, that=accepting)
    was, now = Subject("assignment", "it"), Subject("assignment", "that")
    message = Said("finding.journey-not-together.nobody.message", {}, otherwise="finding.journey-not-together.message")
    terms: dict[str, Term] = {"message": message, "rule": Code("journey-not-together")}
    side = Side("assignments/that.yaml", (), None, terms)

    there, back = (
        [one for one in changes(*sides) if one.kind.startswith("finding-")]
        for sides in ((before, after), (after, before))
    )

    assert there == [Change(f"finding-{kind}", now, was, None, None, side) for kind in ("new", "accepted")]
    assert back == [Change("finding-unaccepted", was, now, None, side, None)]


def test_an_error_is_told_at_the_key_that_it_is_about() -> None:
    wrong = it(("tags: [welfare]", "tagz: [welfare]"))

    found = [one for one in changes(it(), wrong) if one.kind == "finding-new" and one.subject.id == "it"]

    subject = Subject("assignment", "it")
    terms: dict[str, Term] = {"message": wrong.findings[0].message, "rule": Code("field-unknown")}
    side = Side("assignments/it.yaml", ("tagz",), None, terms)
    assert found == [Change("finding-new", subject, subject, None, None, side)]


def test_a_slip_is_told_at_the_characters_that_it_is_about() -> None:
    broken = assessed(PROGRAM, it="title: [")

    [slip] = [one for one in changes(it(), broken) if one.subject.id == "it" and one.kind == "finding-new"]

    subject = Subject("assignment", "it")
    terms: dict[str, Term] = {"message": broken.findings[0].message, "rule": Code("file-syntax")}
    side = Side("assignments/it.yaml", (), None, terms, Span(1, 8, 1, 9))
    assert slip == Change("finding-new", subject, subject, None, None, side)


@pytest.mark.parametrize(
    "edit",
    [("{journey-stale: note}", "{journey-not-together: off}"), ("at_once: 20", "at_once: 20, stale_after_days: 900")],
    ids=["rule", "setting"],
)
def test_a_gap_that_a_rule_or_setting_hides_is_accepted_here(edit: tuple[str, str]) -> None:
    text = edited(
        IT, ("together: [nurse]\n", ""), ("reviewed: 2026-06-20\n", ""), ("05-25", "04-21"), ("05-20", "04-21")
    )
    tight = (("journey-stale: note", "journey-stale: error"), ("at_once: 20", "at_once: 20, stale_after_days: 30"))
    before = assessed(edited(PROGRAM, *tight), it=text)
    after = assessed(edited(PROGRAM, edit), it=text)

    assert {kind for kind, *_ in findings(before, after)} == {"finding-accepted"}


def test_a_document_that_is_adopted_is_explained_by_the_gaps_it_closes() -> None:
    planned = edited(IT, ("from: 2026-Q3", "from: 2026-Q2"), ("anchored_in: [plan]", "anchored_in: [draft]"))
    before = assessed(PROGRAM, it=planned)
    after = assessed(edited(PROGRAM, ("title: Draft", "title: Draft, adopted: 2026-06-01")), it=planned)

    assert [one.kind for one in changes(before, after)] == ["finding-fixed", "document-adopted"]


def test_a_renamed_assignment_keeps_its_gaps() -> None:
    gappy = edited(IT, ("together: [nurse]\n", ""))

    assert findings(assessed(PROGRAM, it=gappy), assessed(PROGRAM, that=gappy)) == []


def test_what_waits_for_a_renamed_assignment_keeps_its_gap() -> None:
    stopped = edited(OTHER, ("together:", "stopped: {date: 2026-02-01, why: no need, learned: x}\ntogether:"))
    waits = edited(IT, ("together:", "depends_on: [old]\ntogether:"))
    before = assessed(PROGRAM, it=waits, old=stopped)
    after = assessed(PROGRAM, it=edited(waits, ("[old]", "[fresh]")), fresh=stopped)

    assert ("journey-blocked", "it", "old") in rules(before)
    assert findings(before, after) == []
    assert told(before, after) == [("assignment-renamed", None)]


def accepted(text: str, item: str) -> str:
    return edited(
        text, ("tags:", f"accepted: [{{rule: journey-blocked, item: {item}, until: 2027-01-01, why: x}}]\ntags:")
    )


def test_what_waits_for_a_renamed_assignment_is_accepted_by_the_name_of_its_own_side() -> None:
    stopped = edited(OTHER, ("together:", "stopped: {date: 2026-02-01, why: no need, learned: x}\ntogether:"))
    waits = edited(IT, ("together:", "depends_on: [old]\ntogether:"))
    now = edited(waits, ("[old]", "[fresh]"))
    before, after = assessed(PROGRAM, it=waits, old=stopped), assessed(PROGRAM, it=now, fresh=stopped)
    accepted_before = assessed(PROGRAM, it=accepted(waits, "old"), old=stopped)
    accepted_after = assessed(PROGRAM, it=accepted(now, "fresh"), fresh=stopped)

    def about_it(*sides: Assessment) -> list[tuple[str, str | None]]:
        return [(one.kind, one.item) for one in changes(*sides) if one.subject.id == "it"]

    assert about_it(before, accepted_after) == [("finding-accepted", "fresh")]
    assert about_it(accepted_after, before) == [("finding-unaccepted", "old")]
    assert about_it(accepted_before, after) == [("finding-unaccepted", "fresh")]
    assert about_it(after, accepted_before) == [("finding-accepted", "old")]
    assert findings(accepted_before, accepted_after) == []


def test_a_department_s_gap_is_accepted_in_the_programme() -> None:
    entry = "accepted: [{rule: department-untouched, item: school, until: 2027-01-01, why: x}]\n"
    untouched = ("goals:\n", "  - {id: school, name: School}\ngoals:\n")
    before, after = programme(untouched), programme(untouched, ("rules:", entry + "rules:"))
    subject = Subject("department", "school")
    terms: dict[str, Term] = {
        "message": Said("finding.department-untouched.message", {"name": Name("School")}),
        "rule": Code("department-untouched"),
    }
    side = Side("program.yaml", ("departments", 1), None, terms)

    there = Change("finding-accepted", subject, subject, None, side, side)
    assert changes(before, after) == (there,)
    assert changes(after, before) == (mirrored(there),)


def test_everything_that_a_mirror_shows_is_the_way_back() -> None:
    before = assessed(PROGRAM, it=IT, other=OTHER)
    after = programme(("title: Service", "title: Better service"))

    assert list(map(mirrored, changes(before, after))) == list(changes(after, before))


IT_AS_WAS, IT_AS_NOW = Subject("assignment", "it"), Subject("assignment", "that")
BROKEN = "title: [\n"


def files(before: Assessment, after: Assessment) -> list[Change]:
    """Give the changes of files as a whole."""
    whole = ("assignment-", "not-compared")
    return [one for one in changes(before, after) if one.kind.startswith(whole)]


def whole(name: str, title: str) -> Side:
    return Side(f"assignments/{name}.yaml", (), Name(name), {"title": Name(title)})


def test_a_file_that_came_went_or_was_renamed_is_called_by_its_title() -> None:
    none, one, other = assessed(PROGRAM), assessed(PROGRAM, it=IT), assessed(PROGRAM, that=IT)

    assert files(none, one) == [Change("assignment-added", IT_AS_WAS, IT_AS_WAS, None, None, whole("it", "Keyless"))]
    assert files(one, none) == [Change("assignment-removed", IT_AS_WAS, IT_AS_WAS, None, whole("it", "Keyless"), None)]
    assert files(one, other) == [
        Change("assignment-renamed", IT_AS_NOW, IT_AS_WAS, None, whole("it", "Keyless"), whole("that", "Keyless"))
    ]


@pytest.mark.parametrize(("before", "after", "titles"), [
    (IT, IT + "tagz: 1\n", ("Keyless", "that")),
    (BROKEN, BROKEN, ("it", "that")),
    (IT, IT + "trials: [\n", ("Keyless", "that")),
    (IT + "trials: [\n", IT, ("it", "Keyless")),
])  # fmt: skip
def test_a_renamed_file_that_cannot_be_read_is_called_by_its_name(
    before: str, after: str, titles: tuple[str, str]
) -> None:
    sides = assessed(PROGRAM, it=edited_trials(before)), assessed(PROGRAM, that=edited_trials(after))

    [found] = [one for one in changes(*sides) if one.kind == "assignment-renamed"]

    assert (found.before, found.after) == (whole("it", titles[0]), whole("that", titles[1]))


def edited_trials(text: str) -> str:
    """Leave one ``trials`` in a text."""
    return text.replace("trials:\n", "x-trials:\n", 1) if text.count("trials:") > 1 else text


def unread(name: str) -> Side:
    return Side(f"assignments/{name}.yaml", (), Word("change.unreadable"))


def readable(name: str) -> Side:
    return Side(f"assignments/{name}.yaml", (), Word("change.readable"))


@pytest.mark.parametrize(
    ("before", "after", "sides"),
    [
        ({"it": IT}, {"it": BROKEN}, (readable("it"), unread("it"))),
        ({}, {"it": BROKEN}, (None, unread("it"))),
        ({"it": BROKEN}, {"it": "title: {\n"}, (unread("it"), unread("it"))),
    ],
)
def test_what_could_not_be_compared_stands_where_it_is(
    before: dict[str, str], after: dict[str, str], sides: tuple[Side | None, Side | None]
) -> None:
    there, back = (assessed(PROGRAM, **texts) for texts in (before, after))

    assert files(there, back) == [Change("not-compared", IT_AS_WAS, IT_AS_WAS, None, *sides)]
    assert files(back, there) == [Change("not-compared", IT_AS_WAS, IT_AS_WAS, None, *sides[::-1])]


def test_a_file_renamed_and_broken_could_not_be_compared_under_either_name() -> None:
    half = edited_trials(IT + "trials: [\n")
    before, after = assessed(PROGRAM, it=IT), assessed(PROGRAM, that=half)

    assert files(before, after) == [
        Change("not-compared", IT_AS_NOW, IT_AS_WAS, None, readable("it"), unread("that")),
        Change("assignment-renamed", IT_AS_NOW, IT_AS_WAS, None, whole("it", "Keyless"), whole("that", "that")),
    ]
    assert files(after, before) == [
        Change("not-compared", IT_AS_WAS, IT_AS_NOW, None, unread("that"), readable("it")),
        Change("assignment-renamed", IT_AS_WAS, IT_AS_NOW, None, whole("that", "that"), whole("it", "Keyless")),
    ]


def test_a_programme_that_could_not_be_compared_stands_in_its_file_on_both_sides() -> None:
    side, broken = (Side("program.yaml", (), Word(f"change.{one}")) for one in ("readable", "unreadable"))

    there, back = files(it(), assessed("format: [", it=IT)), files(assessed("format: [", it=IT), it())

    assert there == [Change("not-compared", PROGRAMME, PROGRAMME, None, side, broken)]
    assert back == [Change("not-compared", PROGRAMME, PROGRAMME, None, broken, side)]
    assert files(assessed("format: [", it=IT), assessed("format: [", it=IT)) == []


def test_files_of_one_name_that_all_say_what_they_said_are_compared_whatever_their_folder() -> None:
    def twice(first: str, second: str) -> Assessment:
        return by_path(program=PROGRAM, assignments__it=first, assignments__care__it=second)

    assert files(twice(BROKEN, "lead: [\n"), twice("lead: [\n", BROKEN)) == []
    assert [one.kind for one in files(twice(BROKEN, "lead: [\n"), twice(BROKEN, "lead: {\n"))] == ["not-compared"]


def test_changes_come_by_whom_they_are_about() -> None:
    before = assessed(PROGRAM, b=IT, a=OTHER)
    after = assessed(
        edited(PROGRAM, ("at_once: 20", "at_once: 21")), b=IT.replace("Lea", "Leo"), a=OTHER + "tags: [x]\n"
    )

    assert [(one.subject.id, one.kind) for one in changes(before, after)] == [
        ("a", "other"),
        ("b", "lead-changed"),
        ("program", "setting-changed"),
    ]


def test_what_the_programme_accepts_is_told_of_beside_what_an_assignment_accepts() -> None:
    entry = "accepted: [{rule: journey-not-together, until: 2027-01-01, why: soon}]\n"
    text = edited(IT, ("together: [nurse]\n", ""))
    before = assessed(PROGRAM, it=text)
    after = assessed(edited(PROGRAM, ("settings:", entry + "settings:")), it=edited(text, ("tags:", ACCEPTED)))

    found = [(one.kind, one.subject.id, one.item) for one in changes(before, after)]

    assert ("finding-accepted", "it", None) in found
    assert ("acceptance-written", "program", "accepted.journey-not-together") in found
