from typing import Literal

import pytest

from staircase.core.finding import Finding, Subject
from staircase.core.load import load
from staircase.core.source import START, File
from staircase.core.term import Choices, Code, Name, Said, Term
from staircase.words.speech import words
from tests.core.build import DAY, assessed, assignment, portfolio, program
from tests.core.places import IT, found, found_in_program

ASSIGNMENT_KEYS = (
    *(
        "title",
        "kind",
        "department",
        "lead",
        "started",
        "live",
        "completed",
        "stopped",
        "reviewed",
        "goals",
        "together",
    ),
    *(
        "depends_on",
        "tags",
        "costs",
        "journey",
        "pauses",
        "trials",
        "benefits",
        "shown",
        "roadmap",
        "accepted",
        "links",
        "was",
    ),
)


def lack(key: str, *parts: str) -> dict[str, Term]:
    """The terms of a lack: the key, and a line to write for it, at its place or anywhere."""
    return {"key": Code(key), "line": Said(".".join(("line", *parts, key)), {}, f"line.{key}")}


@pytest.mark.parametrize("key", ["title", "department", "lead", "started"])
def test_a_required_key_is_missed_at_the_top_of_the_file(key: str) -> None:
    assert found(assignment(**{key: ""})) == [("field-missing", "", 1, 1)]
    assert portfolio(it=assignment(**{key: ""})).findings[0].params == lack(key)


@pytest.mark.parametrize("nothing", ["~", "null", " # later"])
def test_a_required_key_without_a_value_is_missed_where_it_stands(nothing: str) -> None:
    assert found(assignment(lead=nothing)) == [("field-missing", "", 3, 1)]


@pytest.mark.parametrize(
    ("rest", "keys", "column"),
    [
        ("journey:\n  - why: x\n", ["step", "entered"], 5),
        ("pauses:\n  - why: x\n", ["from"], 5),
        ("trials:\n  - outcome: mixed\n", ["id", "title", "started"], 5),
        ("benefits:\n  - kind: cash\n", ["id", "title"], 5),
        ("roadmap:\n  - area: x\n", ["id", "title"], 5),
        ("shown:\n  - forum: x\n", ["date"], 5),
        ("accepted:\n  - item: x\n", ["rule", "until", "why"], 5),
        ("links:\n  - title: x\n", ["url"], 5),
        ("links:\n  - {title: x}\n", ["url"], 5),
        ("links:\n  -\n    title: x\n", ["url"], 5),
        ("stopped: {learned: x}\n", ["date", "why"], 1),
    ],
)
def test_what_an_item_lacks_is_missed_at_the_item(rest: str, keys: list[str], column: int) -> None:
    read = portfolio(it=assignment(rest))

    line = 6 if column == 1 else 8 if "-\n" in rest else 7
    assert [f.params["key"] for f in read.findings] == [Code(key) for key in keys]
    assert found(assignment(rest)) == [("field-missing", "", line, column)] * len(keys)


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        ("measure: {source: x}", ["what", "unit"]),
        ("baseline: {how: measured}", ["value", "date"]),
        ("target: {by: 2026}", ["value"]),
        ("measurements: [{}]", ["value", "date"]),
        ("worth: {basis: x}", ["per_unit"]),
        ("taken_home: [{how: x}]", ["from"]),
    ],
)
def test_what_a_part_of_a_benefit_lacks_is_named(part: str, keys: list[str]) -> None:
    read = portfolio(it=assignment(f"benefits: [{{id: a, title: A, {part}}}]"))

    place = part.partition(":")[0]
    assert [(f.rule, f.params) for f in read.findings] == [
        ("field-missing", lack(key, "benefits", place)) for key in keys
    ]


@pytest.mark.parametrize("part", ["dropped: {why: x}", "expects: {what: x}"])
def test_what_a_part_of_a_roadmap_item_lacks_is_named(part: str) -> None:
    read = portfolio(it=assignment(f"roadmap: [{{id: a, title: A, {part}}}]"))

    place, key = ("dropped", "date") if part.startswith("dropped") else ("expects", "kind")
    assert [(f.rule, f.params) for f in read.findings] == [("field-missing", lack(key, "roadmap", place))]


