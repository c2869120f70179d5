"""GitLab's report is what GitLab documents, whatever the texts hold."""

import json
from pathlib import Path

import jsonschema
import pytest

from staircase.core.finding import Severity
from staircase.render.findings import Notices
from staircase.render.gitlab import render
from tests.render.attacks import ATTACKS, HONEST
from tests.render.told import hostile, told

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "gitlab-code-quality.json").read_text())


def test_an_issue_says_what_where_and_how_grave() -> None:
    assert json.loads(render(Notices((told(),)))) == [
        {
            "description": "the benefit 'Quicker visits' has no owner in the line. Write who takes it home: owner",
            "check_name": "benefit-no-owner",
            "fingerprint": "0123456789abcdef",
            "severity": "minor",
            "location": {"path": "portfolio/assignments/a.yaml", "lines": {"begin": 31}},
        }
    ]


def test_each_severity_has_gitlab_s_word() -> None:
    issues = json.loads(render(Notices(tuple(told(severity=severity) for severity in Severity))))

    assert [issue["severity"] for issue in issues] == ["critical", "minor", "info"]


def test_what_does_not_fail_the_check_is_information() -> None:
    shown = tuple(told(severity=severity) for severity in Severity)

    by_errors = json.loads(render(Notices(shown, failing={Severity.ERROR})))
    by_none = json.loads(render(Notices(shown, failing=frozenset())))

    assert [issue["severity"] for issue in by_errors] == ["critical", "info", "info"]
    assert [issue["severity"] for issue in by_none] == ["info", "info", "info"]


def test_what_the_base_has_too_is_told_since_gitlab_compares() -> None:
    notices = Notices((told(novelty="new"), told(novelty="carried")), fixed=(told(),), compared=True)

    assert len(json.loads(render(notices))) == 2


def test_a_clean_check_is_an_empty_list() -> None:
    assert render(Notices(())) == "[]\n"


@pytest.mark.parametrize("text", (ATTACKS | HONEST).values(), ids=(ATTACKS | HONEST).keys())
def test_the_report_is_valid_whatever_the_text(text: str) -> None:
    issues = json.loads(render(hostile(text)).encode())

    jsonschema.validate(issues, SCHEMA)
    assert len(issues) == 2
