"""What a file's text is refused for, gathered while it is read and told as findings at the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from staircase.core.finding import NO_TERMS, Finding, Subject
from staircase.core.source import Source
from staircase.core.term import Term

LIMIT = 100
"""How many findings one file gives; the last of them says how many more there are."""

Rule = Literal["file-syntax", "file-not-plain", "file-duplicate-key", "field-invalid"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that is wrong in the text, from ``start`` to ``end``, both as indexes of characters."""

    rule: Rule
    reason: str
    start: int
    end: int
    params: Mapping[str, Term] = field(default_factory=lambda: NO_TERMS)


@dataclass(slots=True)
class Refusals:
    """All that is wrong in one file: the first ones whole, the rest counted."""

    kept: list[Refusal] = field(default_factory=list)
    more: int = 0

    def add(self, refusal: Refusal) -> None:
        """Keep a refusal while there is room, else count it."""
        if len(self.kept) < LIMIT - 1:
            self.kept.append(refusal)
        else:
            self.more += 1

    def findings(self, source: Source, subject: Subject) -> tuple[Finding, ...]:
        """Give them as findings, in the order of the text, the uncounted rest last."""
        refusals = (*sorted(self.kept, key=lambda kept: kept.start), *self._rest(source))
        return tuple(_finding(refusal, source, subject) for refusal in refusals)

    def _rest(self, source: Source) -> tuple[Refusal, ...]:
        if not self.more:
            return ()
        end = len(source.text)
        return (Refusal("file-not-plain", "more", end, end, {"count": self.more}),)


def _finding(refusal: Refusal, source: Source, subject: Subject) -> Finding:
    where = source.between(refusal.start, refusal.end)
    return Finding(refusal.rule, source.path, where, subject, refusal.params, reason=refusal.reason)
