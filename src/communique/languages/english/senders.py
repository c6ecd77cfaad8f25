"""Who sent a message that is quoted: from its own words, from the sentences before it, or from the title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.languages.english.noun_phrases import Phrase, Word, find_words, phrase_after, phrase_before, subject_of
from communique.languages.english.sentence_bounds import sentence_start, stripped_end
from communique.languages.english.speech_words import CueWords, cue_words
from communique.model import Part, Span

_POSSESSIVE = re.compile(r"['’]s?\Z")
_AUTHOR = frozenset({"by", "from"})
_EARLIER = 700
_MOST_SENTENCES = 4


def find_sender(text: str, low: int, at: int, title: str) -> Span | None:
    """
    Give the words for the sender of a message quoted after ``at``, from the sentences before or else the title.

    >>> text = "Ilmar Vesk sent greetings to the choir. The message reads: “Sing on.”"
    >>> find_sender(text, 0, text.index("The message"), "").of(text)
    'Ilmar Vesk'
    """
    low, end = max(low, at - _EARLIER), at
    for _ in range(_MOST_SENTENCES):
        end = stripped_end(text, low, end, " \t\n.!?…:*")
        start = sentence_start(text, low, end)
        found = _sender_in(find_words(text, start, end))
        if found is not None:
            return found
        if start <= low:
            break
        end = start
    titled = _sender_in(find_words(title, 0, len(title)))
    return Span(titled.start, titled.end, Part.TITLE) if titled else None


def _sender_in(row: Sequence[Word]) -> Span | None:
    words = cue_words()
    first = subject_of(row, words)
    if first is not None and first.head(words.links) in words.messages:
        return owner_of(first) or author_in(row, words)
    for i, word in enumerate(row):
        if word.lower in words.sending and not word.capital:
            phrase = phrase_before(row, i, words)
            if phrase is not None and phrase.head(words.links) not in words.messages | words.documents:
                return phrase.span
    return None


def owner_of(phrase: Phrase) -> Span | None:
    """Give the owner of a message ("Mr Vesk’s telegram"), without the ending."""
    words = cue_words()
    for word in phrase.words:
        ending = _POSSESSIVE.search(word.text)
        if ending and word.lower[: ending.start()] not in words.messages | words.documents:
            return Span(phrase.words[0].start, word.start + ending.start())
    return None


def author_in(row: Sequence[Word], words: CueWords) -> Span | None:
    """Give who wrote a message, from "by" or "from" behind it."""
    by = next((i for i, word in enumerate(row[:-1]) if word.lower in _AUTHOR and row[i + 1].capital), None)
    phrase = phrase_after(row, by + 1, words) if by is not None else None
    return phrase.span if phrase else None
