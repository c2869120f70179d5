"""What the commands that set things up may be asked."""

from dataclasses import dataclass
from typing import Annotated

from typer import Argument

from staircase.cli.completion import complete_schema
from staircase.cli.options.general import GlobalOptions


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class SchemaOptions(GlobalOptions):
    """What ``schema`` takes."""

    schema: Annotated[str, Argument(metavar="SCHEMA", autocompletion=complete_schema)]
