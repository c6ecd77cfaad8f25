"""Where the event took place: the line above the body, and cities and venues in the first sentences, in any case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.languages.port import PlaceWords
from communique.languages.russian.lexicon import Known
from communique.languages.russian.scan import Class, Unit, find_units
from communique.languages.russian.words import lemmas_of
from communique.model import Part, Side, Span, Stated

_PIECE = re.compile(r"[^,;]+")
_REGION = re.compile(r"(?:область|край|округ|район|обл\.)\s*$|^(?:республика|остров)\s", re.IGNORECASE)
_IN = frozenset({"в", "во"})
_GOING = frozenset({"посетить", "посещать", "прибыть", "прилететь", "побывать", "приехать"})
_BREAKS = frozenset({";", ":", "что", "чтобы", "где"})


def find_places(
    place: str | None, title: str, text: str, opening: Sequence[Span], known: Known
) -> tuple[PlaceWords, ...]:
    """Give the places of the event: the place line's, marked in the body where it names them, then the others."""
    line = tuple(_of_line(place, known)) if place else ()
    body = tuple(p for s in opening for p in _of_sentence(text, s, known))
    titled = tuple(_of_sentence(title, Span(0, len(title), Part.TITLE), known)) if title else ()
    named = _marked(line, text, known)
    return named + (
        body + titled
        if not _has_place(line)
        else tuple(p for p in (*body, *titled) if p.country and not p.city and not p.venue)
    )


def _has_place(places: Sequence[PlaceWords]) -> bool:
    return any(p.city or p.venue for p in places)


def _of_line(place: str, known: Known) -> Iterator[PlaceWords]:
    country = None
    for match in _PIECE.finditer(place):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + match.group().index(words)
        span = Span(start, start + len(words), Part.PLACE)
        units = find_units(words, known)
        first = units[0] if units else None
        city = first.city if first and len(units) == 1 else None
        side = first.side.side if first and first.side and len(units) == 1 else None
        country = city.country if city else side or country
        if side is not None:
            yield PlaceWords(country=side)
        elif city is not None or (span.start == 0 and not _REGION.search(words) and not _venue(units)):
            yield PlaceWords(city=Stated(value=words, span=span), country=country)
        elif not _REGION.search(words):
            venue = _venue(units)
            yield PlaceWords(venue=Stated(value=words, span=span), country=venue or country)


def _venue(units: Sequence[Unit]) -> Side | None:
    return next((u.venue.country for u in units if u.venue), None)


def _marked(line: Sequence[PlaceWords], text: str, known: Known) -> tuple[PlaceWords, ...]:
    """
    Mark the words of the body rather than the place line's, where the body has them in any case.

    A city is marked there only with its venue: the line's own words stand first wherever it says more than the body.
    """
    venues = [_in_text(p.venue, text, known) for p in line]
    lined = any(v is not None and v.span.part is Part.PLACE for v in venues)
    return tuple(
        PlaceWords(city=p.city if lined else _in_text(p.city, text, known), venue=venue, country=p.country)
        for p, venue in zip(line, venues, strict=True)
    )


def _in_text(stated: Stated[str] | None, text: str, known: Known) -> Stated[str] | None:
    if stated is None:
        return None
    told = next((u for u in find_units(stated.value, known) if u.city or u.venue), None)
    if told is None:
        return stated
    first = told.words.split()[0]
    stem = first[: max(3, len(first) - 2)]
    for match in re.finditer(rf"(?<!\w){re.escape(stem)}[\w-]*", text):
        unit = next(
            iter(find_units(text, known, match.start(), min(len(text), match.start() + len(told.words) + 12))), None
        )
        if unit and (unit.city or unit.venue) and (unit.city, unit.venue) == (told.city, told.venue):
            return Stated(value=stated.value, span=Span(unit.start, unit.end))
    return stated


def _of_sentence(text: str, sentence: Span, known: Known) -> Iterator[PlaceWords]:
    """A city or venue after "в" in the main clause is the event's; the country visited is where it takes place."""
    units = find_units(text, known, sentence.start, sentence.end)
    for i, unit in enumerate(units):
        if unit.lower in _BREAKS:
            return
        inside = i > 0 and units[i - 1].lower in _IN
        going = any(lemmas_of(u.words, "VERB") & _GOING for u in units[max(0, i - 6) : i] if u.kind is Class.WORD)
        span = Span(unit.start, unit.end, sentence.part)
        if unit.kind is Class.CITY and unit.city and (inside or going) and not _is_relative(units, i):
            yield PlaceWords(city=Stated(value=unit.words, span=span), country=unit.city.country)
        elif unit.kind is Class.VENUE and unit.venue and inside and not _is_relative(units, i):
            yield PlaceWords(venue=Stated(value=unit.words, span=span), country=unit.venue.country)
        elif unit.kind is Class.SIDE and unit.side and not unit.adjective and going:
            yield PlaceWords(country=unit.side.side)


def _is_relative(units: Sequence[Unit], i: int) -> bool:
    return any(u.lower.startswith("котор") for u in units[:i])
