"""``send``: the portfolio's changed files, committed with what they mean and pushed, with nothing else."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from staircase import disk, git, history, push, store
from staircase.cli import DONE, FAILED, MISUSED, UNWRITTEN, say, write
from staircase.cli.environment import texts
from staircase.cli.events import SendOptions
from staircase.cli.findings import show as check
from staircase.cli.findings import verdict_on_all
from staircase.cli.options import CheckOptions
from staircase.cli.reading import Settings, known_format, settings, words_of
from staircase.cli.sides import PortfolioReader, refusal
from staircase.cli.usage import echoed
from staircase.cli.writing import is_asked, not_written
from staircase.core.assess import Assessment, assess, nothing_beside
from staircase.core.edits.outcome import SentChange, sent_report
from staircase.core.finding import Severity
from staircase.core.load import Shelf, assignment_id, load
from staircase.core.model import is_id
from staircase.core.review import Review, change_sentence, review
from staircase.core.source import File
from staircase.core.suggest import UNKNOWN
from staircase.core.term import Code, Said, Word
from staircase.push import remote_place, shown_address
from staircase.render import ReportFormat, render
from staircase.render.layout import cut
from staircase.render.safe import one_line
from staircase.words.speech import Words

_SUBJECT = 72
"""Characters of a commit's first line."""

_FEW = 5
"""How many files are named that are not the portfolio's."""

_TO_MACHINES = re.compile(r"(?i)\[((?:skip|no|ci)[ -](?:ci|skip|actions|build))\]")
"""What tells a forge not to check a commit, where it stands in a message."""


class _RefusedSendError(Exception):
    """It is not sent, for a reason of the shell's own; ``places`` fill its sentence."""

    def __init__(self, reason: str, **places: str) -> None:
        super().__init__(reason, places)
        self.reason, self.places = reason, places


@dataclass(frozen=True, slots=True)
class _Parcel:
    """What is to be sent.

    Attributes:
        checkout: from where.
        base: the branch that it is to be merged into.
        is_merged: whether what is checked out is in that already.
        blobs: the changed files with what they hold; nothing where they are gone.
        modes: the modes of plain files as git has them.
        review: what that means.
    """

    checkout: push.Checkout
    base: str
    is_merged: bool
    blobs: Mapping[str, bytes | None]
    modes: Mapping[str, str]
    review: Review

    @property
    def about(self) -> str:
        """The assignment that it is about, if it is about one."""
        ids = {assignment_id(path) for path in self.blobs}
        return next(iter(ids)) if len(ids) == 1 and all(map(is_id, ids)) else "portfolio"

    def branch(self, commit: str) -> str:
        """The branch that a commit of it is sent on."""
        return push.own_branch(self.checkout, self.about, commit, is_merged=self.is_merged)


class _Run(NamedTuple):
    """What a run is told, what it reads with, and the words to say it in."""

    options: SendOptions
    told: Settings
    reader: PortfolioReader
    words: Words


def send(options: SendOptions) -> int:
    """Commit and push what has changed in the portfolio; returns 0, 1 where the check fails, 2, or 74."""
    told, shelf = settings(options), Shelf()
    try:
        files = _files(told, may_be_partial=options.dry_run)
    except store.NotWrittenError as error:
        return not_written(error, told.language(None))
    after = assess(known_format(load(files, shelf=shelf)), told.today, told.today)
    words = words_of(told, after)
    try:
        reader = PortfolioReader(told, shelf, git.repository(told.root))
        run = _Run(options, told, reader, words)
        parcel = _parcel(run, after, files)
        if not options.anyway and _fails(run, parcel.base):
            return FAILED
        return _sent(run, parcel)
    except git.RevisionError as error:
        raise refusal(error, told) from error
    except (push.SendError, _RefusedSendError) as error:
        _tell(f"shell.send.{error.reason}", error.places, words)
        return UNWRITTEN if error.reason in push.UNSENT else MISUSED


