"""The page of an assessment, put together; where ``program.yaml`` can't be read, of what needs no programme."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.choices import STEPS, Step
from staircase.core.finding import Finding, Severity, Subject
from staircase.core.flow import at_once, days_in_step
from staircase.core.known import Known
from staircase.core.listing import first_to_take, owner
from staircase.core.page import (
    AssignmentCard,
    Card,
    CardBlock,
    KeyFigure,
    ManagementPage,
    PageSection,
    Stairs,
    StandingStep,
    ToDecide,
    journey_of,
)
from staircase.core.page.scope import PageScope, in_words, title_of, unnamed
from staircase.core.page.sections import sections, trend
from staircase.core.period import months_before
from staircase.core.portfolio import Portfolio
from staircase.core.reports import Cell, Fact, Facts, Gaps, Kind
from staircase.core.reports.benefits import BENEFITS, BenefitLine, draw_way
from staircase.core.reports.outline import Field, table
from staircase.core.reports.show import Whole, facts_of, story_of, wholes
from staircase.core.reports.status_line import ARRIVED_MONTHS
from staircase.core.rules.rule import Scene
from staircase.core.rules.table import HARMS, Harm
from staircase.core.term import Climb, Code, Count, Days, Name, Said, Share, Term, Word, taken_of

DECISIONS = 3
"""How many things to decide are named."""

NAMED = 3
"""How many of the files that can't be read are named."""


def page(
    assessment: Assessment,
    department: str | None = None,
    before: Assessment | None = None,
    since: Term | None = None,
    *,
    shows_people: bool = True,
) -> ManagementPage:
    """The page of an assessment; where ``program.yaml`` can't be read, with what can be told without it.

    Args:
        assessment: the portfolio on the day to tell of.
        department: the id of the only department to tell of.
        before: the portfolio as it was, to tell what has happened since.
        since: what that earlier state is called: its day, or a revision.
        shows_people: whether leads and owners are named.
    """
    scene = assessment.scene
    if scene is None:
        made = _bare(assessment, department)
    else:
        made = _whole(PageScope(assessment, scene, department, before, since))
    return made if shows_people else unnamed(made)


def _whole(scope: PageScope) -> ManagementPage:
    scene, department = scope.scene, scope.department
    return ManagementPage(
        organisation=scene.program.organisation,
        program=scene.program.name,
        department=scene.portfolio.departments[department].name if department else None,
        day=scene.day,
        message=_message(scope),
        unread=_unread(scene.portfolio),
        figures=tuple(_figures(scope)),
        decisions=_decisions(scope),
        sections=tuple(sections(scope)),
        cards=_cards(scope),
        sources=tuple(_sources(scope)),
        people=frozenset(filter(None, _people(scene.portfolio, scene.known.values()))),
    )


def _bare(assessment: Assessment, department: str | None) -> ManagementPage:
    """The page without its programme."""
    portfolio, day = assessment.portfolio, assessment.day
    every = sorted(portfolio.known_on(day).values(), key=lambda known: (known.assignment.title.casefold(), known.id))
    own = [known for known in every if department is None or department in known.departments]
    return ManagementPage(
        organisation="",
        program="",
        department=department,
        day=day,
        message=Said("page.message.bare", {}),
        unread=_unread(portfolio),
        figures=(),
        decisions=(),
        sections=_bare_sections(own, day),
        cards=_bare_cards(own, day),
        sources=(_source_day(portfolio, day),),
        people=frozenset(filter(None, _people(portfolio, every))),
    )


def _source_day(portfolio: Portfolio, day: date) -> Said:
    files = len(portfolio.entries)
    return Said("page.source.day" if files else "page.source.none", {"day": day, "files": Count(files, "file")})


def _message(scope: PageScope) -> Said:
    """The headline, made of the figures."""
    climbing = [known for known in scope.known if known.climbs and known.has_started]
    if not climbing:
        return Said("page.message.empty", {})
    cash = scope.sums.kinds["cash"]
    terms: dict[str, Term] = {
        "on": sum(bool(line.standing.assignments) for line in scope.departments),
        "departments": Count(len(scope.departments), "department"),
        "open": Count(at_once(climbing), "assignment"),
    }
    key = "page.message.one" if len(scope.departments) == 1 else "page.message"
    if not cash.potential or cash.taken_home is None:
        return Said(key, terms)
    return Said(f"{key}.cash", terms | taken_of(cash.taken_home, cash.potential))


