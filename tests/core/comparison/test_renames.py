"""What is a rename: one answer, from the values of files, for the check, the diff and the log."""

import pytest

from staircase.core.comparison.ids import RARE, renames
from staircase.core.load import load
from staircase.core.portfolio import Portfolio
from staircase.core.source import File
from tests.core.build import assignment, portfolio

LONG = assignment("costs: {one_off: 1}\nlive: 2026-02-01\nreviewed: 2026-03-01\ntags: [a]\nlinks: []\ngoals: []\n")
NEARER = LONG.replace("Keyless", "Nearer")
NEAR = LONG.replace("Keyless", "Near").replace("one_off: 1", "one_off: 2")
OTHER = NEAR.replace("Near", "Other").replace("2026-02-01", "2026-02-02")
SMALL = "title: Sensors\ndepartment: care\nlead: Team\nstarted: 2026-09-10\ntogether: [nurse]\ngoals: [nowhere]\n"
ANOTHER = SMALL.replace("Sensors", "Robots").replace("09-10", "09-20")
BENEFIT = "benefits:\n  - {id: time, title: Time, measure: {what: time, unit: hours}}\n"
HALF_READ = SMALL + "benefits: [\n"


def quoted(text: str) -> str:
    """Quote each key at the top."""
    return "".join(f'"{line.partition(":")[0]}":{line.partition(":")[2]}' for line in text.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param({"a": LONG}, {"b": LONG}, {"a": "b"}, id="the same text"),
        pytest.param({"a": LONG}, {"b": "# x\n" + quoted(LONG)}, {"a": "b"}, id="the same values"),
        pytest.param(
            {"a": LONG}, {"b": quoted(LONG).replace("Keyless", "New")}, {"a": "b"}, id="quoted keys and another title"
        ),
        pytest.param({"a": "title: [\n"}, {"b": "title: [\n"}, {"a": "b"}, id="the same broken text"),
        pytest.param({"a": "title: [\n"}, {"b": "lead: [\n"}, {}, id="other broken text"),
        pytest.param({"a": "- x\n"}, {"b": "- y\n"}, {}, id="broken texts that offer nothing"),
        pytest.param({"a": HALF_READ}, {"b": quoted(SMALL) + "benefits: {\n"}, {"a": "b"}, id="broken otherwise"),
        pytest.param({"a": SMALL + "tags:\n-\n"}, {"b": SMALL + "tags: [x]\n"}, {"a": "b"}, id="an empty item"),
        pytest.param({"a": SMALL}, {"b": HALF_READ}, {"a": "b"}, id="broken since"),
        pytest.param({"a": SMALL + "tagz: [x]\n"}, {"b": SMALL}, {"a": "b"}, id="mended since"),
        pytest.param(
            {"a": SMALL + "tagz: [x]\n"}, {"b": ANOTHER + "tagz: [x]\n"}, {}, id="another with the same error"
        ),
        pytest.param({"a": HALF_READ}, {"b": ANOTHER + "benefits: [\n"}, {}, id="another that breaks off there, too"),
        pytest.param(
            {"a": LONG}, {"b": assignment("", lead="X", together="", department="x")}, {"a": "b"}, id="same beginning"
        ),
        pytest.param({"a": SMALL}, {"b": SMALL.replace("Sensors", "Robots")}, {"a": "b"}, id="another title"),
        pytest.param({"a": SMALL}, {"b": ANOTHER}, {}, id="another title and start"),
        pytest.param(
            {"a": LONG}, {"b": LONG.replace("Keyless", "Other").replace("Lea", "Leo")}, {"a": "b"}, id="most values"
        ),
        pytest.param({"a": "title: A\nlead: B\n"}, {"b": "title: C\nlead: B\n"}, {}, id="nothing that tells it"),
        pytest.param({"a": LONG}, {"a": LONG, "b": LONG}, {}, id="a copy is no rename"),
        pytest.param({"a": LONG, "b": LONG}, {"c": LONG}, {"a": "c"}, id="of two equal ones the first"),
        pytest.param({"a": LONG, "b": LONG}, {"d": LONG, "c": LONG}, {"a": "c", "b": "d"}, id="each once, by name"),
        pytest.param({"a": LONG}, {"b": NEARER, "c": LONG}, {"a": "c"}, id="equal before alike"),
        pytest.param({"a": LONG}, {"b": NEAR, "c": NEARER}, {"a": "c"}, id="the most alike of two that came"),
        pytest.param({"a": NEAR, "b": NEARER}, {"c": LONG}, {"b": "c"}, id="the most alike of two that went"),
        pytest.param(
            {"a": NEAR, "b": LONG}, {"c": NEARER, "d": OTHER}, {"a": "d", "b": "c"}, id="the rest with what is left"
        ),
        pytest.param({}, {"a": LONG}, {}, id="only new"),
        pytest.param({"a": LONG}, {}, {}, id="only gone"),
        pytest.param({"a": ""}, {"b": ""}, {"a": "b"}, id="empty files"),
    ],
)
def test_a_renamed_file_is_known_by_its_values(
    before: dict[str, str], after: dict[str, str], expected: dict[str, str]
) -> None:
    assert renames(portfolio(**before), portfolio(**dict(sorted(after.items())))) == expected
    back = {new: old for old, new in expected.items()}
    assert renames(portfolio(**dict(sorted(after.items()))), portfolio(**before)) == back


