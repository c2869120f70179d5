"""What git holds of a portfolio: its files at a commit, its commits and their days, the main branch, what is staged."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from staircase.core.period import NoSuchDateError, day_of
from staircase.core.source import ASSIGNMENTS, PROGRAM_FILE, File
from staircase.disk import LIMIT, is_yaml
from staircase.git import LINK, OBJECT_ID, SUBMODULE, Leaf, Repository, RevisionError, answer, ask, objects, tree


def read(repository: Repository, revision: str, folder: str, known: Iterable[File] = ()) -> tuple[File, ...]:
    """Read a portfolio at a commit: ``program.yaml`` first, then all that is under ``assignments/``, by path.

    Args:
        repository: where the commit is.
        revision: its full id.
        folder: the portfolio's folder as the repository's trees name it.
        known: files read elsewhere; one that is the same here, by path and content, is given as it is, and not read.

    Raises:
        RevisionError: the commit has no portfolio there, or git cannot give all of it.
    """
    start = f"{folder}/" if folder else ""
    found = tree(repository, revision, (f"{start}{PROGRAM_FILE}", f"{start}{ASSIGNMENTS}"))
    leaves = {path.removeprefix(start): leaf for path, leaf in found.items()}
    if PROGRAM_FILE not in leaves:
        raise RevisionError(reason="no-portfolio", places={"revision": revision[:12], "folder": folder or "."})
    return read_leaves(repository, leaves, known)


def read_leaves(repository: Repository, leaves: Mapping[str, Leaf], known: Iterable[File] = ()) -> tuple[File, ...]:
    """Read what git keeps of a portfolio, given by path in it: a tree's, or what is staged."""
    others = {file.path: file for file in known}
    kept = {path: _listed(path, leaf, others) for path, leaf in leaves.items() if _is_seen(path, leaf, others)}
    kept |= {path: File(path, problem="not-regular") for path in _folders_named_as_files(leaves)}
    contents = _contents(repository, {path: leaves[path] for path, file in kept.items() if file is None})
    whole = [file or contents[path] for path, file in kept.items()]
    return tuple(sorted(whole, key=lambda file: (file.path != PROGRAM_FILE, file.path)))


def blob_id(content: bytes, like: str) -> str:
    """Id that git has for a content, in the same kind of hash as another id."""
    from hashlib import sha1, sha256  # noqa: PLC0415 - start-up

    whole = b"blob %d\0" % len(content) + content
    return sha256(whole).hexdigest() if len(like) == 64 else sha1(whole, usedforsecurity=False).hexdigest()  # noqa: PLR2004 - the digits of a SHA-256


def _is_seen(path: str, leaf: Leaf, others: Mapping[str, File]) -> bool:
    """Leave out what is hidden, and a submodule that nothing was read from: what it holds is kept elsewhere."""
    if any(part.startswith(".") for part in path.split("/")):
        return False
    return leaf.mode != SUBMODULE or is_yaml(path) or any(other.startswith(f"{path}/") for other in others)


def _listed(path: str, leaf: Leaf, others: Mapping[str, File]) -> File | None:
    """What is known of a file without reading it; ``None`` where it has to be read."""
    other = others.get(path)
    match leaf.mode:
        case mode if mode == LINK:
            is_read = path == ASSIGNMENTS or is_yaml(path)
            is_link = is_read or (other is not None and other.problem == "link")  # else it leads to no folder
            return File(path, problem="link" if is_link else None)
        case mode if mode == SUBMODULE or path == ASSIGNMENTS:
            return File(path, problem="not-regular")
        case _ if not is_yaml(path):
            return File(path)
        case _:
            same = other and other.content is not None and blob_id(other.content, leaf.id) == leaf.id
            return other if same else None


def _folders_named_as_files(leaves: Iterable[str]) -> Iterator[str]:
    lowest = {path.rpartition("/")[0] for path in leaves}
    folders = {str(folder) for path in lowest for folder in (PurePosixPath(path), *PurePosixPath(path).parents)}
    return (folder for folder in folders if is_yaml(folder) and "/." not in f"/{folder}")


def _contents(repository: Repository, leaves: Mapping[str, Leaf]) -> Mapping[str, File]:
    read_ones = zip(leaves, objects(repository, (leaf.id for leaf in leaves.values()), LIMIT), strict=True)
    return {
        path: File(path, problem="too-large") if content is None else File(path, content) for path, content in read_ones
    }


