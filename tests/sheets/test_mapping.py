"""A mapping is read as strictly as the portfolio's files: whatever it says wrong is told at its place, all at once."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import run
from tests.sheets.test_import import becomes, portfolio, told

MAP = ("list.csv", "--map", "map.yaml")
ROWS = "Vad;Enhet;Ledare;Start;Taggar\nA;skola;L;2026-01-01;a, b\n"


def refused(folder: Path, mapping: str, rows: str = ROWS, language: str = "en") -> list[str]:
    """What is said of a mapping, each without the file's name; nothing is shown of the sheet."""
    place = portfolio(folder, list__csv=rows, map__yaml=mapping)
    ended = run(["import", *MAP, "--write", "--lang", language], place)
    assert (ended.code, ended.out) == (2, "")
    return [line.removeprefix("map.yaml:") for line in ended.err.splitlines()]


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("Taggar: {is: tags, split: [',']}\n", '1:20: “split” is to be one text, no list and no mapping: split: ","'),
        (
            "Taggar: {is: tags, split: {a: b}}\n",
            '1:20: “split” is to be one text, no list and no mapping: split: ","',
        ),
        ("lead: {always: [a, b]}\n", '1:8: “always” is to be one text, no list and no mapping: always: "…"'),
        ("lead: {always: {a: b}}\n", '1:8: “always” is to be one text, no list and no mapping: always: "…"'),
        ("rows: [benefits]\n", "1:1: “rows” is to be one text, no list and no mapping: rows: benefits"),
        ("rows: {benefits: x}\n", "1:1: “rows” is to be one text, no list and no mapping: rows: benefits"),
        ("head: [1]\n", "1:1: head is to be the number of the row that has the headings, from 1"),
        (
            "sheets: {list: {sheets: {Vad: title, Enhet: lead}}}\n",
            (
                "1:17: “sheets” stands at the top of the mapping, and in no sheet: "
                "under a sheet stand its headings at once, each with what it means"
            ),
        ),
        ("head: 0\n", "1:1: head is to be the number of the row that has the headings, from 1"),
        ("head: 1000000\n", "1:1: head is to be the number of the row that has the headings, from 1"),
        ("Start: {is: started, dates: [dmy]}\n", "1:22: dates is to be dmy, mdy or ymd"),
        ("Start: {is: {a: b}}\n", "1:1: “Start” is to be a key, or {is: KEY}, or skip"),
        ("Start: {x: y}\n", "1:1: “Start” is to be a key, or {is: KEY}, or skip"),
        ("Start: {is: started, snart: {a: b}}\n", "1:22: “snart” is to stand for one choice"),
        ("Vad:\n", "1:1: nothing stands after “Vad”; write Vad: skip"),
        ('Vad: {is: title, x: ""}\n', "1:18: nothing stands after “x”; write x: skip"),
        ("Taggar: {is: tags, split: }\n", '1:20: nothing stands after “split”; write split: ","'),
        (
            "lead: {always: Berg, Anna}\n",
            "1:22: nothing stands after “Anna”; a text with a comma or a colon in it is to stand in quotes",
        ),
        (
            "lead: {always: L, is: lead}\n",
            "1:1: always is about every row and no column: nothing else is to stand beside it",
        ),
        (
            "Start-datum: started\nStartdatum: live\n",
            "2:1: “Startdatum” is read as “Start-datum”, which stands above; keep one of them",
        ),
        (
            "sheets:\n  Lista 1: {Vad: title}\n  lista-1: {Vad: lead}\n",
            "3:3: “lista-1” is read as “Lista 1”, which stands above; keep one of them",
        ),
        (
            "Vad: {is: state, Klart: completed, klart: stopped}\n",
            "1:36: “klart” is read as “Klart”, which stands above; keep one of them",
        ),
        ("sheets:\n  list:\n", "2:3: “list” is to hold headings, each with what it means"),
        ("sheets: {list: [title]}\n", "1:10: “list” is to hold headings, each with what it means"),
        (
            "sheets: {list: {Taggar: {is: tags, split: [a]}}}\n",
            '1:36: “split” is to be one text, no list and no mapping: split: ","',
        ),
        ("sheets: {list: {rows: cars}}\n", "1:17: “cars” is no key here; there is "),
        ("sheets: {list: {Vad: {x: y}}}\n", "1:17: “Vad” is to be a key, or {is: KEY}, or skip"),
        (
            "Taggar: {is: state, Klar: kompletd}\n",
            "1:21: “kompletd” can’t stand for state: none of planned, active, paused, completed or stopped",
        ),
        ("started: {always: snart}\n", "1:1: “snart” can’t stand for started: no day"),
        ("sheets: {list: {Vad: title, owner: {always: L}}}\n", "1:29: “owner” is no key here; there is "),
    ],
)
def test_what_a_mapping_says_wrong_is_told_with_its_line_its_column_and_the_way_out(
    tmp_path: Path, mapping: str, said: str
) -> None:
    (one,) = refused(tmp_path, mapping)

    assert one.startswith(said)


