"""``show``: one assignment whole: its journey in time, what it tried and learned, its benefits, roadmap and gaps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, assert_never

from staircase.core.assess import Assessment
from staircase.core.choices import STEPS, State
from staircase.core.finding import Finding, command
from staircase.core.known import ItemState, Known, KnownTrial
from staircase.core.period import month_of
from staircase.core.reports import (
    Bar,
    Block,
    Cell,
    Column,
    Fact,
    Facts,
    Gaps,
    Kind,
    Lane,
    Lines,
    Report,
    Section,
    Sign,
    Table,
    Timeline,
    Tone,
    Track,
)
from staircase.core.reports.benefits import BENEFITS, BenefitLine, benefit_line
from staircase.core.reports.benefits import sentence as benefit_sentence
from staircase.core.reports.findings import CHECK, SIGNS, FindingLine, finding_lines, flat_line
from staircase.core.reports.findings import sentence as finding_sentence
from staircase.core.reports.outline import Content, Field, Outline, Totals, table
from staircase.core.reports.roadmap import OWNER, ROADMAP, STANDING, RoadmapLine, draw_standing, roadmap_lines
from staircase.core.reports.roadmap import sentence as item_sentence
from staircase.core.reports.select import ALL
from staircase.core.reports.status_line import (
    STATUS_FIELDS,
    STATUS_USUAL,
    StatusLine,
    status_lines,
    status_sentence,
)
from staircase.core.rules.rule import Scene
from staircase.core.suggest import UNKNOWN
from staircase.core.term import Code, Days, Name, Said, Term, Terms, Word, costs_in_words, file_name

PLANS = 3
"""The number of the step on which a roadmap is made."""

_BY_STATE = {ItemState.PLANNED: "start", ItemState.STARTED: "finish"}
"""What is done next with a live roadmap item, by its state."""

LONG_DAYS = 550
"""How long a journey is told in months on its axis; a longer one is told in quarters."""


@dataclass(frozen=True, slots=True)
class Whole:
    """An assignment's line in ``status``, its benefits and roadmap items, and its findings, first to take first."""

    scene: Scene
    line: StatusLine
    benefits: Sequence[BenefitLine]
    items: Sequence[RoadmapLine]
    findings: Sequence[FindingLine]

    @property
    def known(self) -> Known:
        """What is known of the assignment on the day."""
        return self.line.known


TOTALS: Totals[Whole] = {
    "benefits": lambda whole: tuple(map(BENEFITS.row, whole.benefits)),
    "roadmap": lambda whole: tuple(map(ROADMAP.row, whole.items)),
    "findings": lambda whole: tuple(map(CHECK.row, whole.findings)),
}

SHOW = Outline("show", STATUS_FIELDS, TOTALS, STATUS_USUAL, is_of_findings=True)


def show(assessment: Assessment, name: str) -> Report:
    """The report of one assignment whose id exists; where its file can't be read, it says so.

    Its row is that of ``status``; the totals hold the rows of its benefits, its roadmap and its findings.
    """
    broken = assessment.portfolio.broken.get(name)
    if assessment.scene and broken:
        terms: Terms = {"file": file_name(broken), "command": Code("staircase check")}
        return SHOW.nothing_but(Said("report.no-file", terms), assessment)

    def content(scene: Scene) -> Content[StatusLine, Whole]:
        return _content(_whole(assessment, scene, name))

    return SHOW.report(assessment, ALL, content)


def next_command(assessment: Assessment, name: str) -> str | None:
    """The command that is likely next for an assignment, where its programme can be read."""
    return next(following(_whole(assessment, assessment.scene, name))) if assessment.scene else None


def _whole(assessment: Assessment, scene: Scene, name: str) -> "Whole":
    own = (line for line in status_lines(assessment, scene) if line.known.id == name)
    return next(wholes(assessment, own))


def _content(whole: Whole) -> Content[StatusLine, Whole]:
    return Content(
        lines=(whole.line,),
        sums=whole,
        blocks=_blocks(whole),
        sentences=lambda: _sentences(whole),
        hints=(
            *zip((Said("hint.next", {}), Said("hint.or", {})), dict.fromkeys(following(whole)), strict=False),
            (Said("hint.rule", {}), command("rule", UNKNOWN)),
        ),
    )


def following(whole: Whole) -> Iterator[str]:
    """The commands that are likely next, the likeliest first: what mends its gaps, then what its step is for."""
    known = whole.known
    yield from (line.fix.text for line in whole.findings if line.fix)
    match known.state:
        case State.PLANNED:
            yield command("set", known.id, "started", UNKNOWN)
        case State.PAUSED:
            yield from (command("resume", known.id), command("stop", known.id, "--why", UNKNOWN))
        case State.ACTIVE:
            yield from _for_its_step(whole)
        case State.COMPLETED:
            yield from _measured(whole)
        case State.STOPPED:
            pass
        case _:
            assert_never(known.state)
    yield from (command("review", known.id), command("edit", known.id))


