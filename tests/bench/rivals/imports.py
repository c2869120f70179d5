"""Import what a report cannot do without: typer, yaml, rich's tables and our own model."""

import rich.console
import rich.table
import typer
import yaml

import staircase.core.model.assignment
import staircase.core.model.program

USED = (rich.console, rich.table, typer, yaml, staircase.core.model)
