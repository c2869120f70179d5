"""The page where ``program.yaml`` can't be read: where the assignments stand, and nothing that needs the programme."""

from collections.abc import Iterable, Sequence
from datetime import date

from staircase.core.choices import STEPS, Step
from staircase.core.flow import days_in_step
from staircase.core.known import Known
from staircase.core.page.picture import Card, Stairs, StandingStep, journey_of
from staircase.core.page.shape import AssignmentCard, PageSection
from staircase.core.period import months_before
from staircase.core.reports.block import Cell
from staircase.core.reports.outline import Field, table
from staircase.core.reports.status_line import ARRIVED_MONTHS
from staircase.core.term import Climb, Code, Count, Days, Said, Word

_FIELDS: tuple[Field[Known], ...] = (
    Field("id", lambda known: Code(known.id), heading="title"),
    Field("state", lambda known: Word(f"state.{known.state}")),
    Field("climb", draw=lambda known, _: Cell(Climb(known.current.number)) if known.stays else Cell()),
)


def bare_sections(known: Sequence[Known], day: date) -> tuple[PageSection, ...]:
    """The staircase, and all assignments."""
    climbing = [one for one in known if one.climbs and one.is_open]
    title = Said("page.stairs.all" if climbing else "page.stairs.empty", {"open": Count(len(climbing), "assignment")})
    stairs = Stairs(tuple(_step(number, step, climbing, day) for number, step in enumerate(STEPS, 1)))
    every = Said("page.assignments.bare", {"assignments": Count(len(known), "assignment")})
    return (
        PageSection("stairs", title, Said("page.stairs.bare.how", {}), (stairs,), ()),
        PageSection("assignments", every, None, (), (table([(None, known)], _FIELDS),) if known else ()),
    )


def bare_cards(known: Iterable[Known], day: date) -> tuple[AssignmentCard, ...]:
    """Every assignment with its journey in time."""
    return tuple(
        AssignmentCard(one.id, one.assignment.title, journey_of(one, day) if one.stays else None, ()) for one in known
    )


def _step(number: int, step: Step, climbing: Iterable[Known], day: date) -> StandingStep:
    on = [one for one in climbing if one.current.step == step]
    on.sort(key=lambda one: (-days_in_step(one, day), one.id))
    return StandingStep(number, step, Count(len(on), "assignment"), None, tuple(_card(one, day) for one in on))


def _card(known: Known, day: date) -> Card:
    line = Cell(Said("page.card.days", {"days": Days(days_in_step(known, day))}))
    arrived = known.current.entered > months_before(day, ARRIVED_MONTHS)
    return Card(known.id, known.assignment.title, (line,), arrived)
