"""``communique export``: what was extracted, as records for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from communique.cli.audit import DossierOption
from communique.cli.options import (
    AllowOutsideOption,
    CorpusOption,
    IssuerOption,
    LanguageOption,
    QuietOption,
    TablesOption,
)

if TYPE_CHECKING:
    from communique.sources import SetAside

EXAMPLES = """\b
Examples:
  communique export accounts corpus.jsonl.gz -o accounts.jsonl
  communique export accounts releases/ page.html -o accounts.jsonl --processes 4
  communique export accounts corpus.jsonl.gz | head -n 3
"""

EXAMPLES_OF_PAIRS = """\b
Examples:
  communique export variants pairs.jsonl -o variants.jsonl
  communique export variants pairs.jsonl | head -n 3
"""
EXAMPLES_OF_EDITS = """\b
Examples:
  communique export edits versions.jsonl -o edits.jsonl
"""

OutputOption: TypeAlias = Annotated[
    Path, typer.Option("--output", "-o", metavar="OUT.jsonl", help="The file; it appears when it is whole.")
]

EXAMPLES_OF_ESSAYS = """\b
Examples:
  communique export audit essay.md --dossier tarsk-2021/ -o claims.jsonl
  communique export audit essays.jsonl --dossier tarsk-2021/ --corpus desk.sqlite3 -o claims.jsonl
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
    output: OutputOption = Path("-"),
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
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this
    from communique.wiring.records import export_accounts  # noqa: PLC0415

    settings = load_settings(tables=tuple(tables or ()), language=language, issuer=issuer)
    raise _write(export_accounts(sources, settings, processes=processes), sources, output, quiet=quiet)


@app.command("variants", epilog=EXAMPLES_OF_PAIRS)
def variants(  # noqa: PLR0913 - a command's options are its parameters
    *,
    sources: Annotated[
        list[str],
        typer.Argument(metavar="PAIRS.jsonl", help="JSON Lines: id, a and b, each of these a record of a release."),
    ],
    output: OutputOption = Path("-"),
    language: LanguageOption = None,
    issuer: IssuerOption = None,
    tables: TablesOption = None,
    quiet: QuietOption = False,
) -> None:
    """
    Write one record a pair of releases: whether both tell of one event, and each difference with its words and weight.

    A `passage` in the record of a release names the exact words of its text that concern the event.
    """
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this
    from communique.wiring.variant_records import export_variants  # noqa: PLC0415

    settings = load_settings(tables=tuple(tables or ()), language=language, issuer=issuer)
    raise _write(export_variants(sources, settings), sources, output, quiet=quiet, noun="pair")


@app.command("edits", epilog=EXAMPLES_OF_EDITS)
def edits(
    *,
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="EDITS.jsonl", help="JSON Lines: id, before and after, and title_before and title_after."
        ),
    ],
    output: OutputOption = Path("-"),
    quiet: QuietOption = False,
) -> None:
    """Write one record an edit of a published text: cosmetic or substantive, and the kinds of change."""
    from communique.wiring.edit_records import export_edits  # noqa: PLC0415 - help needs none of this

    raise _write(export_edits(sources), sources, output, quiet=quiet, noun="edit")


@app.command("audit", epilog=EXAMPLES_OF_ESSAYS)
def audit(  # noqa: PLR0913 - a command's options are its parameters
    *,
    sources: Annotated[
        list[str],
        typer.Argument(metavar="ESSAYS", help="Essays: JSON Lines with id and text, or files."),
    ],
    dossier: DossierOption,
    output: OutputOption = Path("-"),
    tables: TablesOption = None,
    location: CorpusOption = None,
    allow_outside: AllowOutsideOption = False,
    quiet: QuietOption = False,
) -> None:
    """Write one record a claim of an essay: its words, kind and status, and the words of sources that decide it."""
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this
    from communique.wiring.audits import export_audits  # noqa: PLC0415

    settings = load_settings(tables=tuple(tables or ()), corpus=location, allow_outside=allow_outside)
    raise _write(export_audits(sources, dossier, settings), sources, output, quiet=quiet, noun="claim")


def _write(
    records: Iterator[str | SetAside], sources: Sequence[str], output: Path, *, quiet: bool, noun: str = "release"
) -> typer.Exit:
    """Write the records, a line each, and give the exit that says how it went."""
    from communique.cli.closing import Closing  # noqa: PLC0415 - help needs none of this
    from communique.cli.output import STANDARD_OUTPUT, writing_or_printing  # noqa: PLC0415
    from communique.cli.progress import count_ahead, with_progress  # noqa: PLC0415

    closing = Closing(noun=noun, quiet=quiet)
    with writing_or_printing(output) as stream:
        for record in closing.keep(with_progress(records, total=lambda: count_ahead(sources), wanted=not quiet)):
            stream.write(f"{record}\n")
        if not closing.read:
            raise closing.end()  # and leave the file of that name as it was
    return closing.end(where="" if output == STANDARD_OUTPUT else str(output))
