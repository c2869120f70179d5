"""The commands that write: each is one everyday event, told in one or two files."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from staircase.cli.command import takes
from staircase.cli.options.write import (
    MoveOptions,
    OneOptions,
    PauseOptions,
    ReviewOptions,
    SetOptions,
    StopOptions,
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


def _written(options: WriteOptions, name: str, event: "type[EverydayEvent]") -> int:
    from staircase.cli.writing import write  # noqa: PLC0415 - as above

    return write(options, name, event)


COMMANDS: dict[str, Callable[..., int]] = {
    "move": move,
    "live": live,
    "review": review,
    "pause": pause,
    "resume": resume,
    "complete": complete,
    "stop": stop,
    "set": set_,
    "unset": unset,
}
