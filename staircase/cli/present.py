"""The command that presents: a page for management, and the staircase alone as a picture for a slide."""

from collections.abc import Callable

from staircase.cli.command import takes
from staircase.cli.options.present import PresentOptions


@takes(PresentOptions)
def report(options: PresentOptions) -> int:
    """Write the page for management."""
    from staircase.cli.presenting import show  # noqa: PLC0415 - start-up: only when the page is made

    return show(options)


COMMANDS: dict[str, Callable[..., int]] = {"report": report}
