"""The commands by what the user wants, in the order that help shows them; a family's module has its name."""

from collections.abc import Mapping
from types import MappingProxyType

FAMILIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "look": ("status", "show", "departments", "benefits", "roadmap", "gaps", "lessons", "flow"),
        "check": ("check", "rule"),
        "write": (
            *("new", "move", "trial", "benefit", "measure", "present", "close", "take-home"),
            *("plan", "anchor", "start", "finish", "drop", "live", "review", "pause", "resume", "complete", "stop"),
            *("accept", "set", "unset", "rename", "edit", "declare", "adopt", "send"),
        ),
        "sheets": ("import", "export"),
        "review": ("diff", "log"),
        "present": ("report",),
        "set_up": ("init", "upgrade", "schema"),
        "learn": ("guide",),
    }
)


def family_of(command: str) -> str:
    """The family of a command."""
    return next(family for family, commands in FAMILIES.items() if command in commands)
