"""PhraseTable of several tokens, looked up from where they begin; and what kind of word each token is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from typing import Any, Generic, TypeVar

from communique.languages.english.tokens import Token, find_tokens
from communique.languages.gazetteer import CityWord, Gazetteer, SideWord
from communique.text.tables import load_toml, load_words

PACKAGE = "communique.languages.english"
Value = TypeVar("Value")

FUNCTION_WORDS = frozenset(
    "the a an this that these those his her its our their my your both all each every no some any such and or "
    "but nor so of for to in at on by with from as into onto upon over under about after before during between "
    "among through following against since until while when where who whom whose which what if than then also "
    "not is was are were be been being has have had do does did will would shall should can could may might "
    "must he she it they we i you him them us me there here today yesterday tomorrow earlier later now just "
    "only even very more most other another first-ever same own will via per within without regarding "
    "concerning including meanwhile however moreover monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december".split()
)


@dataclass(slots=True)
class PhraseTable(Generic[Value]):
    """
    PhraseTable of one or more tokens, each with a value; the longest that fits wins.

    A phrase written in capitals throughout ("US", "NATO") is met only in capitals; any other phrase of the table
    needs a capital first letter where ``capital`` is set.
    """

    capital: bool = False
    _by_first: dict[str, list[tuple[tuple[str, ...], bool, Value]]] = field(default_factory=dict)

    def add(self, words: str, value: Value) -> None:
        """Add one phrase; an earlier equal phrase keeps its value."""
        tokens = (words.lower(),) if words.isalpha() else tuple(t.lower for t in find_tokens(words))
        if not tokens:
            return
        rows = self._by_first.setdefault(tokens[0], [])
        upper = words.isupper()
        if any(row[0] == tokens and row[1] == upper for row in rows):
            return
        rows.append((tokens, upper, value))
        if len(rows) > 1:
            rows.sort(key=lambda row: -len(row[0]))

    def at(self, tokens: Sequence[Token], i: int) -> tuple[int, Value] | None:
        """Give how many tokens the phrase at ``i`` takes and its value; None where none begins there."""
        rows = self._by_first.get(tokens[i].lower)
        if rows is None or (self.capital and not tokens[i].capital):
            return None
        for phrase, upper, value in rows:
            here = tokens[i : i + len(phrase)]
            if len(here) < len(phrase) or any(t.lower != p for t, p in zip(here, phrase, strict=True)):
                continue
            if upper and not all(t.words.isupper() for t in here):
                continue
            return len(phrase), value
        return None


class Class(IntEnum):
    """What a token is when names of persons and offices are sought."""

    OTHER = 0
    SIDE = 1
    CITY = 2
    HEAD = 3
    HEADS = 4
    HONORIFIC = 5
    MODIFIER = 6
    NAME = 7
    BODY = 8


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of English offices and names, with the side, city and person names it was told."""

    heads: PhraseTable[bool]
    honorifics: PhraseTable[None]
    sides: PhraseTable[SideWord]
    cities: PhraseTable[CityWord]
    modifiers: frozenset[str]
    past: frozenset[str]
    alone: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    given: frozenset[str]
    bodies: frozenset[str]
    groups: PhraseTable[None]
    side_nouns: frozenset[str]
    words: frozenset[str]
    known: frozenset[str]
    surnames: frozenset[str]

    def is_name(self, token: Token) -> bool:
        """Tell whether a token by itself looks like a part of a personal name."""
        low = token.lower
        if not token.capital or not token.words[0].isalpha() or low in FUNCTION_WORDS:
            return False
        if low in self.bodies or (low in self.words and low not in self.given):
            return False
        return not (token.words.isupper() and len(low) > _INITIALS and "." not in low)


_INITIALS = 1


@cache
def lexicon(names: Gazetteer) -> Lexicon:
    """Build the lexicon for one gazetteer, once."""
    table = load_toml(PACKAGE, "offices.toml")
    people = [find_tokens(person.words) for person in names.people if person.words.strip()]
    known = {token.lower for tokens in people for token in tokens if token.capital}
    surnames = {tokens[-1].lower for tokens in people if tokens}
    return Lexicon(
        heads=_heads(table["heads"]),
        honorifics=_phrases((w, None) for w in table["honorifics"]),
        sides=_phrases(((w.words, w) for w in names.sides), capital=True),
        cities=_phrases(((w.words, w) for w in names.cities), capital=True),
        modifiers=frozenset(table["modifiers"]),
        past=frozenset(table["past"]),
        alone=frozenset(table["alone"]),
        particles=frozenset(table["particles"]),
        suffixes=frozenset(table["suffixes"]),
        given=frozenset(table["given"]),
        bodies=frozenset(table["bodies"]),
        groups=_phrases((w, None) for w in table["groups"]),
        side_nouns=frozenset(table["sides"]),
        words=load_words(PACKAGE, "words.txt"),
        known=frozenset(known),
        surnames=frozenset(surnames),
    )


def _phrases(rows: Iterable[tuple[str, Any]], *, capital: bool = False) -> PhraseTable[Any]:
    phrases: PhraseTable[Any] = PhraseTable(capital=capital)
    for words, value in rows:
        phrases.add(words, value)
    return phrases


def _heads(nouns: Iterable[str]) -> PhraseTable[bool]:
    """Give each head noun with False, and its plural ("prime ministers", "heads of state") with True."""
    phrases: PhraseTable[bool] = PhraseTable()
    for noun in nouns:
        phrases.add(noun, False)  # noqa: FBT003 - the value stored is whether the phrase is plural
    for noun in nouns:
        phrases.add(_plural(noun), True)  # noqa: FBT003 - likewise
    return phrases


def _plural(noun: str) -> str:
    first, of, rest = noun.partition(" of ")
    if first.endswith("man"):
        first = first[:-2] + "en"
    elif first.endswith("y") and first[-2:-1] not in "aeiou":
        first = first[:-1] + "ies"
    elif first.endswith(("s", "ch")):
        first += "es"
    else:
        first += "s"
    return first + of + rest
