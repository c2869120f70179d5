"""The page for management, as values: its message, figures, decisions and sections, and their pictures.

A format draws a picture and knows no report. Shares are of the whole that a picture is about: 0 is nothing of it and
1 all of it. Days are calendar days.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from staircase.core.choices import State, Step
from staircase.core.finding import Subject
from staircase.core.known import Known
from staircase.core.reports import Block, Cell, Facts, Gaps, Section, Table
from staircase.core.term import Said, Term


class Card(NamedTuple):
    """An assignment as it stands on its step: its id, its title, and the lines under it."""

    id: str
    title: str
    lines: tuple[Cell, ...]
    arrived: bool


class StandingStep(NamedTuple):
    """A step with the assignments that stand on it, and the names of the departments that have come this far.

    ``departments`` are ``None`` where nobody can say how far one has come.
    """

    number: int
    step: Step
    standing: Term
    departments: tuple[Term, ...] | None
    cards: tuple[Card, ...]


class Stairs(NamedTuple):
    """The staircase with the assignments standing on it."""

    steps: tuple[StandingStep, ...]


class WorthPart(NamedTuple):
    """A stretch of a bar from its beginning on: what it is (``page.bar.NAME``), its share of the whole, its term."""

    name: str
    share: Fraction
    term: Term


class WorthBar(NamedTuple):
    """One bar: what it is about, what the whole of it is, its parts, the longest first, and what waits between them."""

    title: Term
    whole: Said
    parts: tuple[WorthPart, ...]
    waiting: Said | None = None


class WorthBars(NamedTuple):
    """Bars, each with a whole of its own: they are not to be compared with one another."""

    bars: tuple[WorthBar, ...]


class Layer(NamedTuple):
    """How many stood on a step at each of the ends."""

    step: Step
    counts: tuple[int, ...]


class Areas(NamedTuple):
    """Layers on one another over time, and how many the whole may be: one count for each of the ends."""

    ends: tuple[date, ...]
    layers: tuple[Layer, ...]
    ceiling: int


class DotRow(NamedTuple):
    """How long each visit to a step took, in days, their median, and how long one is meant to take."""

    step: Step
    days: tuple[int, ...]
    median: Fraction | None
    limit: int


class Dots(NamedTuple):
    """A strip of dots for each step, all on one scale."""

    rows: tuple[DotRow, ...]


class DrawnVisit(NamedTuple):
    """A visit to a step, from its first day to its last or to the day that is told of."""

    number: int
    step: Step
    first: date
    last: date


class Journey(NamedTuple):
    """A journey over the steps in time, its state now, and the day it ended, if it has."""

    visits: tuple[DrawnVisit, ...]
    state: State
    ended: date | None


def journey_of(known: Known, day: date) -> Journey:
    """The journey of an assignment that stands on the stairs, to its end or to the day that is told of."""
    until = known.ended or day
    return Journey(
        tuple(
            DrawnVisit(
                stay.number,
                stay.step,
                stay.entered,
                max(stay.entered, (stay.left or until) - timedelta(bool(stay.left))),
            )
            for stay in known.stays
        ),
        known.state,
        known.ended,
    )


Picture = Stairs | WorthBars | Areas | Dots


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
