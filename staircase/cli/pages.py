"""The commands that show a page, and need no portfolio: ``rule`` and ``guide``."""

from collections.abc import Callable

from staircase.cli.command import takes
from staircase.cli.options.pages import GuideOptions, RuleOptions


@takes(RuleOptions)
def rule(options: RuleOptions) -> int:
    """Show a rule's page, or all rules."""
    from staircase.cli.manual import show_rule  # noqa: PLC0415 - start-up: only when a page is asked for

    return show_rule(options)


@takes(GuideOptions)
def guide(options: GuideOptions) -> int:
    """Show a guide, or the list of guides."""
    from staircase.cli.manual import show_guide  # noqa: PLC0415 - as above

    return show_guide(options)


COMMANDS: dict[str, Callable[..., int]] = {"rule": rule, "guide": guide}
