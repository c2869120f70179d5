"""The net is proven: changes of behaviour, planted one at a time in a copy of the package, are each caught."""

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.net import pinned
from tests.net.cases import Case, whole
from tests.net.differences import MEANT, judge, read
from tests.net.plants import PLANTS, Plant, PlantError, changed, planted
from tests.net.report import failures
from tests.net.sides import Ground, Pair, ground

ENTRIES = read(MEANT.read_text(encoding="utf-8"))
MOST = 40
"""Cases that are run to catch a plant."""


def spread(cases: Sequence[Case], most: int) -> tuple[Case, ...]:
    """Return so many of the cases at most, as far apart as they can be."""
    return tuple(cases[:: -(-len(cases) // most) or 1])


def shown_by(plant: Plant) -> tuple[Case, ...]:
    return spread([case for case in whole() if fnmatchcase(case.name, plant.cases)], MOST)


@pytest.fixture(scope="module")
def made() -> Iterator[Ground]:
    """Make the places of all plants once."""
    with ground([case for plant in PLANTS for case in shown_by(plant)]) as places:
        yield places


def told(made: Ground, package: Path, cases: Sequence[Case]) -> list[str]:
    """Return what the net says of a package."""
    results = zip(cases, made.results(cases, (pinned.package(), package)), strict=True)
    return failures(judge((Pair(case, before, after) for case, (before, after) in results), ENTRIES))


@pytest.mark.slow
@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.what)
def test_a_change_of_behaviour_is_caught(plant: Plant, made: Ground, tmp_path: Path) -> None:
    assert told(made, planted(plant, tmp_path), shown_by(plant)) != []


@pytest.mark.slow
def test_a_copy_without_a_plant_is_not_told_of(made: Ground, tmp_path: Path) -> None:
    every = {case.name: case for plant in PLANTS for case in shown_by(plant)}

    assert told(made, planted(None, tmp_path), spread([*every.values()], 10 * MOST)) == []


def test_there_are_many_plants_and_each_has_its_place_and_cases() -> None:
    assert len({plant.what for plant in PLANTS}) == len(PLANTS) >= 20
    assert [plant.what for plant in PLANTS if plant.new not in changed(plant)] == []
    assert [plant.what for plant in PLANTS if not 0 < len(shown_by(plant)) <= MOST] == []


@pytest.mark.parametrize("old", ["nowhere in that file", "NO"])
def test_a_plant_without_a_place_says_so(old: str) -> None:
    with pytest.raises(
        PlantError, match=r"The plant of it has no place: .* times in staircase/cli/__init__.py. Move it"
    ):
        changed(Plant("it", "cli/__init__.py", "*", old, ""))


def test_a_plant_in_a_file_that_is_gone_says_so() -> None:
    with pytest.raises(PlantError, match=r"0 times in staircase/gone.py"):
        changed(Plant("it", "gone.py", "*", "x", "y"))
