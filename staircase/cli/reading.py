"""From a portfolio's folder to its assessment, with a progress bar where it takes long."""

from staircase import disk
from staircase.cli.progress import Progress
from staircase.cli.settings import Settings
from staircase.core.assess import Assessment, assess
from staircase.core.load import load
from staircase.words import Words, words


def read(settings: Settings, title: str) -> Assessment:
    """Read, validate and assess the portfolio; what cannot be read becomes findings."""
    with Progress(title) as progress:
        files = disk.read(settings.root)
        progress.expect(len(files))
        return assess(load(files, progress.step), settings.as_of, settings.today)


def words_of(settings: Settings, assessment: Assessment) -> Words:
    """Give the words of the language that the reader or the portfolio asks for."""
    program = assessment.portfolio.program
    return words(settings.language(program.language if program else None))
