"""The sections of the page for management, in their order: each a sentence, its pictures, and the table behind them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from staircase.core.choices import STEPS, Step
from staircase.core.comparison.block import counts, headline
from staircase.core.comparison.change import Change
from staircase.core.comparison.kinds import KINDS, Direction
from staircase.core.figures import BenefitStanding, share_range
from staircase.core.finding import Subject
from staircase.core.flow import at_once, days_on_left_steps, flow_rows, last_year, median_days
from staircase.core.page import (
    Areas,
    Card,
    DotRow,
    Dots,
    Happened,
    Happenings,
    Layer,
    PageSection,
    Stairs,
    StandingStep,
    WorthBar,
    WorthBars,
    WorthPart,
)
from staircase.core.page.scope import PageScope, entry_in_words, title_now
from staircase.core.reports import (
    Block,
    Cell,
    Fact,
    Facts,
    Gaps,
    Heading,
    Hints,
    Legend,
    Lines,
    Report,
    Section,
    Table,
    Timeline,
    Tone,
)
from staircase.core.reports.benefits import BENEFITS, LEGEND, BenefitLine, kind_by_kind, worth_facts
from staircase.core.reports.departments import DEPARTMENTS, DepartmentLine, legend
from staircase.core.reports.findings import gaps
from staircase.core.reports.flow import flow
from staircase.core.reports.lessons import lesson_kind, newest_lessons
from staircase.core.reports.outline import Field, table
from staircase.core.reports.roadmap import roadmap
from staircase.core.reports.status import STATUS
from staircase.core.reports.status_line import StatusLine
from staircase.core.term import Count, Days, Money, Name, Said, Term, Terms, Trend, Word, largest
from staircase.core.totals import BenefitKind, KindTotals

EVENTS = frozenset(
    {
        *("assignment-added", "assignment-removed", "started", "went-live", "paused", "resumed"),
        *("completed", "reopened", "stopped", "step-forward", "step-jumped", "step-returned"),
        *("trial-ended", "lesson-learned", "benefit-added", "benefit-withdrawn", "benefit-measured"),
        *("setback-measured", "benefit-achieved", "benefit-slipped", "taken-home", "taken-back"),
        *("shown", "item-started", "item-done", "item-dropped", "item-anchored", "item-unanchored", "document-adopted"),
        *("target-raised", "target-lowered", "target-put-off", "target-brought-forward"),
    }
)
"""The kinds of change that have happened to the operation: nothing of text, housekeeping or findings."""


TROUBLED = frozenset({BenefitStanding.MISSED, BenefitStanding.WORSE, BenefitStanding.BEHIND})
"""The standings that ask for a decision."""

LESSONS = 10
"""How many lessons are told together; all of them stand with their assignments."""

COURSE, STRIPS = 3, 8
"""From so many ends of quarters, and visits that have ended, there is something to draw; fewer are told in words."""

TOLD_QUARTERS, DRAWN_QUARTERS = 8, 40
"""The latest quarters of the flow that stand in its table, and those that are drawn."""


def sections(scope: PageScope) -> Iterator[PageSection]:
    """All of them; what there is nothing of says so in its sentence."""
    yield _stairs(scope)
    if scope.before:
        yield _since(scope)
    yield _benefits(scope)
    yield _departments(scope)
    yield _roadmap(scope)
    yield _gaps(scope)
    yield _lessons(scope)
    yield _flow(scope)
    yield _assignments(scope)


def body(report: Report) -> tuple[Block, ...]:
    """A report's pictures and tables, without what it tells those who write the files; what signs mean comes first."""
    blocks = (block for block in report.blocks if not isinstance(block, Heading | Hints | Lines))
    return tuple(sorted(blocks, key=lambda block: not isinstance(block, Legend)))


def _stairs(scope: PageScope) -> PageSection:
    standing = [line for line in scope.lines if line.known.climbs and line.known.is_open]
    on = {step: [line for line in standing if line.known.current.step == step] for step in STEPS}
    steps = tuple(_step(scope, number, step, on[step]) for number, step in enumerate(STEPS, 1))
    how = Said("page.stairs.how", {}) if standing else None
    return PageSection("stairs", _where_most_stand(on), how, (Stairs(steps),), ())


def _where_most_stand(on: Mapping[Step, Sequence[StatusLine]]) -> Said:
    """The step with most assignments, where it is one step."""
    counts = sorted((len(lines) for lines in on.values()), reverse=True)
    if not counts[0]:
        return Said("page.stairs.empty", {})
    if counts[0] == counts[1]:
        return Said("page.stairs.all", {"open": Count(sum(counts), "assignment")})
    fullest = Word(f"step.{max(on, key=lambda step: len(on[step]))}")
    if sum(counts) == 1:
        return Said("page.stairs.one", {"step": fullest})
    return Said("page.stairs", {"step": fullest, "count": counts[0], "open": sum(counts)})


