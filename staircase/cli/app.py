"""The command line, put together of Typer's commands and options, with our own words for errors and help."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from enum import StrEnum
from functools import partial, wraps
from importlib import import_module
from inspect import Parameter as Declared
from inspect import Signature
from typing import Annotated, Any, ClassVar, Literal, TypeVar, dataclass_transform, get_args, get_origin, get_type_hints

import typer
from typer._click import Command as AnyCommand
from typer._click import Context, Parameter
from typer._click.exceptions import BadOptionUsage, NoSuchOption, UsageError
from typer._click.globals import get_current_context
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from staircase import __version__
from staircase.cli import DONE, NOTHING_THERE, completion, say, write
from staircase.cli.environment import Session, named_portfolio, today_told
from staircase.cli.help import FAMILIES, option_text, show_help, summary
from staircase.cli.usage import MisuseError
from staircase.core.choices import Language
from staircase.core.suggest import UNKNOWN, choice_in_other_words
from staircase.disk import NoPortfolioError

Value = str | bool | Sequence[str] | None
Called = Callable[..., int]
"""A command as Typer calls it."""


Kind = TypeVar("Kind")


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def option_set(kind: type[Kind]) -> type[Kind]:
    """Declare a command's options: a frozen dataclass without code of its own, for which ``GlobalOptions`` has it.

    Code for each of two dozen classes takes 7 ms, a thirtieth of a ``status`` and a tenth of a completion.
    """
    return dataclass(init=False, eq=False, repr=False)(kind)


@option_set
class GlobalOptions:
    """What every command takes, before its name or after it."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - each option has its own type, which mypy sees
        lists = {each.name: each.default_factory() for each in fields(self) if each.default_factory is not MISSING}
        vars(self).update(lists | values)

    def __setattr__(self, name: str, _: object, /) -> None:
        """Refuse: what was asked for does not change while a command runs."""
        raise FrozenInstanceError(name)

    portfolio: Annotated[str | None, typer.Option("--portfolio", metavar="DIR", rich_help_panel="general")] = None
    lang: Annotated[Language | None, typer.Option("--lang", rich_help_panel="general")] = None
    color: Annotated[Literal["auto", "always", "never"] | None, typer.Option("--color", rich_help_panel="general")] = (
        None
    )
    debug: Annotated[bool, typer.Option("--debug", rich_help_panel="general")] = False
    help: Annotated[
        bool, typer.Option("--help", "-h", is_eager=True, callback=show_help, rich_help_panel="general")
    ] = False


Options = TypeVar("Options", bound=GlobalOptions)


def show_version() -> None:
    """Show the version and end."""
    write(f"staircase {__version__}\n")
    raise typer.Exit


@option_set
class RootOptions(GlobalOptions):
    """What may stand before the command's name, or alone."""

    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=show_version, rich_help_panel="general")
    ] = False
    install_completion: Annotated[
        bool, typer.Option("--install-completion", callback=completion.install, rich_help_panel="general")
    ] = False
    show_completion: Annotated[
        bool, typer.Option("--show-completion", callback=completion.show, rich_help_panel="general")
    ] = False


class Option(TyperOption):
    """An option whose value is taken as it is written, if it is among the choices."""

    def process_value(self, ctx: Context, value: Any) -> Any:  # noqa: ANN401 - as Typer declares it
        """The value, or say what there is to choose between."""
        return _heeded(self, ctx, _chosen(self, ctx, value))


class Argument(TyperArgument):
    """An argument whose value is taken as it is written."""

    def process_value(self, ctx: Context, value: Any) -> Any:  # noqa: ANN401 - as Typer declares it
        """The value, or say that it is missing."""
        if self.required and self.value_is_missing(value):
            raise MisuseError(key="shell.missing", word=self.display_name_raw, command=ctx.command_path)
        return _heeded(self, ctx, _chosen(self, ctx, value))


