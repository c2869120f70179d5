"""The verdict of a check: which findings are listed, and which of them are new; what every format is given."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, NamedTuple

from staircase.core.assess import Assessment
from staircase.core.finding import Finding, Severity

Novelty = Literal["new", "carried", ""]


class Judged(NamedTuple):
    """A finding that the check lists.

    Attributes:
        finding: the finding; its file and place are the head's.
        novelty: whether the base has it too; empty when nothing was compared.
        fingerprint: what makes it the same one tomorrow; unique within one verdict. Empty where no machine is told.
    """

    finding: Finding
    novelty: Novelty
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that a check has to say, after PATHs and ``--select`` have narrowed what is listed.

    Attributes:
        assessment: the head, as it is judged: with the base's ``accepted``, ``rules`` and ``settings`` where compared.
        shown: what is listed. Compared: the new ones first, then the carried ones, each with errors first.
            Not compared: as they stand in the files.
        fixed: what the base has and the head has not; paths and places are the base's.
        gone: what went because its assignment was removed, which is part of that and no progress; as ``fixed``.
        accepted: the gaps that are accepted for now, by the ``accepted`` that governs.
        accepted_here: the gaps among ``shown`` that the change's own ``accepted``, ``rules`` or ``settings`` would hide
            or make lighter, had they decided.
        base: the base on the same day; ``None`` when nothing was compared.
        revision: the commit the base was read at, in full; empty when nothing was compared.
    """

    assessment: Assessment
    shown: tuple[Judged, ...]
    fixed: tuple[Finding, ...] = ()
    gone: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()
    accepted_here: tuple[Finding, ...] = ()
    base: Assessment | None = None
    revision: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether every rule could be asked: most of them need ``program.yaml``."""
        return self.assessment.scene is not None

    @property
    def compared(self) -> bool:
        """Whether there was a base to compare with."""
        return self.base is not None

    @property
    def counting(self) -> tuple[Judged, ...]:
        """What people are shown and what may fail the check: all, or only the new ones where compared."""
        return tuple(each for each in self.shown if each.novelty != "carried")

    @property
    def carried(self) -> tuple[Judged, ...]:
        """What the base has too."""
        return tuple(each for each in self.shown if each.novelty == "carried")

    @property
    def counts(self) -> dict[Severity, int]:
        """How many of each severity count."""
        found = Counter(each.finding.severity for each in self.counting)
        return {severity: found[severity] for severity in Severity}

    @property
    def unread_base(self) -> tuple[str, ...]:
        """The files that could not be read at the base alone: no gap in them now is called new."""
        still = self.assessment.portfolio.unreadable
        return tuple(path for path in (self.base.portfolio.unreadable if self.base else ()) if path not in still)