def _step(scope: PageScope, number: int, step: Step, lines: Sequence[StatusLine]) -> StandingStep:
    reached = tuple(Name(one.department.name) for one in scope.departments if one.standing.reached >= number)
    ordered = sorted(lines, key=lambda line: line.weight)
    return StandingStep(number, step, Count(len(lines), "assignment"), reached, tuple(map(_standing_card, ordered)))


def _standing_card(line: StatusLine) -> Card:
    known = line.known
    share = share_range(line.scene.figures[known.id])
    days = Days(line.days_in_step or 0)
    cells = [
        Cell(line.department_names),
        Cell(
            Said("page.card.over" if line.over else "page.card.days", {"days": days}),
            Tone.WARN if line.over else Tone.PLAIN,
        ),
        Cell(Said("page.card.share", {"share": share}) if share else None),
        Cell(Count(line.gaps, "gap") if line.gaps else None, Tone.WARN),
        Cell(Count(line.errors, "error") if line.errors else None, Tone.BAD),
    ]
    return Card(known.id, known.assignment.title, tuple(cell for cell in cells if cell.term), line.arrived)


def _since(scope: PageScope) -> PageSection:
    found = [change for change in scope.changes if change.kind in EVENTS]
    terms: dict[str, Term] = {"since": scope.since or Word("page.unset"), "headline": _happened(found)}
    title = Said("page.since" if found else "page.since.nothing", terms)
    return PageSection("since", title, None, (), (Happenings(tuple(_directions(scope, found))),) if found else ())


def _happened(found: Sequence[Change]) -> Said:
    """The headline of the changes, with "and" before the last; what it has no room for it calls by its noun."""
    said = headline(counts(found))
    more = "page.since.more.one" if said.terms.get("count") == Word("number.1") else "page.since.more"
    return Said({"headline.rest": "page.since.and", "headline.more": more}.get(said.key, said.key), said.terms)


def _directions(scope: PageScope, found: Sequence[Change]) -> Iterator[tuple[Term, tuple[Happened, ...]]]:
    """What has happened, by where it leads, setbacks first; what happened to one assignment stands together."""
    for direction in Direction:
        by_subject: dict[Subject, list[Change]] = {}
        for change in found:
            if KINDS[change.kind].direction is direction:
                by_subject.setdefault(change.subject, []).append(change)
        if by_subject:
            yield (
                Word(f"direction.{direction}"),
                tuple(
                    Happened(subject, title_now(scope, subject), _messages(own)) for subject, own in by_subject.items()
                ),
            )


def _messages(of: Sequence[Change]) -> tuple[Said, ...]:
    """What is said of changes, the heaviest first."""
    return tuple(change.message for change in sorted(of, key=lambda change: change.weight))


def _benefits(scope: PageScope) -> PageSection:
    sums, lines = scope.sums, scope.benefits
    bars = tuple(_bar(kind, of) for kind, of in sums.kinds.items() if of.potential)
    blocks = (worth_facts(sums), *_benefit_tables(scope, lines)) if lines else ()
    pictures = (WorthBars(bars),) if bars else ()
    return PageSection(
        "benefits", _of_benefits(scope), Said("page.benefits.how", {}) if bars else None, pictures, blocks
    )


def _benefit_tables(scope: PageScope, lines: Sequence[BenefitLine]) -> Iterator[Block]:
    """Each benefit against its plan, kind by kind; of many only those that ask for a decision."""
    troubled = [line for line in lines if line.figures.standing in TROUBLED]
    others = [line for line in lines if line.figures.standing not in TROUBLED]
    if scope.benefits_together:
        yield LEGEND
        yield kind_by_kind([*troubled, *others], scope.sums, scope.selection, BENEFIT_FIELDS)
        return
    terms: Terms = {"troubled": len(troubled), "benefits": Count(len(lines), "benefit")}
    yield Section(Said("page.benefits.troubled" if troubled else "page.benefits.calm", terms))
    if troubled:
        yield LEGEND
        yield table([(None, troubled)], BENEFIT_FIELDS)


def _of_benefits(scope: PageScope) -> Said:
    """What the benefits say: what waits to be used, else what targets are reached, else that none is told of."""
    cash, capacity = scope.sums.kinds["cash"], scope.sums.kinds["capacity"]
    for kind, of in (("capacity", capacity), ("cash", cash)):
        waiting = (of.now or Fraction(0)) - (of.taken_home or Fraction(0))
        if waiting > 0:
            return Said(f"page.benefits.{kind}", {"amount": Money(waiting, beside=_most(of))})
    targets = sum(of.targets for of in scope.sums.kinds.values())
    if not targets:
        return Said("page.benefits.none", {})
    achieved = sum(of.achieved for of in scope.sums.kinds.values())
    return Said("page.benefits.targets", {"achieved": achieved, "targets": Count(targets, "target")})


