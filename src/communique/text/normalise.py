"""White space and invisible characters made regular, name cards cut out, with a map back to the text as captured."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from communique.model import Span
from communique.text.name_cards import find_name_cards

__all__ = ["Cleared", "clear", "find_name_cards", "normalise_line", "normalise_text"]

# Soft hyphen, zero-width space, word joiner and byte-order mark; the joiners of Indic and Persian script stay.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
_LINE_ENDS = re.compile("\r\n?|[\v\f\u0085\u2028\u2029]")


def normalise_line(line: str) -> str:
    r"""
    Give one line with single plain spaces, in composed form, without invisible and control characters.

    >>> normalise_line(" Talks in\u00a0Tarsk,  a\u00adgain ")
    'Talks in Tarsk, again'
    """
    seen = _CONTROL.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", line)))
    return _SPACES.sub(" ", seen).strip()


def normalise_text(text: str) -> str:
    r"""
    Give a text of one paragraph a line, each normalised, without empty lines.

    >>> normalise_text("First  one.\r\n\r\n Second one.\n")
    'First one.\nSecond one.'
    """
    lines = (normalise_line(line) for line in _LINE_ENDS.sub("\n", text).split("\n"))
    return "\n".join(line for line in lines if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """
    A text without some of its spans, and the way back to the text as captured.

    ``starts`` are the offsets in the cleared text at which a kept stretch begins, ``origins`` the offsets of the
    same characters in the text as captured.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """
        Give the span of the captured text that a span of the cleared text stands for.

        A span that runs over a cut gets the cut words back: it is one range of the captured text.
        """
        return Span(self._origin(span.start), self._origin(span.end - 1) + 1, span.part)

    def _origin(self, offset: int) -> int:
        stretch = bisect_right(self.starts, offset) - 1
        return self.origins[stretch] + offset - self.starts[stretch]


def clear(text: str, spans: Iterable[Span]) -> Cleared:
    """
    Cut spans out of a text, and remember where everything came from.

    >>> cleared = clear("Adela Korin Korin AdelaPrime Minister: Welcome.", [Span(12, 37)])
    >>> cleared.text
    'Adela Korin : Welcome.'
    >>> cleared.original(Span(14, 21)).of("Adela Korin Korin AdelaPrime Minister: Welcome.")
    'Welcome'
    """
    kept: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    done = length = 0
    for start, end in (*((span.start, span.end) for span in sorted(spans)), (len(text), len(text))):
        if start > done or not starts:
            kept.append(text[done:start])
            starts.append(length)
            origins.append(done)
            length += len(kept[-1])
        done = max(done, end)
    return Cleared(text="".join(kept), starts=tuple(starts), origins=tuple(origins))
