"""``communique readings``: what is tried on every release."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.exits import Exit

EXAMPLES = """\b
Examples:
  communique readings
  communique readings initiative
"""


def readings(
    code: Annotated[
        str, typer.Argument(metavar="[CODE]", help="Print the card of this reading.", show_default=False)
    ] = "",
) -> None:
    """
    List the readings, or print the card of one: what it finds, why, the plain explanation, its limits.

    A reading is one check that every release goes through.
    """
    from communique.readings import READINGS  # noqa: PLC0415 - help needs none of this

    if not code:
        width = max(len(reading.code) for reading in READINGS)
        for reading in READINGS:
            typer.echo(f"{reading.code:<{width}}  {reading.title}")
        return
    chosen = next((reading for reading in READINGS if reading.code == code), None)
    if chosen is None:
        known = ", ".join(reading.code for reading in READINGS)
        typer.echo(f"communique: expected the code of a reading ({known}), got {code}", err=True)
        raise typer.Exit(Exit.USAGE)
    typer.echo(f"{chosen.code}@{chosen.version}  {chosen.title}\n\n{chosen.card}")
