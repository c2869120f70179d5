"""What things are called by people: titles and names for ids, headings for rules, and words for keys of the files."""

import re
from dataclasses import replace
from typing import assert_never

from staircase.core.finding import Subject
from staircase.core.page.told import Told
from staircase.core.reports.block import GapLine
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Name, Said, Term, Word, file_name

_KEY = re.compile(r"[a-z_]+")
"""A key in a key path, between its dots and places."""


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


def in_words(scene: Scene, term: Term, key: str = "") -> Term:
    """A gap's message without an id, a rule's name or a key of the files; ``key`` is a term's place in a sentence."""
    match key, term:
        case _, Said(terms=terms):
            return replace(term, terms={place: in_words(scene, each, place) for place, each in terms.items()})
        case "id", Name(name) if name in scene.known:
            return Name(scene.known[name].assignment.title)
        case "rule", Code(rule):
            return Said("page.quoted", {"said": Word(f"rule.{rule}")})
        case "key", Code(path):
            return Word(f"key.{_KEY.findall(path)[-1]}")
        case _:
            return term


def entry_in_words(scene: Scene, entry: GapLine) -> GapLine:
    """An entry of a list of gaps in the same words; an assignment keeps its id, which leads to its card."""
    told = entry.text._replace(term=entry.text.term and in_words(scene, entry.text.term))
    if entry.about is None or entry.about.kind == "assignment":
        return entry._replace(text=told)
    return entry._replace(text=told, subject=entry.subject._replace(term=title_of(scene, entry.about)))
