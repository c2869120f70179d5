"""What the page for management shows: a message, key figures, what to decide, and sections, each with its sentence."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from staircase.core.finding import Subject
from staircase.core.page.picture import Journey, Picture
from staircase.core.reports.block import Block, Facts, Gaps, Section, Table
from staircase.core.term import Said, Term


class KeyFigure(NamedTuple):
    """A figure to begin with: its label (``page.figure.LABEL``), what it is, of what, and what it was before."""

    label: str
    value: Term | None
    said: Said
    before: Said | None


class ToDecide(NamedTuple):
    """Something to decide: about whom, what to do, why, and whose it is."""

    subject: Subject
    title: Term
    ask: Term
    why: Term
    whose: Term | None


class Happened(NamedTuple):
    """What has happened to something, the heaviest first: about whom, what it is called, and each change."""

    subject: Subject
    title: Term
    said: tuple[Said, ...]


class Happenings(NamedTuple):
    """What has happened, by where it leads: a heading each, and what it has happened to."""

    kinds: tuple[tuple[Term, tuple[Happened, ...]], ...]


class PageSection(NamedTuple):
    """A section: its name (an anchor, and ``page.section.NAME`` in the contents), what it says, and how to read it."""

    name: str
    title: Said
    said: Said | None
    pictures: tuple[Picture, ...]
    blocks: tuple[Block | Happenings, ...]


CardBlock = Facts | Section | Gaps | Table


class AssignmentCard(NamedTuple):
    """An assignment whole, where links lead to: its journey, and the blocks that ``show`` gives of it."""

    id: str
    title: str
    journey: Journey | None
    blocks: tuple[CardBlock, ...]


@dataclass(frozen=True, slots=True)
class ManagementPage:
    """All that the page shows.

    Attributes:
        organisation: the organisation's name; empty, as the programme's, where ``program.yaml`` can't be read.
        program: the programme's name.
        department: the department's name, where the page is about one alone.
        day: the day that it tells of.
        message: the headline.
        unread: which files are not counted in, where some can't be read.
        figures: the key figures; none where they, and what to decide, can't be told.
        decisions: what to decide first.
        sections: the sections, in their order.
        cards: every assignment whole, in the order of their titles.
        sources: where the figures come from.
        people: the names of those who lead or own something.
        shows_people: whether they are named.
    """

    organisation: str
    program: str
    department: str | None
    day: date
    message: Said
    unread: Said | None
    figures: tuple[KeyFigure, ...]
    decisions: tuple[ToDecide, ...]
    sections: tuple[PageSection, ...]
    cards: tuple[AssignmentCard, ...]
    sources: tuple[Said, ...]
    people: frozenset[str]
    shows_people: bool = True
