"""The commands, but those that write events: what each may be asked, and the function that does it."""

from dataclasses import field
from typing import Annotated, Literal

from typer import Argument, Option

from staircase.cli.app import Called, GlobalOptions, called, option_set
from staircase.cli.completion import (
    complete_assignment,
    complete_check_format,
    complete_department,
    complete_goal,
    complete_path,
    complete_rule,
    complete_schema,
    complete_tag,
    complete_topic,
)
from staircase.core.choices import Bucket, Forge, Open, ReviewOrder, State, Step
from staircase.core.period import DayOrder
from staircase.render import ReportFormat
from staircase.sheets import SheetFormat

Grouping = Literal["step", "department", "lead", "state", "goal"]
GapGrouping = Literal["rule", "department", "owner", "assignment"]
FailOn = Literal["error", "warning", "note", "never"]


@option_set
class DayOptions(GlobalOptions):
    """What every command takes that looks at the portfolio as of a day."""

    as_of: Annotated[str | None, Option("--as-of", metavar="DATE", rich_help_panel="choose")] = None


@option_set
class ShapeOptions(DayOptions):
    """What every report takes of how it is shown."""

    wide: Annotated[bool, Option("--wide", rich_help_panel="show")] = False
    plain: Annotated[bool, Option("--plain", rich_help_panel="show")] = False
    format: Annotated[ReportFormat | None, Option("--format", rich_help_panel="show")] = None
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False
    excel: Annotated[bool, Option("--excel", rich_help_panel="show")] = False


@option_set
class FilterOptions(DayOptions):
    """What every command takes that tells of some of the assignments: which ones."""

    department: Annotated[
        list[str],
        Option("--department", metavar="ID", rich_help_panel="choose", autocompletion=complete_department),
    ] = field(default_factory=list)
    step: Annotated[list[Step], Option("--step", rich_help_panel="choose")] = field(default_factory=list)
    state: Annotated[list[State | Open], Option("--state", rich_help_panel="choose")] = field(default_factory=list)
    lead: Annotated[list[str], Option("--lead", metavar="TEXT", rich_help_panel="choose")] = field(default_factory=list)
    owner: Annotated[list[str], Option("--owner", metavar="TEXT", rich_help_panel="choose")] = field(
        default_factory=list
    )
    tag: Annotated[
        list[str], Option("--tag", metavar="TEXT", rich_help_panel="choose", autocompletion=complete_tag)
    ] = field(default_factory=list)
    goal: Annotated[
        list[str], Option("--goal", metavar="ID", rich_help_panel="choose", autocompletion=complete_goal)
    ] = field(default_factory=list)


@option_set
class ReportOptions(FilterOptions, ShapeOptions):
    """What every report takes: which assignments, and how they are shown."""

    sort: Annotated[str | None, Option("--sort", metavar="COLUMN", rich_help_panel="show")] = None
    columns: Annotated[str | None, Option("--columns", metavar="COLUMNS", rich_help_panel="show")] = None


@option_set
class StatusOptions(ReportOptions):
    """What ``status`` takes."""

    by: Annotated[Grouping, Option("--by", show_default=True, rich_help_panel="show")] = "step"


@option_set
class ShowOptions(ShapeOptions):
    """What ``show`` takes."""

    id: Annotated[str, Argument(metavar="ID", autocompletion=complete_assignment)]


@option_set
class RoadmapOptions(ReportOptions):
    """What ``roadmap`` takes."""

    bucket: Annotated[list[Bucket], Option("--bucket", rich_help_panel="choose")] = field(default_factory=list)


@option_set
class GapsOptions(ReportOptions):
    """What ``gaps`` takes."""

    by: Annotated[GapGrouping, Option("--by", show_default=True, rich_help_panel="show")] = "rule"
    roadmap: Annotated[bool, Option("--roadmap", rich_help_panel="show")] = False


@option_set
class LessonsOptions(ReportOptions):
    """What ``lessons`` takes."""

    words: Annotated[list[str], Argument(metavar="WORDS")] = field(default_factory=list)


@option_set
class FlowOptions(ReportOptions):
    """What ``flow`` takes."""

    per: Annotated[Literal["quarter", "month"], Option("--per", show_default=True, rich_help_panel="show")] = "quarter"


@option_set
class CheckOptions(DayOptions):
    """What ``check`` takes."""

    paths: Annotated[list[str], Argument(metavar="PATH", autocompletion=complete_path)] = field(default_factory=list)
    format: Annotated[
        list[str],
        Option("--format", metavar="FORMAT", rich_help_panel="show", autocompletion=complete_check_format),
    ] = field(default_factory=list)
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False
    fail_on: Annotated[FailOn, Option("--fail-on", show_default=True, rich_help_panel="choose")] = "error"
    base: Annotated[str | None, Option("--base", metavar="REF", rich_help_panel="choose")] = None
    select: Annotated[
        list[str], Option("--select", metavar="RULE", rich_help_panel="choose", autocompletion=complete_rule)
    ] = field(default_factory=list)
    statistics: Annotated[bool, Option("--statistics", rich_help_panel="show")] = False
    show_accepted: Annotated[bool, Option("--show-accepted", rich_help_panel="show")] = False


@option_set
class RuleOptions(GlobalOptions):
    """What ``rule`` takes."""

    name: Annotated[str | None, Argument(metavar="NAME", autocompletion=complete_rule)] = None
    format: Annotated[Literal["table", "json"] | None, Option("--format", rich_help_panel="show")] = None
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False


