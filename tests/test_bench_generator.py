"""The benchmark's portfolios are what a programme would have: whole, kept with care, and not without gaps."""

from pathlib import Path

import pytest

from staircase import disk
from staircase.core.assess import assess
from staircase.core.finding import Severity
from staircase.core.load import load
from tests.bench.generate import DAY, MESSY, departments, portfolio, write


def test_a_portfolio_has_no_error_and_one_to_two_gaps_for_each_open_assignment(tmp_path: Path) -> None:
    write(tmp_path, 200, seed=3)

    assessment = assess(load(disk.read(tmp_path)), DAY, DAY)
    known = assessment.scene.known.values() if assessment.scene else ()
    gaps = sum(finding.severity is not Severity.ERROR for finding in assessment.findings)
    is_open = sum(one.is_open for one in known)
    assert (len(known), len(assessment.findings) - gaps) == (200, 0)
    assert 1 <= gaps / is_open <= 2


def test_a_messy_portfolio_has_no_error_and_three_to_four_findings_a_file_in_block_style(tmp_path: Path) -> None:
    write(tmp_path, 200, 3, MESSY)

    assessment = assess(load(disk.read(tmp_path)), DAY, DAY)
    errors = [finding for finding in assessment.findings if finding.severity is Severity.ERROR]
    texts = [text for path, text in portfolio(200, 3, MESSY) if path != "program.yaml"]
    assert errors == []
    assert 3 <= len(assessment.findings) / 200 <= 4
    assert not any("{" in text or "#" in text or "[" in text for text in texts)


def test_a_seed_gives_the_same_files_and_another_seed_others() -> None:
    first, again, other = (dict(portfolio(20, seed)) for seed in (1, 1, 2))

    assert first == again
    assert first.keys() == other.keys()
    assert {path for path in first if first[path] == other[path]} == {"program.yaml"}


def test_files_are_about_a_hundred_lines_long() -> None:
    lengths = [text.count("\n") for path, text in portfolio(200, 1) if path != "program.yaml"]

    assert 80 <= sum(lengths) / len(lengths) <= 120


@pytest.mark.parametrize(("assignments", "expected"), [(1, 10), (400, 10), (800, 20), (100_000, 30)])
def test_departments_are_ten_to_thirty(assignments: int, expected: int) -> None:
    assert departments(assignments) == expected
