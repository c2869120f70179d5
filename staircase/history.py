"""What git knows of a portfolio over time: its commits with their days, the main branch, and what is staged."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from staircase.core.period import NoSuchDateError, day_of
from staircase.git import Leaf, Repository, RevisionError, ask, objects

_REMOTE = "refs/remotes/"
_MAIN = ("origin/main", "origin/master", "main", "master")
_STAGED = re.compile(r"(\d{6}) ([0-9a-f]{40,64}) ([0-3])\t(.*)", re.DOTALL)
_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_PARENT = re.compile(rb"^parent ([0-9a-f]{40,64})$", re.MULTILINE)
_COMMITTER = re.compile(rb"^committer .*> (-?\d{1,18}) ([+-])(\d{2})(\d{2})$", re.MULTILINE)
_LARGEST = 1 << 20
"""Bytes of the largest commit that is read."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of a history.

    Attributes:
        id: its full id.
        day: the day it came into the history, where its committer was; ``None`` where that is none of 1970-2200.
        parent: the full id of its first parent.
        paths: the files that it changed since that.
    """

    id: str
    day: date | None
    parent: str | None
    paths: tuple[str, ...]


def main_branch(repository: Repository) -> str:
    """Give the name of the remote's main branch, else of one that is called so; the last resort may not exist."""
    said = ask(repository, "symbolic-ref", "--quiet", f"{_REMOTE}origin/HEAD")
    if said and (named := said.decode("utf-8", "replace").strip().removeprefix(_REMOTE)):
        return named
    for name in _MAIN:
        space = _REMOTE if "/" in name else "refs/heads/"
        if ask(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{space}{name}^{{commit}}"):
            return name
    return _MAIN[0] if (ask(repository, "remote") or b"").split() else "main"


def commits(repository: Repository, head: str, since: str | None, paths: Sequence[str]) -> Iterator[Commit]:
    """Read the commits that changed something at some paths, newest first, along first parents.

    Only git's plumbing is asked: what a person's configuration adds to ``git log`` is neither printed nor run.

    Args:
        repository: where they are.
        head: the full id of the newest.
        since: the full id of a commit that bounds them, left out with all before it.
        paths: files and folders as the repository's trees name them.

    Raises:
        RevisionError: git does not hold all of the history, or a part of it is not what git writes.
    """
    bound = (f"^{since}",) if since else ()
    said = ask(repository, "rev-list", "--first-parent", head, *bound, "--", *paths)
    if said is None:
        raise _incomplete(head)
    ids = said.decode("ascii", "replace").split()
    if not all(map(_ID.fullmatch, ids)):
        raise RevisionError(reason="failed", places={"error": "rev-list"})
    facts = [
        _facts(name, content)
        for name, content in zip(ids, objects(repository, ids, _LARGEST, kind="commit"), strict=True)
    ]
    held = _held(repository, [parent for parent, _ in facts if parent]) if repository.is_shallow else None
    known = [(parent if held is None or parent in held else None, day) for parent, day in facts]
    changed = _changed(repository, {name: parent for name, (parent, _) in zip(ids, known, strict=True)}, paths)
    for name, (parent, day) in zip(ids, known, strict=True):
        yield Commit(name, day, parent, changed.get(name, ()))


def staged(repository: Repository, paths: Sequence[str]) -> dict[str, Leaf | None]:
    """Give all that is staged at some paths, or below them; ``None`` where a merge has left several versions."""
    said = ask(repository, "ls-files", "--stage", "-z", "--full-name", "--", *paths) or b""
    found: dict[str, Leaf | None] = {}
    for line in said.decode("utf-8", "surrogateescape").split("\0"):
        if match := _STAGED.fullmatch(line):
            mode, name, stage, path = match.groups()
            found[path] = Leaf(mode, name) if stage == "0" else None
    return found


def _facts(name: str, content: bytes | None) -> tuple[str | None, date | None]:
    """Read a commit object's first parent and day."""
    head = (content or b"").partition(b"\n\n")[0]
    parent, committer = _PARENT.search(head), _COMMITTER.search(head)
    if not head.startswith(b"tree ") or b"\ncommitter " not in head:
        raise RevisionError(reason="failed", places={"error": f"cat-file commit {name[:12]}"})
    return parent[1].decode("ascii") if parent else None, _day(committer) if committer else None


def _day(committer: re.Match[bytes]) -> date | None:
    seconds, sign, hours, minutes = committer.groups()
    offset = 3600 * int(hours) + 60 * int(minutes)
    try:
        return day_of(int(seconds) + (offset if sign == b"+" else -offset))
    except NoSuchDateError:
        return None


def _held(repository: Repository, ids: Sequence[str]) -> frozenset[str]:
    """Those of some commits that a history that is cut short holds."""
    said = ask(
        repository, "cat-file", "--batch-check=%(objectname) %(objecttype)", given="".join(f"{each}\n" for each in ids)
    )
    lines = (said or b"").decode("ascii", "replace").splitlines()
    return frozenset(line.removesuffix(" commit") for line in lines if line.endswith(" commit"))


def _changed(
    repository: Repository, parents: dict[str, str | None], paths: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """List the files at some paths that each commit changed since its first parent, by the commit's id."""
    given = "".join(f"{name} {parent}\n" if parent else f"{name}\n" for name, parent in parents.items())
    words = ("diff-tree", "--stdin", "--root", "-r", "-z", "--no-renames", "--no-ext-diff", "--no-textconv")
    said = ask(repository, *words, "--", *paths, given=given)
    if said is None:
        raise _incomplete(next(iter(parents)))
    found: dict[str, list[str]] = {}
    parts = iter(said.decode("utf-8", "surrogateescape").split("\0")[:-1])
    name = ""
    for part in parts:
        if part.startswith(":"):  # a file's modes, ids and letter; its path follows
            found[name].append(next(parts))
        elif part in parents:
            name = part
            found[name] = []
        else:
            raise RevisionError(reason="failed", places={"error": "diff-tree"})
    return {name: tuple(files) for name, files in found.items()}


def _incomplete(revision: str) -> RevisionError:
    return RevisionError(reason="incomplete", places={"revision": revision[:12], "fetch": "git fetch --unshallow"})