def _bar(kind: BenefitKind, of: KindTotals) -> WorthBar:
    """A kind's potential as a whole, with what it gives now and what has been taken home of it."""
    whole, most = of.potential or Fraction(1), _most(of)
    parts = [
        WorthPart(name, amount / whole, Money(amount, beside=most))
        for name, amount in (("now", of.now), ("taken", of.taken_home))
        if amount is not None
    ]
    terms: dict[str, Term] = {"potential": Money(whole, beside=most)}
    waits = of.now - of.taken_home if of.now is not None and of.taken_home is not None else Fraction(0)
    waiting = Said("page.bar.waiting", {"amount": Money(waits, beside=most)}) if waits > 0 else None
    return WorthBar(Word(f"kind.{kind}"), Said("page.bar.potential", terms), tuple(parts), waiting)


def _most(of: KindTotals) -> Fraction:
    """The largest of a kind's sums, whose unit all of them are told in."""
    return largest(of.potential, of.now, of.taken_home)


def _trend(line: BenefitLine, _: Cell) -> Cell:
    return Cell(trend(line, 2))


def trend(line: BenefitLine, least: int) -> Trend | None:
    """How a benefit has moved, from its baseline on, where at least so many values tell of it."""
    known = line.figures.known
    measured = [(one.date, one.value) for one in known.measured]
    began = [(known.baseline.date, known.baseline.value)] if known.baseline else []
    target = known.benefit.target.value if known.benefit.target else None
    unit = known.benefit.measure.unit if known.benefit.measure else ""
    points = (*began, *measured)
    return Trend(points, target, unit) if len(points) >= least else None


BENEFIT_FIELDS = (
    BENEFITS.field("title"),
    BENEFITS.field("assignment"),
    BENEFITS.field("gauge"),
    BENEFITS.field("standing"),
    Field[BenefitLine]("trend", draw=_trend),
    BENEFITS.field("taken_home"),
    BENEFITS.field("owner"),
)


def _departments(scope: PageScope) -> PageSection:
    lines = scope.departments
    trained = sum(line.standing.trained for line in lines)
    planned = sum(line.standing.marks[2] for line in lines)
    terms: dict[str, Term] = {"trained": trained, "roadmaps": planned, "departments": Count(len(lines), "department")}
    title = _of_department(lines[0]) if len(lines) == 1 else Said("page.departments", terms)
    begun = [line for line in lines if line.standing.assignments]
    idle = [line.department.name for line in lines if not line.standing.assignments]
    told = (Legend(tuple(legend(begun))), table([(None, begun)], _DEPARTMENT_FIELDS)) if begun else ()
    without = (Facts((Fact("page.departments.without", (Cell(Name(", ".join(idle))),)),)),) if idle else ()
    return PageSection("departments", title, None, (), (*told, *without))


def _of_department(line: DepartmentLine) -> Said:
    """How far the only department has come."""
    trained = "page.department.trained" if line.standing.trained else "page.department.training"
    begun = trained if line.standing.assignments else "page.department.idle"
    planned = "page.department.roadmap" if line.standing.marks[2] else "page.department.none"
    name = Name(line.department.name)
    return Said("page.department", {"department": name, "trained": Word(begun), "roadmap": Word(planned)})


_DEPARTMENT_FIELDS = tuple(field for field in DEPARTMENTS.usual_fields() if field.key != "id" and not field.piped)
"""A department without its id, and without what signs say already."""


def _roadmap(scope: PageScope) -> PageSection:
    made = roadmap(scope.assessment, scope.selection)
    items, anchored = made.totals["items"], made.totals["anchored"]
    terms: dict[str, Term] = {"items": Count(_whole(items), "item"), "anchored": _whole(anchored)}
    title = Said("page.roadmap" if _whole(items) else "page.roadmap.empty", terms)
    blocks = tuple(_begun(block) if isinstance(block, Timeline) else block for block in body(made))
    has_lanes = any(isinstance(block, Timeline) and block.lanes for block in blocks)
    return PageSection("roadmap", title, None, (), blocks if has_lanes else ())


def _begun(of: Timeline) -> Timeline:
    """A timeline without the departments that have no assignments: these stand together among the departments."""
    return of._replace(lanes=tuple(lane for lane in of.lanes if lane.said != Said("roadmap.untouched", {})))


