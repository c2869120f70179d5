"""The schemas: of the files, held against what the models accept and refuse; of the reports, against their JSON."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from staircase.cli.manual import file_schema
from staircase.core.choices import LANGUAGES, Language
from staircase.core.load import load_assignment, load_program
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.schema import REPORTS, field_names, options_of
from staircase.core.source import PROGRAM_FILE, File
from staircase.words.speech import lexicon
from tests.cli.running import PROGRAM, ROOT, SMALL, plant, run

BOTH = pytest.mark.parametrize("language", LANGUAGES)
WAYS = {
    "status": ("status", "--state", "open", "--state", "stopped", "--state", "completed", "--state", "planned"),
    "show": ("show", "nattillsyn"),
    "gaps-roadmap": ("gaps", "--roadmap"),
    "diff": ("diff", "tests/healthy/portfolio", "portfolio"),
    "log": ("log", "-n", "1"),
    "write": ("review", "nattillsyn", "--dry-run"),
    "import": ("import", "portfolio/sheets/oktober.csv"),
}
ONLY_CHECKED = ROOT / "tests/schemas/only_checked.txt"
PORTFOLIOS = sorted(
    {path.parent for path in [*(ROOT / "tests").rglob(PROGRAM_FILE), ROOT / "portfolio" / PROGRAM_FILE]}
)

WRONG = [
    ("assignment", SMALL.replace("title: Keyless visits\n", "")),
    ("assignment", SMALL.replace("department: care\n", "")),
    ("assignment", SMALL + "departmnt: care\n"),
    ("assignment", SMALL + "live: 2026-1-2\n"),
    ("assignment", SMALL + "live: 1969-12-31\n"),
    ("assignment", SMALL + "live: 2201-01-01\n"),
    ("assignment", SMALL + "kind: enabler\n"),
    ("assignment", SMALL + "kind: enabling\ntrials: [{id: a, title: A, started: 2026-09-02}]\n"),
    ("assignment", SMALL + "costs: {one_off: -1}\n"),
    ("assignment", SMALL + "costs:\n  one_off: 4,5\n"),
    ("assignment", SMALL + "costs: {one_off: 1000000000000001}\n"),
    ("assignment", SMALL + "journey: {step: explore}\n"),
    ("assignment", SMALL + "journey: [{step: explorer, entered: 2026-09-02}]\n"),
    ("assignment", SMALL + "trials: [{id: A b, title: A, started: 2026-09-02}]\n"),
    ("assignment", SMALL + f"trials: [{{id: {'a' * 65}, title: A, started: 2026-09-02}}]\n"),
    ("assignment", SMALL + "roadmap: [{id: a, title: A, to: 2027}]\n"),
    ("assignment", SMALL + "roadmap: [{id: a, title: A, from: 2027-Q5}]\n"),
    ("assignment", SMALL + "was: [{until: 2026-09-05, lead: }]\n"),
    ("assignment", SMALL + "was: [{until: 2026-09-05, why: moved}]\n"),
    ("assignment", SMALL + "roadmap: [{id: a, title: A, from: , to: 2027}]\n"),
    ("assignment", SMALL + "accepted: [{rule: date-order, until: 2027-01-31, why: later}]\n"),
    ("assignment", SMALL + "accepted: [{rule: text-cut, until: 2027-01-31, why: later}]\n"),
    ("assignment", SMALL + "costs: {one_off: true}\n"),
    ("assignment", SMALL + "tags: [null]\n"),
    ("assignment", SMALL + "goals: calm\n"),
    ("assignment", SMALL + "reviewed: 2026-10\n"),
    ("assignment", SMALL.replace("department: care", "department:")),
    ("assignment", SMALL.replace("Programme", "")),
    ("assignment", SMALL + "completed: 2026-10-01\nstopped: {date: 2026-10-01, why: none}\n"),
    ("assignment", SMALL.replace("department: care", "department: [care, care]")),
    ("assignment", SMALL.replace("department: care", "department: []")),
    ("assignment", SMALL.replace("Keyless visits", '""')),
    ("assignment", SMALL.replace("Keyless visits", f"{'a' * 201}")),
    ("program", PROGRAM.replace("format: 1", "format: 2")),
    ("program", PROGRAM.replace("name: P\n", "")),
    ("program", PROGRAM.replace("format: 1", "format:")),
    ("program", "format: 1\nname: P\norganisation: O\ndepartments: []\n"),
    ("program", PROGRAM + "  - {id: old, name: Old, became: [care]}\n"),
    ("program", PROGRAM + "rules: {date-order: off}\n"),
    ("program", PROGRAM + "language: de\n"),
    ("program", PROGRAM + "currency: kronor\n"),
    ("program", PROGRAM + "settings: {at_once: 0}\n"),
    ("program", PROGRAM + "settings: {behind_share: 1.1}\n"),
    ("program", PROGRAM + "rules: {journey-stuck: fatal}\n"),
]
"""Files that a schema refuses, as the format does."""

RIGHT = [
    ("assignment", SMALL.replace("Keyless visits", "112")),
    ("assignment", SMALL.replace("Programme", "No")),
    ("assignment", SMALL + "x-ours: {free: [1]}\n"),
    ("assignment", "$schema: ../assignment.schema.json\n" + SMALL),
    ("assignment", SMALL + 'costs: {one_off: "420000.50"}\n'),
    ("assignment", SMALL + "live: 1970-01-01\nreviewed: 2200-12-31\n"),
    ("assignment", SMALL.replace("department: care", "department: [care, schools]")),
    ("assignment", SMALL.replace("department: care\n", "kind: enabling\n")),
    ("assignment", SMALL + "trials: [{id: 2026, title: A, started: 2026-09-02}]\n"),
    ("assignment", SMALL + "roadmap: [{id: a, title: A, from: 2027, to: 2027-T3}]\n"),
    ("assignment", SMALL.replace("Keyless visits", "true").replace("Programme", "False")),
    ("assignment", SMALL + "tags: [true]\n"),
    ("assignment", SMALL + "trials: [{id: true, title: A, started: 2026-09-02}]\n"),
    ("assignment", SMALL + "kind:\ncosts:\njourney:\nlive:\nstopped:\ncompleted:\n"),
    ("assignment", SMALL + "costs: {one_off: }\n$schema:\n"),
    ("assignment", SMALL + "completed:\nstopped: {date: 2026-10-01, why: no}\n"),
    ("assignment", SMALL.replace("department: care", "kind: enabling\ndepartment:\njourney:")),
    ("assignment", SMALL + "roadmap: [{id: a, title: A, from: , to: }]\n"),
    ("assignment", SMALL + "was: [{until: 2026-09-05, goals: [], why: }]\n"),
    ("assignment", SMALL + "live: 2026-10\n"),
    ("program", PROGRAM + "  - {id: old, name: Old, to: 2026-01, became: [care]}\n"),
    ("program", PROGRAM + "  - {id: old, name: Old, to: , became: []}\n"),
    ("program", PROGRAM + "settings: {at_once: , step_days: }\nrules: {journey-stuck: }\nlanguage:\ncurrency:\n"),
    ("program", PROGRAM.replace("format: 1", 'format: "1"')),
    ("program", PROGRAM + "settings: {at_once: 1, behind_share: 1}\n"),
    ("program", PROGRAM + "rules: {journey-stuck: off}\n"),
]
"""Files that look wrong and are right."""


class OneDotTwo(yaml.SafeLoader):
    """YAML as its version 1.2 has it: dates and ``No`` are text, ``true`` is not."""


OneDotTwo.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in found if tag.endswith((":int", ":float", ":null"))]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
OneDotTwo.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|True|TRUE|false|False|FALSE"), list("tTfF"))


@cache
def validator(which: str, language: Language = "en") -> Draft202012Validator:
    schema = file_schema(which, language, None)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def accepted_by_schema(which: str, text: str) -> bool:
    return validator(which).is_valid(data(text))


def data(text: str) -> Any:  # noqa: ANN401 - raw YAML data
    return json.loads(json.dumps(yaml.load(text.replace("\t#", " #"), OneDotTwo)))  # noqa: S506 - as safe as SafeLoader


def accepted(which: str, text: str) -> bool:
    file = File(PROGRAM_FILE if which == "program" else "assignments/a.yaml", text.encode())
    return (load_program(file) if which == "program" else load_assignment(file)).model is not None


def files() -> list[tuple[Path, str, str]]:
    """Every file of every portfolio in the tests: its path, what it is and its text."""
    found = []
    for folder in PORTFOLIOS:
        paths = [folder / PROGRAM_FILE, *sorted((folder / "assignments").rglob("*.y*ml"))]
        for path in (path for path in paths if path.is_file() and not path.is_symlink()):
            which = "program" if path.name == PROGRAM_FILE else "assignment"
            found.append((path, which, path.read_bytes().decode("utf-8", "replace")))
    return found


def only_checked() -> str:
    """The files that the format refuses and a schema can't, one a line."""
    wrong = [(path, which, text) for path, which, text in files() if not accepted(which, text)]
    passed = [path for path, which, text in wrong if is_yaml(text) and accepted_by_schema(which, text)]
    return "".join(f"{path.relative_to(ROOT).as_posix()}\n" for path in passed)


