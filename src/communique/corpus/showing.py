"""What a corpus holds and what a search found, as lines of a terminal and as JSON."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from textwrap import wrap

from rich.console import Console
from rich.table import Table
from rich.text import Text

from communique.corpus.port import Hit, IssuerStatus, Status
from communique.reports.calendar import LEGEND, find_holes, hole_label, render_calendar
from communique.reports.excerpt import printable
from communique.reports.labels import KINDS, count_label, language_label
from communique.sources import SetAside

STATUS_FORM, HITS_FORM = "communique/corpus-status/1", "communique/hits/1"
"""Names and versions of the JSON; a number rises when a program written for the old form could misread the new."""

WIDE = 118
"""Columns from which hits stand in a table, a line or two each, instead of below each other."""

WIDEST = 160
_LABEL = 12
_UNITS = ("bytes", "kB", "MB", "GB")
_THOUSAND = 1000.0


def render_status(status: Status, *, width: int) -> str:
    """Say what a corpus holds: counts, then a calendar and the holes of each issuer and language."""
    blocks = ["\n".join(_counts(status))]
    blocks += ["\n".join(_issuer(item, min(width, WIDEST))) for item in status.issuers]
    if any(find_holes(item.months) for item in status.issuers):
        blocks.append(LEGEND)
    return "\n\n".join(blocks) + "\n"


def render_status_json(status: Status, set_aside: tuple[SetAside, ...] = ()) -> str:
    """Say the same as one JSON object, with the records set aside."""
    found = {
        "form": STATUS_FORM,
        "location": status.location,
        "size": status.size,
        "releases": status.releases,
        "superseded": status.superseded,
        "stale": status.stale,
        "undated": status.undated,
        "set_aside": [{"source": record.source, "reason": record.reason} for record in set_aside],
        "issuers": [_issuer_json(item) for item in status.issuers],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def issuer_words(item: IssuerStatus) -> str:
    """
    Name an issuer's releases in one language, with their number and span.

    >>> issuer_words(IssuerStatus(issuer="xa-president", language="en", releases=2, first=None, last=None, months={}))
    'xa-president · English · 2 releases · none with a date'
    """
    releases = count_label(item.releases, "release", "releases")
    span = f"{item.first} to {item.last}" if item.first and item.last else "none with a date"
    return " · ".join((item.issuer or "issuer unknown", language_label(item.language), releases, span))


def size_label(size: int) -> str:
    """
    Give a number of bytes in a unit that suits it.

    >>> size_label(0), size_label(512_300_000)
    ('0 bytes', '512 MB')
    """
    amount, unit = float(size), 0
    while amount >= _THOUSAND and unit < len(_UNITS) - 1:
        amount, unit = amount / _THOUSAND, unit + 1
    return f"{amount:.0f} {_UNITS[unit]}" if unit == 0 or amount >= 10 else f"{amount:.1f} {_UNITS[unit]}"  # noqa: PLR2004 - two digits


def render_hits(hits: tuple[Hit, ...], *, width: int) -> str:
    """List what was found, the best first: a table where there is room, else a few lines each."""
    return _render_table(hits, min(width, WIDEST)) if width >= WIDE else "\n".join(_lines(hits, width)) + "\n"


def render_hits_json(words: str, hits: tuple[Hit, ...]) -> str:
    """Give what was found as one JSON object."""
    found = {"form": HITS_FORM, "words": words, "hits": [_hit_json(hit) for hit in hits]}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _counts(status: Status) -> Iterator[str]:
    size = f" ({size_label(status.size)})" if status.size else ""
    undated = f", {status.undated:,} of them without a date" if status.undated else ""
    yield _labelled("corpus", f"{status.location}{size}")
    yield _labelled("releases", f"{status.releases:,}{undated}")
    if status.superseded:
        yield _labelled("superseded", f"{status.superseded:,} earlier texts of releases that were changed")
    renewed = "; `communique corpus add` renews them" if status.stale else ""
    yield _labelled("stale", f"{status.stale:,} extracted by another version{renewed}")
    shown = "; `communique corpus status --set-aside` lists them" if status.set_aside else ""
    yield _labelled("set aside", f"{status.set_aside:,}{shown}")


def _labelled(label: str, words: str) -> str:
    return f"{label:<{_LABEL}}{words}"


def _issuer(item: IssuerStatus, width: int) -> Iterator[str]:
    yield issuer_words(item)
    yield from render_calendar(item.months).splitlines()
    if holes := find_holes(item.months):
        yield from wrap(f"holes: {', '.join(map(hole_label, holes))}", width, subsequent_indent="  ")


def _issuer_json(item: IssuerStatus) -> dict[str, object]:
    return {
        "issuer": item.issuer,
        "language": item.language,
        "releases": item.releases,
        "first": item.first.isoformat() if item.first else None,
        "last": item.last.isoformat() if item.last else None,
        "months": {f"{year}-{month:02}": count for (year, month), count in sorted(item.months.items())},
        "holes": [[f"{year}-{month:02}" for year, month in hole] for hole in find_holes(item.months)],
    }


def _render_table(hits: Iterable[Hit], width: int) -> str:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in range(4):
        rows.add_column(no_wrap=True)
    rows.add_column(ratio=2)
    rows.add_column(ratio=3)
    rows.add_row("day", "issuer", "kind", "name", "title", "words")
    for hit in hits:
        rows.add_row(*(Text(cell) for cell in (*_head(hit), printable(hit.title), printable(hit.glimpse))))
    page = io.StringIO()
    Console(file=page, width=width, no_color=True, force_terminal=False).print(rows)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _lines(hits: Iterable[Hit], width: int) -> Iterator[str]:
    for number, hit in enumerate(hits):
        if number:
            yield ""
        yield "  ".join(_head(hit))
        for words in (hit.title or "(no title)", hit.glimpse):
            yield from wrap(printable(words), width, initial_indent="  ", subsequent_indent="  ")


def _head(hit: Hit) -> tuple[str, str, str, str]:
    day = hit.issued.isoformat() if hit.issued else "undated"
    return f"{day:<10}", hit.issuer or "issuer unknown", KINDS[hit.kind], hit.name


def _hit_json(hit: Hit) -> dict[str, object]:
    return {
        "name": hit.name,
        "key": hit.key,
        "issuer": hit.issuer,
        "language": hit.language,
        "issued": hit.issued.isoformat() if hit.issued else None,
        "kind": hit.kind.value,
        "title": hit.title,
        "glimpse": hit.glimpse,
    }
