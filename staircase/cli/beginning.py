"""``init``: a new portfolio, asked for or told by options, and ``upgrade``: what was written so, renewed."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from difflib import unified_diff
from functools import partial
from pathlib import Path

from staircase import __version__, disk, git, store
from staircase.cli import DONE, write
from staircase.cli.environment import chosen_language, here, locale_language, look_of, texts, today_told
from staircase.cli.manual import file_schema, written
from staircase.cli.options import InitOptions, UpgradeOptions
from staircase.cli.reading import known_format, language_for, loaded, settings
from staircase.cli.usage import MisuseError
from staircase.cli.writing import ask, is_asked, not_written
from staircase.core.choices import LANGUAGES, Forge, Language, language_named
from staircase.core.edits.files import (
    HOOK,
    SCHEMAS,
    WORKFLOWS,
    Beginning,
    lacking,
    portfolio_files,
    renewed,
    surroundings,
)
from staircase.core.edits.values import Choice, Question
from staircase.core.load import load
from staircase.core.model.program import Program
from staircase.core.portfolio import Portfolio
from staircase.core.source import PROGRAM_FILE, File
from staircase.render.layout import hanging
from staircase.render.safe import visible
from staircase.system import system_reason
from staircase.words import template
from staircase.words.speech import words

LEAST_ROOM = 24
"""How many columns what is said of a file needs beside it."""

MOST_LINES = 12
"""How many lines are shown of what a file that is kept lacks."""


@dataclass(frozen=True, slots=True)
class BeginningPlace:
    """Where a portfolio begins: the repository's folder, the portfolio's in it, and what is there of it already."""

    root: Path
    folder: str
    portfolio: Portfolio | None

    @property
    def program(self) -> Program | None:
        """What the programme says already."""
        return self.portfolio.program if self.portfolio else None


def begin(options: InitOptions) -> int:
    """Write what is missing, and name each file; returns 0, or 74 where nothing could be written."""
    language = chosen_language(options.lang, os.environ) or locale_language(os.environ)
    place = _place(options.at)
    beginning = _answered(options, place, language)
    files = _files(beginning, place)
    there = {path: content for path in files if (content := _content(place.root, path)) is not None}
    fresh = {path: text for path, text in files.items() if path not in there}
    try:
        if not options.dry_run:
            with _made(place.root):
                store.write(place.root, [store.FileChange(path, None, text.encode()) for path, text in fresh.items()])
    except store.NotWrittenError as error:
        return not_written(error, beginning.language)
    look = look_of(options.color)
    columns = look.width if look.terminal else sys.maxsize
    lines = [*_report(files, there, beginning, columns), *_next(options, fresh, beginning, columns)]
    write("\n".join(lines) + "\n")
    return DONE


def _place(at: str) -> BeginningPlace:
    """Where it is to begin.

    Raises:
        MisuseError: the folder lies within another portfolio, or the ``program.yaml`` that is there can't be read.
    """
    root = Path(os.path.abspath(here() / os.path.expanduser(at)))  # noqa: PTH100, PTH111 - `..` is meant as written
    found = next((one for one in (root, root / disk.FOLDER) if os.path.lexists(one / PROGRAM_FILE)), None)
    if found is None:
        if above := next((one for one in root.parents if os.path.lexists(one / PROGRAM_FILE)), None):
            raise MisuseError(key="shell.begins_within", word=str(root), places={"root": str(above)})
        return BeginningPlace(root, f"{disk.FOLDER}/", None)
    portfolio = known_format(load(disk.read(found)))
    if portfolio.program is None:
        raise MisuseError(key="shell.begins_broken", word=str(found / PROGRAM_FILE), command="staircase check")
    return BeginningPlace(root, "" if found == root else f"{disk.FOLDER}/", portfolio)


def _answered(options: InitOptions, place: BeginningPlace, language: Language) -> Beginning:
    """What was told and answered, as far as ``program.yaml`` does not say it."""
    program = place.program
    if program:
        language = program.language or language
        told = (program.organisation, program.name, tuple(one.name for one in program.departments))
        at_once = program.settings.at_once
    else:
        organisation, name, language, departments, at_once = _asked(options, language)
        told = (organisation, name, departments)
    forge = options.forge or _forge_there(place.root) or _forge_asked(place.root, language)
    beginning = Beginning(
        organisation=told[0],
        name=told[1],
        language=language,
        departments=told[2],
        at_once=at_once,
        forge=forge,
        publishes=options.pages or _publishes(place.root),
        first=options.first or "",
        folder=place.folder,
        version=__version__,
        today=today_told(),
    )
    _refuse_misfits(beginning)
    outer = _outer_repository(place.root)
    if outer and forge != "none":
        raise MisuseError(key="shell.begins_inside", word=str(place.root), places={"root": str(outer)})
    return beginning


def _asked(options: InitOptions, language: Language) -> tuple[str, str, Language, tuple[str, ...], int]:
    """The answers to the questions about the programme.

    Raises:
        MisuseError: nobody is there to be asked, or a number is none.
        KeyboardInterrupt: the reader has had enough.
    """
    said = texts(language)
    if not is_asked():
        missing = [f"--{one}" for one in ("organisation", "department") if not getattr(options, one)]
        if missing:
            raise MisuseError(
                key="shell.begins_untold", word=", ".join(missing), command="staircase init", language=language
            )
    organisation = options.organisation or ask(said["ask.organisation"], Question(), said)
    name = options.name or _likely("ask.programme", said["setup.name"], said)
    if is_asked() and not options.lang:
        choices = tuple(Choice(one) for one in LANGUAGES)
        language = language_named(ask(said["ask.language"], Question(choices, language), said)) or language
        said = texts(language)
    departments = tuple(options.department) or tuple(_departments(said))
    at_once = options.at_once or _likely("ask.at_once", "30", said)
    if not at_once.isdecimal() or len(at_once) > len("100000"):
        raise MisuseError(key="shell.not_a_number", word=at_once, places={"option": "--at-once"}, language=language)
    return organisation, name, language, departments, int(at_once)


def _likely(question: str, default: str, said: Mapping[str, str]) -> str:
    """The answer to a question that most answer alike; theirs, where nobody can be asked."""
    return ask(said[question], Question(default=default), said) if is_asked() else default


def _departments(said: Mapping[str, str]) -> Iterator[str]:
    yield ask(said["ask.departments"], Question(), said)
    while more := ask(said["ask.departments_more"], Question(may_be_open=True), said):
        yield more


def _forge_there(root: Path) -> Forge | None:
    """The forge whose workflow is there already."""
    return next((forge for forge, path in WORKFLOWS.items() if os.path.lexists(root / path)), None)


def _forge_asked(root: Path, language: Language) -> Forge:
    """Where the repository lives: as its remote says, and as is answered where somebody can be asked."""
    likely: Forge = "none"
    with suppress(git.RevisionError):
        remote = git.ask(git.repository(root), "config", "--get", "remote.origin.url") or b""
        likely = next((forge for forge in WORKFLOWS if forge.encode() in remote), likely)
    if not is_asked():
        return likely
    forges: tuple[Forge, ...] = (*WORKFLOWS, "none")
    question = Question(tuple(Choice(one) for one in forges), likely)
    found = ask(texts(language)["ask.forge"], question, texts(language))
    return next(one for one in forges if one == found)


def _publishes(root: Path) -> bool:
    """Whether a workflow that is there publishes the page."""
    contents = [_content(root, path) or b"" for path in WORKFLOWS.values()]
    return any(b"deploy-pages" in one or b"pages: true" in one for one in contents)


def _refuse_misfits(beginning: Beginning) -> None:
    """Refuse what ``program.yaml`` and an assignment's file may not hold.

    Raises:
        MisuseError: with what the check would say of it.
    """
    files = portfolio_files(beginning, partial(template, language=beginning.language))
    portfolio = load([File(path, text.encode()) for path, text in files.items()])
    for finding in portfolio.findings:
        message = words(beginning.language).message(finding)
        raise MisuseError(key="shell.misuse", word=message, command="staircase init", language=beginning.language)


def _outer_repository(root: Path) -> Path | None:
    """The repository that the folder lies in without being its root: a forge looks for workflows in the root only."""
    top = git.top_of(root)
    return None if top == root else top


def _files(beginning: Beginning, place: BeginningPlace) -> Mapping[str, str]:
    """All that a portfolio begins with, by path in the repository."""
    filled = partial(template, language=beginning.language)
    own = portfolio_files(beginning, filled)
    portfolio = place.portfolio or load([File(path, one.encode()) for path, one in own.items()])
    schemas = {name: written(file_schema(which, beginning.language, portfolio)) for which, name in SCHEMAS.items()}
    files = {f"{place.folder}{path}": text for path, text in {**own, **schemas}.items()}
    return {**files, **surroundings(beginning, filled, texts(beginning.language))}


def _content(root: Path, path: str) -> bytes | None:
    """What a file holds that is there; one that can't be read is there all the same."""
    return (disk.read_file(root, path).content or b"") if os.path.lexists(root / path) else None


