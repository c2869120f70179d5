"""``report``: the page and the picture, into files or out, whole or not at all."""

import sys
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.running import ROOT, example, process, run

DAY = ("--as-of", "2026-11-02", "--lang", "en")


def test_without_the_extra_one_line_says_how_to_get_it() -> None:
    start = "import sys; sys.modules['jinja2'] = None; from staircase.__main__ import main; sys.exit(main())"

    ended = process([sys.executable, "-c", start, "report", *DAY], ROOT)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[0] == (
        "staircase: the page for management is drawn by an extra that is not installed: "
        'pipx install --force "staircase-portfolio[report]", or with pip: pip install "staircase-portfolio[report]"'
    )


def test_the_page_and_the_picture_are_written_together(tmp_path: Path) -> None:
    ended = run(["report", *DAY, "--output", "page.html", "--picture", "stairs.svg"], example(tmp_path))

    assert ended.code == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert etree.parse(tmp_path / "stairs.svg").getroot().get("viewBox") == "0 0 1600 900"


def test_the_title_stands_in_place_of_the_programme_s_name() -> None:
    out = run(["report", *DAY, "--title", "Digital <b>2026</b>"], ROOT).out

    assert "<title>Granköpings kommun. Digital &lt;b&gt;2026&lt;/b&gt;. As of 2 November 2026.</title>" in out
    assert "Programmet för digitalisering. As of" not in out


def test_a_department_that_is_not_there_is_named_with_those_that_are() -> None:
    ended = run(["report", *DAY, "--department", "vard"], ROOT)

    assert (ended.code, ended.out) == (2, "")
    assert "vard-omsorg" in ended.err


@pytest.mark.parametrize("text", ["[", "format: 1\nname: P\norganisation: O\nnonsense: 1\n"])
def test_of_a_programme_that_cannot_be_read_the_page_says_so_and_tells_what_it_can(tmp_path: Path, text: str) -> None:
    folder = example(tmp_path)
    (folder / "portfolio" / "program.yaml").write_text(text)

    asked = ("--output", "page.html", "--picture", "stairs.svg", "--title", "Digital", "--since", "2026-08-01")
    ended = run(["report", *DAY, *asked, "--department", "vard-omsorg"], folder)

    assert ended.code == 1
    assert "program.yaml" in ended.err
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert "<title>Digital. As of 2 November 2026.</title>" in page
    assert page.index("1 file could not be read, left out here: program.yaml.") < page.index("<main")
    assert "Nyckelfri hemtjänst" in page
    assert "Startmöten på video" not in page
    assert etree.parse(folder / "stairs.svg").getroot().get("viewBox") == "0 0 1600 900"