class Command(TyperCommand):
    """A command whose errors and help are in our own words."""

    allow_extra_args = True

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the arguments, and refuse what is left over."""
        rest = _parsed(ctx, lambda: super(Command, self).parse_args(ctx, args))
        if rest and not ctx.resilient_parsing:
            raise MisuseError(key="shell.extra", word=rest[0], command=ctx.command_path)
        return rest


class Commands(Mapping[str, AnyCommand]):
    """Commands by name, each made when it is first asked for: what a run does not use costs it nothing."""

    def __init__(self, makers: Mapping[str, Callable[[], AnyCommand]]) -> None:
        self._makers = makers
        self._made: dict[str, AnyCommand] = {}

    def __getitem__(self, name: str) -> AnyCommand:
        """A command."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        """Whether there is such a command, without making it."""
        return name in self._makers

    def __iter__(self) -> Iterator[str]:
        """The names of all commands."""
        return iter(self._makers)

    def __len__(self) -> int:
        """Count the commands."""
        return len(self._makers)


class CommandGroup(TyperGroup):
    """The command of commands."""

    def list_commands(self, _: Context) -> list[str]:
        """The names of all commands, in the order that help shows them."""
        return list(self.commands)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the options before the command's name."""
        return _parsed(ctx, lambda: super(CommandGroup, self).parse_args(ctx, args))

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, AnyCommand | None, list[str]]:
        """Find the command by its name, or say which there are."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            raise MisuseError(key="shell.no_such_command", word=args[0], choices=tuple(self.commands))
        return super().resolve_command(ctx, args)


def takes(options: type[Options]) -> Callable[[Callable[[Options], int]], Called]:
    """Make a command of a function of one value: its fields become the command's options, once it is declared."""

    def declare(function: Callable[[Options], int]) -> Called:
        @wraps(function)
        def call(context: typer.Context, **values: Value) -> int:
            try:
                return function(options(**_completed(values, context.find_root().params)))
            except MisuseError as error:
                error.command = context.command_path
                raise

        call.__dict__.pop("__wrapped__")
        call.__dict__["taken"] = options
        return call

    return declare


def called(options: type[Options], function: str) -> Called:
    """A command that a function of the shell does, ``MODULE:FUNCTION``, loaded only when the command runs."""

    @takes(options)
    def call(given: Options) -> int:
        done: int = named(f"cli.{function}")(given)
        return done

    return call


def named(place: str) -> Any:  # noqa: ANN401 - a function or a class, which mypy can't know
    """What ``MODULE:NAME`` is in the package, loaded only now."""
    module, _, name = place.partition(":")
    return getattr(import_module(f"staircase.{module}"), name)


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
        done: int = named("cli.report:status_of")(options)
    except NoPortfolioError:
        if named_portfolio(options.portfolio, os.environ):
            raise
        today = today_told()
        say(session.texts["shell.start"].format(today=today.isoformat()))
        return NOTHING_THERE
    return done


def application(session: Session, *, completing: bool = False) -> AnyCommand:
    """Build the command line; completing shows texts before anybody asks for help, so they are filled in."""
    app = typer.Typer(name="staircase", cls=CommandGroup, add_completion=False)
    app.callback(invoke_without_command=True)(_with_options(staircase))
    finish = partial(_filled, session=session) if completing else _ours
    command = finish(get_command(app))
    makers = {name: partial(_command, name, finish) for names in FAMILIES.values() for name in names}
    command.__dict__["commands"] = Commands(makers)  # Typer declares what may be changed; this may not
    if completing:
        completion.recognise()
    return command


def _command(name: str, finish: Callable[[AnyCommand], AnyCommand]) -> AnyCommand:
    alone = typer.Typer(add_completion=False)
    module = "events" if name in FAMILIES["write"] else "options"
    commands: Mapping[str, Called] = named(f"cli.{module}:COMMANDS")
    alone.command(name, cls=Command)(_with_options(commands[name]))
    return finish(get_command(alone))


def _filled(command: AnyCommand, session: Session) -> AnyCommand:
    """A command with what it and its options are for, in the reader's language."""
    command = _ours(command)
    command.short_help = summary(session.texts[f"command.{command.name}"])
    for option in command.params:
        if hasattr(option, "help"):
            option.help = option_text(command, option, session.texts)
    return command