def _files(told: Settings, *, may_be_partial: bool) -> tuple[File, ...]:
    """The portfolio's files, with no part of a change to several of them; of what is only tried, that is told.

    Raises:
        NotWrittenError: somebody writes there, or what was interrupted can't be finished.
    """
    if not may_be_partial:
        store.settle(told.root)
    files, is_partial = disk.undisturbed(told.root, lambda: disk.read(told.root))
    if is_partial and not may_be_partial:
        raise store.NotWrittenError(reason="locked", path="")
    if is_partial:
        said = texts(told.language(None))
        say(said["shell.error"].format(message=said["shell.unfinished"]))
    return files


def _tell(key: str, places: Mapping[str, str], words: Words) -> None:
    said = texts(words.language)
    message = said[key].format(**{name: echoed(text) for name, text in places.items()})
    say(said["shell.error"].format(message=message))


def _parcel(run: _Run, after: Assessment, files: Sequence[File]) -> _Parcel:
    """What is to be sent.

    Raises:
        SendError: nothing can be sent from what is checked out.
        _RefusedSendError: nothing has changed, or not the portfolio alone.
        RevisionError: git can't be asked.
    """
    repository = run.reader.repository
    base = history.main_branch(repository)
    checkout = _checkout(repository, base)
    start = run.reader.start
    kept = git.tree(repository, checkout.head, run.reader.paths)
    leaves = {path.removeprefix(start): leaf for path, leaf in kept.items()}
    blobs = dict(sorted(_changed(run.told.root, files, leaves)))
    others = push.changed(repository) - {f"{start}{path}" for path in blobs}
    _refuse(others, "others")
    if not blobs:
        raise _RefusedSendError(reason="nothing")
    since = git.merge_base(repository, base)
    _refuse(_committed(run, since), "others-committed", base=base)
    before = run.reader.found(checkout.head)
    was = assess(before, run.told.today, run.told.today, beside=after) if before else nothing_beside(after)
    modes = {path: leaf.mode for path, leaf in leaves.items() if leaf.mode in push.MODES}
    meaning = review(was, after, Code(base), Word("diff.worktree"))
    return _Parcel(checkout, base, since == checkout.head, blobs, modes, meaning)


def _checkout(repository: git.Repository, base: str) -> push.Checkout:
    """What is checked out; where nothing can be sent from that, the refusal says which branch to go to."""
    try:
        return push.checkout(repository)
    except push.SendError as error:
        error.places = {**error.places, "switch": f"git switch {base.rpartition('/')[2]}"}
        raise


def _refuse(paths: "frozenset[str]", reason: str, **places: str) -> None:
    """Refuse to send where files are not the portfolio's.

    Raises:
        _RefusedSendError: some are.
    """
    if paths:
        named = ", ".join(sorted(paths)[:_FEW]) + (", …" if len(paths) > _FEW else "")
        raise _RefusedSendError(reason, files=named, **places)


def _changed(root: Path, files: Sequence[File], leaves: Mapping[str, git.Leaf]) -> Iterator[tuple[str, bytes | None]]:
    """The portfolio's files that are not as a commit has them, with what they hold now; nothing where they are gone.

    What can't be read, and what is hidden, is not among them.
    """
    for file in files:
        if file.content is not None and not _is_same(file.content, leaves.get(file.path)):
            yield file.path, file.content
    for path in leaves.keys() - {file.path for file in files}:
        if disk.is_portfolios(path) and "/." not in path and _is_gone(root / path):
            yield path, None


def _is_gone(place: Path) -> bool:
    """Whether nothing is there; where that can't be known, something is."""
    try:
        place.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _is_same(content: bytes, leaf: git.Leaf | None) -> bool:
    """Whether git keeps that content, as it is or with its own line ends."""
    forms = (content, content.replace(b"\r\n", b"\n"))
    return leaf is not None and any(history.blob_id(form, leaf.id) == leaf.id for form in forms)


def _committed(run: _Run, since: str) -> frozenset[str]:
    """The files that commits have changed since one of them, and that are not the portfolio's."""
    repository, start = run.reader.repository, run.reader.start
    said = git.answer(repository, "diff-tree", "-r", "-z", "--name-only", "--no-renames", since, "HEAD")
    paths = filter(None, said.decode("utf-8", "surrogateescape").split("\0"))
    return frozenset(
        path for path in paths if not (path.startswith(start) and disk.is_portfolios(path.removeprefix(start)))
    )


