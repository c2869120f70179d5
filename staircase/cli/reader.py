"""The language of pages that need no portfolio: the reader's, else that of the portfolio they stand in."""

import os
import re
from collections.abc import Iterator

from staircase import disk
from staircase.cli.environment import chosen_language, here, locale_language, named_portfolio
from staircase.cli.options.general import GlobalOptions
from staircase.core.file import PROGRAM_FILE
from staircase.words import Language

_LANGUAGE = re.compile(rb"^language:[ ]*(sv|en)[ ]*$", re.MULTILINE)


def reader_language(options: GlobalOptions) -> Language:
    """Decide the language: by option, by STAIRCASE_LANG, by the portfolio if there is one, by the locale."""
    asked = chosen_language(options.lang, os.environ)
    return asked or next(_of_program(options), None) or locale_language(os.environ)


def _of_program(options: GlobalOptions) -> Iterator[Language]:
    """Look for the language that the portfolio names, if there is one that can be found."""
    try:
        root = disk.find(here(), named_portfolio(options.portfolio, os.environ))
    except disk.NoPortfolioError:
        return
    match = _LANGUAGE.search(disk.read_file(root, PROGRAM_FILE).content or b"")
    if match:
        yield "sv" if match[1] == b"sv" else "en"
