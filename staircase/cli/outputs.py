"""What a check writes: findings in each form asked for, closing lines, and what a GitHub workflow gets unasked."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass

from staircase.cli import say, write
from staircase.cli.environment import texts
from staircase.cli.options import CheckOptions
from staircase.cli.outfile import OutFile, open_to_write
from staircase.cli.reading import Settings, from_here, repository_prefix
from staircase.cli.usage import MisuseError
from staircase.core.assess import Assessment
from staircase.core.comparison import Judged, Verdict
from staircase.core.finding import Finding, Severity
from staircase.core.term import Code, Name, Term, Terms, file_name
from staircase.core.yaml import HAS_LIBYAML
from staircase.core.yaml.reader import LIMIT
from staircase.render import CHECK_FORMATS, MACHINE_FORMATS, CheckFormat, render, tell
from staircase.render.findings import Notices, Problem, concise, full, noticed, problem
from staircase.system import said_reason, system_reason
from staircase.words.speech import Words

MOST_PAST = 50
"""How many findings are named of those that are fixed, and of those that are gone."""

SHORT = 12
"""Digits of a commit's id that people are shown."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands beside the findings for people.

    Attributes:
        lists: whether the findings themselves are listed.
        asked: lines that were asked for, in full and concise.
        past: lines of the full form on what a change accepted, mended or took away.
        counts: the line that ends the check: within the full form on standard output, else on standard error.
    """

    lists: bool
    asked: tuple[str, ...]
    past: tuple[str, ...]
    counts: str


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Says a verdict's lines in a language, with paths as they are seen from here."""

    verdict: Verdict
    told: Settings
    words: Words
    narrowed: bool

    def statistics(self) -> Iterator[str]:
        """A line for each rule with how many findings count, the most first."""
        counted = Counter((each.finding.severity, each.finding.rule) for each in self.verdict.counting)
        order = sorted(counted.items(), key=lambda pair: (-pair[1], list(Severity).index(pair[0][0]), pair[0][1]))
        widest = len(str(order[0][1])) if order else 0
        for (severity, rule), number in order:
            count = Code(str(number).rjust(widest))
            title = Code(self.words.text(f"rule.{rule}"))
            terms = {"count": count, "severity": Code(severity), "rule": Code(rule), "title": title}
            yield self.words.text("verdict.statistics", terms)

    def lines(self, key: str, findings: Iterable[Finding], assessment: Assessment) -> Iterator[str]:
        """A line for each finding."""
        for finding in findings:
            placed = problem(finding, assessment, self.words, from_here(finding.path, self.told))
            terms: dict[str, Term] = {
                "place": Name(placed.place),
                "severity": Code(finding.severity),
                "rule": Code(finding.rule),
                "message": Code(placed.message),
            }
            yield self.words.text(key, terms)

    def past(self, base: Assessment) -> Iterator[str]:
        """A line for each finding that is fixed or gone, as far as there is room."""
        for key, findings in (("verdict.fixed", self.verdict.fixed), ("verdict.gone", self.verdict.gone)):
            yield from self.lines(key, findings[:MOST_PAST], base)
            if (more := len(findings) - MOST_PAST) > 0:
                yield self.words.text(f"{key}.more", {"count": more})

    def counts(self) -> str:
        """One line that says how much was found, and how much is accepted for now."""
        said = texts(self.told.language(self.words.language))
        found = self._found(self.verdict.counting)
        nothing = said["shell.nothing_found_here" if self.narrowed else "shell.nothing_found"]
        parts = [said["shell.found"].format(found=found) if found else nothing]
        if self.verdict.compared:
            parts = list(self._compared(found))
        if self.verdict.accepted:
            parts.append(said["shell.accepted"].format(count=len(self.verdict.accepted)))
        if not HAS_LIBYAML:
            parts.append(said["shell.no_libyaml"])
        return " ".join(parts)

    def _compared(self, found: str) -> Iterator[str]:
        revision = Code(self.verdict.revision[:SHORT])
        terms: dict[str, Term] = {"revision": revision, "found": Code(found)}
        yield self.words.text("verdict.new" if found else "verdict.nothing_new", terms)
        if carried := self._found(self.verdict.carried):
            yield self.words.text("verdict.carried", {"found": Code(carried)})
        if self.verdict.fixed:
            yield self.words.text("verdict.fixed.count", {"count": len(self.verdict.fixed)})
        if self.verdict.gone:
            yield self.words.text("verdict.gone.count", {"count": len(self.verdict.gone)})
        if self.verdict.accepted_here:
            yield self.words.text("verdict.accepted_here.count", {"count": len(self.verdict.accepted_here)})

    def _found(self, judged: Iterable[Judged]) -> str:
        count = Counter(each.finding.severity for each in judged)
        return ", ".join(self.words.counted(count[each], each.value) for each in Severity if count[each])


