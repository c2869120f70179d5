"""What may have been meant: the nearest name, a key or choice in other words, a value in the form it is to have.

Patterns stand as texts, which ``re`` compiles when it is first asked for them: sound files need none of them.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from unicodedata import normalize

from staircase.core.choices import STEPS
from staircase.core.period import Month, day_written, parse_period, period_written

UNKNOWN = "…"
"""Stands in a suggested line or command for what only the writer knows."""

SIMILAR_ENOUGH = 0.75
FEW_ENOUGH_TO_LIST = 15
COMPARISONS = 300_000


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like ``word``, case aside, if its similarity (difflib's ratio) is 0.75 or more.

    Of equals the first one wins. A word of more than 200 characters is like nothing.
    """
    if len(word) > 200:  # noqa: PLR2004 - the longest name that the format allows
        return None
    from difflib import SequenceMatcher  # noqa: PLC0415 - start-up: only for words that nobody knows

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word.casefold())
    best, most = None, SIMILAR_ENOUGH
    for choice in choices:
        matcher.set_seq1(choice.casefold())
        if matcher.real_quick_ratio() < most or matcher.quick_ratio() < most:
            continue
        ratio = matcher.ratio()
        if ratio > most or (best is None and ratio >= most):
            best, most = choice, ratio
    return best


@dataclass(slots=True)
class Patience:
    """How many more words one run compares: a crowd of wrong references to a crowd of ids would take hours.

    ``names`` keeps what things are called, by kind: gathered once for all references of a run.
    """

    left: int = COMPARISONS
    names: dict[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict, compare=False, repr=False)

    def nearest(self, word: str, choices: Collection[str]) -> str | None:
        """The nearest choice, as long as there is patience for all of them."""
        if len(choices) > self.left:
            return None
        self.left -= len(choices)
        return nearest(word, choices)


TYPOGRAPHIC = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2039\u203a"
"""Quotes that word processors put in the place of straight ones; YAML takes them for letters."""

LIST_SIGNS = "\u2010-\u2015\u2212\u2022\u25cf\u25e6\u25aa\u00b7"
"""Signs that word processors put before the items of a list; for use in a regular expression."""

_SEPARATORS = r"[\s_\u2010-\u2015\u2212.-]+"
_QUOTES = f"\"'{TYPOGRAPHIC}"
_STEP_NUMBER = r"(?:steg|step)?\s*([1-4])(?:\s+\D.*)?"
_MOST = 200

