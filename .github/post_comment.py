#!/usr/bin/env python3
"""Posts what a change means as one comment of a pull request or merge request, and keeps that one up to date.

Run with ``python3 -I``. All it is told stands in the environment:

    STAIRCASE_FORGE       github or gitlab
    STAIRCASE_API         where the API is, for example https://api.github.com
    STAIRCASE_TOKEN       what it signs in with; it is never printed
    STAIRCASE_REPOSITORY  owner/name at GitHub, a project's number or path at GitLab
    STAIRCASE_NUMBER      the pull request's or merge request's
    STAIRCASE_BODY        the file with what ``staircase diff --format markdown`` printed
    STAIRCASE_AUTHOR      the account that the token writes as; absent: github-actions[bot], at GitLab the token's own

It ends with 0 where the comment says what it should or a newer run will see to it, and 1 where it was not posted. A
comment is ours if it *begins* with our mark for the same portfolio and that account wrote it: anybody can copy a mark.
Which head is the newest is asked of the forge, before and after the comments are read: a run of another writes nothing.
"""

import json
import os
import re
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Any, NamedTuple, NoReturn
from urllib.parse import quote
from urllib.request import HTTPErrorProcessor, Request, build_opener

MARK = re.compile(r"<!-- staircase:diff v1 key=([A-Za-z0-9._/-]+) head=([0-9a-f]{40}(?:[0-9a-f]{24})?) -->(?:\r?\n|$)")
PLAIN = {"Content-Type": "application/json", "User-Agent": "staircase", "X-GitHub-Api-Version": "2022-11-28"}
PER_PAGE, MOST_PAGES = 100, 100
TRIES, FIRST_WAIT, LONGEST_WAIT, TIMEOUT, LONGEST_ANSWER, PATIENCE = 4, 0.5, 30.0, 20.0, 60.0, 300.0
MOST_BYTES, LONGEST_BODY, LONGEST_LINE = 64_000_000, 65_536, 300
NO_ANSWER, FORBIDDEN, NO_SUCH, TOO_MANY = 0, 403, 404, 429
DONE, SERVER_FAILED = range(200, 300), range(500, 600)
POSTED, FAILED = 0, 1


class CannotPostError(Exception):
    """The comment cannot be posted, in one line; it ``may_be_there`` where a request to create it was not answered."""

    may_be_there = False


class Unjudged(HTTPErrorProcessor):
    """Gives every answer as it is, and follows no redirection: it could take the token to another host."""

    def http_response(self, request: Request, response: HTTPResponse) -> HTTPResponse:  # noqa: ARG002 - urllib's
        """Give the answer."""
        return response

    https_response = http_response


@dataclass(frozen=True)
class Answer:
    """What was answered; status 0 is no answer, and its text why."""

    status: int
    text: bytes
    headers: Message

    @property
    def is_limit(self) -> bool:
        """Tell whether it asks to come back later, and has done nothing."""
        is_named = "Retry-After" in self.headers or self.headers.get("X-RateLimit-Remaining") == "0"
        return self.status == TOO_MANY or (self.status == FORBIDDEN and is_named)

    @property
    def is_lost(self) -> bool:
        """Tell whether nobody knows what came of it."""
        return self.status == NO_ANSWER or self.status in SERVER_FAILED

    def wait(self, tried: int) -> float:
        """Give how many seconds to wait before the next try."""
        asked, reset = (str(self.headers.get(name, "")) for name in ("Retry-After", "X-RateLimit-Reset"))
        if asked.isdecimal():
            return float(asked)
        if self.is_limit and reset.isdecimal():
            return max(0.0, float(reset) - time.time())
        return FIRST_WAIT * float(2**tried)


