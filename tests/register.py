"""A public office's register as a portfolio: ``python -m tests.register DIR``, from ``tests/real/18f/register``.

Each of its projects is an assignment of its real partners, who are the departments. Discovery and alpha are explore,
beta is benefits, and live is in ordinary use. The days of the stages are those on which the register itself was
changed, and of its milestones only the month is known; what it says of a project that has no file is left out.
"""

import csv
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

import yaml

REGISTER = Path(__file__).parent / "real" / "18f" / "register"
OFFICE = "18F"
SAME = {"GSA": "General Services Administration"}
FORMER = {
    "fec": "betafec",
    "openfec": "betafec",
    "hourglass": "calc",
    "communicart": "c2",
    "midas": "openopps",
    "mirage": "discovery",
    "doi-extractives-data": "useiti-report",
    "extractive-industries-transparency-initiative": "useiti-report",
}
"""What projects were called before, each with the name of its file."""

STEPS = {"discovery": "explore", "alpha": "explore", "beta": "benefits", "live": "benefits"}
SAYS = {
    "discovery": re.compile(r"discovery stage|beg[ai]ns? work|took over|kick-off", re.IGNORECASE),
    "alpha": re.compile(r"\balpha\b", re.IGNORECASE),
    "beta": re.compile(r"\bbeta\b", re.IGNORECASE),
    "live": re.compile(r"\blive\b|project launched|site launch$", re.IGNORECASE),
    "over": re.compile(r"handed off", re.IGNORECASE),
}
"""The words of a milestone that say which stage it is of; the first that fits."""

MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
MILESTONE = re.compile(rf"({'|'.join(MONTHS)})(?: \d+,)? (\d{{4}})")
SENTENCE = re.compile(r"(?<=[a-z0-9)])\.\s")


class Stage(NamedTuple):
    """A stage that a project came to, and when: a day, or the month where no more is known."""

    when: str
    stage: str


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
    called = FORMER | {slug(project["full_name"]): name for name, project in projects.items()}
    history = _history(folder / "stage_history.csv", called)
    files = {f"assignments/{name}.yaml": _assignment(of, history.get(name, [])) for name, of in projects.items()}
    return {path: _written(data) for path, data in ({"program.yaml": program} | files).items()}


def _history(file: Path, called: Mapping[str, str]) -> dict[str, list[Stage]]:
    """The changes of stage of each project, whatever it was called then."""
    found: dict[str, list[Stage]] = {}
    with file.open(newline="") as lines:
        for row in csv.DictReader(lines):
            name = slug(row["project"])
            if row["to_stage"] in STEPS:
                found.setdefault(called.get(name, name), []).append(Stage(row["date"], row["to_stage"]))
    return found


def _milestones(project: Mapping[str, Any]) -> Iterator[Stage]:
    for text in project.get("milestones") or ():
        match = MILESTONE.match(text)
        stage = next((stage for stage, words in SAYS.items() if words.search(text.strip())), None)
        if match and stage:
            yield Stage(f"{match[2]}-{MONTHS.index(match[1]) + 1:02}", stage)


def _assignment(project: Mapping[str, Any], history: Sequence[Stage]) -> Mapping[str, object]:
    told = sorted([*_milestones(project), *history])
    over = next((one.when for one in told if one.stage == "over"), None)
    stages = [one for one in told if one.stage in STEPS]
    journey: list[dict[str, str]] = []
    for when, stage in stages:
        if STEPS[stage] != (journey[-1]["step"] if journey else "explore"):
            journey.append({"step": STEPS[stage], "entered": when, "why": f"stage {stage}"})
    live = [one.when for one in takewhile(lambda one: one.stage == "live", reversed(stages))]
    made = partners(project)
    impact = " ".join(SENTENCE.split(str(project.get("impact") or ""))[0].split()).rstrip(".")
    return {
        "title": project["full_name"],
        "department": [slug(name) for name in made] if len(made) > 1 else slug(made[0]),
        "lead": OFFICE,
        "started": stages[0].when,
        "together": made,
        **({"live": live[-1]} if live else {}),
        **({"completed": over} if over else {}),
        **({"journey": journey} if journey else {}),
        **({"benefits": [{"id": "impact", "title": impact}]} if impact else {}),
    }


def _written(data: Mapping[str, object]) -> str:
    """Plain YAML, where every scalar is text."""
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000)


if __name__ == "__main__":
    for path, text in converted().items():
        target = Path(sys.argv[1]) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
