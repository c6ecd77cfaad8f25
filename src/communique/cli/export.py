"""``communique export``: what was extracted, as records for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.options import IssuerOption, LanguageOption, QuietOption, TablesOption

EXAMPLES = """\b
Examples:
  communique export accounts corpus.jsonl.gz -o accounts.jsonl
  communique export accounts releases/ page.html -o accounts.jsonl --processes 4
  communique export accounts corpus.jsonl.gz | head -n 3
"""

app = typer.Typer(help="Write what was extracted as records, one a line, for other programs.", no_args_is_help=True)


@app.callback()
def export() -> None:
    """Write what was extracted as records, one a line, for other programs."""


@app.command("accounts", epilog=EXAMPLES)
def accounts(  # noqa: PLR0913 - a command's options are its parameters
    *,
    sources: Annotated[
        list[str], typer.Argument(metavar="IN", help="JSON Lines (plain or gzip), files, folders, addresses, or -.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT.jsonl", help="The file; it appears when it is whole.")
    ] = Path("-"),
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes", "-p", min=1, metavar="N", help="Else 2 for many releases where there are cores, 1 for few."
        ),
    ] = None,
    language: LanguageOption = None,
    issuer: IssuerOption = None,
    tables: TablesOption = None,
    quiet: QuietOption = False,
) -> None:
    """
    Write one record a release, in the order of the releases: kind, date, place, principals, quotations and the rest.

    As many releases as come in go out as records or are set aside, each with its reason.
    """
    from communique.cli.closing import Closing  # noqa: PLC0415 - help needs none of this
    from communique.cli.output import STANDARD_OUTPUT, writing_or_printing  # noqa: PLC0415
    from communique.cli.progress import count_ahead, with_progress  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.records import export_accounts  # noqa: PLC0415

    settings = load_settings(tables=tuple(tables or ()), language=language, issuer=issuer)
    closing = Closing(quiet=quiet)
    records = export_accounts(sources, settings, processes=processes)
    with writing_or_printing(output) as stream:
        for record in closing.keep(with_progress(records, total=lambda: count_ahead(sources), wanted=not quiet)):
            stream.write(f"{record}\n")
        if not closing.read:
            raise closing.end()  # and leave the file of that name as it was
    raise closing.end(where="" if output == STANDARD_OUTPUT else str(output))
