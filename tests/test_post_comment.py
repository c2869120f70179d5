"""The poster of the comment, against a forge that is a real HTTP server."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from email.message import Message
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from staircase.render.markdown import mark
from tests.cli.inside import Stream, put_in
from tests.forge import PATHS, ROBOT, TOKEN, Fault, Forge, serving
from tests.repositories import ROOT, surroundings

POSTER = ROOT / ".github" / "post_comment.py"
OURS, OLDER, NEWER = ("1" * 40, "0" * 40, "2" * 40)
BODY = f"{mark('portfolio', OURS)}\n\n**One step forward — ett steg framåt**\n"
BEFORE = f"{mark('portfolio', OLDER)}\n\n**Two steps back**\n"


@pytest.fixture(params=["github", "gitlab"])
def forge(request: pytest.FixtureRequest) -> Iterator[Forge]:
    with serving(Forge(request.param, [OURS])) as forge:
        yield forge


def loaded(place: Path) -> ModuleType:
    """Load the poster, which belongs to no package."""
    spec = spec_from_file_location("post_comment", place)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses look for it
    spec.loader.exec_module(module)
    return module


MODULE = loaded(POSTER)
FIRST_WAIT = MODULE.FIRST_WAIT
vars(MODULE)["FIRST_WAIT"] = 0.01  # a forge of these tests is not busy


def _process(environment: dict[str, str]) -> tuple[int, str]:
    command = [sys.executable, "-I", "-W", "error", str(POSTER)]
    ended = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True
    )
    return ended.returncode, ended.stdout


def _within(environment: dict[str, str]) -> tuple[int, str]:
    out = Stream("utf-8")
    with put_in(ROOT, environment, out, out):
        code: int = MODULE.main(os.environ)
    return code, out.content().decode()


def post(
    forge: Forge,
    tmp_path: Path,
    body: str | bytes = BODY,
    ran: Callable[[dict[str, str]], tuple[int, str]] = _within,
    /,
    **given: str,
) -> tuple[int, str]:
    """Run the poster within this process, or as the action runs it; give its exit code and its one line."""
    file = tmp_path / "comment.md"
    file.write_bytes(body if isinstance(body, bytes) else body.encode())
    told = {
        "FORGE": forge.kind,
        "API": forge.url,
        "TOKEN": TOKEN,
        "REPOSITORY": "o/r" if forge.kind == "github" else "4711",
        "NUMBER": "7",
        "BODY": str(file),
    } | given
    environment = surroundings(tmp_path / "home", **{f"STAIRCASE_{name}": value for name, value in told.items()})
    code, said = ran(environment)
    assert TOKEN not in said
    assert said.count("\n") == 1
    assert said.startswith("staircase: ")
    return code, said.removeprefix("staircase: ").rstrip("\n")


def test_the_first_run_posts_the_comment_and_the_next_one_updates_it(forge: Forge, tmp_path: Path) -> None:
    first = post(forge, tmp_path, BEFORE.replace(OLDER, OURS), _process)
    second = post(forge, tmp_path, BODY, _process)
    third = post(forge, tmp_path)

    assert [first, second, third] == [
        (0, "posted the comment"),
        (0, "updated the comment"),
        (0, "the comment says so already"),
    ]
    assert forge.bodies == {100: BODY}
    assert len(forge.written) == 2


def test_ours_is_found_on_a_later_page_by_its_author_its_portfolio_and_the_mark_it_begins_with(
    forge: Forge, tmp_path: Path
) -> None:
    others = [
        ("mallory", BEFORE),
        (f"{ROBOT}x", BEFORE),
        (ROBOT, f"> {BEFORE}"),
        (ROBOT, f"\n{BEFORE}"),
        (ROBOT, BEFORE.replace("portfolio", "portfolio2")),
        (ROBOT, BEFORE.replace("key=portfolio", "key=other/portfolio")),
        (ROBOT, BEFORE.replace("v1", "v2")),
        (ROBOT, BEFORE.replace(" -->", " --> ")),
        (ROBOT, ""),
    ]
    for author, body in others:
        forge.comment(author, body)
    before = dict(forge.bodies)
    forge.comment(ROBOT, BEFORE)

    ended = post(forge, tmp_path)

    assert ended == (0, "updated the comment")
    assert forge.bodies == before | {109: BODY}


def test_line_ends_that_a_forge_has_turned_are_no_difference(forge: Forge, tmp_path: Path) -> None:
    forge.comment(ROBOT, BODY.strip().replace("\n", "\r\n"))

    assert post(forge, tmp_path) == (0, "the comment says so already")
    assert forge.written == []


def test_of_several_of_ours_the_first_is_updated_and_the_others_are_left(forge: Forge, tmp_path: Path) -> None:
    forge.comment(ROBOT, BEFORE, 205)
    forge.comment(ROBOT, BEFORE, 203)
    forge.comment(ROBOT, BEFORE, 204)

    ended = post(forge, tmp_path)

    assert ended == (0, "updated the comment; 2 more of ours, later ones, were left as they are")
    assert forge.bodies == {205: BEFORE, 203: BODY, 204: BEFORE}


@pytest.mark.parametrize("heads", [[NEWER], [OURS, NEWER]], ids=["from the beginning", "while comments were read"])
def test_a_run_of_an_older_head_never_overwrites_a_newer_one(forge: Forge, tmp_path: Path, heads: list[str]) -> None:
    forge.heads = list(heads)
    newer = BODY.replace(OURS, NEWER)
    forge.comment(ROBOT, newer)

    ended = post(forge, tmp_path)

    assert ended == (0, "left alone: 111111111111 is not the head any more")
    assert (forge.bodies, forge.written) == ({100: newer}, [])


def test_a_head_that_was_pushed_back_counts_as_the_newest(forge: Forge, tmp_path: Path) -> None:
    forge.comment(ROBOT, BODY.replace(OURS, NEWER))

    assert post(forge, tmp_path) == (0, "updated the comment")


@pytest.mark.parametrize("status", [0, 429, 500, 502, 503])
@pytest.mark.parametrize("method", ["GET", "PATCH", "PUT"])
def test_what_passes_is_tried_again(forge: Forge, tmp_path: Path, method: str, status: int) -> None:
    forge.comment(ROBOT, BEFORE)
    forge.faults.append(Fault(method, status))

    assert (post(forge, tmp_path)[0], forge.bodies) == (0, {100: BODY})


def test_each_try_is_waited_for_twice_as_long_as_the_one_before_it() -> None:
    lost = MODULE.Answer(500, b"", Message())

    assert FIRST_WAIT == 0.5
    assert [lost.wait(tried) for tried in range(3)] == [MODULE.FIRST_WAIT * times for times in (1, 2, 4)]


@pytest.mark.parametrize("status", [403, 429])
def test_a_limit_on_posting_is_waited_for(forge: Forge, tmp_path: Path, status: int) -> None:
    soon = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1"}
    forge.faults += [Fault("POST", status, 1, soon), Fault("POST", status)]

    assert (post(forge, tmp_path), forge.bodies) == ((0, "posted the comment"), {100: BODY})


@pytest.mark.parametrize("status", [0, 500, 504])
@pytest.mark.parametrize("after", [True, False], ids=["but written", "and not written"])
def test_a_comment_whose_creation_was_not_answered_is_looked_for_and_not_posted_twice(
    forge: Forge, tmp_path: Path, status: int, *, after: bool
) -> None:
    forge.faults.append(Fault("POST", status, after=after))

    assert (post(forge, tmp_path)[0], forge.bodies) == (0, {100: BODY})


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault("POST", 403), "POST {comments} was answered 403: no"),
        (Fault("POST", 500, 9), "POST {comments} was answered 500: no"),
        (Fault("GET", 404, 9), "GET {first} was answered 404, so the token may not write comments there"),
        (Fault("GET", 401, 9), "GET {first} was answered 401, so the token may not write comments there"),
        (Fault("GET", 500, 9), "GET {first} was answered 500: no"),
        (Fault("GET", 429, 9, {"Retry-After": "3600"}), "GET {first} was answered 429: no"),
        (Fault("GET", 302, 9, {"Location": "http://127.0.0.1:9/steal"}), "GET {first} was answered 302: no"),
        (Fault("GET", 200, 9, {}, b"<html>"), "GET {first} was answered 200 with no JSON"),
        (Fault("GET", 200, 9, {}, b"[" * 200_000), "GET {first} was answered 200 with no JSON"),
        (Fault("GET", 422, 9, {}, b'{"message": {"a": [1]}}'), "GET {first} was answered 422: {'a': [1]}"),
        (Fault("GET", 0, 9), "GET {first} was not answered"),
    ],
    ids=lambda given: f"{given.method} {given.status}" if isinstance(given, Fault) else "",
)
def test_what_does_not_pass_is_said_in_one_line_and_nothing_is_written(
    forge: Forge, tmp_path: Path, fault: Fault, said: str
) -> None:
    forge.faults.append(Fault(fault.method, fault.status, fault.times, fault.headers, fault.body))
    change = "/repos/o/r/pulls/7" if forge.kind == "github" else "/user"
    comments = "/repos/o/r/issues/7/comments" if forge.kind == "github" else "/projects/4711/merge_requests/7/notes"
    if fault.method == "POST" and fault.status == 403:
        forge.faults[-1].headers = {}
        said = said.replace(": no", ", so the token may not write comments there")

    code, line = post(forge, tmp_path)

    shown = said.replace("{first}", change).replace("{comments}", comments)
    assert (code, forge.bodies) == (1, {})
    assert line.startswith(f"the comment was not posted: {shown}")


@pytest.mark.parametrize(
    "hostile",
    [
        "\n::error::x",
        "##[group]x",
        "\r::set-env name=A::b",
        "\x1b[2J\x9b\u202e\u2028::stop",
        f"the token {TOKEN} is bad",
        "x" * 100_000,
    ],
)
def test_nothing_that_a_server_says_acts_upon_a_log(tmp_path: Path, hostile: str) -> None:
    message = json.dumps({"message": hostile}).encode()
    with serving(Forge("github", [OURS], faults=[Fault("GET", 400, 9, {}, message)])) as forge:
        code, line = post(forge, tmp_path)

    assert code == 1
    assert line.isascii()
    assert line.isprintable()
    assert "##[" not in line
    assert len(line) < 320


@pytest.mark.parametrize(
    "comments",
    [
        {"message": "no list"},
        [None, 1, "x", {}, {"id": "5", "body": BEFORE}, {"id": 5, "body": None}, {"id": 5, "body": BEFORE}],
        [{"id": 5, "body": BEFORE, "user": None, "author": []}, {"id": 6, "body": BEFORE, "user": "x", "author": 1}],
    ],
)
def test_comments_of_another_shape_are_nobody_s(forge: Forge, tmp_path: Path, comments: Any) -> None:  # noqa: ANN401
    forge.page, forge.comments = 10, comments if isinstance(comments, list) else []

    assert post(forge, tmp_path) == (0, "posted the comment")


def test_more_pages_than_can_be_followed_are_no_reason_to_post_again(tmp_path: Path) -> None:
    with serving(Forge("github", [OURS], endless=True)) as forge:
        ended = post(forge, tmp_path)

    assert ended == (1, "the comment was not posted: there are more than 10000 comments: ours may be among the rest")
    assert (forge.written, len(forge.asked)) == ([], 101)


@pytest.mark.parametrize(
    "listing",
    [
        {},
        {"message": "try again later"},
        "comments",
        0,
    ],
    ids=repr,
)
def test_an_answer_that_is_no_list_of_comments_is_not_taken_for_none(
    forge: Forge, tmp_path: Path, listing: object
) -> None:
    forge.listing = listing

    code, line = post(forge, tmp_path)

    assert (code, forge.written, forge.bodies) == (1, [], {})
    assert line.startswith("the comment was not posted: ")


@pytest.mark.parametrize("number", ["100", 100.0, True, None, [100]], ids=repr)
def test_a_comment_whose_id_is_no_whole_number_is_never_written_to(
    forge: Forge, tmp_path: Path, number: object
) -> None:
    author = {"user": {"login": ROBOT}, "author": {"username": ROBOT}}
    forge.listing = [{"id": number, "body": BEFORE} | author]

    assert post(forge, tmp_path) == (0, "posted the comment")


@pytest.mark.parametrize("answer", [b"[]", b"{}", b'{"sha": 7, "head": {"sha": 7}}', b'"head"'])
def test_an_answer_without_a_head_is_not_taken_for_an_older_one(tmp_path: Path, answer: bytes) -> None:
    with serving(Forge("github", [OURS], faults=[Fault("GET", 200, 9, {}, answer)])) as forge:
        ended = post(forge, tmp_path)

    said = f"the comment was not posted: GET {PATHS['github'][0]} was answered with no head"
    assert (ended, forge.written) == ((1, said), [])


@pytest.mark.parametrize("answer", [b"[]", b"{}", b'{"id": "100", "body": "x"}', b'{"id": 101, "body": "x"}'])
def test_an_update_that_is_answered_with_something_else_is_none(forge: Forge, tmp_path: Path, answer: bytes) -> None:
    forge.comment(ROBOT, BEFORE)
    forge.faults.append(Fault("PATCH" if forge.kind == "github" else "PUT", 200, 9, {}, answer))

    code, line = post(forge, tmp_path)

    assert (code, line.startswith("the comment was not posted: ")) == (1, True)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_answer_that_drips_in_is_waited_for_no_longer_than_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], method: str
) -> None:
    spec = spec_from_file_location("post_comment", POSTER)
    assert spec is not None
    assert spec.loader is not None
    poster = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "post_comment", poster)
    spec.loader.exec_module(poster)
    monkeypatch.setattr(poster, "LONGEST_ANSWER", 0.5)
    monkeypatch.setattr(poster, "TRIES", 1)
    (tmp_path / "comment.md").write_text(BODY, encoding="utf-8")
    given = {
        "FORGE": "github",
        "TOKEN": TOKEN,
        "REPOSITORY": "o/r",
        "NUMBER": "7",
        "BODY": str(tmp_path / "comment.md"),
    }

    with serving(Forge("github", [OURS], faults=[Fault(method, 200, 9, body=b" " * 60, drips=True)])) as forge:
        code = poster.main({f"STAIRCASE_{name}": value for name, value in (given | {"API": forge.url}).items()})

    said = capsys.readouterr().out
    assert (code, "was not answered: the whole of it took too long" in said) == (1, True)


def test_a_token_of_another_account_is_told_of(tmp_path: Path) -> None:
    with serving(Forge("github", [OURS])) as forge:
        ended = post(forge, tmp_path, AUTHOR="our-robot")

    said = f"posted the comment, as {ROBOT}: it will be updated only where STAIRCASE_AUTHOR says so"
    assert ended == (0, said)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"FORGE": "gitea"}, "STAIRCASE_FORGE is not what it should be"),
        ({"TOKEN": ""}, "STAIRCASE_TOKEN is missing"),
        ({"TOKEN": f"{TOKEN}\nX-Evil: 1"}, "STAIRCASE_TOKEN is not what it should be"),
        ({"API": "file:///etc"}, "STAIRCASE_API is not what it should be"),
        ({"API": "http://a@b"}, "STAIRCASE_API is not what it should be"),
        ({"NUMBER": "7/../8"}, "STAIRCASE_NUMBER is not what it should be"),
        ({"REPOSITORY": "a?b"}, "STAIRCASE_REPOSITORY is not what it should be"),
        ({"BODY": "/nowhere"}, "STAIRCASE_BODY is no file that can be read as UTF-8"),
    ],
)
def test_what_cannot_be_asked_for_is_told_of(forge: Forge, tmp_path: Path, given: dict[str, str], said: str) -> None:
    assert post(forge, tmp_path, **given) == (1, f"the comment was not posted: {said}")
    assert forge.asked == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("No mark\n", "does not begin with the mark of a commit"),
        (f"{mark('portfolio', 'worktree')}\n", "does not begin with the mark of a commit"),
        (f"\n{BODY}", "does not begin with the mark of a commit"),
        (b"\xff", "is no file that can be read as UTF-8"),
        (BODY + "x" * 70_000, "is longer than 65536 characters, or holds a command to GitLab"),
        (BODY + "/approve\n", "is longer than 65536 characters, or holds a command to GitLab"),
    ],
)
def test_no_other_body_is_posted(forge: Forge, tmp_path: Path, body: str | bytes, said: str) -> None:
    code, line = post(forge, tmp_path, body)

    assert (code, forge.asked) == (1, [])
    assert line.startswith(f"the comment was not posted: STAIRCASE_BODY {said}")
