"""What is drawn up from a dossier: timeline, protocol, weighed explanations, proposals."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.days import take_day
from communique.cli.dossier_options import DossierArgument
from communique.cli.dossier_output import draw, put_view, settings_of
from communique.cli.forms import form_of
from communique.cli.options import AllowOutsideOption, AllowPrivateOption, CorpusOption, QuietOption, TablesOption
from communique.cli.read import FormOption, NoCorpusOption, OutputOption

if TYPE_CHECKING:
    from communique.wiring import Settings
    from communique.wiring.dossiers import Opening

DRAWN = ".svg"

TIMELINE_EXAMPLES = """\b
Examples:
  communique dossier timeline ferry
  communique dossier timeline ferry -o ferry.svg
"""
PROTOCOL_EXAMPLES = """\b
Examples:
  communique dossier protocol ferry
  communique dossier protocol ferry --since 2021-01-01 --format markdown
"""
WEIGH_EXAMPLES = """\b
Examples:
  communique dossier weigh ferry
  communique dossier weigh ferry --analyst KV --format html -o weighed.html
"""
FORECAST_EXAMPLES = """\b
Examples:
  communique dossier forecast ferry
  communique dossier forecast ferry --as-of 2021-10-01 -o forecasts.html
"""
PROPOSE_EXAMPLES = """\b
Examples:
  communique dossier propose ferry
  communique dossier propose ferry --file
"""


def register(app: typer.Typer) -> None:
    """Add the commands to the group."""
    app.command("timeline", short_help="Put its days in order, as a table or a plot.", epilog=TIMELINE_EXAMPLES)(
        timeline
    )
    app.command(
        "protocol", short_help="Say who met whom in what office, and who is not reported.", epilog=PROTOCOL_EXAMPLES
    )(protocol)
    app.command("propose", short_help="Propose explanations and evidence from its releases.", epilog=PROPOSE_EXAMPLES)(
        propose
    )
    app.command("forecast", short_help="Show its forecasts and their scores.", epilog=FORECAST_EXAMPLES)(forecast)
    app.command("weigh", short_help="Weigh its competing explanations.", epilog=WEIGH_EXAMPLES)(weigh)


def timeline(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: DossierArgument,
    form: FormOption = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="A file; one that ends in .svg is the plot.")
    ] = "-",
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
    allow_outside: AllowOutsideOption = False,
) -> None:
    """
    Put the days of a dossier in order: what happened, what was announced how long before, who published first.

    Parallel public events stand apart; imprecise days stay imprecise; days off are marked.
    """
    from communique.wiring.dossier_views import report_timeline  # noqa: PLC0415 - help needs none of this

    settings = settings_of(tables, corpus, allow_private=allow_private, allow_outside=allow_outside)
    if form is None and output.casefold().endswith(DRAWN):
        draw(report_timeline, location, Path(output), settings, ask_corpus=not no_corpus)
    else:
        chosen = form or form_of(output, also=(DRAWN,))
        put_view(report_timeline, location, chosen, output, settings, ask_corpus=not no_corpus)


def protocol(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: DossierArgument,
    since: Annotated[
        datetime | None,
        typer.Option(
            "--since", parser=take_day, metavar="DAY", help="Also ask for each guest's first destination since."
        ),
    ] = None,
    form: FormOption = None,
    output: OutputOption = "-",
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
    allow_outside: AllowOutsideOption = False,
) -> None:
    """
    Say for each contact who met whom in what office, whether the counterpart is named, and who else is reported.

    A rule of protocol stands with its source, or it is said that none was found. Who is not reported may have been
    there: "no report found of".
    """
    from functools import partial  # noqa: PLC0415 - help needs none of this

    from communique.wiring.dossier_views import report_protocol  # noqa: PLC0415 - likewise

    view = partial(report_protocol, since=since.date() if since else None)
    settings = settings_of(tables, corpus, allow_private=allow_private, allow_outside=allow_outside)
    put_view(view, location, form or form_of(output), output, settings, ask_corpus=not no_corpus)


def weigh(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: DossierArgument,
    analyst: Annotated[
        str, typer.Option("--analyst", metavar="NAME", help="Take the likelihoods of one analyst; else those of all.")
    ] = "",
    form: FormOption = None,
    output: OutputOption = "-",
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
    allow_outside: AllowOutsideOption = False,
) -> None:
    """
    Weigh the competing explanations of a dossier: how likely each is, within which range, and which item decides.

    Items of one group count once; grades of source and item weigh them; what would change the answer is named.
    """
    from communique.wiring.dossier_views import report_explanations  # noqa: PLC0415 - help needs none of this

    def view(opening: Opening, settings: Settings) -> object:
        _refuse_analyst(analyst, opening)
        return report_explanations(opening, settings, analyst=analyst)

    settings = settings_of(tables, corpus, allow_private=allow_private, allow_outside=allow_outside)
    put_view(view, location, form or form_of(output), output, settings, ask_corpus=not no_corpus)


def propose(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: DossierArgument,
    file: Annotated[
        bool, typer.Option("--file", help="Also write them into the dossier; what is there stays.")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Take every finding as evidence.")] = False,
    form: FormOption = None,
    output: OutputOption = "-",
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
    allow_outside: AllowOutsideOption = False,
    quiet: QuietOption = False,
) -> None:
    """
    Propose the explanations that the releases give cause for, and what was found in them as evidence.

    Evidence are the findings that the catalogue of explanations names, with their rates of the corpus. Likelihoods are
    not proposed: who enters one gives a reason.
    """
    from functools import partial  # noqa: PLC0415 - help needs none of this

    from communique.cli.dossier_filing import file_proposed  # noqa: PLC0415 - likewise
    from communique.wiring.dossier_views import report_proposed  # noqa: PLC0415

    view = partial(report_proposed, everything=everything)
    settings = settings_of(tables, corpus, allow_private=allow_private, allow_outside=allow_outside)
    put_view(view, location, form or form_of(output), output, settings, ask_corpus=not no_corpus)
    if file:
        told = file_proposed(location, settings, ask_corpus=not no_corpus, everything=everything)
        if not quiet:
            typer.echo(told, err=True)


def forecast(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: DossierArgument,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", parser=take_day, metavar="DAY", help="As things stood on this day; else today."),
    ] = None,
    form: FormOption = None,
    output: OutputOption = "-",
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
    allow_outside: AllowOutsideOption = False,
) -> None:
    """
    Show the forecasts of a dossier: open, due, and those answered, scored (Brier) with a post-mortem.

    An answer that came after the day is not known on it.
    """
    from functools import partial  # noqa: PLC0415 - help needs none of this

    from communique.wiring.dossier_views import report_forecasts  # noqa: PLC0415 - likewise

    view = partial(report_forecasts, as_of=(as_of or datetime.now().astimezone()).date())
    settings = settings_of(tables, corpus, allow_private=allow_private, allow_outside=allow_outside)
    put_view(view, location, form or form_of(output), output, settings, ask_corpus=not no_corpus)


def _refuse_analyst(analyst: str, opening: Opening) -> None:
    """
    Refuse the name of nobody who entered a likelihood.

    Raises:
        typer.BadParameter: nobody of that name did.
    """
    names = sorted({item.analyst for item in opening.kept.dossier.likelihoods if item.analyst})
    if analyst and analyst not in names:
        there = f"one of {', '.join(names)}" if names else "none: nobody put a name to a likelihood of this dossier"
        message = f"expected {there}; got “{analyst}”"
        raise typer.BadParameter(message, param_hint="--analyst")
