from collections.abc import Mapping

from staircase.core.comparison import Judged, Verdict
from staircase.core.reports.findings import check, judged
from staircase.core.term import Code, Name
from tests.core.build import assessed, assignment

HEAD = assessed(old=assignment(together=""), fresh=assignment(together=""))
BASE = assessed(old=assignment(together=""), gone=assignment(together=""))


def of(subject: str, novelty: str) -> Judged:
    """Judge the gap that nobody takes part in an assignment."""
    found = next(one for one in HEAD.findings if (one.rule, one.subject.id) == ("journey-not-together", subject))
    return Judged(found, "new" if novelty == "new" else "carried" if novelty else "", f"mark-of-{subject}")


def test_without_a_base_a_verdict_is_what_was_found_under_its_own_marks() -> None:
    shown = of("fresh", ""), of("old", "")

    report = judged(Verdict(HEAD, shown))

    plain = check(HEAD, [one.finding for one in shown])
    assert report.rows == tuple(
        {**row, "fingerprint": Code(one.fingerprint)} for row, one in zip(plain.rows, shown, strict=True)
    )
    assert (report.totals, report.keys) == (plain.totals, plain.keys)


def test_compared_with_a_base_each_row_says_whether_it_is_new_and_fixed_ones_come_last() -> None:
    new, carried = of("fresh", "new"), of("old", "carried")
    gone = tuple(one for one in BASE.findings if (one.rule, one.subject.id) == ("journey-not-together", "gone"))

    report = judged(Verdict(HEAD, (new, carried), fixed=gone, accepted_here=(new.finding,), base=BASE))

    assert [(row["subject"], row["novelty"], row["accepted_here"], row["fingerprint"]) for row in report.rows[:2]] == [
        (Name("fresh"), Code("new"), True, Code("mark-of-fresh")),
        (Name("old"), Code("carried"), False, Code("mark-of-old")),
    ]
    (row,) = check(BASE, gone).rows
    assert report.rows[2:] == ({**row, "novelty": Code("fixed"), "accepted_here": False},)
    assert {tuple(row) for row in report.rows} == {report.keys}
    totals: Mapping[str, object] = report.totals
    assert {name: totals[name] for name in ("warning", "new", "carried", "fixed", "accepted_here", "unread_base")} == {
        "warning": 2,
        "new": 1,
        "carried": 1,
        "fixed": 1,
        "accepted_here": 1,
        "unread_base": 0,
    }
