"""The words before a colon, each with what it may be in a label: office, name, link, or nothing of the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from communique.languages.label_words import LabelWords


class TokenKind(IntEnum):
    """
    What a word may be in a label.

    ``stop`` never stands in one; ``lower`` is any other word without a capital; ``link`` joins parts of an office;
    ``address`` goes before a name; ``common`` is a word of offices and bodies, ``ordinary`` another word of the
    language, ``name`` a capitalised word that is neither; ``particle`` stands inside names.
    """

    STOP = 0
    LOWER = 1
    LINK = 2
    OFFICE = 3
    ADDRESS = 4
    COMMON = 5
    ORDINARY = 6
    NAME = 7
    PARTICLE = 8
    NUMBER = 9


NOUNS = frozenset({TokenKind.COMMON, TokenKind.ORDINARY, TokenKind.NAME})
TITLES = frozenset({TokenKind.OFFICE, TokenKind.ADDRESS})


@dataclass(frozen=True, slots=True)
class LabelToken:
    """One word: where it stands without the punctuation around it, its kind, and whether it begins a line."""

    start: int
    end: int
    core: str
    kind: TokenKind
    begins_line: bool
    comma: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.core[0].isupper()


_WORD = re.compile(r"\S+")
_AROUND = ',;()[]“”"«»*_#>•'
_DASHES = frozenset("-–—")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|[$€£]")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_ADDRESSES = frozenset("/@")


def find_label_tokens(text: str, start: int, end: int, words: LabelWords) -> tuple[LabelToken, ...]:
    """Give the words between two offsets with their kinds."""
    return tuple(_tokens(text, start, end, words))


def _tokens(text: str, start: int, end: int, words: LabelWords) -> Iterator[LabelToken]:
    last, first = start, True
    for found in _WORD.finditer(text, start, end):
        token = found.group()
        core = token.strip(_AROUND)
        begins_line = "\n" in text[last : found.start()] or (first and _at_line_start(text, start, found.start()))
        if not core or (core in _DASHES and (first or begins_line)):
            continue
        last = found.end()
        at = found.start() + token.index(core)
        kind = _kind(core, words, opening=first or begins_line)
        yield LabelToken(at, at + len(core), core, kind, begins_line, token.endswith((",", ";")))
        first = False


def _at_line_start(text: str, start: int, word: int) -> bool:
    return word == 0 or (start > 0 and text[start - 1] == "\n")


def _kind(core: str, words: LabelWords, *, opening: bool) -> TokenKind:
    low = _POSSESSIVE.sub("", core.casefold())
    if low in words.stops and (opening or len(core) == 1 or not core[0].isupper()):
        return TokenKind.STOP
    if not core[0].isalpha() or not _ADDRESSES.isdisjoint(core):
        return TokenKind.STOP if _CLOCK.match(core) or not _ADDRESSES.isdisjoint(core) else TokenKind.NUMBER
    return _listed(core, low, words) or _unlisted(core, low, words)


def _listed(core: str, low: str, words: LabelWords) -> TokenKind | None:
    """Give the kind of a word that the lists of offices and links know; None for any other."""
    if core[0].isupper() and low.rstrip(".") in words.address:
        return TokenKind.ADDRESS
    if low in words.offices or ("-" in low and not words.offices.isdisjoint(low.split("-"))):
        return TokenKind.OFFICE
    if low in words.particles:
        return TokenKind.PARTICLE
    return TokenKind.LINK if low in words.links else None


def _unlisted(core: str, low: str, words: LabelWords) -> TokenKind:
    if not core[0].isupper():
        return TokenKind.LOWER
    if low in words.ordinary or low in words.stops:
        return TokenKind.ORDINARY
    return TokenKind.COMMON if low in words.common else TokenKind.NAME
