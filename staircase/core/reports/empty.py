"""What a report can say when it has nothing to tell of."""

from collections.abc import Iterator

from staircase.core.assess import Assessment
from staircase.core.file import PROGRAM_FILE
from staircase.core.reports.block import Lines, Report, Tone
from staircase.core.reports.keys import KEYS, TOTALS
from staircase.core.reports.select import Selection
from staircase.core.term import Code, Count, Said, Terms, file_name


def unread_lines(assessment: Assessment) -> Iterator[Lines]:
    """Say how many files could not be read, where there are any."""
    unreadable = len(assessment.portfolio.unreadable)
    if unreadable:
        yield Lines((Said("status.unreadable", {"files": Count(unreadable, "unread-file")}),), Tone.WARN)


def nothing_of(key: str, assessment: Assessment, selection: Selection) -> Lines:
    """Say why there is nothing to show: the filters, no assignments at all, or what the key says is lacking."""
    if selection.narrows or selection.state:
        key = "report.no-match"
    elif not assessment.portfolio.ids:
        key = "report.no-assignments"
    return Lines((Said(key, {}),))


def without_program(name: str, assessment: Assessment) -> Report:
    """Make the report of a portfolio whose ``program.yaml`` can't be read: no rows, and what to do."""
    said = Said("report.no-program", {"file": Code(PROGRAM_FILE), "command": Code("staircase check")})
    return Report(
        name=name,
        keys=KEYS[name],
        day=assessment.day,
        program="",
        rows=(),
        totals=TOTALS[name],
        unreadable=assessment.portfolio.unreadable,
        blocks=(Lines((said,), Tone.BAD),),
        sentences=(said,),
    )


def without_file(name: str, assessment: Assessment, path: str) -> Report:
    """Make the report of an assignment whose file can't be read: no rows, and what to do."""
    program = assessment.portfolio.program
    terms: Terms = {"file": file_name(path), "command": Code("staircase check")}
    said = Said("report.no-file", terms)
    return without_program(name, assessment)._replace(
        program=program.name if program else "", blocks=(Lines((said,), Tone.BAD),), sentences=(said,)
    )
