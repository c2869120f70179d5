"""What a check writes: the formats asked for, where each goes, and what a GitHub workflow gets unasked."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace

from staircase import disk
from staircase.cli import workflow
from staircase.cli.closing import Closing
from staircase.cli.environment import texts
from staircase.cli.outfile import OutFile, leads_out, placed, prepared
from staircase.cli.output import write
from staircase.cli.paths import from_here, repository_prefix, work_trees
from staircase.cli.settings import Settings
from staircase.cli.usage import MisuseError
from staircase.core.comparison.verdict import Verdict
from staircase.core.finding import Finding, Severity
from staircase.core.reports.check import judged
from staircase.core.term import Terms, file_name
from staircase.core.yaml.refusal import LIMIT
from staircase.render import CHECK_FORMATS, MACHINE_FORMATS, CheckFormat, render, tell
from staircase.render.findings import concise, full
from staircase.render.notice import Notices, noticed
from staircase.render.problem import Problem, problem
from staircase.words.speech import Words

NOTHING = Notices(())

REACH = 500
"""Characters of a line on both sides of a place that are enough to show it on any terminal."""


@dataclass(frozen=True, slots=True)
class Output:
    """A format that was asked for, and the file it goes to; ``None`` is standard output."""

    form: CheckFormat
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Outputs:
    """All that one check will write, with its files open.

    Attributes:
        told: the settings of the run.
        to_files: each format that goes to a file.
        to_stdout: the format that is written out; ``None`` when all go to files.
        for_workflow: whether GitHub gets its annotations, its summary and its counts beside.
    """

    told: Settings
    to_files: tuple[tuple[CheckFormat, OutFile], ...]
    to_stdout: CheckFormat | None
    for_workflow: bool

    def write(self, verdict: Verdict, words: Words, closing: Closing, failing: AbstractSet[Severity]) -> None:
        """Write a verdict in every format, files first; ``closing`` is what people are told beside the findings.

        Raises:
            OutputError: a file or standard output takes no more.
        """
        notices = noticed(verdict, words, repository_prefix(self.told), failing) if self._has_machines else NOTHING
        page = _Page(verdict, notices, self.told, words, closing)
        for form, file in self.to_files:
            file.write(page.text(form).encode("utf-8", "backslashreplace"))
        if self.to_stdout is not None:
            write(page.text(self.to_stdout), None if self.to_stdout in {"full", "concise"} else "utf-8")
        if self.for_workflow:
            workflow.tell(verdict, notices, words, texts(self.told.language(words.language)))

    @property
    def _has_machines(self) -> bool:
        forms = {self.to_stdout, *(form for form, _ in self.to_files)}
        return self.for_workflow or not forms.isdisjoint(MACHINE_FORMATS)


@dataclass(frozen=True, slots=True)
class _Page:
    """A verdict, about to be written."""

    verdict: Verdict
    notices: Notices
    told: Settings
    words: Words
    closing: Closing

    def text(self, form: CheckFormat) -> str:
        match form:
            case "full":
                lines = (*self._left_out(), *self.closing.asked, *self.closing.last)
                return full(self._listed(), "\n".join(lines), self.told.look)
            case "concise":
                beside = full((), "\n".join((*self._left_out(), *self.closing.asked)), self.told.look)
                return concise(self._listed(), self.told.look) + beside
            case "json":
                return render(judged(self.verdict), "json", self.told.look, self.words)
            case _:
                return tell(self.notices, form, self.words)

    def _listed(self) -> Iterator[Problem]:
        """The findings to list, of a crowd in one file the first."""
        seen: Counter[str] = Counter()
        for each in self.verdict.counting if self.closing.lists else ():
            seen[each.finding.path] += 1
            if seen[each.finding.path] <= LIMIT:
                yield self._shown(each.finding)

    def _left_out(self) -> Iterator[str]:
        """A line for each file that holds a crowd: how many of its findings are listed."""
        found = Counter(each.finding.path for each in self.verdict.counting if self.closing.lists)
        for path, count in found.items():
            if count > LIMIT:
                terms: Terms = {"shown": LIMIT, "all": count, "path": file_name(from_here(path, self.told))}
                yield self.words.text("verdict.more", terms)

    def _shown(self, finding: Finding) -> Problem:
        assessment = self.verdict.assessment
        placed = problem(finding, assessment, self.words, from_here(finding.path, self.told))
        source = assessment.portfolio.sources.get(finding.path)
        line, left_out = source.window(placed.span, REACH) if source and finding.where != () else (None, 0)
        return replace(placed, source_line=line, left_out=left_out)


def asked(written: Sequence[str], *, json: bool) -> tuple[Output, ...]:
    """The formats that the command line asks for, in its order.

    Raises:
        MisuseError: one is none, or two would go to the same place.
    """
    outputs = tuple(dict.fromkeys(map(_output, written)))
    if json:
        others = [each.form for each in outputs if each.file is None and each.form != "json"]
        if others:
            raise MisuseError(key="shell.contradiction", places={"option": "--json", "other": f"--format {others[0]}"})
        outputs = tuple(dict.fromkeys((*outputs, Output("json"))))
    out = [each.form for each in outputs if each.file is None]
    if len(out) > 1:
        raise MisuseError(key="shell.one_to_stdout", word=out[0], places={"other": out[1]})
    return outputs


@contextmanager
def opened(outputs: Sequence[Output], told: Settings) -> Iterator[Outputs]:
    """Open every file that will be written; each that is not written in the end stays as it was.

    Raises:
        MisuseError: a file cannot be written.
    """
    files: list[tuple[CheckFormat, OutFile]] = []
    try:
        for each in outputs:
            if each.file is not None:
                files.append((each.form, _opened(each.file, [file.place for _, file in files], told)))
        out = [each.form for each in outputs if each.file is None]
        unasked = _unasked(told)
        to_stdout = out[0] if out else None if files else unasked
        yield Outputs(told, tuple(files), to_stdout, for_workflow=not outputs and workflow.is_here(os.environ))
    finally:
        for _, file in files:
            file.abandon()


def _output(written: str) -> Output:
    form, has_file, file = written.partition("=")
    if form not in CHECK_FORMATS:
        raise MisuseError(key="shell.no_such_format", word=form, choices=CHECK_FORMATS)
    if has_file and not file:
        raise MisuseError(key="shell.no_file", word=written)
    return Output(form, None if file in {"", "-"} else file)


def _opened(name: str, taken: Sequence[str], told: Settings) -> OutFile:
    try:
        if disk.holds(told.root, placed(name, str(told.here))):
            raise MisuseError(key="shell.own_file", word=name)
        if leads_out(name, str(told.here), work_trees(told)):
            raise MisuseError(key="shell.leads_out", word=name)
        file = prepared(name, str(told.here))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise MisuseError(key="shell.unwritable", word=name, places={"reason": reason}) from error
    if file.place in taken and file.beside:
        file.abandon()
        raise MisuseError(key="shell.same_file", word=name)
    return file


def _unasked(told: Settings) -> CheckFormat:
    """The format for those who ask for none: full on a terminal and in a workflow's log, else concise."""
    if workflow.is_here(os.environ):
        return "full"
    return "full" if told.look.terminal and not told.look.plain else "concise"
