"""The YAML parser's events: libyaml's where PyYAML has it, else those of PyYAML's own parser, alike in result."""

import re
from collections.abc import Callable
from typing import Any, Protocol

# With parse.py, places.py and reader.py this is where the YAML library is known.
from yaml import SafeLoader  # noqa: TID251 - see above
from yaml.error import Mark  # noqa: TID251 - see above
from yaml.events import Event  # noqa: TID251 - see above
from yaml.scanner import ScannerError  # noqa: TID251 - see above
from yaml.tokens import ScalarToken  # noqa: TID251 - see above

_ENDS = "\0 \t\r\n\x85\u2028\u2029"
_FLOW_ENDS = ",[]{}"
_SURROGATE = re.compile("[\ud800-\udfff]")
_SURROGATE_ESCAPE = re.compile(r"\\(?:u|U0000)[dD][89a-fA-F]")


class Events(Protocol):
    """A parser that gives one event after the other, ``None`` at the end; PyYAML's two kinds do."""

    def get_event(self) -> Event | None:
        """Give the next event."""


class PureEvents(SafeLoader):
    """The events of PyYAML's own parser, which is there everywhere and slow; it takes what libyaml takes."""

    def scan_to_next_token(self) -> None:
        """Skip tabs too, where no key can begin."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> list[str]:  # noqa: ANN401, FBT001 - PyYAML's
        """Refuse escapes that stand for no character, as libyaml does: surrogates, and numbers beyond Unicode."""
        start = self.get_mark()
        try:
            chunks: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            raise ScannerError(None, start_mark, None, self.get_mark()) from None
        if double and any(map(_SURROGATE.search, chunks)):
            found = _SURROGATE_ESCAPE.search(self.buffer, start.index)
            index = found.start() if found else start.index
            raise ScannerError(None, start_mark, None, Mark("", index, 0, 0, None, 0))
        return chunks

    def scan_plain(self) -> ScalarToken:
        """Take a plain text, which may hold tabs anywhere and question marks inside brackets."""
        chunks: list[str] = []
        spaces: list[str] | None = []
        start = end = self.get_mark()
        while self.peek() != "#" and (length := self._plain_length(start)):
            self.allow_simple_key = False
            chunks += [*(spaces or ()), self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(self.indent + 1, start)
            if not spaces or (not self.flow_level and self.column <= self.indent):
                break
        return ScalarToken("".join(chunks), True, start, end)  # noqa: FBT003 - PyYAML's own order

    def scan_plain_spaces(self, indent: int, start_mark: Any) -> list[str] | None:  # noqa: ANN401 - PyYAML's
        """Take tabs for blanks too within a plain text."""
        blanks = ""
        while self.peek() in " \t":
            blanks += self.peek()
            self.forward()
        chunks: list[str] | None = super().scan_plain_spaces(indent, start_mark)
        return [blanks] if chunks == [] and blanks else chunks

    def _plain_length(self, start: Any) -> int:  # noqa: ANN401 - PyYAML's
        """Give how far the plain text goes without a blank."""
        length = 0
        while (sign := self.peek(length)) not in _ENDS and not (self.flow_level and sign in _FLOW_ENDS):
            following = self.peek(length + 1) if sign == ":" else ""
            if following and following in _ENDS:
                break
            if following and self.flow_level and following in "?" + _FLOW_ENDS:
                self.forward(length)
                raise ScannerError(None, start, None, self.get_mark())
            length += 1
        return length


try:
    from yaml._yaml import CParser  # noqa: TID251 - see above
except ImportError:  # PyYAML was built without libyaml
    fastest_events: Callable[[str], Events] = PureEvents
else:
    fastest_events = CParser