def test_all_that_is_wrong_with_a_mapping_is_told_at_once_in_the_order_of_its_places(tmp_path: Path) -> None:
    shape = refused(tmp_path / "shape", "rows: [a]\nVad:\nTaggar: {is: tags, split: [a]}\n", language="sv")
    keys = refused(tmp_path / "keys", "Vad: titl\nEnhet: department\nStart: {is: started, x: snart}\nElse: qqqqqq\n")

    assert shape == [
        "1:1: ”rows” ska vara en enda text, varken en lista eller en mappning: rows: benefits",
        "2:1: inget står efter ”Vad”; skriv Vad: skip",
        '3:20: ”split” ska vara en enda text, varken en lista eller en mappning: split: ","',
    ]
    assert [line.split(": ", 1)[0] for line in keys] == ["1:1", "3:22", "4:1"]


def test_no_more_faults_of_a_mapping_are_told_than_of_any_file(tmp_path: Path) -> None:
    assert len(refused(tmp_path, "".join(f"h{number}:\n" for number in range(1000)))) == 100


def test_a_mapping_for_sheets_of_several_kinds_has_keys_of_each(tmp_path: Path) -> None:
    mapping = "Vad: title\nEnhet: department\nNollvärde: baseline\nlead: {always: L}\nunit: {always: h}\n"

    report = told(portfolio(tmp_path, list__csv="Vad;Enhet;Start\nA;skola;2026-01-01\n", map__yaml=mapping), *MAP)

    assert becomes(report) == {"Vad": ["title"], "Enhet": ["department"], "Start": ["started"]}
    assert report["totals"]["unused"] == []


def test_a_heading_a_sheet_or_a_constant_of_a_mapping_that_the_file_lacks_is_named_with_the_nearest(
    tmp_path: Path,
) -> None:
    mapping = (
        "Startdagen: started\nQuux: skip\nunit: {always: h}\nsheets:\n  lits: {Vad: title}\n  Other: {Vad: title}\n"
    )
    rows = "Projekt;Förvaltning;Ansvarig;Startdag\nA;skola;L;2026-01-01\n"
    folder = portfolio(tmp_path, list__csv=rows, map__yaml=mapping)

    report = told(folder, *MAP)
    lines = {language: run(["import", *MAP, "--lang", language], folder).out for language in ("sv", "en")}

    assert report["totals"]["unheard"] == [
        {"kind": "sheet", "written": "lits", "near": "list"},
        {"kind": "sheet", "written": "Other", "near": None},
        {"kind": "heading", "written": "Startdagen", "near": "Startdag"},
        {"kind": "heading", "written": "Quux", "near": None},
        {"kind": "always", "written": "unit", "near": None},
    ]
    assert "The mapping names the heading “Startdagen”, which no sheet has; did you mean “Startdag”?" in lines["en"]
    assert "The mapping names the sheet “Other”, which the file lacks." in lines["en"]
    assert "Mappningen nämner bladet ”lits”, som inte finns i filen; menas ”list”?" in lines["sv"]
    assert "Mappningen säger vad unit alltid är, men ingen rad som har lästs kan ha den nyckeln." in lines["sv"]


def test_a_heading_of_a_sheet_that_is_not_taken_is_looked_for_in_its_first_rows(tmp_path: Path) -> None:
    mapping = "head: 9\nVad: skip\nHwat: title\n"

    report = told(portfolio(tmp_path, list__csv="x;y\nVad;What\n1;2\n", map__yaml=mapping), *MAP)

    assert report["totals"]["unheard"] == [{"kind": "heading", "written": "Hwat", "near": "What"}]


def test_of_many_headings_that_the_file_lacks_eight_are_shown_and_the_rest_counted(tmp_path: Path) -> None:
    mapping = "".join(f"q{number}qqqq: skip\n" for number in range(10))
    folder = portfolio(tmp_path, list__csv=ROWS, map__yaml=mapping)

    shown = run(["import", *MAP], folder).out.splitlines()

    assert sum(line.startswith("The mapping names the heading") for line in shown) == 8
    assert "The mapping names 2 more that are not here; --json has all." in shown


def test_what_a_mapping_says_of_a_sheet_that_is_not_read_is_passed_by(tmp_path: Path) -> None:
    mapping = "sheets: {Luckor: {Vad: title}, Uppdrag: {Projekt: title}}\n"
    folder = portfolio(tmp_path, map__yaml=mapping)
    book = openpyxl.Workbook()
    book["Sheet"].title = "Luckor"
    book.create_sheet("Uppdrag").append(["Projekt", "Förvaltning"])
    book.save(folder / "two.xlsx")

    both = told(folder, "two.xlsx", "--map", "map.yaml")
    one = told(folder, "two.xlsx", "--map", "map.yaml", "--sheet", "Luckor")

    assert (both["totals"]["unheard"], one["totals"]["unheard"]) == ([], [])


def test_a_mapping_that_is_longer_than_a_file_of_a_portfolio_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, "# " + "x" * 2**20) == ["1:1: the mapping is larger than 1 MiB"]
