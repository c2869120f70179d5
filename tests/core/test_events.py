"""The parser's events, with libyaml and without."""

import sys
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec
from types import ModuleType

import pytest
from yaml.scanner import ScannerError

from staircase.core import events
from staircase.core.events import Events, PureEvents, fastest_events
from staircase.core.finding import PROGRAM
from staircase.core.parse import parse


@pytest.fixture
def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load the module once more, beside the one in use, as where PyYAML was built without libyaml."""
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    spec = find_spec(events.__name__)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_where_libyaml_is_missing_the_parser_is_pyyaml_s_own(without_libyaml: ModuleType) -> None:
    fallback = without_libyaml.fastest_events

    assert fallback is without_libyaml.PureEvents
    assert parse("a.yaml", "a: [b\tc, 'd']\n", PROGRAM, fallback).data == {"a": ["b\tc", "d"]}


def test_where_libyaml_is_there_it_is_used() -> None:
    libyaml = pytest.importorskip("yaml._yaml")

    assert fastest_events is libyaml.CParser


@pytest.mark.parametrize("text", ["[b:[]]", "[b:]", "[b:{}]", "{b:}", "[b:, c]", "[b:?c]"])
@pytest.mark.parametrize("backend", [fastest_events, PureEvents], ids=["fastest", "pure"])
def test_a_colon_within_brackets_stands_before_no_sign(backend: Callable[[str], Events], text: str) -> None:
    parser = backend(text)

    with pytest.raises(ScannerError) as refused:
        list(iter(parser.get_event, None))

    assert refused.value.problem_mark is not None
    assert refused.value.problem_mark.index == text.index(":")
