"""Real git repositories to compare in: changes of one kind each, edits of chance, and what stands in the way."""

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from tests.cli.replayed import COMMITS, FILE, PROGRAM
from tests.cli.test_log import OFF, committed, dated
from tests.hostile.portfolios import planted, quoted, written
from tests.oracle.generate import Portfolio, portfolio
from tests.render.attacks import ATTACKS, HONEST
from tests.repository import Repo, begun
from tests.test_symmetry import edited

EXAMPLE = Path(__file__).parents[2] / "portfolio"
EDITS = range(24)

Files = Mapping[str, str | None]
Make = Callable[[Path], object]

TOWN = """\
format: 1
name: P
organisation: O
departments:
  - {id: care, name: Care, manager: Maud}
  - {id: schools, name: Schools}
goals:
  - {id: calm, title: Calm}
  - {id: quick, title: Quick}
documents:
  - {id: plan-2026, title: Plan 2026, adopted: 2025-12-11, from: 2026-01-01, to: 2026-12-31}
"""
KEYLESS = """\
title: Keyless visits
department: care
lead: Lea
started: 2025-09-01
together: [care worker]
goals: [calm]
costs: {one_off: 420000, per_year: 60000}
journey:
  - {step: explore, entered: 2025-09-01}
  - {step: benefits, entered: 2026-01-12}
trials:
  - {id: ten, title: Ten doors, started: 2025-09-15, ended: 2025-12-20, learned: Keys cost more than locks}
benefits:
  - id: travel
    title: Fewer hours on the road
    kind: capacity
    owner: Olle
    measure: {what: driving, unit: hours/year, every_days: 90}
    baseline: {value: 5200, date: 2025-08-31}
    target: {value: 3900, by: 2026-12-31}
    measurements:
      - {value: 4700, date: 2026-03-31}
    worth: {per_unit: 450, basis: wages}
    realisation: one more visit
roadmap:
  - {id: all, title: All teams, from: 2027-Q1, to: 2027-Q3, owner: Olle, based_on: [ten], anchored_in: [plan-2026]}
"""
SENSORS = """\
title: Sensors at night
department: schools
lead: Per
started: 2026-02-01
together: [teacher]
depends_on: [keyless]
"""
ALONE = "title: Robots\ndepartment: care\nlead: Ann\nstarted: 2026-05-01\n"
BROKEN = "title: Broken\ndepartment: care\nlead: [\n"
FIRST: Files = {
    "program.yaml": TOWN,
    "assignments/keyless.yaml": KEYLESS,
    "assignments/sensors.yaml": SENSORS,
    "assignments/alone.yaml": ALONE,
}


@dataclass(frozen=True)
class Change:
    """What a branch changes, commit by commit, of what ``main`` has; what is staged, and what is only written."""

    commits: tuple[Files, ...] = ()
    main: Files = field(default_factory=dict)
    staged: Files = field(default_factory=dict)
    beside: Files = field(default_factory=dict)
    inside: str = ""


def in_keyless(old: str, new: str, of: str = KEYLESS) -> dict[str, str | None]:
    return {"assignments/keyless.yaml": _replaced(of, old, new)}


def in_town(old: str, new: str) -> dict[str, str | None]:
    return {"program.yaml": _replaced(TOWN, old, new)}


def _replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


_STEP = "  - {step: benefits, entered: 2026-01-12}\n"
_MEASURED = "      - {value: 4700, date: 2026-03-31}\n"
_RENAMED = {"assignments/keyless.yaml": None, "assignments/no-keys.yaml": KEYLESS}

