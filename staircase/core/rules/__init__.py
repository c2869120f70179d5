"""The rules: one function each in its family's module, one line each in the registry; they do not know one another."""
