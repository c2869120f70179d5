"""The entry: ``staircase`` and ``python -m staircase``."""

import gc
import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run staircase with these arguments, else the process's own, and give its exit code."""
    if argv is not None:
        return _run(argv)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # what else is installed has no say, and costs no time
    gc.disable()  # what is read stays, and holds no rings: looking for garbage would be a sixth of a short run
    try:
        return _run(sys.argv[1:])
    finally:
        gc.freeze()  # nor is it looked for on the way out


def _run(argv: Sequence[str]) -> int:
    try:
        if list(argv) == ["--version"]:
            return _version(argv)
        from staircase.cli.run import run  # noqa: PLC0415 - an interrupt while it loads ends quietly, too

        return run(argv)
    except KeyboardInterrupt:
        return 130
    except RuntimeError as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # as Python 3.11 tells of one while a class is made
            return 130
        raise


def _version(argv: Sequence[str]) -> int:
    """Write the version, for which nothing else is loaded."""
    from staircase import __version__  # noqa: PLC0415 - start-up: needed here only
    from staircase.cli import OutputError, write  # noqa: PLC0415 - as above

    try:
        write(f"staircase {__version__}\n")
    except OutputError as error:
        from staircase.cli.run import unwritten  # noqa: PLC0415 - start-up: only where writing fails

        return unwritten(error, argv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
