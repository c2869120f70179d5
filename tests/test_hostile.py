"""No text of a file, a file's name or a key has a meaning of its own, in any command and any format."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pytest

from tests.hostile.commands import BESIDE, COMMANDS, COMPARING, ON_TERMINALS, Arguments, a_turn
from tests.hostile.inside import Met, meet
from tests.hostile.judges import Judges, acts, commands_a_runner, moves_a_screen, no_csv, no_json, wrong
from tests.hostile.portfolios import MARK, planted, quoted
from tests.render.attacks import ATTACKS, HONEST
from tests.repository import begun

pytestmark = pytest.mark.slow

WIDE_SIGNS = (
    "\uff1a\uff1aerror\uff1a\uff1ax",
    "\ufe55\ufe55error\ufe55\ufe55x",
    "\uff03\uff03\uff3berror\uff3dx",
    "#\u0301#\u0301[error]x",
    "\u2800::error::x",
)
"""Signs that become others where a console's encoding lacks them."""

IMPORTED: Mapping[Arguments, Judges] = {
    (): (acts, commands_a_runner, moves_a_screen),
    ("--json",): (no_json, acts, commands_a_runner),
    ("--lang", "sv"): (acts, commands_a_runner, moves_a_screen),
}
"""How the report of an import is shown."""

LISTS = ("check", "benefits", "gaps", "lessons", "roadmap", "status")
TEXTS = (*ATTACKS.values(), *HONEST.values(), *WIDE_SIGNS)


ALONE = (*ATTACKS.values(), *WIDE_SIGNS)


def table(commands: Mapping[Arguments, Judges]) -> pytest.MarkDecorator:
    """Make a test of each command."""
    return pytest.mark.parametrize(
        ("arguments", "judges"),
        [pytest.param(each, judges, id=" ".join(each)) for each, judges in commands.items()],
    )


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted(tmp_path_factory.mktemp("everything"), TEXTS)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository where every text and name has become another, twice."""
    root = tmp_path_factory.mktemp("changed")
    repo = begun(root)
    planted(root, TEXTS)
    repo.commit()
    repo.git("checkout", "--quiet", "-b", "change")
    repo.git("rm", "--quiet", "-r", "assignments")
    planted(root, (*TEXTS[7:], *TEXTS[:7]))
    repo.commit()
    (root / "assignments" / "hit-1.yaml").rename(root / "assignments" / "hit-9.yaml")
    ended = f"stopped: {{date: 2026-10-01, why: {quoted('::error::x' + MARK)}}}\n"
    with (root / "assignments" / "hit.yaml").open("a", encoding="ascii") as file:
        file.write(ended)
    repo.commit()
    return root


def test_the_hostile_portfolio_is_shown_and_not_only_refused(everything: Path) -> None:
    lines = {name: [name, *(["hit"] if name == "show" else [])] for name, *_ in COMMANDS}

    found = {name: meet(line, everything, terminal=True) for name, line in lines.items()}

    assert [name for name, met in found.items() if MARK not in met.out] == []


@table(COMMANDS)
def test_every_command_shows_hostile_text_and_does_nothing_else(
    everything: Path, arguments: Arguments, judges: Judges
) -> None:
    met = meet(arguments, everything)

    assert (met.code, amiss(met, judges)) == (1, [])


@table(ON_TERMINALS)
def test_a_terminal_is_not_moved_by_hostile_text(everything: Path, arguments: Arguments, judges: Judges) -> None:
    met = meet(arguments, everything, {"COLUMNS": "100"}, terminal=True)

    assert (met.code, amiss(met, judges)) == (1, [])


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_no_sign_becomes_a_command_where_the_encoding_lacks_it(everything: Path, encoding: str) -> None:
    found = {name: meet([name], everything, encoding=encoding) for name in LISTS}

    assert {name for name, met in found.items() if met.code != 1} == set()
    assert [
        command for met in found.values() for command in commands_a_runner(met.raw.decode(encoding) + "\n" + met.err)
    ] == []


@table(COMPARING)
def test_a_hostile_change_is_told_and_does_nothing_else(changed: Path, arguments: Arguments, judges: Judges) -> None:
    met = meet(arguments, changed)

    assert (met.code, amiss(met, judges)) == (1, [])


@pytest.mark.parametrize("number", range(len(ALONE)), ids=(*ATTACKS, *map(ascii, WIDE_SIGNS)))
def test_no_attack_alone_gets_through_the_commands_whose_turn_it_is(number: int, tmp_path: Path) -> None:
    planted(tmp_path, [ALONE[number]])

    found = {arguments: meet(arguments, tmp_path) for arguments in a_turn(number)}

    assert {arguments: met.code for arguments, met in found.items() if met.code != 1} == {}
    assert {arguments: faults for arguments, met in found.items() if (faults := amiss(met, COMMANDS[arguments]))} == {}


def test_tables_of_hostile_text_hold_nothing_that_acts(everything: Path, tmp_path: Path) -> None:
    ended = [meet(["export", str(tmp_path / name)], everything).code for name in ("tables", "all.jsonl")]

    tables = [path.read_text("utf-8") for path in sorted((tmp_path / "tables").glob("*.csv"))]
    lines = (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    assert ended == [1, 1]
    assert MARK in "".join(tables)
    assert [fault for text in tables for fault in wrong(text, (no_csv,))] == []
    assert [fault for line in lines for fault in wrong(line, (no_json, acts))] == []


def test_a_hostile_table_is_told_of_and_does_nothing_else(tmp_path: Path) -> None:
    texts = [text.replace("\0", "") + MARK for text in TEXTS]  # with one no file is a table
    table = StringIO()
    rows = csv.writer(table)
    rows.writerow(("Title", "Department", "Lead", "Started", "Goals", "State", *texts))
    for number, text in enumerate(texts):
        rows.writerow((f"{number} {text}", text, text, text, text, text, *texts))
        rows.writerow((f"{number} so {text}", "care", text, "2026-01-01", "", "", *texts))
    planted(tmp_path, TEXTS)
    (tmp_path / "list.csv").write_text(table.getvalue(), encoding="utf-8", errors="replace", newline="")

    found = {shape: meet(["import", "list.csv", "--declare", *shape], tmp_path) for shape in IMPORTED}
    onto_screen = meet(["import", "list.csv"], tmp_path, {"COLUMNS": "100"}, terminal=True)

    assert {shape: (met.code, amiss(met, IMPORTED[shape])) for shape, met in found.items()} == dict.fromkeys(
        IMPORTED, (0, [])
    )
    assert amiss(onto_screen, (acts, commands_a_runner, moves_a_screen)) == []
    assert MARK in onto_screen.out


def amiss(met: Met, judges: Judges) -> list[str]:
    """Give what is wrong with what was printed."""
    return [*wrong(met.out, judges), *wrong(met.err, BESIDE)]
