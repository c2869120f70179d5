"""What is said where there is no portfolio can be pasted: two files that make one without an error or a gap."""

import re
from pathlib import Path

import pytest

from tests.cli.running import plant, run

FILE = re.compile(r"^portfolio/(\S+\.yaml),.*\n\n((?:.+\n)+)", re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_two_files_of_the_start_text_are_a_portfolio(tmp_path: Path, language: str) -> None:
    day = "2027-02-03"
    said = run([], tmp_path, {"STAIRCASE_LANG": language, "STAIRCASE_TODAY": day}).err

    files = dict(FILE.findall(said))
    checked = run(["check", "--fail-on", "note"], plant(tmp_path, files), {"STAIRCASE_TODAY": day})
    assert len(files) == 2
    assert f"language: {language}\n" in files["program.yaml"]
    assert [text.count(f"started: {day}\n") for text in files.values()] == [0, 1]
    assert (checked.code, checked.out) == (0, "")
