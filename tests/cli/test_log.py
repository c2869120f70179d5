"""``log``: a history replayed, told commit by commit as it was written by hand beside it, in both languages."""

import json
import os
import re
import subprocess
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from staircase.core.rules.table import GAPS
from tests.cli.replayed import COMMITS, FILE, PROGRAM
from tests.cli.running import Ended, run
from tests.cli.test_one_comparison import files_of
from tests.core.comparison.test_any_change import renamed
from tests.oracle.generate import portfolio
from tests.repository import CONFIG, PERSON, Repo, begun
from tests.test_symmetry import chance_of, edited

FIRST = date(2026, 1, 5)
ASKED = "journey-not-together"
OFF = f"rules: {{{', '.join(f'{rule}: off' for rule in GAPS if rule != ASKED)}}}\n"
WORDS = {
    "en": {"Back": "B", "Revalued": "R", "Forward": "F", "Other": "N", "Housekeeping": "H"},
    "sv": {"Bakåt": "B", "Omvärderat": "R", "Framåt": "F", "Övrigt": "N", "Redaktionellt": "H"},
}


def day(number: int) -> str:
    return (FIRST + timedelta(6 * number)).isoformat()


def dated(text: str) -> str:
    return re.sub(r"<(\d+)>", lambda found: day(int(found[1])), text)


