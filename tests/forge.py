"""A forge on 127.0.0.1: a real HTTP server that plays the comments of one change, as GitHub and GitLab do."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "secret-token-123"  # noqa: S105 - the forge's own
ROBOT = "github-actions[bot]"
PATHS = {
    "github": ("/repos/o/r/pulls/7", "/repos/o/r/issues/7/comments", "/repos/o/r/issues/comments"),
    "gitlab": (
        "/projects/4711/merge_requests/7",
        "/projects/4711/merge_requests/7/notes",
        "/projects/4711/merge_requests/7/notes",
    ),
}


@dataclass
class Fault:
    """An answer that is given instead of the right one, so many times.

    ``after`` obeys the request all the same; ``drips`` gives the body byte by byte, for some seconds or
    until the forge is closed.
    """

    method: str
    status: int
    times: int = 1
    headers: dict[str, str] = field(default_factory=lambda: {"Retry-After": "0"})
    body: bytes = b'{"message": "no"}'
    after: bool = False
    drips: bool = False


@dataclass
class Forge:
    """What the forge holds, and what it was asked; ``listing`` is what it gives in the place of its comments."""

    kind: str
    heads: list[str]
    comments: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    page: int = 2
    endless: bool = False
    listing: Any = None
    asked: list[str] = field(default_factory=list)
    url: str = ""
    closed: threading.Event = field(default_factory=threading.Event)

    def comment(self, author: str, body: str, number: int = 0) -> None:
        """Write a comment; its id is given, or the next."""
        who = {"user": {"login": author}} if self.kind == "github" else {"author": {"username": author}}
        self.comments.append({"id": number or 100 + len(self.comments), "body": body} | who)

    @property
    def bodies(self) -> dict[int, str]:
        """What stands there, by id."""
        return {each["id"]: each["body"] for each in self.comments}

    @property
    def written(self) -> list[str]:
        """What was asked for besides reading."""
        return [each for each in self.asked if not each.startswith("GET")]

    def head(self) -> str:
        """Give the head, and with the next question the next one."""
        return self.heads.pop(0) if len(self.heads) > 1 else self.heads[0]


class _Handler(BaseHTTPRequestHandler):
    forge: Forge

    def _serve(self) -> None:
        asked, forge = urlsplit(self.path), self.forge
        length = int(self.headers.get("Content-Length") or 0)
        sent = json.loads(self.rfile.read(length)) if length else {}
        forge.asked.append(f"{self.command} {asked.path}")
        signed = self.headers.get("PRIVATE-TOKEN") or self.headers.get("Authorization", "").removeprefix("Bearer ")
        fault = next((each for each in forge.faults if each.method == self.command and each.times), None)
        if fault:
            fault.times -= 1
            if fault.after:
                self._right(asked.path, {}, sent)
            self._answer(fault.status, fault.body, fault.headers, drips=fault.drips)
        elif signed != TOKEN:
            self._answer(401, b'{"message": "Bad credentials"}', {})
        else:
            status, answer, headers = self._right(asked.path, parse_qs(asked.query), sent)
            self._answer(status, json.dumps(answer).encode(), headers)

    do_GET = do_POST = do_PATCH = do_PUT = _serve  # noqa: N815 - http.server's names

    def _right(self, path: str, query: dict[str, list[str]], sent: dict[str, str]) -> tuple[int, Any, dict[str, str]]:
        change, comments, comment = PATHS[self.forge.kind]
        update = "PATCH" if self.forge.kind == "github" else "PUT"
        match self.command, path:
            case "GET", "/user" if self.forge.kind == "gitlab":
                return 200, {"username": ROBOT}, {}
            case "GET", asked if asked == change:
                head = self.forge.head()
                return 200, {"head": {"sha": head}} if self.forge.kind == "github" else {"sha": head}, {}
            case "GET", asked if asked == comments:
                return self._page(int(query["page"][0]))
            case "POST", asked if asked == comments:
                self.forge.comment(ROBOT, sent["body"])
                return 201, self.forge.comments[-1], {}
            case method, asked if method == update and asked.startswith(f"{comment}/"):
                found = [each for each in self.forge.comments if str(each["id"]) == asked.rpartition("/")[2]]
                for each in found:
                    each["body"] = sent["body"]
                return (200, found[0], {}) if found else (404, {"message": "Not Found"}, {})
            case _:
                return 404, {"message": "Not Found"}, {}

    def _page(self, number: int) -> tuple[int, Any, dict[str, str]]:
        size = self.forge.page
        if self.forge.listing is not None:
            return 200, self.forge.listing, {}
        found = self.forge.comments[(number - 1) * size : number * size]
        if number * size >= len(self.forge.comments) and not self.forge.endless:
            return 200, found, {"X-Next-Page": ""}
        if self.forge.kind == "gitlab":
            return 200, found, {"X-Next-Page": str(number + 1)}
        return 200, found, {"Link": f'<{self.forge.url}/elsewhere?page={number + 1}>; rel="next", <x>; rel="last"'}

    def _answer(self, status: int, body: bytes, headers: dict[str, str], *, drips: bool = False) -> None:
        if not status:
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):  # who has waited long enough goes away
            for part in (body[at : at + 1] for at in range(len(body))) if drips else (body,):
                self.wfile.write(part)
                if drips and self.forge.closed.wait(0.05):
                    return

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(forge: Forge) -> Iterator[Forge]:
    """Serve the forge as long as it is needed."""
    handler = type("Handler", (_Handler,), {"forge": forge})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        forge.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield forge
        finally:
            forge.closed.set()
            server.shutdown()
            thread.join()
