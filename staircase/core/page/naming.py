"""How a page names things: titles and words for ids, rules and keys, and nobody by name where people are left out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, assert_never

from staircase.core.finding import Subject
from staircase.core.page import CardBlock, Happenings, ManagementPage
from staircase.core.page.scope import PageScope
from staircase.core.reports import Block, Cell, Column, Facts, GapLine, Gaps, Table, Timeline, Track
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


def title_now(scope: PageScope, subject: Subject) -> Name:
    """What a subject is called, or the id of one that is no more."""
    portfolio = scope.scene.portfolio
    families = {"assignment": scope.scene.known, "department": portfolio.departments, "goal": portfolio.goals}
    is_there = subject.id in families.get(subject.kind, {subject.id})
    return title_of(scope.scene, subject) if is_there else file_name(subject.id)


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


_BY_ITS_KIND = frozenset({"finding.department-untouched.message", "finding.program-goal-unserved.message"})
"""Messages that say no more than the kind of gap and its subject do, which stand beside them."""


def entry_in_words(scene: Scene, entry: GapLine) -> GapLine:
    """An entry of a list of gaps in the same words; an assignment keeps its id, which leads to its card."""
    said = entry.text.term
    if isinstance(said, Said) and said.key in _BY_ITS_KIND:
        said = None
    text = entry.text._replace(term=said and in_words(scene, said))
    if entry.about is None or entry.about.kind == "assignment":
        return entry._replace(text=text)
    return entry._replace(text=text, subject=entry.subject._replace(term=title_of(scene, entry.about)))


PEOPLE = frozenset({"owner", "lead"})
"""The keys of the columns that hold a name."""

PartT = TypeVar("PartT")


def unnamed(page: ManagementPage) -> ManagementPage:
    """The page without those names; a name within a sentence is for the format to hide."""
    return replace(
        page,
        decisions=tuple(one._replace(whose=None) for one in page.decisions),
        sections=tuple(one._replace(blocks=tuple(map(_block, one.blocks))) for one in page.sections),
        cards=tuple(one._replace(blocks=tuple(map(_of_card, one.blocks))) for one in page.cards),
        shows_people=False,
    )


def _block(block: Block | Happenings) -> Block | Happenings:
    match block:
        case Timeline():
            return _timeline(block)
        case Table() | Facts() | Gaps():
            return _of_card(block)
        case _:
            return block


def _of_card(block: CardBlock) -> CardBlock:
    match block:
        case Table(columns):
            return block._replace(
                columns=_kept(columns, columns),
                groups=tuple(one._replace(rows=tuple(_kept(row, columns) for row in one.rows)) for one in block.groups),
            )
        case Facts(facts):
            return block._replace(facts=tuple(one for one in facts if one.label.removeprefix("column.") not in PEOPLE))
        case Gaps(kinds):
            kinds = tuple(
                kind._replace(entries=tuple(entry._replace(owner=Cell()) for entry in kind.entries)) for kind in kinds
            )
            return block._replace(kinds=kinds)
        case _:
            return block


def _timeline(of: Timeline) -> Timeline:
    lanes = (lane._replace(tracks=tuple(_track(one, of) for one in lane.tracks)) for lane in of.lanes)
    return of._replace(before=_kept(of.before, of.before), after=_kept(of.after, of.after), lanes=tuple(lanes))


def _track(track: Track, of: Timeline) -> Track:
    return Track(_kept(track.before, of.before), track.bars, _kept(track.after, of.after))


def _kept(parts: Sequence[PartT], columns: Sequence[Column]) -> tuple[PartT, ...]:
    """The parts whose columns hold no name."""
    return tuple(part for part, column in zip(parts, columns, strict=True) if column.key not in PEOPLE)
