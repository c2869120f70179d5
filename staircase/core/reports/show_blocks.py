"""What a person sees of ``show``: who and what, the journey in time, trials, benefits, roadmap, and what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from staircase.core.assess import Assessment
from staircase.core.finding import Finding
from staircase.core.known import Known, KnownTrial
from staircase.core.model.assignment import STEPS
from staircase.core.quarters import month_of
from staircase.core.reports import roadmap_row
from staircase.core.reports.benefits import BENEFITS, BenefitLine
from staircase.core.reports.block import (
    Bar,
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Gaps,
    Heading,
    Hints,
    Kind,
    Lane,
    Lines,
    Section,
    Timeline,
    Tone,
    Track,
)
from staircase.core.reports.columns import Drawn
from staircase.core.reports.columns import table as table_of
from staircase.core.reports.empty import unread_lines
from staircase.core.reports.field import table
from staircase.core.reports.gaps import SIGNS, flat_line
from staircase.core.reports.roadmap_blocks import state_cell
from staircase.core.reports.status_columns import department_name
from staircase.core.reports.status_row import Line
from staircase.core.rules.rule import Scene
from staircase.core.source import Span
from staircase.core.term import Code, Days, Money, Name, Said, Term, Word

LONG_DAYS = 550
"""How long a journey is told in months on its axis; a longer one is told in quarters."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The assignment's line in ``status``, its benefits and roadmap items, and its findings, first to take first."""

    assessment: Assessment
    scene: Scene
    line: Line
    benefits: Sequence[BenefitLine]
    items: Sequence[roadmap_row.Line]
    findings: Sequence[Finding]

    @property
    def known(self) -> Known:
        """Give what is known of the assignment on the day."""
        return self.line.known


def blocks(shown: Shown) -> Iterator[Block]:
    """Give the blocks from top to bottom; what there is none of is left out."""
    known = shown.known
    yield Heading(shown.scene.program.organisation, shown.scene.program.name, shown.scene.day)
    yield from unread_lines(shown.assessment)
    yield Section(Name(known.assignment.title), (Code(known.id),))
    yield Facts(tuple(facts(shown)), piped=True)
    if known.stays:
        yield Section(Word("show.journey"))
        yield _journey(shown)
    if known.trials:
        yield Section(Word("show.trials"))
        yield Gaps(tuple(map(_trial, known.trials)))
    if shown.benefits:
        yield Section(Word("show.benefits"))
        yield table([(None, shown.benefits)], BENEFITS.usual_fields()[1:])
    if shown.items:
        yield Section(Word("show.roadmap"))
        yield table_of([(None, shown.items)], _ITEMS)
    yield Section(Word("show.findings"))
    yield Gaps(tuple(_finding(shown, one) for one in shown.findings)) if shown.findings else _NOTHING_MISSING
    yield Hints(((Said("hint.rule", {}), "staircase rule NAME"),))


_NOTHING_MISSING = Lines((Said("show.nothing-missing", {}),), Tone.GOOD)


def facts(shown: Shown) -> Iterator[Fact]:
    """Give who and what: each a label and one cell."""
    known, assignment = shown.known, shown.known.assignment
    department = department_name(shown.scene, shown.line)
    if department.text:
        yield Fact("column.department", (Cell(department),))
    yield Fact("column.lead", (Cell(Name(assignment.lead)),))
    yield Fact("column.state", (Cell(_state(known)),))
    if assignment.together:
        yield Fact("show.together", (Cell(Name(", ".join(assignment.together))),))
    goals = [
        shown.scene.portfolio.goals[name].title for name in assignment.goals if name in shown.scene.portfolio.goals
    ]
    if goals:
        yield Fact("show.goals", (Cell(Name(", ".join(goals))),))
    if assignment.depends_on:
        yield Fact("show.depends-on", (Cell(Name(", ".join(assignment.depends_on))),))
    if costs := _costs(shown):
        yield Fact("show.costs", (Cell(costs),))
    if known.shown:
        yield Fact("show.shown", (Cell(max(known.shown)),))
    yield Fact("column.last_touched", (Cell(known.last_touched, Tone.WARN if shown.line.stale else Tone.PLAIN),))
    yield Fact("column.path", (Cell(Name(known.path)),))


