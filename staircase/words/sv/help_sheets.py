"""Swedish: the help of the commands that read and write spreadsheets."""

TEXTS: dict[str, str] = {
    "panel.sheets": "Kalkylblad",
    "command.import": "Ett kalkylblad blir filer: en projektlista, ett nyttoregister, månadens siffror.\n\nFörst visas vilken kolumn som läses som vad, vad som blir av varje rad och vilka celler som inte kan användas och varför; bara --write skriver. Rader som har försvunnit ur bladet nämns, men tas aldrig bort. Det läser .xlsx, .ods och .csv.",
    "example.import": "staircase import portfolio/sheets/oktober.csv\nstaircase import portfolio/sheets/oktober.csv --on 2026-10-31 --json",
    "option.file": "Kalkylbladet: .xlsx, .xlsm, .ods, .csv eller text med tabbar.",
    "option.import.sheet": "Det här bladet. Kan upprepas; utan det alla som inte är dolda.",
    "option.import.map": "En mappning som säger vilken rubrik som betyder vad; se staircase guide sheets.",
    "option.import.save_map": "Skriv hur kolumnerna lästes som en mappning att ändra i.",
    "option.import.dates": "Ordningen i datum som 3/4/2026: dagen, månaden eller året först.",
    "option.import.declare": "Lägg till förvaltningar och mål som saknas i program.yaml.",
    "option.import.write": "Skriv: allt eller inget.",
    "option.import.partial": "Med --write: skriv det som kan användas och lämna resten.",
    "option.import.dry_run": "Visa vilka rader som skulle ändras och skriv inget.",
    "option.import.on": "Dagen för det som bladet inte ger någon dag; annars i dag.",
    "shell.unread_book": "{word} kan inte läsas som kalkylblad: {reason}.",
    "shell.no_sheet": "det finns inget blad ”{word}”.",
    "shell.unsaved_map": "mappningen {word} kunde inte skrivas: {reason}.",
}
