"""Findings as JUnit XML: a suite for each file, a test for each finding, which fails where the check does."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from staircase.core.source import spelled_name
from staircase.render.findings import Notices, Problem
from staircase.render.safe import xml_text
from staircase.words.speech import Words

_NAME = "staircase check"
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>'


def render(notices: Notices, words: Words) -> str:
    """The suites in the order of their paths; what does not fail the check, or the base has too, is a skipped test."""
    failed = sum(_fails(notice, notices) for notice in notices.shown)
    totals = _attributes(name=_NAME, tests=max(1, len(notices.shown)), failures=failed, errors=0)
    lines = [_OPENING, f"<testsuites {totals}>", *_suites(notices, words), "</testsuites>"]
    return "".join(f"{line}\n" for line in lines)


def _suites(notices: Notices, words: Words) -> Iterator[str]:
    if not notices.shown:
        yield f"  <testsuite {_attributes(name=_NAME, tests=1, failures=0, errors=0, skipped=0)}>"
        yield f"    <testcase {_attributes(name=words.text('check.passed'), classname=_NAME)}/>"
        yield "  </testsuite>"
    for path, found in groupby(sorted(notices.shown, key=_path), key=_path):
        yield from _suite(path, tuple(found), notices, words)


def _fails(notice: Problem, notices: Notices) -> bool:
    return notice.novelty != "carried" and notice.finding.severity in notices.failing


def _suite(path: str, found: tuple[Problem, ...], notices: Notices, words: Words) -> Iterator[str]:
    skipped = sum(not _fails(notice, notices) for notice in found)
    counts = _attributes(name=path, tests=len(found), failures=len(found) - skipped, errors=0, skipped=skipped)
    yield f"  <testsuite {counts}>"
    for name, notice in zip(_names(found), found, strict=True):
        yield f"    <testcase {_attributes(name=name, classname=path)}>"
        yield f"      {_result(notice, words, fails=_fails(notice, notices))}"
        yield "    </testcase>"
    yield "  </testsuite>"


def _result(notice: Problem, words: Words, *, fails: bool) -> str:
    if notice.novelty == "carried":
        return f"<skipped {_attributes(message=words.text('check.carried'))}/>"
    if not fails:
        text = f"{notice.finding.severity.value} {notice.finding.rule}: {notice.message}"
        return f"<skipped {_attributes(message=text)}/>"
    head = f"{notice.place}: {notice.finding.severity.value} {notice.finding.rule}: {notice.message}"
    attributes = _attributes(type=notice.finding.severity.value, message=notice.message)
    return f"<failure {attributes}>{xml_text(head)}\n{xml_text(notice.ask)}</failure>"


def _names(found: Iterable[Problem]) -> Iterator[str]:
    """The tests' names, which lines that move do not change; of equal ones the later are numbered."""
    seen: Counter[str] = Counter()
    for notice in found:
        subject = notice.finding.subject.id
        name = spelled_name(f"{notice.finding.rule} {subject}")
        name += spelled_name(f"/{notice.finding.item}") if notice.finding.item else ""
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _attributes(**values: str | int) -> str:
    return " ".join(f'{name}="{xml_text(str(value))}"' for name, value in values.items())


def _path(notice: Problem) -> str:
    return spelled_name(notice.path)
