"""The schemas before other programs: ajv and check-jsonschema judge files by them, yaml-language-server completes."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

import pytest

from staircase.core.load import load
from staircase.core.source import PROGRAM_FILE, File
from tests.cli.running import PROGRAM, ROOT, SMALL, plant, process, run
from tests.test_schema import ONLY_CHECKED, RIGHT, WRONG, accepted, accepted_by_schema, data, files, is_yaml

pytestmark = pytest.mark.slow

GOALS = "language: sv\ngoals:\n  - {id: calm, title: Calm}\n"
MODELINE = "# yaml-language-server: $schema=./assignment.schema.json\n"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both schemas, and all files that the format accepts or refuses, each by its kind."""
    folder = tmp_path_factory.mktemp("judged")
    for which in ("assignment", "program"):
        (folder / f"{which}.schema.json").write_text(run(["schema", which], folder).out, encoding="utf-8")
    listed = set(ONLY_CHECKED.read_text("utf-8").splitlines())
    right = [(which, text) for _, which, text in files() if accepted(which, text)]
    wrong = [
        (which, text)
        for path, which, text in files()
        if not accepted(which, text) and is_yaml(text) and path.relative_to(ROOT).as_posix() not in listed
    ]
    for verdict, written in (("right", [*right, *RIGHT]), ("wrong", [*wrong, *WRONG])):
        for number, (which, text) in enumerate(written):
            place = folder / verdict / which
            place.mkdir(parents=True, exist_ok=True)
            as_json = json.dumps(data(text)).replace("NaN", '".nan"').replace("Infinity", '".inf"')  # JSON has neither
            (place / f"{number}.json").write_text(as_json, encoding="utf-8")
    return folder


@pytest.mark.parametrize("which", ["assignment", "program"])
def test_ajv_and_check_jsonschema_accept_what_the_format_accepts(judged: Path, which: str) -> None:
    files = sorted(judged.glob(f"right/{which}/*.json"))

    ajv = process(["ajv", "validate", *_ajv(which), "-d", f"right/{which}/*.json", "--errors=line"], judged)
    checked = process([*CHECK_JSONSCHEMA, f"{which}.schema.json", *map(str, files)], judged)

    assert (ajv.code, [line for line in ajv.err.splitlines() if "valid" in line]) == (0, [])
    assert (checked.code, checked.out.strip()) == (0, "ok -- validation done")
    assert len(files) > 10


@pytest.mark.parametrize("which", ["assignment", "program"])
def test_ajv_and_check_jsonschema_refuse_what_a_schema_can_refuse(judged: Path, which: str) -> None:
    files = sorted(judged.glob(f"wrong/{which}/*.json"))

    ajv = process(["ajv", "validate", *_ajv(which), "-d", f"wrong/{which}/*.json", "--errors=line"], judged)
    checked = process([*CHECK_JSONSCHEMA, f"{which}.schema.json", "--output-format=json", *map(str, files)], judged)

    assert sum(line.endswith(" invalid") for line in ajv.err.splitlines()) == len(files) > 10
    assert {error["filename"] for error in json.loads(checked.out)["errors"]} == set(map(str, files))


CHECK_JSONSCHEMA = [sys.executable, "-m", "check_jsonschema", "--schemafile"]


def _ajv(which: str) -> list[str]:
    return ["--spec=draft2020", "--strict=false", "--validate-formats=false", "-s", f"{which}.schema.json"]


