"""``init``: a portfolio from nothing, the rest of one that is half there, and nothing where that is refused."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conversation import conversation
from tests.cli.running import PROGRAM, Ended, environment, run
from tests.cli.screen import on_screen
from tests.reader import a_folder_for_all, a_reader
from tests.repositories import git

TOLD = ["--organisation", "Exempelkommun", "--department", "Vård och omsorg", "--department", "Kultur, fritid: 1"]
SWEDISH = ["--lang", "sv"]
OWN = {
    "portfolio/program.yaml",
    "portfolio/assignment.schema.json",
    "portfolio/program.schema.json",
    "README.md",
    ".vscode/settings.json",
    ".vscode/extensions.json",
    ".vscode/tasks.json",
    ".editorconfig",
    ".gitattributes",
    ".pre-commit-config.yaml",
}
GITHUB = {".github/workflows/portfolio.yml", ".github/pull_request_template.md"}
GITLAB = {".gitlab-ci.yml", ".gitlab/merge_request_templates/Default.md"}
NEEDED = "staircase init --organisation NAME --department NAME"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with a name that is hard on scripts."""
    found = tmp_path / "en å mapp"
    found.mkdir()
    return found


def held(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, git's own aside."""
    paths = [path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def init(folder: Path, *arguments: str, variables: Mapping[str, str] | None = None) -> Ended:
    return run(["init", *arguments], folder, variables)


def plus(ended: Ended) -> list[str]:
    """The files that were named as written."""
    return [line.split()[1] for line in ended.out.splitlines() if line.startswith("+ ")]


@pytest.mark.parametrize(("forge", "more"), [("github", GITHUB), ("gitlab", GITLAB), ("none", set())])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_an_empty_folder_becomes_a_portfolio_without_errors(
    folder: Path, forge: str, more: set[str], language: str
) -> None:
    first = ["--first", "Nyckelfri hemtjänst: natt", "--at-once", "12"]

    ended = init(folder, *TOLD, "--lang", language, "--forge", forge, *first)

    assert (ended.code, ended.err) == (0, "")
    assert set(held(folder)) == OWN | more | {"portfolio/assignments/nyckelfri-hemtjanst-natt.yaml"}
    assert set(plus(ended)) == set(held(folder))
    checked = run(["check", "--format", "concise"], folder)
    told = [line.split(" ")[1:3] for line in checked.out.splitlines()]
    assert (checked.code, told) == (0, [["warning", "journey-not-together:"], ["note", "department-untouched:"]])


def test_program_yaml_holds_the_answers_with_ids_made_of_the_names(folder: Path) -> None:
    init(folder, *TOLD, *SWEDISH, "--name", "Nr 5: från smått till stort", "--at-once", "12")

    head = (folder / "portfolio/program.yaml").read_text("utf-8").split("\n\n")[0].splitlines()
    assert head[0] == "# yaml-language-server: $schema=program.schema.json"
    assert head[2:] == [
        "format: 1",
        'name: "Nr 5: från smått till stort"',
        "organisation: Exempelkommun",
        "language: sv",
        "departments:",
        "  - id: vard-omsorg",
        "    name: Vård och omsorg",
        "  - id: kultur-fritid-1",
        '    name: "Kultur, fritid: 1"',
        "settings:",
        "  at_once: 12 # hur många uppdrag programmet klarar samtidigt",
    ]


def test_what_has_no_letters_of_an_id_is_numbered_as_what_it_is(folder: Path) -> None:
    ended = init(folder, "--organisation", "X", "--department", "日本", "--first", "日本", *SWEDISH)

    assert "  - id: department-1" in (folder / "portfolio/program.yaml").read_text("utf-8").splitlines()
    assert "portfolio/assignments/assignment-1.yaml" in plus(ended)


@pytest.mark.parametrize("more", [[], ["--forge", "github", "--pages"], ["--forge", "gitlab", "--pages"]])
def test_again_changes_nothing(folder: Path, more: list[str]) -> None:
    init(folder, *TOLD, *SWEDISH, *more)
    before = held(folder)

    again = init(folder)

    assert (again.code, again.err, held(folder)) == (0, "", before)
    assert again.out == "Ingenting saknas, och ingenting har skrivits.\n"


def test_what_is_missing_is_added_and_what_exists_is_named_with_what_it_lacks(folder: Path) -> None:
    init(folder, *TOLD, *SWEDISH, "--forge", "github")
    whole = held(folder)
    (folder / ".editorconfig").write_text("root = true\n[*]\ncharset = utf-8\n")
    (folder / ".vscode/settings.json").unlink()
    (folder / "portfolio/program.schema.json").unlink()

    ended = init(folder, "--lang", "en")

    assert plus(ended) == ["portfolio/program.schema.json", ".vscode/settings.json"]
    assert held(folder) == whole | {".editorconfig": b"root = true\n[*]\ncharset = utf-8\n"}
    lines = ended.out.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("= .editorconfig "))
    assert lines[place + 1 : place + 4] == [
        "    end_of_line = lf",
        "    insert_final_newline = true",
        "    trim_trailing_whitespace = true",
    ]


def test_whichever_file_is_gone_is_the_one_that_is_added_as_it_was(folder: Path) -> None:
    init(folder, *TOLD, *SWEDISH, "--forge", "github")
    whole = held(folder)

    for path in whole.keys() - {"portfolio/program.yaml", ".github/workflows/portfolio.yml"}:
        (folder / path).unlink()
        assert (plus(init(folder)), held(folder)) == ([path], whole)


def test_schemas_that_time_has_left_behind_are_for_upgrade_to_renew(folder: Path) -> None:
    init(folder, *TOLD, *SWEDISH)
    run(["new", "a", "--title", "A", "--department", "vard-omsorg", "--lead", "Lea"], folder)

    again = init(folder)

    assert again.out.splitlines() == [
        "= portfolio/assignment.schema.json  finns redan; staircase upgrade förnyar den",
        "Ingenting saknas, och ingenting har skrivits.",
    ]


@pytest.mark.parametrize("columns", [40, 80])
def test_on_a_terminal_no_line_is_broken_within_a_word(folder: Path, columns: int) -> None:
    wide = init(folder, *TOLD, *SWEDISH, "--forge", "github", "--dry-run")
    told = [*TOLD, *SWEDISH, "--forge", "github", "--name", "Vi", "--at-once", "12", "--dry-run"]

    shown = on_screen(["init", *told], folder, columns)

    lines = shown.out.splitlines()
    assert (max(map(len, lines)) <= columns, shown.out.split()) == (True, wide.out.split())
    assert any(line.startswith("    ") for line in lines)


def test_a_portfolio_that_is_its_own_repository_gets_what_it_lacks_around_it(folder: Path) -> None:
    (folder / "program.yaml").write_text(PROGRAM)

    ended = init(folder, "--lang", "en", "--forge", "github")

    assert ended.code == 0
    assert (folder / "program.yaml").read_text() == PROGRAM
    assert {"assignment.schema.json", "program.schema.json", *GITHUB} <= set(held(folder))
    assert '"./assignment.schema.json": "assignments/**/*.yaml"' in (folder / ".vscode/settings.json").read_text()
    assert not (folder / "portfolio").exists()


def test_a_dry_run_writes_nothing_and_lists_all(folder: Path) -> None:
    ended = init(folder, "new", *TOLD, "--dry-run")

    assert (ended.code, held(folder), set(plus(ended))) == (0, {}, OWN)
    assert ended.out.endswith("Nothing has been written: this is what would be.\n")
    assert not (folder / "new").exists()


def test_a_folder_that_is_not_there_is_made(folder: Path) -> None:
    assert init(folder, "a/b", *TOLD).code == 0
    assert set(held(folder / "a/b")) == OWN


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], f"nobody is here to be asked, so --organisation, --department must be given: {NEEDED}"),
        (TOLD[:2], f"nobody is here to be asked, so --department must be given: {NEEDED}"),
        ([*TOLD, "--at-once", "many"], "--at-once"),
        ([*TOLD, "--at-once", "0"], "at_once is to be from 1 to 100000, not 0"),
        ([*TOLD, "--name", " "], "name is empty"),
        ([*TOLD, "--first", "a\nb"], "title is to be one line"),
    ],
)
def test_what_can_not_be_is_refused_with_nothing_written(folder: Path, arguments: list[str], said: str) -> None:
    ended = init(folder, *arguments, "--lang", "en")

    assert (ended.code, ended.out, held(folder)) == (2, "", {})
    assert ended.err.splitlines()[0].startswith("staircase: ")
    assert said in ended.err


