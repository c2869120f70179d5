"""The rules: one row each of the table, one function each in its family's module; they do not know one another."""
