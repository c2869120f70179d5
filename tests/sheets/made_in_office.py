"""Spreadsheets as municipalities keep them, typed and saved in LibreOffice: ``python -m tests.sheets.made_in_office``.

They lie in ``tests/sheets/from_office``, so that quick tests read what LibreOffice writes; a slow test makes them anew.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sheets.office import Task, worked

FOLDER = Path(__file__).with_name("from_office")
KRONOR, PERCENT, MONTH = "#\u00a0##0,00 [$kr-41D]", "0%", "MMMM YYYY"

Form = Mapping[int, str]
"""How the cells of columns are shown, by the numbers of these."""


def fill(task: Task, sheet: str, rows: Sequence[Sequence[str]], first: int = 1, forms: Form | None = None) -> None:
    """Have rows typed, one below the other."""
    for row, cells in enumerate(rows, first):
        for column, typed in enumerate(cells, 1):
            if typed:
                task.typed(sheet, row, column, typed, (forms or {}).get(column, "") if row > first else "")


def project_list(folder: Path) -> Task:
    """A title over the table, headings on row 4, money and shares, blank rows, and a total by formula."""
    task = Task([folder / "projektlista.ods"], sheets=["Projekt 2026"], merges=[("Projekt 2026", "A1:G1")])
    task.typed("Projekt 2026", 1, 1, "Digitaliseringsportfölj")
    task.typed("Projekt 2026", 2, 1, "Uppdaterad 2 november 2026")
    rows = [
        ("Projekt", "Förvaltning", "Projektledare", "Startdatum", "Budget", "Andel klart", "Kommentar"),
        ("Digital nattillsyn", "Vård och omsorg", "Åsa Öberg", "15 januari 2026", "1234,5", "45%", "väntar på avtal"),
        ("Läxhjälp", "Skola", "Bo Ek", "2026-05-04", "80000", "12,5%", '"pilot"'),
        (),
        (),
        (),
        ("E-arkiv", "Vård och omsorg", "Eva Lind", "1/9 2026", "420000", "0%", ""),
        ("Summa", "", "", "", "=SUM(E5:E10)", "", ""),
    ]
    fill(task, "Projekt 2026", rows, first=4, forms={5: KRONOR, 6: PERCENT})
    return task


def benefit_register(folder: Path) -> Task:
    """A workbook for Excel: two rows of headings, shares, money, values out of formulas, choices on a hidden sheet."""
    name = "Nyttoregister"
    task = Task([folder / "nyttoregister.xlsx"], sheets=[name, "Listor"], hides=["Listor"])
    task.merges = [(name, "G1:H1"), (name, "I1:J1"), *((name, f"{letter}1:{letter}2") for letter in "ABCDEF")]
    rows = [
        ("Projekt", "Nytta", "Typ av nytta", "Nyttoägare", "Mätetal", "Enhet", "Nuläge", "", "Mål", ""),
        ("", "", "", "", "", "", "Värde", "Datum", "Värde", "Senast"),
        ("Visits", "Nöjdare", "Kvalitet", "Chef syd", "andel nöjda", "%", "62%", "2026-02-28", "80%", "2027"),
        ("Visits", "Billigare", "Pengar", "Chef nord", "avgifter", "SEK/år", "=2*1234,5", "2026-01-31", "900", "2027"),
    ]
    fill(task, name, rows, forms={})
    for row, column in ((4, 7), (4, 9)):
        task.typed(name, row, column, rows[3][column - 1], KRONOR)
    fill(task, "Listor", [("Status",), ("Pågår",), ("Pausad",)])
    return task


def monthly_figures(folder: Path) -> Task:
    """Months as days that show no more, a column that is the same all the way down, and rows that are the same."""
    task = Task([folder / "matvarden.ods"], sheets=["Mätvärden"])
    rows = [
        ("Uppdrag", "Nytta", "Period", "Utfall"),
        ("Visits", "Less time", "2026-08-01", "4650"),
        ("Visits", "Less time", "2026-09-01", "4512,25"),
        ("Visits", "Less time", "2026-09-01", "4512,25"),
        ("Visits", "Less time", "2026-10-01", "4400"),
    ]
    fill(task, "Mätvärden", rows, forms={3: MONTH})
    return task


def as_windows_text(folder: Path) -> Task:
    """Text parted by ``;`` in cp1252, with what is shown: kronor with spaces, quotes, and two lines in a cell."""
    task = Task([folder / "verksamhet.csv"], sheets=["Verksamhet"])
    rows = [
        ("Uppdrag", "Förvaltning", "Uppdragsledare", "Startdatum", "Årlig kostnad", "Tillsammans med"),
        ("Nyckelfri hemtjänst", "Vård och omsorg", "Åsa Öberg", "2026-03-01", "1260000,5", "undersköterskor; anhöriga"),
        ('Digital "tolk"', "Skola", "Bo Ek", "2026-04-15", "80000", ""),
    ]
    fill(task, "Verksamhet", rows, forms={5: KRONOR})
    task.text("Verksamhet", 3, 6, "lärare\nelever")
    return task


def action_plan(folder: Path) -> Task:
    """Two sheets that belong together, saved for Excel; departments are merged over their rows."""
    task = Task([folder / "handlingsplan.xlsx"], sheets=["Aktiviteter", "Nyttor"], merges=[("Aktiviteter", "A2:A3")])
    rows = [
        ("Förvaltning", "Aktivitet", "Handläggare", "Påbörjad"),
        ("Vård och omsorg", "Kameror", "Anna Berg", "2026-01-01"),
        ("", "Larm", "Bo Ek", "2026-02-01"),
        ("Skola", "Schema", "Eva Lind", "2026-03-01"),
    ]
    fill(task, "Aktiviteter", rows)
    fill(task, "Nyttor", [("Tillhör projekt", "Nytta", "Ägare"), ("Larm", "Färre falsklarm", "Chef larm")])
    return task


MADE = (project_list, benefit_register, monthly_figures, as_windows_text, action_plan)


def make(folder: Path, home: Path) -> None:
    """Have all of them made into a folder."""
    worked(home, [each(folder) for each in MADE], "sv-SE")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as place:
        make(FOLDER, Path(place))
