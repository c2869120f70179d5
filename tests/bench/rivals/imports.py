"""Import what ``status`` cannot do without, and build its models, under the settings that the program takes."""

import gc
import os

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
gc.disable()

import typer  # noqa: E402 - the settings come first, as in the program
import yaml  # noqa: E402 - as above

import staircase.core.model.assignment  # noqa: E402 - as above
import staircase.core.model.program  # noqa: E402 - as above

USED = (typer, yaml, staircase.core.model)

if __name__ == "__main__":
    gc.freeze()
