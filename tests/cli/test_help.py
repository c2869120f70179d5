"""Help: whole in each language, for every command, within the width."""

import re
import shlex
from pathlib import Path
from string import Formatter

import pytest

from staircase.cli.help import FAMILIES
from staircase.words.en.help import TEXTS as ENGLISH
from staircase.words.sv.help import TEXTS as SWEDISH
from tests.cli.running import ROOT, run
from tests.cli.running import example as copied

COMMANDS = ["", *(name for family in FAMILIES.values() for name in family)]
ENGLISH_WORDS = (
    r"usage|options?|arguments?|commands?|show|this|message|exit|default|required|installation|the|and|choices|error:"
)


COUNTED = re.compile(r"Hittat: .*\n")
"""What `check` says beside a pipe."""


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_catalogues_have_the_same_keys_and_places() -> None:
    assert {key: places(text) for key, text in SWEDISH.items()} == {key: places(text) for key, text in ENGLISH.items()}


@pytest.mark.parametrize(
    "example",
    sorted(
        {
            line
            for key, text in ENGLISH.items()
            if key.startswith("example.") and key not in {"example.edit", "example.send"}
            for line in text.split("\n")
        }
    ),
)
def test_every_example_works_on_the_example_portfolio(tmp_path: Path, example: str) -> None:
    arguments = shlex.split(example.partition(" > ")[0])[1:]

    ended = run(arguments, copied(tmp_path) if set(arguments[:1]) & {"export", *FAMILIES["write"]} else ROOT)

    told = f"{arguments[1]} är skriven.\n" if arguments[:1] == ["export"] else ""
    said = COUNTED.sub("", ended.err) if "check" in arguments else ended.err
    assert (ended.code in ({0, 1} if "check" in arguments else {0}), said) == (True, told)


@pytest.mark.parametrize("command", COMMANDS)
def test_swedish_help_holds_no_english(tmp_path: Path, command: str) -> None:
    ended = run([*command.split(), "--help", "--lang", "sv"], tmp_path)

    prose = re.sub(
        r"--?[\w-]+|\[env: [^]]*\]|^ *staircase .*$|staircase [a-z]+|^  [a-z]+ |\w+(?:\|\w+)+|förval: error",
        "",
        ended.out,
        flags=re.MULTILINE,
    )
    assert (ended.code, ended.err) == (0, "")
    assert re.findall(rf"(?i)\b(?:{ENGLISH_WORDS})\b", prose) == []


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("columns", [40, 80, 300])
def test_help_keeps_within_the_width_and_names_every_option_once(tmp_path: Path, command: str, columns: int) -> None:
    ended = run([*command.split(), "--help"], tmp_path, {"COLUMNS": str(columns)})

    prose = [line for line in ended.out.splitlines() if not line.lstrip().startswith(("staircase ", "-"))]
    assert max(map(len, prose)) <= max(min(columns, 100), 56)
    named = re.findall(r"^  (--[a-z-]+)", ended.out, flags=re.MULTILINE)
    assert len(named) == len(set(named))
    assert {"--portfolio", "--lang", "--color", "--debug", "--help"} <= set(named)


@pytest.mark.parametrize(
    ("variables", "first"),
    [({"STAIRCASE_LANG": "sv"}, "Användning"), ({"LC_ALL": "sv_SE.UTF-8"}, "Användning"), ({"LC_ALL": "C"}, "Usage")],
)
def test_the_language_of_help_follows_the_variables(tmp_path: Path, variables: dict[str, str], first: str) -> None:
    assert run(["--help"], tmp_path, variables).out.partition(":")[0] == first


def test_help_on_a_console_that_lacks_letters_is_still_read(tmp_path: Path) -> None:
    ended = run(["--help", "--lang", "sv"], tmp_path, {"PYTHONIOENCODING": "ascii"})

    assert (ended.code, ended.out.partition(":")[0], ended.err) == (0, "Anvandning", "")


def test_colour_marks_titles_only_when_asked_for(tmp_path: Path) -> None:
    assert run(["--help", "--color", "always"], tmp_path).out.startswith("\x1b[1mUsage\x1b[0m: staircase")
    assert "\x1b" not in run(["--help"], tmp_path).out
