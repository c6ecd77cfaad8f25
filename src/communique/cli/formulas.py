"""``communique formulas``: the stock phrases of an office over time, as a table and as a plot."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli.exits import Exit
from communique.cli.options import CorpusOption, TablesOption, WithOption
from communique.model import Kind

EXAMPLES = """\b
Examples:
  communique formulas --issuer ru-president --with KZ
  communique formulas --issuer ru-president --kind message --plot messages.svg
  communique formulas --issuer us-president --kind call --most 10
"""


def formulas(  # noqa: PLR0913 - a command's options are its parameters
    *,
    issuer: Annotated[str, typer.Option("--issuer", metavar="CODE", help="The office (ru-president).")],
    counterpart: WithOption = "",
    kind: Annotated[
        Kind | None, typer.Option("--kind", help="Of events of this kind; else of all kinds.", show_default=False)
    ] = None,
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="Of texts in this language (en, ru, …).")
    ] = "en",
    most: Annotated[
        int, typer.Option("--most", min=1, metavar="N", help="Phrases to show: what changed first, then the usual.")
    ] = 30,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE.svg|png", help="Also draw them over time as an image.")
    ] = None,
    location: CorpusOption = None,
    tables: TablesOption = None,
) -> None:
    """
    Show an office's stock phrases over time: first and last seen, how often by year, dropped, revived, reworded.

    They are found from the texts: words that recur in the same order, names, numbers and days aside.
    """
    from communique.cli.choosing import choose  # noqa: PLC0415 - help needs none of this
    from communique.cli.output import page_width  # noqa: PLC0415
    from communique.cli.plots import form_of_plot, write_plot  # noqa: PLC0415
    from communique.reports.phrase_table import render_phrases  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.corpora import open_corpus  # noqa: PLC0415
    from communique.wiring.phrases import trace  # noqa: PLC0415
    from communique.wiring.precedents import class_words  # noqa: PLC0415

    drawn = form_of_plot(plot) if plot else None
    settings = load_settings(tables=tuple(tables or ()), corpus=location)
    selection = choose(
        settings, issuer=issuer, kind=kind, counterpart=counterpart, since=None, until=None, language=language
    )
    with open_corpus(settings) as corpus:
        book = trace(corpus, selection, label=class_words(settings), most=most)
    if not book.accounts:
        typer.echo(f"communique: expected {book.label}, got none in this corpus", err=True)
        raise typer.Exit(Exit.NOTHING)
    if plot and drawn:
        from communique.reports.phrase_plot import plot_phrases  # noqa: PLC0415 - matplotlib loads for plots only

        write_plot(plot, plot_phrases(book, drawn))
    typer.echo(render_phrases(book, width=page_width()), nl=False)
