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
    InLanguageOption,
    IssuerOption,
    LanguageOption,
    OfIssuerOption,
    OfKindOption,
    QuietOption,
    SinceOption,
    TablesOption,
    UntilOption,
    WithOption,
)
from communique.cli.read import NoCorpusOption

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

EXAMPLES_OF_ANNOTATIONS = """\b
Examples:
  communique export annotations page.html -o findings.jsonl
  communique export annotations releases/ --corpus desk.sqlite3 -o findings.jsonl
  communique export annotations corpus:xv-prime-minister:103 | head -n 1
"""

EXAMPLES_OF_ENTITIES = """\b
Examples:
  communique export entities releases/ -o entities.jsonl
  communique export entities --corpus desk.sqlite3 --since 2020-01-01 -o entities.jsonl
  communique export entities | ftm validate > valid.jsonl
"""

EXAMPLES_OF_LABELS = """\b
Examples:
  communique export labels -o labels.jsonl
  communique export labels --corpus desk.sqlite3 | wc -l
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


@app.command("annotations", epilog=EXAMPLES_OF_ANNOTATIONS)
def export_annotations(  # noqa: PLR0913 - a command's options are its parameters
    *,
    sources: Annotated[
        list[str], typer.Argument(metavar="IN", help="Releases: files, folders, addresses, corpus:NAME, or -.")
    ],
    output: OutputOption = Path("-"),
    language: LanguageOption = None,
    issuer: IssuerOption = None,
    tables: TablesOption = None,
    location: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    quiet: QuietOption = False,
) -> None:
    """
    Write one W3C Web Annotation (JSON-LD) for each finding and span, on the exact words of the source.

    The words are named by their place in the text as captured, and quoted with those around them.
    """
    from datetime import UTC, datetime  # noqa: PLC0415 - help needs none of this

    from communique.wiring import annotating, load_settings  # noqa: PLC0415

    settings = load_settings(tables=tuple(tables or ()), language=language, issuer=issuer, corpus=location)
    records = annotating.export_annotations(sources, settings, ask_corpus=not no_corpus, generated=datetime.now(UTC))
    raise _write(records, sources, output, quiet=quiet, noun="finding", ahead=False)


@app.command("entities", epilog=EXAMPLES_OF_ENTITIES)
def entities(  # noqa: PLR0913 - a command's options are its parameters
    *,
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="IN", help="Releases: files, folders, addresses, or -; else the corpus at hand."),
    ] = None,
    output: OutputOption = Path("-"),
    issuer: OfIssuerOption = "",
    kind: OfKindOption = None,
    counterpart: WithOption = "",
    since: SinceOption = None,
    until: UntilOption = None,
    language: InLanguageOption = "",
    tables: TablesOption = None,
    location: CorpusOption = None,
    quiet: QuietOption = False,
) -> None:
    """
    Write people, offices, events and documents as FollowTheMoney entities, one a line.

    Without IN those of the corpus at hand are written; the options that narrow choose among its releases.
    """
    from communique.cli.choosing import choose  # noqa: PLC0415 - help needs none of this
    from communique.corpus.port import Selection  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.entities import export_entities  # noqa: PLC0415

    settings = load_settings(tables=tuple(tables or ()), corpus=location)
    selection = choose(
        settings, issuer=issuer, kind=kind, counterpart=counterpart, since=since, until=until, language=language
    )
    if sources and selection != Selection():
        message = "expected the options that narrow without IN, got both: they choose from a corpus"
        raise typer.BadParameter(message, param_hint="IN")
    records = export_entities(sources or (), settings, selection)
    raise _write(records, sources or (), output, quiet=quiet, noun="record", ahead=False)


@app.command("labels", epilog=EXAMPLES_OF_LABELS)
def labels(
    *,
    output: OutputOption = Path("-"),
    tables: TablesOption = None,
    location: CorpusOption = None,
    quiet: QuietOption = False,
) -> None:
    """
    Write one record for each release that an analyst corrected: its keys as corrected, and which of them are labels.

    Only the keys that `corrected` names were decided by an analyst; all others are as extracted.
    """
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this
    from communique.wiring.corpora import open_corpus  # noqa: PLC0415
    from communique.wiring.corrections import label_records  # noqa: PLC0415

    settings = load_settings(tables=tuple(tables or ()), corpus=location)
    with open_corpus(settings) as corpus:
        raise _write(label_records(corpus), (), output, quiet=quiet, noun="corrected release", ahead=False)


def _write(  # noqa: PLR0913 - each thing that a command tells has its name
    records: Iterator[str | SetAside],
    sources: Sequence[str],
    output: Path,
    *,
    quiet: bool,
    noun: str = "release",
    ahead: bool = True,
) -> typer.Exit:
    """
    Write the records, a line each, and give the exit that says how it went.

    ``ahead`` tells that there are as many records as releases, so that a bar can say how far it is.
    """
    from communique.cli.closing import Closing  # noqa: PLC0415 - help needs none of this
    from communique.cli.output import STANDARD_OUTPUT, writing_or_printing  # noqa: PLC0415
    from communique.cli.progress import count_ahead, with_progress  # noqa: PLC0415

    closing = Closing(noun=noun, quiet=quiet)
    measured = with_progress(records, total=lambda: count_ahead(sources), wanted=ahead and not quiet)
    with writing_or_printing(output) as stream:
        for record in closing.keep(measured):
            stream.write(f"{record}\n")
        if not closing.read:
            raise closing.end()  # and leave the file of that name as it was
    return closing.end(where="" if output == STANDARD_OUTPUT else str(output))
