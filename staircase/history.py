"""What git knows of a portfolio over time: its commits with their days, the main branch, and what is staged."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from staircase.git import Leaf, Repository, RevisionError, ask

_MARK = "\x01"
_HEAD = re.compile(rf"\n?{_MARK}([0-9a-f]{{40,64}}) (\d{{4}}-\d\d-\d\d)((?: [0-9a-f]{{40,64}})*) ?")
_REMOTE = "refs/remotes/"
_MAIN = ("origin/main", "origin/master", "main", "master")
_STAGED = re.compile(r"(\d{6}) ([0-9a-f]{40,64}) ([0-3])\t(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its id, the day it came into the history, its first parent, and the files it changed since that."""

    id: str
    day: date
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
    """Give the commits that changed something at some paths, newest first, along first parents.

    Args:
        repository: where they are.
        head: the full id of the newest.
        since: the full id of a commit that bounds them, left out with all before it.
        paths: files and folders as the repository's trees name them.
    """
    words = ("log", "-z", "--first-parent", "--diff-merges=first-parent", "--name-only", "--no-renames", "--no-color")
    bound = (f"^{since}",) if since else ()
    said = ask(repository, *words, "--no-ext-diff", "--format=%x01%H %cs %P", head, *bound, "--", *paths)
    if said is None:
        raise RevisionError(reason="incomplete", places={"revision": head[:12], "fetch": "git fetch --unshallow"})
    yield from _told(said.decode("utf-8", "surrogateescape").split("\0"))


def staged(repository: Repository, paths: Sequence[str]) -> dict[str, Leaf | None]:
    """Give all that is staged at some paths, or below them; ``None`` where a merge has left several versions."""
    said = ask(repository, "ls-files", "--stage", "-z", "--full-name", "--", *paths) or b""
    found: dict[str, Leaf | None] = {}
    for line in said.decode("utf-8", "surrogateescape").split("\0"):
        if match := _STAGED.fullmatch(line):
            mode, name, stage, path = match.groups()
            found[path] = Leaf(mode, name) if stage == "0" else None
    return found


def _told(parts: Sequence[str]) -> Iterator[Commit]:
    head: re.Match[str] | None = None
    paths: list[str] = []
    for part in parts:
        following = _HEAD.fullmatch(part)
        if following:
            if head:
                yield _commit(head, paths)
            head, paths = following, []
        elif path := part.removeprefix("\n"):
            paths.append(path)
    if head:
        yield _commit(head, paths)


def _commit(head: re.Match[str], paths: Sequence[str]) -> Commit:
    parents = head[3].split()
    return Commit(head[1], date.fromisoformat(head[2]), parents[0] if parents else None, tuple(paths))
