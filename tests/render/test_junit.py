"""JUnit XML is read by a real parser and fits its schema, whatever the texts hold."""

from pathlib import Path

import pytest
from lxml import etree

from staircase.core.finding import Severity
from staircase.render.findings import Notices
from staircase.render.junit import render
from tests.render.attacks import ATTACKS, HONEST
from tests.render.told import ENGLISH, hostile, told

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "schemas" / "junit-10.xsd"))


def read(text: str) -> etree._Element:
    root = etree.fromstring(text.encode())
    SCHEMA.assertValid(root)
    return root


def test_a_finding_is_a_failed_test_of_its_file() -> None:
    assert render(Notices((told(),)), ENGLISH) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="staircase check" tests="1" failures="1" errors="0">\n'
        '  <testsuite name="portfolio/assignments/a.yaml" tests="1" failures="1" errors="0" skipped="0">\n'
        '    <testcase name="benefit-no-owner a/visits" classname="portfolio/assignments/a.yaml">\n'
        '      <failure type="warning" message="the benefit &apos;Quicker visits&apos; has no owner in the line">'
        "portfolio/assignments/a.yaml:31:5: warning benefit-no-owner: "
        "the benefit &apos;Quicker visits&apos; has no owner in the line\n"
        "Write who takes it home: owner</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_a_clean_check_is_one_test_that_passed() -> None:
    root = read(render(Notices(()), ENGLISH))

    assert [(case.get("name"), len(case)) for case in root.iter("testcase")] == [("nothing wrong, nothing missing", 0)]
    assert (root.get("tests"), root.get("failures")) == ("1", "0")


def test_what_does_not_fail_the_check_is_a_skipped_test_that_says_it() -> None:
    shown = (told(severity=Severity.ERROR), told(severity=Severity.NOTE))

    root = read(render(Notices(shown, failing={Severity.ERROR}), ENGLISH))

    message = "note benefit-no-owner: the benefit 'Quicker visits' has no owner in the line"
    assert [(case[0].tag, case[0].get("message")) for case in root.iter("testcase")] == [
        ("failure", "the benefit 'Quicker visits' has no owner in the line"),
        ("skipped", message),
    ]
    assert (root.get("tests"), root.get("failures")) == ("2", "1")


def test_what_the_base_has_too_is_skipped_and_of_equal_tests_the_later_are_numbered() -> None:
    notices = Notices((told(novelty="new"), told(novelty="carried")), compared=True)

    root = read(render(notices, ENGLISH))

    assert [(case.get("name"), case[0].tag) for case in root.iter("testcase")] == [
        ("benefit-no-owner a/visits", "failure"),
        ("benefit-no-owner a/visits (2)", "skipped"),
    ]
    assert [(suite.get("tests"), suite.get("failures"), suite.get("skipped")) for suite in root] == [("2", "1", "1")]


@pytest.mark.parametrize("text", (ATTACKS | HONEST).values(), ids=(ATTACKS | HONEST).keys())
def test_the_document_has_the_same_elements_whatever_the_text(text: str) -> None:
    root = read(render(hostile(text), ENGLISH))

    assert [element.tag for element in root.iter()] == [
        *("testsuites", "testsuite", "testcase", "failure", "testcase", "skipped"),
    ]


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST.keys())
def test_honest_text_comes_through_whole(text: str) -> None:
    root = read(render(Notices((told(text),)), ENGLISH))

    assert [failure.get("message") for failure in root.iter("failure")] == [told(text).message]
