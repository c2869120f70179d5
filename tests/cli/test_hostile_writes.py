"""Where writing meets what it did not expect: links, devices, names that are none, and texts that look like more."""

import os
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_type_hints

import pytest
from typer.models import OptionInfo

from staircase.cli.events import COMMANDS
from staircase.core.yaml import everything, holds_foreign
from tests.cli.running import plant
from tests.cli.writes import FILES, PROGRAM, done, standing
from tests.reader import a_folder_for_all, a_reader
from tests.render.attacks import ATTACKS, HONEST

VISITS = "assignments/visits.yaml"
REFERS = (
    "title: Other\ndepartment: care\nlead: visits\nstarted: 2026-01-05\ndepends_on: [visits]  # visits\n"
    "benefits:\n  - {id: part, title: Part, part_of: visits/time}\n"
    "roadmap:\n  - id: a\n    title: A\n    based_on: [visits/night]\n  - {id: b, title: visits, became: visits}\n"
)
WRONG = "title: Wrong\ndepartment: nowhere\nlead: L\nstarted: 2026-02-30\ndepends_on:\n- visits\n"
TEN = {f"assignments/deep/r{number}.yaml": REFERS for number in range(9)} | {"assignments/wrong.yaml": WRONG}


def small(folder: Path, more: Mapping[str, str] = MappingProxyType({})) -> Path:
    return plant(folder, {"program.yaml": PROGRAM, VISITS: FILES[VISITS], **more})


def renamed(text: str) -> str:
    """A file after *visits* has become *keyless*: titles, leads and comments are not references."""
    return (
        text.replace("depends_on: [visits]", "depends_on: [keyless]")
        .replace("visits/", "keyless/")
        .replace("became: visits", "became: keyless")
        .replace("- visits\n", "- keyless\n")
    )


def test_a_rename_follows_the_references_of_ten_files_also_where_they_have_errors(tmp_path: Path) -> None:
    small(tmp_path, TEN)
    ended, _ = done(tmp_path, "rename", "visits", "keyless")

    assert ended.code == 0
    assert standing(tmp_path) == {
        "program.yaml": PROGRAM,
        "assignments/keyless.yaml": FILES[VISITS],
        **{path: renamed(text) for path, text in TEN.items()},
    }


def test_a_rename_that_one_of_ten_files_does_not_allow_changes_none() -> None:
    with a_folder_for_all() as folder:
        small(folder, TEN)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
        (folder / "assignments/wrong.yaml").chmod(0o444)
        done(folder, "rename", "visits", "keyless", "--dry-run")  # all is loaded that a reader may not read
        with a_reader():
            ended, lines = done(folder, "rename", "visits", "keyless")

    assert (ended.code, lines) == (74, "")
    assert ended.err.startswith("staircase: assignments/wrong.yaml could not be written: permission denied.")


HINDRANCES: dict[str, Callable[[Path], None]] = {
    "a link to a file outside": lambda place: place.symlink_to("/etc/hostname"),
    "a link to nothing": lambda place: place.symlink_to("nowhere.yaml"),
    "a link to a device": lambda place: place.symlink_to("/dev/full"),
    "a pipe": os.mkfifo,
    "a folder": lambda place: place.mkdir(),
}


@pytest.mark.parametrize("what", HINDRANCES)
@pytest.mark.parametrize(
    "command",
    ["new odd --title T --department care --lead L", "rename visits odd", "move odd 2", "set odd x-own a"],
)
def test_what_is_no_file_is_neither_followed_nor_replaced(tmp_path: Path, what: str, command: str) -> None:
    place = small(tmp_path) / "assignments/odd.yaml"
    HINDRANCES[what](place)
    kind = place.lstat().st_mode
    before = (tmp_path / VISITS).read_bytes()

    ended, _ = done(tmp_path, *shlex.split(command))

    assert (ended.code in {2, 74}, ended.out) == (True, "")
    assert place.lstat().st_mode == kind
    assert (tmp_path / VISITS).read_bytes() == before
    assert {path.name for path in tmp_path.rglob("*")} == {"assignments", "odd.yaml", "program.yaml", "visits.yaml"}


def test_a_folder_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    root = plant(tmp_path / "portfolio", {"program.yaml": PROGRAM})
    (root / "assignments").symlink_to(outside)

    ended, _ = done(root, *shlex.split("new odd --title T --department care --lead L"))

    assert (ended.code, ended.out) == (74, "")
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["CON", "con", "nul", "com1", "lpt9", "../x", "a/b", "/etc/x", "A b", "å", ".x", "-x", "", "visits"]
)
@pytest.mark.parametrize("command", ["new --title T --department care --lead L --", "rename -- visits"])
def test_a_name_that_is_none_or_is_taken_makes_no_file(tmp_path: Path, command: str, name: str) -> None:
    ended, lines = done(small(tmp_path), *shlex.split(command), name)

    assert (ended.code, ended.out, lines) == (2, "", "")


NEW_FILE = "assignments/x.yaml"
LINE, PROSE = 200, 20_000
"""How many characters a text may have, and that of one line no other line may follow."""

