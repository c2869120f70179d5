"""Draws README's picture of the page for management: ``python -m tests.browser.picture``; needs Chromium."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.chromium import browser
from tests.browser.pages import CASES
from tests.house.module import ROOT

PICTURE = ROOT / ".github" / "page.png"
WIDE, HIGH = 1280, 1250
"""The page down to the steps' names, in pixels."""


def main() -> None:
    """Open the example's page, and save what its beginning looks like."""
    with TemporaryDirectory() as folder, browser() as chromium, chromium.tab() as tab:
        file = Path(folder) / "page.html"
        file.write_text(CASES["example"].html(), encoding="utf-8")
        tab.look(WIDE)
        tab.open(file)
        PICTURE.write_bytes(tab.picture({"x": 0, "y": 0, "width": WIDE, "height": HIGH}, scale=0.75))


if __name__ == "__main__":
    main()
