"""``edit``: the reader's own editor, opened at a line, and what its file means or lacks when it has closed."""

import os
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from staircase import disk
from staircase.cli import DONE, FAILED, say, write
from staircase.cli.environment import texts
from staircase.cli.events import EditOptions
from staircase.cli.findings import show as check
from staircase.cli.options import CheckOptions
from staircase.cli.reading import Settings, loaded, settings, words_of
from staircase.cli.usage import MisuseError, echoed
from staircase.cli.writing import ask, is_asked, refused
from staircase.core.assess import Assessment, assess
from staircase.core.edits import EventFile, EventGround, RefusedError, refuse_unknown
from staircase.core.edits.outcome import Attempt, FileEdit, WrittenEvent, outcome_of, report
from staircase.core.edits.values import Choice, Question, question_for
from staircase.core.finding import PROGRAM, Finding, Severity, command
from staircase.core.load import Shelf
from staircase.core.rules.table import ERRORS
from staircase.core.source import PROGRAM_FILE
from staircase.render import render
from staircase.system import system_reason
from staircase.words.speech import Words

_FAMILIES = ("trials", "benefits", "roadmap", "departments", "goals", "documents")
"""The lists whose entries are known by an id."""

_PLUS = frozenset(
    (
        "vi",
        "vim",
        "nvim",
        "view",
        "gvim",
        "nano",
        "pico",
        "emacs",
        "emacsclient",
        "joe",
        "jed",
        "ne",
        "mg",
        "micro",
        "kak",
    )
)
"""Editors that take ``+LINE`` before the file."""

_COLON = frozenset(("subl", "hx", "helix", "zed", "mate"))
"""Editors that take ``FILE:LINE``."""

_GOTO = frozenset(("code", "code-insiders", "codium", "cursor"))
"""Editors that take ``--goto FILE:LINE``, and return at once unless they are told to wait."""


class EditedPlace(NamedTuple):
    """Where the editor opens: an assignment or the programme, its file, and the line."""

    id: str
    path: str
    line: int


def edit(options: EditOptions) -> int:
    """Open the editor until its file has no errors or the reader has had enough; returns 0, 1 with errors, or 2."""
    told, shelf = settings(options), Shelf()
    before = assess(loaded(told, shelf), told.today, told.today)
    words = words_of(told, before)
    said = texts(words.language)
    try:
        place = _place(options, before, said)
        program = _editor(place, told, said)
    except RefusedError as error:
        return refused(error, words, "edit")
    except MisuseError as error:
        error.language = words.language
        raise
    old = disk.read_file(told.root, place.path).content
    while True:
        _open(program, told.root / place.path, place.line, said)
        after = assess(loaded(told, shelf), told.today, told.today, beside=before)
        errors = _errors(after, place.path)
        if not errors:
            return _meant(place, (before, after), old, told, words)
        _tell_errors(options, told, place)
        choices = (Choice("again", said["ask.again.again"]), Choice("leave", said["ask.again.leave"]))
        if ask(said["ask.again"], Question(choices, "again"), said) == "leave":
            return FAILED
        place = place._replace(line=_line(after, errors))


def _place(options: EditOptions, before: Assessment, said: Mapping[str, str]) -> EditedPlace:
    """Where to open.

    Raises:
        MisuseError: no assignment is named, and nobody is there to be asked.
        RefusedError: there is no such assignment or entry.
    """
    ground = EventGround(before.portfolio, before.day, before.today)
    name = options.id or (is_asked() and ask(said["ask.id"], question_for("id", {}, ground), said))
    if not name:
        whole = command("edit", said["metavar.ID"])
        raise MisuseError(
            key="shell.values_missing", word=said["metavar.ID"], places={"whole": whole}, command="staircase edit"
        )
    found, portfolio = ground.id_of("assignment", name), before.portfolio
    if found not in portfolio.ids and found != PROGRAM.id:
        refuse_unknown("assignment", name, sorted(portfolio.ids))
    entry = portfolio.entries.get(found)
    path = entry.path if entry else portfolio.broken.get(found, PROGRAM_FILE)
    if options.item is None:
        return EditedPlace(found, path, _line(before, _errors(before, path)))
    return EditedPlace(found, path, _line_of(ground.file(found), options.item, before))


