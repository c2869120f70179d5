"""What a change means, in one sentence."""

import pytest

from staircase.core.comparison.change import KINDS, Change, Side
from staircase.core.comparison.compare import counts, headline
from staircase.core.finding import Subject
from staircase.core.term import Code, Said, Term, Word
from staircase.words import words

IT = Subject("assignment", "it")


def counted(**found: int) -> dict[str, int]:
    """Give the counts of a change that is nothing but this."""
    return counts(()) | found


def finding(kind: str, rule: str) -> Change:
    return Change(kind, IT, IT, None, None, Side("assignments/it.yaml", (), None, {"rule": Code(rule)}))


def test_an_error_that_came_is_counted_as_an_error_and_no_gap() -> None:
    came = [finding("finding-new", "date-order"), finding("finding-new", "journey-stale")]

    found = counts([*came, finding("finding-fixed", "date-order"), Change("lead-changed", IT, IT)])

    assert found == counted(errors_opened=1, gaps_opened=1, errors_closed=1, others=1)


def test_what_has_gone_with_its_assignment_is_not_closed() -> None:
    gone = [Change("assignment-removed", IT, IT), finding("finding-gone", "journey-stale")]

    assert counts(gone) == counted(removed=1, others=1)


COUNTED = {
    "not-compared": "not_compared",
    "assignment-removed": "removed",
    "step-forward": "steps_forward",
    "step-jumped": "steps_forward",
    "step-returned": "steps_back",
    "step-forward-undone": "steps_back",
    "step-jump-undone": "steps_back",
    "taken-home": "taken_home",
    "taken-back": "taken_back",
    "benefit-achieved": "achieved",
    "benefit-slipped": "slipped",
    "target-raised": "targets_raised",
    "target-lowered": "targets_lowered",
    "finding-new": "gaps_opened",
    "finding-fixed": "gaps_closed",
    "finding-accepted": "gaps_accepted",
}
"""What a headline says of a kind; of the others it says only how many they are."""


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_change_counts_as_what_the_headline_says_of_it(kind: str) -> None:
    assert counts([Change(kind, IT, IT)] * 2) == counted(**{COUNTED.get(kind, "others"): 2})


def test_the_parts_of_a_headline_come_in_their_order() -> None:
    assert list(counts(())) == [
        *dict.fromkeys(COUNTED.values()),
        "errors_opened",
        "errors_closed",
        "others",
    ]


@pytest.mark.parametrize(("count", "number"), [(2, Word("number.2.first")), (12, Word("number.12.first")), (13, 13)])
def test_a_headline_begins_with_its_number_as_a_word_up_to_twelve(count: int, number: Term) -> None:
    said = headline(counted(steps_forward=count))

    assert said == Said("headline.steps_forward.many.first", {"count": number})


@pytest.mark.parametrize(("count", "number"), [(2, Word("number.2")), (12, Word("number.12")), (13, 13)])
def test_a_headline_goes_on_with_numbers_as_words_up_to_twelve(count: int, number: Term) -> None:
    said = headline(counted(steps_forward=1, gaps_opened=count))

    first = Said("headline.steps_forward.one.first", {})
    assert said == Said("headline.rest", {"first": first, "rest": Said("headline.gaps_opened.many", {"count": number})})


@pytest.mark.parametrize(
    ("found", "english", "swedish"),
    [
        (counted(), "No meaning changed.", "Inget har ändrats i sak."),
        (
            counted(others=4),
            "Four changes, none of steps, benefits or gaps",
            "Fyra ändringar, men inte av steg, nyttor eller luckor",
        ),
        (
            counted(steps_forward=2, steps_back=3, others=9),
            "Two steps forward, three back",
            "Två steg fram, tre tillbaka",
        ),
        (
            counted(errors_opened=2, gaps_opened=1, steps_back=13),
            "13 steps back, one gap opened, two new errors",
            "13 steg tillbaka, en lucka öppnad, två nya fel",
        ),
        (
            counted(not_compared=2, taken_home=1, gaps_closed=12),
            "Two files could not be compared, one benefit taken home, twelve gaps closed",
            "Två filer gick inte att jämföra, en nytta hemtagen, tolv luckor stängda",
        ),
    ],
)
def test_a_headline_says_every_count_in_its_order(found: dict[str, int], english: str, swedish: str) -> None:
    assert (words("en").say(headline(found)), words("sv").say(headline(found))) == (english, swedish)
