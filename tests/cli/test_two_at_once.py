"""Two people who write of the same benefit on two branches: real merges, and what the check says of them."""

import json
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from tests.cli.running import run
from tests.cli.writes import PROGRAM, VISITS
from tests.repository import Repo, begun

FILES = {"program.yaml": PROGRAM, "assignments/visits.yaml": VISITS}
OURS, THEIRS = "measure visits time 4100 --on 2026-10-30", "measure visits time 4050 --on 2026-10-31"


def merged(folder: Path, attributes: str, ours: str = OURS, theirs: str = THEIRS) -> Repo:
    """A repository in which what was written on the branch ``theirs`` is merged into what was on ``ours``."""
    repo = begun(folder, FILES | ({".gitattributes": attributes} if attributes else {}))
    for branch, command in (("theirs", theirs), ("ours", ours)):
        repo.git("switch", "--quiet", "--create", branch, "main")
        assert run(command.split(), folder).code == 0
        repo.git("commit", "--quiet", "--all", "--message", branch)
    repo.git("-c", "merge.conflictStyle=merge", *("merge", "--quiet", "theirs", "--message", "both"))
    return repo


def with_init(folder: Path) -> str:
    """The attributes that ``init`` writes."""
    made = run(["init", str(folder / "made"), "--organisation", "O", "--department", "Care", "--forge", "none"], folder)
    assert made.code == 0
    return (folder / "made/.gitattributes").read_text(encoding="utf-8").replace("/portfolio/", "/")


def test_with_what_init_writes_two_measurements_of_one_benefit_merge_without_a_conflict(tmp_path: Path) -> None:
    repo = merged(tmp_path / "own", with_init(tmp_path))

    row = json.loads(run(["benefits", "--json"], repo.folder).out)["rows"][0]
    assert (row["latest"], row["latest_date"]) == (4050, "2026-10-31")
    assert run(["check", "--base", "main"], repo.folder).code == 0


def test_where_both_measured_on_one_day_the_check_says_so_at_the_line(tmp_path: Path) -> None:
    repo = merged(tmp_path / "own", with_init(tmp_path), theirs=THEIRS.replace("10-31", "10-30"))
    checked = run(["check", "--base", "main", "--format", "full"], repo.folder)

    assert checked.code == 1
    assert "assignments/visits.yaml:35" in checked.out
    assert "2026-10-30" in checked.out


@pytest.mark.parametrize(
    ("language", "message", "ask"),
    [
        (
            "en",
            "the file holds an unfinished merge of “HEAD” and “theirs”",
            "Keep what is to stand, both parts where both",
        ),
        (
            "sv",
            "filen innehåller en oavslutad sammanslagning av ”HEAD” och ”theirs”",
            "Behåll det som ska gälla, båda delarna",
        ),
    ],
)
def test_without_it_git_asks_and_the_check_says_which_merge_and_what_to_do(
    tmp_path: Path, language: str, message: str, ask: str
) -> None:
    with pytest.raises(CalledProcessError, match="merge"):
        merged(tmp_path, "")
    checked = run(["check", "--format", "full", "--lang", language], tmp_path)
    sent = run(["send", "--lang", language], tmp_path)

    assert checked.code == 1
    assert checked.out.startswith(f"assignments/visits.yaml:34:1: error file-syntax: {message}")
    assert f"→ {ask}" in checked.out
    assert (sent.code, len(sent.err.splitlines())) == (2, 1)

    file = tmp_path / "assignments/visits.yaml"
    kept = (line for line in file.read_text(encoding="utf-8").splitlines(keepends=True) if line[:4] not in MARKS)
    file.write_text("".join(kept), encoding="utf-8")
    assert run(["check", "--base", "main"], tmp_path).code == 0


MARKS = {"<<<<", "====", ">>>>"}
