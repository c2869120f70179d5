"""Headings: which column of which table each means, as people write them, and as a mapping says."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from staircase.core.choices import STEPS
from staircase.core.sheets import Sheet, SheetColumn
from staircase.core.sheets.table import SHEETS, sheet
from staircase.core.suggest import letters, nearest

_IN_PARENTHESES = re.compile(r"[(\[]([^)\]]*)[)\]]")
_TAIL = re.compile(r"[\s,:*]*(?:\b(?:19|20)\d\d)?[\s,:*]*$")
_NUMBERED = re.compile(r"\s*\d{1,2}$")


class MoneyUnit(NamedTuple):
    """How much one of a unit of money is, and its currency; of crowns that are not told apart, and of none, empty."""

    scale: int
    currency: str = ""


def _units(currency: str, ones: str, thousands: str, millions: str) -> dict[str, MoneyUnit]:
    """The units of a currency, each size as several words."""
    sizes = ((1, ones), (1_000, thousands), (1_000_000, millions))
    return {word: MoneyUnit(scale, currency) for scale, words in sizes for word in words.split("|")}


MONEY: Mapping[str, MoneyUnit] = MappingProxyType(
    {
        **_units(
            "",
            ones="kr|kronor",
            thousands="tkr|kkr|tusenkronor|tusental|tusen",
            millions="mkr|mnkr|milj|miljkr|miljon|miljoner|miljonerkronor",
        ),
        **_units("SEK", ones="sek", thousands="ksek|tsek", millions="msek"),
        **_units("NOK", ones="nok", thousands="knok|tnok", millions="mnok"),
        **_units("DKK", ones="dkk", thousands="kdkk|tdkk", millions="mdkk"),
        **_units("EUR", ones="€|eur|euro", thousands="k€|keur|teur", millions="m€|meur"),
        **_units("USD", ones="$|usd", thousands="k$|kusd|tusd", millions="m$|musd"),
        **_units("GBP", ones="£|gbp", thousands="k£|kgbp|tgbp", millions="m£|mgbp"),
    }
)
"""Units of money by their letters, as people write them."""

_CROWNS = frozenset({"SEK", "NOK", "DKK", "ISK"})


def money_unit(written: str, currency: str) -> MoneyUnit | None:
    """A unit of money that a programme of a currency counts in; nothing of another currency, or of no money."""
    plain = letters(written)
    found = MONEY.get(plain)
    if found is None or found.currency:
        return found if found and found.currency == currency else None
    return found if "kr" not in plain or currency in _CROWNS else None


_SHORT, _MORE = 3, 2
"""Letters of a heading that is like too many others, and how many more another may have that it is like."""


class HeadingKey(NamedTuple):
    """What a heading means: a key of a table, and whether it is the heading's own word or one that is much like it."""

    key: str
    is_sure: bool


