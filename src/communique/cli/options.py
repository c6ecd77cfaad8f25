"""Options that several commands share, worded once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

LanguageOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--language", metavar="CODE", help="The language of the texts (en, …), where the sources do not tell."
    ),
]
IssuerOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--issuer", metavar="CODE", help="The office that published them (ru-president)."),
]
TablesOption: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--tables",
        metavar="FOLDER",
        exists=True,
        file_okay=False,
        help="A folder of your own tables: publishers, countries, offices, people. May be given several times.",
    ),
]
AllowPrivateOption: TypeAlias = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from private, loopback and link-local addresses.")
]
FollowOption: TypeAlias = Annotated[
    bool, typer.Option("--follow", help="Of a feed, fetch the page of each entry instead of reading its summary.")
]
QuietOption: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress bar and no closing count; set-aside records are still told.")
]
