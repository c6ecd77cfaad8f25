"""English sentences that tell of signing: which documents they name, and where their list goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from communique.languages.english import instrument_words as words
from communique.languages.english.instrument_frames import Signed, Signing, read_signing
from communique.languages.english.instrument_lines import points_back, read_continued, read_line
from communique.languages.instrument_levels import SignedDocument
from communique.languages.instrument_lists import ListedDocument
from communique.languages.instrument_phrases import DocumentPhrase
from communique.model.instruments import InstrumentClass
from communique.model.spans import Span

_REACH = 4
_LINE = 24
_INTO_LAW = 20
_LAW = re.compile(r"[^,.;]*\binto law\b")
_LETTER = re.compile(r"[^\W\d_]")
_TEXTS = frozenset({InstrumentClass.STATEMENT, InstrumentClass.DECLARATION})
_PLANS = frozenset({InstrumentClass.PROGRAMME, InstrumentClass.DECLARATION, InstrumentClass.MEMORANDUM})
_TREATIES = frozenset(
    {
        InstrumentClass.AGREEMENT,
        InstrumentClass.CONTRACT,
        InstrumentClass.TREATY,
        InstrumentClass.PROTOCOL,
        InstrumentClass.MEMORANDUM,
    }
)
# What one office holder signs alone is an act of the own state, not an instrument between sides.
_NOT_ALONE = _PLANS | {InstrumentClass.OTHER, InstrumentClass.CONTRACT}


@dataclass(frozen=True, slots=True)
class _Umbrella:
    """A phrase that announced documents: where, by which word of signing, and whether lines follow it."""

    phrase: DocumentPhrase
    at: int
    cue: Span
    lists: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A sentence with its number, whether somebody speaks it, and what was announced before."""

    at: int
    sentence: Span
    in_speech: bool
    umbrella: _Umbrella | None
    issued: date | None


def find_signed(
    text: str, sentences: Sequence[Span], speech: Sequence[Span], issued: date | None
) -> Iterator[SignedDocument]:
    """Give the documents that the sentences say were signed, in order, those announced and listed later too."""
    umbrella: _Umbrella | None = None
    turns = iter(speech)
    turn = next(turns, None)
    for at, sentence in enumerate(_rejoined(text, sentences)):
        while turn is not None and turn.end <= sentence.start:
            turn = next(turns, None)
        spoken = turn is not None and turn.start <= sentence.start
        place = _Place(at=at, sentence=sentence, in_speech=spoken, umbrella=umbrella, issued=issued)
        found = tuple(_in_sentence(text, place))
        yield from found
        umbrella = None if spoken else _announced(text, place, found)


def _announced(text: str, place: _Place, found: Sequence[SignedDocument]) -> _Umbrella | None:
    """Give the phrase that announces documents for the sentences to come."""
    opened = next((x for x in reversed(found) if x.listed.general or (x.listed.lump and x.listed.phrase.number)), None)
    if opened is not None and opened.cue is not None:
        lists = text[place.sentence.start : place.sentence.end].rstrip().endswith(":")
        return _Umbrella(opened.listed.phrase, place.at, opened.cue, lists)
    held = place.umbrella
    if held is None or (place.at - held.at >= _REACH and not held.lists):
        return None
    if held.lists and not _LETTER.search(text, place.sentence.start, place.sentence.end):
        return held  # the number of an item, cut off from it
    if held.lists and not (found and found[0].cue == held.cue):
        return _Umbrella(held.phrase, held.at, held.cue, lists=False)
    return held


