"""A benefit's figures: the worked example to the digit, and each formula at its edges."""

from datetime import date
from fractions import Fraction

import pytest

from staircase.core.figures import BenefitFigures, BenefitStanding, planned_share, share_range
from staircase.core.term import ShareRange
from staircase.core.totals import CostTotals, KindTotals, Net, Payback, Totals, totals
from tests.core.build import assessed, assignment, program

EXAMPLE_PROGRAM = program(
    """
    currency: SEK
    documents:
      - {id: plan-2020, title: Plan 2020}
    """
)
EXAMPLE = assignment(
    """
    live: 2019-11-18
    costs: {one_off: 420000, per_year: 60000}
    benefits:
      - id: handling-time
        title: Shorter handling
        kind: capacity
        measure: {what: handling time, unit: minutes/application}
        baseline: {value: 55, date: 2019-05-20}
        target: {value: 30, by: 2020-12-31}
        measurements:
          - {value: 48, date: 2020-01-31}
          - {value: 41, date: 2020-04-30}
        worth: {per_unit: 14250, basis: 7.5 x 1 900}
      - id: paper
        title: Less paper and postage
        kind: cash
        measure: {what: paper and postage, unit: SEK/year}
        baseline: {value: 96000, date: 2019-05-31}
        target: {value: 24000, by: 2021-06-30}
        measurements: [{value: 40000, date: 2020-04-30}]
        taken_home: [{from: 2020-01-01, amount: 50000, document: plan-2020}]
    """,
    started="2019-05-01",
)
EXAMPLE_DAY = "2020-05-25"


def figures(benefit: str, *, day: str, live: str = "", program: str = EXAMPLE_PROGRAM) -> BenefitFigures:
    text = assignment("benefits:\n- {id: it, title: It, " + benefit + "}", started="2019-01-01", live=live)
    scene = assessed(program, day=day, it=text).scene
    assert scene
    (found,) = scene.figures["it"]
    return found


def example_figures() -> tuple[BenefitFigures, ...]:
    scene = assessed(EXAMPLE_PROGRAM, day=EXAMPLE_DAY, it=EXAMPLE).scene
    assert scene
    return scene.figures["it"]


def test_the_worked_example_gives_the_handling_time_to_the_digit() -> None:
    handling = example_figures()[0]

    assert handling == BenefitFigures(
        known=handling.known,
        since=date(2019, 11, 18),
        by=date(2020, 12, 31),
        realised=Fraction("0.56"),
        planned=Fraction(164, 409),
        standing=BenefitStanding.ON_TRACK,
        unit_worth=Fraction(14_250),
        potential=Fraction(356_250),
        now=Fraction(199_500),
        taken_home=Fraction(0),
        next_due=date(2021, 4, 30),
        overdue=False,
    )


def test_the_worked_example_gives_the_paper_to_the_digit() -> None:
    paper = example_figures()[1]

    assert paper == BenefitFigures(
        known=paper.known,
        since=date(2019, 11, 18),
        by=date(2021, 6, 30),
        realised=Fraction(56, 72),
        planned=Fraction(164, 590),
        standing=BenefitStanding.ON_TRACK,
        unit_worth=Fraction(1),
        potential=Fraction(72_000),
        now=Fraction(56_000),
        taken_home=Fraction(0),
        next_due=date(2021, 4, 30),
        overdue=False,
    )


def test_the_worked_example_pays_back_in_35_years_or_in_one() -> None:
    scene = assessed(EXAMPLE_PROGRAM, day=EXAMPLE_DAY, it=EXAMPLE).scene
    assert scene
    none = KindTotals(0, 0, 0, 0, None, None, None)

    summed = totals(scene.figures["it"], scene.known.values())

    assert summed == Totals(
        kinds={
            "cash": KindTotals(1, 1, 1, 0, Fraction(72_000), Fraction(56_000), Fraction(0)),
            "capacity": KindTotals(1, 1, 1, 0, Fraction(356_250), Fraction(199_500), Fraction(0)),
            "avoidance": none,
            "quality": none,
            "unsorted": none,
        },
        costs=CostTotals(Fraction(420_000), Fraction(60_000)),
        cash=Net(Fraction(-4_000), Fraction(12_000), Payback.YEARS, Fraction(35)),
        with_capacity=Net(Fraction(195_500), Fraction(368_250), Payback.YEARS, Fraction(420_000, 368_250)),
    )
    assert round(float(summed.with_capacity.payback_years or 0), 2) == 1.14