def test_an_unknown_key_is_told_with_the_nearest_one() -> None:
    read = portfolio(it=assignment("benfits: []\n"))

    params = {
        "key": Name("benfits"),
        "own": Name("x-benfits: …"),
        "nearest": Code("benefits"),
        "correction": Name("benefits: …"),
    }
    assert [(f.reason, f.params) for f in read.findings] == [("nearest", params)]
    assert found(assignment("benfits: []\n")) == [("field-unknown", "nearest", 6, 1)]


def test_an_unknown_key_like_none_is_told_with_all_keys_of_its_place() -> None:
    read = portfolio(it=assignment("milestones: []\ncosts:\n  total: 1\n"))

    assert [(f.reason, f.params) for f in read.findings] == [
        ("keys", {"key": Name("total"), "own": Name("x-total: 1"), "keys": Choices(("one_off", "per_year"))}),
        ("keys", {"key": Name("milestones"), "own": Name("x-milestones: …"), "keys": Choices(ASSIGNMENT_KEYS)}),
    ]
    assert found(assignment("milestones: []\ncosts:\n  total: 1\n")) == [
        ("field-unknown", "keys", 8, 3),
        ("field-unknown", "keys", 6, 1),
    ]


def test_keys_are_told_as_the_format_spells_them() -> None:
    read = portfolio(it=assignment("pauses: [{from: 2026-02-01, zzz: 1}, {from: 2026-03-01, fro: 1}]\n"))

    assert [f.params for f in read.findings] == [
        {"key": Name("zzz"), "own": Name("x-zzz: 1"), "keys": Choices(("from", "to", "why"))},
        {"key": Name("fro"), "own": Name("x-fro: 1"), "nearest": Code("from"), "correction": Name("from: 1")},
    ]


def test_the_models_own_names_are_no_keys_and_one_slip_is_one_error() -> None:
    assert found(assignment("pauses:\n  - from_: 2026-02-01\n")) == [("field-unknown", "nearest", 7, 5)]


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("title", "Title"),
        ("title", "titel"),
        ("title", "TITEL"),
        ("department", "Avdelning"),
        ("department", "förvaltning"),
        ("department", "forvaltning"),
        ("lead", "projektledare"),
        ("started", "Start-datum"),
        ("started", "“started”"),
    ],
)
def test_a_key_in_other_letters_or_in_swedish_is_one_error_that_says_the_key(key: str, written: str) -> None:
    text = assignment(**{key: ""}) + f"{written}: 2026-01-01\n"

    [finding] = portfolio(it=text).findings

    assert (finding.rule, finding.reason, finding.params["nearest"]) == ("field-unknown", "nearest", Code(key))
    assert found(text) == [("field-unknown", "nearest", 5, 1)]


def test_a_key_without_a_value_that_stands_for_a_missing_one_is_one_error() -> None:
    assert found(assignment("Titel:\n", title="")) == [("field-unknown", "nearest", 5, 1)]


def test_another_key_is_missed_beside_an_unknown_one() -> None:
    assert found(assignment("Titel: x\n", lead="")) == [
        ("field-missing", "", 1, 1),
        ("field-unknown", "nearest", 5, 1),
    ]


@pytest.mark.parametrize(
    ("part", "choice"),
    [
        ("kind: Kontanter", "cash"),
        ("kind: Cash", "cash"),
        ("kind: frigjord tid", "capacity"),
        ("kind: Undvikna kostnader", "avoidance"),
        ("baseline: {value: 1, date: 2026-01-01, how: mätt}", "measured"),
    ],
)
def test_a_choice_in_other_words_is_told_with_the_right_one(part: str, choice: str) -> None:
    [finding] = portfolio(it=assignment(f"benefits: [{{id: a, title: A, {part}}}]")).findings

    assert (finding.reason, finding.params["nearest"]) == ("choice-nearest", Code(choice))


