"""The commands that write, and what each may be asked: each is one everyday event, told in one or two files."""

from dataclasses import field
from typing import Annotated, Literal

from typer import Argument, Option

from staircase.cli.app import Called, GlobalOptions, called, named, option_set, takes
from staircase.cli.completion import (
    complete_assignment,
    complete_department,
    complete_goal,
    complete_key,
    complete_rule,
    complete_step,
)
from staircase.cli.options import WriteOptions

AssignmentArgument = Annotated[str | None, Argument(metavar="ID", autocompletion=complete_assignment)]
"""The assignment that a command is about: its id, or its whole title."""

DepartmentOption = Annotated[
    str | None, Option("--department", metavar="ID", rich_help_panel="values", autocompletion=complete_department)
]
"""A department by its id."""

BenefitKind = Literal["cash", "capacity", "avoidance", "quality"]
Ending = Literal["worked", "failed", "mixed"]
DocumentSort = Literal["operational-plan", "budget", "strategy", "programme", "policy", "guideline"]
"""What the models may hold there; they would take longer to load than the command line."""

WhyOption = Annotated[str | None, Option("--why", metavar="TEXT", rich_help_panel="values")]
"""Why something was decided or done."""

LearnedOption = Annotated[str | None, Option("--learned", metavar="TEXT", rich_help_panel="values")]
"""What a trial or a stop taught."""

NewIdOption = Annotated[str | None, Option("--id", metavar="NEW", rich_help_panel="values")]
"""The id of a new entry, where none is to be made of its title."""


@option_set
class OneOptions(WriteOptions):
    """What a command takes that is about one assignment, and needs no more."""

    id: AssignmentArgument = None


@option_set
class MoveOptions(OneOptions):
    """What ``move`` takes."""

    step: Annotated[str | None, Argument(metavar="STEP", autocompletion=complete_step)] = None
    why: WhyOption = None


@option_set
class ReviewOptions(WriteOptions):
    """What ``review`` takes."""

    ids: Annotated[list[str], Argument(metavar="ID", autocompletion=complete_assignment)] = field(default_factory=list)


@option_set
class PauseOptions(OneOptions):
    """What ``pause`` takes."""

    why: WhyOption = None


@option_set
class StopOptions(PauseOptions):
    """What ``stop`` takes."""

    learned: LearnedOption = None


@option_set
class SetOptions(OneOptions):
    """What ``set`` takes."""

    key: Annotated[str | None, Argument(metavar="KEY", autocompletion=complete_key)] = None
    value: Annotated[str | None, Argument(metavar="VALUE")] = None
    correct: Annotated[bool, Option("--correct", rich_help_panel="values")] = False
    anew: Annotated[bool, Option("--anew", rich_help_panel="values")] = False
    why: WhyOption = None


@option_set
class UnsetOptions(OneOptions):
    """What ``unset`` takes."""

    keys: Annotated[list[str], Argument(metavar="KEY", autocompletion=complete_key)] = field(default_factory=list)


@option_set
class TrialOptions(OneOptions):
    """What ``trial`` takes."""

    trial: Annotated[str | None, Argument(metavar="TRIAL")] = None
    new: NewIdOption = None
    ended: Annotated[bool, Option("--ended", rich_help_panel="values")] = False
    outcome: Annotated[Ending | None, Option("--outcome", rich_help_panel="values")] = None
    learned: LearnedOption = None


@option_set
class BenefitOptions(OneOptions):
    """What ``benefit`` takes."""

    benefit: Annotated[str | None, Argument(metavar="BENEFIT")] = None
    new: NewIdOption = None
    kind: Annotated[BenefitKind | None, Option("--kind", rich_help_panel="values")] = None
    owner: Annotated[str | None, Option("--owner", metavar="TEXT", rich_help_panel="values")] = None
    what: Annotated[str | None, Option("--what", metavar="TEXT", rich_help_panel="values")] = None
    unit: Annotated[str | None, Option("--unit", metavar="TEXT", rich_help_panel="values")] = None
    source: Annotated[str | None, Option("--source", metavar="TEXT", rich_help_panel="values")] = None
    every: Annotated[str | None, Option("--every", metavar="DAYS", rich_help_panel="values")] = None
    baseline: Annotated[str | None, Option("--baseline", metavar="VALUE", rich_help_panel="values")] = None
    target: Annotated[str | None, Option("--target", metavar="VALUE", rich_help_panel="values")] = None
    by: Annotated[str | None, Option("--by", metavar="PERIOD", rich_help_panel="values")] = None
    per_unit: Annotated[str | None, Option("--per-unit", metavar="VALUE", rich_help_panel="values")] = None
    basis: Annotated[str | None, Option("--basis", metavar="TEXT", rich_help_panel="values")] = None
    realisation: Annotated[str | None, Option("--realisation", metavar="TEXT", rich_help_panel="values")] = None


