import re
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from pydantic import BaseModel

from staircase.core.assess import Assessment, assess
from staircase.core.choices import LANGUAGES, STEPS, Bucket, Language, State
from staircase.core.figures import BenefitStanding
from staircase.core.finding import Severity
from staircase.core.known import ItemState
from staircase.core.load import load
from staircase.core.model import keys_within
from staircase.core.model.assignment import Assignment, Baseline, Keep, Kind, Outcome
from staircase.core.model.program import DocumentKind, Program
from staircase.core.reports.status import By
from staircase.core.rules.table import ERRORS, GAPS
from staircase.core.rules.table import RULES as TABLE
from staircase.core.sheets import Sheet
from staircase.core.sheets.table import SHEETS
from staircase.core.source import Unreadable
from staircase.core.yaml.suspect import Reason
from staircase.disk import read
from staircase.words.speech import CATALOGUE, sheet_texts, words
from tests.core.reports.outlines import OUTLINES
from tests.house.module import ROOT
from tests.words.keys import CODE, KEY, constants, is_made, reasons, whole

TEXTS = {language: dict(sheet_texts(language)) for language in LANGUAGES}
NOUNS = {language: words(language).nouns for language in LANGUAGES}
HELP: dict[Language, dict[str, str]] = {
    language: import_module(f"staircase.words.{language}.help").TEXTS for language in LANGUAGES
}
RULES = (*ERRORS, *GAPS)
BOTH = pytest.mark.parametrize("language", LANGUAGES)


FIELDS = {*keys_within(Assignment), *keys_within(Program)} - {"explore", "embed"}
"""The keys of the files; steps have words of their own."""

DOMAINS: dict[str, tuple[str, ...]] = {
    "step": STEPS,
    "state": tuple(State),
    "item": tuple(ItemState),
    "kind": (*get_args(Kind), "assignment", "enabling", "unsorted"),
    "standing": tuple(BenefitStanding),
    "keep": get_args(Keep),
    "target": get_args(Keep),
    "bucket": tuple(Bucket),
    "month": tuple(map(str, range(1, 13))),
    "key": tuple(FIELDS),
    "sort": get_args(Assignment.model_fields["kind"].annotation),
    "how": get_args(Baseline.model_fields["how"].annotation),
    "outcome": (*get_args(Outcome), "none"),
    "severity": tuple(Severity),
    "next": (*STEPS, "begin", "keep"),
    "document": get_args(DocumentKind),
    "sheet": ("cover", *(sheet.name for sheet in SHEETS)),
    "rule": RULES,
    "column": (
        *(field.column.key for outline in OUTLINES for field in outline.usual_fields()),
        *(key for outline in OUTLINES for key in outline.keys),
        *(f"{by}_group" for by in get_args(By) if by != "step"),
    ),
}
"""What the code fills into the keys that it makes of a family and a value."""


def places(text: str) -> set[str]:
    """The names of a text's places."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def unmade(keys: set[str]) -> list[str]:
    """The keys that the code never asks for; which currencies there are is for the files to say."""
    said = {f"key.{field}" for field in FIELDS}
    return sorted(key for key in keys - said if not is_made(key) and not key.startswith("currency."))


def portfolios() -> list[Path]:
    """The example portfolio and every fixture of a rule."""
    return [ROOT / "portfolio", *sorted({path.parent for path in (ROOT / "tests" / "rules").rglob("program.yaml")})]


def assessed(folder: Path) -> Assessment:
    """Assess a portfolio on the day that its first line names, or in the middle of the example's second year."""
    first = (folder / "program.yaml").read_bytes().split(b"\n")[0].decode(errors="replace")
    named = re.search(r"as-of: (\S+)", first)
    day = date.fromisoformat(named[1]) if named else date(2026, 11, 2)
    return assess(load(read(folder)), day, day)


# the two languages


def test_both_languages_have_the_same_keys() -> None:
    assert TEXTS["sv"].keys() == TEXTS["en"].keys()
    assert NOUNS["sv"].keys() == NOUNS["en"].keys()
    assert HELP["sv"].keys() == HELP["en"].keys()


