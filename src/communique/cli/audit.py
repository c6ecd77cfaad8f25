"""``communique audit``: an analyst's text in, what the sources of a dossier say to each of its claims out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from communique.cli.forms import Form, form_of, is_folder
from communique.cli.options import (
    AllowOutsideOption,
    AllowPrivateOption,
    CorpusOption,
    LanguageOption,
    QuietOption,
    TablesOption,
)
from communique.cli.read import FormOption, NoCorpusOption, OutputOption

if TYPE_CHECKING:
    from communique.reports.audits.report import AuditReport

EssaysArgument: TypeAlias = Annotated[
    list[str],
    typer.Argument(metavar="ESSAY", help="The analyst's text: Markdown, HTML, plain; a file, an address, - for input."),
]
DossierOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--dossier",
        "-d",
        metavar="DOSSIER",
        help="What it is checked against: a folder with dossier.toml, its file, or store:NAME.",
    ),
]

EXAMPLES = """\b
Examples:
  communique audit essay.md --dossier tarsk-2021/
  communique audit essay.html --dossier tarsk-2021/ -o audit.html
  communique audit essay.txt --dossier store:tarsk --corpus desk.sqlite3 --format markdown
"""


def audit(  # noqa: PLR0913 - a command's options are its parameters
    *,
    essays: EssaysArgument,
    dossier: DossierOption,
    form: FormOption = None,
    output: OutputOption = "-",
    language: LanguageOption = None,
    tables: TablesOption = None,
    location: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
    allow_outside: AllowOutsideOption = False,
    quiet: QuietOption = False,
) -> None:
    """
    Check an analyst's text claim by claim against the releases of a dossier.

    Each claim is confirmed, partly, contradicted, not found or untestable, with the exact words that decide. "Not
    found" is no denial; motive, mood and bearing are never confirmed.
    """
    chosen = form or form_of(output)
    if chosen is Form.HTML and len(essays) > 1 and not is_folder(output):
        message = f"expected a folder for the pages of {len(essays)} essays (-o audits/), got {output}"
        raise typer.BadParameter(message, param_hint="--output")
    from communique.adapters.beside import vectors_beside  # noqa: PLC0415 - help needs none of this

    with vectors_beside() as universal:  # at first, so that the model loads beside all that follows
        from communique.cli.closing import Closing  # noqa: PLC0415
        from communique.cli.pages import put_out  # noqa: PLC0415
        from communique.wiring import load_settings  # noqa: PLC0415
        from communique.wiring.audits import audit_sources  # noqa: PLC0415

        settings = load_settings(
            tables=tuple(tables or ()),
            language=language,
            allow_private=allow_private,
            allow_outside=allow_outside,
            corpus=location,
        )
        closing = Closing(noun="essay", quiet=quiet or output == "-")
        found = audit_sources(essays, dossier, settings, ask_corpus=not no_corpus, universal=universal)
        put_out(closing.keep(found), chosen, output, page=_page)
    raise closing.end(where="" if output == "-" else output)


def _page(reports: tuple[AuditReport, ...]) -> str:
    return reports[0].html()
