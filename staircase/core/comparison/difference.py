"""The difference between two assessments of the same day, as changes.

Facts come by family, then what they led to, then all the rest, and the findings that came, went or were accepted: the
very findings that ``check --base`` names and counts. A finding follows from the change that newly asks for it, or that
took away what it was about.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from staircase.core.assess import Assessment
from staircase.core.comparison import Comparison, Sides, compare
from staircase.core.comparison.assignment import journey, life, roadmap, trials
from staircase.core.comparison.benefit import benefits, rescaled, standings, unit_changes, with_figures
from staircase.core.comparison.change import AssignmentPair, Change, Pair, ProgramPair, Side, View
from staircase.core.comparison.ids import PARTS, Place, Renames
from staircase.core.comparison.kinds import GOVERNING, KINDS
from staircase.core.comparison.parts import decisions, id_changes
from staircase.core.comparison.program import program
from staircase.core.comparison.rest import rest
from staircase.core.figures import BenefitFigures
from staircase.core.finding import PROGRAM, Finding, Subject
from staircase.core.known import Entry
from staircase.core.listing import by_place
from staircase.core.load import assignment_id
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Reorganised, followed, followed_program, reorganised
from staircase.core.portfolio import Portfolio
from staircase.core.source import PROGRAM_FILE, AtKey, Span
from staircase.core.term import Code, Name, Term, Word, file_name


def gaps(found: Comparison) -> Iterator[Change]:
    """Each finding that is on one side only, or that only one side accepts; a new one may be accepted, too."""
    before, after = found.before, found.after
    for kind, past in (("finding-fixed", found.fixed), ("finding-gone", found.gone)):
        yield from (_finding_change(kind, one, (one, None), found.names) for one in by_place(before.portfolio, past))
    for one in by_place(after.portfolio, found.new):
        yield _finding_change("finding-new", one, (None, one), found.names)
    for one in by_place(after.portfolio, found.accepted_here):
        yield _finding_change("finding-accepted", one, (found.before_of(one), one), found.names)
    for one, sides in found.unaccepted():
        yield _finding_change("finding-unaccepted", one, sides, found.names)


def _finding_change(kind: str, finding: Finding, sides: Sides, names: Renames) -> Change:
    """The change that a finding is, where it stands on these sides."""
    before, after = sides
    now = after or names.finding(before or finding)
    was = before.subject if before else names.back.subject(now.subject)
    places = (_finding_side(before) if before else None, _finding_side(after) if after else None)
    return Change(kind, now.subject, was, now.item, *places)


def _finding_side(finding: Finding) -> Side:
    terms: dict[str, Term] = {"message": finding.message, "rule": Code(finding.rule)}
    match finding.where:
        case Span() as span:
            return Side(finding.path, (), None, terms, span)
        case AtKey(keys):
            return Side(finding.path, keys, None, terms)
        case keys:
            return Side(finding.path, keys, None, terms)


_FAMILIES = (life, journey, trials, benefits, roadmap)


def changes(before: Assessment, after: Assessment) -> tuple[Change, ...]:
    """All that is otherwise between two sides on the same day, in the programme's terms, by whom it is about."""
    return changes_of(compare(before, after))


def changes_of(compared: Comparison) -> tuple[Change, ...]:
    """All that is otherwise between two sides that are compared."""
    before, after = compared.before, compared.after
    found, names = tuple(gaps(compared)), compared.names
    accepted = tuple(change for change in found if KINDS[change.kind].looks_at == GOVERNING)
    facts = [*_program(before, after, names, accepted), *_assignments(before, after, names, accepted)]
    others = (*_unread(before.portfolio, after.portfolio, names.assignments), *_files(before, after, names.assignments))
    facts = [*others, *facts]
    told = (*facts, *with_causes(found, facts))
    return tuple(sorted(told, key=lambda change: (change.subject.kind, change.subject.id)))


