"""``staircase guide``: the guides on a terminal, in a pipe and in sentences, with and without a portfolio."""

from pathlib import Path

import pytest

from staircase.core.choices import LANGUAGES, Language
from staircase.words import TOPICS, guide
from tests.cli.running import PROGRAM, plant, run
from tests.cli.screen import on_screen
from tests.cli.test_completion import complete


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_a_pipe_gets_the_markdown_itself(tmp_path: Path, language: Language, topic: str) -> None:
    ended = run(["guide", topic, "--lang", language], tmp_path)

    assert (ended.code, ended.out, ended.err) == (0, guide(language, topic).text, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_has_a_line_for_each_topic(tmp_path: Path, language: Language) -> None:
    lines = run(["guide", "--lang", language], tmp_path).out.splitlines()

    assert [line.split(maxsplit=1) for line in lines] == [[topic, guide(language, topic).summary] for topic in TOPICS]


@pytest.mark.parametrize("columns", [80, 140])
@pytest.mark.parametrize("topic", TOPICS)
def test_a_terminal_gets_prose_and_tables_within_its_width(tmp_path: Path, topic: str, columns: int) -> None:
    ended = on_screen(["guide", topic, "--color", "never"], tmp_path, columns)

    lines = [line for line in ended.out.splitlines() if not line.startswith("    ")]
    assert [line for line in lines if len(line) > columns or line.startswith(("#", "|", "```"))] == []
    assert "\x1b" not in ended.out
    assert lines[0] == guide("en", topic).title


def test_colour_is_for_a_terminal_that_wants_it(tmp_path: Path) -> None:
    assert on_screen(["guide", "figures"], tmp_path).out.startswith("\x1b[")
    assert "\x1b" not in on_screen(["guide", "figures"], tmp_path, variables={"NO_COLOR": "1"}).out


def test_a_table_is_read_aloud_a_sentence_a_row(tmp_path: Path) -> None:
    out = run(["guide", "ci", "--plain"], tmp_path).out

    assert "code: 2; meaning: usage\n" in out
    assert "|---" not in out


def test_an_unknown_topic_suggests_the_nearest(tmp_path: Path) -> None:
    ended = run(["guide", "figurs"], tmp_path)

    assert (ended.code, ended.out) == (2, "")
    assert "“figures”" in ended.err


def test_topics_are_completed(tmp_path: Path) -> None:
    assert complete(tmp_path, "guide f") == ["figures", "format"]


@pytest.mark.parametrize(
    ("program", "arguments", "variables", "language"),
    [
        ("language: sv\n", [], {}, "sv"),
        ("language: sv\n", ["--lang", "en"], {"STAIRCASE_LANG": "sv"}, "en"),
        ("language: sv\n", [], {"STAIRCASE_LANG": "en"}, "en"),
        ("", [], {"LC_ALL": "sv_SE.UTF-8"}, "sv"),
    ],
)
def test_the_language_is_the_reader_s_else_the_portfolio_s(
    tmp_path: Path, program: str, arguments: list[str], variables: dict[str, str], language: Language
) -> None:
    folder = plant(tmp_path, {"program.yaml": PROGRAM + program})

    assert run(["guide", "start", *arguments], folder, variables).out == guide(language, "start").text
