"""The parts of the guides that the program itself knows: ``python -m tests.guides`` writes them anew."""

import re
from pathlib import Path

from staircase.core.choices import LANGUAGES, Language
from staircase.core.rules.table import ERRORS, GAPS, OFF
from staircase.words.speech import words
from tests.cli.running import ROOT, run
from tests.start import shown

FOLDERS = {language: ROOT / "staircase" / "words" / language / "guides" for language in LANGUAGES}


def filled(language: Language, topic: str, text: str) -> str:
    """Put the table of rules, or what the guide's commands and the help page show, in its place."""
    if topic == "start":
        page = run(["--help", "--lang", language], Path("/"), {"COLUMNS": "80"}).out
        there = iter([*shown(language), page])
        return re.sub(r"```text\n.*?```", lambda _: f"```text\n{next(there)}```", text, flags=re.DOTALL)
    if topic == "rules":
        head = re.search(r"\| \w+ \| .*\n\|---\|---\|\n", text)
        assert head
        tables = iter([_rows(language, tuple(ERRORS)), _rows(language, tuple(GAPS))])
        return re.sub(r"(?:^\|.*\n)+", lambda _: head[0] + next(tables), text, flags=re.MULTILINE)
    return text


def _rows(language: Language, rules: tuple[str, ...]) -> str:
    said = words(language).texts
    note = {"sv": "anmärkning", "en": "note"}[language]
    off = {"sv": "avstängd om inte programmet slår på den", "en": "off unless the programme turns it on"}[language]
    extra = {rule: f" ({off})" if rule in OFF else f" ({note})" if GAPS.get(rule) == "note" else "" for rule in rules}
    return "".join(f"| `{rule}` | {said[f'rule.{rule}']}{extra[rule]} |\n" for rule in rules)


if __name__ == "__main__":
    for _language, _folder in FOLDERS.items():
        for _path in sorted(_folder.glob("*.md")):
            _text = _path.read_text(encoding="utf-8")
            _path.write_text(filled(_language, _path.stem, _text), encoding="utf-8")
