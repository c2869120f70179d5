"""A finding placed in its file and said in a language: what every format of ``check`` takes."""

from dataclasses import dataclass
from typing import Literal

from staircase.core.assess import Assessment
from staircase.core.comparison.verdict import Novelty
from staircase.core.file import spelled_name
from staircase.core.finding import Finding
from staircase.core.yaml.source import Span
from staircase.words.speech import Words

Standing = Literal["listed", "fixed", "gone", "accepted"]


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding with its exact place and its words.

    Attributes:
        finding: the rule, its severity and whom it is about.
        path: the file, with ``/``: from the root of its repository for machines, from the current folder for people.
        span: the exact place in it.
        message: what is wrong or missing, said.
        ask: the next thing to do, said; empty where there is nothing to ask.
        fingerprint: what makes it the same one tomorrow; for machines only.
        novelty: whether the base has it too; empty when nothing was compared.
        standing: whether it is listed, fixed since the base, gone with its assignment, or accepted for now.
        source_line: for people, the text of the span's first line, or what stands around the span; ``None`` where it
            can't be read.
        left_out: how many characters of the line come before that text.
    """

    finding: Finding
    path: str
    span: Span
    message: str
    ask: str
    fingerprint: str = ""
    novelty: Novelty = ""
    standing: Standing = "listed"
    source_line: str | None = None
    left_out: int = 0

    @property
    def place(self) -> str:
        """The file, line and column, as compilers write them."""
        return f"{spelled_name(self.path)}:{self.span.line}:{self.span.column}"


def problem(finding: Finding, assessment: Assessment, words: Words, path: str) -> Problem:
    """Place a finding in its file and say it; ``path`` is the file as the reader is to see it."""
    return Problem(
        finding=finding,
        path=path,
        span=assessment.portfolio.span(finding.path, finding.where),
        message=words.message(finding),
        ask=words.ask(finding),
    )
