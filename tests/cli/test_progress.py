"""The bar of a run that takes long: for people at a terminal, beside the results, and gone when it ends."""

from contextlib import redirect_stderr

import pyte
import pytest

from staircase.cli.reading import Progress
from tests.cli.inside import Stream

TITLE = "Reading the portfolio"


@pytest.fixture(autouse=True)
def usual_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")


def _written(*, terminal: bool, patience: float) -> str:
    stream = Stream("utf-8", terminal=terminal)
    with redirect_stderr(stream), Progress(TITLE, colour=False, patience=patience) as progress:
        progress.expect(3)
        for _ in range(3):
            progress.step()
    return stream.content().decode()


def test_a_terminal_is_told_how_far_long_work_has_come_and_left_as_it_was() -> None:
    written = _written(terminal=True, patience=-1)

    screen = pyte.Screen(80, 5)
    pyte.Stream(screen).feed(written.replace("\n", "\r\n"))
    assert [part in written for part in (TITLE, "100%")] == [True, True]
    assert (screen.display, screen.cursor.hidden) == ([" " * 80] * 5, False)


@pytest.mark.parametrize(
    ("terminal", "patience"),
    [pytest.param(False, -1, id="a pipe, however long it takes"), pytest.param(True, 3600, id="work soon done")],
)
def test_nothing_is_written(*, terminal: bool, patience: float) -> None:
    assert _written(terminal=terminal, patience=patience) == ""
