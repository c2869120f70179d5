"""Completion for bash, zsh, fish and PowerShell: Typer's, in our own words."""

from typer import Context, Exit

from staircase.cli.environment import program_name
from staircase.cli.output import OutputError, write
from staircase.cli.usage import MisuseError

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def recognise() -> None:
    """Let the shells' requests for completion be understood; bash's also for ``--option=value``."""
    from typer._click.shell_completion import add_completion_class  # noqa: PLC0415 - start-up: only for completion
    from typer._completion_classes import BashComplete, completion_init  # noqa: PLC0415 - as above

    class WholeWords(BashComplete):
        """Completion for bash, which parts words at ``=`` and asks for what follows it alone."""

        def get_completion_args(self) -> tuple[list[str], str]:
            arguments, begun = super().get_completion_args()
            if begun == "=":
                arguments, begun = [*arguments, "="], ""
            if len(arguments) > 1 and arguments[-1] == "=" and arguments[-2].startswith("--"):
                arguments, begun = arguments[:-2], f"{arguments[-2]}={begun}"
            return _joined(arguments), begun

    completion_init()
    add_completion_class(WholeWords, "bash")


def _joined(words: list[str]) -> list[str]:
    """The words with each option, its ``=`` and its value as one again."""
    joined: list[str] = []
    for word in words:
        if joined and (word == "=" or joined[-1].endswith("=")) and joined[-1].startswith("--"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


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
    """The name of the shell that staircase runs in."""
    import shellingham  # type: ignore[import-untyped]  # it has no types  # noqa: PLC0415 - as above

    try:
        name: str = shellingham.detect_shell()[0]
    except (shellingham.ShellDetectionFailure, OSError) as error:
        raise MisuseError(key="shell.unknown_shell") from error
    if name not in SHELLS:
        raise MisuseError(key="shell.unknown_shell")
    return name