CHANGES: Mapping[str, Change] = {
    "nothing": Change(({"README.md": "x"},)),
    "form only": Change((in_keyless("lead: Lea", "lead: 'Lea'  # quoted"),)),
    "step forward": Change((in_keyless(_STEP, _STEP + "  - {step: roadmap, entered: 2026-10-01}\n"),)),
    "step jumped": Change((in_keyless(_STEP, _STEP + "  - {step: embed, entered: 2026-10-01}\n"),)),
    "step back": Change((in_keyless(_STEP, _STEP + "  - {step: explore, entered: 2026-09-01, why: again}\n"),)),
    "step moved in time": Change((in_keyless("entered: 2026-01-12", "entered: 2026-02-20"),)),
    "measured better": Change((in_keyless(_MEASURED, _MEASURED + "      - {value: 4300, date: 2026-10-01}\n"),)),
    "measured worse": Change((in_keyless(_MEASURED, _MEASURED + "      - {value: 5300, date: 2026-10-01}\n"),)),
    "measurement lost": Change((in_keyless("    measurements:\n" + _MEASURED, ""),)),
    "target lowered": Change((in_keyless("value: 3900", "value: 4500"),)),
    "target put off": Change((in_keyless("by: 2026-12-31", "by: 2027-Q4"),)),
    "worth changed": Change((in_keyless("per_unit: 450", "per_unit: 410.5"),)),
    "costs changed": Change((in_keyless("per_year: 60000", "per_year: 75000"),)),
    "roadmap put off": Change((in_keyless("from: 2027-Q1, to: 2027-Q3", "from: 2027-Q3, to: 2028"),)),
    "roadmap dropped": Change((in_keyless("All teams,", "All teams, dropped: {date: 2026-10-01, why: no money},"),)),
    "roadmap anchor lost": Change((in_keyless(", anchored_in: [plan-2026]", ""),)),
    "trial lost its lesson": Change((in_keyless(", learned: Keys cost more than locks", ""),)),
    "paused": Change(({"assignments/alone.yaml": ALONE + "pauses: [{from: 2026-10-01, why: ill}]\n"},)),
    "stopped": Change(({"assignments/alone.yaml": ALONE + "stopped: {date: 2026-10-01, why: no need}\n"},)),
    "completed": Change(({"assignments/alone.yaml": ALONE + "completed: 2026-10-01\n"},)),
    "owner and lead": Change((in_keyless("lead: Lea", "lead: Olle"),)),
    "renamed": Change((_RENAMED,)),
    "renamed and edited": Change(
        ({"assignments/keyless.yaml": None, "assignments/no-keys.yaml": KEYLESS.replace("Lea", "Leo")},)
    ),
    "renamed with another title": Change(
        ({"assignments/keyless.yaml": None, "assignments/no-keys.yaml": KEYLESS.replace("Keyless", "Open")},)
    ),
    "renamed in two commits": Change((_RENAMED, {"assignments/no-keys.yaml": None, "assignments/open.yaml": KEYLESS})),
    "names swapped": Change(({"assignments/keyless.yaml": SENSORS, "assignments/sensors.yaml": KEYLESS},)),
    "moved to a folder": Change(
        ({"assignments/alone.yaml": None, "assignments/care/alone.yaml": "# moved\n" + ALONE},)
    ),
    "removed": Change(({"assignments/alone.yaml": None},)),
    "removed though needed": Change(({"assignments/keyless.yaml": None},)),
    "removed and back": Change(({"assignments/alone.yaml": None}, {"assignments/alone.yaml": ALONE})),
    "added": Change(({"assignments/new.yaml": ALONE.replace("Robots", "New")},)),
    "added with an error": Change(({"assignments/new.yaml": ALONE + "goals: [nowhere]\n"},)),
    "all removed": Change(({name: None for name in FIRST if name != "program.yaml"},)),
    "gap opened": Change(({"assignments/sensors.yaml": SENSORS.replace("together: [teacher]\n", "")},)),
    "gap closed": Change(({"assignments/alone.yaml": ALONE + "together: [nurse]\n"},)),
    "gap one more": Change(({"assignments/alone.yaml": ALONE + "trials: [{id: a, title: A, started: 2026-05-02}]\n"},)),
    "gap accepted": Change(
        ({"assignments/alone.yaml": ALONE + "accepted: [{rule: journey-not-together, until: 2027-01-31, why: x}]\n"},)
    ),
    "broken by the change": Change(({"assignments/alone.yaml": BROKEN},)),
    "broken at the base": Change(({"assignments/alone.yaml": ALONE},), main={"assignments/alone.yaml": BROKEN}),
    "broken on both sides": Change(({"README.md": "x"},), main={"assignments/alone.yaml": BROKEN}),
    "program broken by the change": Change(({"program.yaml": "format: [\n"},)),
    "program broken at the base": Change(({"program.yaml": TOWN},), main={"program.yaml": "format: [\n"}),
    "broken and mended": Change(
        ({"assignments/alone.yaml": BROKEN}, {"assignments/alone.yaml": ALONE + "tags: [a]\n"})
    ),
    "settings": Change(({"program.yaml": TOWN + "settings: {at_once: 1, stale_after_days: 5}\n"},)),
    "rules off": Change(({"program.yaml": TOWN + "rules: {journey-not-together: off, benefit-no-owner: error}\n"},)),
    "rules at the base": Change(
        (in_keyless("    owner: Olle\n", ""),), main={"program.yaml": TOWN + "rules: {benefit-no-owner: error}\n"}
    ),
    "department removed": Change((in_town("  - {id: schools, name: Schools}\n", ""),)),
    "department renamed": Change((in_town("name: Schools", "name: Education"),)),
    "department's head": Change((in_town(", manager: Maud", ", manager: Mia"),)),
    "goal removed": Change((in_town("  - {id: calm, title: Calm}\n", ""),)),
    "document adopted later": Change((in_town("adopted: 2025-12-11", "adopted: 2026-10-20"),)),
    "language": Change(({"program.yaml": "language: sv\n" + TOWN},)),
    "staged": Change(({"README.md": "x"},), staged=in_keyless("lead: Lea", "lead: Leo")),
    "not committed": Change(({"README.md": "x"},), beside={"assignments/alone.yaml": None} | in_keyless("Lea", "Leo")),
    "staged and more": Change(
        ({"README.md": "x"},),
        staged=in_keyless("lead: Lea", "lead: Leo"),
        beside={"assignments/untracked.yaml": ALONE, "assignments/sensors.yaml": BROKEN},
    ),
    "within a folder": Change((in_keyless("lead: Lea", "lead: Leo"),), inside="portfolio/"),
    "within folders": Change((_RENAMED, {"assignments/sensors.yaml": None}), inside="a town/portfolio/"),
    "strange names": Change(({f"assignments/{name}.yaml": ALONE for name in ("å ö", '"q"\t', "n\nn", "::error::x")},)),
    "everything at once": Change(
        (
            in_keyless(_MEASURED, _MEASURED + "      - {value: 5300, date: 2026-10-01}\n"),
            {"assignments/alone.yaml": None, "assignments/robots.yaml": ALONE},
            {"assignments/sensors.yaml": SENSORS.replace("[keyless]", "[nobody]")},
            {"program.yaml": TOWN.replace("Calm}", "Calmer}") + "settings: {at_once: 3}\n"},
        )
    ),
}


