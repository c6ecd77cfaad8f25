"""Names folded so that scripts, transliterations and cases of one name meet; the sides that words name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from communique.reference.loading import shipped_tables
from communique.reference.rows import Tables
from communique.reference.sides import side
from communique.reference.sounds import is_cyrillic, parts_of, sound

_TOKEN = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_SOFT = re.compile(r"[aeioujh]")
_SHORTEST = 3
_ACRONYM = 5


def tokens_of(text: str) -> list[str]:
    """
    Give the words of a text; a dotted abbreviation is one.

    >>> tokens_of("The U.S.-Arvenia talks")
    ['The', 'US', 'Arvenia', 'talks']
    """
    return _TOKEN.findall(_DOTTED.sub(lambda found: found[0].replace(".", ""), text))


@lru_cache(maxsize=65_536)
def keys_of(word: str) -> frozenset[str]:
    """
    Give the sounds by which a word of a name can be known: its own, and those without a Cyrillic case ending.

    >>> bool(keys_of("Токаевым") & keys_of("Tokayev"))
    True
    """
    parts = parts_of(word)
    return frozenset().union(*(part.stems | {part.sound} for part in parts)) if parts else frozenset({sound(word)})


@lru_cache(maxsize=65_536)
def skeletons_of(word: str) -> frozenset[str]:
    """
    Give the consonants of a word as they sound, for names that two scripts spell with other vowels; none if too few.

    >>> bool(skeletons_of("Sullivan") & skeletons_of("Салливан"))
    True
    """
    bare = (_SOFT.sub("", key) for key in keys_of(word))
    return frozenset(skeleton for skeleton in bare if len(skeleton) >= _SHORTEST)


def names_in(tokens: Iterable[str]) -> frozenset[str]:
    """Give the keys of all words that begin with a capital letter."""
    capitals = {token for token in tokens if token[0].isupper()}
    return frozenset().union(*map(keys_of, capitals))


def sides_in(tokens: list[str], *, tables: Tables | None = None) -> frozenset[str]:
    """
    Give the codes of the sides that some words name, by name, adjective or demonym in any language of the tables.

    >>> sorted(sides_in(tokens_of("Talks of Russian and US experts")))
    ['RU', 'US']
    """
    return frozenset(code for code, _, _ in find_sides(tokens, tables=tables))


def side_name(code: str) -> str:
    """Give a side in words; its code where the tables do not know it."""
    found = side(code)
    return found.name if found else code


def find_sides(tokens: list[str], *, tables: Tables | None = None) -> Iterator[tuple[str, int, int]]:
    """Yield each side named, with the numbers of the first word and of the word after the last; longest names first."""
    index = _sides(tables or shipped_tables())
    done = 0
    for place, token in enumerate(tokens):
        if place < done or not _may_name(token):
            continue
        for name, code in index.get(folded(token), ()):
            if name == tuple(map(folded, tokens[place : place + len(name)])):
                done = place + len(name)
                yield code, place, done
                break


def _may_name(token: str) -> bool:
    """Tell whether a word can begin a name: with a capital, or, as adjectives do in Russian and Kazakh, without."""
    return token[0].isupper() or is_cyrillic(token)


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Give the one key by which a word is looked up: its shortest; an abbreviation stands for itself."""
    if word.isupper() and len(word) <= _ACRONYM:
        return word
    return min(keys_of(word), key=lambda key: (len(key), key))


@cache
def _sides(tables: Tables) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Give the names that begin with each word, the longest first, with the codes of their sides."""
    found: dict[tuple[str, ...], str] = {}
    for row in tables.sides:
        for wording in row.wordings:
            for words in (*wording.names, *wording.adjectives, *wording.demonyms):
                found.setdefault(tuple(map(folded, tokens_of(words))), row.side.code)
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name in sorted(filter(None, found), key=len, reverse=True):
        by_first[name[0]].append((name, found[name]))
    return {first: tuple(names) for first, names in by_first.items()}
