"""The words of one version as they are compared: without markup and typography, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from communique.model import Part, Span

_LONGEST_TAG = 2000
_TOKEN = re.compile(
    rf"(?P<markup><!--.*?-->|</?[a-zA-Z][^<>]{{0,{_LONGEST_TAG}}}>|<?(?:https?://|www\.)[^\s<>()]+>?"
    r"|!?\[(?=[^\[\]]{1,1000}\]\()|(?<=\])\([^()]{0,3000}(?:\([^()]{0,1000}\)[^()]{0,1000}){0,4}\)|\](?=\()"
    r"|^[ \t]{0,12}(?:[-•*+][ \t]+){1,3}|\\(?=[^\w\s])|[*_#`|\\•\ufffd]+|~~|&(?:nbsp|amp|quot|\#\d{1,5});)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_][^\W_]*(?:[\u00ad\u0300-\u036f\u200b\u2060]+[^\W_]*)*"
    r"(?:['’ʼ‘`][^\W\d_]+)*(?: (?:u20[01][0-9a-f]|x[89A-F][0-9A-F])[^\W_]*)*|[^\W_]+)"
    r"|(?P<mark>\.{3}|[^\w\s\u00ad\u200b-\u200f\u2060\ufeff])",
    re.DOTALL | re.MULTILINE,
)
_SPACE = re.compile(r"\s")
_BREAK = re.compile(
    r"\n[ \t\xa0]*(?:\r?\n|[-•*+][ \t])|[ \t\xa0]{2}\r?\n|\n[ \t]*#|<(?:/?p|br|/?li|/?div|/?h\d|/?tr|/?td)\b"
)
_NARROW, _WIDE = 68, 92
"""A line no longer than the second was broken for the width of its page where the next word would pass the first."""

_BROKEN = 30
_PARTICLE = 3
_STOP = re.compile(r"[.!?](?:\s|$)")
_CHUNK = re.compile(r"[ \t\xa0]*(\S*)")

_MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("’‘ʼ‛`´′", "'"),
        **dict.fromkeys("–—‑‐−―", "-"),
        "…": "…",
    }
)
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LOST_ESCAPE = re.compile(r" (?:u(20[01][0-9a-f])|x([89A-F][0-9A-F]))")
_CACHED = 100_000


@dataclass(frozen=True, slots=True)
class Word:
    """
    A word or mark: how it is compared, how in small letters, and where it stands, half-open in code points.

    ``spaced`` tells that white space stands before it, ``opens`` that a line, paragraph or item begins with it.
    """

    key: str
    small: str
    start: int
    end: int
    spaced: bool
    opens: bool

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return self.key[0].isalnum()

    @property
    def is_particle(self) -> bool:
        """Whether it is one of the short words in small letters that phrases are joined by."""
        return self.key.isalpha() and self.key.islower() and len(self.key) <= _PARTICLE

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.key[0].isupper()


@dataclass(frozen=True, slots=True)
class Wording:
    """One part of one version in words; ``starts`` are the numbers of the words that begin a sentence."""

    part: Part
    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def sentence_of(self, i: int) -> int:
        """Give the number of the sentence that holds a word."""
        return bisect_right(self.starts, i) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """Give the first word of a sentence and the one after its last."""
        following = self.starts[sentence + 1] if sentence + 1 < len(self.starts) else len(self.words)
        return self.starts[sentence], following

    def span(self, first: int, end: int) -> Span:
        """Give the place of the words from ``first`` up to ``end``, which must be one at least."""
        return Span(self.words[first].start, self.words[end - 1].end, self.part)

    def sentence_span(self, i: int) -> Span:
        """Give the place of the sentence that holds a word."""
        return self.span(*self.bounds(self.sentence_of(i)))


@lru_cache(maxsize=_CACHED)
def key_of(words: str) -> str:
    """
    Give a word or mark as it is compared: composed letters, plain quotation marks, dashes and apostrophes.

    >>> key_of("Arvenia’s"), key_of("—"), key_of("Vesk xE9")
    ("Arvenia's", '-', 'Veské')
    """
    plain = words
    if " " in plain:
        plain = _LOST_ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), plain)
    if not plain.isascii():
        plain = _HIDDEN.sub("", unicodedata.normalize("NFKC", plain))
    return "…" if plain == "..." else plain.translate(_MARKS)


def find_words(text: str) -> Iterator[Word]:
    """
    Give the words and marks of a text in order; links, tags, emphasis and the like are passed over.

    >>> [w.key for w in find_words("**Talks** in [Tarsk](https://example.org/x): “warm”")]
    ['Talks', 'in', 'Tarsk', ':', '"', 'warm', '"']
    """
    done = 0
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "markup":
            continue
        start, end = found.span()
        key = key_of(found.group())
        if not key:
            continue
        gap = text[done:start] if start - done != 1 else text[done]
        spaced = not done or (bool(gap) and _SPACE.search(gap) is not None)
        yield Word(
            key, key.casefold().replace("ё", "е"), start, end, spaced, not done or _breaks(text, done, start, gap)
        )
        done = end


def _breaks(text: str, done: int, start: int, gap: str) -> bool:
    """Tell whether a line ends between two words, and not only because the page was narrow."""
    if "\n" not in gap and "<" not in gap:
        return False
    if _BREAK.search(text, done, start) is not None:
        return True
    if "\n" not in gap:
        return False
    end = text.index("\n", done)
    length = end - text.rfind("\n", 0, end) - 1
    following = _CHUNK.match(text, end + 1)
    if _runs_on(text[end - length : end], text[end + 1 :].split("\n", 1)[0]):
        return False
    return length > _WIDE or length + (len(following[1]) if following else 0) < _NARROW


def _runs_on(line: str, following: str) -> bool:
    """Tell whether a line stops in mid-phrase and the next goes on: captured pages break lines inside names."""
    here, there = line.rstrip(), following.lstrip()
    if not here or not there or not (here[-1].isalnum() or here[-1] == ","):
        return False
    return there[0].islower() or (len(here) > _BROKEN and there[0].isalpha() and _STOP.search(there) is not None)


def find_wording(text: str, part: Part, abbreviations: frozenset[str]) -> Wording:
    """
    Part a text into words and sentences.

    >>> wording = find_wording("Mr. Vesk came. Talks followed.", Part.TEXT, frozenset({"mr"}))
    >>> [wording.span(*wording.bounds(i)).of(wording.text) for i in range(len(wording.starts))]
    ['Mr. Vesk came.', 'Talks followed.']
    """
    words = tuple(find_words(text))
    return Wording(part, text, words, tuple(_starts(words, abbreviations)))


_TERMINAL = frozenset(".!?…")
_CLOSING = frozenset("\"')]")


def _starts(words: Sequence[Word], abbreviations: frozenset[str]) -> Iterator[int]:
    for i, word in enumerate(words):
        if i == 0 or word.opens or (word.spaced and _ended(words, i, abbreviations)):
            yield i


def _ended(words: Sequence[Word], i: int, abbreviations: frozenset[str]) -> bool:
    """Tell whether a sentence ends before word ``i``: a full stop of no abbreviation, and no small letter after it."""
    j = i - 1
    while j > 0 and words[j].key in _CLOSING and not words[j].spaced:
        j -= 1
    if words[j].key not in _TERMINAL or words[i].key[0].islower() or words[i].key in _TERMINAL:
        return False
    if words[j].key != "." or j == 0:
        return True
    before = words[j - 1]
    if before.spaced and before.key.isdigit() and before.opens:
        return False
    return before.small not in abbreviations and (len(before.key) > 1 or before.key.isdigit())
