"""One run of a check, written for people and for machines: where it goes, when it fails, and what GitHub gets."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from tests.cli.running import PROGRAM, ROOT, SMALL, Ended, environment, plant, run
from tests.render.attacks import ATTACKS
from tests.render.runner import commands
from tests.repositories import repository

MACHINES = ("json", "github", "gitlab", "junit", "sarif", "markdown")
GAP = SMALL.replace("together: [care worker]\n", "").replace("2026-09-01", "2026-10-15")
SCHOOL = SMALL.replace("care\n", "schools\n").replace("2026-09-01", "2026-10-15")
ERROR = GAP.replace("department: care", "department: cars")
FILES = {"assignments/a.yaml": ERROR, "assignments/b.yaml": GAP, "assignments/c.yaml": SCHOOL}
GITLAB = json.loads((ROOT / "tests/schemas/gitlab-code-quality.json").read_text())
JUNIT = etree.XMLSchema(etree.parse(ROOT / "tests/schemas/junit-10.xsd"))
DAY = ("--as-of", "2026-11-02", "--lang", "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plant(tmp_path / "p", FILES)


def check(folder: Path, *arguments: str, **variables: str) -> Ended:
    return run(["check", *DAY, *arguments], folder, variables)


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"program.yaml", "assignments"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "srif"], "--format cannot be “srif”. Did you mean “sarif”?"),
        (
            ["--format", ""],
            "--format cannot be “”. Choose from: full, concise, json, github, gitlab, junit, sarif, markdown.",
        ),
        (["--format", "=x"], "--format cannot be “”."),
        (["--format", "sarif="], "--format “sarif=” names no file after the equals sign."),
        (
            ["--format", "full", "--format", "json"],
            "only one format can go to standard output, not both full and json; write one to a file: json=FILE",
        ),
        (["--json", "--format", "full"], "--json and --format full cannot be combined."),
        (["--format", "junit=x", "--format", "sarif=./x"], "two formats cannot be written to the same file, “./x”."),
        (["--format", "junit=no/x"], "“no/x” cannot be written: no such file or folder. Nothing has been done."),
        (["--format", "junit=assignments"], "“assignments” cannot be written: it is a folder."),
        (["--format", "sarif=y", "--format", "junit=no/x"], "“no/x” cannot be written"),
        (["--format", "junit=a\x1b[2J/x"], "“a\\x1b[2J/x” cannot be written"),
    ],
)
def test_what_cannot_be_written_ends_with_2_before_anything_is_lost(
    folder: Path, arguments: list[str], said: str
) -> None:
    (folder / "y").write_text("what was there")

    ended = check(folder, *arguments)

    assert (ended.code, ended.out, ended.err.split("\n")[0].startswith(f"staircase: {said}")) == (2, "", True)
    assert (files(folder), (folder / "y").read_text()) == ({"y"}, "what was there")


def test_one_run_prints_for_people_and_writes_for_machines(folder: Path) -> None:
    apart = {form: check(folder, "--format", form) for form in ("concise", *MACHINES)}

    ended = check(folder, "--format", "concise", *(f"--format={form}=out.{form}" for form in MACHINES))

    assert ended == apart["concise"]
    assert {form: (folder / f"out.{form}").read_bytes().decode() for form in MACHINES} == {
        form: apart[form].out for form in MACHINES
    }
    assert files(folder) == {f"out.{form}" for form in MACHINES}


FOUND = "Found: 1 error, 2 warnings.\n"


def test_when_all_goes_to_files_only_the_counts_are_told(folder: Path) -> None:
    assert check(folder, "--format", "junit=x.xml", "--format", "full=x.txt") == Ended(1, "", FOUND)


@pytest.mark.parametrize("form", ["full", "concise", *MACHINES])
def test_every_check_ends_with_one_line_of_counts(folder: Path, form: str) -> None:
    ended = check(folder, "--format", form)

    assert (ended.out.endswith(FOUND), ended.err) == ((True, "") if form == "full" else (False, FOUND))


def test_in_a_pipe_a_check_that_finds_nothing_says_so(tmp_path: Path) -> None:
    plant(tmp_path, {"program.yaml": PROGRAM + "rules: {department-untouched: off}\n"})

    assert check(tmp_path) == Ended(0, "", "Nothing is wrong and nothing is missing.\n")


@pytest.mark.parametrize("form", ["json", "sarif", "full", "concise", "markdown"])
def test_the_file_named_by_a_hyphen_is_standard_output(folder: Path, form: str) -> None:
    assert check(folder, "--format", f"{form}=-") == check(folder, "--format", form)
    assert not (folder / "-").exists()


def test_of_two_formats_to_standard_output_the_hyphen_is_one(folder: Path) -> None:
    ended = check(folder, "--format", "json=-", "--format", "full")

    assert (ended.code, ended.out) == (2, "")


def test_a_format_asked_for_twice_is_written_once(folder: Path) -> None:
    assert check(folder, "--json", "--format", "json") == check(folder, "--json")


def test_a_file_is_replaced_whole_and_keeps_its_mode_and_its_links(folder: Path) -> None:
    (folder / "real").write_text("x" * 100_000)
    (folder / "real").chmod(0o640)
    (folder / "link").symlink_to("real")

    check(folder, "--format", "gitlab=link")

    assert (folder / "link").is_symlink()
    assert stat.S_IMODE((folder / "real").stat().st_mode) == 0o640
    assert len(json.loads((folder / "real").read_text())) == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is there on Linux only")
def test_a_full_disk_is_said_and_ends_with_74(folder: Path) -> None:
    ended = check(folder, "--fail-on", "never", "--format", "sarif=/dev/full")

    assert (ended.code, ended.err) == (
        74,
        "staircase: “/dev/full” could not be written: there is no room for it on the disk\n",
    )


def test_a_device_is_written_to_and_not_replaced(folder: Path) -> None:
    ended = check(folder, "--format", f"sarif={os.devnull}")

    assert (ended.code, Path(os.devnull).is_file()) == (1, False)


def test_a_check_that_cannot_be_made_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    folder = repository(tmp_path / "work", {"assignments/a.yaml": GAP})
    (folder / "out.sarif").write_text("what was there")

    ended = check(folder, "--base", "nowhere", "--format", "sarif=out.sarif", "--format", "junit=new.xml")

    assert (ended.code, (folder / "out.sarif").read_text()) == (4, "what was there")
    assert files(folder) == {".git", "out.sarif"}


@pytest.mark.parametrize("form", ["github", "gitlab", "junit", "sarif", "markdown"])
def test_machines_know_files_by_their_paths_from_the_repository_s_root(tmp_path: Path, form: str) -> None:
    work = repository(tmp_path / "work", {"README.md": "x"})
    folder = plant(work / "plans" / "portfolio", {"assignments/a.yaml": ERROR})

    from_root = check(work, "--format", form, "--portfolio", "plans/portfolio")
    from_below = check(folder / "assignments", "--format", form)

    assert from_root == from_below
    assert "plans/portfolio/assignments/a.yaml" in from_root.out
    assert "./" not in from_root.out.replace("../", "")


def test_outside_a_repository_paths_are_as_seen_from_here(folder: Path) -> None:
    ended = check(folder.parent, "--portfolio", "p", "--format", "gitlab")

    assert {issue["location"]["path"] for issue in json.loads(ended.out)} == {
        *("p/assignments/a.yaml", "p/assignments/b.yaml"),
    }


def workflow(folder: Path, tmp_path: Path, *arguments: str, **variables: str) -> Ended:
    given = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "GITHUB_OUTPUT": str(tmp_path / "output")}
    return check(folder, *arguments, **(given | {"GITHUB_ACTIONS": "true"} | variables))


def test_a_workflow_gets_the_log_annotations_a_summary_and_counts(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "summary").write_text("from an earlier command\n")
    (tmp_path / "output").write_text("earlier=1\n")

    ended = workflow(folder, tmp_path)

    people, annotations = check(folder, "--format", "full"), check(folder, "--format", "github")
    assert ended == Ended(1, people.out + annotations.out, "")
    summary = check(folder, "--format", "markdown")
    assert (tmp_path / "summary").read_text() == f"from an earlier command\n\n{summary.out}"
    assert (tmp_path / "output").read_text() == "earlier=1\nerrors=1\nwarnings=2\nnotes=0\nnew=3\nfixed=0\n"


def test_who_asks_for_a_format_in_a_workflow_gets_that_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    ended = workflow(folder, tmp_path, "--format", "concise")

    assert ended == check(folder, "--format", "concise")
    assert not (tmp_path / "summary").exists()


@pytest.mark.parametrize("name", ["program.yaml", "./assignments/a.yaml", "assignments/sub/../New.YML", "link"])
def test_no_file_of_the_portfolio_is_written_over(folder: Path, name: str) -> None:
    (folder / "assignments" / "sub").mkdir()
    (folder / "link").symlink_to("program.yaml")
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}

    ended = check(folder, "--format", "junit=report.xml", "--format", f"json={name}")

    said = f"staircase: “{name}” belongs to the portfolio and is not overwritten. Nothing has been done.\n"
    assert (ended.code, ended.err.startswith(said)) == (2, True)
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
    assert files(folder) == {"link"}


@pytest.mark.parametrize("place", ["", "/nowhere/at/all", "\0"])
def test_a_channel_that_takes_nothing_is_named_and_decides_nothing(folder: Path, tmp_path: Path, place: str) -> None:
    if "\0" in place:
        place = str(tmp_path)  # a folder: no variable can hold a NUL

    ended = workflow(folder, tmp_path, "--fail-on", "never", GITHUB_STEP_SUMMARY=place)

    assert ended.code == 0
    assert ended.err.startswith("staircase: GITHUB_STEP_SUMMARY ")
    assert ended.err.count("\n") == 1
    assert (tmp_path / "output").exists()


def test_other_values_of_the_variable_are_no_workflow(folder: Path, tmp_path: Path) -> None:
    assert workflow(folder, tmp_path, GITHUB_ACTIONS="false") == check(folder)


def test_two_runs_are_the_same_to_the_byte_wherever_they_are_made(folder: Path, tmp_path: Path) -> None:
    elsewhere = {
        "LC_ALL": "sv_SE.UTF-8",
        "TZ": "Pacific/Kiritimati",
        "COLUMNS": "40",
        "TERM": "dumb",
        "PYTHONHASHSEED": "7",
        "PYTHONUTF8": "1",
        "STAIRCASE_TODAY": "2026-12-24",
    }

    first = check(folder, "--format=full", *to_files(tmp_path / "first"))
    second = check(folder, "--format=full", *to_files(tmp_path / "second"), **elsewhere)

    assert second == first
    assert written(tmp_path / "second") == written(tmp_path / "first")


def to_files(place: Path) -> list[str]:
    place.mkdir()
    return [f"--format={form}={place / form}" for form in MACHINES]


def written(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.iterdir()}


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portfolio whose files' names, keys, titles and references are all hostile."""
    root = plant(tmp_path_factory.mktemp("attacked") / "p", {})
    (root / "assignments").mkdir()
    for number, attack in enumerate(ATTACKS.values()):
        quoted = json.dumps(attack)
        name = attack.replace("/", "\u2215").replace("\0", "")[:60]
        for stem, text in (
            (f"n{number}{name}", GAP),
            (f"t{number}", _titled(quoted)),
            (f"k{number}", f"{quoted}: x\n{GAP}"),
        ):
            (root / "assignments" / f"{stem}.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    return root


def _titled(quoted: str) -> str:
    trial = f"trials:\n  - id: t\n    title: {quoted}\n    started: 2026-10-15\n    ended: 2026-10-20\n"
    return GAP.replace("Keyless visits", quoted).replace("care", quoted).replace("Programme", quoted) + trial


MEANT = ["error"] * 10 + ["warning"] * 10 + ["notice"]


def test_a_hostile_portfolio_gives_no_command_that_is_not_meant(attacked: Path, tmp_path: Path) -> None:
    ended = check(attacked, "--format=concise", *to_files(tmp_path / "out"))

    logs = {form: content.decode() for form, content in written(tmp_path / "out").items()}
    assert (ended.code, ended.err.count("\n"), commands(ended.out + ended.err)) == (1, 1, [])
    assert {form: [each.name for each in commands(log)] for form, log in logs.items()} == {
        form: MEANT * (form == "github") for form in MACHINES
    }
    jsonschema.validate(issues := json.loads(logs["gitlab"]), GITLAB)
    JUNIT.assertValid(suites := etree.fromstring(logs["junit"].encode()))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == int(suites.get("tests") or 0)
    assert len(json.loads(logs["sarif"])["runs"][0]["results"]) == len(issues)


def test_a_hostile_portfolio_gives_a_workflow_only_what_is_meant(attacked: Path, tmp_path: Path) -> None:
    ended = workflow(attacked, tmp_path)

    assert [each.name for each in commands(ended.out + ended.err)] == MEANT
    assert commands((tmp_path / "summary").read_text()) == []
    assert [line.partition("=")[0] for line in (tmp_path / "output").read_text().splitlines()] == [
        *("errors", "warnings", "notes", "new", "fixed"),
    ]


def test_fingerprints_are_not_moved_by_lines_that_move(folder: Path) -> None:
    before = json.loads(check(folder, "--format", "gitlab").out)
    for path in (folder / "assignments").iterdir():
        path.write_text("# above\n\n" + path.read_text())

    after = json.loads(check(folder, "--format", "gitlab").out)

    assert [issue["fingerprint"] for issue in after] == [issue["fingerprint"] for issue in before]
    assert [issue["location"] for issue in after] != [issue["location"] for issue in before]


@pytest.mark.parametrize("narrowed", [["assignments/b.yaml"], ["--select", "benefit"], ["--fail-on", "never"], []])
@pytest.mark.parametrize("form", ["full", "concise", "json", "github", "gitlab", "junit", "sarif", "markdown"])
def test_without_a_programme_no_check_is_clean(folder: Path, narrowed: list[str], form: str) -> None:
    (folder / "program.yaml").write_text("format: 1\nname: [\n")

    ended = check(folder, *narrowed, "--format", form)

    counts = (ended.out if form == "full" else ended.err).splitlines()[-1]
    assert (ended.code, "file-syntax" in ended.out, "1 error" in counts) == (1, True, True)


def test_what_is_accepted_elsewhere_is_counted_in_no_format(folder: Path) -> None:
    accepted = "accepted: [{rule: journey-not-together, until: 2027-01-01, why: later}]\n"
    (folder / "assignments/b.yaml").write_text(GAP + accepted)

    ended = check(folder, "assignments/c.yaml", "--json")
    whole = check(folder, "--json")

    assert [json.loads(each.out)["totals"]["accepted"] for each in (ended, whole)] == [0, 1]


@pytest.mark.parametrize("name", ["hit", "broken"])
def test_an_assignment_that_cannot_be_shown_is_a_whole_document_all_the_same(tmp_path: Path, name: str) -> None:
    files = {"assignments/hit.yaml": SMALL, "assignments/broken.yaml": "title: ["}
    plant(tmp_path, files | ({"program.yaml": "["} if name == "hit" else {}))

    ended = run(["show", name, "--json", "--lang", "en"], tmp_path)

    told = json.loads(ended.out)
    assert (ended.code, told["schema"], told["rows"]) == (1, "staircase.show/1", [])
    assert (told["totals"], told["program"]) == (
        {"benefits": None, "roadmap": None, "findings": None},
        None if name == "hit" else "P",
    )
    assert ended.err.startswith("staircase: ")


def test_of_a_crowd_in_one_file_people_are_shown_the_first_and_machines_all(folder: Path) -> None:
    benefits = ", ".join(f"{{id: b{number}, title: B, owner: Programme}}" for number in range(150))
    (folder / "assignments/b.yaml").write_text(GAP + f"benefits: [{benefits}]\n")

    full, concise, json_ = (
        check(folder, "assignments/b.yaml", "--format", form) for form in ("full", "concise", "json")
    )

    said = "assignments/b.yaml: the first 100 of 151 are listed; --format json has them all"
    assert (full.out.count("b.yaml:"), said in full.out.splitlines()) == (101, True)
    assert (len(concise.out.splitlines()), concise.out.splitlines()[-1]) == (101, said)
    assert len(json.loads(json_.out)["rows"]) == 151


def test_of_a_crowd_of_wrong_references_the_first_are_told(folder: Path) -> None:
    (folder / "assignments/b.yaml").write_text(
        SMALL + f"goals: [{', '.join(f'g{number}' for number in range(5000))}]\n"
    )

    rows = json.loads(check(folder, "assignments/b.yaml", "--json").out)["rows"]

    errors = [row for row in rows if row["severity"] == "error"]
    assert (len(errors), errors[-1]["rule"], errors[-1]["message"]) == (
        100,
        "field-invalid",
        "there are 4,901 more errors in the file",
    )


@pytest.mark.parametrize("narrowed", [["assignments/c.yaml"], ["--select", "benefit"]])
def test_a_file_that_cannot_be_read_is_named_also_where_others_are_asked_for(folder: Path, narrowed: list[str]) -> None:
    (folder / "assignments/bad.yaml").write_text("title: x\n  bad: [\n")
    (folder / "assignments/a.yaml").unlink()

    ended = check(folder, *narrowed, "--format", "full")

    assert (ended.code, ended.out) == (1, "Nothing is wrong and nothing is missing in what was asked for.\n")
    assert "assignments/bad.yaml" in ended.err


def test_a_line_of_a_megabyte_is_shown_around_the_place(folder: Path) -> None:
    line = f"benefits: [{{id: a, title: {'x' * 190}, owner: Programme}}, {{id: {'b' * 100_000}, title: B}}]\n"
    (folder / "assignments/b.yaml").write_text(SMALL + line)

    ended = check(folder, "assignments/b.yaml", "--format", "full")

    shown, carets = ended.out.splitlines()[1:3]
    assert len(ended.out) < 1000
    assert shown[carets.index("^") :].startswith("bbb")


@pytest.mark.parametrize(
    ("links", "name"),
    [
        ({"out": "../outside/victim"}, "out"),
        ({"out": "{outside}/victim"}, "out"),
        ({"out": "../outside/new"}, "out"),
        ({"out": "/dev/stdout"}, "out"),
        ({"sub": "../outside"}, "sub/victim"),
        ({"sub": "../outside"}, "{here}/sub/victim"),
        ({"a": "b", "b": "c", "c": "{outside}/victim"}, "a"),
        ({"sub": "../outside"}, "sub/../outside/victim"),
        ({"sub": ".git"}, "sub/hooks"),
        ({}, ".git/hooks"),
        ({}, "../work/.GIT/hooks"),
    ],
)
def test_no_link_that_is_committed_leads_a_result_out_of_the_work_tree(
    tmp_path: Path, links: dict[str, str], name: str
) -> None:
    folder, outside = repository(tmp_path / "work", {"assignments/a.yaml": GAP}), tmp_path / "outside"
    outside.mkdir()
    (outside / "victim").write_text("what was there")
    for link, target in links.items():
        (folder / link).symlink_to(target.format(outside=outside))
    named = name.format(here=folder)

    ended = check(folder, "--format", f"sarif={named}")

    said = f"staircase: “{named}” leads by a link out of the work tree, or into git’s own folder, and is not written."
    assert (ended.code, ended.out, ended.err.startswith(said)) == (2, "", True)
    assert [(path.name, path.read_text()) for path in outside.iterdir()] == [("victim", "what was there")]


def test_links_within_the_work_tree_and_those_that_the_user_has_outside_are_followed(tmp_path: Path) -> None:
    folder, outside = repository(tmp_path / "work", {"assignments/a.yaml": GAP}), tmp_path / "outside"
    outside.mkdir()
    (folder / "within").mkdir()
    (folder / "link").symlink_to("within")
    (outside / "link").symlink_to("real")

    check(folder, "--format", "json=link/x", "--format", f"sarif={outside}/link", "--format", "junit=../outside/y")

    assert [path.stat().st_size > 0 for path in (folder / "within/x", outside / "real", outside / "y")] == [True] * 3


def test_a_hyphen_is_standard_output(folder: Path) -> None:
    assert check(folder, "--format", "json=-") == check(folder, "--json")
    assert files(folder) == set()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="standard output has no name on this system")
def test_the_user_may_name_the_device_of_standard_output(folder: Path) -> None:
    command = [sys.executable, "-m", "staircase", "check", *DAY, "--format", "json=/dev/stdout"]

    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=False)

    assert (done.returncode, done.stderr.decode(), json.loads(done.stdout)["schema"]) == (1, FOUND, "staircase.check/1")


def test_a_second_format_to_standard_output_is_refused_by_its_name_too(folder: Path) -> None:
    ended = check(folder, "--format", "full", "--format", "json=-")

    assert (ended.code, ended.err.startswith("staircase: only one format can go to standard output")) == (2, True)