def _errors(assessment: Assessment, path: str) -> list[Finding]:
    """The errors of a file."""
    return [one for one in assessment.findings if one.path == path and one.severity is Severity.ERROR]


def _line(assessment: Assessment, errors: Sequence[Finding]) -> int:
    """The line of the first error of a file, else its first."""
    return min((assessment.portfolio.span(one.path, one.where).line for one in errors), default=1)


def _line_of(file: EventFile, item: str, assessment: Assessment) -> int:
    """The line of a file's entry with an id."""
    known = {one: family for family in _FAMILIES for one in file.ids(family)}
    if item not in known:
        refuse_unknown("entry", item, sorted(known))
    return assessment.portfolio.span(file.path, (*file.place(known[item], item), "id")).line


def _editor(place: EditedPlace, told: Settings, said: Mapping[str, str]) -> list[str]:
    """The reader's editor with its own arguments.

    Raises:
        MisuseError: there is no terminal for it, or none is known.
    """
    path = Path(os.path.relpath(told.root / place.path, told.here))
    places = {
        "place": f"{path}:{place.line}",
        "set": command("set", place.id, said["metavar.KEY"], said["metavar.VALUE"]),
    }
    if not is_asked():
        raise MisuseError(key="shell.edit.no_terminal", places=places, command="staircase edit")
    for name in ("VISUAL", "EDITOR"):
        try:
            written = shlex.split(os.environ.get(name, ""), posix=os.name != "nt")
        except ValueError as error:
            places["name"] = name
            raise MisuseError(
                key="shell.edit.unreadable", word=os.environ[name], places=places, command="staircase edit"
            ) from error
        if written:
            return written
    raise MisuseError(key="shell.edit.no_editor", places=places, command="staircase edit")


def editor_command(program: Sequence[str], file: Path, line: int) -> list[str]:
    """An editor's command line for a file, at the line where the editor is one that can be told so."""
    name = PurePath(program[0]).name.removesuffix(".exe").removesuffix(".cmd").lower()
    if name in _PLUS:
        return [*program, f"+{line}", str(file)]
    if name in _GOTO:
        wait = [] if {"--wait", "-w"} & set(program) else ["--wait"]
        return [*program, *wait, "--goto", f"{file}:{line}"]
    return [*program, f"{file}:{line}" if name in _COLON else str(file)]


def _open(program: Sequence[str], file: Path, line: int, said: Mapping[str, str]) -> None:
    """Run the editor until it closes, and say where it ended with a complaint.

    Raises:
        MisuseError: it can't be started.
    """
    from subprocess import run  # noqa: PLC0415 - start-up; the one program that a reader names to be run

    try:
        code = run(editor_command(program, file, line), check=False).returncode  # noqa: S603 - the reader's own editor
    except OSError as error:
        places = {"reason": system_reason(error)}
        raise MisuseError(
            key="shell.edit.not_started", word=program[0], places=places, command="staircase edit"
        ) from error
    if code:
        say(said["shell.edit.ended"].format(editor=echoed(program[0]), code=code))


def _tell_errors(options: EditOptions, told: Settings, place: EditedPlace) -> None:
    check(
        CheckOptions(
            portfolio=str(told.root),
            lang=options.lang,
            color=options.color,
            paths=[str(told.root / place.path)],
            select=[",".join(ERRORS)],
        )
    )


def _meant(
    place: EditedPlace, sides: tuple[Assessment, Assessment], old: bytes | None, told: Settings, words: Words
) -> int:
    """What the edit meant, as of any other event."""
    new = disk.read_file(told.root, place.path).content
    if new == old:
        say(texts(words.language)["shell.edit.unchanged"].format(path=echoed(place.path)))
        return DONE
    before, after = sides
    found = outcome_of(Attempt((FileEdit(place.path, old, new),), after, errors=(), undo=""), before)
    write(render(report(WrittenEvent(found, (place.id,), diff="")), "table", told.look, words))
    return DONE
