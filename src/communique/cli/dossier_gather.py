"""``communique dossier gather``: the releases of the corpus that belong to an episode, proposed with their reasons."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import typer

from communique.cli.days import take_day
from communique.cli.forms import form_of
from communique.cli.options import CorpusOption, QuietOption, TablesOption
from communique.cli.read import FormOption, OutputOption

EXAMPLES = """\b
Examples:
  communique dossier gather --between XA XV --from 2021-02-10 --to 2021-02-20
  communique dossier gather --between XA XV --from 2021-02-10 --to 2021-02-20 --into february
  communique dossier gather --into february --all
"""


def register(app: typer.Typer) -> None:
    """Add the command to the group."""
    app.command("gather", short_help="Propose the releases of the corpus that belong.", epilog=EXAMPLES)(gather)


def gather(  # noqa: PLR0913 - a command's options are its parameters
    *,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--between", metavar="A B", help="Two sides, by code or name; else those of --into."),
    ] = None,
    first: Annotated[
        datetime | None,
        typer.Option("--from", parser=take_day, metavar="DAY", help="The first day; else that of --into."),
    ] = None,
    last: Annotated[
        datetime | None,
        typer.Option("--to", parser=take_day, metavar="DAY", help="The last day, in; else that of --into."),
    ] = None,
    into: Annotated[
        str, typer.Option("--into", metavar="DOSSIER", help="File them there; it is begun where it is not there.")
    ] = "",
    parallel: Annotated[
        bool, typer.Option("--parallel/--no-parallel", help="File the parallel public events too, as such.")
    ] = True,
    grade: Annotated[
        str, typer.Option("--grade", metavar="B2", help="Grade what is filed, parallel events aside (Admiralty scale).")
    ] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="List each parallel public event, not only how many.")
    ] = False,
    form: FormOption = None,
    output: OutputOption = "-",
    corpus: CorpusOption = None,
    tables: TablesOption = None,
    quiet: QuietOption = False,
) -> None:
    """
    Propose the releases of the corpus that belong to an episode between two sides, each with its role and its reason.

    Events are the contacts of the span; announcements and invitations led to them; statements are of the same days;
    parallel public events of the same issuers, three days either side, stand apart. What is filed already stays.
    """
    from communique.cli.dossier_filing import grade_of  # noqa: PLC0415 - help needs none of this
    from communique.cli.dossier_output import refuse_output  # noqa: PLC0415
    from communique.cli.dossier_proposals import Gathering  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.dossier_tables import with_own_tables  # noqa: PLC0415

    refuse_output(output)
    gathering = Gathering(
        settings=with_own_tables(load_settings(tables=tuple(tables or ()), corpus=corpus), into),
        between=between,
        first=_day(first),
        last=_day(last),
        into=into,
        parallel=parallel,
        everything=everything,
        grade=grade_of(grade),
    )
    gathering.run(form or form_of(output), output, quiet=quiet)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
