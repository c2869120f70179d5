"""Draws the agreed screens anew: ``python -m tests.cli.redraw``; what has changed in them is then to be looked at.

So is what edits, kinds and pull requests tell (``told.txt``, ``kinds.txt`` and ``pulls.txt`` in
``tests/core/comparison``), what rules say, ``tests/rules/told.txt``, and what only the check refuses,
``tests/schemas/only_checked.txt``.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cli.running import plant
from tests.cli.screen import on_screen
from tests.cli.test_look import COMMANDS, FILES, SCREENS, named
from tests.core.comparison import test_kinds as kinds
from tests.core.comparison import test_pulls as pulls
from tests.core.comparison import test_told as changes
from tests.rules import test_told as findings
from tests.test_schema import ONLY_CHECKED, only_checked


def main() -> None:
    """Draw each command in one language at 80 columns and in the other at 140."""
    for agreed in (changes, kinds, pulls, findings):
        agreed.AGREED.write_text(agreed.told(), encoding="utf-8")
    ONLY_CHECKED.write_text(only_checked(), encoding="utf-8")
    SCREENS.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        root = plant(Path(folder), FILES)
        for number, command in enumerate(COMMANDS):
            narrow, wide = ("sv", "en") if number % 2 else ("en", "sv")
            for columns, language in ((80, narrow), (140, wide)):
                drawn = on_screen([*command.split(), "--lang", language, "--color", "never"], root, columns).out
                (SCREENS / f"{named(command)}-{columns}-{language}.txt").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
