"""Russian documents: those that a release says were signed, adopted, concluded or issued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from communique.languages.instrument_levels import SignedDocument
from communique.languages.instrument_lists import ListedDocument, read_list
from communique.languages.instrument_phrases import find_phrases
from communique.languages.instruments import judge, replaced, told_once
from communique.languages.russian import instrument_words as words
from communique.model.instruments import InstrumentClass, InstrumentCount, InstrumentWords
from communique.model.spans import Part, Span

_NEAR = 45
_CLAUSE = 400
_FRESH_DAYS = 62
_CONCLUDED = frozenset(
    {
        InstrumentClass.AGREEMENT,
        InstrumentClass.CONTRACT,
        InstrumentClass.TREATY,
        InstrumentClass.PROTOCOL,
        InstrumentClass.MEMORANDUM,
    }
)


def find_instruments(  # noqa: PLR0913 - what a release tells beside its words
    text: str,
    title: str,
    sentences: tuple[Span, ...],
    *,
    speech: tuple[Span, ...] = (),
    issued: date | None = None,
    countries: frozenset[str] = frozenset(),
) -> tuple[InstrumentWords, ...]:
    """
    Give the documents that a release says were signed or adopted at the event, each once, the headline's first.

    Documents announced for signing, hoped for, or signed on an earlier occasion are none. ``speech`` are the spans of
    direct speech, in which only what was signed just now counts; ``issued`` tells which dates are recent;
    ``countries`` are names of states in small letters.

    >>> text = "Стороны подписали соглашение о паромах и меморандум о туризме."
    >>> [(i.kind.value, i.title.of(text)) for i in find_instruments(text, "", (Span(0, len(text)),))]
    [('agreement', 'соглашение о паромах'), ('memorandum', 'меморандум о туризме')]
    """
    headline = tuple(_headline(title, issued))
    documents = (*headline, *_body(text, title, sentences, speech, issued))
    found = (
        (document, judge(title if document.sentence.part is Part.TITLE else text, document, words.GRAMMAR, countries))
        for document in documents
        if not replaced(document, documents)
    )
    return told_once(text, title, found, words.GRAMMAR)


def find_counts(text: str, sentences: tuple[Span, ...]) -> tuple[InstrumentCount, ...]:
    """
    Give the counts of documents that sentences on signing state ("десять документов", "пакет документов").

    >>> text = "После переговоров подписано пять соглашений."
    >>> [(c.number, c.span.of(text)) for c in find_counts(text, (Span(0, len(text)),))]
    [(5, 'пять соглашений')]
    """
    return tuple(
        InstrumentCount(span=Span(phrase.start, phrase.end, document.sentence.part), number=phrase.number)
        for document in _signed(text, sentences, (), None)
        if (phrase := document.listed.phrase).plural and (phrase.number or phrase.vague) and not document.listed.head
    )


def _body(
    text: str, title: str, sentences: Sequence[Span], speech: Sequence[Span], issued: date | None
) -> Iterator[SignedDocument]:
    supplement = words.SUPPLEMENT.match(title)
    if supplement is not None:
        cue = Span(*supplement.span("cue"), Part.TITLE)
        yield from (SignedDocument(listed=x, sentence=line, cue=cue) for line in sentences for x in _line(text, line))
    elif words.TRIGGER.search(text):
        yield from _signed(text, sentences, speech, issued)


def _headline(title: str, issued: date | None) -> Iterator[SignedDocument]:
    if not title.strip():
        return
    whole = Span(0, len(title), Part.TITLE)
    if words.RELEASE.match(title) and not words.CUE.search(title):
        phrases = find_phrases(title, 0, len(title), words.LEXICON)
        if phrases:
            listed = ListedDocument(start=0, end=len(title.rstrip()), phrase=phrases[0])
            yield SignedDocument(listed=listed, sentence=whole, cue=None)
        return
    yield from _signed(title, (whole,), (), issued)


def _signed(
    text: str, sentences: Sequence[Span], speech: Sequence[Span], issued: date | None
) -> Iterator[SignedDocument]:
    header: Span | None = None
    for sentence in sentences:
        in_speech = any(turn.start <= sentence.start < turn.end for turn in speech)
        if header is not None and not in_speech:
            listed = _line(text, sentence)
            if listed:
                yield from (SignedDocument(listed=x, sentence=sentence, cue=header) for x in listed)
                continue
        found = tuple(_in_sentence(text, sentence, issued, in_speech=in_speech))
        yield from found
        ends = words.LISTED.search(text, sentence.start, sentence.end) is not None
        cue = words.CUE.search(text, sentence.start, sentence.end) if ends else None
        header = Span(*cue.span(), sentence.part) if cue else None


def _line(text: str, sentence: Span) -> tuple[ListedDocument, ...]:
    marked = re.compile(r"(?:[\s\W]|\d{1,2}[.)])*").match(text, sentence.start, sentence.end)
    start = marked.end() if marked else sentence.start
    listed = read_list(text, start, sentence.end, words.LISTS)
    return listed if listed and _begin(listed) - start <= 1 else ()


def _begin(listed: Sequence[ListedDocument]) -> int:
    return min(listed[0].start, listed[0].head[0] if listed[0].head else listed[0].start)


def _in_sentence(text: str, sentence: Span, issued: date | None, *, in_speech: bool) -> Iterator[SignedDocument]:
    if not words.TRIGGER.search(text, sentence.start, sentence.end) or text[sentence.end - 1] == "?":
        return
    if in_speech and not words.FRESH.search(text, sentence.start, sentence.end):
        return
    floor = sentence.start
    for cue in words.CUE.finditer(text, sentence.start, sentence.end):
        if cue.start() < floor or not _is_real(text, sentence, cue):
            continue
        day, old = _day(text, sentence, cue, issued)
        if old:
            continue
        listed = [x for x in _named(text, sentence, cue, floor) if _allowed(text, cue, x, in_speech=in_speech)]
        signers = _signers(text, floor, cue)
        for document in listed:
            yield SignedDocument(
                listed=document, sentence=sentence, cue=Span(*cue.span(), sentence.part), signers=signers, date=day
            )
        if listed:
            floor = max(cue.end(), *(x.end for x in listed))


def _is_real(text: str, sentence: Span, cue: re.Match[str]) -> bool:
    if words.UNREAL.search(text[max(sentence.start, cue.start() - 2 * _NEAR) : cue.start()]):
        return False
    return not (
        cue["noun"]
        and words.PLANNED.search(
            text, max(sentence.start, cue.start() - _CLAUSE), min(sentence.end, cue.end() + _CLAUSE)
        )
    )


def _day(text: str, sentence: Span, cue: re.Match[str], issued: date | None) -> tuple[Span | None, bool]:
    """Give the words that date the signing, and whether it lies in the past of the event."""
    near = words.DAY.search(text, max(sentence.start, cue.start() - _NEAR), min(sentence.end, cue.end() + _NEAR))
    if near is not None and near["year"] and issued is not None:
        day = date(int(near["year"]), words.MONTHS.index(near["month"].lower()) + 1, min(int(near["day"]), 28))
        return Span(*near.span(), sentence.part), abs((issued - day).days) > _FRESH_DAYS
    old = words.OLD.search(text, max(sentence.start, cue.start() - 2 * _NEAR), min(sentence.end, cue.end() + _NEAR))
    return None, old is not None


def _named(text: str, sentence: Span, cue: re.Match[str], floor: int) -> tuple[ListedDocument, ...]:
    """Give the documents after the verb, else those before it ("соглашение подписано")."""
    listed = read_list(text, cue.end(), _clause_end(text, cue, sentence), words.LISTS)
    if listed and words.GAP.fullmatch(text, cue.end(), _begin(listed)):
        return _singular(text, listed) if cue["noun"] else listed
    if cue["noun"] or cue["handed"] or not re.search(r"н[аоы]?$|т[аоы]?$", cue.group()):
        return ()
    return read_list(text, floor, cue.start(), words.LISTS)


def _clause_end(text: str, cue: re.Match[str], sentence: Span) -> int:
    following = words.CUE.search(text, cue.end(), sentence.end)
    if following is None:
        return sentence.end
    comma = text.rfind(",", cue.end(), following.start())
    return comma if comma > 0 else following.start()


def _singular(text: str, listed: Sequence[ListedDocument]) -> tuple[ListedDocument, ...]:
    """Read a form that may be a genitive singular as one: after a noun of signing it is ("подписание соглашения")."""
    return tuple(
        replace(x, lump=False, phrase=replace(x.phrase, plural=False))
        if text[x.phrase.noun : x.phrase.end].lower().split()[0] in words.LEXICON.ambiguous
        and x.lump
        and not x.phrase.vague
        else x
        for x in listed
    )


def _signers(text: str, floor: int, cue: re.Match[str]) -> tuple[int, int] | None:
    if not re.search(r"л[аио]?$|лись$", cue.group()):
        return None
    subject = re.search(r"[А-ЯЁ][^,;:.]*$", text[floor : cue.start()].rstrip())
    return (floor + subject.start(), floor + subject.end()) if subject else None


def _allowed(text: str, cue: re.Match[str], listed: ListedDocument, *, in_speech: bool) -> bool:
    phrase = listed.phrase
    if phrase.bare and phrase.definite and not listed.head:
        return False
    if in_speech and (listed.lump or phrase.kind is InstrumentClass.OTHER) and not phrase.vague:
        return False
    if not cue["weak"]:
        return not (
            phrase.kind is InstrumentClass.STATEMENT and not words.SHARED.search(text[phrase.start : phrase.end])
        )
    if cue.group().lower().startswith("заключ"):
        return phrase.kind in _CONCLUDED
    if phrase.kind is InstrumentClass.STATEMENT:
        return words.SHARED.search(text[phrase.start : phrase.end]) is not None
    return phrase.kind is InstrumentClass.DECLARATION and not in_speech
