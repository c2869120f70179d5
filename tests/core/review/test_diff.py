"""What a change means, as a report: where it differs from what the command's own tests see."""

from datetime import date

from staircase.core.reports.block import Heading, Lines, Report, Tone
from staircase.core.reports.outline import keys_of
from staircase.core.review import CHANGE_FIELDS, diff, review
from staircase.core.term import Name, Said
from tests.core.build import DAY, assessed, assignment

BASE, HEAD = Name("old"), Name("new")
COMPARED = Lines((Said("diff.compared", {"base": BASE, "head": HEAD, "day": date.fromisoformat(DAY)}),))
NONE = Said("diff.none", {})


def test_without_a_programme_on_either_side_there_is_no_name_to_head_it_with() -> None:
    broken = assessed("format: [", it=assignment())

    report = diff(review(broken, assessed("format: [", it=assignment()), BASE, HEAD))

    assert report == Report(
        name="diff",
        keys=keys_of(CHANGE_FIELDS),
        day=date.fromisoformat(DAY),
        program="",
        rows=(),
        totals=report.totals,
        unreadable=("program.yaml",),
        blocks=(Lines((NONE,), Tone.STRONG, leads=True), COMPARED),
        sentences=(),
    )


def test_a_programme_that_broke_still_names_the_change() -> None:
    whole, broken = assessed(it=assignment()), assessed("format: [", it=assignment())

    reports = [diff(review(*sides, BASE, HEAD)) for sides in ((whole, broken), (broken, whole), (whole, whole))]

    assert [report.program for report in reports] == ["Programme"] * 3
    assert [report.blocks[0] for report in reports] == [Heading("Town", "Programme", date.fromisoformat(DAY))] * 3
