"""Options that several commands share, worded once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from communique.cli.days import take_day
from communique.model import Kind

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
AllowOutsideOption: TypeAlias = Annotated[
    bool,
    typer.Option("--allow-outside", help="Also read files that a dossier names outside its folder; do so with yours."),
]
FollowOption: TypeAlias = Annotated[
    bool, typer.Option("--follow", help="Of a feed, fetch the page of each entry instead of reading its summary.")
]
QuietOption: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress bar and no closing count; set-aside records are still told.")
]
CorpusOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--corpus",
        metavar="PATH_OR_URL",
        help="The corpus: a file, or postgres://… of a shared desk; else COMMUNIQUE_CORPUS, else the user's own.",
        show_default=False,
    ),
]
ProcessesOption: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--processes", "-p", min=1, metavar="N", help="Else 2 for many releases where there are cores, 1 for few."
    ),
]
OfIssuerOption: TypeAlias = Annotated[
    str, typer.Option("--issuer", metavar="CODE", help="Only releases of this office (ru-president).")
]
OfKindOption: TypeAlias = Annotated[
    Kind | None, typer.Option("--kind", help="Only releases on an event of this kind.", show_default=False)
]
WithOption: TypeAlias = Annotated[
    str, typer.Option("--with", metavar="SIDE", help="Only with this counterpart: code or name of a side (KZ).")
]
SinceOption: TypeAlias = Annotated[
    datetime | None,
    typer.Option("--since", parser=take_day, metavar="DAY", help="Only published on this day (2020-03-01) or later."),
]
UntilOption: TypeAlias = Annotated[
    datetime | None,
    typer.Option("--until", parser=take_day, metavar="DAY", help="Only published on this day or earlier."),
]
InLanguageOption: TypeAlias = Annotated[
    str, typer.Option("--language", metavar="CODE", help="Only releases in this language (en, ru, …).")
]
