"""``communique dossier``: the releases of one episode, kept with their reasons, and what is made of them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, TypeAlias

import typer

from communique.cli import dossier_gather, dossier_shelf, dossier_views
from communique.cli.days import in_order, take_day
from communique.cli.dossier_options import DossierArgument
from communique.cli.dossier_output import put_view, settings_of
from communique.cli.exits import Exit
from communique.cli.forms import Form, form_of
from communique.cli.options import AllowOutsideOption, AllowPrivateOption, CorpusOption, QuietOption, TablesOption
from communique.cli.read import FormOption, NoCorpusOption, OutputOption
from communique.model import Role

NEW_EXAMPLES = """\b
Examples:
  communique dossier new ferry --title "The ferry talks" --between XA XV --from 2021-06-01 --to 2021-06-20
  communique dossier new store:ferry --title "The ferry talks" --between XA XV --from 2021-06-01 --to 2021-06-20
"""
ADD_EXAMPLES = """\b
Examples:
  communique dossier add ferry talks.html --reason "the host's own record" --grade B2
  communique dossier add ferry corpus:xa-president:7 --role announcement --reason "says that there will be talks"
"""
SHOW_EXAMPLES = """\b
Examples:
  communique dossier show ferry
  communique dossier show store:ferry --format markdown
"""
CHECK_EXAMPLES = """\b
Examples:
  communique dossier check ferry
"""
EXPORT_EXAMPLES = """\b
Examples:
  communique dossier export ferry -o ferry.json
  communique dossier export ferry -o ferry.html
