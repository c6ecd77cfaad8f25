"""Kazakh designations: offices with their state and holder, names, sides, with the case of their last word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.languages.gazetteer import CityWord, Gazetteer, SideForm
from communique.languages.kazakh.words import case_of, ending_after, load_lexicon
from communique.languages.port import Designation, Form
from communique.model import Part, Side, Span

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*\.?(?=\s|\W|\Z)|[^\w\s]")
# As many capitalised words in a row are two names of two words, subject and object.
_LONGEST_NAME = 4
_FULL = 2


@dataclass(frozen=True, slots=True)
class Designated:
    """A designation and the case its last word stands in."""

    designation: Designation
    case: str


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    words: str

    @property
    def capital(self) -> bool:
        return self.words[0].isupper()


class Names:
    """The sides told to the language, found with any endings."""

    def __init__(self, names: Gazetteer) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Side, bool]]] = {}
        for word in names.sides:
            pieces = tuple(word.words.split())
            if pieces and word.form is not SideForm.DEMONYM:
                entry = (pieces, word.side, word.form is SideForm.NAME)
                self._by_first.setdefault(pieces[0].lower()[:3], []).append(entry)
        self._cities: dict[str, list[CityWord]] = {}
        for city in names.cities:
            self._cities.setdefault(city.words.lower()[:3], []).append(city)

    def city(self, word: str) -> tuple[CityWord, str] | None:
        """Give the city that a capitalised word names, and the case it stands in."""
        if not word[:1].isupper():
            return None
        for city in self._cities.get(word.lower()[:3], ()):
            ending = ending_after(word, city.words)
            if ending is not None:
                return city, ending.case
        return None

    def at(self, tokens: Sequence[_Token], i: int) -> tuple[int, Side, bool, str] | None:
        """Give size, side, whether it is a name rather than an adjective, and case of the longest side at a token."""
        best: tuple[int, Side, bool, str] | None = None
        for pieces, side, named in self._by_first.get(tokens[i].words.lower()[:3], ()):
            case = _case_of_phrase(tokens, i, pieces)
            if case is not None and (best is None or len(pieces) > best[0]) and (tokens[i].capital or not named):
                best = (len(pieces), side, named, case)
        return best


def _case_of_phrase(tokens: Sequence[_Token], i: int, pieces: tuple[str, ...]) -> str | None:
    if i + len(pieces) > len(tokens):
        return None
    if any(tokens[i + j].words.lower() != piece.lower() for j, piece in enumerate(pieces[:-1])):
        return None
    ending = ending_after(tokens[i + len(pieces) - 1].words, pieces[-1])
    return ending.case if ending else None


@cache
def _offices() -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(o.split()) for o in load_lexicon()["offices"]), key=len, reverse=True))


def find_designated(text: str, names: Names, part: Part = Part.TEXT) -> tuple[Designated, ...]:
    """
    Give the designations of a Kazakh text in order, with their cases; none overlaps another.

    >>> text = "Арвения Президенті Ильмар Веск Адела Коринмен кездесті."
    >>> from communique.languages.gazetteer import NO_NAMES
    >>> [(d.designation.name.of(text), d.case) for d in find_designated(text, Names(NO_NAMES))]
    [('Ильмар Веск', 'nom'), ('Адела Коринмен', 'with')]
    """
    tokens = tuple(_Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(text))
    return tuple(_designated(tokens, names, part))


def _designated(tokens: Sequence[_Token], names: Names, part: Part) -> Iterator[Designated]:
    i = 0
    while i < len(tokens):
        found = _office(tokens, i, names, part) or _side(tokens, i, names, part) or _name(tokens, i, names, part)
        if found is None:
            i += 1
            continue
        end, designated = found
        yield designated
        i = max(end, i + 1)


def _office(tokens: Sequence[_Token], i: int, names: Names, part: Part) -> tuple[int, Designated] | None:
    """An office: the state it serves, the office, the holder ("Арвения Президенті Ильмар Веск")."""
    j, sides = _served(tokens, i, names)
    size, case = _office_words(tokens, j)
    if not size:
        return None
    end = _name_end(tokens, j + size, names) if case == "nom" else j + size
    office = Span(tokens[i].start, tokens[j + size - 1].end, part)
    if end > j + size:
        name = Span(tokens[j + size].start, tokens[end - 1].end, part)
        whole = Span(office.start, name.end, part)
        designation = Designation(form=Form.NAME, span=whole, name=name, office=office, sides=sides)
        return end, Designated(designation, case_of(tokens[end - 1].words))
    if not tokens[j].capital and not sides:
        return None
    return j + size, Designated(Designation(form=Form.OFFICE, span=office, office=office, sides=sides), case)


def _served(tokens: Sequence[_Token], i: int, names: Names) -> tuple[int, tuple[Side, ...]]:
    """Walk over the state before an office; one that nobody told is a capitalised word right before it."""
    found = names.at(tokens, i)
    if found is not None and found[3] in {"nom", "gen"}:
        j = i + found[0]
        return j, (found[1],)
    following = i + 1 < len(tokens) and bool(_office_words(tokens, i + 1)[0])
    return (i + 1, ()) if tokens[i].capital and following and not _office_words(tokens, i)[0] else (i, ())


def _office_words(tokens: Sequence[_Token], j: int) -> tuple[int, str]:
    for pieces in _offices():
        if j + len(pieces) <= len(tokens) and (case := _case_of_phrase(tokens, j, pieces)) is not None:
            return len(pieces), case
    return 0, ""


def _side(tokens: Sequence[_Token], i: int, names: Names, part: Part) -> tuple[int, Designated] | None:
    found = names.at(tokens, i)
    if found is None:
        return None
    size, side, named, case = found
    j = i + size
    for noun in load_lexicon()["sides"]:
        if j < len(tokens) and (ending := ending_after(tokens[j].words, noun)):
            span = Span(tokens[i].start, tokens[j].end, part)
            return j + 1, Designated(Designation(form=Form.SIDE, span=span, sides=(side,)), ending.case)
    if not named:
        return None
    return j, Designated(
        Designation(form=Form.SIDE, span=Span(tokens[i].start, tokens[j - 1].end, part), sides=(side,)), case
    )


def _name(tokens: Sequence[_Token], i: int, names: Names, part: Part) -> tuple[int, Designated] | None:
    end = _name_end(tokens, i, names)
    if end - i < _FULL:
        return None
    span = Span(tokens[i].start, tokens[end - 1].end, part)
    return end, Designated(Designation(form=Form.NAME, span=span, name=span), case_of(tokens[end - 1].words))


def _name_end(tokens: Sequence[_Token], i: int, names: Names) -> int:
    """Give where a name ends: after the word with a case ending, or before what is no name."""
    j = i
    while j < len(tokens) and j - i < _LONGEST_NAME:
        token = tokens[j]
        if not token.capital or names.city(token.words) or (j > i and token.start - tokens[j - 1].end != 1):
            break
        if (
            names.at(tokens, j) is not None
            or _office_words(tokens, j)[0]
            or (j + 1 < len(tokens) and _office_words(tokens, j + 1)[0])
        ):
            break
        j += 1
        if j - i > 1 and case_of(token.words) != "nom":
            break
    return i + _FULL if j - i == _LONGEST_NAME else j
