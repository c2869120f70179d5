"""What things are called by people: titles and names for ids."""

from typing import assert_never

from staircase.core.finding import Subject
from staircase.core.page.told import Told
from staircase.core.reports.block import GapLine
from staircase.core.rules.rule import Scene
from staircase.core.term import Name, file_name


def title_of(scene: Scene, subject: Subject) -> Name:
    """What a subject that is there is called by people."""
    match subject.kind:
        case "assignment":
            return Name(scene.known[subject.id].assignment.title)
        case "department":
            return Name(scene.portfolio.departments[subject.id].name)
        case "goal":
            return Name(scene.portfolio.goals[subject.id].title)
        case "program":
            return Name(scene.program.name)
        case unknown:
            assert_never(unknown)


def title_now(told: Told, subject: Subject) -> Name:
    """What a subject is called, or the id of one that is no more."""
    portfolio = told.scene.portfolio
    families = {"assignment": told.scene.known, "department": portfolio.departments, "goal": portfolio.goals}
    is_there = subject.id in families.get(subject.kind, {subject.id})
    return title_of(told.scene, subject) if is_there else file_name(subject.id)


def by_title(scene: Scene, entry: GapLine) -> GapLine:
    """An entry that calls its subject by its title; an assignment keeps its id, which leads to its card."""
    if entry.about is None or entry.about.kind == "assignment":
        return entry
    return entry._replace(subject=entry.subject._replace(term=title_of(scene, entry.about)))
