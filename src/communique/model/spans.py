"""Where words stand: half-open ranges of code points in one part of a release."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import SpanError


class Part(StrEnum):
    """The part of a release that a span counts in."""

    TITLE = "title"
    PLACE = "place"
    TEXT = "text"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """
    A half-open range of Unicode code points in one part of a release, as captured.

    >>> Span(0, 5).of("Talks were held.")
    'Talks'
    """

    start: int
    end: int
    part: Part = Part.TEXT

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(wanted="0 <= start < end", got=f"start {self.start}, end {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """
        Give the words of this span in the text of its part.

        Raises:
            SpanError: the span reaches past the end of the text.
        """
        if self.end > len(text):
            raise SpanError(
                wanted=f"a text of at least {self.end} characters",
                got=f"{len(text)} characters",
                remedy="is it the part of the release that the span was made for?",
            )
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one, in the same part."""
        return self.part == other.part and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character of the same part."""
        return self.part == other.part and self.start < other.end and other.start < self.end


def joined(first: Span, last: Span) -> Span:
    """Give the smallest span that covers both, which must count in the same part."""
    if first.part != last.part:
        raise SpanError(wanted="two spans of one part", got=f"{first.part} and {last.part}")
    return Span(min(first.start, last.start), max(first.end, last.end), first.part)
