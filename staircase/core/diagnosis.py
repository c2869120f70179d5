"""The likely real cause of a syntax error."""

from staircase.core.refusal import Refusal


def diagnose(text: str, gave_up: int, began: int) -> Refusal:
    """Name the likely real cause."""
    return Refusal("file-syntax", "other", gave_up, gave_up + 1)