def _figures(scope: PageScope) -> Iterator[KeyFigure]:
    earlier = tuple(_key_figures(scope.earlier)) if scope.earlier else ()
    for number, figure in enumerate(_key_figures(scope)):
        if earlier and scope.since is not None:
            value = earlier[number].value
            terms = {"since": scope.since, "value": Word("page.unset") if value is None else value}
            key = "page.figure.before.day" if isinstance(scope.since, date) else "page.figure.before"
            yield figure._replace(before=Said(key, terms))
        else:
            yield figure


def _key_figures(scope: PageScope) -> Iterator[KeyFigure]:
    """How much is going on, how much of the money and of the freed time has been taken home, and what is missing."""
    running, ceiling = at_once(scope.known), scope.scene.settings.at_once
    over = "page.figure.open.over" if running > ceiling else "page.figure.open.of"
    key = "page.figure.open.own" if scope.department else over
    yield KeyFigure("open", running, Said(key, {"at_once": ceiling}), None)
    for kind in ("cash", "capacity"):
        of = scope.sums.kinds[kind]
        if of.potential and of.taken_home is not None:
            said = Said("page.figure.taken", taken_of(of.taken_home, of.potential))
            yield KeyFigure(kind, Share(of.taken_home / of.potential), said, None)
        else:
            yield KeyFigure(kind, None, Said("page.figure.unset", {}), None)
    warnings = sum(one.severity is not Severity.NOTE for one in scope.gaps)
    key = "page.figure.gaps.of" if warnings else "page.figure.gaps.notes" if scope.gaps else "page.figure.gaps.none"
    terms: dict[str, Term] = {"warnings": Count(warnings, "warning")} if warnings else {}
    yield KeyFigure("gaps", len(scope.gaps), Said(key, terms), None)


def _decisions(scope: PageScope) -> tuple[ToDecide, ...]:
    """What to decide first: of the gaps that cost something, each about another subject."""
    heavy = [one for one in scope.gaps if one.severity is not Severity.NOTE and HARMS[one.rule] is not Harm.OTHER]
    return tuple(_decision(scope.scene, one) for one in first_to_take(scope.scene, heavy, DECISIONS))


def _decision(scene: Scene, finding: Finding) -> ToDecide:
    whose = owner(scene, finding)
    title = title_of(scene, finding.subject)
    return ToDecide(
        finding.subject, title, finding.ask, in_words(scene, finding.message), Name(whose) if whose else None
    )


def _cards(scope: PageScope) -> tuple[AssignmentCard, ...]:
    every = (_card(whole, scope) for whole in wholes(scope.assessment, scope.lines))
    return tuple(sorted(every, key=lambda card: (card.title.casefold(), card.id)))


def _card(whole: Whole, scope: PageScope) -> AssignmentCard:
    known = whole.known
    return AssignmentCard(
        known.id,
        known.assignment.title,
        journey_of(known, whole.scene.day) if known.stays else None,
        tuple(_card_blocks(whole, scope)),
    )


def _leading(known: Known, fact: Fact) -> Fact:
    """A fact whose assignments are cells of their own, for a format to lead to."""
    if fact.label != "show.depends-on":
        return fact
    return Fact(fact.label, tuple(Cell(Code(name)) for name in known.assignment.depends_on))


_OF_THE_FILE = frozenset({"column.path", "column.last_touched"})
"""Facts that tell of the file and not of the assignment."""

DRAWN = 4
"""From so many values on a card draws how a benefit has moved; fewer are told in words."""


def _against_plan(line: BenefitLine, cell: Cell) -> Cell:
    """How much of its way a benefit has come, and what was planned by then, where it was not all of it."""
    realised, planned = line.figures.realised, line.figures.planned
    if realised is None or planned is None or planned >= 1:
        return cell
    return Cell(Said("page.gauge", {"realised": Share(realised), "planned": Share(planned)}))


def _way(line: BenefitLine, cell: Cell) -> Cell:
    """Where a benefit began, is and is to go; of a part the title of its whole."""
    if line.whole is None:
        return draw_way(line, cell)
    return Cell(Said("benefits.way.part", {"whole": Name(line.whole.known.benefit.title)}))


_CARD_FIELDS = (
    BENEFITS.field("title"),
    BENEFITS.field("realised")._replace(draw=_against_plan),
    BENEFITS.field("standing"),
    BENEFITS.field("way")._replace(draw=_way),
    Field[BenefitLine]("trend", draw=lambda line, _: Cell(trend(line, DRAWN))),
    BENEFITS.field("taken_home"),
    BENEFITS.field("owner"),
)
"""What a card tells of a benefit."""

