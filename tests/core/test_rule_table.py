"""The table of rules: every row is whole, every function in the families stands in one row, and names load nothing."""

import ast
import subprocess
import sys
from inspect import signature
from typing import get_type_hints

import pytest

from staircase.core.assess import check_of
from staircase.core.finding import Severity
from staircase.core.portfolio import Portfolio
from staircase.core.rules.rule import (
    AcceptedCase,
    BenefitCase,
    Case,
    DepartmentCase,
    FileCase,
    GoalCase,
    ItemCase,
    ProgramCase,
    Scene,
)
from staircase.core.rules.table import ERRORS, GAPS, RULES, Harm, Rule, Scope
from staircase.core.source import Source
from tests.house.module import ROOT

FAMILIES = sorted((ROOT / "staircase/core/rules").glob("*.py"))
SHARED = {"__init__", "names", "rule", "table"}
CASES = {
    Scope.ASSIGNMENT_FILE: FileCase,
    Scope.ASSIGNMENT_REFERENCES: FileCase,
    Scope.DEPENDENCIES: Portfolio,
    Scope.PROGRAM_FILE: ProgramCase,
    Scope.PROGRAM_REFERENCES: ProgramCase,
    Scope.TEXT: Source,
    Scope.IGNORED_FILE: str,
    Scope.ACCEPTED: AcceptedCase,
    Scope.STARTED: Case,
    Scope.CLIMBING: Case,
    Scope.ENABLING: Case,
    Scope.BENEFIT: BenefitCase,
    Scope.ITEM: ItemCase,
    Scope.DEPARTMENT: DepartmentCase,
    Scope.GOAL: GoalCase,
    Scope.PROGRAM: Scene,
}
CHECKS = [(scope, check) for rule in RULES for scope, check in rule.checks.items()]


def yielding_functions() -> set[str]:
    """Return the public functions of the families, as the table names them."""
    return {
        f"{path.stem}:{node.name}"
        for path in FAMILIES
        if path.stem not in SHARED
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and ast.unparse(node.returns or node) == "Iterator[Hit]"
        if not node.name.startswith("_")
    }


def test_every_name_stands_once_errors_first() -> None:
    names = [rule.name for rule in RULES]

    assert len(set(names)) == len(names)
    assert names == [*ERRORS, *GAPS]


@pytest.mark.parametrize(("scope", "check"), CHECKS)
def test_a_function_takes_the_case_of_its_scope(scope: Scope, check: str) -> None:
    function = check_of(check)

    (case,) = signature(function).parameters
    assert get_type_hints(function)[case] is CASES[scope]


def test_every_function_of_the_families_stands_in_one_row() -> None:
    assert sorted(check for _, check in CHECKS) == sorted(yielding_functions())


def test_every_scope_is_looked_at() -> None:
    assert {scope for scope, _ in CHECKS} == set(Scope)


def test_only_errors_are_found_while_files_are_read() -> None:
    assert {rule.severity for rule in RULES if not rule.checks} == {Severity.ERROR}


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.severity is Severity.ERROR], ids=lambda rule: rule.name
)
def test_an_error_has_no_kind_of_harm_and_is_about_what_is_there(rule: Rule) -> None:
    assert (rule.harm, rule.about_absence) == (Harm.OTHER, False)


def test_what_can_only_be_mended() -> None:
    assert {rule.name for rule in RULES if not rule.acceptable} == {"accepted-stale", "file-ignored", "text-cut"}


def test_the_names_load_no_function_of_a_rule() -> None:
    code = "import sys, staircase.core.rules.table; print(*(name for name in sys.modules if '.rules.' in name))"

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert set(run.stdout.split()) == {"staircase.core.rules.table"}
