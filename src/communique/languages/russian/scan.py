"""A Russian text as a row of classed words: names told, offices, words of bodies, possible personal names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from communique.languages.gazetteer import CityWord, SideForm, SideWord, VenueWord
from communique.languages.russian.lexicon import Known, load_offices
from communique.languages.russian.tokens import Token, find_tokens
from communique.languages.russian.words import cases_of, lemmas_of, may_be_name
from communique.model import Part, Side, Span

_SHORT = 4
_SURNAMES = ("ов", "ев", "ин", "ова", "ева", "ина", "ову", "еву", "ину", "овым", "евым", "иным", "ове", "еве", "ине")


class Class(Enum):
    """What a word may be."""

    HEAD = "head of an office"
    SIDE = "side"
    CITY = "city"
    VENUE = "venue"
    BODY = "body"
    NAME = "name"
    CAPITAL = "other word with a capital"
    WORD = "word"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Unit:
    """One word, or several told as one name, with its class and what is told of it."""

    kind: Class
    start: int
    end: int
    words: str
    lower: str
    lemma: str = ""
    plural: bool = False
    side: SideWord | None = None
    city: CityWord | None = None
    venue: VenueWord | None = None

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.words[0].isupper()

    @property
    def adjective(self) -> bool:
        """Whether it is the adjective of a side."""
        return self.side is not None and self.side.form is SideForm.ADJECTIVE


def find_units(text: str, known: Known, start: int = 0, end: int | None = None) -> tuple[Unit, ...]:
    """Class the words of a text between two offsets, the longest name first."""
    return tuple(_units(text, find_tokens(text, start, end), known))


def _units(text: str, tokens: Sequence[Token], known: Known) -> Iterator[Unit]:
    i = 0
    while i < len(tokens):
        size, unit = _told(text, tokens, i, known) or (1, _plain_unit(tokens, i, known))
        yield unit
        i += size


def opens_name(units: Sequence[Unit], i: int) -> bool:
    """Tell whether a name may begin here: at a word for names, or at a short other one before it ("Мин Аун")."""
    unit = units[i]
    if unit.kind is Class.NAME:
        return unit.capital
    if unit.kind is not Class.CAPITAL or len(unit.words) > _SHORT or i + 1 >= len(units):
        return False
    inside = i > 0 and (units[i - 1].kind is not Class.MARK or units[i - 1].lower == ",")
    follows = units[i + 1].kind is Class.NAME or (
        inside and units[i + 1].kind is Class.CAPITAL and len(units[i + 1].words) <= _SHORT
    )
    return follows and units[i + 1].capital and (inside or not _is_function_word(unit.words))


def _told(text: str, tokens: Sequence[Token], i: int, known: Known) -> tuple[int, Unit] | None:
    if not tokens[i].is_word or tokens[i].lower in load_offices().heads:
        return None
    venue, side, city = known.venues.at(tokens, i), known.sides.at(tokens, i), known.cities.at(tokens, i)
    if venue and (not side or venue[0] > side[0]) and (not city or venue[0] >= city[0]):
        return venue[0], _made(text, tokens, i, venue[0], Class.VENUE, venue[1])
    if side and not (city and city[0] > side[0]) and not _is_given_name(tokens, i, side[0], known):
        return side[0], _made(text, tokens, i, side[0], Class.SIDE, side[1])
    if city and not _is_adjective(tokens, i, city[0]) and not _is_given_name(tokens, i, city[0], known):
        return city[0], _made(text, tokens, i, city[0], Class.CITY, city[1])
    return None


def _is_adjective(tokens: Sequence[Token], i: int, size: int) -> bool:
    """A city whose name is also an adjective, before its noun ("Центрального комитета")."""
    if size > 1 or not lemmas_of(tokens[i].words, "ADJF") or i + 1 >= len(tokens):
        return False
    return bool(lemmas_of(tokens[i + 1].words, "NOUN"))


def _is_given_name(tokens: Sequence[Token], i: int, size: int, known: Known) -> bool:
    """A place that is also a name, before a surname ("Герман Греф")."""
    if size > 1 or i + 1 >= len(tokens) or not tokens[i + 1].capital or not tokens[i + 1].is_word:
        return False
    following = tokens[i + 1]
    return (
        known.knows(tokens[i].words)
        and (known.knows(following.words) or may_be_name(following.words))
        and known.sides.at(tokens, i + 1) is None
    )


def _plain_unit(tokens: Sequence[Token], i: int, known: Known) -> Unit:
    token = tokens[i]
    if not token.is_word:
        return Unit(Class.MARK, token.start, token.end, token.words, token.lower)
    offices = load_offices()
    head = offices.heads.get(token.lower)
    if head is not None:
        return Unit(Class.HEAD, token.start, token.end, token.words, token.lower, head[0], plural=head[1])
    if not token.capital:
        return Unit(Class.WORD, token.start, token.end, token.words, token.lower)
    return Unit(_class_of_capital(tokens, i, known), token.start, token.end, token.words, token.lower)


def _class_of_capital(tokens: Sequence[Token], i: int, known: Known) -> Class:
    token = tokens[i]
    if token.words.endswith(".") or (token.lower in load_offices().particles and i > 0):
        return Class.NAME
    shouted = len(token.words) > 1 and token.words.isupper()
    if shouted or lemmas_of(token.words, "NOUN") & load_offices().bodies:
        return Class.BODY
    told = known.knows(token.words)
    if may_be_name(token.words) and (told or not _is_function_word(token.words)):
        return Class.NAME
    surname = told and len(token.words) > _SHORT and token.lower.endswith(_SURNAMES)
    return Class.NAME if surname else Class.CAPITAL


def _is_function_word(word: str) -> bool:
    return bool(
        lemmas_of(word, "PREP", "CONJ", "PRCL", "NPRO", "ADVB", "PRTS", "VERB", "INFN", "GRND", "Apro")
    ) and not any(part in cases_of(word) for part in ("ins", "dat"))


def _made(  # noqa: PLR0913, PLR0917 - a row of tokens, the stretch of it, and what is told of it
    text: str, tokens: Sequence[Token], i: int, size: int, kind: Class, told: SideWord | CityWord | VenueWord
) -> Unit:
    start, end = tokens[i].start, tokens[i + size - 1].end
    return Unit(
        kind,
        start,
        end,
        text[start:end],
        " ".join(t.lower for t in tokens[i : i + size]),
        side=told if isinstance(told, SideWord) else None,
        city=told if isinstance(told, CityWord) else None,
        venue=told if isinstance(told, VenueWord) else None,
    )


def between(units: Sequence[Unit], first: int, last: int, part: Part) -> Span:
    """Give the span from one unit to another (exclusive)."""
    return Span(units[first].start, units[last - 1].end, part)


def sides_in(units: Sequence[Unit], first: int, last: int) -> tuple[Side, ...]:
    """Give the sides named from one unit to another (exclusive), each once; a city stands for its country."""
    found: dict[str, Side] = {}
    for unit in units[first:last]:
        side = unit.side.side if unit.side else unit.city.country if unit.city else None
        if side is not None:
            found.setdefault(side.code, side)
    return tuple(found.values())
