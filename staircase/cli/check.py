"""The commands that check."""

from collections.abc import Callable

from staircase.cli.command import takes
from staircase.cli.options.check import CheckOptions


@takes(CheckOptions)
def check(options: CheckOptions) -> int:
    """Check every file, and show what is wrong and what is missing."""
    from staircase.cli.findings import show  # noqa: PLC0415 - start-up: only when a check is made

    return show(options)


COMMANDS: dict[str, Callable[..., int]] = {"check": check}
