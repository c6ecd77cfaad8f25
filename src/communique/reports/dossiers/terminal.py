"""A dossier as a terminal shows it, at 80 columns or at 140; no meaning hangs on colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from communique.model import Exhibit, Forecast, Hypothesis
from communique.reports.dossiers.report import DossierReport
from communique.reports.dossiers.rows import (
    ReleaseRow,
    RoleRows,
    find_counts,
    find_groups,
    find_roles,
    find_span,
    find_unread,
    forecast_label,
    prior_label,
    rate_label,
)
from communique.reports.excerpt import is_quoted, printable, shortened
from communique.reports.printing import print_lines
from communique.reports.terminal import WIDE, WIDEST

DAY_WIDTH = 15
NUMBER_WIDTH = 3
MOST_CODE = 20
"""Columns that the codes of hypotheses, exhibits and forecasts take at most; longer ones wrap."""


def render_terminal(report: DossierReport, *, width: int, colour: bool = False) -> str:
    """Give the overview as lines of so many columns, with or without the codes of colour and weight."""
    return print_lines(*_pieces(report, wide=width >= WIDE), width=min(width, WIDEST), colour=colour)


def _pieces(report: DossierReport, *, wide: bool) -> Iterator[RenderableType]:
    yield Text(printable(report.opened.dossier.title), style="bold")
    yield Text(printable(find_span(report)))
    yield Text(find_counts(report))
    for role in find_roles(report):
        yield Text()
        yield _heading(role.heading, len(role.rows), role.meaning)
        yield _releases(role, wide=wide)
    for section in (_unread, _exhibits, _hypotheses, _evidence, _forecasts):
        yield from section(report)


def _releases(role: RoleRows, *, wide: bool) -> RenderableType:
    rows = _grid(DAY_WIDTH)
    if wide:
        rows.add_column(width=46, overflow="fold")
    for row in role.rows:
        published = Text(printable(row.issuer), style="dim")
        filed = Text(f"{printable(row.source)} · {row.grade}", style="dim")
        said = Text.assemble((printable(row.title), "bold"), "\n", printable(row.reason))
        if wide:
            rows.add_row(Text(row.told_day), said, Text("\n").join((published, filed)))
        else:
            rows.add_row(Text(row.told_day), Text("\n").join((said, _origin(row))))
    return rows


def _origin(row: ReleaseRow) -> Text:
    return Text(printable(f"{row.issuer} · {row.source} · {row.grade}"), style="dim")


def _unread(report: DossierReport) -> Iterator[RenderableType]:
    unread = find_unread(report)
    if unread:
        yield Text()
        yield _heading("Not read", len(unread), "filed, and not at hand", style="bold red")
        rows = _grid(DAY_WIDTH)
        for item in unread:
            words = (printable(item.filing.source), printable(item.reason), printable(item.filing.reason))
            rows.add_row(Text(item.filing.role.value), Text("\n".join(filter(None, words))))
        yield rows


def _exhibits(report: DossierReport) -> Iterator[RenderableType]:
    exhibits = report.exhibits
    if exhibits:
        yield Text()
        yield _heading("Exhibits", len(exhibits), "evidence that is no release")
        rows = _grid(_width_of(exhibits))
        for item in exhibits:
            kind = " · ".join(filter(None, (item.kind.value, item.day, str(item.grade), item.address)))
            words = Text.assemble((printable(item.title), "bold"), f"\n{printable(kind)}")
            rows.add_row(Text(item.code), words.append(f"\n{printable(item.words)}" if item.words else ""))
        yield rows


def _hypotheses(report: DossierReport) -> Iterator[RenderableType]:
    dossier = report.opened.dossier
    if report.hypotheses:
        yield Text()
        yield _heading("Hypotheses", len(report.hypotheses), "competing explanations; one is always dull")
        rows = _grid(_width_of(report.hypotheses))
        for item in report.hypotheses:
            said = Text(printable(item.statement), style="bold")
            said.append(f"\n{'dull · ' if item.dull else ''}{prior_label(item, dossier)}", "not bold")
            refuted = (
                f"refuted by: {printable(item.refuted_by)}" if item.refuted_by else "nothing named that refutes it"
            )
            rows.add_row(Text(item.code), said.append(f"\n{refuted}", "not bold"))
        yield rows


def _evidence(report: DossierReport) -> Iterator[RenderableType]:
    if report.evidence:
        yield Text()
        yield _heading("Evidence", None, find_groups(report))
        rows = _grid(NUMBER_WIDTH)
        for number, item in enumerate(report.evidence, start=1):
            told = not item.quote or is_quoted(item.quote, item.statement)
            words = "" if told else f"\n“{shortened(printable(item.quote))}”"
            marks = (rate_label(item), item.code, item.source, item.grade or "not graded", item.group)
            origin = (f"\n{printable(' · '.join(filter(None, marks)))}", "dim")
            rows.add_row(Text(f"{number}"), Text.assemble((printable(item.statement), "bold"), words, origin))
        yield rows


def _forecasts(report: DossierReport) -> Iterator[RenderableType]:
    forecasts = report.forecasts
    if forecasts:
        yield Text()
        yield _heading("Forecasts", len(forecasts), "dated, resolvable, scored when the day has come")
        rows = _grid(_width_of(forecasts))
        for item in forecasts:
            rows.add_row(Text(item.code), Text(f"{printable(item.question)}\n{forecast_label(item)}"))
        yield rows


def _width_of(coded: Iterable[Exhibit | Hypothesis | Forecast]) -> int:
    return min(max(len(item.code) for item in coded), MOST_CODE)


def _grid(label_width: int) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(width=label_width, overflow="fold")
    rows.add_column(ratio=1, overflow="fold")
    return rows


def _heading(heading: str, number: int | None, note: str, *, style: str = "bold") -> Text:
    counted = "" if number is None else f"  {number}"
    return Text.assemble((heading.upper(), style), counted, (f"  {note}", "dim"))
