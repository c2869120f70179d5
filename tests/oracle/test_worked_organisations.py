"""What real organisations do, worked out by hand, against the oracle alone."""

from datetime import date

import pytest

from tests.oracle.naive import build, judge
from tests.oracle.worked import CASES, Worked, said


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.meaning)
def test_the_oracle_says_what_is_worked_out_by_hand(case: Worked) -> None:
    verdict = judge(build(case.texts, date.fromisoformat(case.t), date.fromisoformat(case.today)))
    found = said(verdict) if not verdict.errors else {}
    gaps = {f"{gap.rule} {gap.subject} {gap.item}" for gap in verdict.listed}

    assert {key: found.get(key) for key in case.said} == case.said
    assert sorted(set(case.gaps) - gaps) == []
    assert sorted(set(case.quiet) & gaps) == []
    assert sorted(rule for _, _, rule in verdict.errors.elements()) == sorted(case.errors)
