"""A progress bar on stderr, for people, when the work takes more than a second."""

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from staircase.cli.environment import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0
"""Seconds that people wait without wondering."""


class Progress:
    """Counts steps, and shows them once they have taken long enough."""

    def __init__(self, title: str, *, colour: bool, patience: float = PATIENCE) -> None:
        self._title = title
        self._colour = colour
        self._total = 0
        self._done = 0
        self._bar: Bar | None = None
        self._shows_from = monotonic() + patience if is_terminal(sys.stderr) else float("inf")

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def expect(self, total: int) -> None:
        """How many steps there will be."""
        self._total = total

    def step(self) -> None:
        """Count one step."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done)
        elif monotonic() > self._shows_from:
            self._bar = self._opened()

    def _opened(self) -> "Bar":
        from rich.console import Console  # noqa: PLC0415 - start-up: only for long work
        from rich.progress import Progress as Bar  # noqa: PLC0415 - as above

        bar = Bar(console=Console(stderr=True, no_color=not self._colour), transient=True)
        bar.add_task(self._title, total=self._total, completed=self._done)
        bar.start()
        return bar
