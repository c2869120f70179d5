"""The whole command line, put together: the options before a command, and the families of commands."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Annotated

import typer
from typer import Context, Option
from typer._click import Command as AnyCommand
from typer._click.globals import get_current_context
from typer.main import get_command

from staircase import __version__
from staircase.cli import completion
from staircase.cli.command import Called, Command, CommandGroup, Commands, declared, named, plain, takes
from staircase.cli.environment import Session, named_portfolio
from staircase.cli.exits import DONE, NOTHING_THERE
from staircase.cli.families import FAMILIES, family_of
from staircase.cli.options import GlobalOptions
from staircase.cli.output import say, write
from staircase.cli.page import option_text, summary
from staircase.disk import NoPortfolioError


def show_version(context: Context, value: bool) -> None:  # noqa: FBT001 - as Typer calls it
    """Show the version and end."""
    if value and not context.resilient_parsing:
        write(f"staircase {__version__}\n")
        raise typer.Exit


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RootOptions(GlobalOptions):
    """What may stand before the command's name, or alone."""

    version: Annotated[bool, Option("--version", is_eager=True, callback=show_version, rich_help_panel="general")] = (
        False
    )
    install_completion: Annotated[
        bool, Option("--install-completion", callback=completion.install, rich_help_panel="general")
    ] = False
    show_completion: Annotated[
        bool, Option("--show-completion", callback=completion.show, rich_help_panel="general")
    ] = False


@takes(RootOptions)
def staircase(options: RootOptions) -> int:
    """Show the status where no command is named."""
    context = get_current_context()
    if context.invoked_subcommand is not None:
        return DONE
    return _begin(options, context.obj)


def _begin(options: RootOptions, session: Session) -> int:
    """Show the status; where there is no portfolio and none is named, how to start."""
    from staircase.cli.look import status_of  # noqa: PLC0415 - start-up: only where no command is named
    from staircase.cli.settings import today_told  # noqa: PLC0415 - start-up: only where no command is named

    try:
        return status_of(options)
    except NoPortfolioError:
        if named_portfolio(options.portfolio, os.environ):
            raise
        say(session.texts["shell.start"].format(today=today_told().isoformat()))
        return NOTHING_THERE


def application(session: Session, *, completing: bool = False) -> AnyCommand:
    """Build the command line; completing shows texts before anybody asks for help, so they are filled in."""
    app = typer.Typer(name="staircase", cls=CommandGroup, add_completion=False)
    app.callback(invoke_without_command=True)(declared(staircase))
    finish = partial(_filled, session=session) if completing else plain
    command = finish(get_command(app))
    makers = {name: partial(_command, name, finish) for names in FAMILIES.values() for name in names}
    command.__dict__["commands"] = Commands(makers)  # Typer declares what may be changed; this may not
    if completing:
        completion.recognise()
    return command


def _command(name: str, finish: Callable[[AnyCommand], AnyCommand]) -> AnyCommand:
    alone = typer.Typer(add_completion=False)
    commands: Mapping[str, Called] = named(f"cli.{family_of(name)}:COMMANDS")
    alone.command(name, cls=Command)(declared(commands[name]))
    return finish(get_command(alone))


def _filled(command: AnyCommand, session: Session) -> AnyCommand:
    """A command with what it and its options are for, in the reader's language."""
    command = plain(command)
    command.short_help = summary(session.texts[f"command.{command.name}"])
    for option in command.params:
        if hasattr(option, "help"):
            option.help = option_text(command, option, session.texts)
    return command
