"""A rule's page is wrapped and painted for a person, and comes as it is written through a pipe."""

import pytest

from staircase.render.look import Look
from staircase.render.manual import manual, rule_list

PAGE = """\
# A title of some length

## What

One sentence that is long enough
to be wrapped, with `code` in it.

- a point that goes on
  over two lines
- another

```yaml
title: x   # kept as it stands, however long the line may be


second: → y
```
After the code.
"""


def test_a_person_gets_it_wrapped_with_examples_as_they_stand() -> None:
    assert manual(PAGE, "some-rule", "note", Look(30, terminal=True)).splitlines() == [
        "A title of some length",
        "some-rule, note",
        "",
        "What",
        "",
        "One sentence that is long",
        "enough to be wrapped, with",
        "code in it.",
        "",
        "- a point that goes on over",
        "  two lines",
        "- another",
        "",
        "    title: x   # kept as it stands, however long the line may be",
        "",
        "",
        "    second: → y",
        "After the code.",
    ]


def test_prose_is_never_wider_than_is_easy_to_read() -> None:
    text = "# T\n\n" + "word " * 60

    lines = manual(text, "r", "note", Look(200, terminal=True)).splitlines()

    assert [len(line) for line in lines] == [10, 0, 84, 84, 84, 44]


def test_headings_are_bold_and_code_is_plain_in_colour() -> None:
    shown = manual(PAGE, "some-rule", "note", Look(30, terminal=True, colour=True))

    bold = [line for line in shown.splitlines() if "\x1b[1m" in line]
    assert bold == ["\x1b[1mA title of some length\x1b[0m", "\x1b[1mWhat\x1b[0m"]


@pytest.mark.parametrize("text", [PAGE, PAGE.rstrip("\n"), PAGE + "\n\n"])
def test_a_pipe_gets_it_as_it_is_written_with_one_last_line_end(text: str) -> None:
    assert manual(text, "some-rule", "note", Look(30)) == PAGE


def test_what_the_output_lacks_is_put_in_other_words() -> None:
    shown = manual(PAGE, "some-rule", "note", Look(30, terminal=True, signs="ascii"))

    assert shown.isascii()
    assert "    second: -> y" in shown.splitlines()


TITLES = {"file-name": "A name", "file-syntax": "No YAML", "date-order": "Days"}
SEVERITIES = {"file-name": "error", "file-syntax": "warning", "date-order": "note"}


@pytest.mark.parametrize("terminal", [True, False])
def test_rules_are_listed_a_line_each_and_families_apart_for_a_person(*, terminal: bool) -> None:
    assert rule_list(TITLES, SEVERITIES, Look(80, terminal=terminal)).splitlines() == [
        "file-name    error    A name",
        "file-syntax  warning  No YAML",
        *([""] * terminal),
        "date-order   note     Days",
    ]


def test_the_title_stands_beside_the_rule_where_there_is_room() -> None:
    first, *_ = manual(PAGE, "some-rule", "note", Look(39, terminal=True)).splitlines()

    assert first == "A title of some length  some-rule, note"


LONG = {"date-order": "A title that is rather long"}


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        (Look(10), ["date-order  error    A title that is rather long"]),
        (
            Look(41, terminal=True),
            ["date-order  error    A title that is", "                     rather long"],
        ),
        (Look(40, terminal=True), ["date-order  error", "  A title that is rather long"]),
    ],
)
def test_a_title_that_is_too_long_goes_on_below(look: Look, expected: list[str]) -> None:
    assert rule_list(LONG, {"date-order": "error"}, look).splitlines() == expected