@dataclass(frozen=True)
class Api:
    """Sends requests, again where they were lost or too many, and not for ever."""

    root: str
    headers: Mapping[str, str] = field(repr=False)
    token: str = field(repr=False)
    until: float

    def ask(self, method: str, path: str, sent: object = None) -> tuple[Any, Message]:
        """Give the answer's JSON, and its headers.

        Raises:
            CannotPostError: it is a refusal, or there is none.
        """
        answer = self._once(method, path, sent)
        for tried in range(TRIES - 1):
            if not answer.is_limit and (not answer.is_lost or method == "POST"):
                break
            wait = answer.wait(tried)
            if wait > LONGEST_WAIT or time.monotonic() + wait > self.until:
                break
            time.sleep(wait)
            answer = self._once(method, path, sent)
        try:
            found = json.loads(answer.text)
        except (ValueError, RecursionError):
            found = None
        if answer.status not in DONE or found is None:
            self._refuse(f"{method} {path.partition('?')[0]}", answer, found)
        return found, answer.headers

    def _once(self, method: str, path: str, sent: object) -> Answer:
        """Ask once, for no longer than a whole answer may take: one that drips in never times out by itself."""
        answers: list[Answer] = []
        asking = threading.Thread(target=lambda: answers.append(self._answer(method, path, sent)), daemon=True)
        asking.start()
        asking.join(min(LONGEST_ANSWER, max(0.0, self.until - time.monotonic())))
        return answers[0] if answers else Answer(NO_ANSWER, b"the whole of it took too long", Message())

    def _answer(self, method: str, path: str, sent: object) -> Answer:
        data = None if sent is None else json.dumps(sent).encode("ascii")
        request = Request(self.root + path, data, dict(self.headers), method=method)  # noqa: S310 - http or https, see _job
        try:
            with build_opener(Unjudged).open(request, timeout=TIMEOUT) as response:
                return Answer(response.status, response.read(MOST_BYTES), response.headers)
        except (OSError, HTTPException, ValueError) as error:
            return Answer(NO_ANSWER, str(error).encode("utf-8", "replace"), Message())

    def _refuse(self, request: str, answer: Answer, found: object) -> NoReturn:
        """Say what was answered, with what to do about it where that is known."""
        said = _at(found, "message") or _at(found, "error") or ("" if answer.status else answer.text.decode())
        what = f"was answered {answer.status}" if answer.status else "was not answered"
        if answer.status in DONE:
            what += " with no JSON"
        if answer.status in {401, FORBIDDEN, NO_SUCH} and not answer.is_limit:
            what += ", so the token may not write comments there (GitHub: permissions: pull-requests: write)"
        message = f"{request} {what}{f': {said}' if said else ''}".replace(self.token, "***")
        _cannot(message, may_be_there=request.startswith("POST") and answer.is_lost)


@dataclass(frozen=True)
class Forge:
    """Where a forge has a change and its comments, and how it names what it says of them."""

    change: str
    comments: str
    comment: str
    update: str
    head: tuple[str, ...]
    author: tuple[str, str]


class Comment(NamedTuple):
    """A comment as the forge gives it."""

    id: int
    author: str
    body: str


@dataclass(frozen=True)
class Job:
    """What is to be posted, where, and as whom."""

    api: Api
    forge: Forge
    author: str
    body: str
    key: str
    head: str

    def post(self) -> str:
        """Create the comment or update it, unless a newer run will; give what was done."""
        author = self.author or _at(self.api.ask("GET", "/user")[0], "username")
        if not isinstance(author, str) or not author:
            _cannot("GET /user was answered with no username")
        if self._is_newest():
            ours = [each for each in self._comments() if self._is_ours(each, author)]
            if self._is_newest():
                return self._update(ours) if ours else self._create(author)
        return f"left alone: {self.head[:12]} is not the head any more"

    def _is_newest(self) -> bool:
        head = _at(self.api.ask("GET", self.forge.change)[0], *self.forge.head)
        if not isinstance(head, str):
            _cannot(f"GET {self.forge.change} was answered with no head")
        return head == self.head

    def _comments(self) -> Iterator[Comment]:
        """Read all comments, oldest first, page by page."""
        for page in range(1, MOST_PAGES + 1):
            order = "&sort=asc&order_by=created_at" if self.forge.update == "PUT" else ""
            found, headers = self.api.ask("GET", f"{self.forge.comments}?per_page={PER_PAGE}&page={page}{order}")
            if not isinstance(found, list):
                _cannot(f"GET {self.forge.comments} was answered with no list")
            yield from filter(None, map(self._comment, found))
            if 'rel="next"' not in ", ".join(headers.get_all("Link", [])) and not headers.get("X-Next-Page"):
                return
        _cannot(f"there are more than {PER_PAGE * MOST_PAGES} comments: ours may be among the rest")

    def _comment(self, found: object) -> Comment | None:
        """Read one comment as the forge gives it; nothing where it is none."""
        number, body = _at(found, "id"), _at(found, "body")
        is_one = type(number) is int and isinstance(body, str)
        return Comment(number, str(_at(found, *self.forge.author)), body) if is_one else None

    def _written(self, method: str, path: str) -> Comment:
        """Send the comment, and read what the forge then has."""
        comment = self._comment(self.api.ask(method, path, {"body": self.body})[0])
        return comment or _cannot(f"{method} {path} was answered with no comment")

    def _is_ours(self, comment: Comment, author: str) -> bool:
        mark = MARK.match(comment.body)
        is_marked = mark is not None and mark[1] == self.key
        return is_marked and comment.author.casefold() == author.casefold()

    def _create(self, author: str) -> str:
        writer = self._written("POST", self.forge.comments).author
        if writer.casefold() == author.casefold():
            return "posted the comment"
        return f"posted the comment, as {writer}: it will be updated only where STAIRCASE_AUTHOR says so"

    def _update(self, ours: list[Comment]) -> str:
        first, *others = sorted(ours, key=lambda comment: comment.id)
        more = f"; {len(others)} more of ours, later ones, were left as they are" if others else ""
        if first.body.split() == self.body.split():
            return f"the comment says so already{more}"
        if self._written(self.forge.update, f"{self.forge.comment}/{first.id}").id != first.id:
            _cannot(f"{self.forge.update} {self.forge.comment}/{first.id} was answered with another comment")
        return f"updated the comment{more}"