@option_set
class WriteOptions(GlobalOptions):
    """What every command takes that writes."""

    on: Annotated[str | None, Option("--on", metavar="DATE", rich_help_panel="values")] = None
    dry_run: Annotated[bool, Option("--dry-run", rich_help_panel="show")] = False
    json: Annotated[bool, Option("--json", rich_help_panel="show")] = False


@option_set
class ImportOptions(WriteOptions):
    """What ``import`` takes."""

    file: Annotated[str, Argument(metavar="FILE")]
    sheet: Annotated[list[str], Option("--sheet", metavar="NAME", rich_help_panel="values")] = field(
        default_factory=list
    )
    map: Annotated[str | None, Option("--map", metavar="FILE", rich_help_panel="values")] = None
    save_map: Annotated[str | None, Option("--save-map", metavar="FILE", rich_help_panel="values")] = None
    dates: Annotated[DayOrder | None, Option("--dates", rich_help_panel="values")] = None
    declare: Annotated[bool, Option("--declare", rich_help_panel="values")] = False
    write: Annotated[bool, Option("--write", rich_help_panel="values")] = False
    partial: Annotated[bool, Option("--partial", rich_help_panel="values")] = False


@option_set
class ExportOptions(FilterOptions):
    """What ``export`` takes."""

    to: Annotated[str, Argument(metavar="PLACE")]
    format: Annotated[SheetFormat | None, Option("--format", rich_help_panel="show")] = None
    without_people: Annotated[bool, Option("--without-people", rich_help_panel="show")] = False


@option_set
class DiffOptions(ShapeOptions):
    """What ``diff`` takes."""

    base: Annotated[str | None, Argument(metavar="BASE")] = None
    head: Annotated[str | None, Argument(metavar="HEAD")] = None
    by: Annotated[ReviewOrder, Option("--by", show_default=True, rich_help_panel="show")] = "weight"
    staged: Annotated[bool, Option("--staged", rich_help_panel="choose")] = False
    fail_on: Annotated[Literal["back", "never"], Option("--fail-on", show_default=True, rich_help_panel="choose")] = (
        "never"
    )
    exit_code: Annotated[bool, Option("--exit-code", rich_help_panel="choose")] = False


@option_set
class LogOptions(ShapeOptions):
    """What ``log`` takes."""

    which: Annotated[str | None, Argument(metavar="ID", autocompletion=complete_assignment)] = None
    between: Annotated[str | None, Argument(metavar="RANGE")] = None
    number: Annotated[str, Option("--number", "-n", metavar="NUMBER", show_default=True, rich_help_panel="choose")] = (
        "20"
    )


@option_set
class PresentOptions(DayOptions):
    """What ``report`` takes."""

    since: Annotated[str | None, Option("--since", metavar="SINCE", rich_help_panel="choose")] = None
    department: Annotated[
        str | None, Option("--department", metavar="ID", rich_help_panel="choose", autocompletion=complete_department)
    ] = None
    output: Annotated[str | None, Option("--output", "-o", metavar="FILE", rich_help_panel="show")] = None
    picture: Annotated[str | None, Option("--picture", metavar="FILE", rich_help_panel="show")] = None
    title: Annotated[str | None, Option("--title", metavar="TEXT", rich_help_panel="show")] = None
    without_people: Annotated[bool, Option("--without-people", rich_help_panel="show")] = False


@option_set
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


@option_set
class UpgradeOptions(GlobalOptions):
    """What ``upgrade`` takes."""

    dry_run: Annotated[bool, Option("--dry-run", rich_help_panel="show")] = False


@option_set
class SchemaOptions(GlobalOptions):
    """What ``schema`` takes."""

    schema: Annotated[str, Argument(metavar="SCHEMA", autocompletion=complete_schema)]


@option_set
class GuideOptions(GlobalOptions):
    """What ``guide`` takes."""

    topic: Annotated[str | None, Argument(metavar="TOPIC", autocompletion=complete_topic)] = None
    plain: Annotated[bool, Option("--plain", rich_help_panel="show")] = False


COMMANDS: dict[str, Called] = {
    "status": called(StatusOptions, "report:status"),
    "show": called(ShowOptions, "report:show"),
    "departments": called(ReportOptions, "report:departments"),
    "benefits": called(ReportOptions, "report:benefits"),
    "roadmap": called(RoadmapOptions, "report:roadmap"),
    "gaps": called(GapsOptions, "report:gaps"),
    "lessons": called(LessonsOptions, "report:lessons"),
    "flow": called(FlowOptions, "report:flow"),
    "check": called(CheckOptions, "findings:show"),
    "rule": called(RuleOptions, "manual:show_rule"),
    "import": called(ImportOptions, "tables:import_file"),
    "export": called(ExportOptions, "tables:export"),
    "diff": called(DiffOptions, "comparing:show_diff"),
    "log": called(LogOptions, "comparing:show_log"),
    "report": called(PresentOptions, "presenting:show"),
    "init": called(InitOptions, "beginning:begin"),
    "upgrade": called(UpgradeOptions, "beginning:renew"),
    "schema": called(SchemaOptions, "manual:show_schema"),
    "guide": called(GuideOptions, "manual:show_guide"),
}