def _state(known: Known) -> Said:
    """Say the state with the day that it came from."""
    terms: dict[str, Term] = {"state": Word(f"state.{known.state}"), "started": known.assignment.started}
    if known.ended:
        return Said("show.state.ended", {**terms, "ended": known.ended})
    return Said("show.state.planned" if not known.has_started else "show.state", terms)


def _costs(shown: Shown) -> Said | None:
    costs = shown.known.assignment.costs
    terms: dict[str, Term] = {}
    if costs and costs.one_off is not None:
        terms["one_off"] = Money(costs.one_off, yearly=False)
    if costs and costs.per_year is not None:
        terms["per_year"] = Money(costs.per_year)
    return Said(f"show.costs.{'.'.join(terms)}", terms) if terms else None


def _journey(shown: Shown) -> Timeline:
    known, day = shown.known, shown.scene.day
    until = known.ended or day
    first, last = month_of(known.assignment.started).first, month_of(until).last
    tracks = [_track(known, step, shown) for step in reversed(STEPS)]
    pauses = tuple(
        Bar(pause.from_, min((pause.to or until) - timedelta(1), until), solid=False)
        for pause in known.assignment.pauses
        if pause.from_ < min(pause.to or until, until)
    )
    if pauses:
        tracks.append(Track((Cell(Word("show.pauses")),), pauses, (Cell(None),)))
    unit: Literal["month", "quarter"] = "month" if (last - first).days <= LONG_DAYS else "quarter"
    columns = (Column("step"),), (Column("days_in_step", 0, "right"),)
    return Timeline(first, last, day, unit, *columns, (Lane(None, tuple(tracks)),))


def _track(known: Known, step: str, shown: Shown) -> Track:
    until = known.ended or shown.scene.day
    stays = [stay for stay in known.stays if stay.step == step]
    bars = tuple(
        Bar(stay.entered, max(stay.entered, (stay.left or until) - timedelta(bool(stay.left)))) for stay in stays
    )
    days = sum(((stay.left or until) - stay.entered).days for stay in stays)
    name = Said("status.step", {"number": STEPS.index(step) + 1, "step": Word(f"step.{step}")})
    return Track((Cell(name),), bars, (Cell(Days(days) if stays else None),))


def _trial(known: KnownTrial) -> Kind:
    trial = known.trial
    when = Said(
        "show.trial.ended" if known.ended else "show.trial.open",
        {"from": trial.started, "to": known.ended or trial.started},
    )
    outcome = (Word(f"outcome.{trial.outcome}"),) if known.ended and trial.outcome else ()
    learned = Name(trial.learned) if known.ended and trial.learned else None
    return Kind(None, Name(trial.title), (when, *outcome), Code(trial.id), learned, (), trial_line(known))


def trial_line(known: KnownTrial) -> Said:
    """Give a trial in one line: what was tried, when, how it went, and what was learned."""
    trial = known.trial
    terms: dict[str, Term] = {"title": Name(trial.title), "from": trial.started}
    if known.ended is None:
        return Said("show.trial.line.open", terms)
    terms |= {"to": known.ended, "outcome": Word(f"outcome.{trial.outcome or 'none'}")}
    terms["lesson"] = Name(trial.learned) if trial.learned else Word("show.trial.no-lesson")
    return Said("show.trial.line", terms)


def _finding(shown: Shown, finding: Finding) -> Kind:
    span: Span = shown.assessment.portfolio.span(finding.path, finding.where)
    line = Said("show.line", {"line": Code(str(span.line))})
    message, flat = finding.message, flat_line(finding, span)
    return Kind(SIGNS[finding.severity], message, (line,), Code(finding.rule), finding.ask, (), flat)


_ITEMS: tuple[Drawn[roadmap_row.Line], ...] = (
    Drawn(Column("item_title", shrink=20), lambda line: Cell(Name(line.item.item.title))),
    Drawn(Column("from"), lambda line: Cell(line.item.item.from_)),
    Drawn(Column("to"), lambda line: Cell(line.item.item.to or line.item.item.from_)),
    Drawn(Column("item_state", 2), lambda line: Cell(Word(f"item.{line.item.state}"))),
    Drawn(Column("roadmap_state", 0), state_cell),
    Drawn(
        Column("owner", 4, shrink=14), lambda line: Cell(Name(line.item.item.owner) if line.item.item.owner else None)
    ),
)
