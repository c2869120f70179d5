"""The example portfolio, a real input of a hundred files, says the same to the program and to the oracle."""

from datetime import date
from pathlib import Path

import pytest

from tests.oracle.aspects import compared
from tests.oracle.sides import ask

ROOT = Path(__file__).parents[2] / "portfolio"
TODAY = date(2026, 11, 24)


def texts() -> dict[str, str | None]:
    paths = [ROOT / "program.yaml", *sorted((ROOT / "assignments").iterdir())]
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") if path.suffix == ".yaml" else None
        for path in paths
    }


@pytest.mark.parametrize(
    "day",
    [
        *("2025-06-30", "2026-11-24"),
        *(
            pytest.param(day, marks=pytest.mark.slow)
            for day in ("2024-12-31", "2026-02-28", "2026-09-30", "2027-06-01")
        ),
    ],
)
def test_the_example_portfolio_has_the_values_that_the_oracle_finds(day: str) -> None:
    told, known = compared(ask(texts(), date.fromisoformat(day), TODAY))

    assert told == known
