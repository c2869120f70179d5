"""A remote repository's address: what may be shown of it, and the page of its forge where a branch is to be merged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

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
