"""The page for management: the portfolio looked at and not read, made of what the reports say."""
