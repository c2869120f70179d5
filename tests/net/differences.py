"""Differences that are meant: read from ``meant.yaml``, and applied to what both sides gave."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml

from tests.net.sides import STREAMS, Pair, Texts

MEANT = Path(__file__).parent / "meant.yaml"
KEYS = {"reason", "cases", "replace", "with", "ignore", "any_order", "code", "in"}
EXPLAINING = {"replace", "ignore", "any_order", "code"}
TEXTS = tuple(name for name in STREAMS if name != "code")


class EntryError(Exception):
    """An entry cannot be read; the text says which and why."""


@dataclass(frozen=True, eq=False)
class Entry:
    """One kind of difference that is meant, and the cases where it may show."""

    reason: str
    cases: tuple[str, ...]
    streams: tuple[str, ...] = TEXTS
    replace: re.Pattern[str] | None = None
    by: str = ""
    ignore: re.Pattern[str] | None = None
    any_order: bool = False
    code: tuple[str, str] | None = None

    def covers(self, name: str) -> bool:
        return any(fnmatchcase(name, pattern) for pattern in self.cases)

    def applied(self, before: Texts, after: Texts) -> tuple[Texts, Texts]:
        """Return both sides as they are beside each other when this difference is meant."""
        old, new = dict(before), dict(after)
        for stream in self.streams:
            if self.replace:
                old[stream] = self.replace.sub(self.by, old[stream])
            if self.ignore:
                old[stream], new[stream] = (self.ignore.sub("", text) for text in (old[stream], new[stream]))
            if self.any_order:
                old[stream], new[stream] = (_sorted(text) for text in (old[stream], new[stream]))
        if self.code and (old["code"], new["code"]) == self.code:
            old["code"] = new["code"]
        return old, new


def _sorted(text: str) -> str:
    return "\n".join(sorted(text.split("\n")))


@dataclass(frozen=True)
class Judged:
    """What came of comparing: how many cases, those that differ unexplained, and the entries that were needed."""

    compared: int
    differing: tuple[Pair, ...]
    explained: int
    needed: frozenset[Entry]


def judge(pairs: Iterable[Pair], entries: Sequence[Entry]) -> Judged:
    """Compare every pair; an entry is needed where a case would differ without it."""
    compared, explained, needed = 0, 0, set[Entry]()
    differing: list[Pair] = []
    for pair in pairs:
        compared += 1
        if pair.before == pair.after:
            continue
        here = [entry for entry in entries if entry.covers(pair.case.name)]
        before, after = _applied(pair, here)
        if before == after:
            explained += 1
            needed |= {one for one in here if _differs(pair, [other for other in here if other is not one])}
        else:
            differing.append(Pair(pair.case, before, after))
    return Judged(compared, tuple(differing), explained, frozenset(needed))


def _applied(pair: Pair, entries: Iterable[Entry]) -> tuple[Texts, Texts]:
    before, after = pair.before, pair.after
    for entry in entries:
        before, after = entry.applied(before, after)
    return before, after


def _differs(pair: Pair, entries: Iterable[Entry]) -> bool:
    before, after = _applied(pair, entries)
    return before != after


def read(text: str) -> tuple[Entry, ...]:
    """Read the entries of a file.

    Raises:
        EntryError: one of them is not as it should be.
    """
    found = yaml.safe_load(text) or []
    if not isinstance(found, list):
        message = "meant.yaml is no list of entries"
        raise EntryError(message)
    return tuple(_entry(one) for one in found)


def _entry(data: Any) -> Entry:  # noqa: ANN401 - raw YAML data
    if reason := _amiss(data):
        message = f"An entry of meant.yaml {reason}: {data}"
        raise EntryError(message)
    before, _, after = str(data.get("code", "")).partition("->")
    try:
        return Entry(
            reason=data["reason"],
            cases=tuple(data["cases"]),
            streams=tuple(data.get("in", TEXTS)),
            replace=_pattern(data.get("replace")),
            by=data.get("with", ""),
            ignore=_pattern(data.get("ignore")),
            any_order=data.get("any_order", False),
            code=(before.strip(), after.strip()) if "code" in data else None,
        )
    except re.error as error:
        message = f"An entry of meant.yaml has no regular expression, {error}: {data}"
        raise EntryError(message) from error


def _pattern(text: str | None) -> re.Pattern[str] | None:
    return re.compile(text, re.MULTILINE) if text else None


def _amiss(data: Any) -> str:  # noqa: ANN401, PLR0911 - raw YAML data; a line for each thing that can be wrong
    """Say what is wrong with an entry; nothing where all is well."""
    if not isinstance(data, dict):
        return "is no mapping"
    if unknown := data.keys() - KEYS:
        return f"has keys that are none, {', '.join(sorted(unknown))}"
    if not data.get("reason") or not isinstance(data.get("cases"), list) or not data["cases"]:
        return "lacks its reason or its list of cases"
    if not EXPLAINING & data.keys():
        return "explains nothing"
    if ("with" in data) != ("replace" in data):
        return "has `replace` and `with` one without the other"
    if not set(data.get("in", TEXTS)) <= set(TEXTS):
        return f"is in streams that are none; there are {', '.join(TEXTS)}"
    if "code" in data and "->" not in str(data["code"]):
        return "has a code that is not written as `1 -> 74`"
    return ""
