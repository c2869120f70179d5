"""What can be read without a portfolio: rules and guides, as pages and lists, and the schemas of files and reports."""

import json
import os
import re
from typing import TYPE_CHECKING

from staircase import disk
from staircase.cli import DONE, write
from staircase.cli.app import GlobalOptions
from staircase.cli.environment import chosen_language, here, locale_language, look_of, named_portfolio
from staircase.cli.options import GuideOptions, RuleOptions, SchemaOptions
from staircase.cli.usage import MisuseError
from staircase.core.choices import LANGUAGES, Language, language_named
from staircase.core.rules.table import LEVELS, SEVERITIES
from staircase.core.source import PROGRAM_FILE
from staircase.render.json import Plain
from staircase.render.manual import guide_list, guide_page, manual, rule_list
from staircase.words import TOPICS, guide, page
from staircase.words.speech import lexicon, words

if TYPE_CHECKING:
    from staircase.core.portfolio import Portfolio
    from staircase.core.schema import Schema

_LANGUAGE = re.compile(rb"^language:[ ]*(%s)[ ]*$" % "|".join(LANGUAGES).encode(), re.MULTILINE)


def show_rule(options: RuleOptions) -> int:
    """Show a rule's page, or all rules by family; for programs as JSON."""
    if options.name is not None and options.name not in SEVERITIES:
        raise MisuseError(
            key="shell.unknown_rule", word=options.name, choices=tuple(SEVERITIES), command="staircase rule"
        )
    language = page_language(options)
    names = tuple(SEVERITIES) if options.name is None else (options.name,)
    if options.json or options.format == "json":
        from staircase.render.json import document  # noqa: PLC0415 - start-up: only when a program reads

        rows: list[Plain] = [_row(name, language) for name in names]
        write(document({"schema": "staircase.rule/1", "rows": rows}), "utf-8")
    elif options.name is None:
        titles = {name: words(language).text(f"rule.{name}") for name in SEVERITIES}
        write(rule_list(titles, {name: LEVELS[name] for name in SEVERITIES}, look_of(options.color)))
    else:
        write(manual(page(language, options.name).text, options.name, LEVELS[options.name], look_of(options.color)))
    return DONE


def show_guide(options: GuideOptions) -> int:
    """Show a guide, or all topics with a line each."""
    if options.topic is not None and options.topic not in TOPICS:
        raise MisuseError(key="shell.unknown_topic", word=options.topic, choices=TOPICS, command="staircase guide")
    language, look = page_language(options), look_of(options.color, plain=options.plain)
    if options.topic is None:
        write(guide_list({topic: guide(language, topic).summary for topic in TOPICS}, look))
    else:
        write(guide_page(guide(language, options.topic).text, look))
    return DONE


def _row(name: str, language: Language) -> dict[str, Plain]:
    found = page(language, name)
    head: dict[str, Plain] = {
        "rule": name,
        "family": name.partition("-")[0],
        "severity": LEVELS[name],
        "title": found.title,
    }
    return {**head, **dict(found.sections)}


def show_schema(options: SchemaOptions) -> int:
    """Print the schema of a file, with the portfolio's own words to choose from, or of a report's JSON."""
    from staircase.core.schema import FILES, REPORTS, report_schema  # noqa: PLC0415 - start-up: rules need no models

    choices = (*FILES, *REPORTS)
    if options.schema not in choices:
        raise MisuseError(key="shell.unknown_schema", word=options.schema, choices=choices, command="staircase schema")
    language = page_language(options)
    if options.schema in REPORTS:
        said = words(language)
        columns = [key.removeprefix("column.") for key in said.texts if key.startswith("column.")]
        headings = {key: said.text(f"column.{key}") for key in columns}
        write(written(report_schema(options.schema, lambda key: headings.get(key, ""))), "utf-8")
    else:
        write(written(file_schema(options.schema, language, _portfolio(options))), "utf-8")
    return DONE


def file_schema(which: str, language: Language, portfolio: "Portfolio | None") -> "Schema":
    """The schema of ``assignment`` or ``program`` in a language, with a portfolio's words where there is one."""
    from staircase.core.schema import SchemaWriter, offered  # noqa: PLC0415 - as above

    writer = SchemaWriter(lexicon(language), offered(portfolio))
    return writer.assignment() if which == "assignment" else writer.program()


def written(schema: "Schema") -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _portfolio(options: SchemaOptions) -> "Portfolio | None":
    """The portfolio whose words are offered, if there is one: without one the schema is as good."""
    from staircase.cli.reading import loaded, settings  # noqa: PLC0415 - as above

    try:
        return loaded(settings(options))
    except disk.NoPortfolioError:
        if options.portfolio:
            raise
        return None


def page_language(options: GlobalOptions) -> Language:
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
