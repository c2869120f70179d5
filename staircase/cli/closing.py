"""What people are told beside the findings themselves: statistics, what is accepted and fixed, and the counts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from staircase.cli.environment import texts
from staircase.cli.options.check import CheckOptions
from staircase.cli.paths import from_here
from staircase.cli.settings import Settings
from staircase.core.assess import Assessment
from staircase.core.comparison.verdict import Judged, Verdict
from staircase.core.finding import Finding, Severity
from staircase.core.term import Code, Name, Term
from staircase.core.yaml.reader import HAS_LIBYAML
from staircase.render.problem import problem
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
        last: lines that end the full form.
    """

    lists: bool
    asked: tuple[str, ...]
    last: tuple[str, ...]


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
    last = (
        *speaker.lines("verdict.accepted_here", verdict.accepted_here, head),
        *(speaker.past(verdict.base) if verdict.base else ()),
        speaker.counts(),
    )
    return Closing(not options.statistics, asked, last)
