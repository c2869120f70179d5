"""Where writing meets what it did not expect: links, devices, names that are none, and texts that look like more."""

import os
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from staircase.core.yaml.parse import everything
from staircase.core.yaml.refusal import holds_foreign
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
    assert ended.err.startswith("staircase: assignments/wrong.yaml could not be written: Permission denied.")


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


TEXTS_OF: dict[str, tuple[str, tuple[str | int, ...]]] = {
    "move visits roadmap --why {}": ("journey", (-1, "why")),
    "pause visits --why {}": ("pauses", (-1, "why")),
    "stop visits --why {}": ("stopped", ("why",)),
    "stop visits --why x --learned {}": ("stopped", ("learned",)),
    "trial visits night --learned {}": ("trials", (-1, "learned")),
    "benefit visits time --realisation {}": ("benefits", (-1, "realisation")),
    "present visits --forum board --decision {}": ("shown", (-1, "decision")),
    "close visits time --why {}": ("benefits", (-1, "closed", "why")),
    "take-home visits time --how {}": ("benefits", (-1, "taken_home", -1, "how")),
    "plan visits all-teams --area {}": ("roadmap", (-1, "area")),
    "drop visits all-teams --why {}": ("roadmap", (-1, "dropped", "why")),
    "accept journey-stale visits --until 2027-01-31 --why {}": ("accepted", (-1, "why")),
    "set visits lead Head --anew --why {}": ("was", (-1, "why")),
    "set -- visits x-own {}": ("x-own", ()),
}
TEXTS = tuple(dict.fromkeys([*ATTACKS.values(), *HONEST.values()]))


@pytest.mark.slow
@pytest.mark.parametrize("command", TEXTS_OF)
def test_every_text_of_every_option_arrives_as_that_very_text_and_nothing_else(tmp_path: Path, command: str) -> None:
    key, way = TEXTS_OF[command]
    place = small(tmp_path) / VISITS
    for text in TEXTS:
        place.write_text(FILES[VISITS])
        words = [text if word == "{}" else word for word in shlex.split(command)]
        code = done(tmp_path, *words)[0].code
        after = everything(place.read_text())

        refused = holds_foreign(text) or not text.strip()
        assert code == (2 if refused else 0), ascii(text)
        found: Any = after.pop(key, None) if not refused else None
        for part in way if not refused else ():
            found = found[part]
        assert found == (None if refused else text)
        others = {one: value for one, value in everything(FILES[VISITS]).items() if one != key or refused}
        assert {**after, "lead": "Programme"} == others
