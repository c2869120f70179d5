"""Changes of behaviour that the net must catch, read from ``plants.yaml`` and planted in copies of the package."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.net.pinned import ROOT


class PlantError(Exception):
    """A plant has no place any more."""


@dataclass(frozen=True)
class Plant:
    """A change of behaviour.

    Attributes:
        file: the file in the package.
        cases: a pattern of the cases that show the change.
        old: the text that stands in the file once.
        new: what is put in its place.
    """

    what: str
    file: str
    cases: str
    old: str
    new: str


PLANTS = tuple(Plant(**one) for one in yaml.safe_load(Path(__file__).with_name("plants.yaml").read_text("utf-8")))


def planted(plant: Plant | None, folder: Path) -> Path:
    """Link the package into a folder, but for the file with the plant; return the folder to put on the path.

    Raises:
        PlantError: the text does not stand in the file once.
    """
    shutil.copytree(ROOT / "staircase", folder / "staircase", copy_function=os.symlink)
    if plant:
        file = folder / "staircase" / plant.file
        file.unlink()
        file.write_text(changed(plant), encoding="utf-8")
    return folder


def changed(plant: Plant) -> str:
    """Return the text of the plant's file with the plant in it.

    Raises:
        PlantError: the text does not stand in the file once.
    """
    file = ROOT / "staircase" / plant.file
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    if text.count(plant.old) != 1:
        message = (
            f"The plant of {plant.what} has no place: {plant.old!r} stands {text.count(plant.old)} times in "
            f"staircase/{plant.file}. Move it to where this is decided now, in tests/net/plants.yaml."
        )
        raise PlantError(message)
    return text.replace(plant.old, plant.new)
