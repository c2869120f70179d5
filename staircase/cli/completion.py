"""Completion in bash, zsh, fish and PowerShell, Typer's in our own words; a portfolio's, from a scan without models."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from typer import Context, Exit

from staircase import disk
from staircase.cli import OutputError, write
from staircase.cli.environment import here, named_portfolio, program_name
from staircase.cli.usage import MisuseError
from staircase.core.source import PROGRAM_FILE
from staircase.render import CHECK_FORMATS

if TYPE_CHECKING:
    from typer._completion_classes import BashComplete


_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SECTION = r"([a-z_]+):\s*(?:#.*)?$"
_ENTRY_ID = r"\s*-?\s*\{?\s*id:\s*[\"']?([a-z0-9-]+)|\s*-\s*\{.*?\bid:\s*[\"']?([a-z0-9-]+)"
_TAGS = r"tags:\s*\[([^]]*)\]"
_PLAIN_PATH = r"[\w./+@ -]+"
_MANY = 2000


def assignment_ids(context: Context, incomplete: str) -> list[str]:
    """The ids of assignments that begin as what is written."""
    stems = (Path(path).stem for path, problem in _files(context) if problem is None and disk.is_yaml(path))
    return _beginning(incomplete, (stem for stem in stems if re.fullmatch(_ID, stem)))


def complete_assignment(context: Context, incomplete: str) -> list[str]:
    """The ids of assignments, under the name that completions have."""
    return assignment_ids(context, incomplete)


def complete_step(_: Context, incomplete: str) -> list[str]:
    """The steps that begin as what is written."""
    from staircase.core.choices import STEPS  # noqa: PLC0415 - start-up: only when a step is asked for

    return [step for step in STEPS if step.startswith(incomplete)]


def complete_key(_: Context, incomplete: str) -> list[str]:
    """The keys at the top of an assignment's file that begin as what is written."""
    from staircase.core.model.assignment import Assignment  # noqa: PLC0415 - start-up: only when a key is asked for

    return _beginning(incomplete, Assignment.model_fields)


def complete_rule(_: Context, incomplete: str) -> list[str]:
    """The names of rules that begin as what is written."""
    from staircase.core.rules.table import SEVERITIES  # noqa: PLC0415 - start-up: only when a rule is asked for

    return _beginning(incomplete, SEVERITIES)


def complete_topic(_: Context, incomplete: str) -> list[str]:
    """The topics of guides that begin as what is written."""
    from staircase.words import TOPICS  # noqa: PLC0415 - start-up: only when a guide is asked for

    return _beginning(incomplete, TOPICS)


def complete_schema(_: Context, incomplete: str) -> list[str]:
    """The names of schemas that begin as what is written."""
    from staircase.core.schema import FILES, REPORTS  # noqa: PLC0415 - start-up: only when a schema is asked for

    return _beginning(incomplete, (*FILES, *REPORTS))


def complete_path(context: Context, incomplete: str) -> list[str]:
    """The portfolio's files, as seen from here; names that a shell could act upon are left out."""
    root = _root(context)
    if root is None:
        return []
    paths = (os.path.relpath(root / path, here()) for path in (PROGRAM_FILE, *_names(root)))
    return _beginning(incomplete, (path for path in paths if re.fullmatch(_PLAIN_PATH, path)))


def complete_check_format(_: Context, incomplete: str) -> list[str]:
    """The formats of ``check`` that begin as what is written."""
    return _beginning(incomplete, CHECK_FORMATS)


def complete_department(context: Context, incomplete: str) -> list[str]:
    """The ids of departments that begin as what is written."""
    return _beginning(incomplete, _declared(context, "departments"))


def complete_goal(context: Context, incomplete: str) -> list[str]:
    """The ids of goals that begin as what is written."""
    return _beginning(incomplete, _declared(context, "goals"))


def complete_tag(context: Context, incomplete: str) -> list[str]:
    """The tags that stand in a list on one line, of the first files of a large portfolio."""
    root = _root(context)
    return _beginning(incomplete, _tags(root)) if root else []


def _tags(root: Path) -> Iterator[str]:
    for path in list(_names(root))[:_MANY]:
        content = disk.read_file(root, path).content or b""
        for found in re.findall(_TAGS, content.decode("utf-8", "replace")):
            yield from (tag for part in found.split(",") if re.fullmatch(_PLAIN_PATH, tag := part.strip(" \"'")))


def _declared(context: Context, section: str) -> Iterator[str]:
    """The ids that a top-level list of ``program.yaml`` declares."""
    root = _root(context)
    content = disk.read_file(root, PROGRAM_FILE).content if root else None
    inside = False
    for line in (content or b"").decode("utf-8", "replace").splitlines():
        if line[:1].isalpha():
            head = re.match(_SECTION, line)
            inside = bool(head and head[1] == section)
        elif inside and (match := re.match(_ENTRY_ID, line)):
            yield match[1] or match[2]


def _beginning(incomplete: str, words: Iterable[str]) -> list[str]:
    return sorted({word for word in words if word.startswith(incomplete)})


def _names(root: Path) -> Iterator[str]:
    return (path for path, problem in disk.entries(root) if problem is None and disk.is_yaml(path))


def _files(context: Context) -> Iterable[tuple[str, object]]:
    root = _root(context)
    return disk.entries(root) if root else ()


def _root(context: Context) -> Path | None:
    """Find the portfolio as the command itself would."""
    levels = (context, context.find_root())
    given = [level.params["portfolio"] for level in levels if level.params.get("portfolio")]
    try:
        return disk.find(here(), named_portfolio(next(iter(given), None), os.environ))
    except (disk.NoPortfolioError, OSError):
        return None


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


def install(context: Context) -> None:
    """Install completion for the shell that staircase runs in, and end."""
    from typer._completion_shared import install as install_for  # noqa: PLC0415 - start-up: only for completion

    try:
        shell, path = install_for(_shell(), program_name())
        with path.open("a", encoding="utf-8") as script:
            script.write(_at_once(shell))
    except OSError as error:
        from staircase.system import system_reason  # noqa: PLC0415 - start-up: only where writing fails

        raise OutputError(system_reason(error), error.filename or "") from error
    texts = context.find_root().obj.texts
    write(texts["shell.installed"].format(shell=shell, path=path) + "\n")
    raise Exit


def show() -> None:
    """Show the completion script for the shell that staircase runs in, and end."""
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
