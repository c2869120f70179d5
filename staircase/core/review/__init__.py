"""What a reviewer is shown of changes: rows, totals and a headline, made of the changes and the reports' blocks."""
