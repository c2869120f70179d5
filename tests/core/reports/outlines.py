"""The outlines of all reports that are lists of fields."""

from typing import Any

from staircase.core.reports.benefits import BENEFITS
from staircase.core.reports.outline import Outline

OUTLINES: tuple[Outline[Any, Any], ...] = (BENEFITS,)
