"""The commands that say what changes mean."""

from collections.abc import Callable

from staircase.cli.command import takes
from staircase.cli.options.review import DiffOptions, LogOptions


@takes(DiffOptions)
def diff(options: DiffOptions) -> int:
    """What a change means."""
    from staircase.cli.comparing import show  # noqa: PLC0415 - start-up: only when something is compared

    return show(options)


@takes(LogOptions)
def log(options: LogOptions) -> int:
    """What each commit meant."""
    from staircase.cli.telling import show  # noqa: PLC0415 - start-up: only when a history is told

    return show(options)


COMMANDS: dict[str, Callable[..., int]] = {"diff": diff, "log": log}
