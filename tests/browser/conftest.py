"""A browser for all tests of a run, and the pages as files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium, Tab, browser
from tests.browser.pages import CASES


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    with browser() as started:
        yield started


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("pages")

    def file_of(name: str) -> Path:
        file = folder / f"{name}.html"
        if not file.exists():
            file.write_text(CASES[name].html(), encoding="utf-8")
        return file

    return file_of


@pytest.fixture
def tab(chromium: Chromium) -> Iterator[Tab]:
    with chromium.tab() as opened:
        yield opened
