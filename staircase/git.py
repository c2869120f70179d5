"""Git, asked safely: a portfolio's files at a revision, with no text of ours."""

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from subprocess import CompletedProcess, Popen  # noqa: TID251 - this is where git is run

    GitAnswer = CompletedProcess[bytes]
    """What git says: its code, and what it wrote to both streams."""

Reason = Literal[
    "no-git",
    "no-repository",
    "foreign",
    "failed",
    "odd",
    "unborn",
    "unknown",
    "unknown-fetch",
    "unrelated",
    "shallow",
    "no-portfolio",
    "no-main",
    "incomplete",
]
"""Why a revision cannot be read; each has its own sentence in the catalogues."""

LINK, SUBMODULE = "120000", "160000"
"""The modes of what is no file."""

_SAFE = (
    *("--no-pager", "--no-replace-objects", "--literal-pathspecs"),
    *("-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"),
)
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_GRAFT_FILE": os.devnull,
}
OBJECT_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""The full id of a commit, tree or file, as git writes it."""

_LEAF = re.compile(r"([0-7]{6}) [a-z]+ ([0-9a-f]{40}|[0-9a-f]{64})\t(.+)", re.DOTALL)
_OBJECT = re.compile(rb"([0-9a-f]{40}|[0-9a-f]{64}) ([a-z]+) ([0-9]{1,18})\n")
_REMOTE_BRANCH = re.compile(r"([A-Za-z0-9][\w.-]*)/([A-Za-z0-9][\w./-]*)")
_CHUNK = 1 << 20
_REFETCH = "git fetch --refetch --no-filter"


@dataclass(eq=False)  # not frozen: Python writes its traceback into an exception
class RevisionError(Exception):
    """A revision cannot be read; ``places`` fill the sentence that says what to do."""

    reason: Reason
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository: git's own place, the folder whose files it keeps, and whether its history is cut short."""

    git: str
    root: Path
    is_shallow: bool

    def inside(self, folder: Path) -> str:
        """A folder as the repository's trees name it: with ``/``, empty for the root."""
        path = os.path.relpath(os.path.realpath(folder), self.root).replace(os.sep, "/")
        return "" if path == "." else path


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a tree holds at a path: its mode and its object's id."""

    mode: str
    id: str


def top_of(folder: Path) -> Path | None:
    """The nearest folder that holds ``.git``, from a folder upwards."""
    return next((above for above in (folder, *folder.parents) if os.path.lexists(above / ".git")), None)


def repository(folder: Path) -> Repository:
    """The repository that a folder belongs to.

    Git is run at the nearest folder upwards that holds ``.git``: nothing in a portfolio is taken for a repository.

    Raises:
        RevisionError: there is none, or no git, or git does not trust the folder.
    """
    real = Path(os.path.realpath(folder))
    top = top_of(real)
    if top is None:
        raise RevisionError(reason="no-repository", places={"folder": str(folder)})
    git = _executable()
    done = run(Repository(git, top, is_shallow=False), "rev-parse", "--show-toplevel", "--is-shallow-repository")
    if done.returncode:
        raise _refusal(done, top)
    root, _, shallow = os.fsdecode(done.stdout).removesuffix("\n").rpartition("\n")  # a folder's name may hold others
    if not root or shallow not in {"true", "false"}:
        raise RevisionError(reason="odd", places={"command": "git rev-parse"})
    found = Path(os.path.realpath(root))
    if not real.is_relative_to(found):  # its configuration points elsewhere
        raise RevisionError(reason="no-repository", places={"folder": str(folder)})
    return Repository(git, found, shallow == "true")


def latest_commit(root: Path) -> str:
    """The commit that the files of a folder were saved in last, or nothing where git knows none."""
    try:
        return commit(repository(root), "HEAD")
    except RevisionError:
        return ""


