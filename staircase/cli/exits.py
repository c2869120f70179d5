"""The exit codes, each of which means one thing."""

from typing import Final

DONE: Final = 0
FAILED: Final = 1
"""Findings, or a file that could not be read."""
MISUSED: Final = 2
NOTHING_THERE: Final = 3
"""No portfolio, or paths that match nothing."""
NO_BASE: Final = 4
"""The revision to compare with cannot be read."""
BUG: Final = 70
UNWRITTEN: Final = 74
"""The result could not be written."""
INTERRUPTED: Final = 130
