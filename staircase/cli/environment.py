"""What the surroundings say: variables, streams, the line at a glance; the only reader of clock and environment."""

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from importlib import import_module
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from staircase.cli.usage import MisuseError
from staircase.core.choices import FALLBACK, Language, language_named
from staircase.core.period import NoSuchDateError, NotADateError, parse_date

if TYPE_CHECKING:
    from staircase.render.look import Look

FALLBACK_WIDTH = 80


class Session(NamedTuple):
    """What is known of the reader before the options are read: enough for help and usage errors."""

    language: Language
    colour: bool
    unknown_language: str = ""
    """What STAIRCASE_LANG says where it names none of the languages."""

    @property
    def texts(self) -> Mapping[str, str]:
        """The help catalogue; it is loaded when it is first needed."""
        return texts(self.language)


def texts(language: Language) -> Mapping[str, str]:
    """What the shell itself says in a language."""
    catalogue: Mapping[str, str] = import_module(f"staircase.words.{language}.help").TEXTS
    return catalogue


def session(argv: Sequence[str]) -> Session:
    """Session that a glance at the command line and the environment shows."""
    language = chosen_language(given(argv, "--lang"), os.environ) or locale_language(os.environ)
    named = os.environ.get("STAIRCASE_LANG", "")
    unknown = named if named and not language_named(named) else ""
    return Session(language, has_colour(given(argv, "--color"), os.environ, sys.stdout), unknown)


def given(argv: Sequence[str], option: str) -> str | None:
    """The last value of an option on the command line, without reading anything else of it."""
    own = argv[: argv.index("--")] if "--" in argv else argv
    found = None
    for word, following in zip_longest(own, own[1:]):
        name, is_joined, value = word.partition("=")
        if name == option:
            found = value if is_joined else following
    return found


def chosen_language(option: str | None, environ: Mapping[str, str]) -> Language | None:
    """Language that was asked for: by option, else by STAIRCASE_LANG."""
    return language_named(option) or language_named(environ.get("STAIRCASE_LANG"))


def locale_language(environ: Mapping[str, str]) -> Language:
    """Language of the locale, or the one for those whose locale names none of ours."""
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return language_named(next(filter(None, names), None)) or FALLBACK


def has_colour(option: str | None, environ: Mapping[str, str], stream: TextIO | None) -> bool:
    """Whether to colour: the option over the variables, in the order here, over the terminal."""
    if option in {"always", "never"}:
        return option == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return environ["FORCE_COLOR"] != "0"
    if environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}:
        return True
    return environ.get("TERM") != "dumb" and is_terminal(stream)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sees the stream as it is written; a closed one is none."""
    return stream is not None and not stream.closed and stream.isatty()


def width() -> int:
    """Width of the terminal, or what COLUMNS says."""
    return shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns


def look_of(option: str | None, *, wide: bool = False, plain: bool = False) -> "Look":
    """What the output can show: ``option`` says of its colours, ``wide`` and ``plain`` what was asked for besides."""
    from staircase.render.look import Look, choose  # noqa: PLC0415 - start-up: help draws nothing

    encoding = sys.stdout.encoding if sys.stdout is not None else None
    return Look(
        width=width(),
        terminal=is_terminal(sys.stdout),
        colour=has_colour(option, os.environ, sys.stdout),
        signs=choose(encoding or "utf-8").name,
        wide=wide,
        plain=plain or os.environ.get("ACCESSIBLE", "0") not in {"", "0"},
    )


def program_name() -> str:
    """Name that the program was called by, for completion: it has two."""
    name = Path(sys.argv[0]).stem if sys.argv else ""
    return name if name.startswith("staircase") else "staircase"


def named_portfolio(option: str | None, environ: Mapping[str, str]) -> Path | None:
    """Portfolio that is named: by option, else by STAIRCASE_PORTFOLIO."""
    named = option or environ.get("STAIRCASE_PORTFOLIO")
    return Path(os.path.expanduser(named)) if named else None  # noqa: PTH111 - Path fails where there is no such user


def here() -> Path:
    """The current folder as the user sees it; a deleted one is the root of all."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.sep)


def today_told() -> date:
    """Today: as STAIRCASE_TODAY says, else as the clock does."""
    written = os.environ.get("STAIRCASE_TODAY")
    return day_said("STAIRCASE_TODAY", written) if written else day_of_clock(datetime.now().astimezone())


def day_of_clock(now: datetime) -> date:
    """Day of a moment where the clock stands.

    Raises:
        MisuseError: the clock is not set: its day is outside 1970-2200.
    """
    written = now.date().isoformat()
    try:
        return parse_date(written)
    except NoSuchDateError as error:
        raise MisuseError(key="shell.bad_clock", word=written) from error


def day_said(option: str, written: str) -> date:
    """The day that an option or a variable says.

    Raises:
        MisuseError: it is none.
    """
    try:
        return parse_date(written)
    except (NotADateError, NoSuchDateError) as error:
        raise MisuseError(key="shell.bad_date", word=written, places={"option": option}) from error
