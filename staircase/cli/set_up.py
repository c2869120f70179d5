"""The commands that set things up: a portfolio's first files, their renewal, and the schemas for editors."""

from dataclasses import dataclass, field
from typing import Annotated

from typer import Argument, Option

from staircase.cli.command import Called, called
from staircase.cli.completion import complete_schema
from staircase.cli.options import GlobalOptions
from staircase.core.beginning import Forge


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class InitOptions(GlobalOptions):
    """What ``init`` takes."""

    at: Annotated[str, Argument(metavar="DIR")] = "."
    organisation: Annotated[str | None, Option("--organisation", metavar="TEXT", rich_help_panel="values")] = None
    name: Annotated[str | None, Option("--name", metavar="TEXT", rich_help_panel="values")] = None
    department: Annotated[list[str], Option("--department", metavar="TEXT", rich_help_panel="values")] = field(
        default_factory=list
    )
    at_once: Annotated[str | None, Option("--at-once", metavar="N", rich_help_panel="values")] = None
    forge: Annotated[Forge | None, Option("--forge", rich_help_panel="values")] = None
    first: Annotated[str | None, Option("--first", metavar="TEXT", rich_help_panel="values")] = None
    pages: Annotated[bool, Option("--pages", rich_help_panel="values")] = False
    dry_run: Annotated[bool, Option("--dry-run", rich_help_panel="show")] = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class UpgradeOptions(GlobalOptions):
    """What ``upgrade`` takes."""

    dry_run: Annotated[bool, Option("--dry-run", rich_help_panel="show")] = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class SchemaOptions(GlobalOptions):
    """What ``schema`` takes."""

    schema: Annotated[str, Argument(metavar="SCHEMA", autocompletion=complete_schema)]


COMMANDS: dict[str, Called] = {
    "init": called(InitOptions, "beginning:begin"),
    "upgrade": called(UpgradeOptions, "beginning:renew"),
    "schema": called(SchemaOptions, "schemas:show_schema"),
}
