"""Mutants tried by tests: each in a forked process of its own, so that nothing is imported or collected twice.

The tests are collected and run once, to know which of them reach which line, and in what time. After that a fork needs
only to take the changed function in and run the tests that reach it until one fails: the cheap ones first, and those
that have killed. A change outside functions (a limit, a table) is seen only by an import: for it the fork is taken
before the package was ever imported.
"""

import functools
import gc
import importlib
import importlib.machinery
import os
import resource
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from time import process_time
from types import CodeType, FunctionType
from typing import NamedTuple, NoReturn

import coverage
import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.modules import ROOT
from tests.mutation.mutants import Mutant

KILLED, SURVIVED = "killed", "survived"
HANGS = 3
"""By how many times a mutant may take longer than its tests do without it, before it counts as killed: it hangs."""
AT_LEAST = 10
"""Seconds of the processor that every mutant may use."""
MEMORY = 4 * 2**30
"""Bytes that a mutant may use: one that gathers without end leaves the machine alone."""

_QUIET = ("-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "-m", "not slow and not long")
_FAILS_UNMUTATED = "a test fails without any mutant, but not each time"
_BROKE_OFF = "the tests broke off"
_STOPPED = {-signal.SIGPROF, -signal.SIGSEGV, -signal.SIGABRT}
"""How a process ends that its mutant has stopped: its time is up, or the interpreter itself fell."""
_CACHED = type(functools.cache(int))
_OPTIMIZED = 1
"""The flag of a function's code, which that of a class's body has not."""

Tell = Callable[[Mutant, str], None]


def tried(mutants: Sequence[Mutant], judges: Sequence[str], tell: Tell) -> Sequence[str]:
    """Try every mutant by the tests that judge it, and tell how each ended.

    The tests that fail without any mutant are given back: they judge none.
    """
    # The package is imported by the tests of this process only after the forks for changes outside functions.
    for name in ("pydantic", "rich.console", "typer", "yaml"):
        importlib.import_module(name)
    failing: list[str] = []
    options: tuple[str, ...] = _QUIET
    as_is = forked(functools.partial(_anew, options, judges, None))
    if as_is.end != SURVIVED:
        failing = forked(functools.partial(_failing, judges)).end.split("\n")[1:]
        options = (*_QUIET, *(f"--deselect={name}" for name in failing))
        as_is = forked(functools.partial(_anew, options, judges, None))
        if as_is.end != SURVIVED:
            raise SystemExit(_FAILS_UNMUTATED)
    for mutant in mutants:
        if not mutant.in_function:
            tell(mutant, forked(functools.partial(_anew, options, judges, mutant), as_is.seconds).end)
    if inside := [mutant for mutant in mutants if mutant.in_function]:
        trial = _Trial(inside, tell)
        pytest.main([*options, *judges], plugins=[trial])
        if trial.failure:
            raise SystemExit(trial.failure)
    return failing


class _Failures:
    """A plugin of pytest's that notes which tests fail."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and report.nodeid not in self.names:
            self.names.append(report.nodeid)


def _failing(judges: Sequence[str]) -> str:
    """The tests that fail as it is, a line each, below a first line that says that all were tried."""
    failures = _Failures()
    ended = pytest.main([*_QUIET, "--maxfail=0", *judges], plugins=[failures])
    return "\n".join((SURVIVED, *failures.names)) if ended in {0, 1} else KILLED


class _Trial:
    """A plugin of pytest's that runs the collected tests once as they are, and then once for each mutant."""

    def __init__(self, mutants: Sequence[Mutant], tell: Tell) -> None:
        self.mutants = mutants
        self.tell = tell
        self.failure = _BROKE_OFF
        self.kills: Counter[str] = Counter()
        self.seconds: dict[str, float] = {}
        self.living: Mapping[str, Sequence[FunctionType]] = {}
        places = sorted({str(ROOT / mutant.module) for mutant in mutants})
        self.coverage = coverage.Coverage(data_file=None, include=places, config_file=False)
        self.coverage.set_option("run:disable_warnings", ["no-data-collected"])  # then all of them live

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            self.failure = "the tests cannot be collected"
            return True
        self.coverage.start()
        for item, following in _with_next(session.items):
            self.coverage.switch_context(item.nodeid)
            begun = process_time()
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                self.failure = f"{_FAILS_UNMUTATED}: {item.nodeid}"
                return True
            self.seconds[item.nodeid] = process_time() - begun
        self.coverage.stop()
        gc.unfreeze()  # what is frozen is not among the objects that are looked through
        _forget()
        self.living = _living({mutant.module for mutant in self.mutants})
        gc.freeze()  # a fork that looks for garbage would copy all that there is
        if forked(lambda: _first_failing(session.items), sum(self.seconds.values())).end != SURVIVED:
            self.failure = _FAILS_UNMUTATED
            return True
        reach = {module: self._reach(module) for module in {mutant.module for mutant in self.mutants}}
        for mutant in self.mutants:
            self.tell(mutant, self._end(mutant, reach[mutant.module], session.items))
        self.failure = ""
        return True

    def _reach(self, module: str) -> Mapping[int, Sequence[str]]:
        return self.coverage.get_data().contexts_by_lineno(str(ROOT / module))

    def _end(self, mutant: Mutant, reach: Mapping[int, Sequence[str]], items: Sequence[pytest.Item]) -> str:
        names = {name for line in mutant.lines for name in reach.get(line, ())}
        chosen = [item for item in items if item.nodeid in names]
        chosen.sort(key=lambda item: self.seconds[item.nodeid] / (1 + self.kills[item.nodeid]))
        end = forked(lambda: self._run(mutant, chosen), sum(self.seconds[item.nodeid] for item in chosen)).end
        self.kills[end] += 1
        return SURVIVED if end == SURVIVED else KILLED

    def _run(self, mutant: Mutant, items: Sequence[pytest.Item]) -> str:
        return _first_failing(items) if _take_in(mutant, self.living[mutant.module]) else SURVIVED


def _first_failing(items: Sequence[pytest.Item]) -> str:
    for item, following in _with_next(items):
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            return item.nodeid
    return SURVIVED


def _with_next(items: Sequence[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    following: list[pytest.Item | None] = [*items[1:], None]
    return zip(items, following, strict=False)


def _living(modules: AbstractSet[str]) -> Mapping[str, Sequence[FunctionType]]:
    """All functions that there are of these modules, wherever they are held."""
    found: dict[str, list[FunctionType]] = {str(ROOT / module): [] for module in modules}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename in found:
            found[one.__code__.co_filename].append(one)
    return {module: found[str(ROOT / module)] for module in modules}


def _take_in(mutant: Mutant, living: Sequence[FunctionType]) -> bool:
    """Give the live functions of a module their changed code; whether there was one to change."""
    path = ROOT / mutant.module
    original = compile(path.read_text(encoding="utf-8"), str(path), "exec")
    pairs = zip(_functions(original), _functions(mutant.code), strict=True)
    changed = [(before, after) for before, after in pairs if before != after]
    found = [(function, after) for before, after in changed for function in living if function.__code__ == before]
    for function, code in found:
        function.__code__ = code
    return bool(found)


def _functions(code: CodeType) -> Iterator[CodeType]:
    """The code of functions and methods, without those within them."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_flags & _OPTIMIZED:
                yield constant
            else:
                yield from _functions(constant)


def _forget() -> None:
    """Empty the caches that the first run has filled: what a mutant would have made stands in none of them."""
    for one in gc.get_objects():
        if isinstance(one, _CACHED):
            one.cache_clear()


def _anew(options: Sequence[str], judges: Sequence[str], mutant: Mutant | None) -> str:
    """Run all tests on a package that is imported with the change in it, if any.

    One file after another: for most mutants no more than the first few are collected.
    """
    if mutant:
        _import_with(mutant)
    fine = {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
    return SURVIVED if all(pytest.main([*options, one]) in fine for one in _files(judges)) else KILLED


def _files(judges: Sequence[str]) -> Iterator[str]:
    for judge in judges:
        if (ROOT / judge).is_dir():
            yield from (str(path) for path in sorted((ROOT / judge).rglob("test_*.py")))
        else:
            yield judge


def _import_with(mutant: Mutant) -> None:
    path = str(ROOT / mutant.module)
    usual = importlib.machinery.SourceFileLoader.get_code

    def get_code(loader: importlib.machinery.SourceFileLoader, name: str) -> CodeType | None:
        return mutant.code if loader.path == path else usual(loader, name)

    importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign, assignment]  # only in a fork


class Ended(NamedTuple):
    """How a run in a process of its own ended, and what it used of the processor."""

    end: str
    seconds: float


def forked(run: Callable[[], str], usual: float | None = None) -> Ended:
    """A run in a process of its own: what it returns, or that its mutant has killed it where that stopped the process.

    Raises:
        SystemExit: the process ended in a way that says nothing of the mutant.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _live(run, writing, 0 if usual is None else AT_LEAST + HANGS * usual)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as answer:
        said = answer.read()
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code and code not in _STOPPED:
        message = f"{_BROKE_OFF}, with exit code {code}: {said}"
        raise SystemExit(message)
    return Ended(said or KILLED, used.ru_utime + used.ru_stime)


def _live(run: Callable[[], str], writing: int, seconds: float) -> NoReturn:
    said, code = "", 1
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        said, code = run(), 0
    except MemoryError:
        said, code = KILLED, 0  # it gathered without end
    except BaseException as error:  # noqa: BLE001 - nothing may get out of the fork; who forked is told
        said = repr(error)
    finally:
        os.write(writing, said.encode(errors="backslashreplace"))
        sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - the process ends here
        os._exit(code)
