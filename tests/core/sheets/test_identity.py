from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given

from staircase.core.assess import Assessment, assess
from staircase.core.load import load
from staircase.core.sheets import Sheet, SheetValue
from staircase.core.sheets.extract import Extract
from staircase.core.source import File
from staircase.words.speech import words
from tests.core import generated
from tests.core.sheets.rebuilt import assignments, files
from tests.oracle.dressing import dress
from tests.oracle.generate import portfolio

SAY = words("en").say


def extract(assessment: Assessment) -> Extract:
    assert assessment.scene
    return Extract(assessment, assessment.scene, SAY)


def named(taken: Extract, sheet: Sheet) -> Iterator[Mapping[str, SheetValue]]:
    keys = [column.key for column in sheet.columns]
    return (dict(zip(keys, row, strict=True)) for row in taken.filled(sheet).rows)


@given(generated.portfolios)
def test_the_rows_of_a_portfolio_hold_all_that_its_assignments_say(made: dict[str, generated.Data]) -> None:
    read = load(generated.files(made))
    taken = extract(assess(read, generated.TODAY, generated.TODAY))

    again = assignments(lambda sheet: named(taken, sheet))

    assert again == files(read)


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(40))
def test_so_do_those_of_what_real_organisations_do(seed: int) -> None:
    made = portfolio(seed, dress)
    texts = [File(path, None if text is None else text.encode()) for path, text in made.texts.items()]
    read = load(sorted(texts, key=lambda file: (file.path != "program.yaml", file.path)))
    day = max(made.t, made.today)
    taken = extract(assess(read, day, day))

    again = assignments(lambda sheet: named(taken, sheet))

    assert again == files(read)


def test_on_an_earlier_day_nothing_is_there_that_came_later() -> None:
    made = portfolio(7, dress)
    texts = [File(path, None if text is None else text.encode()) for path, text in made.texts.items()]
    read = load(texts)
    taken = extract(assess(read, made.t, date(2199, 1, 1)))

    again = assignments(lambda sheet: named(taken, sheet))

    assert taken.is_whole is False
    assert {name: one.was for name, one in again.items()} == dict.fromkeys(read.entries, ())
    assert again.keys() == read.entries.keys()
