"""The page for management, as what it says."""
