"""Lists of documents: where one item ends and the next begins, and what items share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.languages.instrument_lexicon import InstrumentLexicon
from communique.languages.instrument_phrases import DocumentPhrase, opening_phrases
from communique.model.instruments import InstrumentClass

_SHORT = 2
_SHORT_MEMBER = 5
_FEW = 3
_FIELD = 3
_SEMICOLON = re.compile(";")
_BLANK = " \t\r\n,;:–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListGrammar:
    """
    How one language writes lists of documents.

    ``delimiter`` fits the end of what stands before a further item, ``including`` what ties items to the words that
    announce them; ``cut`` the words at which an item ends, ``loose`` what is left dangling there and ``conjunction``
    what is at its beginning. ``preposition`` fits the beginning of what documents are on, ``again`` the place where
    the same begins anew; ``comma`` and ``last`` part the members of a list, ``closing`` the last two of one;
    ``undivided`` fits the beginning of one subject with several fields ("on cooperation in"), ``vague_topic`` a
    subject that tells nothing. ``aside`` fits words on place and time before a list, ``anew`` the beginning of a last
    member that is one of its own ("a joint fund").
    """

    lexicon: InstrumentLexicon
    delimiter: re.Pattern[str]
    including: re.Pattern[str]
    cut: re.Pattern[str]
    preposition: re.Pattern[str]
    again: re.Pattern[str]
    comma: re.Pattern[str]
    closing: re.Pattern[str]
    last: re.Pattern[str]
    undivided: re.Pattern[str]
    vague_topic: re.Pattern[str]
    aside: re.Pattern[str]
    anew: re.Pattern[str]
    loose: re.Pattern[str]
    conjunction: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDocument:
    """
    One member of a list: its place, the phrase that names it, and the words it shares with others.

    ``umbrella`` is the phrase that announced it ("two documents: …"). ``lump`` marks several documents told as one,
    ``general`` those of which nothing is told but that they are ("a package of documents").
    """

    start: int
    end: int
    phrase: DocumentPhrase
    head: tuple[int, int] | None = None
    umbrella: DocumentPhrase | None = None
    lump: bool = False
    general: bool = False
    announces: bool = False


def read_list(
    text: str, start: int, end: int, grammar: ListGrammar, umbrella: DocumentPhrase | None = None
) -> tuple[ListedDocument, ...]:
    """Give the documents of a list between two offsets; ``umbrella`` is the phrase that announced the list, if any."""
    phrases = tuple(opening_phrases(text, start, end, grammar.delimiter, grammar.lexicon))
    if umbrella is not None and (not phrases or _leads(text[start : phrases[0].start], grammar)):
        stop = phrases[0].start if phrases else end
        members = tuple(_members(text, start, item_end(text, start, stop, grammar), umbrella, grammar, forced=True))
        return (*members, *_items(text, end, phrases, grammar, umbrella))
    return tuple(_items(text, end, phrases, grammar, umbrella))


def _leads(words: str, grammar: ListGrammar) -> bool:
    return grammar.preposition.match(words.lstrip(_BLANK)) is not None


def _items(
    text: str, end: int, phrases: Sequence[DocumentPhrase], grammar: ListGrammar, umbrella: DocumentPhrase | None
) -> Iterator[ListedDocument]:
    for index, phrase in enumerate(phrases):
        following = phrases[index + 1].start if index + 1 < len(phrases) else end
        stop = item_end(text, phrase.end, following, grammar)
        gap = text[phrase.end : following]
        if phrase.plural or phrase.vague:
            if index + 1 < len(phrases) and grammar.including.search(gap):
                umbrella = phrase
                yield replace(_lump(phrase.start, stop, phrase, None), announces=True, general=True)
                continue
            aside = grammar.aside.match(text, phrase.end, following)
            announced = grammar.including.match(text, aside.end() if aside else phrase.end, following)
            if announced is not None and text[announced.end() : following].strip():
                yield replace(_lump(phrase.start, stop, phrase, None), announces=True, general=True)
                stop = item_end(text, announced.end(), following, grammar)
                yield from _members(text, announced.end(), stop, phrase, grammar, forced=True)
                continue
            yield from _plural(text, stop, phrase, umbrella, grammar)
        else:
            yield ListedDocument(start=phrase.start, end=stop, phrase=phrase, umbrella=umbrella)


def _plural(
    text: str, stop: int, phrase: DocumentPhrase, umbrella: DocumentPhrase | None, grammar: ListGrammar
) -> Iterator[ListedDocument]:
    topic = text[phrase.end : stop]
    lead = grammar.preposition.match(topic.lstrip())
    if lead is None or phrase.vague:
        yield replace(_lump(phrase.start, stop, phrase, umbrella), general=_is_general(topic, phrase, grammar))
        return
    for member in _members(text, phrase.end, stop, phrase, grammar, forced=False):
        yield replace(member, umbrella=umbrella)


def _is_general(topic: str, phrase: DocumentPhrase, grammar: ListGrammar) -> bool:
    """Tell whether nothing is told of several documents but that they are, and of what class."""
    if topic.strip(_BLANK):
        return grammar.vague_topic.match(topic.strip()) is not None
    return phrase.vague or phrase.plain or phrase.number is not None or phrase.kind is InstrumentClass.OTHER


def _lump(start: int, end: int, phrase: DocumentPhrase, umbrella: DocumentPhrase | None) -> ListedDocument:
    return ListedDocument(start=start, end=end, phrase=phrase, umbrella=umbrella, lump=True)


def _members(  # noqa: PLR0913 - a stretch of text, and how to read it
    text: str, start: int, stop: int, phrase: DocumentPhrase, grammar: ListGrammar, *, forced: bool
) -> Iterator[ListedDocument]:
    """Give the parts of what several documents are on; all of it as one lump where it cannot be divided."""
    parts = [part for part in _divided(text, start, stop, phrase.number, grammar) if part[0] < part[1]]
    if forced and not parts:
        return
    if len(parts) < _SHORT and not forced:
        general = _is_general(text[phrase.end : max(stop, phrase.end)], phrase, grammar)
        yield replace(_lump(phrase.start, max(stop, phrase.end), phrase, None), general=general)
        return
    for first, last in parts:
        yield ListedDocument(
            start=first, end=last, phrase=phrase, head=(phrase.start, phrase.end), lump=len(parts) < _SHORT
        )


def _divided(text: str, start: int, stop: int, number: int | None, grammar: ListGrammar) -> list[tuple[int, int]]:
    """Part what several documents are on, by the strongest mark there is: semicolons, a repeated word, commas."""
    strong = _cut_at(text, start, stop, _SEMICOLON, grammar)
    parts = [piece for part in strong for piece in _cut_at(text, *part, grammar.again, grammar)]
    if len(parts) > 1:
        return parts if len(strong) > 1 else [x for part in parts for x in _cut_at(text, *part, grammar.last, grammar)]
    commas = _cut_at(text, start, stop, grammar.comma, grammar)
    if number is not None and len(commas) == number:
        return commas
    if grammar.undivided.match(text[start:stop].lstrip(_BLANK)):
        short = all(len(text[first:last].split()) <= _FIELD for first, last in commas[1:])
        if short or not grammar.last.search(text, start, stop):
            return _trimmed(text, start, stop, grammar) if short else commas
    return _closed(text, commas, number, grammar)


def _closed(
    text: str, commas: list[tuple[int, int]], number: int | None, grammar: ListGrammar
) -> list[tuple[int, int]]:
    """Part the last two members of a list ("A, B and C"), where they are alike or the count asks for it."""
    joint = grammar.closing.search(text, *commas[-1]) if commas else None
    if joint is None or not _parts_last(text, commas, joint, number, grammar):
        return commas
    first, last = commas[-1]
    return [*commas[:-1], *_trimmed(text, first, joint.start(), grammar), *_trimmed(text, joint.end(), last, grammar)]


def _parts_last(
    text: str, commas: list[tuple[int, int]], joint: re.Match[str], number: int | None, grammar: ListGrammar
) -> bool:
    first, last = commas[-1]
    if number is not None and len(commas) == number - 1:
        return True
    if len(commas) == 1:
        return grammar.anew.match(text, joint.end(), last) is not None
    if grammar.last.search(text, commas[0][0], last):
        return False
    alike = max(len(text[first : joint.start()].split()), len(text[joint.end() : last].split())) <= _SHORT_MEMBER
    return alike or (len(commas) >= _FEW and grammar.closing.search(text, joint.end(), last) is None)


def _cut_at(text: str, start: int, stop: int, mark: re.Pattern[str], grammar: ListGrammar) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    at = start
    for match in mark.finditer(text, start, stop):
        parts += _trimmed(text, at, match.start(), grammar)
        at = match.end()
    return parts + _trimmed(text, at, stop, grammar)


def _trimmed(text: str, start: int, stop: int, grammar: ListGrammar) -> list[tuple[int, int]]:
    while start < stop and text[start] in _BLANK:
        start += 1
    lead = grammar.conjunction.match(text, start, stop)
    if lead is not None:
        start = lead.end()
    while stop > start and text[stop - 1] in _BLANK + ".":
        stop -= 1
    return [(start, stop)] if start < stop else []


def item_end(text: str, start: int, stop: int, grammar: ListGrammar) -> int:
    """Give where an item ends: before the words that tell of something else, without loose conjunctions."""
    cut = grammar.cut.search(text, start, stop)
    end = cut.start() if cut is not None else stop
    loose = grammar.loose.search(text, start, end)
    return loose.start() if loose is not None else end
