"""``communique lint``: where an analysis breaks the rules of evidence."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from communique.cli.exits import Exit
from communique.cli.options import LanguageOption
from communique.cli.output import page_width

if TYPE_CHECKING:
    from communique.reports.lints.report import LintedText, LintReport

EXAMPLES = """\b
Examples:
  communique lint essay.md
  communique lint drafts/*.md page.html
  communique lint --select motive --select mood essay.md
  communique lint --ignore outside-bands essay.md
  communique lint --format json essay.md
  cat essay.md | communique lint -
"""


class LintForm(StrEnum):
    """The forms that remarks can take."""

    TERMINAL = "terminal"
    JSON = "json"


FilesArgument: TypeAlias = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Markdown, plain text or HTML; - for standard input.")
]
LintFormOption: TypeAlias = Annotated[LintForm, typer.Option("--format", help="How the remarks are written.")]
SelectOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="CODE", help="Only this rule. May be given several times.", show_default=False),
]
IgnoreOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODE", help="Not this rule. May be given several times.", show_default=False),
]


def lint(
    *,
    sources: FilesArgument,
    form: LintFormOption = LintForm.TERMINAL,
    language: LanguageOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
) -> None:
    """
    Find where an analysis breaks the rules of evidence: motives, moods, guesses that turn into facts.

    Words in quotation marks are not the author's, and pass. A comment <!-- communique: ignore CODE - reason --> lets
    the block after it pass. Ends with 1 where a rule is broken, with 0 where there is at most advice.
    """
    _refuse_strangers((*(select or ()), *(ignore or ())))
    from communique import __version__  # noqa: PLC0415 - help needs none of this
    from communique.reports.lints.report import LintReport  # noqa: PLC0415 - likewise
    from communique.wiring.linting import lint_source  # noqa: PLC0415 - likewise

    texts: list[LintedText] = []
    unread = False
    for source in sources:
        stdin = sys.stdin.buffer.read() if source == "-" else b""
        linted = lint_source(source, stdin=stdin, language=language, select=select or (), ignore=ignore or ())
        if isinstance(linted, str):
            typer.echo(f"communique: {source}: {linted}", err=True)
            unread = True
        else:
            texts.append(linted)
    report = LintReport(texts=tuple(texts), software=f"communique {__version__}")
    if texts:
        sys.stdout.write(_rendered(report, form))
    raise typer.Exit(Exit.NOTHING if unread else Exit.SET_ASIDE if report.errors else Exit.READ)


def _refuse_strangers(codes: tuple[str, ...]) -> None:
    """
    Refuse codes of no rule.

    Raises:
        typer.BadParameter: there is no such rule.
    """
    from communique.reasoning.remarks import RULES_BY_CODE  # noqa: PLC0415 - help needs none of this

    for code in codes:
        if code not in RULES_BY_CODE:
            message = f"expected one of {', '.join(RULES_BY_CODE)}, got {code}"
            raise typer.BadParameter(message, param_hint="--select, --ignore")


def _rendered(report: LintReport, form: LintForm) -> str:
    if form is LintForm.JSON:
        from communique.reports.lints.json import render_lint_json  # noqa: PLC0415 - only where asked for

        return render_lint_json(report)
    from communique.reports.lints.terminal import render_lint_terminal  # noqa: PLC0415 - likewise

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return render_lint_terminal(report, width=page_width(), colour=colour)
