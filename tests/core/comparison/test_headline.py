"""What a change means, in one sentence."""

import pytest

from staircase.core.comparison.block import counts, headline
from staircase.core.comparison.change import Change, Side
from staircase.core.comparison.kinds import KINDS, Weight
from staircase.core.finding import Subject
from staircase.core.term import Code, Said, Term, Word
from staircase.words.speech import words

IT = Subject("assignment", "it")


ERRORS = {"errors_opened"}
GAPS = ("gaps_opened", "gaps_asked", "gaps_accepted", "gaps_unaccepted", "gaps_closed", "errors_closed")


def counted(**found: int) -> dict[str, int]:
    """The counts of a change that is nothing but this."""
    return counts(()) | found


def finding(kind: str, rule: str) -> Change:
    return Change(kind, IT, IT, None, None, Side("assignments/it.yaml", (), None, {"rule": Code(rule)}))


def test_an_error_that_came_is_counted_as_an_error_and_no_gap() -> None:
    came = [finding("finding-new", "date-order"), finding("finding-new", "journey-stale")]

    found = counts([*came, finding("finding-fixed", "date-order"), Change("lead-changed", IT, IT)])

    assert found == counted(errors_opened=1, gaps_opened=1, errors_closed=1, people=1)


def test_what_has_gone_with_its_assignment_is_not_closed() -> None:
    gone = [Change("assignment-removed", IT, IT), finding("finding-gone", "journey-stale")]

    assert counts(gone) == counted(removed=1)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_counted_once_in_a_part_that_has_its_words(kind: str) -> None:
    part = {"finding-gone": ""}.get(kind, KINDS[kind].part)

    assert counts([Change(kind, IT, IT)] * 2) == counted(**({part: 2} if part else {}))
    assert bool(part) == (kind != "finding-gone")


def test_the_parts_of_a_headline_come_by_weight_and_gaps_last() -> None:
    events = [part for part in counted() if part not in GAPS]
    weights = {part: min(kind.weight for kind in KINDS.values() if kind.part == part) for part in {*events} - ERRORS}

    heaviest = [weights.get(part, Weight.WORSE) for part in events]

    assert heaviest == sorted(heaviest)
    assert tuple(counted())[-len(GAPS) :] == GAPS
    assert all(counted())


@pytest.mark.parametrize(("count", "number"), [(2, Word("number.2.first")), (12, Word("number.12.first")), (13, 13)])
def test_a_headline_begins_with_its_number_as_a_word_up_to_twelve(count: int, number: Term) -> None:
    said = headline(counted(steps_forward=count))

    assert said == Said("headline.steps_forward.many.first", {"count": number})


@pytest.mark.parametrize(("count", "number"), [(2, Word("number.2")), (12, Word("number.12")), (13, 13)])
def test_a_headline_goes_on_with_numbers_as_words_up_to_twelve(count: int, number: Term) -> None:
    said = headline(counted(steps_forward=1, gaps_opened=count))

    first = Said("headline.steps_forward.one.first", {})
    assert said == Said("headline.gaps", {"first": first, "rest": Said("headline.gaps_opened.many", {"count": number})})


@pytest.mark.parametrize(
    ("found", "english", "swedish"),
    [
        (counted(), "Nothing has changed in substance.", "Inget har ändrats i sak."),
        (counted(people=4), "Four changes of people", "Fyra personförändringar"),
        (counted(gaps_closed=1), "One gap closed", "En lucka åtgärdad"),
        (
            counted(steps_forward=2, steps_back=3, others=9),
            "Three steps back, two steps forward, nine other changes",
            "Tre steg tillbaka, två steg framåt, nio andra ändringar",
        ),
        (
            counted(errors_opened=2, gaps_opened=1, steps_back=13),
            "Two new errors, 13 steps back; one gap opened",
            "Två nya fel, 13 steg tillbaka; en ny lucka",
        ),
        (
            counted(not_compared=2, removed=1, stopped=1, taken_home=1, steps_forward=3, measured=4, gaps_closed=12),
            (
                "Two files could not be compared, one assignment removed, one assignment stopped,"
                " one benefit taken home and seven more; twelve gaps closed"
            ),
            (
                "Två filer gick inte att jämföra, ett uppdrag borttaget, ett uppdrag stoppat,"
                " en nytta hemtagen och sju till; tolv luckor åtgärdade"
            ),
        ),
        (
            counted(removed=1, stopped=1, paused=1, taken_home=1, measured=1, gaps_opened=2, gaps_closed=12),
            (
                "One assignment removed, one assignment stopped, one assignment paused, one benefit taken home"
                " and 13 more; two gaps opened"
            ),
            (
                "Ett uppdrag borttaget, ett uppdrag stoppat, ett uppdrag pausat, en nytta hemtagen och 13 till;"
                " två nya luckor"
            ),
        ),
        (
            counted(gaps_opened=2, gaps_accepted=1, gaps_unaccepted=1, gaps_closed=3, errors_closed=1),
            "Two gaps opened, one gap accepted here, one gap no longer accepted, three gaps closed, one error mended",
            "Två nya luckor, en lucka godtas här, en lucka godtas inte längre, tre luckor åtgärdade, ett fel rättat",
        ),
    ],
)
def test_a_headline_says_the_heaviest_first_and_gaps_last(found: dict[str, int], english: str, swedish: str) -> None:
    assert (words("en").say(headline(found)), words("sv").say(headline(found))) == (english, swedish)
