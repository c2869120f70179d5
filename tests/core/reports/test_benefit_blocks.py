from datetime import date
from fractions import Fraction

import pytest

from staircase.core.reports import (
    Cell,
    Fact,
    Facts,
    Heading,
    Hints,
    Legend,
    Lines,
    Sign,
    Table,
    Tone,
)
from staircase.core.reports.benefits import benefits
from staircase.core.reports.select import ALL, Selection
from staircase.core.term import Code, Count, Gauge, Money, Name, Quantity, Said, Share, Term, Word
from staircase.words.speech import words
from tests.core.build import assessed, assignment
from tests.core.reports.gains import COUNTED, DAY, HANDLING, PAPER, PROGRAM, cell, item, made, one, table
from tests.core.reports.outlines import openings
from tests.core.reports.town import kinds

BLANK = "\u00a0"
MINUS = "\u2212"


def bare(amount: int) -> Money:
    """An amount whose unit another one has."""
    return Money(Fraction(amount), bare=True)


def said(of: Cell) -> str:
    """What a cell says in English."""
    assert of.term is not None
    return words("en").say(of.term).replace(BLANK, " ")


def test_the_report_goes_from_the_table_to_the_net() -> None:
    report = made(HANDLING, PAPER)

    assert kinds(report) == [Heading, Table, Legend, Facts, Hints]
    assert report.blocks[2:] == (
        Legend(((Sign.GAUGE, "legend.realised"), (Sign.PLAN, "legend.planned"), (Sign.NOTHING, "legend.unset"))),
        Facts(
            (
                Fact(
                    "benefits.costs",
                    (
                        Cell(
                            Said(
                                "costs.one_off.per_year",
                                {"one_off": Money(Fraction(420000), yearly=False), "per_year": Money(Fraction(60000))},
                            )
                        ),
                    ),
                ),
                Fact("benefits.net.cash", net(-4000, 12000, Quantity(Fraction(35)), Tone.BAD)),
                Fact("benefits.net.with_capacity", net(195500, 368250, Quantity(Fraction(11, 10)))),
            )
        ),
        Hints(((Said("hint.show", {}), "staircase show ID"), (Said("hint.gaps-all", {}), "staircase gaps"))),
    )


def net(now: int, at_target: int, years: Quantity | None, tone: Tone = Tone.PLAIN) -> tuple[Cell, ...]:
    """A net now and at target, and when it is paid back, if that is known."""
    payback = Said("benefits.payback", {"years": years}) if years else Said("benefits.payback.unset", {})
    return (
        Cell(Said("benefits.now", {"amount": Money(Fraction(now))}), tone),
        Cell(Said("benefits.at_target", {"amount": Money(Fraction(at_target))})),
        Cell(payback),
    )


def test_without_costs_the_facts_say_so_and_nothing_is_paid_back() -> None:
    facts = made(PAPER, costs="").blocks[3]

    assert facts == Facts(
        (
            Fact("benefits.costs", (Cell(Said("benefits.no-costs", {})),)),
            Fact("benefits.net.cash", net(56000, 72000, None)),
            Fact("benefits.net.with_capacity", net(56000, 72000, None)),
        )
    )


def test_costs_that_can_not_be_paid_back_never_are() -> None:
    facts = made(PAPER, costs="{one_off: 5, per_year: 90000}").blocks[3]

    assert isinstance(facts, Facts)
    assert facts.facts[1].cells[2] == Cell(Said("benefits.payback.never", {}))


def test_a_net_of_nothing_known_is_shown_as_nothing() -> None:
    facts = made(item(), costs="{one_off: 5}").blocks[3]

    assert isinstance(facts, Facts)
    assert facts.facts[1].cells == (Cell(None),)


def test_one_off_costs_that_are_not_given_are_not_known_to_be_paid_back() -> None:
    facts = made(PAPER, costs="{per_year: 90000}").blocks[3]

    assert facts == Facts(
        (
            Fact("benefits.costs", (Cell(Said("costs.per_year", {"per_year": Money(Fraction(90000))})),)),
            Fact("benefits.net.cash", net(-34000, -18000, None, Tone.BAD)),
            Fact("benefits.net.with_capacity", net(-34000, -18000, None, Tone.BAD)),
        )
    )


