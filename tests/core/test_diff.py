"""What a change means, as a report: where it differs from what the command's own tests see."""

from dataclasses import replace
from datetime import date

from staircase.core.reports import Heading, Lines, Report, Table, Tone
from staircase.core.reports.outline import keys_of
from staircase.core.review import CHANGE_FIELDS, diff, review
from staircase.core.term import Name, Said, Term, Word
from tests.core.build import DAY, assessed, assignment

BASE, HEAD = Name("old"), Name("new")
COMPARED = Lines((Said("diff.compared", {"base": BASE, "head": HEAD, "day": date.fromisoformat(DAY)}),))
NONE = Said("diff.none", {})


def test_without_a_programme_on_either_side_there_is_no_name_to_head_it_with() -> None:
    broken = assessed("format: [", it=assignment())

    report = diff(review(broken, assessed("format: [", it=assignment()), BASE, HEAD))

    assert report == Report(
        name="diff",
        keys=keys_of(CHANGE_FIELDS),
        day=date.fromisoformat(DAY),
        program="",
        rows=(),
        totals=report.totals,
        unreadable=("program.yaml",),
        blocks=(Lines((NONE,), Tone.STRONG, leads=True), COMPARED),
        sentences=(),
    )


def test_a_programme_that_broke_still_names_the_change() -> None:
    whole, broken = assessed(it=assignment()), assessed("format: [", it=assignment())

    reports = [diff(review(*sides, BASE, HEAD)) for sides in ((whole, broken), (broken, whole), (whole, whole))]

    assert [report.program for report in reports] == ["Programme"] * 3
    assert [report.blocks[0] for report in reports] == [Heading("Town", "Programme", date.fromisoformat(DAY))] * 3


def test_a_change_is_read_aloud_with_its_place_where_it_has_one() -> None:
    found = review(assessed(it=assignment()), assessed(it=assignment(lead="Ada")), BASE, HEAD)
    (change,) = found.changes
    nowhere = replace(found, changes=(replace(change, before=None, after=None),))

    (placed,), (unplaced,) = diff(found).sentences, diff(nowhere).sentences
    said = placed.terms["said"]

    assert isinstance(said, Said)
    where: dict[str, Term] = {"label": Word("column.gap_place"), "value": Name("assignments/it.yaml:3")}
    assert placed == Said("plain.more", {"said": said, **where})
    assert (said.key, said.terms["subject"]) == (unplaced.key, unplaced.terms["subject"]) == ("plain.diff", Name("it"))


def test_by_weight_what_is_told_stands_with_whom_it_is_about() -> None:
    found = review(assessed(it=assignment()), assessed(it=assignment(lead="Ada")), BASE, HEAD)

    (table,) = (one for one in diff(found).blocks if isinstance(one, Table))

    assert (table.group_key, [group.title for group in table.groups]) == ("subject", [Name("it")])


def test_by_direction_setbacks_come_first_each_with_whom_it_is_about() -> None:
    before = assessed(a=assignment(), b=before_b(stopped="{date: 2026-06-01, why: x, learned: y}"))
    after = assessed(a=assignment(pauses="[{from: 2026-06-29}]"), b=before_b(completed="2026-06-20"))

    (table,) = (one for one in diff(review(before, after, BASE, HEAD), "direction").blocks if isinstance(one, Table))

    assert table.group_key == "direction"
    assert [(group.title, group.rows[0][0].term) for group in table.groups] == [
        (Word("direction.back"), Name("a")),
        (Word("direction.neutral"), Name("b")),
    ]


def before_b(**keys: str) -> str:
    return assignment(title="B", **keys)
