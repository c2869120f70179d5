"""The outlines of all reports that are lists of fields."""

from typing import Any

from staircase.core.reports.benefits import BENEFITS
from staircase.core.reports.departments import DEPARTMENTS
from staircase.core.reports.flow import FLOW
from staircase.core.reports.outline import Outline
from staircase.core.reports.roadmap import ROADMAP
from staircase.core.reports.show import SHOW
from staircase.core.reports.status import STATUS

OUTLINES: tuple[Outline[Any, Any], ...] = (STATUS, DEPARTMENTS, BENEFITS, ROADMAP, FLOW, SHOW)
