"""``upgrade``: what an earlier version wrote, renewed to the installed one."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from staircase import __version__, disk, git, store
from staircase.cli.environment import texts
from staircase.cli.exits import DONE
from staircase.cli.output import write
from staircase.cli.reading import language_for, loaded
from staircase.cli.schemas import file_schema, written
from staircase.cli.set_up import UpgradeOptions
from staircase.cli.settings import settings
from staircase.cli.writing import not_written
from staircase.core.beginning import HOOK, SCHEMAS, WORKFLOWS, renewed
from staircase.core.language import Language
from staircase.core.portfolio import Portfolio
from staircase.render.safe import visible


def renew(options: UpgradeOptions) -> int:
    """Renew schemas, workflow and hook, and show the diff; returns 0, or 74 where nothing could be written."""
    told = settings(options)
    portfolio = loaded(told)
    language = language_for(told, portfolio)
    said = texts(language)
    root = _repository(told.root)
    changes = list(_changes(root, told.root.relative_to(root), portfolio, language))
    try:
        if not options.dry_run:
            store.write(root, changes)
    except store.NotWrittenError as error:
        return not_written(error, language)
    write("".join(map(_diff, changes)) or f"{said['setup.current']}\n")
    return DONE


def _repository(portfolio: Path) -> Path:
    """The root of the repository that the portfolio is in; without one, the folder that it stands in or itself."""
    return git.top_of(portfolio) or (portfolio.parent if portfolio.name == disk.FOLDER else portfolio)


def _changes(root: Path, folder: Path, portfolio: Portfolio, language: Language) -> Iterator[store.FileChange]:
    """What is to change of what is there."""
    schemas = {
        (folder / name).as_posix(): written(file_schema(which, language, portfolio)) for which, name in SCHEMAS.items()
    }
    for path in (*schemas, *WORKFLOWS.values(), HOOK):
        content = disk.read_file(root, path).content
        if content is None:
            continue
        text = schemas.get(path) or renewed(content.decode("utf-8", "surrogateescape"), __version__)
        new = text.encode("utf-8", "surrogateescape")
        if new != content:
            yield store.FileChange(path, content, new)


def _diff(change: store.FileChange) -> str:
    """The change as a diff."""
    old, new = ((one or b"").decode("utf-8", "replace").splitlines() for one in (change.old, change.new))
    lines = unified_diff(old, new, f"a/{change.path}", f"b/{change.path}", lineterm="")
    return "".join(f"{visible(line)}\n" for line in lines)
