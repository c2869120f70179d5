"""Data to models: each file validated once; what does not fit becomes findings with their places."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from posixpath import basename, splitext
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from staircase.core.combination import assignment_combinations, doubtful_values, months_counted, program_combinations
from staircase.core.finding import PROGRAM, Finding, Subject
from staircase.core.known import Entry, Remnant
from staircase.core.misfit import Fault, Reading, misfits, unknown_nulls, without_echoes
from staircase.core.model import is_id
from staircase.core.model.assignment import Assignment
from staircase.core.model.program import Program
from staircase.core.period import FIRST_YEAR
from staircase.core.portfolio import Portfolio
from staircase.core.source import PROGRAM_FILE, AtKey, File, Source
from staircase.core.suggest import as_id
from staircase.core.term import Code, Term, file_name, money_a_year
from staircase.core.yaml import Raw, decode, parse
from staircase.core.yaml.reader import LIMIT

Model = TypeVar("Model", bound=BaseModel)

STAND_INS: Mapping[str, Raw] = MappingProxyType({"title": "?", "lead": "?", "started": f"{FIRST_YEAR}-01-01"})
"""What stands for the required keys of a file that lacks them, so that the rest of it can be judged."""


class Loaded(NamedTuple, Generic[Model]):
    """What came of one file: its model where it could be read, and what is wrong with it where not.

    ``partly`` is what can be judged of it all the same: a model without the keys at its top that hold something wrong.
    ``doubts`` are findings that hold where the unit beside them is money a year, which the programme's currency tells.
    ``entry`` is the assignment that could be read, under the id that its file's name says.
    """

    model: Model | None
    source: Source | None
    findings: tuple[Finding, ...] = ()
    partly: tuple[Model, frozenset[str]] | None = None
    doubts: tuple[tuple[str, Finding], ...] = ()
    entry: Entry | None = None


class Form(NamedTuple, Generic[Model]):
    """What a file is to be: its model, what its fields may not be together, and what stands for required ones.

    ``settled`` is the model with what follows from several of its fields.
    """

    model: type[Model]
    combinations: Callable[[Reading], Iterable[Fault]]
    doubts: Callable[[Reading], Iterable[tuple[str, Finding]]] = lambda _: ()
    stand_ins: Mapping[str, Raw] = MappingProxyType({})
    settled: Callable[[Model], Model] = lambda model: model

    def read(self, data: Mapping[str, Raw]) -> Model:
        """The model of a file's data.

        Raises:
            ValidationError: the data is something else.
        """
        return self.settled(self.model.model_validate(data))


_PROGRAM = Form(Program, program_combinations)
_ASSIGNMENT = Form(Assignment, assignment_combinations, doubtful_values, STAND_INS, months_counted)


@dataclass(slots=True)
class _Gathering:
    """What the files read so far have given."""

    program: Program | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    remnants: list[Remnant] = field(default_factory=list)
    first: dict[str, str] = field(default_factory=dict)
    doubts: list[tuple[str, Finding]] = field(default_factory=list)

    def keep(self, path: str, loaded: "Loaded[Model]") -> Model | None:
        """Note a file's places and findings, and give its model."""
        if loaded.source:
            self.sources[path] = loaded.source
        self.findings.extend(loaded.findings)
        self.doubts.extend(loaded.doubts)
        if loaded.model is None:
            self.unreadable.append(path)
        return loaded.model


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was loaded before, by file: the same path with the same content is parsed and validated once."""

    programs: dict[File, Loaded[Program]] = field(default_factory=dict)
    assignments: dict[File, Loaded[Assignment]] = field(default_factory=dict)

    def apart(self) -> "Shelf":
        """Another one with the same on it: what is put there is not here."""
        return Shelf({**self.programs}, {**self.assignments})

    def take(self, other: "Shelf") -> None:
        """Put what is on another one on this one, too."""
        self.programs.update(other.programs)
        self.assignments.update(other.assignments)


def load(files: Iterable[File], each: Callable[[], None] | None = None, shelf: Shelf | None = None) -> Portfolio:
    """Read all files into a portfolio; a broken one costs only itself.

    Args:
        files: the files, ``program.yaml`` among them, in the order of their paths.
        each: called after each file, for a progress bar.
        shelf: what other portfolios have in common with this one; what is loaded here is put there, too.
    """
    gathered = _Gathering()
    for file in files:
        if file.path == PROGRAM_FILE:
            gathered.program = gathered.keep(file.path, _shelved(file, load_program, shelf.programs if shelf else None))
        elif file.content is None and file.problem is None:
            gathered.ignored.append(file.path)
        else:
            _gather_assignment(gathered, file, _shelved(file, load_assignment, shelf.assignments if shelf else None))
        if each:
            each()
    if gathered.program and gathered.doubts:
        _refuse_doubtful(gathered, gathered.program.currency)
    return Portfolio(
        program=gathered.program,
        entries=gathered.entries,
        broken=gathered.broken,
        unreadable=tuple(gathered.unreadable),
        findings=tuple(gathered.findings),
        ignored=tuple(gathered.ignored),
        sources=gathered.sources,
        remnants=tuple(gathered.remnants),
    )


def load_program(file: File) -> Loaded[Program]:
    """Read ``program.yaml``."""
    return _load(file, PROGRAM, _PROGRAM)


def load_assignment(file: File) -> Loaded[Assignment]:
    """Read an assignment's file."""
    name = assignment_id(file.path)
    loaded = _load(file, Subject("assignment", name), _ASSIGNMENT)
    return loaded._replace(entry=Entry(name, file.path, loaded.model)) if loaded.model else loaded


