"""Which abstracted word sequences recur in many accounts: found level by level, from four words to fourteen."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from communique.precedent.abstraction import ABSTRACTIONS, is_long
from communique.precedent.wordings import GRAM, Phrasing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints: TypeAlias = NDArray[np.int64]

LONGEST = 14
"""Words of the longest phrase; a longer formula shows in its most usual part."""

LEAST_SEEN = 5
LEAST_SHARE = 0.02
"""A phrase recurs where, in some period, so many accounts have it, and this share of that period's."""

BUSY_YEAR = 50
"""Accounts a year from which on each year is a period; with fewer all years together are one."""

ABSORBED = 0.9
"""A phrase is part of a longer one where this share of its accounts has the longer one."""

ALIKE = 0.5
"""Two phrases are one formula where they share this part of the shorter one's words and of the fewer accounts."""

LEAST_LONG = 2
"""Long words that a phrase needs, so that it says something."""

_EDGES = frozenset(
    """
    a an the of in on at by for from to with and or as that which who this its his her their our is was are were be
    has had have not also but it he she they we you i
    в во на по с со к ко о об и а но от до за из у для при как что это не он она они мы его её их бы же
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One account as phrases are counted: its day, and its sentences as abstracted words."""

    day: date
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinedPhrase:
    """A word sequence that recurs, and the accounts that have it, by their places in the order of days."""

    tokens: tuple[str, ...]
    holders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Level:
    """The recurring sequences of one length: where each stands, which it is, and how many accounts have it."""

    places: Ints
    ids: Ints
    seen: Ints


@dataclass(frozen=True, slots=True)
class _Ground:
    """
    All words of all accounts in a row, as numbers; -1 ends a sentence.

    ``account`` tells for each word whose it is, ``period_of`` the period of each account, and ``least`` how many
    accounts of a period make a phrase recur.
    """

    names: tuple[str, ...]
    words: Ints
    account: Ints
    period_of: Ints
    least: Ints


def tell(day: date, rows: Iterable[Phrasing]) -> Told:
    """Give an account as phrases are counted, from its day and its abstracted sentences."""
    return Told(day=day, rows=tuple(row.tokens for row in rows if len(row.tokens) >= GRAM))


def mine_phrases(told: Iterable[Told]) -> tuple[tuple[date, ...], tuple[MinedPhrase, ...]]:
    """
    Give the days of some accounts in order, and the phrases that recur in them, the most usual first.

    Sequences that recur are lengthened by a word as long as the longer one recurs too (Agrawal and Srikant 1994), and
    the longest that most accounts share is kept. Words that only link are cut from a phrase's ends. Of phrases that are
    parts or neighbours of each other one is given.
    """
    ground, days = _lay_out(told)
    if not days:
        return (), ()
    levels = tuple(_levels(ground))
    found = {phrase.tokens: phrase for phrase in _maximal(ground, levels)}
    ranked = sorted(found.values(), key=lambda phrase: (-len(phrase.holders), -len(phrase.tokens), phrase.tokens))
    return days, tuple(_distinct(ranked))


def _lay_out(told: Iterable[Told]) -> tuple[_Ground, tuple[date, ...]]:
    import numpy as np  # noqa: PLC0415 - loads when phrases are mined

    numbers: dict[str, int] = {}
    kept: list[tuple[date, array[int]]] = []
    for one in told:
        line = array("q")
        for row in one.rows:
            line.extend(numbers.setdefault(token, len(numbers)) for token in row)
            line.append(-1)
        kept.append((one.day, line))
    kept.sort(key=lambda item: item[0])
    days = tuple(day for day, _ in kept)
    period_of = np.array(_periods(days), dtype=np.int64)
    words = np.concatenate([np.frombuffer(line, dtype=np.int64) for _, line in kept]) if days else period_of
    account = np.repeat(np.arange(len(days), dtype=np.int64), [len(line) for _, line in kept])
    least = np.maximum(LEAST_SEEN, np.ceil(LEAST_SHARE * np.bincount(period_of))).astype(np.int64)
    return _Ground(tuple(numbers), words, account, period_of, least), days


def _periods(days: tuple[date, ...]) -> tuple[int, ...]:
    """Give the period of each account: its year, or one for all where the years have few accounts."""
    years = tuple(day.year for day in days)
    if len(days) < BUSY_YEAR * len(set(years)):
        return (0,) * len(days)
    return tuple(year - years[0] for year in years)


def _levels(ground: _Ground) -> Iterator[_Level]:
    """Yield the recurring sequences length by length, from one word on, until none is left."""
    import numpy as np  # noqa: PLC0415 - likewise

    places = np.flatnonzero(ground.words >= 0)
    level = _recurring(ground, places, ground.words[places])
    for length in range(2, LONGEST + 2):
        yield level
        continued = np.flatnonzero(np.diff(level.places) == 1)
        if not len(continued):
            return
        places = level.places[continued]
        level = _recurring(ground, places, level.ids[continued] * len(ground.names) + ground.words[places + length - 1])


def _recurring(ground: _Ground, places: Ints, keys: Ints) -> _Level:
    """Number the sequences of some places, and keep the places of those that recur in some period."""
    import numpy as np  # noqa: PLC0415 - likewise

    _, ids = np.unique(keys, return_inverse=True)
    count, periods = int(ids.max(initial=-1)) + 1, len(ground.least)
    held = np.unique(ids * len(ground.period_of) + ground.account[places])
    whose, account = np.divmod(held, len(ground.period_of))
    seen = np.bincount(whose, minlength=count)
    by_period, times = np.unique(whose * periods + ground.period_of[account], return_counts=True)
    recurs = np.zeros(count, dtype=bool)
    recurs[by_period[times >= ground.least[by_period % periods]] // periods] = True
    kept = recurs[ids]
    return _Level(places[kept], ids[kept], seen)


def _maximal(ground: _Ground, levels: tuple[_Level, ...]) -> Iterator[MinedPhrase]:
    """Yield the sequences that no longer one absorbs, without linking words at their ends."""
    import numpy as np  # noqa: PLC0415 - likewise

    for length in range(GRAM, min(LONGEST, len(levels)) + 1):
        level = levels[length - 1]
        longest = np.zeros(len(level.seen), dtype=np.int64)
        if length < len(levels):
            longer = levels[length]
            for shift in (0, 1):
                parts = level.ids[np.searchsorted(level.places, longer.places + shift)]
                np.maximum.at(longest, parts, longer.seen[longer.ids])
        own = longest < ABSORBED * level.seen
        ids, first = np.unique(level.ids, return_index=True)
        for place in level.places[first[own[ids]]].tolist():
            yield from _trimmed(ground, levels, place, length)


def _trimmed(ground: _Ground, levels: tuple[_Level, ...], place: int, length: int) -> Iterator[MinedPhrase]:
    """Yield a sequence with its ends cut, and the accounts of what is left; nothing where too little is."""
    tokens = [ground.names[word] for word in ground.words[place : place + length].tolist()]
    while tokens and tokens[-1] in _EDGES:
        tokens.pop()
    while tokens and tokens[0] in _EDGES:
        tokens.pop(0)
        place += 1
    if len(tokens) < GRAM or sum(map(is_long, set(tokens))) < LEAST_LONG:
        return
    yield MinedPhrase(tokens=tuple(tokens), holders=_holders(ground, levels[len(tokens) - 1], place))


def _holders(ground: _Ground, level: _Level, place: int) -> tuple[int, ...]:
    import numpy as np  # noqa: PLC0415 - likewise

    number = level.ids[np.searchsorted(level.places, place)]
    return tuple(np.unique(ground.account[level.places[level.ids == number]]).tolist())


def _distinct(ranked: Iterable[MinedPhrase]) -> Iterator[MinedPhrase]:
    """Keep the first of phrases that share most of their words and accounts."""
    by_word: dict[str, list[tuple[frozenset[str], frozenset[int]]]] = {}
    for phrase in ranked:
        words, holders = frozenset(phrase.tokens) - ABSTRACTIONS, frozenset(phrase.holders)
        near = (other for word in words if is_long(word) for other in by_word.get(word, ()))
        if any(_alike(words, holders, *other) for other in near):
            continue
        for word in filter(is_long, words):
            by_word.setdefault(word, []).append((words, holders))
        yield phrase


def _alike(words: frozenset[str], holders: frozenset[int], other: frozenset[str], others: frozenset[int]) -> bool:
    return len(words & other) >= ALIKE * min(len(words), len(other)) and len(holders & others) >= ALIKE * min(
        len(holders), len(others)
    )
