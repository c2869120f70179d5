"""What takes an hour: every long test, and chance that is another each time: ``python -m tests.long``."""

import sys

from tests.checks import SHARED, run

ALL = ("-m", "long or hypothesis", "--hypothesis-profile=long")

if __name__ == "__main__":
    sys.exit(run({"long tests": ("pytest", *SHARED, *ALL)}))
