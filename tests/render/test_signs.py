"""Signs are chosen once, so that no report stops halfway at a character that cannot be encoded."""

from fractions import Fraction
from itertools import product

import pytest

from staircase.core.reports import Sign
from staircase.core.term import Climb, Gauge
from staircase.render.look import ASCII, SETS, UNICODE, SignSet, SignSetName, choose, fitted


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


DRAWING = (Sign.GAUGE, Sign.PLAN, Sign.SOLID, Sign.HATCHED, Sign.DASHED, Sign.TODAY)
TOGETHER = (
    tuple(sign for sign in Sign if sign not in DRAWING),
    (Sign.GAUGE, Sign.PLAN),
    (Sign.SOLID, Sign.HATCHED, Sign.DASHED, Sign.TODAY),
)


@pytest.mark.parametrize(("signs", "together"), list(product(SETS.values(), TOGETHER)))
def test_signs_that_stand_together_are_one_character_each_and_differ(
    signs: SignSet, together: tuple[Sign, ...]
) -> None:
    drawn = [signs.signs[sign] for sign in together]

    assert [len(sign) for sign in drawn] == [1] * len(together)
    assert len(set(drawn)) == len(together)


@pytest.mark.parametrize(
    ("realised", "planned", "drawn"),
    [
        (Fraction(0), None, "··········"),
        (Fraction(1, 2), None, "▆▆▆▆▆·····"),
        (Fraction(1, 2), Fraction(3, 4), "▆▆▆▆▆··┃··"),
        (Fraction(1, 2), Fraction(1, 4), "▆▆┃▆▆·····"),
        (Fraction(99, 100), None, "▆▆▆▆▆▆▆▆▆·"),
        (Fraction(1), None, "▆▆▆▆▆▆▆▆▆▆"),
        (Fraction(3), Fraction(1), "▆▆▆▆▆▆▆▆▆┃"),
        (Fraction(-1), Fraction(0), "┃·········"),
    ],
)
def test_a_gauge_shows_the_share_within_the_target_and_the_plan(
    realised: Fraction, planned: Fraction | None, drawn: str
) -> None:
    assert UNICODE.gauge(Gauge(realised, planned), 10) == drawn


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
        ("漢☃", "ascii", "??"),
        ("”Öst” – …", "ascii", '"Ost" - ...'),
        ("hej", "ascii", "hej"),
        ("Ａ１\u2003ﬁ", "ascii", "A1 f"),
        ("：：error：：x ＃＃［error］ ﹕﹣＝", "cp1252", "??error??x ???error? ???"),
    ],
)
def test_letters_lose_their_marks_where_they_cannot_be_encoded(text: str, encoding: str, shown: str) -> None:
    assert fitted(text, encoding) == shown