def changed(change: Change, folder: Path) -> Repo:
    """Make the repository: ``main`` with one commit, and the branch ``change`` that is checked out."""
    here = partial(_inside, change.inside)
    repo = begun(folder, {name: text for name, text in here({**FIRST, **change.main}).items() if text is not None})
    repo.git("switch", "--quiet", "--create", "change")
    for commit in change.commits:
        repo.commit(here(commit))
    _written(folder, here(change.staged))
    if change.staged:
        repo.git("add", "--all")
    _written(folder, here(change.beside))
    return repo


def _inside(prefix: str, files: Files) -> dict[str, str | None]:
    return {name if name == "README.md" else prefix + name: text for name, text in files.items()}


def _written(folder: Path, files: Files) -> None:
    for name, text in files.items():
        if text is None:
            (folder / name).unlink()
        else:
            written(folder, {name: text})


def edits(seed: int, folder: Path) -> None:
    """Make a repository where a generated portfolio is edited by chance, three times."""
    chance, now = Random(seed), portfolio(seed)  # noqa: S311 - the same edits each time are the point
    repo = begun(folder, {path: text or "" for path, text in now.texts.items()})
    repo.git("switch", "--quiet", "--create", "change")
    for _ in range(3):
        after = Portfolio(edited(now, chance), now.t, now.today)
        repo.commit(_between(now.texts, after.texts))
        now = after


