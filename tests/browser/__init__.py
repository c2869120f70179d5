"""The page in a real browser: what must hold at every width, in every theme and on paper."""
