"""Spreadsheets as municipalities have them, made after public templates of project lists and benefit registers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

GREEN, RED = PatternFill("solid", fgColor="92D050"), PatternFill("solid", fgColor="FF0000")


def project_list(path: Path) -> None:
    """A title merged over the table, headings on row 4, colours and words, totals, and lists on a hidden sheet."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Projektlista 2026"
    sheet["A1"] = "Digitaliseringsprojekt"
    sheet.merge_cells("A1:H1")
    sheet["A2"] = "Uppdaterad 2026-11-02 av strategienheten"
    sheet.append([])
    sheet.append(
        ["Projektnamn", "Förvaltning", "Projektledare", "Startdatum", "Planerat slut", "Status", "Budget", "Mål 2026"]
    )
    rows = [
        (
            "Digital nattillsyn",
            "Vård och omsorg",
            "Anna Berg",
            date(2026, 1, 15),
            "juni 2027",
            "Pågår",
            "1 234,5 kr",
            "Balans",
        ),
        ("E-tjänst bygglov", "Samhällsbyggnad", "Bo Ek ", "1 mars 2026", None, "Grön", "420 tkr", None),
        ("Läxhjälp på nätet", "skola", "Eva Lind", "maj 2026", None, "Pausad", 80000, "Balans"),
        (
            "Signering av insatser",
            "Vård & omsorg",
            "Anna Berg",
            "2026-02-01",
            "2026-10-01",
            "Avslutad",
            "ca 50 000",
            None,
        ),
    ]
    for row in rows:
        sheet.append([*row])
    sheet.append(["Summa", None, None, None, None, None, 501234.5])
    sheet["F6"].fill, sheet["F7"].fill = GREEN, RED
    lists = book.create_sheet("Listor")
    lists.sheet_state = "hidden"
    for word in ("Status", "Pågår", "Pausad", "Avslutad"):
        lists.append([word])
    book.save(path)


def benefit_register(path: Path) -> None:
    """Two rows of headings, the upper ones merged, and per cent as Excel keeps them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Nyttoregister"
    sheet.append(["Projekt", "Nytta", "Typ av nytta", "Nyttoägare", "Mätetal", "Enhet", "Nuläge", None, "Mål", None])
    sheet.append([None, None, None, None, None, None, "Värde", "Datum", "Värde", "Senast"])
    sheet.merge_cells("G1:H1")
    sheet.merge_cells("I1:J1")
    for letter in "ABCDEF":
        sheet.merge_cells(f"{letter}1:{letter}2")
    sheet.append(
        [
            "Visits",
            "Färre turer",
            "Frigjord tid",
            "Chef nord",
            "körtid",
            "timmar/år",
            5200,
            date(2026, 1, 31),
            3900,
            "2027",
        ]
    )
    sheet.append(
        ["visits", "Nöjdare", "Kvalitet", "Chef syd", "andel nöjda", "%", 0.62, date(2026, 2, 28), 0.8, "Q4 2027"]
    )
    sheet.append(["Visit", "Lugn", "Trygghet", "Chef syd", "larm", "antal", "12 st", None, 4, "2027"])
    sheet["G4"].number_format = sheet["I4"].number_format = "0 %"
    book.save(path)


def two_sheets(path: Path) -> None:
    """Projects, and the benefits that belong to them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Projekt"
    _fill(
        sheet,
        ["Projekt", "Nämnd", "Ansvarig", "Start"],
        ["Trygghetslarm", "Vård och omsorg", "Anna Berg", date(2026, 3, 2)],
    )
    benefits = book.create_sheet("Nyttor")
    _fill(
        benefits,
        ["Tillhör projekt", "Nytta", "Ägare", "Senaste värde", "Mätdatum", "Mätetal", "Enhet"],
        ["Trygghetslarm", "Färre falsklarm", "Chef larm", 310, date(2026, 9, 30), "falsklarm", "larm/år"],
        ["Trygghetslarmet", "Snabbare svar", "Chef larm", None, None, None, None],
    )
    book.save(path)


def merged_departments(path: Path) -> None:
    """A department merged over its rows, blank rows between, headings repeated, and a lone line of text below."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Aktiviteter"
    head = ["Förvaltning", "Aktivitet", "Handläggare", "Påbörjad"]
    _fill(
        sheet,
        head,
        ["Vård och omsorg", "Kameror", "A", date(2026, 1, 1)],
        [None, "Larm", "B", date(2026, 2, 1)],
        [],
        head,
        ["Skola", "Schema", "C", date(2026, 3, 1)],
        [],
        ["* Godkänd av ledningsgruppen"],
    )
    sheet.merge_cells("A2:A3")
    book.save(path)


def english_register(path: Path) -> None:
    """A benefit register in English, with a sheet to explain it."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Read me"
    sheet["A1"] = "Fill in one row per benefit."
    register = book.create_sheet("Benefits Register")
    _fill(
        register,
        [
            "Project",
            "Benefit Description",
            "Benefit Owner",
            "Metric",
            "Unit",
            "Baseline",
            "Baseline Date",
            "Target",
            "Target Date",
            "Data source",
        ],
        [
            "Home visits",
            "Fewer trips",
            "Area manager",
            "trips",
            "trips/year",
            "5,200",
            "31/01/2026",
            "3,900",
            "2027",
            "fleet system",
        ],
    )
    book.save(path)


def formulas(path: Path) -> None:
    """Formulas that nobody has calculated, an error, and days as the numbers that Excel counts them in."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Projekt"
    _fill(
        sheet,
        ["Projekt", "Förvaltning", "Projektledare", "Startdatum", "Kostnad"],
        ["Kameror", "Skola", "A", 46037, "=2*400"],
        ["Larm", "Skola", "B", 46038, "#REF!"],
    )
    book.save(path)


def _fill(sheet: Worksheet, *rows: Sequence[object]) -> None:
    for row in rows:
        sheet.append([*row])


BOOKS: Mapping[str, Callable[[Path], None]] = {
    "projektlista.xlsx": project_list,
    "nyttoregister.xlsx": benefit_register,
    "portfolj.xlsx": two_sheets,
    "aktiviteter.xlsx": merged_departments,
    "register.xlsx": english_register,
    "formler.xlsx": formulas,
}
"""The workbooks, each with what makes it."""

TEXTS: Mapping[str, bytes] = {
    "verksamhet.csv": (
        "Uppdrag;Förvaltning;Uppdragsledare;Startdatum;Årlig kostnad\r\n"
        "Nyckelfri hemtjänst;Vård och omsorg;Åsa Öberg;2026-03-01;60 000,50\r\n"
        ";;;;\r\n"
        "Digital tolk;Vård och omsorg;Åsa Öberg;15 april 2026;1.200\r\n"
    ).encode("cp1252"),
    "unicode.txt": "Projekt\tFörvaltning\tAnsvarig\tStart\r\nSchema\tSkola\tC\t2026-03-01\r\n".encode("utf-16"),
    "matvarden.csv": (
        "\ufeffUppdrag;Nytta;Period;Utfall\r\nVisits;time;2026-10-31;4 150,5\r\nvisits;time;sep 2026;4200\r\n"
    ).encode(),
    "datum.csv": b"Project,Department,Lead,Start date\nA,skola,L,5/2/2026\nB,skola,L,25/1/2026\nC,skola,L,1/25/2026\n",
}
"""Tables as text, each as a program has written it."""
