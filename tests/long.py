"""What takes hours: every long test, with another chance each time, and every mutant: ``python -m tests.long``."""

import sys

from tests.checks import SHARED, run

ALL = ("-m", "long or hypothesis", "--hypothesis-profile=long")

if __name__ == "__main__":
    sys.exit(run({"long tests": ("pytest", *SHARED, *ALL), "mutants": ("tests.mutation",)}))
