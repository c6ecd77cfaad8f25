"""The dossiers that the store keeps: listed, copied, removed."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.dossier_options import DossierArgument
from communique.cli.options import CorpusOption

LIST_EXAMPLES = """\b
Examples:
  communique dossier list
  communique dossier list --corpus desk.sqlite3
"""
COPY_EXAMPLES = """\b
Examples:
  communique dossier copy ferry store:ferry
  communique dossier copy store:ferry ferry-again
"""
REMOVE_EXAMPLES = """\b
Examples:
  communique dossier remove store:ferry
"""


def register(app: typer.Typer) -> None:
    """Add the commands to the group."""
    app.command("list", short_help="List those that the store keeps.", epilog=LIST_EXAMPLES)(list_kept)
    app.command("copy", short_help="Copy one from a folder into the store, or back.", epilog=COPY_EXAMPLES)(copy)
    app.command("remove", short_help="Remove one from the store.", epilog=REMOVE_EXAMPLES)(remove)


def list_kept(*, corpus: CorpusOption = None) -> None:
    """List the dossiers that the store keeps beside the corpus, by name."""
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this
    from communique.wiring.dossiers import STORED, dossier_store  # noqa: PLC0415

    settings = load_settings(corpus=corpus)
    with dossier_store(settings) as store:
        names = store.names()
    for name in names:
        typer.echo(f"{STORED}{name}")
    if not names:
        typer.echo(f"no dossiers in {settings.corpus}", err=True)


def copy(
    *,
    location: DossierArgument,
    target: Annotated[str, typer.Argument(metavar="TARGET", help="A new folder, or store:NAME.")],
    corpus: CorpusOption = None,
) -> None:
    """
    Copy a dossier under another name, remarks and all; nothing is written over one that is there.

    Files that it names relative to its folder keep their places: their names are set anew for the new one.
    """
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this
    from communique.wiring.dossiers import copy_dossier  # noqa: PLC0415

    copy_dossier(location, target, load_settings(corpus=corpus))
    typer.echo(f"{location} → {target}", err=True)


def remove(
    *,
    name: Annotated[str, typer.Argument(metavar="store:NAME", help="A record of the store.")],
    corpus: CorpusOption = None,
) -> None:
    """Remove a dossier from the store. A folder is removed as folders are."""
    from communique.errors import DossierError  # noqa: PLC0415 - help needs none of this
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.dossiers import STORED, dossier_store  # noqa: PLC0415

    if not name.startswith(STORED):
        message = f"expected {STORED}NAME, got {name} (a folder is removed as folders are)"
        raise typer.BadParameter(message, param_hint="store:NAME")
    settings = load_settings(corpus=corpus)
    with dossier_store(settings) as store:
        if not store.remove(name.removeprefix(STORED)):
            raise DossierError(
                wanted=f"a dossier {name} in the store at {settings.corpus}",
                got="none of that name",
                remedy="`communique dossier list` names those that there are",
            )
    typer.echo(f"removed {name}", err=True)