def test_within_another_portfolio_or_with_a_broken_program_it_is_refused(folder: Path) -> None:
    (folder / "program.yaml").write_text("format: [\n")
    broken = init(folder, *TOLD, "--lang", "en")
    inside = init(folder, "assignments", *TOLD, "--lang", "en")

    assert (broken.code, inside.code, list(held(folder))) == (2, 2, ["program.yaml"])
    assert "can’t be read, so nothing is built on it." in broken.err
    assert f"lies within the portfolio {folder}, and a portfolio holds no other." in inside.err


def test_inside_another_repository_a_forge_is_refused_and_the_rest_is_done(folder: Path) -> None:
    git(folder, "init", "--quiet")

    refused = init(folder, "inner", *TOLD, "--forge", "github", "--lang", "en")

    assert (refused.code, held(folder), (folder / "inner").exists()) == (2, {}, False)
    assert f"lies within the repository {folder}" in refused.err
    assert init(folder, "inner", *TOLD).code == 0
    assert set(held(folder / "inner")) == OWN


@pytest.mark.parametrize(("address", "more"), [("git@github.com:o/r.git", GITHUB), ("https://gitlab.com/o/r", GITLAB)])
def test_the_forge_is_known_by_the_remote(folder: Path, address: str, more: set[str]) -> None:
    git(folder, "init", "--quiet")
    git(folder, "remote", "add", "origin", address)

    assert init(folder, *TOLD).code == 0
    assert set(held(folder)) == OWN | more


