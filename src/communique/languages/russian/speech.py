"""Russian direct speech: the turns of transcripts, and quotations that narration attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from communique.languages.port import Designation, Form
from communique.languages.russian.speech_words import label_words, reporting_verbs
from communique.languages.speech import Quoted, Speech, find_quoted
from communique.languages.turns import Turn, find_turns
from communique.model import Span, SpeechForm

_SPEAKING = frozenset({Form.NAME, Form.OFFICE, Form.PRONOUN, Form.GROUP})
_LED = re.compile(r":\s*\Z")
_SHORTEST = 3
_INITIALLED = re.compile(r"(?<![\w«])(?P<who>(?:[А-ЯЁ]\.\s?){1,2}(?:[А-ЯЁ][а-яё]+-?)+(?: (?:[А-ЯЁ][а-яё]+-?)+){0,2})(?:\s?\([^()]{1,60}\))?\s{0,3}:(?=\s|\Z)")
_PART = re.compile(r"(?<![\w«,-])(?<!\w )(?P<who>Вопрос|Реплика|Реплики|Ответ|Ведущий|Ведущая|Модератор|Голоса?)(?:\s?\([^()]{1,60}\))?\s?:(?=\s)")
_SEPARATOR = re.compile(r"\*\s?\*\s?\*|<…>\s*\Z")
_REACH = 220
_END = re.compile(r"[.!?…](?=\s|\Z)|\n")


def find_speech(text: str, title: str, designations: Sequence[Designation]) -> tuple[Speech, ...]:
    """Give the direct speech of a release in order: turns, and attributed quotations in the narration around them."""
    found: list[Speech] = []
    low = 0
    for turn in _turns(text, title):
        found += _quotations(text, low, turn.label.start, designations)
        found.append(_said(turn))
        low = turn.content.end
    found += _quotations(text, low, len(text), designations)
    return tuple(found)


def _turns(text: str, title: str) -> tuple[Turn, ...]:
    """Give the turns: those of labels made of initial and surname ("И.Веск:"), which are sure, or as of any language."""
    marks = tuple(_INITIALLED.finditer(text))
    if not marks:
        return find_turns(text, label_words(), title)
    labels = sorted((*marks, *_PART.finditer(text, marks[0].start())), key=lambda m: m.start())
    ends = (*(m.start() for m in labels[1:]), len(text))
    turns = (_turn(text, label, end) for label, end in zip(labels, ends, strict=True))
    return tuple(t for t in turns if t is not None)


def _turn(text: str, label: re.Match[str], end: int) -> Turn | None:
    words = text[label.end() : end]
    if separator := _SEPARATOR.search(words):
        words = words[: separator.start()]
    content = words.strip()
    if not content:
        return None
    start = label.end() + words.index(content[0])
    speaker = Span(*label.span("who"))
    named = "." in label["who"]
    return Turn(label=speaker, speaker=speaker, name=speaker if named else None, content=Span(start, start + len(content)), plural=label["who"] in {"Реплики", "Голоса"})


def _said(turn: Turn) -> Speech:
    return Speech(
        form=SpeechForm.TURN,
        content=turn.content,
        cue=turn.label,
        speaker_words=turn.speaker,
        speaker_name=turn.name,
        plural=turn.plural,
    )


def _quotations(text: str, low: int, high: int, designations: Sequence[Designation]) -> Iterator[Speech]:
    if high - low <= 1:
        return
    for quoted in find_quoted(text, low, high):
        cue = _after(text, quoted, high) or _before(text, quoted, low)
        if cue is None or len(quoted.content.of(text).split()) < _SHORTEST:
            continue
        yield _made(text, quoted, cue, designations)


def _made(text: str, quoted: Quoted, cue: Span, designations: Sequence[Designation]) -> Speech:
    speaker = next((d for d in designations if cue.covers(d.span) and d.form in _SPEAKING), None)
    return Speech(
        form=SpeechForm.INLINE,
        content=quoted.content,
        cue=cue,
        speaker_words=speaker.span if speaker else None,
        speaker_name=speaker.name if speaker else None,
        plural=bool(speaker and speaker.form is Form.GROUP),
    )


@cache
def _attribution() -> re.Pattern[str]:
    verbs = "|".join(reporting_verbs())
    return re.compile(rf"[,.!?…]?\s*[–—-]\s*(?P<cue>(?:[^.!?«»]{{0,60}}?\s)?(?:{verbs})(?!\w)[^.!?«»]*)", re.IGNORECASE)


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(reporting_verbs())})(?!\w)", re.IGNORECASE)


def _after(text: str, quoted: Quoted, high: int) -> Span | None:
    """Find the clause behind a quotation: «…», – сказал Президент."""
    match = _attribution().match(text, quoted.end, min(high, quoted.end + _REACH))
    if match is None:
        return None
    words = match["cue"].rstrip(" ,–—-")
    return Span(match.start("cue"), match.start("cue") + len(words)) if words else None


def _before(text: str, quoted: Quoted, low: int) -> Span | None:
    """Find the clause before a quotation that a colon leads in."""
    lead = text[max(low, quoted.start - _REACH) : quoted.start]
    if not _LED.search(lead):
        return None
    start = max((m.end() for m in _END.finditer(lead)), default=0)
    clause = lead[start:].rstrip(" :\n")
    if not _leading().search(clause) or not clause.strip():
        return None
    first = quoted.start - len(lead) + start + len(clause) - len(clause.lstrip())
    return Span(first, first + len(clause.strip()))
