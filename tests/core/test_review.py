"""What a reviewer is told, asked for within this process: two folders, and a history of two commits."""

import json
from pathlib import Path

import pytest

from staircase.__main__ import main
from staircase.core.review import LinePlace, review
from staircase.core.term import Name
from tests.cli.test_diff import AT_FIRST, FILE, KEYLESS, PROGRAM, STEP
from tests.core.build import assessed
from tests.core.comparison.build import IT, edited, it
from tests.core.comparison.build import PROGRAM as OURS
from tests.repository import begun

BEFORE = {"before/program.yaml": PROGRAM, "before/assignments/keyless.yaml": KEYLESS}
AFTER = {"after/program.yaml": PROGRAM, "after/assignments/keyless.yaml": STEP}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, text in (BEFORE | AFTER).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STAIRCASE_LANG", "en")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return tmp_path


def said(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments, "--as-of", "2026-10-01"]) == 0
    return capfd.readouterr().out


@pytest.mark.usefixtures("folder")
def test_a_diff_counts_and_lists_what_a_change_means(capfd: pytest.CaptureFixture[str]) -> None:
    told = json.loads(said(capfd, "diff", "before", "after", "--json"))

    assert told["schema"] == "staircase.diff/1"
    facts = {(row["kind"], row["direction"]) for row in told["rows"] if not row["kind"].startswith("finding")}
    assert ("step-forward", "forward") in facts
    assert {kind for kind, _ in facts} <= {"step-forward", "trial-added", "trial-ended"}
    assert {row["subject"] for row in told["rows"]} == {"keyless"}


@pytest.mark.usefixtures("folder")
def test_a_diff_says_its_headline_first_and_setbacks_before_the_rest(capfd: pytest.CaptureFixture[str]) -> None:
    lines = said(capfd, "diff", "before", "after").splitlines()

    assert lines[0].startswith("One step forward")
    assert [line.split()[0] for line in lines if line.startswith(("Back", "Forward"))] == sorted(
        line.split()[0] for line in lines if line.startswith(("Back", "Forward"))
    )


def test_an_event_stands_where_it_is_now_and_what_is_no_more_where_it_was() -> None:
    gone = ("  - {id: keys, title: Keys, started: 2026-02-20}\n", "")
    before, after = it(), it(gone, ("title: Keyless", "\n\ntitle: Keyless"), ("lead: Lea", "lead: Leo"))

    told = review(before, after, Name("a"), Name("b")).event_lines("weight")

    at = {line.event.first.kind: line.place for line in told}
    lines = (IT.splitlines().index(gone[0].rstrip()) + 1, IT.splitlines().index("lead: Lea") + 3)
    assert (at["trial-removed"], at["lead-changed"]) == tuple(LinePlace("assignments/it.yaml", one) for one in lines)


def test_what_is_told_of_several_stands_at_no_place() -> None:
    before, after = (
        assessed(OURS, **{name: edited(IT, ("lead: Lea", f"lead: {lead}")) for name in "abc"}) for lead in ("A", "B")
    )

    told = review(before, after, Name("a"), Name("b")).event_lines("weight")

    assert [(line.event.first.kind, line.place) for line in told] == [("lead-changed", None)]


@pytest.mark.usefixtures("folder")
def test_two_equal_folders_mean_no_change(capfd: pytest.CaptureFixture[str]) -> None:
    assert "Nothing has changed in substance." in said(capfd, "diff", "before", "before")
    assert json.loads(said(capfd, "diff", "after", "after", "--json"))["rows"] == []


def test_a_log_tells_each_commit_in_the_same_words(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    repo = begun(folder / "repo", AT_FIRST)
    repo.commit({FILE: STEP})
    (folder / "elsewhere").mkdir()

    assert main(["--portfolio", str(repo.folder / "portfolio"), "log", "--json", "--as-of", "2026-10-01"]) == 0
    rows = json.loads(capfd.readouterr().out)["rows"]
    assert main(["--portfolio", str(repo.folder / "portfolio"), "log", "--as-of", "2026-10-01"]) == 0
    shown = capfd.readouterr().out

    assert "step-forward" in [row["kind"] for row in rows]
    assert "one step forward" in shown.lower()
