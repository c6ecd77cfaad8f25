"""``communique versions``: what was changed in a text after it appeared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from communique.cli.exits import Exit
from communique.cli.forms import Form, form_of, is_folder
from communique.cli.options import (
    AllowPrivateOption,
    CorpusOption,
    OfKindOption,
    QuietOption,
    SinceOption,
    TablesOption,
    UntilOption,
    WithOption,
)
from communique.cli.read import FormOption, OutputOption

if TYPE_CHECKING:
    from communique.corpus.port import Selection
    from communique.reports.versions.report import VersionsReport
    from communique.wiring import Settings

VersionsArgument: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="BEFORE AFTER",
        help="Two versions, or more in order: files, addresses, FILE.jsonl.gz#ID, corpus:NAME. A single corpus:NAME: "
        "all its texts. None: every changed text of the corpus.",
        show_default=False,
    ),
]
IssuerOption: TypeAlias = Annotated[
    str,
    typer.Option("--issuer", metavar="CODE", help="The office that published them; of a corpus, only its releases."),
]
LanguageOption: TypeAlias = Annotated[
    str, typer.Option("--language", metavar="CODE", help="The language of the texts; of a corpus, only those in it.")
]
SubstantiveOption: TypeAlias = Annotated[
    bool, typer.Option("--substantive", help="Of a corpus, list only texts whose substance was changed.")
]

EXAMPLES = """\b
Examples:
  communique versions morning.html evening.html
  communique versions first.txt second.txt third.txt -o edits.html
  communique versions may.jsonl.gz#xa-president:17 june.jsonl.gz#xa-president:17
  communique versions corpus:xa-president:17
  communique versions --corpus desk.sqlite3 --substantive --since 2021-06-01
"""

NONE_CHANGED = "no text changed: of none of those meant the corpus holds more than one version"
NONE_OF_SUBSTANCE = "no change of substance among {:,} changed texts"


def versions(  # noqa: PLR0913 - a command's options are its parameters
    *,
    sources: VersionsArgument = None,
    form: FormOption = None,
    output: OutputOption = "-",
    substantive: SubstantiveOption = False,
    issuer: IssuerOption = "",
    language: LanguageOption = "",
    kind: OfKindOption = None,
    counterpart: WithOption = "",
    since: SinceOption = None,
    until: UntilOption = None,
    location: CorpusOption = None,
    tables: TablesOption = None,
    allow_private: AllowPrivateOption = False,
    quiet: QuietOption = False,
) -> None:
    """
    Tell what a publisher changed in a text after it appeared: cosmetic or substantive, and which words.

    The sentence stands before and after with the changed words marked; moved is not removed. Why something was changed
    is not stated, and not inferred. "The two versions are the same" is a result too.
    """
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this

    wanted = tuple(sources or ())
    settings = load_settings(
        tables=tuple(tables or ()),
        language=language or None,
        issuer=issuer or None,
        corpus=location,
        allow_private=allow_private,
    )
    chosen = form or form_of(output)
    if wanted:
        _refuse_narrowing(kind, counterpart, since, until, substantive=substantive)
        raise _told(wanted, settings, chosen, output)
    from communique.cli.choosing import choose  # noqa: PLC0415

    selection = choose(
        settings, issuer=issuer, kind=kind, counterpart=counterpart, since=since, until=until, language=language
    )
    raise _listed(selection, settings, chosen, output, substantive=substantive, quiet=quiet)


def _refuse_narrowing(*narrowed: object, substantive: bool) -> None:
    """
    Refuse to narrow what is named.

    Raises:
        typer.BadParameter: an option that narrows a corpus was given beside sources.
    """
    if substantive or any(narrowed):
        message = "expected these without sources: they narrow the list of a corpus"
        raise typer.BadParameter(message, param_hint="--substantive, --kind, --with, --since, --until")


def _told(wanted: tuple[str, ...], settings: Settings, form: Form, output: str) -> typer.Exit:
    """Report on the versions that were named."""
    from communique.cli.pages import put_out  # noqa: PLC0415 - help needs none of this
    from communique.wiring.versions import reviser_at_hand  # noqa: PLC0415

    with reviser_at_hand(settings, wanted) as reviser:
        put_out((reviser.report(wanted),), form, output, page=_page)
    return typer.Exit(Exit.READ)


def _listed(  # noqa: PLR0913 - what is listed, where from, and how
    selection: Selection, settings: Settings, form: Form, output: str, *, substantive: bool, quiet: bool
) -> typer.Exit:
    """Report on every changed text that is meant: as a list on a terminal, in full in the other forms."""
    from communique.cli.closing import Closing  # noqa: PLC0415 - help needs none of this
    from communique.cli.pages import put_out  # noqa: PLC0415
    from communique.wiring.versions import reviser_at_hand  # noqa: PLC0415

    all_kinds, meant = Closing(), Closing(noun="changed text", quiet=quiet)
    with reviser_at_hand(settings) as reviser:
        found = all_kinds.keep(reviser.changed(selection))
        reports = meant.keep(report for report in found if not substantive or report.is_substantive)
        if form is Form.TERMINAL and not is_folder(output):
            _put_list(reports, output)
        else:
            put_out(reports, form, output, page=_page)
    meant.aside = all_kinds.aside
    if meant.read or meant.aside:
        return meant.end(where="" if output == "-" else output)
    typer.echo(NONE_OF_SUBSTANCE.format(all_kinds.read) if all_kinds.read else NONE_CHANGED, err=True)
    return typer.Exit(Exit.READ)


def _put_list(reports: Iterable[VersionsReport], output: str) -> None:
    from communique.cli.output import page_width, writing_or_printing  # noqa: PLC0415 - help needs none of this
    from communique.reports.versions.listing import render_listing  # noqa: PLC0415

    if told := tuple(reports):
        with writing_or_printing(Path(output)) as stream:
            stream.write(render_listing(told, width=page_width()))


def _page(reports: tuple[VersionsReport, ...]) -> str:
    from communique.reports.versions.html import render_html  # noqa: PLC0415 - only a page needs templates

    return render_html(reports)
