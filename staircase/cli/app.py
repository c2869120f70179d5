"""The whole command line, put together: the options before a command, and the families of commands."""

import os
from dataclasses import dataclass
from typing import Annotated

import typer
from typer import Context, Option
from typer._click import Command as AnyCommand
from typer._click.globals import get_current_context
from typer.main import get_command

from staircase import __version__
from staircase.cli import check, look, review, rule, shells
from staircase.cli.command import Command, Group, plain, takes
from staircase.cli.environment import Session, named_portfolio
from staircase.cli.exits import DONE, NOTHING_THERE
from staircase.cli.options import GlobalOptions
from staircase.cli.output import say, write
from staircase.cli.page import option_text, summary
from staircase.disk import NoPortfolioError

FAMILIES = {"look": look.COMMANDS, "check": check.COMMANDS | rule.COMMANDS, "review": review.COMMANDS}
"""The commands by what the user wants, in the order that help shows them."""


def show_version(context: Context, value: bool) -> None:  # noqa: FBT001 - as Typer calls it
    """Show the version and end."""
    if value and not context.resilient_parsing:
        write(f"staircase {__version__}\n")
        raise typer.Exit


@dataclass(frozen=True, kw_only=True)
class RootOptions(GlobalOptions):
    """What may stand before the command's name, or alone."""

    version: Annotated[bool, Option("--version", is_eager=True, callback=show_version, rich_help_panel="general")] = (
        False
    )
    install_completion: Annotated[
        bool, Option("--install-completion", callback=shells.install, rich_help_panel="general")
    ] = False
    show_completion: Annotated[bool, Option("--show-completion", callback=shells.show, rich_help_panel="general")] = (
        False
    )


@takes(RootOptions)
def staircase(options: RootOptions) -> int:
    """Show the status where no command is named."""
    context = get_current_context()
    if context.invoked_subcommand is not None:
        return DONE
    return _begin(options, context.obj)


def _begin(options: RootOptions, session: Session) -> int:
    """Show the status; where there is no portfolio and none is named, how to start."""
    try:
        return look.status_of(options)
    except NoPortfolioError:
        if named_portfolio(options.portfolio, os.environ):
            raise
        say(session.texts["shell.start"])
        return NOTHING_THERE


def application(session: Session, *, completing: bool = False) -> AnyCommand:
    """Build the command line; completing shows texts before anybody asks for help, so they are filled in."""
    app = typer.Typer(name="staircase", cls=Group, add_completion=False)
    app.callback(invoke_without_command=True)(staircase)
    for family, commands in FAMILIES.items():
        for name, function in commands.items():
            app.command(name, cls=Command, rich_help_panel=family)(function)
    command = plain(get_command(app))
    if completing:
        shells.recognise()
        _fill(command, session)
    return command


def _fill(command: AnyCommand, session: Session) -> None:
    """Say in the reader's language what each command and option is for."""
    command.short_help = summary(session.texts[f"command.{command.name}"])
    for option in command.params:
        if hasattr(option, "help"):
            option.help = option_text(command, option, session.texts)
    for below in command.commands.values() if isinstance(command, Group) else ():
        _fill(below, session)
