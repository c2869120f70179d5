"""The trial of mutants: those of a small module die of its own tests, and live where no test reaches them."""

import subprocess
import sys
from collections import Counter

import pytest

from tests.mutation.modules import ROOT

MODULE = "staircase/core/axis.py"
TRIED = f"""
from tests.mutation.modules import ROOT
from tests.mutation.mutants import mutants
from tests.mutation.trial import tried

tried([*mutants({MODULE!r}, (ROOT / {MODULE!r}).read_text("utf-8"))], JUDGES, lambda mutant, end: print("ended:", end))
"""


def ends(*judges: str) -> Counter[str]:
    command = [sys.executable, "-c", TRIED.replace("JUDGES", repr(judges))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return Counter(line.split()[-1] for line in done.stdout.splitlines() if "ended: " in line)


@pytest.mark.slow
def test_a_module_s_own_tests_kill_nearly_all_of_its_mutants() -> None:
    found = ends("tests/core/test_axis.py")

    assert found.total() > 50
    assert found["killed"] >= 0.92 * found.total()


@pytest.mark.slow
def test_what_no_test_reaches_lives() -> None:
    found = ends("tests/core/test_unit.py")

    assert found["survived"] == found.total() > 50
