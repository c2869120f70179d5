"""What every report looks like to a person, a pipe, a screen reader and a program."""

import csv
import json
import re
from itertools import product
from pathlib import Path

import pytest
import wcwidth

from tests.cli.running import plant, run
from tests.cli.screen import on_screen

PROGRAM = """\
format: 1
name: Programmet
organisation: Orten
departments:
  - {id: omsorg, name: Vård och omsorg, manager: Maud}
  - {id: skola, name: Skola}
goals: [{id: enkelt, title: Enkel service}]
documents: [{id: plan, title: Plan 2027, adopted: 2026-06-01, from: 2027-01-01, to: 2027-12-31}]
settings: {rounds_to_trust: 1}
"""
KEYLESS = """\
title: Nyckelfri hemtjänst
department: omsorg
lead: Digitaliseringsledare
started: 2026-01-12
live: 2026-03-02
reviewed: 2026-10-20
goals: [enkelt]
together: [undersköterska, enhetschef hemtjänst]
costs: {one_off: 420000, per_year: 60000}
journey:
  - {step: explore, entered: 2026-01-12}
  - {step: benefits, entered: 2026-08-03}
trials:
  - id: tio
    title: Tio dörrar
    started: 2026-01-19
    ended: 2026-02-20
    outcome: mixed
    learned: Nycklar kostar mer tid än lås
benefits:
  - id: restid
    title: Mindre tid på vägen
    kind: capacity
    owner: Områdeschef hemtjänst
    realisation: fler besök
    measure: {what: körtid, unit: timmar/år, every_days: 365}
    baseline: {value: 5200, date: 2026-01-31}
    target: {value: 3900, by: 2026-12-31}
    measurements: [{value: 4160, date: 2026-09-30}]
    worth: {per_unit: 450}
    taken_home: [{from: 2026-10-01, how: ett besök till, amount: 225000}]
  - id: cylindrar
    title: Slut på cylinderbyten
    kind: cash
    owner: Områdeschef hemtjänst
    realisation: lägre ram
    measure: {what: kostnad, unit: SEK/year}
    baseline: {value: 410000, date: 2026-01-31}
    target: {value: 130000, by: 2027-06-30}
    measurements: [{value: 340000, date: 2026-09-30}]
shown: [{date: 2026-10-01}]
roadmap:
  - id: alla
    title: Nyckelfritt i alla grupper
    from: 2027-Q1
    to: 2027-Q3
    owner: Områdeschef hemtjänst
    expects: {kind: capacity, per_year: 1200000}
    based_on: [tio]
    goals: [enkelt]
    anchored_in: [plan]
  - id: larm
    title: Lås och larm i samma dosa
    from: 2027-04
    expects: {kind: capacity}
    based_on: [tio]
    goals: [enkelt]
"""
WASTE = """\
title: Matsvinn i skolan
department: skola
lead: Kostchef
started: 2026-03-02
reviewed: 2026-05-04
stopped: {date: 2026-05-04, why: inget behov, learned: Räkna tallrikarna först}
"""
FILES = {
    "program.yaml": PROGRAM,
    "assignments/nyckelfritt.yaml": KEYLESS,
    "assignments/matsvinn.yaml": WASTE,
    "assignments/trasig.yaml": "title: [\n",
}
COMMANDS = (
    *("status", "show nyckelfritt", "departments", "benefits", "roadmap", "gaps", "gaps --by owner"),
    *("gaps --roadmap", "lessons", "flow", "flow --per month"),
)
PAINT = re.compile("\x1b\\[[0-9;]*m")
each_command = pytest.mark.parametrize("command", COMMANDS)


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return plant(tmp_path_factory.mktemp("portfolio"), FILES)


LANGUAGES = {
    "sv": ("läge 2026-11-02", "! 1 fil kunde inte läsas"),
    "en": ("as of 2026-11-02", "! 1 file could not be read"),
}