def _gaps(scope: PageScope) -> PageSection:
    if not scope.gaps:
        return PageSection("gaps", Said("page.gaps.none", {}), None, (), ())
    made = gaps(scope.assessment, scope.selection)
    kinds = (kind for block in made.blocks if isinstance(block, Gaps) for kind in block.kinds)
    named = (
        kind._replace(
            facts=kind.facts if len(kind.entries) > 1 else (),
            entries=tuple(entry_in_words(scope.scene, entry) for entry in kind.entries),
        )
        for kind in kinds
    )
    title = Said("page.gaps" if len(scope.gaps) > 1 else "page.gaps.one", {"gaps": Count(len(scope.gaps), "gap")})
    said = (one for block in made.blocks if isinstance(block, Lines) for one in block.said)
    counted = next(one for one in said if one.key.startswith("gaps.counts"))
    return PageSection("gaps", title, counted if made.totals["accepted"] else None, (), (Gaps(tuple(named)),))


def _lessons(scope: PageScope) -> PageSection:
    newest = newest_lessons(scope.scene, scope.selection)
    count = len(newest)
    key = ("page.lessons.none", "page.lessons.one", "page.lessons")[min(count, 2)]
    title = Said(key, {"lessons": Count(count, "lesson")})
    how = Said("page.lessons.how", {"shown": LESSONS}) if count > LESSONS else None
    kinds = tuple(map(lesson_kind, newest[:LESSONS]))
    return PageSection("lessons", title, how, (), (Gaps(kinds),) if count else ())


def _flow(scope: PageScope) -> PageSection:
    known, day = list(scope.known), scope.scene.day
    rows, year = flow_rows(known, day, "quarter"), last_year(known, day)
    if not rows:
        return PageSection("flow", Said("page.flow.none", {}), None, (), ())
    drawn = rows[-DRAWN_QUARTERS:]
    ends: tuple[date, ...] = (*(row.period.last for row in drawn[:-1]), day)
    layers = tuple(Layer(step, tuple(row.standing[step] for row in drawn)) for step in STEPS)
    times, medians = days_on_left_steps(known, day), median_days(known, day)
    limits = scope.scene.settings.step_days
    dots = tuple(
        DotRow(step, tuple(sorted(times[step])), medians[step], limits.of(step)) for step in STEPS if times[step]
    )
    terms: dict[str, Term] = {
        "started": Count(year.started, "assignment"),
        "ended": year.ended,
        "learned": year.learned,
    }
    has_moved = year.started or year.ended
    key = "page.flow" if year.learned else "page.flow.no-lesson" if year.ended else "page.flow.begun"
    course = Areas(ends, layers, scope.scene.settings.at_once)
    has_strips = sum(len(row.days) for row in dots) >= STRIPS
    pictures = (*((course,) if len(ends) >= COURSE else ()), *((Dots(dots),) if has_strips else ()))
    blocks = tuple(_latest(block, has_strips=has_strips) for block in body(flow(scope.assessment, scope.selection)))
    how = Said("page.flow.how", {}) if len(rows) > TOLD_QUARTERS else None
    return PageSection("flow", Said(key, terms) if has_moved else Said("page.flow.still", {}), how, pictures, blocks)


def _latest(block: Block, *, has_strips: bool) -> Block:
    """The latest rows of the table, the newest first; the facts without the steps' times, where these are drawn."""
    if isinstance(block, Table):
        latest = (one._replace(rows=one.rows[: -TOLD_QUARTERS - 1 : -1]) for one in block.groups)
        return block._replace(groups=tuple(latest))
    if isinstance(block, Facts) and has_strips:
        return Facts(tuple(fact for fact in block.facts if not fact.label.startswith("step.")))
    return block


def _assignments(scope: PageScope) -> PageSection:
    lines = sorted(scope.lines, key=lambda line: (line.known.assignment.title.casefold(), line.known.id))
    if not lines:
        return PageSection("assignments", Said("page.assignments.none", {}), None, (), ())
    title = Said("page.assignments", {"assignments": Count(len(lines), "assignment"), "open": at_once(scope.known)})
    return PageSection("assignments", title, None, (), (table([(None, lines)], _ASSIGNMENT_FIELDS),))


_ASSIGNMENT_FIELDS: tuple[Field[StatusLine], ...] = (
    STATUS.field("id")._replace(heading="title", draw=None),
    STATUS.field("department")._replace(
        draw=lambda line, _: Cell(line.department_names if line.known.departments else None)
    ),
    STATUS.field("state"),
    STATUS.field("climb"),
    STATUS.field("days_in_step"),
    STATUS.field("benefit"),
    STATUS.field("gaps")._replace(align="right"),
)


def _whole(value: object) -> int:
    """A total that is a number."""
    return value if isinstance(value, int) else 0
