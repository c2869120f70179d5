"""Makes text from files, file names and git harmless: one function for each kind of sink."""

import re
from unicodedata import category
from urllib.parse import quote

_SUSPECT = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ud800-\udfff]"
)
"""Characters that act on a terminal, hide, or turn the reading order: shown as escapes unless honest."""

_KEYCAP, _VARIATION = "\u20e3", "\ufe0e\ufe0f"
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_JOINING_SCRIPTS = (
    *("\u0600-\u08ff", "\u0900-\u0dff", "\u1000-\u109f", "\u1780-\u17ff", "\u1800-\u18af", "\u1b00-\u1bff"),
    *("\ua840-\ua8df", "\ufb50-\ufdff", "\ufe70-\ufefe", "\U00010a00-\U00011fff"),
)
_IDEOGRAPHS = ("\u3400-\u9fff", "\uf900-\ufaff", "\U00020000-\U0003ffff")

_BLANKS = re.compile(r"[ \t]*\n[ \t\n]*|\t")
_COMMAND = re.compile(r"^(?=\s*::)(\s*)")
_COMMAND_LINE = re.compile(r"(?m)^(?=[^\S\n]*::)([^\S\n]*)")
_FORMULA = r"^(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])|(?<=[;,\t\n])(?=\s*(?:[=@]|[+\-](?=[^\n]*[|(!])))"
_BACKTICKS = r"`+"

_XML = {ord(sign): f"&{name};" for sign, name in zip("&<>\"'", ("amp", "lt", "gt", "quot", "apos"), strict=True)}

LONGEST_CELL = 200
"""Characters of a table's cell; what is longer says nothing more in a row."""


def visible(text: str) -> str:
    r"""Show every character that acts or hides as an escape: ``\x1b``, ``\u202e``; honest text stays whole."""
    if text.isascii() and text.isprintable():
        return text
    return _SUSPECT.sub(_shown, text) if _SUSPECT.search(text) else text


def one_line(text: str) -> str:
    """Make text safe to show as a line, or as part of one, on a terminal and in a log."""
    if "\n" in text or "\t" in text:
        text = _BLANKS.sub(" ", text.strip("\n"))
    return guarded(visible(text))


def guarded(text: str) -> str:
    r"""Keep GitHub's runner from reading a command: ``##[`` becomes ``##\[``, a leading ``::`` ``\::``."""
    if "##[" in text:
        text = text.replace("##[", "##\\[")
    return _COMMAND.sub(r"\1\\", text, count=1) if "::" in text else text


def guarded_lines(text: str) -> str:
    """Guard whole lines once more, after they were cut, wrapped and put together."""
    text = text.replace("##[", "##\\[")
    return _COMMAND_LINE.sub(r"\1\\", text) if "::" in text else text


def code_span(text: str, *, in_table: bool = False) -> str:
    """Put text into a Markdown code span that nothing in it can end."""
    text = one_line(text)
    if in_table:
        text = text.replace("\\|", "\\ |").replace("|", "\\|")
    longest = max((len(run) for run in re.findall(_BACKTICKS, text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] in {"`", " "} or text[-1:] in {"`", " "} else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else ""


def spreadsheet_text(text: str) -> str:
    """Disarm what a spreadsheet would run as a formula, and show what a terminal would act upon."""
    lines = ("\t".join(map(visible, line.split("\t"))) for line in text.split("\n"))
    return re.sub(_FORMULA, "'", "\n".join(map(guarded, lines)))


def json_text(literal: str) -> str:
    r"""Escape within JSON text what acts on a terminal or a log; the data stays the same: ``\u009b``, ``##\u005b``."""
    if not literal.isprintable():
        literal = _SUSPECT.sub(_json_shown, literal)
    return literal.replace("##[", "##\\u005b")


def workflow_message(text: str) -> str:
    """Escape the message of a GitHub workflow command; its lines stay lines."""
    lines = (one_line(line).replace("%", "%25").replace("\r", "%0D") for line in text.split("\n"))
    return "%0A".join(lines).replace("##[", "##\\[")


def workflow_property(text: str) -> str:
    """Escape a property of a GitHub workflow command: one line, without the signs that part properties."""
    return workflow_message(one_line(text)).replace(":", "%3A").replace(",", "%2C")


def xml_text(text: str) -> str:
    """Escape text for XML, in an element or a quoted attribute; what XML cannot hold is shown as an escape."""
    return "\n".join(map(one_line, text.split("\n"))).translate(_XML)


def uri_path(path: str) -> str:
    """Percent-encode a relative path as a URI, byte for byte, with ``/`` between its parts."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def _shown(match: re.Match[str]) -> str:
    return match[0] if _honest(match.string, match.start()) else _escape(match[0])


def _json_shown(match: re.Match[str]) -> str:
    character = match[0]
    if character == "\n" or _honest(match.string, match.start()):
        return character
    if category(character) == "Cs":
        return "\\" + _escape(character)
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _escape(character: str) -> str:
    code = ord(character)
    if code <= 0xFF:  # noqa: PLR2004 -- two hexadecimal digits end here
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 -- and four here


def _honest(text: str, at: int) -> bool:
    before, character, after = text[max(at - 1, 0) : at], text[at], text[at + 1 : at + 2]
    match character:
        case "\u200d":
            return (_ends_emoji(before) and _is_symbol(after)) or (_joins(before) and _joins(after))
        case "\u200c" | "\u180b" | "\u180c" | "\u180d":
            return _joins(before) and _joins(after)
        case "\ufe0e" | "\ufe0f":
            return _is_symbol(before) or (after == _KEYCAP and before in set("0123456789#*"))
        case _:
            return "\U000e0100" <= character <= "\U000e01ef" and _is_among(before, _IDEOGRAPHS)


def _is_symbol(character: str) -> bool:
    if not character or character.isascii():
        return False
    return category(character) in {"So", "Sm", "Po"} or character in "\u2139\u3030"


def _ends_emoji(character: str) -> bool:
    return bool(character) and (character in _VARIATION + _SKIN_TONES or _is_symbol(character))


def _joins(character: str) -> bool:
    return _is_among(character, _JOINING_SCRIPTS) and category(character)[0] in "LM"


def _is_among(character: str, ranges: tuple[str, ...]) -> bool:
    """Whether a character lies in one of some ranges; so few are asked about that a pattern of them costs more."""
    return any(each[0] <= character <= each[-1] for each in ranges)
