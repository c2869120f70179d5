"""What a check lists, what of it counts, and what it could not compare with."""

from collections.abc import Sequence

import pytest

from staircase.core.comparison import Judged, Novelty, Verdict
from staircase.core.finding import Finding, Severity, Subject
from tests.core.build import PROGRAM, assessed, assignment

IT = Subject("assignment", "it")
WHOLE = assignment()
BROKEN = "title: ["


def judged(severity: Severity, novelty: Novelty, rule: str = "date-order") -> Judged:
    return Judged(Finding(rule, "assignments/it.yaml", (), IT, severity=severity), novelty, rule)


NEW_ERROR, NEW_GAP = judged(Severity.ERROR, "new"), judged(Severity.WARNING, "new", "journey-stale")
CARRIED = judged(Severity.WARNING, "carried", "journey-not-together")


def test_of_what_was_compared_only_the_new_counts() -> None:
    verdict = Verdict(assessed(it=WHOLE), (NEW_ERROR, NEW_GAP, CARRIED), base=assessed(it=WHOLE))

    assert verdict.compared
    assert verdict.counting == (NEW_ERROR, NEW_GAP)
    assert verdict.carried == (CARRIED,)
    assert verdict.counts == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.NOTE: 0}


def test_where_nothing_was_compared_all_counts() -> None:
    shown = tuple(judged(severity, "") for severity in (Severity.ERROR, Severity.NOTE, Severity.NOTE))

    verdict = Verdict(assessed(it=WHOLE), shown)

    assert not verdict.compared
    assert verdict.counting == shown
    assert verdict.carried == ()
    assert verdict.counts == {Severity.ERROR: 1, Severity.WARNING: 0, Severity.NOTE: 2}


@pytest.mark.parametrize(
    ("base", "head", "unread"),
    [
        pytest.param({"it": BROKEN}, {"it": WHOLE}, ["assignments/it.yaml"], id="mended"),
        pytest.param({"it": BROKEN}, {"it": BROKEN}, [], id="broken on both sides"),
        pytest.param({"it": WHOLE}, {"it": BROKEN}, [], id="broke"),
        pytest.param({"it": BROKEN}, {"that": WHOLE}, ["assignments/it.yaml"], id="gone"),
        pytest.param(None, {"it": BROKEN}, [], id="nothing was compared"),
    ],
)
def test_what_could_not_be_read_at_the_base_alone_may_be_called_new(
    base: dict[str, str] | None, head: dict[str, str], unread: Sequence[str]
) -> None:
    verdict = Verdict(assessed(**head), (), base=None if base is None else assessed(**base))

    assert verdict.unread_base == tuple(unread)


@pytest.mark.parametrize(("program", "is_whole"), [(PROGRAM, True), ("[", False)])
def test_without_a_programme_a_verdict_is_not_whole(program: str, *, is_whole: bool) -> None:
    assert Verdict(assessed(program, it=WHOLE), ()).is_whole is is_whole
