"""Rules and guides, shown without a portfolio: a page, a list of all, or a rule for programs."""

import os
import re

from staircase import disk
from staircase.cli.app import GlobalOptions
from staircase.cli.environment import chosen_language, here, locale_language, named_portfolio
from staircase.cli.options import GuideOptions, RuleOptions
from staircase.cli.output import DONE, write
from staircase.cli.settings import look_of
from staircase.cli.usage import MisuseError
from staircase.core.choices import LANGUAGES, Language, language_named
from staircase.core.rules.table import LEVELS, SEVERITIES
from staircase.core.yaml.source import PROGRAM_FILE
from staircase.render.json import Plain
from staircase.render.manual import guide_list, guide_page, manual, rule_list
from staircase.words import words
from staircase.words.manual import TOPICS, guide, page

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
        write(rule_list(titles, {name: LEVELS[name] for name in SEVERITIES}, look_of(options)))
    else:
        write(manual(page(language, options.name).text, options.name, LEVELS[options.name], look_of(options)))
    return DONE


def show_guide(options: GuideOptions) -> int:
    """Show a guide, or all topics with a line each."""
    if options.topic is not None and options.topic not in TOPICS:
        raise MisuseError(key="shell.unknown_topic", word=options.topic, choices=TOPICS, command="staircase guide")
    language, look = page_language(options), look_of(options)
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
