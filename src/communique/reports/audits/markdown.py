"""An audit as Markdown, in which no word of an essay or of a source can act as markup."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Audit
from communique.reports.audits.labels import (
    MEANINGS,
    NOT_DECIDED,
    SCOPE,
    ground_label,
    rhetoric_label,
    summary_label,
)
from communique.reports.audits.rows import (
    Cited,
    Row,
    Source,
    claims_label,
    find_rows,
    find_sources,
    find_undecided,
    idle_label,
    undecided_label,
)
from communique.reports.markdown import escaped


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
        "\n".join(_sources(find_sources(audit))) or "None.",
        f"Models: {escaped(', '.join(audit.models)) or 'none named'}",
        f"Audited by {escaped(software)}" if software else "",
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


def _claim(row: Row) -> Iterator[str]:
    yield f"### {row.number}. {row.status.upper()}"
    yield f"> “{escaped(row.words)}”"
    yield f"{escaped(row.kind)}: **{escaped(row.statement)}**"
    lines = (*_quotes(row), *(f"- {label}: {escaped(words)}" for label, words in row.beside))
    if lines:
        yield "\n".join(lines)


def _quotes(row: Row) -> Iterator[str]:
    """Give the words that bear on a claim; those of an earlier one are pointed to."""
    if row.same_as is None:
        yield from map(_quote, row.cited)
    else:
        yield f"- {', '.join(dict.fromkeys(cited.bearing for cited in row.cited))}: the words as under {row.same_as}"


def _quote(cited: Cited) -> str:
    source = f"[{escaped(cited.source)}](<{cited.address}>)" if _linkable(cited.address) else escaped(cited.source)
    note = f" · {escaped(cited.note)}" if cited.note else ""
    return f"- {cited.bearing}: “{escaped(cited.words)}” ({source}, {cited.locus}){note}"


def _linkable(address: str) -> bool:
    return bool(address) and not set(address) & set("<>\n\\ ")


def _undecided(audit: Audit) -> Iterator[str]:
    groups = find_undecided(audit)
    if groups:
        count = sum(group.number for group in groups)
        yield f"## {NOT_DECIDED}"
        yield f"{count} of {len(audit.rulings)} claims."
        yield "\n".join(
            f"- **{group.status.capitalize()}** ({MEANINGS[group.status]}): {escaped(undecided_label(group))}"
            for group in groups
        )


def _sources(sources: tuple[Source, ...]) -> Iterator[str]:
    yield from (_source(source) for source in sources if source.claims)
    if idle := idle_label(sources):
        yield f"- {idle}"


def _source(source: Source) -> str:
    titled = f", {escaped(source.title)}" if source.title else ""
    return f"- {escaped(source.name)}{titled}: {claims_label(source)}"
