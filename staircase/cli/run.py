"""One run: the command line in, an exit code out; the one place where what went wrong is met."""

import os
from collections.abc import Sequence
from typing import assert_never

from staircase import __version__
from staircase.cli import BUG, INTERRUPTED, MISUSED, NO_BASE, NOTHING_THERE, UNWRITTEN, OutputError, say
from staircase.cli.environment import Session, program_name, session
from staircase.cli.usage import MisuseError, NewerFormatError, NoBaseError, NoSuchPathError, echoed, sentence
from staircase.disk import NoPortfolioError


def run(argv: Sequence[str]) -> int:
    """Do what the command line asks, and give the exit code."""
    reader = session(argv)
    if reader.unknown_language and not _is_completing():
        _tell(reader.texts["shell.no_such_language"].format(word=echoed(reader.unknown_language)), reader)
    try:
        return _done(argv, reader)
    except (MisuseError, NewerFormatError, NoBaseError, NoPortfolioError, NoSuchPathError) as error:
        return _refused(error, reader)
    except OutputError as error:
        return unwritten(error, argv)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place where a bug is met
        if isinstance(error.__cause__, KeyboardInterrupt):  # as Python 3.11 tells of one while a class is made
            return INTERRUPTED
        return _bug(error, reader, is_traced="--debug" in argv)


def unwritten(error: OutputError, argv: Sequence[str]) -> int:
    """Report that a result could not be written; returns the exit code for it."""
    reader = session(argv)
    key = "shell.cannot_write_file" if error.file else "shell.cannot_write"
    from staircase.system import said_reason  # noqa: PLC0415 - start-up: only where writing fails

    reason = said_reason(str(error), reader.texts)
    _tell(reader.texts[key].format(reason=reason, file=error.file), reader)
    return UNWRITTEN


def _done(argv: Sequence[str], reader: Session) -> int:
    from staircase.cli.app import application  # noqa: PLC0415 - an error while it loads is met in run

    command = application(reader, completing=_is_completing())
    try:
        result = command.main(
            args=list(argv),
            prog_name=program_name(),
            complete_var=_completion_variable(),
            standalone_mode=False,
            obj=reader,
        )
    except SystemExit as end:
        result = end.code
    return result if isinstance(result, int) else 0


def _completion_variable() -> str:
    return f"_{program_name().replace('-', '_').upper()}_COMPLETE"


def _is_completing() -> bool:
    return _completion_variable() in os.environ


def _refused(
    error: MisuseError | NewerFormatError | NoBaseError | NoPortfolioError | NoSuchPathError, reader: Session
) -> int:
    match error:
        case NewerFormatError():
            _tell(reader.texts["shell.newer_format"].format(version=error.version, own=__version__), reader)
            return NOTHING_THERE
        case MisuseError():
            return _misused(error, reader)
        case NoBaseError():
            reader = reader._replace(language=error.language)
            _tell(
                reader.texts[error.key].format(**{name: echoed(place) for name, place in error.places.items()}), reader
            )
            return NO_BASE
        case NoPortfolioError():
            return _lost(error, reader)
        case NoSuchPathError():
            reader = reader._replace(language=error.language or reader.language)
            _tell(reader.texts["shell.no_such_path"].format(paths=echoed(", ".join(error.paths))), reader)
            return NOTHING_THERE
        case _:
            assert_never(error)


def _misused(error: MisuseError, reader: Session) -> int:
    if error.language:
        reader = reader._replace(language=error.language)
    _tell(sentence(error, reader.texts), reader)
    say(reader.texts["shell.help"].format(command=error.command))
    return MISUSED


def _lost(error: NoPortfolioError, reader: Session) -> int:
    texts = reader.texts
    folder = echoed(str(error.looked[0]))
    where = folder if len(error.looked) == 1 else texts["shell.and_above"].format(folder=folder)
    _tell(f"{texts['shell.no_portfolio']} {where}", reader)
    say(texts["shell.point"])
    return NOTHING_THERE


def _tell(message: str, reader: Session) -> None:
    say(reader.texts["shell.error"].format(message=message))


def _bug(error: Exception, reader: Session, *, is_traced: bool) -> int:
    if is_traced:
        import traceback  # noqa: PLC0415 - start-up: only for bugs

        say("".join(traceback.format_exception(error)))
    said = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    _tell(reader.texts["shell.bug"].format(error=said), reader)
    return BUG