@pytest.mark.parametrize(
    ("day", "share"),
    [
        pytest.param("2026-01-01", Fraction(0), id="on the first day nothing is planned"),
        pytest.param("2025-06-30", Fraction(0), id="nor before"),
        pytest.param("2026-01-02", Fraction(1, 10), id="a tenth a day"),
        pytest.param("2026-01-10", Fraction(9, 10), id="the day before the last"),
        pytest.param("2026-01-11", Fraction(1), id="all on the last"),
        pytest.param("2026-02-11", Fraction(1), id="and after"),
    ],
)
def test_the_planned_share_grows_by_the_day(day: str, share: Fraction) -> None:
    planned = planned_share(date.fromisoformat(day), date(2026, 1, 1), date(2026, 1, 11))

    assert planned == share


@pytest.mark.parametrize(
    ("day", "share"),
    [
        pytest.param("2026-01-05", Fraction(0), id="before both, nothing"),
        pytest.param("2026-01-10", Fraction(0), id="on the first day nothing, though the target's day has passed"),
        pytest.param("2026-01-11", Fraction(1), id="after both, all"),
    ],
)
def test_a_plan_that_ends_before_it_begins_is_asked_in_order(day: str, share: Fraction) -> None:
    planned = planned_share(date.fromisoformat(day), date(2026, 1, 10), date(2026, 1, 7))

    assert planned == share


@pytest.mark.parametrize(
    ("live", "since"),
    [
        pytest.param("", date(2020, 3, 1), id="without live, the baseline's day"),
        pytest.param("2020-04-01", date(2020, 4, 1), id="live after the baseline"),
        pytest.param("2020-02-01", date(2020, 3, 1), id="live before the baseline"),
        pytest.param("2020-06-30", date(2020, 6, 30), id="live on the day itself"),
        pytest.param("2020-07-01", date(2020, 7, 1), id="live lies ahead"),
    ],
)
def test_the_plan_counts_from_live_or_the_baseline(live: str, since: date) -> None:
    found = figures("baseline: {value: 1, date: 2020-03-01}", day="2020-06-30", live=live)

    assert found.since == since


B = "baseline: {value: 100, date: 2020-01-01}"
T = "target: {value: 0, by: 2020-10-27}"
CLOSED = "closed: {date: 2020-12-31, why: all have it}"


def measured(value: str, day: str) -> str:
    return f"measurements: [{{value: {value}, date: {day}}}]"


