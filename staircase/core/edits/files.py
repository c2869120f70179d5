"""Whole files: those that a new portfolio begins with, and an assignment's: new, made of a roadmap item, or renamed."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from staircase.core.choices import Language
from staircase.core.edits import ASKED, EventGround, EventPlan, refuse
from staircase.core.edits.values import free_id, unlike
from staircase.core.finding import command
from staircase.core.load import assignment_id
from staircase.core.source import ASSIGNMENTS, PROGRAM_FILE, KeyPath
from staircase.core.suggest import as_id
from staircase.core.term import Name
from staircase.core.yaml import Raw, everything
from staircase.core.yaml.compose import scalar
from staircase.core.yaml.edit import Set

Forge = Literal["github", "gitlab", "none"]
"""Where the repository lives, for which checks are set up."""

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
        found.append(unlike(found, "-".join([word for word in words if word not in _JOINING] or words)))
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


@dataclass(frozen=True)
class NewEvent:
    """A new assignment."""

    title: str
    id: str
    department: str
    lead: str
    together: list[str] = field(default_factory=list, metadata=ASKED)
    started: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """Its file."""
        return EventPlan(made=_file(self, ground, department=ground.declared("department", self.department)))


@dataclass(frozen=True)
class NewEnablingEvent:
    """A new enabling assignment, which is beside the stairs and needs no department."""

    title: str
    id: str
    lead: str
    department: str | None = None
    together: list[str] = field(default_factory=list)
    started: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """Its file."""
        own = ground.declared("department", self.department) if self.department else None
        return EventPlan(made=_file(self, ground, kind="enabling", department=own))


@dataclass(frozen=True)
class NewOfItemEvent:
    """A new assignment that a roadmap item turns into: its title, department and goals, unless others are given."""

    id: str
    of: str
    lead: str
    title: str | None = None
    department: str | None = None
    together: list[str] = field(default_factory=list, metadata=ASKED)
    started: str | None = None

    def plan(self, ground: EventGround) -> EventPlan:
        """Its file, and that the item became it."""
        name, _, item = self.of.partition("/")
        origin = ground.assignment(name)
        place, entry = origin.place("roadmap", item), origin.entry("roadmap", item)
        if heir := entry.get("became"):
            refuse("became", command("show", str(heir)), title=Name(item), id=Name(str(heir)))
        given = ground.declared("department", self.department) if self.department else None
        own: Raw = given or entry.get("department") or origin.data.get("department")
        title = self.title or str(entry.get("title") or self.id)
        made = _file(self, ground, title=title, department=own, goals=entry.get("goals"))
        return EventPlan({origin.path: (Set((*place, "became"), self.id),)}, made)


def _file(event: Any, ground: EventGround, **more: Raw) -> dict[str, dict[str, Raw]]:  # noqa: ANN401 - each of the three
    """The new file by its path, its keys in the format's order."""
    free_id(event.id, ground)
    said: dict[str, Raw] = {
        "title": more.get("title") or event.title,
        "kind": more.get("kind"),
        "department": more.get("department"),
        "lead": event.lead,
        "started": event.started or ground.day,
        "goals": more.get("goals"),
        "together": list(event.together),
    }
    return {f"{ASSIGNMENTS}/{event.id}.yaml": {key: value for key, value in said.items() if value}}


@dataclass(frozen=True)
class RenameEvent:
    """An assignment gets another id: its file's name, and every reference to it."""

    id: str
    new: str

    def plan(self, ground: EventGround) -> EventPlan:
        """The file moved, and edits of each file that refers to it."""
        target = ground.assignment(self.id)
        free_id(self.new, ground)
        edits = {}
        for path, source in ground.portfolio.sources.items():
            if path == PROGRAM_FILE or target.id not in source.text:
                continue
            data = everything(source.text)
            if data is None:
                refuse("unreadable", "staircase check", path=Name(path))
            if found := tuple(Set(place, value) for place, value in _renamed(data, target.id, self.new)):
                edits[path] = found
        folder, _, name = target.path.rpartition("/")
        moved = f"{folder}/{self.new}{name.removeprefix(assignment_id(target.path))}"
        return EventPlan(edits, moved={target.path: moved}, undo=command("rename", self.new, target.id))


_REFERENCES = frozenset({"depends_on", "based_on", "became", "part_of"})


def _renamed(data: Any, old: str, new: str, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:  # noqa: ANN401 - raw
    """The references to an assignment, or to something in it, with its new id."""
    if isinstance(data, dict | list):
        for part, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _renamed(value, old, new, (*path, part))
    elif isinstance(data, str) and {part for part in path[-2:] if isinstance(part, str)} & _REFERENCES:
        name, parted, rest = data.partition("/")
        if name == old:
            yield path, f"{new}{parted}{rest}"
