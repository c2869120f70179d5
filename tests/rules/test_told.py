"""What each rule says, word by word, of its bad portfolios, and at which keys: agreed in ``told.txt``.

``python -m tests.cli.redraw`` writes it anew.
"""

from collections.abc import Iterator
from pathlib import Path

from staircase.core.finding import Finding
from staircase.core.source import AtKey, Span
from staircase.words.speech import words
from tests.rules.test_fixtures import BAD, HERE, assessed

WRITTEN = ("file-", "field-")
"""What these rules are about is how a file is written: of their many cases the first of each reason is enough."""
AGREED = HERE / "told.txt"


def _place(finding: Finding) -> str:
    match finding.where:
        case Span():
            return ""
        case AtKey(keys):
            return " at the key " + ".".join(map(str, keys))
        case keys:
            return " " + ".".join(map(str, keys)) if keys else ""


def _lines(folder: Path) -> Iterator[str]:
    yield folder.relative_to(HERE).as_posix()
    reasons: set[str] = set()
    for finding in assessed(folder).findings:
        is_first = not finding.rule.startswith(WRITTEN) or finding.reason not in reasons
        if finding.rule == folder.parent.name and is_first:
            reasons.add(finding.reason)
            subject = f"{finding.subject.kind} {finding.subject.id}" + (f", {finding.item}" if finding.item else "")
            yield f"  {finding.path}{_place(finding)} ({subject}) {finding.severity}"
            yield f"    {words('en').message(finding)}"
            yield f"    {words('en').ask(finding)}"


def told() -> str:
    """What every rule says of its bad portfolios."""
    return "\n".join("\n".join((*_lines(folder), "")) for folder in BAD)


def test_every_rule_says_what_was_agreed_of_its_bad_portfolios() -> None:
    assert told() == AGREED.read_text("utf-8")
