"""Sending by git: a commit of some files, made beside what is checked out, and pushed to a branch of its own.

A push is the one thing here that runs other programs than git: ssh, or what asks for a password, as the reader's and
the repository's own settings name them, since a repository that names some can't be pushed without. Nothing else that
settings name is run: no hook, no filter, no helper for a transport of its own, no program to sign, and what the
other side is to run is git's own. Nothing is forced, and nothing is changed here before the push has arrived. Of the
remote's address nothing secret is shown, and the page of its forge is found, where the branch is to be merged.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import quote

from staircase import git

if TYPE_CHECKING:
    from staircase.git import GitAnswer


_URL = re.compile(
    r"([a-z][a-z0-9+.-]*)://(?:[^/]*@)?([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::([0-9]{1,5}))?/(.+)", re.DOTALL
)
_SHORT = re.compile(r"(?:[^/:]*@)?([A-Za-z0-9.-]{2,}):(?!//|:)(.+)", re.DOTALL)
"""The short form of ssh, ``git@host:path``; a letter alone is a disk of Windows."""

_SECRET = re.compile(r"(?<=://)[^/\s'\"]*@")
_WEB = ("http", "https")
_SSH_HOSTS = {"ssh.github.com": "github.com", "altssh.gitlab.com": "gitlab.com"}
"""Hosts that only take ssh, with those of their pages."""


@dataclass(frozen=True, slots=True)
class RemotePlace:
    """Where a repository is on the web: a host, with its port where that is not the usual one, and a path."""

    scheme: str
    host: str
    path: str

    @property
    def page(self) -> str:
        """The repository's own page."""
        return f"{self.scheme}://{self.host}/{self.path}"

    def request(self, branch: str) -> str:
        """The page where it is asked that a branch is merged; empty where the host names no forge that is known."""
        names = self.host.partition(":")[0].split(".")
        if "github" in names:
            return f"{self.page}/pull/new/{quote(branch)}"
        if "gitlab" in names:
            return f"{self.page}/-/merge_requests/new?merge_request%5Bsource_branch%5D={quote(branch, safe='')}"
        return ""


def remote_place(address: str) -> RemotePlace | None:
    """The place on the web of a remote's address; none where that is a folder, or not understood."""
    bare = _bare(address)
    if url := _URL.fullmatch(bare):
        scheme, host, port, path = url.groups()
        is_web = scheme in _WEB
        if not is_web and "ssh" not in scheme:
            return None
    elif short := _SHORT.fullmatch(bare):
        (host, path), scheme, port, is_web = short.groups(), "", "", False
    else:
        return None
    parts = list(_parts(path))
    if not parts:
        return None
    host = _SSH_HOSTS.get(host.lower(), host.lower())
    return RemotePlace(scheme if is_web else "https", f"{host}:{port}" if port and is_web else host, "/".join(parts))


def shown_address(address: str) -> str:
    """A remote's address as it may be shown: without who logs in, and without a query, which may hold a secret."""
    bare = without_secrets(_bare(address))
    short = _SHORT.fullmatch(bare)
    return f"{short[1]}:{short[2]}" if short and "://" not in bare else bare


def without_secrets(text: str) -> str:
    """A text that may hold addresses, without who logs in there."""
    return _SECRET.sub("", text)


def _bare(address: str) -> str:
    """An address without a query or a fragment."""
    return re.split(r"[?#]", address, maxsplit=1)[0]


def _parts(path: str) -> Iterator[str]:
    """The names in a path, each as an address has it."""
    for name in path.strip("/").removesuffix(".git").split("/"):
        if name not in {"", ".", ".."}:
            yield quote(name, safe="~%" if re.search("%[0-9A-Fa-f]{2}", name) else "~")


Reason = Literal[
    "detached",
    "no-remote",
    "several-remotes",
    "under-way",
    "no-identity",
    "differs",
    "rejected",
    "declined",
    "failed",
    "not-arrived",
]
"""Why something can't be sent; each has its own sentence in the catalogues."""

UNSENT: frozenset[Reason] = frozenset({"rejected", "declined", "failed", "not-arrived"})
"""The reasons that the other side gave, or the way to it."""

MODES = frozenset({"100644", "100755"})
"""The modes of plain files."""

_OWN = re.compile(r"staircase-[a-z0-9-]+-[0-9a-f]{7}")
"""The name of a branch that was made to send something."""

