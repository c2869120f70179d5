"""What an event comes to: its plan made in the files' texts, judged by the rules, and what it means."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple, NoReturn

from staircase.core.assess import Assessment, assess
from staircase.core.beginning import SCHEMAS
from staircase.core.comparison.findings import pairing
from staircase.core.comparison.ids import renamed
from staircase.core.edits.ground import EventPlan, RefusedError, refuse
from staircase.core.file import PROGRAM_FILE, File
from staircase.core.finding import Finding, Severity
from staircase.core.load import Shelf, load
from staircase.core.model.assignment import Assignment
from staircase.core.review.diff import Review, review
from staircase.core.term import Code, Name, Said, Term, Word, quoted
from staircase.core.yaml.edit import Add, LayoutError, Remove, edited, new_text
from staircase.core.yaml.parse import Raw
from staircase.core.yaml.refusal import holds_foreign
from staircase.core.yaml.source import Source


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
    """A plan made in the files' texts: the files, the portfolio as it would be, and the errors that it would bring."""

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
    errors = (one for one in _beyond(before, after) if one.severity is Severity.ERROR)
    return Attempt(files, after, tuple(errors), plan.undo)


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
