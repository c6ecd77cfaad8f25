"""Phrases of a word list, found in running text: one pattern for all of them, and which phrase it was that fitted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

_HEAD = 3
_MANY = 20_000
_ANY_WORDS = "(…)"
_ANY_WORDS_PATTERN = r"\s+(?:[\w’'-]+\s+){0,4}?"
_NEVER = re.compile(r"(?!)")


class Fit(NamedTuple):
    """Where a phrase stands, and the labels it is listed under."""

    start: int
    end: int
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """
    Phrases with their labels, made ready for finding.

    A phrase with a capital letter is meant as it stands ("WHO"), others in any case. ``*`` stands for any ending, a
    blank for any white space, ``~`` for a hyphen or a dash of any length, ``(…)`` for up to four words.
    """

    plain: tuple[tuple[str, str], ...]
    cased: tuple[tuple[str, str], ...]
    _scan_plain: re.Pattern[str] = field(init=False, repr=False)
    _scan_cased: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_scan_plain", _scanner(phrase for phrase, _ in self.plain))
        object.__setattr__(self, "_scan_cased", _scanner(phrase for phrase, _ in self.cased))

    def find(self, text: str) -> Iterator[Fit]:
        """
        Give the phrases in order, none inside or across another; of those that begin together, the longest.

        >>> list(build_phrases([("trade*", "a"), ("trade union*", "b")]).find("Trade, trades and trade unions"))
        [Fit(start=0, end=5, labels=('a',)), Fit(start=7, end=13, labels=('a',)), Fit(start=18, end=30, labels=('b',))]
        """
        small = lowered(text)
        found = [(m.start(), -m.end(), False) for m in self._scan_plain.finditer(small)]
        found += [(m.start(), -m.end(), True) for m in self._scan_cased.finditer(text)]
        reached = 0
        for start, far, cased in sorted(found):
            if start >= reached:
                reached = -far
                words = (text if cased else small)[start:reached]
                yield Fit(start, reached, _labels(self, words, cased))


def build_phrases(phrases: Iterable[tuple[str, str]]) -> Phrases:
    """Make phrases ready for finding, from pairs of phrase and label; a phrase may have several labels."""
    plain: list[tuple[str, str]] = []
    cased: list[tuple[str, str]] = []
    for phrase, label in phrases:
        if phrase.lower() == phrase:
            plain.append((lowered(phrase), label))
        else:
            cased.append((phrase, label))
    return Phrases(tuple(plain), tuple(cased))


def lowered(text: str) -> str:
    """
    Give the text in small letters, with "ё" as "е", each at the place where it stood.

    >>> lowered("İŞ Её"), len(lowered("İ"))
    ('İş ее', 1)
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return small.replace("ё", "е")


def phrase_pattern(phrase: str) -> str:
    r"""
    Give the pattern of one phrase.

    >>> bool(re.fullmatch(phrase_pattern("two~way trad*"), "two-way  trade"))
    True
    """
    parts = phrase.split(f" {_ANY_WORDS} ")
    return _ANY_WORDS_PATTERN.join(_worded(part) for part in parts)


def _worded(words: str) -> str:
    return r"\s+".join(re.escape(word).replace(r"\*", r"[\w’'-]*").replace(r"\~", "[-–‒—‑]") for word in words.split())


@lru_cache(maxsize=_MANY)
def _labels(phrases: Phrases, words: str, cased: bool) -> tuple[str, ...]:  # noqa: FBT001 - a cached function of its arguments
    candidates = _by_head(phrases.cased if cased else phrases.plain)
    fitting = [
        (len(phrase), label)
        for size in range(1, _HEAD + 1)
        for phrase, label in candidates.get(words[:size], ())
        if _whole(phrase).fullmatch(words)
    ]
    longest = max((length for length, _ in fitting), default=0)
    return tuple(dict.fromkeys(label for length, label in fitting if length == longest))


@cache
def _by_head(phrases: tuple[tuple[str, str], ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Give the phrases by their first letters, as many as all their fits share."""
    heads: dict[str, list[tuple[str, str]]] = {}
    for phrase, label in phrases:
        heads.setdefault(_head(phrase), []).append((phrase, label))
    return {head: tuple(listed) for head, listed in heads.items()}


@cache
def _whole(phrase: str) -> re.Pattern[str]:
    return re.compile(phrase_pattern(phrase))


def _head(phrase: str) -> str:
    head = re.match(r"\w{1,3}", phrase)
    return head.group() if head else ""


def _scanner(phrases: Iterable[str]) -> re.Pattern[str]:
    """Give one pattern, phrases grouped by their first letters so that a word that begins none is passed at once."""
    heads: dict[str, dict[str, list[str]]] = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        key = _head(phrase)
        heads.setdefault(key[:1], {}).setdefault(key, []).append(phrase)
    if not heads:
        return _NEVER
    return re.compile(rf"(?<!\w)(?:{'|'.join(_letter(heads[letter]) for letter in sorted(heads))})")


def _letter(groups: dict[str, list[str]]) -> str:
    """Give the alternatives of one first letter, longer heads first."""
    letter = next(iter(groups))[:1]
    parts = []
    for head in sorted(groups, key=lambda head: (-len(head), head)):
        rests = "|".join(_bounded(phrase)[len(head) :] for phrase in groups[head])
        parts.append(f"{head[1:]}(?:{rests})")
    return f"{letter}(?:{'|'.join(parts)})"


def _bounded(phrase: str) -> str:
    body = phrase_pattern(phrase)
    return body if not phrase[-1].isalnum() else rf"{body}(?!\w)"
