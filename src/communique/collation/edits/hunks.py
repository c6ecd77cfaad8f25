"""The words that changed between two versions of the same sentences, one place at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise, zip_longest

from rapidfuzz.distance import Indel

from communique.collation.edits.words import Wording

_LARGE = 600
"""Words of a stretch from which it is aligned by the bit-parallel algorithm, whose time is sure."""

_MOST = 400_000_000
"""Product of the lengths from which two stretches, none of whose sentences agree, are not aligned at all."""

_NEAR = 2
_FARTHEST = 60
Range = tuple[int, int]
Pair = tuple[int, int]


class Fate(StrEnum):
    """What became of a stretch of words."""

    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Hunk:
    """
    Words ``before[first:end]`` that became ``after[first:end]``; either range may be empty.

    ``added`` and ``removed`` hunks are whole sentences, ``moved`` ones are the same sentence at both places.
    """

    fate: Fate
    before: Range
    after: Range

    @property
    def weight(self) -> int:
        """How many words and marks changed, of both versions."""
        return self.before[1] - self.before[0] + self.after[1] - self.after[0]


def match_words(before: Wording, after: Wording, one: Sequence[int], other: Sequence[int]) -> list[Pair]:
    """Pair the words that stayed, in order; ``one`` and ``other`` are the numbers of the words to be compared."""
    left, right = [before.words[i].key for i in one], [after.words[k].key for k in other]
    if len(left) * len(right) > _MOST:
        return []
    if max(len(left), len(right)) > _LARGE:
        blocks = [(b.a, b.b, b.size) for b in Indel.opcodes(_hashed(left), _hashed(right)).as_matching_blocks()]
    else:
        matcher = SequenceMatcher(None, left, right, autojunk=False)
        blocks = [(b.a, b.b, b.size) for b in matcher.get_matching_blocks()]
    return [(one[a + n], other[b + n]) for a, b, size in blocks for n in range(size)]


def _hashed(keys: Sequence[str]) -> list[int]:
    return [hash(key) for key in keys]


def find_gaps(
    before: Wording,
    after: Wording,
    compared: tuple[Sequence[int], Sequence[int]],
    pairs: Sequence[Pair],
    ends: tuple[Range, Range],
) -> Iterator[Hunk]:
    """Give the words between those that stayed as hunks, neighbouring ones joined where little stands between."""
    hunks: list[Hunk] = []
    edges = [(ends[0][0] - 1, ends[1][0] - 1), *pairs, (ends[0][1], ends[1][1])]
    ours, theirs = set(compared[0]), set(compared[1])
    for at, ((i, k), (j, m)) in enumerate(pairwise(edges)):
        left = tuple(_runs([n for n in range(i + 1, j) if n in ours], i + 1))
        right = tuple(_runs([n for n in range(k + 1, m) if n in theirs], k + 1))
        for here, there in zip_longest(left, right):
            hunk = Hunk(Fate.CHANGED, here or (left[-1][1],) * 2, there or (right[-1][1],) * 2)
            if hunk.weight:
                free = _run_of(edges[at : max(0, at - _FARTHEST) : -1], -1), _run_of(edges[at + 1 : at + _FARTHEST], 1)
                hunks.append(_slid(before, after, hunk, free))
    yield from _joined(before, after, hunks)


def _run_of(pairs: Sequence[Pair], step: int) -> int:
    """Count the pairs that stand next to one another in both versions, from the first on."""
    n = 0
    while n + 1 < len(pairs) and pairs[n + 1] == (pairs[n][0] + step, pairs[n][1] + step):
        n += 1
    return n


def _runs(places: Sequence[int], at: int) -> Iterator[Range]:
    """Give the unbroken runs among ascending numbers; of none, the empty one at ``at``."""
    start = previous = None
    for n in places:
        if previous is not None and n == previous + 1:
            previous = n
            continue
        if start is not None and previous is not None:
            yield start, previous + 1
        start = previous = n
    yield (start, previous + 1) if start is not None and previous is not None else (at, at)


def _slid(before: Wording, after: Wording, hunk: Hunk, free: tuple[int, int]) -> Hunk:
    """
    Move words that came or went to where a sentence or a clause begins, if the text reads the same.

    "He met [A, he met ]B" is "[He met A, ]he met B" too; a reader takes what begins after a mark.
    """
    came = hunk.before[0] == hunk.before[1]
    if not came and hunk.after[0] != hunk.after[1]:
        return hunk
    wording, (start, end) = (after, hunk.after) if came else (before, hunk.before)
    shifts = sorted(_shifts(wording, start, end, free), key=abs)
    shift = max(shifts, key=lambda n: _opening(wording, start + n))
    first, second = hunk.before, hunk.after
    return Hunk(hunk.fate, (first[0] + shift, first[1] + shift), (second[0] + shift, second[1] + shift))


def _shifts(wording: Wording, start: int, end: int, free: tuple[int, int]) -> Iterator[int]:
    words = wording.words
    yield 0
    for n in range(1, free[0] + 1):
        if words[start - n].key != words[end - n].key:
            break
        yield -n
    for n in range(free[1]):
        if words[start + n].key != words[end + n].key:
            break
        yield n + 1


def _opening(wording: Wording, at: int) -> int:
    """Tell how well changed words begin at a word: with a sentence, after a mark, or in mid-phrase."""
    if at == wording.starts[wording.sentence_of(at)]:
        return 2
    return int(wording.words[at].is_word and not wording.words[at - 1].is_word)


def _joined(before: Wording, after: Wording, hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """Join changes of one sentence between which little or nothing stayed."""
    held: Hunk | None = None
    for hunk in hunks:
        if held is not None and _belong(before, after, held, hunk):
            held = Hunk(held.fate, (held.before[0], hunk.before[1]), (held.after[0], hunk.after[1]))
            continue
        if held is not None:
            yield held
        held = hunk
    if held is not None:
        yield held


def _belong(before: Wording, after: Wording, one: Hunk, other: Hunk) -> bool:
    """
    Tell whether two changes are one: words that changed places, or a rewording that kept a few words in its midst.

    After the semantic clean-up of Fraser (2012), "Writing: Diff Strategies": what stayed is no more than what changed
    on either side of it.
    """
    if other.before[0] - one.before[1] != other.after[0] - one.after[1]:
        return False
    if after.sentence_of(max(0, one.after[1] - 1)) != after.sentence_of(min(other.after[0], len(after.words) - 1)):
        return False
    between = before.words[one.before[1] : other.before[0]]
    stayed = sum(word.is_word for word in between)
    if _swapped(before, after, one, other):
        return stayed <= _NEAR
    if _same_way(one, other):
        return False
    return stayed <= min(_size(before, after, one), _size(before, after, other))


def _same_way(one: Hunk, other: Hunk) -> bool:
    """Tell whether both changes only add words, or both only take some away: items of a list, mostly."""
    return any(a[0] == a[1] and b[0] == b[1] for a, b in ((one.before, other.before), (one.after, other.after)))


def _swapped(before: Wording, after: Wording, one: Hunk, other: Hunk) -> bool:
    """Tell whether the words that went at one place came at the other."""

    def keys(wording: Wording, places: Range) -> list[str]:
        return [word.small for word in wording.words[slice(*places)] if word.is_word and not word.is_particle]

    gone, come = keys(before, one.before), keys(after, other.after)
    back, forth = keys(before, other.before), keys(after, one.after)
    return (bool(gone) and gone == come and not back and not forth) or (
        bool(back) and back == forth and not gone and not come
    )


def _size(before: Wording, after: Wording, hunk: Hunk) -> int:
    """Count the changed words of a hunk, of the longer side."""
    return max(
        sum(word.is_word for word in before.words[slice(*hunk.before)]),
        sum(word.is_word for word in after.words[slice(*hunk.after)]),
    )
