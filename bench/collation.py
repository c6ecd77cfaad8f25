"""
What a comparison costs, and what it finds beside an aligner that keeps the order: ``python -m bench.collation``.

Warm pairs of readouts, candidate pairings judged a second, two long transcripts, and the labelled pairs beside the
project: what of the labelled differences is located by the comparison, by an order-keeping alignment of the same
sentence vectors (Needleman and Wunsch, 1970), and by calling every sentence a difference.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, product
from statistics import median
from typing import Any

import numpy as np

from bench.measure import COMMUNIQUE, middle_of
from communique.adapters.vectors import universal_vectors
from communique.collation.collating import collate, lay_side_by_side
from communique.collation.pairing.judging import judge
from communique.collation.pairing.occasions import occasion_of
from communique.collation.vectors import Matrix, Vectors
from communique.model import Account, Capture, Comparison, Pairing, Release
from communique.sources.drafting import Hints
from communique.sources.pairs import ReleasePair, parse_pair
from communique.sources.publishers import load_publishers
from communique.wiring.building import build_engine
from communique.wiring.settings import Settings
from tools.labelled import gold_of, lines_of, score

GAP = 0.25
"""What leaving a sentence without an answer costs the order-keeping alignment: a weak likeness."""

PAIRED = 0.6
"""Cosine from which a sentence that the order-keeping alignment pairs is taken as said by both."""

TIMES = 7
TRANSCRIPT = 8_000
CANDIDATES = 20_000
Told = tuple[ReleasePair, Account, Account]


def main() -> None:
    """Measure and print."""
    if not gold_of("pairs").exists():
        sys.exit("expected the labelled pairs beside the project, got none; nothing is measured")
    vectors = universal_vectors()
    told = tuple(accounts())
    vectors.encode(["Talks were held."])
    say_speed(told, vectors)
    say_long(told, vectors)
    say_found(told, vectors)


def accounts() -> Iterator[Told]:
    """Yield the labelled pairs with the accounts of both texts."""
    engine = build_engine(Settings())
    for line in lines_of(gold_of("pairs")):
        pair = parse_pair(line.encode(), Capture(address="pairs", content=b""), Hints(publishers=load_publishers()))
        first, second = (next(iter(engine.extract((release,)))) for release in (pair.first, pair.second))
        yield pair, first, second


def say_speed(told: Sequence[Told], vectors: Vectors) -> None:
    """Print the time of a pair of readouts, warm and from the key press, and the candidates judged a second."""
    _, first, second = min(told, key=lambda one: abs(words(one[1]) + words(one[2]) - 800))
    engine = build_engine(Settings())

    def pair() -> object:
        fresh = [next(iter(engine.extract((account.release,)))) for account in (first, second)]
        return collate(fresh[0], fresh[1], vectors=vectors)

    size = f"{words(first)} and {words(second)} words"
    print(f"one pair, extraction and comparison, {size}, vectors kept: {timed(pair):.3f} s")
    source = gold_of("pairs")
    run = middle_of(3, *COMMUNIQUE, "export", "variants", str(source), "--quiet")
    print(f"{len(told)} labelled pairs from the key press: {run.seconds:.1f} s, {run.peak:.0f} MB")
    occasions = [occasion_of(account) for one in told for account in one[1:]]
    candidates = list(islice(product(occasions * 40, occasions), CANDIDATES))
    begun = time.perf_counter()
    for one, other in candidates:
        judge(one, other)
    print(f"candidate pairings judged a second: {len(candidates) / (time.perf_counter() - begun):,.0f}")


def say_long(told: Sequence[Told], vectors: Vectors) -> None:
    """Print the time of two transcripts of eight thousand words beside that of two of half the length."""
    texts = [account.release.text for one in told for account in one[1:] if one[0].first.language == "en"]
    engine = build_engine(Settings())
    seconds = []
    for size in (TRANSCRIPT // 2, TRANSCRIPT):
        releases = [long_release(texts[start::2], size, start) for start in (0, 1)]
        begun = time.perf_counter()
        first, second = engine.extract(releases)
        lay_side_by_side(Comparison(first=first, second=second, pairing=Pairing(same=True)), vectors=vectors)
        seconds.append(time.perf_counter() - begun)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"two transcripts of {TRANSCRIPT:,} words: {seconds[1]:.1f} s, {seconds[1] / seconds[0]:.1f} × half the size")
    print(f"largest memory: {peak:.0f} MB")


def say_found(told: Sequence[Told], vectors: Vectors) -> None:
    """Print what of the labelled differences is located, by the comparison and by two baselines."""
    ways: dict[str, Callable[[Told], Iterable[dict[str, Any]]]] = {
        "this comparison": lambda one: compared(one, vectors),
        "order-keeping alignment": lambda one: kept_in_order(one, vectors),
        "every sentence": every_sentence,
    }
    print(f"{'located on labelled pairs':28}{'recall':>8}{'precision':>11}{'F1':>7}")
    for name, way in ways.items():
        records = "\n".join(json.dumps(record(one, list(way(one))), ensure_ascii=False) for one in told)
        located = score("pairs", "en", records)["located"]
        print(f"{name:28}{located['recall']:8.2f}{located['precision']:11.2f}{located['f1']:7.2f}")


def compared(one: Told, vectors: Vectors) -> Iterator[dict[str, Any]]:
    """Yield the variants of the comparison, as a record has them."""
    _, first, second = one
    for variant in collate(first, second, vectors=vectors).variants:
        yield row(
            first.release.words(variant.first) if variant.first else None,
            second.release.words(variant.second) if variant.second else None,
        )


def kept_in_order(one: Told, vectors: Vectors) -> Iterator[dict[str, Any]]:
    """Yield the sentences that an order-keeping alignment leaves alone or pairs though they are unlike."""
    _, first, second = one
    ours, theirs = sentences(first), sentences(second)
    rows, columns = vectors.encode(ours), vectors.encode(theirs)
    answered = dict(needleman_wunsch(rows, columns))
    likeness = rows @ columns.T
    for i, sentence in enumerate(ours):
        j = answered.get(i)
        if j is None:
            yield row(sentence, None)
        elif likeness[i, j] < PAIRED:
            yield row(sentence, theirs[j])
    yield from (row(None, sentence) for j, sentence in enumerate(theirs) if j not in answered.values())


def every_sentence(one: Told) -> Iterator[dict[str, Any]]:
    """Yield every sentence of both texts as a difference."""
    yield from (row(sentence, None) for sentence in sentences(one[1]))
    yield from (row(None, sentence) for sentence in sentences(one[2]))


def needleman_wunsch(first: Matrix, second: Matrix) -> list[tuple[int, int]]:
    """Align two sequences of rows in order: the pairs whose cosines, less a price for each gap, sum highest."""
    likeness = first @ second.T
    best = np.zeros((len(first) + 1, len(second) + 1))
    best[:, 0], best[0, :] = -GAP * np.arange(len(first) + 1), -GAP * np.arange(len(second) + 1)
    for i, j in product(range(1, len(first) + 1), range(1, len(second) + 1)):
        best[i, j] = max(best[i - 1, j - 1] + likeness[i - 1, j - 1], best[i - 1, j] - GAP, best[i, j - 1] - GAP)
    pairs, i, j = list[tuple[int, int]](), len(first), len(second)
    while i and j:
        if best[i, j] == best[i - 1, j - 1] + likeness[i - 1, j - 1]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif best[i, j] == best[i - 1, j] - GAP:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def record(one: Told, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the record that the scorer reads."""
    return {"id": one[0].identifier, "same_event": True, "variants": rows}


def row(first: str | None, second: str | None) -> dict[str, Any]:
    """Give one difference as a record has it."""
    side = "both" if first and second else "a" if first else "b"
    return {"type": "omission", "side": side, "what": "", "quote_a": first, "quote_b": second, "weight": "major"}


def sentences(account: Account) -> list[str]:
    """Give the sentences of a text."""
    return [account.release.words(span) for span in account.sentences]


def words(account: Account) -> int:
    """Count the words of a text."""
    return len(account.release.text.split())


def long_release(texts: Sequence[str], size: int, number: int) -> Release:
    """Make a text of so many words from others."""
    told = (word for _ in range(10) for text in texts for word in text.split())
    text = " ".join(islice(told, size))
    return Release(address=f"long:{number}", issuer="", language="en", title="Transcript", text=text)


def timed(work: Callable[[], object]) -> float:
    """Give the median time of some runs, the first left out."""
    work()
    taken = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return median(taken)


if __name__ == "__main__":
    main()
