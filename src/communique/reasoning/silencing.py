"""Comments by which an author lets a rule pass at one place, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.model import Span
from communique.reasoning.remarks import RULES_BY_CODE

_COMMENT = re.compile(
    r"<!--\s*communique:\s*ignore(?P<file>-file)?\s+(?P<codes>[a-z-]+(?:\s*,\s*[a-z-]+)*)"
    r"(?:\s+[-–—]+\s*(?P<reason>\S.*?))?\s*-->",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """
    One comment: which rules it lets pass, why, and over which words.

    A comment lets pass what stands in its own block, or, where it stands alone, in the block that follows; one that
    says ``ignore-file`` the whole text. It has no force without a reason, or where it names a rule that is none.
    """

    span: Span
    codes: tuple[str, ...]
    reason: str
    reach: Span | None

    @property
    def is_whole(self) -> bool:
        """Whether it gives a reason and names rules that are."""
        return bool(self.reason) and all(code in RULES_BY_CODE for code in self.codes)

    def covers(self, code: str, span: Span) -> bool:
        """Tell whether it lets a remark pass."""
        return self.is_whole and code in self.codes and self.reach is not None and self.reach.overlaps(span)


def find_silences(text: str, blocks: tuple[Span, ...]) -> Iterator[Silence]:
    r"""
    Give the comments in order.

    >>> told = "<!-- communique: ignore mood - his own words -->\nHe was glad.\n"
    >>> [(silence.codes, silence.reason) for silence in find_silences(told, ())]
    [(('mood',), 'his own words')]
    """
    for found in _COMMENT.finditer(text):
        span = Span(found.start(), found.end())
        yield Silence(
            span=span,
            codes=tuple(code.strip() for code in found["codes"].split(",")),
            reason=(found["reason"] or "").strip(),
            reach=Span(0, len(text)) if found["file"] else _reach(text, span, blocks),
        )


def is_silenced(code: str, span: Span, silences: Iterable[Silence]) -> bool:
    """Tell whether any comment lets a remark on some words pass."""
    return any(silence.covers(code, span) for silence in silences)


def _reach(text: str, span: Span, blocks: tuple[Span, ...]) -> Span | None:
    """Give the block that a comment stands in with words beside it, else the next one."""
    for block in blocks:
        beside = text[block.start : span.start] + text[span.end : block.end]
        if block.covers(span) and beside.strip():
            return block
    return next((block for block in blocks if block.start >= span.end), None)
