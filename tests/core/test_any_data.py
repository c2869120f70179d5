from hypothesis import example, given
from hypothesis import strategies as st

from staircase.core.finding import PROGRAM as PROGRAMME
from staircase.core.load import load
from staircase.core.source import START, Span
from staircase.core.yaml import parse
from tests.core.build import PROGRAM, assignment, files, portfolio, told
from tests.core.places import IT

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
    ),
)


SCALARS = st.sampled_from(
    ["", "''", "~", "x", "care", "explore", "2026-01-01", "2026-02-30", "2026-Q4", "1", "-5", "1e999", "9" * 70, "7,5"]
)
KEYS = st.sampled_from(
    sorted(
        {*ASSIGNMENT_KEYS, "id", "from", "to", "by", "date", "value", "step", "entered", "why", "measure", "baseline"}
        | {"target", "measurements", "worth", "taken_home", "amount", "expects", "per_year", "dropped", "learned"}
        | {"x-own", "zzz", "settings", "step_days", "rules", "mandate", "documents", "departments", "format", "name"}
        | {"explore", "url", "rule", "until", "owner", "one_off", "what", "unit", "every_days", "based_on", "became"}
    )
)


def flow(data: object) -> str:
    """Write nested data as flow YAML."""
    match data:
        case dict():
            return "{" + ", ".join(f"{key}: {flow(value)}" for key, value in data.items()) + "}"
        case list():
            return "[" + ", ".join(map(flow, data)) + "]"
        case _:
            return str(data) or "~"


NESTED = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(KEYS, NESTED, max_size=8), st.dictionaries(KEYS, NESTED, max_size=8))
@example({"journey": {"step": "x"}}, {"rules": ["x"]})
def test_no_data_makes_reading_fail(data: dict[str, object], programme: dict[str, object]) -> None:
    whole = {"title": "T", "department": "care", "lead": "L", "started": "2026-01-01"} | data
    text, top = ("".join(f"{key}: {flow(value)}\n" for key, value in each.items()) for each in (whole, programme))

    read = portfolio(top, it=text)

    assert ("it" in read.entries) == (IT not in {finding.path for finding in read.findings})
    assert (read.program is not None) == ("program.yaml" not in {finding.path for finding in read.findings})
    assert all(told(finding, read)[3] >= 1 for finding in read.findings)


@given(st.sampled_from(ASSIGNMENT_KEYS), NESTED)
def test_a_wrong_value_at_a_key_is_told_within_that_key(key: str, value: object) -> None:
    others = {"title": "T", "department": "care", "lead": "L", "started": "2026-01-01"}
    lines = [f"{name}: {text}" for name, text in others.items() if name != key]

    read = portfolio(it="\n".join([*lines, f"{key}: {flow(value)}", ""]))

    allowed = {"not-enabling", "both-endings"}
    assert {
        told(finding, read)[3]
        for finding in read.findings
        if finding.reason not in allowed and finding.rule != "field-missing"
    } <= {len(lines) + 1}


@given(st.permutations(assignment("goals: [a]\ntags: [b]\ncosts: {one_off: 1}\nlive: 2026-02-01\n").splitlines()))
def test_the_order_of_keys_means_nothing(lines: list[str]) -> None:
    written = assignment("goals: [a]\ntags: [b]\ncosts: {one_off: 1}\nlive: 2026-02-01\n")

    assert portfolio(it="\n".join(lines)).entries["it"] == portfolio(it=written).entries["it"]


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_files_means_nothing(order: list[str]) -> None:
    texts = {"a": assignment(), "b": assignment(title="B"), "c": "title: [", "d": assignment(lead="")}

    read, usual = (load(files(PROGRAM, **{n: texts[n] for n in names})) for names in (order, list(texts)))

    assert (read.entries, read.broken, read.ids) == (usual.entries, usual.broken, usual.ids)
    assert set(read.unreadable) == set(usual.unreadable)
    assert sorted(map(repr, read.findings)) == sorted(map(repr, usual.findings))


def test_places_are_found_also_where_reading_stopped_between_a_key_and_its_value() -> None:
    parsed = parse("a.yaml", "a: {b: }\n?  c: d\n    e: f\n", PROGRAMME)

    assert [finding.rule for finding in parsed.findings][-1] == "file-syntax"
    assert parsed.source.span(("a", "b")) == Span(1, 5, 1, 6)
    assert parsed.source.span(("zzz",)) == START
