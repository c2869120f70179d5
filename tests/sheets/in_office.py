"""Work done within LibreOffice itself, by the Python that knows it (Debian's): tasks come in as JSON, ``office.py``."""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

uno: Any = import_module("uno")  # Debian's python3-uno, which has no types
MOST_SECONDS, BETWEEN = 120, 0.2

LOCALE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{}</value></prop></item>
</oor:items>
"""


def connected(office: "subprocess.Popen[bytes]", address: str) -> Any:  # noqa: ANN401 - UNO has no types
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(int(MOST_SECONDS / BETWEEN)):
        try:
            context = resolver.resolve(address)
        except Exception:  # UNO's own exceptions, which only exist at run time
            if office.poll() is not None:
                raise
            time.sleep(BETWEEN)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise TimeoutError(address)


def settings(**values: object) -> tuple[Any, ...]:
    made = []
    for name, value in values.items():
        one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def work(office: Any, task: Mapping[str, Any]) -> None:  # noqa: ANN401 - as above
    """Open a workbook, or begin one; change cells as somebody who types would; save it under other names."""
    address = Path(task["opens"]).as_uri() if task["opens"] else "private:factory/scalc"
    book = office.loadComponentFromURL(address, "_blank", 0, settings(Hidden=True, **task["opening"]))
    for place, name in enumerate(task["sheets"]):
        if place:
            book.Sheets.insertNewByName(name, place)
        else:
            book.Sheets.getByIndex(0).Name = name
    for cell in task["cells"]:
        put(book, book.Sheets.getByName(cell["sheet"]), cell)
    for sheet, area in task["merges"]:
        book.Sheets.getByName(sheet).getCellRangeByName(area).merge(True)  # noqa: FBT003 - UNO's own
    for sheet in task["hides"]:
        book.Sheets.getByName(sheet).IsVisible = False
    for path, (form, options) in task["saves"].items():
        book.storeToURL(Path(path).as_uri(), settings(FilterName=form, FilterOptions=options))
    book.close(True)  # noqa: FBT003 - as above


def put(book: Any, sheet: Any, cell: Mapping[str, Any]) -> None:  # noqa: ANN401 - as above
    """Put in a cell what is typed, or a text as it stands; with a format, as Swedes write it, the cell shows it so."""
    target = sheet.getCellByPosition(cell["column"] - 1, cell["row"] - 1)
    if "text" in cell:
        target.String = cell["text"]
    else:
        target.FormulaLocal = cell["typed"]
    if cell["format"]:  # what is typed brings a format of its own
        locale = uno.createUnoStruct("com.sun.star.lang.Locale")
        locale.Language, locale.Country = "sv", "SE"
        known = book.NumberFormats.queryKey(cell["format"], locale, False)  # noqa: FBT003 - as above
        target.NumberFormat = known if known >= 0 else book.NumberFormats.addNew(cell["format"], locale)


def main(home: Path, locale: str, tasks: Sequence[Mapping[str, Any]]) -> None:
    """Do all tasks in a LibreOffice of a user of its own, whose numbers and days are those of a language."""
    (home / "user").mkdir(parents=True)
    (home / "user" / "registrymodifications.xcu").write_text(LOCALE.format(locale), encoding="utf-8")
    pipe = f"staircase-{home.stat().st_ino}"
    command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore", "--nologo"]
    with subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"]) as process:
        office = connected(process, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        try:
            for task in tasks:
                work(office, task)
        finally:
            office.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], json.load(sys.stdin))
