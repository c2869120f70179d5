"""What headlines are made of, in any language: their parts and their numbers, and how each begins a sentence."""

from collections.abc import Mapping, Sequence


def headline_texts(parts: Mapping[str, tuple[str, str]], numbers: Sequence[str]) -> dict[str, str]:
    """The texts of parts, one and many of each, and of the numbers from one on; all as beginnings of a sentence, too."""
    texts = {f"headline.{part}.one": one for part, (one, _) in parts.items()}
    texts |= {f"headline.{part}.many": many for part, (_, many) in parts.items()}
    texts |= {f"number.{number}": word for number, word in enumerate(numbers, 1)}
    return texts | {f"{key}.first": text[:1].upper() + text[1:] for key, text in texts.items()}
