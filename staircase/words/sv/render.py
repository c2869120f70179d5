"""What the formats themselves say, in Swedish."""

TEXTS: dict[str, str] = {
    "heading.day": "läge {day}",
    "table.hidden": "Dolda kolumner: {columns}. Visa dem: --wide",
    "timeline.today": "idag",
    "column.lane": "Grupp",
    "column.first_day": "Från",
    "column.last_day": "Till",
    "column.gap_owner": "Ägare",
    "column.gap_place": "Plats",
}
