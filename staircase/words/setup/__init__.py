"""The files that ``init`` writes, as they stand with places to fill in: ``@NAME@``; prose stands in each language."""

from importlib.resources import files

from staircase.core.language import Language

SHARED = "staircase.words.setup"


def template(name: str, language: Language) -> str:
    """A file to be filled in: the language's own, or the one that all share.

    Raises:
        FileNotFoundError: there is no such file.
    """
    own = files("staircase.words").joinpath(language, "setup", name)
    return (own if own.is_file() else files(SHARED).joinpath(name)).read_text(encoding="utf-8")
