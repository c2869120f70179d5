"""A roadmap item's line in ``roadmap``, and the row made of it."""

from dataclasses import dataclass

from staircase.core.axis import Bucket
from staircase.core.known import Known, KnownItem
from staircase.core.reports.block import Row
from staircase.core.term import Code, Money, Name, Word


@dataclass(frozen=True, slots=True)
class Line:
    """A roadmap item in its assignment, with its bucket and whether it is anchored."""

    known: Known
    item: KnownItem
    bucket: Bucket
    anchored: bool

    @property
    def department(self) -> str:
        """Give the id of the department whose roadmap it is on."""
        return self.known.assignment.department or ""


def row(line: Line) -> Row:
    """Give the row, keys in their order."""
    item = line.item.item
    return {
        "department": Name(line.department) if line.department else None,
        "assignment": Code(line.known.id),
        "id": Code(item.id),
        "title": Name(item.title),
        "area": Name(item.area) if item.area else None,
        "state": Word(f"item.{line.item.state}"),
        "from": line.item.first,
        "to": line.item.last,
        "bucket": Word(f"bucket.{line.bucket}"),
        "owner": Name(item.owner) if item.owner else None,
        "kind": Word(f"kind.{item.expects.kind}") if item.expects else None,
        "per_year": Money(item.expects.per_year) if item.expects and item.expects.per_year is not None else None,
        "goals": tuple(map(Name, item.goals)),
        "documents": tuple(map(Name, item.anchored_in)),
        "anchored": line.anchored,
    }
