"""All that must hold before a change is taken in: ``python -m tests``, with nothing but Python and git.

The branches of ``staircase/core`` are to be reached by the tests of what it decides: only these are traced, since that
doubles the time that a test needs.
"""

import sys

from tests.checks import SHARED, run

QUICK = ("pytest", *SHARED, "-m", "not slow and not long")
OF_CORE = (
    *("tests/core", "tests/rules", "tests/sheets", "tests/test_broken_files.py", "tests/test_schema.py"),
    *(f"tests/cli/test_{name}.py" for name in ("init", "send", "upgrade", "write")),
)
TRACED = ("--cov=staircase/core", "--cov-branch", "--cov-fail-under=99.9", "--cov-report=term-missing:skip-covered")
CHECKS = {
    "lint": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "types": ("mypy",),
    "core": (*QUICK, *OF_CORE, *TRACED),
    "rest": (*QUICK, *(f"--ignore={folder}" for folder in OF_CORE)),
}

if __name__ == "__main__":
    sys.exit(run(CHECKS))
