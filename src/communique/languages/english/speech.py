"""English direct speech: the turns of transcripts, and what narration puts between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.languages.english.attribution import (
    Attribution,
    attribution_after,
    attribution_before,
    find_sender,
    next_sentence,
    sentence_start,
)
from communique.languages.english.speech_words import label_words
from communique.languages.label_shapes import find_shape
from communique.languages.speech import Quoted, Speech, find_quoted
from communique.languages.turns import Turn, find_turns
from communique.model import Part, Span, SpeechForm

_LETTERS = re.compile(r"[^\W\d_]+")
_TERMINAL = frozenset(".!?…")
_ATTRIBUTED_END = re.compile(r"[,!?…]|\.{3}")
_ATTRIBUTED_START = re.compile(r"\s*[,–—-]")
_PARAGRAPH_END = re.compile(r"[ \t*_.]*(?:\n|\Z)")
_MARKS = frozenset('"“„«”')
_LEAD = 60
_MOST_SENDERS = 40
_FRAGMENT = 5
_SENTENCE = 3
_TITLE_SHARE = 0.6
_LONG_WORD = 3


def find_speech(text: str, title: str = "") -> tuple[Speech, ...]:
    """
    Give the direct speech of a release in order: turns of a transcript, and quotations in the narration around them.

    A turn is one item, however many paragraphs it has. A quotation interrupted by its attribution in mid-sentence is
    one item; titles, scare quotes, names and fragments without a verb of saying are none.

    >>> text = 'The talks were "warm". "We agree on the ferry," Ilmar Vesk said.'
    >>> [(s.content.of(text), s.speaker_words.of(text)) for s in find_speech(text)]
    [('We agree on the ferry,', 'Ilmar Vesk')]
    """
    found: list[Speech] = []
    low = 0
    turns = find_turns(text, label_words(), title)
    marked = sum(text[turn.content.start] in _MARKS for turn in turns)
    for turn in turns:
        found += _quotations(text, low, turn.label.start, title)
        speech = _said(text, turn, quoting=2 * marked > len(turns))
        found.append(speech)
        low = max(turn.label.end, speech.content.end + 1) if speech.form is SpeechForm.INLINE else turn.content.end
    found += _quotations(text, low, len(text), title)
    return tuple(found)


def _said(text: str, turn: Turn, *, quoting: bool) -> Speech:
    """
    Make speech of a turn.

    Where most labels of a text stand before a quotation, a label is an attribution ("Ilse Brandt: “…”").
    """
    marked = quoting and text[turn.content.start] in _MARKS
    quoted = find_quoted(text, turn.content.start, turn.content.end)[:1] if marked else ()
    inline = quoted and quoted[0].start == turn.content.start and _PARAGRAPH_END.match(text, quoted[0].end)
    return Speech(
        form=SpeechForm.INLINE if inline else SpeechForm.TURN,
        content=quoted[0].content if inline else turn.content,
        cue=turn.label,
        speaker_words=turn.speaker,
        speaker_name=turn.name,
        plural=turn.plural,
    )


def _quotations(text: str, low: int, high: int, title: str) -> Iterator[Speech]:
    if high - low <= 1:
        return
    held: Speech | None = None
    for i, quoted in enumerate(_joined(text, find_quoted(text, low, high))):
        if held is not None and _goes_on(text, held, quoted):
            held = replace(held, more=(*held.more, quoted.content))
            continue
        speech = _quotation(text, quoted, low, high, held, title if i < _MOST_SENDERS else None)
        if speech is not None:
            if held is not None:
                yield held
            held = speech
    if held is not None:
        yield held


def _goes_on(text: str, held: Speech, quoted: Quoted) -> bool:
    """Tell whether only an attribution between commas stands between two passages (“We,” he said, “shall wait”)."""
    if held.more or held.cue is None or held.cue.start < held.content.end:
        return False
    return held.content.of(text)[-1] == "," and text[held.cue.end : quoted.start].strip() == ","


def _joined(text: str, quoted: Sequence[Quoted]) -> Iterator[Quoted]:
    """Join quotations that stand paragraph under paragraph with nothing between them: one message."""
    held: Quoted | None = None
    for each in quoted:
        between = text[held.end : each.start] if held else ""
        if held and "\n" in between and not between.strip(" \t\n<…>[]."):
            held = Quoted(held.start, each.end, Span(held.content.start, each.content.end))
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def _quotation(text: str, quoted: Quoted, low: int, high: int, last: Speech | None, title: str | None) -> Speech | None:
    words = quoted.content.of(text)
    size = len(_LETTERS.findall(words))
    lead = text[max(low, quoted.start - _LEAD) : quoted.start].rstrip(" \t\n*_([")
    initial = not lead.endswith(":") and _begins_sentence(text, low, quoted.start)
    attribution = _after(text, quoted, words, high, initial=initial, size=size)
    if attribution is None and not initial:
        attribution = _before(text, quoted, words, low, size, led=lead.endswith(":"))
    if attribution is None and initial and _is_sentence(words, text, quoted, size):
        attribution = _implied(text, quoted, low, last)
    if attribution is None:
        return None
    return _made(text, quoted, attribution, low, title)


def _after(text: str, quoted: Quoted, words: str, high: int, *, initial: bool, size: int) -> Attribution | None:
    if not (_ATTRIBUTED_END.match(words[-1]) or _ATTRIBUTED_START.match(text, quoted.end)):
        return None
    if not initial and size < _FRAGMENT:
        return None
    return attribution_after(text, quoted.end, high)


def _before(text: str, quoted: Quoted, words: str, low: int, size: int, *, led: bool) -> Attribution | None:
    if _is_title(words) or (size < _FRAGMENT and not led):
        return None
    return attribution_before(text, low, quoted.start)


def _begins_sentence(text: str, low: int, at: int) -> bool:
    start = sentence_start(text, max(low, at - _LEAD), at)
    bounded = start > max(low, at - _LEAD) or start == low
    return bounded and not text[start:at].strip(" \t\n*_([-–—>•")


def _is_title(words: str) -> bool:
    """Tell a name of something, most of its longer words in capitals and no full stop, from a sentence."""
    longer = [word for word in _LETTERS.findall(words) if len(word) > _LONG_WORD]
    capital = sum(word[0].isupper() for word in longer)
    return words[-1] not in _TERMINAL and bool(longer) and capital > _TITLE_SHARE * len(longer)


def _is_sentence(words: str, text: str, quoted: Quoted, size: int) -> bool:
    closed = words[-1] in _TERMINAL or text[quoted.end : quoted.end + 1] == "."
    return closed and size >= _SENTENCE and not words[0].islower()


def _implied(text: str, quoted: Quoted, low: int, last: Speech | None) -> Attribution | None:
    """Attribute a whole quoted sentence by what stands just before: the same speaker goes on, or was just reported."""
    if last is not None and last.cue is not None and last.cue.start >= last.content.end:
        ended = next_sentence(text, last.cue.end, quoted.start)
        if not text[ended : quoted.start].strip(" \t\n*_"):
            return Attribution(quoted.content, last.speaker_words, last.plural)
    return Attribution(quoted.content, None)


def _made(text: str, quoted: Quoted, attribution: Attribution, low: int, title: str | None) -> Speech:
    speaker = attribution.speaker
    if speaker is None and title is not None:
        speaker = find_sender(text, low, min(quoted.start, attribution.cue.start), title)
    return Speech(
        form=SpeechForm.INLINE,
        content=quoted.content,
        cue=None if attribution.cue.overlaps(quoted.content) else attribution.cue,
        speaker_words=speaker,
        speaker_name=_name(text, speaker),
        plural=attribution.plural,
    )


def _name(text: str, speaker: Span | None) -> Span | None:
    if speaker is None or speaker.part is not Part.TEXT:
        return None
    shape = find_shape(text, speaker.start, speaker.end, label_words(), bounded=True)
    return shape.name if shape else None
