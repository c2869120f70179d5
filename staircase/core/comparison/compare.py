"""The changes between two assessments of the same day.

Facts come by family, then what they led to, then all the rest, and the findings that came, went or were accepted: the
very findings that ``check --base`` names and counts.
"""

from collections.abc import Iterator, Mapping

from staircase.core.assess import Assessment
from staircase.core.comparison.assignment import journey, life, roadmap, trials
from staircase.core.comparison.benefit import benefits, standings
from staircase.core.comparison.cause import with_causes
from staircase.core.comparison.change import AssignmentPair, Change, Pair, ProgramPair, Side, View
from staircase.core.comparison.decision import decisions
from staircase.core.comparison.findings import Comparison, Names, Sides, compare, subject_as_now
from staircase.core.comparison.kinds import GOVERNING, KINDS
from staircase.core.comparison.program import program
from staircase.core.comparison.reorganisation import followed, followed_program
from staircase.core.comparison.rest import rest
from staircase.core.comparison.revalued import with_figures
from staircase.core.figures import BenefitFigures
from staircase.core.file import PROGRAM_FILE
from staircase.core.finding import PROGRAM, Finding, Subject
from staircase.core.known import Entry
from staircase.core.listing import by_place
from staircase.core.load import assignment_id
from staircase.core.model.assignment import Assignment
from staircase.core.portfolio import Portfolio
from staircase.core.reorganisation import reorganised
from staircase.core.term import Code, Name, Term, file_name
from staircase.core.yaml.source import AtKey, Span


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


def _finding_change(kind: str, finding: Finding, sides: Sides, names: Names) -> Change:
    """The change that a finding is, where it stands on these sides."""
    before, after = sides
    now = subject_as_now((before or finding).subject, names)
    was = before.subject if before else subject_as_now(now, {new: old for old, new in names.items()})
    return Change(
        kind, now, was, finding.item, _finding_side(before) if before else None, _finding_side(after) if after else None
    )


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
    facts = [*_program(before, after, accepted), *_assignments(before, after, names, accepted)]
    facts = [*_unread(before.portfolio, after.portfolio, names), *_files(before, after, names), *facts]
    told = (*facts, *with_causes(found, facts))
    return tuple(sorted(told, key=lambda change: (change.subject.kind, change.subject.id)))


def _program(before: Assessment, after: Assessment, accepted: tuple[Change, ...]) -> Iterator[Change]:
    ours, theirs = before.portfolio.program, after.portfolio.program
    if ours is None or theirs is None or ours == theirs:
        return
    moves = (reorganised(theirs.departments, after.day), reorganised(ours.departments, after.day))
    ours, theirs = followed_program(ours, theirs, moves[0]), followed_program(theirs, ours, moves[1])
    pair: ProgramPair = Pair(after.day, View(PROGRAM, PROGRAM_FILE, ours), View(PROGRAM, PROGRAM_FILE, theirs))
    facts = tuple(program(pair))
    yield from facts
    yield from rest(pair, (*facts, *accepted))


def _assignments(
    before: Assessment, after: Assessment, names: Mapping[str, str], accepted: tuple[Change, ...]
) -> Iterator[Change]:
    moves = [reorganised(side.portfolio.departments.values(), after.day) for side in (after, before)]
    for name, entry in before.portfolio.entries.items():
        other = after.portfolio.entries.get(names.get(name, name))
        if other is None or entry.assignment is other.assignment:
            continue
        was = followed(entry.assignment, other.assignment, moves[0])
        now = followed(other.assignment, entry.assignment, moves[1])
        if was != now:
            pair: AssignmentPair = Pair(after.day, _view(entry, was), _view(other, now), names)
            decided = decisions(pair)
            facts = tuple(decided.of(change) for family in _FAMILIES for change in family(pair))
            facts = tuple(with_figures(facts, _figures(before, name), _figures(after, other.id)))
            yield from facts
            yield from standings(pair, (_achieved(before, name), _achieved(after, other.id)))
            yield from map(decided.of, rest(pair, (*facts, *accepted), decided.kept))


def _view(entry: Entry, assignment: Assignment) -> View[Assignment]:
    return View(_subject(entry.id), entry.path, assignment)


def _achieved(assessment: Assessment, name: str) -> frozenset[str]:
    return frozenset(one.known.benefit.id for one in _figures(assessment, name) if one.standing.is_achieved)


def _figures(assessment: Assessment, name: str) -> tuple[BenefitFigures, ...]:
    return assessment.scene.figures[name] if assessment.scene else ()


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
    if texts:
        return Side(next(iter(texts)), ())
    if name == PROGRAM_FILE:
        return Side(PROGRAM_FILE, ())
    entry = portfolio.entries.get(name)
    return Side(entry.path, ()) if entry else None
