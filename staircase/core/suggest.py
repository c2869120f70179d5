"""The nearest of the words that would have been right: for every "did you mean"."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

SIMILAR_ENOUGH = 0.75
FEW_ENOUGH_TO_LIST = 8
COMPARISONS = 300_000


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Give the choice most like ``word``, case aside, if its similarity (difflib's ratio) is 0.75 or more.

    Of equals the first one wins. A word of more than 200 characters is like nothing.
    """
    if len(word) > 200:  # noqa: PLR2004 - the longest name that the format allows
        return None
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
        """Give the nearest choice, as long as there is patience for all of them."""
        if len(choices) > self.left:
            return None
        self.left -= len(choices)
        return nearest(word, choices)
