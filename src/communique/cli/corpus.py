"""``communique corpus``: the releases that precedents are counted over; filled, looked at, searched, kept safe."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli import corpus_corrections
from communique.cli.exits import Exit
from communique.cli.forms import TableForm, TableFormOption
from communique.cli.options import (
    AllowPrivateOption,
    CorpusOption,
    FollowOption,
    InLanguageOption,
    IssuerOption,
    LanguageOption,
    OfIssuerOption,
    OfKindOption,
    ProcessesOption,
    QuietOption,
    SinceOption,
    TablesOption,
    UntilOption,
    WithOption,
)

ADD_EXAMPLES = """\b
Examples:
  communique corpus add releases/ archive.jsonl.gz
  communique corpus add https://president.example/feed --follow
  communique corpus add archive.jsonl.gz --corpus desk.sqlite3 --processes 2
  communique corpus add          (extracts again what an earlier version extracted)
"""
STATUS_EXAMPLES = """\b
Examples:
  communique corpus status
  communique corpus status --plot coverage.svg
  communique corpus status --set-aside
"""
SEARCH_EXAMPLES = """\b
Examples:
  communique corpus search "gas transit"
  communique corpus search '"strategic partnership" -energy' --issuer ru-president --with KZ
  communique corpus search посла --since 2025-03-01 --format json
"""
EXPORT_EXAMPLES = """\b
Examples:
  communique corpus export -o corpus.jsonl
  communique corpus export -o calls.parquet --issuer ru-president --kind call --since 2012-01-01
"""
CHECK_EXAMPLES = """\b
Examples:
  communique corpus check
  communique corpus check --corpus desk.sqlite3
"""
BACKUP_EXAMPLES = """\b
Examples:
  communique corpus backup corpus-2026-11-22.sqlite3
