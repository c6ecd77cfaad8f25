"""A dossier as Markdown, for notes, issue trackers and archives."""

from __future__ import annotations

from collections.abc import Iterator

from communique.reports.dossiers.report import DossierReport
from communique.reports.dossiers.rows import (
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
from communique.reports.markdown import escaped


def render_markdown(report: DossierReport) -> str:
    """Give the overview as CommonMark with tables; no word of a source can act as markup."""
    blocks = (
        f"# {escaped(report.opened.dossier.title)}",
        escaped(find_span(report)),
        escaped(find_counts(report)),
        *(_role(role) for role in find_roles(report)),
        *_apart(report),
        f"Read by {escaped(report.software)}" if report.software else "",
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


def _role(role: RoleRows) -> str:
    rows = ((row.told_day, row.issuer, row.title, row.reason, row.grade, row.source) for row in role.rows)
    table = _table(("day", "issuer", "title", "why it belongs", "grade", "source"), rows)
    return f"## {role.heading}: {len(role.rows)}\n\n{role.meaning.capitalize()}.\n\n{table}"


def _apart(report: DossierReport) -> Iterator[str]:
    """Give what stands beside the releases that were read, a table each."""
    dossier, unread = report.opened.dossier, find_unread(report)
    hypotheses, evidence, forecasts = report.hypotheses, report.evidence, report.forecasts
    if unread:
        rows = ((item.filing.source, item.filing.role.value, item.reason) for item in unread)
        yield f"## Not read: {len(unread)}\n\n{_table(('source', 'role', 'why not'), rows)}"
    if report.exhibits:
        shown = ((e.code, e.kind.value, e.title, e.words, e.day, str(e.grade), e.address) for e in report.exhibits)
        table = _table(("code", "kind", "title", "words", "day", "grade", "address"), shown)
        yield f"## Exhibits: {len(report.exhibits)}\n\n{table}"
    if hypotheses:
        held = (
            (h.code, h.statement, "dull" if h.dull else "", prior_label(h, dossier), h.refuted_by or "nothing named")
            for h in hypotheses
        )
        table = _table(("code", "statement", "", "before the evidence", "refuted by"), held)
        yield f"## Hypotheses: {len(hypotheses)}\n\n{table}"
    if evidence:
        items = (
            (e.code, e.statement, e.quote, rate_label(e), e.source, e.group, e.grade or "not graded") for e in evidence
        )
        table = _table(("code", "statement", "exact words", "how usual", "source", "group", "grade"), items)
        yield f"## Evidence\n\n{escaped(find_groups(report))}\n\n{table}"
    if forecasts:
        made = ((f.code, f.question, forecast_label(f), f.resolves) for f in forecasts)
        table = _table(("code", "question", "forecast", "what counts as yes"), made)
        yield f"## Forecasts: {len(forecasts)}\n\n{table}"


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = (f"| {' | '.join(escaped(cell) for cell in row)} |" for row in rows)
    return "\n".join((f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *lines))
