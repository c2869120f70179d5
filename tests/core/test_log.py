"""What commits meant, as a report: where it differs from what the command's own tests see."""

from datetime import date

from staircase.core.comparison.change import Change, Side
from staircase.core.finding import Subject
from staircase.core.log import COMMIT_FIELDS, CommitChanges, History, log
from staircase.core.reports import Cell, Column, Group, Heading, Lines, Report, Table, Tone
from staircase.core.reports.outline import keys_of
from staircase.core.review import CHANGE_FIELDS, ChangeLine, LinePlace
from staircase.core.term import Code, Name, Said, Word

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


def test_a_change_is_told_by_where_it_leads_whom_it_is_about_and_what_it_means() -> None:
    subject = Subject("assignment", "it")
    side = Side("assignments/it.yaml", ("lead",), Name("Leo"))
    change = Change("lead-changed", subject, subject, None, None, side)
    told = CommitChanges("7" * 40, DAY, (ChangeLine(change, None, LinePlace("assignments/it.yaml", 3)),))

    report = log(History("Town", "Programme", DAY, (told,)))

    message = Said("change.lead-changed", {"before": Word("change.nothing"), "after": Name("Leo")})
    direction = Word("direction.neutral")
    headline = Said("headline.people.one.first", {})
    title = Said("log.commit", {"commit": Code("7" * 12), "day": DAY, "headline": headline})
    cells = (Cell(direction), Cell(Name("it"), Tone.STRONG), Cell(message))
    columns = (Column("direction"), Column("subject"), Column("change", shrink=40, broken=True))
    assert report.blocks == (HEADING, Table(columns, (Group(title, (cells,)),), "commit"))
    assert report.sentences == (
        title,
        Said("plain.diff", {"direction": direction, "subject": Name("it"), "message": message}),
    )
    assert report.rows == (
        {
            "commit": Code("7" * 40),
            "date": DAY,
            "kind": Code("lead-changed"),
            "direction": Code("neutral"),
            "weight": 10,
            "group": 1,
            "subject_kind": Code("assignment"),
            "subject": Name("it"),
            "item": None,
            "cause": None,
            "figures": None,
            "decision": None,
            "message": message,
            "before": None,
            "after": Name("Leo"),
            "path_before": None,
            "line_before": None,
            "path": Name("assignments/it.yaml"),
            "line": 3,
        },
    )
    nothing = {"opened": 0, "closed": 0}
    assert report.totals["commits"] == (
        {
            "commit": Code("7" * 40),
            "date": DAY,
            "compared": True,
            "headline": headline,
            "changes": 1,
            **{name: int(name == "neutral") for name in ("back", "revalued", "forward", "neutral", "housekeeping")},
            "steps": {"forward": 0, "back": 0},
            "benefits": {"taken_home": 0, "taken_back": 0, "achieved": 0, "slipped": 0},
            "targets": {"raised": 0, "lowered": 0},
            "gaps": nothing,
            "findings": {"new": 0, "fixed": 0, "accepted": 0},
            "not_compared": 0,
        },
    )


def test_a_commit_without_a_day_is_told_without_one() -> None:
    why = Said("log.first", {})

    report = log(History("Town", "Programme", DAY, (CommitChanges("7" * 40, None, None, why),)))

    assert report.sentences == (Said("log.commit.undated", {"commit": Code("7" * 12), "headline": why}),)
