"""What the formats themselves say, in English."""

TEXTS: dict[str, str] = {
    "heading.day": "as of {day}",
    "table.hidden": "Hidden columns: {columns}. Show them: --wide",
}
