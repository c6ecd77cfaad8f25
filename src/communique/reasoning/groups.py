"""Which items of evidence say the same thing: a group counts once, by its strongest member."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from communique.model import Evidence
from communique.reasoning.grading import lowest_grade
from communique.reasoning.origins import NONE_NAMED, Origins

Key = tuple[str, ...]

_LEFT_OUT = re.compile(r"…|\.{3}")
_UNSEEN = {"Cf", "Mn", "Me"}
"""Kinds of signs that print nothing of their own: zero-width ones, and marks on a letter such as a stress."""


def find_groups(evidence: Iterable[Evidence], origins: Origins = NONE_NAMED) -> tuple[tuple[Evidence, ...], ...]:
    """
    Give the evidence in groups of items that say the same thing, each item in one group; order does not matter.

    Items belong together that name one group, and items that are the same in other clothes: of one code, of one
    statement, or of the same words of one source, however that is named (``origins``). Words are the same by letters
    and digits; a quotation that stands within a longer one of the same source joins it, of several the shortest. What
    belongs together through a third item belongs together. Groups and their items stand in the order of their codes.
    """
    items = sorted(set(evidence), key=_place)
    sources = [origins.of(item.source).key for item in items]
    quotes = [fold_quote(item.quote) for item in items]
    keys = [
        [*_keys(item), *_quote_keys(source, quote)] for item, source, quote in zip(items, sources, quotes, strict=True)
    ]
    for number, outer in _within(sources, quotes):
        keys[number] += _quote_keys(sources[number], outer)
    return tuple(tuple(items[number] for number in numbers) for numbers in _joined(keys))


def find_lowest_grades(items: Sequence[Evidence], origins: Origins = NONE_NAMED) -> tuple[str, ...]:
    """
    Give each item the grade that it counts by: of one and the same item entered several times the lowest.

    The same is what has one code, or the same words or statement from one source. Entered once with a grade and once
    without, it has that grade.
    """
    keys = [[("code", item.code), *_same(item, origins)] for item in items]
    lowest = [item.grade for item in items]
    for numbers in _joined(keys):
        grade = lowest_grade(items[number].grade for number in numbers)
        for number in numbers:
            lowest[number] = grade
    return tuple(lowest)


def group_name(items: Sequence[Evidence]) -> str:
    """Give what a group is called: its name where one was given, else the code of its first item."""
    return next((item.group for item in items if item.group), items[0].code)


def fold_words(words: str) -> str:
    r"""
    Give the letters and digits of some words, small, words parted by one blank.

    >>> fold_words("“Thanked him\u200b\u00a0for\u2011it!”"), fold_words("…")
    ('thanked him for it', '')
    """
    plain = unicodedata.normalize("NFKC", words).casefold()
    seen = (sign for sign in plain if unicodedata.category(sign) not in _UNSEEN)
    return " ".join("".join(sign if sign.isalnum() else " " for sign in seen).split())


def fold_quote(quote: str) -> str:
    r"""
    Fold the words of a quotation, a line for each stretch between marks of omission.

    >>> fold_quote("Thanked him … for it.")
    'thanked him\nfor it'
    """
    return "\n".join(filter(None, map(fold_words, _LEFT_OUT.split(quote))))


def _place(item: Evidence) -> Key:
    return item.code, item.statement, item.source, item.quote, item.group, item.grade, repr((item.seen, item.among))


def _keys(item: Evidence) -> Iterator[Key]:
    yield "code", item.code
    if statement := fold_words(item.statement):
        yield "statement", statement
    if item.group:
        yield "group", item.group


def _quote_keys(source: str, quote: str) -> list[Key]:
    return [("quote", source, quote)] if quote else []


def _same(item: Evidence, origins: Origins) -> Iterator[Key]:
    source = origins.of(item.source).key
    yield from _quote_keys(source, fold_quote(item.quote))
    if statement := fold_words(item.statement):
        yield "statement", source, statement


def _within(sources: Sequence[str], quotes: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each item whose quotation stands within a longer one of the same source, with the shortest such."""
    longer: dict[str, list[str]] = {}
    for source, quote in sorted(set(zip(sources, quotes, strict=True)), key=lambda pair: (len(pair[1]), pair)):
        longer.setdefault(source, []).append(quote)
    for number, (source, quote) in enumerate(zip(sources, quotes, strict=True)):
        found = (other for other in longer[source] if other != quote and _holds(other, quote))
        if quote and (outer := next(found, "")):
            yield number, outer


def _holds(outer: str, inner: str) -> bool:
    """Tell whether the stretches of one quotation stand in another, in their order, as whole words."""
    text, place = f" {outer} ".replace("\n", " \n "), 0
    for stretch in inner.split("\n"):
        place = text.find(f" {stretch} ", place)
        if place < 0:
            return False
        place += len(stretch) + 1
    return True


def _joined(keys: Sequence[Sequence[Key]]) -> Iterable[list[int]]:
    """Give the numbers of items in groups: two that share a key are in one, and so is what hangs together by them."""
    parents = list(range(len(keys)))
    seen: dict[Key, int] = {}
    for number, own in enumerate(keys):
        for key in own:
            _join(parents, number, seen.setdefault(key, number))
    grouped: dict[int, list[int]] = {}
    for number in range(len(keys)):
        grouped.setdefault(_root(parents, number), []).append(number)
    return grouped.values()


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _join(parents: list[int], one: int, other: int) -> None:
    roots = _root(parents, one), _root(parents, other)
    parents[max(roots)] = min(roots)
