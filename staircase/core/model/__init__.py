"""The files' form: frozen pydantic models whose descriptions are the format's documentation."""
