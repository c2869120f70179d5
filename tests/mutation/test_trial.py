"""The trial of mutants: those of a small module die of its own tests, and live where no test reaches them."""

import os
import signal
import subprocess
import sys
from collections import Counter

import pytest

from tests.mutation.modules import ROOT
from tests.mutation.trial import KILLED, SURVIVED, forked

MODULE = "staircase/core/totals.py"
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
    found = ends("tests/core/test_totals.py")

    assert found.total() > 50
    assert found["killed"] >= 0.92 * found.total()


@pytest.mark.slow
def test_what_no_test_reaches_lives() -> None:
    found = ends("tests/core/test_unit.py")

    assert found["survived"] == found.total() > 50


def stopped(by: int) -> str:
    os.kill(os.getpid(), by)
    return SURVIVED


def test_what_a_process_of_its_own_returns_is_how_it_ended() -> None:
    assert forked(lambda: SURVIVED).end == SURVIVED
    assert forked(lambda: "tests/test_a.py::test_b").end == "tests/test_a.py::test_b"


def test_a_mutant_whose_time_is_up_is_killed() -> None:
    assert forked(lambda: stopped(signal.SIGPROF)).end == KILLED


def test_a_mutant_that_takes_all_memory_is_killed() -> None:
    assert forked(lambda: str(bytearray(2**40))).end == KILLED


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM])
def test_a_process_that_another_ends_kills_no_mutant(by: int) -> None:
    with pytest.raises(SystemExit, match=f"broke off, with exit code -{int(by)}"):
        forked(lambda: stopped(by))


def test_a_trial_that_is_wrong_itself_kills_no_mutant() -> None:
    with pytest.raises(SystemExit, match=r"broke off, with exit code 1: ZeroDivisionError"):
        forked(lambda: str(1 // 0))
