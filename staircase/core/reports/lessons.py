"""``lessons``: what trials and stopped assignments have taught, newest first; failed ones are news, not noise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from staircase.core.assess import Assessment
from staircase.core.known import Known, State
from staircase.core.reports.block import Block, Cell, Entry, Gaps, Heading, Kind, Lines, Report, Row, Tone
from staircase.core.reports.columns import asked_for, of_rows, table
from staircase.core.reports.empty import nothing_of, unread_lines, without_program
from staircase.core.reports.keys import KEYS
from staircase.core.reports.made import Made
from staircase.core.reports.select import ALL, Selection, in_order, matches
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


def lessons(assessment: Assessment, selection: Selection = ALL, words: Sequence[str] = ()) -> Report:
    """Make the report of all lessons that hold every one of the words, case aside."""
    scene = assessment.scene
    if scene is None:
        return without_program("lessons", assessment)
    of = (one for known in scene.known.values() if matches(known, selection, state=False) for one in _lessons(known))
    counted = [one for one in of if all(word.casefold() in _text(scene, one) for word in words)]
    found = [one for one in counted if matches(one.known, selection)]
    found.sort(key=lambda one: (-one.date.toordinal(), one.known.id, one.trial or ""))
    shown = in_order(found, _row, selection.sort)
    return Report(
        name="lessons",
        keys=KEYS["lessons"],
        day=scene.day,
        program=scene.program.name,
        rows=Made(lambda: map(_row, shown)),
        totals={"lessons": len(counted)},
        unreadable=assessment.portfolio.unreadable,
        blocks=tuple(_blocks(assessment, scene, shown, selection)),
        sentences=Made(lambda: map(_sentence, shown)),
        columns=selection.columns,
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
    """Give all that a word may be found in, folded."""
    department = scene.portfolio.departments.get(one.known.assignment.department or "")
    parts = (one.lesson, one.title, one.known.id, one.known.assignment.title, department.name if department else "")
    return "\n".join(parts).casefold()


def _row(one: Lesson) -> Row:
    department = one.known.assignment.department
    return {
        "date": one.date,
        "assignment": Code(one.known.id),
        "department": Name(department) if department else None,
        "trial": Code(one.trial) if one.trial else None,
        "outcome": Word(f"outcome.{one.outcome}") if one.outcome else None,
        "lesson": Name(one.lesson),
    }


def _blocks(assessment: Assessment, scene: Scene, shown: Sequence[Lesson], selection: Selection) -> Iterator[Block]:
    yield Heading(scene.program.organisation, scene.program.name, scene.day)
    yield from unread_lines(assessment)
    if not shown:
        yield nothing_of("lessons.none", assessment, selection)
    elif selection.columns:
        yield table([(None, [_row(one) for one in shown])], asked_for(selection.columns, _ASKED))
    else:
        yield Gaps(tuple(_kind(scene, one) for one in shown))
        yield Lines((Said("lessons.count", {"lessons": Count(len(shown), "lesson")}),), Tone.STRONG, piped=False)


def _kind(scene: Scene, one: Lesson) -> Kind:
    """Give what was tried as a heading, and under it where, by whom, and the lesson."""
    department = scene.portfolio.departments.get(one.known.assignment.department or "")
    name = Name(department.name) if department else Word("status.no-department")
    outcome = (Word(f"outcome.{one.outcome}"),) if one.outcome else ()
    facts: tuple[Term, ...] = (one.date, name, *outcome)
    terms: dict[str, Term] = {"date": one.date, "id": Code(one.known.id), "title": Name(one.title)}
    terms |= {"outcome": Word(f"outcome.{one.outcome or 'none'}"), "lesson": Name(one.lesson)}
    entry = Entry(
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


_ASKED = of_rows(KEYS["lessons"], long=("lesson",))
