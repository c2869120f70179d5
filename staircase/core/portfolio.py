"""All that was loaded, with look-ups by id and by what people call it, what is known on a day, and as it was then."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, TypeVar, assert_never, get_args

from staircase.core.finding import Finding
from staircase.core.known import Entry, Known, Remnant, is_same, known
from staircase.core.model import Part
from staircase.core.model.assignment import Assignment, Benefit, RoadmapItem, Trial
from staircase.core.model.program import Department, Document, Goal, Program, reorganised
from staircase.core.source import PROGRAM_FILE, START, Source, Span, Where
from staircase.core.suggest import letters

FORMAT = 1
"""The newest version of the file format that this program knows."""

_FORMAT = re.compile(r"""^format:[ \t]*["']?([0-9]{1,9})\b""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A whole portfolio as its files say, on no particular day.

    Attributes:
        program: what ``program.yaml`` says; ``None`` when it can't be read.
        entries: the readable assignments by id, in the order of their paths.
        broken: the ids of those that can't be read, with their paths.
        unreadable: the paths of all files that could not be read, ``program.yaml`` among them.
        findings: what reading the files found.
        ignored: the paths under ``assignments/`` that are no YAML files.
        sources: every file's text and places, by path.
        remnants: what can be judged of files that could be read as YAML, but that no report can show.
    """

    program: Program | None
    entries: Mapping[str, Entry]
    broken: Mapping[str, str]
    unreadable: tuple[str, ...]
    findings: tuple[Finding, ...]
    ignored: tuple[str, ...]
    sources: Mapping[str, Source]
    remnants: tuple[Remnant, ...] = ()
    departments: Mapping[str, Department] = field(init=False)
    goals: Mapping[str, Goal] = field(init=False)
    documents: Mapping[str, Document] = field(init=False)
    ids: AbstractSet[str] = field(init=False)

    def __post_init__(self) -> None:
        """Make the look-ups of what ``program.yaml`` declares."""
        for family in ("departments", "goals", "documents"):
            parts = getattr(self.program, family, ())
            object.__setattr__(self, family, {part.id: part for part in parts})
        object.__setattr__(self, "ids", dict.fromkeys((*self.entries, *self.broken)).keys())

    def known_on(self, day: date) -> dict[str, Known]:
        """Every assignment as it was known on a day, by id."""
        return {one.id: one for one in self.each_known_on(day)}

    def each_known_on(self, day: date, before: Mapping[str, Known] = MappingProxyType({})) -> Iterator[Known]:
        """One assignment after the other as it was known on a day: the one place that forgets later facts.

        ``before`` is what another revision has on that day: of a file that is the same it need not be worked out anew.
        """
        moved = reorganised(self.departments.values(), day)
        for entry in self.entries.values():
            same = before.get(entry.id)
            yield (
                same
                if same and not moved.became and is_same(entry, same)
                else known(entry, day, self.assignment, moved)
            )

    def assignment(self, name: str) -> Assignment | None:
        """An assignment by its id, if it could be read."""
        entry = self.entries.get(name)
        return entry.assignment if entry else None

    @property
    def newer_format(self) -> str:
        """The version of the format that ``program.yaml`` says it has, where this program knows no such; else empty.

        It is read off the text: nobody knows whether the rest of a newer format can be read at all.
        """
        source = self.sources.get(PROGRAM_FILE) if self.program is None else None
        said = _FORMAT.search(source.text) if source else None
        return said[1] if said and int(said[1]) > FORMAT else ""

    def span(self, path: str, where: Where) -> Span:
        """The place of a finding in its file."""
        source = self.sources.get(path)
        if source is None:
            return where if isinstance(where, Span) else START
        return source.span(where)


Named = Literal["department", "goal", "document", "assignment"]
"""What has both an id and a name or title."""

NAMED: Sequence[Named] = get_args(Named)


def names_of(kind: Named, portfolio: Portfolio) -> Mapping[str, str]:
    """The names or titles of all of a kind, by their ids; a file that can't be read has an id only."""
    match kind:
        case "department":
            return {one.id: one.name for one in portfolio.departments.values()}
        case "goal":
            return {one.id: one.title for one in portfolio.goals.values()}
        case "document":
            return {one.id: one.title for one in portfolio.documents.values()}
        case "assignment":
            titles = {one.id: one.assignment.title for one in portfolio.entries.values()}
            return titles | dict.fromkeys(portfolio.broken, "")
        case unknown:
            assert_never(unknown)


def meant(word: str, kind: Named, portfolio: Portfolio) -> Sequence[str]:
    """The ids that a word stands for.

    An id stands for itself only; else all whose id or name is the word, in whatever case, with or without accents.
    """
    known = names_of(kind, portfolio)
    if word in known:
        return [word]
    wanted = letters(word)
    return [name for name, called in known.items() if wanted and wanted in {letters(name), letters(called)}]


PartT = TypeVar("PartT", bound=Part)


def as_it_was(portfolio: Portfolio, day: date) -> Portfolio:
    """The portfolio without the facts that are dated after a day; what had not started yet was planned.

    What has no date of its own is as it is: files do not say when it was written. Nor do they of a first day in use or
    a taking home that lay ahead then: each is a fact of its day like the others, and was not announced before it.
    """
    return replace(
        portfolio,
        program=_program(portfolio.program, day) if portfolio.program else None,
        entries={
            name: Entry(entry.id, entry.path, _assignment(entry.assignment, day))
            for name, entry in portfolio.entries.items()
        },
    )


def _program(program: Program, day: date) -> Program:
    documents = tuple(
        _with(document, adopted=document.adopted if _is_known(document.adopted, day) else None)
        for document in program.documents
    )
    return _with(program, documents=documents)


def _assignment(assignment: Assignment, day: date) -> Assignment:
    stopped = assignment.stopped
    return _with(
        assignment,
        live=_known(assignment.live, day),
        reviewed=_known(assignment.reviewed, day),
        journey=tuple(visit for visit in assignment.journey if visit.entered <= day),
        pauses=tuple(pause for pause in assignment.pauses if pause.from_ <= day),
        trials=tuple(_trial(trial, day) for trial in assignment.trials if trial.started <= day),
        benefits=tuple(_benefit(benefit, day) for benefit in assignment.benefits),
        shown=tuple(showing for showing in assignment.shown if showing.date <= day),
        roadmap=tuple(_item(item, day) for item in assignment.roadmap),
        completed=_known(assignment.completed, day),
        stopped=stopped if stopped and stopped.date <= day else None,
    )


def _trial(trial: Trial, day: date) -> Trial:
    return trial if _is_known(trial.ended, day) else _with(trial, ended=None, outcome=None, learned=None)


def _benefit(benefit: Benefit, day: date) -> Benefit:
    return _with(
        benefit,
        baseline=benefit.baseline if benefit.baseline and benefit.baseline.date <= day else None,
        measurements=tuple(one for one in benefit.measurements if one.date <= day),
        taken_home=tuple(one for one in benefit.taken_home if one.from_ <= day),
        closed=benefit.closed if benefit.closed and benefit.closed.date <= day else None,
    )


def _item(item: RoadmapItem, day: date) -> RoadmapItem:
    dropped = item.dropped if item.dropped and item.dropped.date <= day else None
    return _with(item, started=_known(item.started, day), done=_known(item.done, day), dropped=dropped)


def _is_known(fact: date | None, day: date) -> bool:
    return fact is not None and fact <= day


def _known(fact: date | None, day: date) -> date | None:
    return fact if _is_known(fact, day) else None


def _with(part: PartT, **values: Any) -> PartT:  # noqa: ANN401 -- the values of any part
    """The same part with other values; the very same where none differs."""
    differs = any(getattr(part, name) != value for name, value in values.items())
    return part.model_copy(update=values) if differs else part
