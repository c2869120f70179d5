"""The YAML parser's events: libyaml's where PyYAML was built with it, else those of PyYAML's own parser."""

from collections.abc import Callable
from typing import Protocol

# With parse.py, places.py and reader.py this is where the YAML library is known.
from yaml import SafeLoader  # noqa: TID251 - see above
from yaml.events import Event  # noqa: TID251 - see above


class Events(Protocol):
    """A parser that gives one event after the other, ``None`` at the end; PyYAML's two kinds do."""

    def get_event(self) -> Event | None:
        """Give the next event."""


pure_events: Callable[[str], Events] = SafeLoader
"""PyYAML's own parser: there everywhere, ten times as slow, and now and then of another mind about tabs and escapes."""

HAS_LIBYAML = True
"""Whether PyYAML was built with libyaml."""

try:
    from yaml._yaml import CParser  # noqa: TID251 - see above
except ImportError:
    HAS_LIBYAML = False
    fastest_events = pure_events
else:
    fastest_events = CParser