@pytest.mark.parametrize(
    ("stays", "expected"),
    [
        pytest.param(assignment(title="Stays", started="2025-01-01"), {"a": "b"}, id="nothing of it"),
        pytest.param(assignment(title="Stays", started="2026-09-10"), {}, id="the start"),
        pytest.param(assignment(title="Stays", started="2025-01-01", lead="Team"), {"a": "b"}, id="the lead"),
    ],
)
def test_what_a_file_that_stayed_says_too_makes_no_rename(stays: str, expected: dict[str, str]) -> None:
    before = portfolio(a=SMALL, stays=stays)
    after = portfolio(b=SMALL.replace("Sensors", "Robots"), stays=stays)

    assert renames(before, after) == expected


def test_ready_made_text_that_all_files_share_makes_no_rename() -> None:
    stays = assignment(BENEFIT, title="Stays", started="2025-01-01")

    assert renames(portfolio(a=SMALL + BENEFIT, stays=stays), portfolio(b=ANOTHER + BENEFIT, stays=stays)) == {}
    assert renames(portfolio(a=SMALL + BENEFIT), portfolio(b=ANOTHER + BENEFIT)) == {"a": "b"}


def test_a_title_that_stays_in_another_file_begins_no_other() -> None:
    stays, text = assignment(title="To do", started="2026-09-10"), SMALL.replace("Sensors", "To do")

    assert renames(portfolio(a=text, s=stays), portfolio(b=text.replace("[nurse]", "[cook]"), s=stays)) == {}


def by_path(texts: dict[str, str]) -> Portfolio:
    return load([File("program.yaml", b"format: 1\n"), *(File(path, text.encode()) for path, text in texts.items())])


def test_a_file_whose_name_was_no_id_is_followed_to_one_that_is() -> None:
    before, after = by_path({"assignments/My Idea.yaml": SMALL}), by_path({"assignments/idea.yaml": SMALL})

    assert renames(before, after) == {"My Idea": "idea"}


def test_a_file_that_broke_is_still_there_whatever_else_says_what_it_said() -> None:
    whole = by_path({"assignments/My Idea.yaml": SMALL})
    broken = by_path({"assignments/My Idea.yaml": "title: [", "assignments/that.yaml": SMALL})

    assert renames(whole, broken) == {}
    assert renames(broken, whole) == {}


def test_a_file_in_another_folder_is_the_same_and_no_rename() -> None:
    before, after = by_path({"assignments/it.yaml": SMALL}), by_path({"assignments/care/it.yaml": SMALL})

    assert renames(before, after) == {}


def test_values_that_many_files_have_that_went_or_came_make_no_rename() -> None:
    many = range(RARE + 1)
    before = {f"a{number}": LONG.replace("Keyless", f"A{number}") for number in many}
    after = {f"b{number}": LONG.replace("Keyless", f"B{number}") for number in many}
    after["b0"] = before["a7"]
    after["b1"] = quoted(before["a3"])

    assert renames(portfolio(**before), portfolio(**after)) == {"a7": "b0", "a3": "b1"}


@pytest.mark.parametrize(("many", "expected"), [(8, {"a0": "b0"}), (9, {})])
def test_a_value_tells_files_apart_as_long_as_no_more_than_eight_went_with_it(
    many: int, expected: dict[str, str]
) -> None:
    shared = "live: 2026-02-01\nreviewed: 2026-03-01\ncosts: {one_off: 1}\n"
    before = {f"a{number}": assignment(shared, title=f"A{number}", started="2026-01-02") for number in range(many)}
    after = {"b0": assignment(shared, title="B", started="2026-01-03")}

    assert renames(portfolio(**before), portfolio(**after)) == expected


def test_a_file_that_says_the_same_goes_before_one_that_begins_the_same() -> None:
    begun = SMALL.replace("[nurse]", "[cook]")

    assert renames(portfolio(a=SMALL), portfolio(b=begun, c=quoted(SMALL))) == {"a": "c"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("area: homes\n", {"a": "b"}),
        ("tags: [pilot]\n", {}),
        ("kind: assignment\n", {}),
        ("goals: [nowhere]\n", {}),
        ("together: [nurse]\n", {}),
        ("lead: Team\n", {}),
        ("department: care\n", {}),
    ],
)
def test_what_many_share_by_nature_tells_no_file_from_another(line: str, expected: dict[str, str]) -> None:
    assert renames(portfolio(a="title: A\n" + line), portfolio(b="title: B\n" + line)) == expected


def test_a_file_whose_values_are_all_equal_is_renamed_even_where_another_file_says_the_same() -> None:
    before, after = (
        portfolio(stays="title: Keyless\n", **{name: f"# {name}\ntitle: Keyless\n"}) for name in ("a", "b")
    )

    assert renames(before, after) == {"a": "b"}