_IN_SWEDISH: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # keys
        "accepted": ("godtaget", "godtagna", "accepterat"),
        "adopted": ("antagen", "beslutad", "fastställd"),
        "amount": ("belopp", "summa"),
        "anchored_in": ("förankrad-i", "förankring", "står-i"),
        "area": ("område", "verksamhetsområde"),
        "at_once": ("samtidigt",),
        "based_on": ("bygger-på", "baserat-på"),
        "baseline": ("utgångsvärde", "nuläge", "startvärde"),
        "basis": ("grund", "underlag"),
        "became": ("blev",),
        "benefits": ("nyttor", "nytta", "effekter", "visa-nyttan"),
        "by": ("senast", "måldatum"),
        "completed": ("avslutat", "avslutad", "klart"),
        "costs": ("kostnader", "kostnad"),
        "currency": ("valuta",),
        "date": ("datum", "dag"),
        "decided_by": ("beslutat-av", "beslutad-av", "beslutsfattare"),
        "decision": ("beslut",),
        "department": ("förvaltning", "avdelning", "verksamhet", "nämnd"),
        "departments": ("förvaltningar", "avdelningar", "verksamheter"),
        "depends_on": ("beroende-av", "beroenden", "beror-på"),
        "documents": ("dokument", "styrdokument", "styrande-dokument"),
        "document": ("dokument", "styrdokument"),
        "done": ("klar", "genomförd"),
        "dropped": ("struken", "borttagen"),
        "ended": ("slutade", "slut", "slutdatum", "avslutat", "avslutad"),
        "entered": ("sedan", "påbörjat", "påbörjad", "kom-till-steget"),
        "every_days": ("hur-ofta", "mätintervall"),
        "expects": ("förväntas", "förväntad-nytta", "väntad-nytta"),
        "format": ("filformat",),
        "forum": ("mötesforum",),
        "from": ("från", "fr-o-m", "from-och-med", "start"),
        "goals": ("mål",),
        "how": ("hur",),
        "id": ("identitet",),
        "item": ("punkt", "post"),
        "journey": ("resa", "resan"),
        "kind": ("slag", "typ", "sort", "typ-av-nytta"),
        "keep": ("behåll", "håll", "hålla", "nivå"),
        "language": ("språk",),
        "lead": ("ledare", "uppdragsledare", "projektledare", "ansvarig"),
        "learned": ("lärdom", "lärdomar", "lärde-oss"),
        "links": ("länkar",),
        "live": ("i-drift", "driftsatt", "driftsättning"),
        "manager": ("chef", "förvaltningschef"),
        "mandate": ("mandat", "uppdragsbeslut"),
        "measure": ("mått", "mätetal"),
        "measurements": ("mätningar", "mätvärden"),
        "name": ("namn",),
        "one_off": ("engångskostnad", "en-gång", "engång"),
        "organisation": ("organization", "kommun"),
        "outcome": ("utfall", "resultat"),
        "owner": ("ägare", "nyttoägare"),
        "pauses": ("pauser", "paus"),
        "per_unit": ("per-enhet", "värde-per-enhet"),
        "per_year": ("per-år", "årlig", "årskostnad", "värde-per-år"),
        "realisation": ("realisering", "nyttorealisering", "hemtagning", "realization"),
        "reference": ("diarienummer", "ärendenummer", "referens"),
        "reviewed": ("granskad", "granskat", "genomgången"),
        "roadmap": ("färdplan", "gemensam-färdplan"),
        "rule": ("regel",),
        "rules": ("regler",),
        "settings": ("inställningar",),
        "shown": ("visat", "visad", "visat-för-ledningen"),
        "source": ("källa",),
        "started": ("startad", "startat", "startade", "start", "startdatum", "start-date"),
        "step": ("steg",),
        "stopped": ("stoppat", "stoppad"),
        "tags": ("taggar", "etiketter"),
        "taken_home": ("hemtaget", "hemtagen", "hemtagning"),
        "target": ("mål", "målvärde"),
        "title": ("titel", "namn", "rubrik"),
        "to": ("till", "t-o-m", "till-och-med", "slut"),
        "together": ("tillsammans", "tillsammans-med", "deltagare"),
        "trials": ("tester", "test", "försök", "piloter"),
        "unit": ("enhet",),
        "until": ("till-och-med", "t-o-m", "gäller-till"),
        "url": ("länk", "adress", "webbadress"),
        "value": ("värde",),
        "what": ("vad",),
        "why": ("varför", "orsak", "skäl"),
        "worth": ("värde", "värdering"),
        # choices
        "active": ("pågår", "pågående", "aktivt"),
        "assignment": ("uppdrag",),
        "at-least": ("minst", "lägst", "min", "över"),
        "at-most": ("högst", "max", "under"),
        "avoidance": ("undvikna-kostnader", "undviken-kostnad", "undvikande"),
        "budget": (),
        "capacity": ("frigjord-tid", "tid", "kapacitet"),
        "cash": ("pengar", "kontanter", "kontant"),
        "embed": ("i-ordinarie-styrning", "arbeta-in", "styrning"),
        "enabling": ("möjliggörande", "förutsättningsskapande"),
        "en": ("engelska", "english"),
        "error": ("fel",),
        "estimated": ("uppskattat", "uppskattad", "beräknat"),
        "explore": ("testa-tillsammans", "testa", "utforska"),
        "failed": ("misslyckades", "misslyckat"),
        "guideline": ("riktlinje", "riktlinjer"),
        "measured": ("uppmätt", "mätt"),
        "mixed": ("blandat", "blandat-utfall"),
        "note": ("anmärkning", "notis"),
        "off": ("av",),
        "open": ("öppet", "öppna"),
        "operational-plan": ("verksamhetsplan",),
        "paused": ("pausat", "pausad"),
        "planned": ("planerat", "planerad"),
        "policy": (),
        "programme": ("program",),
        "quality": ("kvalitet",),
        "strategy": ("strategi",),
        "sv": ("svenska", "swedish"),
        "warning": ("varning",),
        "worked": ("fungerade", "lyckades"),
    }
)
"""What Swedish, and now and then another English, says for a key or a choice; blanks are written as hyphens."""


def folded(name: str) -> str:
    """A name or role as people's names are compared: ignoring case and blanks at the ends."""
    return name.strip().casefold()


def letters(text: str) -> str:
    """A text as what was meant by it is compared: in small letters, without accents, quotes and what parts words."""
    return _letters(text[:_MOST])


@lru_cache(1 << 14)
def _letters(text: str) -> str:
    """Those of a text, kept: an import asks for the same ids, names and choices again and again."""
    text = re.sub(_SEPARATORS, "", text.strip().strip(_QUOTES)).casefold()
    return "".join(sign for sign in normalize("NFKD", text) if not "\u0300" <= sign <= "\u036f")


def key_in_other_words(word: str, known: Collection[str]) -> str | None:
    """The key that a word stands for, among those of its place."""
    return _in_other_words(letters(word), known)


def choice_in_other_words(word: str, choices: Collection[str]) -> str | None:
    """The choice that a word stands for; steps also by their numbers, as reports show them: ``2 Show the benefit``."""
    if tuple(choices) == STEPS and (number := re.fullmatch(_STEP_NUMBER, word.strip(), re.IGNORECASE)):
        return STEPS[int(number[1]) - 1]
    return _in_other_words(letters(word), choices)


