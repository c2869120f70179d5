"""Units that are money a year, in the words that people write them in: kr/år, tkr/år, SEK/year, € per year."""

from fractions import Fraction
from unicodedata import normalize

_SIGNS = {
    "sek": ("kr",),
    "nok": ("kr",),
    "dkk": ("kr",),
    "eur": ("€",),
    "usd": ("$",),
    "gbp": ("£",),
}
"""Short for a currency; like its code they may have a size before them."""

_NAMES = {
    "sek": ("kronor", "kroner"),
    "nok": ("kronor", "kroner"),
    "dkk": ("kronor", "kroner"),
    "eur": ("euro", "euros"),
    "usd": ("dollar", "dollars"),
    "gbp": ("pound", "pounds", "pund"),
}

_SIZES = {"": 1, "t": 1000, "k": 1000, "m": 1_000_000, "mn": 1_000_000}

_A_YEAR = ("/year", "/yr", "/år", "peryear", "ayear", "perår", "omåret")


def money_a_year(unit: str, currency: str) -> Fraction | None:
    """How much money a year one of the unit is: [size] money year, compared without case and blanks; else unset."""
    text = normalize("NFC", "".join(unit.split())).casefold()
    code = currency.casefold()
    for year in _A_YEAR:
        money = text.removesuffix(year)
        if money == text:
            continue
        if money in _NAMES.get(code, ()):
            return Fraction(1)
        for size, factor in _SIZES.items():
            if money.removeprefix(size) in (code, *_SIGNS.get(code, ())) and money.startswith(size):
                return Fraction(factor)
    return None
