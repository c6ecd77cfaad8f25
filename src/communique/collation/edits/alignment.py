"""Where two versions of a text part: sentences that moved, came or went, and words changed in those that stayed."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from communique.collation.edits.hunks import Fate, Hunk, Range, find_gaps, match_words
from communique.collation.edits.words import Wording

_KEPT = 0.4
"""Share of a sentence's words that must have stayed for it to count as the same sentence."""

_SPELT_ALIKE = 0.7
_LONG = 4
_ROUNDS = 3
_REWORKED = 0.75
_MOST_PAIRS = 2500
Opcode = tuple[int, int, int, int]


def find_hunks(before: Wording, after: Wording) -> tuple[Hunk, ...]:
    """
    Give what changed between two versions of one part, in the order of the later one.

    Sentences are compared first, whole; only stretches where they differ are compared word by word. A sentence that
    stands elsewhere unchanged has moved. A sentence that shares little with its counterpart came or went.
    """
    blocks = tuple(_blocks(before, after))
    moved = tuple(_moved(before, after, blocks))
    gone = {s for hunk in moved for s in _sentences(before, hunk.before)}
    come = {s for hunk in moved for s in _sentences(after, hunk.after)}
    changed = [hunk for block in blocks for hunk in _in_block(before, after, block, gone, come)]
    hunks = (*moved, *_displaced(before, after, changed))
    return tuple(sorted(hunks, key=lambda hunk: (hunk.after, hunk.before)))