def is_yaml(text: str) -> bool:
    try:
        return data(text) is not None
    except (yaml.YAMLError, UnicodeError):
        return False


@pytest.mark.no_cover
def test_the_schema_accepts_every_file_that_the_format_accepts() -> None:
    valid = [(path, which, text) for path, which, text in files() if accepted(which, text)]

    refused = [path for path, which, text in valid if not accepted_by_schema(which, text)]

    assert refused == []
    assert len(valid) > 300


@pytest.mark.no_cover
def test_what_only_the_check_refuses_is_listed() -> None:
    """``python -m tests.cli.redraw`` writes the list anew."""
    assert only_checked() == ONLY_CHECKED.read_text("utf-8")


@pytest.mark.parametrize(("which", "written"), WRONG)
def test_the_schema_refuses_what_the_format_refuses_where_a_schema_can(which: str, written: str) -> None:
    assert (accepted(which, written), accepted_by_schema(which, written)) == (False, False)


@pytest.mark.parametrize(("which", "written"), RIGHT)
def test_the_schema_accepts_what_looks_wrong_and_is_right(which: str, written: str) -> None:
    assert (accepted(which, written), accepted_by_schema(which, written)) == (True, True)


@pytest.mark.parametrize(
    "written",
    [
        SMALL + "live: 2026-02-30\n",
        SMALL + "depends_on: [nobody]\n",
        SMALL + "completed: 2026-08-01\n",
    ],
)
def test_ids_and_the_order_of_days_are_for_the_check(written: str) -> None:
    assert accepted_by_schema("assignment", written)