@option_set
class MeasureOptions(OneOptions):
    """What ``measure`` takes."""

    benefit: Annotated[str | None, Argument(metavar="BENEFIT")] = None
    value: Annotated[str | None, Argument(metavar="VALUE")] = None
    table: Annotated[str | None, Option("--from", metavar="FILE", rich_help_panel="values")] = None


@option_set
class PresentBenefitOptions(OneOptions):
    """What ``present`` takes."""

    forum: Annotated[str | None, Option("--forum", metavar="TEXT", rich_help_panel="values")] = None
    decision: Annotated[str | None, Option("--decision", metavar="TEXT", rich_help_panel="values")] = None


@option_set
class CloseOptions(OneOptions):
    """What ``close`` takes."""

    benefit: Annotated[str | None, Argument(metavar="BENEFIT")] = None
    why: WhyOption = None


@option_set
class TakeHomeOptions(OneOptions):
    """What ``take-home`` takes."""

    benefit: Annotated[str | None, Argument(metavar="BENEFIT")] = None
    how: Annotated[str | None, Option("--how", metavar="TEXT", rich_help_panel="values")] = None
    amount: Annotated[str | None, Option("--amount", metavar="VALUE", rich_help_panel="values")] = None
    document: Annotated[str | None, Option("--document", metavar="ID", rich_help_panel="values")] = None


@option_set
class PlanOptions(OneOptions):
    """What ``plan`` takes."""

    item: Annotated[str | None, Argument(metavar="ITEM")] = None
    new: NewIdOption = None
    from_: Annotated[str | None, Option("--from", metavar="PERIOD", rich_help_panel="values")] = None
    to: Annotated[str | None, Option("--to", metavar="PERIOD", rich_help_panel="values")] = None
    owner: Annotated[str | None, Option("--owner", metavar="TEXT", rich_help_panel="values")] = None
    area: Annotated[str | None, Option("--area", metavar="TEXT", rich_help_panel="values")] = None
    expects_kind: Annotated[BenefitKind | None, Option("--expects-kind", rich_help_panel="values")] = None
    per_year: Annotated[str | None, Option("--per-year", metavar="VALUE", rich_help_panel="values")] = None
    what: Annotated[str | None, Option("--what", metavar="TEXT", rich_help_panel="values")] = None
    based_on: Annotated[list[str], Option("--based-on", metavar="TRIAL", rich_help_panel="values")] = field(
        default_factory=list
    )
    goal: Annotated[
        list[str], Option("--goal", metavar="ID", rich_help_panel="values", autocompletion=complete_goal)
    ] = field(default_factory=list)


@option_set
class ItemOptions(OneOptions):
    """What ``start`` and ``finish`` take."""

    item: Annotated[str | None, Argument(metavar="ITEM")] = None


@option_set
class DropOptions(ItemOptions):
    """What ``drop`` takes."""

    why: WhyOption = None


@option_set
class AnchorOptions(ItemOptions):
    """What ``anchor`` takes."""

    document: Annotated[str | None, Argument(metavar="DOCUMENT")] = None


@option_set
class AcceptOptions(WriteOptions):
    """What ``accept`` takes."""

    rule: Annotated[str | None, Argument(metavar="RULE", autocompletion=complete_rule)] = None
    id: AssignmentArgument = None
    item: Annotated[str | None, Argument(metavar="ITEM")] = None
    until: Annotated[str | None, Option("--until", metavar="DATE", rich_help_panel="values")] = None
    why: WhyOption = None


@option_set
class NewOptions(WriteOptions):
    """What ``new`` takes."""

    id: Annotated[str | None, Argument(metavar="NEW")] = None
    title: Annotated[str | None, Option("--title", metavar="TEXT", rich_help_panel="values")] = None
    department: DepartmentOption = None
    lead: Annotated[str | None, Option("--lead", metavar="TEXT", rich_help_panel="values")] = None
    together: Annotated[list[str], Option("--together", metavar="TEXT", rich_help_panel="values")] = field(
        default_factory=list
    )
    kind: Annotated[Literal["assignment", "enabling"] | None, Option("--kind", rich_help_panel="values")] = None
    started: Annotated[str | None, Option("--started", metavar="DATE", rich_help_panel="values")] = None
    of: Annotated[str | None, Option("--from", metavar="ITEM", rich_help_panel="values")] = None


@option_set
class RenameOptions(OneOptions):
    """What ``rename`` takes."""

    new: Annotated[str | None, Argument(metavar="NEW")] = None


