"""``staircase rule``: a page for each rule, for people and programs, with and without a portfolio."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM, plant, run
from tests.cli.screen import on_screen
from tests.oracle.severities import ALL_RULES, default

SEVERITIES = {
    **dict.fromkeys(
        (
            *("file-unreadable", "file-syntax", "file-not-plain", "file-duplicate-key", "file-name", "field-unknown"),
            *("field-missing", "field-invalid", "reference-unknown", "reference-cycle", "date-order"),
            *("date-in-future", "benefit-flat-target"),
        ),
        "error",
    ),
    **{rule: default(rule) for rule in ALL_RULES},
}
"""Every rule with its severity, or off where the programme is to turn it on."""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_program_gets_every_rule_with_its_severity_and_page(tmp_path: Path, language: str) -> None:
    ran = run(["rule", "--json", "--lang", language], tmp_path)

    told = json.loads(ran.out)
    assert (ran.code, ran.err, told["schema"]) == (0, "", "staircase.rule/1")
    assert {row["rule"]: row["severity"] for row in told["rows"]} == SEVERITIES
    assert {tuple(row)[:4] for row in told["rows"]} == {("rule", "family", "severity", "title")}
    assert [row["rule"] for row in told["rows"] if not all(row.values())] == []
    assert {row["family"] for row in told["rows"]} == {rule.partition("-")[0] for rule in SEVERITIES}


def test_the_list_is_a_line_for_each_rule_and_on_a_screen_family_by_family(tmp_path: Path) -> None:
    piped = run(["rule"], tmp_path).out.splitlines()
    shown = on_screen(["rule", "--color", "never"], tmp_path).out.splitlines()

    assert {line.split()[0]: line.split()[1] for line in piped} == SEVERITIES
    assert " ".join(" ".join(shown).split()) == " ".join(" ".join(piped).split())
    families = [line.partition("-")[0] for line in piped]
    assert shown.count("") == sum(one != other for one, other in pairwise(families))
    assert max(map(len, shown)) <= 80


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("sv", ["Vad", "Varför", "Så åtgärdar du", "Exempel"]),
        ("en", ["What", "Why", "How to mend", "Example"]),
    ],
)
def test_a_page_says_what_why_how_to_mend_and_shows_an_example(
    tmp_path: Path, language: str, headings: list[str]
) -> None:
    piped = run(["rule", "benefit-behind", "--lang", language], tmp_path)
    shown = on_screen(["rule", "benefit-behind", "--lang", language, "--color", "never"], tmp_path)

    assert (piped.code, shown.code) == (0, 0)
    assert re.findall(r"^## (.*)$", piped.out, re.MULTILINE) == headings
    assert [line for line in shown.out.splitlines() if line in headings] == headings
    first, *lines = shown.out.splitlines()
    assert first == f"{piped.out.splitlines()[0].removeprefix('# ')}  benefit-behind, warning"
    assert [line for line in lines if len(line) > 80 or line.startswith(("#", "```"))] == []
    assert re.findall(r"^    (.*)$", shown.out, re.MULTILINE) == re.findall(
        r"^(?!```)(.+)$",
        "\n".join(re.findall(r"^```yaml\n(.*?)^```$", piped.out, re.MULTILINE | re.DOTALL)),
        re.MULTILINE,
    )


def test_one_rule_for_a_program_has_its_sections(tmp_path: Path) -> None:
    told = json.loads(run(["rule", "journey-stale", "--format", "json"], tmp_path).out)

    (row,) = told["rows"]
    assert list(row) == ["rule", "family", "severity", "title", "what", "why", "mend", "example"]
    assert {key: row[key] for key in ("rule", "family", "severity")} == {
        "rule": "journey-stale",
        "family": "journey",
        "severity": "warning",
    }


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("benefit-behnd", "benefit-behind"), ("journey-stuk", "journey-stuck"), ("journey_stale", "journey-stale")],
)
def test_an_unknown_rule_suggests_the_nearest(tmp_path: Path, name: str, nearest: str) -> None:
    ran = run(["rule", name], tmp_path)

    assert (ran.code, ran.out) == (2, "")
    assert f"“{nearest}”" in ran.err


def test_a_name_like_no_rule_is_refused(tmp_path: Path) -> None:
    ran = run(["rule", "xyzzy"], tmp_path)

    assert (ran.code, ran.out) == (2, "")
    assert "xyzzy" in ran.err


@pytest.mark.parametrize(
    ("program", "arguments", "variables", "first"),
    [
        ("language: sv\n", [], {}, "# Fil som inte har uppdaterats"),
        ("language: en\n", [], {"LC_ALL": "sv_SE.UTF-8"}, "# File that nobody has touched"),
        ("language: sv\n", ["--lang", "en"], {}, "# File that nobody has touched"),
        ("language: sv\n", [], {"STAIRCASE_LANG": "en"}, "# File that nobody has touched"),
        ("", [], {"LC_ALL": "sv_SE.UTF-8"}, "# Fil som inte har uppdaterats"),
    ],
)
def test_a_page_is_in_the_reader_s_language_else_the_portfolio_s(
    tmp_path: Path, program: str, arguments: list[str], variables: dict[str, str], first: str
) -> None:
    folder = plant(tmp_path, {"program.yaml": PROGRAM + program})

    ran = run(["rule", "journey-stale", *arguments], folder, variables)

    assert ran.out.splitlines()[0] == first


def test_a_page_needs_no_portfolio_that_can_be_read(tmp_path: Path) -> None:
    folder = plant(tmp_path, {"program.yaml": "format: ["})

    assert run(["rule", "journey-stale"], folder).code == 0
