"""A run from start to end: what it finds, what it says where, and the exit code."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from staircase.cli.help import FAMILIES
from tests.cli.running import PROGRAM, SMALL, Ended, environment, plant, run
from tests.cli.screen import terminal
from tests.hostile.commands import CHECK_FORMATS
from tests.repository import begun

BROKEN = "title: [unclosed\n"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_alone_outside_a_portfolio_staircase_shows_two_files_to_paste_that_are_a_portfolio(
    tmp_path: Path, language: str
) -> None:
    ended = run(["--lang", language], tmp_path)

    said = re.split(r"^(portfolio/\S+\.yaml),.*:\n\n", ended.err.rpartition("\n\n")[0] + "\n", flags=re.MULTILINE)
    for path, text in zip(said[1::2], said[2::2], strict=True):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    checked = run(["check", "--as-of", "2026-11-24"], tmp_path)
    assert (ended.code, ended.out, len(said)) == (3, "", 5)
    assert f"language: {language}\n" in said[2]
    assert (checked.code, checked.out) == (0, "")


@pytest.mark.parametrize("arguments", [["status"], ["check"], ["departments"]])
def test_a_command_outside_a_portfolio_names_where_it_looked(tmp_path: Path, arguments: list[str]) -> None:
    ended = run(arguments, tmp_path)

    assert (ended.code, ended.out) == (3, "")
    assert f"in {tmp_path}, or any folder above it\n" in ended.err


def test_a_named_portfolio_that_is_none_is_not_looked_for_elsewhere(tmp_path: Path) -> None:
    plant(tmp_path, {"empty/x": ""})

    named = run(["--portfolio", "empty", "status"], tmp_path)
    variable = run([], tmp_path, {"STAIRCASE_PORTFOLIO": "empty"})

    assert (named.code, named.err.splitlines()[0]) == (variable.code, variable.err.splitlines()[0])
    assert (named.code, named.err.splitlines()[0].endswith(f"in {tmp_path / 'empty'}")) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        (["--portfolio", "p", "status", "--json"], {}),
        (["status", "--json", "--portfolio", "p"], {}),
        (["status", "--json"], {"STAIRCASE_PORTFOLIO": "p"}),
        (["--portfolio", "q", "status", "--format=json", "--portfolio", "p"], {}),
        (["--portfolio", "p", "status", "--json"], {"STAIRCASE_PORTFOLIO": "q"}),
    ],
)
def test_the_portfolio_is_named_before_or_after_the_command_or_by_a_variable(
    tmp_path: Path, arguments: list[str], variables: dict[str, str]
) -> None:
    plant(tmp_path / "p", {"assignments/keyless.yaml": SMALL})
    plant(tmp_path / "q", {})

    ended = run(arguments, tmp_path, variables)

    assert (ended.code, ended.err) == (0, "")
    assert [row["id"] for row in json.loads(ended.out)["rows"]] == ["keyless"]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_shown(tmp_path: Path) -> None:
    plant(tmp_path, {"assignments/keyless.yaml": SMALL, "assignments/a\x1b[31m.yaml": BROKEN, "sub/x": ""})

    ended = run(["status", "--json"], tmp_path / "sub")

    assert [row["id"] for row in json.loads(ended.out)["rows"]] == ["keyless"]
    assert (ended.code, ended.err) == (
        1,
        "staircase: 1 file could not be read, and is left out; run `staircase check`:\n"  # noqa: ISC004 - one text
        "  ../assignments/a\\x1b[31m.yaml\n",
    )


@pytest.mark.parametrize(
    ("count", "named", "last"),
    [(9, 9, "  assignments/a08.yaml"), (10, 10, "  assignments/a09.yaml"), (11, 10, "  and 1 more")],
)
def test_at_most_ten_unread_files_are_named(tmp_path: Path, count: int, named: int, last: str) -> None:
    plant(tmp_path, {f"assignments/a{number:02}.yaml": BROKEN for number in range(count)})

    first, *lines = run(["departments"], tmp_path).err.splitlines()

    assert first.startswith(f"staircase: {count} files could not be read")
    assert [line for line in lines if "assignments/" in line] == [
        f"  assignments/a{number:02}.yaml" for number in range(named)
    ]
    assert lines[-1] == last


@pytest.mark.parametrize(
    ("language", "arguments", "variables", "expected"),
    [
        ("", [], {"LC_ALL": "sv_SE.UTF-8"}, "gick inte att läsa"),
        ("language: en\n", [], {"LC_ALL": "sv_SE.UTF-8"}, "could not be read"),
        ("language: en\n", [], {"STAIRCASE_LANG": "sv"}, "gick inte att läsa"),
        ("language: sv\n", ["--lang", "en"], {"STAIRCASE_LANG": "sv"}, "could not be read"),
        ("", [], {}, "could not be read"),
    ],
)
def test_the_language_of_a_report(
    tmp_path: Path, language: str, arguments: list[str], variables: dict[str, str], expected: str
) -> None:
    plant(tmp_path, {"program.yaml": PROGRAM + language, "assignments/a.yaml": BROKEN})

    assert expected in run(["status", *arguments], tmp_path, variables).err


def test_a_usage_error_about_the_portfolio_is_said_in_its_language(tmp_path: Path) -> None:
    plant(tmp_path, {"program.yaml": PROGRAM + "language: sv\n"})

    ended = run(["status", "--department", "car"], tmp_path)

    assert ended.err.splitlines()[0] == "staircase: --department ”car” finns inte i portföljen. Menade du ”care”?"


@pytest.mark.parametrize("written", ["2026-02-30", "1969-12-31", "2026", "today", ""])
def test_a_day_that_is_none_is_a_usage_error(tmp_path: Path, written: str) -> None:
    plant(tmp_path, {})
    said = f"a date between 1970 and 2200 of the form YYYY-MM-DD, not “{written}”.\n"

    ended = run(["status", "--as-of", written], tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"staircase: --as-of is to be {said}")


def test_a_bad_variable_for_today_is_a_usage_error(tmp_path: Path) -> None:
    ended = run(["status"], plant(tmp_path, {}), {"STAIRCASE_TODAY": "tomorrow"})

    assert (ended.code, ended.out, ended.err.startswith("staircase: STAIRCASE_TODAY is to be a date")) == (2, "", True)


@pytest.mark.parametrize("written", ["de", "fr_FR.UTF-8", "x" * 300])
def test_an_unknown_language_in_the_variable_is_said_and_the_run_goes_on(tmp_path: Path, written: str) -> None:
    plant(tmp_path, {"assignments/keyless.yaml": SMALL})
    echo = written if len(written) < 200 else "x" * 199 + "…"

    ended, ordinary = (run(["status"], tmp_path, given) for given in ({"STAIRCASE_LANG": written}, {}))

    assert (ended.code, ended.out) == (ordinary.code, ordinary.out)
    assert ended.err == f"staircase: STAIRCASE_LANG is to be sv or en, not “{echo}”, which is passed over.\n"


@pytest.mark.parametrize("written", ["sv", "SV", "sv_SE.UTF-8", "en-GB", "svenska"])
def test_a_known_language_in_the_variable_is_heeded_in_any_form(tmp_path: Path, written: str) -> None:
    plant(tmp_path, {"assignments/keyless.yaml": SMALL})

    ended = run(["status"], tmp_path, {"STAIRCASE_LANG": written})

    assert (ended.err, ended.out) == ("", run(["status", "--lang", written[:2].lower()], tmp_path).out)


LONG = "q" * 10_000


@pytest.mark.parametrize(
    "arguments",
    [
        [LONG],
        ["show", LONG],
        ["rule", LONG],
        ["log", LONG],
        ["diff", LONG],
        ["diff", f"{LONG}..{LONG}"],
        ["check", LONG],
        ["check", "--base", LONG],
        ["check", "--format", LONG],
        ["check", "--format", f"json=/nowhere/{LONG}"],
        ["check", "--fail-on", LONG],
        ["check", "--select", LONG],
        ["status", LONG],
        ["status", f"--{LONG}"],
        ["flow", "--per", LONG],
        *(["status", option, LONG] for option in ("--department", "--step", "--state", "--lead", "--owner", "--tag")),
        *(["status", option, LONG] for option in ("--goal", "--by", "--format", "--sort", "--columns", "--as-of")),
        *(["status", option, LONG] for option in ("--color", "--lang", "--portfolio")),
    ],
    ids=lambda arguments: " ".join(arguments).replace(LONG, "q"),
)
def test_a_long_value_is_cut_where_it_is_said_again(tmp_path: Path, arguments: list[str]) -> None:
    begun(tmp_path, {"program.yaml": PROGRAM, "assignments/keyless.yaml": SMALL})

    ended = run(arguments, tmp_path)

    assert ended.code in {2, 3, 4}
    assert "q" * 100 in ended.err
    assert "q" * 201 not in ended.err


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("status --department car", "--department “car” is not in the portfolio. Did you mean “care”?"),
        ("status --department x", "--department “x” is not in the portfolio. Choose from: care, schools."),
        ("departments --sort -reachd", "--sort: the report has no column “reachd”. Did you mean “reached”?"),
        ("status --json --excel", "--json and --excel cannot be combined."),
        ("status --json --format csv", "--json and --format csv cannot be combined."),
        ("check --json --format full", "--json and --format full cannot be combined."),
    ],
)
def test_what_cannot_be_asked_for_is_refused(tmp_path: Path, line: str, expected: str) -> None:
    command = line.split(maxsplit=1)[0]

    ended = run(line.split(), plant(tmp_path, {"assignments/keyless.yaml": SMALL}))

    assert ended == Ended(2, "", f"staircase: {expected}\nMore: staircase {command} --help\n")


@pytest.mark.parametrize(
    ("line", "code", "paths", "counts"),
    [
        (
            *("check", 1, ["assignments/a.yaml", "assignments/b.txt", "assignments/deep/c.yaml"]),
            "Found: 2 errors, 1 note.",
        ),
        (
            *("check --fail-on never", 0, ["assignments/a.yaml", "assignments/b.txt", "assignments/deep/c.yaml"]),
            "Found: 2 errors, 1 note.",
        ),
        ("check assignments/b.txt", 0, ["assignments/b.txt"], "Found: 1 note."),
        ("check assignments/b.txt --fail-on warning", 0, ["assignments/b.txt"], "Found: 1 note."),
        ("check assignments/b.txt --fail-on note", 1, ["assignments/b.txt"], "Found: 1 note."),
        ("check ./assignments/../assignments/deep", 1, ["assignments/deep/c.yaml"], "Found: 1 error."),
        ("check program.yaml assignments/deep", 1, ["assignments/deep/c.yaml"], "Found: 1 error."),
        ("check program.yaml", 0, [], "Nothing is wrong and nothing is missing in what was asked for."),
    ],
)
def test_paths_narrow_what_is_listed_and_what_decides_the_exit_code(
    tmp_path: Path, line: str, code: int, paths: list[str], counts: str
) -> None:
    wrong = SMALL.replace("department: care", "department: caring")
    files = {"assignments/a.yaml": wrong, "assignments/b.txt": "", "assignments/deep/c.yaml": wrong}
    plant(tmp_path, {"program.yaml": PROGRAM + "rules: {department-untouched: off}\n"} | files)

    ended = run([*line.split(), "--format", "concise"], tmp_path)

    assert (ended.code, ended.err) == (code, f"{counts}\n")
    assert list(dict.fromkeys(path.partition(":")[0] for path in ended.out.splitlines())) == paths


def test_paths_are_as_seen_from_the_current_folder_also_through_links(tmp_path: Path) -> None:
    plant(tmp_path / "p", {"assignments/a.yaml": BROKEN, "src/x": ""})
    (tmp_path / "link").symlink_to("p")

    beside = run(["check", "../assignments", "--format", "concise"], tmp_path / "p" / "src")
    linked = run(["--portfolio", "link", "check", "p/assignments/a.yaml", "--format", "concise"], tmp_path)

    assert (beside.code, beside.out.partition(":")[0]) == (1, "../assignments/a.yaml")
    assert (linked.code, linked.out.partition(":")[0]) == (1, "link/assignments/a.yaml")


def test_paths_that_match_nothing_are_named(tmp_path: Path) -> None:
    plant(tmp_path, {"assignments/a.yaml": BROKEN, "README.md": ""})

    ended = run(["check", "assignments/a.yaml", "README.md", "nowhere"], tmp_path)

    assert ended == Ended(3, "", "staircase: nothing in the portfolio is named by: README.md, nowhere\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("status", ""),
        ("departments", ""),
        ("check --fail-on never", "Hittat: 1 anmärkning.\n"),
        ("status --help", ""),
    ],
)
def test_no_encoding_of_the_console_makes_a_command_fail(tmp_path: Path, line: str, said: str, encoding: str) -> None:
    plant(tmp_path, {"assignments/a.yaml": SMALL.replace("Keyless", "Nyckelfri 漢字 ö →")})

    ended = run([*line.split(), "--lang", "sv"], tmp_path, {"PYTHONIOENCODING": encoding})

    printed = said.replace("ä", {"ascii": "a", "cp1252": "\ufffd"}.get(encoding, "ä"))
    assert (ended.code, ended.err) == (0, printed)


@pytest.mark.parametrize("form", ["csv", "json", "markdown"])
def test_what_programs_read_is_utf8_whatever_the_console(tmp_path: Path, form: str) -> None:
    plant(tmp_path, {"assignments/a.yaml": SMALL.replace("Keyless", "Ä 漢字")})

    assert "Ä 漢字" in run(["status", "--format", form], tmp_path, {"PYTHONIOENCODING": "ascii"}).out


NEEDED = {
    "show": "keyless",
    "diff": "HEAD",
    "rule": "journey-stuck",
    "schema": "assignment",
    "import": "list.csv",
    "export": "tables",
}
"""What a command does not begin without, or says more with."""
COMMANDS = [f"{name} {NEEDED.get(name, '')}" for names in FAMILIES.values() for name in names]
REPORTED = [line for line in COMMANDS if line.split()[0] in {*FAMILIES["look"], "check", "diff", "log"}]
WRITTEN = (
    "review keyless",
    "review keyless --json",
    "live keyless",
    "pause keyless --why rest",
)
RESULTS = [
    *(line for line in COMMANDS if line.split()[0] not in {*FAMILIES["write"], "export"}),  # whose results are files
    *WRITTEN,
    *(f"{line} --help" for line in COMMANDS),
    *(f"{line} --format markdown" for line in REPORTED),
    *(f"status {form}" for form in ("--format csv", "--excel", "--json", "--plain", "--wide")),
    *(f"check --format {form}" for form in CHECK_FORMATS),
    *("guide start", "rule --json", "log --json", "diff HEAD --json", "--help", "--show-completion"),
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is needed")
@pytest.mark.parametrize(
    "line", ["status", "--version", *(pytest.param(one, marks=pytest.mark.slow) for one in RESULTS)]
)
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"])
def test_a_result_that_cannot_be_written_is_said_in_one_line(tmp_path: Path, line: str, redirection: str) -> None:
    begun(tmp_path, {"program.yaml": PROGRAM, "assignments/keyless.yaml": SMALL, "list.csv": "id;lead\nkeyless;Lo\n"})

    done = _in_shell(f'"{sys.executable}" -m staircase {line} {redirection}; echo "$?" >&2', tmp_path)

    said, code = done.stderr.splitlines()
    assert (said.startswith("staircase: the result could not be written: "), code) == (True, "74")


@pytest.mark.parametrize(("line", "code"), [("status", "0"), ("check --format json", "1"), ("--help", "0")])
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, line: str, code: str) -> None:
    plant(tmp_path, {f"assignments/a{number}.yaml": SMALL for number in range(400)})
    plant(tmp_path, {f"assignments/b{number}.yaml": BROKEN for number in range(400 if code == "1" else 0)})

    script = f'{{ "{sys.executable}" -m staircase {line}; echo "$?" >&2; }} | true'

    counts = "Found: 400 errors, 1 warning, 2 notes.\n" if code == "1" else ""
    assert _in_shell(script, tmp_path).stderr == f"{counts}{code}\n"


def _heeds_interrupts() -> None:
    """Undo what a shell does to what it starts in the background, and so to all that is started by that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_ends_with_130_and_no_trace(tmp_path: Path) -> None:
    plant(tmp_path, {f"assignments/a{number}.yaml": SMALL for number in range(1000)})
    with subprocess.Popen(
        [sys.executable, "-m", "staircase", "status", "--json"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heeds_interrupts,  # noqa: PLW1509 - it touches nothing that a thread may hold
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(1)
        running.send_signal(signal.SIGINT)

        assert (running.wait(30), running.stderr.read()) == (130, b"")


@pytest.mark.parametrize(("arguments", "lines"), [(["status"], 1), (["status", "--debug"], 10)])
def test_a_bug_is_called_one_and_traced_only_on_request(tmp_path: Path, arguments: list[str], lines: int) -> None:
    plant(tmp_path, {"broken/yaml.py": "raise ZeroDivisionError('boom')\n"})
    path = os.pathsep.join([str(tmp_path / "broken"), environment()["PYTHONPATH"]])

    ended = run(arguments, tmp_path, {"PYTHONPATH": path})

    assert (ended.code, ended.out) == (70, "")
    assert "this is a bug in staircase (ZeroDivisionError: boom)" in ended.err.splitlines()[-1]
    assert len(ended.err.splitlines()) >= lines
    assert ("Traceback" in ended.err) == (lines > 1)


@pytest.mark.parametrize(
    ("variables", "colour"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_on_a_terminal_the_width_holds_and_colour_follows_the_variables(
    tmp_path: Path, variables: dict[str, str], *, colour: bool
) -> None:
    plant(tmp_path, {"assignments/keyless.yaml": SMALL, "assignments/b.txt": ""})

    shown = _on_terminal(["check", "--fail-on", "never"], tmp_path, variables)

    assert ("\x1b[" in shown) is colour
    assert "assignments/b.txt:1:1:" in shown


def _in_shell(script: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment(), capture_output=True, text=True, check=True, timeout=60
    )


def _on_terminal(arguments: list[str], folder: Path, variables: dict[str, str]) -> str:
    with terminal(80) as (screen, shown):
        done = subprocess.run(
            [sys.executable, "-m", "staircase", *arguments],
            cwd=folder,
            env=environment(**variables),
            stdout=screen,
            stderr=subprocess.PIPE,
            check=True,
            timeout=60,
        )
    assert done.stderr == b""
    return shown[0].decode()
