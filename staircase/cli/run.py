"""One run: the command line in, an exit code out; the one place where what went wrong is met."""

import os
from collections.abc import Sequence

from staircase import __version__
from staircase.cli.environment import Session, program_name, session
from staircase.cli.output import OutputError, say, write
from staircase.cli.usage import MisuseError, sentence
from staircase.disk import NoPortfolioError

FAILED, MISUSED, NOTHING_THERE, BUG, INTERRUPTED = 1, 2, 3, 70, 130


class NoSuchPathError(Exception):
    """Paths that name nothing in the portfolio."""


def run(argv: Sequence[str]) -> int:
    """Do what the command line asks, and give the exit code."""
    reader = session(argv)
    try:
        return _done(argv, reader)
    except MisuseError as error:
        return _misused(error, reader)
    except NoPortfolioError as error:
        return _lost(error, reader)
    except OutputError as error:
        return _failed(reader.texts["shell.cannot_write"].format(reason=error), reader)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place where a bug is met
        return _bug(error, reader, is_traced="--debug" in argv)


def _done(argv: Sequence[str], reader: Session) -> int:
    if list(argv) == ["--version"]:
        write(f"staircase {__version__}\n")
        return 0
    from staircase.cli.app import application  # noqa: PLC0415 - start-up: the version needs none of it

    name = program_name()
    variable = f"_{name.replace('-', '_').upper()}_COMPLETE"
    command = application(reader, completing=variable in os.environ)
    try:
        result = command.main(args=list(argv), prog_name=name, complete_var=variable, standalone_mode=False, obj=reader)
    except SystemExit as end:
        result = end.code
    return result if isinstance(result, int) else 0


def _misused(error: MisuseError, reader: Session) -> int:
    message = sentence(error, reader.texts)
    say(reader.texts["shell.error"].format(message=message))
    say(reader.texts["shell.help"].format(command=error.command))
    return MISUSED


def _lost(error: NoPortfolioError, reader: Session) -> int:
    texts = reader.texts
    folder = str(error.looked[0])
    where = folder if len(error.looked) == 1 else texts["shell.and_above"].format(folder=folder)
    say(texts["shell.error"].format(message=f"{texts['shell.no_portfolio']} {where}"))
    say(texts["shell.point"])
    return NOTHING_THERE


def _failed(message: str, reader: Session) -> int:
    say(reader.texts["shell.error"].format(message=message))
    return FAILED


def _bug(error: Exception, reader: Session, *, is_traced: bool) -> int:
    if is_traced:
        import traceback  # noqa: PLC0415 - start-up: only for bugs

        say("".join(traceback.format_exception(error)))
    message = reader.texts["shell.bug"].format(error=f"{type(error).__name__}: {error}".splitlines()[0][:200])
    say(reader.texts["shell.error"].format(message=message))
    return BUG
