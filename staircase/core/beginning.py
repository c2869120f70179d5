"""What a new portfolio begins with: its files, made of templates and of what somebody has answered."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from staircase.core.choices import Forge
from staircase.core.file import ASSIGNMENTS, PROGRAM_FILE
from staircase.core.language import Language
from staircase.core.suggest import as_id
from staircase.core.yaml.scalar import scalar

Template = Callable[[str], str]
"""A template's text by its name."""

SCHEMAS: Mapping[str, str] = {"assignment": "assignment.schema.json", "program": "program.schema.json"}
"""The files of the portfolio that editors go by, each by what it describes."""

WORKFLOWS: Mapping[Forge, str] = {"github": ".github/workflows/portfolio.yml", "gitlab": ".gitlab-ci.yml"}
"""Where each forge looks for what it is to run."""

HOOK = ".pre-commit-config.yaml"

PINNED = re.compile(r"(?<=staircase-portfolio)(\[[a-z,]+\])?==[0-9][0-9A-Za-z.+!-]*")
"""The version that a workflow or hook installs."""

_JOINING = frozenset({"och", "i", "for", "and", "of", "the"})

_PLACE = re.compile(r"@([A-Z_]+)@")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What somebody has answered.

    Attributes:
        organisation: whose the programme is.
        name: what the programme is called.
        language: the portfolio's language.
        departments: the departments' names, at least one.
        at_once: how many assignments the programme can carry at the same time.
        forge: where the repository lives.
        publishes: whether the page is to be published.
        first: the title of a first assignment, or nothing.
        folder: the portfolio's folder within the repository, ``portfolio/``; empty where it is that itself.
        version: the version of staircase that writes.
        today: the day.
    """

    organisation: str
    name: str
    language: Language
    departments: tuple[str, ...]
    at_once: int
    forge: Forge
    publishes: bool = False
    first: str = ""
    folder: str = "portfolio/"
    version: str
    today: date


def ids_for(names: Iterable[str], kind: str) -> Sequence[str]:
    """An id for each name, each its own: without the words that only join others, ``vard-omsorg``.

    Names without any letter of an id are numbered as things of their kind.
    """
    found: list[str] = []
    for number, name in enumerate(names, 1):
        words = as_id(name, f"{kind}-{number}").split("-")
        plain = "-".join([word for word in words if word not in _JOINING] or words)
        same = sum(one == plain or one.startswith(f"{plain}-") for one in found)
        found.append(f"{plain[:60]}-{same + 1}" if plain in found else plain)
    return found


def portfolio_files(beginning: Beginning, template: Template) -> Mapping[str, str]:
    """The portfolio itself: ``program.yaml``, and the first assignment where one is given; by path."""
    departments = ids_for(beginning.departments, "department")
    listed = [
        f"  - id: {scalar(one)}\n    name: {scalar(name)}"
        for one, name in zip(departments, beginning.departments, strict=True)
    ]
    places = {
        "NAME": scalar(beginning.name),
        "ORGANISATION": scalar(beginning.organisation),
        "DEPARTMENTS": "\n".join(listed),
        "DEPARTMENT": scalar(departments[0]),
        "AT_ONCE": str(beginning.at_once),
        "TITLE": scalar(beginning.first),
        "TODAY": beginning.today.isoformat(),
    }
    found = {PROGRAM_FILE: _filled(template("program.yaml"), places)}
    if beginning.first:
        (name,) = ids_for([beginning.first], "assignment")
        found[f"{ASSIGNMENTS}/{name}.yaml"] = _filled(template("assignment.yaml"), places)
    return found


def surroundings(beginning: Beginning, template: Template, texts: Mapping[str, str]) -> Mapping[str, str]:
    """What stands around the portfolio: for the editor, git, the forge and the reader; by path in the repository."""
    places = {
        "FOLDER": beginning.folder,
        "VERSION": beginning.version,
        "NAME_TEXT": beginning.name,
        "ORGANISATION_TEXT": beginning.organisation,
        "PAGES_JOB": "pages" if beginning.publishes else "staircase-page",
        "PAGES": "  pages: true\n" if beginning.publishes else "",
        **{name.upper(): texts[f"setup.{name}"] for name in ("head", "check", "page", "waiting", "attributes")},
    }
    places["UPLOAD"] = template("github-pages.yml" if beginning.publishes else "github-artifact.yml")
    names = {
        "README.md": "README.md",
        ".vscode/settings.json": "settings.json",
        ".vscode/extensions.json": "extensions.json",
        ".vscode/tasks.json": "tasks.json",
        ".editorconfig": "editorconfig",
        ".gitattributes": "gitattributes",
        HOOK: "pre-commit.yaml",
    }
    if beginning.forge == "github":
        names |= {WORKFLOWS["github"]: "github.yml", ".github/pull_request_template.md": "request.md"}
    if beginning.forge == "gitlab":
        names |= {WORKFLOWS["gitlab"]: "gitlab.yml", ".gitlab/merge_request_templates/Default.md": "request.md"}
    return {path: _filled(template(name), places) for path, name in names.items()}


def renewed(text: str, version: str) -> str:
    """A workflow or hook that installs another version."""
    return PINNED.sub(lambda found: f"{found[1] or ''}=={version}", text)


def lacking(ours: str, theirs: str) -> Sequence[str]:
    """The lines of a text that another one lacks, blank ones left out."""
    there = {line.strip() for line in theirs.splitlines()}
    return [line for line in ours.splitlines() if line.strip() and line.strip() not in there]


def _filled(text: str, places: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda found: places.get(found[1], found[0]), text)
