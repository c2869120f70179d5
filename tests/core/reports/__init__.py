"""Reports, tried on portfolios written as text."""
