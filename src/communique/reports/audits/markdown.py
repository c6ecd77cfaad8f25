"""An audit as Markdown, in which no word of an essay or of a source can act as markup."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Audit
from communique.reports.audits.labels import MEANINGS, SCOPE, ground_label, rhetoric_label, summary_label
from communique.reports.audits.rows import Cited, Row, Source, claims_label, find_rows, find_sources, find_undecided
from communique.reports.excerpt import shortened
from communique.reports.markdown import escaped

REPEATED = 120
"""Characters of a claim that are repeated in the list of what could not be checked."""


def render_audit_markdown(audit: Audit, *, software: str = "") -> str:
    """Give the audit as CommonMark: the count by status, every claim with its evidence, what was at hand."""
    blocks = (
        f"# {escaped(audit.essay.title) or '(no title)'}",
        f"**{escaped(summary_label(audit))}**",
        escaped(ground_label(audit)),
        escaped(rhetoric_label(audit)),
        SCOPE,
        *(["## Claims"] if audit.rulings else []),
        *(block for row in find_rows(audit) for block in _claim(row)),
        *_undecided(audit),
        "## Releases at hand",
        "\n".join(_source(source) for source in find_sources(audit)) or "None.",
        f"Models: {escaped(', '.join(audit.models)) or 'none named'}",
        f"Audited by {escaped(software)}" if software else "",
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


def _claim(row: Row) -> Iterator[str]:
    yield f"### {row.number}. {row.status.upper()}"
    yield f"> “{escaped(row.words)}”"
    yield f"{escaped(row.kind)}: **{escaped(row.statement)}**"
    lines = (*map(_quote, row.cited), *(f"- {label}: {escaped(words)}" for label, words in row.beside))
    if lines:
        yield "\n".join(lines)


def _quote(cited: Cited) -> str:
    source = f"[{escaped(cited.source)}](<{cited.address}>)" if _linkable(cited.address) else escaped(cited.source)
    note = f" · {escaped(cited.note)}" if cited.note else ""
    return f"- {cited.bearing}: “{escaped(cited.words)}” ({source}, {cited.locus}){note}"


def _linkable(address: str) -> bool:
    return bool(address) and not set(address) & set("<>\n\\ ")


def _undecided(audit: Audit) -> Iterator[str]:
    groups = find_undecided(audit)
    if groups:
        count = sum(len(rows) for _, rows in groups)
        yield "## What could not be checked"
        yield f"{count} of {len(audit.rulings)} claims."
    for status, rows in groups:
        yield f"**{status.capitalize()}**: {MEANINGS[status]}."
        yield "\n".join(
            f"- {row.number}: “{escaped(shortened(row.words, REPEATED))}” ({escaped(row.kind)})" for row in rows
        )


def _source(source: Source) -> str:
    titled = f", {escaped(source.title)}" if source.title else ""
    return f"- {escaped(source.name)}{titled}: {claims_label(source)}"
