"""Completion for bash, zsh, fish and PowerShell: Typer's, in our own words."""

from typer import Context, Exit

from staircase.cli.environment import program_name
from staircase.cli.output import OutputError, write
from staircase.cli.usage import MisuseError

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def recognise() -> None:
    """Let the shells' requests for completion be understood."""
    from typer._completion_classes import completion_init  # noqa: PLC0415 - start-up: only for completion

    completion_init()


def install(context: Context, value: bool) -> None:  # noqa: FBT001 - as Typer calls it
    """Install completion for the shell that staircase runs in, and end."""
    if not value or context.resilient_parsing:
        return
    from typer._completion_shared import install as install_for  # noqa: PLC0415 - start-up: only for completion

    try:
        shell, path = install_for(_shell(), program_name())
    except OSError as error:
        raise OutputError(str(error)) from error
    texts = context.find_root().obj.texts
    write(texts["shell.installed"].format(shell=shell, path=path) + "\n")
    raise Exit


def show(context: Context, value: bool) -> None:  # noqa: FBT001 - as Typer calls it
    """Show the completion script for the shell that staircase runs in, and end."""
    if not value or context.resilient_parsing:
        return
    from typer._completion_shared import get_completion_script  # noqa: PLC0415 - start-up: only for completion

    name = program_name()
    variable = f"_{name.replace('-', '_').upper()}_COMPLETE"
    write(get_completion_script(prog_name=name, complete_var=variable, shell=_shell()) + "\n")
    raise Exit


def _shell() -> str:
    """Give the name of the shell that staircase runs in."""
    import shellingham  # type: ignore[import-untyped]  # it has no types  # noqa: PLC0415 - as above

    try:
        name: str = shellingham.detect_shell()[0]
    except (shellingham.ShellDetectionFailure, OSError) as error:
        raise MisuseError(key="shell.unknown_shell") from error
    if name not in SHELLS:
        raise MisuseError(key="shell.unknown_shell")
    return name
