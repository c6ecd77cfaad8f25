"""When and where the event took place, in which class and format."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.languages.port import Markup, PlaceWords
from communique.model import (
    DateBasis,
    EventDate,
    Format,
    Part,
    Place,
    Side,
    Span,
    Stated,
)

_FIRST_WORD = re.compile(r"^\w{1,3}\s+(?=[^\W\d_])")


def extract_date(markup: Markup) -> EventDate | None:
    """Give the day of the event: as the first sentence or the headline dates it, else the day of issue."""
    issued = markup.release.issued.date() if markup.release.issued else None
    for basis in (DateBasis.TEXT, DateBasis.TITLE):
        for words in markup.days:
            if words.basis is basis:
                return EventDate(day=words.day, basis=basis, span=words.span)
    return EventDate(day=issued, basis=DateBasis.ISSUED) if issued else None


def extract_place(markup: Markup) -> Place:
    """
    Give the place: the place line first, then what the first sentences say.

    Where the body names the same city or venue again, that is noted apart: it may be in another connection.
    """
    city = _city(markup.places)
    venue = _told_best([p.venue for p in markup.places if p.venue])
    found = (_again(markup, item) for item in (venue, city) if item is not None and item.span.part is not Part.TEXT)
    again = next((span for span in found if span), None)
    return Place(city=city, venue=venue, country=_country(markup.places), again=again)


def _city(places: Sequence[PlaceWords]) -> Stated[str] | None:
    """Take the city; where a place line stands it alone decides, as cities in the body may be those of other events."""
    lined = any(item.span.part is Part.PLACE for p in places for item in (p.city, p.venue) if item)
    cities = [p.city for p in places if p.city]
    kept = [c for c in cities if not lined or c.span.part is Part.PLACE]
    return _told_best([*kept, *(c for c in cities if kept and _core(c) == _core(kept[0]))])


def _told_best(items: Sequence[Stated[str]]) -> Stated[str] | None:
    """Take the first item, in the body's own words for it where the body places the event there too."""
    if not items:
        return None
    first = items[0]
    same = (item for item in items if item.span.part is Part.TEXT and _core(item) == _core(first))
    again = next(same, None)
    return Stated(value=first.value, span=again.span) if again else first


def _core(stated: Stated[str]) -> str:
    """Give a place's name without article and in small letters."""
    return (_FIRST_WORD.sub("", stated.value) if " " in stated.value else stated.value).casefold()


def _country(places: Sequence[PlaceWords]) -> Side | None:
    return next((p.country for p in places if p.country), None)


def _again(markup: Markup, stated: Stated[str]) -> Span | None:
    """Give the body's own words for a place, the narrator's first, in whatever connection they stand."""
    core = stated.value[-len(_core(stated)) :]
    pattern = re.compile(rf"(?<!\w){re.escape(core)}(?!\w)", re.IGNORECASE)
    for sentence in (*markup.narration, *markup.sentences):
        match = _without_case(pattern, core, markup.release.text, sentence)
        if match:
            return Span(match.start(), match.end())
    return None


def _without_case(pattern: re.Pattern[str], core: str, text: str, sentence: Span) -> re.Match[str] | None:
    found = (
        m for m in pattern.finditer(text, sentence.start, sentence.end) if m.group()[0].isupper() == core[0].isupper()
    )
    return next(found, None)


def extract_format(markup: Markup) -> Stated[Format] | None:
    """Give the format; where both are named in turn, the words of the first stand for both."""
    if not markup.formats:
        return None
    first = markup.formats[0]
    both = len({f.value for f in markup.formats}) > 1
    return Stated(value=Format.BOTH, span=first.span) if both else first