class Server:
    """A language server, spoken to as an editor does."""

    def __init__(self, started: "subprocess.Popen[bytes]", folder: Path) -> None:
        self._in, self._out = cast("IO[bytes]", started.stdin), cast("IO[bytes]", started.stdout)
        self._folder = folder
        self._number = 0
        root = folder.as_uri()
        folders = [{"uri": root, "name": "portfolio"}]
        snippets = {
            "completion": {"completionItem": {"snippetSupport": True}},
            "hover": {"contentFormat": ["markdown"]},
        }
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root,
                "workspaceFolders": folders,
                "capabilities": {"textDocument": snippets},
            },
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": {"schemaStore": {"enable": False}}}})

    def tell(self, method: str, params: object) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:  # noqa: ANN401 - what a server answers
        self._number += 1
        self._send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        while (message := self._received()).get("id") != self._number or "method" in message:
            pass
        return message["result"]

    def open(self, name: str, text: str) -> str:
        uri = (self._folder / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def marked(self, uri: str) -> set[tuple[int, str]]:
        """What is marked in a file: line, counted from 1, and message."""
        while True:
            message = self._received()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                found = message["params"]["diagnostics"]
                return {(each["range"]["start"]["line"] + 1, each["message"]) for each in found}

    def offers(self, name: str, text: str) -> dict[str, str]:
        """What is offered where the text ends, each with what is said of it."""
        return {item["label"]: _said(item.get("documentation")) for item in self._offered(name, text)}

    def inserts(self, name: str, text: str) -> dict[str, str]:
        """What is written for each offer where the text ends; ``$1`` is the first place to go to."""
        return {item["label"]: item["insertText"] for item in self._offered(name, text)}

    def _offered(self, name: str, text: str) -> list[dict[str, Any]]:
        uri = self.open(name, text)
        lines = text.split("\n")
        at = {"line": len(lines) - 1, "character": len(lines[-1])}
        found = self.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": at})
        items: list[dict[str, Any]] = found["items"] if isinstance(found, dict) else found
        return items

    def hover(self, uri: str, line: int) -> str:
        at = {"line": line, "character": 1}
        return _said(self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at})["contents"])

    def _send(self, message: object) -> None:
        content = json.dumps(message).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._in.flush()

    def _received(self) -> dict[str, Any]:
        length = 0
        while (line := self._out.readline().strip()) or not length:
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(self._out.read(length))
        if message.get("method") and "id" in message:
            asked = message["params"].get("items", []) if message["method"] == "workspace/configuration" else []
            settings = {"schemaStore": {"enable": False}, "validate": True, "completion": True, "hover": True}
            result = [settings if one.get("section") == "yaml" else {} for one in asked]
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": result or None})
        return message


