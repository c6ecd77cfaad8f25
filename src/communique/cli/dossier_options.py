"""Options that the commands on a dossier share, worded once."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

DossierArgument: TypeAlias = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="A folder with dossier.toml, the file itself, or store:NAME.")
]
