"""A bare Typer app with two commands, one of which completes the ids of a folder: what Typer itself costs."""

import os
from pathlib import Path
from typing import Annotated

import typer

application = typer.Typer()


def _ids(incomplete: str) -> list[str]:
    stems = (path.stem for path in Path(os.environ["RIVAL_FOLDER"]).iterdir())
    return [stem for stem in stems if stem.startswith(incomplete)]


def _version(asked: bool) -> None:  # noqa: FBT001 - Typer calls it
    if asked:
        typer.echo("bare 1")
        raise typer.Exit


@application.callback()
def main(
    *,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """Do one of two things."""
    del version


@application.command()
def show(name: Annotated[str, typer.Argument(autocompletion=_ids)]) -> None:
    """Show one."""
    typer.echo(name)


@application.command()
def check() -> None:
    """Check all."""


if __name__ == "__main__":
    application(prog_name="bare")
