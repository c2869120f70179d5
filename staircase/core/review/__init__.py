"""Changes of a portfolio as reports: between two sides, and commit by commit."""
