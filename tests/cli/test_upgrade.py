"""``upgrade``: what an earlier version wrote is renewed, and what people wrote stays."""

import sys
from pathlib import Path

from staircase import __version__
from tests.cli.running import process, run
from tests.cli.test_init import TOLD, held, init

OLD = "0.0.9"
EXAMPLE = Path(__file__).parents[2] / "portfolio"


def begun(folder: Path) -> dict[str, bytes]:
    """A portfolio that an earlier version began, and that has an assignment more and a workflow of its own since."""
    init(folder, *TOLD, "--lang", "en", "--forge", "github")
    for name in (".github/workflows/portfolio.yml", ".pre-commit-config.yaml"):
        path = folder / name
        path.write_text(path.read_text().replace(f"=={__version__}", f"=={OLD}") + "# ours\n")
    path = folder / "portfolio/assignments/a.yaml"
    path.parent.mkdir()
    path.write_text("title: A\ndepartment: vard-omsorg\nlead: Lea\nstarted: 2026-01-12\ntogether: [care worker]\n")
    return held(folder)


def test_the_version_and_the_schemas_are_renewed_and_the_diff_is_shown(tmp_path: Path) -> None:
    before = begun(tmp_path)

    ended = run(["upgrade"], tmp_path)

    after = held(tmp_path)
    changed = [path for path in after if after[path] != before[path]]
    assert ended.code == 0
    assert sorted(changed) == [
        ".github/workflows/portfolio.yml",
        ".pre-commit-config.yaml",
        "portfolio/assignment.schema.json",
    ]
    for name in (".github/workflows/portfolio.yml", ".pre-commit-config.yaml"):
        assert after[name] == before[name].replace(f"=={OLD}".encode(), f"=={__version__}".encode())
    assert f"-  STAIRCASE: staircase-portfolio[report]=={OLD}" in ended.out
    assert f"+  STAIRCASE: staircase-portfolio[report]=={__version__}" in ended.out
    assert '"Lea"' in after["portfolio/assignment.schema.json"].decode()
    assert run(["upgrade"], tmp_path).out == "All that is there is of this version.\n"


def test_a_dry_run_shows_the_same_and_writes_nothing(tmp_path: Path) -> None:
    before = begun(tmp_path)

    shown = run(["upgrade", "--dry-run"], tmp_path).out

    assert held(tmp_path) == before
    assert run(["upgrade"], tmp_path).out == shown


def test_the_example_in_this_repository_is_of_this_version() -> None:
    """Where it is not, ``staircase upgrade`` renews it."""
    assert run(["upgrade", "--dry-run"], EXAMPLE).out == "Allt som finns är av den här versionen.\n"


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    begun(tmp_path)
    for name in (".github/workflows/portfolio.yml", ".pre-commit-config.yaml"):
        (tmp_path / name).unlink()
    (tmp_path / "portfolio/program.schema.json").unlink()

    ended = run(["upgrade", "--dry-run"], tmp_path)

    assert [line for line in ended.out.splitlines() if line.startswith("+++")] == [
        "+++ b/portfolio/assignment.schema.json"
    ]


def test_what_can_not_be_written_stays_as_it_was(tmp_path: Path) -> None:
    before = begun(tmp_path)
    limited = ["bash", "-c", 'ulimit -f 8; exec "$@"', "bash", sys.executable, "-m", "staircase", "upgrade"]

    ended = process(limited, tmp_path, {"PYTHONDONTWRITEBYTECODE": "1"})

    assert (ended.code, ended.out) == (74, "")
    assert "All is as before." in ended.err
    assert held(tmp_path) == before