@pytest.mark.parametrize(
    ("command", "columns", "language"),
    [
        (command, columns, language)
        for command in COMMANDS
        for columns, language in ((80, "sv"), (140, "en"), (66, "en"))
    ],
)
def test_a_screen_holds_every_line_and_says_what_was_left_out(
    portfolio: Path, command: str, columns: int, language: str
) -> None:
    ran = on_screen([*command.split(), "--lang", language, "--color", "never"], portfolio, columns)

    lines = ran.out.splitlines()
    assert [line for line in lines if wcwidth.wcswidth(line) > columns or line != line.rstrip()] == []
    assert [words for words in LANGUAGES[language] if words not in ran.out] == []
    assert (ran.code, "assignments/trasig.yaml" in ran.err) == (1, True)


@each_command
def test_a_screen_without_colour_says_the_same(portfolio: Path, command: str) -> None:
    colourless = on_screen(command.split(), portfolio, variables={"NO_COLOR": "1"}).out
    coloured = on_screen(command.split(), portfolio).out

    assert "\x1b" not in colourless
    assert PAINT.sub("", coloured) == colourless != coloured


@each_command
def test_a_screen_that_knows_ascii_only_gets_nothing_else(portfolio: Path, command: str) -> None:
    ran = on_screen(command.split(), portfolio, variables={"PYTHONIOENCODING": "ascii", "NO_COLOR": "1"})

    assert ran.out.isascii()
    assert "?" not in ran.out
    assert ran.out.count("\n") > 5


@each_command
def test_a_pipe_gets_whole_lines_without_any_drawing(portfolio: Path, command: str) -> None:
    ran = run(command.split(), portfolio)

    assert [sign for sign in "\x1b▂▆╌─│┌" if sign in ran.out] == []
    assert re.findall(r"\w…", ran.out) == []  # what an ask leaves to fill in stands alone
    assert (ran.code, bool(ran.out)) == (1, True)


@each_command
def test_read_aloud_each_thing_is_one_sentence(portfolio: Path, command: str) -> None:
    aloud = run([*command.split(), "--plain"], portfolio).out.splitlines()
    accessible = run(command.split(), portfolio, {"ACCESSIBLE": "1"}).out.splitlines()

    assert aloud == accessible
    assert [line for line in aloud if "  " in line or "\x1b" in line or line == ""] == []


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (
            "benefits",
            [
                "nyckelfritt: Slut på cylinderbyten, Cash. 25\N{NO-BREAK SPACE}% of the target, on track.",
                "nyckelfritt: Mindre tid på vägen, Freed capacity. 80\N{NO-BREAK SPACE}% of the target, on track.",
            ],
        ),
        (
            "roadmap",
            [
                "nyckelfritt: Nyckelfritt i alla grupper, 2027-01-01 to 2027-09-30, next, in adopted plan.",
                "nyckelfritt: Lås och larm i samma dosa, 2027-04-01 to 2027-04-30, next, not in plan.",
            ],
        ),
        (
            "lessons",
            [
                "2026-05-04, Matsvinn i skolan, stopped in time: Räkna tallrikarna först",
                "2026-02-20, Tio dörrar, mixed: Nycklar kostar mer tid än lås",
            ],
        ),
        (
            "gaps --roadmap",
            [
                (
                    "Vård och omsorg, nyckelfritt: “Nyckelfritt i alla grupper” stands in “Plan 2027”, "
                    "which is not in force today"
                ),
                "Skola: no trial has ended with a lesson",
            ],
        ),
    ],
)
def test_sentences_say_what_the_rows_hold(portfolio: Path, command: str, expected: list[str]) -> None:
    aloud = run([*command.split(), "--plain"], portfolio).out.splitlines()

    assert [line for line in aloud if line.startswith(tuple(expected))] == aloud[2 : 2 + len(expected)]
    assert [line for line in expected if not any(one.startswith(line) for one in aloud)] == []


