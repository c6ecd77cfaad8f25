"""Putting a link to evidence into a text for an author who works without script."""

from __future__ import annotations

from communique.model import Release, Span
from communique.web.publishing.evidence.resolving import count_words, find_words
from communique.web.publishing.markup.links import LONGEST_TITLE, write_link


def link_to(release: Release, words: str, said: str) -> str | None:
    """Give the link from what an author says to words of a release, None where it does not hold them."""
    span = find_words(release, words)
    if span is None:
        return None
    return write_link(said or release.words(span), release.key, release.words(span), _place_if_needed(release, span))


def insert_link(text: str, said: str, link: str) -> str:
    """
    Put a link around the author's words where these stand once; else at the end of the text.

    >>> insert_link("He came. She asked.", "She asked", "[She asked](evidence:x)")
    'He came. [She asked](evidence:x).'
    """
    if said.strip() and text.count(said) == 1:
        return text.replace(said, link)
    return f"{text.rstrip()}\n\n{link}\n" if text.strip() else f"{link}\n"


def _place_if_needed(release: Release, span: Span) -> Span | None:
    return span if count_words(release, release.words(span)) > 1 or len(span) > LONGEST_TITLE else None
