"""English direct speech: the turns of transcripts, and what narration puts between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.languages.english.attribution import Attribution, attribution_after, attribution_before
from communique.languages.english.senders import find_sender
from communique.languages.english.sentence_bounds import sentence_end, sentence_start, stripped_end
from communique.languages.english.speech_words import label_words
from communique.languages.label_shapes import find_shape
from communique.languages.speech import Quoted, Speech, find_quoted
from communique.languages.turns import Turn, find_turns
from communique.model import Part, Span, SpeechForm

_LETTERS = re.compile(r"[^\W\d_]+")
_TERMINAL = frozenset(".!?…")
_GOES_ON = frozenset(",!?…")
_ATTRIBUTED = re.compile(r"\s*[,–—-]")
_PARAGRAPH_END = re.compile(r"[ \t*_.]*(?:\n|\Z)")
_MARKS = frozenset('"“„«”')
_BEFORE_MARK = " \t\n*_(["
_LEAD = 60
_MOST_SENDERS = 40
_FRAGMENT = 5
_SENTENCE = 3
_TITLE_SHARE = 0.6
_LONG_WORD = 3


@dataclass(frozen=True, slots=True)
class _Passage:
    """
    A quoted passage in a stretch of narration.

    ``initial`` tells that it opens a sentence, ``led`` that a colon stands before it; ``size`` counts its words.
    """

    quoted: Quoted
    low: int
    high: int
    words: str
    size: int
    led: bool
    initial: bool


def find_speech(text: str, title: str = "") -> tuple[Speech, ...]:
    """
    Give the direct speech of a release in order: turns of a transcript, and quotations in the narration around them.

    A turn is one item, however many paragraphs it has. A quotation interrupted by its attribution in mid-sentence is
    one item; titles, scare quotes, names and fragments without a verb of saying are none.

    >>> text = 'The talks were "warm". "We agree on the ferry," Ilmar Vesk said.'
    >>> [(s.content.of(text), s.speaker_words.of(text)) for s in find_speech(text)]
    [('We agree on the ferry,', 'Ilmar Vesk')]
    """
    return tuple(_speech(text, title))


def _speech(text: str, title: str) -> Iterator[Speech]:
    low = 0
    turns = find_turns(text, label_words(), title)
    marked = sum(text[turn.content.start] in _MARKS for turn in turns)
    for turn in turns:
        yield from _quotations(text, low, turn.label.start, title)
        speech = _said(text, turn, quoting=2 * marked > len(turns))
        yield speech
        low = turn.content.end if speech.form is SpeechForm.TURN else speech.content.end + 1
    yield from _quotations(text, low, len(text), title)


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
    held: Speech | None = None
    for i, quoted in enumerate(_joined(text, find_quoted(text, low, high))):
        if held is not None and _goes_on(text, held, quoted):
            held = replace(held, more=(*held.more, quoted.content))
            continue
        speech = _quotation(text, _passage(text, quoted, low, high), held, title if i < _MOST_SENDERS else None)
        if speech is not None:
            if held is not None:
                yield held
            held = speech
    if held is not None:
        yield held


def _joined(text: str, quoted: tuple[Quoted, ...]) -> Iterator[Quoted]:
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


def _goes_on(text: str, held: Speech, quoted: Quoted) -> bool:
    """Tell whether only an attribution between commas stands between two passages (“We,” he said, “shall wait”)."""
    if held.more or held.cue is None or held.cue.start < held.content.end:
        return False
    return text[held.content.end - 1] == "," and text[held.cue.end : quoted.start].strip() == ","


def _passage(text: str, quoted: Quoted, low: int, high: int) -> _Passage:
    words = quoted.content.of(text)
    near = max(low, quoted.start - _LEAD)
    before = stripped_end(text, near, quoted.start, _BEFORE_MARK)
    led = before > low and text[before - 1] == ":"
    return _Passage(
        quoted=quoted,
        low=low,
        high=high,
        words=words,
        size=len(_LETTERS.findall(words)),
        led=led,
        initial=not led and _begins_sentence(text, low, near, quoted.start),
    )


def _begins_sentence(text: str, low: int, near: int, at: int) -> bool:
    start = sentence_start(text, near, at)
    bounded = start > near or start == low
    return bounded and not text[start:at].strip(_BEFORE_MARK + "-–—>•")


def _quotation(text: str, passage: _Passage, last: Speech | None, title: str | None) -> Speech | None:
    attribution = _after(text, passage)
    if attribution is None and not passage.initial:
        attribution = _before(text, passage)
    if attribution is None and passage.initial and _is_sentence(text, passage):
        attribution = _implied(text, passage, last)
    return _made(text, passage, attribution, title) if attribution else None


def _after(text: str, passage: _Passage) -> Attribution | None:
    end = passage.quoted.end
    if passage.words[-1] not in _GOES_ON and not _ATTRIBUTED.match(text, end):
        return None
    if not passage.initial and passage.size < _FRAGMENT:
        return None
    return attribution_after(text, end, passage.high)


def _before(text: str, passage: _Passage) -> Attribution | None:
    if _is_title(passage.words) or (passage.size < _FRAGMENT and not passage.led):
        return None
    return attribution_before(text, passage.low, passage.quoted.start)


def _is_title(words: str) -> bool:
    """Tell a name of something, most of its longer words in capitals and no full stop, from a sentence."""
    longer = [word for word in _LETTERS.findall(words) if len(word) > _LONG_WORD]
    capital = sum(word[0].isupper() for word in longer)
    return words[-1] not in _TERMINAL and bool(longer) and capital > _TITLE_SHARE * len(longer)


def _is_sentence(text: str, passage: _Passage) -> bool:
    end = passage.quoted.end
    closed = passage.words[-1] in _TERMINAL or text[end : end + 1] == "."
    return closed and passage.size >= _SENTENCE and not passage.words[0].islower()


def _implied(text: str, passage: _Passage, last: Speech | None) -> Attribution:
    """Attribute a quoted sentence that nothing attributes: the speaker of the sentence before may go on in it."""
    content = passage.quoted.content
    if last is not None and last.cue is not None and last.cue.start >= last.content.end:
        ended = sentence_end(text, last.cue.end, passage.quoted.start)
        if not text[ended : passage.quoted.start].strip(_BEFORE_MARK):
            return Attribution(content, last.speaker_words, last.plural)
    return Attribution(content, None)


def _made(text: str, passage: _Passage, attribution: Attribution, title: str | None) -> Speech:
    content, cue, speaker = passage.quoted.content, attribution.cue, attribution.speaker
    if speaker is None and title is not None:
        speaker = find_sender(text, passage.low, min(passage.quoted.start, cue.start), title)
    return Speech(
        form=SpeechForm.INLINE,
        content=content,
        cue=None if cue.overlaps(content) else cue,
        speaker_words=speaker,
        speaker_name=_name(text, speaker),
        plural=attribution.plural,
    )


def _name(text: str, speaker: Span | None) -> Span | None:
    if speaker is None or speaker.part is not Part.TEXT:
        return None
    shape = find_shape(text, speaker.start, speaker.end, label_words(), bounded=True)
    return shape.name if shape else None
