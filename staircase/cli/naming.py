"""What a command is about, by its id or by its name: people know names."""

from collections.abc import Sequence

from staircase.cli.usage import MisuseError
from staircase.core.identity import Named, meant, names_of
from staircase.core.language import Language
from staircase.core.portfolio import Portfolio


def identified(word: str, kind: Named, portfolio: Portfolio, language: Language) -> str | None:
    """The id of what is called so, if there is anything.

    Raises:
        MisuseError: several are called so.
    """
    found = meant(word, kind, portfolio)
    if len(found) > 1:
        raise several(word, found, language)
    return found[0] if found else None


def several(word: str, ids: Sequence[str], language: Language) -> MisuseError:
    """The error that a name is that of several."""
    return MisuseError(key="shell.several", word=word, places={"ids": ", ".join(sorted(ids))}, language=language)


def unknown_assignment(word: str, portfolio: Portfolio, command: str, language: Language) -> MisuseError:
    """The error that there is no such assignment."""
    return MisuseError(
        key="shell.unknown_id",
        word=word,
        choices=tuple(sorted(portfolio.ids)),
        command=command,
        language=language,
        names=names_of("assignment", portfolio),
    )
