"""From a portfolio's folder to its assessment, with a progress bar where it takes long."""

from staircase import disk
from staircase.cli.environment import texts
from staircase.cli.progress import Progress
from staircase.cli.settings import Settings
from staircase.core.assess import Assessment, assess
from staircase.core.language import Language
from staircase.core.load import Shelf, load
from staircase.core.portfolio import Portfolio
from staircase.words import words
from staircase.words.speech import Words


def read(settings: Settings) -> Assessment:
    """Read, validate and assess the portfolio; what cannot be read becomes findings."""
    return assess(loaded(settings), settings.as_of, settings.today)


def loaded(settings: Settings, shelf: Shelf | None = None) -> Portfolio:
    """Read and validate the portfolio; the shelf keeps what another revision may have in common with it."""
    title = texts(settings.language(None))["shell.reading"]
    with Progress(title, colour=settings.look.colour) as progress:
        files = disk.listed(settings.root)
        progress.expect(len(files))
        return load(disk.read_each(settings.root, files), progress.step, shelf)


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
