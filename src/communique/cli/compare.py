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
    QuietOption,
    TablesOption,
)
from communique.cli.read import FormOption, NoCorpusOption, OutputOption

if TYPE_CHECKING:
    from communique.reports.comparisons.report import ComparisonReport

TWO = 2
EITHER = "expected one of the two: statements of one side are of no event that could be taken to be one"

AccountsArgument: TypeAlias = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Files, addresses, FILE.jsonl.gz#ID, or names of releases in the corpus; one release each.",
        show_default=False,
    ),
]
FindOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--find",
        metavar="A",
        help="Look in the corpus for the other accounts of A's event, and compare A with each.",
        show_default=False,
    ),
]
SameSideOption: TypeAlias = Annotated[
    bool, typer.Option("--same-side", help="All are statements of officials of one state: look for contradictions.")
]
SameEventOption: TypeAlias = Annotated[
    bool, typer.Option("--same-event", help="Take it that the event is one, though the texts do not show it.")
]
IssuerAOption: TypeAlias = Annotated[
    str, typer.Option("--issuer-a", metavar="CODE", help="Who published A, where the source does not tell.")
]
IssuerBOption: TypeAlias = Annotated[
    str, typer.Option("--issuer-b", metavar="CODE", help="Who published B, where the source does not tell.")
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
  communique compare ours.txt theirs.txt --issuer-a xa-president --issuer-b xv-prime-minister --same-event
"""


def compare(  # noqa: PLR0913 - a command's options are its parameters
    *,
    accounts: AccountsArgument = None,
    find: FindOption = None,
    same_side: SameSideOption = False,
    same_event: SameEventOption = False,
    issuer_a: IssuerAOption = "",
    issuer_b: IssuerBOption = "",
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
    quiet: QuietOption = False,
) -> None:
    """
    Set accounts of one event side by side: is it one event, what do both say, where do they part?

    Every difference has a type, a weight and the exact words of each text. "Not the same event" and "no difference
    worth reporting" are results too. Three texts are compared in pairs. The same release in two languages is compared
    sentence by sentence.
    """
    sources = tuple(accounts or ())
    beside_find = {
        "--passage-b": passage_b,
        "--issuer-b": issuer_b,
        "--same-side": same_side,
        "--same-event": same_event,
    }
    found_for = _found_for(find or [], sources, [option for option, given in beside_find.items() if given], no_corpus)
    if same_side and same_event:
        raise typer.BadParameter(EITHER, param_hint="--same-side, --same-event")
    chosen = form or form_of(output)
    from communique.adapters.beside import vectors_beside  # noqa: PLC0415 - help needs none of this

    with vectors_beside() as universal:  # at first, so that the model loads beside all that follows
        from communique.cli.pages import put_out  # noqa: PLC0415
        from communique.wiring import load_settings  # noqa: PLC0415
        from communique.wiring.comparing import collator_at_hand  # noqa: PLC0415

        settings = load_settings(
            tables=tuple(tables or ()), language=language, issuer=issuer, allow_private=allow_private, corpus=location
        )
        with collator_at_hand(settings, ask_corpus=not no_corpus, universal=universal) as collator:
            if found_for:
                reports = collator.found(found_for, passage=passage_a or None, issuer=issuer_a or None)
            else:
                reports = collator.reports(
                    sources,
                    same_side=same_side,
                    taken_as_one=same_event,
                    passages=(passage_a or None, passage_b or None),
                    issuers=(issuer_a or None, issuer_b or None),
                )
            tally = _Tally()
            put_out(tally.keep(reports), chosen, output, page=_page)
    tally.tell(found_for, output, quiet=quiet)
    raise typer.Exit(Exit.READ)


class _Tally:
    """Counts the comparisons that pass."""

    def __init__(self) -> None:
        self.made = 0

    def keep(self, reports: Iterator[ComparisonReport]) -> Iterator[ComparisonReport]:
        """Yield them as they are."""
        for report in reports:
            self.made += 1
            yield report

    def tell(self, found_for: str, output: str, *, quiet: bool) -> None:
        """Say on standard error that the corpus had none to give, or how many were written where."""
        if found_for and not self.made:
            typer.echo(f"No other account of the event of {found_for} in the corpus.", err=True)
        elif output != "-" and not quiet:
            typer.echo(f"{self.made:,} {'comparison' if self.made == 1 else 'comparisons'} → {output}", err=True)


def _found_for(find: list[str], sources: tuple[str, ...], beside: list[str], no_corpus: bool) -> str:  # noqa: FBT001 - as the command has it
    """
    Give the source for which the other accounts are looked for, empty where the sources are all there.

    Raises:
        typer.BadParameter: options say nothing together, or there is nothing to compare.
    """
    if not find:
        if len(sources) < TWO:
            message = f"expected two sources or more, or one with --find, got {len(sources)}"
            raise typer.BadParameter(message, param_hint="SOURCE")
        return ""
    if len(find) > 1:
        message = f"expected it once, got it {len(find)} times: run the command for each"
    elif no_corpus:
        message = "expected a corpus to look in (--corpus), got --no-corpus"
    elif sources or beside:
        message = (
            f"expected --find alone, got {' '.join((*sources, *beside))} beside: the corpus gives the other accounts"
        )
    else:
        return find[0]
    raise typer.BadParameter(message, param_hint="--find")


def _page(reports: tuple[ComparisonReport, ...]) -> str:
    from communique.reports.comparisons.html import render_comparison_html  # noqa: PLC0415 - only a page needs templates

    return render_comparison_html(reports)
