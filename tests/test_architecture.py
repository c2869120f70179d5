import ast
from collections import Counter
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter

import pytest

from tests.house import arrows, manners
from tests.house.module import Module, modules

ALL = modules()
NAMES = frozenset(ALL)

Arrow = Callable[[Module, frozenset[str]], Iterator[str]]
Manner = Callable[[Module], Iterator[str]]

ARROWS = [
    arrows.between_houses,
    arrows.upwards,
    arrows.between_siblings,
    arrows.hidden_from_render,
    arrows.impure,
    arrows.misplaced,
]
MANNERS = [
    manners.large,
    manners.undocumented,
    manners.commanding,
    manners.acting,
    manners.speaking,
    manners.vague,
    manners.swallowing,
]


@pytest.mark.parametrize("check", ARROWS, ids=lambda check: check.__name__)
def test_data_goes_one_way(check: Arrow) -> None:
    assert [said for module in ALL.values() for said in check(module, NAMES)] == []


@pytest.mark.parametrize("check", MANNERS, ids=lambda check: check.__name__)
def test_every_module_keeps_the_manners_of_the_house(check: Manner) -> None:
    assert [said for module in ALL.values() for said in check(module)] == []


def test_no_module_knows_itself_by_way_of_others() -> None:
    graph = {name: module.own_imports(NAMES) - {name} for name, module in ALL.items()}

    assert len(list(TopologicalSorter(graph).static_order())) >= len(ALL)


def test_a_class_name_stands_once_in_the_package() -> None:
    places = [
        (node.name, name) for name, module in ALL.items() for node in module.nodes if isinstance(node, ast.ClassDef)
    ]
    counts = Counter(name for name, _ in places)

    assert [place for place in places if counts[place[0]] > 1] == []


def test_nothing_in_a_package_is_called_as_a_module_of_it_is() -> None:
    defined = {
        f"{name}.{node.name}"
        for name, module in ALL.items()
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }

    assert defined & NAMES == set()


def test_the_checks_look_at_the_whole_package() -> None:
    assert {
        "",
        "__main__",
        "disk",
        "cli.app",
        "core.yaml.reader",
        "core.rules.journey",
        "core.model",
        "words.sv",
    } <= NAMES
    assert arrows.layer("rules.table") < arrows.layer("yaml.reader") < arrows.layer("rules.journey")  # type: ignore[operator]  # places


def test_what_a_check_speaks_of_by_name_is_there() -> None:
    assert not arrows.NAMED - NAMES


