"""What all tests share: how much a run tries of what has no end, and a folder for more than one user."""

import gc
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings

import staircase

SEED = 20261128
ALIKE = settings(
    derandomize=True,  # what chance tries is the same in every run: none fails that another would have let through
    database=None,
    deadline=None,  # no test hangs on the speed of a machine
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", ALIKE, max_examples=20)
settings.register_profile("slow", ALIKE, max_examples=400)
settings.register_profile("long", ALIKE, max_examples=4000, derandomize=False, print_blob=True)
settings.load_profile("quick")
gc.disable()  # until all tests are collected, of which nothing is garbage: searching it takes half of that time


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may look into: pytest's own are open to one."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--one-in", type=int, default=1, help="try one in so many of the long tests, the same each time")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Keep a sample of the long tests."""
    long = [item for item in items if item.get_closest_marker("long")]
    share = len(long) // config.getoption("--one-in")
    kept = set(Random(SEED).sample(long, share))  # noqa: S311 - to be the same in every run
    left_out = {*long} - kept
    config.hook.pytest_deselected(items=[*left_out])
    items[:] = [item for item in items if item not in left_out]


def pytest_collection_finish() -> None:
    """Import all of the package: chance tries the constants of what is imported, so that is the same in every run."""
    for module in walk_packages(staircase.__path__, "staircase."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    _put_together_once()
    gc.freeze()  # what stands now stays to the end: a search for garbage need not go through it each time
    gc.enable()


def _put_together_once() -> None:
    """Keep the command line for all runs within this process: Typer needs as long for it as a report does.

    Only completion has a command line of its own each time, with the texts of its language.
    """
    app, reader_of = import_module("staircase.cli.app"), import_module("staircase.cli.environment").session
    built = app.application
    kept = cache(lambda: built(reader_of([])))

    def application(reader: object, *, completing: bool = False) -> object:
        return built(reader, completing=True) if completing else kept()

    vars(app)["application"] = application
