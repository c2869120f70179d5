"""The ask of a syntax error ends with the line to write, as far as the text that is there says it."""

import pytest

from staircase.core.finding import PROGRAM
from staircase.core.yaml import parse
from staircase.words.speech import words


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("title: Step 1: explore\n", 'Put quotes around the whole text: title: "Step 1: explore"'),
        ("why: We saw\n  one thing: keys\n", 'Put quotes around the whole text: why: "We saw one thing: keys"'),
        ("- one\n- see: two: three\n", 'Put quotes around the whole text: see: "two: three"'),
        ('title: "Keys": cost\n', "Put quotes around the whole text: title: '\"Keys\": cost'"),
        ("title: @anna says # today\n", 'Put quotes around the whole text: title: "@anna says"'),
        ("target: {value: > 90, by: 2026}\n", 'Put quotes around the whole text: value: "> 90"'),
        ("tags: [* a, b]\n", 'Put quotes around the whole text: "* a"'),
        ("lead: ”Anna: chef”\n", 'Write straight quotes around the text: lead: "Anna: chef"'),
        ('lead: "Anna chef”\n', 'Write straight quotes around the text: lead: "Anna chef"'),
        ('costs: {a: "1”, b: "2"}\n', 'Write straight quotes around the text: a: "1"'),
        ("tags:\n  – url: x\n    b: c\n", "Write an ordinary hyphen and a space: - url: x"),
        ("a:b\nc: d\n", "Write a space after :: a: b"),
        ("a:\n- b\n-c\n", "Write a space after -: - c"),
        ("a: [\n  {b: c}\n  {d: e}\n]\n", "Write a comma after the item: {b: c},"),
        (
            "a: [\n  {b: long enough to be cut at its beginning}\n  {d: e}\n]\n",
            "Write a comma after the item: …gh to be cut at its beginning},",
        ),
        (
            "costs: {one_off: 1 per_year: 2}\n",
            "Write a comma after the item: costs: {one_off: 1, per_year: 2}",
        ),
        ("a: {value: 1; date: 2}\n", "Write a comma after the item: a: {value: 1, date: 2}"),
        ("a: {why: No need: it turned out, b: c}\n", 'Put quotes around the whole text: why: "No need: it turned out"'),
        ("a: [b: c: d]\n", 'Put quotes around the whole text: b: "c: d"'),
        ("a: [b, {c: d]}\n", "Write } here: a: [b, {c: d}}"),
        ("a: [b, c}\n", "Write ] here: a: [b, c]"),
        (
            "a: {b: [c, d}\ne: f\n",
            "Write ] after the last value, or one value a line after a hyphen: a: {b: [c, d}]",
        ),
        ("a: [b, *]\n", 'Put quotes around the whole text: "*"'),
        ("a: {b: &}\n", 'Put quotes around the whole text: b: "&"'),
        ("a: [!b]\n", 'Put quotes around the whole text: "!b"'),
        ("a: {b: c, d: !e}\nf: g\n", 'Put quotes around the whole text: d: "!e"'),
        ("a: {b: # of c, d: e}\nf: g\n", 'Put quotes around the whole text: b: "# of c"'),
        ("a: [#b, c]\n", 'Put quotes around the whole text: "#b"'),
        ("a: {b: [c] d, e: f}\n", 'Put quotes around the whole text: b: "[c] d"'),
        ("a: [{b} c, d]\n", 'Put quotes around the whole text: "{b} c"'),
        ("a: [b] c\n", 'Put quotes around the whole text: a: "[b] c"'),
        ("a: {b: [c] d: e}\n", "Write a comma after the item: a: {b: [c], d: e}"),
        ("a: [b, # c\nd: e\n", "Write ] after the last value, or one value a line after a hyphen: a: [b]"),
        ("a: {b: c,, d: e}\n", "Remove it: a: {b: c,d: e}"),
        ("a: [, b]\n", "Remove it: a: [b]"),
        ("a: {b: c}}\n", "Remove it: a: {b: c}"),
        ("a: {b: 'x' why: 'y'}\n", "Write a comma after the item: a: {b: 'x', why: 'y'}"),
        ("a: 'Keys' cost\n", 'Put the other kind of quotes around the whole text: a: "Keys\' cost"'),
        ('a: {b: "c"d, e: f}\n', "Put the other kind of quotes around the whole text: b: 'c\"d'"),
        ('a: "b\n', 'Write " at the end of the text too, or leave out both: a: "b"'),
        ("a: ['b, c]\n", 'Write \' at the end of the text too, or leave out both: "b"'),
        ('a: "50\\% av"\n', "Put ' around the text instead of \", or write two backslashes: a: '50\\% av'"),
        ('a: "b\n  50\\% av"\n', "Put ' around the text instead of \", or write two backslashes: '50\\% av\"'"),
        ("a:\u00a0b\nc: d\n", "Delete it and type an ordinary space: a: b"),
        ("a: [b\nc: d\n", "Write ] after the last value, or one value a line after a hyphen: a: [b]"),
        ("a: [\nc: d\n", "Write ] after the last value, or one value a line after a hyphen: a: […]"),
        ("a: {b: 1, # x\nc: d\n", "Write } after the last value, or one key a line, indented below: a: {b: 1}"),
        (f"title: a: {'b' * 80}\n", f'Put quotes around the whole text: title: "a: {"b" * 46}…"'),
    ],
)
def test_the_ask_ends_with_the_line_to_write(text: str, ask: str) -> None:
    [finding] = parse("a.yaml", text, PROGRAM).findings

    assert words("en").ask(finding) == ask
