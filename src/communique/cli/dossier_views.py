"""What is drawn up from a dossier: timeline, protocol, weighed explanations, proposals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from communique.cli.dossier_options import DossierArgument
from communique.cli.forms import Form, form_of, is_folder
from communique.cli.options import AllowPrivateOption, CorpusOption, QuietOption, TablesOption
from communique.cli.read import FormOption, NoCorpusOption, OutputOption

if TYPE_CHECKING:
    from communique.cli.pages import Shown
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
) -> None:
    """
    Put the days of a dossier in order: what happened, what was announced how long before, who published first.

    Parallel public events stand apart; imprecise days stay imprecise; days off are marked.
    """
    from communique.wiring.dossier_views import report_timeline  # noqa: PLC0415 - help needs none of this

    settings = settings_of(tables, corpus, allow_private=allow_private)
    if form is None and output.casefold().endswith(DRAWN):
        draw(report_timeline, location, Path(output), settings, ask_corpus=not no_corpus)
    else:
        put_view(report_timeline, location, form or form_of(output), output, settings, ask_corpus=not no_corpus)


def protocol(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: DossierArgument,
    since: Annotated[
        datetime | None,
        typer.Option(
            "--since", formats=["%Y-%m-%d"], metavar="DAY", help="Also ask for each guest's first destination since."
        ),
    ] = None,
    form: FormOption = None,
    output: OutputOption = "-",
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
) -> None:
    """
    Say for each contact who met whom in what office, whether the counterpart is named, and who else is reported.

    A rule of protocol stands with its source, or it is said that none was found. Who is not reported may have been
    there: "no report found of".
    """
    from functools import partial  # noqa: PLC0415 - help needs none of this

    from communique.wiring.dossier_views import report_protocol  # noqa: PLC0415 - likewise

    view = partial(report_protocol, since=since.date() if since else None)
    settings = settings_of(tables, corpus, allow_private=allow_private)
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
) -> None:
    """
    Weigh the competing explanations of a dossier: how likely each is, within which range, and which item decides.

    Items of one group count once; grades of source and item weigh them; what would change the answer is named.
    """
    from functools import partial  # noqa: PLC0415 - help needs none of this

    from communique.wiring.dossier_views import report_explanations  # noqa: PLC0415 - likewise

    view = partial(report_explanations, analyst=analyst)
    settings = settings_of(tables, corpus, allow_private=allow_private)
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
    settings = settings_of(tables, corpus, allow_private=allow_private)
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
        typer.Option("--as-of", formats=["%Y-%m-%d"], metavar="DAY", help="As things stood on this day; else today."),
    ] = None,
    form: FormOption = None,
    output: OutputOption = "-",
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
) -> None:
    """
    Show the forecasts of a dossier: open, due, and those answered, scored (Brier) with a post-mortem.

    An answer that came after the day is not known on it.
    """
    from functools import partial  # noqa: PLC0415 - help needs none of this

    from communique.wiring.dossier_views import report_forecasts  # noqa: PLC0415 - likewise

    view = partial(report_forecasts, as_of=(as_of or datetime.now().astimezone()).date())
    settings = settings_of(tables, corpus, allow_private=allow_private)
    put_view(view, location, form or form_of(output), output, settings, ask_corpus=not no_corpus)


def settings_of(tables: list[Path] | None, corpus: str | None, *, allow_private: bool = False) -> Settings:
    """Give the settings that the options of a view ask for."""
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this

    return load_settings(tables=tuple(tables or ()), corpus=corpus, allow_private=allow_private)


def put_view(  # noqa: PLR0913 - what, of what, how, where to, from what
    view: Callable[[Opening, Settings], object],
    location: str,
    form: Form,
    output: str,
    settings: Settings,
    *,
    ask_corpus: bool,
) -> None:
    """
    Open a dossier, draw up one view of it, and write it in a form.

    Raises:
        typer.BadParameter: the view has no such form, or the output is a folder.
    """
    from communique.cli.pages import put_out  # noqa: PLC0415 - help needs none of this
    from communique.wiring.dossiers import dossier_at_hand  # noqa: PLC0415

    if is_folder(output):
        message = f"expected a file, got the folder {output}"
        raise typer.BadParameter(message, param_hint="--output")
    with dossier_at_hand(location, settings, ask_corpus=ask_corpus) as opening:
        report = view(opening, settings)
    if not hasattr(report, form.value):
        message = f"expected one of {', '.join(one for one in Form if hasattr(report, one.value))}, got {form}"
        raise typer.BadParameter(message, param_hint="--format")
    put_out((cast("Shown", report),), form, output, page=lambda reports: reports[0].html())


def draw(
    view: Callable[[Opening, Settings], object], location: str, path: Path, settings: Settings, *, ask_corpus: bool
) -> None:
    """Open a dossier, draw up one view of it, and write its plot."""
    from communique.cli.output import writing  # noqa: PLC0415 - help needs none of this
    from communique.wiring.dossiers import dossier_at_hand  # noqa: PLC0415

    with dossier_at_hand(location, settings, ask_corpus=ask_corpus) as opening:
        report = view(opening, settings)
    with writing(path) as stream:
        stream.write(cast("_Drawn", report).svg())


if TYPE_CHECKING:
    from typing import Protocol

    class _Drawn(Protocol):
        def svg(self) -> str:
            """Give the plot as SVG."""
            ...
