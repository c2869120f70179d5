"""Rows in the plain shape that programs write: read as they stand, and to the same cells as the XML parser reads."""

from collections.abc import Sequence
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staircase.core.sheets.grid import Grid, GridCell
from staircase.sheets import grids_of
from staircase.sheets.archive import CHUNK, UnreadBookError
from staircase.sheets.rows import PlainCell, without_plain_rows
from tests.cli.running import run
from tests.sheets.test_import import portfolio

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="x"><sheetData>'
END = "</sheetData></worksheet>"
UNSEEN = "<!-- no row after a comment is read as it stands -->"


def parted(sheet: bytes) -> tuple[bytes, list[tuple[int, int]]]:
    """What the parser is to see of a sheet, and the plain rows with the number of their cells."""
    taken: list[tuple[int, int]] = []

    def take(row: int, cells: Sequence[PlainCell]) -> None:
        taken.append((row, len(cells)))

    return b"".join(without_plain_rows(BytesIO(sheet), take)), taken


PARTS = {
    "xl/workbook.xml": b'<workbook><sheets><sheet name="Sheet" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": b'<Relationships><Relationship Id="rId1" Target="worksheets/a.xml"/></Relationships>',
    "xl/sharedStrings.xml": b"<sst><si><t>first</t></si><si><t>second</t></si></sst>",
}


def read(tmp_path: Path, sheet: bytes) -> Sequence[Grid] | str:
    """The sheets of a workbook with such a one, or why it can't be read."""
    with ZipFile(tmp_path / "a.xlsx", "w") as made:
        for name, content in {**PARTS, "xl/worksheets/a.xml": sheet}.items():
            made.writestr(name, content)
    try:
        return grids_of(tmp_path / "a.xlsx")
    except UnreadBookError as error:
        return error.reason


PLAIN = '<row r="{0}" spans="1:2" x14ac:dyDescent="0.25"><c r="A{0}" s="1" t="s"><v>0</v></c><c r="C{0}" s="2"/></row>'


FORMULA = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'
TEXT = '<row r="1"><c r="A1" t="str"><v>{}</v></c></row>'


@pytest.mark.parametrize(
    ("head", "rows", "left", "taken"),
    [
        pytest.param(HEAD, PLAIN.format(1) + PLAIN.format(3), "", [(1, 2), (3, 2)], id="as Excel writes them"),
        pytest.param(HEAD[HEAD.index("<w") :], PLAIN.format(1), "", [(1, 2)], id="without a declaration"),
        pytest.param(HEAD, FORMULA + PLAIN.format(2) + FORMULA, FORMULA * 2, [(2, 2)], id="beside a formula"),
        *(
            pytest.param(head, rows, rows, [], id=name)
            for name, head, rows in [
                ("another encoding", HEAD.replace("UTF-8", "ISO-8859-1"), PLAIN.format(1)),
                ("after an instruction", HEAD, "<?x?>" + PLAIN.format(1)),
                ("in a comment", HEAD, f"<!-- {PLAIN.format(1)} -->"),
                ("in a text", HEAD, f"<c><v><![CDATA[{PLAIN.format(1)}]]></v></c>"),
                ("a character by its number", HEAD, TEXT.format("&#65;")),
                ("a line's end of another kind", HEAD, TEXT.format("a\rb")),
                ("what no text may hold", HEAD, TEXT.format("a\x1bb")),
                ("what is no character", HEAD, TEXT.format("\uffff")),
            ]
        ),
    ],
)
def test_rows_of_the_plain_shape_are_taken_and_all_else_is_left_to_the_parser(
    head: str, rows: str, left: str, taken: list[tuple[int, int]]
) -> None:
    assert parted(f"{head}{rows}{END}".encode()) == (f"{head}{left}{END}".encode(), taken)


def test_a_sheet_of_which_many_rows_are_of_another_shape_is_left_to_the_parser_from_there_on() -> None:
    long = TEXT.format("&#65;" * CHUNK)
    sheet = f"{HEAD}{long}{PLAIN.format(2)}{END}".encode()

    assert parted(sheet) == (sheet, [])


