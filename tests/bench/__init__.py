"""Large portfolios and what it costs to read them: run by hand, ``python -m tests.bench.run``."""
