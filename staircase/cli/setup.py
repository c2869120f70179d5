"""The commands that set things up: a portfolio's first files, their renewal, and the schemas for editors."""

from collections.abc import Callable

from staircase.cli.command import takes
from staircase.cli.options.setup import InitOptions, SchemaOptions, UpgradeOptions


@takes(InitOptions)
def init(options: InitOptions) -> int:
    """Write a portfolio's first files, and what stands around them."""
    from staircase.cli.beginning import begin  # noqa: PLC0415 - start-up: only when something is set up

    return begin(options)


@takes(UpgradeOptions)
def upgrade(options: UpgradeOptions) -> int:
    """Renew what was written by an earlier version."""
    from staircase.cli.renewal import renew  # noqa: PLC0415 - as above

    return renew(options)


@takes(SchemaOptions)
def schema(options: SchemaOptions) -> int:
    """Print the JSON Schema of a file or of a report's JSON."""
    from staircase.cli.schemas import show_schema  # noqa: PLC0415 - as above

    return show_schema(options)


COMMANDS: dict[str, Callable[..., int]] = {"init": init, "upgrade": upgrade, "schema": schema}