@contextmanager
def _made(root: Path) -> Iterator[None]:
    """The folder, made if it is not there, and taken away again where nothing could be written.

    Raises:
        NotWrittenError: it can't be made.
    """
    missing = [one for one in (root, *root.parents) if not os.path.lexists(one)]
    is_kept = False
    try:
        root.mkdir(parents=True, exist_ok=True)
        yield
        is_kept = True
    except OSError as error:
        raise store.NotWrittenError(reason="failed", path=str(root), detail=system_reason(error)) from error
    finally:
        for folder in () if is_kept else missing:
            with suppress(OSError):
                folder.rmdir()


_PURPOSES = (
    (PROGRAM_FILE, "program"),
    (".schema.json", "schema"),
    ("README.md", "readme"),
    ("settings.json", "editor"),
    ("extensions.json", "extensions"),
    ("tasks.json", "tasks"),
    (".editorconfig", "editorconfig"),
    (".gitattributes", "attributes_for"),
    (".pre-commit-config.yaml", "hook"),
    ("portfolio.yml", "workflow"),
    (".gitlab-ci.yml", "workflow"),
    ("template.md", "request"),
    ("Default.md", "request"),
    (".yaml", "first"),
)
"""What each file is for, by how its name ends."""


def _report(files: Mapping[str, str], there: Mapping[str, bytes], beginning: Beginning, columns: int) -> Iterator[str]:
    """Each file with what it is for, or that it is kept, with what it lacks; in so many columns."""
    said, widest = texts(beginning.language), max(map(len, files))
    for path, text in files.items():
        if path not in there:
            purpose = said["setup.for." + next(key for end, key in _PURPOSES if path.endswith(end))]
            yield from _file_line(f"+ {path:{widest}}  ", purpose, columns)
        elif there[path] != text.encode():
            kept = said["setup.renewable" if path.endswith(".schema.json") else "setup.kept"]
            yield from _file_line(f"= {path:{widest}}  ", kept, columns)
            yield from _lacked(path, text, there[path], beginning, said)


