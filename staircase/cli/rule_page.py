"""Showing rules: the manual page of one, the list of all, or either for programs."""

from staircase.cli.exits import DONE
from staircase.cli.options.rule import RuleOptions
from staircase.cli.output import write
from staircase.cli.reader import reader_language
from staircase.cli.settings import look_of
from staircase.cli.usage import MisuseError
from staircase.core.language import Language
from staircase.core.rules.names import SEVERITIES
from staircase.render.manual import manual, rule_list
from staircase.render.values import Plain
from staircase.words import words
from staircase.words.manual import page


def show(options: RuleOptions) -> int:
    """Show a rule's page, or all rules by family; for programs as JSON."""
    if options.name is not None and options.name not in SEVERITIES:
        raise MisuseError(
            key="shell.unknown_rule", word=options.name, choices=tuple(SEVERITIES), command="staircase rule"
        )
    language = reader_language(options)
    names = tuple(SEVERITIES) if options.name is None else (options.name,)
    if options.json or options.format == "json":
        from staircase.render.json import document  # noqa: PLC0415 - start-up: only when a program reads

        rows: list[Plain] = [_row(name, language) for name in names]
        write(document({"schema": "staircase.rule/1", "rows": rows}), "utf-8")
    elif options.name is None:
        titles = {name: words(language).text(f"rule.{name}") for name in SEVERITIES}
        write(rule_list(titles, {name: SEVERITIES[name].value for name in SEVERITIES}, look_of(options)))
    else:
        write(manual(page(language, options.name).text, options.name, SEVERITIES[options.name].value, look_of(options)))
    return DONE


def _row(name: str, language: Language) -> dict[str, Plain]:
    found = page(language, name)
    head: dict[str, Plain] = {
        "rule": name,
        "family": name.partition("-")[0],
        "severity": SEVERITIES[name].value,
        "title": found.title,
    }
    return {**head, **dict(found.sections)}