def _program(before: Assessment, after: Assessment, names: Renames, accepted: tuple[Change, ...]) -> Iterator[Change]:
    ours, theirs = before.portfolio.program, after.portfolio.program
    if ours is None or theirs is None or ours == theirs:
        return
    ours = names.followed(ours, theirs)
    moves = (reorganised(theirs.departments, after.day), reorganised(ours.departments, after.day))
    ours, theirs = followed_program(ours, theirs, moves[0]), followed_program(theirs, ours, moves[1])
    pair: ProgramPair = Pair(after.day, View(PROGRAM, PROGRAM_FILE, ours), View(PROGRAM, PROGRAM_FILE, theirs))
    facts = tuple(program(pair, names.declared))
    yield from facts
    yield from rest(pair, (*facts, *accepted))


def _assignments(
    before: Assessment, after: Assessment, names: Renames, accepted: tuple[Change, ...]
) -> Iterator[Change]:
    moves = _moves(before, after, names)
    for name, entry in before.portfolio.entries.items():
        other = after.portfolio.entries.get(names.assignments.get(name, name))
        if other is None or entry.assignment is other.assignment:
            continue
        was, now = names.followed(entry.assignment, other.assignment, other.id), other.assignment
        was, now = followed(was, now, moves[0]), followed(now, was, moves[1])
        ids = names.parts.get(other.id, {})
        if was != now or ids:
            pair: AssignmentPair = Pair(after.day, _view(entry, rescaled(was, now)), _view(other, now))
            decided, figures = decisions(pair), (_figures(before, name, ids), _figures(after, other.id, {}))
            facts = tuple(decided.of(change) for family in _FAMILIES for change in family(pair))
            facts = (*id_changes(pair, ids), *unit_changes(pair, was), *with_figures(facts, *map(dict, figures)))
            yield from facts
            yield from standings(pair, (_achieved(figures[0]), _achieved(figures[1])))
            yield from map(decided.of, rest(pair, (*facts, *accepted), decided.kept))


def _moves(before: Assessment, after: Assessment, names: Renames) -> tuple[Reorganised, Reorganised]:
    """What the departments became, after and before, by the ids of now."""
    ours, theirs = before.portfolio.program, after.portfolio.program
    ours = names.followed(ours, theirs) if ours and theirs else ours
    now, then = (reorganised(side.departments if side else (), after.day) for side in (theirs, ours))
    return now, then


def _view(entry: Entry, assignment: Assignment) -> View[Assignment]:
    return View(_subject(entry.id), entry.path, assignment)


_Figures = tuple[tuple[str, BenefitFigures], ...]
"""The figures of an assignment's benefits, each with the benefit's id of now."""


def _achieved(figures: _Figures) -> frozenset[str]:
    return frozenset(name for name, one in figures if one.standing.is_achieved)


def _figures(assessment: Assessment, name: str, ids: Mapping[Place, str]) -> _Figures:
    own = assessment.scene.figures[name] if assessment.scene else ()
    named = ((one.known.benefit.id, one) for one in own)
    return tuple((ids.get(("benefits", benefit), benefit), one) for benefit, one in named)


def _files(before: Assessment, after: Assessment, names: Mapping[str, str]) -> Iterator[Change]:
    """The assignments that were added, removed or renamed."""
    ours, theirs = before.portfolio, after.portfolio
    for old, new in names.items():
        yield Change("assignment-renamed", _subject(new), _subject(old), None, _whole(ours, old), _whole(theirs, new))
    for name in ours.entries.keys() - theirs.ids - names.keys():
        yield Change("assignment-removed", _subject(name), _subject(name), None, _whole(ours, name), None)
    for name in theirs.entries.keys() - ours.ids - set(names.values()):
        yield Change("assignment-added", _subject(name), _subject(name), None, None, _whole(theirs, name))


def _subject(name: str) -> Subject:
    return Subject("assignment", name)


def _whole(portfolio: Portfolio, name: str) -> Side:
    """A file as a whole; one that could not be read is called by its name."""
    entry = portfolio.entries.get(name)
    path = entry.path if entry else next(path for path in portfolio.sources if assignment_id(path) == name)
    return Side(path, (), file_name(name), {"title": Name(entry.assignment.title if entry else name)})


