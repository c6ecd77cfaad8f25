"""Where the words of a source stand: by paragraph, and by sentence where the whole text is one block."""

from __future__ import annotations

from functools import lru_cache

from communique.model import Part, Release, Span
from communique.reasoning.prose import sentence_splitter
from communique.reports.paragraphs import find_locus
from communique.reports.versions.places import paragraphs_of


def locus_of(release: Release, span: Span) -> str:
    """
    Say where words stand in a release: "¶3"; in a text of one paragraph, which helps nobody, by sentence too.

    >>> from communique.model import Release
    >>> one = Release(address="-", issuer="", language="en", title="", text="They met. They talked. They ate.")
    >>> locus_of(one, Span(10, 15)), locus_of(one, Span(0, 30))
    ('¶1, s. 2', '¶1, s. 1–3')
    """
    paragraphs = paragraphs_of(release)
    locus = find_locus(span, paragraphs)
    numbers = _sentences(release, span) if span.part is Part.TEXT and len(paragraphs) == 1 else ()
    if not numbers:
        return locus
    return f"{locus}, s. {numbers[0]}{f'–{numbers[-1]}' if numbers[-1] != numbers[0] else ''}"


def _sentences(release: Release, span: Span) -> tuple[int, ...]:
    """Give the numbers of the sentences that words stand in; none where the text has a single one."""
    found = _parted(release)
    touched = tuple(number for number, sentence in enumerate(found, start=1) if sentence.overlaps(span))
    return touched if len(found) > 1 else ()


@lru_cache(maxsize=8)
def _parted(release: Release) -> tuple[Span, ...]:
    return sentence_splitter(release.language)(release.text)