STATUS = (
    *(
        "id",
        "title",
        "department",
        "departments",
        "kind",
        "lead",
        "state",
        "step",
        "step_number",
        "entered",
        "days_in_step",
    ),
    *("days_running", "last_touched", "rounds", "benefits", "roadmap_items", "errors", "gaps", "path"),
    *("arrived", "over", "benefit"),
)
FINDING = (
    *("rule", "severity", "subject_kind", "subject", "item", "message", "ask", "fix", "params"),
    *("at_stake", "at_stake_kind", "owner", "path", "line", "column", "end_line", "end_column", "fingerprint"),
)
STEPS = ("explore", "benefits", "roadmap", "embed")
KEYS = {
    "status": STATUS,
    "show nyckelfritt": STATUS,
    "departments": (
        *("id", "name", *STEPS, "reached", "holes", "rounds", "trained", "assignments", "open", "roadmap_until"),
        "next",
    ),
    "benefits": (
        *("assignment", "id", "title", "kind", "owner", "unit", "baseline", "target", "keep", "by", "latest"),
        *("latest_date", "realised", "planned", "closed", "standing", "potential", "now", "taken_home"),
        *("next_measurement", "part_of"),
    ),
    "roadmap": (
        *(
            "department",
            "departments",
            "assignment",
            "id",
            "title",
            "area",
            "state",
            "from",
            "to",
            "bucket",
            "owner",
            "kind",
        ),
        *("per_year", "goals", "documents", "anchored", "anchoring"),
    ),
    "gaps": FINDING,
    "lessons": (
        "date",
        "assignment",
        "department",
        "departments",
        "trial",
        "outcome",
        "lesson",
        "title",
        "lead",
        "path",
    ),
    "flow": (
        *("period", "started", "completed", "learned", "stopped", "forward", "jumps", "returns"),
        *("on_explore", "on_benefits", "on_roadmap", "on_embed"),
    ),
}
"""The keys of each report's rows, in their order."""

each_report = pytest.mark.parametrize(("command", "keys"), KEYS.items())


@each_report
def test_json_has_all_keys_in_their_order(portfolio: Path, command: str, keys: tuple[str, ...]) -> None:
    told = json.loads(run([*command.split(), "--json"], portfolio).out)

    assert list(told) == ["schema", "as_of", "program", "rows", "totals", "unreadable", "not_shown"]
    [held] = {tuple(row) for row in told["rows"]}
    assert held == keys
    assert (told["schema"], told["as_of"], told["program"], told["unreadable"]) == (
        f"staircase.{command.partition(' ')[0]}/1",
        "2026-11-02",
        "Programmet",
        ["assignments/trasig.yaml"],
    )


@each_report
def test_csv_has_the_same_keys_and_as_many_records(portfolio: Path, command: str, keys: tuple[str, ...]) -> None:
    written = run([*command.split(), "--format", "csv"], portfolio).out
    rows = json.loads(run([*command.split(), "--json"], portfolio).out)["rows"]

    head, *records = csv.reader(written.splitlines())
    assert tuple(head) == keys
    assert len(records) == len(rows)


WORTH = dict.fromkeys(
    ("cash", "capacity", "avoidance", "quality", "unsorted"),
    ("count", "targets", "measured", "achieved", "potential", "now", "taken_home"),
)


@pytest.mark.parametrize(
    ("command", "totals"),
    [
        (
            "status",
            {
                **dict.fromkeys(("open", "at_once", "started_last_year", "gaps", "errors")),
                **dict.fromkeys(("per_step", "arrived", "departments_reached"), STEPS),
                "per_state": ("planned", "active", "paused", "completed", "stopped"),
                "first": None,
                **WORTH,
            },
        ),
        (
            "benefits",
            {
                **WORTH,
                "costs": ("one_off", "per_year"),
                "net": ("cash", "with_capacity"),
            },
        ),
        ("flow", {"stop_rate": None, "median_days": STEPS}),
    ],
)
def test_json_has_the_totals_that_were_promised(
    portfolio: Path, command: str, totals: dict[str, tuple[str, ...] | None]
) -> None:
    told = json.loads(run([command, "--json"], portfolio).out)["totals"]

    assert {key: tuple(value) if isinstance(value, dict) else None for key, value in told.items()} == totals


def test_numbers_are_numbers_with_their_decimals(portfolio: Path) -> None:
    benefits = run(["benefits", "--json"], portfolio).out
    flow = json.loads(run(["flow", "--json"], portfolio).out)["totals"]

    for line in (
        '"baseline": 410000,',
        '"realised": 0.250000,',
        '"planned": 0.437113,',
        '"potential": 280000.00,',
        '"taken_home": 225000.00,',
        '"next_measurement": "2027-09-30"',
    ):
        assert line in benefits
    assert json.loads(benefits)["totals"]["net"]["cash"] == {
        "now": 10000.00,
        "at_target": 220000.00,
        "payback": "years",
        "payback_years": 1.909091,
    }
    assert flow == {
        "stop_rate": 1.0,
        "median_days": {"explore": 133, "benefits": None, "roadmap": None, "embed": None},
    }


