"""All that must hold before a change is taken in: ``python -m tests``, with nothing but Python and git."""

import sys

from tests.checks import SHARED, run

CORE = ("--cov=staircase/core", "--cov-branch", "--cov-fail-under=99.9", "--cov-report=term-missing:skip-covered")
CHECKS = {
    "lint": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
    "types": ("mypy",),
    "tests": ("pytest", *SHARED, "-m", "not slow and not long", *CORE),
}

if __name__ == "__main__":
    sys.exit(run(CHECKS))
