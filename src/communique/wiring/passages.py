"""The words by which a user limits a text to the part that concerns an event."""

from __future__ import annotations

import re
from itertools import islice

from communique.errors import SourceError
from communique.model import Release, Span

GLIMPSE = 60
"""Characters of a passage that an error repeats."""


def find_passage(release: Release, words: str) -> Span:
    r"""
    Find the one place in the body of a release where some words stand, whatever blanks and line ends part them.

    >>> talks = Release(address="-", issuer="", language="en", title="", text="They met.\nTrade\ncame up.")
    >>> find_passage(talks, "Trade came up.")
    Span(start=10, end=24, part=<Part.TEXT: 'text'>)

    Raises:
        SourceError: they stand nowhere in it, or in several places.
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = tuple(islice(re.finditer(pattern, release.text), 2)) if pattern else ()
    if len(found) == 1:
        return Span(*found[0].span())
    raise SourceError(
        wanted=f"the passage “{_glimpse(words)}” once in {release.name}",
        got="more than one such place" if found else "no such words",
        remedy="give more of its words" if found else "give its exact words, as they stand in the text",
    )


def _glimpse(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= GLIMPSE else f"{line[:GLIMPSE].rstrip()} …"