@pytest.mark.parametrize(("command", "form"), list(product(KEYS, ("markdown", "csv", "json"))))
def test_no_format_holds_a_drawing_or_an_escape(portfolio: Path, command: str, form: str) -> None:
    ran = run([*command.split(), "--format", form], portfolio)

    assert "\x1b" not in ran.out
    assert (ran.code, ran.out[-1:]) == (1, "\n")


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("show nyckelfrit", 2, "“nyckelfritt”"),
        ("benefits --columns id,tittle", 2, "“title”"),
        ("roadmap --sort -fron", 2, "“from”"),
        ("gaps --department omsorgen", 2, "“omsorg”"),
        ("lessons --state stoped", 2, "“stopped”"),
        ("flow --per week", 2, "month"),
        ("roadmap --bucket soon", 2, "overdue"),
        ("gaps --by goal", 2, "owner"),
        ("benefits --as-of 2026-02-30", 2, "2026-02-30"),
    ],
)
def test_what_is_asked_wrongly_is_refused_with_what_there_is(
    portfolio: Path, command: str, code: int, said: str
) -> None:
    ran = run(command.split(), portfolio)

    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != "show nyckelfritt"])
def test_an_empty_portfolio_has_something_to_say(tmp_path: Path, command: str) -> None:
    ran = on_screen([*command.split(), "--color", "never"], plant(tmp_path, {"program.yaml": PROGRAM}))

    assert ran.code == 0
    assert "Orten" in ran.out
    assert len(ran.out.splitlines()) > 2


def test_a_filter_that_matches_nothing_says_so(portfolio: Path) -> None:
    said = [
        next(line for line in lines if "what you asked for" in line)
        for command in ("status", "departments", "benefits", "roadmap", "gaps", "lessons", "flow")
        if (lines := run([command, "--department", "skola", "--state", "paused"], portfolio).out.splitlines())
    ]

    assert said == [
        "No assignment matches what you asked for. Take away a filter to see more.",
        "No assignment matches what you asked for. Take away a filter to see more.",
        "No assignment matches what you asked for. Take away a filter to see more.",
        "No roadmap item matches what you asked for. Take away a filter to see more.",
        "No gap matches what you asked for.",
        "No assignment matches what you asked for. Take away a filter to see more.",
        "No assignment matches what you asked for. Take away a filter to see more.",
    ]


# whole screens


SCREENS = Path(__file__).parent / "screens"
"""What a person meets, looked at and agreed on: one file for each command, width and language."""


def named(command: str) -> str:
    """Give a command's name in its screens' names."""
    return command.replace(" --", "-").replace(" ", "-")


@pytest.mark.parametrize("screen", sorted(SCREENS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_screen_looks_as_agreed(portfolio: Path, screen: Path) -> None:
    name, columns, language = screen.stem.rsplit("-", 2)
    command = next(each for each in COMMANDS if named(each) == name)

    ran = on_screen([*command.split(), "--lang", language, "--color", "never"], portfolio, int(columns))

    assert ran.out == screen.read_text(encoding="utf-8")


def test_every_command_has_an_agreed_screen() -> None:
    names = {screen.stem.rsplit("-", 2)[0] for screen in SCREENS.glob("*.txt")}

    assert names == set(map(named, COMMANDS))


def test_show_is_whole_in_a_pipe_and_read_aloud(portfolio: Path) -> None:
    piped, aloud = (run(["show", "nyckelfritt", "--lang", "sv", *form], portfolio).out for form in ([], ["--plain"]))

    assert [line for line in piped.splitlines() if line.endswith("  nyckelfritt")]
    for part in ("Uppdragsledare: ", "Steg  ", "Nytta  ", "Punkt  ", "assignments/nyckelfritt.yaml:"):
        assert [line for line in piped.splitlines() if line.startswith(part)], part
    lesson = next(line for line in piped.splitlines() if " till 20" in line and ": " in line)
    assert {line for line in aloud.splitlines() if line == lesson} == {lesson}
