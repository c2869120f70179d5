"""What the page says: the figures of the reports, what to decide, what has happened, and where it all comes from."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest

from staircase.core.assess import Assessment, assess
from staircase.core.finding import PROGRAM as PROGRAM_SUBJECT
from staircase.core.finding import Severity, Subject
from staircase.core.load import load
from staircase.core.page import Areas, Dots, Happened, Happenings, ManagementPage, PageSection, Stairs, WorthBars
from staircase.core.page.compose import page
from staircase.core.page.scope import title_of
from staircase.core.period import parse_period
from staircase.core.portfolio import as_it_was
from staircase.core.reports import Cell, Fact, Facts, Gaps, Legend, Section, Table, Timeline
from staircase.core.reports.benefits import benefits
from staircase.core.reports.departments import departments
from staircase.core.reports.status import status
from staircase.core.rules.table import HARMS, Harm
from staircase.core.term import Code, Count, Days, Name, Said, Share, Term, Word, file_name
from staircase.disk import read
from staircase.words.speech import words
from tests.core.build import FULL, PROGRAM, assessed, assignment, program
from tests.house.module import ROOT

DAY, SINCE = date(2026, 11, 2), date(2026, 8, 1)


@cache
def example() -> Assessment:
    """The example portfolio."""
    return assess(load(read(ROOT / "portfolio")), DAY, DAY)


def page_of(assessment: Assessment, department: str | None = None, since: date | None = None) -> ManagementPage:
    before = assess(as_it_was(assessment.portfolio, since), since, DAY) if since else None
    return page(assessment, department, before, since)


def pictures(found: ManagementPage, kind: type[Stairs]) -> Stairs:
    (one,) = [picture for section in found.sections for picture in section.pictures if isinstance(picture, kind)]
    return one


def happenings(found: ManagementPage) -> Sequence[tuple[Term, tuple[Happened, ...]]]:
    """What has happened since."""
    (block,) = found.sections[1].blocks
    assert isinstance(block, Happenings)
    return block.kinds


def section_names(found: ManagementPage) -> list[str]:
    return [section.name for section in found.sections]


def test_the_key_figures_are_those_of_status_and_benefits() -> None:
    running, cash, capacity, gaps = page_of(example()).figures
    told, money = status(example()).totals, benefits(example()).totals

    assert running.value == told["open"]
    assert gaps.value == told["gaps"]
    for figure, kind in ((cash, "cash"), (capacity, "capacity")):
        of = money[kind]
        assert isinstance(figure.value, Share)
        assert figure.value.value == of["taken_home"].amount / of["potential"].amount  # type: ignore[index, union-attr, call-overload]


def test_the_key_figures_beside_an_earlier_day_are_those_of_that_day() -> None:
    then = assess(example().portfolio, SINCE, DAY)
    running, *_ = page_of(example(), since=SINCE).figures

    assert running.before is not None
    assert running.before.terms["since"] == SINCE
    assert running.before.terms["value"] == status(then).totals["open"]


def test_every_assignment_that_is_open_stands_on_its_step() -> None:
    stairs = pictures(page_of(example()), Stairs)
    on = status(example()).totals["per_step"]

    assert {step.step: len(step.cards) for step in stairs.steps} == on
    assert [step.standing for step in stairs.steps] == [Count(len(step.cards), "assignment") for step in stairs.steps]


@pytest.mark.parametrize(
    ("steps", "title"),
    [
        ([], Said("page.stairs.empty", {})),
        (["explore"], Said("page.stairs.one", {"step": Word("step.explore")})),
        (["explore", "benefits"], Said("page.stairs.all", {"open": Count(2, "assignment")})),
        (
            ["explore", "benefits", "benefits"],
            Said("page.stairs", {"step": Word("step.benefits"), "count": 2, "open": 3}),
        ),
    ],
)
def test_the_step_where_most_stand_is_named_where_it_is_one(steps: list[str], title: Said) -> None:
    visits = [f"journey: [{{step: {step}, entered: 2026-01-01}}]" for step in steps]
    files = {f"a{number}": assignment(visit) for number, visit in enumerate(visits)}

    assert page_of(assessed(PROGRAM, **files)).sections[0].title == title


def test_a_department_is_named_on_each_step_that_it_has_reached() -> None:
    stairs = pictures(page_of(example()), Stairs)
    reached = departments(example()).totals["reached"]

    assert {step.step: len(step.departments or ()) for step in stairs.steps} == reached


def test_what_to_decide_costs_something_and_is_about_different_things() -> None:
    decisions = page_of(example()).decisions
    scene = example().scene

    assert len(decisions) == len({one.subject for one in decisions}) == 3
    found = [one for one in example().findings if any(one.message == each.why for each in decisions)]
    assert all(one.severity is Severity.WARNING and HARMS[one.rule] is not Harm.OTHER for one in found)
    assert scene
    assert all(each.whose for each in decisions)


def test_what_has_happened_is_told_only_where_an_earlier_state_is_known() -> None:
    assert "since" not in section_names(page_of(example()))
    assert section_names(page_of(example(), since=SINCE))[:2] == ["stairs", "since"]


def test_what_happened_in_between_is_told_and_no_other() -> None:
    text = """
        trials:
          - {id: a, title: Before, started: 2026-02-01, ended: 2026-03-01, outcome: worked, learned: Old}
          - {id: b, title: After, started: 2026-02-01, ended: 2026-06-10, outcome: worked, learned: New}
        """
    found = assessed(keyless=assignment(text))
    day = date(2026, 6, 1)
    before = assess(as_it_was(found.portfolio, day), day, found.day)
    told = page(found, None, before, day)

    [(_, [happened])] = happenings(told)
    said = " ".join(map(words("en").say, happened.said))

    assert happened.title == Name("Keyless")
    assert "After" in said
    assert "New" in said
    assert "Before" not in said


def test_what_is_no_more_is_called_by_its_id() -> None:
    before, now = assessed(keyless=assignment(), gone=assignment()), assessed(keyless=assignment())

    [(_, [happened])] = happenings(page(now, None, before, DAY))

    assert happened.title == file_name("gone")


def test_where_nothing_has_happened_the_page_says_so() -> None:
    found = assessed(keyless=assignment())
    before = assess(as_it_was(found.portfolio, found.day), found.day, found.day)
    told = page(found, None, before, found.day)

    assert told.sections[1].title.key == "page.since.nothing"
    assert told.sections[1].blocks == ()


def test_the_page_of_a_department_has_only_its_own() -> None:
    whole, own = page_of(example(), since=SINCE), page_of(example(), "vard-omsorg", SINCE)
    scene = example().scene
    assert scene
    ids = {known.id for known in scene.known.values() if "vard-omsorg" in known.departments}

    assert {card.id for card in own.cards} == ids
    assert {card.id for card in whole.cards} == set(scene.known)
    assert own.department == "Vård och omsorg"
    assert {one.subject.id for one in own.decisions} <= ids | {"vard-omsorg"}
    entries = [entry for _, entries in happenings(own) for entry in entries]
    assert entries
    assert {entry.subject.id for entry in entries} <= ids | {"vard-omsorg"}


@pytest.mark.parametrize(("measured", "achieved"), [(5, 1), (6, 0)])
def test_where_nothing_waits_to_be_taken_home_the_page_says_what_targets_are_reached(
    measured: int, achieved: int
) -> None:
    text = f"""
        benefits:
          - {{id: time, title: Time, kind: quality, owner: Olle, baseline: {{value: 9, date: 2026-01-20}},
             target: {{value: 5, by: 2027}}, measurements: [{{value: {measured}, date: 2026-05-20}}]}}
        """
    [told] = [one for one in page_of(assessed(keyless=assignment(text))).sections if one.name == "benefits"]

    assert told.title == Said("page.benefits.targets", {"achieved": achieved, "targets": Count(1, "target")})


def test_each_kind_of_subject_has_its_title() -> None:
    scene = assessed(PROGRAM + "goals: [{id: calm, title: Calm}]\n", it=assignment()).scene
    assert scene

    subjects = (Subject("assignment", "it"), Subject("department", "care"), Subject("goal", "calm"), PROGRAM_SUBJECT)
    assert [title_of(scene, one).text for one in subjects] == ["Keyless", "Care", "Calm", "Programme"]


def test_an_empty_portfolio_has_a_page_too() -> None:
    found = page_of(assessed(PROGRAM))

    assert found.message == Said("page.message.empty", {})
    assert found.cards == ()
    assert not any(isinstance(one, WorthBars | Areas) for section in found.sections for one in section.pictures)


JOURNEY = "journey: [{step: explore, entered: 2026-01-01}, {step: benefits, entered: 2026-05-01}]"


def test_without_its_programme_the_page_says_so_and_where_the_assignments_stand() -> None:
    ended, beside = assignment(completed="2026-02-01"), assignment("kind: enabling")
    found = page(assessed("[", keyless=assignment(JOURNEY), ended=ended, beside=beside))
    stairs = pictures(found, Stairs)

    assert found.message == Said("page.message.bare", {})
    assert found.unread
    assert "program.yaml" in words("en").say(found.unread)
    assert (found.figures, found.decisions, section_names(found)) == ((), (), ["stairs", "assignments"])
    assert [[card.id for card in step.cards] for step in stairs.steps] == [[], ["keyless"], [], []]
    assert {step.departments for step in stairs.steps} == {None}
    assert stairs.steps[1].cards[0].arrived
    assert stairs.steps[1].cards[0].lines == (Cell(Said("page.card.days", {"days": Days(60)})),)
    assert found.sections[0].title == Said("page.stairs.all", {"open": Count(1, "assignment")})
    assert [card.id for card in found.cards if card.journey] == ["ended", "keyless"]
    assert len(found.cards) == 3


def test_without_its_programme_those_longest_on_a_step_come_first() -> None:
    days = {"b": "2026-03-31", "a": "2026-03-31", "new": "2026-04-01", "old": "2026-01-01"}
    found = page(assessed("[", **{name: assignment(started=day) for name, day in days.items()}))

    cards = pictures(found, Stairs).steps[0].cards
    assert [(card.id, card.arrived) for card in cards] == [("old", False), ("a", True), ("b", True), ("new", True)]


def test_without_its_programme_a_department_s_page_has_the_assignments_that_name_it() -> None:
    portfolio = assessed("[", own=assignment(), others=assignment(department="school"))

    assert [card.id for card in page(portfolio, "care").cards] == ["own"]
    assert page(portfolio, "care", portfolio, DAY).department == "care"


def test_where_nothing_at_all_can_be_read_there_is_a_page_all_the_same() -> None:
    found = page(assessed("[", keyless="["))

    assert [section.blocks for section in found.sections] == [(), ()]
    assert found.sections[0].title.key == "page.stairs.empty"


def test_without_its_programme_the_names_to_hide_are_those_of_the_assignments() -> None:
    found = page(assessed("[", keyless=FULL), shows_people=False)

    assert (found.people, found.shows_people) == (frozenset({"Lea", "Olle"}), False)


def keys_of_people(blocks: Sequence[object]) -> Counter[str]:
    """What the blocks have of people: columns, facts, and owners of gaps."""
    found: Counter[str] = Counter()
    for block in blocks:
        match block:
            case Table(columns, groups):
                found.update(f"column {column.key}" for column in columns)
                assert {len(row) for group in groups for row in group.rows} <= {len(columns)}
            case Timeline():
                found.update(f"column {column.key}" for column in (*block.before, *block.after))
                tracks = [track for lane in block.lanes for track in lane.tracks]
                sizes = {(len(track.before), len(track.after)) for track in tracks}
                assert sizes <= {(len(block.before), len(block.after))}
            case Facts(facts):
                found.update(f"fact {fact.label}" for fact in facts)
            case Gaps(kinds):
                found["owner of a gap"] += sum(entry.owner != Cell() for kind in kinds for entry in kind.entries)
            case _:
                found[type(block).__name__] += 1
    return +found


def test_a_page_without_people_lacks_what_is_there_for_their_names_and_nothing_else() -> None:
    def blocks(found: ManagementPage) -> Counter[str]:
        return keys_of_people(
            [
                *(one for part in found.sections for one in part.blocks),
                *(one for part in found.cards for one in part.blocks),
            ]
        )

    before = assess(as_it_was(example().portfolio, SINCE), SINCE, DAY)
    whole, public = (page(example(), None, before, SINCE, shows_people=shows) for shows in (True, False))

    assert {one.whose for one in public.decisions} == {None}
    assert any(one.whose for one in whole.decisions)
    gone = blocks(whole) - blocks(public)
    assert blocks(public) <= blocks(whole)
    assert set(gone) == {"column owner", "fact column.lead", "owner of a gap"}
    assert [key for key in gone if blocks(public)[key]] == []
    assert blocks(public)["Happenings"] == 1


@pytest.mark.parametrize(("number", "key"), [(1, "page.source.unread"), (4, "page.source.unread.more")])
def test_files_that_cannot_be_read_are_named(number: int, key: str) -> None:
    broken = {f"broken{place}": "[" for place in range(number)}
    found = page_of(assessed(keyless=assignment(), **broken))

    assert found.unread
    assert found.unread.key == key
    assert "assignments/broken0.yaml" in words("en").say(found.unread)


def test_where_all_files_can_be_read_none_is_named() -> None:
    assert page_of(example()).unread is None


def test_the_cards_stand_in_the_order_of_their_titles_with_all_that_show_tells() -> None:
    found = page_of(example())
    titles = [card.title.casefold() for card in found.cards]

    assert titles == sorted(titles)
    assert all(card.blocks for card in found.cards)


def test_a_gap_calls_a_department_by_its_name_and_the_programme_by_its() -> None:
    (section,) = [one for one in page_of(example()).sections if one.name == "gaps"]
    (listed,) = section.blocks
    assert isinstance(listed, Gaps)
    subjects = {entry.about: entry.subject.term for kind in listed.kinds for entry in kind.entries}

    assert subjects[Subject("department", "overformyndare")] == Name("Överförmyndare")
    assert subjects[PROGRAM_SUBJECT] == Name("Programmet för digitalisering")
    assert subjects[Subject("goal", "levande-landsbygd")] == Name("En levande landsbygd")
    assert subjects[Subject("assignment", "cykelrakning")] == file_name("cykelrakning")


def test_a_gap_is_told_without_ids_rules_and_keys_in_the_list_and_on_the_card() -> None:
    needs = "depends_on: [held]\naccepted: [{rule: journey-stale, until: 2026-01-01, why: W}]"
    trials = "trials: [{id: t, title: T, started: 2026-01-01, ended: 2026-02-01, learned: ”L”}]"
    held = assignment("pauses: [{from: 2026-06-01, why: W}]", title="Held up")
    found = page(assessed(keyless=assignment(f"{needs}\n{trials}"), held=held))

    (listed,) = next(one.blocks for one in found.sections if one.name == "gaps")
    (card,) = [one for one in found.cards if one.id == "keyless"]
    told = [kind.title for block in card.blocks if isinstance(block, Gaps) for kind in block.kinds if kind.sign]
    assert isinstance(listed, Gaps)
    for messages in (told, [entry.text.term for kind in listed.kinds for entry in kind.entries]):
        terms = {one.key: one.terms for one in messages if isinstance(one, Said)}
        assert terms["finding.journey-blocked.paused.message"]["id"] == Name("Held up")
        assert terms["finding.accepted-stale.expired.message"]["rule"] == Said(
            "page.quoted", {"said": Word("rule.journey-stale")}
        )
        assert terms["finding.text-cut.quotes.message"]["key"] == Word("key.learned")


@pytest.mark.parametrize(("number", "all_stand"), [(20, True), (21, False)])
def test_of_many_benefits_only_those_to_decide_about_stand_together(number: int, *, all_stand: bool) -> None:
    missed = "target: {by: 2026-04-01, value: 0}, measurements: [{date: 2026-03-01, value: 9}]"
    first = f"{{id: b, title: B, measure: {{what: M, unit: u}}, baseline: {{date: 2026-01-01, value: 10}}, {missed}}}"
    others = [f"{{id: b{one}, title: B}}" for one in range(1, number)]
    found = page_of(assessed(keyless=assignment(f"benefits: [{', '.join([*others, first])}]")))

    (blocks,) = [one.blocks for one in found.sections if one.name == "benefits"]
    tables = [block for block in blocks if isinstance(block, Table)]
    title = Section(Said("page.benefits.troubled", {"troubled": 1, "benefits": Count(number, "benefit")}))

    assert [rows(one) for one in tables] == [number if all_stand else 1]
    assert (title in blocks) is not all_stand


def rows(of: Table) -> int:
    return sum(len(group.rows) for group in of.groups)


def test_where_none_of_many_benefits_asks_for_a_decision_the_page_says_so() -> None:
    listed = ", ".join(f"{{id: b{one}, title: B}}" for one in range(21))
    found = page_of(assessed(keyless=assignment(f"benefits: [{listed}]")))

    (blocks,) = [one.blocks for one in found.sections if one.name == "benefits"]

    calm = Section(Said("page.benefits.calm", {"troubled": 0, "benefits": Count(21, "benefit")}))
    assert [type(block) for block in blocks] == [Facts, Section]
    assert blocks[1] == calm


@pytest.mark.parametrize(("started", "ends"), [("2026-01-01", 0), ("2025-12-31", 3)])
def test_a_course_is_drawn_from_three_quarters_on(started: str, ends: int) -> None:
    found = page(assessed(keyless=assignment(started=started)))

    drawn = [one for section in found.sections for one in section.pictures if isinstance(one, Areas)]
    assert sum(len(one.ends) for one in drawn) == ends


def test_the_time_on_each_step_stands_beside_its_dots_alone() -> None:
    (section,) = [one for one in page_of(example()).sections if one.name == "flow"]

    assert [fact.label for block in section.blocks if isinstance(block, Facts) for fact in block.facts] == [
        "flow.at-once",
        "flow.ended",
        "flow.stop-rate",
    ]


def test_a_part_of_another_benefit_leads_to_its_whole_by_title() -> None:
    it = assignment("benefits: [{id: paper, title: Less paper}]")
    found = page_of(assessed(it=it, school=assignment("benefits: [{id: ours, title: Our paper, part_of: it/paper}]")))

    (card,) = [one for one in found.cards if one.id == "school"]
    cells = [row for block in card.blocks if isinstance(block, Table) for group in block.groups for row in group.rows]
    assert Cell(Said("benefits.way.part", {"whole": Name("Less paper")})) in cells[0]


ROUNDS = ", ".join(
    f"{{id: t{number}, title: T, started: 2026-01-0{number}, ended: 2026-02-01, outcome: failed, learned: L}}"
    for number in range(1, 4)
)


@pytest.mark.parametrize(
    ("assignments", "trained"),
    [
        pytest.param({}, "idle", id="nothing begun"),
        pytest.param({"it": assignment()}, "training", id="begun"),
        pytest.param({"it": assignment(trials=f"[{ROUNDS}]")}, "trained", id="trained"),
    ],
)
def test_of_one_department_it_is_said_how_far_it_has_come(assignments: dict[str, str], trained: str) -> None:
    (told,) = [one.title for one in page_of(assessed(**assignments)).sections if one.name == "departments"]

    marks = {"trained": Word(f"page.department.{trained}"), "roadmap": Word("page.department.none")}
    assert told == Said("page.department", {"department": Name("Care"), **marks})


def test_departments_without_an_assignment_stand_in_a_line_below_the_others() -> None:
    others = "[{id: care, name: Care}, {id: roads, name: Roads}, {id: parks, name: Parks}]"
    (told,) = [
        one
        for one in page_of(assessed(program(departments=others), it=assignment())).sections
        if one.name == "departments"
    ]
    (none,) = [one for one in page_of(assessed(program(departments=others))).sections if one.name == "departments"]

    without = Fact("page.departments.without", (Cell(Name("Roads, Parks")),))
    assert [type(block) for block in told.blocks] == [Legend, Table, Facts]
    assert rows(told.blocks[1]) == 1  # type: ignore[arg-type]
    assert told.blocks[2] == Facts((without,))
    assert [type(block) for block in none.blocks] == [Facts]


@pytest.mark.parametrize(
    ("started", "told", "drawn"), [("2024-07-01", 8, 8), ("2024-06-30", 8, 9), ("2010-01-01", 8, 40)]
)
def test_the_flow_is_drawn_for_ten_years_and_its_table_has_the_latest_two(started: str, told: int, drawn: int) -> None:
    (section,) = [one for one in page_of(assessed(it=assignment(started=started))).sections if one.name == "flow"]
    (areas,) = [one for one in section.pictures if isinstance(one, Areas)]
    (table,) = [one for one in section.blocks if isinstance(one, Table)]

    periods = [row[0].term for group in table.groups for row in group.rows]
    assert (len(periods), len(areas.ends)) == (told, drawn)
    assert periods[0] == parse_period("2026-Q2")
    assert section.said == (Said("page.flow.how", {}) if drawn > told else None)


@pytest.mark.parametrize(("number", "in_words"), [(7, 1), (8, 0)])
def test_the_time_on_a_step_is_drawn_where_enough_have_left_it_and_else_told_in_words(
    number: int, in_words: int
) -> None:
    ended = {f"a{one}": assignment(completed="2026-03-01") for one in range(number)}
    (section,) = [one for one in page_of(assessed(**ended)).sections if one.name == "flow"]

    facts = [fact for block in section.blocks if isinstance(block, Facts) for fact in block.facts]
    assert sum(fact.label.startswith("step.") for fact in facts) == in_words
    assert any(isinstance(one, Dots) for one in section.pictures) is not in_words


def test_of_what_has_happened_to_one_thing_the_heaviest_comes_first() -> None:
    moved = "live: 2026-05-01\njourney: [{step: explore, entered: 2026-01-01}, {step: benefits, entered: 2026-05-01}]"
    told = page(assessed(keyless=assignment(moved)), None, assessed(keyless=assignment()), DAY)

    ((_, (happened,)),) = happenings(told)
    assert [one.key for one in happened.said] == ["change.step-forward", "change.went-live"]


@pytest.mark.parametrize(("number", "told"), [(20, {"standing", "way"}), (21, {"owner", "realised"})])
def test_a_card_tells_of_a_benefit_what_the_page_has_not_told_among_the_benefits(number: int, told: set[str]) -> None:
    listed = ", ".join(f"{{id: b{one}, title: B, owner: Olle}}" for one in range(number))
    (card,) = page_of(assessed(keyless=assignment(f"benefits: [{listed}]"))).cards

    columns = {column.key for block in card.blocks if isinstance(block, Table) for column in block.columns}
    assert columns >= told
    assert ("owner" in columns) is ("owner" in told)


def test_what_there_is_one_of_is_told_as_one() -> None:
    trial = "trials: [{id: t, title: T, started: 2026-05-01, ended: 2026-06-20, outcome: worked, learned: L}]"
    one = page_of(assessed(it=assignment(trial)))
    titles = {section.name: section.title for section in one.sections}

    assert titles["lessons"] == Said("page.lessons.one", {"lessons": Count(1, "lesson")})
    assert titles["stairs"] == Said("page.stairs.one", {"step": Word("step.explore")})


@pytest.mark.parametrize(("number", "key"), [(1, "page.gaps.one"), (2, "page.gaps")])
def test_one_gap_has_none_before_it(number: int, key: str) -> None:
    stale = {f"a{one}": assignment() for one in range(number)}
    (section,) = [one for one in page_of(assessed(**stale)).sections if one.name == "gaps"]

    assert section.title == Said(key, {"gaps": Count(number, "gap")})


@pytest.mark.parametrize(("since", "key"), [(DAY, "page.figure.before.day"), (Code("0123"), "page.figure.before")])
def test_a_figure_was_on_a_day_and_at_a_revision(since: Term, key: str) -> None:
    found = assessed(it=assignment())

    assert {one.before.key for one in page(found, None, found, since).figures if one.before} == {key}


def section_of(found: ManagementPage, name: str) -> PageSection:
    (section,) = [one for one in found.sections if one.name == name]
    return section


IDLE = program("goals: [{id: calm, title: Calm}]", departments="[{id: care, name: Care}, {id: roads, name: Roads}]")
"""A programme whose second department has no assignment, and whose goal nobody serves."""


def test_a_gap_that_its_kind_and_its_subject_tell_is_not_told_a_third_time() -> None:
    (told,) = [block for block in section_of(page_of(assessed(IDLE)), "gaps").blocks if isinstance(block, Gaps)]

    entries = [(entry.subject.term, entry.text.term) for kind in told.kinds for entry in kind.entries]
    assert sorted(entries, key=str) == [(Name("Calm"), None), (Name("Care"), None), (Name("Roads"), None)]


def test_a_department_without_assignments_has_no_lane_on_the_roadmap() -> None:
    (timeline,) = [
        block
        for block in section_of(page_of(assessed(IDLE, it=assignment())), "roadmap").blocks
        if isinstance(block, Timeline)
    ]

    assert [lane.title for lane in timeline.lanes] == [Name("Care")]
    assert section_of(page_of(assessed(IDLE)), "roadmap").blocks == ()


TRIED = "{{id: t{0}, title: T, started: 2026-01-02, ended: 2026-02-01, outcome: worked, learned: L}}"


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ("", "Care is still training and has no roadmap yet"),
        (f"trials: [{TRIED.format(1)}, {TRIED.format(2)}]", "Care has trained enough and has no roadmap yet"),
    ],
)
def test_how_far_the_only_department_has_come_is_told_by_its_name(rest: str, said: str) -> None:
    assert words("en").say(section_of(page_of(assessed(it=assignment(rest))), "departments").title) == said


def test_a_page_of_one_department_does_not_count_departments() -> None:
    assert page_of(assessed(it=assignment())).message == Said(
        "page.message.one",
        {"on": 1, "departments": Count(1, "department"), "open": Count(1, "assignment")},
    )


STEPPED = "journey: [{step: explore, entered: 2026-01-01}, {step: benefits, entered: 2026-05-01}]"


@pytest.mark.parametrize(
    ("now", "started", "said"),
    [
        (assignment(STEPPED), "2027-01-01", "One step forward"),
        (assignment(STEPPED), "2026-05-01", "One step forward and one assignment started"),
        (
            FULL,
            "2027-01-01",
            (
                "One assignment completed, one step forward, one assignment in ordinary use,"
                " two showings to management and one new benefit"
            ),
        ),
        (
            FULL,
            "2026-05-01",
            (
                "One assignment completed, one step forward, one assignment started, one assignment in ordinary use,"
                " two showings to management and one more event"
            ),
        ),
    ],
)
def test_what_has_happened_ends_with_and_and_what_it_has_no_room_for_is_events(
    now: str, started: str, said: str
) -> None:
    before = assessed(it=assignment(), later=assignment(started="2027-01-01"))
    found = page(assessed(it=now, later=assignment(started=started)), None, before, DAY)

    assert words("en").say(section_of(found, "since").title) == f"{said}, since 2026-11-02"


def test_of_many_things_that_have_happened_the_others_are_counted() -> None:
    (title,) = [one.title for one in page_of(example(), since=SINCE).sections if one.name == "since"]

    assert words("en").say(title).endswith(" and 94 more events, since 2026-08-01")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"started": "2024-01-01"}, "In the last year no assignment has started or ended"),
        ({}, "In the last year 1 assignment started and none ended"),
        ({"completed": "2026-05-01"}, "In the last year 1 assignment started and 1 ended"),
    ],
)
def test_of_the_last_year_nothing_is_not_told_as_a_number(keys: dict[str, str], said: str) -> None:
    assert words("en").say(section_of(page_of(assessed(it=assignment(**keys))), "flow").title) == said


def test_a_portfolio_without_assignments_does_not_count_them() -> None:
    found = page_of(assessed(PROGRAM))

    assert section_of(found, "assignments").title == Said("page.assignments.none", {})
    assert section_of(found, "stairs").said is None
    assert [one.key for one in found.sources] == ["page.source.none"]


def test_a_page_of_one_department_says_how_many_of_its_own_gaps_are_accepted() -> None:
    keys = [{said.key: said.terms for said in page_of(example(), one).sources} for one in (None, "vard-omsorg")]

    assert [one["page.source.accepted"]["gaps"] for one in keys] == [Count(2, "gap"), Count(1, "gap")]
