"""How far a side could be read: what it does not say is not gone, nor new, for all that is known."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from staircase.core.finding import PROGRAM, Finding
from staircase.core.portfolio import Portfolio
from staircase.core.rules.names import ERRORS


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one side of a comparison could be read.

    Attributes:
        has_program: whether its ``program.yaml`` could be read.
        unread: the assignments that could not be, by the ids that they have after the change.
        is_as_wide: whether all that the other side could read could be read here, too.
        paths: every file that there is.
    """

    has_program: bool
    unread: AbstractSet[str]
    is_as_wide: bool
    paths: Collection[str]

    @classmethod
    def of(cls, portfolio: Portfolio, unread: AbstractSet[str], unread_beside: AbstractSet[str]) -> "Reach":
        """The reach of a portfolio whose unread assignments, and those of the other side, are known."""
        paths = frozenset((*portfolio.sources, *portfolio.unreadable, *portfolio.ignored))
        return cls(portfolio.program is not None, unread, unread <= unread_beside, paths)

    def tells_of(self, finding: Finding) -> bool:
        """Whether this side would have the finding, if it held here."""
        if finding.subject.kind == "assignment" and finding.subject.id in self.unread:
            return False
        if finding.rule == "file-unreadable" and any(path.startswith(f"{finding.path}/") for path in self.paths):
            return False  # a submodule, which only a folder gives
        if not self.has_program:
            return finding.rule in ERRORS and not finding.rule.startswith("reference-") and finding.subject != PROGRAM
        return self.is_as_wide or finding.subject.kind == "assignment" or finding.rule in ERRORS
