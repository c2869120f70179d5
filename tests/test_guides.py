"""The guides are true: whole in both languages, and what they show exists, is valid and works."""

import json
import re
import shlex
from datetime import date
from pathlib import Path

import pytest
import yaml

from staircase.cli.help import FAMILIES
from staircase.core.assess import Assessment, assess
from staircase.core.choices import LANGUAGES, Language
from staircase.core.load import load
from staircase.core.model.program import ProgramSettings
from staircase.core.rules.table import ERRORS
from staircase.core.source import File
from staircase.words import TOPICS, guide
from tests.cli.running import ROOT, example, run
from tests.guides import FOLDERS, filled

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`([^`]*)`")
COMMENT = re.compile(r"\s*#.*")
GUIDES = [(language, topic) for language in LANGUAGES for topic in TOPICS]
each = pytest.mark.parametrize(("language", "topic"), GUIDES)
both = pytest.mark.parametrize("language", LANGUAGES)


def blocks(language: Language, kind: str) -> list[str]:
    return [text for each_kind, text in BLOCK.findall(guide(language, "format").text) if each_kind == kind]


def told(files: dict[str, str], day: date) -> Assessment:
    return assess(load([File(path, text.encode()) for path, text in files.items()]), day, day)


@both
def test_every_topic_has_its_file_and_every_file_is_a_topic(language: Language) -> None:
    assert {path.stem for path in FOLDERS[language].iterdir()} == set(TOPICS)


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_have_the_same_headings_tables_and_blocks(topic: str) -> None:
    shapes = {
        language: [
            (re.match(r"#+ |\||```\w*", line) or [""])[0]
            for line in re.sub(r"```text\n.*?```", "", guide(language, topic).text, flags=re.DOTALL).splitlines()
            if line.startswith(("#", "|", "```"))
        ]
        for language in LANGUAGES
    }

    assert shapes["sv"] == shapes["en"]


@pytest.mark.parametrize("topic", ["start", "ci", "review", "page"])
def test_what_is_to_be_typed_is_the_same_in_both_languages(topic: str) -> None:
    typed = {
        language: [text for kind, text in BLOCK.findall(guide(language, topic).text) if kind != "text"]
        for language in LANGUAGES
    }

    assert typed["sv"] == typed["en"]


def test_the_files_have_the_same_keys_in_both_languages() -> None:
    keys = {
        language: [re.findall(r"(?<![\w/])[a-z_]+(?=: )", COMMENT.sub("", text)) for text in blocks(language, "yaml")]
        for language in LANGUAGES
    }

    assert keys["sv"] == keys["en"]


@each
def test_what_the_program_knows_itself_is_as_it_says(language: Language, topic: str) -> None:
    text = guide(language, topic).text

    assert filled(language, topic, text) == text


@each
def test_links_lead_to_files_that_exist(language: Language, topic: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", guide(language, topic).text)

    assert [link for link in links if not (FOLDERS[language] / link).exists()] == []


@both
def test_every_command_is_named_and_each_one_named_exists(language: Language) -> None:
    code = (code for topic in TOPICS for code in CODE.findall(guide(language, topic).text))
    named = {found[1] for text in code if (found := re.match(r"staircase ([a-z][a-z-]*)", text))}

    assert named == {name for names in FAMILIES.values() for name in names}


def commands() -> list[str]:
    text = "".join(guide(language, topic).text for language, topic in GUIDES)
    shown = {code for code in CODE.findall(text) if re.match(r"staircase [a-z]", code)}
    return sorted(code for code in shown if not re.search(r"NAME|TRIAL|^staircase (diff|log|edit|send)", code))


@pytest.mark.parametrize("shown", commands())
def test_every_command_that_is_shown_runs_on_the_example_portfolio(tmp_path: Path, shown: str) -> None:
    command = shlex.split(shown)[1:]
    ended = run(command, example(tmp_path) if command[0] in {"export", *FAMILIES["write"]} else ROOT)

    assert ended.code in ({0, 1} if "check" in shown else {0})


@both
def test_the_smallest_files_are_valid_and_without_a_gap_on_their_first_day(language: Language) -> None:
    smallest, program, *_ = blocks(language, "yaml")

    found = told({"program.yaml": program, "assignments/it.yaml": smallest}, date(2026, 9, 1)).findings

    assert (smallest.count("\n"), found) == (5, ())


@both
def test_the_whole_format_is_shown_in_files_without_errors(language: Language) -> None:
    _, _, whole, program, *_ = blocks(language, "yaml")
    other = "title: It\nkind: enabling\nlead: A\nstarted: 2025-06-01\n"
    names = ("e-id-platform", "keyless-all-teams")
    files = {
        "program.yaml": program,
        "assignments/it.yaml": whole,
        **{f"assignments/{name}.yaml": other for name in names},
    }

    found = told(files, date(2026, 11, 2))

    assert [finding for finding in found.findings if finding.rule in ERRORS] == []
    assert found.portfolio.program is not None
    assert found.portfolio.program.settings == ProgramSettings()
    assert set(yaml.safe_load(program)["settings"]) == set(ProgramSettings.model_fields)


@both
def test_the_rules_may_be_set_as_is_shown(language: Language) -> None:
    program = blocks(language, "yaml")[1]
    (shown,) = (text for kind, text in BLOCK.findall(guide(language, "rules").text) if kind == "yaml")

    assert told({"program.yaml": program + shown}, date(2026, 11, 2)).findings == ()


@both
def test_the_hour_from_excel_can_be_typed_as_it_stands_from_an_empty_folder(tmp_path: Path, language: Language) -> None:
    hour = guide(language, "sheets").text.split("\n## ")[1]
    (_, table), (_, first), (_, changed), (_, second) = BLOCK.findall(hour)
    name = re.findall(r"`(\w+\.csv)`", hour)[0]
    (tmp_path / name).write_text(table, encoding="cp1252")
    (tmp_path / ".git").mkdir()

    ends = [run([*shlex.split(line)[1:], "--lang", language], tmp_path) for line in first.splitlines()[1:]]
    mapping = (tmp_path / "map.yaml").read_text("utf-8")
    for line in changed.splitlines():
        mapping = re.sub(rf"(?m)^{line.split(':')[0]}:.*$", line, mapping)
    (tmp_path / "map.yaml").write_text(mapping, "utf-8")
    ends += [run([*shlex.split(line)[1:], "--lang", language], tmp_path) for line in second.splitlines()]

    assert [end.code for end in ends] == [0] * 7, ends
    folder = tmp_path / "portfolio" / "assignments"
    written = [yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) for path in sorted(folder.iterdir())]  # noqa: S506 - texts
    assert [(one["started"], one["costs"]["one_off"], one.get("completed")) for one in written] == [
        ("2026-01-15", "420000", None),
        ("2026-03-25", "80000", None),
        ("2026-04-03", "1234500", "2026-10-30"),
    ]
    again = json.loads(run(["import", ends[-1].err.split()[0], "--json"], tmp_path).out)
    assert {row["fate"] for row in again["rows"]} == {"same"}
