"""The entry: ``staircase`` and ``python -m staircase``."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run staircase with these arguments, else the process's own, and give its exit code."""
    try:
        from staircase.cli.run import run  # noqa: PLC0415 - an interrupt while it loads ends quietly, too

        return run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
