"""Documents signed or adopted, with the sides whose documents they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extraction.people import Cast, side_of
from communique.languages.port import Designation, Markup
from communique.model import Side
from communique.model.instruments import Instrument, InstrumentWords


def extract_instruments(markup: Markup, cast: Cast) -> tuple[Instrument, ...]:
    """Give the instruments in order; the sides are those that the words for title and parties name."""
    return tuple(Instrument(words=each, sides=_sides(each, markup.designations, cast)) for each in markup.instruments)


def _sides(words: InstrumentWords, designations: Sequence[Designation], cast: Cast) -> tuple[Side, ...]:
    return tuple({side.code: side for side in _named(words, designations, cast)}.values())


def _named(words: InstrumentWords, designations: Sequence[Designation], cast: Cast) -> Iterator[Side]:
    for designation in designations:
        if any(span.overlaps(designation.span) for span in (words.title, *words.parties)):
            side = side_of(designation, cast)
            yield from designation.sides or ((side,) if side else ())