def assignment_id(path: str) -> str:
    """The id that a file's name says: its stem."""
    return splitext(basename(path))[0]


def _shelved(
    file: File, loaded: Callable[[File], Loaded[Model]], shelf: dict[File, Loaded[Model]] | None
) -> Loaded[Model]:
    if shelf is None:
        return loaded(file)
    if file not in shelf:
        shelf[file] = loaded(file)
    return shelf[file]


def _gather_assignment(gathered: _Gathering, file: File, loaded: Loaded[Assignment]) -> None:
    name = assignment_id(file.path)
    assignment = gathered.keep(file.path, loaded)
    misnamed = _misnamed(gathered, file.path, name)
    whole = (assignment, frozenset[str]()) if assignment and misnamed else None
    if judged := loaded.partly or whole:
        gathered.remnants.append(Remnant(name, file.path, *judged))
    if misnamed:
        gathered.findings.append(misnamed)
        if assignment:
            gathered.unreadable.append(file.path)
    elif loaded.entry:
        gathered.entries[name] = loaded.entry
    else:
        gathered.broken[name] = file.path


def _refuse_doubtful(gathered: _Gathering, currency: str) -> None:
    """Leave out the files where a value that is money a year has a doubtful dot."""
    for unit, finding in gathered.doubts:
        if money_a_year(unit, currency) is None:
            continue
        gathered.findings.append(finding)
        name = finding.subject.id
        entry = gathered.entries.get(name)
        if entry and entry.path == finding.path:
            del gathered.entries[name]
            gathered.broken[name] = entry.path
            gathered.unreadable.append(entry.path)
            sound = entry.assignment.model_copy(update={"benefits": ()})
            gathered.remnants.append(Remnant(name, entry.path, sound, frozenset({"benefits"})))


def _misnamed(gathered: _Gathering, path: str, name: str) -> Finding | None:
    subject = Subject("assignment", name)
    if not is_id(name):
        params: dict[str, Term] = {"id": file_name(name), "correction": Code(f"{as_id(name)}.yaml")}
        return Finding("file-name", path, (), subject, params, reason="not-an-id")
    first = gathered.first.setdefault(name, path)
    if first != path:
        params = {"id": file_name(name), "other": file_name(first), "correction": Code(f"{name[:60]}-2.yaml")}
        return Finding("file-name", path, (), subject, params, reason="twice")
    return None


def _load(file: File, subject: Subject, form: Form[Model]) -> Loaded[Model]:
    if file.content is None:
        problem = file.problem or "failed"
        return Loaded(None, None, (Finding("file-unreadable", file.path, (), subject, reason=problem),))
    text = decode(file.path, file.content)
    if isinstance(text, Finding):
        return Loaded(None, None, (text,))
    parsed = parse(file.path, text, subject)
    if parsed.data is None:
        return Loaded(None, parsed.source, parsed.findings)
    if not parsed.data and not parsed.findings and not parsed.source.nulls:
        reason = "empty-program" if file.path == PROGRAM_FILE else "empty"
        return Loaded(None, parsed.source, (Finding("field-missing", file.path, (), subject, reason=reason),))
    reading = Reading(form.model, parsed.data, parsed.source, subject)
    valid, faults = _validated(reading, form)
    findings = _first(faults, reading)
    doubts = tuple(islice(form.doubts(reading), LIMIT))
    if parsed.findings:
        findings = (*parsed.findings, *_apart_from(parsed.findings, findings, parsed.source))
    if not findings:
        return Loaded(valid, parsed.source, doubts=doubts)
    can_be_judged = form.stand_ins and not parsed.findings
    partly = _partly(reading, form, faults) if can_be_judged else None
    return Loaded(None, parsed.source, findings, partly, doubts)


def _partly(reading: Reading, form: Form[Model], faults: Iterable[Fault]) -> tuple[Model, frozenset[str]]:
    """The model of a file without the keys at its top that something is wrong with, and those keys."""
    wrong = frozenset(str(fault.path[0]) for fault in faults if fault.path)
    sound = {key: value for key, value in reading.data.items() if key not in wrong}
    return form.read({**form.stand_ins, **sound}), wrong


def _first(faults: Sequence[Fault], reading: Reading) -> tuple[Finding, ...]:
    """As many findings as one file may have; where there are more, the last says how many.

    No more are made: suggestions and places cost more than the faults themselves.
    """
    if len(faults) <= LIMIT:
        return tuple(fault.finding() for fault in faults)
    end = len(reading.source.text)
    count = len(faults) - LIMIT + 1
    more = reading.finding("field-invalid", reading.source.between(end, end), {"count": count}, "more")
    return (*(fault.finding() for fault in faults[: LIMIT - 1]), more)


def _apart_from(refused: Iterable[Finding], findings: Iterable[Finding], source: Source) -> Iterable[Finding]:
    """Leave out what only follows from a refusal at the same place: an alias or a tag leaves its key or item empty."""
    places = {source.span(finding.where)[:2] for finding in refused}
    for finding in findings:
        where = finding.where
        if source.span(where.keys if isinstance(where, AtKey) else where)[:2] not in places:
            yield finding


def _validated(reading: Reading, form: Form[Model]) -> tuple[Model | None, Sequence[Fault]]:
    faults = [*form.combinations(reading), *(unknown_nulls(reading) if reading.source.nulls else ())]
    try:
        valid = form.read(reading.data)
    except ValidationError as error:
        return None, without_echoes(reading, [*faults, *misfits(reading, error)])
    return valid, without_echoes(reading, faults) if faults else ()
