"""Where an English release places the event: the place line, the headline, the first narrated sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.languages.english.clauses import SPEAKING_OF
from communique.languages.english.lexicon import Lexicon, PhraseTable, lexicon
from communique.languages.english.parser import Parsed
from communique.languages.english.scan import find_units
from communique.languages.english.tokens import find_tokens
from communique.languages.gazetteer import CityWord, Gazetteer, SideForm, VenueWord
from communique.languages.port import PlaceWords
from communique.model import Part, Span, Stated

if TYPE_CHECKING:
    from spacy.tokens import Token

_BUILDINGS = (
    r"[Pp]alace|[Rr]esidence|[Hh]ouse|[Hh]otel|[Mm]useum|[Uu]niversity|[Aa]irport|[Tt]heatre|[Tt]heater|[Cc]athedral|[Cc]hancellery|[Hh]all|[Cc]entre|[Cc]enter|"
    r"[Ee]mbassy|[Mm]inistry|[Ll]ibrary|[Ee]state|[Cc]astle|[Pp]lant|[Ss]tadium|[Aa]cademy|[Hh]eadquarters|[Oo]ffice|[Mm]onastery|[Cc]osmodrome|[Gg]arden|[Ss]quare|[Mm]onument|[Mm]emorial"
)
_REGION = re.compile(r"\b(?:Region|Territory|Oblast|Republic|District|Province|Area|Krai|Okrug|State)\b", re.IGNORECASE)
_BUILDING = re.compile(rf"\b(?:{_BUILDINGS})\b")
_OTHER_TIME = re.compile(r"\b(?:recent|last|upcoming|forthcoming|previous|next|earlier|future|coming|planned)\b")
_EVENT_NOUNS = frozenset(
    "meeting talks negotiations conversation lunch dinner breakfast ceremony visit session consultations "
    "reception summit trip stay discussion".split()
)
_PREPOSITIONS = frozenset({"in", "at", "to"})
_ARRIVAL = frozenset(
    "host hosts hosted arrive arrived arrives come came visit visited travel traveled travelled welcome "
    "welcomed invited".split()
)
_WHILE = frozenset({"during", "after", "following"})
_LEADING_UP = frozenset({"for", "with", "at", "in", "on"})
_DESCRIBING = frozenset({"compound", "amod", "nmod", "poss"})
_DIRECT = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})


@dataclass(frozen=True, slots=True)
class Places:
    """The city and venue names of one gazetteer, ready for look-up."""

    lexicon: Lexicon
    venues: PhraseTable[VenueWord]
    names: Gazetteer
    countries: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Gazetteer) -> Places:
        """Make the look-up for one gazetteer."""
        venues: PhraseTable[VenueWord] = PhraseTable(capital=True)
        for venue in names.venues:
            venues.add(venue.words, venue)
        countries = frozenset(w.words.lower() for w in names.sides if w.form is SideForm.NAME)
        return cls(lexicon(names), venues, names, countries)


def find_place_line(line: str, places: Places) -> tuple[PlaceWords, ...]:
    """Read a place line: "Linden Palace, Tarsk" is a venue and a city, "Tarsk" a city, "Northern Region" neither."""
    return tuple(_of_line(line, places))


def _of_line(line: str, places: Places) -> Iterator[PlaceWords]:
    pieces = [m for m in re.finditer(r"[^,;–]+", line) if m.group().strip()]
    alone = all(_is_state(piece.group(), places) for piece in pieces[1:])
    for number, piece in enumerate(pieces):
        start = piece.start() + len(piece.group()) - len(piece.group().lstrip())
        span = Span(start, start + len(piece.group().strip()), Part.PLACE)
        yield from _of_piece(span, span.of(line), places, alone=alone, first=number == 0)


def _of_piece(span: Span, words: str, places: Places, *, alone: bool, first: bool) -> Iterator[PlaceWords]:
    bare = re.sub(r"^[Tt]he\s+", "", words)
    units = find_units(bare, places.lexicon)
    venue = _venue_in(bare, places)
    if venue is not None or _BUILDING.search(bare):
        yield PlaceWords(venue=Stated(value=words, span=span), country=venue.country if venue else None)
    elif len(units) >= 1 and units[0].city and units[0].end == len(bare):
        yield PlaceWords(city=Stated(value=words, span=span), country=units[0].city.country)
    elif len(units) == 1 and units[0].side:
        yield PlaceWords(country=units[0].side.side)
    elif _REGION.search(bare):
        return
    elif alone:
        yield PlaceWords(city=Stated(value=words, span=span))
    elif first:
        yield PlaceWords(venue=Stated(value=words, span=span))


def _is_state(words: str, places: Places) -> bool:
    units = find_units(words.strip(), places.lexicon)
    return len(units) == 1 and units[0].side is not None


def _venue_in(words: str, places: Places) -> VenueWord | None:
    tokens = find_tokens(words)
    found = places.venues.at(tokens, 0) if tokens else None
    return found[1] if found else None


def find_places_named(text: str, span: Span, places: Places) -> Iterator[tuple[Span, VenueWord | CityWord]]:
    """Give the known venues and cities named in a sentence or headline, in order."""
    tokens = find_tokens(text, span.start, span.end)
    i = 0
    while i < len(tokens):
        found = places.venues.at(tokens, i) or places.lexicon.cities.at(tokens, i)
        if found is None:
            i += 1
            continue
        yield Span(tokens[i].start, tokens[i + found[0] - 1].end, span.part), found[1]
        i += found[0]


def find_event_places(text: str, parsed: Parsed, places: Places) -> tuple[PlaceWords, ...]:
    """Give the places that a parsed sentence ties to its own main verb or to the encounter it speaks of."""
    found = [
        stated_place(text, span, word) for span, word in _named(text, parsed, places) if _is_of_event(parsed, span)
    ]
    return tuple(found) + tuple(_described(text, parsed, found))


def _named(text: str, parsed: Parsed, places: Places) -> Iterator[tuple[Span, VenueWord | CityWord]]:
    taken = [n.span for _, _, n in parsed.masked.names if n.designation is not None]
    for span, word in find_places_named(text, parsed.masked.sentence, places):
        if not any(t.overlaps(span) and not span.covers(t) for t in taken):
            yield span, word


def stated_place(text: str, span: Span, word: VenueWord | CityWord) -> PlaceWords:
    """Put a known venue or city, as the text writes it, into words for a place."""
    words = Stated(value=span.of(text), span=span)
    if isinstance(word, VenueWord):
        return PlaceWords(venue=words, country=word.country)
    return PlaceWords(city=words, country=word.country)


def hangs_on_main_verb(parsed: Parsed, span: Span) -> bool:
    """Tell whether words of time belong to the main verb of a sentence or to the encounter that leads up to it."""
    token = _token_at(parsed, span.start)
    if token is not None and token.dep_ == "nummod":  # "16 May": the day before its month
        token = token.head
    if token is None or _behind_another_verb(token):
        return False
    if token.dep_ == "pobj":
        return token.head.lower_ in {"on", "in", "during", "at"} and _is_event(token.head.head)
    if token.dep_ in {"npadvmod", "advmod", "tmod"}:
        return _is_event(token.head)
    return token.dep_ == "ROOT"


def _behind_another_verb(token: Token) -> bool:
    """Whether another verb stands between the main verb and the word ("discussed the summit to be held on June 7")."""
    main = next((t for t in token.doc if t.dep_ == "ROOT"), None)
    if main is None or token.i < main.i:
        return False
    return any(t.pos_ == "VERB" and t.dep_ not in {"conj", "ROOT"} for t in token.doc[main.i + 1 : token.i])


def _is_of_event(parsed: Parsed, span: Span) -> bool:
    token = _token_at(parsed, span.start)
    return token is not None and not _behind_another_verb(token) and _hangs_on_event(token)


def _token_at(parsed: Parsed, start: int) -> Token | None:
    """Give the token that stands at an offset of the release, raised to the head of its name."""
    for token in parsed.doc:
        if parsed.masked.offsets[token.idx] >= start and not token.is_space:
            return _top(token)
    return None


def _top(token: Token) -> Token:
    while token.dep_ in {"compound", "appos", "nmod", "amod", "det", "poss", "conj"} and token.head.i != token.i:
        token = token.head
    return token


def _hangs_on_event(token: Token) -> bool:
    preposition = token.head
    if token.dep_ in _DIRECT and preposition.lower_ in _ARRIVAL:
        return preposition.dep_ == "ROOT"
    if token.dep_ != "pobj" or preposition.lower_ not in _PREPOSITIONS:
        return False
    if preposition.lower_ == "to" and preposition.head.lower_ not in _ARRIVAL | {"visit", "trip"}:
        return False
    if preposition.head.dep_ == "pobj" and _BUILDING.fullmatch(preposition.head.text):
        return _hangs_on_event(preposition.head)
    return _is_event(preposition.head)


def _is_event(head: Token) -> bool:
    """Whether a word is the main verb, or the encounter it speaks of and not another one, past or planned."""
    if _is_main(head):
        return True
    if head.lower_ not in _EVENT_NOUNS or any(_OTHER_TIME.fullmatch(c.lower_) for c in head.children):
        return False
    if head.dep_ in _DIRECT:
        return _is_main(head.head) and head.head.lower_ not in SPEAKING_OF
    if head.dep_ != "pobj":
        return False
    return head.head.lower_ in _WHILE or (head.head.lower_ in _LEADING_UP and _is_main(head.head.head))


def _is_main(token: Token) -> bool:
    """Whether a word is the main verb or joined to it."""
    if token.dep_ == "ROOT":
        return True
    return token.dep_ == "conj" and token.head.dep_ == "ROOT" and token.pos_ == "VERB"


def _described(text: str, parsed: Parsed, found: list[PlaceWords]) -> Iterator[PlaceWords]:
    """A venue known by its noun only ("at the Vice President's Residence", "in the regional museum")."""
    if any(p.venue for p in found):
        return
    for token in parsed.doc:
        if token.dep_ == "pobj" and _BUILDING.fullmatch(token.text) and _hangs_on_event(token):
            span = _noun_phrase(parsed, token)
            if span is not None:
                yield PlaceWords(venue=Stated(value=span.of(text), span=span))
                return


def _noun_phrase(parsed: Parsed, noun: Token) -> Span | None:
    """Give a building's noun with what describes it; None for a bare "the residence"."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in _DESCRIBING]
    if not before:
        return None
    first = min((c.left_edge for c in before), key=lambda t: t.i)
    while first.dep_ == "det" and first.i < noun.i:
        first = first.nbor()
    after = [c for c in noun.children if c.i == noun.i + 1 and c.lower_ == "of"]
    ends = [g for c in after for g in c.children if g.dep_ == "pobj"]
    return parsed.span(first, ends[0] if ends else noun)
