"""``communique compare``: accounts of one event in, set side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from communique.cli.exits import Exit
from communique.cli.forms import form_of
from communique.cli.options import (
    AllowPrivateOption,
    CorpusOption,
    IssuerOption,
    LanguageOption,
    TablesOption,
)
from communique.cli.read import FormOption, NoCorpusOption, OutputOption

if TYPE_CHECKING:
    from communique.reports.comparisons.report import ComparisonReport

TWO = 2

AccountsArgument: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Files, addresses, FILE.jsonl.gz#ID, or names of releases in the corpus; one release each.",
        show_default=False,
    ),
]
FindOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--find", metavar="A", help="Look in the corpus for the other accounts of A's event, and compare A with each."
    ),
]
SameSideOption: TypeAlias = Annotated[
    bool, typer.Option("--same-side", help="All are statements of officials of one state: look for contradictions.")
]
PassageAOption: TypeAlias = Annotated[
    str, typer.Option("--passage-a", metavar="WORDS", help="Only these exact words of A concern the event.")
]
PassageBOption: TypeAlias = Annotated[
    str, typer.Option("--passage-b", metavar="WORDS", help="Only these exact words of B concern the event.")
]

EXAMPLES = """\b
Examples:
  communique compare ours.html theirs.html
  communique compare ours.html theirs.html -o compared.html
  communique compare desk.jsonl#xa-president:7 https://government.velmark.example/en/news/101
  communique compare --find xv-prime-minister:104 --corpus desk.sqlite3
  communique compare minister.html spokesman.html --same-side
  communique compare ours.html address.html --passage-b "Yesterday I spoke with President Vesk."
"""


def compare(  # noqa: PLR0913 - a command's options are its parameters
    *,
    accounts: AccountsArgument = None,
    find: FindOption = "",
    same_side: SameSideOption = False,
    passage_a: PassageAOption = "",
    passage_b: PassageBOption = "",
    form: FormOption = None,
    output: OutputOption = "-",
    language: LanguageOption = None,
    issuer: IssuerOption = None,
    tables: TablesOption = None,
    location: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    allow_private: AllowPrivateOption = False,
) -> None:
    """
    Set accounts of one event side by side: is it one event, what do both say, where do they part?

    Every difference has a type, a weight and the exact words of each text. "Not the same event" and "no difference
    worth reporting" are results too. Three texts are compared in pairs. The same release in two languages is compared
    sentence by sentence.
    """
    sources = tuple(accounts or ())
    _refuse_what_does_not_fit(sources, find, passage_b=passage_b, same_side=same_side, no_corpus=no_corpus)
    from communique.adapters.beside import vectors_beside  # noqa: PLC0415 - help needs none of this

    with vectors_beside() as universal:  # at first, so that the model loads beside all that follows
        from communique.cli.pages import put_out  # noqa: PLC0415
        from communique.wiring import load_settings  # noqa: PLC0415
        from communique.wiring.comparing import collator_at_hand  # noqa: PLC0415

        settings = load_settings(
            tables=tuple(tables or ()), language=language, issuer=issuer, allow_private=allow_private, corpus=location
        )
        with collator_at_hand(settings, ask_corpus=not no_corpus, universal=universal) as collator:
            if find:
                reports = collator.found(find, passage=passage_a or None)
            else:
                passages = (passage_a or None, passage_b or None)
                reports = collator.reports(sources, same_side=same_side, passages=passages)
            put_out(_told(reports, find), form or form_of(output), output, page=_page)
    raise typer.Exit(Exit.READ)


def _refuse_what_does_not_fit(
    sources: tuple[str, ...], find: str, *, passage_b: str, same_side: bool, no_corpus: bool
) -> None:
    """
    Refuse options that say nothing together.

    Raises:
        typer.BadParameter: they do not.
    """
    if not find and len(sources) < TWO:
        message = f"expected two sources or more, or one with --find, got {len(sources)}"
        raise typer.BadParameter(message, param_hint="SOURCE")
    if find and (sources or passage_b or same_side or no_corpus):
        message = "expected --find alone: it takes the other accounts from the corpus"
        raise typer.BadParameter(message, param_hint="--find")


def _told(reports: Iterator[ComparisonReport], find: str) -> Iterator[ComparisonReport]:
    """Yield the comparisons; say so where the corpus has none to give."""
    none = True
    for report in reports:
        none = False
        yield report
    if find and none:
        typer.echo(f"No other account of the event of {find} in the corpus.", err=True)


def _page(reports: tuple[ComparisonReport, ...]) -> str:
    from communique.reports.comparisons.html import render_comparison_html  # noqa: PLC0415 - only a page needs templates

    return render_comparison_html(reports)