def _with_options(call: Called) -> Called:
    """A command its options in Typer's words: only the one that is run, or told of, is worth the time."""
    options: type[GlobalOptions] = call.__dict__["taken"]
    hints = get_type_hints(options, include_extras=True)
    context = Declared("context", Declared.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    own = (_parameter(each, hints[each.name]) for each in fields(options))
    call.__dict__["__signature__"] = Signature([context, *own])
    return call


def _ours(command: AnyCommand) -> AnyCommand:
    """Make a command's parameters ours."""
    command.params = [_own(parameter) for parameter in command.params]
    return command


def _parameter(declared: "Field[Value]", hint: object) -> Declared:
    needed = declared.default is MISSING and declared.default_factory is MISSING
    default = Declared.empty if needed else None if declared.default is MISSING else declared.default
    return Declared(declared.name, Declared.KEYWORD_ONLY, default=default, annotation=_for_typer(hint))


def _for_typer(hint: object) -> object:
    """A field's type as Typer takes it: the words of a list's literals and enumerations as one enumeration."""
    listed, *about = get_args(hint)
    choices = list(_words(get_args(listed)[0])) if get_origin(listed) is list else []
    if not choices:
        return hint
    members: Any = [(word.upper(), word) for word in choices]
    return Annotated[(list[StrEnum("Choice", members)], *about)]  # type: ignore[misc]  # made while the program runs


def _words(choice: object) -> Iterator[str]:
    if isinstance(choice, type) and issubclass(choice, StrEnum):
        yield from (member.value for member in choice)
    for part in get_args(choice):
        yield from [part] if isinstance(part, str) else _words(part)


def _own(parameter: Parameter) -> Parameter:
    """The same parameter as one of our kind."""
    own: Option | Argument = (
        Argument.__new__(Argument) if isinstance(parameter, TyperArgument) else Option.__new__(Option)
    )
    own.__dict__.update(parameter.__dict__)
    return own


def _completed(values: Mapping[str, Value], before: Mapping[str, Value]) -> dict[str, Any]:
    """Fill what was not given after the command's name with what was given before it."""
    given = {name: value for name, value in values.items() if value is not None}
    earlier = {each.name: before.get(each.name) for each in fields(GlobalOptions)}
    return given | {name: value for name, value in earlier.items() if value and not given.get(name)}


def _parsed(ctx: Context, parse: Callable[[], list[str]]) -> list[str]:
    try:
        return parse()
    except UsageError as error:
        raise _misuse(error, ctx) from error


def _misuse(error: UsageError, ctx: Context) -> MisuseError:
    path = ctx.command_path
    match error:
        case NoSuchOption() if owner := _owner(error.option_name, ctx):
            places = {"command": f"{path} {owner}"}
            return MisuseError("shell.option_of_command", error.option_name, places=places, command=path)
        case NoSuchOption():
            return MisuseError("shell.no_such_option", error.option_name, tuple(_names(ctx)), command=path)
        case BadOptionUsage():
            flags = {name for each in _options(ctx) if each.is_flag for name in each.opts}
            key = "shell.no_value" if error.option_name in flags else "shell.needs_value"
            return MisuseError(key, error.option_name, command=path)
        case _:
            return MisuseError("shell.misuse", error.format_message(), command=path)


def _owner(option: str, ctx: Context) -> str | None:
    """The first command that has an option which was written before any command."""
    below = ctx.command.commands if isinstance(ctx.command, TyperGroup) else {}
    return next((name for name, each in below.items() if any(option in known.opts for known in each.params)), None)


def _options(ctx: Context) -> Iterator[TyperOption]:
    return (each for each in ctx.command.get_params(ctx) if isinstance(each, TyperOption))


def _names(ctx: Context) -> Iterator[str]:
    return (name for each in _options(ctx) for name in each.opts)


def _chosen(parameter: Option | Argument, ctx: Context, value: Any) -> Any:  # noqa: ANN401 - as Typer declares it
    choices = parameter.type_descriptor.choices
    is_open = value == UNKNOWN and ctx.command.name in FAMILIES["write"]
    if not choices or value is None or is_open:
        return value
    if isinstance(value, (list, tuple)):
        return [_chosen(parameter, ctx, word) for word in value]
    chosen = value if value in choices else choice_in_other_words(value, choices)
    if chosen is None:
        raise MisuseError(
            key="shell.bad_choice",
            word=value,
            choices=choices,
            places={"option": parameter.opts[0]},
            command=ctx.command_path,
        )
    return chosen


def _heeded(parameter: Parameter, ctx: Context, value: Any) -> Any:  # noqa: ANN401 - as Typer declares it
    """The value, after what its option alone does, as ``--help``, where it was given."""
    if value and parameter.callback and not ctx.resilient_parsing:
        parameter.callback(ctx, parameter, value)
    return value