def commit(repository: Repository, revision: str) -> str:
    """The full id of the commit that a revision names.

    Raises:
        RevisionError: it names none.
    """
    found = _commit(repository, revision)
    if found is None:
        raise _unknown(repository, revision)
    return found


def head_commit(repository: Repository) -> str:
    """The full id of the commit that is checked out.

    Raises:
        RevisionError: there is none yet.
    """
    found = _commit(repository, "HEAD")
    if found is None:
        raise RevisionError(reason="unborn")
    return found


def merge_base(repository: Repository, base: str, head: str = "HEAD") -> str:
    """The full id of the commit where two revisions part.

    Raises:
        RevisionError: one of them is unknown, or they have nothing in common as far as is known.
    """
    known = head_commit(repository) if head == "HEAD" else None
    done = run(repository, "merge-base", commit(repository, base), known or commit(repository, head))
    found = done.stdout.decode("ascii", "replace").strip()
    if done.returncode == 0 and OBJECT_ID.fullmatch(found):
        return found
    if repository.is_shallow:
        raise RevisionError(reason="shallow", places={"revision": base, "fetch": _fetch(repository, base)})
    if done.returncode == 1:
        raise RevisionError(reason="unrelated", places={"revision": base})
    raise _failed(done)


def ask(repository: Repository, *arguments: str, given: str = "") -> bytes | None:
    """Return what git says to a question of our own words and full ids; nothing where it has no answer.

    ``given`` is what git reads from its standard input.
    """
    done = run(repository, *arguments, given=given.encode("ascii"))
    return None if done.returncode else done.stdout


def answer(repository: Repository, *arguments: str) -> bytes:
    """Return what git says to a question that always has an answer; without one, raise a RevisionError."""
    done = run(repository, *arguments)
    if done.returncode:
        raise _failed(done)
    return done.stdout


def tree(repository: Repository, revision: str, paths: Sequence[str]) -> dict[str, Leaf]:
    """All that stands at some paths, or below them, in a commit that is given by its full id."""
    done = run(repository, "ls-tree", "-r", "-z", "--full-tree", _checked(revision), "--", *paths)
    if done.returncode:
        raise RevisionError(reason="incomplete", places={"revision": revision, "fetch": _REFETCH})
    return dict(_leaf(line) for line in os.fsdecode(done.stdout).split("\0") if line)


def objects(
    repository: Repository, ids: Iterable[str], limit: int, *, kind: Literal["blob", "commit"] = "blob"
) -> Iterator[bytes | None]:
    """Read objects of a kind in order, in one process: a blob over the limit in bytes is ``None``, a commit is cut.

    Raises:
        RevisionError: one is not there, or of another kind.
    """
    wanted = tuple(ids)
    if not wanted:
        return
    from subprocess import DEVNULL, PIPE, Popen  # noqa: PLC0415, TID251 - start-up; this is where git is run

    command = [repository.git, *_SAFE, "cat-file", "--batch"]
    with Popen(  # noqa: S603 - our own words only
        command, cwd=repository.root, env=_environment(), stdin=PIPE, stdout=PIPE, stderr=DEVNULL
    ) as process:
        for name in wanted:
            yield _object(process, _checked(name), limit, kind)


def _object(process: "Popen[bytes]", name: str, limit: int, kind: str) -> bytes | None:
    failed = RevisionError(reason="failed", places={"error": "cat-file"})
    if not process.stdin or not process.stdout:
        raise failed
    try:  # past the buffer: what it still held when git has ended would break the pipe once more on closing
        os.write(process.stdin.fileno(), f"{name}\n".encode())
    except BrokenPipeError as error:
        raise failed from error
    size = _size(process.stdout.readline(), name, kind)
    content, left = b"", size + 1  # a line's end follows
    while left > 0 and (part := process.stdout.read(min(left, _CHUNK))):
        left -= len(part)
        if size <= limit or (kind == "commit" and len(content) < limit):
            content += part
    if left:
        raise failed
    if size > limit and kind == "blob":
        return None
    return content[: min(size, limit)]  # without the line's end


