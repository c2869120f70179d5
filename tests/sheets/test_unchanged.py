"""Rows that come back from an export: one that says nothing new is so in whatever words, and however often."""

from pathlib import Path

import pytest

from tests.sheets.test_import import VISITS, fates, portfolio, told, unused

EXPORTED, ORIGIN = "organisation,program,as_of", "O,P,2026-11-01"
"""What tells that export wrote a table: then a cell that was emptied takes a value away."""

MORE = VISITS + (
    "depends_on: [visits, gone]\n"
    "goals: [balans]\n"
    "journey:\n  - {step: explore, entered: 2026-01}\n"
    "pauses:\n  - {from: 2026-02-01, to: 2026-02-10, why: ill}\n  - {from: 2026-03-01, why: away}\n"
    "trials:\n"
    "  - {id: one, title: One, started: 2026-01-02, ended: 2026-02-01, outcome: worked, learned: It}\n"
    "  - {id: two, title: Two, started: 2026-01-02, ended: 2026-02-01, outcome: worked, learned: It}\n"
    "links:\n  - {url: 'https://example.org/a'}\n  - {title: A  b, url: 'https://example.org/b'}\n"
)


def of_more(folder: Path, head: str, *rows: str) -> Path:
    """A portfolio with a table that export wrote, as far as its heads go."""
    table = "".join(f"{line}\n" for line in (f"{head},{EXPORTED}", *(f"{row},{ORIGIN}" for row in rows)))
    portfolio(folder, list__csv=table)
    (folder / "portfolio" / "assignments" / "visits.yaml").write_text(MORE, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("id,title,department,lead,started,goals", "visits,Visits,skola,L,2026-01-01,balans"),
        ("id,title,department,lead,started,completed", "visits,  Visits ,Skola,L,1/1/2026,"),
        ("id,title,department,lead,started", "Visits,Visits,skola,L,46023"),
        ("id,title,depends_on", 'visits,Visits,"visits; gone"'),
        ("assignment,number,step,entered,why", "visits,1,explore,2026-01,"),
        ("assignment,number,step,entered", "visits,1,Testa tillsammans,januari 2026"),
        ("assignment,number,from,to,why", "visits,2,2026-03-01,,away"),
        ("assignment,number,title,url", "visits,1,,https://example.org/a"),
        ("assignment,number,title,url", "visits,2,A b,https://example.org/b"),
        (
            "assignment,id,title,what,unit,baseline,baseline_date",
            'visits,time,Less time,hours,hours/year,"5 200",2026-01-01',
        ),
        ("assignment,benefit,number,date,value", "visits,time,1,2026-06-30,4700"),
        ("assignment,benefit,number,date,value", "Visits,Less time,1,2026-06-30,4700"),
        ("assignment,benefit,number,date,value", "visits,time,7,2026-06-30,4700"),
        ("assignment,benefit,date,value", "visits,time,2026-06-30,4700"),
        ("id,name,manager", "skola,Skola,"),
        ("id,name", "Skola,Skola"),
    ],
)
def test_a_row_that_says_what_its_file_says_changes_nothing(tmp_path: Path, head: str, row: str) -> None:
    report = told(of_more(tmp_path, head, row), "list.csv")

    assert [fate for _, fate, _ in fates(report)] == ["same"]
    assert (unused(report), report["totals"]["files"]) == ([], [])


BENEFIT, AS_IT_IS = "assignment,id,title,owner,what", "visits,time,Less time,,hours"


@pytest.mark.parametrize(
    ("head", "rows", "expected", "cells"),
    [
        pytest.param(
            BENEFIT, [AS_IT_IS, AS_IT_IS], [(2, "same", "visits"), (3, "same", "visits")], [], id="the same twice"
        ),
        pytest.param(
            BENEFIT,
            [AS_IT_IS, "visits,time,Less time,O,hours"],
            [(2, "same", "visits"), (3, "changed", "visits")],
            [],
            id="more than before",
        ),
        pytest.param(
            BENEFIT,
            [AS_IT_IS, "visits,time,Less time,,days"],
            [(2, "same", "visits"), (3, "same", "visits")],
            [("E3", "days", "another row says hours")],
            id="otherwise, after",
        ),
        pytest.param(
            BENEFIT,
            ["visits,time,Less time,,days", AS_IT_IS],
            [(2, "changed", "visits"), (3, "same", "visits")],
            [("E3", "hours", "another row says days")],
            id="otherwise, before",
        ),
        pytest.param(
            "id,title,lead",
            ["visits,Visits,L", "visits,Visits,L"],
            [(2, "same", "visits"), (3, "unusable", "visits")],
            [(3, "Visits", "another row is about visits, too")],
            id="an assignment twice",
        ),
        pytest.param(
            "assignment,number,from,to,why",
            ["visits,1,2026-02-01,2026-02-10,ill", "visits,1,2026-03-01,,away", "visits,2,2026-03-01,,ill"],
            [(2, "same", "visits"), (3, "same", "visits"), (4, "unusable", "visits")],
            [(4, "", "that would be an error: the pause from 2026-03-01 overlaps the one from 2026-03-01")],
            id="a number twice",
        ),
        pytest.param(
            "assignment,id,title,started,outcome",
            ["visits,one,One,2026-01-02,lyckades", "visits,two,Two,2026-01-02,lyckades"],
            [(2, "same", "visits"), (3, "same", "visits")],
            [],
            id="in other words, of two",
        ),
        pytest.param(
            "assignment,id,title,started",
            ["visits,one,One,2026-01-02", "visits,two,Two,soon"],
            [(2, "same", "visits"), (3, "same", "visits")],
            [("D3", "soon", "no day")],
            id="one that can't be read",
        ),
        pytest.param(
            "id,name,manager",
            ["vard,Vård och omsorg,", "skola,Skola,Eva", "vard,Vård och omsorg,Bo"],
            [(2, "same", "vard"), (3, "changed", "skola"), (4, "changed", "vard")],
            [],
            id="departments",
        ),
    ],
)
def test_several_rows_about_one_part_of_a_file_must_agree(
    tmp_path: Path,
    head: str,
    rows: list[str],
    expected: list[tuple[int, str, str]],
    cells: list[tuple[str | int, str, str]],
) -> None:
    report = told(of_more(tmp_path, head, *rows), "list.csv")

    assert (fates(report), unused(report)) == (expected, cells)