def _for_its_step(whole: Whole) -> Iterator[str]:
    """What an assignment does on its step, and what comes after it where it is proven."""
    known = whole.known
    number = known.current.number if known.stays else 0
    if number and whole.scene.marks[known.id][number - 1]:
        yield command("move", known.id, STEPS[number]) if number < len(STEPS) else command("complete", known.id)
    if number == 1:
        running = (one.trial.id for one in known.trials if not one.ended)
        yield from (command("trial", known.id, one, "--ended", "--learned", UNKNOWN) for one in running)
        yield command("trial", known.id, UNKNOWN)
    yield from _measured(whole)
    items = [one.item for one in whole.items if one.item.live]
    if number >= PLANS and not items:
        yield command("plan", known.id, UNKNOWN)
    if number == len(STEPS):
        yield from (command(_BY_STATE[one.state], known.id, one.item.id) for one in items)


def _measured(whole: Whole) -> Iterator[str]:
    """Measuring, the benefit first that is to be measured first."""
    due = sorted((one.figures.next_due, one.benefit.id) for one in whole.benefits if one.figures.next_due)
    yield from (command("measure", whole.known.id, name, UNKNOWN) for _, name in due)


def wholes(assessment: Assessment, lines: Iterable[StatusLine]) -> Iterator[Whole]:
    """The assignments of those lines whole."""
    found: dict[str, list[Finding]] = {}
    for finding in assessment.findings:
        if finding.subject.kind == "assignment":
            found.setdefault(finding.subject.id, []).append(finding)
    for line in lines:
        scene, name = line.scene, line.known.id
        yield Whole(
            scene=scene,
            line=line,
            benefits=tuple(benefit_line(scene, line.known, figures) for figures in scene.figures[name]),
            items=tuple(roadmap_lines(scene, line.known)),
            findings=finding_lines(assessment, found.get(name, ()), heaviest_first=True),
        )


def _blocks(whole: Whole) -> Iterator[Block]:
    """The blocks from top to bottom; what there is none of is left out."""
    known = whole.known
    yield Section(Name(known.assignment.title), (Code(known.id),))
    yield Facts(tuple(facts_of(whole)), records=True)
    if known.stays:
        yield Section(Word("show.journey"))
        yield _journey(whole)
    yield from story_of(whole, BENEFITS.usual_fields()[1:])
    if not whole.findings:
        yield Section(Word("show.findings"))
        yield Lines((Said("show.nothing-missing", {}),), Tone.GOOD)


def story_of(
    whole: Whole, of_benefits: Sequence[Field[BenefitLine]], *, has_lines: bool = True
) -> Iterator[Section | Gaps | Table]:
    """What was tried, what comes of it, what is planned and what is missing, each under its heading.

    Trials and gaps have lines of their own too, for where nothing is drawn, unless nobody will ask for these.
    """
    known = whole.known
    if known.trials:
        yield Section(Word("show.trials"))
        yield Gaps(tuple(_trial(one, has_line=has_lines) for one in known.trials))
    if whole.benefits:
        yield Section(Word("show.benefits"))
        yield table([(None, whole.benefits)], of_benefits)
    if whole.items:
        yield Section(Word("show.roadmap"))
        yield table([(None, whole.items)], _ITEMS)
    if whole.findings:
        yield Section(Word("show.findings"))
        yield Gaps(tuple(_finding(line, has_line=has_lines) for line in whole.findings))


def facts_of(whole: Whole) -> Iterator[Fact]:
    """Who and what: each a label and one cell."""
    known, assignment = whole.known, whole.known.assignment
    if known.departments:
        yield Fact("column.department", (Cell(whole.line.department_names),))
    yield Fact("column.lead", (Cell(Name(assignment.lead)),))
    yield Fact("column.state", (Cell(_state(known)),))
    if assignment.together:
        yield Fact("show.together", (Cell(Name(", ".join(assignment.together))),))
    goals = [
        whole.scene.portfolio.goals[name].title for name in assignment.goals if name in whole.scene.portfolio.goals
    ]
    if goals:
        yield Fact("show.goals", (Cell(Name(", ".join(goals))),))
    if assignment.depends_on:
        yield Fact("show.depends-on", (Cell(Name(", ".join(assignment.depends_on))),))
    if costs := _costs(whole):
        yield Fact("show.costs", (Cell(costs),))
    if known.shown:
        yield Fact("show.shown", (Cell(max(known.shown)),))
    yield Fact("column.last_touched", (Cell(known.last_touched, Tone.WARN if whole.line.stale else Tone.PLAIN),))
    yield Fact("column.path", (Cell(Name(known.path)),))


def _state(known: Known) -> Said:
    """The state with the day that it came from."""
    terms: dict[str, Term] = {"state": Word(f"state.{known.state}"), "started": known.assignment.started}
    if known.ended:
        return Said("show.state.ended", {**terms, "ended": known.ended})
    return Said("show.state.planned" if not known.has_started else "show.state", terms)


def _costs(whole: Whole) -> Said | None:
    costs = whole.known.assignment.costs
    return costs_in_words(costs.one_off, costs.per_year) if costs else None


