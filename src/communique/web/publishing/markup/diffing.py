"""What changed between two versions, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

SAME, GONE, NEW, GAP = " ", "-", "+", "…"
_CONTEXT = 1


def find_changes(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """
    Give the unified difference of two texts by sentence: sign and words, with one sentence of context.

    >>> find_changes(["One.", "Two.", "Three.", "Four."], ["One.", "Two.", "Drei.", "Four."])
    ((' ', 'Two.'), ('-', 'Three.'), ('+', 'Drei.'), (' ', 'Four.'))
    """
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(_changes(matcher, before, after))


def _changes(matcher: SequenceMatcher[str], before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    for number, group in enumerate(matcher.get_grouped_opcodes(_CONTEXT)):
        if number:
            yield GAP, ""
        for verb, first, last, start, end in group:
            if verb == "equal":
                yield from ((SAME, words) for words in before[first:last])
                continue
            yield from ((GONE, words) for words in before[first:last])
            yield from ((NEW, words) for words in after[start:end])


def carried_sentences(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """
    Give where the sentences of one version stand in another, by their numbers from 1; changed ones are left out.

    >>> carried_sentences(["One.", "Two."], ["Zero.", "One.", "Zwei."])
    {1: 2}
    """
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return {
        block.a + place + 1: block.b + place + 1
        for block in matcher.get_matching_blocks()
        for place in range(block.size)
    }