@pytest.mark.parametrize(
    ("benefit", "standing"),
    [
        pytest.param(T, BenefitStanding.UNSET, id="no baseline"),
        pytest.param(f"{T}, {measured('10', '2020-06-01')}", BenefitStanding.UNSET, id="no baseline but a measurement"),
        pytest.param(B, BenefitStanding.UNSET, id="no target"),
        pytest.param(f"{B}, {measured('10', '2020-06-01')}", BenefitStanding.UNSET, id="no target but a measurement"),
        pytest.param(
            f"{B}, target: {{value: 100}}, {measured('10', '2020-06-01')}", BenefitStanding.UNSET, id="a flat target"
        ),
        pytest.param("baseline: {value: 1, date: 2021-01-01}, " + T, BenefitStanding.UNSET, id="no baseline yet"),
        pytest.param(f"{B}, {T}", BenefitStanding.UNMEASURED, id="no measurement"),
        pytest.param(
            f"{B}, {T}, {measured('10', '2020-01-01')}", BenefitStanding.UNMEASURED, id="measured on the baseline's day"
        ),
        pytest.param(f"{B}, {T}, {measured('10', '2021-06-01')}", BenefitStanding.UNMEASURED, id="measured later"),
        pytest.param(f"{B}, {T}, {measured('0', '2020-06-01')}", BenefitStanding.ACHIEVED, id="all of it"),
        pytest.param(f"{B}, {T}, {measured('-5', '2020-06-01')}", BenefitStanding.ACHIEVED, id="more than all"),
        pytest.param(f"{B}, {T}, {measured('106', '2020-06-01')}", BenefitStanding.WORSE, id="less than nothing"),
        pytest.param(
            f"{B}, {T}, {measured('105', '2020-03-01')}", BenefitStanding.ON_TRACK, id="a twentieth less than nothing"
        ),
        pytest.param(f"{B}, {T}, {measured('100', '2020-10-27')}", BenefitStanding.MISSED, id="nothing, on the day"),
        pytest.param(
            f"{B}, {T}, {measured('11', '2020-12-01')}", BenefitStanding.MISSED, id="much of it, after the day"
        ),
        pytest.param(
            f"{B}, {T}, {measured('10', '2020-12-01')}", BenefitStanding.NEARLY, id="nearly all, after the day"
        ),
        pytest.param(
            f"{B}, {T}, measure: {{what: x, unit: y, every_days: 30}}, {measured('10', '2020-10-16')}",
            BenefitStanding.NEARLY,
            id="nearly all, and no later measurement though it is overdue",
        ),
        pytest.param(f"{B}, {T}, {measured('50', '2020-10-26')}", BenefitStanding.BEHIND, id="half, the day before"),
        pytest.param(f"{B}, {T}, {measured('10', '2020-10-26')}", BenefitStanding.ON_TRACK, id="within the tolerance"),
        pytest.param(f"{B}, {T}, {measured('71', '2020-05-30')}", BenefitStanding.BEHIND, id="29 where 50 is planned"),
        pytest.param(
            f"{B}, {T}, {measured('70', '2020-05-30')}", BenefitStanding.ON_TRACK, id="30 where 50 is planned"
        ),
        pytest.param(
            f"{B}, {T}, {measured('100', '2020-05-29')}", BenefitStanding.ON_TRACK, id="less than half is planned yet"
        ),
        pytest.param(f"{CLOSED}, kind: cash", BenefitStanding.CLOSED, id="closed, with nothing known of it"),
        pytest.param(f"{CLOSED}, {B}, {T}", BenefitStanding.CLOSED, id="closed, never measured"),
        pytest.param(
            f"{CLOSED}, {B}, {T}, {measured('106', '2020-06-01')}", BenefitStanding.CLOSED, id="closed, worse"
        ),
        pytest.param(
            f"{CLOSED}, {B}, {T}, {measured('0', '2020-06-01')}", BenefitStanding.ACHIEVED, id="closed, all of it"
        ),
        pytest.param(
            f"closed: {{date: 2021-01-01, why: x}}, {B}, {T}, {measured('50', '2020-12-01')}",
            BenefitStanding.MISSED,
            id="closed the day after",
        ),
        pytest.param(
            f"{B}, target: {{value: 0}}, {measured('99', '2020-05-30')}", BenefitStanding.ON_TRACK, id="without a day"
        ),
        pytest.param(
            f"{B}, {T}, measure: {{what: x, unit: y, every_days: 30}}, {measured('20', '2020-10-16')}",
            BenefitStanding.MISSED,
            id="past the day, measured before, and the measurement overdue",
        ),
    ],
)
def test_the_standing_is_the_first_that_fits(benefit: str, standing: BenefitStanding) -> None:
    found = figures(benefit, day="2020-12-31")

    assert found.standing is standing


LEAST = "target: {value: 78, keep: at-least, by: 2020-06-30}"
MOST = "target: {value: 78, keep: at-most}"