@pytest.mark.parametrize(
    ("check", "name", "text"),
    [
        (arrows.between_houses, "core.load", "from staircase.words.speech import Words"),
        (arrows.between_houses, "core.load", "def f():\n    import staircase.disk"),
        (arrows.between_houses, "words.speech", "from staircase.render.safe import visible"),
        (arrows.between_houses, "render.csv", "from staircase.cli import app"),
        (arrows.between_houses, "disk", "from staircase.words.speech import Words"),
        (arrows.between_houses, "attic", "from staircase.core.term import Name"),
        (arrows.upwards, "core.source", "from staircase.core.finding import Finding"),
        (arrows.upwards, "core.yaml", "from staircase.core.load import load"),
        (arrows.upwards, "core.portfolio", "from staircase.core import load"),
        (arrows.upwards, "core.evidence", "from staircase.core.rules.rule import Scene"),
        (arrows.upwards, "core.rules.journey", "from staircase.core.assess import Assessment"),
        (arrows.upwards, "core.assess", "from staircase.core.reports.status import status"),
        (arrows.upwards, "core.attic", "import re"),
        (arrows.between_siblings, "core.rules.journey", "from staircase.core.rules.benefit import no_owner"),
        (arrows.between_siblings, "core.rules.journey", "from staircase.core.rules import benefit"),
        (arrows.between_siblings, "core.rules.table", "from staircase.core.rules.journey import stuck"),
        (arrows.between_siblings, "core.reports.status", "from staircase.core.rules.journey import stuck"),
        (arrows.between_siblings, "core.reports.status", "from staircase.core.comparison.difference import changes"),
        (arrows.between_siblings, "core.comparison", "from staircase.core.reports.select import Selection"),
        (arrows.hidden_from_render, "render.csv", "from staircase.core.portfolio import Portfolio"),
        (arrows.hidden_from_render, "render.terminal.pen", "from staircase.core import figures"),
        *(
            (arrows.impure, "core.load", f"import {name}")
            for name in ("os", "sys", "time", "subprocess", "json", "rich.text")
        ),
        (arrows.impure, "core.load", "from pathlib import Path"),
        (arrows.impure, "core.load", "import pathlib"),
        (arrows.impure, "core.load", "from . import term"),
        (arrows.misplaced, "core.load", "import yaml"),
        (arrows.misplaced, "words.speech", "from rich.text import Text"),
        (arrows.misplaced, "render.csv", "import typer"),
        (arrows.misplaced, "cli.app", "import subprocess"),
        (arrows.misplaced, "cli.app", "import requests"),
    ],
)
def test_a_wrong_import_is_told_of(check: Arrow, name: str, text: str) -> None:
    assert len(list(check(Module(name, text), NAMES | {"core.comparison", "disk", "cli"}))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cli.app", "import typer\nfrom staircase.disk import read\nfrom staircase.core.term import Name"),
        ("core.load", "import re\nfrom pathlib import PurePosixPath\nfrom staircase.core.yaml import parse"),
        ("core.rules.benefit", "from staircase.core.rules.table import RULES"),
        (
            "core.rules.journey",
            "from staircase.core.rules.rule import Case\nfrom staircase.core.rules.table import GAPS",
        ),
        ("core.reports.status", "from staircase.core.reports.select import Selection"),
        ("git", "import subprocess"),
    ],
)
def test_a_right_import_is_not_told_of(name: str, text: str) -> None:
    found = [said for check in ARROWS for said in check(Module(name, text), NAMES | {"git"})]

    assert found == []


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (manners.large, "x = 1\n" * 401),
        (manners.large, "def f():\n" + "    x = 1\n" * 40),
        (manners.large, "class C:\n    async def f(self):\n" + "        x = 1\n" * 40),
        (manners.large, "def f(a, b, /, c, d, *, e, f): ..."),
        (manners.undocumented, "x = 1"),
        (manners.undocumented, '"""."""\ndef f(): ...'),
        (manners.undocumented, '"""."""\nclass C:\n    ""'),
        (manners.undocumented, '"""."""\nclass C:\n    """."""\n    @property\n    def f(self): ...'),
        (manners.commanding, 'def f():\n    """Give what is asked."""'),
        (manners.commanding, 'class C:\n    """."""\n    def _f(self):\n        """Tell whether it is so."""'),
        (manners.commanding, '"""Say it."""'),
        (manners.acting, "print(1)"),
        (manners.acting, "def f():\n    return open('x')"),
        (manners.acting, "import datetime\nx = datetime.date.today()"),
        (manners.acting, "from datetime import datetime\nx = datetime.now()"),
        (manners.speaking, "x = 'nobody owns it'"),
        (manners.speaking, "def f(n):\n    return f'{n} days to go'"),
        (manners.speaking, "x = Field(None, alias='the title of it')"),
        (manners.swallowing, "try: ...\nexcept Exception: ..."),
        (manners.swallowing, "try: ...\nexcept: ..."),
        (manners.swallowing, "try: ...\nexcept (ValueError, BaseException): ..."),
    ],
)
def test_bad_manners_are_told_of(check: Manner, text: str) -> None:
    assert len(list(check(Module("core.sample", text)))) == 1


@pytest.mark.parametrize("name", ["core.utils", "cli.helpers", "common", "render.base"])
def test_names_that_say_nothing_are_told_of(name: str) -> None:
    assert list(manners.vague(Module(name, ""))) == [name]


GOOD = '''"""A module."""

from datetime import date

KEY = "finding.rule.message"
COMMAND = "staircase status --state completed"
"""What stands for itself, in so many words."""

def days(one: "date | None of them", /, other: date, *, a: int, b: int, c: int) -> "a length of time":
    """The days between them, in one sentence."""
    return (other - one).days

def _private(): ...

class Part:
    """A part."""

    title: str = Field(description="What it is called, for people.", examples=["a title with words"])

    def __init__(self): ...
    def _inner(self): ...
'''


@pytest.mark.parametrize("check", MANNERS, ids=lambda check: check.__name__)
def test_good_manners_are_not_told_of(check: Manner) -> None:
    assert list(check(Module("core.sample", GOOD))) == []
