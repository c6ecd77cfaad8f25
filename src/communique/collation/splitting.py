"""Sentences parted into statements: a new one begins with each act of speech, and after a strong stop."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from communique.languages.acts import Act, ActWords, act_lexicon, find_acts
from communique.languages.lemmas import lemmatise
from communique.languages.statement_grammar import statement_grammar
from communique.model import Span

FEWEST_WORDS = 3
"""Words of weight that each part must have: less is no statement of its own."""


def split_sentence(sentence: Span, text: str, language: str) -> tuple[Span, ...]:
    """
    Part a sentence into statements.

    >>> text = "She thanked Arvenia for its aid and stressed that the ferries of Velmark need new harbours."
    >>> [span.of(text) for span in split_sentence(Span(0, len(text)), text, "en")]
    ['She thanked Arvenia for its aid', 'and stressed that the ferries of Velmark need new harbours.']
    """
    words = sentence.of(text)
    cuts = sorted({*_cuts_at_acts(words, language), *_cuts_at_stops(words, language)})
    parts = list[tuple[int, int]]()
    start = 0
    for cut in cuts:
        if _weighty(words[start:cut], language) and _weighty(words[cut:], language):
            parts.append((start, cut))
            start = cut
    parts.append((start, len(words)))
    return tuple(span for part in parts if (span := _trimmed(sentence, words, *part)) is not None)


def _cuts_at_stops(words: str, language: str) -> Iterator[int]:
    """Yield where a semicolon leads to an act, or "as well as" adds a matter."""
    for found in statement_grammar(language).stop.finditer(words):
        if not found["hard"] or any(act.opens for act in find_acts(words[found.end() :], language)):
            yield found.end()


def _cuts_at_acts(words: str, language: str) -> Iterator[int]:
    """Yield where a conjunction or comma leads to a verb of speech that is not the first."""
    grammar = statement_grammar(language)
    acts = [act for act in find_acts(words, language) if act.opens and act.act is not Act.CONTACT]
    for before, act in pairwise(acts):
        joints = [f for f in grammar.joint.finditer(words, before.end, act.start + 1) if f.end() <= act.start]
        joint = next((f for f in joints if grammar.subject.fullmatch(words, f.end(), act.start)), None)
        if joint is not None and not _listed(words, before, act):
            yield joint.start() + len(joint[0]) - len(joint[0].lstrip(" ,;–—"))


def _listed(words: str, before: ActWords, act: ActWords) -> bool:
    """Tell whether two verbs share one object ("discussed and agreed on…")."""
    return len(words[before.end : act.start].split()) <= FEWEST_WORDS


def _weighty(words: str, language: str) -> bool:
    lexicon = act_lexicon(language)
    return sum(lemma not in lexicon.function for lemma in lemmatise(words, language)) >= FEWEST_WORDS


def _trimmed(sentence: Span, words: str, start: int, end: int) -> Span | None:
    part = words[start:end]
    left, right = len(part) - len(part.lstrip(" ,;–—\n\t-*")), len(part.rstrip(" ,;–—\n\t"))
    if right <= left:
        return None
    return Span(sentence.start + start + left, sentence.start + start + right, sentence.part)