@pytest.mark.parametrize("catalogues", [TEXTS, HELP], ids=["texts", "help"])
def test_both_languages_have_the_same_places_in_a_text(catalogues: dict[Language, dict[str, str]]) -> None:
    swedish, english = catalogues["sv"], catalogues["en"]

    assert {key for key in swedish if places(swedish[key]) != places(english.get(key, ""))} == set()


@BOTH
def test_every_place_has_a_name(language: Language) -> None:
    named = {key: places(text) for key, text in (TEXTS[language] | HELP[language]).items()}

    assert {key for key, names in named.items() for name in names if not re.fullmatch(r"[a-z_]+", name)} == set()


@BOTH
def test_no_module_of_a_catalogue_says_again_what_another_says(language: Language) -> None:
    own = f"staircase.words.{language}"
    modules = [import_module(name) for name in (own, *(f"{own}.{name}" for name in (*CATALOGUE, "sheets")))]
    every = [key for module in modules for key in module.TEXTS]
    help_, of_writing = (import_module(f"staircase.words.{language}.{name}").TEXTS for name in ("help", "help_write"))

    assert len(every) == len(set(every))
    assert {key for key, text in of_writing.items() if help_[key] != text} == set()


@BOTH
def test_no_text_is_empty_or_has_blanks_at_its_ends(language: Language) -> None:
    every = TEXTS[language] | HELP[language]

    assert [key for key, text in every.items() if not text.strip() or text != text.strip()] == []


@BOTH
def test_no_message_and_no_ask_ends_in_a_full_stop(language: Language) -> None:
    said = {key: text for key, text in TEXTS[language].items() if key.startswith(("finding.", "rule."))}

    assert [key for key, text in said.items() if text.endswith((".", "!"))] == []


# nothing missing


@pytest.mark.parametrize("family", DOMAINS)
def test_every_value_that_the_code_may_name_has_its_word(family: str) -> None:
    assert [value for value in DOMAINS[family] if f"{family}.{value}" not in TEXTS["sv"]] == []


def test_every_key_that_stands_in_the_code_exists() -> None:
    families = {key.split(".")[0] for key in TEXTS["sv"]} | {key.split(".")[0] for key in HELP["sv"]}
    fields = set(whole(CODE["core.sheets.table"].tree))  # spelled like keys: paths of the format
    asked = {text for text in constants() - fields if KEY.fullmatch(text) and text.split(".")[0] in families}

    assert {key for key in asked if key not in TEXTS["sv"] and key not in HELP["sv"]} == set()


@BOTH
@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_column_of_a_sheet_has_a_heading_of_its_own_and_every_choice_a_word(
    sheet: Sheet, language: Language
) -> None:
    headings = [sheet.heading(column, TEXTS[language]).casefold() for column in sheet.columns]

    assert len(set(headings)) == len(headings)
    for column in sheet.columns:
        choices = [TEXTS[language][f"{column.word}.{choice}"].casefold() for choice in column.choices]
        assert len(set(choices)) == len(choices)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_its_title_and_what_to_say_and_ask(rule: str) -> None:
    said = [key for key in TEXTS["sv"] if key.startswith(f"finding.{rule}.") and key.endswith(".message")]
    asks = [key.removesuffix(".message") + ".ask" for key in said]

    assert f"rule.{rule}" in TEXTS["sv"]
    assert said
    assert [ask for ask in asks if ask not in TEXTS["sv"] and f"finding.{rule}.ask" not in TEXTS["sv"]] == []


