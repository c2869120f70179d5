"""A public office's register as a portfolio: ``python -m tests.register DIR``, from ``tests/real/18f/register``.

Each of its projects is an assignment of its real partners, who are the departments. Discovery and alpha are explore,
beta is benefits, and live is in ordinary use; what a stage change says of a project that has no file is left out.
"""

import csv
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

REGISTER = Path(__file__).parent / "real" / "18f" / "register"
OFFICE = "18F"
SAME = {"GSA": "General Services Administration"}
STEPS = {"discovery": "explore", "alpha": "explore", "beta": "benefits", "live": "benefits"}
FIRST = "2014-10-03"
"""The first day of the history: what has no change of stage has been there since then."""


def slug(name: str) -> str:
    """An id of a name."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def partners(project: Mapping[str, Any]) -> list[str]:
    """The names of those who made it together, each once; the office itself where nobody is named."""
    return list(dict.fromkeys(SAME.get(name, name) for name in project.get("partners") or [OFFICE]))


def converted(folder: Path = REGISTER) -> dict[str, str]:
    """The files of the portfolio by their paths."""
    projects = {slug(file.stem): yaml.safe_load(file.read_text()) for file in sorted(folder.glob("*.yml"))}
    names = sorted({name for project in projects.values() for name in partners(project)})
    program = {
        "format": "1",
        "name": "18F dashboard",
        "organisation": OFFICE,
        "departments": [{"id": slug(name), "name": name} for name in names],
    }
    stages = _stages(folder / "stage_history.csv")
    files = {f"assignments/{name}.yaml": _assignment(of, stages.get(name, [])) for name, of in projects.items()}
    return {path: _written(data) for path, data in ({"program.yaml": program} | files).items()}


def _stages(file: Path) -> dict[str, list[tuple[str, str]]]:
    """The days and stages of each project, one a day."""
    found: dict[str, dict[str, str]] = {}
    with file.open(newline="") as lines:
        for row in csv.DictReader(lines):
            if row["to_stage"] in STEPS:
                found.setdefault(slug(row["project"]), {})[row["date"]] = row["to_stage"]
    return {name: sorted(days.items()) for name, days in found.items()}


def _assignment(project: Mapping[str, Any], stages: Sequence[tuple[str, str]]) -> Mapping[str, object]:
    made = partners(project)
    journey: list[dict[str, str]] = []
    for day, stage in stages:
        if not journey or journey[-1]["step"] != STEPS[stage]:
            journey.append({"step": STEPS[stage], "entered": day, "why": f"stage {stage}"})
    live = next((day for day, stage in stages if stage == "live"), None)
    first = str(project.get("impact") or "").split(". ")[0].strip(". ")
    benefit = {"id": "impact", "title": first[:200], "realisation": project.get("impact")}
    return {
        "title": project.get("full_name") or project["name"],
        "department": [slug(name) for name in made] if len(made) > 1 else slug(made[0]),
        "lead": OFFICE,
        "started": stages[0][0] if stages else FIRST,
        "together": made,
        **({"live": live} if live else {}),
        **({"journey": journey} if journey else {}),
        **({"benefits": [benefit]} if first else {}),
    }


def _written(data: Mapping[str, object]) -> str:
    """Plain YAML, where every scalar is text."""
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000)


if __name__ == "__main__":
    for path, text in converted().items():
        target = Path(sys.argv[1]) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
