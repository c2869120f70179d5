"""What an event comes to: its plan made in the files' texts, judged by the rules, and the report of what it meant."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, NoReturn

from staircase.core.assess import Assessment, assess
from staircase.core.comparison import pairing
from staircase.core.comparison.ids import renamed
from staircase.core.edits import EventPlan, RefusedError, refuse
from staircase.core.edits.files import SCHEMAS
from staircase.core.finding import Finding, Severity, fix_of
from staircase.core.listing import by_place
from staircase.core.load import Shelf, load
from staircase.core.model.assignment import Assignment
from staircase.core.reports import Block, Hints, Lines, Report, Tone
from staircase.core.reports.outline import keys_of, row_of
from staircase.core.review import CHANGE_FIELDS, Review, change_sentence, change_table, review, totals
from staircase.core.source import PROGRAM_FILE, File, Source
from staircase.core.term import Code, Name, Said, Term, Terms, Word, file_name, quoted
from staircase.core.yaml import Raw, holds_foreign
from staircase.core.yaml.edit import Add, LayoutError, Remove, edited, new_text


class FileEdit(NamedTuple):
    """A file's bytes before and after; ``like`` is the file whose place it takes."""

    path: str
    old: bytes | None
    new: bytes | None
    like: str = ""


@dataclass(frozen=True)
class Outcome:
    """The files as they are to be, and what that means.

    Attributes:
        files: the files that change.
        review: the portfolio before and after, and the changes between the two.
        undo: the command that takes it back, where there is one.
    """

    files: tuple[FileEdit, ...]
    review: Review
    undo: str

    @cached_property
    def opened(self) -> tuple[Finding, ...]:
        """The gaps that were not there before."""
        return _beyond(self.review.before, self.review.after)


class Attempt(NamedTuple):
    """A plan made in the files' texts: the files, the portfolio as it would be, and the errors that it would bring.

    What mends an error is not taken back by a command: one that brings an error is refused.
    """

    files: tuple[FileEdit, ...]
    after: Assessment
    errors: tuple[Finding, ...]
    undo: str


def outcome(plan: EventPlan, shelf: Shelf, before: Assessment) -> Outcome:
    """What a plan comes to.

    Args:
        plan: what is to be edited.
        shelf: what the portfolio was loaded from.
        before: the portfolio as it is.

    Raises:
        RefusedError: a file can't be edited safely, or would hold an error.
    """
    _refuse_foreign(plan)
    attempt = tried(plan, shelf, before)
    if attempt.errors:
        _refuse_error(attempt.errors[0])
    return outcome_of(attempt, before)


def tried(plan: EventPlan, shelf: Shelf, before: Assessment) -> Attempt:
    """What a plan would come to, whether it brings errors or not.

    Raises:
        RefusedError: a file can't be edited safely.
    """
    contents = {file.path: file for file in (*shelf.programs, *shelf.assignments)}
    files = tuple(_files(plan, before, contents))
    after = assess(load(_with(contents, before, files), shelf=shelf), before.day, before.today, beside=before)
    errors, mended = (
        tuple(one for one in found if one.severity is Severity.ERROR)
        for found in (_beyond(before, after), _beyond(after, before))
    )
    return Attempt(files, after, errors, "" if mended else plan.undo)


def outcome_of(attempt: Attempt, before: Assessment) -> Outcome:
    """What an attempt comes to."""
    name = Word("edit.files")
    return Outcome(attempt.files, review(before, attempt.after, name, name), attempt.undo)


