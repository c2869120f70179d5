"""English: the help of the commands that read and write spreadsheets."""

TEXTS: dict[str, str] = {
    "panel.sheets": "Spreadsheets",
    "command.import": "A spreadsheet becomes files: a project list, a benefit register, the monthly figures.\n\nFirst it shows which column it takes for what, what becomes of each row, and which cells can't be used and why; only --write writes. Rows that have left the sheet are named, never deleted. It reads .xlsx, .ods and .csv.",
    "example.import": "staircase import portfolio/sheets/oktober.csv\nstaircase import portfolio/sheets/oktober.csv --on 2026-10-31 --json",
    "option.file": "The spreadsheet: .xlsx, .xlsm, .ods, .csv or text with tabs.",
    "option.import.sheet": "This sheet. Repeatable; without it all that are not hidden.",
    "option.import.map": "A mapping that says which heading means what; see staircase guide sheets.",
    "option.import.save_map": "Write what was taken for what as a mapping, to be changed.",
    "option.import.dates": "The order of days such as 3/4/2026: day first, month first or year first.",
    "option.import.declare": "Declare departments and goals that program.yaml lacks.",
    "option.import.write": "Write it: all or nothing.",
    "option.import.partial": "With --write: write what can be used, and leave the rest.",
    "option.import.dry_run": "Show which lines would change, and write nothing.",
    "option.import.on": "The day of what the sheet gives no day for; otherwise today.",
    "shell.unread_book": "{word} can't be read as a spreadsheet: {reason}.",
    "shell.no_sheet": "there is no sheet '{word}'.",
    "shell.unsaved_map": "the mapping {word} could not be written: {reason}.",
}