def example(folder: Path) -> None:
    """Make a repository where the example portfolio is edited by chance."""
    texts = {file.relative_to(EXAMPLE).as_posix(): file.read_text() for file in sorted(EXAMPLE.rglob("*.yaml"))}
    repo = begun(folder, texts)
    repo.git("switch", "--quiet", "--create", "change")
    now = portfolio(0)
    for seed in range(4):
        after = edited(Portfolio(dict(texts), now.t, now.today), Random(seed))  # noqa: S311 - as above
        repo.commit(_between(texts, after))
        texts = {path: text or "" for path, text in after.items()}


def _between(before: Files, after: Files) -> dict[str, str | None]:
    lost = dict.fromkeys(before.keys() - after.keys())
    return {**lost, **{path: text or "" for path, text in after.items() if before.get(path, "") != text}}


def replayed(folder: Path) -> None:
    """Make the fifty commits that the tests of ``log`` replay."""
    repo, texts = begun(folder), {"program": PROGRAM + OFF, "it": FILE}
    paths = {"program": folder / "program.yaml", "it": folder / "assignments" / "it.yaml"}
    paths["it"].parent.mkdir()
    for name, path in paths.items():
        path.write_text(texts[name])
    committed(repo, 0)
    for number, commit in enumerate(COMMITS, start=1):
        texts[commit.path] = texts[commit.path].replace(dated(commit.old), dated(commit.new), 1)
        paths[commit.path].write_text(texts[commit.path])
        committed(repo, number)


def hostile(folder: Path) -> None:
    """Make a repository where every hostile text and name becomes another."""
    texts = (*ATTACKS.values(), *HONEST.values())
    repo = begun(folder)
    planted(folder, texts)
    repo.commit()
    repo.git("switch", "--quiet", "--create", "change")
    repo.git("rm", "--quiet", "-r", "assignments")
    planted(folder, (*texts[7:], *texts[:7]))
    repo.commit({"assignments/hit-9.yaml": ALONE + f"x-note: {quoted(texts[0])}\n", "assignments/hit-1.yaml": None})


def unborn(folder: Path) -> None:
    begun(folder)
    written(folder, {name: text for name, text in FIRST.items() if text is not None})


def shallow(folder: Path) -> None:
    whole = changed(CHANGES["step back"], folder.with_name(f"{folder.name}-whole"))
    address = f"file://{whole.folder}"
    command = ["git", "-c", "protocol.file.allow=always", "clone", "--quiet", "--depth", "1", address, str(folder)]
    subprocess.run(command, check=True, env={"PATH": os.environ["PATH"], "HOME": str(whole.folder)})
    Repo(folder).git("branch", "main")


def unrelated(folder: Path) -> None:
    repo = changed(CHANGES["nothing"], folder)
    repo.git("switch", "--quiet", "--orphan", "other")
    repo.commit({name: text for name, text in FIRST.items() if text is not None})


def merged(folder: Path) -> None:
    """Make a history that forks and comes together, with tags."""
    repo = changed(CHANGES["step back"], folder)
    repo.git("tag", "v1")
    repo.git("switch", "--quiet", "main")
    repo.commit({"assignments/new.yaml": ALONE.replace("Robots", "New")})
    repo.git("switch", "--quiet", "change")
    repo.git("merge", "--quiet", "--no-edit", "main")
    repo.git("tag", "--annotate", "--message", "x", "v2")
    repo.commit({"assignments/sensors.yaml": None})


def without_portfolio_before(folder: Path) -> None:
    repo = begun(folder, {"README.md": "x"})
    repo.git("switch", "--quiet", "--create", "change")
    repo.commit(FIRST)


OBSTACLES: Mapping[str, Make] = {
    "history unborn": unborn,
    "history shallow": shallow,
    "history unrelated": unrelated,
    "history merged": merged,
    "history without a portfolio": without_portfolio_before,
}
PLACES: Mapping[str, Make] = {
    **{f"change {name}": partial(changed, change) for name, change in CHANGES.items()},
    **{f"edits {seed}": partial(edits, seed) for seed in EDITS},
    **OBSTACLES,
    "history replayed": replayed,
    "history hostile": hostile,
    "history example": example,
}
