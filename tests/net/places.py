"""The folders that the net runs in, by name: portfolios that are here already, generated ones, and hostile ones."""

import re
import shutil
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

from tests.bench import generate as bench
from tests.cli.running import PROGRAM, SMALL, plant
from tests.hostile.files import CONTENTS, CROWDS, THINGS
from tests.hostile.portfolios import planted, written
from tests.net import histories
from tests.oracle.generate import Portfolio, portfolio
from tests.render.attacks import ATTACKS, HONEST
from tests.sheets.made import BOOKS, TEXTS
from tests.sheets.test_import import portfolio as beginning
from tests.test_broken_files import HEALTHY, SLIPS, broken

TESTS = Path(__file__).parents[1]
RULES = sorted(folder for folder in (TESTS / "rules").glob("*/*") if folder.name.startswith(("bad", "good")))
SEEDS = range(60)
LARGE = 60_000
"""Bytes that are enough of a hostile file: more of the same takes longer, and shows the same."""

WHOLE = {"a mebibyte too much"}
"""What is hostile by its size alone."""

Make = Callable[[Path], object]


def _copied(source: Path, folder: Path) -> None:
    shutil.copytree(source, folder, dirs_exist_ok=True)


@cache
def generated(seed: int) -> Portfolio:
    """Return the generated portfolio of a seed; making one takes its time."""
    return portfolio(seed)


def _generated(seed: int, folder: Path) -> None:
    texts = generated(seed).texts
    written(folder, {path: "" if text is None else text for path, text in texts.items()})


def _real(folder: Path) -> None:
    plant(folder, {"assignments/good.yaml": SMALL})
    for file in sorted((TESTS / "real").glob("*/*.y*ml")):
        shutil.copy(file, folder / "assignments" / file.name)


def _slips(folder: Path) -> None:
    texts = [HEALTHY, *(broken(slip["lines"]) for slip in SLIPS)]
    named = {f"assignments/slip-{number:03}.yaml": text for number, text in enumerate(texts)}
    windows = {f"assignments/slip-{number:03}-windows.yaml": "\ufeff" + text for number, text in enumerate(texts)}
    written(folder, {"program.yaml": PROGRAM, **named, **{k: v.replace("\n", "\r\n") for k, v in windows.items()}})


def _hostile_files(contents: Mapping[str, bytes], folder: Path) -> None:
    cut = {name: text if name in WHOLE else text[:LARGE] for name, text in contents.items()}
    named = {f"assignments/{re.sub('[^a-z0-9]+', '-', name.lower())}.yaml": text for name, text in cut.items()}
    written(folder, {"program.yaml": PROGRAM, "assignments/keyless.yaml": SMALL, **named})


def _sheets(folder: Path) -> None:
    """A portfolio beside which lists stand that are to come in: those of made.py, and one that export wrote."""
    beginning(folder, **{name.replace(".", "__"): text for name, text in TEXTS.items()}, utdrag__csv=EXPORTED)
    for name, make_book in BOOKS.items():
        make_book(folder / name)


EXPORTED = """\
id,title,department,lead,started,goals,organisation,program,as_of
visits,Visits,skola,M,2026-01-01,balans,O,P,2026-11-01
larm,Larm,vard,L,1/2/2026,none,O,P,2026-11-01
,,,,,,O,P,2026-11-01
"""


def _things(folder: Path) -> None:
    written(folder, {"program.yaml": PROGRAM, "assignments/keyless.yaml": SMALL})
    for number, make in enumerate(THINGS.values()):
        make(folder / "assignments" / f"thing-{number}.yaml")


def _hostile_program(content: bytes, folder: Path) -> None:
    written(folder, {"program.yaml": content, "assignments/keyless.yaml": SMALL})


_SMALL_CONTENTS = {name: content for name, content in CONTENTS.items() if len(content) < LARGE}
_LARGE_CONTENTS = {name: content for name, content in CONTENTS.items() if len(content) >= LARGE}

PROGRAMS: Mapping[str, Make] = {
    f"program {name}": partial(_hostile_program, content) for name, content in _SMALL_CONTENTS.items()
}
PLACES: Mapping[str, Make] = {
    "example": partial(_copied, TESTS.parent / "portfolio"),
    "healthy": partial(_copied, TESTS / "healthy" / "portfolio"),
    "bench": partial(bench.write, assignments=60, seed=1),
    "small": lambda folder: plant(folder, {"assignments/keyless.yaml": SMALL}),
    "empty": lambda folder: folder.mkdir(),
    "bare": lambda folder: plant(folder, {}),
    "real": _real,
    "slips": _slips,
    "hostile": partial(planted, texts=(*ATTACKS.values(), *HONEST.values())),
    "hostile files": partial(_hostile_files, _SMALL_CONTENTS),
    "large files": partial(_hostile_files, _LARGE_CONTENTS),
    "crowds": partial(_hostile_files, CROWDS),
    "things": _things,
    "sheets": _sheets,
    **PROGRAMS,
    **{f"oracle {seed}": partial(_generated, seed) for seed in SEEDS},
    **{f"rule {folder.parent.name} {folder.name}": partial(_copied, folder) for folder in RULES},
    **histories.PLACES,
}
"""How each place is made in a folder that does not exist."""


def make(root: Path, names: set[str]) -> dict[str, Path]:
    """Make the places with these names, and return their folders; the same order makes the same names."""
    found = {}
    for number, name in enumerate(PLACES):
        if name in names:
            found[name] = root / f"place-{number:03}"
            PLACES[name](found[name])
    return found
