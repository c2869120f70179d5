"""The fingerprint of a finding: what makes it the same one tomorrow, and on the other side of a change."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from staircase.core.finding import Finding
from staircase.core.rules.names import ERRORS
from staircase.core.term import Code, Name, Term, Word

_DERIVED = frozenset({"correction", "nearest", "other"})
"""Parameters of errors that say what to write, or what else the portfolio holds: a suggestion, another file's name."""

_VARIANT = re.compile(r"-(?:named|nearest|choices)$")
"""The ends of reasons that only say whether there was something to suggest."""


def fingerprint(finding: Finding) -> str:
    """Give 32 hexadecimal digits of rule, subject, item, and the rule's own parameters that are not figures.

    An error's own are its reason and what it names in the file. A gap has none but what ``accepted-stale`` names: its
    others are days, money and titles, or tell where the assignment stands now. Lines and files' names do not count.
    """
    parts = (finding.rule, finding.subject.kind, finding.subject.id, finding.item or "")
    whole = "\0".join((*parts, *(f"{name}={text}" for name, text in sorted(_own(finding).items()) if text)))
    return sha256(whole.encode(errors="replace")).hexdigest()[:32]


def numbered(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Give the fingerprints of findings; of equal ones the later are numbered, so that each stands once."""
    seen: Counter[str] = Counter()
    return tuple(_numbered(fingerprint(finding), seen) for finding in findings)


def _numbered(mark: str, seen: Counter[str]) -> str:
    seen[mark] += 1
    return mark if seen[mark] == 1 else f"{mark}:{seen[mark]}"


def _own(finding: Finding) -> dict[str, str]:
    if finding.rule == "accepted-stale":
        return {name: _steady(term) for name, term in finding.params.items() if name == "item"}
    if finding.rule not in ERRORS:
        return {}
    own = {name: _steady(term) for name, term in finding.params.items() if name not in _DERIVED}
    return own | {"": _VARIANT.sub("", finding.reason)}


def _steady(term: Term) -> str:
    match term:
        case Name() | Code():
            return term.text
        case Word():
            return term.key
        case _:
            return ""