def test_each_row_of_an_export_is_taken_as_it_stands(tmp_path: Path) -> None:
    folder = portfolio(tmp_path)

    run(["export", "book.xlsx"], folder)

    with ZipFile(folder / "book.xlsx") as made:
        sheets = [made.read(name) for name in made.namelist() if name.startswith("xl/worksheets/sheet")][1:]
    assert [rest.count(b"<row") for rest, _ in map(parted, sheets)] == [0] * len(sheets)
    assert sum(len(rows) for _, rows in map(parted, sheets)) > len(sheets)


CELLS = st.sampled_from(
    [
        '<c r="{column}1"><v>12.50</v></c>',
        '<c r="{column}9" s="0"><v>-1e3</v></c>',
        '<c r="{column}1" s="3" t="s"><v>1</v></c>',
        '<c r="{column}1" t="s"><v>7</v></c>',
        '<c r="{column}1" t="b"><v>1</v></c>',
        '<c r="{column}1" t="inlineStr"><is><t xml:space="preserve"> Ö &amp;lt; &gt;&quot;&apos; </t></is></c>',
        '<c r="{column}1" t="inlineStr"><is><t>a_x000A_b\n\tc</t></is></c>',
        '<c r="{column}1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
        '<c r="{column}1" t="str"><f>A1&amp;""</f><v>a</v></c>',
        '<c r="{column}1"><f>A1</f></c>',
        '<c r="{column}1" t="str"><v> </v></c>',
        '<c r="{column}1" t="e"><v>#REF!</v></c>',
        '<c r="{column}1" s="1"/>',
        '<c t="str"><v>]]&gt;</v></c>',
        '<c r="{column}1" t="str"><v>\x02</v></c>',
        '<c r="{column}1" t="str"><v>&amp</v></c>',
        "<c r='{column}1'><v>5</v></c>",
        '<x:c r="{column}1"><x:v>5</x:v></x:c>',
    ]
)
COLUMNS = st.sampled_from(["A", "B", "AA", "XFD", "XFE"])
ROWS = st.lists(
    st.tuples(
        st.sampled_from(['<row r="1">', '<row r="2" ht="15">', '<row r="1048577">', "<row>", '<row r="07">', "<row >"]),
        st.lists(st.tuples(COLUMNS, CELLS), max_size=3),
        st.sampled_from(["</row>", "</row>", "</row>\n", "</row><row/>", "</row>\r\n", ""]),
    ),
    max_size=4,
)


@settings(max_examples=150)
@given(ROWS)
def test_a_sheet_reads_the_same_whether_its_rows_are_read_as_they_stand_or_by_the_parser(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, list[tuple[str, str]], str]]
) -> None:
    folder = tmp_path_factory.mktemp("rows")
    text = "".join(
        begin + "".join(cell.format(column=column) for column, cell in cells) + end for begin, cells, end in rows
    )

    assert read(folder, f"{HEAD}{text}{END}".encode()) == read(folder, f"{HEAD}{UNSEEN}{text}{END}".encode())


def test_rows_are_read_in_their_order_across_the_pieces_that_a_sheet_is_unpacked_in(tmp_path: Path) -> None:
    numbers = range(1, 4_000, 2)
    rows = "".join(f'{PLAIN.format(number)}<row><c t="str"><v>next</v></c></row>' for number in numbers)
    cells = {row: {1: GridCell("first" if row % 2 else "next")} for row in range(1, 4_001)}

    assert read(tmp_path, f"{HEAD}{rows}{END}".encode()) == (Grid("Sheet", cells),)


@pytest.mark.parametrize(
    "row", ['<row r="1"><c r="A1"><v>1</v></c></row>', '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>']
)
def test_plain_rows_count_among_the_cells_that_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: str
) -> None:
    monkeypatch.setattr("staircase.sheets.excel.MOST_CELLS", 1)

    found = read(tmp_path, f"{HEAD}{row}{END}".encode())

    assert found == ("too-large" if "B1" in row else (Grid("Sheet", {1: {1: GridCell(Fraction(1))}}),))


def test_a_plain_row_that_is_no_sound_text_is_refused(tmp_path: Path) -> None:
    row = b'<row r="1"><c r="A1" t="str"><v>\xe5</v></c></row>'

    assert read(tmp_path, HEAD.encode() + row + END.encode()) == "broken"
