"""How far a side could be read: what would stand in a file that could not be is not gone for all that is known."""

from collections.abc import Mapping
from dataclasses import dataclass

from staircase.core.finding import PROGRAM, Finding
from staircase.core.load import assignment_id
from staircase.core.portfolio import Portfolio
from staircase.core.rules.names import ERRORS


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the head could be read.

    Attributes:
        has_program: whether its ``program.yaml`` could be read.
        unread: the ids of the assignments that could not be.
        is_as_wide: whether all that the base could read could be read here, too.
        paths: every file that there is.
    """

    has_program: bool
    unread: frozenset[str]
    is_as_wide: bool
    paths: frozenset[str]

    @classmethod
    def of(cls, base: Portfolio, head: Portfolio, names: Mapping[str, str]) -> "Reach":
        """See how far the head could be read, beside the base."""
        before = {names.get(name, name) for name in map(assignment_id, base.unreadable)}
        unread = frozenset(map(assignment_id, head.unreadable))
        paths = frozenset((*head.sources, *head.unreadable, *head.ignored))
        return cls(head.program is not None, unread, unread <= before, paths)

    def tells_of(self, finding: Finding) -> bool:
        """Tell whether the finding would be there, if it still held."""
        if finding.subject.kind == "assignment" and finding.subject.id in self.unread:
            return False
        if finding.rule == "file-unreadable" and any(path.startswith(f"{finding.path}/") for path in self.paths):
            return False  # a submodule, which only a folder gives
        if not self.has_program:
            return finding.rule in ERRORS and not finding.rule.startswith("reference-") and finding.subject != PROGRAM
        return self.is_as_wide or finding.subject.kind == "assignment" or finding.rule in ERRORS
