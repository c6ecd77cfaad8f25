"""Which items of evidence say the same thing: a group counts once, by its strongest member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.model import Evidence


def find_groups(evidence: Iterable[Evidence]) -> tuple[tuple[Evidence, ...], ...]:
    """
    Give the evidence in groups of items that say the same thing, each item in one group; order does not matter.

    Items belong together that name one group, and items that are the same in other clothes: of one code, of one
    statement, or of the same words of one source. What belongs together through a third item belongs together. Groups
    and their items stand in the order of their codes.
    """
    items = sorted(set(evidence), key=_place)
    parents = list(range(len(items)))
    seen: dict[tuple[str, ...], int] = {}
    for number, item in enumerate(items):
        for key in _keys(item):
            _join(parents, number, seen.setdefault(key, number))
    grouped: dict[int, list[Evidence]] = {}
    for number, item in enumerate(items):
        grouped.setdefault(_root(parents, number), []).append(item)
    return tuple(tuple(group) for group in grouped.values())


def group_name(items: Sequence[Evidence]) -> str:
    """Give what a group is called: its name where one was given, else the code of its first item."""
    return next((item.group for item in items if item.group), items[0].code)


def _place(item: Evidence) -> tuple[str, ...]:
    return item.code, item.statement, item.source, item.quote, item.group, item.grade, repr((item.seen, item.among))


def _keys(item: Evidence) -> Iterator[tuple[str, ...]]:
    yield "code", item.code
    yield "statement", _folded(item.statement)
    if item.group:
        yield "group", item.group
    if item.quote:
        yield "quote", item.source, _folded(item.quote)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split()).strip("“”\"'.,;: ")


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        number = parents[number]
    return number


def _join(parents: list[int], one: int, other: int) -> None:
    roots = _root(parents, one), _root(parents, other)
    parents[max(roots)] = min(roots)
