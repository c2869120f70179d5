"""Writing a portfolio's files: several together, each whole or not at all, and only what nobody else has changed.

What is to come is prepared beside the files, under hidden names that no report reads, and then put in their places.
Where several files change, a journal says so before the first one does: whatever ends the program between two of them,
the next one that writes here finishes it.
"""

import json
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from errno import EACCES, EIO, ENOLCK, ENOTSUP, ENOTTY
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from time import monotonic, sleep
from typing import Literal

from staircase import disk
from staircase.disk import JOURNAL
from staircase.system import system_reason

if sys.platform != "win32":  # there no folder can be locked; a file is still read again right before it is replaced
    import fcntl

HIDDEN = ".staircase-write-"
"""How the names begin of what is prepared; it is no YAML file, and a hidden one."""

_LONGEST_JOURNAL = 64 * disk.LIMIT
"""The largest journal that is read, in bytes: it tells of hundreds of thousands of files."""

PATIENCE = 5.0
"""Seconds to wait for another one that writes in the same portfolio."""

Reason = Literal["changed", "taken", "locked", "link", "failed"]
"""Why nothing was written; each has its own sentence in the catalogues."""

_READ = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(frozen=True, slots=True)
class FileChange:
    """What is to become of a file.

    Attributes:
        path: where it stands, relative to the portfolio, with ``/``.
        old: the bytes that it was judged by; ``None`` where there is to be no file yet.
        new: the bytes it is to hold; ``None`` where it is to go.
        like: the file whose mode and owner a new one takes; empty for those of any new file.
    """

    path: str
    old: bytes | None
    new: bytes | None
    like: str = ""


class NotWrittenError(Exception):
    """Nothing was written, or all was put back; ``detail`` is the system's reason where it gave one."""

    def __init__(self, reason: Reason, path: str, detail: str = "") -> None:
        super().__init__(reason, path, detail)
        self.reason, self.path, self.detail = reason, path, detail


def write(root: Path, changes: Sequence[FileChange], patience: float = PATIENCE) -> None:
    """Make all changes, or none; where there are none to make, what another one began is finished all the same.

    Args:
        root: the portfolio's folder.
        changes: the files, each once.
        patience: how many seconds to wait while somebody else writes.

    Raises:
        NotWrittenError: a file is not the one that was judged, another program writes, or the disk refuses.
    """
    if not changes:
        settle(root, patience)
        return
    at = changes[0].path
    try:
        with _locked(root, patience):
            _finish(root)
            writing = _Writing(root)
            try:
                for change in changes:
                    at = change.path
                    writing.prepare(change)
                writing.put_in_place()
            finally:
                writing.clean()
    except OSError as error:
        raise NotWrittenError(reason="failed", path=at, detail=system_reason(error)) from error


def settle(root: Path, patience: float = PATIENCE) -> None:
    """Finish what another one began that was ended, before anything is judged by what stands there.

    Raises:
        NotWrittenError: another program writes, or the disk refuses.
    """
    try:
        if disk.is_unfinished(root):
            with _locked(root, patience):
                _finish(root)
    except OSError as error:
        raise NotWrittenError(reason="failed", path=JOURNAL, detail=system_reason(error)) from error


def _finish(root: Path) -> None:
    """Put in place what was prepared by one that was ended while it did so.

    A journal is believed in no more than a file of the portfolio is: anybody may have committed one. Where it speaks of
    other files, such as those that ``init`` makes, what was prepared is only taken away.
    """
    journal = disk.read_file(root, JOURNAL, _LONGEST_JOURNAL)
    if journal.problem in {"vanished", "link", "not-regular"}:
        return
    if journal.problem in {"no-permission", "failed"}:
        number = EACCES if journal.problem == "no-permission" else EIO
        raise OSError(number, os.strerror(number))
    with suppress(ValueError, TypeError, RecursionError):
        steps = [_Placing(*map(str, step)) for step in json.loads(journal.content or b"")]
        near = [step for step in steps if step.stays_within(root)]
        if near == steps and all(disk.is_portfolios(step.path) for step in steps):
            for step in steps:
                if _digest(disk.read_file(root, step.path).content) == step.old:
                    step.make(root)
        _sweep({(root / step.path).parent for step in near})
    (root / JOURNAL).unlink()


@dataclass(frozen=True, slots=True)
class _Placing:
    """One file to be put in place: its path, the digest of what it holds now, and what is prepared for it."""

    path: str
    old: str
    prepared: str

    def stays_within(self, root: Path) -> bool:
        """Whether it is about a file below the root, no link on its way, and what was prepared stands beside it."""
        folder, _, name = self.path.rpartition("/")
        parts = folder.split("/") if folder else []
        are_plain = all(stat.S_ISDIR(_mode(root / "/".join(parts[: n + 1]))) for n in range(len(parts)))
        beside = self.prepared.removeprefix(f"{folder}/" if folder else "")
        is_beside = not self.prepared or bool(re.fullmatch(re.escape(HIDDEN) + "[0-9a-f]{12}", beside))
        return is_beside and are_plain and not {"", ".", ".."} & {*parts, name}

    def make(self, root: Path) -> None:
        """Put what was prepared in its place; where nothing was, the file goes."""
        place = root / self.path
        if not self.prepared:
            place.unlink()
        elif (root / self.prepared).exists():
            (root / self.prepared).replace(place)