def _displaced(before: Wording, after: Wording, hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """Take words that were taken away at one place and added at another for words that moved."""
    waiting: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for n, hunk in enumerate(hunks):
        if hunk.after[0] == hunk.after[1] and len(words := _words(before, hunk.before)) > 1:
            waiting[words].append(n)
    paired: dict[int, int] = {}
    for n, hunk in enumerate(hunks):
        if hunk.before[0] == hunk.before[1] and waiting.get(words := _words(after, hunk.after)):
            paired[waiting[words].popleft()] = n
    for one, other in paired.items():
        yield Hunk(Fate.MOVED, hunks[one].before, hunks[other].after)
    done = {*paired, *paired.values()}
    yield from _reworked(before, after, [hunk for n, hunk in enumerate(hunks) if n not in done])


def _reworked(before: Wording, after: Wording, hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """Take a sentence that went and nearly the same sentence that came elsewhere for one that moved and changed."""
    removed = [hunk for hunk in hunks if hunk.fate is Fate.REMOVED]
    added = [hunk for hunk in hunks if hunk.fate is Fate.ADDED]
    done: set[Hunk] = set()
    for one in removed if len(removed) * len(added) <= _MOST_PAIRS else ():
        keys = [word.key for word in before.words[slice(*one.before)]]
        likeness = {
            other: Indel.normalized_similarity(keys, [word.key for word in after.words[slice(*other.after)]])
            for other in added
            if other not in done and len(keys) >= _LONG
        }
        best = max(likeness, key=lambda other: likeness[other], default=None)
        if best is None or likeness[best] < _REWORKED:
            continue
        done |= {one, best}
        yield Hunk(Fate.MOVED, one.before, best.after)
        places = range(*one.before), range(*best.after)
        yield from find_gaps(before, after, places, match_words(before, after, *places), (one.before, best.after))
    yield from (hunk for hunk in hunks if hunk not in done)


def _words(wording: Wording, places: Range) -> tuple[str, ...]:
    """Give the words of a stretch without marks and without "and" and the like at its ends."""
    words = [word for word in wording.words[slice(*places)] if word.is_word]
    while words and words[0].is_particle:
        words = words[1:]
    while words and words[-1].is_particle:
        words = words[:-1]
    return tuple(word.small for word in words)


def _sentences(wording: Wording, words: Range) -> range:
    return range(wording.sentence_of(words[0]), wording.sentence_of(words[1] - 1) + 1)


def _blocks(before: Wording, after: Wording) -> Iterator[Opcode]:
    """Give the stretches of sentences that are not the same in both versions."""
    one, other = _sentence_keys(before), _sentence_keys(after)
    low, high = _shared_ends(one, other)
    left, right = one[low : len(one) - high], other[low : len(other) - high]
    for i, j, k, m in _differing(left, right):
        yield i + low, j + low, k + low, m + low


def _sentence_keys(wording: Wording) -> list[int]:
    bounds = map(wording.bounds, range(len(wording.starts)))
    return [hash(tuple(word.key for word in wording.words[first:end])) for first, end in bounds]


def _shared_ends(one: Sequence[object], other: Sequence[object]) -> tuple[int, int]:
    """Give how many items both begin with, and how many of the rest both end with."""
    most = min(len(one), len(other))
    low = next((i for i in range(most) if one[i] != other[i]), most)
    high = next((i for i in range(most - low) if one[-1 - i] != other[-1 - i]), most - low)
    return low, high


def _differing(one: Sequence[int], other: Sequence[int]) -> Iterator[Opcode]:
    """Give the stretches between the items of a longest common subsequence."""
    held: Opcode | None = None
    for code in Indel.opcodes(one, other):
        if code.tag == "equal":
            continue
        here = (code.src_start, code.src_end, code.dest_start, code.dest_end)
        if held is not None and held[1] == here[0] and held[3] == here[2]:
            held = (held[0], here[1], held[2], here[3])
        else:
            if held is not None:
                yield held
            held = here
    if held is not None:
        yield held


def _moved(before: Wording, after: Wording, blocks: Sequence[Opcode]) -> Iterator[Hunk]:
    """Pair the sentences that are gone here and stand elsewhere."""
    waiting: dict[int, deque[int]] = defaultdict(deque)
    one, other = _sentence_keys(before), _sentence_keys(after)
    for i, j, _, _ in blocks:
        for sentence in range(i, j):
            waiting[one[sentence]].append(sentence)
    for _, _, k, m in blocks:
        for sentence in range(k, m):
            if waiting.get(other[sentence]):
                yield Hunk(Fate.MOVED, before.bounds(waiting[other[sentence]].popleft()), after.bounds(sentence))


def _in_block(before: Wording, after: Wording, block: Opcode, gone: set[int], come: set[int]) -> Iterator[Hunk]:
    """Compare a stretch of sentences word by word, those apart that came or went as a whole."""
    ours = [s for s in range(block[0], block[1]) if s not in gone]
    theirs = [s for s in range(block[2], block[3]) if s not in come]
    ends = _ends(before, block[0], block[1]), _ends(after, block[2], block[3])
    for _ in range(_ROUNDS):
        pairs = match_words(before, after, _places(before, ours), _places(after, theirs))
        removed, added = _strangers(before, after, ours, theirs, pairs)
        for s in removed:
            at = next((k for i, k in reversed(pairs) if i < before.starts[s]), ends[1][0] - 1) + 1
            yield Hunk(Fate.REMOVED, before.bounds(s), (at, at))
        for s in added:
            at = next((i for i, k in reversed(pairs) if k < after.starts[s]), ends[0][0] - 1) + 1
            yield Hunk(Fate.ADDED, (at, at), after.bounds(s))
        ours, theirs = [s for s in ours if s not in removed], [s for s in theirs if s not in added]
        if not removed and not added:
            break
    one, other = _places(before, ours), _places(after, theirs)
    pairs = match_words(before, after, one, other)
    yield from find_gaps(before, after, (one, other), pairs, ends)


def _ends(wording: Wording, first: int, last: int) -> Range:
    """Give the words from one sentence up to another; of no sentences, the place between."""
    start = wording.starts[first] if first < len(wording.starts) else len(wording.words)
    return start, wording.bounds(last - 1)[1] if last > first else start


def _places(wording: Wording, sentences: Sequence[int]) -> list[int]:
    return [i for s in sentences for i in range(*wording.bounds(s))]


def _strangers(
    before: Wording, after: Wording, ours: Sequence[int], theirs: Sequence[int], pairs: Sequence[tuple[int, int]]
) -> tuple[set[int], set[int]]:
    """Find the sentences without a counterpart: too few of the words of either stand in the other."""
    shared: Counter[tuple[int, int]] = Counter()
    for i, k in pairs:
        if _weighs(before, i):
            shared[before.sentence_of(i), after.sentence_of(k)] += 1
    sizes = {s: _size(before, s) for s in ours}, {s: _size(after, s) for s in theirs}
    kept: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    held: tuple[set[int], set[int]] = (set(), set())
    for (s, t), count in shared.items():
        kept[0][s] += count
        kept[1][t] += count
        if count >= _KEPT * min(sizes[0][s], sizes[1][t]):
            held[0].add(s)
            held[1].add(t)
    removed = {s for s in ours if s not in held[0] and kept[0][s] < _KEPT * sizes[0][s]}
    added = {t for t in theirs if t not in held[1] and kept[1][t] < _KEPT * sizes[1][t]}
    if len(removed) == len(added) == 1 and _answer(before, after, *removed, *added):
        return set(), set()
    return removed, added


def _answer(before: Wording, after: Wording, ours: int, theirs: int) -> bool:
    """Tell whether two sentences that share little are the same item: of one number, or nearly spelt alike."""
    one = [word.small for word in before.words[slice(*before.bounds(ours))] if word.is_word]
    other = [word.small for word in after.words[slice(*after.bounds(theirs))] if word.is_word]
    if one[:2] == other[:2] and any(word[0].isdigit() for word in one[:2]):
        return True
    return Indel.normalized_similarity(" ".join(one), " ".join(other)) >= _SPELT_ALIKE


def _weighs(wording: Wording, i: int) -> bool:
    """Tell whether a word tells sentences apart: it is no mark and no short word in small letters."""
    word = wording.words[i]
    return word.is_word and (len(word.key) >= _LONG or not word.key.islower())


def _size(wording: Wording, sentence: int) -> int:
    return max(1, sum(_weighs(wording, i) for i in range(*wording.bounds(sentence))))
