"""``report``: the page and the picture, into files or out, whole or not at all."""

import sys
from pathlib import Path

from lxml import etree

from tests.cli.running import ROOT, example, process, run

DAY = ("--as-of", "2026-11-02", "--lang", "en")


def test_without_the_extra_one_line_says_how_to_get_it() -> None:
    start = "import sys; sys.modules['jinja2'] = None; from staircase.__main__ import main; sys.exit(main())"

    ended = process([sys.executable, "-c", start, "report", *DAY], ROOT)

    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[0] == (
        "staircase: the page for management is drawn by an extra that is not installed: "
        'pip install "staircase-portfolio[report]"'
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


def test_a_programme_that_cannot_be_read_leaves_what_was_there(tmp_path: Path) -> None:
    folder = example(tmp_path)
    (folder / "portfolio" / "program.yaml").write_text("[")
    (folder / "page.html").write_text("the last one")

    ended = run(["report", *DAY, "--output", "page.html"], folder)

    assert ended.code == 1
    assert "program.yaml" in ended.err
    assert (folder / "page.html").read_text() == "the last one"
    assert sorted(path.name for path in folder.iterdir()) == ["page.html", "portfolio"]
