"""``rule``: a rule's manual page, or the list of all rules by family; it needs no portfolio."""

from collections.abc import Callable

from staircase.cli.command import takes
from staircase.cli.options.rule import RuleOptions


@takes(RuleOptions)
def rule(options: RuleOptions) -> int:
    """Show a rule's page, or all rules."""
    from staircase.cli.rule_page import show  # noqa: PLC0415 - start-up: only when a rule is asked for

    return show(options)


COMMANDS: dict[str, Callable[..., int]] = {"rule": rule}