def _rejoined(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """Give the sentences, those on signing that a captured page broke in mid-line made whole again."""
    whole: Span | None = None
    for sentence in sentences:
        if whole is not None and _breaks_off(text, whole, sentence):
            whole = Span(whole.start, sentence.end, sentence.part)
            continue
        if whole is not None:
            yield whole
        whole = sentence
    if whole is not None:
        yield whole


def _breaks_off(text: str, one: Span, following: Span) -> bool:
    last = text[one.end - 1]
    if len(one) <= _LINE or not (last.isalnum() or last == ","):
        return False
    if text[one.end : following.start].count("\n") != 1:
        return False
    return bool(words.TRIGGER.search(text, one.start, one.end) or words.BROKEN.match(text, one.start, one.end))


def _in_sentence(text: str, place: _Place) -> Iterator[SignedDocument]:
    sentence, umbrella = place.sentence, place.umbrella
    if umbrella is not None and not place.in_speech:
        listed = read_line(text, sentence, umbrella.phrase) if umbrella.lists else ()
        listed = listed or read_continued(text, sentence, umbrella.phrase)
        if listed:
            yield from (SignedDocument(listed=x, sentence=sentence, cue=umbrella.cue) for x in listed)
            return
    if words.TRIGGER.search(text, sentence.start, sentence.end) and text[sentence.end - 1] != "?":
        yield from _by_cues(text, place)


def _by_cues(text: str, place: _Place) -> Iterator[SignedDocument]:
    sentence, floor = place.sentence, place.sentence.start
    for cue in words.CUE.finditer(text, sentence.start, sentence.end):
        if cue.start() < floor:
            continue
        signing = Signing(
            text=text, sentence=sentence, cue=cue, floor=floor, issued=place.issued, in_speech=place.in_speech
        )
        signed = read_signing(signing)
        kept = [x for x in signed.listed if _allowed(signing, signed, x)] if signed is not None else []
        for listed in kept:
            yield SignedDocument(
                listed=listed,
                sentence=sentence,
                cue=Span(*cue.span(), sentence.part),
                signers=signed.signers if signed else None,
                date=signed.day if signed else None,
            )
        if kept:
            floor = max(cue.end(), *(listed.end for listed in kept))


def _allowed(signing: Signing, signed: Signed, listed: ListedDocument) -> bool:
    """Tell whether a document found is one of two sides or more, and one that the verb can make."""
    text, phrase = signing.text, listed.phrase
    name = text[phrase.start : phrase.end]
    if points_back(listed) or _LAW.match(text, listed.start, min(len(text), listed.end + _INTO_LAW)):
        return False
    if phrase.kind is InstrumentClass.OTHER and words.DOMESTIC.search(name):
        return False
    if signing.in_speech and (listed.lump or phrase.kind is InstrumentClass.OTHER):
        return False
    subject = text[slice(*signed.signers)] if signed.signers else ""
    lone = bool(subject) and words.LONE.fullmatch(subject) is not None
    if lone and phrase.kind in _NOT_ALONE:
        return phrase.kind is InstrumentClass.MEMORANDUM and "nderstanding" in text[phrase.noun : listed.end]
    return signing.cue["strong"] is not None or _makes(signing.cue.group().lower(), name, subject, listed, lone=lone)


def _makes(verb: str, name: str, subject: str, listed: ListedDocument, *, lone: bool) -> bool:
    """Tell whether a verb that is not only said of documents is said of this one ("issued a joint statement")."""
    kind = listed.phrase.kind
    if verb in {"signing", "signature", "signed"} or (listed.announces and verb == "adopted"):
        return True
    if kind not in _OBJECTS.get(verb, _TEXTS):
        return False
    if kind is InstrumentClass.STATEMENT:
        return words.SHARED.search(name) is not None or (verb == "adopted" and not lone)
    if kind in _PLANS:
        vague = kind is InstrumentClass.PROGRAMME and (listed.lump or not words.PLAN.search(name))
        return not vague and not lone and (not subject or words.LEADERS.search(subject) is not None)
    return True


_OBJECTS = {
    "adopted": _TEXTS | _PLANS,
    "approved": _TEXTS | {InstrumentClass.PROGRAMME},
    "concluded": _TREATIES,
    "endorsed": frozenset({InstrumentClass.DECLARATION}),
}