@BOTH
def test_every_field_is_described_every_text_has_an_example_and_every_choice_a_meaning(language: Language) -> None:
    told = lexicon(language)
    fields = [one for model in (Assignment, Program) for one in field_names(model)]
    names = {name for name, _, _ in fields}

    described = {name: told.described(name, field.description or "") for name, field, _ in fields}
    texts = {
        name.replace("EarlierItem", "RoadmapItem").replace("EarlierA", "A").replace("EarlierB", "B")
        for name, _, is_text in fields
        if is_text
    }

    assert [name for name, text in described.items() if not text.endswith(".")] == []
    assert texts - set(told.examples) == set()
    assert set(told.examples) - names == set()
    assert set(told.choices) == options_of((Assignment, Program))


def test_a_field_has_its_words_in_the_language_of_the_portfolio(tmp_path: Path) -> None:
    plant(tmp_path, {"program.yaml": PROGRAM + "language: sv\n", "assignments/a.yaml": SMALL})

    ended = run(["schema", "assignment"], tmp_path)

    fields = json.loads(ended.out)["properties"]
    assert fields["lead"]["description"] == "Vem som leder uppdraget: en roll eller ett namn."
    assert fields["kind"]["anyOf"][0]["enumDescriptions"][0] == "Går uppför trappan, steg för steg."
    assert (ended.code, ended.err) == (0, "")


def test_the_portfolios_own_ids_are_offered_and_never_demanded(tmp_path: Path) -> None:
    goals = "goals:\n  - {id: calm, title: Calm}\n"
    trial = "trials:\n  - {id: ten, title: Ten doors, started: 2026-09-02}\n"
    plant(tmp_path, {"program.yaml": PROGRAM + goals, "assignments/keyless.yaml": SMALL + trial})

    schema = json.loads(run(["schema", "assignment"], tmp_path).out)

    fields = schema["properties"]
    one, several, _ = fields["department"]["anyOf"]
    assert (one["examples"], several["items"]["examples"]) == (["care", "schools"], ["care", "schools"])
    assert fields["goals"]["items"]["examples"] == ["calm"]
    assert fields["depends_on"]["items"]["examples"] == ["keyless"]
    assert fields["lead"]["examples"] == ["Programme"]
    assert fields["roadmap"]["items"]["properties"]["based_on"]["items"]["examples"] == ["keyless/ten"]
    assert "care" not in json.dumps([value for key, value in one.items() if key != "examples"])


def test_a_schema_needs_no_portfolio_and_a_broken_one_spoils_nothing(tmp_path: Path) -> None:
    alone = run(["schema", "program", "--lang", "en"], tmp_path)
    plant(tmp_path, {"program.yaml": "format: 1\nname: [\n"})
    broken = run(["schema", "program", "--lang", "en"], tmp_path)

    assert (alone.code, broken.code, broken.out == alone.out) == (0, 0, True)


def test_an_unknown_schema_suggests_the_nearest(tmp_path: Path) -> None:
    ended = run(["schema", "assignments"], tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert "Did you mean “assignment”?" in ended.err


@pytest.mark.parametrize("report", [report for report in REPORTS if report != "send"])  # that of send: test_send
def test_a_reports_json_fits_its_schema_and_lacks_none_of_its_keys(report: str) -> None:
    schema = json.loads(run(["schema", report], ROOT).out)
    ways = WAYS.get(report, (report,))

    form = ("--json",) if report in {"write", "import"} else ("--format", "json", "--as-of", "2026-11-02")
    shown: dict[str, Any] = json.loads(run([*ways, *form], ROOT).out)

    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(shown)] == []
    assert set(shown["totals"]) <= set(schema["properties"]["totals"].get("properties", shown["totals"]))