def _refuse_foreign(plan: EventPlan) -> None:
    """Refuse a text with a character that may not stand in a file.

    Raises:
        RefusedError: with that text.
    """
    edits = [edit for several in plan.edits.values() for edit in several]
    waiting: list[Raw] = [
        one.item if isinstance(one, Add) else one.value for one in edits if not isinstance(one, Remove)
    ]
    waiting += map(dict, plan.made.values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value
        elif value and holds_foreign(value):
            refuse("character", word=quoted(value))


def _files(plan: EventPlan, before: Assessment, contents: Mapping[str, File]) -> Iterator[FileEdit]:
    for path, data in plan.made.items():
        yield FileEdit(path, None, (_begun(before) + new_text(data, Assignment)).encode())
    for path in dict.fromkeys((*plan.edits, *plan.moved)):
        source, old = before.portfolio.sources[path], contents[path].content or b""
        try:
            text = edited(Source(path, source.text), plan.edits.get(path, ()))
        except LayoutError as error:
            terms: dict[str, Term] = {"path": Name(path), "line": error.line, "lines": Name("\n".join(error.to_add))}
            raise RefusedError(Said("refused.layout.add" if error.to_add else "refused.layout", terms)) from error
        new = (BOM_UTF8 if old.startswith(BOM_UTF8) else b"") + text.encode()
        if moved := plan.moved.get(path):
            yield FileEdit(moved, None, new, like=path)
            yield FileEdit(path, old, None)
        elif new != old:
            yield FileEdit(path, old, new)


def _begun(before: Assessment) -> str:
    """What a new file begins with: where editors find its schema, if ``program.yaml`` says that of its own."""
    source = before.portfolio.sources.get(PROGRAM_FILE)
    lines = {which: f"# yaml-language-server: $schema={name}" for which, name in SCHEMAS.items()}
    is_told = source is not None and lines["program"] in source.text
    return lines["assignment"].replace("=", "=../") + "\n" if is_told else ""


def _with(contents: Mapping[str, File], before: Assessment, files: Sequence[FileEdit]) -> list[File]:
    """All files of the portfolio with those that change as they are to be."""
    changed = {file.path: File(file.path, file.new) for file in files if file.new is not None}
    gone = {file.path for file in files if file.new is None}
    ignored = {path: File(path) for path in before.portfolio.ignored}
    kept = {path: file for path, file in {**contents, **ignored, **changed}.items() if path not in gone}
    return sorted(kept.values(), key=lambda file: (file.path != PROGRAM_FILE, file.path))


def _refuse_error(error: Finding) -> NoReturn:
    """Refuse what would bring an error.

    Raises:
        RefusedError: with what is wrong, and what to do about it.
    """
    terms: dict[str, Term] = {"message": error.message, "ask": error.ask, "rule": Code(error.rule)}
    raise RefusedError(Said("refused.error", terms), call=f"staircase rule {error.rule}")


def _beyond(before: Assessment, after: Assessment) -> tuple[Finding, ...]:
    """The findings that are more than what was there before, by the ids that all has now."""
    return pairing(before.findings, after.findings, renamed(before.portfolio, after.portfolio)).after


def ensured(files: Sequence[FileEdit], day: date) -> None:
    """Refuse an event that changes nothing.

    Raises:
        RefusedError: all is so already.
    """
    if not files:
        refuse("nothing-new", day=day)


@dataclass(frozen=True, slots=True)
class WrittenEvent:
    """An event's outcome, whose event it was, the lines that change as a diff, and whether it was only tried."""

    outcome: Outcome
    subjects: tuple[str, ...]
    diff: str
    is_dry: bool = False

    @property
    def following(self) -> str | None:
        """The next likely command: it mends a gap, the opened ones first, or is a new assignment's first step."""
        mine = [one for one in self.outcome.review.after.findings if one.subject.id in self.subjects]
        gaps = [one for one in (*self.outcome.opened, *mine) if one.severity is not Severity.ERROR]
        repair = next(filter(None, map(fix_of, gaps)), None)
        if repair:
            return repair
        is_new = any(file.old is None and not file.like for file in self.outcome.files)
        if not is_new:
            return None
        from staircase.core.reports.show import next_command  # noqa: PLC0415 - start-up: only what is new asks

        return next_command(self.outcome.review.after, self.subjects[-1])


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
