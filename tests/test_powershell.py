"""What the guides let people type is PowerShell where they say so: its grammar reads it without an error."""

import re

import pytest
import tree_sitter_powershell
from tree_sitter import Language as Grammar
from tree_sitter import Parser

from staircase.core.choices import LANGUAGES, Language
from staircase.words import TOPICS, guide
from tests.cli.running import ROOT
from tests.start import blocks

_BLOCK = re.compile(r"^```powershell\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")


def is_powershell(text: str) -> bool:
    parser = Parser(Grammar(tree_sitter_powershell.language()))
    return not parser.parse(text.encode()).root_node.has_error


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guides_blocks_and_commands_are_powershell(language: Language) -> None:
    texts = [guide(language, topic).text for topic in TOPICS]
    written = [block for text in texts for block in _BLOCK.findall(text)]
    commands = [code for text in texts for code in _CODE.findall(text) if re.match(r"staircase [a-z]", code)]
    lines = [line for block in blocks(language) for line in block]

    assert [text for text in (*written, *commands, *lines) if not is_powershell(text)] == []
    assert (len(written), len(lines), len(commands) > 50) == (2, 11, True)


def test_readmes_lines_for_powershell_are() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    said = _CODE.findall(readme.partition("In PowerShell it is ")[2].partition("\n\n")[0])

    assert len(said) == 3
    assert [text for text in said if not is_powershell(text)] == []


def test_what_only_another_shell_reads_is_told_apart() -> None:
    wrong = ['if [ -n "$x" ]; then y; fi', 'git commit -m "open', "a | {"]

    assert [text for text in wrong if is_powershell(text)] == []
