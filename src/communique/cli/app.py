"""All commands under one name."""

from __future__ import annotations

from typing import Annotated

import typer

from communique import __version__
from communique.cli import (
    audit,
    calibrate,
    compare,
    corpus,
    demo,
    doctor,
    dossier,
    export,
    formulas,
    habits,
    lint,
    manage,
    publishers,
    read,
    readings,
    serve,
    versions,
    worker,
)
from communique.cli.exits import EXITS_IN_BRIEF
from communique.cli.shell import Shell

EXAMPLES = f"""\b
Examples:
  communique demo
  communique read page.html
  communique read releases/ -o reports/ --format html
  communique compare ours.html theirs.html
  communique versions morning.html evening.html
  communique audit essay.md --dossier tarsk-2021/
  communique corpus add archive.jsonl.gz
  communique habits ru-president --kind call --with KZ
  communique export accounts corpus.jsonl.gz -o accounts.jsonl
  communique readings initiative
  communique serve --open

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
app.command(
    "compare", short_help="Set accounts of one event side by side, and say where they part.", epilog=compare.EXAMPLES
)(compare.compare)
app.command("versions", short_help="Tell what was changed in a text after it appeared.", epilog=versions.EXAMPLES)(
    versions.versions
)
app.command("audit", short_help="Check an analyst's text claim by claim against a dossier.", epilog=audit.EXAMPLES)(
    audit.audit
)
app.command("lint", short_help="Find where an analysis breaks the rules of evidence.", epilog=lint.EXAMPLES)(lint.lint)
app.command("demo", short_help="Read a bundled dossier of two states that do not exist.", epilog=demo.EXAMPLES)(
    demo.demo
)
app.add_typer(
    corpus.app, name="corpus", short_help="Keep releases as the base of precedents: fill, look, search, export."
)
app.command("habits", short_help="Show what is usual for an office, as a table and as a plot.", epilog=habits.EXAMPLES)(
    habits.habits
)
app.command("formulas", short_help="Draw an office's stock phrases over time.", epilog=formulas.EXAMPLES)(
    formulas.formulas
)
app.command("calibrate", short_help="Replay a corpus and count how often routine fires.", epilog=calibrate.EXAMPLES)(
    calibrate.calibrate
)
app.add_typer(dossier.app, name="dossier", short_help="Keep one episode: its releases, and what is made of them.")
app.add_typer(export.app, name="export", short_help="Write what was extracted as records for other programs.")
app.command("readings", short_help="List what is tried on every release, or print one card.", epilog=readings.EXAMPLES)(
    readings.readings
)
app.command("publishers", short_help="List the publishers whose pages are known.", epilog=publishers.EXAMPLES)(
    publishers.publishers
)

app.command("serve", short_help="Serve the workspace in the browser.", epilog=serve.EXAMPLES)(serve.serve)
app.command("worker", short_help="Do the work that the workspace queued.", epilog=worker.EXAMPLES)(worker.worker)
app.command("doctor", short_help="Look whether the workspace can run, and say what is amiss.", epilog=doctor.EXAMPLES)(
    doctor.doctor
)
app.command(
    "manage",
    short_help="Run a command of Django on the workspace.",
    epilog=manage.EXAMPLES,
    context_settings={
        "ignore_unknown_options": True,
        "help_option_names": ["--help"],
        "allow_interspersed_args": False,
    },
)(manage.manage)


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
