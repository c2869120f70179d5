"""Cells changed in LibreOffice itself: import changes exactly those fields, and ``diff`` says just that."""

import json
from pathlib import Path
from random import Random

import pytest

from staircase.core.choices import Language
from tests.bench import generate
from tests.cli.running import example, plant, run
from tests.repository import begun
from tests.sheets.office import Task, worked
from tests.sheets.retyped import LOCALES, Retyping, data_of, expected, ids_in, told_by_diff

TODAY = "2026-11-02"


@pytest.mark.slow
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 40))])
def test_import_changes_the_fields_of_cells_that_were_changed_and_no_others(
    tmp_path: Path, seed: int, language: Language
) -> None:
    place = tmp_path / "here"
    folder = example(place) if seed % 2 else plant(place, dict(generate.portfolio(12, seed)))
    repo = begun(folder)
    repo.commit()
    run(["export", "out.xlsx", "--lang", language], folder)
    task = Task([folder / "changed.xlsx", folder / "changed.ods"], folder / "out.xlsx")
    made = Retyping(folder, tmp_path / "scratch", language, Random(f"{seed} {language}"), TODAY)  # noqa: S311 - no secret
    made.typed(folder / "out.xlsx", task, 12)
    worked(tmp_path, [task], LOCALES[language])

    for name in ("changed.xlsx", "changed.ods"):
        ended = run(["import", name, "--write", "--json"], folder)
        keys = [change["key"] for row in json.loads(ended.out)["rows"] for change in row["changes"]]
        told = told_by_diff(json.loads(run(["diff", "--json"], folder).out)["rows"], frozenset(ids_in(made.data)))

        assert (ended.code, ended.err) == (0, "")
        assert data_of(folder) == made.data
        assert sorted(keys) == sorted(one.key for one in made.changes)
        assert told.things == expected(made.changes).things
        assert told.values >= expected(made.changes).values
        repo.git("checkout", "--quiet", ".")
