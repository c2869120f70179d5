"""The portfolio that a command is about, as far as it could be read, and what is meant in it by an id or a name."""

import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from staircase import disk
from staircase.cli.environment import is_terminal, texts
from staircase.cli.output import say
from staircase.cli.settings import Settings
from staircase.cli.usage import MisuseError, NewerFormatError
from staircase.core.assess import Assessment, assess
from staircase.core.choices import Language
from staircase.core.load import Shelf, load
from staircase.core.portfolio import Named, Portfolio, meant, names_of
from staircase.words.speech import Words, words

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


PATIENCE = 1.0
"""Seconds that people wait without wondering."""


class Progress:
    """Counts steps, and shows them once they have taken long enough."""

    def __init__(self, title: str, *, colour: bool, patience: float = PATIENCE) -> None:
        self._title = title
        self._colour = colour
        self._total = 0
        self._done = 0
        self._bar: Bar | None = None
        self._shows_from = monotonic() + patience if is_terminal(sys.stderr) else float("inf")

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def expect(self, total: int) -> None:
        """How many steps there will be from here."""
        self._total, self._done = total, 0

    def step(self) -> None:
        """Count one step."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)
        elif monotonic() > self._shows_from:
            self._bar = self._opened()

    def _opened(self) -> "Bar":
        from rich.console import Console  # noqa: PLC0415 - start-up: only for long work
        from rich.progress import Progress as Bar  # noqa: PLC0415 - as above

        bar = Bar(console=Console(stderr=True, no_color=not self._colour), transient=True)
        bar.add_task(self._title, total=self._total, completed=self._done)
        bar.start()
        return bar


def read(settings: Settings) -> Assessment:
    """Read, validate and assess the portfolio; what cannot be read becomes findings."""
    return assess(loaded(settings), settings.as_of, settings.today)


def loaded(settings: Settings, shelf: Shelf | None = None) -> Portfolio:
    """Read and validate the portfolio; the shelf keeps what another revision may have in common with it."""
    title, root = texts(settings.language(None))["shell.reading"], settings.root
    with Progress(title, colour=settings.look.colour) as progress:
        (portfolio, own), is_partial = disk.undisturbed(root, lambda: _once(root, progress, shelf))
    if shelf and own:
        shelf.take(own)
    if is_partial:
        said = texts(language_for(settings, portfolio))
        say(said["shell.error"].format(message=said["shell.unfinished"]))
    return portfolio


def _once(root: Path, progress: Progress, shelf: Shelf | None) -> tuple[Portfolio, Shelf | None]:
    """Read the portfolio, and put what was read on a shelf of its own."""
    files, own = disk.listed(root), shelf.apart() if shelf else None
    progress.expect(len(files))
    return known_format(load(disk.read_each(root, files), progress.step, own)), own


def known_format(portfolio: Portfolio) -> Portfolio:
    """The portfolio, if its format is known.

    Raises:
        NewerFormatError: it is newer.
    """
    if newer := portfolio.newer_format:
        raise NewerFormatError(newer)
    return portfolio


def language_of(settings: Settings, assessment: Assessment) -> Language:
    """The language that the reader or the portfolio asks for."""
    return language_for(settings, assessment.portfolio)


def language_for(settings: Settings, portfolio: Portfolio) -> Language:
    """The same language, before the portfolio is assessed."""
    program = portfolio.program
    return settings.language(program.language if program else None)


def words_of(settings: Settings, assessment: Assessment) -> Words:
    """The words of that language, with the portfolio's currency."""
    program = assessment.portfolio.program
    language = language_of(settings, assessment)
    return words(language, program.currency) if program else words(language)


def identified(word: str, kind: Named, portfolio: Portfolio, language: Language) -> str | None:
    """The id of what is called so, if there is anything.

    Raises:
        MisuseError: several are called so.
    """
    found = meant(word, kind, portfolio)
    if len(found) > 1:
        raise several(word, found, language)
    return found[0] if found else None


def several(word: str, ids: Sequence[str], language: Language) -> MisuseError:
    """The error that a name is that of several."""
    return MisuseError(key="shell.several", word=word, places={"ids": ", ".join(sorted(ids))}, language=language)


def unknown_assignment(word: str, portfolio: Portfolio, command: str, language: Language) -> MisuseError:
    """The error that there is no such assignment."""
    return MisuseError(
        key="shell.unknown_id",
        word=word,
        choices=tuple(sorted(portfolio.ids)),
        command=command,
        language=language,
        names=names_of("assignment", portfolio),
    )