_REMOTE = "refs/remotes/"
_MAIN = ("origin/main", "origin/master", "main", "master")
_FEW = 8
"""How many branches are named at most, where none is the main one."""

_EMPTY_TREES = frozenset(
    {
        "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
        "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
    }
)
"""The ids that git has for a tree with nothing in it, in both kinds of hash."""

_STAGED = re.compile(r"([0-7]{6}) ([0-9a-f]{40}|[0-9a-f]{64}) ([0-3])\t(.+)", re.DOTALL)
_COMMITTER = re.compile(rb"^committer .*> (-?\d{1,18}) ([+-])(\d{2})(\d{2})$", re.MULTILINE)
_READ = 1 << 20
"""Bytes that are read of a commit: its committer stands at its beginning, whatever its message holds."""

_DIFF_TREE = (
    *("diff-tree", "--stdin", "--root", "--always", "-r", "-z", "--no-renames"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules=none"),
)


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of a history.

    Attributes:
        id: its full id.
        parent: the full id of its first parent; ``None`` where the history begins, or is cut short.
        paths: the files that it changed since that.
    """

    id: str
    parent: str | None
    paths: tuple[str, ...]


def moved_from(
    repository: Repository, revision: str, paths: Collection[str], is_kept: Callable[[str], bool]
) -> str | None:
    """The folder that a portfolio stood in at a commit, before it was moved; none where it stood nowhere.

    Of the folders with a portfolio that are no more, the one that holds the most of its assignments.

    Args:
        repository: where the commit is.
        revision: its full id.
        paths: the portfolio's files today, as its own folder names them.
        is_kept: whether a folder holds a portfolio still.

    Raises:
        RevisionError: git says that a commit holds nothing which does.
    """
    found = tree(repository, revision, ())
    if not found and answer(repository, "rev-parse", f"{revision}^{{tree}}").decode().strip() not in _EMPTY_TREES:
        raise RevisionError(reason="odd", places={"command": "git ls-tree"})
    ends = [path.removesuffix(PROGRAM_FILE) for path in found if PurePosixPath(path).name == PROGRAM_FILE]
    shared = {
        start.removesuffix("/"): sum(start + path in found for path in paths if path != PROGRAM_FILE) for start in ends
    }
    moved = {folder: count for folder, count in shared.items() if count and not is_kept(folder)}
    return max(moved, key=lambda folder: moved[folder], default=None)


def main_branch(repository: Repository) -> str:
    """The name of the remote's main branch, else of one that is called so, else of the only one that the remote has.

    What the remote called its main branch may have been renamed since, and be here no more.

    Raises:
        RevisionError: there are several branches, and none of those names.
    """
    said = ask(repository, "symbolic-ref", "--quiet", f"{_REMOTE}origin/HEAD") or b""
    named = said.decode("utf-8", "replace").strip().removeprefix(_REMOTE)
    for name in (*filter(None, [named]), *_MAIN):
        space = _REMOTE if "/" in name else "refs/heads/"
        if ask(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{space}{name}^{{commit}}"):
            return name
    listed = ask(repository, "for-each-ref", "--format=%(refname)", f"{_REMOTE}origin/") or b""
    branches = [name.removeprefix(_REMOTE) for name in listed.decode("utf-8", "replace").split()]
    own = [name for name in branches if name != "origin/HEAD"]
    if len(own) == 1:
        return own[0]
    if own or named:
        raise RevisionError(reason="no-main", places={"branches": ", ".join(own[:_FEW]) or "-"})
    return _MAIN[0] if (ask(repository, "remote") or b"").split() else "main"


def commits(repository: Repository, head: str, since: str | None, paths: Sequence[str]) -> tuple[Commit, ...]:
    """List the commits that changed something at some paths, newest first, along first parents.

    Only git's plumbing is asked: what a person's configuration adds to ``git log`` is neither printed nor run.

    Args:
        repository: where they are.
        head: the full id of the newest.
        since: the full id of a commit that bounds them, left out with all before it.
        paths: files and folders as the repository's trees name them.

    Raises:
        RevisionError: git does not hold all of the history, or a part of what it says is not understood.
    """
    bound = (f"^{since}",) if since else ()
    said = ask(repository, "rev-list", "--first-parent", "--parents", head, *bound, "--")
    if said is None:
        raise _incomplete(head)
    parents = dict(_with_parent(line) for line in said.decode("ascii", "replace").splitlines())
    if since is None and next(iter(parents), None) != head:
        raise RevisionError(reason="odd", places={"command": "git rev-list"})
    changed = _changed(repository, parents, paths)
    return tuple(Commit(name, parent, changed[name]) for name, parent in parents.items() if changed[name])


def days(repository: Repository, commits: Sequence[Commit]) -> Iterator[date | None]:
    """Read the days that commits came into the history, where their committers were; each when it is asked for.

    ``None`` stands for a commit that names no day of 1970-2200.

    Raises:
        RevisionError: a commit is not there, or not what git writes.
    """
    ids = [commit.id for commit in commits]
    for name, content in zip(ids, objects(repository, ids, _READ, kind="commit"), strict=True):
        yield _day_in(name, content or b"")


def staged(repository: Repository, paths: Sequence[str]) -> dict[str, Leaf | None]:
    """List all that is staged at some paths, or below them; ``None`` where a merge has left several versions.

    Raises:
        RevisionError: git cannot read what is staged, or a part of what it says is not understood.
    """
    said = answer(repository, "ls-files", "--stage", "-z", "--full-name", "--", *paths)
    found: dict[str, Leaf | None] = {}
    for line in filter(None, said.decode("utf-8", "surrogateescape").split("\0")):
        match = _STAGED.fullmatch(line)
        if not match:
            raise RevisionError(reason="odd", places={"command": "git ls-files"})
        mode, name, stage, path = match.groups()
        found[path] = Leaf(mode, name) if stage == "0" else None
    return found


def _with_parent(line: str) -> tuple[str, str | None]:
    """Split what ``rev-list --parents`` says of a commit: its id, and its first parent's where its history goes on."""
    ids = line.split(" ")
    if not all(map(OBJECT_ID.fullmatch, ids)):
        raise RevisionError(reason="odd", places={"command": "git rev-list"})
    return ids[0], ids[1] if len(ids) > 1 else None


def _changed(
    repository: Repository, parents: Mapping[str, str | None], paths: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """List the files at some paths that each commit changed since its first parent, by the commit's id.

    ``--always`` has git answer for every commit, so that one it leaves out is noticed.
    """
    if not parents:
        return {}
    given = "".join(f"{name} {parent}\n" if parent else f"{name}\n" for name, parent in parents.items())
    said = ask(repository, *_DIFF_TREE, "--", *paths, given=given)
    if said is None:
        raise _incomplete(next(iter(parents)))
    found: dict[str, list[str]] = {}
    expected, name = iter(parents), ""
    parts = iter(said.decode("utf-8", "surrogateescape").removesuffix("\0").split("\0"))
    for part in parts:
        if found and part.startswith(":"):  # a file's modes, ids and letter; its path follows
            found[name].append(next(parts, ""))
        elif part == next(expected, None):
            name = part
            found[name] = []
        else:
            raise RevisionError(reason="odd", places={"command": "git diff-tree"})
    if len(found) < len(parents) or not all(all(files) for files in found.values()):
        raise RevisionError(reason="odd", places={"command": "git diff-tree"})
    return {name: tuple(files) for name, files in found.items()}


def _day_in(name: str, content: bytes) -> date | None:
    """Read the committer's day in the beginning of a commit object."""
    head = content.partition(b"\n\n")[0]
    if not head.startswith(b"tree ") or b"\ncommitter " not in head:
        raise RevisionError(reason="odd", places={"command": f"git cat-file commit {name[:12]}"})
    committer = _COMMITTER.search(head)
    return _day(committer) if committer else None


def _day(committer: re.Match[bytes]) -> date | None:
    seconds, sign, hours, minutes = committer.groups()
    offset = 3600 * int(hours) + 60 * int(minutes)
    try:
        return day_of(int(seconds) + (offset if sign == b"+" else -offset))
    except NoSuchDateError:
        return None


def _incomplete(revision: str) -> RevisionError:
    return RevisionError(reason="incomplete", places={"revision": revision[:12], "fetch": "git fetch --unshallow"})
