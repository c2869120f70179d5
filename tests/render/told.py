"""Findings as the formats for machines get them: plain ones, and ones whose every text is the same hostile one."""

from staircase.core.comparison import Novelty
from staircase.core.finding import Finding, Severity, Subject
from staircase.core.source import Span
from staircase.core.term import Name
from staircase.render.findings import Notices, Problem, Standing
from staircase.words.speech import words

ENGLISH = words("en")
SWEDISH = words("sv")


def told(
    text: str = "Quicker visits",
    severity: Severity = Severity.WARNING,
    novelty: Novelty = "",
    standing: Standing = "listed",
) -> Problem:
    finding = Finding(
        rule="benefit-no-owner",
        path="assignments/a.yaml",
        where=(),
        subject=Subject("assignment", "a"),
        params={"title": Name(text)},
        severity=severity,
        item="visits",
    )
    return Problem(
        finding=finding,
        path="portfolio/assignments/a.yaml",
        span=Span(31, 5, 31, 7),
        message=f"the benefit '{text}' has no owner in the line",
        ask="Write who takes it home: owner",
        fingerprint="0123456789abcdef",
        novelty=novelty,
        standing=standing,
    )


def hostile(text: str) -> Notices:
    """Notices of every standing, with the text wherever a file, its name or git could put it."""
    finding = told(text).finding._replace(path=text, subject=Subject("assignment", text), item=text)
    notice = told(text)._replace(finding=finding, path=text, message=text, ask=text)
    return Notices(
        shown=(notice._replace(novelty="new"), notice._replace(novelty="carried")),
        fixed=(notice._replace(standing="fixed"),),
        gone=(notice._replace(standing="gone"),),
        accepted=(notice._replace(standing="accepted", novelty="carried"),),
        accepted_here=(notice._replace(novelty="new"),),
        compared=True,
    )