def _fails(run: _Run, base: str) -> bool:
    """Whether the check would fail on what is new, which is then shown."""
    options, told = run.options, run.told
    asked = CheckOptions(
        portfolio=str(told.root),
        lang=run.words.language,
        color=options.color,
        base=base,
        format=["json" if options.json else "full"],
    )
    verdict = verdict_on_all(asked, told, marked=False)
    if not any(each.finding.severity is Severity.ERROR for each in verdict.counting) and verdict.is_whole:
        return False
    check(asked)
    _tell("shell.send.fails", {}, run.words)
    return True


def _sent(run: _Run, parcel: _Parcel) -> int:
    """Commit, push and check out what was pushed; or only say what would be."""
    repository, checkout, message = run.reader.repository, parcel.checkout, _message(run, parcel.review)
    if run.options.dry_run:
        _show(run, _sent_change(parcel, message, ""))
        return DONE
    start = run.reader.start
    blobs = [
        push.Blob(f"{start}{path}", "", "")
        if content is None
        else push.blob(repository, f"{start}{path}", content, parcel.modes.get(path) or _mode(run, path))
        for path, content in parcel.blobs.items()
    ]
    made = push.commit(repository, checkout.head, blobs, message)
    sent = _sent_change(parcel, message, made)
    push.send(repository, checkout, made, sent.branch, may_ask=is_asked())
    has_arrived = push.arrive(repository, checkout, made, sent.branch, blobs)
    _show(run, sent)
    if not has_arrived:
        raise push.SendError(reason="not-arrived", places={"branch": sent.branch})
    return DONE


def _mode(run: _Run, path: str) -> str:
    """The mode of a new file, as git would have it."""
    keeps = git.ask(run.reader.repository, "config", "--type=bool", "core.fileMode") != b"false\n"
    return "100755" if keeps and os.access(run.told.root / path, os.X_OK) else "100644"


def _message(run: _Run, of: Review) -> str:
    """A commit's message: what the change means in a line, then row by row as ``diff`` says it."""
    headline = _TO_MACHINES.sub(r"(\1)", one_line(run.words.say(of.headline)))
    rows = [one_line(run.words.say(change_sentence(line))) for line in of.event_lines("weight")]
    own = one_line(run.options.message) if run.options.message else ""
    subject = own or cut(headline, _SUBJECT, "…")
    below = [*([] if subject == headline else [headline, ""]), *(f"- {row}" for row in rows)]
    return f"{subject}\n\n" + _TO_MACHINES.sub(r"(\1)", "\n".join(below)) + "\n"


def _sent_change(parcel: _Parcel, message: str, commit: str) -> SentChange:
    """What is sent as a commit, or would be, with what is next."""
    checkout, branch = parcel.checkout, parcel.branch(commit or UNKNOWN)
    place = remote_place(checkout.address)
    page = place.request(branch).replace(quote(UNKNOWN), UNKNOWN) if place else ""
    main = parcel.base.rpartition("/")[2]
    following = [(Said("send.merged", {}), f"git switch {main}; git pull")] if commit else []
    if place and not page:
        following.insert(0, (Said("send.request-there", {}), place.page))
    return SentChange(
        review=parcel.review,
        files=tuple(parcel.blobs),
        branch=branch,
        commit=commit,
        message=message,
        address=shown_address(checkout.address),
        page=page,
        programs=checkout.programs,
        following=tuple(following),
    )


def _show(run: _Run, sent: SentChange) -> None:
    """What was sent, or would be, and last the page where it is asked that it is merged."""
    form: ReportFormat = "json" if run.options.json else "table"
    write(render(sent_report(sent), form, run.told.look, run.words), "utf-8" if run.options.json else None)
    if sent.page and not run.options.json:
        write(f"{run.words.text('send.request')}:\n{sent.page}\n")
