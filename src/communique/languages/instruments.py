"""Documents signed or adopted, whatever the language: level and binding by their words, and each told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.languages.instrument_levels import OF_STATES, InstrumentGrammar, SignedDocument, find_level
from communique.languages.instrument_lists import ListedDocument
from communique.model.instruments import Binding, InstrumentClass, InstrumentWords, Level
from communique.model.spans import Part, Span

_ALWAYS_BINDING = frozenset({InstrumentClass.TREATY, InstrumentClass.CONTRACT})
_BY_LEVEL = frozenset({InstrumentClass.AGREEMENT, InstrumentClass.PROTOCOL})
_STATES = frozenset({Level.STATE, Level.GOVERNMENT})
_MARK = re.compile(r"[,;:]\s|\.(?:\s|$)")
_SAME = 0.6
_LONG_WORD = 4
_STEM = 6


def bound(kind: InstrumentClass, level: Level, *, loan: bool = False) -> Binding:
    """
    Give whether a document binds by its name and level, where no operative words are seen.

    After the Vienna Convention on the Law of Treaties (1969), art. 2(1)(a), a treaty is what states conclude in
    writing under international law whatever its name; a name is therefore a sign and no proof. Declarations,
    statements, memorandums, programmes and letters of intent are read as not binding after the U.S. Department of
    State's Guidance on Non-Binding Documents and the OAS Guidelines on Binding and Non-Binding Agreements (2020);
    agreements and protocols of others than states and governments are left open, since they may be contracts.

    >>> bound(InstrumentClass.AGREEMENT, Level.GOVERNMENT), bound(InstrumentClass.AGREEMENT, Level.COMPANY)
    (<Binding.YES: 'yes'>, <Binding.UNCLEAR: 'unclear'>)
    """
    if kind in _ALWAYS_BINDING or loan:
        return Binding.YES
    if kind in _BY_LEVEL:
        return Binding.YES if level in _STATES else Binding.UNCLEAR
    return Binding.UNCLEAR if kind is InstrumentClass.OTHER else Binding.NO


def judge(text: str, found: SignedDocument, grammar: InstrumentGrammar, countries: frozenset[str]) -> InstrumentWords:
    """Give a signed document with its level, its parties and what binds."""
    listed, part = found.listed, found.sentence.part
    parties = _parties(text, found, grammar)
    told = find_level(text, found, grammar, countries, parties)
    loan = grammar.loan.search(_names(text, listed)) is not None and listed.phrase.kind in _BY_LEVEL
    operative = _operative(text, found.sentence, grammar)
    noun = (listed.phrase.noun, listed.phrase.end)
    deciding = sorted({noun, *told.words} if listed.phrase.kind in _BY_LEVEL else {noun})
    money = grammar.sum.search(text, listed.start, _reach(text, listed.end, found.sentence.end))
    return InstrumentWords(
        title=Span(listed.start, listed.end, part),
        head=Span(*listed.head, part) if listed.head else None,
        kind=listed.phrase.kind,
        level=told.level,
        binding=operative[0] if operative else bound(listed.phrase.kind, told.level, loan=loan),
        deciding=(operative[1],) if operative else tuple(Span(*place, part) for place in deciding),
        sentence=found.sentence,
        parties=tuple(Span(*place, part) for place in parties),
        sum=Span(*money.span(), part) if money else None,
        date=found.date,
        lump=listed.lump,
        cue=found.cue,
        titles_only=operative is None,
    )


def _reach(text: str, start: int, end: int) -> int:
    """Give how far words on a document may follow it: up to the next mark."""
    mark = _MARK.search(text, start, end)
    return mark.start() if mark is not None else end


def _names(text: str, listed: ListedDocument) -> str:
    return f"{text[slice(*listed.head)] if listed.head else ''} {text[listed.start : listed.end]}"


def _operative(text: str, sentence: Span, grammar: InstrumentGrammar) -> tuple[Binding, Span] | None:
    for pattern, binding in ((grammar.unbinding, Binding.NO), (grammar.binding, Binding.YES)):
        match = pattern.search(text, sentence.start, sentence.end)
        if match is not None:
            return binding, Span(*match.span(), sentence.part)
    return None


def _parties(text: str, found: SignedDocument, grammar: InstrumentGrammar) -> tuple[tuple[int, int], ...]:
    match = grammar.between.search(text, found.listed.start, found.listed.end)
    if match is not None:
        return tuple(_split(text, *match.span("parties"), grammar))
    return tuple(_split(text, *found.signers, grammar)) if found.signers else ()


def _split(text: str, start: int, end: int, grammar: InstrumentGrammar) -> Iterator[tuple[int, int]]:
    at = start
    for match in (*grammar.joint.finditer(text, start, end), None):
        stop = match.start() if match else end
        piece = text[at:stop]
        if piece.strip():
            first = at + len(piece) - len(piece.lstrip())
            yield first, first + len(piece.strip())
        at = match.end() if match else end


@dataclass(frozen=True, slots=True)
class _Told:
    """A document with the words that tell it from others, and whether it points back to one told before."""

    words: InstrumentWords
    terms: frozenset[str]
    definite: bool
    general: bool


def told_once(
    text: str, title: str, found: Iterable[tuple[SignedDocument, InstrumentWords]], grammar: InstrumentGrammar
) -> tuple[InstrumentWords, ...]:
    """Give each document once, with the fullest of its titles in the body, in order of first mention."""
    kept: list[_Told] = []
    for document, words in found:
        source = title if words.title.part is Part.TITLE else text
        told = _Told(words, _terms(words, source, grammar), document.listed.phrase.definite, document.listed.general)
        twin = next((i for i, other in enumerate(kept) if _is_same(other, told)), None)
        if twin is None:
            kept.append(told)
        elif words.title.part is Part.TEXT and (
            len(told.terms) > len(kept[twin].terms) or kept[twin].words.title.part is Part.TITLE
        ):
            kept[twin] = replace(told, words=_fuller(words, kept[twin].words))
    return tuple(told.words for told in kept)


def replaced(document: SignedDocument, documents: Sequence[SignedDocument]) -> bool:
    """Tell whether a package is told in detail elsewhere: its list follows, or documents of its class do."""
    listed = document.listed
    if listed.announces:
        return True
    if listed.lump and listed.phrase.other and _shares(document, documents):
        return True
    if not listed.lump or not (listed.general or listed.phrase.number):
        return False
    later = [x for x in documents if _comes_after(x, document) and not x.listed.general]
    if listed.phrase.number and any(listed.phrase in {x.listed.umbrella, x.listed.phrase} for x in later):
        return True
    if not listed.general:
        return False
    kinds = {x.listed.phrase.kind for x in later} - {InstrumentClass.STATEMENT}
    return (
        listed.phrase.kind in kinds
        or (listed.phrase.kind is InstrumentClass.OTHER and bool(kinds))
        or any(x.listed.umbrella == listed.phrase for x in later)
    )


def _shares(document: SignedDocument, documents: Sequence[SignedDocument]) -> bool:
    return any(x.sentence == document.sentence and x.listed.start < document.listed.start for x in documents)


def _comes_after(one: SignedDocument, other: SignedDocument) -> bool:
    if one.sentence.part is not other.sentence.part:
        return one.sentence.part is Part.TEXT
    return one.listed.start > other.listed.start


def _fuller(words: InstrumentWords, earlier: InstrumentWords) -> InstrumentWords:
    if words.level is Level.UNCLEAR and earlier.level is not Level.UNCLEAR:
        return replace(words, level=earlier.level, binding=earlier.binding)
    return words


def _terms(words: InstrumentWords, source: str, grammar: InstrumentGrammar) -> frozenset[str]:
    told = words.title.of(source).lower()
    return frozenset(
        word[:_STEM]
        for word in re.findall(r"\w+", told)
        if len(word) >= _LONG_WORD and word not in grammar.lexicon.nouns and word not in grammar.lexicon.empty
    )


def _is_same(one: _Told, other: _Told) -> bool:
    """Tell whether two mentions are of one document: same class, and the words of one all in the other, or most."""
    if one.words.kind is not other.words.kind or one.words.sentence == other.words.sentence:
        return False
    if one.words.lump != other.words.lump:
        return False
    if one.words.lump and not one.general and other.general:
        return False
    if other.definite and other.words.kind in OF_STATES:
        return True
    fewer, more = sorted((one.terms, other.terms), key=len)
    return fewer <= more or len(fewer & more) >= _SAME * len(fewer | more)
