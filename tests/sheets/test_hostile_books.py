"""Whatever a file is: it is read or refused with a reason, within bounds, and nothing of it is run or fetched."""

from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from staircase.core.sheets.grid import Grid, GridCell, headings_of
from staircase.sheets import archive, grids_of
from staircase.sheets.archive import UnreadBookError
from tests.cli.running import run
from tests.sheets.test_import import portfolio

CONTENT = "<o:document-content><o:body><o:spreadsheet>{}</o:spreadsheet></o:body></o:document-content>"


def book(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A sound workbook with one cell, of which something is changed."""
    made = BytesIO()
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "x"
    workbook.save(made)
    with ZipFile(made) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    with ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def ods(path: Path, table: str) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as new:
        new.writestr("content.xml", CONTENT.format(f'<table:table table:name="S">{table}</table:table>'))
    return path


def sheet(parts: dict[str, bytes], rows: str) -> None:
    parts["xl/worksheets/sheet1.xml"] = f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()


def refused(path: Path) -> str:
    with pytest.raises(UnreadBookError) as error:
        grids_of(path)
    return error.value.reason


def test_a_part_that_unpacks_to_more_than_may_be_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 10_000)

    bomb = book(tmp_path / "bomb.xlsx", lambda parts: sheet(parts, " " * 1_000_000))

    assert (bomb.stat().st_size < 20_000, refused(bomb)) == (True, "too-large")


@pytest.mark.slow
def test_a_gigabyte_of_zeros_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "bomb.xlsx", "w", ZIP_DEFLATED) as bomb, bomb.open("xl/workbook.xml", "w") as part:
        for _ in range(1024):
            part.write(bytes(2**20))

    assert refused(tmp_path / "bomb.xlsx") == "too-large"


@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_entities_are_refused_where_they_are_declared(tmp_path: Path, name: str) -> None:
    laughs = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'

    assert refused(book(tmp_path / "laughs.xlsx", lambda parts: parts.update({name: laughs}))) == "declarations"


def test_a_cell_in_the_last_row_and_column_costs_one_cell(tmp_path: Path) -> None:
    far = book(
        tmp_path / "far.xlsx", lambda parts: sheet(parts, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    )

    assert grids_of(far) == (Grid("Sheet", {1048576: {16384: GridCell(Fraction(1))}}),)


@pytest.mark.parametrize("place", ["XFE1", "A1048577", "ZZZ9999999"])
def test_a_cell_outside_of_any_sheet_is_refused_or_counted_on(tmp_path: Path, place: str) -> None:
    path = book(tmp_path / "out.xlsx", lambda parts: sheet(parts, f'<row r="1"><c r="{place}"><v>1</v></c></row>'))

    if place.startswith("A"):
        assert list(grids_of(path)[0].cells) == [1]
    else:
        assert refused(path) == "broken"


def test_a_million_blank_rows_hold_nothing(tmp_path: Path) -> None:
    blanks = (
        '<t:table-row t:number-rows-repeated="1048570"><t:table-cell t:number-columns-repeated="16384"/></t:table-row>'
    )
    cell = '<t:table-row><t:table-cell o:value-type="string"><text:p>x</text:p></t:table-cell></t:table-row>'

    assert grids_of(ods(tmp_path / "blank.ods", cell + blanks)) == (Grid("S", {1: {1: GridCell("x")}}),)


def test_the_text_of_a_cell_without_any_attribute_is_read(tmp_path: Path) -> None:
    cell = "<table:table-cell><text:p>x</text:p></table:table-cell>"
    note = "<table:table-cell><office:annotation><text:p>seen</text:p></office:annotation></table:table-cell>"

    grids = grids_of(ods(tmp_path / "a.ods", f"<table:table-row>{cell}{note}{cell}</table:table-row>"))

    assert grids == (Grid("S", {1: {1: GridCell("x"), 3: GridCell("x")}}),)


def test_rows_that_repeat_a_filled_one_a_million_times_are_refused(tmp_path: Path) -> None:
    cell = '<t:table-cell t:number-columns-repeated="4"><text:p>x</text:p></t:table-cell>'
    row = f'<t:table-row t:number-rows-repeated="1000000">{cell}</t:table-row>'

    assert refused(ods(tmp_path / "full.ods", row)) == "too-large"


def test_more_cells_than_may_be_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("excel", "opendocument", "text"):
        monkeypatch.setattr(f"staircase.sheets.{name}.MOST_CELLS", 2)
    (tmp_path / "many.csv").write_text("a,b\nc,d\n")

    cells = "<row>" + "<c><v>1</v></c>" * 3 + "</row>"

    assert refused(tmp_path / "many.csv") == "too-large"
    assert refused(book(tmp_path / "many.xlsx", lambda parts: sheet(parts, cells))) == "too-large"


def test_cells_that_are_alike_are_kept_once(tmp_path: Path) -> None:
    cells = '<c t="str"><v>same</v></c><c><v>45</v></c><c><f>A1</f></c><c/><c t="str"><v>same</v></c>'
    path = book(tmp_path / "alike.xlsx", lambda parts: sheet(parts, f"<row>{cells}</row><row>{cells}</row>"))

    (grid,) = grids_of(path)

    first, second = grid.cells[1], grid.cells[2]
    assert first == {1: GridCell("same"), 2: GridCell(Fraction(45)), 3: GridCell("", problem="formula"), 5: first[1]}
    assert all(one is other for one, other in ((first[1], first[5]), (first[1], second[1]), (first[2], second[2])))


@pytest.mark.slow
def test_as_many_cells_as_the_export_of_ten_thousand_assignments_has_are_read(tmp_path: Path) -> None:
    row = "<row>" + "<c><v>1</v></c>" * 230 + "</row>"

    (grid,) = grids_of(book(tmp_path / "large.xlsx", lambda parts: sheet(parts, row * 10_000)))

    assert sum(map(len, grid.cells.values())) == 2_300_000


def test_a_cell_that_is_longer_than_may_be_costs_its_beginning_only(tmp_path: Path) -> None:
    most, more = "a" * 32_767, "b" * 32_768
    cells = "".join(f'<c t="str"><v>{text}</v></c>' for text in (most, more))
    of_table = f"<text:p>{more[:-9]}<text:s text:c='9'/></text:p><text:p>{most}</text:p>"
    repeated = "<text:s text:c='16384'/>" * 1000
    spaces = f"<text:p>c{repeated}</text:p>"
    (tmp_path / "a.csv").write_text(f"{'a' * 200_000},{'b' * 200_001}\nc,d\n")

    read = grids_of(book(tmp_path / "a.xlsx", lambda parts: sheet(parts, f"<row>{cells}</row>")))
    plain = grids_of(
        book(tmp_path / "b.xlsx", lambda parts: sheet(parts, f'<row r="1"><c r="B1" t="str"><v>{more}</v></c></row>'))
    )
    cell = "<table-cell o:value-type='string'>{}</table-cell>"
    table = f"<table-row>{cell.format(of_table)}{cell.format(spaces)}</table-row>"

    long = GridCell(f"{'b' * 40}\u2026", problem="long")
    assert read == (Grid("Sheet", {1: {1: GridCell(most), 2: long}}),)
    assert plain == (Grid("Sheet", {1: {2: long}}),)
    assert grids_of(ods(tmp_path / "a.ods", table)) == (
        Grid("S", {1: {1: long, 2: GridCell(f"c{' ' * 39}\u2026", problem="long")}}),
    )
    assert grids_of(tmp_path / "a.csv") == (
        Grid("a", {1: {1: GridCell("a" * 200_000), 2: long}, 2: {1: GridCell("c"), 2: GridCell("d")}}),
    )


def test_a_cell_that_is_too_long_is_named_by_its_place(tmp_path: Path) -> None:
    folder = portfolio(tmp_path)
    (folder / "list.csv").write_text(f"Projekt,Förvaltning,Ansvarig,Start\n{'x' * 300_000},skola,L,2026-01-01\n")

    told = run(["import", "list.csv", "--lang", "en"], folder).out

    assert "longer than a cell may be: shorten it to 32,767 characters at most" in " ".join(told.split())
    assert "A2" in told


def test_a_sheet_that_is_not_to_be_read_is_not_unpacked(tmp_path: Path) -> None:
    broken = book(tmp_path / "broken.xlsx", lambda parts: sheet(parts, "<row>"))

    assert refused(broken) == "broken"
    assert grids_of(broken, lambda name, *, is_hidden: is_hidden or name != "Sheet") == (Grid("Sheet", {}),)


def test_links_to_other_files_and_macros_are_not_looked_at(tmp_path: Path) -> None:
    def change(parts: dict[str, bytes]) -> None:
        parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0macro"
        parts["xl/externalLinks/externalLink1.xml"] = b"<!DOCTYPE x><broken"
        relations = parts["xl/_rels/workbook.xml.rels"].decode()
        link = '<Relationship Id="rId99" Type="x" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
        parts["xl/_rels/workbook.xml.rels"] = relations.replace("</Relationships>", link).encode()
        workbook = parts["xl/workbook.xml"].decode()
        parts["xl/workbook.xml"] = workbook.replace("</sheets>", '<sheet name="Out" r:id="rId99"/></sheets>').encode()
        sheet(parts, '<row><c t="str"><f>WEBSERVICE("http://x")</f><v>kept</v></c></row>')

    assert grids_of(book(tmp_path / "macro.xlsm", change)) == (Grid("Sheet", {1: {1: GridCell("kept")}}),)


def test_files_of_other_kinds_are_refused_with_what_would_do(tmp_path: Path) -> None:
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(500))
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\x00\x00")
    (tmp_path / "cut.xlsx").write_bytes(b"PK\x03\x04" + bytes(20))
    with ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("readme", "x")

    assert refused(tmp_path / "old.xls") == "old-or-locked"
    assert refused(tmp_path / "picture.csv") == "not-text"
    assert refused(tmp_path / "cut.xlsx") == "broken"
    assert refused(tmp_path / "other.zip") == "other-kind"
    assert refused(tmp_path / "nowhere.csv") == "failed"
    assert refused(tmp_path) == "failed"
    ended = run(["import", "old.xls", "--lang", "en"], portfolio(tmp_path))
    assert ended.code == 2
    assert "old.xls can’t be read as a spreadsheet: it is locked with a password, or as old as .xls" in ended.err


@settings(max_examples=30)
@given(st.binary(max_size=400), st.integers(0, 4))
def test_no_bytes_make_a_reader_fail_otherwise(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, place: int
) -> None:
    path = tmp_path_factory.mktemp("noise") / "x.xlsx"
    names = [
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/_rels/workbook.xml.rels",
    ]

    book(path, lambda parts: parts.update({names[place]: noise}))

    try:
        grids_of(path)
    except UnreadBookError as error:
        assert error.reason in {"broken", "declarations"}  # noqa: PT017 - any other error fails the test by itself


@settings(max_examples=50)
@given(st.binary(max_size=400))
def test_no_text_makes_a_reader_fail_otherwise(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    path = tmp_path_factory.mktemp("noise") / "x.csv"
    path.write_bytes(noise)

    try:
        found = grids_of(path)
    except UnreadBookError as error:
        assert error.reason in {"broken", "not-text", "old-or-locked"}  # noqa: PT017 - as above
    else:
        assert len(found) == 1


@pytest.mark.parametrize("attack", ["=cmd|' /C calc'!A0", "[bold]x[/]", "::error::x", "\u202eevil", "a\x1b[31mb"])
def test_text_of_a_cell_comes_in_as_text_or_not_at_all(tmp_path: Path, attack: str) -> None:
    folder = portfolio(tmp_path)
    path = folder / "list.csv"
    path.write_text(f'Projekt,Förvaltning,Ansvarig,Start\n"{attack}x",skola,L,2026-01-01\n', encoding="utf-8")

    shown = run(["import", "list.csv"], folder)
    run(["import", "list.csv", "--write"], folder)

    assert "\x1b" not in shown.out
    titles = [one.read_text("utf-8").splitlines()[0] for one in (folder / "portfolio" / "assignments").glob("*.yaml")]
    assert len(titles) == (1 if "\x1b" in attack else 2)


MAIN, STRICT = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
ROW = '<{0}row r="1"><{1}c r="B1" t="inlineStr"><{2}is><{1}t>A</{1}t></{2}is></{1}c></{0}row>'


@pytest.mark.parametrize(
    "prefixes", [("", "", ""), ("x:", "x:", "x:"), ("x:", "", "y:"), ("", "y:", ""), ("é:", "", "")]
)
@pytest.mark.parametrize("namespace", [MAIN, STRICT])
@pytest.mark.parametrize("padding", [0, 65_400, 65_536])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_sheet_reads_the_same_whatever_prefixes_its_namespace_has(
    tmp_path: Path, prefixes: tuple[str, str, str], namespace: str, padding: int, encoding: str
) -> None:
    names = "".join(f' xmlns{prefix}="{namespace}"' for prefix in ("", ":x", ":y", ":é"))
    rows = ROW.format(*prefixes)
    sheet_data = f"{' ' * padding}<sheetData>{rows}</sheetData>"
    text = f'<?xml version="1.0" encoding="{encoding}"?><worksheet{names}>{sheet_data}</worksheet>'
    path = book(tmp_path / "a.xlsx", lambda parts: parts.update({"xl/worksheets/sheet1.xml": text.encode(encoding)}))

    assert grids_of(path) == (Grid("Sheet", {1: {2: GridCell("A")}}),)


@pytest.mark.parametrize("prefixes", [("", ""), ("table:", "text:"), ("t:", "")])
def test_a_table_reads_the_same_whatever_prefixes_its_namespace_has(tmp_path: Path, prefixes: tuple[str, str]) -> None:
    of_table, of_text = prefixes
    cell = f'<{of_table}table-cell office:value-type="string"><{of_text}p>A</{of_text}p></{of_table}table-cell>'
    table = f'<{of_table}table {of_table}name="S"><{of_table}table-row>{cell}</{of_table}table-row></{of_table}table>'
    with ZipFile(tmp_path / "a.ods", "w", ZIP_DEFLATED) as new:
        new.writestr("content.xml", f"<document-content><body>{table}</body></document-content>")

    assert grids_of(tmp_path / "a.ods") == (Grid("S", {1: {1: GridCell("A")}}),)


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99999</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>x</v></c></row>',
    ],
)
def test_a_cell_that_stands_twice_or_refers_to_no_text_is_not_passed_by(tmp_path: Path, cells: str) -> None:
    assert refused(book(tmp_path / "a.xlsx", lambda parts: sheet(parts, cells))) == "broken"


@pytest.mark.parametrize("encoding", ["no-such", "hex", "idna", "utf-7", "utf-32", "punycode"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_part_in_an_encoding_that_is_none_or_not_for_texts_is_refused(
    tmp_path: Path, part: str, encoding: str
) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?><worksheet/>'.encode()

    assert refused(book(tmp_path / "a.xlsx", lambda parts: parts.update({part: content}))) == "broken"


@pytest.mark.slow
@pytest.mark.parametrize("area", ["A1:C1", "A1:A1048576"])
def test_merged_cells_that_cover_one_another_cost_what_one_of_them_does(tmp_path: Path, area: str) -> None:
    cells = "".join(f'<c r="{column}1" t="str"><v>{column}</v></c>' for column in "ABCDE")
    merged = f'<mergeCell ref="{area}"/>' * 100_000
    rows = f'<row r="1">{cells}</row></sheetData><mergeCells>{merged}</mergeCells><sheetData>'

    (grid,) = grids_of(book(tmp_path / "a.xlsx", lambda parts: sheet(parts, rows)))

    assert (len(grid.merged), len(headings_of(grid, 1)), len(headings_of(grid, 2))) == (1, 5, 0)


def test_cells_and_rows_may_stand_in_any_order(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
    numbers = {
        row: {column: GridCell(Fraction(value)) for column, value in own}
        for row, own in ((1, [(1, 1)]), (2, [(1, 3), (2, 4)]))
    }

    assert grids_of(book(tmp_path / "a.xlsx", lambda parts: sheet(parts, rows))) == (Grid("Sheet", numbers),)


def test_more_sheets_than_anybody_has_are_refused(tmp_path: Path) -> None:
    sheets = "".join(f'<sheet name="S{number}" r:id="rId1"/>' for number in range(1001)).encode()
    many = book(
        tmp_path / "a.xlsx",
        lambda parts: parts.update(
            {"xl/workbook.xml": b"<workbook>" + sheets.replace(b"r:id", b"id") + b"</workbook>"}
        ),
    )
    with ZipFile(tmp_path / "a.ods", "w", ZIP_DEFLATED) as new:
        new.writestr("content.xml", f"<document>{'<table/>' * 1001}</document>")

    assert (refused(many), refused(tmp_path / "a.ods")) == ("too-large", "too-large")
