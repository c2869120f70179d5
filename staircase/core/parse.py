"""Text to data and places, or to findings that say what is wrong with it as YAML."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

# With events.py, places.py and reader.py this is where the YAML library is known.
from yaml.error import MarkedYAMLError, YAMLError  # noqa: TID251 - see above

from staircase.core.characters import foreign_characters, foreign_directive, holds_foreign, may_be_foreign
from staircase.core.events import Events, fastest_events
from staircase.core.finding import Finding, Subject
from staircase.core.places import places
from staircase.core.reader import Reader, StoppedError
from staircase.core.refusal import not_a_mapping
from staircase.core.yaml.source import Source

Raw = str | None | list["Raw"] | dict[str, "Raw"]
"""What a file holds: every scalar is text; ``None`` only as an item of a list that has nothing in it."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's data with its places, and what is wrong with it as YAML."""

    data: dict[str, Raw] | None
    source: Source
    findings: tuple[Finding, ...] = ()


def parse(path: str, text: str, subject: Subject, events: Callable[[str], Events] = fastest_events) -> Parsed:
    """Read a file's text as plain YAML; whatever the text is, what is wrong with it is a finding."""
    reader = Reader(text)
    has_data = _read(reader, events)
    if not has_data or may_be_foreign(text):
        reader.refusals.extend(foreign_characters(text))
    data = reader.data()
    if has_data and not isinstance(data, dict):
        from staircase.core.diagnosis import keyless_cause  # noqa: PLC0415 - start-up: only for broken files

        reader.refusals.add(keyless_cause(text) or not_a_mapping(path))
        has_data = False
    note = partial(places, events=events)
    source = Source(
        path, text, note, reader.tops, reader.items, tuple(reader.nulls), tuple(reader.cuts), tuple(reader.quoted)
    )
    return Parsed(data if has_data else None, source, reader.refusals.findings(source, subject))


def _read(reader: Reader, events: Callable[[str], Events]) -> bool:
    """Take in the whole text, and tell whether there is data to use."""
    if directive := foreign_directive(reader.text):
        reader.refusals.add(directive)
        return False
    try:
        reader.read(events(reader.text))
    except StoppedError as stopped:
        return stopped.has_data
    except (YAMLError, ValueError, OverflowError) as error:
        # A lone surrogate and an escape beyond Unicode are other errors from within the YAML library.
        if not holds_foreign(reader.text):
            from staircase.core.diagnosis import diagnose  # noqa: PLC0415 - start-up: only for broken files

            reader.refusals.add(diagnose(reader.text, *_marks(error)))
        return False
    return True


def _marks(error: Exception) -> tuple[int, int]:
    """Give where the parser gave up, and where that began which it was reading."""
    marks = (error.problem_mark, error.context_mark) if isinstance(error, MarkedYAMLError) else ()
    indexes = [mark.index for mark in marks if mark] or [0]
    return indexes[0], indexes[-1]
