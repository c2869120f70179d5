"""SARIF is valid to models made from its schema, and means what its specification says, whatever the texts hold."""

import json
import os
import re
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from pydantic_sarif.model import (  # type: ignore[import-untyped]  # it has no types
    StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif,
)

from staircase.core.finding import Severity
from staircase.core.rules.table import ERRORS, GAPS
from staircase.render import sarif
from staircase.render.findings import Notices
from staircase.words import page
from tests.render.attacks import ATTACKS, HONEST
from tests.render.told import ENGLISH, SWEDISH, hostile, told

RELATIVE_URI = re.compile(r"(?!/)(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+")


def run(notices: Notices) -> dict[str, Any]:
    text = sarif.render(notices, ENGLISH)
    Sarif.model_validate_json(text.encode())
    document: dict[str, Any] = json.loads(text)
    return dict(document["runs"][0])


def test_a_result_says_what_where_and_how_grave() -> None:
    (result,) = run(Notices((told(),)))["results"]

    assert result == {
        "ruleId": "benefit-no-owner",
        "ruleIndex": list({**ERRORS, **GAPS}).index("benefit-no-owner"),
        "level": "warning",
        "message": {"text": "the benefit 'Quicker visits' has no owner in the line. Write who takes it home: owner"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "portfolio/assignments/a.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 31, "startColumn": 5, "endLine": 31, "endColumn": 7},
                }
            }
        ],
        "partialFingerprints": {"staircase/v1": "0123456789abcdef"},
    }


def test_the_driver_knows_every_rule_with_its_manual_page() -> None:
    driver = run(Notices(()))["tool"]["driver"]

    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in driver["rules"]] == [
        (name, severity.value) for name, severity in {**ERRORS, **GAPS}.items()
    ]
    assert [rule["help"]["markdown"] for rule in driver["rules"]] == [
        page("en", rule["id"]).text for rule in driver["rules"]
    ]


def test_the_rules_are_described_in_the_reader_s_language() -> None:
    document = json.loads(sarif.render(Notices(()), SWEDISH))

    driver = document["runs"][0]["tool"]["driver"]
    assert driver["language"] == "sv"
    assert driver["rules"][1]["shortDescription"] == {"text": "Inte YAML"}


def test_compared_with_a_base_each_result_says_what_became_of_it() -> None:
    notices = Notices(
        shown=(told(novelty="carried", severity=Severity.ERROR), told(novelty="new")),
        fixed=(told(standing="fixed"),),
        gone=(told(standing="gone"),),
        accepted=(told(standing="accepted", novelty="carried"), told(standing="accepted", novelty="new")),
        compared=True,
    )

    results = run(notices)["results"]

    assert [(result["baselineState"], result.get("suppressions")) for result in results] == [
        ("new", None),
        ("unchanged", None),
        ("absent", None),
        ("absent", None),
        ("unchanged", [{"kind": "inSource"}]),
        ("new", [{"kind": "inSource"}]),
    ]


@pytest.mark.slow
def test_more_results_than_github_takes_are_counted_and_said() -> None:
    text = sarif.render(Notices((told(),) * (sarif.MOST + 3)), ENGLISH)

    (only,) = json.loads(text)["runs"]
    assert len(only["results"]) == sarif.MOST
    assert only["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == (
        "25,000 of 25,003 results are written: more than that no reader of this format takes."
    )


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("trials[0].title is cut", "trials[0].title is cut. Ask"),
        ("[x](https://evil.example)", "\\[x\\](https://evil.example). Ask"),
        ("\\[x](1)", "\\\\\\[x\\](1). Ask"),
    ],
)
def test_no_link_comes_from_a_file(message: str, written: str) -> None:
    (result,) = run(Notices((told()._replace(message=message, ask="Ask"),)))["results"]

    assert result["message"]["text"] == written


@pytest.mark.parametrize("text", (ATTACKS | HONEST).values(), ids=(ATTACKS | HONEST).keys())
def test_the_log_is_valid_and_its_uris_lead_to_the_files_whatever_the_text(text: str) -> None:
    results = run(hostile(text))["results"]

    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
    assert [bool(RELATIVE_URI.fullmatch(uri)) for uri in uris] == [True]
    assert {unquote_to_bytes(uri) for uri in uris} == {os.fsencode(text)}
    assert len(results) == 5