"""

app = typer.Typer(
    help="Keep one episode: its releases with their reasons, and what is made of them.", no_args_is_help=True
)

RoleOption: TypeAlias = Annotated[Role, typer.Option("--role", help="Why they belong.")]


@app.callback()
def dossier() -> None:
    """Keep one episode: its releases with their reasons, other evidence, explanations, and what is expected."""


@app.command("new", short_help="Begin one, with the dull hypothesis in it.", epilog=NEW_EXAMPLES)
def new(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: Annotated[str, typer.Argument(metavar="DOSSIER", help="A new folder, or store:NAME.")],
    title: Annotated[str, typer.Option("--title", metavar="WORDS", help="What the episode is called.")],
    between: Annotated[tuple[str, str], typer.Option("--between", metavar="A B", help="Two sides, by code or name.")],
    first: Annotated[
        datetime, typer.Option("--from", parser=take_day, metavar="DAY", help="Its first day (2020-03-01).")
    ],
    last: Annotated[datetime, typer.Option("--to", parser=take_day, metavar="DAY", help="Its last day, in.")],
    side: Annotated[
        list[str] | None,
        typer.Option("--side", metavar="C", help="A further side. May be given several times."),
    ] = None,
    tables: TablesOption = None,
    corpus: CorpusOption = None,
) -> None:
    """
    Begin a dossier: a folder with a commented dossier.toml, or a record of the store.

    The routine explanation stands in it from the beginning, and cannot be left out.
    """
    from communique.cli.dossier_sides import known_sides, two_sides  # noqa: PLC0415 - help needs none of this
    from communique.dossiers.commented import commented_text  # noqa: PLC0415
    from communique.model import Dossier  # noqa: PLC0415
    from communique.reasoning.catalogue import with_dull  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.dossiers import new_dossier  # noqa: PLC0415

    settings = load_settings(tables=tuple(tables or ()), corpus=corpus)
    in_order(first.date(), last.date())
    sides = tuple(dict.fromkeys((*two_sides(between, settings), *known_sides(side or (), settings, option="--side"))))
    begun = with_dull(Dossier(title=title, first=first.date(), last=last.date(), sides=sides))
    new_dossier(begun, location, settings, text=commented_text(begun))
    typer.echo(f"{title} → {location}", err=True)


@app.command("add", short_help="File releases, each with its role and reason.", epilog=ADD_EXAMPLES)
def add(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: DossierArgument,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, addresses, FILE.jsonl.gz#ID or corpus:NAME.")
    ],
    role: RoleOption = Role.EVENT,
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why they belong, in words.")] = "",
    grade: Annotated[
        str, typer.Option("--grade", metavar="B2", help="Admiralty scale: the source A to F, the item 1 to 6.")
    ] = "",
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
    allow_outside: AllowOutsideOption = False,
    quiet: QuietOption = False,
) -> None:
    """
    File releases in a dossier; each is read first, and one that cannot be read is not filed.

    What is filed already stays as it is.
    """
    from communique.cli.dossier_filing import FilingDesk  # noqa: PLC0415 - help needs none of this
    from communique.wiring import load_settings  # noqa: PLC0415

    settings = load_settings(
        tables=tuple(tables or ()), corpus=corpus, allow_private=allow_private, allow_outside=allow_outside
    )
    desk = FilingDesk(location=location, settings=settings, role=role, reason=reason, grade=grade)
    raise desk.file(sources, ask_corpus=not no_corpus, quiet=quiet)


@app.command("show", short_help="Show what is filed and why, and what is made of it.", epilog=SHOW_EXAMPLES)
def show(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: DossierArgument,
    form: FormOption = None,
    output: OutputOption = "-",
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
    allow_outside: AllowOutsideOption = False,
) -> None:
    """
    Show a dossier: its releases by role with their reasons, what could not be read, and what is made of them.

    That is other evidence with its grades, the competing explanations, the evidence counted, and the forecasts.
    """
    from communique.wiring.dossier_views import report_dossier  # noqa: PLC0415 - help needs none of this

    put_view(
        report_dossier,
        location,
        form or form_of(output),
        output,
        settings_of(tables, corpus, allow_private=allow_private, allow_outside=allow_outside),
        ask_corpus=not no_corpus,
    )


@app.command("check", short_help="List everything that is wrong with one.", epilog=CHECK_EXAMPLES)
def check(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: DossierArgument,
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
    allow_outside: AllowOutsideOption = False,
) -> None:
    """
    List everything that is wrong with a dossier, a line each; without any the exit status is 0.

    A form that does not fit; releases that cannot be read, stand twice or lie outside the span; quoted words that are
    not exactly those of their source; grades, reasons and refutations that are missing.
    """
    from communique.cli.dossier_filing import list_faults  # noqa: PLC0415 - help needs none of this

    settings = settings_of(tables, corpus, allow_private=allow_private, allow_outside=allow_outside)
    faults = list_faults(location, settings, ask_corpus=not no_corpus)
    for fault in faults:
        typer.echo(str(fault))
    counted = f"{len(faults):,} fault{'' if len(faults) == 1 else 's'}" if faults else "no faults"
    typer.echo(f"{counted} in {location}", err=True)
    raise typer.Exit(Exit.SET_ASIDE if faults else Exit.READ)


@app.command("export", short_help="Write it as JSON, Markdown or a page.", epilog=EXPORT_EXAMPLES)
def export(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: DossierArgument,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The file, which appears when it is whole; - prints.")
    ] = "-",
    form: FormOption = None,
    tables: TablesOption = None,
    corpus: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
    allow_outside: AllowOutsideOption = False,
    quiet: QuietOption = False,
) -> None:
    """
    Write a dossier for other programs and readers: JSON in the form `communique/dossier/1`, Markdown, or a page.

    The ending of the file names the form; JSON where nothing does. The texts of the releases are not in it.
    """
    from communique.wiring.dossier_views import report_dossier  # noqa: PLC0415 - help needs none of this

    chosen = form or (Form.JSON if output == "-" else form_of(output))
    settings = settings_of(tables, corpus, allow_private=allow_private, allow_outside=allow_outside)
    put_view(report_dossier, location, chosen, output, settings, ask_corpus=not no_corpus)
    if output != "-" and not quiet:
        typer.echo(f"{location} → {output}", err=True)


dossier_gather.register(app)
dossier_views.register(app)
dossier_shelf.register(app)
