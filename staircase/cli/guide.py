"""``guide``: a guide to read, or the list of them; it needs no portfolio."""

from collections.abc import Callable

from staircase.cli.command import takes
from staircase.cli.options.guide import GuideOptions


@takes(GuideOptions)
def guide(options: GuideOptions) -> int:
    """Show a guide, or the list of guides."""
    from staircase.cli.guide_page import show  # noqa: PLC0415 - start-up: only when a guide is asked for

    return show(options)


COMMANDS: dict[str, Callable[..., int]] = {"guide": guide}
