"""How a release, or words of it, are cited: issuer, title, day, address, paragraph, hash."""

from __future__ import annotations

from communique.model import Release, Span
from communique.reports.labels import day_label, issuer_label, language_label
from communique.reports.paragraphs import Paragraph, find_locus

SHORT_HASH = 16
"""Hexadecimal digits of a hash that a citation prints."""


def render_citation(
    release: Release, span: Span | None = None, *, paragraphs: tuple[Paragraph, ...] = (), office: str = ""
) -> str:
    """
    Give the citation of a release, or of exact words of it with the place where they stand.

    ``office`` is the issuer's name in words; without it the issuer's code stands.

    >>> release = Release(address="a.example", issuer="xa-president", language="en", title="Call", text="They spoke.")
    >>> render_citation(release, Span(5, 10))
    '“spoke”: xa-president, “Call” (English, undated), a.example, text, text key 002fe6935a8114c2'
    """
    words = f"“{' '.join(release.words(span).split())}”: " if span else ""
    return words + render_source(release, find_locus(span, paragraphs) if span else "", office=office)


def render_source(release: Release, locus: str = "", *, office: str = "") -> str:
    """Give what follows the words in a citation: issuer, title, edition, day, address, place in the text, hash."""
    issued = day_label(release.issued.date()) if release.issued else "undated"
    edition = f"({language_label(release.language)}, {issued})"
    title = f"“{release.title}” {edition}" if release.title else f"untitled {edition}"
    return ", ".join(filter(None, (issuer_label(release, office), title, release.address, locus, hash_label(release))))


def hash_label(release: Release) -> str:
    """Name the hash that pins a release: of its bytes where they were kept, else of address and text."""
    if release.digest:
        return f"SHA-256 {release.digest[:SHORT_HASH]}"
    return f"text key {release.key[:SHORT_HASH]}"
