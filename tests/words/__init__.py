"""The words, tried for wholeness and for how each term is said."""