def _unread(before: Portfolio, after: Portfolio, names: Mapping[str, str]) -> Iterator[Change]:
    """The files that could not be read on a side, unless both sides have the very same text."""
    ours, theirs = _unread_texts(before), _unread_texts(after)
    former = {new: old for old, new in names.items()}
    for name in dict.fromkeys((*(names.get(old, old) for old in ours), *theirs)):
        old = former.get(name, name)
        texts = (ours.get(old), theirs.get(name))
        if _said(texts[0]) != _said(texts[1]) or not texts[0] or None in texts[0].values():
            was, now = (PROGRAM if one == PROGRAM_FILE else _subject(one) for one in (old, name))
            sides = (_unread_side(before, old, texts[0]), _unread_side(after, name, texts[1]))
            yield Change("not-compared", now, was, None, *sides)


_Texts = dict[str, str | None]
"""The texts of unread files by their paths, as far as they are known."""


def _said(texts: _Texts | None) -> list[str] | None:
    """The texts without the files' names."""
    return sorted(text or "" for text in texts.values()) if texts else None


def _unread_texts(portfolio: Portfolio) -> dict[str, _Texts]:
    """The unread files by id."""
    found: dict[str, _Texts] = {}
    for path in portfolio.unreadable:
        source = portfolio.sources.get(path)
        name = path if path == PROGRAM_FILE else assignment_id(path)
        found.setdefault(name, {})[path] = source.text if source else None
    return found


def _unread_side(portfolio: Portfolio, name: str, texts: _Texts | None) -> Side | None:
    """Where a file that a side is not compared by stands, and whether it can be read there."""
    if texts:
        return Side(next(iter(texts)), (), Word("change.unreadable"))
    entry = portfolio.entries.get(name)
    path = PROGRAM_FILE if name == PROGRAM_FILE else entry and entry.path
    return Side(path, (), Word("change.readable")) if path else None


ASKED = frozenset(
    {
        *("journey-unproven", "journey-not-together", "journey-no-goal", "journey-not-shown", "trial-no-lesson"),
        *("benefit-missing", "benefit-no-owner", "benefit-no-kind", "benefit-no-measure", "benefit-no-baseline"),
        *("benefit-no-target", "benefit-no-realisation", "benefit-no-worth", "benefit-not-measured"),
        *("roadmap-no-owner", "roadmap-no-benefit", "roadmap-no-lesson", "roadmap-no-goal", "roadmap-not-anchored"),
        *("roadmap-weak-anchor", "department-untouched", "department-no-roadmap", "program-goal-unserved"),
        "enabling-enables-nothing",
    }
)
"""The rules whose gaps are things to fill in: what a step forward newly asks for is no setback."""


def with_causes(findings: Iterable[Change], facts: Sequence[Change]) -> Iterator[Change]:
    """Findings with the changes that they follow from.

    A new gap follows from a change that newly asks for it, unless something of the same thing was taken away: then
    somebody opened it. What went without being mended follows from what took its thing away.
    """
    of_subject: dict[Subject, list[Change]] = defaultdict(list)
    for fact in facts:
        of_subject[fact.subject].append(fact)
    for finding in findings:
        beside = of_subject[finding.subject]
        if finding.kind == "finding-gone":
            yield replace(finding, cause=_first(finding, (one for one in beside if KINDS[one.kind].is_taking)))
        elif (
            finding.kind == "finding-new" and finding.rule in ASKED and not any(_takes(one, finding) for one in beside)
        ):
            cause = _first(finding, (one for one in beside if KINDS[one.kind].is_asking))
            yield replace(finding, kind="finding-asked", cause=cause) if cause else finding
        else:
            yield finding


def _first(finding: Change, facts: Iterable[Change]) -> Change | None:
    """The change of the finding's own item, else of its whole subject, the heaviest of several."""
    fitting = [one for one in facts if _is_about(one, finding)]
    return min(fitting, key=lambda one: (one.item != finding.item, one.weight), default=None)


def _is_about(fact: Change, finding: Change) -> bool:
    """Whether a finding may follow from a change: one of a part of an assignment causes nothing elsewhere in it."""
    is_of_part = KINDS[fact.kind].looks_at.startswith(PARTS)
    return fact.item == finding.item or not is_of_part or finding.item is None


def _takes(fact: Change, finding: Change) -> bool:
    """Whether a change took something away from what a finding is about."""
    return (
        fact.before is not None and fact.after is None and (finding.item is None or fact.item in {None, finding.item})
    )
