"""``check --base`` and ``diff`` give one answer about one change: what is renamed, new, fixed, and only gone."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import run
from tests.repository import Repo, begun

PROGRAM = "format: 1\nname: P\norganisation: O\ndepartments: [{id: care, name: Care}]\n"
STAYS = "title: Keyless\ndepartment: care\nlead: Programme\nstarted: 2026-09-01\ntogether: [care worker]\n"
WRONG = "title: Sensors\ndepartment: care\nlead: Team B\nstarted: 2026-09-10\ntogether: [nurse]\ngoals: [nowhere]\n"
OTHER = WRONG.replace("Sensors", "Robots").replace("09-10", "09-20")
ALONE = WRONG.replace("together: [nurse]\ngoals: [nowhere]\n", "")
TEMPLATE = "benefits: [{id: time, title: Time, kind: cash}]\n"
HALF = "roadmap: [\n"


def quoted(text: str) -> str:
    return "".join(f'"{line.partition(":")[0]}":{line.partition(":")[2]}' for line in text.splitlines(keepends=True))


def replaced(folder: Path, old: str, new: str | None) -> Repo:
    """Give a repository whose last commit took one assignment away, and put another in its place."""
    repo = begun(
        folder,
        {
            "portfolio/program.yaml": PROGRAM,
            "portfolio/assignments/stays.yaml": STAYS + TEMPLATE,
            "portfolio/assignments/old.yaml": old,
        },
    )
    repo.git("switch", "--quiet", "--create", "change")
    repo.commit({"portfolio/assignments/old.yaml": None} | ({"portfolio/assignments/new.yaml": new} if new else {}))
    return repo


def checked(repo: Repo) -> tuple[int, Any]:
    ended = run(["check", "--base", "main", "--as-of", "2026-10-01", "--json"], repo.folder)
    return ended.code, json.loads(ended.out)["totals"]


def told(repo: Repo) -> Any:  # noqa: ANN401 - JSON
    return json.loads(run(["diff", "main", "--as-of", "2026-10-01", "--json"], repo.folder).out)


def said(repo: Repo) -> str:
    return run(["diff", "main", "--as-of", "2026-10-01"], repo.folder, {"STAIRCASE_LANG": "en"}).out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(WRONG, OTHER, id="a wrong reference"),
        pytest.param(WRONG + TEMPLATE, OTHER + TEMPLATE, id="a ready-made text"),
        pytest.param(f"{WRONG}tagz: [x]\n", f"{OTHER}tagz: [x]\n", id="an unknown key"),
        pytest.param(WRONG + HALF, OTHER + HALF, id="no end"),
        pytest.param(
            WRONG.replace("09-10", "09-01"), OTHER.replace("09-20", "09-01"), id="a start that others have, too"
        ),
    ],
)
def test_another_file_with_the_same_error_is_new_to_the_gate_and_to_the_diff(
    tmp_path: Path, old: str, new: str
) -> None:
    repo = replaced(tmp_path, old, new)

    code, totals = checked(repo)
    diff = told(repo)

    assert code == 1
    assert totals["new"] == diff["totals"]["findings"]["new"] > 0
    assert "assignment-renamed" not in {row["kind"] for row in diff["rows"]}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(WRONG, quoted(WRONG).replace("Sensors", "Night sensors"), id="quoted, and another title"),
        pytest.param(ALONE, quoted(ALONE), id="quoted"),
        pytest.param(f"{WRONG}tagz: [x]\n", f"# moved\n{quoted(WRONG)}'tagz': [x]\n", id="with errors"),
        pytest.param(WRONG + HALF, f"{WRONG}tags: [new]\n{HALF}", id="that break off"),
        pytest.param(ALONE, ALONE.replace("Team B", "Team C"), id="another lead"),
    ],
)
def test_a_renamed_file_brings_nothing_new_whichever_is_asked(tmp_path: Path, old: str, new: str) -> None:
    repo = replaced(tmp_path, old, new)

    code, totals = checked(repo)
    diff = told(repo)

    assert (code, totals["new"], totals["fixed"]) == (0, 0, 0)
    assert {key: diff["totals"]["findings"][key] for key in ("new", "fixed")} == {"new": 0, "fixed": 0}
    assert "assignment-renamed" in {row["kind"] for row in diff["rows"]}


def test_a_file_that_broke_while_it_was_renamed_is_told_of_once(tmp_path: Path) -> None:
    repo = replaced(tmp_path, ALONE, ALONE + HALF)

    found = [(row["kind"], row["subject"]) for row in told(repo)["rows"] if not row["kind"].startswith("finding")]

    assert found == [("not-compared", "new"), ("assignment-renamed", "new")]


def test_what_went_with_its_assignment_is_part_of_the_removal_and_no_progress(tmp_path: Path) -> None:
    repo = replaced(tmp_path, WRONG, None)

    diff, lines = told(repo), said(repo)

    assert Counter((row["kind"], row["direction"]) for row in diff["rows"]) == {
        ("assignment-removed", "back"): 1,
        ("finding-gone", "neutral"): 1,
    }
    assert (diff["totals"]["findings"], diff["totals"]["gaps"]) == (
        {"new": 0, "fixed": 0, "accepted": 0},
        {"opened": 0, "closed": 0},
    )
    assert "One assignment removed\n" in lines
    assert "The check says: 0 new, 0 fixed, 0 accepted here." in lines


def test_a_broken_file_that_was_removed_mends_nothing(tmp_path: Path) -> None:
    repo = replaced(tmp_path, WRONG + HALF, None)

    assert [row["kind"] for row in told(repo)["rows"] if row["kind"].startswith("finding")] == ["finding-gone"]


@pytest.mark.parametrize("new", [WRONG, OTHER, None], ids=["a rename", "another", "a removal"])
def test_headline_rows_and_the_check_s_line_count_the_same(tmp_path: Path, new: str | None) -> None:
    repo = replaced(tmp_path, ALONE, new)

    diff = told(repo)

    rows = Counter(row["kind"] for row in diff["rows"])
    assert diff["totals"]["findings"] == {name: rows[f"finding-{name}"] for name in ("new", "fixed", "accepted")}
    errors = sum(row["kind"] == "finding-new" and "nowhere" in str(row) for row in diff["rows"])
    assert diff["totals"]["gaps"]["opened"] + errors == diff["totals"]["findings"]["new"]
