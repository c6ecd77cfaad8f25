"""``communique read``: sources in, reports out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from communique.cli.forms import Form, form_of
from communique.cli.options import (
    AllowPrivateOption,
    CorpusOption,
    FollowOption,
    IssuerOption,
    LanguageOption,
    QuietOption,
    TablesOption,
)

if TYPE_CHECKING:
    from communique.reports.report import Report

SourcesArgument: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders, addresses, a feed, or - for standard input; FILE.jsonl.gz#ID for one record of many.",
    ),
]
FormOption: TypeAlias = Annotated[
    Form | None,
    typer.Option("--format", "-f", help="Of the report; else what the ending of -o says, else terminal."),
]
OutputOption: TypeAlias = Annotated[
    str, typer.Option("--output", "-o", metavar="PATH", help="A file, or a folder (PATH/): one file a report.")
]
TogetherOption: TypeAlias = Annotated[
    bool, typer.Option("--together", help="All sources tell of one event: each report is set beside the others.")
]

NoCorpusOption: TypeAlias = Annotated[
    bool, typer.Option("--no-corpus", help="Ask no corpus: no rates, and nothing is called unusual.")
]

EXAMPLES = """\b
Examples:
  communique read page.html
  communique read https://president.example/news/17 -o report.html
  communique read releases/ --format markdown -o reports/
  communique read desk.jsonl.gz#xv-prime-minister:103
  communique read ours.html theirs.html --together
  communique read https://president.example/feed --follow
  communique read page.html --corpus desk.sqlite3
  communique read corpus:xv-prime-minister:103
  xclip -o | communique read - --issuer ru-president
"""


def read(  # noqa: PLR0913 - a command's options are its parameters
    *,
    sources: SourcesArgument,
    form: FormOption = None,
    output: OutputOption = "-",
    together: TogetherOption = False,
    language: LanguageOption = None,
    issuer: IssuerOption = None,
    tables: TablesOption = None,
    location: CorpusOption = None,
    no_corpus: NoCorpusOption = False,
    follow: FollowOption = False,
    allow_private: AllowPrivateOption = False,
    quiet: QuietOption = False,
) -> None:
    """
    Read releases and report what each states, what is unusual, and what is not said.

    Every statement of a report opens on its exact words. What cannot be read is set aside, with its reason. What is
    usual is asked of the corpus that is named, else of the user's own where there is one.
    """
    from communique.cli.closing import Closing  # noqa: PLC0415 - help needs none of this
    from communique.cli.pages import put_out  # noqa: PLC0415
    from communique.cli.progress import count_ahead, with_progress  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.precedents import engine_at_hand  # noqa: PLC0415

    settings = load_settings(
        tables=tuple(tables or ()),
        language=language,
        issuer=issuer,
        follow=follow,
        allow_private=allow_private,
        corpus=location,
    )
    chosen = form or form_of(output)
    closing = Closing(quiet=quiet)
    to_screen = output == "-" and chosen is not Form.HTML
    with engine_at_hand(settings, ask_corpus=not no_corpus) as engine:
        reports = engine.reports(sources, together=together)
        put_out(
            closing.keep(with_progress(reports, total=lambda: count_ahead(sources), wanted=not (quiet or to_screen))),
            chosen,
            output,
            page=_page,
        )
    raise closing.end(where="" if output == "-" else output)


def _page(reports: tuple[Report, ...]) -> str:
    from communique.reports.html import render_html  # noqa: PLC0415 - only a page needs templates

    return render_html(reports)
