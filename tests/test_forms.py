"""Every form of a report carries what its table shows on the widest terminal: piped, read aloud, Markdown and rows."""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from staircase.core.assess import Assessment, assess
from staircase.core.choices import Language
from staircase.core.comparison.block import blocks
from staircase.core.comparison.difference import changes
from staircase.core.load import load
from staircase.core.log import CommitChanges, History, log
from staircase.core.reports import Report, Section
from staircase.core.reports.benefits import BENEFITS, benefits
from staircase.core.reports.departments import DEPARTMENTS, WAYS, departments, ways
from staircase.core.reports.findings import gaps
from staircase.core.reports.flow import FLOW, flow
from staircase.core.reports.lessons import LESSONS, lessons
from staircase.core.reports.outline import Field, Outline
from staircase.core.reports.roadmap import AFTER, BEFORE, ROADMAP, roadmap
from staircase.core.reports.select import Selection
from staircase.core.reports.show import show
from staircase.core.reports.status import STATUS, status
from staircase.core.review import diff, lines, review
from staircase.core.source import File
from staircase.core.term import Name, Said
from staircase.render import render
from staircase.render.look import Look
from staircase.words.speech import words as words_of
from tests.cli.running import plant, run
from tests.cli.screen import on_screen
from tests.oracle.generate import portfolio

WIDE = 400
DAY = date(2026, 11, 2)
EVERY_STATE = Selection(state=("planned", "active", "paused", "completed", "stopped"))
SEEDS = range(6)

REPORTS: Mapping[str, Callable[[Assessment], Report]] = {
    "status": status,
    "status of every state": lambda of: status(of, EVERY_STATE),
    "benefits": benefits,
    "departments": departments,
    "roadmap": roadmap,
    "gaps": gaps,
    "flow": flow,
    "lessons": lessons,
    "ways": ways,
}
each_report = pytest.mark.parametrize("name", REPORTS)
each_language = pytest.mark.parametrize("language", ["sv", "en"])

DRAWN = re.compile(r"[─│┌┐└┘▂▄▆█┃▒╌●○◆▲‖!&✓✗□·→–]")
MONTHS = re.compile(r"(<?\d+) (?:mån|mo)\b")
RULE = "─" * 20
KIND = ("● ", "○ ", "✗ ")
"""A gap's kind, which a pipe tells by its rule, and which is read aloud in words."""
UNVISITED = re.compile(r"  \d [^▆╌]*")
"""A step in a journey that it has not come to."""
LEGEND = re.compile(r"[▲!‖–▆✓▒╌·] \S|│ (?:i dag|today)$")
AXIS = re.compile(r"[\s\dQ-]*")
WORDS = re.compile(r"[^\s,;]+")


@cache
def example() -> Assessment:
    root = Path(__file__).parents[1] / "portfolio"
    paths = [root / "program.yaml", *sorted((root / "assignments").iterdir())]
    files = [
        File(path.relative_to(root).as_posix(), path.read_bytes() if path.suffix == ".yaml" else None) for path in paths
    ]
    return assess(load(files), DAY, DAY)


@cache
def generated(seed: int) -> Assessment:
    made = portfolio(seed)
    files = [File(path, None if text is None else text.encode()) for path, text in made.texts.items()]
    return assess(load(files), made.t, made.today)


def words(text: str) -> list[str]:
    """The words and figures of a line, without what is drawn, and without lengths of time, which are told in days."""
    clean = DRAWN.sub(" ", MONTHS.sub(" ", text.replace("\xa0", " ")))
    return [word.strip('.:()”"') for word in WORDS.findall(clean) if word.strip('.:()”"')]


def unescaped(text: str) -> str:
    return text.replace("\\", "").replace("`", "").replace("\xa0", " ")


def lost(shown: str, form: str, names: frozenset[str]) -> Iterator[str]:
    """The lines of a terminal of which a form tells not all: a record's in one line, others anywhere."""
    lines = form.splitlines()
    for line, below in pairwise([*shown.splitlines(), ""]):
        found = words(line)
        is_record = bool(names.intersection(found))
        if AXIS.fullmatch(line) or LEGEND.match(line) or RULE in line or RULE in below or UNVISITED.fullmatch(line):
            continue
        if line.startswith(KIND):
            found = [found[-1]] if found[-1] in form else words(line.split("  ")[0])
        if is_record and not any(all(word in one for word in found) for one in lines):
            yield line
        if not is_record and (missing := [word for word in found if word not in form]):
            yield f"{line}: {missing}"


