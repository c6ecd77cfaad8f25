"""Who is said to have said it: English clauses before and after a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.languages.english.noun_phrases import Phrase, Word, find_words, phrase_after, phrase_before, subject_of
from communique.languages.english.speech_words import CueWords, cue_words, label_words
from communique.model import Part, Span

_SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\b[A-Z])[.!?…][”\"’)\]*]*(?=\s|$)|\n\s*\n")
_LINE_END = re.compile(r"[.!?…:;”\"*)]\s*\n|\n\s*\n|\n(?=[-•*])")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_DASHED = re.compile(r"[\s*]*[–—-]+[\s*]*(?=[A-Z])")
_WRITTEN = frozenset({"inscription", "plaque", "sign", "poster", "banner"})
_AFTER = 240
_BEFORE = 420
_EARLIER = 700
_LONGEST_SUBJECT = 18
_MOST_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class Attribution:
    """A clause that attributes words: its span, the words for the speaker (None where it names none), their number."""

    cue: Span
    speaker: Span | None
    plural: bool = False
    is_message: bool = False


def attribution_after(text: str, at: int, limit: int) -> Attribution | None:
    """
    Read the clause after a quotation that closes before ``at`` ("…," said Ilmar Vesk; "…", - the President noted).

    Gives None where the text goes on otherwise, or where a document is what speaks.
    """
    words = cue_words()
    end = _clause_end(text, at, min(limit, at + _AFTER))
    row = find_words(text, at, end)
    first = next((i for i, word in enumerate(row) if not word.is_mark), None)
    if first is None:
        return None
    if row[first].lower in words.verbs and not row[first].capital:
        return _verb_first(text, row, first, words)
    if row[first].lower == "according" and first + 1 < len(row):
        return _made(text, row[first], phrase_after(row, first + 2, words), words)
    return _subject_first(text, row, first, words) or _signed(text, at, row, first, words)


def _clause_end(text: str, start: int, limit: int) -> int:
    found = _SENTENCE_END.search(text, start, limit)
    return found.start() if found else limit


def _verb_first(text: str, row: Sequence[Word], verb: int, words: CueWords) -> Attribution | None:
    after = verb + 1
    while after < len(row) and (row[after].lower in words.between or row[after].lower in {"out", "up", "on"}):
        after += 1
    if after >= len(row) or row[after].lower == "that":
        return None
    return _made(text, row[verb], phrase_after(row, after, words), words)


def _subject_first(text: str, row: Sequence[Word], first: int, words: CueWords) -> Attribution | None:
    if row[first].lower in words.borders or row[first].lower == "and":
        return None
    stop = min(len(row), first + _LONGEST_SUBJECT)
    verb = next((i for i in range(first + 1, stop) if row[i].lower in words.verbs and not row[i].capital), None)
    if verb is None:
        return None
    phrase = phrase_before(row, verb, words)
    if phrase is None:
        return None
    ahead = [word for word in row[first:verb] if word.start < phrase.words[0].start]
    if any(word.is_mark or word.lower in words.borders for word in ahead):
        return None
    return _made(text, row[verb], Phrase((*ahead, *phrase.words)), words)


def _signed(text: str, at: int, row: Sequence[Word], first: int, words: CueWords) -> Attribution | None:
    """Read a name set after a dash at the end of a quotation ("…” – Ilse Brandt, Governor")."""
    if not _DASHED.match(text, at) or not row[first].capital:
        return None
    phrase = phrase_after(row, first, words)
    if phrase is None or len(phrase.words) < len(("given", "surname")) or not all(w.capital for w in phrase.words[:2]):
        return None
    following = phrase.words[-1].end
    ends = text[following : following + 1] in {"", ",", "\n", "*", "."}
    return Attribution(phrase.span, phrase.span) if ends else None


def _made(text: str, verb: Word, phrase: Phrase | None, words: CueWords) -> Attribution | None:
    if phrase is None:
        return None
    head = phrase.head(words.links)
    span = phrase.span
    cue = Span(min(verb.start, span.start), max(verb.end, span.end))
    if head in words.documents or head in _WRITTEN:
        return None
    if head in words.messages:
        return Attribution(cue, _possessor(phrase), is_message=True)
    plural = any(word.lower in words.plural for word in phrase.words) or _is_joined(phrase)
    return Attribution(cue, span, plural)


def _is_joined(phrase: Phrase) -> bool:
    """Tell whether "and" joins two persons, not two parts of one office: names stand on both sides of it."""
    row = phrase.words
    return any(
        word.lower == "and"
        and 0 < i < len(row) - 1
        and _is_name(row[i - 1])
        and (_is_name(row[i + 1]) or i + 2 == len(row))
        for i, word in enumerate(row)
    )


def _is_name(word: Word) -> bool:
    labels = label_words()
    known = (labels.ordinary, labels.common, labels.offices)
    return word.capital and not any(word.lower in known_words for known_words in known)


def _possessor(phrase: Phrase) -> Span | None:
    """Give the owner of a message ("Mr Vesk’s telegram"), without the ending."""
    for word in phrase.words:
        ending = _POSSESSIVE.search(word.text)
        if ending and word.start + ending.start() > phrase.words[0].start:
            return Span(phrase.words[0].start, word.start + ending.start())
    return None


def attribution_before(text: str, low: int, at: int) -> Attribution | None:
    """
    Read the clause before a quotation that opens at ``at`` (The President stressed: “…”; …, adding: “…”).

    Gives None where nothing attributes the quotation: where the words before it only name something, and where a
    document speaks.
    """
    words = cue_words()
    end = (
        low + len(text[low:at].rstrip(" \t\n*_(["))
        if at - low < _BEFORE
        else at - len(text[at - _BEFORE : at]) + len(text[at - _BEFORE : at].rstrip(" \t\n*_(["))
    )
    start = sentence_start(text, max(low, at - _BEFORE), end)
    row = find_words(text, start, end)
    while row and row[-1].text in "*_([-–—":
        row = row[:-1]
    if not row:
        return None
    colon, comma = row[-1].text == ":", row[-1].text == ","
    body = row[:-1] if colon or comma else row
    if not body or (not colon and _names(body, words)):
        return None
    verb = next((i for i in reversed(range(len(body))) if _reports(body[i], words)), None)
    phrase = _subject(body, verb, words)
    if phrase is None:
        return Attribution(Span(body[0].start, body[-1].end), None) if colon or verb is not None else None
    if verb is None and not colon and _according(body) is None:
        return None
    anchor = body[verb] if verb is not None else phrase.words[0]
    made = _made(text, anchor, phrase, words)
    if made is not None and made.is_message and made.speaker is None:
        return replace(made, speaker=_author(body, words))
    return made


def _author(body: Sequence[Word], words: CueWords) -> Span | None:
    """Give who wrote a message, from "by" or "from" behind it."""
    by = next((i for i, word in enumerate(body[:-1]) if word.lower in {"by", "from"} and body[i + 1].capital), None)
    phrase = phrase_after(body, by + 1, words) if by is not None else None
    return phrase.span if phrase else None


def _names(body: Sequence[Word], words: CueWords) -> bool:
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
    return next(
        (i for i, (one, two) in enumerate(pairwise(body)) if one.lower == "according" and two.lower == "to"), None
    )


def _earlier_subject(body: Sequence[Word], verb: int | None, words: CueWords) -> Phrase | None:
    """Give the subject of an earlier verb of the sentence ("Mr Vesk thanked the guests and said:"), else the first."""
    stop = len(body) if verb is None else verb
    for i in range(stop):
        if body[i].lower in words.verbs and not body[i].capital:
            found = phrase_before(body, i, words)
            if found is not None:
                return found
    return subject_of(body[:stop], words)


def sentence_start(text: str, low: int, at: int) -> int:
    """Give where the sentence that holds ``at`` begins, not before ``low``; lines broken in mid-phrase are read on."""
    start = low
    for pattern in (_SENTENCE_END, _LINE_END):
        for found in pattern.finditer(text, start, at):
            start = found.end()
    return start


def next_sentence(text: str, start: int, high: int) -> int:
    """Give where the sentence that goes on at ``start`` ends, not after ``high``."""
    found = _SENTENCE_END.search(text, start, high)
    return found.end() if found else high


def find_sender(text: str, low: int, at: int, title: str) -> Span | None:
    """Give the words for the sender of a message quoted after ``at``, from the sentences before or the title."""
    end = at
    for _ in range(_MOST_SENTENCES):
        end = low + len(text[low:end].rstrip(" \t\n.!?…:*"))
        start = sentence_start(text, max(low, at - _EARLIER), end)
        found = _sender_in(find_words(text, start, end))
        if found is not None:
            return found
        if start <= max(low, at - _EARLIER):
            break
        end = start
    in_title = _sender_in(find_words(title, 0, len(title)))
    return Span(in_title.start, in_title.end, Part.TITLE) if in_title else None


def _sender_in(row: Sequence[Word]) -> Span | None:
    words = cue_words()
    first = subject_of(row, words)
    if first is not None and first.head(words.links) in words.messages:
        return _possessor(first) or _author(row, words)
    for i, word in enumerate(row):
        if word.lower in words.sending and not word.capital:
            phrase = phrase_before(row, i, words)
            if phrase is not None and phrase.head(words.links) not in words.messages | words.documents:
                return phrase.span
    return None
