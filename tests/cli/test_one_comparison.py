"""``check --base`` and ``diff`` give one answer about one change: what is renamed, new, fixed, and only gone."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.cli.running import run
from tests.oracle.generate import BROKEN, portfolio
from tests.repository import Repo, begun
from tests.test_symmetry import chance_of, edited

PROGRAM = "format: 1\nname: P\norganisation: O\ndepartments: [{id: care, name: Care}]\n"
STAYS = "title: Keyless\ndepartment: care\nlead: Programme\nstarted: 2026-09-01\ntogether: [care worker]\n"
WRONG = "title: Sensors\ndepartment: care\nlead: Team B\nstarted: 2026-09-10\ntogether: [nurse]\ngoals: [nowhere]\n"
OTHER = WRONG.replace("Sensors", "Robots").replace("09-10", "09-20")
ALONE = WRONG.replace("together: [nurse]\ngoals: [nowhere]\n", "")
TEMPLATE = "benefits: [{id: time, title: Time, kind: cash}]\n"
HALF = "roadmap: [\n"
GAPPY = "title: Gappy\ndepartment: care\nlead: Team D\nstarted: 2026-09-12\n"
ACCEPTS = "accepted: [{rule: journey-not-together, until: 2027-01-01, why: x}]\n"
OFF, NOTE = (f"rules: {{journey-not-together: {level}}}\n" for level in ("off", "note"))


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


def checked(repo: Repo, day: str = "2026-10-01") -> tuple[int, Any]:
    ended = run(["check", "--base", "main", "--as-of", day, "--json"], repo.folder)
    return ended.code, json.loads(ended.out)["totals"]


def told(repo: Repo, day: str = "2026-10-01") -> Any:  # noqa: ANN401 - JSON
    return json.loads(run(["diff", "main", "--as-of", day, "--json"], repo.folder).out)


def said(repo: Repo, day: str = "2026-10-01") -> str:
    return run(["diff", "main", "--as-of", day], repo.folder, {"STAIRCASE_LANG": "en"}).out


CHECK_SAYS = "The check says: {new} new, {carried} there before, {fixed} fixed, {accepted} accepted here."
ASKED = {"asked": "new"}
"""What a step newly asks for is new to the check, too."""


def counted(diff: Any) -> Counter[str]:  # noqa: ANN401 - JSON
    """The rows of findings by what the check calls them."""
    kinds = (row["kind"].removeprefix("finding-") for row in diff["rows"])
    return Counter(ASKED.get(kind, kind) for kind in kinds)


def compared(repo: Repo, day: str = "2026-10-01") -> tuple[dict[str, int], dict[str, int]]:
    """How many findings are new, fixed, gone and accepted by the change: to the gate, and as rows; so the sentence."""
    totals, diff = checked(repo, day)[1], told(repo, day)
    gate = {key: totals[key] for key in ("new", "fixed", "gone")} | {"accepted": totals["accepted_here"]}
    rows = counted(diff)
    carried = {"carried": totals["carried"]}
    assert diff["totals"]["findings"] == {key: rows[key] for key in ("new", "fixed", "accepted")} | carried
    sentence = re.findall(r"The check says: .*", said(repo, day))
    assert sentence == [CHECK_SAYS.format(**gate, **carried)] * bool(diff["rows"])
    return gate, {key: rows[key] for key in gate}


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

    diff, lines, totals = told(repo), said(repo), checked(repo)[1]

    assert (totals["fixed"], totals["gone"]) == (0, 1)
    assert Counter((row["kind"], row["direction"]) for row in diff["rows"]) == {
        ("assignment-removed", "back"): 1,
        ("finding-gone", "neutral"): 1,
    }
    assert (diff["totals"]["findings"], diff["totals"]["gaps"]) == (
        {"new": 0, "carried": 0, "fixed": 0, "accepted": 0},
        {"opened": 0, "closed": 0},
    )
    assert "One assignment removed\n" in lines
    assert "The check says: 0 new, 0 there before, 0 fixed, 0 accepted here." in lines


def test_a_broken_file_that_was_removed_mends_nothing(tmp_path: Path) -> None:
    repo = replaced(tmp_path, WRONG + HALF, None)

    assert [row["kind"] for row in told(repo)["rows"] if row["kind"].startswith("finding")] == ["finding-gone"]


@pytest.mark.parametrize("new", [WRONG, OTHER, None], ids=["a rename", "another", "a removal"])
def test_headline_rows_and_the_check_s_line_count_the_same(tmp_path: Path, new: str | None) -> None:
    repo = replaced(tmp_path, ALONE, new)

    diff = told(repo)

    rows, totals = counted(diff), diff["totals"]["findings"]
    assert {key: totals[key] for key in ("new", "fixed", "accepted")} == {
        key: rows[key] for key in ("new", "fixed", "accepted")
    }
    errors = sum(row["kind"] == "finding-new" and "nowhere" in str(row) for row in diff["rows"])
    asked = sum(row["kind"] == "finding-asked" for row in diff["rows"])
    assert diff["totals"]["gaps"]["opened"] + asked + errors == diff["totals"]["findings"]["new"]


@pytest.mark.parametrize(
    ("edits", "counts"),
    [
        pytest.param({"alone": ALONE + ACCEPTS}, {"new": 1, "accepted": 1}, id="comes with its acceptance"),
        pytest.param({"stays": STAYS + ACCEPTS}, {}, id="accepts what is not there"),
        pytest.param({"gappy": GAPPY + ACCEPTS}, {"accepted": 1}, id="accepts what was there"),
        pytest.param({"program": f"{PROGRAM}{OFF}"}, {"accepted": 1}, id="turns the rule off"),
        pytest.param({"program": f"{PROGRAM}{NOTE}"}, {"accepted": 1}, id="makes it lighter"),
        pytest.param(
            {"program": f"{PROGRAM}{NOTE}", "gappy": WRONG}, {"new": 1, "fixed": 1}, id="mends what is lighter"
        ),
        pytest.param({"gappy": HALF}, {"new": 1}, id="breaks the file"),
        pytest.param({"broken": GAPPY}, {"fixed": 1}, id="mends a broken file with a gap"),
        pytest.param({"broken": WRONG}, {"new": 1, "fixed": 1}, id="mends it with another error"),
        pytest.param({"program": HALF}, {"new": 1}, id="breaks the programme"),
        pytest.param({"gappy": None}, {"gone": 1}, id="removes the assignment"),
        pytest.param({"gappy": None, "renamed": GAPPY}, {}, id="renames it"),
        pytest.param({"gappy": None, "renamed": GAPPY + ACCEPTS}, {"accepted": 1}, id="renames and accepts it"),
    ],
)
def test_whatever_changes_the_gate_the_rows_and_the_sentence_say_the_same(
    tmp_path: Path, edits: dict[str, str | None], counts: dict[str, int]
) -> None:
    files = {"program": PROGRAM, "stays": STAYS, "gappy": GAPPY, "broken": HALF}
    repo = begun(tmp_path, {place(name): text for name, text in files.items()})
    repo.git("switch", "--quiet", "--create", "change")
    repo.commit({place(name): text for name, text in edits.items()})

    gate, rows = compared(repo)

    expected = dict.fromkeys(("new", "fixed", "gone", "accepted"), 0) | counts
    assert (gate, rows) == (expected, expected)


def place(name: str) -> str:
    return f"portfolio/{name}.yaml" if name == "program" else f"portfolio/assignments/{name}.yaml"


def changed_by_chance(folder: Path, seed: int) -> tuple[Repo, str]:
    """A repository whose last commit edits, renames, breaks, mends and accepts here and there, and the day."""
    one, chance = portfolio(seed), chance_of(seed)
    before = broken(one.texts, chance)
    after = accepting(broken(edited(one, chance), chance), one.t, chance)
    repo = begun(folder, files_of(before))
    repo.git("switch", "--quiet", "--create", "change")
    repo.commit({path: files_of(after).get(path) for path in files_of(before) | files_of(after)})
    return repo, one.t.isoformat()


def files_of(texts: dict[str, str | None]) -> dict[str, str]:
    return {f"portfolio/{path}": text or "" for path, text in texts.items()}


def broken(texts: dict[str, str | None], chance: Random) -> dict[str, str | None]:
    def may_break(path: str) -> bool:
        return path.endswith(".yaml") and chance.random() < (0.05 if path == "program.yaml" else 0.15)

    return {path: chance.choice(BROKEN) if may_break(path) else text for path, text in texts.items()}


def accepting(texts: dict[str, str | None], day: date, chance: Random) -> dict[str, str | None]:
    """Let files that accept nothing so far accept gaps, and the programme change what its rules weigh."""
    gaps = ("benefit-missing", "journey-not-together", "journey-stale", "department-untouched")
    entries = ", ".join(f"{{rule: {rule}, until: {day.year + 1}-01-01, why: x}}" for rule in gaps)
    levels = f"rules: {{journey-stale: {chance.choice(('off', 'note', 'error'))}, benefit-missing: off}}\n"
    told = dict(texts)
    for path, text in texts.items():
        if text and "\naccepted:" not in text and chance.random() < 0.4:
            told[path] = f"{text}accepted: [{entries}]\n"
        if text and path == "program.yaml" and "\nrules:" not in text and chance.random() < 0.5:
            told[path] = f"{told[path]}{levels}"
    return told


@pytest.mark.parametrize("seed", range(24))
def test_between_portfolios_of_chance_the_gate_the_rows_and_the_sentence_say_the_same(
    tmp_path: Path, seed: int
) -> None:
    repo, day = changed_by_chance(tmp_path, seed)

    gate, rows = compared(repo, day)

    assert gate == rows
