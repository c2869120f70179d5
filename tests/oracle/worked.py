"""What real organisations do, worked out by hand: small portfolios, and what must be said of each on a day."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.oracle import aspects, places
from tests.oracle.naive import Verdict
from tests.oracle.plain import STEPS


@dataclass(frozen=True)
class Worked:
    """A portfolio on a day, and what must and must not be said of it; a gap as `rule subject item`."""

    meaning: str
    texts: Mapping[str, str | None]
    t: str
    said: Mapping[str, object]
    gaps: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    today: str = "2026-12-31"


def said(verdict: Verdict) -> dict[str, object]:
    """What a verdict says, by thing and key."""
    found: dict[str, object] = {}
    for name, row in aspects.assignments_known(verdict)[0].items():
        found |= {f"{name} {key}": value for key, value in zip(aspects.STATUS, row, strict=False)}
    for name, row in aspects.departments_known(verdict).items():
        keys = (*STEPS, *aspects.DEPARTMENTS)
        found |= {f"{name} {key}": value for key, value in zip(keys, row, strict=True)}
    for (name, part), row in aspects.benefits_known(verdict).items():
        found |= {f"{name}/{part} {key}": value for key, value in zip(aspects.FIGURES, row, strict=True)}
    for (name, part), row in aspects.roadmap_known(verdict).items():
        found |= {f"{name}/{part} {key}": value for key, value in zip(aspects.ITEM, row, strict=True)}
    for name, row in places.belonging_known(verdict).items():
        found |= {f"{name} departments": row[1], f"{name} lead": row[2]}
    for (name, part), row in places.planned_known(verdict).items():
        found |= {f"{name}/{part} department": row[0]}
    for kind, sums in aspects.totals_known(verdict).items():
        found |= {f"{kind} {key}": value for key, value in sums.items()}
    return found


def program(*departments: str, rest: str = "") -> str:
    listed = "".join(f"  - {{{one}}}\n" for one in departments)
    return f"format: 1\nname: Programme\norganisation: Town\ndepartments:\n{listed}{rest}"


def assignment(rest: str = "", started: str = "2026-01-10", department: str = "care") -> str:
    return f"title: A\ndepartment: {department}\nlead: L\nstarted: {started}\ntogether: [w]\n{rest}"


def ended(rest: str = "") -> str:
    return assignment(f"completed: 2026-05-01\n{ROUND}{rest}")


def benefit(rest: str, more: str = "") -> str:
    return f"benefits:\n  - {{id: b, title: B, owner: O, {rest}}}\n{more}"


def level(kind: str, keep: str, measured: str = "75") -> str:
    """A benefit that is a level to keep."""
    target = f"target: {{value: 75, keep: {keep}}}"
    return benefit(f"kind: {kind}, {UNIT}, {target}, measurements: [{{value: {measured}, date: 2026-05-31}}]")


def one(text: str, *departments: str, rest: str = "") -> dict[str, str | None]:
    return {"program.yaml": program(*(departments or (CARE, SCHOOL)), rest=rest), "assignments/a.yaml": text}


def two(text: str, other: str, *departments: str, rest: str = "") -> dict[str, str | None]:
    return {**one(text, *departments, rest=rest), "assignments/b.yaml": other}


CARE, SCHOOL, CITY = (f"id: {name}, name: {name.title()}" for name in ("care", "school", "city"))
ROUND = "trials: [{id: t, title: T, started: 2026-02-01, ended: 2026-03-01, learned: much}]\n"
UNIT = "measure: {what: Driving time, unit: hours/year}"
FROM_100 = "baseline: {value: 100, date: 2026-01-31}"
HALF = "measurements: [{value: 75, date: 2026-05-31}]"
TO_50 = f"kind: capacity, {UNIT}, {FROM_100}, target: {{value: 50, by: 2026-12-31}}, {HALF}, worth: {{per_unit: 10}}"
PLAN = "documents:\n  - {{id: plan, title: P, kind: budget, department: {}, adopted: 2026-01-01}}\n"
ITEM = "roadmap:\n  - {{id: r, title: R, owner: O, expects: {{kind: cash}}, from: 2026-H2, anchored_in: [plan]{}}}\n"
VISIT = "journey: [{{step: benefits, entered: {}}}]\n"
ALONE = "care rounds"

MONTHS = [
    Worked(
        "a visit in the month of the start counts as the day of the start",
        one(assignment(VISIT.format("2026-05"), "2026-05-12")),
        "2026-06-15",
        {"a entered": "2026-05", "a days_in_step": 34, "a last_touched": "2026-05-12", "a step": "benefits"},
    ),
    Worked(
        "a visit in a later month counts as its first day, and touches the file in that month",
        one(assignment(VISIT.format("2026-06"), "2026-05-12")),
        "2026-06-15",
        {"a entered": "2026-06", "a days_in_step": 14, "a last_touched": "2026-06", "a days_running": 34},
    ),
    Worked(
        "a month is not known the day before it begins",
        one(assignment(VISIT.format("2026-06"), "2026-05-12")),
        "2026-05-31",
        {"a entered": "2026-05-12", "a step": "explore"},
    ),
    Worked(
        "a month is known on its first day",
        one(assignment(VISIT.format("2026-06"), "2026-05-12")),
        "2026-06-01",
        {"a entered": "2026-06", "a step": "benefits", "a days_in_step": 0},
    ),
    Worked(
        "an assignment starts on the first day of its month",
        one(assignment("", "2026-06")),
        "2026-06-01",
        {"a state": "active", "a entered": "2026-06", "a days_running": 0},
    ),
    Worked(
        "an assignment that ends in the month of its trial's end ends on that day",
        one(assignment(ROUND.replace("2026-03-01", "2026-05-20") + "completed: 2026-05\n")),
        "2026-05-19",
        {"a state": "active", "a rounds": 0},
    ),
    Worked(
        "an assignment has ended on the day of its trial's end",
        one(assignment(ROUND.replace("2026-03-01", "2026-05-20") + "completed: 2026-05\n")),
        "2026-05-20",
        {"a state": "completed", "a rounds": 1, "a last_touched": "2026-05-20"},
    ),
    Worked(
        "a measurement in a month is shown as it is written and due from its first day",
        one(assignment(benefit(TO_50.replace("2026-05-31", "2026-05")))),
        "2026-06-15",
        {"a/b latest_date": "2026-05", "a/b next_measurement": "2027-05-01", "a/b realised": 0.5},
    ),
    Worked(
        "a measurement in the month of its baseline is no later than it",
        one(assignment(benefit(TO_50.replace("2026-05-31", "2026-01")))),
        "2026-06-15",
        {"a/b latest_date": None, "a/b standing": "unmeasured"},
    ),
    Worked(
        "the first four months end in April and the half-year in June",
        one(assignment(benefit(TO_50.replace("2026-12-31", "2026-T1")))),
        "2026-06-15",
        {"a/b by": "2026-04-30", "a/b standing": "missed"},
    ),
    Worked(
        "the second four months end in August",
        one(assignment(benefit(TO_50.replace("2026-12-31", "2026-T2")))),
        "2026-06-15",
        {"a/b by": "2026-08-31"},
    ),
    Worked(
        "the last four months begin in September",
        one(assignment(ITEM.format("").replace("H2", "T3")), rest=PLAN.format("care")),
        "2026-06-15",
        {"a/r from": "2026-09-01", "a/r to": "2026-12-31", "a/r bucket": "next"},
    ),
    Worked(
        "a half-year begins in July",
        one(assignment(ITEM.format("")), rest=PLAN.format("care")),
        "2026-06-15",
        {"a/r from": "2026-07-01", "a/r to": "2026-12-31", "a/r anchoring": "decided"},
    ),
]

ORDER = [
    ("a visit in the month before the start", VISIT.format("2026-04"), "2026-05-01", True),
    ("a visit in the month of a start on its last day", VISIT.format("2026-05"), "2026-05-31", False),
    ("a visit in the month of the end", f"{VISIT.format('2026-05')}completed: 2026-05-01\n", "2026-01-10", False),
    ("a visit in the month after the end", f"{VISIT.format('2026-06')}completed: 2026-05-31\n", "2026-01-10", True),
    (
        "a second visit in the month of the first",
        "journey: [{step: explore, entered: 2026-05-30}, {step: benefits, entered: 2026-05}]\n",
        "2026-01-10",
        False,
    ),
    (
        "a second visit in a month on whose last day the first was",
        "journey: [{step: explore, entered: 2026-05-31}, {step: benefits, entered: 2026-05}]\n",
        "2026-01-10",
        True,
    ),
    (
        "a trial that ends in its month",
        "trials: [{id: t, title: T, started: 2026-05-20, ended: 2026-05}]\n",
        "2026",
        False,
    ),
    (
        "a trial that ends the month before",
        "trials: [{id: t, title: T, started: 2026-05-20, ended: 2026-04}]\n",
        "2026",
        True,
    ),
    ("a decision the day before the start", "was: [{until: 2026-05-11, lead: X}]\n", "2026-05-12", True),
    ("a decision on the day of the start", "was: [{until: 2026-05-12, lead: X}]\n", "2026-05-12", False),
    ("a decision in the month of the start", "was: [{until: 2026-05-01, lead: X}]\n", "2026-05", False),
    (
        "a decision about a benefit before the start",
        "benefits: [{id: b, title: B, was: [{until: 2026-05-11, owner: X}]}]\n",
        "2026-05-12",
        True,
    ),
    (
        "two decisions about one key on a day",
        "was: [{until: 2026-06-01, lead: X}, {until: 2026-06-01, lead: Y}]\n",
        "2026-05-12",
        True,
    ),
    (
        "two decisions about two keys on a day",
        "was: [{until: 2026-06-01, lead: X}, {until: 2026-06-01, goals: []}]\n",
        "2026-05-12",
        False,
    ),
]
ORDERS = [
    Worked(
        meaning,
        one(assignment(rest, "2026-01-10" if started == "2026" else started)),
        "2026-12-31",
        {},
        errors=("date-order",) if wrong else (),
    )
    for meaning, rest, started, wrong in ORDER
]

SHOWN = "shown: [{date: 2026-06}]\n"
NULLS = [
    ("month 13", "live: 2026-13\n"),
    ("month 0", "live: 2026-00\n"),
    ("reviewed in a month", "reviewed: 2026-05\n"),
    ("a decision until a month", "was: [{until: 2026-05, lead: X}]\n"),
    ("a decision that no key follows", "was: [{until: 2026-05-31, why: w}]\n"),
    ("cash as a level to keep", level("cash", "at-most")),
    ("a level to keep in a third way", level("quality", "exactly")),
    ("an acceptance until a month", "accepted: [{rule: journey-stale, until: 2027-01, why: w}]\n"),
]
ERRORS = [
    Worked("a month ahead", one(assignment(SHOWN)), "2026-05-31", {}, errors=("date-in-future",), today="2026-05-30"),
    Worked("a month that begins tomorrow", one(assignment(SHOWN)), "2026-05-31", {}, today="2026-05-31"),
    *(Worked(name, one(assignment(text)), "2026-12-31", {}, errors=("field-invalid",)) for name, text in NULLS),
    Worked(
        "a decision without its last day",
        one(assignment("was: [{lead: X}]\n")),
        "2026-12-31",
        {},
        errors=("field-missing",),
    ),
    Worked(
        "a department before that there is none of, and a part of nothing",
        one(
            assignment(
                "was: [{until: 2026-05-31, department: [care, nowhere]}]\nbenefits: [{id: b, title: B, part_of: a/c}]\n"
            )
        ),
        "2026-12-31",
        {},
        errors=("reference-unknown", "reference-unknown"),
    ),
    Worked(
        "a level to keep that equals the baseline is not flat",
        one(assignment(benefit(f"{UNIT}, {FROM_100}, target: {{value: 100, keep: at-most}}"))),
        "2026-12-31",
        {"a/b standing": "unmeasured"},
    ),
]

TARGET = f"{UNIT}, kind: capacity, {FROM_100}, {HALF}, worth: {{per_unit: 10}}, target: {{value: 0, by: 2027-12-31}}"
BEFORE = "was: [{until: 2026-06-15, target: {value: 50, by: 2026-12-31}}]"
MOVED = assignment(f"{ROUND}was: [{{until: 2026-06-15, department: school, lead: Before}}]\n")
DECISIONS = [
    Worked(
        "the target before a decision holds on its last day",
        one(assignment(benefit(f"{TARGET}, {BEFORE}"))),
        "2026-06-15",
        {"a/b realised": 0.5, "a/b by": "2026-12-31", "a/b potential": 500.0, "capacity now": 250.0},
    ),
    Worked(
        "the target after a decision holds the day after",
        one(assignment(benefit(f"{TARGET}, {BEFORE}"))),
        "2026-06-16",
        {"a/b realised": 0.25, "a/b by": "2027-12-31", "a/b potential": 1000.0, "capacity now": 250.0},
    ),
    Worked(
        "of two decisions the earlier one that is not past holds, each key for itself",
        one(assignment("was: [{until: 2026-09-01, lead: Z, department: school}, {until: 2026-07-01, lead: Y}]\n")),
        "2026-06-15",
        {"a lead": "Y", "a departments": ["school"]},
    ),
    Worked(
        "after the earlier decision the later one holds",
        one(assignment("was: [{until: 2026-09-01, lead: Z, department: school}, {until: 2026-07-01, lead: Y}]\n")),
        "2026-07-02",
        {"a lead": "Z", "a departments": ["school"]},
    ),
    Worked(
        "an assignment and its rounds stand under the department of the day: before",
        one(MOVED),
        "2026-06-15",
        {"a lead": "Before", "care rounds": 0, "school rounds": 1, "school assignments": 1},
        gaps=("department-untouched care None",),
    ),
    Worked(
        "an assignment and its rounds stand under the department of the day: after",
        one(MOVED),
        "2026-06-16",
        {"a lead": "L", "care rounds": 1, "school rounds": 0, "school assignments": 0},
        gaps=("department-untouched school None",),
    ),
    Worked(
        "nobody took part before",
        one(assignment("was: [{until: 2026-06-15, together: []}]\n")),
        "2026-06-15",
        {},
        gaps=("journey-not-together a None",),
    ),
    Worked(
        "an item was planned before it was put off",
        one(
            assignment(
                "roadmap: [{id: r, title: R, from: 2027, was: [{until: 2026-06-15, from: 2026-T1, to: 2026-Q2}]}]\n"
            )
        ),
        "2026-06-15",
        {"a/r from": "2026-01-01", "a/r to": "2026-06-30", "a/r bucket": "now"},
    ),
]

BOTH = "[care, school]"
SEVERAL = [
    Worked(
        "a shared assignment proves for each, and is summed once",
        one(assignment(f"{ROUND}{benefit(TO_50)}shown: [{{date: 2026-06-01}}]\n", department=BOTH)),
        "2026-06-15",
        {
            "care benefits": True,
            "school benefits": True,
            "care rounds": 1,
            "school rounds": 1,
            "capacity potential": 500.0,
        },
    ),
    Worked(
        "an item belongs to the first",
        one(assignment(ITEM.format(""), department=BOTH), rest=PLAN.format("care")),
        "2026-06-15",
        {"care roadmap": True, "school roadmap": False, "a/r department": "care", "care embed": True},
    ),
    Worked(
        "an item belongs to its own department, and a plan of another of the assignment's serves",
        one(assignment(ITEM.format(", department: school"), department=BOTH), rest=PLAN.format("care")),
        "2026-06-15",
        {"care roadmap": False, "school roadmap": True, "a/r department": "school", "a/r anchoring": "decided"},
        quiet=("roadmap-not-anchored a r",),
    ),
    Worked(
        "a plan of a department that does not take part does not serve",
        one(assignment(ITEM.format(""), department=BOTH), CARE, SCHOOL, CITY, rest=PLAN.format("city")),
        "2026-06-15",
        {"a/r anchoring": "none"},
        gaps=("roadmap-not-anchored a r",),
    ),
]


def over(heirs: str) -> tuple[str, str, str]:
    """The department of care whose last day is in June, and what it became."""
    return f"{CARE}, to: 2026-06-15, became: [{heirs}]", SCHOOL, CITY


REORGANISED = [
    Worked(
        "a department is there on its last day",
        two(ended(), assignment(), *over("school, city")),
        "2026-06-15",
        {"care rounds": 1, "school rounds": 0, "a departments": ["care"]},
        quiet=("department-ended b None",),
    ),
    Worked(
        "what had ended counts for each that a department became, and what is open must be placed",
        two(ended(), assignment(), *over("school, city")),
        "2026-06-16",
        {
            ALONE: None,
            "school rounds": 1,
            "city rounds": 1,
            "school assignments": 1,
            "city open": 0,
            "a departments": ["school", "city"],
            "b departments": ["care"],
        },
        gaps=("department-ended b None",),
        quiet=("department-ended a None", "department-untouched care None", "department-untouched school None"),
    ),
    Worked(
        "all goes with a department that became exactly one",
        two(ended(), assignment(), *over("city")),
        "2026-06-16",
        {ALONE: None, "city rounds": 1, "city assignments": 2, "city open": 1, "b departments": ["city"]},
        gaps=("department-untouched school None",),
        quiet=("department-ended b None",),
    ),
    Worked(
        "what is open in a department that became none must be placed",
        two(ended(), assignment(), *over("")),
        "2026-06-16",
        {ALONE: None, "city rounds": 0, "school rounds": 0, "b departments": ["care"]},
        gaps=("department-ended b None", "department-untouched city None"),
    ),
    Worked(
        "a department that takes over all of a shared assignment stands there once",
        one(assignment(department="[care, city]"), *over("city")),
        "2026-06-16",
        {"a departments": ["city"], "city open": 1},
    ),
    Worked(
        "it goes on where what a department became has ended too",
        one(
            assignment(ROUND),
            f"{CARE}, to: 2026-06-15, became: [school]",
            f"{SCHOOL}, to: 2026-06-16, became: [city]",
            CITY,
        ),
        "2026-06-17",
        {"a departments": ["city"], "city rounds": 1, "school rounds": None},
    ),
    Worked(
        "a department is not there before its first day",
        one(assignment(department="school"), CARE, f"{SCHOOL}, from: 2026-06-16"),
        "2026-06-15",
        {"school rounds": None, "care rounds": 0, "a departments": ["school"]},
        quiet=("department-untouched school None", "department-ended a None"),
    ),
    Worked(
        "a department is there on its first day",
        one(assignment(department="care"), CARE, f"{SCHOOL}, from: 2026-06-16"),
        "2026-06-16",
        {"school rounds": 0},
        gaps=("department-untouched school None",),
    ),
    Worked(
        "the plans of a department go with it",
        one(assignment(ITEM.format("")), *over("city"), rest=PLAN.format("care")),
        "2026-06-16",
        {"a/r department": "city", "a/r anchoring": "decided", "city embed": True},
        quiet=("roadmap-not-anchored a r",),
    ),
    Worked(
        "the last month of a department is its own until the last day",
        one(assignment(), f"{CARE}, to: 2026-06", SCHOOL),
        "2026-06-30",
        {"care open": 1},
        quiet=("department-ended a None",),
    ),
]

ASKED = VISIT.format("2026-01-20")
KEPT = [
    Worked(
        "a level that is held is kept, and asks for nothing that it does not need",
        one(assignment(ASKED + level("capacity", "at-least"))),
        "2026-06-15",
        {
            "a/b standing": "kept",
            "a/b realised": None,
            "a/b planned": None,
            "a/b potential": None,
            "a/b now": None,
            "a/b next_measurement": "2027-05-31",
            "capacity achieved": 1,
        },
        quiet=tuple(f"benefit-no-{key} a b" for key in ("baseline", "target", "realisation", "worth")),
    ),
    Worked(
        "a level that may not be passed is kept at the very level",
        one(assignment(level("quality", "at-most"))),
        "2026-06-15",
        {"a/b standing": "kept", "quality achieved": 1, "quality measured": 1},
    ),
    Worked(
        "a level is not kept when it is not reached",
        one(assignment(level("quality", "at-least", "74.9"))),
        "2026-06-15",
        {"a/b standing": "worse", "quality achieved": 0},
        gaps=("benefit-worse a b",),
    ),
    Worked(
        "a level is not kept when it is passed",
        one(assignment(level("quality", "at-most", "75.1"))),
        "2026-06-15",
        {"a/b standing": "worse"},
        gaps=("benefit-worse a b",),
    ),
    Worked(
        "nobody knows whether a level is kept before it is measured",
        one(assignment(level("quality", "at-least"))),
        "2026-05-30",
        {"a/b standing": "unmeasured"},
    ),
]

WHOLE = assignment(ASKED + benefit(TO_50))
PART = assignment(f"{ASKED}benefits: [{{id: p, title: P, part_of: a/b}}]\n", started="2026-01-10")
ALIKE = "measure: {what: DRIVING  time, unit: Hours / year}, baseline: {value: 100.0, date: 2026-01-31}"
SHARED = [
    Worked(
        "a part of another is listed with both and counted in the other",
        two(WHOLE, PART),
        "2026-06-15",
        {
            "b/p standing": "unset",
            "b/p potential": None,
            "capacity count": 1,
            "unsorted count": 0,
            "care benefits": False,
        },
        quiet=("benefit-no-owner b p", "benefit-no-baseline b p", "benefit-missing b None", "benefit-looks-shared b p"),
    ),
    Worked(
        "two that are measured alike look shared, at the later assignment",
        two(WHOLE, assignment(benefit(ALIKE), "2026-01-11")),
        "2026-06-15",
        {},
        gaps=("benefit-looks-shared b b",),
        quiet=("benefit-looks-shared a b",),
    ),
    Worked(
        "of two assignments from one day the later is that with the later id",
        two(WHOLE, assignment(benefit(ALIKE))),
        "2026-06-15",
        {},
        gaps=("benefit-looks-shared b b",),
        quiet=("benefit-looks-shared a b",),
    ),
    Worked(
        "the later assignment may have the earlier id",
        two(WHOLE, assignment(benefit(ALIKE), "2026-01-09")),
        "2026-06-15",
        {},
        gaps=("benefit-looks-shared a b",),
        quiet=("benefit-looks-shared b b",),
    ),
    *(
        Worked(
            f"two do not look shared with another {what}",
            two(WHOLE, assignment(benefit(text))),
            "2026-06-15",
            {},
            quiet=("benefit-looks-shared b b",),
        )
        for what, text in (
            ("day", ALIKE.replace("01-31", "01-30")),
            ("value", ALIKE.replace("100.0", "100.1")),
            ("unit", ALIKE.replace("Hours", "Days")),
            ("thing", ALIKE.replace("DRIVING", "Walking")),
        )
    ),
    Worked(
        "a stopped assignment shares nothing",
        two(WHOLE, assignment(f"{benefit(ALIKE)}stopped: {{date: 2026-06-01, why: w}}\n", "2026-01-11")),
        "2026-06-15",
        {},
        quiet=("benefit-looks-shared b b",),
    ),
]

CASES = [*MONTHS, *ORDERS, *ERRORS, *DECISIONS, *SEVERAL, *REORGANISED, *KEPT, *SHARED]
