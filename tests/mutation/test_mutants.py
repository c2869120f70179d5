"""The mutator: what it changes of a module, what it leaves alone, and that each mutant has a name of its own."""

import pytest

from tests.mutation.modules import GROUPS, files, judges
from tests.mutation.mutants import mutants


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


def test_every_group_has_modules_and_tests_that_judge_them() -> None:
    for group in GROUPS:
        assert all(judges(module) for module in files([group]))