def _said(contents: Any) -> str:  # noqa: ANN401 - what a server answers
    return contents.get("value", "") if isinstance(contents, dict) else str(contents or "")


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    with subprocess.Popen(
        ["yaml-language-server", "--stdio"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as started:
        try:
            yield Server(started, folder)
        finally:
            started.kill()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server in a Swedish portfolio with a goal and an assignment."""
    folder = tmp_path_factory.mktemp("edited")
    plant(folder, {"program.yaml": PROGRAM + GOALS, "assignments/keyless.yaml": SMALL})
    for which in ("assignment", "program"):
        (folder / f"{which}.schema.json").write_text(run(["schema", which], folder).out, encoding="utf-8")
    with serving(folder) as server:
        yield server


def test_an_editor_completes_keys_and_says_what_they_are_for(server: Server) -> None:
    offers = server.offers("keys.yaml", MODELINE + "title: A\n")

    assert {"department", "lead", "started", "journey", "benefits"} <= set(offers)
    assert "Vem som leder uppdraget" in offers["lead"]


@pytest.mark.parametrize(
    ("name", "begun", "offered"),
    [
        ("kind", "kind: ", {"assignment", "enabling"}),
        ("department", "department: ", {"care", "schools"}),
        ("goals", "goals:\n  - ", {"calm"}),
        ("depends", "depends_on:\n  - ", {"keyless"}),
        ("step", "journey:\n  - step: ", {"explore", "benefits", "roadmap", "embed"}),
        ("lead", "lead: ", {"Programme"}),
    ],
)
def test_an_editor_completes_choices_and_the_portfolios_ids(
    server: Server, name: str, begun: str, offered: set[str]
) -> None:
    offers = set(server.offers(f"{name}.yaml", MODELINE + begun))

    assert offered <= offers
    assert not offers & {"true", "false", "null"}


def test_an_editor_writes_an_item_with_the_keys_that_it_needs(server: Server) -> None:
    written = server.inserts("items.yaml", MODELINE + "title: A\n")

    assert written["lead"] == "lead: ${1:Programme}"
    assert written["started"] == "started: "
    assert written["journey"] == "journey:\n  - step: $1\n    entered: $2"
    assert written["trials"] == "trials:\n  - id: $1\n    title: $2\n    started: $3"


def test_an_editor_explains_choices_in_the_language_of_the_portfolio(server: Server) -> None:
    offers = server.offers("choices.yaml", MODELINE + "kind: ")

    assert "banar väg för andra" in offers["enabling"]


def test_an_editor_shows_a_fields_description(server: Server) -> None:
    uri = server.open("hover.yaml", MODELINE + SMALL)

    assert "Vem som leder uppdraget: en roll eller ett namn" in server.hover(uri, 3).replace("\\", "")


def test_an_editor_marks_what_is_wrong_and_nothing_that_is_right(server: Server) -> None:
    right = server.marked(server.open("right.yaml", MODELINE + SMALL))
    wrong = server.marked(server.open("wrong.yaml", MODELINE + SMALL + "departmnt: care\nlive: 2026-1-2\n"))

    assert right == set()
    assert {line for line, _ in wrong} == {7, 8}


(ENDED_TWICE,) = (written for written in WRONG if "stopped" in written[1])
OTHERWISE = {
    "a schema marks the whole, and check the part that is too much": (
        *("field-invalid/bad/assignments/both-endings.yaml", "field-invalid/bad/assignments/enabling.yaml"),
        *("field-invalid/bad/assignments/to-without-from.yaml", "field-invalid/bad/assignments/shapes.yaml"),
        *("field-invalid/bad-program-combinations/program.yaml", "field-unknown/bad/assignments/before.yaml"),
        ENDED_TWICE[1],
    ),
    "what numbers, days and levels have to do with one another is for the check, and it stops at a hundred": (
        *("field-invalid/bad/assignments/dates.yaml", "field-invalid/bad/assignments/levels.yaml"),
        *("field-invalid/bad/assignments/numbers.yaml", "field-invalid/bad-more/assignments/many.yaml"),
        "field-unknown/bad/assignments/a-no-break-space.yaml",
    ),
    "the server knows no key without a colon in braces, and merges": (
        *(
            "field-unknown/bad/assignments/decimal-commas-in-braces.yaml",
            "file-not-plain/bad/assignments/merge-key.yaml",
        ),
        *(
            "field-unknown/bad/assignments/no-colon-in-braces.yaml",
            "field-unknown/bad/assignments/no-key-in-braces.yaml",
            "field-unknown/bad/assignments/unquoted-comma.yaml",
        ),
    ),
}
"""The files in which an editor marks other lines than the check does, by why."""


def lines_of_check(which: str, text: str) -> set[int]:
    """The lines of a file that reading it finds something in, alone beside a programme."""
    path = PROGRAM_FILE if which == "program" else "assignments/a.yaml"
    portfolio = load([File(name, content.encode()) for name, content in {PROGRAM_FILE: PROGRAM, path: text}.items()])
    return {portfolio.span(found.path, found.where).line for found in portfolio.findings if found.path == path}


def test_an_editor_marks_the_lines_that_check_marks(server: Server) -> None:
    refused = [(path, which, text) for path, which, text in files() if not accepted(which, text) and is_yaml(text)]
    told = {
        path.relative_to(ROOT / "tests/rules").as_posix(): (which, text)
        for path, which, text in refused
        if path.is_relative_to(ROOT / "tests/rules") and not accepted_by_schema(which, text)
    }
    told |= {written[1]: written for written in WRONG}

    marked = {
        name: {line - 1 for line, _ in server.marked(server.open(f"{number}.yaml", _led(which) + text))}
        for number, (name, (which, text)) in enumerate(told.items())
    }

    otherwise = {name for name, lines in marked.items() if lines != lines_of_check(*told[name])}
    assert otherwise == {name for names in OTHERWISE.values() for name in names}
    assert len(told) > 80


def _led(which: str) -> str:
    """The line that leads an editor to the schema of a file."""
    return MODELINE.replace("assignment", which)