def test_the_columns_are_dropped_in_the_order_of_their_worth() -> None:
    assert [(column.key, column.priority, column.align) for column in table(made(PAPER)).columns] == [
        ("assignment", 3, "left"),
        ("benefit_title", 0, "left"),
        ("gauge", 1, "left"),
        ("realised", 0, "right"),
        ("standing", 0, "left"),
        ("taken_home", 1, "right"),
        ("way", 6, "left"),
        ("owner", 5, "left"),
        ("next_measurement", 7, "left"),
        ("latest_date", 8, "left"),
        ("by", 8, "left"),
    ]


def test_a_line_shows_the_way_so_far() -> None:
    (group,) = table(made(HANDLING)).groups

    way: dict[str, Term] = {
        "baseline": Quantity(Fraction(55)),
        "latest": Quantity(Fraction(41)),
        "target": Quantity(Fraction(30), "minutes/application"),
    }
    shares: dict[str, Term] = {"realised": Share(Fraction(56, 100)), "planned": Share(Fraction(164, 409))}
    assert group.rows == (
        (
            Cell(Code("it"), Tone.STRONG),
            Cell(Name("Handling time")),
            Cell(Gauge(Fraction(56, 100), Fraction(164, 409)), Tone.ACCENT, flat=Said("benefits.gauge", shares)),
            Cell(Share(Fraction(56, 100))),
            Cell(Word("standing.on-track")),
            Cell(Said("benefits.taken", {"taken": bare(0), "potential": Money(Fraction(356250))})),
            Cell(Said("benefits.way.baseline.latest.target", way)),
            Cell(Name("Maria")),
            Cell(date(2021, 4, 30)),
            Cell(date(2020, 4, 30)),
            Cell(date(2020, 12, 31)),
        ),
    )


def test_a_line_of_a_benefit_without_anything_shows_what_is_missing() -> None:
    (group,) = table(made(item())).groups

    nothing = Cell(None)
    assert group.rows[0][2:] == (
        nothing,
        nothing,
        Cell(Word("standing.unset")),
        *(nothing, nothing),
        Cell(Word("benefits.no-owner"), Tone.WARN),
        *(nothing, nothing, nothing),
    )


BASELINE, TARGET = "baseline: {value: 100, date: 2020-01-01}", "target: {value: 0, by: 2020-12-31}"
BOOKED = "{from: 2020-01-01, amount: 3500, document: adopted}"


@pytest.mark.parametrize(
    ("measurements", "day", "standing", "tone"),
    [
        ("", DAY, "unmeasured", Tone.PLAIN),
        ("{value: 0, date: 2020-05-01}", DAY, "achieved", Tone.GOOD),
        ("{value: 60, date: 2020-05-01}", DAY, "on-track", Tone.PLAIN),
        ("{value: 99, date: 2020-07-25}", "2020-07-25", "behind", Tone.WARN),
        ("{value: 106, date: 2020-05-25}", DAY, "worse", Tone.BAD),
        ("{value: 11, date: 2020-12-31}", "2021-01-01", "missed", Tone.WARN),
        ("{value: 10, date: 2020-12-31}", "2021-01-01", "nearly", Tone.PLAIN),
    ],
)
def test_a_standing_is_a_word_with_a_tone(measurements: str, day: str, standing: str, tone: Tone) -> None:
    shown = cell("standing", item(f"{BASELINE}, {TARGET}, measurements: [{measurements}]"), day=day)

    assert shown == Cell(Word(f"standing.{standing}"), tone)


@pytest.mark.parametrize(
    ("rest", "key", "values"),
    [
        (BASELINE, "baseline", [100]),
        (TARGET, "target", [0]),
        (f"{BASELINE}, {TARGET}", "baseline.target", [100, 0]),
        ("measurements: [{value: 7, date: 2020-05-01}]", "latest", [7]),
        (f"{TARGET}, measurements: [{{value: 7, date: 2020-05-01}}]", "latest.target", [7, 0]),
        (f"{BASELINE}, measurements: [{{value: 7, date: 2020-05-01}}]", "baseline.latest", [100, 7]),
    ],
)
def test_the_way_leaves_out_what_is_not_known(rest: str, key: str, values: list[int]) -> None:
    said = cell("way", item(rest)).term

    terms = dict(zip(key.split("."), (Quantity(Fraction(value)) for value in values), strict=True))
    assert said == Said(f"benefits.way.{key}", terms)


