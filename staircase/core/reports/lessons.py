"""``lessons``: what trials and stopped assignments have taught, newest first; failed ones are news, not noise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.choices import State
from staircase.core.known import Known
from staircase.core.reports.block import Block, Cell, GapLine, Gaps, Kind, Lines, Report, Tone
from staircase.core.reports.outline import Content, Field, Outline, nothing_of
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


def _department(line: Lesson) -> Name | None:
    department = line.known.assignment.department
    return Name(department) if department else None


FIELDS: tuple[Field[Lesson], ...] = (
    Field("date", lambda line: line.date),
    Field("assignment", lambda line: Code(line.known.id)),
    Field("department", _department),
    Field("trial", lambda line: Code(line.trial) if line.trial else None),
    Field("outcome", lambda line: Word(f"outcome.{line.outcome}") if line.outcome else None),
    Field("lesson", lambda line: Name(line.lesson), shrink=20),
)

LESSONS: Outline[Lesson, Sequence[Lesson]] = Outline("lessons", FIELDS, {"lessons": len})


def lessons(assessment: Assessment, selection: Selection = ALL, words: Sequence[str] = ()) -> Report:
    """The report of all lessons that hold every one of the words, case aside."""
    return LESSONS.report(assessment, selection, lambda scene: _content(scene, selection, words))


def _content(scene: Scene, selection: Selection, words: Sequence[str]) -> Content[Lesson, Sequence[Lesson]]:
    of = (one for known in scene.known.values() if matches(known, selection, state=False) for one in _lessons(known))
    counted = [one for one in of if all(word.casefold() in _text(scene, one) for word in words)]
    found = [one for one in counted if matches(one.known, selection)]
    found.sort(key=lambda one: (-one.date.toordinal(), one.known.id, one.trial or ""))
    shown = LESSONS.in_order(found, selection.sort)
    return Content(
        lines=shown,
        sums=counted,
        blocks=_blocks(scene, shown, selection),
        sentences=lambda: map(_sentence, shown),
    )


def _lessons(known: Known) -> Iterator[Lesson]:
    for trial in known.trials:
        if trial.ended and trial.trial.learned:
            of = trial.trial
            yield Lesson(known, trial.ended, of.id, of.title, of.outcome, trial.trial.learned)
    stopped = known.assignment.stopped
    if known.state is State.STOPPED and stopped and stopped.learned:
        yield Lesson(known, stopped.date, None, known.assignment.title, "stopped", stopped.learned)


def _text(scene: Scene, one: Lesson) -> str:
    """All that a word may be found in, folded."""
    department = scene.portfolio.departments.get(one.known.assignment.department or "")
    parts = (one.lesson, one.title, one.known.id, one.known.assignment.title, department.name if department else "")
    return "\n".join(parts).casefold()


def _blocks(scene: Scene, shown: Sequence[Lesson], selection: Selection) -> Iterator[Block]:
    if not shown:
        yield nothing_of("lessons.none", scene, selection)
    elif selection.columns:
        yield LESSONS.single_table(shown, selection)
    else:
        yield Gaps(tuple(_kind(scene, one) for one in shown))
        yield Lines((Said("lessons.count", {"lessons": Count(len(shown), "lesson")}),), Tone.STRONG, piped=False)


def _kind(scene: Scene, one: Lesson) -> Kind:
    """What was tried as a heading, and under it where, by whom, and the lesson."""
    department = scene.portfolio.departments.get(one.known.assignment.department or "")
    name = Name(department.name) if department else Word("status.no-department")
    outcome = (Word(f"outcome.{one.outcome}"),) if one.outcome else ()
    facts: tuple[Term, ...] = (one.date, name, *outcome)
    terms: dict[str, Term] = {"date": one.date, "id": Code(one.known.id), "title": Name(one.title)}
    terms |= {"outcome": Word(f"outcome.{one.outcome or 'none'}"), "lesson": Name(one.lesson)}
    entry = GapLine(
        subject=Cell(Code(one.known.id), Tone.STRONG),
        text=Cell(None),
        owner=Cell(Name(one.known.assignment.lead)),
        place=Cell(file_name(one.known.path), Tone.FAINT),
        flat=Said("lessons.line", terms),
        ask=Name(one.lesson),
    )
    return Kind(None, Name(one.title), facts, None, None, (entry,))


def _sentence(one: Lesson) -> Said:
    outcome = Word(f"outcome.{one.outcome or 'none'}")
    terms: dict[str, Term] = {"date": one.date, "title": Name(one.title), "outcome": outcome}
    return Said("plain.lessons", {**terms, "lesson": Name(one.lesson)})
