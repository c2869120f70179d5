"""Help: the commands by what the user wants, and a page for each, whole in the reader's language without tables."""

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from types import MappingProxyType

import typer
from typer._click import Command, Context, Parameter
from typer.core import TyperArgument, TyperGroup, TyperOption

from staircase.cli import write
from staircase.cli.environment import Session, width

FAMILIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "look": ("status", "show", "departments", "benefits", "roadmap", "gaps", "lessons", "flow"),
        "check": ("check", "rule"),
        "write": (
            *("new", "move", "trial", "benefit", "measure", "present", "close", "take-home"),
            *("plan", "anchor", "start", "finish", "drop", "live", "review", "pause", "resume", "complete", "stop"),
            *("accept", "set", "unset", "rename", "edit", "declare", "adopt", "send"),
        ),
        "sheets": ("import", "export"),
        "review": ("diff", "log"),
        "present": ("report",),
        "set_up": ("init", "upgrade", "schema"),
        "learn": ("guide",),
    }
)
"""The commands by what the user wants, in the order that help shows them."""

WIDEST, NARROWEST = 100, 40
NAME_COLUMN = 28
NO_BREAK = "\N{NO-BREAK SPACE}"
PANELS = ("values", "choose", "show", "general")

ENVIRONMENT = {
    "portfolio": "STAIRCASE_PORTFOLIO",
    "lang": "STAIRCASE_LANG",
    "color": "NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE",
    "as_of": "STAIRCASE_TODAY",
    "plain": "ACCESSIBLE",
}
"""The variables that speak where an option is not given; the help names them."""

_OPTION = re.compile(r"--[a-z][a-z-]*")


def show_help(context: typer.Context) -> None:
    """Show the help page of the command, and end."""
    write(page(context.command, context, context.find_root().obj))
    raise typer.Exit


def page(command: Command, context: Context, session: Session) -> str:
    """The help page: usage, purpose, commands, options by panel, and examples."""
    texts, columns = session.texts, min(max(width(), NARROWEST), WIDEST)
    name = command.name or "staircase"
    parts = [
        _headed(texts["help.usage"], _usage(command, context, texts), session, columns),
        *_paragraphs(texts[f"command.{name}"], columns),
        *_commands(command, session, columns),
        *_options(command, context, session, columns),
        [
            _title(texts["help.example"], session),
            *(f"  {line}" for line in texts[f"example.{name}"].split("\n")),
        ],
        *([[texts["help.more"]]] if isinstance(command, TyperGroup) else []),
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def summary(text: str) -> str:
    """The first paragraph of a command's purpose, for lists of commands."""
    return text.partition("\n\n")[0]


def option_text(command: Command, option: Parameter, texts: Mapping[str, str]) -> str:
    """What an option does, in this command's own words where it has some."""
    return texts.get(f"option.{command.name}.{option.name}") or texts[f"option.{option.name}"]


def _headed(title: str, usage: str, session: Session, columns: int) -> list[str]:
    head, *below = wrap(f"{title}: {usage}", columns, subsequent_indent="  ", break_on_hyphens=False)
    return [_title(title, session) + head.removeprefix(title), *below]


def _usage(command: Command, context: Context, texts: Mapping[str, str]) -> str:
    arguments = [_argument(each, texts) for each in command.params if isinstance(each, TyperArgument)]
    rest = [texts["help.command"]] if isinstance(command, TyperGroup) else arguments
    return " ".join([context.command_path, texts["help.options"], *rest])


def _argument(argument: TyperArgument, texts: Mapping[str, str]) -> str:
    """Write an argument as usage lines do: in brackets where it may be left out, with dots where it may be repeated."""
    word = _placeholder(argument, texts)
    if argument.required:
        return word
    return f"[{word}]" if argument.nargs == 1 else f"[{word}]…"


def _paragraphs(text: str, columns: int) -> Iterator[list[str]]:
    return (wrap(paragraph, columns, break_on_hyphens=False) for paragraph in text.split("\n\n"))


def _commands(command: Command, session: Session, columns: int) -> Iterator[list[str]]:
    for family, names in FAMILIES.items() if isinstance(command, TyperGroup) else ():
        rows = [(name, summary(session.texts[f"command.{name}"])) for name in names]
        yield _panel(f"panel.{family}", rows, session, columns)


def _options(command: Command, context: Context, session: Session, columns: int) -> Iterator[list[str]]:
    panels: dict[str, list[tuple[str, str]]] = {name: [] for name in PANELS}
    arguments = "values" if command.name in FAMILIES["write"] else "choose"
    for option in sorted(command.get_params(context), key=lambda each: isinstance(each, TyperOption)):
        panel = getattr(option, "rich_help_panel", None) or "general"
        row = (_name(option, session.texts), _explained(command, option, session.texts))
        panels[arguments if isinstance(option, TyperArgument) else panel].append(row)
    for panel, rows in panels.items():
        if rows:
            yield _panel(f"panel.{panel}", rows, session, columns)


def _panel(key: str, rows: Iterable[tuple[str, str]], session: Session, columns: int) -> list[str]:
    lines = [_title(session.texts[key], session)]
    for name, text in rows:
        lines.extend(_row(name, text, session, columns))
    return lines


def _row(name: str, text: str, session: Session, columns: int) -> Iterator[str]:
    """A name with its text beside it, or below it where the name is too long."""
    indent = " " * (NAME_COLUMN + 2)
    wrapped = wrap(text, columns - len(indent), break_on_hyphens=False)
    lines = [line.replace(NO_BREAK, " ") for line in wrapped]
    shown = _OPTION.sub("\x1b[36m\\g<0>\x1b[0m", name) if session.colour else name
    if len(name) > NAME_COLUMN - 2:
        yield f"  {shown}"
    else:
        yield f"  {shown}{' ' * (NAME_COLUMN - len(name))}{lines.pop(0)}"
    yield from (f"{indent}{line}" for line in lines)


def _name(option: Parameter, texts: Mapping[str, str]) -> str:
    placeholder = _placeholder(option, texts)
    return placeholder if isinstance(option, TyperArgument) else f"{', '.join(option.opts)} {placeholder}".rstrip()


def _placeholder(option: Parameter, texts: Mapping[str, str]) -> str:
    """What stands for an option's value: its choices, or a word for its kind."""
    if option.metavar:
        return texts[f"metavar.{option.metavar}"]
    choices = getattr(option, "type_descriptor").choices  # noqa: B009 - declared on Typer's two kinds only
    return "|".join(choices or ())


def _explained(command: Command, option: Parameter, texts: Mapping[str, str]) -> str:
    extras = []
    if option.name in ENVIRONMENT:
        extras.append(texts["help.env"].format(names=ENVIRONMENT[option.name]))
    if isinstance(option, TyperOption) and option.show_default and option.default:
        extras.append(texts["help.default"].format(value=option.default))
    whole = (f"[{extra}]".replace(" ", NO_BREAK) for extra in extras)
    return " ".join([option_text(command, option, texts), *whole])


def _title(text: str, session: Session) -> str:
    return f"\x1b[1m{text}\x1b[0m" if session.colour else text
