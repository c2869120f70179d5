"""The mutator: what it changes of a module, what it leaves alone, and that each mutant has a name of its own."""

from collections import Counter
from collections.abc import Sequence

import pytest

from tests.mutation.__main__ import Sample, between, drawn
from tests.mutation.modules import GROUPS, JUDGES, ROOT, files
from tests.mutation.mutants import Mutant, mutants


def changed(text: str) -> list[str]:
    return [mutant.becomes for mutant in mutants("m.py", text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <= b", ["pass", "a < b", "a > b"]),
        ("a in b", ["pass", "a not in b"]),
        ("x = a and b", ["x = a or b", "x = b", "x = a"]),
        ("x = not a", ["x = a"]),
        ("LIMIT = 30", ["LIMIT = 31", "LIMIT = 29"]),
        ("x = True", ["x = False"]),
        ("x = a if b else c", ["x = a", "x = c"]),
        ("x = [a for a in b if a]", ["x = [a for a in b]"]),
        ("x = min(a)", ["x = max(a)", "x = min(None)"]),
        ("x = f(key=a)", ["x = f()"]),
        ("x = a + b", ["x = a - b"]),
        ("if a:\n    b = c", ["if not a:"]),
        ("def f():\n    return a", ["return None"]),
        ("def f(a: int = 1) -> 'A':\n    'Words.'", ["def f(a: int=2) -> 'A':", "def f(a: int=0) -> 'A':"]),
        ("@property\ndef f():\n    return 'a'", ["return None", "return 'XXaXX'"]),
    ],
)
def test_one_thing_is_changed_at_a_time(text: str, expected: list[str]) -> None:
    assert changed(text) == expected


@pytest.mark.parametrize("text", ["'Words.'", "import a", "class A(B):\n    'Words.'\n    a: int", "T = TypeVar('T')"])
def test_what_cannot_matter_is_left_alone(text: str) -> None:
    assert changed(text) == []


def test_a_mutant_is_named_by_where_it_stands_and_not_by_its_line() -> None:
    text = "class A:\n    def f(self):\n        return 1\n"

    assert [mutant.key for mutant in mutants("m.py", "\n\n" + text)] == [mutant.key for mutant in mutants("m.py", text)]
    assert {mutant.scope for mutant in mutants("m.py", text)} == {"A.f"}


def test_of_a_long_line_a_mutant_says_what_stands_around_its_change() -> None:
    row = ", ".join(f"name{number}" for number in range(100))

    assert len(row) > 400
    assert changed(f"x = [{row}, 7, {row}]") == [f"{row[-78:]}, {one}, {row[:78]}" for one in (8, 6)]


def test_what_an_import_calls_is_seen_by_an_import_alone() -> None:
    text = "def f():\n    return not a\ndef g():\n    return not b\nX = f(c)\n"

    found = {(mutant.scope, mutant.in_function) for mutant in mutants("m.py", text)}

    assert found == {("f", False), ("g", True), ("", False)}


def test_every_group_has_modules_and_tests_that_judge_them() -> None:
    assert files([]).keys() == GROUPS.keys() == JUDGES.keys()
    assert all((ROOT / place.split("::")[0]).exists() for places in JUDGES.values() for place in places)


def test_a_file_is_judged_by_the_tests_of_its_group_and_one_of_none_is_refused() -> None:
    assert files(["staircase/core/rules/date.py", "staircase/core/review.py"]) == {
        "rules": ["staircase/core/rules/date.py"],
        "comparison": ["staircase/core/review.py"],
    }
    with pytest.raises(SystemExit, match="belongs to no group"):
        files(["staircase/__main__.py"])


def test_a_sample_is_the_same_for_the_same_seed_and_after_a_change_elsewhere() -> None:
    text = "".join(f"a{number} = {number}\n" for number in range(100))
    whole, more = list(mutants("m.py", text)), list(mutants("m.py", text + "b = not c\n"))

    def names(chosen: Sequence[Mutant], seed: str) -> set[str]:
        return {mutant.becomes for mutant in drawn(chosen, Sample(50, seed))}

    assert names(whole, "1") == names(whole[::-1], "1")
    assert len(names(whole, "1")) == len(names(whole, "2")) == 50
    assert names(whole, "1") != names(whole, "2")
    assert len(names(whole, "1") & names(more, "1")) >= 49


def test_of_a_sample_of_all_modules_each_mutant_is_as_likely() -> None:
    whole = [one for name in "ab" for one in mutants(f"{name}.py", "".join(f"c = {n}\n" for n in range(9, 60, 3)))]

    drawn_times = Counter(one.key for seed in range(400) for one in drawn(whole, Sample(17, str(seed))))

    assert len(whole) == 68
    assert set(drawn_times) == {one.key for one in whole}
    assert max(drawn_times.values()) < 150  # 100 each in the mean
    assert min(drawn_times.values()) > 60


@pytest.mark.parametrize(
    ("killed", "tried", "least", "most"),
    [(184, 200, 0.874, 0.950), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (0, 0, 0.0, 1.0)],
)
def test_a_sample_tells_between_which_shares_that_of_all_lies(
    killed: int, tried: int, least: float, most: float
) -> None:
    assert between(killed, tried) == pytest.approx((least, most), abs=0.0006)
