"""Both sides at once: each a process that runs the same cases in the same folders, and the pairs they make."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.cli.running import environment
from tests.net import places
from tests.net.cases import Case

ROOT = Path(__file__).parents[2]
SECONDS = 1200
"""How long a side may take at most, which is many times what it needs."""

STREAMS = ("code", "out", "err", "files")
Texts = Mapping[str, str]
"""The text of each stream of a run."""


class SideError(Exception):
    """A side ended before its time; the text is what it said."""


@dataclass(frozen=True)
class Pair:
    """What came of one case on both sides."""

    case: Case
    before: Texts
    after: Texts


@dataclass(frozen=True)
class Ground:
    """The folders that cases run in, made once for every side."""

    root: Path
    places: Mapping[str, Path]

    def results(self, cases: Sequence[Case], packages: Sequence[Path]) -> Iterator[tuple[Texts, ...]]:
        """Run the cases with each of the packages at the same time; yield what came of each case on each side.

        Raises:
            SideError: a side broke down.
        """
        with ExitStack() as stack:
            desk = stack.enter_context(tempfile.TemporaryDirectory())
            asked = Path(desk) / "cases"
            asked.write_text("".join(f"{json.dumps(self._asked(case))}\n" for case in cases), encoding="utf-8")
            came = [Path(desk) / f"results-{number}" for number in range(len(packages))]
            self._run(asked, packages, came)
            sides = [stack.enter_context(file.open(encoding="utf-8")) for file in came]
            for case, lines in zip(cases, zip(*sides, strict=True), strict=True):
                found = [json.loads(line) for line in lines]
                assert {one["name"] for one in found} == {case.name}
                yield tuple(self._texts(one) for one in found)

    def _run(self, asked: Path, packages: Sequence[Path], came: Sequence[Path]) -> None:
        sides = [self._begun(package, asked, file) for package, file in zip(packages, came, strict=True)]
        for side in sides:
            try:
                said = side.communicate(timeout=SECONDS)[0]
            except BaseException:
                for each in sides:
                    each.kill()
                raise
            if side.returncode:
                raise SideError(said.decode("utf-8", "replace"))

    def _begun(self, package: Path, asked: Path, came: Path) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-P", "-m", "tests.net.driver", str(package), str(asked), str(came)]
        return subprocess.Popen(
            command,
            cwd=self.root,
            env=environment(PYTHONPATH=f"{package}:{ROOT}", PYTHONDONTWRITEBYTECODE="1"),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def _asked(self, case: Case) -> dict[str, object]:
        folder = str(self.places[case.place])
        columns = {"COLUMNS": str(case.columns)} if case.columns else {}
        return {
            "name": case.name,
            "folder": None if case.is_fresh else folder,
            "arguments": [word.replace("{place}", folder) for word in case.arguments],
            "stdout": case.stdout,
            "variables": columns | dict(case.variables),
            "encoding": case.encoding,
        }

    def _texts(self, came: Mapping[str, object]) -> Texts:
        """Return the streams of a run as text, without the names of temporary folders."""
        files = came["files"]
        assert isinstance(files, dict)
        written = "".join(f"--- {name}\n{text}" for name, text in files.items())
        texts = {name: str(came[name]) for name in STREAMS if name != "files"} | {"files": written}
        return {name: text.replace(str(self.root), "<net>") for name, text in texts.items()}


@contextmanager
def ground(cases: Sequence[Case]) -> Iterator[Ground]:
    """Make the places of some cases, and take them away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        yield Ground(root, places.make(root, {case.place for case in cases}))


def pairs(cases: Sequence[Case], before: Path, after: Path) -> Iterator[Pair]:
    """Run the cases with two packages, and yield what came of each.

    Raises:
        SideError: a side broke down.
    """
    with ground(cases) as made:
        for case, (old, new) in zip(cases, made.results(cases, (before, after)), strict=True):
            yield Pair(case, old, new)
