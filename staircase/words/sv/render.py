"""What the formats themselves say, in Swedish."""

TEXTS: dict[str, str] = {
    "heading.day": "läge {day}",
    "table.hidden": "Dolda kolumner: {columns}. Visa dem: --wide",
}