TEXTS_OF: dict[str, tuple[str, tuple[str | int, ...], int]] = {
    "move visits roadmap --why {}": (VISITS, ("journey", -1, "why"), PROSE),
    "pause visits --why {}": (VISITS, ("pauses", -1, "why"), PROSE),
    "stop visits --why {}": (VISITS, ("stopped", "why"), PROSE),
    "stop visits --why x --learned {}": (VISITS, ("stopped", "learned"), PROSE),
    "trial visits --id x -- {}": (VISITS, ("trials", -1, "title"), LINE),
    "trial visits night --learned {}": (VISITS, ("trials", -1, "learned"), PROSE),
    "benefit visits --id x -- {}": (VISITS, ("benefits", -1, "title"), LINE),
    "benefit visits New --owner {}": (VISITS, ("benefits", -1, "owner"), LINE),
    "benefit visits New --unit h --what {}": (VISITS, ("benefits", -1, "measure", "what"), PROSE),
    "benefit visits New --what w --unit {}": (VISITS, ("benefits", -1, "measure", "unit"), LINE),
    "benefit visits time --source {}": (VISITS, ("benefits", -1, "measure", "source"), PROSE),
    "benefit visits time --per-unit 1 --basis {}": (VISITS, ("benefits", -1, "worth", "basis"), PROSE),
    "benefit visits time --realisation {}": (VISITS, ("benefits", -1, "realisation"), PROSE),
    "present visits --forum {}": (VISITS, ("shown", -1, "forum"), PROSE),
    "present visits --forum board --decision {}": (VISITS, ("shown", -1, "decision"), PROSE),
    "close visits time --why {}": (VISITS, ("benefits", -1, "closed", "why"), PROSE),
    "take-home visits time --how {}": (VISITS, ("benefits", -1, "taken_home", -1, "how"), PROSE),
    "plan visits --id x -- {}": (VISITS, ("roadmap", -1, "title"), LINE),
    "plan visits New --owner {}": (VISITS, ("roadmap", -1, "owner"), LINE),
    "plan visits all-teams --area {}": (VISITS, ("roadmap", -1, "area"), PROSE),
    "plan visits New --expects-kind cash --what {}": (VISITS, ("roadmap", -1, "expects", "what"), PROSE),
    "drop visits all-teams --why {}": (VISITS, ("roadmap", -1, "dropped", "why"), PROSE),
    "accept journey-stale visits --until 2027-01-31 --why {}": (VISITS, ("accepted", -1, "why"), PROSE),
    "set visits lead Head --anew --why {}": (VISITS, ("was", -1, "why"), PROSE),
    "set -- visits x-own {}": (VISITS, ("x-own",), PROSE),
    "new x --department care --lead L --together t --title {}": (NEW_FILE, ("title",), LINE),
    "new x --department care --title T --together t --lead {}": (NEW_FILE, ("lead",), LINE),
    "new x --department care --title T --lead L --together {}": (NEW_FILE, ("together", 0), LINE),
    "declare department x -- {}": ("program.yaml", ("departments", -1, "name"), LINE),
    "declare goal x -- {}": ("program.yaml", ("goals", -1, "title"), LINE),
    "declare document x -- {}": ("program.yaml", ("documents", -1, "title"), LINE),
    "declare department x N --manager {}": ("program.yaml", ("departments", -1, "manager"), LINE),
    "declare document x T --url {}": ("program.yaml", ("documents", -1, "url"), PROSE),
}
"""A command with each option that takes a text, the file and the key it is to be in, and how long it may be."""

TEXTS = tuple(dict.fromkeys([*ATTACKS.values(), *HONEST.values()]))


def test_the_table_has_every_option_that_takes_a_text() -> None:
    tried = {
        (words[0], word)
        for words in map(shlex.split, TEXTS_OF)
        for word in words
        if words[words.index(word) :][1:2] == ["{}"]
    }
    takes = {
        (name, next(one for one in (option.default, *(option.param_decls or ())) if str(one).startswith("--")))
        for name, call in COMMANDS.items()
        for hint in get_type_hints(call.__dict__["taken"], include_extras=True).values()
        for option in getattr(hint, "__metadata__", ())
        if isinstance(option, OptionInfo) and option.metavar == "TEXT"
    }

    assert takes - tried == {("send", "--message")}  # which is a commit's, and on one line
    assert {one for one in tried - takes if one[1] != "--"} == {("set", "x-own")}


@pytest.mark.slow
@pytest.mark.parametrize("command", TEXTS_OF)
def test_every_text_of_every_option_arrives_as_that_very_text_and_nothing_else(tmp_path: Path, command: str) -> None:
    path, (key, *way), longest = TEXTS_OF[command]
    place = small(tmp_path) / path
    before: Any = everything(place.read_text()) if place.exists() else None
    for text in TEXTS:
        place.unlink(missing_ok=True)
        small(tmp_path)
        words = [text if word == "{}" else word for word in shlex.split(command)]
        code = done(tmp_path, *words)[0].code
        after: Any = everything(place.read_text()) if place.exists() else None

        is_refused = (
            holds_foreign(text) or not 0 < len(text.strip()) <= longest or (longest == LINE and "\n" in text.strip())
        )
        assert code == (2 if is_refused else 0), ascii(text)
        if is_refused:
            assert after == before
            continue
        found: Any = after.pop(key)
        for part in way:
            found = found[part]
        assert found == text
        kept = {one: value for one, value in before.items() if one != key} if before else {}
        assert {**after, "lead": "Programme"} == {**kept, "lead": "Programme"} if before else len(after) in {4, 5}
