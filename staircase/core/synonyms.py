"""Keys, choices and names as people write them: in capitals, without their dots, by number, or in Swedish."""

import re
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from unicodedata import normalize

from staircase.core.choices import STEPS

_SEPARATORS = re.compile(r"[\s_\u2010-\u2015\u2212.-]+")
_QUOTES = "\"'\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u201b\u2039\u203a"
_STEP_NUMBER = re.compile(r"(?:steg|step)?\s*([1-4])(?:\s+\D.*)?", re.IGNORECASE)
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
        "assignment": ("uppdrag",),
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
        "operational-plan": ("verksamhetsplan",),
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


def folded(text: str) -> str:
    """A text as it is compared: in small letters, without accents, quotes and what parts words."""
    text = _SEPARATORS.sub("", text[:_MOST].strip().strip(_QUOTES)).casefold()
    return "".join(sign for sign in normalize("NFKD", text) if not "\u0300" <= sign <= "\u036f")


def key_in_other_words(word: str, known: Collection[str]) -> str | None:
    """The key that a word stands for, among those of its place."""
    return _in_other_words(folded(word), known)


def choice_in_other_words(word: str, choices: Collection[str]) -> str | None:
    """The choice that a word stands for; steps also by their numbers, as reports show them: ``2 Show the benefit``."""
    if tuple(choices) == STEPS and (number := _STEP_NUMBER.fullmatch(word.strip())):
        return STEPS[int(number[1]) - 1]
    return _in_other_words(folded(word), choices)


def by_name(names: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, str]]:
    """Ids with their names, by either of the two, folded; what several are called is left out."""
    found: dict[str, set[tuple[str, str]]] = {}
    for one in names:
        for word in one:
            found.setdefault(folded(word), set()).add(one)
    return {word: next(iter(ones)) for word, ones in found.items() if word and len(ones) == 1}


def _in_other_words(plain: str, known: Collection[str]) -> str | None:
    for word in known:
        if folded(word) == plain or any(folded(other) == plain for other in _IN_SWEDISH.get(word, ())):
            return word
    return None