def main(environment: Mapping[str, str]) -> int:
    """Post what the environment tells of, say what was done, and give the exit code."""
    try:
        _say(_posted(_job(environment)))
    except CannotPostError as error:
        _say(f"the comment was not posted: {error}")
        return FAILED
    return POSTED


def _posted(job: Job) -> str:
    try:
        return job.post()
    except CannotPostError as error:
        if not error.may_be_there:
            raise
    return job.post()


def _job(environment: Mapping[str, str]) -> Job:
    """Read what is asked for."""
    name = _given(environment, "FORGE", r"github|gitlab")
    token = _given(environment, "TOKEN", r"[!-~]+")
    number = _given(environment, "NUMBER", r"[1-9][0-9]{0,17}")
    repository = _given(environment, "REPOSITORY", r"[\w.-]+(/[\w.-]+)+" if name == "github" else r"[\w./ -]+")
    body = _body(Path(_given(environment, "BODY", r"[^\0]+")))
    mark = MARK.match(body)
    if not mark:
        _cannot("STAIRCASE_BODY does not begin with the mark of a commit: compare with BASE...COMMIT")
    author = environment.get("STAIRCASE_AUTHOR") or ("github-actions[bot]" if name == "github" else "")
    root = _given(environment, "API", r"https?://[A-Za-z0-9.:\[\]_/~-]+").rstrip("/")
    signed = {"PRIVATE-TOKEN": token} if name == "gitlab" else {"Authorization": f"Bearer {token}"}
    api = Api(root, PLAIN | signed, token, time.monotonic() + PATIENCE)
    return Job(api, _forge(name, repository, number), author, body, mark[1], mark[2])


def _given(environment: Mapping[str, str], name: str, pattern: str) -> str:
    value = environment.get(f"STAIRCASE_{name}", "").strip()
    if not re.fullmatch(pattern, value, re.ASCII):
        _cannot(f"STAIRCASE_{name} is {'not what it should be' if value else 'missing'}")
    return value


def _body(file: Path) -> str:
    try:
        body = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeError):
        _cannot("STAIRCASE_BODY is no file that can be read as UTF-8")
    if len(body) > LONGEST_BODY or re.search(r"(?m)^\s*/", body):
        _cannot(f"STAIRCASE_BODY is longer than {LONGEST_BODY} characters, or holds a command to GitLab")
    return body


def _forge(name: str, repository: str, number: str) -> Forge:
    if name == "gitlab":
        change = f"/projects/{quote(repository, safe='')}/merge_requests/{number}"
        notes = f"{change}/notes"
        return Forge(change, notes, notes, "PUT", ("sha",), ("author", "username"))
    change, issues = f"/repos/{repository}/pulls/{number}", f"/repos/{repository}/issues"
    listed = f"{issues}/{number}/comments"
    return Forge(change, listed, f"{issues}/comments", "PATCH", ("head", "sha"), ("user", "login"))


def _at(found: Any, *names: str) -> Any:  # noqa: ANN401 - JSON
    """Give what stands under these names; None where nothing does."""
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return found


def _cannot(said: str, *, may_be_there: bool = False) -> NoReturn:
    error = CannotPostError(said)
    error.may_be_there = may_be_there
    raise error


def _say(said: str) -> None:
    """Say one line that no log takes for a command, whatever a server has put in it."""
    plain = " ".join(said.split())[:LONGEST_LINE].encode("ascii", "backslashreplace").decode()
    shown = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in plain)
    sys.stdout.write("staircase: " + shown.replace("##[", "##\\[") + "\n")


if __name__ == "__main__":
    sys.exit(main(os.environ))
