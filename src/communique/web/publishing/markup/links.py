"""
How an author links words to their evidence, in plain Markdown.

``[the visit was asked for](evidence:3f2a9c1d0b7e "The call was initiated by the Velmarkian side")``: what the sentence
says, then the release by the first digits of its key (or its name), then its exact words. Where the words stand more
than once, ``evidence:3f2a9c1d0b7e#120-167`` names the place; both together are checked against each other.
``[words](view)`` marks words as the author's own view.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.model import Part, Span

SCHEME = "evidence:"
VIEW = "view"
SHORTEST_KEY = 8
WRITTEN_KEY = 12
"""Digits of a key that the picker writes."""

LONGEST_TITLE = 400
"""Words longer than this are linked by their place alone."""

_TARGET = re.compile(r"evidence:(?P<release>[^#\s]+)(?:#(?:(?P<part>title|place|text):)?(?P<start>\d+)-(?P<end>\d+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLink:
    """
    A link from words of an analysis to words of a release, the ``number``-th of its text, from 1.

    ``release`` is a key, its first digits, or a name; ``words`` the exact words, empty where only the place is named;
    ``span`` the place, None where only the words are named.
    """

    number: int
    release: str
    words: str = ""
    span: Span | None = None

    @property
    def is_readable(self) -> bool:
        """Tell whether it names a release and something in it."""
        return bool(self.release and (self.words or self.span))


def read_link(number: int, target: str, title: str = "") -> EvidenceLink:
    """
    Read a link; one that does not read names no release.

    >>> read_link(1, "evidence:abcdef01#3-9").span
    Span(start=3, end=9, part=<Part.TEXT: 'text'>)
    """
    found = _TARGET.fullmatch(target)
    if found is None:
        return EvidenceLink(number=number, release="", words=title)
    span = None
    if found["start"] is not None:
        start, end = int(found["start"][:9]), int(found["end"][:9])
        if start >= end:
            return EvidenceLink(number=number, release="", words=title)
        span = Span(start, end, Part(found["part"] or "text"))
    return EvidenceLink(number=number, release=found["release"], words=" ".join(title.split()), span=span)


def write_link(said: str, key: str, words: str, span: Span | None = None) -> str:
    r"""
    Write a link as an author would type it.

    >>> write_link("she asked", "3f2a9c1d0b7e55", 'he said "yes"')
    '[she asked](evidence:3f2a9c1d0b7e "he said &quot;yes&quot;")'
    """
    words = " ".join(words.split())
    part = f"{span.part}:" if span and span.part is not Part.TEXT else ""
    place = f"#{part}{span.start}-{span.end}" if span else ""
    title = "" if len(words) > LONGEST_TITLE and span else f' "{_escaped(words)}"'
    return f"[{said.strip().replace('[', '(').replace(']', ')')}]({SCHEME}{key[:WRITTEN_KEY]}{place}{title})"


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace('"', "&quot;").replace("\\", "\\\\")