def _journey(whole: Whole) -> Timeline:
    known, day = whole.known, whole.scene.day
    until = known.ended or day
    first, last = month_of(known.assignment.started).first, month_of(until).last
    tracks = [_track(known, step, whole) for step in reversed(STEPS)]
    pauses = _pauses(whole)
    if pauses:
        tracks.append(Track((Cell(Word("show.pauses")),), pauses, (Cell(None),)))
    unit: Literal["month", "quarter"] = "month" if (last - first).days <= LONG_DAYS else "quarter"
    columns = (Column("step"),), (Column("days_in_step", 0, "right"),)
    return Timeline(first, last, day, unit, *columns, (Lane(None, tuple(tracks)),))


def _pauses(whole: Whole) -> tuple[Bar, ...]:
    until = whole.known.ended or whole.scene.day
    return tuple(
        Bar(pause.from_, min((pause.to or until) - timedelta(1), until), Sign.DASHED)
        for pause in whole.known.assignment.pauses
        if pause.from_ < min(pause.to or until, until)
    )


def _track(known: Known, step: str, whole: Whole) -> Track:
    until = known.ended or whole.scene.day
    stays = [stay for stay in known.stays if stay.step == step]
    bars = tuple(
        Bar(stay.entered, max(stay.entered, (stay.left or until) - timedelta(bool(stay.left)))) for stay in stays
    )
    days = sum(((stay.left or until) - stay.entered).days for stay in stays)
    name = Said("status.step", {"number": STEPS.index(step) + 1, "step": Word(f"step.{step}")})
    return Track((Cell(name),), bars, (Cell(Days(days) if stays else None),))


def _trial(known: KnownTrial, *, has_line: bool) -> Kind:
    trial = known.trial
    when = Said(
        "show.trial.ended" if known.ended else "show.trial.open",
        {"from": trial.started, "to": known.ended or trial.started},
    )
    outcome = (Word(f"outcome.{trial.outcome}"),) if known.ended and trial.outcome else ()
    learned = Name(trial.learned) if known.ended and trial.learned else None
    return Kind(
        None, Name(trial.title), (when, *outcome), Code(trial.id), learned, (), _trial_line(known) if has_line else None
    )


def _trial_line(known: KnownTrial) -> Said:
    """A trial in one line: what was tried, when, how it went, and what was learned."""
    trial = known.trial
    terms: dict[str, Term] = {"title": Name(trial.title), "id": Code(trial.id), "from": trial.started}
    if known.ended is None:
        return Said("show.trial.line.open", terms)
    terms |= {"to": known.ended, "outcome": Word(f"outcome.{trial.outcome or 'none'}")}
    terms["lesson"] = Name(trial.learned) if trial.learned else Word("show.trial.no-lesson")
    return Said("show.trial.line", terms)


def _finding(line: FindingLine, *, has_line: bool) -> Kind:
    finding = line.finding
    facts = (Said("show.line", {"line": Code(str(line.span.line))}),)
    sign, rule = SIGNS[finding.severity], Code(finding.rule)
    if not has_line:
        return Kind(sign, finding.message, facts, rule, finding.ask, ())
    return Kind(sign, finding.message, facts, rule, finding.ask, (), flat_line(line), line.fix)


def _draw_anchoring(line: RoadmapLine, cell: Cell) -> Cell:
    """How firmly an item is anchored, also of one whose state beside it says that it is done or dropped."""
    if line.item.has_ended:
        return Cell(Word(f"anchoring.{line.anchoring}"), Tone.FAINT)
    return draw_standing(line, cell)


_ITEMS: tuple[Field[RoadmapLine], ...] = (
    ROADMAP.field("title")._replace(heading="item_title"),
    ROADMAP.field("from")._replace(draw=lambda line, _: Cell(line.item.item.from_)),
    ROADMAP.field("to")._replace(draw=lambda line, _: Cell(line.item.item.to or line.item.item.from_)),
    ROADMAP.field("state")._replace(heading="item_state", priority=2),
    STANDING._replace(draw=_draw_anchoring),
    OWNER,
)
"""What stands of a roadmap item: its period as the file has it."""


def _sentences(whole: Whole) -> Iterator[Said]:
    until = whole.known.ended or whole.scene.day
    yield status_sentence(whole.line, SHOW)
    yield from (_fact(fact) for fact in facts_of(whole))
    for stay in whole.known.stays:
        days = Days(((stay.left or until) - stay.entered).days)
        terms: Terms = {"number": stay.number, "step": Word(f"step.{stay.step}"), "entered": stay.entered, "days": days}
        yield Said("plain.stay", terms)
    for pause in _pauses(whole):
        paused = Said("show.trial.ended", {"from": pause.first, "to": pause.last})
        yield Said("plain.fact", {"label": Word("show.pauses"), "value": paused})
    yield from map(_trial_line, whole.known.trials)
    yield from map(benefit_sentence, whole.benefits)
    yield from (item_sentence(item, _ITEMS) for item in whole.items)
    yield from map(finding_sentence, whole.findings)


def _fact(fact: Fact) -> Said:
    (cell,) = fact.cells
    return Said("plain.fact", {"label": Word(fact.label), "value": cell.term or Word("show.unset")})
