"""What the formats themselves say, in English."""

TEXTS: dict[str, str] = {
    "heading.day": "as of {day}",
    "table.hidden": "Hidden columns: {columns}. Show them: --wide",
    "timeline.today": "today",
    "column.lane": "Group",
    "column.first_day": "From",
    "column.last_day": "To",
    "column.gap_owner": "Owner",
    "column.gap_place": "Place",
}
