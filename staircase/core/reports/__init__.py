"""Reports: an assessment in, typed rows, totals and blocks out. A report knows no format."""
