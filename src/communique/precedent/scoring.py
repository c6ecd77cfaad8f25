"""How far an account as a whole parts from its class: one score, and its place among earlier scores."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import log2

from communique.precedent.entries import Entry, ReferenceClass
from communique.precedent.rates import chain
from communique.precedent.tally import NEVER, Count, Tally

UNUSUAL = 90.0
"""The percentile past which a release is called unusual."""

LEAST_COMPARED = 20
"""Earlier scores without which a release has no standing."""

MOST_COMPARED = 100
"""The latest so many earlier scores are compared: a house style of ten years ago is no yardstick."""

LEAST_EXPECTED = 3
"""The least expected so many outcomes make the score: many small things would hide the few that a reader sees."""

LEAST_SCORED = 20
"""Accounts that could have had a feature, below which it does not enter a score: a young class scores by its size."""


def score_probabilities(outcomes: Iterable[float]) -> float | None:
    """
    Score an account from the probability of each thing that it has or lacks: the surprisal of the three least expected.

    An outcome of probability p has a surprisal of -log2 p bits; the score is the sum of the three highest, 0 or more,
    higher is odder. None where there is nothing to score.

    >>> score_probabilities([0.5, 0.25, 0.5, 0.125])
    6.0
    """
    surprisals = nlargest(LEAST_EXPECTED, (-log2(p) for p in outcomes))
    return sum(surprisals) if surprisals else None


def percentile(score: float, earlier: Sequence[float]) -> float:
    """
    Give the percentage of earlier scores below this one, ties counted half (0 to 100).

    >>> percentile(2.0, [1.0, 2.0, 3.0, 4.0])
    37.5
    """
    ordered = sorted(earlier)
    below, upto = bisect_left(ordered, score), bisect_right(ordered, score)
    return 100.0 * (below + upto) / (2.0 * len(ordered))


def is_scored(code: str, widest: Count) -> bool:
    """Tell whether a feature enters the score: each once, for the whole text, where the class is no young one."""
    return "@" not in code and widest.among >= LEAST_SCORED


def find_probabilities(entry: Entry, counts_of: Callable[[str], Sequence[Count]]) -> Iterator[float]:
    """
    Yield the probability of each thing that an account has or lacks and that enters its score.

    ``counts_of`` gives the counts of a feature in its classes, widest first.
    """
    for codes, present in ((entry.present, True), (entry.absent, False)):
        for code in sorted(codes):
            counts = counts_of(code)
            if is_scored(code, counts[0]):
                having = chain(counts)
                yield having if present else 1.0 - having


class Replay:
    """
    A corpus counted in the order of its days, so that every account is scored from earlier ones alone.

    ``start`` holds the tallies of what was published before the first account that is added.
    """

    def __init__(self, start: Mapping[ReferenceClass, Tally] | None = None) -> None:
        self._counts: dict[ReferenceClass, dict[str, tuple[int, int]]] = {
            reference: {code: (count.seen, count.among) for code, count in tally.counts.items()}
            for reference, tally in (start or {}).items()
        }

    def add(self, entry: Entry) -> None:
        """Count an account; add all of one day after all of that day are scored."""
        for reference in entry.classes:
            counts = self._counts.setdefault(reference, {})
            for code in entry.present:
                seen, among = counts.get(code, (0, 0))
                counts[code] = (seen + 1, among + 1)
            for code in entry.absent:
                seen, among = counts.get(code, (0, 0))
                counts[code] = (seen, among + 1)

    def score(self, entry: Entry) -> float | None:
        """Score an account from what was added before, None for "no base"."""
        widest_first = [self._counts.get(reference, {}) for reference in reversed(entry.classes)]

        def counts_of(code: str) -> Sequence[Count]:
            return [Count(*counts[code]) if code in counts else NEVER for counts in widest_first]

        return score_probabilities(find_probabilities(entry, counts_of))
