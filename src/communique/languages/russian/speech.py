"""Russian direct speech: the turns of transcripts, and quotations that narration attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.languages.port import Designation, Form
from communique.languages.russian.speech_words import label_words, reporting_verbs
from communique.languages.speech import Quoted, Speech, find_quoted
from communique.languages.turns import Turn, find_turns
from communique.model import Span, SpeechForm

_SPEAKING = frozenset({Form.NAME, Form.OFFICE, Form.PRONOUN, Form.GROUP})
_LED = re.compile(r":\s*\Z")
_SHORTEST = 3
_INITIALS = r"(?:[А-ЯЁ]\.\s?){1,2}"
_SURNAME = r"(?:[А-ЯЁ][а-яё]+-?)+"
_NOTE = r"(?:\s?\([^()]{1,60}\))?"
_INITIALLED = re.compile(rf"(?<![\w«])(?P<who>{_INITIALS}{_SURNAME}(?: {_SURNAME}){{0,2}}){_NOTE}\s{{0,3}}:(?=\s|\Z)")
_PART = re.compile(
    rf"(?<![\w«,-])(?<!\w )(?P<who>Вопрос|Реплика|Реплики|Ответ|Ведущий|Ведущая|Модератор|Голоса?){_NOTE}\s?:(?=\s)"
)
_COLON = re.compile(r"\s{0,3}(?:\([^()]{1,60}\))?\s{0,3}:(?=\s|\Z)")
_BOUNDED = re.compile(r"(?:\A|[.!?…*»>)\]]\s*|\n\s*)\Z")
_SEPARATOR = re.compile(r"\*\s?\*\s?\*|<…>\s*\Z")
_REACH = 220
_END = re.compile(r"[.!?…](?=\s|\Z)|\n")


def find_speech(text: str, title: str, designations: Sequence[Designation]) -> tuple[Speech, ...]:
    """Give the direct speech of a release in order: turns, and attributed quotations in the narration around them."""
    found: list[Speech] = []
    low = 0
    for turn in _turns(text, title, designations):
        found += _quotations(text, low, turn.label.start, designations)
        found.append(_said(turn))
        low = turn.content.end
    found += _quotations(text, low, len(text), designations)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A label: the words for the speaker, where its turn may begin, whether it is a personal name."""

    who: Span
    after: int
    named: bool = True


def _turns(text: str, title: str, designations: Sequence[Designation]) -> tuple[Turn, ...]:
    """Give the turns: of labels made of initial and surname ("И.Веск:"), which are sure, or as of any language."""
    sure = [_Mark(Span(*m.span("who")), m.end()) for m in _INITIALLED.finditer(text)]
    if not sure:
        return find_turns(text, label_words(), title)
    parts = [_Mark(Span(*m.span("who")), m.end(), named=False) for m in _PART.finditer(text, sure[0].who.start)]
    full = [m for m in _full_names(text, designations) if not any(m.who.overlaps(s.who) for s in sure)]
    labels = sorted((*sure, *parts, *full), key=lambda m: m.who.start)
    ends = (*(m.who.start for m in labels[1:]), len(text))
    turns = (_turn(text, label, end) for label, end in zip(labels, ends, strict=True))
    return tuple(t for t in turns if t is not None)


def _full_names(text: str, designations: Sequence[Designation]) -> Iterator[_Mark]:
    """Full names before a colon at the beginning of a sentence: how guests from abroad are labelled."""
    for designation in designations:
        if designation.form is not Form.NAME or designation.name is None:
            continue
        colon = _COLON.match(text, designation.span.end)
        if colon and _BOUNDED.search(text[max(0, designation.span.start - 4) : designation.span.start]):
            yield _Mark(designation.span, colon.end())


def _turn(text: str, label: _Mark, end: int) -> Turn | None:
    words = text[label.after : end]
    if separator := _SEPARATOR.search(words):
        words = words[: separator.start()]
    content = words.strip()
    if not content:
        return None
    start = label.after + words.index(content[0])
    return Turn(
        label=label.who,
        speaker=label.who,
        name=label.who if label.named else None,
        content=Span(start, start + len(content)),
        plural=label.who.of(text) in {"Реплики", "Голоса"},
    )


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
        yield _made(quoted, cue, designations)


def _made(quoted: Quoted, cue: Span, designations: Sequence[Designation]) -> Speech:
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
