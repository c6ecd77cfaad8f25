"""All commands under one name."""

from __future__ import annotations

from typing import Annotated

import typer

from communique import __version__
from communique.cli import demo, export, publishers, read, readings
from communique.cli.exits import EXITS_IN_BRIEF
from communique.cli.shell import Shell

EXAMPLES = f"""\b
Examples:
  communique demo
  communique read page.html
  communique read releases/ -o reports/ --format html
  communique export accounts corpus.jsonl.gz -o accounts.jsonl
  communique readings initiative

{EXITS_IN_BRIEF}
"""

app = typer.Typer(
    cls=Shell,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXAMPLES,
)
app.command("read", short_help="Report what releases state, what is unusual, what is not said.", epilog=read.EXAMPLES)(
    read.read
)
app.command("demo", short_help="Read a bundled dossier of two states that do not exist.", epilog=demo.EXAMPLES)(
    demo.demo
)
app.add_typer(export.app, name="export", short_help="Write what was extracted as records for other programs.")
app.command("readings", short_help="List what is tried on every release, or print one card.", epilog=readings.EXAMPLES)(
    readings.readings
)
app.command("publishers", short_help="List the publishers whose pages are known.", epilog=publishers.EXAMPLES)(
    publishers.publishers
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - the signature that Typer calls
    if wanted:
        typer.echo(f"communique {__version__}")
        raise typer.Exit


@app.callback()
def communique(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """
    Read official communiqués between the lines, and say how sure it is.

    Start with `communique demo`, or with a release at hand: `communique read page.html`.
    """
