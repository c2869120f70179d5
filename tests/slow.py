"""What takes minutes, or drives more than Python and git: ``python -m tests.slow``, the same in every run.

Of the long tests it takes a sample, and of what chance tries ten times as much as the quick ones.
"""

import sys

from tests.checks import SHARED, run

SAMPLE = ("-m", "slow or long or hypothesis", "--one-in=20", "--hypothesis-profile=slow")

if __name__ == "__main__":
    sys.exit(run({"slow tests": ("pytest", *SHARED, *SAMPLE)}))
