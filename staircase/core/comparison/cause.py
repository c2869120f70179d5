"""What a finding follows from: the change that newly asks for it, or that took away what it was about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from staircase.core.comparison.change import Change
from staircase.core.comparison.kinds import KINDS
from staircase.core.finding import Subject

ASKED = frozenset(
    {
        *("journey-unproven", "journey-not-together", "journey-no-goal", "journey-not-shown", "trial-no-lesson"),
        *("benefit-missing", "benefit-no-owner", "benefit-no-kind", "benefit-no-measure", "benefit-no-baseline"),
        *("benefit-no-target", "benefit-no-realisation", "benefit-no-worth", "benefit-not-measured"),
        *("roadmap-no-owner", "roadmap-no-benefit", "roadmap-no-lesson", "roadmap-no-goal", "roadmap-not-anchored"),
        *("roadmap-weak-anchor", "department-untouched", "department-no-roadmap", "program-goal-unserved"),
        "enabling-enables-nothing",
    }
)
"""The rules whose gaps are things to fill in: what a step forward newly asks for is no setback."""


def with_causes(findings: Iterable[Change], facts: Sequence[Change]) -> Iterator[Change]:
    """Findings with the changes that they follow from.

    A new gap follows from a change that newly asks for it, unless something of the same thing was taken away: then
    somebody opened it. What went without being mended follows from what took its thing away.
    """
    of_subject: dict[Subject, list[Change]] = defaultdict(list)
    for fact in facts:
        of_subject[fact.subject].append(fact)
    for finding in findings:
        beside = of_subject[finding.subject]
        if finding.kind == "finding-gone":
            yield replace(finding, cause=_first(finding, (one for one in beside if KINDS[one.kind].is_taking)))
        elif (
            finding.kind == "finding-new" and finding.rule in ASKED and not any(_takes(one, finding) for one in beside)
        ):
            cause = _first(finding, (one for one in beside if KINDS[one.kind].is_asking))
            yield replace(finding, kind="finding-asked", cause=cause) if cause else finding
        else:
            yield finding


def _first(finding: Change, facts: Iterable[Change]) -> Change | None:
    """The change of the finding's own item, else of its whole subject, the heaviest of several."""
    fitting = [one for one in facts if _is_about(one, finding)]
    return min(fitting, key=lambda one: (one.item != finding.item, one.weight), default=None)


_OF_PARTS = ("benefit-", "item-", "trial-", "target-", "baseline-")
"""The kinds about a part of an assignment, which cause nothing elsewhere in it."""


def _is_about(fact: Change, finding: Change) -> bool:
    return fact.item == finding.item or not fact.kind.startswith(_OF_PARTS) or finding.item is None


def _takes(fact: Change, finding: Change) -> bool:
    """Whether a change took something away from what a finding is about."""
    return (
        fact.before is not None and fact.after is None and (finding.item is None or fact.item in {None, finding.item})
    )