def hits() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every reason that a rule's module names, with the module's rules."""
    checks = [(f"core.rules.{check.split(':')[0]}", rule.name) for rule in TABLE for check in rule.checks.values()]
    for module in {module for module, _ in checks}:
        names = tuple(name for where, name in checks if where == module)
        for call, position in (("Hit", 3), ("_at_benefit", 1)):
            yield from ((reason, names) for reason in reasons(CODE[module], call, position))


@pytest.mark.parametrize(("reason", "names"), sorted(set(hits())))
def test_every_reason_of_a_gap_is_said(reason: str, names: tuple[str, ...]) -> None:
    assert any(f"finding.{name}.{reason}.message" in TEXTS["sv"] for name in names)


def of_values() -> set[str]:
    """Every reason why a value is refused."""
    found = set(reasons(CODE["core.model"], "_refusal", 0))
    found |= set(reasons(CODE["core.misfit"], "_invalid", 3))
    found |= {reason for name in ("core.misfit", "core.misfit") for reason in reasons(CODE[name], "finding", 3)}
    return found


@pytest.mark.parametrize("reason", sorted(of_values()))
def test_every_reason_why_a_field_is_wrong_is_said(reason: str) -> None:
    assert any(f"finding.{rule}.{reason}.message" in TEXTS["sv"] for rule in ("field-invalid", "field-unknown"))


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        *(("file-unreadable", reason) for reason in (*get_args(Unreadable), "utf16", "cp1252", "not-utf8")),
        *(("file-syntax", reason) for reason in get_args(Reason)),
        *(
            ("file-not-plain", reason)
            for name in ("core.yaml", "core.yaml.reader")
            for reason in sorted(set(reasons(CODE[name], "not_plain", 0)))
        ),
        *(("file-name", reason) for reason in ("not-an-id", "twice")),
    ],
)
def test_every_reason_why_a_file_is_not_read_is_said(rule: str, reason: str) -> None:
    assert f"finding.{rule}.{reason}.message" in TEXTS["sv"]


def required(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every key that the format requires, without the positions in lists."""
    for name, field in model.model_fields.items():
        here = (*path, field.alias or name)
        if field.is_required():
            yield here
        for part in (field.annotation, *get_args(field.annotation)):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from required(part, here)


REQUIRED = {("department",), *required(Assignment), *required(Program)}
"""``department`` is required of all assignments but the enabling ones, which no model says."""


@BOTH
def test_every_required_key_has_a_line_to_write_and_every_line_a_required_key(language: Language) -> None:
    lines = {key: text for key, text in TEXTS[language].items() if key.startswith("line.")}
    at_place = {path: ".".join(("line", *path)) for path in REQUIRED}

    used = {key if key in lines else f"line.{path[-1]}" for path, key in at_place.items()}

    assert used == set(lines)
    assert [key for key, text in lines.items() if not text.startswith(f"{key.split('.')[-1]}: ")] == []


# nothing unused


def test_every_text_is_asked_for() -> None:
    chosen = {f"{column.word}.{choice}" for sheet in SHEETS for column in sheet.columns for choice in column.choices}

    assert unmade(set(TEXTS["sv"]) - chosen) == []


def test_what_is_counted_has_a_noun_and_every_noun_is_counted() -> None:
    calls = (("Count", 1), ("counted", 1), ("NotShown", 0))
    counted = {noun for module in CODE.values() for call, place in calls for noun in reasons(module, call, place)}

    assert set(NOUNS["sv"]) == {*counted, *Severity}


def test_a_key_that_nobody_asks_for_is_found_out() -> None:
    invented = {"status.zzz", "finding.journey-stuck.zzz.message", "column.zzz", "attic.zzz"}

    assert unmade(invented) == sorted(invented)
    assert unmade({"column.gaps", "finding.journey-stuck.message", "step.explore", "report.no-match"}) == []


# everything is said


@pytest.mark.parametrize("folder", portfolios(), ids=lambda folder: str(folder.relative_to(ROOT)))
def test_every_finding_is_said_whole_in_both_languages(folder: Path) -> None:
    found = assessed(folder)

    for language in LANGUAGES:
        said = words(language)
        for finding in (*found.findings, *found.accepted):
            for text in (said.message(finding), said.ask(finding)):
                assert text
                assert not re.search(r"\{[a-z_]+\}", text)
                assert not text.endswith(".")
