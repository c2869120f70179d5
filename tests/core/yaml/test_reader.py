"""The parser's events, with libyaml and without."""

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType

import pytest
import yaml

from staircase.core import yaml as parser
from staircase.core.finding import PROGRAM
from staircase.core.yaml import parse


@pytest.fixture
def without_libyaml(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load the module once more, beside the one in use, as where PyYAML was built without libyaml."""
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    spec = find_spec(parser.__name__)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_where_libyaml_is_missing_the_parser_is_pyyaml_s_own(without_libyaml: ModuleType) -> None:
    fallback = without_libyaml.fastest_events

    assert fallback is yaml.SafeLoader
    assert parse("a.yaml", "a: [b c, 'd']\n", PROGRAM, fallback).data == {"a": ["b c", "d"]}
    assert without_libyaml.HAS_LIBYAML is False


def test_where_libyaml_is_there_it_is_used() -> None:
    libyaml = import_module("yaml._yaml")

    assert parser.fastest_events is libyaml.CParser
    assert parser.HAS_LIBYAML is True