@option_set
class EditOptions(GlobalOptions):
    """What ``edit`` takes."""

    id: AssignmentArgument = None
    item: Annotated[str | None, Argument(metavar="ITEM")] = None


@option_set
class SendOptions(GlobalOptions):
    """What ``send`` takes."""

    message: Annotated[str | None, Option("--message", "-m", metavar="TEXT", rich_help_panel="values")] = None
    anyway: Annotated[bool, Option("--anyway", rich_help_panel="choose")] = False
    dry_run: Annotated[bool, Option("--dry-run", rich_help_panel="show")] = False
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False


@option_set
class DeclareOptions(WriteOptions):
    """What ``declare`` takes."""

    what: Annotated[str | None, Argument(metavar="DECLARED")] = None
    new: Annotated[str | None, Argument(metavar="ID")] = None
    name: Annotated[str | None, Argument(metavar="NAME")] = None
    manager: Annotated[str | None, Option("--manager", metavar="TEXT", rich_help_panel="values")] = None
    kind: Annotated[DocumentSort | None, Option("--kind", rich_help_panel="values")] = None
    department: DepartmentOption = None
    from_: Annotated[str | None, Option("--from", metavar="PERIOD", rich_help_panel="values")] = None
    to: Annotated[str | None, Option("--to", metavar="PERIOD", rich_help_panel="values")] = None
    url: Annotated[str | None, Option("--url", metavar="TEXT", rich_help_panel="values")] = None


@option_set
class AdoptOptions(WriteOptions):
    """What ``adopt`` takes."""

    document: Annotated[str | None, Argument(metavar="DOCUMENT")] = None


def _written(options: WriteOptions, name: str, event: str) -> int:
    """One event written, which ``MODULE:CLASS`` names among the edits."""
    done: int = named("cli.writing:write")(options, name, named(f"core.edits.{event}"))
    return done


def _event(options: type[WriteOptions], name: str, event: str) -> Called:
    return takes(options)(lambda given: _written(given, name, event))


@takes(MeasureOptions)
def _measure(options: MeasureOptions) -> int:
    """One measurement, or those of a table."""
    if options.table is None:
        return _written(options, "measure", "benefits:MeasureEvent")
    done: int = named("cli.tables:write_table")(options)
    return done


@takes(NewOptions)
def _new(options: NewOptions) -> int:
    """A new assignment: what a roadmap item becomes, an enabling one, or any other."""
    if options.of is not None:
        return _written(options, "new", "files:NewOfItemEvent")
    return _written(options, "new", "files:NewEnablingEvent" if options.kind == "enabling" else "files:NewEvent")


EVENTS: dict[str, tuple[type[WriteOptions], str]] = {
    "move": (MoveOptions, "journey:MoveEvent"),
    "live": (OneOptions, "journey:LiveEvent"),
    "review": (ReviewOptions, "journey:ReviewEvent"),
    "pause": (PauseOptions, "journey:PauseEvent"),
    "resume": (OneOptions, "journey:ResumeEvent"),
    "complete": (OneOptions, "journey:CompleteEvent"),
    "stop": (StopOptions, "journey:StopEvent"),
    "trial": (TrialOptions, "journey:TrialEvent"),
    "benefit": (BenefitOptions, "benefits:BenefitEvent"),
    "present": (PresentBenefitOptions, "benefits:PresentEvent"),
    "close": (CloseOptions, "benefits:CloseEvent"),
    "take-home": (TakeHomeOptions, "benefits:TakeHomeEvent"),
    "plan": (PlanOptions, "journey:PlanEvent"),
    "anchor": (AnchorOptions, "journey:AnchorEvent"),
    "start": (ItemOptions, "journey:ItemStartEvent"),
    "finish": (ItemOptions, "journey:ItemFinishEvent"),
    "drop": (DropOptions, "journey:ItemDropEvent"),
    "accept": (AcceptOptions, "setting:AcceptEvent"),
    "declare": (DeclareOptions, "setting:DeclareEvent"),
    "adopt": (AdoptOptions, "setting:AdoptEvent"),
    "rename": (RenameOptions, "files:RenameEvent"),
    "set": (SetOptions, "setting:SetEvent"),
    "unset": (UnsetOptions, "setting:UnsetEvent"),
}
"""The events by their commands: what each takes, and its class among the edits."""

COMMANDS: dict[str, Called] = {
    **{name: _event(options, name, event) for name, (options, event) in EVENTS.items()},
    "new": _new,
    "measure": _measure,
    "edit": called(EditOptions, "editing:edit"),
    "send": called(SendOptions, "sending:send"),
}
