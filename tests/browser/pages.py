"""The pages that are looked at: the example's, and those of portfolios of every size and of every kind of trouble."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from staircase.core.assess import Assessment, assess
from staircase.core.choices import Language
from staircase.core.load import load
from staircase.core.page import ManagementPage
from staircase.core.page.compose import page
from staircase.core.portfolio import as_it_was
from staircase.core.source import PROGRAM_FILE, File
from staircase.disk import read
from staircase.render.html import render, slide
from staircase.words.speech import words
from tests.bench.generate import write
from tests.core.build import PROGRAM, assessed, assignment
from tests.hostile.portfolios import planted
from tests.house.module import ROOT
from tests.render.attacks import ATTACKS

DAY, SINCE = date(2026, 11, 2), date(2026, 8, 1)


@dataclass(frozen=True)
class Case:
    """A page to look at: what it is made of, and what it is asked to tell."""

    assess: Callable[[], Assessment]
    department: str | None = None
    language: Language = "sv"
    since: date | None = None
    shows_people: bool = True

    def page(self) -> ManagementPage:
        """What the page shows."""
        assessment = self.assess()
        before = assess(as_it_was(assessment.portfolio, self.since), self.since, DAY) if self.since else None
        return page(assessment, self.department, before, self.since, shows_people=self.shows_people)

    def html(self) -> str:
        """The page as text."""
        return render(self.page(), words(self.language), "1.0", "0123456789ab")

    def slide(self) -> str:
        """The picture for a slide as text."""
        return slide(self.page(), words(self.language))


def _read(folder: Path) -> Assessment:
    return assess(load(read(folder)), DAY, DAY)


def _example() -> Assessment:
    return _read(ROOT / "portfolio")


def _of_size(assignments: int) -> Callable[[], Assessment]:
    def made() -> Assessment:
        with TemporaryDirectory() as folder:
            write(Path(folder), assignments, 1)
            return _read(Path(folder))

    return made


def _crowded() -> Assessment:
    """As many names as a step tells, and as many cards, all with long titles."""
    names = {f"a{place}": f"'Samordnad beställning av hjälpmedel i hemmet, omgång {place}'" for place in range(20)}
    cards = {f"b{place}": f"'Gemensam tidbok för de sju vårdcentralerna, omgång {place}'" for place in range(6)}
    second = "[{step: explore, entered: 2026-01-01}, {step: benefits, entered: 2026-03-01}]"
    return assessed(
        **{key: assignment(title=title) for key, title in names.items()},
        **{key: assignment(title=title, journey=second) for key, title in cards.items()},
    )


def _attacked() -> Assessment:
    with TemporaryDirectory() as folder:
        return _read(planted(Path(folder), ATTACKS.values()))


def _unread() -> Assessment:
    broken = {f"broken{number}": "[" for number in range(9)}
    return assessed(keyless=assignment(), **broken)


def _broken() -> Assessment:
    files = {file.path: file for file in read(ROOT / "portfolio")}
    files[PROGRAM_FILE] = File(PROGRAM_FILE, b"[")
    files["assignments/nyckelfritt.yaml"] = File("assignments/nyckelfritt.yaml", b"[")
    return assess(load(files.values()), DAY, DAY)


CASES: Mapping[str, Case] = {
    "example": Case(_example, since=SINCE),
    "english": Case(_example, language="en", since=SINCE),
    "department": Case(_example, "vard-omsorg", since=SINCE),
    "public": Case(_example, shows_people=False),
    "empty": Case(lambda: assessed(PROGRAM)),
    "1": Case(lambda: assessed(keyless=assignment())),
    "30": Case(_of_size(30)),
    "60": Case(_of_size(60)),
    "300": Case(_of_size(300)),
    "crowded": Case(_crowded),
    "attacked": Case(_attacked),
    "unread": Case(_unread),
    "broken": Case(_broken),
}
