"""Findings as JUnit XML: a suite for each file, a failed test for each finding; without any, one that passed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from staircase.core.file import spelled_name
from staircase.render.notice import Notices
from staircase.render.problem import Problem
from staircase.render.safe import xml_text
from staircase.words.speech import Words

_NAME = "staircase check"
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>'


def render(notices: Notices, words: Words) -> str:
    """Write the suites in the order of their paths; what the base has too is a skipped test."""
    failed, skipped = len(notices.counting), len(notices.carried)
    totals = _attributes(name=_NAME, tests=max(1, failed + skipped), failures=failed, errors=0)
    lines = [_OPENING, f"<testsuites {totals}>", *_suites(notices, words), "</testsuites>"]
    return "".join(f"{line}\n" for line in lines)


def _suites(notices: Notices, words: Words) -> Iterator[str]:
    if not notices.shown:
        yield f"  <testsuite {_attributes(name=_NAME, tests=1, failures=0, errors=0, skipped=0)}>"
        yield f"    <testcase {_attributes(name=words.text('check.passed'), classname=_NAME)}/>"
        yield "  </testsuite>"
    for path, found in groupby(sorted(notices.shown, key=_path), key=_path):
        yield from _suite(path, tuple(found), words)


def _suite(path: str, found: tuple[Problem, ...], words: Words) -> Iterator[str]:
    skipped = sum(notice.novelty == "carried" for notice in found)
    counts = _attributes(name=path, tests=len(found), failures=len(found) - skipped, errors=0, skipped=skipped)
    yield f"  <testsuite {counts}>"
    for name, notice in zip(_names(found), found, strict=True):
        yield f"    <testcase {_attributes(name=name, classname=path)}>"
        yield f"      {_result(notice, words)}"
        yield "    </testcase>"
    yield "  </testsuite>"


def _result(notice: Problem, words: Words) -> str:
    if notice.novelty == "carried":
        return f"<skipped {_attributes(message=words.text('check.carried'))}/>"
    head = f"{notice.place}: {notice.finding.severity.value} {notice.finding.rule}: {notice.message}"
    attributes = _attributes(type=notice.finding.severity.value, message=notice.message)
    return f"<failure {attributes}>{xml_text(head)}\n{xml_text(notice.ask)}</failure>"


def _names(found: Iterable[Problem]) -> Iterator[str]:
    """Give the tests' names, which lines that move do not change; of equal ones the later are numbered."""
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
