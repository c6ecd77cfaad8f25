"""``communique read``: sources in, reports out."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from communique.cli.forms import Form, form_of
from communique.cli.options import (
    AllowPrivateOption,
    FollowOption,
    IssuerOption,
    LanguageOption,
    QuietOption,
    TablesOption,
)

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

EXAMPLES = """\b
Examples:
  communique read page.html
  communique read https://president.example/news/17 -o report.html
  communique read releases/ --format markdown -o reports/
  communique read desk.jsonl.gz#xv-prime-minister:103
  communique read ours.html theirs.html --together
  communique read https://president.example/feed --follow
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
    follow: FollowOption = False,
    allow_private: AllowPrivateOption = False,
    quiet: QuietOption = False,
) -> None:
    """
    Read releases and report what each states, what is unusual, and what is not said.

    Every statement of a report opens on its exact words. What cannot be read is set aside, with its reason.
    """
    from communique.cli.closing import Closing  # noqa: PLC0415 - help needs none of this
    from communique.cli.pages import put_out  # noqa: PLC0415
    from communique.cli.progress import count_ahead, with_progress  # noqa: PLC0415
    from communique.wiring import build_engine, load_settings  # noqa: PLC0415

    settings = load_settings(
        tables=tuple(tables or ()), language=language, issuer=issuer, follow=follow, allow_private=allow_private
    )
    chosen = form or form_of(output)
    closing = Closing(quiet=quiet)
    reports = build_engine(settings).reports(sources, together=together)
    to_screen = output == "-" and chosen is not Form.HTML
    put_out(
        closing.keep(with_progress(reports, total=lambda: count_ahead(sources), wanted=not (quiet or to_screen))),
        chosen,
        output,
    )
    raise closing.end(where="" if output == "-" else output)
