"""What an essay claims of signed documents: how many, of what class, between whom, on what level, on what matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.languages.commentary import Construction, pattern_of
from communique.languages.english.instrument_words import LEXICON
from communique.languages.instrument_phrases import DocumentPhrase, find_phrases
from communique.languages.phrases import Phrases, build_phrases
from communique.model import Span
from communique.model.instruments import InstrumentClass, Level
from communique.text.tables import load_toml

_APPOSITION = re.compile(r"^.{0,80}?\s[–—-]\s(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedDocuments:
    """
    One assertion on documents.

    ``number`` is how many, None where the words do not tell; ``kind`` their class, ``OTHER`` for plain "documents".
    ``only`` says that there are no more of the class, ``rest`` that they are all but those named before; ``none`` that
    there are none at all. ``parties`` are the names between which they stand, ``level`` the level claimed;
    ``topic`` are the words on what they are about; ``most`` says that most of all are such. Spans count in the claim's
    words.
    """

    span: Span
    number: int | None
    kind: InstrumentClass
    only: bool = False
    rest: bool = False
    none: bool = False
    whole: bool = False
    parties: tuple[str, ...] = ()
    level: Level = Level.UNCLEAR
    topic: str = ""
    most: bool = False


def find_claimed(claim: str) -> tuple[ClaimedDocuments, ...]:
    """
    Give what a claim asserts of documents, in order.

    >>> claim = "They signed three documents; only one is an agreement between Sund Ferries and Tarsk Rail."
    >>> [(found.number, found.kind.value, found.only, found.parties) for found in find_claimed(claim)]
    [(3, 'other', False, ()), (1, 'agreement', True, ('Sund Ferries', 'Tarsk Rail'))]
    """
    found = tuple(_claimed(claim))
    classes = any(one.kind is not InstrumentClass.OTHER for one in found)
    return tuple(one for one in found if not (classes and _says_nothing(one)))


def _says_nothing(claimed: ClaimedDocuments) -> bool:
    """Tell whether "the documents" are only named as those of which something else is said."""
    plain = claimed.kind is InstrumentClass.OTHER and claimed.number is None
    return plain and claimed.level is Level.UNCLEAR and not claimed.none


def _claimed(claim: str) -> Iterator[ClaimedDocuments]:
    if any(True for _ in _list("none").find(claim)):
        yield ClaimedDocuments(span=Span(0, len(claim)), number=0, kind=InstrumentClass.OTHER, none=True)
        return
    phrases = find_phrases(claim, 0, len(claim), LEXICON)
    if not phrases:
        yield from _others(claim)
    for phrase in phrases:
        start, end = _clause(claim, phrase)
        before, after = claim[start : phrase.start], claim[phrase.end : end]
        numbered = _numbered(before)
        number = phrase.number if phrase.number is not None else numbered
        words = claim[start:end]
        if (
            number is None
            and not phrase.plural
            and pattern_of(Construction.SINGLE).search(claim[start : phrase.noun].rstrip()[-12:])
        ):
            number = 1
        yield ClaimedDocuments(
            span=Span(phrase.start, end),
            number=number,
            kind=phrase.kind,
            only=any(True for _ in _list("only").find(before + claim[phrase.start : phrase.noun])),
            rest=any(True for _ in _list("rest").find(before + claim[phrase.start : phrase.noun])),
            whole=pattern_of(Construction.ALL_OF).search(before + claim[phrase.start : phrase.noun]) is not None,
            parties=_parties(after) or _signers(before),
            topic=_topic(claim[phrase.start : phrase.noun], after),
            most=pattern_of(Construction.MOSTLY).search(before + claim[phrase.start : phrase.noun]) is not None,
            level=level_in(words if phrase.kind is InstrumentClass.OTHER else claim[phrase.start : end]),
        )


def _others(claim: str) -> Iterator[ClaimedDocuments]:
    """Give what is said of documents named before ("all the others are between businesses")."""
    level = level_in(claim)
    rest = any(True for _ in _list("rest").find(claim))
    if level is not Level.UNCLEAR and (rest or pattern_of(Construction.ALL_MEANT).search(claim)):
        yield ClaimedDocuments(
            span=Span(0, len(claim)), number=None, kind=InstrumentClass.OTHER, rest=rest, whole=True, level=level
        )


def _clause(claim: str, phrase: DocumentPhrase) -> tuple[int, int]:
    start = max((m.end() for m in pattern_of(Construction.PARTED).finditer(claim, 0, phrase.start)), default=0)
    end = next(
        (m.start() for m in pattern_of(Construction.PARTED).finditer(claim, phrase.end)), len(claim.rstrip(" ."))
    )
    return start, max(end, phrase.end)


def _numbered(before: str) -> int | None:
    """Give the number told before the noun ("only one of these documents constitutes a …")."""
    for found in reversed(list(pattern_of(Construction.NUMBERED).finditer(before))):
        number = _number(found["number"])
        if number is not None:
            return number
    return None


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else LEXICON.numbers.get(word.casefold())


def _parties(words: str) -> tuple[str, ...]:
    between = pattern_of(Construction.PARTIES).search(words)
    if between is not None:
        named = _APPOSITION.sub("", between["parties"]).strip()
        return tuple(
            part
            for piece in pattern_of(Construction.AND_PARTY).split(named)
            if pattern_of(Construction.PROPER_NAME).search(part := piece.strip(" ,."))
        )
    party = pattern_of(Construction.WITH_PARTY).search(words)
    return (party["party"],) if party is not None else ()


def _signers(before: str) -> tuple[str, ...]:
    """Give those said to sign, where they are names and not just the sides."""
    found = pattern_of(Construction.SIGNERS).search(before.strip())
    if found is None or pattern_of(Construction.NO_PARTY).match(found["signers"]):
        return ()
    return tuple(
        name
        for part in pattern_of(Construction.AND_PARTY).split(found["signers"])
        if pattern_of(Construction.PROPER_NAME).search(name := part.strip())
    )


def _topic(before: str, after: str) -> str:
    """Give the words on what a document is about: those before its name, and those behind it after "on"."""
    on = pattern_of(Construction.MATTER).match(after)
    told = [word for word in re.findall(r"[^\W\d_]+", before) if word.casefold() not in LEXICON.determiners]
    return " ".join([*told, *([on["topic"]] if on else [])])


def level_in(words: str) -> Level:
    """Give the level on which words put documents, by who is said to stand on it."""
    for level, phrases in _levels():
        if any(True for _ in phrases.find(words)):
            return level
    return Level.UNCLEAR


@cache
def _levels() -> Sequence[tuple[Level, Phrases]]:
    listed = load_toml("communique.languages.english", "rendering.toml")["papers"]["levels"]
    return tuple((Level(level), build_phrases((word, level) for word in words)) for level, words in listed.items())


@cache
def _list(name: str) -> Phrases:
    words = load_toml("communique.languages.english", "rendering.toml")["papers"][name]
    return build_phrases((word, name) for word in words)
