"""Names and titles where commands take ids: people know names."""

from pathlib import Path

import pytest

from tests.cli.running import Ended, plant, run

PROGRAM = """\
format: 1
name: Programme
organisation: Exempelkommun
departments:
  - {id: vard-omsorg, name: Vård och omsorg}
  - {id: skola, name: Skola}
  - {id: skola-2, name: Skola}
goals:
  - {id: lugn, title: Ett lugnare arbete}
"""
ONE_OF = "write the id of one of them"
NIGHT = """\
title: Digital nattillsyn
department: vard-omsorg
lead: Lea
started: 2026-01-12
goals: [lugn]
"""
FILES = {
    "program.yaml": PROGRAM,
    "assignments/night.yaml": NIGHT,
    "assignments/letters.yaml": NIGHT.replace("Digital nattillsyn", "Brev").replace("vard-omsorg", "skola"),
    "assignments/letters-2.yaml": NIGHT.replace("Digital nattillsyn", "Brev").replace("vard-omsorg", "skola"),
    "assignments/broken.yaml": "title: [\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plant(tmp_path, FILES)


def rows(ended: Ended) -> list[str]:
    """The ids of the rows in CSV."""
    return [line.partition(",")[0] for line in ended.out.splitlines()[1:]]


@pytest.mark.parametrize("name", ["night", "Digital nattillsyn", "digital NATTILLSYN", " NIGHT ", "digital-nattillsyn"])
def test_show_takes_a_title_in_any_case_with_or_without_accents(folder: Path, name: str) -> None:
    assert rows(run(["show", name, "--format", "csv"], folder)) == ["night"]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--department", "Vård och omsorg"], ["night"]),
        (["--department", "vard OCH omsorg", "--goal", "ett lugnare arbete"], ["night"]),
        (["--department", "skola"], ["letters", "letters-2"]),
        (["--department", "skola-2", "--department", "vård och omsorg"], ["night"]),
        (["--step", "1 Testa tillsammans", "--department", "Vard-Omsorg"], ["night"]),
        (["--step", "4"], []),
        (["--state", "pågår"], ["letters", "letters-2", "night"]),
    ],
)
def test_filters_take_names_and_the_words_that_reports_show(folder: Path, options: list[str], found: list[str]) -> None:
    ended = run(["status", *options, "--format", "csv"], folder)

    assert sorted(rows(ended)) == found


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["show", "Brev"], f"several are called “Brev”: {ONE_OF}, letters, letters-2."),
        (["log", "Brev"], f"several are called “Brev”: {ONE_OF}, letters, letters-2."),
        (
            ["status", "--department", "SKOLA"],
            "several are called “SKOLA”: write the id of one of them, skola, skola-2.",
        ),
        (
            ["report", "--department", "SKOLA"],
            "several are called “SKOLA”: write the id of one of them, skola, skola-2.",
        ),
        (
            ["show", "Digital nattillsyns"],
            "there is no assignment “Digital nattillsyns”. Did you mean “Digital nattillsyn”, whose id is “night”?",
        ),
        (
            ["gaps", "--goal", "Ett lugnt arbete"],
            "--goal “Ett lugnt arbete” is not in the portfolio. Did you mean “Ett lugnare arbete”, whose id is “lugn”?",
        ),
        (
            ["report", "--department", "Vård, omsorg"],
            "--department “Vård, omsorg” is not in the portfolio. Did you mean “vard-omsorg”?",
        ),
        (["show", "nothing"], "there is no assignment “nothing”. Choose from: broken, letters, letters-2, night."),
        (["show", "-"], "there is no assignment “-”. Choose from: broken, letters, letters-2, night."),
    ],
)
def test_a_name_of_several_or_of_none_is_refused_with_the_ids(folder: Path, command: list[str], said: str) -> None:
    ended = run([*command, "--lang", "en"], folder)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[0] == f"staircase: {said}"