def money(start: int, now: int, target: int, rest: str = "measure: {what: cost, unit: SEK/year}") -> str:
    """Write a benefit that is measured in money a year, unless it is something else."""
    return item(
        f"baseline: {{value: {start}, date: 2020-01-01}}, target: {{value: {target}}}, "
        f"measurements: [{{value: {now}, date: 2020-05-01}}], {rest}"
    )


@pytest.mark.parametrize(
    ("amounts", "way"),
    [
        ((2150000, 1680499, 0), "2,150 → 1,680 → 0 kSEK/year"),
        ((-100000, 100000, 250000), f"{MINUS}100 → 100 → 250 kSEK/year"),
        ((30_000_000, 9_000_000, 0), "30.0 → 9.0 → 0 MSEK/year"),
        ((9_000_000, 30_000_000, 150_000), "9.0 → 30.0 → 0.2 MSEK/year"),
        ((2150000, 99999, 100000), "2,150,000 → 99,999 → 100,000 SEK/year"),
    ],
)
def test_large_sums_on_the_way_are_told_in_one_unit(amounts: tuple[int, int, int], way: str) -> None:
    assert said(cell("way", money(*amounts))) == way


@pytest.mark.parametrize(
    ("keep", "value", "standing", "tone"),
    [("at-least", 78, "kept", Tone.GOOD), ("at-least", 79, "worse", Tone.BAD), ("at-most", 78, "kept", Tone.GOOD)],
)
def test_a_level_to_keep_is_said_on_the_way_to_it(keep: str, value: int, standing: str, tone: Tone) -> None:
    level = item(f"target: {{value: {value}, keep: {keep}}}, measurements: [{{value: 78, date: 2020-05-01}}]")

    to_it = Said(f"target.{keep}", {"value": Quantity(Fraction(value))})
    assert cell("way", level).term == Said(
        "benefits.way.latest.target", {"latest": Quantity(Fraction(78)), "target": to_it}
    )
    assert cell("standing", level) == Cell(Word(f"standing.{standing}"), tone)


def test_sums_whose_unit_is_thousands_are_told_in_thousands_too() -> None:
    found = cell("way", money(2150, 1680, 100, "measure: {what: cost, unit: tkr/år}"))

    assert said(found) == "2,150 → 1,680 → 100 kSEK/year"


@pytest.mark.parametrize(
    ("worth", "taken", "told"),
    [
        (200_000, 4_030_000, "4.0 of 20.0 MSEK/year"),
        (200_000, 30_000, "0.03 of 20.0 MSEK/year"),
        (200_000, 400, "0.0004 of 20.0 MSEK/year"),
        (50_000, 12_000_000, "12.0 of 5.0 MSEK/year"),
        (50_000, 4_030_000, "4,030 of 5,000 kSEK/year"),
    ],
)
def test_what_is_taken_home_is_told_in_the_unit_of_the_larger_sum(worth: int, taken: int, told: str) -> None:
    booked = f"{{from: 2020-01-01, amount: {taken}, document: adopted}}"
    found = cell(
        "taken_home", item(f"kind: cash, worth: {{per_unit: {worth}}}, {BASELINE}, {TARGET}, taken_home: [{booked}]")
    )

    assert said(found) == told