@pytest.mark.parametrize(
    ("step", "meant"),
    [("2", "benefits"), ("steg 3", "roadmap"), ("2 Visa nyttan", "benefits"), ("Testa tillsammans", "explore")],
)
def test_a_step_by_its_number_or_its_name_is_told_with_its_id(step: str, meant: str) -> None:
    [finding] = portfolio(it=assignment(f"journey: [{{step: {step}, entered: 2026-01-01}}]")).findings

    assert (finding.reason, finding.params["nearest"]) == ("choice-nearest", Code(meant))


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "---\n", "{}\n"])
@pytest.mark.parametrize("language", ["en", "sv"])
def test_an_empty_file_is_one_error_with_the_lines_to_paste(text: str, language: Literal["en", "sv"]) -> None:
    read = assessed(text, it=text)

    for finding in read.findings:
        lines = words(language).ask(finding).split("\n")[1:]
        assert load([File(finding.path, "\n".join(lines).encode())]).findings == ()
        assert len(lines) == 5
        assert all(DAY in line for line in lines if line.startswith("started:"))
    missing = ("field-missing", START)
    assert [(one.rule, read.portfolio.span(one.path, one.where)) for one in read.findings] == [missing, missing]


def test_a_key_without_a_value_inside_braces_is_most_likely_a_cut_text() -> None:
    read = portfolio(it=assignment("links: [{title: bottleneck, not the form, url: x}]\n"))

    assert [(f.rule, f.reason, f.params) for f in read.findings] == [
        (
            "field-unknown",
            "comma",
            {
                "key": Name("not the form"),
                "own": Name("x-not the form: …"),
                "correction": Name('title: "bottleneck, not the form"'),
            },
        )
    ]
    assert found(assignment("links: [{title: bottleneck, not the form, url: x}]\n")) == [
        ("field-unknown", "comma", 6, 29)
    ]


def test_a_known_key_without_a_value_inside_braces_is_absence() -> None:
    assert found(assignment("links: [{title, url: x}]\ncosts: {one_off: ~}\n")) == []


def test_an_unknown_key_without_a_value_on_a_line_of_its_own_is_just_unknown() -> None:
    assert found(assignment("benfits:\n")) == [("field-unknown", "nearest", 6, 1)]


def test_nulls_below_an_unknown_key_add_nothing_to_it() -> None:
    assert found(assignment("milestones:\n  done:\n  - x\n".replace("  - x\n", ""))) == [
        ("field-unknown", "keys", 6, 1)
    ]


def test_keys_of_the_users_own_are_free_in_any_mapping() -> None:
    text = assignment(
        "x-note: {a: [b]}\nx-: 1\ncosts: {x-total: [1], one_off: 1}\nlinks: [{x-a, url: u}]\n$schema: s\n"
    )

    assert found(text) == []
    assert found_in_program(program("x-a: 1\nsettings: {x-b: 2}\nrules: {x-c: d}\n$schema: s\n")) == []