"""

MOST_FAULTS = 100
"""Faults that are listed; all are counted."""

app = typer.Typer(help="Keep releases as the base of precedents: fill, look, search, export.", no_args_is_help=True)


@app.callback()
def corpus() -> None:
    """Keep releases as the base of precedents: fill, look, search, export."""


@app.command("add", short_help="Keep releases; those that are there already change nothing.", epilog=ADD_EXAMPLES)
def add(  # noqa: PLR0913 - a command's options are its parameters
    *,
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="IN", help="JSON Lines (plain or gzip), files, folders, addresses, a feed, or -."),
    ] = None,
    location: CorpusOption = None,
    processes: ProcessesOption = None,
    language: LanguageOption = None,
    issuer: IssuerOption = None,
    tables: TablesOption = None,
    follow: FollowOption = False,
    allow_private: AllowPrivateOption = False,
    quiet: QuietOption = False,
) -> None:
    """
    Keep releases with what is extracted from them; a release that is there already changes nothing.

    A changed text of a known address becomes its new version. What an earlier version of the program has extracted is
    extracted again. The work may be interrupted at any moment: what is kept stays, and the next run goes on.
    """
    from communique.cli.adding import Additions  # noqa: PLC0415 - help needs none of this
    from communique.cli.progress import with_progress  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.corpora import add_sources, open_corpus  # noqa: PLC0415

    settings = load_settings(
        tables=tuple(tables or ()),
        language=language,
        issuer=issuer,
        follow=follow,
        allow_private=allow_private,
        corpus=location,
    )
    wanted = tuple(sources or ())
    additions = Additions(asked=bool(wanted), quiet=quiet)
    with open_corpus(settings, create=bool(wanted)) as kept:
        done = add_sources(kept, wanted, settings, processes=processes)
        try:
            for step in with_progress(
                done, total=lambda: additions.total(wanted, kept, settings), wanted=not quiet, weigh=additions.weigh
            ):
                additions.count(step)
        except KeyboardInterrupt:
            raise additions.interrupted(kept.location) from None
        raise additions.end(kept.location)


@app.command("status", short_help="Say what is held, as a calendar with its holes.", epilog=STATUS_EXAMPLES)
def status(
    *,
    location: CorpusOption = None,
    set_aside: Annotated[
        bool, typer.Option("--set-aside", help="List the records that could not be read, with their reasons.")
    ] = False,
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE.svg|png", help="Also draw the coverage as an image.")
    ] = None,
    form: TableFormOption = TableForm.TERMINAL,
    tables: TablesOption = None,
) -> None:
    """
    Say what the corpus holds, and from when: a calendar for each issuer and language, with its holes plain.

    A month of which nothing is held is no silence: precedents count it as exposure lost.
    """
    from communique.cli.output import page_width  # noqa: PLC0415 - help needs none of this
    from communique.cli.plots import form_of_plot, write_plot  # noqa: PLC0415
    from communique.corpus.showing import issuer_words, render_status, render_status_json  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.corpora import open_corpus  # noqa: PLC0415
    from communique.wiring.deposits import deposit_version  # noqa: PLC0415

    drawn = form_of_plot(plot) if plot else None
    settings = load_settings(tables=tuple(tables or ()), corpus=location)
    with open_corpus(settings) as kept:
        stock = kept.status(version=deposit_version(settings))
        aside = kept.set_aside() if set_aside or form is TableForm.JSON else ()
    if plot and drawn:
        from communique.reports.calendar_plot import plot_calendars  # noqa: PLC0415 - matplotlib loads for plots only

        calendars = tuple((issuer_words(item), item.months) for item in stock.issuers)
        write_plot(plot, plot_calendars(calendars, drawn, title=f"Coverage of {stock.location}"))
    if form is TableForm.JSON:
        typer.echo(render_status_json(stock, aside), nl=False)
    elif set_aside:
        for record in aside:
            typer.echo(f"{record.source}: {record.reason}")
    else:
        typer.echo(render_status(stock, width=page_width()), nl=False)


@app.command("search", short_help="Find releases by their words, in any form.", epilog=SEARCH_EXAMPLES)
def search(  # noqa: PLR0913 - a command's options are its parameters
    *,
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help='Words in any form, "phrases in quotation marks", -words left out.')
    ],
    issuer: OfIssuerOption = "",
    kind: OfKindOption = None,
    counterpart: WithOption = "",
    since: SinceOption = None,
    until: UntilOption = None,
    language: InLanguageOption = "",
    most: Annotated[int, typer.Option("--most", "-n", min=1, metavar="N", help="At most so many.")] = 20,
    form: TableFormOption = TableForm.TERMINAL,
    location: CorpusOption = None,
    tables: TablesOption = None,
) -> None:
    """
    Find releases that hold all of the words in any form, in English and Russian, the best first.

    `communique read corpus:NAME` reads one of them; its name stands in the fourth place.
    """
    from communique.cli.choosing import choose, narrowing_words  # noqa: PLC0415 - help needs none of this
    from communique.cli.output import page_width  # noqa: PLC0415
    from communique.corpus.showing import render_hits, render_hits_json  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.corpora import open_corpus  # noqa: PLC0415

    settings = load_settings(tables=tuple(tables or ()), corpus=location)
    selection = choose(
        settings, issuer=issuer, kind=kind, counterpart=counterpart, since=since, until=until, language=language
    )
    with open_corpus(settings) as kept:
        hits = kept.search(words, selection, most=most)
    if form is TableForm.JSON:
        typer.echo(render_hits_json(words, hits), nl=False)
    elif hits:
        typer.echo(render_hits(hits, width=page_width()), nl=False)
        if len(hits) == most:
            typer.echo(f"the best {most}; more with --most", err=True)
    else:
        typer.echo(f"no release{narrowing_words(selection)} holds {words}", err=True)


@app.command("export", short_help="Write them as JSON Lines or as columns in Parquet.", epilog=EXPORT_EXAMPLES)
def export(  # noqa: PLR0913 - a command's options are its parameters
    *,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE.jsonl|.parquet", help="The file; it appears when it is whole."),
    ],
    issuer: OfIssuerOption = "",
    kind: OfKindOption = None,
    counterpart: WithOption = "",
    since: SinceOption = None,
    until: UntilOption = None,
    language: InLanguageOption = "",
    location: CorpusOption = None,
    tables: TablesOption = None,
    quiet: QuietOption = False,
) -> None:
    """
    Write one record a release, by day: what was extracted, with title, text, address and key; columns in Parquet.

    JSON Lines go to standard output with `-o -`.
    """
    from communique.cli.choosing import choose, narrowing_words  # noqa: PLC0415 - help needs none of this
    from communique.cli.exporting import refuse_unknown, write_records  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.corpora import open_corpus  # noqa: PLC0415

    refuse_unknown(output)
    settings = load_settings(tables=tuple(tables or ()), corpus=location)
    selection = choose(
        settings, issuer=issuer, kind=kind, counterpart=counterpart, since=since, until=until, language=language
    )
    with open_corpus(settings) as kept:
        raise write_records(kept.accounts(selection), output, narrowed=narrowing_words(selection), quiet=quiet)


@app.command("check", short_help="Look for faults.", epilog=CHECK_EXAMPLES)
def check(*, location: CorpusOption = None) -> None:
    """
    Look for what is wrong in the corpus: keys that do not fit texts, tallies that do not fit accounts, a lost index.

    Each fault is a line, up to a hundred; without any the exit status is 0.
    """
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this
    from communique.wiring.corpora import open_corpus  # noqa: PLC0415

    found = 0
    with open_corpus(load_settings(corpus=location)) as kept:
        for fault in kept.faults():
            found += 1
            if found <= MOST_FAULTS:
                typer.echo(fault)
        remedy = " (go back to a backup, or add the releases to a new corpus)" if found else ""
        typer.echo(
            f"{f'{found:,}' if found else 'no'} fault{'' if found == 1 else 's'} in {kept.location}{remedy}", err=True
        )
    raise typer.Exit(Exit.SET_ASIDE if found else Exit.READ)


@app.command("backup", short_help="Copy the whole into one new file, while others use it.", epilog=BACKUP_EXAMPLES)
def backup(
    *,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    location: CorpusOption = None,
) -> None:
    """
    Copy the corpus into one new file, whole and of one moment, while others may go on using it.

    The copy is a corpus itself: `--corpus FILE`. A PostgreSQL database is backed up with its own means (`pg_dump`).
    """
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this
    from communique.wiring.corpora import open_corpus  # noqa: PLC0415

    with open_corpus(load_settings(corpus=location)) as kept:
        kept.backup(target)
        typer.echo(f"{kept.location} → {target}", err=True)


app.command("corrections", short_help="List what analysts corrected.", epilog=corpus_corrections.EXAMPLES)(
    corpus_corrections.corrections
)
