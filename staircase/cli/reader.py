"""The language of pages that need no portfolio: the reader's, else that of the portfolio they stand in."""

import os
import re

from staircase import disk
from staircase.cli.environment import chosen_language, here, locale_language, named_portfolio
from staircase.cli.options.general import GlobalOptions
from staircase.core.file import PROGRAM_FILE
from staircase.core.language import LANGUAGES, Language, language_named

_LANGUAGE = re.compile(rb"^language:[ ]*(%s)[ ]*$" % "|".join(LANGUAGES).encode(), re.MULTILINE)


def reader_language(options: GlobalOptions) -> Language:
    """Language of the page: by option, by STAIRCASE_LANG, by the portfolio if there is one, by the locale."""
    asked = chosen_language(options.lang, os.environ)
    return asked or _of_program(options) or locale_language(os.environ)


def _of_program(options: GlobalOptions) -> Language | None:
    """Language that the portfolio names, if there is one that can be found."""
    try:
        root = disk.find(here(), named_portfolio(options.portfolio, os.environ))
    except disk.NoPortfolioError:
        return None
    match = _LANGUAGE.search(disk.read_file(root, PROGRAM_FILE).content or b"")
    return language_named(match[1].decode()) if match else None
