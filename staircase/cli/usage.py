"""Usage errors in our own words, with what was meant or what there is to choose between."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from staircase.core.source import spelled_name
from staircase.core.suggest import FEW_ENOUGH_TO_LIST, nearest
from staircase.system import said_reason

_NO_NAMES: Mapping[str, str] = MappingProxyType({})

if TYPE_CHECKING:
    from staircase.core.choices import Language


@dataclass(eq=False)  # not frozen: Python writes its traceback into an exception
class MisuseError(Exception):
    """The command line asks for what cannot be done.

    Attributes:
        key: the sentence's key in the help catalogue.
        word: what was written, quoted in the sentence as ``{word}``.
        choices: what could have been written.
        places: further places of the sentence; a reason of the system's stands by its key.
        command: the command whose help tells more, with the program's name.
        language: the portfolio's language, where it was known by then.
        names: what the choices are called, by their ids, where people may write either.
    """

    key: str
    word: str = ""
    choices: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    command: str = "staircase"
    language: "Language | None" = None
    names: Mapping[str, str] = field(default_factory=dict)


class NoSuchPathError(Exception):
    """Paths that name nothing in the portfolio: ``paths`` are as they were written, ``language`` is the portfolio's."""

    def __init__(self, paths: Sequence[str], language: "Language | None" = None) -> None:
        super().__init__(", ".join(paths))
        self.paths = tuple(paths)
        self.language = language


class NewerFormatError(Exception):
    """The portfolio's files have a format, ``version``, that only a newer staircase knows."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


@dataclass(eq=False)  # as above
class NoBaseError(Exception):
    """The revision to compare with cannot be read.

    Attributes:
        key: the sentence's key in the help catalogue.
        places: its places.
        language: the portfolio's language.
    """

    key: str
    places: Mapping[str, str]
    language: "Language"


LONGEST_ECHO = 200
"""Characters of what was written that are said again."""


def echoed(text: str) -> str:
    """Return a text as it is said again: on one line, and no more than its beginning."""
    text = spelled_name(text)
    return text if len(text) <= LONGEST_ECHO else f"{text[: LONGEST_ECHO - 1]}…"


def sentence(error: MisuseError, texts: Mapping[str, str]) -> str:
    """What is wrong, and what was meant: the nearest choice, or all of them when they are few."""
    places = {name: echoed(said_reason(place, texts)) for name, place in error.places.items()}
    said = texts[error.key].format(word=echoed(error.word), **places)
    return f"{said} {hint(error.word, error.choices, texts, error.names)}".rstrip()


def hint(word: str, choices: Iterable[str], texts: Mapping[str, str], names: Mapping[str, str] = _NO_NAMES) -> str:
    """The "did you mean", or the choices when there are few, or nothing."""
    options = tuple(choices)
    if meant := nearest(word, options):
        return texts["shell.did_you_mean"].format(word=meant)
    if called := nearest(word, names.values()):
        meant = next(one for one, name in names.items() if name == called)
        return texts["shell.did_you_mean_named"].format(id=meant, name=echoed(called))
    if 0 < len(options) <= FEW_ENOUGH_TO_LIST:
        return texts["shell.choices"].format(choices=", ".join(options))
    return ""