def test_the_facts_and_headings_of_money_are_each_told_in_one_unit() -> None:
    worth = f"kind: cash, worth: {{per_unit: 200000}}, {BASELINE}, {TARGET}"
    found = made(
        item(f"{worth}, measurements: [{{value: 98, date: 2020-05-01}}]"),
        costs="{one_off: 13600000, per_year: 1260000}",
    )
    _, table, _, facts, _ = found.blocks

    assert isinstance(facts, Facts)
    assert [" ".join(map(said, fact.cells[:2])) for fact in facts.facts[:2]] == [
        "13.6 MSEK once and 1.3 MSEK/year",
        f"now {MINUS}0.9 MSEK/year, at target 18.7 MSEK/year,",
    ]
    assert isinstance(table, Table)
    heading = table.groups[0].title
    assert heading
    assert said(Cell(heading)) == "Cash: 20.0 MSEK/year possible, 0.4 reached (2 %), 0 taken home (0 %)"


@pytest.mark.parametrize(
    ("rest", "unit"),
    [
        ("measure: {what: cost, unit: SEK/year}, worth: {per_unit: 2}", "SEK/year"),
        ("measure: {what: x, unit: visits}", "visits"),
    ],
)
def test_large_numbers_that_are_no_money_are_told_whole(rest: str, unit: str) -> None:
    said = cell("way", money(500000, 400000, 300000, rest)).term

    assert isinstance(said, Said)
    assert said.terms["target"] == Quantity(Fraction(300000), unit)


@pytest.mark.parametrize(
    ("rest", "cell_of"),
    [
        ("kind: quality", Cell(None)),
        ("kind: cash", Cell(Money(Fraction(0)))),
        (
            "kind: cash, taken_home: [{from: 2020-01-01, amount: 2500, document: adopted}]",
            Cell(Money(Fraction(2500))),
        ),
        (f"kind: cash, worth: {{per_unit: 45}}, {BASELINE}, {TARGET}", (0, 4500)),
        (
            f"kind: cash, worth: {{per_unit: 55}}, {BASELINE}, {TARGET}, taken_home: [{BOOKED}]",
            (3500, 5500),
        ),
    ],
)
def test_taken_home_stands_beside_what_is_possible(rest: str, cell_of: Cell | tuple[int, int]) -> None:
    expected = (
        cell_of
        if isinstance(cell_of, Cell)
        else Cell(Said("benefits.taken", {"taken": bare(cell_of[0]), "potential": Money(Fraction(cell_of[1]))}))
    )

    assert cell("taken_home", item(rest)) == expected


MEASURED = f"worth: {{per_unit: 1000}}, {BASELINE}, {TARGET}, measurements: [{{value: 50, date: 2020-05-01}}]"
SUMS: dict[str, Term] = {
    "potential": Money(Fraction(100000)),
    "now": Money(Fraction(50000), bare=True),
    "now_share": Share(Fraction(1, 2)),
}


@pytest.mark.parametrize(
    ("rest", "key", "sums", "otherwise"),
    [
        (f"kind: quality, {MEASURED}", "targets", {}, ""),
        (MEASURED, "targets", {}, ""),
        ("kind: cash", "no-target", {"targets": Count(0, "target")}, ""),
        (f"kind: cash, worth: {{per_unit: 1}}, {BASELINE}, {TARGET}", "targets", {}, ""),
        (f"kind: cash, {MEASURED.replace('1000', '0')}", "targets", {}, ""),
        (f"kind: avoidance, {MEASURED}", "worth", SUMS, ""),
        (
            f"kind: cash, {MEASURED}",
            "cash",
            SUMS | {"taken": Money(Fraction(0), bare=True), "taken_share": Share(Fraction(0))},
            "worth",
        ),
        (
            f"kind: capacity, {MEASURED}, taken_home: [{{from: 2020-05-02, amount: 20000}}]",
            "capacity",
            SUMS | {"taken": Money(Fraction(20000), bare=True), "taken_share": Share(Fraction(1, 5))},
            "worth",
        ),
    ],
)
def test_a_kind_s_heading_says_its_sums(rest: str, key: str, sums: dict[str, Term], otherwise: str) -> None:
    report = made(item(rest))

    (group,) = table(report).groups
    first, _, _ = rest.partition(",")
    kind = Word(f"kind.{first.removeprefix('kind: ')}" if first.startswith("kind") else "kind.unsorted")
    terms: dict[str, Term] = {"kind": kind, "achieved": 0, "targets": Count(1, "target"), **sums}
    assert group.title == Said(f"benefits.group.{key}", terms, f"benefits.group.{otherwise}" if otherwise else "")
    assert table(report).group_key == "kind"


