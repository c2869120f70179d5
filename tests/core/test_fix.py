"""The command that mends a gap: one that exists, with what the finding knows filled in."""

import shlex

import pytest

from staircase.cli.help import FAMILIES
from staircase.core.finding import FIXES, Finding, Subject, command, fix_of
from staircase.core.rules.table import GAPS


def gap(rule: str, reason: str = "", item: str | None = "tid") -> Finding:
    return Finding(rule, "assignments/natt.yaml", (), Subject("assignment", "natt"), reason=reason, item=item)


@pytest.mark.parametrize(
    ("finding", "fix"),
    [
        (gap("benefit-measure-overdue"), "staircase measure natt tid …"),
        (gap("journey-unproven", "benefits"), "staircase measure natt … …"),
        (gap("journey-unproven", "other"), None),
        (gap("benefit-no-owner", item=None), None),
        (gap("benefit-worse"), "staircase measure natt tid …"),
        (gap("benefit-owner-is-lead"), "staircase set natt benefits.tid.owner …"),
        (gap("benefit-no-target", "no-day"), "staircase benefit natt tid --by …"),
        (gap("benefit-behind"), None),
        (gap("trial-no-lesson", "unended", "it's two"), "staircase trial natt 'it'\"'\"'s two' --ended --learned …"),
    ],
)
def test_a_gap_has_the_command_that_mends_it_where_there_is_one(finding: Finding, fix: str | None) -> None:
    assert fix_of(finding) == fix


def test_every_one_of_them_is_of_a_gap_and_names_a_command_that_writes() -> None:
    assert {name.partition(".")[0] for name in FIXES} <= set(GAPS)
    assert {pattern.split(" ")[0] for pattern in FIXES.values()} <= set(FAMILIES["write"])


@pytest.mark.parametrize("words", [("set", "a b", "it's", ""), ("new", "åäö", "$(x)", "a;b", "…")])
def test_a_command_is_what_a_shell_takes_apart_again(words: tuple[str, ...]) -> None:
    assert shlex.split(command(*words)) == ["staircase", *words]
