import pytest

from staircase.core.renamed import MOST_PAIRS, renamed
from tests.core.build import assignment, portfolio

LONG = assignment("costs: {one_off: 1}\nlive: 2026-02-01\nreviewed: 2026-03-01\ntags: [a]\nlinks: []\ngoals: []\n")
NEARER = LONG.replace("Keyless", "Nearer")
NEAR = LONG.replace("Keyless", "Near").replace("Lea", "Leo")
OTHER = LONG.replace("Keyless", "Other").replace("Lea", "Liv").replace("2026-02-01", "2026-02-02")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param({"a": LONG}, {"b": LONG}, {"a": "b"}, id="the same text"),
        pytest.param({"a": "title: [\n"}, {"b": "title: [\n"}, {"a": "b"}, id="the same broken text"),
        pytest.param({"a": "title: [\n"}, {"b": "lead: [\n"}, {}, id="other broken text"),
        pytest.param(
            {"a": LONG}, {"b": assignment("", lead="X", together="", department="x")}, {"a": "b"}, id="same beginning"
        ),
        pytest.param(
            {"a": LONG}, {"b": LONG.replace("Keyless", "Other").replace("Lea", "Leo")}, {"a": "b"}, id="most lines"
        ),
        pytest.param(
            {"a": "title: A\nlead: B\n"}, {"b": "title: A\nlead: C\n"}, {"a": "b"}, id="half of the lines, exactly"
        ),
        pytest.param({"a": "t: 1\nl: 2\ns: 3\n"}, {"b": "t: 1\nl: 4\ns: 5\n"}, {}, id="less than half"),
        pytest.param({"a": "x\nx\nx\n"}, {"b": "x\ny\nz\n"}, {}, id="a line counts as often as it stands there"),
        pytest.param({"a": LONG}, {"a": LONG, "b": LONG}, {}, id="a copy is no rename"),
        pytest.param({"a": LONG, "b": LONG}, {"c": LONG}, {"a": "c"}, id="of two equal ones the first"),
        pytest.param({"a": LONG, "b": LONG}, {"d": LONG, "c": LONG}, {"a": "c", "b": "d"}, id="each once, by path"),
        pytest.param(
            {"a": LONG}, {"b": LONG.replace("Keyless", "Other"), "c": LONG}, {"a": "c"}, id="equal before alike"
        ),
        pytest.param({"a": LONG}, {"b": OTHER, "c": NEAR}, {"a": "c"}, id="the most alike of two that came"),
        pytest.param({"a": OTHER, "b": NEAR}, {"c": LONG}, {"b": "c"}, id="the most alike of two that went"),
        pytest.param(
            {"a": NEAR, "b": LONG}, {"c": NEARER, "d": OTHER}, {"a": "d", "b": "c"}, id="the rest with what is left"
        ),
        pytest.param({}, {"a": LONG}, {}, id="only new"),
        pytest.param({"a": LONG}, {}, {}, id="only gone"),
        pytest.param({"a": ""}, {"b": ""}, {"a": "b"}, id="empty files"),
    ],
)
def test_a_renamed_file_is_known_by_its_text(
    before: dict[str, str], after: dict[str, str], expected: dict[str, str]
) -> None:
    assert renamed(portfolio(**before), portfolio(**dict(sorted(after.items())))) == expected


def test_very_large_changes_are_told_by_equal_texts_and_beginnings_only() -> None:
    many = int(MOST_PAIRS**0.5) + 2
    before = {f"a{number}": assignment("tags: [x]", title=f"T{number}", lead=f"L{number}") for number in range(many)}
    after = {f"b{number}": text.replace("T", "U") for number, text in enumerate(before.values())}
    after["b0"] = before["a7"]

    assert renamed(portfolio(**before), portfolio(**after)) == {"a7": "b0"}