@pytest.mark.parametrize(
    ("rest", "reason", "line", "column"),
    [
        ("goals: one\n", "not-a-list", 6, 8),
        ("goals: {a: b}\n", "not-a-list", 6, 1),
        ("goals:\n  a: b\n", "not-a-list", 6, 1),
        ("trials: x\n", "not-entries", 6, 9),
        ("trials: [x]\n", "item-not-a-mapping", 6, 10),
        ("trials: [[x]]\n", "item-not-a-mapping", 6, 10),
        ("costs: 5\n", "not-a-mapping", 6, 8),
        ("costs: [5]\n", "not-a-mapping", 6, 1),
        ("stopped: 2026-02-01\n", "not-a-mapping", 6, 10),
        ("goals: [[a]]\n", "item-not-a-scalar", 6, 9),
        ("tags:\n  - a: b\n", "item-not-a-scalar", 7, 5),
        ("goals:\n  -\n", "empty-item", 7, 3),
        ("trials:\n  - ~\n", "empty-item", 7, 5),
        ("tags: ['']\n", "empty", 6, 8),
        ("journey: [{step: benfits, entered: 2026-02-01}]\n", "choice-nearest", 6, 18),
        ("journey: [{step: zzz, entered: 2026-02-01}]\n", "choice", 6, 18),
        ("journey: [{step: [explore], entered: 2026-02-01}]\n", "list-for-value", 6, 12),
        ("benefits: [{id: a, title: A, kind: Cash}]\n", "choice-nearest", 6, 36),
        ("benefits: [{id: a, title: A, measure: {what: x, unit: y, every_days: 0}}]\n", "not-from-1", 6, 70),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_at_its_place(rest: str, reason: str, line: int, column: int) -> None:
    assert found(assignment(rest)) == [("field-invalid", reason, line, column)]


@pytest.mark.parametrize(
    ("rest", "reason", "correction"),
    [
        ("goals: one, two\n", "not-a-list", "goals: [one, two]"),
        ("goals: one, two,\n", "not-a-list", "goals: [one, two]"),
        ("goals: {a: b}\n", "not-a-list", "goals: […]"),
        ("goals: {}\n", "not-a-list", "goals: […]"),
        ("trials: x\n", "not-entries", "- id: …"),
        ("trials: {}\n", "not-entries", "- id: …"),
        ("trials: {title: A, id: a}\n", "not-entries", "- title: A"),
        ("trials: {title: [A]}\n", "not-entries", "- title: …"),
        ("live: [2026-02-01, 2026-03-01]\n", "list-for-value", "live: 2026-02-01"),
        ("live: [{a: b}, 2026-03-01]\n", "list-for-value", "live: …"),
        ("live: []\n", "list-for-value", "live: …"),
    ],
)
def test_what_is_to_be_a_list_or_a_value_is_told_with_how_it_is_written(
    rest: str, reason: str, correction: str
) -> None:
    [finding] = portfolio(it=assignment(rest)).findings

    assert (finding.reason, finding.params["correction"]) == (reason, Name(correction))


@pytest.mark.parametrize(
    ("rest", "sign", "correction", "column"),
    [
        ("tags:\n  • one\n  • two\n", "•", "- one", 3),
        ("tags:\n  – one\n", "–", "- one", 3),
        ("tags:\n  + one\n", "+", "- one", 3),
        ("links:\n  – url: x\n", "–", "- url: x", 3),
        ("links:\n  – url: [x]\n", "–", "- url: [x]", 3),
        ("links:\n  – url: []\n", "–", "- url: …", 3),
    ],
)
def test_a_sign_that_is_no_hyphen_before_list_items_is_told_with_the_line_to_write(
    rest: str, sign: str, correction: str, column: int
) -> None:
    [finding] = portfolio(it=assignment(rest)).findings

    assert (finding.reason, finding.params) == ("list-sign", {"sign": Code(sign), "correction": Name(correction)})
    assert found(assignment(rest)) == [("field-invalid", "list-sign", 7, column)]


def test_a_wrong_choice_lists_the_choices_in_their_order() -> None:
    read = portfolio(it=assignment("journey: [{step: benfits, entered: 2026-02-01}]", kind="other"))

    steps = Choices(("explore", "benefits", "roadmap", "embed"))
    assert [f.params for f in read.findings] == [
        {
            "key": Code("kind"),
            "value": Name("other"),
            "choices": Choices(("assignment", "enabling")),
            "correction": Code("kind: assignment"),
        },
        {
            "key": Code("step"),
            "value": Name("benfits"),
            "choices": steps,
            "nearest": Code("benefits"),
            "correction": Code("step: benefits"),
        },
    ]


def test_a_text_that_is_too_long_is_told_with_its_length() -> None:
    (finding,) = portfolio(it=assignment(title="a" * 201)).findings

    params: dict[str, Term] = {"key": Code("title"), "value": Name("a" * 59 + "…"), "most": 200, "length": 201}
    assert finding == Finding("field-invalid", IT, ("title",), Subject("assignment", "it"), params, reason="too-long")


@pytest.mark.parametrize(
    ("written", "reason", "sign"), [("”5”", "typographic", "”"), ("–5", "minus-sign", "–"), ("−5", "minus-sign", "−")]
)
def test_a_number_that_a_sign_spoils_is_told_by_the_sign(written: str, reason: str, sign: str) -> None:
    [spoilt] = [
        one for one in assessed(it=assignment(f"costs: {{one_off: {written}}}")).findings if one.rule == "field-invalid"
    ]

    assert (spoilt.reason, spoilt.where, spoilt.params["sign"]) == (reason, ("costs", "one_off"), Code(sign))
