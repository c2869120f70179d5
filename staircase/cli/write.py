"""The commands that write: each is one everyday event, told in one or two files."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from staircase.cli.command import takes
from staircase.cli.options.write import (
    AcceptOptions,
    AdoptOptions,
    AnchorOptions,
    BenefitOptions,
    CloseOptions,
    DeclareOptions,
    DropOptions,
    EditOptions,
    ItemOptions,
    MeasureOptions,
    MoveOptions,
    NewOptions,
    OneOptions,
    PauseOptions,
    PlanOptions,
    PresentBenefitOptions,
    RenameOptions,
    ReviewOptions,
    SendOptions,
    SetOptions,
    StopOptions,
    TakeHomeOptions,
    TrialOptions,
    UnsetOptions,
    WriteOptions,
)

if TYPE_CHECKING:
    from staircase.core.edits.ground import EverydayEvent


@takes(MoveOptions)
def move(options: MoveOptions) -> int:
    """Move an assignment to a step."""
    from staircase.core.edits.journey import MoveEvent  # noqa: PLC0415 - start-up: only the event that is written

    return _written(options, "move", MoveEvent)


@takes(OneOptions)
def live(options: OneOptions) -> int:
    """Note that an assignment has come into ordinary use."""
    from staircase.core.edits.journey import LiveEvent  # noqa: PLC0415 - as above

    return _written(options, "live", LiveEvent)


@takes(ReviewOptions)
def review(options: ReviewOptions) -> int:
    """Vouch for what files say."""
    from staircase.core.edits.journey import ReviewEvent  # noqa: PLC0415 - as above

    return _written(options, "review", ReviewEvent)


@takes(PauseOptions)
def pause(options: PauseOptions) -> int:
    """Pause an assignment."""
    from staircase.core.edits.journey import PauseEvent  # noqa: PLC0415 - as above

    return _written(options, "pause", PauseEvent)


@takes(OneOptions)
def resume(options: OneOptions) -> int:
    """Go on after a pause."""
    from staircase.core.edits.journey import ResumeEvent  # noqa: PLC0415 - as above

    return _written(options, "resume", ResumeEvent)


@takes(OneOptions)
def complete(options: OneOptions) -> int:
    """Complete an assignment."""
    from staircase.core.edits.journey import CompleteEvent  # noqa: PLC0415 - as above

    return _written(options, "complete", CompleteEvent)


@takes(StopOptions)
def stop(options: StopOptions) -> int:
    """Stop an assignment."""
    from staircase.core.edits.journey import StopEvent  # noqa: PLC0415 - as above

    return _written(options, "stop", StopEvent)


@takes(TrialOptions)
def trial(options: TrialOptions) -> int:
    """Begin a trial, or end one."""
    from staircase.core.edits.trials import TrialEvent  # noqa: PLC0415 - as above

    return _written(options, "trial", TrialEvent)


@takes(BenefitOptions)
def benefit(options: BenefitOptions) -> int:
    """Describe a benefit."""
    from staircase.core.edits.benefits import BenefitEvent  # noqa: PLC0415 - as above

    return _written(options, "benefit", BenefitEvent)


@takes(PresentBenefitOptions)
def present(options: PresentBenefitOptions) -> int:
    """Note that the benefit was shown to management."""
    from staircase.core.edits.benefits import PresentEvent  # noqa: PLC0415 - as above

    return _written(options, "present", PresentEvent)


@takes(CloseOptions)
def close(options: CloseOptions) -> int:
    """Close a benefit that will give no more."""
    from staircase.core.edits.benefits import CloseEvent  # noqa: PLC0415 - as above

    return _written(options, "close", CloseEvent)


@takes(TakeHomeOptions)
def take_home(options: TakeHomeOptions) -> int:
    """Note that a benefit was taken home."""
    from staircase.core.edits.benefits import TakeHomeEvent  # noqa: PLC0415 - as above

    return _written(options, "take-home", TakeHomeEvent)


@takes(PlanOptions)
def plan(options: PlanOptions) -> int:
    """Describe a roadmap item."""
    from staircase.core.edits.roadmap import PlanEvent  # noqa: PLC0415 - as above

    return _written(options, "plan", PlanEvent)


@takes(AnchorOptions)
def anchor(options: AnchorOptions) -> int:
    """Note that an item was worked into a plan."""
    from staircase.core.edits.roadmap import AnchorEvent  # noqa: PLC0415 - as above

    return _written(options, "anchor", AnchorEvent)


@takes(ItemOptions)
def start(options: ItemOptions) -> int:
    """Start a roadmap item."""
    from staircase.core.edits.roadmap import ItemStartEvent  # noqa: PLC0415 - as above

    return _written(options, "start", ItemStartEvent)


@takes(ItemOptions)
def finish(options: ItemOptions) -> int:
    """Finish a roadmap item."""
    from staircase.core.edits.roadmap import ItemFinishEvent  # noqa: PLC0415 - as above

    return _written(options, "finish", ItemFinishEvent)


@takes(DropOptions)
def drop(options: DropOptions) -> int:
    """Drop a roadmap item."""
    from staircase.core.edits.roadmap import ItemDropEvent  # noqa: PLC0415 - as above

    return _written(options, "drop", ItemDropEvent)


@takes(AcceptOptions)
def accept(options: AcceptOptions) -> int:
    """Accept a gap for now."""
    from staircase.core.edits.program import AcceptEvent  # noqa: PLC0415 - as above

    return _written(options, "accept", AcceptEvent)


@takes(DeclareOptions)
def declare(options: DeclareOptions) -> int:
    """Declare a department, a goal or a document."""
    from staircase.core.edits.program import DeclareEvent  # noqa: PLC0415 - as above

    return _written(options, "declare", DeclareEvent)


@takes(AdoptOptions)
def adopt(options: AdoptOptions) -> int:
    """Note that a document was adopted."""
    from staircase.core.edits.program import AdoptEvent  # noqa: PLC0415 - as above

    return _written(options, "adopt", AdoptEvent)


@takes(RenameOptions)
def rename(options: RenameOptions) -> int:
    """Rename an assignment."""
    from staircase.core.edits.files import RenameEvent  # noqa: PLC0415 - as above

    return _written(options, "rename", RenameEvent)


@takes(MeasureOptions)
def measure(options: MeasureOptions) -> int:
    """Note a measurement, or those of a table."""
    from staircase.core.edits.benefits import MeasureEvent  # noqa: PLC0415 - as above

    if options.table is not None:
        from staircase.cli.measurements import write_table  # noqa: PLC0415 - as above

        return write_table(options)
    return _written(options, "measure", MeasureEvent)


@takes(NewOptions)
def new(options: NewOptions) -> int:
    """Make a new assignment."""
    from staircase.core.edits.files import NewEnablingEvent, NewEvent, NewOfItemEvent  # noqa: PLC0415 - as above

    if options.of is not None:
        return _written(options, "new", NewOfItemEvent)
    return _written(options, "new", NewEnablingEvent if options.kind == "enabling" else NewEvent)


@takes(SetOptions)
def set_(options: SetOptions) -> int:
    """Set any other key."""
    from staircase.core.edits.setting import SetEvent  # noqa: PLC0415 - as above

    return _written(options, "set", SetEvent)


@takes(UnsetOptions)
def unset(options: UnsetOptions) -> int:
    """Take keys or entries away."""
    from staircase.core.edits.setting import UnsetEvent  # noqa: PLC0415 - as above

    return _written(options, "unset", UnsetEvent)


@takes(EditOptions)
def edit(options: EditOptions) -> int:
    """Open a file in the reader's editor."""
    from staircase.cli.editing import edit as opened  # noqa: PLC0415 - as above

    return opened(options)


@takes(SendOptions)
def send(options: SendOptions) -> int:
    """Send what has changed to where it is reviewed."""
    from staircase.cli.sending import send as sent  # noqa: PLC0415 - as above

    return sent(options)


def _written(options: WriteOptions, name: str, event: "type[EverydayEvent]") -> int:
    from staircase.cli.writing import write  # noqa: PLC0415 - as above

    return write(options, name, event)


COMMANDS: dict[str, Callable[..., int]] = {
    "new": new,
    "move": move,
    "trial": trial,
    "benefit": benefit,
    "measure": measure,
    "present": present,
    "close": close,
    "take-home": take_home,
    "plan": plan,
    "anchor": anchor,
    "start": start,
    "finish": finish,
    "drop": drop,
    "live": live,
    "review": review,
    "pause": pause,
    "resume": resume,
    "complete": complete,
    "stop": stop,
    "accept": accept,
    "set": set_,
    "unset": unset,
    "rename": rename,
    "edit": edit,
    "declare": declare,
    "adopt": adopt,
    "send": send,
}