def forms(report: Report, language: Language) -> tuple[str, dict[str, str]]:
    """What the widest terminal shows, and the other forms that people read."""
    said = words_of(language)
    shown = render(report, "table", Look(WIDE, terminal=True, wide=True), said)
    return shown, {
        "piped": render(report, "table", Look(80), said).replace("\xa0", " "),
        "aloud": render(report, "table", Look(80, plain=True), said).replace("\xa0", " "),
        "markdown": unescaped(render(report, "markdown", Look(80), said)),
    }


def told_of(of: Assessment) -> frozenset[str]:
    return frozenset({*of.portfolio.ids})


def everything_lost(report: Report, language: Language, names: frozenset[str]) -> dict[str, list[str]]:
    """What each form loses; headings within a report are no facts, nor is the one of those whose state is told."""
    shown, others = forms(report, language)
    said = words_of(language)
    titles = {said.say(block.title) for block in report.blocks if isinstance(block, Section)}
    headings = {*titles, said.text("status.planned")}
    facts = "\n".join(line for line in shown.splitlines() if line not in headings)
    return {form: found for form, text in others.items() if (found := list(lost(facts, text, names)))}


@each_language
@each_report
def test_of_the_example_no_form_loses_what_the_terminal_shows(name: str, language: Language) -> None:
    assert everything_lost(REPORTS[name](example()), language, told_of(example())) == {}


@each_language
@pytest.mark.parametrize("seed", SEEDS)
def test_of_generated_portfolios_no_form_loses_what_the_terminal_shows(seed: int, language: Language) -> None:
    of = generated(seed)

    for name, make in REPORTS.items():
        assert (name, everything_lost(make(of), language, told_of(of))) == (name, {})


@each_language
@pytest.mark.parametrize("name", ["signering", "detaljplan-3d", "karta-bestall", "fallprevention", "integration"])
def test_of_one_assignment_no_form_loses_what_the_terminal_shows(name: str, language: Language) -> None:
    assert everything_lost(show(example(), name), language, frozenset({"-"})) == {}


MADE_OF: Mapping[str, tuple[str, ...]] = {
    "climb": ("step_number", "arrived"),
    "gauge": ("realised", "planned"),
    "way": ("baseline", "latest", "target", "unit"),
    "roadmap_state": ("state", "bucket", "anchoring"),
}
"""Columns that are only drawn, and the keys of the rows that say the same."""