def by_name(names: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
    """Ids with their names, by the letters of either; what several are called is left out."""
    found: dict[str, set[tuple[str, str]]] = {}
    for one in names.items():
        for word in one:
            found.setdefault(letters(word), set()).add(one)
    return {word: next(iter(ones)) for word, ones in found.items() if word and len(ones) == 1}


def _in_other_words(plain: str, known: Collection[str]) -> str | None:
    for word in known:
        if letters(word) == plain or any(letters(other) == plain for other in _IN_SWEDISH.get(word, ())):
            return word
    return None


DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""Signs that look like the hyphen of the keyboard, which text programs put in its place."""

_DASH = f"[{DASHES}]"
_A_NUMBER = r"[+-]?[0-9]+(?:[ \u00a0\u2009\u202f'_.,][0-9]+)*"
_SIZE = r"[0-9]\s*(tusen|thousand|miljon|million|mn|[tkm])(?:er|s|kr|sek|nok|dkk|eur|usd|gbp)?\b"
_SIZES = {"t": 1_000, "k": 1_000, "m": 1_000_000} | dict.fromkeys(("tusen", "thousand"), 1_000)
_SIZES |= dict.fromkeys(("miljon", "million", "mn"), 1_000_000)
_GROUPING = r"[ \u00a0\u2009\u202f'_]"
_NOT_OF_AN_ID = r"[^a-z0-9]+"
_ID_LENGTH = 64
_EXAMPLES = {"date": "2026-11-24", "period": "2026-Q4"}


def odd_sign(value: str) -> tuple[str, str] | None:
    """The dash or the quotes in a value that stand for those of the keyboard: which of the two, and the sign."""
    if value[:1] in tuple(TYPOGRAPHIC):
        return "typographic", value[0]
    found = re.search(_DASH, value)
    return ("dash", found[0]) if found else None


def keyboard(value: str) -> str:
    """The value in the hyphens of the keyboard, without typographic quotes around it."""
    return re.sub(_DASH, "-", value.strip().strip(TYPOGRAPHIC)).strip()


def as_date(value: str) -> str:
    """The day that a value means, where it can mean but one; else an example."""
    day = day_written(keyboard(value))
    return _EXAMPLES["date"] if day is None or isinstance(day, Month) else day.isoformat()


def as_day_or_month(value: str) -> str:
    """The day that a value means, or the month: ``maj 2026``, ``5/2026``, ``2026-5``; else an example."""
    day = day_written(keyboard(value))
    return day.isoformat() if day else _EXAMPLES["date"]


def as_day_of(month: str, *, last: bool) -> str:
    """The first or the last day of a month that is written ``2026-05``."""
    period = parse_period(month)
    return (period.last if last else period.first).isoformat()


def as_period(value: str, otherwise: str = _EXAMPLES["period"]) -> str:
    """The period that a value means; else an example, or what is to stand for it."""
    return period_written(keyboard(value)) or otherwise


def as_number(value: str) -> str:
    """The number that a value begins with, or the only one in it; else an example.

    Of dots and commas the last is the decimal sign, unless it stands more than once: ``1.200,50``, but ``1,234,567``.
    """
    value = keyboard(value)
    found = re.match(_A_NUMBER, value)
    numbers = [found[0]] if found else re.findall(_A_NUMBER, value[:_MOST])
    if len(numbers) != 1:
        return "7.5"
    number = re.sub(_GROUPING, "", numbers[0])
    last = max(number.rfind("."), number.rfind(","))
    if last < 0 or number.count(number[last]) > 1:
        return re.sub(r"[.,]", "", number)
    return f"{re.sub(r'[.,]', '', number[:last])}.{number[last + 1 :]}"


def as_sum(value: str) -> str:
    """The sum of money that a value means, in whole units of the currency: ``420 tkr`` is 420000."""
    number = as_number(value)
    found = re.search(_SIZE, value[:_MOST].casefold())
    if not found:
        return number
    whole, _, decimals = f"{Decimal(number) * _SIZES[found[1]]:f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def either_number(value: str) -> dict[str, str]:
    """What a number with a doubtful dot may mean: ``420.000`` is 420000 or 420.00, each written without doubt."""
    decimals = value[:-1] if value.endswith("0") else f"{value}0"
    return {"thousands": value.replace(".", ""), "decimals": decimals}


def as_id(value: str, otherwise: str = "travel-time") -> str:
    """An id made of a text: without accents, in small letters, with hyphens; another one of a text without letters."""
    plain = normalize("NFKD", keyboard(value).casefold()).encode("ascii", "ignore").decode()
    return re.sub(_NOT_OF_AN_ID, "-", plain)[:_ID_LENGTH].strip("-") or otherwise


def as_items(value: str) -> str:
    """The items of a list that stand as one text, with commas between them."""
    return ", ".join(part.strip() for part in keyboard(value).split(",") if part.strip())
