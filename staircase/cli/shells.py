"""Completion for bash, zsh, fish and PowerShell: Typer's, in our own words."""

import os
from typing import TYPE_CHECKING

from typer import Context, Exit

from staircase.cli.environment import program_name
from staircase.cli.output import OutputError, write
from staircase.cli.usage import MisuseError

if TYPE_CHECKING:
    from typer._completion_classes import BashComplete

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def recognise() -> None:
    """Let the shells' requests for completion be understood, also for ``--option=value`` and words with spaces."""
    from typer._click import shell_completion  # noqa: PLC0415 - start-up: only for completion
    from typer._completion_classes import FishComplete, PowerShellComplete, ZshComplete  # noqa: PLC0415 - as above

    class WholeWords(shell_completion.ShellComplete):
        """Completion for a shell that takes ``--option=value`` as one word."""

        def get_completions(self, args: list[str], incomplete: str) -> list[shell_completion.CompletionItem]:
            option, parted, _ = incomplete.partition("=")
            found = super().get_completions(args, incomplete)
            if parted and option.startswith("--"):
                for item in found:
                    item.value = f"{option}={item.value}"
            return found

    class ZshWords(WholeWords, ZshComplete):
        """Completion for zsh."""

    class FishWords(WholeWords, FishComplete):
        """Completion for fish."""

    class PowerShellWords(WholeWords, PowerShellComplete):
        """Completion for PowerShell, old and new."""

    shell_completion.add_completion_class(_bash_words(), "bash")
    shell_completion.add_completion_class(ZshWords, "zsh")
    shell_completion.add_completion_class(FishWords, "fish")
    for name in ("powershell", "pwsh"):
        shell_completion.add_completion_class(PowerShellWords, name)


def _bash_words() -> "type[BashComplete]":
    """Completion for bash, which parts words at ``=``, asks for what follows it alone, and quotes nothing."""
    from typer._click.shell_completion import CompletionItem  # noqa: PLC0415 - start-up: only for completion
    from typer._completion_classes import BashComplete  # noqa: PLC0415 - as above

    class BashWords(BashComplete):
        def get_completion_args(self) -> tuple[list[str], str]:
            arguments, begun = super().get_completion_args()
            if begun == "=":
                arguments, begun = [*arguments, "="], ""
            if len(arguments) > 1 and arguments[-1] == "=" and arguments[-2].startswith("--"):
                arguments, begun = arguments[:-2], f"{arguments[-2]}={begun}"
            return _joined(arguments), begun

        def format_completion(self, item: CompletionItem) -> str:
            return str(item.value) if _is_quoted() else str(item.value).replace(" ", "\\ ")

    return BashWords


def _is_quoted() -> bool:
    """Whether the word that bash asks for begins with a quote, which bash then closes itself."""
    words = os.environ["COMP_WORDS"].split("\n")
    number = int(os.environ["COMP_CWORD"])
    return number < len(words) and words[number].startswith(("'", '"'))


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
        with path.open("a", encoding="utf-8") as script:
            script.write(_at_once(shell))
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

    name, shell = program_name(), _shell()
    variable = f"_{name.replace('-', '_').upper()}_COMPLETE"
    script = get_completion_script(prog_name=name, complete_var=variable, shell=shell)
    write(script + (_at_once(shell) or "\n"))
    raise Exit


def _at_once(shell: str) -> str:
    """What lets zsh complete also at the first Tab, when it has just loaded the script; nothing for other shells."""
    name = program_name()
    function = f"_{name.replace('-', '_')}_completion"
    return f"\n\nif [[ $funcstack[1] = _{name} ]]; then {function}; fi\n" if shell == "zsh" else ""


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