@pytest.mark.parametrize(
    ("benefit", "standing"),
    [
        pytest.param(f"{LEAST}, {measured('78', '2020-06-01')}", BenefitStanding.KEPT, id="on the level"),
        pytest.param(f"{LEAST}, {measured('77.9', '2020-06-01')}", BenefitStanding.WORSE, id="below it"),
        pytest.param(f"{LEAST}, {measured('100', '2020-06-01')}", BenefitStanding.KEPT, id="above it"),
        pytest.param(f"{MOST}, {measured('78', '2020-06-01')}", BenefitStanding.KEPT, id="on the most"),
        pytest.param(f"{MOST}, {measured('78.1', '2020-06-01')}", BenefitStanding.WORSE, id="above the most"),
        pytest.param(f"{MOST}, {measured('-1', '2020-06-01')}", BenefitStanding.KEPT, id="below the most"),
        pytest.param(LEAST, BenefitStanding.UNMEASURED, id="never measured, and without a baseline"),
        pytest.param(f"{B}, {LEAST}", BenefitStanding.UNMEASURED, id="never measured"),
        pytest.param(f"{LEAST}, {measured('90', '2021-01-01')}", BenefitStanding.UNMEASURED, id="measured later"),
        pytest.param(
            f"{B}, {LEAST}, {measured('90', '2020-01-01')}", BenefitStanding.UNMEASURED, id="on the baseline's day"
        ),
        pytest.param(
            f"{LEAST}, measurements: [{{value: 90, date: 2020-03-01}}, {{value: 70, date: 2020-04-01}}]",
            BenefitStanding.WORSE,
            id="the latest decides",
        ),
        pytest.param(f"{CLOSED}, {LEAST}, {measured('70', '2020-06-01')}", BenefitStanding.CLOSED, id="closed"),
        pytest.param(f"{CLOSED}, {LEAST}, {measured('90', '2020-06-01')}", BenefitStanding.CLOSED, id="closed, kept"),
    ],
)
def test_a_level_to_keep_is_kept_or_worse(benefit: str, standing: BenefitStanding) -> None:
    found = figures(benefit, day="2020-12-31")

    assert found.standing is standing
    assert found.standing.is_achieved is (standing is BenefitStanding.KEPT)


@pytest.mark.parametrize("value", ["90", "78", "40"])
def test_a_level_to_keep_has_no_shares_and_no_money(value: str) -> None:
    worth = "kind: capacity, worth: {per_unit: 450}, taken_home: [{from: 2020-02-01}]"
    found = figures(f"{B}, {LEAST}, {measured(value, '2020-06-01')}, {worth}", day="2020-12-31")

    assert (found.realised, found.planned, found.potential, found.now, found.taken_home) == (None,) * 5
    assert (found.by, found.next_due) == (date(2020, 6, 30), date(2021, 6, 1))


def test_the_target_s_own_day_is_not_past() -> None:
    found = figures(f"{B}, {T}, {measured('50', '2020-10-27')}", day="2020-10-27")

    assert (found.standing, found.planned) == (BenefitStanding.BEHIND, Fraction(1))


@pytest.mark.parametrize(
    ("benefit", "due", "overdue"),
    [
        pytest.param("kind: cash", None, False, id="neither baseline nor measurement: nothing is due"),
        pytest.param("baseline: {value: 1, date: 2020-01-31}", date(2020, 4, 30), True, id="from the baseline"),
        pytest.param("baseline: {value: 1, date: 2020-05-01}", date(2020, 7, 30), False, id="from a newer baseline"),
        pytest.param(measured("1", "2020-02-16"), date(2020, 5, 16), False, id="on the last day of grace"),
        pytest.param(measured("1", "2020-02-15"), date(2020, 5, 15), True, id="the day after"),
        pytest.param(f"{B}, {T}, {measured('0', '2020-01-02')}", None, False, id="achieved: nothing more is due"),
        pytest.param(f"{B}, {T}, {measured('1', '2020-01-02')}", date(2020, 4, 1), True, id="nearly achieved"),
        pytest.param(
            f"{B}, {T}, {measured('1', '2020-01-02')}, closed: {{date: 2020-06-30, why: x}}", None, False, id="closed"
        ),
    ],
)
def test_a_measurement_is_overdue_after_its_day_and_the_days_of_grace(
    benefit: str, due: date | None, *, overdue: bool
) -> None:
    found = figures(f"{benefit}, measure: {{what: x, unit: y, every_days: 90}}", day="2020-06-30", live="")

    assert (found.next_due, found.overdue) == (due, overdue)


