"""The commands that set things up: the schema that editors and other programs check by."""

from collections.abc import Callable

from staircase.cli.command import takes
from staircase.cli.options.setup import SchemaOptions


@takes(SchemaOptions)
def schema(options: SchemaOptions) -> int:
    """Print the JSON Schema of a file or of a report's JSON."""
    from staircase.cli.schemas import show_schema  # noqa: PLC0415 - start-up: only when a schema is asked for

    return show_schema(options)


COMMANDS: dict[str, Callable[..., int]] = {"schema": schema}
