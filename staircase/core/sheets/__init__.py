"""A portfolio as tables, for spreadsheets and databases: out of an assessment, and back into files."""
