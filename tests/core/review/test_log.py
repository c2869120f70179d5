"""What commits meant, as a report: where it differs from what the command's own tests see."""

from datetime import date

from staircase.core.reports.block import Cell, Column, Group, Heading, Lines, Report, Table
from staircase.core.reports.outline import keys_of
from staircase.core.review import CHANGE_FIELDS, COMMIT_FIELDS, CommitChanges, History, log
from staircase.core.term import Code, Said

DAY = date(2026, 6, 30)
HEADING = Heading("Town", "Programme", DAY)
SILENT = CommitChanges("5" * 40, DAY, ())


def test_a_history_in_which_nothing_changed_its_meaning_says_so() -> None:
    report = log(History("Town", "Programme", DAY, (SILENT, SILENT), ("assignments/it.yaml",)))

    assert report == Report(
        name="log",
        keys=(*keys_of(COMMIT_FIELDS), *keys_of(CHANGE_FIELDS)),
        day=DAY,
        program="Programme",
        rows=(),
        totals={"commits": (), "more": False},
        unreadable=("assignments/it.yaml",),
        blocks=(HEADING, Lines((Said("log.none", {}),))),
        sentences=(),
    )


def test_a_commit_that_could_not_be_compared_is_told_with_its_reason() -> None:
    why = Said("log.first", {})

    report = log(History("Town", "Programme", DAY, (SILENT, CommitChanges("7" * 40, DAY, None, why))))

    title = Said("log.commit", {"commit": Code("7" * 12), "day": DAY, "headline": why})
    columns = (Column("direction"), Column("subject"), Column("change", shrink=40, broken=True))
    group = Group(title, ((Cell(None), Cell(None), Cell(why)),))
    assert (report.rows, report.sentences) == ((), (title,))
    assert report.blocks == (HEADING, Table(columns, (group,), "commit"))


def test_a_history_that_goes_on_says_so() -> None:
    told = CommitChanges("7" * 40, DAY, None, Said("log.first", {}))

    report = log(History("Town", "Programme", DAY, (told,), more=True))

    said = Said("log.more", {"shown": 1, "command": Code("staircase log --number")})
    assert (report.totals["more"], report.blocks[-1]) == (True, Lines((said,)))
