"""Rows and sentences are made once, when they are first asked for."""

from collections.abc import Iterator

from staircase.core.reports.outline import Made


def test_parts_are_made_once_and_are_as_their_tuple() -> None:
    begun: list[str] = []

    def make() -> Iterator[int]:
        begun.append("made")
        yield from (3, 1, 2)

    made = Made(make)

    assert begun == []
    assert (made == (3, 1, 2), made == Made(make), made != (3, 1), made != [3, 1, 2]) == (True, True, True, True)
    assert (len(made), made[1], made[1:], hash(made)) == (3, 1, (1, 2), hash((3, 1, 2)))
    assert begun == ["made", "made"]