_REMOTE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]*")
_UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")
_IDENTITY = re.compile("GIT_(AUTHOR|COMMITTER)_(NAME|EMAIL|DATE)")
_OF_READER = {"GIT_CONFIG_GLOBAL", "GIT_ASKPASS", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_SSH_VARIANT"}
"""What the reader's environment says of how to reach a remote."""

_TRANSPORTS = "https:http:ssh:file"
"""Others are programs of their own."""

_STATUS = (
    *("status", "--porcelain=v2", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=dirty"),
    *("--no-ahead-behind",),
)
_PUSH = (
    *("push", "--porcelain", "--no-verify", "--no-signed", "--no-follow-tags", "--recurse-submodules=no"),
    *("--receive-pack=git-receive-pack", "--"),
)
_PUSH_PROGRAMS = r"^(core\.sshcommand|core\.askpass|credential\..*helper|credential\.helper)$"
_FILTER = ("clean", "smudge", "process", "required")
_FIELDS = {"1": 8, "2": 9, "u": 10}
"""How many fields stand before the path in a line of git's status, by its kind."""


@dataclass(eq=False)  # not frozen: Python writes its traceback into an exception
class SendError(Exception):
    """Something can't be sent; ``places`` fill the sentence that says what to do."""

    reason: Reason
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checkout:
    """What is checked out, and where it is sent from there.

    Attributes:
        head: the full id of its commit.
        branch: the branch's name.
        remote: the remote's name.
        address: the remote's address.
        programs: the settings of the repository itself that name a program which the push may run.
    """

    head: str
    branch: str
    remote: str
    address: str
    programs: tuple[str, ...]

    @property
    def is_own(self) -> bool:
        """Whether its branch was made to send something."""
        return bool(_OWN.fullmatch(self.branch))


class Blob(NamedTuple):
    """A file of a commit as git keeps it: its path, its mode, and its content's id; both empty where it is gone."""

    path: str
    mode: str
    id: str


def checkout(repository: git.Repository) -> Checkout:
    """What is checked out.

    Raises:
        SendError: no branch is, a merge is under way, or there is no remote to send to.
        RevisionError: there is no commit yet.
    """
    named = git.ask(repository, "symbolic-ref", "--quiet", "HEAD")
    if named is None:
        raise SendError(reason="detached")
    branch = os.fsdecode(named).strip().removeprefix("refs/heads/")
    for name in _UNDER_WAY:
        place = os.fsdecode(git.answer(repository, "rev-parse", "--git-path", name)).removesuffix("\n")
        if os.path.lexists(repository.root / place):
            raise SendError(reason="under-way")
    head = git.head_commit(repository)
    remote = _remote(repository, branch)
    address = os.fsdecode(git.answer(repository, "remote", "get-url", "--push", "--", remote)).split("\n")[0]
    settings = git.ask(repository, "config", "--local", "-z", "--name-only", "--get-regexp", _PUSH_PROGRAMS) or b""
    programs = tuple(dict.fromkeys(filter(None, os.fsdecode(settings).split("\0"))))
    return Checkout(head, branch, remote, address, programs)


def _remote(repository: git.Repository, branch: str) -> str:
    """The remote that a branch is pushed to: as is set, else ``origin``, else the only one."""
    said = git.answer(repository, "for-each-ref", "--format=%(push:remotename)", f"refs/heads/{branch}")
    known = [one for one in os.fsdecode(git.answer(repository, "remote")).splitlines() if _REMOTE_NAME.fullmatch(one)]
    if not known:
        raise SendError(reason="no-remote")
    wanted: list[str] = [said.decode("utf-8", "replace").strip(), "origin", *(known if len(known) == 1 else ())]
    found = [name for name in wanted if name in known]
    if not found:
        raise SendError(reason="several-remotes", places={"remotes": ", ".join(known)})
    return found[0]


def changed(repository: git.Repository) -> frozenset[str]:
    """The paths of all files that are not as the commit that is checked out has them, new ones too."""
    done = git.run(repository, *_STATUS, variables=_filterless(repository))
    if done.returncode:
        raise git.RevisionError(reason="odd", places={"command": "git status"})
    lines = filter(None, os.fsdecode(done.stdout).split("\0"))
    return frozenset(line.split(" ", _FIELDS.get(line[0], 1))[-1] for line in lines if not line.startswith("#"))


def blob(repository: git.Repository, path: str, content: bytes, mode: str) -> Blob:
    """A file as git keeps it: with the line ends of the repository, and kept.

    Raises:
        SendError: the repository's settings would make another text of it.
    """
    arguments = ("hash-object", "-w", "-t", "blob", "--stdin", f"--path={path}")
    done = git.run(repository, *arguments, given=content, variables=_filterless(repository))
    name = done.stdout.decode("ascii", "replace").strip()
    if done.returncode or not git.OBJECT_ID.fullmatch(name):
        raise SendError(reason="differs", places={"path": path})
    (kept,) = git.objects(repository, (name,), 2 * len(content) + 1)
    if kept is None or kept.replace(b"\r\n", b"\n") != content.replace(b"\r\n", b"\n"):
        raise SendError(reason="differs", places={"path": path})
    return Blob(path, mode, name)


def commit(repository: git.Repository, parent: str, blobs: Sequence[Blob], message: str) -> str:
    """A commit of some files on top of another, which nothing refers to yet; gives its full id.

    Raises:
        SendError: git does not know who writes it.
    """
    with TemporaryDirectory() as folder:
        index = _filterless(repository) | {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        _done(git.run(repository, "read-tree", parent, variables=index))
        _done(git.run(repository, "update-index", "-z", "--index-info", given=_listed(blobs, parent), variables=index))
        tree = _done(git.run(repository, "write-tree", variables=index))
    identity = {name: value for name, value in os.environ.items() if _IDENTITY.fullmatch(name)}
    done = git.run(
        repository,
        *("-c", "user.useConfigOnly=true", "-c", "i18n.commitEncoding=utf-8"),
        *("commit-tree", tree, "-p", parent, "-F", "-"),
        given=message.encode("utf-8", "backslashreplace"),
        variables=_of_reader() | identity,
    )
    if done.returncode:
        raise SendError(reason="no-identity")
    return _done(done)


def own_branch(of: Checkout, about: str, commit: str, *, is_merged: bool) -> str:
    """The branch that a commit is sent on: the one that is checked out, if it was made for that and is not merged."""
    return of.branch if of.is_own and not is_merged else f"staircase-{about}-{commit[:7]}"


def send(repository: git.Repository, of: Checkout, commit: str, branch: str, *, may_ask: bool) -> None:
    """Push a commit to a branch; ``may_ask`` is whether somebody is there to be asked for a password.

    Raises:
        SendError: it has not arrived.
    """
    variables = _of_reader() | {"GIT_ALLOW_PROTOCOL": _TRANSPORTS, "GIT_TERMINAL_PROMPT": "1" if may_ask else "0"}
    done = git.run(repository, *_PUSH, of.remote, f"{commit}:refs/heads/{branch}", variables=variables)
    if done.returncode:
        raise _unsent(done, of.address)


def arrive(repository: git.Repository, of: Checkout, commit: str, branch: str, blobs: Sequence[Blob]) -> bool:
    """Check out the branch that was sent, whose files stand in the folder already; ``False`` where git is at work."""
    before = of.head if branch == of.branch else "0" * len(commit)
    steps = (
        (("update-ref", "-m", "staircase send", f"refs/heads/{branch}", commit, before), b""),
        (("update-index", "-z", "--index-info"), _listed(blobs, commit)),
        (("symbolic-ref", "-m", "staircase send", "HEAD", f"refs/heads/{branch}"), b""),
        (("config", f"branch.{branch}.remote", of.remote), b""),
        (("config", f"branch.{branch}.merge", f"refs/heads/{branch}"), b""),
    )
    safe = _filterless(repository)
    return not any(git.run(repository, *step, given=given, variables=safe).returncode for step, given in steps)


def _listed(blobs: Iterable[Blob], like: str) -> bytes:
    """Files as an index takes them."""
    gone = "0" * len(like)
    lines = (f"{blob.mode or '0'} {blob.id or gone}\t{blob.path}\0" for blob in blobs)
    return "".join(lines).encode("utf-8", "surrogateescape")


def _done(done: "GitAnswer") -> str:
    """The id that git has answered with."""
    if done.returncode:
        raise git.RevisionError(reason="failed", places={"error": _last(done)})
    return done.stdout.decode("ascii", "replace").strip()


def _unsent(done: "GitAnswer", address: str) -> SendError:
    """Why a push has not arrived, in git's own words without what is secret in them."""
    refused = [line for line in done.stdout.decode("utf-8", "replace").splitlines() if line.startswith("!")]
    reason = refused[0].rpartition("\t")[2] if refused else _last(done)
    said = without_secrets(reason.replace(address, shown_address(address)))
    kind: Reason = "failed"
    if refused:
        kind = "declined" if "[remote rejected]" in said else "rejected"
    return SendError(reason=kind, places={"detail": said, "address": shown_address(address)})


def _last(done: "GitAnswer") -> str:
    """The line in which git says why it ended."""
    lines = [line for line in done.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    fatal = [line for line in lines if line.startswith(("fatal:", "error:"))]
    said = (fatal or lines or [f"git {done.returncode}"])[0]
    return said.removeprefix("fatal: ").removeprefix("error: ")


def _of_reader() -> dict[str, str]:
    return {name: os.environ[name] for name in _OF_READER if name in os.environ}


def _filterless(repository: git.Repository) -> dict[str, str]:
    """Variables by which no filter that settings name is run on files."""
    said = git.ask(repository, "config", "-z", "--name-only", "--get-regexp", r"^filter\.") or b""
    names = {name.rpartition(".")[0] for name in os.fsdecode(said).split("\0") if name}
    keys = [(f"{name}.{key}", "false" if key == "required" else "") for name in sorted(names) for key in _FILTER]
    variables = {"GIT_CONFIG_COUNT": str(len(keys))}
    for number, (key, value) in enumerate(keys):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return variables
