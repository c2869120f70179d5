"""The page for management, as HTML."""
