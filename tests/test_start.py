"""The start guide: followed key by key, in a real shell on a terminal, from an empty folder to a change to review."""

from pathlib import Path

import pytest

from staircase.core.choices import LANGUAGES, Language
from tests.cli.screen import on_screen
from tests.start import MOST_COMMANDS, MOST_KEYS, shown, typed


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_leads_from_an_empty_folder_to_a_change_to_review(tmp_path: Path, language: Language) -> None:
    found = typed(language, tmp_path)

    assert found.codes == (0,) * len(found.commands)
    assert len(found.commands) <= MOST_COMMANDS
    assert sum(map(len, found.commands)) < found.keys <= MOST_KEYS
    checked = next(screen for line, screen in zip(found.commands, found.screens, strict=True) if "check" in line)
    assert checked.split() == shown(language)[1].split()
    assert "| `nattljus` | ”`Färre fall`”" in found.screens[-1].replace("“", "”")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [[], ["--plain"]])
def test_a_terminal_shows_the_guide_without_marks_of_pictures(language: Language, form: list[str]) -> None:
    ended = on_screen(["guide", "start", "--lang", language, *form], Path(__file__).parent)

    assert (ended.code, "![" in ended.out, ".svg" in ended.out) == (0, False, False)