def test_a_heading_tells_of_what_stands_under_it() -> None:
    report = benefits(assessed(PROGRAM, day=DAY, **COUNTED | {"other": one(item())}), Selection(state=("stopped",)))

    (group,) = table(report).groups
    assert isinstance(group.title, Said)
    assert (group.title.terms["targets"], len(group.rows)) == (Count(0, "target"), 1)


def test_columns_that_are_asked_for_show_the_rows_values() -> None:
    keys = ("id", "kind", "potential", "by", "standing")

    report = made(PAPER, selection=Selection(columns=keys, sort="-id"))

    assert kinds(report) == [Heading, Table, Facts, Hints]
    assert [(column.key, column.priority, column.align) for column in table(report).columns] == [
        ("id", 0, "left"),
        ("kind", 0, "left"),
        ("potential", 0, "right"),
        ("by", 0, "left"),
        ("standing", 0, "left"),
    ]
    assert [[cell.term for cell in row] for row in table(report).groups[0].rows] == [
        [Code("paper"), Word("kind.cash"), Money(Fraction(72000)), date(2021, 6, 30), Word("standing.on-track")]
    ]
    assert report.columns == keys


# where there is little to tell


@pytest.mark.parametrize(
    ("texts", "selection", "key"),
    [
        ({}, ALL, "report.no-assignments"),
        ({"it": assignment()}, ALL, "benefits.none"),
        ({"it": assignment("stopped: {date: 2019-12-01, why: x}\n" + "benefits:\n" + item())}, ALL, "benefits.none"),
        ({"it": one(item())}, Selection(state=("stopped",)), "report.no-match"),
        ({}, Selection(department=("care",)), "report.no-match"),
    ],
)
def test_where_there_are_no_benefits_it_says_why(texts: dict[str, str], selection: Selection, key: str) -> None:
    report = benefits(assessed(PROGRAM, day=DAY, **texts), selection)

    assert (report.rows, report.sentences) == ((), ())
    assert report.blocks[:2] == (Heading("Town", "Programme", date(2020, 5, 25)), Lines((Said(key, {}),)))


def test_without_a_programme_there_is_nothing_but_what_to_do() -> None:
    report = benefits(assessed("[", day=DAY, it=one(item())))

    said = Said("report.no-program", {"file": Code("program.yaml"), "command": Code("staircase check")})
    assert (report.rows, report.program) == ((), "")
    assert report.blocks == (Lines((said,), Tone.BAD),)
    assert report.sentences == ()
    assert report.unreadable == ("program.yaml",)


@pytest.mark.parametrize(
    ("rest", "key", "more"),
    [
        ("kind: cash", "plain.benefits", {"standing": Word("standing.unset")}),
        (f"kind: cash, {BASELINE}, {TARGET}", "plain.benefits", {"standing": Word("standing.unmeasured")}),
        (
            f"kind: cash, {MEASURED}",
            "plain.benefits.measured",
            {"standing": Word("standing.on-track"), "realised": Share(Fraction(1, 2))},
        ),
    ],
)
def test_each_benefit_is_a_sentence_to_be_read_aloud(rest: str, key: str, more: dict[str, Term]) -> None:
    terms: dict[str, Term] = {"id": Code("it"), "title": Name("B"), "kind": Word("kind.cash")}

    assert openings(made(item(rest)).sentences) == (Said(key, terms | more),)


def test_what_is_paid_back_in_less_than_a_twentieth_of_a_year_is_not_said_to_take_no_time() -> None:
    facts = made(PAPER, costs="{one_off: 3000, per_year: 0}").blocks[3]

    assert isinstance(facts, Facts)
    assert facts.facts[1].cells[2] == Cell(Said("benefits.payback.soon", {}))


def test_what_is_paid_back_in_one_year_says_so_in_the_singular() -> None:
    facts = made(PAPER, costs="{one_off: 72000, per_year: 0}").blocks[3]

    assert isinstance(facts, Facts)
    assert facts.facts[1].cells[2] == Cell(Said("benefits.payback.one", {}))