def _file_line(lead: str, text: str, columns: int) -> Iterator[str]:
    """A file and what is said of it, beside it where there is room, else below."""
    if columns - len(lead) < LEAST_ROOM:
        yield lead.rstrip()
        lead = "    "
    yield from hanging(text, columns, indent=len(lead), lead=lead)


def _lacked(path: str, text: str, content: bytes, beginning: Beginning, said: Mapping[str, str]) -> Sequence[str]:
    """The lines that a file of somebody's own lacks; what is in the portfolio is theirs, and schemas are renewed."""
    if path.startswith(f"{beginning.folder or 'assignments'}") or path.endswith((PROGRAM_FILE, ".schema.json")):
        return []
    lines = lacking(text, content.decode("utf-8", "replace"))
    shown = [f"    {line}" for line in lines[:MOST_LINES]]
    more = len(lines) - MOST_LINES
    return [*shown, "    " + said["setup.more_lines"].format(count=more)] if more > 0 else shown


def _next(options: InitOptions, fresh: Mapping[str, str], beginning: Beginning, columns: int) -> Iterator[str]:
    """What was done, and what to do now."""
    said = texts(beginning.language)
    if not fresh:
        yield said["setup.nothing"]
        return
    then = ["setup.next"] if beginning.forge == "none" else ["setup.next", f"setup.next.{beginning.forge}"]
    yield ""
    for key in ["setup.dry"] if options.dry_run else then:
        yield from hanging(said[key], columns, indent=0)


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
