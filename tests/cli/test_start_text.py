"""What is said where there is no portfolio can be pasted: two files that make one without an error or a gap."""

import re
from pathlib import Path

import pytest

from tests.cli.running import plant, run

FILE = re.compile(r"^portfolio/(\S+\.yaml),.*\n\n((?:.+\n)+)", re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_two_files_of_the_start_text_are_a_portfolio(tmp_path: Path, language: str) -> None:
    said = run([], tmp_path, {"STAIRCASE_LANG": language}).err

    files = dict(FILE.findall(said))
    checked = run(["check", "--fail-on", "note"], plant(tmp_path, files), {"STAIRCASE_TODAY": "2026-11-24"})
    assert len(files) == 2
    assert f"language: {language}\n" in files["program.yaml"]
    assert (checked.code, checked.out) == (0, "")
