"""Files laid out by chance as people do: block, brackets, both, comments anywhere, blanks, quotes, line breaks."""

import json
from random import Random
from typing import Any

from tests.core.generated import Data

COMMENTS = ("# next", "#", "# - {value: 1}", "# key: 'text", "#\ttab", '# "', "# a, b]", "# [x")


class Writer:
    """Writes one file, with habits of its own."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.break_ = chance.choice(["\n", "\n", "\n", "\r\n"])
        self.final = chance.choice(["", self.break_, self.break_, self.break_ * 2])
        self.list_indent = chance.choice([0, 2, 2, 2, 4, 1])
        self.mapping_indent = chance.choice([2, 2, 2, 4, 1, 3])
        self.flow = chance.choice([0.0, 0.2, 0.5, 0.5, 0.9])
        self.comments = chance.choice([0.0, 0.0, 0.1, 0.4])
        self.blanks = chance.choice([0.0, 0.0, 0.1, 0.5])
        self.over_lines = chance.choice([0.0, 0.0, 0.3, 0.6])
        self.tab = chance.choice([" ", " ", " ", "\t"])
        self.quotes = chance.choice([0.0, 0.1, 0.5])
        self.head = chance.choice(["", "", "", "# a file\n", "---\n", "\n\n", "# one\n\n# two\n", "%YAML 1.2\n---\n"])

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def text(self, data: Data) -> str:
        if self.often(0.05):
            written = json.dumps(data, ensure_ascii=False, indent=self.chance.choice([None, 2]))
        elif self.often(0.05):
            written = self.value_in_flow(data, 0)
        else:
            written = "\n".join(self.mapping(data, 0))
        return (self.head.replace("\n", self.break_)) + written.replace("\n", self.break_) + self.final

    def mapping(self, data: Data, indent: int) -> list[str]:
        return [
            line for key, value in data.items() for line in [*self.between(indent), *self.entry(key, value, indent)]
        ]

    def entry(self, key: str, value: Any, indent: int) -> list[str]:  # noqa: ANN401 - plain data
        begun = f"{' ' * indent}{self.key(key)}:"
        gap = " " * self.chance.choice([1, 1, 1, 1, 2, 5])
        if value is None:
            return [begun + self.chance.choice(["", " ", " ~", " null"]) + self.comment()]
        if isinstance(value, str):
            return self.scalar(value, begun, gap, indent)
        if not value or self.often(self.flow):
            return [begun + gap + self.value_in_flow(value, indent + 1) + self.comment()]
        if isinstance(value, dict):
            return [begun + self.comment(), *self.mapping(value, indent + self.mapping_indent)]
        return [begun + self.comment(), *self.items(value, indent + self.list_indent)]

    def items(self, items: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for item in items:
            lines += self.between(indent) if lines else ()
            gap = " " * self.chance.choice([1, 1, 1, 3])
            begun = f"{' ' * indent}-{gap}"
            if isinstance(item, str):
                lines += self.scalar(item, begun[: -len(gap)], gap, indent)
            elif not item or isinstance(item, list) or self.often(self.flow):
                lines.append(begun + self.value_in_flow(item, indent + 1) + self.comment())
            else:
                head, *below = self.mapping_of_item(item, len(begun))
                lines += (
                    [begun + head[len(begun) :], *below]
                    if self.often(0.9)
                    else [begun.rstrip() + self.comment().replace("\t#", " #"), head, *below]
                )
        return lines

    def mapping_of_item(self, item: Data, indent: int) -> list[str]:
        (first, value), *rest = item.items()
        return [*self.entry(first, value, indent), *self.mapping(dict(rest), indent)]

    def scalar(self, text: str, begun: str, gap: str, indent: int) -> list[str]:
        is_wordy = " " in text and text == text.strip() and "  " not in text and "\t" not in text
        style = self.chance.choice(["plain", "plain", "quoted", "|", ">", "lines"] if is_wordy else ["plain"])
        pad = " " * (indent + self.chance.choice([1, 2, 4]))
        if style in "|>" and is_wordy and (style == "|" or "\n" not in text):
            header = style + "-" + self.comment()
            words = text.split("\n") if style == "|" else text.split(" ")
            lines = words if style == "|" else [" ".join(words[:2]), *words[2:]]
            return [begun + gap + header, *(pad + line if line else "" for line in lines)]
        if style == "lines" and "\n" not in text and self.is_plain(text) and ":" not in text and "#" not in text:
            first, *rest = text.split(" ")
            return [begun + gap + first, *(pad + word for word in rest)]
        return [begun + gap + self.in_line(text, style) + self.comment()]

    def in_line(self, text: str, style: str = "plain", *, in_flow: bool = False) -> str:
        cut = in_flow and any(sign in text for sign in ",[]{}:")
        if style == "plain" and self.is_plain(text) and not cut and not self.often(self.quotes):
            return text
        if self.often(0.5) and not any(sign in text for sign in "\n\t"):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)

    @staticmethod
    def is_plain(text: str) -> bool:
        return (
            bool(text)
            and text[0].isalnum()
            and text.isprintable()
            and text == text.strip()
            and not any(sign in text for sign in (": ", " #"))
            and text[-1] != ":"
            and text != "null"
        )

    def key(self, key: str) -> str:
        return self.chance.choice([f'"{key}"', f"'{key}'"]) if self.often(self.quotes / 3) else key

    def value_in_flow(self, value: Any, indent: int) -> str:  # noqa: ANN401 - plain data
        if value is None:
            return "~"
        if isinstance(value, str):
            return self.in_line(value, in_flow=True)
        if isinstance(value, dict):
            parts = [f"{self.key(key)}: {self.value_in_flow(one, indent + 1)}" for key, one in value.items()]
            opening, closing = "{", "}"
        else:
            parts = [self.value_in_flow(one, indent + 1) for one in value]
            opening, closing = "[", "]"
        if not parts:
            return opening + closing
        blank = self.chance.choice(["", "", " "])
        text = opening + self.gap_in_flow(indent, blank) + parts[0]
        for part in parts[1:]:
            text += self.chance.choice(["", "", " "]) + "," + self.gap_in_flow(indent, " ") + part
        return text + self.chance.choice(["", "", "", ","]) + self.gap_in_flow(indent, blank) + closing

    def gap_in_flow(self, indent: int, usual: str) -> str:
        if not self.often(self.over_lines):
            return usual
        return self.comment() + "\n" + " " * (indent + self.chance.choice([1, 2, 6]))

    def comment(self) -> str:
        if not self.often(self.comments):
            return self.chance.choice(["", "", "", " "]) if self.often(0.1) else ""
        return self.chance.choice([" ", "  ", "     ", self.tab]) + self.chance.choice(COMMENTS)

    def between(self, indent: int) -> list[str]:
        lines = [self.chance.choice(["", "", " "])] if self.often(self.blanks) else []
        if self.often(self.comments):
            lines.append(" " * self.chance.choice([0, indent, indent]) + self.chance.choice(COMMENTS))
        return lines
