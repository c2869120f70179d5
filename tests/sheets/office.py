"""Spreadsheets worked on in LibreOffice, as its users do: cells are typed in, and files saved in any of its formats."""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

PYTHON = "/usr/bin/python3"
"""Debian's own, which the package python3-uno is for."""

FORMATS: Mapping[str, tuple[str, str]] = {
    "xlsx": ("Calc MS Excel 2007 XML", ""),
    "ods": ("calc8", ""),
    "csv": ("Text - txt - csv (StarCalc)", "59,34,1,1,,0,false,true,true"),
    "txt": ("Text - txt - csv (StarCalc)", "59,34,76,1,,0,false,true,true"),
}
"""LibreOffice's names of formats; text is saved as it is shown, parted by ``;``: .csv in cp1252, .txt in UTF-8."""

EXPORTED = ("Text - txt - csv (StarCalc)", "44,34,76,1,,0,false,true")
"""How a CSV file of ours is opened: days and numbers are found as those of the user's language."""


@dataclass
class Task:
    """Work on one spreadsheet: an old one, or a new one with some sheets.

    Attributes:
        saves: the names that it is saved under; the format is told by the name.
        opens: the file; empty of a new one.
        sheets: the names of the sheets of a new one.
        cells: what is put into cells.
        merges: the areas that are merged, each with its sheet.
        hides: the sheets that are hidden.
    """

    saves: Sequence[Path]
    opens: Path | None = None
    sheets: Sequence[str] = ()
    cells: list[Mapping[str, object]] = field(default_factory=list)
    merges: Sequence[tuple[str, str]] = ()
    hides: Sequence[str] = ()

    def typed(self, sheet: str, row: int, column: int, typed: str, form: str = "") -> None:
        """Have something typed into a cell, rows and columns counted from 1."""
        self.cells.append({"sheet": sheet, "row": row, "column": column, "typed": typed, "format": form})

    def text(self, sheet: str, row: int, column: int, text: str) -> None:
        """Have a text put into a cell as it stands."""
        self.cells.append({"sheet": sheet, "row": row, "column": column, "text": text, "format": ""})

    def told(self) -> dict[str, Any]:
        saves = {str(path): FORMATS[path.suffix.removeprefix(".")] for path in self.saves}
        form, options = EXPORTED if self.opens and self.opens.suffix == ".csv" else ("", "")
        opening = {"FilterName": form, "FilterOptions": options} if form else {}
        return asdict(self) | {"opens": str(self.opens or ""), "opening": opening, "saves": saves}


def worked(folder: Path, tasks: Iterable[Task], locale: str) -> None:
    """Have LibreOffice do some tasks, for a user of a language."""
    home = Path(mkdtemp(prefix="office-", dir=folder))
    script = Path(__file__).with_name("in_office.py")
    told = json.dumps([task.told() for task in tasks])
    subprocess.run(
        [PYTHON, str(script), str(home / "home"), locale],
        input=told,
        text=True,
        check=True,
        timeout=300,
    )