@pytest.mark.parametrize(
    ("benefit", "worth"),
    [
        pytest.param("measure: {what: x, unit: SEK/year}", Fraction(1), id="the unit is the currency a year"),
        pytest.param("measure: {what: x, unit: tkr/år}", Fraction(1000), id="the unit is thousands of it a year"),
        pytest.param(
            "measure: {what: x, unit: SEK/year}, worth: {per_unit: 0.5}", Fraction(1, 2), id="given all the same"
        ),
        pytest.param("worth: {per_unit: 0}", Fraction(0), id="given as nothing"),
        pytest.param("measure: {what: x, unit: EUR/year}", None, id="another currency"),
        pytest.param("measure: {what: x, unit: SEK/month}", None, id="another time"),
        pytest.param("kind: cash", None, id="no measure"),
    ],
)
def test_a_unit_s_worth_is_given_or_the_currency_itself(benefit: str, worth: Fraction | None) -> None:
    found = figures(benefit, day="2020-06-30")

    assert found.unit_worth == worth


@pytest.mark.parametrize(
    ("value", "now", "potential"),
    [
        pytest.param("40", 600, 600, id="what it gives, and no more"),
        pytest.param("-20", 1200, 1200, id="more than the target"),
        pytest.param("125", -250, 0, id="never less than nothing"),
        pytest.param("", None, None, id="unset when nothing was measured"),
    ],
)
def test_no_more_will_come_of_a_closed_benefit_than_it_gives(
    value: str, now: int | None, potential: int | None
) -> None:
    taken = measured(value, "2020-06-01") if value else "measurements: []"

    found = figures(f"{B}, {T}, {taken}, worth: {{per_unit: 10}}, {CLOSED}", day="2020-12-31")

    assert (found.now, found.potential) == (now, potential)


def test_what_became_worse_is_worth_less_than_nothing_now() -> None:
    found = figures(f"{B}, {T}, {measured('125', '2020-06-01')}, worth: {{per_unit: 10}}", day="2020-06-30")

    assert (found.realised, found.potential, found.now) == (Fraction(-1, 4), Fraction(1000), Fraction(-250))


def test_figures_without_their_ingredients_are_unset() -> None:
    found = figures("kind: quality", day="2020-06-30")

    assert found == BenefitFigures(
        known=found.known,
        since=None,
        by=None,
        realised=None,
        planned=None,
        standing=BenefitStanding.UNSET,
        unit_worth=None,
        potential=None,
        now=None,
        taken_home=None,
        next_due=None,
        overdue=False,
    )


HOME_PROGRAM = program(
    """
    documents:
      - {id: adopted, title: Adopted, adopted: 2020-06-30}
      - {id: draft, title: Draft}
      - {id: later, title: Later, adopted: 2020-07-01}
    """
)