@dataclass(slots=True)
class _Writing:
    """One time of writing, under the lock."""

    root: Path
    steps: list[_Placing] = field(default_factory=list)
    back: list[_Placing] = field(default_factory=list)
    made: list[Path] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)

    def prepare(self, change: FileChange) -> None:
        """See that a file is as it was judged, and write beside it what it is to hold, and what it holds."""
        place = self.root / change.path
        self._make_folders(place.parent, change.path)
        _refuse_changed(self.root, change)
        if change.old is not None:
            os.close(os.open(place, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)))  # who may not write may not replace
        like = self.root / change.like if change.like else place if change.old is not None else None
        new, old = self._beside(change.path, change.new, like), self._beside(change.path, change.old, like)
        self.steps.append(_Placing(change.path, _digest(change.old), new))
        self.back.append(_Placing(change.path, _digest(change.new), old))

    def put_in_place(self) -> None:
        """Put all in place; where one can't be, those before it are put back."""
        done: list[_Placing] = []
        try:
            if len(self.steps) > 1:
                self._note_all()
            for step, back in zip(self.steps, self.back, strict=True):
                step.make(self.root)
                done.append(back)
        except OSError:
            for back in reversed(done):
                back.make(self.root)
            self._forget()
            raise
        self._forget()
        self.folders = []
        with suppress(OSError):  # all is done: there is nothing to put back
            for folder in {(self.root / step.path).parent for step in self.steps}:
                _keep(folder)

    def clean(self) -> None:
        """Take away what was prepared and is not wanted, and what others left that were ended.

        Where the journal stands, all could neither be put in place nor back: the next one that writes finishes it.
        """
        if (self.root / JOURNAL).exists():
            return
        _sweep({path.parent for path in self.made})
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()

    def _make_folders(self, folder: Path, path: str) -> None:
        """Make the folders on the way to a file; none of them may be a link."""
        if folder == self.root:
            return
        self._make_folders(folder.parent, path)
        try:
            folder.mkdir()
            self.folders.append(folder)
        except FileExistsError:
            if not stat.S_ISDIR(folder.lstat().st_mode):
                raise NotWrittenError(reason="link", path=path) from None

    def _beside(self, path: str, content: bytes | None, like: Path | None) -> str:
        """The path of a new hidden file beside another, with that content; empty for none."""
        if content is None:
            return ""
        folder = path.rpartition("/")[0]
        name = f"{folder}/{HIDDEN}{token_hex(6)}".removeprefix("/")
        self.made.append(self.root / name)
        with os.fdopen(os.open(self.root / name, _MAKE, 0o666), "wb") as stream:
            stream.write(content)
            stream.flush()
            if like:
                _make_alike(stream.fileno(), self.root / name, like)
            os.fsync(stream.fileno())
        return name

    def _forget(self) -> None:
        """Take the journal away: what it says is done, or undone."""
        with suppress(FileNotFoundError):
            (self.root / JOURNAL).unlink()

    def _note_all(self) -> None:
        """Write the journal, whole at once."""
        noted = json.dumps([(step.path, step.old, step.prepared) for step in self.steps])
        prepared = self._beside(JOURNAL, noted.encode(), None)
        (self.root / prepared).replace(self.root / JOURNAL)
        _keep(self.root)


def _sweep(folders: Iterable[Path]) -> None:
    """Take away what was prepared in folders, and is not wanted any more."""
    for folder in folders:
        for left in folder.glob(f"{HIDDEN}*"):
            with suppress(OSError):
                left.unlink()


def _refuse_changed(root: Path, change: FileChange) -> None:
    """Refuse a file that is not the one that was judged.

    Raises:
        NotWrittenError: somebody has changed it, or made it, or it is a link.
    """
    if change.old is None:
        if os.path.lexists(root / change.path):
            raise NotWrittenError(reason="taken", path=change.path)
        return
    now = disk.read_file(root, change.path)
    if now.problem == "link":
        raise NotWrittenError(reason="link", path=change.path)
    if now.content != change.old:
        raise NotWrittenError(reason="changed", path=change.path)


def _make_alike(descriptor: int, place: Path, like: Path) -> None:
    """Set the mode of an open file to that of another one, and as far as the system lets us its owner and group.

    In a folder that several people share, who may write a file may as a rule not give it away.
    """
    status = like.stat()
    made = os.fstat(descriptor)
    if (status.st_uid, status.st_gid) != (made.st_uid, made.st_gid):
        try:
            os.chown(place, status.st_uid, status.st_gid)
        except PermissionError:
            with suppress(PermissionError):
                os.chown(place, -1, status.st_gid)
    place.chmod(stat.S_IMODE(status.st_mode))


def _mode(place: Path) -> int:
    try:
        return place.lstat().st_mode
    except OSError:
        return 0


def _keep(folder: Path) -> None:
    """See that what stands in a folder is on the disk, where the system can be asked for it."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, _READ)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _digest(content: bytes | None) -> str:
    return sha256(content).hexdigest() if content is not None else ""


@contextmanager
def _locked(root: Path, patience: float) -> Iterator[None]:
    """Hold the portfolio's folder against others that write; the lock ends with the program, and leaves nothing."""
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(root, _READ)
    try:
        until = monotonic() + patience
        while not _has_lock(descriptor):
            if monotonic() > until:
                raise NotWrittenError(reason="locked", path="")
            sleep(0.02)
        yield
    finally:
        os.close(descriptor)


def _has_lock(descriptor: int) -> bool:
    """Whether the folder is ours now; where the file system knows no locks, it is."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in {ENOLCK, ENOTSUP, ENOTTY}:
            raise
    return True