def _size(line: bytes, name: str, kind: str) -> int:
    """Read what ``cat-file --batch`` says before an object: its id, its kind and its size."""
    match = _OBJECT.fullmatch(line)
    if match and match[1].decode() == name and match[2].decode() == kind:
        return int(match[3])
    if line in {b"", f"{name} missing\n".encode()} or match:  # git ends where it would have to fetch
        raise RevisionError(reason="incomplete", places={"revision": name, "fetch": _REFETCH})
    raise RevisionError(reason="odd", places={"command": "git cat-file"})


def _leaf(line: str) -> tuple[str, Leaf]:
    match = _LEAF.fullmatch(line)
    if not match:
        raise RevisionError(reason="odd", places={"command": "git ls-tree"})
    return match[3], Leaf(match[1], match[2])


def _commit(repository: Repository, revision: str) -> str | None:
    if "\0" in revision:
        return None
    done = run(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = done.stdout.decode("ascii", "replace").strip()
    return found if done.returncode == 0 and OBJECT_ID.fullmatch(found) else None


def _unknown(repository: Repository, revision: str) -> RevisionError:
    fetch = _fetch(repository, revision)
    if fetch.startswith("git fetch --") or _of_remote(repository, revision):
        return RevisionError(reason="unknown-fetch", places={"revision": revision, "fetch": fetch})
    return RevisionError(reason="unknown", places={"revision": revision})


def _fetch(repository: Repository, revision: str) -> str:
    """The command that fetches what is missing: all of the history, and the branch where it is a remote's."""
    deep = "--unshallow " if repository.is_shallow else ""
    if named := _of_remote(repository, revision):
        remote, branch = named
        return f"git fetch {deep}{remote} +refs/heads/{branch}:refs/remotes/{remote}/{branch}"
    return "git fetch --unshallow" if deep else "git fetch"


def _of_remote(repository: Repository, revision: str) -> tuple[str, str] | None:
    named = _REMOTE_BRANCH.fullmatch(revision.removeprefix("refs/remotes/"))
    if not named or named[1] not in run(repository, "remote").stdout.decode("utf-8", "replace").splitlines():
        return None
    return named[1], named[2]


def _checked(name: str) -> str:
    """Let nothing but an object's full id through."""
    if not OBJECT_ID.fullmatch(name):
        raise RevisionError(reason="unknown", places={"revision": name})
    return name


def _refusal(done: "GitAnswer", folder: Path) -> RevisionError:
    if b"dubious ownership" in done.stderr:
        return RevisionError(reason="foreign", places={"folder": str(folder)})
    return _failed(done)


def _failed(done: "GitAnswer") -> RevisionError:
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    return RevisionError(reason="failed", places={"error": lines[0] if lines else f"git {done.returncode}"})


def run(
    repository: Repository, *arguments: str, given: bytes = b"", variables: Mapping[str, str] = MappingProxyType({})
) -> "GitAnswer":
    """Run git at the repository's root, with nothing to ask, to show or to fetch, and no hook.

    ``variables`` go before those that see to it.
    """
    from subprocess import run as start  # noqa: PLC0415, TID251 - start-up; this is where git is run

    try:
        return start(  # noqa: S603 - our own words, and revisions that cannot be options
            [repository.git, *_SAFE, *arguments],
            cwd=repository.root,
            env=_environment() | dict(variables),
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise RevisionError(reason="no-git") from error


def _environment() -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    return own | _ENVIRONMENT


def _executable() -> str:
    """Find git where the system keeps its programs: never in a folder that is named from here."""
    folders = (folder for folder in os.get_exec_path() if Path(folder).is_absolute())
    found = shutil.which("git", path=os.pathsep.join(folders))
    if found is None or not Path(found).is_absolute():
        raise RevisionError(reason="no-git")
    return found