@pytest.mark.parametrize(
    ("outline", "more"),
    [
        *((each, ()) for each in (STATUS, DEPARTMENTS, BENEFITS, FLOW, LESSONS, WAYS)),
        (ROADMAP, (*BEFORE, *AFTER)),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_every_column_of_a_table_is_a_key_of_the_rows_or_made_of_such(
    outline: Outline[Any, Any], more: tuple[Field[Any], ...]
) -> None:
    shown = {field.key for field in (*outline.usual_fields(), *more)}

    assert {key for of in shown for key in MADE_OF.get(of, (of,))} - set(outline.keys) == set()


def test_a_pipe_says_in_words_what_signs_say_on_a_terminal() -> None:
    lines = forms(status(example()), "sv")[1]["piped"].splitlines()

    def told(name: str) -> list[str]:
        (line,) = (line for line in lines if f" {name} " in line)
        return re.findall(r"  (ja|nej|pågår|pausat)(?=  )", line)

    assert told("detaljplan-3d") == ["ja", "pausat", "nej"]
    assert told("fakturatolk") == ["nej", "pågår", "ja"]
    assert told("nyckelfritt") == ["nej", "pågår", "nej"]


def other_texts() -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files of the example, and the same with one assignment removed and another's title changed."""
    root = Path(__file__).parents[1] / "portfolio"
    paths = [root / "program.yaml", *sorted((root / "assignments").glob("*.yaml"))]
    texts = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
    less = {path: text for path, text in texts.items() if "radon" not in path}
    less["assignments/signering.yaml"] = texts["assignments/signering.yaml"].replace(b"title: ", b"title: New ", 1)
    return texts, less


@each_language
def test_of_a_history_no_form_loses_what_the_terminal_shows(language: Language) -> None:
    before, after = (assess(load([File(*one) for one in each.items()]), DAY, DAY) for each in other_texts())
    sides = ((before, after), (after, before))
    told = tuple(
        CommitChanges(digit * 40, DAY, lines(found, blocks(found), *(each.portfolio for each in pair)))
        for digit, pair, found in zip("ab", sides, (changes(*pair) for pair in sides), strict=True)
    )
    untold = CommitChanges("c" * 40, None, None, Said("log.unreadable", {}))

    report = log(History("Town", "Programme", DAY, (*told, untold), more=True))

    assert {commit.day for commit in told} == {DAY}
    assert everything_lost(report, language, told_of(before)) == {}


@each_language
def test_of_a_comparison_the_comment_tells_what_the_terminal_shows(tmp_path: Path, language: Language) -> None:
    for name, texts in zip(("old", "new"), other_texts(), strict=True):
        plant(tmp_path / name, {path: text.decode() for path, text in texts.items()})
    asked = ["diff", "old", "new", "--lang", language, "--as-of", DAY.isoformat()]

    shown = on_screen([*asked, "--wide", "--color", "never"], tmp_path, WIDE).out
    comment = unescaped(run([*asked, "--format", "markdown"], tmp_path).out)

    said = words_of(language)
    heads = {said.text("column.subject"), said.text("column.direction")}
    facts = [
        line.replace("assignments/", "")  # the folder of all places stands once, in the head
        for line in shown.splitlines()
        if not line.startswith("Granköpings kommun") and not heads.issubset(words(line))
    ]
    assert list(lost("\n".join(facts), comment, told_of(example()))) == []


@each_language
def test_of_a_check_every_format_tells_every_finding(tmp_path: Path, language: Language) -> None:
    broken = {"assignments/wrong.yaml": "title: Wrong\ndepartment: nowhere\nlead: L\nstarted: 2026-01-01\n"}
    plant(tmp_path, {path: text.decode() for path, text in other_texts()[1].items()} | broken)
    asked = ["check", "--lang", language, "--as-of", DAY.isoformat(), "--fail-on", "never"]
    rows = json.loads(run([*asked, "--format", "json"], tmp_path).out)["rows"]

    def told(form: str) -> str:
        text = run([*asked, "--format", form], tmp_path).out
        return " ".join(unescaped(html.unescape(text)).replace("%0A", " ").replace("%25", "%").split())

    texts = {form: told(form) for form in TOLD_BY}
    said = {id(row): {key: " ".join(str(row[key]).split()) for key in ("message", "rule", "ask")} for row in rows}
    missing = [
        (form, said[id(row)][key])
        for form, keys in TOLD_BY.items()
        for row in rows
        for key in keys
        if said[id(row)][key] not in texts[form]
    ]
    assert len(rows) > len(broken)
    assert missing == []


TOLD_BY: Mapping[str, tuple[str, ...]] = {
    "full": ("message", "rule"),
    "concise": ("message", "rule"),
    "markdown": ("message", "rule", "ask"),
    "junit": ("message", "rule"),
    "sarif": ("message", "rule"),
    "gitlab": ("message", "rule"),
}
"""What each format has of a finding; annotations are limited in number."""


@each_language
def test_of_a_comparison_no_form_loses_what_the_terminal_shows(language: Language) -> None:
    before, after = (assess(load([File(*one) for one in each.items()]), DAY, DAY) for each in other_texts())
    report = diff(review(before, after, Name("before"), Name("after")))

    shown, others = forms(report, language)
    del others["markdown"]  # a comment of its own
    assert {form: list(lost(shown, text, told_of(before))) for form, text in others.items()} == {
        "piped": [],
        "aloud": [],
    }
    for text in others.values():
        lines = [line for line in text.splitlines() if line]
        assert len(set(lines)) == len(lines)