_FIELDS_BELOW = tuple(field for field in _CARD_FIELDS if field.key in {"title", "standing", "way"})
"""The same where the page has told the rest of it among the benefits."""


def _card_blocks(whole: Whole, scope: PageScope) -> Iterator[CardBlock]:
    """What ``show`` gives of an assignment, less its title, its file, and its state where its journey tells it."""
    known = whole.known
    said = _OF_THE_FILE | ({"column.state"} if known.stays else frozenset())
    yield Facts(tuple(_leading(known, fact) for fact in facts_of(whole) if fact.label not in said))
    above = all((known.id, line.benefit.id) in scope.benefits_together for line in whole.benefits)
    for block in story_of(whole, _FIELDS_BELOW if above else _CARD_FIELDS, has_lines=False):
        if isinstance(block, Gaps):
            yield Gaps(tuple(_kind_in_words(whole.scene, kind) if kind.sign else kind for kind in block.kinds))
        else:
            yield block


def _kind_in_words(scene: Scene, kind: Kind) -> Kind:
    """A gap of a card in plain words, without its line in the file."""
    return kind._replace(title=in_words(scene, kind.title), facts=())


def _people(portfolio: Portfolio, every: Iterable[Known]) -> Iterator[str | None]:
    """Those who lead or own something."""
    yield from (department.manager for department in portfolio.departments.values())
    for known in every:
        yield known.assignment.lead
        yield from (benefit.owner for benefit in known.assignment.benefits)
        yield from (item.owner for item in known.assignment.roadmap)


def _unread(portfolio: Portfolio) -> Said | None:
    """Which files can't be read."""
    unreadable = portfolio.unreadable
    if not unreadable:
        return None
    names = Name(", ".join(unreadable[:NAMED]), of_file=True)
    terms: dict[str, Term] = {"files": Count(len(unreadable), "unread-file"), "names": names}
    return Said("page.source.unread" if len(unreadable) <= NAMED else "page.source.unread.more", terms)


def _sources(scope: PageScope) -> Iterator[Said]:
    """Where the figures come from, and what is missing from them."""
    yield _source_day(scope.scene.portfolio, scope.scene.day)
    if scope.department:
        yield Said(
            "page.source.department", {"department": title_of(scope.scene, Subject("department", scope.department))}
        )
    if scope.accepted:
        yield Said("page.source.accepted", {"gaps": Count(scope.accepted, "gap")})


_BARE_FIELDS: tuple[Field[Known], ...] = (
    Field("id", lambda known: Code(known.id), heading="title"),
    Field("state", lambda known: Word(f"state.{known.state}")),
    Field("climb", draw=lambda known, _: Cell(Climb(known.current.number)) if known.stays else Cell()),
)


def _bare_sections(known: Sequence[Known], day: date) -> tuple[PageSection, ...]:
    """The staircase, and all assignments."""
    climbing = [one for one in known if one.climbs and one.is_open]
    title = Said("page.stairs.all" if climbing else "page.stairs.empty", {"open": Count(len(climbing), "assignment")})
    stairs = Stairs(tuple(_bare_step(number, step, climbing, day) for number, step in enumerate(STEPS, 1)))
    every = Said("page.assignments.bare", {"assignments": Count(len(known), "assignment")})
    return (
        PageSection("stairs", title, Said("page.stairs.bare.how", {}), (stairs,), ()),
        PageSection("assignments", every, None, (), (table([(None, known)], _BARE_FIELDS),) if known else ()),
    )


def _bare_cards(known: Iterable[Known], day: date) -> tuple[AssignmentCard, ...]:
    """Every assignment with its journey in time."""
    return tuple(
        AssignmentCard(one.id, one.assignment.title, journey_of(one, day) if one.stays else None, ()) for one in known
    )


def _bare_step(number: int, step: Step, climbing: Iterable[Known], day: date) -> StandingStep:
    on = [one for one in climbing if one.current.step == step]
    on.sort(key=lambda one: (-days_in_step(one, day), one.id))
    return StandingStep(number, step, Count(len(on), "assignment"), None, tuple(_bare_card(one, day) for one in on))


def _bare_card(known: Known, day: date) -> Card:
    line = Cell(Said("page.card.days", {"days": Days(days_in_step(known, day))}))
    arrived = known.current.entered > months_before(day, ARRIVED_MONTHS)
    return Card(known.id, known.assignment.title, (line,), arrived)
