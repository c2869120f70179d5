"""The pinned program: its wheel, built from git's history and unpacked into a folder that git ignores."""

import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".net"
"""Where wheels are kept once they are built, one folder for each commit."""

COMMIT = (Path(__file__).parent / "PINNED").read_text(encoding="ascii").strip()


class NoPinnedError(Exception):
    """The pinned program cannot be had; the text says why and what to do."""


def package(commit: str = COMMIT, root: Path = ROOT, kept: Path = KEPT) -> Path:
    """Return the folder of the unpacked wheel; the wheel is built where that has not been done.

    Raises:
        NoPinnedError: the commit is not in the history, or no wheel came of it.
    """
    folder = kept / commit
    if not folder.exists():
        kept.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept) as workshop:
            built = _unpacked(_wheel(_source(commit, root, Path(workshop)), Path(workshop)), Path(workshop))
            _settle(built, folder)
    return folder


def _source(commit: str, root: Path, workshop: Path) -> Path:
    archive = subprocess.run(["git", "archive", "--format=tar", commit], cwd=root, capture_output=True, check=False)
    if archive.returncode:
        said = archive.stderr.decode("utf-8", "replace").strip()
        message = (
            f"The commit that tests/net/PINNED names, {commit[:12]}, is not in this clone's history ({said}). "
            "Fetch the whole of it: git fetch --unshallow, or fetch-depth: 0 in actions/checkout."
        )
        raise NoPinnedError(message)
    source = workshop / "source"
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(source, filter="data")
    return source


def _wheel(source: Path, workshop: Path) -> Path:
    """Build the wheel with the hatchling that is installed, else with one that pip fetches."""
    here = ["--no-build-isolation"] if find_spec("hatchling") else []
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "wheel", "--quiet"]
    built = subprocess.run(
        [*pip, "--no-deps", *here, "--wheel-dir", str(workshop / "wheel"), str(source)],
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    wheels = list((workshop / "wheel").glob("*.whl"))
    if built.returncode or len(wheels) != 1:
        message = f"No wheel came of the pinned commit:\n{built.stderr.decode('utf-8', 'replace')}"
        raise NoPinnedError(message)
    return wheels[0]


def _unpacked(wheel: Path, workshop: Path) -> Path:
    folder = workshop / "package"
    with zipfile.ZipFile(wheel) as files:
        files.extractall(folder)  # noqa: S202 - a wheel that was built here, of our own commit
    return folder


def _settle(built: Path, folder: Path) -> None:
    """Move what was built to where it is kept, unless another run was there first."""
    try:
        built.rename(folder)
    except OSError:
        if not folder.exists():
            raise
        shutil.rmtree(built)
