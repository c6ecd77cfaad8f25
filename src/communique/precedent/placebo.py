"""How often routine is called unusual: a corpus scored as of each day, with its own labels and with shuffled ones."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from communique.precedent.entries import Entry, ReferenceClass
from communique.precedent.scoring import LEAST_COMPARED, MOST_COMPARED, UNUSUAL, Replay, percentile


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One account of a corpus with its percentile among comparable earlier ones, None for "no base"."""

    entry: Entry
    percentile: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placebo:
    """
    How many accounts of one issuer have a standing, and how many of those are called unusual.

    ``shuffled_placed`` and ``shuffled_unusual`` say the same where every account is held to the habits of an issuer
    drawn by lot, among precedents that keep their labels.
    """

    issuer: str
    language: str
    placed: int
    unusual: int
    shuffled_placed: int
    shuffled_unusual: int


def place_entries(entries: Iterable[Entry], labels: Mapping[str, tuple[str, str]] | None = None) -> Iterator[Placed]:
    """
    Score accounts in the order of their days, and place each among the comparable ones before it.

    ``entries`` come by day. ``labels`` gives another issuer and language, by key, to whose habits an account is held;
    as a precedent for others each keeps its own.
    """
    replay = Replay()
    earlier: dict[ReferenceClass, deque[float]] = defaultdict(lambda: deque(maxlen=MOST_COMPARED))
    for _, some in groupby(entries, key=lambda entry: entry.issued):
        day = tuple(some)
        scores = [(entry, replay.score(entry)) for entry in day]
        for entry, score in scores:
            held_to = _relabelled(entry, labels)
            own = score if held_to is entry else replay.score(held_to)
            yield Placed(entry=entry, percentile=None if own is None else _place(held_to, own, earlier))
        for entry, score in scores:
            replay.add(entry)
            if score is not None:
                for reference in entry.classes:
                    earlier[reference].append(score)


def shuffle_labels(entries: tuple[Entry, ...], order: Iterable[int]) -> Mapping[str, tuple[str, str]]:
    """Give each account, by key, the issuer and language of another; ``order`` is a permutation of their places."""
    return {
        entry.key: (entries[place].issuer, entries[place].language) for entry, place in zip(entries, order, strict=True)
    }


def count_placebo(placed: Iterable[Placed], shuffled: Iterable[Placed]) -> tuple[Placebo, ...]:
    """Count by issuer and language how many of the accounts placed are called unusual, the most accounts first."""
    own, other = _counted(placed), _counted(shuffled)
    rows = (
        Placebo(
            issuer=issuer,
            language=language,
            placed=number,
            unusual=unusual,
            shuffled_placed=other.get((issuer, language), (0, 0))[0],
            shuffled_unusual=other.get((issuer, language), (0, 0))[1],
        )
        for (issuer, language), (number, unusual) in own.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.placed, row.issuer, row.language)))


def _counted(placed: Iterable[Placed]) -> dict[tuple[str, str], tuple[int, int]]:
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    for item in placed:
        if item.percentile is not None:
            who = (item.entry.issuer, item.entry.language)
            number, unusual = counts.get(who, (0, 0))
            counts[who] = (number + 1, unusual + (item.percentile > UNUSUAL))
    return counts


def _relabelled(entry: Entry, labels: Mapping[str, tuple[str, str]] | None) -> Entry:
    issuer, language = (labels or {}).get(entry.key, (entry.issuer, entry.language))
    if (issuer, language) == (entry.issuer, entry.language):
        return entry
    return replace(entry, issuer=issuer, language=language)


def _place(entry: Entry, score: float, earlier: Mapping[ReferenceClass, deque[float]]) -> float | None:
    for reference in entry.classes:
        scores = earlier.get(reference, ())
        if len(scores) >= LEAST_COMPARED:
            return percentile(score, tuple(scores))
    return None