def test_a_file_where_a_folder_is_to_be_or_a_link_stops_all(folder: Path) -> None:
    (folder / ".vscode").write_text("")
    as_file = init(folder, *TOLD, "--lang", "en")
    (folder / ".vscode").unlink()
    (folder / "elsewhere").mkdir()
    (folder / ".vscode").symlink_to("elsewhere")
    as_link = init(folder, *TOLD, "--lang", "en")

    assert (as_file.code, as_link.code, held(folder)) == (74, 74, {})
    assert "Nothing is written." in as_file.err
    assert "Nothing is written." in as_link.err


def test_on_a_full_disk_nothing_is_left(folder: Path) -> None:
    command = [sys.executable, "-m", "staircase", "init", "sub", *TOLD, "--lang", "en"]
    limited = ["bash", "-c", 'ulimit -f 8; exec "$@"', "bash", *command]
    given = environment(PYTHONDONTWRITEBYTECODE="1")

    ended = subprocess.run(limited, cwd=folder, env=given, capture_output=True, check=False, text=True)

    assert (ended.returncode, held(folder), (folder / "sub").exists()) == (74, {}, False)
    assert "could not be written: " in ended.stderr


@pytest.mark.parametrize("closed", ["", "portfolio", ".vscode"])
def test_in_a_folder_that_may_not_be_written_nothing_is_left(closed: str) -> None:
    with a_folder_for_all() as parent:
        root = parent / "en å mapp"
        (root / closed).mkdir(parents=True)
        for path in (root, root / closed):
            path.chmod(0o777)
        (root / closed).chmod(0o555)

        with a_reader():
            ended = init(root, *TOLD, "--lang", "en")

        assert (ended.code, ended.out, held(root)) == (74, "", {})
        assert "could not be written: permission denied" in ended.err
        assert sorted(path.name for path in root.rglob("*")) == ([closed] if closed else [])


@contextmanager
def a_disk(folder: Path, options: str) -> Iterator[Path]:
    """A small disk of its own."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a disk")
@pytest.mark.parametrize(
    ("options", "fits"),
    [*((f"size={size}k", False) for size in range(4, 100, 16)), ("nr_inodes=9", False), ("size=4m", True)],
)
def test_on_a_small_disk_it_is_done_whole_or_not_at_all(tmp_path: Path, options: str, *, fits: bool) -> None:
    with a_disk(tmp_path / "disk", options) as folder:
        ended = init(folder, *TOLD, "--lang", "en", "--forge", "github")
        left = set(held(folder)), [path for path in folder.rglob("*") if path.is_dir()] != []

    assert (ended.code, left) == ((0, (OWN | GITHUB, True)) if fits else (74, (set(), False)))
    assert fits or "could not be written: there is no room for it on the disk" in ended.err


def test_on_a_terminal_six_questions_are_asked_each_with_a_likely_answer(folder: Path) -> None:
    answers = ["Exempelkommun", "", "sv", "Vård och omsorg", "Skola", "", "", "github"]

    code, shown = conversation(["init"], folder, answers)

    assert code == 0
    assert set(held(folder)) == OWN | GITHUB
    assert "Whose programme is it?" in shown
    assert "Vilka förvaltningar är med?" in shown
    program = (folder / "portfolio/program.yaml").read_text("utf-8")
    assert "language: sv\ndepartments:\n  - id: vard-omsorg\n" in program
    assert "at_once: 30" in program


def test_questions_are_wrapped_between_words(folder: Path) -> None:
    answers = ["Exempelkommun", "", "sv", "Vård och omsorg", "", "", "none"]

    _, shown = conversation(["init"], folder, answers, {"COLUMNS": "84"})

    assert "Var finns git-arkivet? Där kontrolleras varje ändring, och en kommentar säger vad\nden betyder." in shown


def test_who_ends_the_questions_has_written_nothing(folder: Path) -> None:
    assert conversation(["init"], folder, ["Exempelkommun", "^C"])[0] == 130
    assert conversation(["init"], folder, ["Exempelkommun", "^D"])[0] == 130
    assert held(folder) == {}


def test_two_branches_that_add_to_one_list_merge(folder: Path) -> None:
    init(folder, *TOLD)
    path = folder / "portfolio/assignments/a.yaml"
    path.parent.mkdir()
    head = "title: A\ndepartment: vard-omsorg\nlead: L\nstarted: 2026-01-12\ntrials:\n"
    path.write_text(head + "  - id: one\n    title: One\n    started: 2026-01-12\n")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "begin")
    for name, day in (("two", "2026-02-02"), ("three", "2026-03-02")):
        git(folder, "checkout", "--quiet", "-b", name, "main")
        path.write_text(path.read_text() + f"  - id: {name}\n    title: {name}\n    started: {day}\n")
        git(folder, "commit", "--quiet", "--all", "--message", name)

    git(folder, "merge", "--quiet", "two", "--message", "both")

    assert [line for line in path.read_text().splitlines() if "id:" in line] == [
        "  - id: one",
        "  - id: three",
        "  - id: two",
    ]
    assert run(["check"], folder).code == 0
