"""Signs are chosen once, so that no report stops halfway at a character that cannot be encoded."""

import pytest

from staircase.core.reports.block import Sign
from staircase.core.term import Climb
from staircase.render.look import SignSetName
from staircase.render.signs import ASCII, SETS, SignSet, choose, fitted


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "unicode"),
        ("utf-16", "unicode"),
        ("cp1252", "cp1252"),
        ("iso-8859-1", "ascii"),
        ("cp437", "ascii"),
        ("ascii", "ascii"),
        ("no-such-encoding", "ascii"),
        (None, "ascii"),
    ],
)
def test_the_richest_set_that_can_be_encoded_is_chosen(encoding: str | None, name: SignSetName) -> None:
    assert choose(encoding).name == name


@pytest.mark.parametrize("signs", SETS.values(), ids=SETS.keys())
def test_every_sign_is_one_character_of_its_own(signs: SignSet) -> None:
    drawn = [signs.signs[sign] for sign in Sign]

    assert [len(sign) for sign in drawn] == [1] * len(Sign)
    assert len(set(drawn)) == len(Sign)


@pytest.mark.parametrize(
    ("name", "step", "drawn"),
    [("unicode", 3, "▂▄▆·"), ("unicode", 4, "▂▄▆█"), ("cp1252", 2, "12··"), ("ascii", 1, "1..."), ("ascii", 0, "....")],
)
def test_the_little_staircase_is_filled_up_to_its_step(name: SignSetName, step: int, drawn: str) -> None:
    assert SETS[name].climb(Climb(step)) == drawn


def test_punctuation_that_a_set_lacks_is_replaced() -> None:
    assert ASCII.ended(ASCII.fit("78–84\xa0% → ”klart” …")) == '78-84 % -> "klart" ...'


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("Öst på Å", "ascii", "Ost pa A"),
        ("Öst på Å", "cp1252", "Öst på Å"),
        ("漢–", "ascii", "??"),
        ("hej", "ascii", "hej"),
    ],
)
def test_letters_lose_their_marks_where_they_cannot_be_encoded(text: str, encoding: str, shown: str) -> None:
    assert fitted(text, encoding) == shown
