"""Sentences parted into statements: a new one begins with each act of speech, and after a strong stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from communique.languages.acts import Act, ActWords, act_lexicon, find_acts
from communique.languages.lemmas import lemmatise
from communique.model import Span

FEWEST_WORDS = 3
"""Words of weight that each part must have: less is no statement of its own."""

_JOINT = re.compile(r"[,;]?\s+(?:and|but|while|и|а|но)\s+|[,;–—]\s+", re.IGNORECASE)
_STOP = re.compile(r"(?P<hard>;)\s+|\s+(?=as well as\s)", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:with\s+)?(?:also\s+|then\s+|further\s+|так\s*же\s+)?(?:\w+ly\s+)?"
    r"(?:he|she|they|он|она|они|(?:both|the|the\s+two|all|обе|оба)?\s*"
    r"(?:sides?|leaders|presidents|parties|ministers|interlocutors|heads\s+of\s+state|стороны|лидеры|президенты|главы\s+государств))?"
    r"\s*(?:also\s+|have\s+|has\s+|had\s+|также\s+)?",
    re.IGNORECASE,
)
"""What may stand between a conjunction and the verb that begins a statement: a common subject, or nothing."""

_NAMED = re.compile(
    r"(?:[A-ZА-ЯЁ][\w.’'-]*\s+)*[A-ZА-ЯЁ][\w.’'-]*,?\s+"
    r"(?:(?:in\s+(?:(?:his|her|its|their)\s+)?turn|for\s+(?:his|her|its|their)\s+part|в\s+свою\s+очередь),\s+)?"
    r"(?:also\s+|have\s+|has\s+|had\s+|также\s+)?"
)
"""Likewise a subject by name."""


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
    for found in _STOP.finditer(words):
        if not found["hard"] or any(act.opens for act in find_acts(words[found.end() :], language)):
            yield found.end()


def _cuts_at_acts(words: str, language: str) -> Iterator[int]:
    """Yield where a conjunction or comma leads to a verb of speech that is not the first."""
    acts = [act for act in find_acts(words, language) if act.opens and act.act is not Act.CONTACT]
    for before, act in pairwise(acts):
        joints = [found for found in _JOINT.finditer(words, before.end, act.start + 1) if found.end() <= act.start]
        joint = next((found for found in joints if _is_subject(words, found.end(), act.start)), None)
        if joint is not None and not _listed(words, before, act):
            yield joint.start() + len(joint[0]) - len(joint[0].lstrip(" ,;–—"))


def _is_subject(words: str, start: int, end: int) -> bool:
    return any(subject.fullmatch(words, start, end) for subject in (_SUBJECT, _NAMED))


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
