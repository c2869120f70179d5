"""GitHub's runner, as far as it listens to a step's log: both ways to write a command, written anew from its source."""

import re
from dataclasses import dataclass, field

_ENDS = re.compile("\r\n|\r|\n")
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
_OLD = (*_PROPERTY[:2], ("%3B", ";"), ("%5D", "]"), ("%25", "%"))
_BLANKS = "".join(chr(code) for code in (*range(9, 14), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028))
_BLANKS += "\u2029\u202f\u205f\u3000"


@dataclass(frozen=True)
class Command:
    """What the runner would do; of an unknown name too, since the next runner may know it."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    data: str = ""


def commands(log: str) -> list[Command]:
    """All commands in a log, in their order."""
    return [command for line in _ENDS.split(log) if (command := _new(line) or _old(line))]


def _new(line: str) -> Command | None:
    line = line.lstrip(_BLANKS)
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, properties = line[2:end].partition(" ")
    return Command(name, _properties(properties.strip(), ",", _PROPERTY), _plain(line[end + 2 :], _DATA))


def _old(line: str) -> Command | None:
    start = line.find("##[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, properties = line[start + 3 : end].partition(" ")
    return Command(name, _properties(properties, ";", _OLD), _plain(line[end + 1 :], _OLD))


def _properties(text: str, separator: str, escapes: tuple[tuple[str, str], ...]) -> dict[str, str]:
    pairs = (part.split("=", 1) for part in text.split(separator) if part)
    return {pair[0]: _plain(pair[1], escapes) for pair in pairs if len(pair) == 2}


def _plain(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escape, sign in escapes:
        text = text.replace(escape, sign)
    return text
