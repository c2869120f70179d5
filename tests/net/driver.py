"""One side of the net: ``python -P -m tests.net.driver PACKAGE CASES RESULTS``, with the package first on the path.

Runs every case in this one process, in the order of the file, and writes a line of JSON for each.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import staircase
from tests.cli.running import environment
from tests.hostile.inside import meet

REDIRECTED = {"full": "/dev/full", "closed": "&-"}
"""What a shell leads stdout to, where a result cannot be written."""

SECONDS = 120

Asked = Mapping[str, Any]
Came = dict[str, Any]


def main(package: str, cases: str, results: str) -> int:
    """Run the cases with the program that stands in the package's folder, and with no other."""
    if not Path(staircase.__file__).is_relative_to(Path(package).resolve()):
        sys.stderr.write(f"The program is {staircase.__file__}, and not the one in {package}\n")
        return 2
    with Path(cases).open(encoding="utf-8") as asked, Path(results).open("w", encoding="utf-8") as came:
        came.writelines(json.dumps(_run(json.loads(line), package)) + "\n" for line in asked)
    return 0


def _run(case: Asked, package: str) -> Came:
    with ExitStack() as stack:
        folder = Path(case["folder"] or stack.enter_context(tempfile.TemporaryDirectory()))
        came = _outside(case, folder, package) if case["stdout"] in REDIRECTED else _inside(case, folder)
        if case["folder"]:
            return {"name": case["name"], **came, "files": {}}
        told = {stream: text.replace(str(folder), "<fresh>") for stream, text in came.items()}
        return {"name": case["name"], **told, "files": _files(folder)}


def _inside(case: Asked, folder: Path) -> Came:
    try:
        met = meet(
            case["arguments"],
            folder,
            case["variables"],
            terminal=case["stdout"] == "terminal",
            encoding=case["encoding"],
        )
    except BaseException as error:  # noqa: BLE001 - whatever gets out of the program is a result to compare
        return {"code": f"{type(error).__name__}: {error}", "out": "", "err": ""}
    return {"code": str(met.code), "out": met.raw.decode(case["encoding"], "backslashreplace"), "err": met.err}


def _outside(case: Asked, folder: Path, package: str) -> Came:
    """Run the program as a process whose stdout takes nothing."""
    program = (sys.executable, "-P", "-m", "staircase")
    done = subprocess.run(
        [*("sh", "-c", f'exec "$@" >{REDIRECTED[case["stdout"]]}', "sh"), *program, *case["arguments"]],
        cwd=folder,
        env=environment(**{"PYTHONPATH": package} | case["variables"]),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=SECONDS,
    )
    return {"code": str(done.returncode), "out": "", "err": done.stderr.decode("utf-8", "replace")}


def _files(folder: Path) -> dict[str, str]:
    """Return what a run wrote into the empty folder that it was given."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes().decode("utf-8", "backslashreplace")
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
