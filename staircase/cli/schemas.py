"""``schema``: the JSON Schema of a file, with the portfolio's own words to choose from, or of a report's JSON."""

import json
from collections.abc import Iterable

from staircase import disk
from staircase.cli.manual import page_language
from staircase.cli.options import SchemaOptions
from staircase.cli.output import DONE, write
from staircase.cli.reading import loaded
from staircase.cli.settings import settings
from staircase.cli.usage import MisuseError
from staircase.core.choices import Language
from staircase.core.portfolio import Portfolio
from staircase.core.schema import FILES, REPORTS, Schema, SchemaWriter, offered, report_schema
from staircase.words import lexicon, words


def show_schema(options: SchemaOptions) -> int:
    """Print the schema of a file or a report."""
    choices = (*FILES, *REPORTS)
    if options.schema not in choices:
        raise MisuseError(key="shell.unknown_schema", word=options.schema, choices=choices, command="staircase schema")
    language = page_language(options)
    if options.schema in REPORTS:
        said = words(language)
        headings = {key: said.text(f"column.{key}") for key in _headed(said.texts)}
        write(written(report_schema(options.schema, lambda key: headings.get(key, ""))), "utf-8")
    else:
        write(written(file_schema(options.schema, language, _portfolio(options))), "utf-8")
    return DONE


def file_schema(which: str, language: Language, portfolio: Portfolio | None) -> Schema:
    """The schema of ``assignment`` or ``program`` in a language, with a portfolio's words where there is one."""
    writer = SchemaWriter(lexicon(language), offered(portfolio))
    return writer.assignment() if which == "assignment" else writer.program()


def written(schema: Schema) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _headed(texts: Iterable[str]) -> Iterable[str]:
    return (key.removeprefix("column.") for key in texts if key.startswith("column."))


def _portfolio(options: SchemaOptions) -> Portfolio | None:
    """The portfolio whose words are offered, if there is one: without one the schema is as good."""
    try:
        return loaded(settings(options))
    except disk.NoPortfolioError:
        if options.portfolio:
            raise
        return None
