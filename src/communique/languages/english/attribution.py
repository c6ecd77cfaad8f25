"""Who is said to have said it: English clauses before and after a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.languages.english.noun_phrases import Phrase, Word, find_words, phrase_after, phrase_before, subject_of
from communique.languages.english.senders import author_in, owner_of
from communique.languages.english.sentence_bounds import clause_end, sentence_start, stripped_end
from communique.languages.english.speech_words import CueWords, cue_words, label_words
from communique.model import Span

_DASHED = re.compile(r"[\s*]*[–—-]+[\s*]*(?=[A-Z])")
_SIGNATURE_ENDS = frozenset({"", ",", "\n", "*", "."})
_ISSUED = frozenset({"of", "by", "from"})
_AFTER_VERB = frozenset({"out", "up", "on"})
_WRITTEN = frozenset({"inscription", "plaque", "sign", "poster", "banner"})
_AFTER = 240
_BEFORE = 420
_LONGEST_SUBJECT = 18
_FULL_NAME = 2


@dataclass(frozen=True, slots=True)
class Attribution:
    """A clause that attributes words: its span, the words for the speaker (None where it names none), their number."""

    cue: Span
    speaker: Span | None
    plural: bool = False


def attribution_after(text: str, at: int, limit: int) -> Attribution | None:
    """
    Read the clause after a quotation that closes before ``at`` ("…," said Ilmar Vesk; "…", - the President noted).

    Gives None where the text goes on otherwise, or where a document is what speaks.
    """
    words = cue_words()
    row = find_words(text, at, clause_end(text, at, min(limit, at + _AFTER)))
    first = next((i for i, word in enumerate(row) if not word.is_mark), None)
    if first is None:
        return None
    if row[first].lower in words.verbs and not row[first].capital:
        return _verb_first(row, first, words)
    if row[first].lower == "according":
        return _made(row[first], phrase_after(row, first + 2, words), row, words)
    return _subject_first(row, first, words) or _signed(text, at, row, first)


def _verb_first(row: Sequence[Word], verb: int, words: CueWords) -> Attribution | None:
    after = verb + 1
    while after < len(row) and (row[after].lower in words.between or row[after].lower in _AFTER_VERB):
        after += 1
    if after >= len(row) or row[after].lower == "that":
        return None
    return _made(row[verb], phrase_after(row, after, words), row, words)


def _subject_first(row: Sequence[Word], first: int, words: CueWords) -> Attribution | None:
    if row[first].lower in words.borders or row[first].lower == "and":
        return None
    stop = min(len(row), first + _LONGEST_SUBJECT)
    verb = next((i for i in range(first + 1, stop) if row[i].lower in words.verbs and not row[i].capital), None)
    phrase = phrase_before(row, verb, words) if verb is not None else None
    if verb is None or phrase is None:
        return None
    ahead = [word for word in row[first:verb] if word.start < phrase.words[0].start]
    if any(word.is_mark or word.lower in words.borders for word in ahead):
        return None
    return _made(row[verb], Phrase((*ahead, *phrase.words)), row, words)


def _signed(text: str, at: int, row: Sequence[Word], first: int) -> Attribution | None:
    """Read a name set after a dash at the end of a quotation ("…” – Ilse Brandt, Governor")."""
    if not _DASHED.match(text, at) or not row[first].capital:
        return None
    phrase = phrase_after(row, first, cue_words())
    if phrase is None or sum(word.capital for word in phrase.words[:_FULL_NAME]) < _FULL_NAME:
        return None
    end = phrase.words[-1].end
    return Attribution(phrase.span, phrase.span) if text[end : end + 1] in _SIGNATURE_ENDS else None


def _made(verb: Word, phrase: Phrase | None, row: Sequence[Word], words: CueWords) -> Attribution | None:
    """Make an attribution of a verb and its subject; None where there is none, or a document is the subject."""
    head = phrase.head(words.links) if phrase else ""
    if phrase is None or head in words.documents or head in _WRITTEN:
        return None
    span = phrase.span
    cue = Span(min(verb.start, span.start), max(verb.end, span.end))
    if head in words.messages:
        return Attribution(cue, owner_of(phrase) or author_in(row, words))
    plural = any(word.lower in words.plural for word in phrase.words) or _is_joined(phrase)
    return Attribution(cue, span, plural)


def _is_joined(phrase: Phrase) -> bool:
    """Tell whether "and" joins two persons, not two parts of one office: names stand on both sides of it."""
    row = phrase.words
    ands = (i for i in range(1, len(row) - 1) if row[i].lower == "and")
    return any(_is_name(row[i - 1]) and (_is_name(row[i + 1]) or _is_name(row[-1])) for i in ands)


def _is_name(word: Word) -> bool:
    labels = label_words()
    known = (labels.ordinary, labels.common, labels.offices)
    return word.capital and not any(word.lower in words for words in known)


def attribution_before(text: str, low: int, at: int) -> Attribution | None:
    """
    Read the clause before a quotation that opens at ``at`` (The President stressed: “…”; …, adding: “…”).

    Gives None where nothing attributes the quotation: where the words before it only name something, and where a
    document speaks.
    """
    words = cue_words()
    low = max(low, at - _BEFORE)
    end = stripped_end(text, low, at, " \t\n*_([-–—")
    row = find_words(text, sentence_start(text, low, end), end)
    led = bool(row) and row[-1].text == ":"
    body = row[:-1] if row and row[-1].text in {":", ","} else row
    if not body or (not led and _names(body, words)):
        return None
    verb = next((i for i in reversed(range(len(body))) if _reports(body[i], words)), None)
    if verb is None and not led and _according(body) is None:
        return None
    phrase = _subject(body, verb, words)
    if phrase is None:
        return Attribution(Span(body[0].start, body[-1].end), None)
    if verb is None and led and phrase.head(words.links) in words.documents:
        return _issued(body, phrase, words)
    return _made(body[verb] if verb is not None else phrase.words[0], phrase, body, words)


def _issued(body: Sequence[Word], phrase: Phrase, words: CueWords) -> Attribution | None:
    """Read who stands behind a document named before a colon ("Statement by Minister Ilse Brandt: “…”")."""
    of = next((i for i, word in enumerate(body[:-1]) if word.lower in _ISSUED and body[i + 1].capital), None)
    issuer = phrase_after(body, of + 1, words) if of is not None else None
    if issuer is None or phrase.words[0].lower in words.plural or phrase.words[0].lower == "joint":
        return None
    return Attribution(Span(phrase.words[0].start, issuer.words[-1].end), issuer.span)


def _names(body: Sequence[Word], words: CueWords) -> bool:
    """Tell whether the words before a quotation make it a name ("the motto |“…”|", "the principle of |“…”|")."""
    last = [word.lower for word in body[-2:]]
    return last[-1] in words.naming or (last[-1] in words.links and last[0] in words.naming)


def _reports(word: Word, words: CueWords) -> bool:
    return word.lower in words.participles or (word.lower in words.verbs and not word.capital)


def _subject(body: Sequence[Word], verb: int | None, words: CueWords) -> Phrase | None:
    according = _according(body)
    if according is not None and (verb is None or according > verb):
        return phrase_after(body, according + 2, words)
    if verb is None or body[verb].lower in words.participles:
        return _earlier_subject(body, verb, words)
    if verb + 1 < len(body) and body[verb + 1].lower == "by":
        return phrase_after(body, verb + 2, words)
    first = subject_of(body[:verb], words)
    if first is not None and first.head(words.links) in _WRITTEN | words.messages | words.documents:
        return first
    return phrase_before(body, verb, words) or _earlier_subject(body, verb, words)


def _according(body: Sequence[Word]) -> int | None:
    pairs = ((one.lower, two.lower) for one, two in pairwise(body))
    return next((i for i, pair in enumerate(pairs) if pair == ("according", "to")), None)


def _earlier_subject(body: Sequence[Word], verb: int | None, words: CueWords) -> Phrase | None:
    """Give the subject of an earlier verb of the sentence ("Mr Vesk thanked the guests and said:"), else the first."""
    stop = len(body) if verb is None else verb
    for i in range(stop):
        if body[i].lower in words.verbs and not body[i].capital:
            found = phrase_before(body, i, words)
            if found is not None:
                return found
    return subject_of(body[:stop], words)
