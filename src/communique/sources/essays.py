"""An analyst’s Markdown as written: its marks of quotation and emphasis stay, for they tell whose words are whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.model import Capture, Release
from communique.sources.charset import decode
from communique.sources.dates import parse_machine_date
from communique.sources.drafting import Draft, Hints, finish
from communique.sources.front_matter import split_front_matter
from communique.sources.plain import paragraphs_of

_FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1[^\n]*$|<!--.*?-->", re.MULTILINE | re.DOTALL)
"""Code between fences, and remarks that no reader sees: no words of the essay."""

_HEADING = re.compile(r"^#{1,6}\s+")


_LONGEST_HEADLINE = 120


def _is_headline(first: str, paragraphs: Sequence[str]) -> bool:
    """Tell whether a first paragraph without a mark is a headline: short, with no full stop, above one of sentences."""
    ends = first.rstrip("*_ ")[-1:]
    return len(paragraphs) > 1 and 0 < len(first) <= _LONGEST_HEADLINE and ends.isalnum() and _prose(paragraphs[1])


def _prose(paragraph: str) -> bool:
    return len(paragraph) > _LONGEST_HEADLINE and re.search(r"[.!?…]", paragraph) is not None


def parse_essay(capture: Capture, hints: Hints) -> Release:
    """
    Read an essay in Markdown without taking its marks away; the first heading, or the front matter, gives the title.

    Raises:
        SourceError: there is no text.
    """
    decoded = decode(capture.content, capture.charset)
    front, body = split_front_matter(decoded.text)
    paragraphs = paragraphs_of(_FENCE.sub("", body))
    first = paragraphs[0] if paragraphs else ""
    headed = _HEADING.match(first) is not None or _is_headline(first, paragraphs)
    draft = Draft(
        title=front.word("title") or (_HEADING.sub("", first) if headed else ""),
        text="\n".join(paragraphs[1:] if headed else paragraphs),
        language=front.word("language") or None,
        issued=parse_machine_date(front.word("issued") or ""),
        notes=decoded.notes,
    )
    return finish(replace(draft, digest=capture.digest), capture, hints)
