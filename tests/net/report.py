"""What the net says: counts, and the differences that nobody explained, each kind once."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff

from tests.net.differences import Entry, Judged
from tests.net.sides import STREAMS, Pair

KINDS = 12
"""Kinds of differences that are shown; the others are counted."""

LINES = 40
"""Lines of one case's difference that are shown."""


def failures(judged: Judged, unneeded: Sequence[Entry] = ()) -> list[str]:
    """Return what fails, as text for people: a part for each kind of difference, and for each entry that lies."""
    kinds = _kinds(judged.differing)
    parts = [_kind(pairs) for pairs in kinds[:KINDS]]
    if len(kinds) > KINDS:
        parts.append(f"… and {len(kinds) - KINDS} kinds more")
    parts += [f"An entry of meant.yaml explains nothing any more: {entry.reason}" for entry in unneeded]
    return parts


def summary(judged: Judged) -> str:
    """Return the counts in a line."""
    same = judged.compared - judged.explained - len(judged.differing)
    kinds = len(_kinds(judged.differing))
    different = f"{len(judged.differing)} differ, in {kinds} ways" if kinds else "none differs"
    return f"{judged.compared} cases: {same} the same, {judged.explained} differ as is meant, {different}"


def _kinds(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Group the cases by the lines that changed, the largest group first."""
    kinds: dict[tuple[str, ...], list[Pair]] = {}
    for pair in pairs:
        changed = tuple(line.strip() for line in difference(pair) if line[0] in "+-")
        kinds.setdefault(tuple(dict.fromkeys(changed))[:4], []).append(pair)
    return sorted(kinds.values(), key=len, reverse=True)


def _kind(pairs: Sequence[Pair]) -> str:
    lines = list(difference(pairs[0]))
    shown = lines[:LINES] + ([f"… {len(lines) - LINES} lines more"] if len(lines) > LINES else [])
    names = [f"    {pair.case.name}" for pair in pairs[:5]]
    more = [f"    … {len(pairs) - 5} more"] if len(pairs) > len(names) else []
    return "\n".join([f"{len(pairs)} cases differ so, as the first of them:", *names, *more, *shown])


def difference(pair: Pair) -> Iterator[str]:
    """Yield the lines of a unified difference of two results, stream by stream; control characters are visible."""
    for name in STREAMS:
        if pair.before[name] != pair.after[name]:
            yield f"@@@ {name}"
            before, after = _visible(pair.before[name]), _visible(pair.after[name])
            yield from list(unified_diff(before, after, lineterm="", n=1))[2:]


def _visible(text: str) -> list[str]:
    return ["".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line) for line in text.split("\n")]