@pytest.mark.parametrize(
    ("entries", "amount"),
    [
        pytest.param("", 0, id="none"),
        pytest.param("{from: 2020-06-30, amount: 7, document: adopted}", 7, id="from the day, adopted on the day"),
        pytest.param("{from: 2020-07-01, amount: 7, document: adopted}", 0, id="from the day after"),
        pytest.param("{from: 2020-01-01, amount: 7, document: draft}", 0, id="in a draft"),
        pytest.param("{from: 2020-01-01, amount: 7, document: later}", 0, id="adopted the day after"),
        pytest.param("{from: 2020-01-01, amount: 7}", 0, id="in no document"),
        pytest.param("{from: 2020-01-01, document: adopted}", 0, id="without an amount"),
        pytest.param(
            "{from: 2020-01-01, amount: 7, document: adopted}, {from: 2020-02-01, amount: 5.5, document: adopted}, "
            "{from: 2020-03-01, amount: 100, document: draft}",
            Fraction("12.5"),
            id="the sum of the booked ones, however little is realised",
        ),
    ],
)
def test_cash_is_taken_home_as_the_adopted_documents_say(entries: str, amount: Fraction) -> None:
    found = figures(f"kind: cash, taken_home: [{entries}]", day="2020-06-30", program=HOME_PROGRAM)

    assert found.taken_home == amount


@pytest.mark.parametrize(
    ("value", "entries", "amount"),
    [
        pytest.param("40", "", 0, id="not in use"),
        pytest.param("40", "{from: 2020-06-30}", 600, id="in use: all that is realised"),
        pytest.param("40", "{from: 2020-07-01}", 0, id="in use from the day after"),
        pytest.param("40", "{from: 2020-01-01, amount: 500}", 500, id="at most the amount"),
        pytest.param("40", "{from: 2020-01-01, amount: 900}", 600, id="at most what is realised"),
        pytest.param(
            "40", "{from: 2020-01-01, amount: 200}, {from: 2020-02-01, amount: 250}", 450, id="several amounts"
        ),
        pytest.param("40", "{from: 2020-01-01, amount: 200}, {from: 2020-02-01}", 600, id="one without an amount"),
        pytest.param("40", "{from: 2020-01-01, amount: 200}, {from: 2020-09-01}", 200, id="that one not yet"),
        pytest.param("140", "{from: 2020-01-01}", 0, id="never less than nothing"),
    ],
)
def test_capacity_is_taken_home_when_it_is_in_use(value: str, entries: str, amount: int) -> None:
    benefit = f"kind: capacity, worth: {{per_unit: 10}}, {B}, {T}, {measured(value, '2020-06-01')}"

    found = figures(f"{benefit}, taken_home: [{entries}]", day="2020-06-30", program=HOME_PROGRAM)

    assert found.taken_home == amount


def test_capacity_in_use_of_unknown_worth_is_unset() -> None:
    found = figures("kind: capacity, taken_home: [{from: 2020-01-01}]", day="2020-06-30", program=HOME_PROGRAM)

    assert found.taken_home is None


@pytest.mark.parametrize("kind", ["kind: avoidance, ", "kind: quality, ", ""])
def test_other_kinds_cannot_be_taken_home_as_money(kind: str) -> None:
    home = "taken_home: [{from: 2020-01-01, amount: 7, document: adopted}]"

    found = figures(f"{kind}{home}, {B}, {T}, {measured('40', '2020-06-01')}, worth: {{per_unit: 1}}", day="2020-06-30")

    assert (found.now, found.taken_home) == (Fraction(60), None)


def test_shares_of_several_benefits_are_given_as_a_range() -> None:
    some = [figures(f"{B}, {T}, {measured(value, '2020-06-01')}", day="2020-06-30") for value in ("43", "21", "110")]

    assert share_range(some) == ShareRange(Fraction(-1, 10), Fraction(79, 100))


def test_without_shares_there_is_no_range() -> None:
    assert share_range([figures("kind: cash", day="2020-06-30")]) is None


def test_every_assignment_has_figures_also_those_without_benefits() -> None:
    scene = assessed(EXAMPLE_PROGRAM, day=EXAMPLE_DAY, it=EXAMPLE, other=assignment(started="2020-01-01")).scene
    assert scene

    assert {name: len(of) for name, of in scene.figures.items()} == {"it": 2, "other": 0}
    assert len(scene.figures) == 2