@dataclass(frozen=True)
class Vocabulary:
    """What the program itself calls tables, columns and choices, in each of its languages.

    Attributes:
        texts: the sentences of each language by their keys, as a workbook is headed with.
        heard: what people call the columns of a table (``TABLE/KEY``), sheets and states, and what an export headed
            columns with before (``before/KEY``), in each language.
    """

    texts: Sequence[Mapping[str, str]] = ()
    heard: Sequence[Mapping[str, str]] = ()

    @cached_property
    def tables(self) -> Mapping[str, str]:
        """Tables by the letters of all their names."""
        found = _by_letters(self._heard_of("sheets"))
        for one in SHEETS:
            names = (one.name, *(texts.get(f"sheet.{one.name}", "") for texts in self.texts))
            found |= {letters(name): one.name for name in names if name and one.is_read}
        return found

    @cached_property
    def figures(self) -> frozenset[str]:
        """The letters of the names that ``export`` gives sheets which nothing is read from."""
        read = {f"sheet.{one.name}" for one in SHEETS if one.is_read}
        words = (
            word for texts in self.texts for key, word in texts.items() if key.startswith("sheet.") and key not in read
        )
        return frozenset(map(letters, (*words, *(one.name for one in SHEETS if not one.is_read))))

    @cached_property
    def headings(self) -> Mapping[str, Mapping[str, str]]:
        """The keys of each table's columns by the letters of all that a heading may say."""
        return {one.name: self._headings(one) for one in SHEETS if one.is_read}

    @cached_property
    def all_headings(self) -> frozenset[str]:
        """The letters of all headings that any table has."""
        return frozenset(word for own in self.headings.values() for word in own)

    @cached_property
    def _former(self) -> Mapping[str, str]:
        """Keys of columns by the letters of what ``export`` headed them with in earlier versions."""
        return _by_letters(self._heard_of("before"))

    def _headings(self, of: Sheet) -> Mapping[str, str]:
        found = {word: key for word, key in self._former.items() if of.column(key)}
        found |= _by_letters(self._heard_of(of.name))
        for column in of.columns:
            words = [column.key, ".".join(column.field)]
            words += [texts.get(f"heading.{column.key}", "") for texts in self.texts]
            words += [texts.get(f"heading.{of.name}.{column.key}", "") for texts in self.texts]
            found |= {letters(word): column.key for word in words if word}
        return found

    def named(self, heading: str, of: Sheet, *, is_own: bool = False) -> HeadingKey | None:
        """The key of a table's column that a heading means; in a workbook of our own it may be an earlier version's."""
        own = self.headings.get(of.name, {})
        former = self._former.get(letters(heading), "") if is_own else ""
        if of.column(former):
            return HeadingKey(former, is_sure=True)
        for one in forms(heading):
            if found := own.get(letters(one)):
                return HeadingKey(found, is_sure=True)
        whole = plain_heading(heading).casefold()
        people = {word: key for key, words in self._heard_of(of.name).items() for word in words}
        near = nearest(whole, people) if len(whole) > _SHORT else None
        is_near = near is not None and abs(len(near) - len(whole)) <= _MORE
        return HeadingKey(people[near], is_sure=False) if near and is_near else None

    def _heard_of(self, family: str) -> Mapping[str, Sequence[str]]:
        """What people call the columns of a table, or sheets, or states, by their keys."""
        return self._families.get(family, {})

    @cached_property
    def _families(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """The same of all tables, of sheets and of states."""
        found: dict[str, dict[str, list[str]]] = {}
        for texts in self.heard:
            for place, words in texts.items():
                family, _, key = place.partition("/")
                found.setdefault(family, {}).setdefault(key, []).extend(map(str.strip, words.split(",")))
        return found

    @cached_property
    def states(self) -> Mapping[str, str]:
        """States by the letters of what people call them."""
        return _by_letters(self._heard_of("states"))

    def chosen(self, word: str, column: SheetColumn) -> str | None:
        """The choice of a column that the program shows in those words."""
        plain = letters(word)
        for choice in column.choices:
            shown = (choice, *(texts.get(f"{column.word}.{choice}", "") for texts in self.texts))
            if plain in map(letters, filter(None, shown)):
                return choice
        return None


def _by_letters(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Keys by the letters of their words; where two have one word, it is the first one's."""
    return {letters(word): key for key, several in reversed([*words.items()]) for word in several}


def plain_heading(heading: str) -> str:
    """A heading on one line without what stands in parentheses, and without a year or a sign at its end."""
    return _TAIL.sub("", " ".join(_IN_PARENTHESES.sub(" ", heading).split()))


def forms(heading: str) -> Iterable[str]:
    """A heading as it is, and without what is beside the point: a unit, a year, a number, what stands over several."""
    plain = plain_heading(heading)
    own = plain.rpartition(" \u2013 ")[2]
    return dict.fromkeys((heading, plain, _NUMBERED.sub("", plain), own))


def unit_of(heading: str) -> str:
    """The unit of money of a column's numbers, as its heading says: ``Budget (tkr)`` is in thousands."""
    words = (*_IN_PARENTHESES.findall(heading), *re.split(r"[\s,]+", heading))
    return next((word for word in words if letters(word) in MONEY), "")


class ColumnTarget(NamedTuple):
    """What a column of somebody's sheet is to become: a column of one of our tables.

    ``step`` is the step that was entered on the days of a column which holds those of one step only.
    """

    table: str
    column: SheetColumn
    step: str = ""

    def spelled(self, of: Sheet) -> str:
        """It as a mapping of a table's sheet writes it."""
        if self.step:
            return f"{self.column.key}.{self.step}"
        return self.column.key if self.table == of.name else f"{self.table}.{self.column.key}"


def target_of(written: str, of: Sheet) -> ColumnTarget | None:
    """The column that a key of a mapping means: ``title``, ``costs.one_off``, ``benefits.title``, ``entered.embed``."""
    for column in of.columns:
        if written in {column.key, ".".join(column.field)}:
            return ColumnTarget(of.name, column)
    table, _, key = written.partition(".")
    if table == "entered" and of.name == "assignments" and key in STEPS:
        return ColumnTarget("visits", _ENTERED, key)
    if table in WITHIN.get(of.name, ()):
        found = sheet(table).column(key)
        return ColumnTarget(table, found) if found else None
    return None


def read_target(written: str, of: Sheet) -> ColumnTarget | None:
    """The same, where import reads it: also a figure of an assignment that it makes facts of."""
    found = target_of(written, of)
    return found if found and (found.column.is_read or written in _derived(of)) else None


def read_keys(of: Sheet) -> Iterator[str]:
    """The keys of a table that a mapping may name."""
    yield from (column.key for column in of.columns if column.is_read)
    yield from _derived(of)


def _derived(of: Sheet) -> tuple[str, ...]:
    """Figures of an assignment that people's sheets say, and that import makes facts of."""
    return ("state", "step", "entered") if of.name == "assignments" else ()


WITHIN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "assignments": ("benefits", "links", "visits", "trials", "roadmap", "shown"),
        "benefits": ("measurements", "taken_home"),
    }
)
"""The tables of which a row of a table may hold one row more."""

_ENTERED = next(column for column in sheet("visits").columns if column.key == "entered")
