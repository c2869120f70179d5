"""``lessons``: what trials and stopped assignments have taught, newest first; failed ones are news, not noise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.choices import State
from staircase.core.known import Known
from staircase.core.reports import Block, Cell, GapLine, Gaps, Kind, Lines, Report, Tone
from staircase.core.reports.outline import Content, Field, Outline, first_of, nothing_of
from staircase.core.reports.select import ALL, Selection, matches
from staircase.core.rules.rule import Scene
from staircase.core.term import Code, Count, Name, Said, Term, Word, file_name


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned, on which day, from a trial (with its outcome) or from stopping an assignment."""

    known: Known
    date: date
    trial: str | None
    title: str
    outcome: str | None
    lesson: str
    department_names: str


def _draw_department(line: Lesson, _: Cell) -> Cell:
    return Cell(Name(line.department_names) if line.department_names else Word("status.no-department"))


FIELDS: tuple[Field[Lesson], ...] = (
    Field("date", lambda line: line.date),
    Field("assignment", lambda line: Code(line.known.id)),
    Field("department", lambda line: first_of(line.known.departments), draw=_draw_department),
    Field("departments", lambda line: tuple(map(Name, line.known.departments)), kind="array"),
    Field("trial", lambda line: Code(line.trial) if line.trial else None),
    Field("outcome", lambda line: Word(f"outcome.{line.outcome}") if line.outcome else None),
    Field("lesson", lambda line: Name(line.lesson), shrink=20),
    Field("title", lambda line: Name(line.title), shrink=20),
    Field("lead", lambda line: Name(line.known.assignment.lead), shrink=14),
    Field("path", lambda line: file_name(line.known.path)),
)

USUAL = ("date", "assignment", "title", "department", "lead", "outcome", "lesson", "path")
"""What stands in a pipe, one lesson a line."""

LESSONS: Outline[Lesson, Sequence[Lesson]] = Outline("lessons", FIELDS, {"lessons": len}, USUAL)


def lessons(assessment: Assessment, selection: Selection = ALL, words: Sequence[str] = ()) -> Report:
    """The report of all lessons that hold every one of the words, case aside."""
    return LESSONS.report(assessment, selection, lambda scene: _content(scene, selection, words))


def newest_lessons(scene: Scene, selection: Selection) -> list[Lesson]:
    """The lessons that the filters let through, whatever the state of their assignments."""
    chosen = (known for known in scene.known.values() if matches(known, selection, state=False))
    found = [one for known in chosen for one in _lessons(scene, known)]
    return sorted(found, key=lambda one: (-one.date.toordinal(), one.known.id, one.trial or ""))


def _content(scene: Scene, selection: Selection, words: Sequence[str]) -> Content[Lesson, Sequence[Lesson]]:
    every = newest_lessons(scene, selection)
    counted = [one for one in every if all(word.casefold() in _text(one) for word in words)]
    found = [one for one in counted if matches(one.known, selection)]
    shown = LESSONS.in_order(found, selection.sort)
    return Content(
        lines=shown,
        sums=counted,
        blocks=_blocks(scene, shown, selection),
        sentences=lambda: map(_sentence, shown),
    )


def _lessons(scene: Scene, known: Known) -> Iterator[Lesson]:
    names = scene.department_names(known.departments)
    for trial in known.trials:
        if trial.ended and trial.trial.learned:
            of = trial.trial
            yield Lesson(known, trial.ended, of.id, of.title, of.outcome, trial.trial.learned, names)
    stopped = known.assignment.stopped
    if known.state is State.STOPPED and stopped and stopped.learned:
        yield Lesson(known, stopped.date, None, known.assignment.title, "stopped", stopped.learned, names)


def _text(one: Lesson) -> str:
    """All that a word may be found in, folded."""
    parts = (one.lesson, one.title, one.known.id, one.known.assignment.title, one.department_names)
    return "\n".join(parts).casefold()


def _blocks(scene: Scene, shown: Sequence[Lesson], selection: Selection) -> Iterator[Block]:
    if not shown:
        yield nothing_of("lessons.none", scene, selection)
    elif selection.columns:
        yield LESSONS.single_table(shown, selection)
    else:
        yield Gaps(tuple(map(lesson_kind, shown)), LESSONS.single_table(shown, selection))
        yield Lines((Said("lessons.count", {"lessons": Count(len(shown), "lesson")}),), Tone.STRONG)


def lesson_kind(one: Lesson) -> Kind:
    """What was tried as a heading, and under it where, by whom, and the lesson."""
    name = Name(one.department_names) if one.department_names else Word("status.no-department")
    outcome = (Word(f"outcome.{one.outcome}"),) if one.outcome else ()
    facts: tuple[Term, ...] = (one.date, name, *outcome)
    entry = GapLine(
        subject=Cell(Code(one.known.id), Tone.STRONG),
        text=Cell(None),
        owner=Cell(Name(one.known.assignment.lead)),
        place=Cell(file_name(one.known.path), Tone.FAINT),
        ask=Name(one.lesson),
    )
    return Kind(None, Name(one.title), facts, None, None, (entry,))


def _sentence(one: Lesson) -> Said:
    outcome = Word(f"outcome.{one.outcome or 'none'}")
    terms: dict[str, Term] = {"date": one.date, "title": Name(one.title), "outcome": outcome}
    opening = Said("plain.lessons", {**terms, "lesson": Name(one.lesson)})
    return LESSONS.aloud(one, opening, {"date", "title", "outcome", "lesson"})
