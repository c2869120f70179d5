"""What the commands that write may be asked: what is missing is asked for on a terminal."""

from dataclasses import dataclass, field
from typing import Annotated

from typer import Argument, Option

from staircase.cli.completion import complete_assignment, complete_key, complete_step
from staircase.cli.options.general import GlobalOptions

AssignmentArgument = Annotated[str | None, Argument(metavar="ID", autocompletion=complete_assignment)]
"""The assignment that a command is about: its id, or its whole title."""

WhyOption = Annotated[str | None, Option("--why", metavar="TEXT", rich_help_panel="values")]
"""Why something was decided or done."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class WriteOptions(GlobalOptions):
    """What every command takes that writes."""

    on: Annotated[str | None, Option("--on", metavar="DATE", rich_help_panel="values")] = None
    dry_run: Annotated[bool, Option("--dry-run", rich_help_panel="show")] = False
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class OneOptions(WriteOptions):
    """What a command takes that is about one assignment, and needs no more."""

    id: AssignmentArgument = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MoveOptions(OneOptions):
    """What ``move`` takes."""

    step: Annotated[str | None, Argument(metavar="STEP", autocompletion=complete_step)] = None
    why: WhyOption = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ReviewOptions(WriteOptions):
    """What ``review`` takes."""

    ids: Annotated[list[str], Argument(metavar="ID", autocompletion=complete_assignment)] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PauseOptions(OneOptions):
    """What ``pause`` takes."""

    why: WhyOption = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class StopOptions(PauseOptions):
    """What ``stop`` takes."""

    learned: Annotated[str | None, Option("--learned", metavar="TEXT", rich_help_panel="values")] = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class SetOptions(OneOptions):
    """What ``set`` takes."""

    key: Annotated[str | None, Argument(metavar="KEY", autocompletion=complete_key)] = None
    value: Annotated[str | None, Argument(metavar="VALUE")] = None
    correct: Annotated[bool, Option("--correct", rich_help_panel="values")] = False
    anew: Annotated[bool, Option("--anew", rich_help_panel="values")] = False
    why: WhyOption = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class UnsetOptions(OneOptions):
    """What ``unset`` takes."""

    keys: Annotated[list[str], Argument(metavar="KEY", autocompletion=complete_key)] = field(default_factory=list)
