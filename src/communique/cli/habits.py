"""``communique habits``: what is usual for an office, as a table and as a plot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.days import take_day
from communique.cli.exits import Exit
from communique.cli.options import CorpusOption, TablesOption, WithOption
from communique.model import Kind

if TYPE_CHECKING:
    from communique.corpus.port import Corpus
    from communique.precedent import ReferenceClass
    from communique.precedent.habits import Habits
    from communique.wiring import Settings

EXAMPLES = """\b
Examples:
  communique habits ru-president --kind call --with KZ
  communique habits ru-president --kind meeting --as-of 2020-03-01 --plot meetings.svg
  communique habits us-president --kind call --format markdown > calls.md
"""

USUAL_LANGUAGE = "en"


class HabitsForm(StrEnum):
    """The forms that a table of habits can take."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


def habits(  # noqa: PLR0913 - a command's options are its parameters
    *,
    issuer: Annotated[str, typer.Argument(metavar="ISSUER", help="The office (ru-president).")],
    kind: Annotated[
        Kind | None, typer.Option("--kind", help="Of events of this kind; else of all kinds.", show_default=False)
    ] = None,
    counterpart: WithOption = "",
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of",
            parser=take_day,
            metavar="DAY",
            help="Count what was published before this day (2020-03-01); else all.",
        ),
    ] = None,
    language: Annotated[
        str,
        typer.Option(
            "--language", metavar="CODE", help="Of texts in this language; else English, or the only one there is."
        ),
    ] = "",
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE.svg|png", help="Also draw the habits as an image.")
    ] = None,
    form: Annotated[HabitsForm, typer.Option("--format", "-f", help="Of the table.")] = HabitsForm.TERMINAL,
    location: CorpusOption = None,
    tables: TablesOption = None,
) -> None:
    """
    Show an office's house style: how often its records name the venue, state an initiator, thank, quote, and the rest.

    Each rate is N of M with its interval, and beside it that of the wider class: all counterparts together.
    """
    from communique.cli.choosing import find_side  # noqa: PLC0415 - help needs none of this
    from communique.cli.plots import form_of_plot, write_plot  # noqa: PLC0415
    from communique.precedent import ReferenceClass  # noqa: PLC0415
    from communique.precedent.habits import ALL_KINDS  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.corpora import open_corpus  # noqa: PLC0415

    drawn = form_of_plot(plot) if plot else None
    settings = load_settings(tables=tuple(tables or ()), corpus=location)
    reference = ReferenceClass(
        issuer=issuer,
        language=language or USUAL_LANGUAGE,
        kind=kind.value if kind else ALL_KINDS,
        counterpart=find_side(counterpart, settings),
    )
    before = as_of.date() if as_of else date.max
    with open_corpus(settings) as corpus:
        found = find(corpus, reference, before, settings, any_language=not language)
        if not found.records:
            typer.echo(f"communique: expected {found.label}, got none{_known(corpus, issuer)}", err=True)
            raise typer.Exit(Exit.NOTHING)
    if plot and drawn:
        from communique.reports.habits_plot import plot_habits  # noqa: PLC0415 - matplotlib loads for plots only

        write_plot(plot, plot_habits(found, drawn))
    typer.echo(_rendered(found, form), nl=False)


def find(
    corpus: Corpus, reference: ReferenceClass, before: date, settings: Settings, *, any_language: bool = False
) -> Habits:
    """
    Give the habits of a class in a corpus, words as the tables have them.

    With ``any_language``, where the class is empty and the corpus holds the issuer in one other language, those.
    """
    from communique.precedent.habits import find_habits  # noqa: PLC0415 - help needs none of this
    from communique.readings import FEATURES  # noqa: PLC0415
    from communique.wiring.precedents import class_words  # noqa: PLC0415

    label = class_words(settings)
    found = find_habits(corpus, reference, before, FEATURES, label=label)
    if found.records or not any_language:
        return found
    others = {item.language for item in corpus.status().issuers if item.issuer == reference.issuer}
    if len(others) != 1:
        return found
    return find_habits(corpus, replace(reference, language=others.pop()), before, FEATURES, label=label)


def _known(corpus: Corpus, issuer: str) -> str:
    """Say how many releases of the issuer the corpus holds, else whose it holds, in which languages."""
    stock = corpus.status().issuers
    own = sum(item.releases for item in stock if item.issuer == issuer)
    if own:
        return f" among the {own:,} release{'' if own == 1 else 's'} of {issuer} in the corpus"
    held = ", ".join(f"{item.issuer or 'issuer unknown'} ({item.language})" for item in stock)
    return f" (the corpus holds {held})" if held else " (the corpus is empty)"


def _rendered(found: Habits, form: HabitsForm) -> str:
    from communique.cli.output import page_width  # noqa: PLC0415 - help needs none of this
    from communique.reports.habits import (  # noqa: PLC0415
        render_habits,
        render_habits_json,
        render_habits_markdown,
    )

    if form is HabitsForm.JSON:
        return render_habits_json(found)
    return render_habits_markdown(found) if form is HabitsForm.MARKDOWN else render_habits(found, width=page_width())