def committed(repo: Repo, number: int) -> None:
    """Commit what is there, on the day of that number."""
    dates = {f"GIT_{who}_DATE": f"{day(number)}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    variables = {"PATH": os.environ["PATH"], "HOME": str(repo.folder)} | PERSON | CONFIG | dates
    for words in (["add", "--all"], ["commit", "--quiet", "--message", f"number {number}"]):
        subprocess.run(["git", *words], cwd=repo.folder, env=variables, check=True)


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    """Replay the fifty commits."""
    repo = begun(tmp_path_factory.mktemp("history"))
    texts = {"program": PROGRAM + OFF, "it": FILE}
    paths = {"program": repo.folder / "program.yaml", "it": repo.folder / "assignments" / "it.yaml"}
    paths["it"].parent.mkdir()
    for name, path in paths.items():
        path.write_text(texts[name])
    committed(repo, 0)
    for number, commit in enumerate(COMMITS, start=1):
        old = dated(commit.old)
        assert old in texts[commit.path], number
        texts[commit.path] = texts[commit.path].replace(old, dated(commit.new), 1)
        paths[commit.path].write_text(texts[commit.path])
        committed(repo, number)
    return repo


def log(repo: Repo, *arguments: str) -> Ended:
    return run(["log", *arguments], repo.folder, {"STAIRCASE_TODAY": "2027-01-31"})


def by_day(text: str, language: str) -> dict[str, list[str]]:
    """Give the headline and the changes of each commit, which are sorted, by its day."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line == text.splitlines()[0]:
            continue  # whose history it is
        if head := re.fullmatch(r"[0-9a-f]{12}, (\d{4}-\d\d-\d\d): (.*)", line):
            found[head[1]] = changes = [head[2]]
        else:
            direction, _, message = re.fullmatch(r"([^:]+): ([^:]+): (.*)\.", line).groups()  # type: ignore[union-attr]  # every other line is a change
            changes.append(f"{WORDS[language][direction]} {message}")
    return {when: [head, *sorted(changes)] for when, (head, *changes) in found.items()}


def written(language: str) -> dict[str, list[str]]:
    """Give what was written by hand, newest first."""
    found = {}
    for number, commit in reversed(list(enumerate(COMMITS, start=1))):
        told: Sequence[str] = commit.english if language == "en" else commit.swedish
        if told:
            head, *changes = map(dated, told)
            found[day(number)] = [head, *sorted(changes)]
    begins = {"en": "the portfolio begins here", "sv": "här börjar portföljen"}
    return found | {day(0): [begins[language]]}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_replayed_history_tells_what_was_written_beside_it(replayed: Repo, language: str) -> None:
    ended = log(replayed, "--plain", "-n", "100", "--lang", language)

    assert (ended.code, ended.err) == (0, "")
    assert by_day(ended.out, language) == written(language)
    assert list(by_day(ended.out, language)) == list(written(language))


def test_only_so_many_commits_are_told_that_changed_something(replayed: Repo) -> None:
    totals = json.loads(log(replayed, "-n", "8", "--json").out)["totals"]["commits"]

    assert [commit["date"] for commit in totals] == [day(number) for number in (50, 49, 48, 47, 46, 45, 43, 42)]


def test_a_range_bounds_what_is_told(replayed: Repo) -> None:
    rows = json.loads(log(replayed, "HEAD~4..HEAD~2", "--json").out)["rows"]

    assert [row["kind"] for row in rows] == ["reopened", "completed"]


def test_an_assignment_is_followed_through_its_former_names(tmp_path: Path) -> None:
    repo = begun(tmp_path, {"program.yaml": PROGRAM + OFF, "assignments/old.yaml": FILE})
    repo.commit({"assignments/old.yaml": FILE.replace("lead: Lea", "lead: Leo")})
    repo.commit({"assignments/other.yaml": FILE.replace("Keyless", "Other").replace("01-01", "02-02")})
    repo.git("mv", "assignments/old.yaml", "assignments/new.yaml")
    repo.commit({})

    rows = json.loads(log(repo, "new", "--json").out)["rows"]

    assert [(row["kind"], row["subject"]) for row in rows] == [("assignment-renamed", "new"), ("lead-changed", "old")]


def test_a_portfolio_is_followed_to_the_folders_that_it_stood_in_before(tmp_path: Path) -> None:
    repo = begun(tmp_path, {"first/program.yaml": PROGRAM + OFF, "first/assignments/it.yaml": FILE})
    repo.commit({"first/assignments/it.yaml": FILE.replace("lead: Lea", "lead: Leo")})
    for old, new in (("first", "second"), ("second", "town/third")):
        (repo.folder / new).parent.mkdir(exist_ok=True)
        repo.git("mv", old, new)
        repo.commit({})
        repo.commit({f"{new}/assignments/it.yaml": FILE.replace("lead: Lea", f"lead: {new.title()}")})

    told = run(["--portfolio", "town/third", "log", "--json"], repo.folder, {"STAIRCASE_TODAY": "2027-01-31"})

    found = json.loads(told.out)
    assert [(row["kind"], row["before"], row["after"]) for row in found["rows"]] == [
        ("lead-changed", "Second", "Town/Third"),
        ("lead-changed", "Leo", "Second"),
        ("lead-changed", "Lea", "Leo"),
    ]
    assert [one["headline"] for one in found["totals"]["commits"]][-1] == "the portfolio begins here"


def test_a_commit_whose_portfolio_is_broken_is_told_of(tmp_path: Path) -> None:
    repo = begun(tmp_path, {"program.yaml": PROGRAM + OFF, "assignments/it.yaml": FILE})
    repo.commit({"assignments/it.yaml": "title: ["})
    repo.commit({"assignments/it.yaml": FILE})

    rows = json.loads(log(repo, "--json").out)["rows"]

    assert [row["kind"] for row in rows if not row["kind"].startswith("finding")] == ["not-compared", "not-compared"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["nowhere"], 2), (["-n", "0"], 2), (["-n", "x"], 2), (["a..b", "c..d"], 2), (["nope..HEAD"], 4)],
)
def test_what_cannot_be_told_is_refused(replayed: Repo, arguments: list[str], code: int) -> None:
    ended = log(replayed, *arguments)

    assert (ended.code, ended.out) == (code, "")


def test_without_git_there_is_no_history(tmp_path: Path) -> None:
    (tmp_path / "program.yaml").write_text(PROGRAM)

    assert log(Repo(tmp_path)).code == 4


@pytest.mark.parametrize("seed", range(4))
def test_a_log_is_the_chain_of_the_diffs_of_its_commits(tmp_path: Path, seed: int) -> None:
    one, chance = portfolio(seed), chance_of(seed)
    repo = begun(tmp_path, files_of(one.texts))
    for _ in range(3):
        after = files_of(renamed(edited(one, chance), chance))
        there = {str(path.relative_to(tmp_path)) for path in (tmp_path / "portfolio").rglob("*") if path.is_file()}
        repo.commit({path: after.get(path) for path in there | after.keys()})
    day = {"STAIRCASE_TODAY": one.t.isoformat()}
    as_of = ("--as-of", one.t.isoformat(), "--json")

    rows = json.loads(run(["--portfolio", "portfolio", "log", *as_of], repo.folder, day).out)["rows"]

    commits = repo.git("rev-list", "HEAD").split()
    for new, old in pairwise(commits):
        told = json.loads(run(["--portfolio", "portfolio", "diff", f"{old}..{new}", *as_of], repo.folder, day).out)
        own = [{key: row[key] for key in row if key not in {"commit", "date"}} for row in rows if row["commit"] == new]
        assert own == told["rows"]
