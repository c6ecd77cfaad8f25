"""An essay parted into clauses that each assert one thing, quoted words apart from the essayist's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.languages.commentary import Construction, Cue, find_cues, has_cue, pattern_of
from communique.model import Account, Part, Span
from communique.text.furniture import find_furniture, is_furniture

FEWEST_WORDS = 3
"""Words that a clause must have on both sides of a joint to be parted there."""

_ASIDE = re.compile(r"\(([^()]{4,160})\)")
_STOP = re.compile(r";\s+|\s[–—]\s+(?=\S)|:\s+(?=\w)|\.{3}\s+|…\s+")
_WORD = re.compile(r"\w[\w’'-]*")


_EDGES = ' \t\n\r,;:–—-()“”«»"„'


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """
    Words of an essay that assert one thing.

    ``sentence`` is the sentence they stand in; ``quotation`` marks what of them is quoted from somebody, ``aside``
    tells that they stand in brackets.
    """

    span: Span
    sentence: Span
    quotation: Span | None = None
    aside: bool = False


def find_clauses(essay: Account, quotations: Sequence[Span] = ()) -> tuple[Clause, ...]:
    """
    Part the body of an essay into clauses, in order.

    ``quotations`` are the stretches that it quotes: their sentences stand for themselves. Lines that belong to the
    page and not to the essay are passed over.
    """
    text, language = essay.release.text, essay.release.language
    found = list[Clause]()
    page = tuple(_page(text))
    for sentence in essay.sentences:
        if sentence.part is not Part.TEXT or any(span.overlaps(sentence) for span in page):
            continue
        for piece, quotation in _by_quotation(sentence, quotations):
            if quotation is not None:
                found += _clause(text, piece, sentence, quotation=quotation)
            else:
                found += _own(text, piece, sentence, language)
    return tuple(found)


def _page(text: str) -> Iterator[Span]:
    """Yield the lines that belong to the page around an essay."""
    yield from find_furniture(text)
    for line in re.finditer(r"[^\n]+", text):
        if is_furniture(" ".join(line[0].split())):
            yield Span(line.start(), line.end())


def _by_quotation(sentence: Span, quotations: Sequence[Span]) -> Iterator[tuple[Span, Span | None]]:
    """Cut a sentence where quoted words begin and end; what leads up to a quotation inside it stays with it."""
    at = sentence.start
    for quotation in quotations:
        if quotation.part is not sentence.part or not quotation.overlaps(sentence):
            continue
        start, end = max(quotation.start, sentence.start), min(quotation.end, sentence.end)
        yield Span(at, end, sentence.part), Span(start, end, sentence.part)
        at = end
    if at < sentence.end:
        yield Span(at, sentence.end, sentence.part), None


def _own(text: str, piece: Span, sentence: Span, language: str) -> Iterator[Clause]:
    """Yield the clauses of the essayist's own words, what stands in brackets after the clause around it."""
    words = piece.of(text)
    asides = [m for m in _ASIDE.finditer(words) if has_cue(m[1], Cue.ASIDE, language=language)]
    cuts = sorted({0, len(words), *(cut for cut in _cuts(words, language) if not _within(cut, asides))})
    for start, end in pairwise(cuts):
        yield from _clause(text, Span(piece.start + start, piece.start + end, piece.part), sentence)
        for aside in asides:
            if start <= aside.start() < end:
                span = Span(piece.start + aside.start(1), piece.start + aside.end(1), piece.part)
                yield from _clause(text, span, sentence, aside=True)


def _within(cut: int, brackets: Sequence[re.Match[str]]) -> bool:
    return any(match.start() < cut < match.end() for match in brackets)


def _cuts(words: str, language: str) -> Iterator[int]:
    """Yield where a new assertion begins: after a strong stop, at a joint with a verb behind it, at a purpose."""
    taken = 0
    candidates = sorted(
        {
            *(m.end() for m in _STOP.finditer(words)),
            *_joints(words, language),
            *_purposes(words, language),
            *_introduction(words, language),
        }
    )
    for number, cut in enumerate(candidates):
        after = candidates[number + 1] if number + 1 < len(candidates) else len(words)
        denied = any(match.end() == cut for match in pattern_of(Construction.NOT_THE, language).finditer(words))
        if (denied or _asserts(words[taken:cut], language)) and _asserts(words[cut:after], language):
            yield cut
            taken = cut


def _joints(words: str, language: str) -> Iterator[int]:
    opening = {found.start: found for found in find_cues(words, Cue.JOINT, language)}
    for match in re.finditer(r",\s+", words):
        if match.end() in opening:
            yield match.end()
    verbs = {found.end for found in find_cues(words, Cue.VERB, language)}
    same_subject = pattern_of(Construction.SAME_SUBJECT, language).finditer(words)
    yield from (m.start() + 1 for m in same_subject if m.start() not in verbs)
    yield from (m.end() for m in pattern_of(Construction.WHERE, language).finditer(words))
    yield from (m.end() for m in pattern_of(Construction.NOT_THE, language).finditer(words))
    yield from (found.start for found in find_cues(words, Cue.OPENER, language))


def _introduction(words: str, language: str) -> Iterator[int]:
    """Yield where the main clause begins behind an aim or a ground that opens the sentence."""
    if pattern_of(Construction.INTRODUCTION, language).match(words):
        yield from (m.end() for m in list(pattern_of(Construction.SUBJECT, language).finditer(words))[:1])


def _purposes(words: str, language: str) -> Iterator[int]:
    yield from (found.start for found in find_cues(words, Cue.TAIL, language))


def _asserts(words: str, language: str) -> bool:
    """Tell whether words have a verb and enough beside it to be an assertion."""
    purpose = has_cue(words[:24], Cue.TAIL, language=language)
    return len(_WORD.findall(words)) > FEWEST_WORDS and (purpose or has_cue(words, Cue.VERB, language=language))


def _clause(
    text: str, span: Span, sentence: Span, *, quotation: Span | None = None, aside: bool = False
) -> Iterator[Clause]:
    words = span.of(text)
    left = len(words) - len(words.lstrip(_EDGES))
    right = len(words.rstrip(_EDGES))
    if right - left > 1 and len(_WORD.findall(words[left:right])) > (0 if aside else 1):
        bounded = Span(span.start + left, span.start + right, span.part)
        yield Clause(span=bounded, sentence=sentence, quotation=quotation, aside=aside)
