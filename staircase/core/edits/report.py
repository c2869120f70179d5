"""What a written event meant, as a report: the changes in the words of ``diff``, what is asked for, what is next."""

from collections.abc import Iterator
from dataclasses import dataclass

from staircase.core.edits.outcome import Outcome
from staircase.core.finding import Severity
from staircase.core.fix import fix_of
from staircase.core.listing import by_place
from staircase.core.reports.block import Block, Hints, Lines, Report, Tone
from staircase.core.reports.outline import keys_of, row_of
from staircase.core.review.diff import Review, change_sentence, change_table
from staircase.core.review.line import CHANGE_FIELDS, totals
from staircase.core.term import Code, Name, Said, Terms, file_name


@dataclass(frozen=True, slots=True)
class WrittenEvent:
    """An event's outcome, whose event it was, the lines that change as a diff, and whether it was only tried."""

    outcome: Outcome
    subjects: tuple[str, ...]
    diff: str
    is_dry: bool = False

    @property
    def following(self) -> str | None:
        """The next likely command: it mends a gap that was opened, else the first that the subjects have."""
        mine = [one for one in self.outcome.review.after.findings if one.subject.id in self.subjects]
        gaps = [one for one in (*self.outcome.opened, *mine) if one.severity is not Severity.ERROR]
        return next(filter(None, map(fix_of, gaps)), None)


def report(of: WrittenEvent) -> Report:
    """The report of a written event."""
    review = of.outcome.review
    program = review.after.portfolio.program
    return Report(
        name="write",
        keys=keys_of(CHANGE_FIELDS),
        day=review.after.day,
        program=program.name if program else "",
        rows=tuple(row_of(CHANGE_FIELDS, line) for line in review.lines),
        totals={
            **totals(review.changes),
            "findings": review.check,
            "files": tuple(file_name(file.path) for file in of.outcome.files),
            "dry_run": of.is_dry,
            "diff": Name(of.diff),
            "undo": Code(of.outcome.undo) if of.outcome.undo else None,
            "next": Code(of.following) if of.following else None,
        },
        unreadable=review.unread,
        blocks=tuple(_blocks(of)),
        sentences=tuple(map(change_sentence, review.event_lines("weight"))),
        widens=False,
    )


def _blocks(of: WrittenEvent) -> Iterator[Block]:
    review = of.outcome.review
    yield from _meaning(review)
    if asks := by_place(review.after.portfolio, of.outcome.opened):
        yield Lines(tuple(Said("write.ask", {"ask": one.ask, "rule": Code(one.rule)}) for one in asks))
    yield Lines(tuple(_file_line(file.path, is_gone=file.new is None) for file in of.outcome.files), Tone.FAINT)
    hints = (("write.undo", of.outcome.undo), ("write.next", of.following))
    if known := tuple((Said(key, {}), command) for key, command in hints if command):
        yield Hints(known)


def _meaning(review: Review) -> Iterator[Block]:
    """The headline, and the changes as ``diff`` shows them."""
    yield Lines((review.headline,), Tone.STRONG, leads=True)
    if told := review.event_lines("weight"):
        yield change_table(told)


def _file_line(path: str, *, is_gone: bool) -> Said:
    return Said("write.gone" if is_gone else "write.written", {"path": file_name(path)})


@dataclass(frozen=True, slots=True)
class SentChange:
    """What was sent, or would be.

    Attributes:
        review: what it means.
        files: the files.
        branch: the branch, as far as it is known.
        commit: the commit's id; empty where it is only tried.
        message: the commit's message.
        address: the remote's address as it may be shown.
        page: the page where it is asked that it is merged, where that is known.
        programs: the repository's own settings that name programs.
        following: what is next.
    """

    review: Review
    files: tuple[str, ...]
    branch: str
    commit: str
    message: str
    address: str
    page: str
    programs: tuple[str, ...]
    following: tuple[tuple[Said, str], ...]


def sent_report(of: SentChange) -> Report:
    """The report of what was sent, or would be."""
    program = of.review.after.portfolio.program
    return Report(
        name="send",
        keys=keys_of(CHANGE_FIELDS),
        day=of.review.after.day,
        program=program.name if program else "",
        rows=tuple(row_of(CHANGE_FIELDS, line) for line in of.review.lines),
        totals={
            **totals(of.review.changes),
            "findings": of.review.check,
            "files": tuple(map(file_name, of.files)),
            "dry_run": not of.commit,
            "branch": Code(of.branch),
            "commit": Code(of.commit) if of.commit else None,
            "message": Name(of.message),
            "address": Name(of.address),
            "request": Code(of.page) if of.page else None,
        },
        unreadable=of.review.unread,
        blocks=(*_meaning(of.review), Lines(tuple(_sent_lines(of))), *([Hints(of.following)] if of.following else [])),
        sentences=tuple(map(change_sentence, of.review.event_lines("weight"))),
        widens=False,
    )


def _sent_lines(of: SentChange) -> Iterator[Said]:
    """What was sent and where to; of what is only tried, what else there is to know."""
    terms: Terms = {"branch": Code(of.branch), "address": Name(of.address)}
    yield Said("send.sent" if of.commit else "send.tried", terms)
    yield from (Said("send.file", {"path": file_name(path)}) for path in of.files)
    if of.commit:
        return
    first, *others = of.message.rstrip("\n").split("\n")
    yield Said("send.message", {"text": Name(first)})
    yield from (Said("send.more", {"text": Name(line)}) for line in others if line)
    if of.programs:
        yield Said("send.programs", {"settings": Name(", ".join(of.programs))})
    yield Said("send.nothing-sent", {})