def closing(options: CheckOptions, verdict: Verdict, told: Settings, words: Words) -> Closing:
    """What stands beside the findings for people, as the options ask for it."""
    speaker, head = _Speaker(verdict, told, words, bool(options.paths or options.select)), verdict.assessment
    asked = (
        *(speaker.statistics() if options.statistics else ()),
        *(speaker.lines("verdict.accepted", verdict.accepted, head) if options.show_accepted else ()),
    )
    past = (
        *speaker.lines("verdict.accepted_here", verdict.accepted_here, head),
        *(speaker.past(verdict.base) if verdict.base else ()),
    )
    return Closing(not options.statistics, asked, past, speaker.counts())


SUMMARY, COUNTS = "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"


def _is_in_workflow(environ: Mapping[str, str]) -> bool:
    """Whether this is a step of a GitHub workflow."""
    return environ.get("GITHUB_ACTIONS") == "true"


def _tell_workflow(verdict: Verdict, notices: Notices, words: Words, said: Mapping[str, str]) -> None:
    """Write the annotations, and append the summary and the counts to the files that GitHub names.

    Neither file decides how the check ends; one that does not take its text is named on stderr.
    """
    from staircase.render import findings_markdown, github  # noqa: PLC0415 - start-up: only in a workflow

    write(github.render(notices, words), "utf-8")
    _append(SUMMARY, findings_markdown.summary(notices, words), said)
    _append(COUNTS, _counts(verdict), said)


def _counts(verdict: Verdict) -> str:
    counts = {f"{severity.value}s": count for severity, count in verdict.counts.items()}
    whole = counts | {"new": len(verdict.counting), "fixed": len(verdict.fixed)}
    return "".join(f"{name}={count}\n" for name, count in whole.items())


def _append(variable: str, text: str, said: Mapping[str, str]) -> None:
    place = os.environ.get(variable)
    if not place:
        say(said["shell.error"].format(message=said["shell.no_channel"].format(name=variable)))
        return
    try:
        with open(place, "ab") as file:  # noqa: PTH123 - the place is text
            file.write(text.encode("utf-8", "backslashreplace"))
    except (OSError, ValueError) as error:
        reason = said_reason(system_reason(error), said)
        message = said["shell.broken_channel"].format(name=variable, reason=reason)
        say(said["shell.error"].format(message=message))


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
            _tell_workflow(verdict, notices, words, texts(self.told.language(words.language)))

    @property
    def marks(self) -> bool:
        """Whether fingerprints are written: people are shown none."""
        return self._has_machines or "json" in self._forms

    @property
    def _has_machines(self) -> bool:
        return self.for_workflow or not self._forms.isdisjoint(MACHINE_FORMATS)

    @property
    def _forms(self) -> AbstractSet[CheckFormat | None]:
        return {self.to_stdout, *(form for form, _ in self.to_files)}


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
                lines = (*self._left_out(), *self.closing.asked, *self.closing.past, self.closing.counts)
                return full(map(self._with_line, self._listed(asks=True)), "\n".join(lines), self.told.look)
            case "concise":
                beside = full((), "\n".join((*self._left_out(), *self.closing.asked)), self.told.look)
                return concise(self._listed(asks=False), self.told.look) + beside
            case "json":
                from staircase.core.reports.findings import judged  # noqa: PLC0415 - start-up: only for programs

                return render(judged(self.verdict), "json", self.told.look, self.words)
            case _:
                return tell(self.notices, form, self.words)

    def _listed(self, *, asks: bool) -> Iterator[Problem]:
        """The findings to list, of a crowd in one file the first."""
        seen: Counter[str] = Counter()
        for each in self.verdict.counting if self.closing.lists else ():
            seen[each.finding.path] += 1
            if seen[each.finding.path] <= LIMIT:
                path = from_here(each.finding.path, self.told)
                yield problem(each.finding, self.verdict.assessment, self.words, path, asks=asks)

    def _left_out(self) -> Iterator[str]:
        """A line for each file that holds a crowd: how many of its findings are listed."""
        found = Counter(each.finding.path for each in self.verdict.counting if self.closing.lists)
        for path, count in found.items():
            if count > LIMIT:
                terms: Terms = {"shown": LIMIT, "all": count, "path": file_name(from_here(path, self.told))}
                yield self.words.text("verdict.more", terms)

    def _with_line(self, placed: Problem) -> Problem:
        """A finding with the line of its file that it stands on, where it concerns no whole file."""
        source = self.verdict.assessment.portfolio.sources.get(placed.finding.path)
        if source is None or placed.finding.where == ():
            return placed
        line, left_out = source.window(placed.span, REACH)
        return placed._replace(source_line=line, left_out=left_out)


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
                files.append((each.form, open_to_write(each.file, told, [file.place for _, file in files])))
        out = [each.form for each in outputs if each.file is None]
        unasked = _unasked(told)
        to_stdout = out[0] if out else None if files else unasked
        yield Outputs(told, tuple(files), to_stdout, for_workflow=not outputs and _is_in_workflow(os.environ))
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


def _unasked(told: Settings) -> CheckFormat:
    """The format for those who ask for none: full on a terminal and in a workflow's log, else concise."""
    if _is_in_workflow(os.environ):
        return "full"
    return "full" if told.look.terminal and not told.look.plain else "concise"
