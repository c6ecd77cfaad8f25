"""Phrases that name documents: where they begin, which word names the document, how many they tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.languages.instrument_lexicon import InstrumentLexicon
from communique.model.instruments import InstrumentClass

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}(?:[-‑–]\w+)*|\w+(?:[-‑–'’.]\w+)*|[^\w\s]")
_NUMBER = re.compile(r"\d{1,3}")
_JOINTS = frozenset({",", "and", "и"})
_LONGEST = 14
_NEAR = 40
_OPENING_QUOTES = frozenset("“\"«„‘'")
_PLAIN_END = frozenset('.,;:!?)]”"»–—-(“«[')


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    words: str
    lower: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPhrase:
    """
    Words that name a document, without what follows them ("two joint statements").

    ``start`` to ``end`` covers all of it, ``noun`` to ``end`` the name of the document with what changes its class.
    ``number`` is the count it states; ``vague`` marks a count without number ("a package of"). ``definite`` phrases
    point back ("the document"), ``bare`` ones have nothing before the noun but a
    determiner, ``plain`` ones at most one word more.
    """

    start: int
    noun: int
    end: int
    kind: InstrumentClass
    plural: bool
    number: int | None = None
    vague: bool = False
    definite: bool = False
    other: bool = False
    bare: bool = False
    plain: bool = False
    opens: bool = False


def find_phrases(text: str, start: int, end: int, lexicon: InstrumentLexicon) -> tuple[DocumentPhrase, ...]:
    """
    Give the phrases that name documents between two offsets, in order; none reaches into the next.

    A name that only qualifies another noun ("treaty obligations") is none; of two names in one phrase the last one
    tells what the document is ("a treaty protocol").
    """
    tokens = [_Token(m.start(), m.end(), m.group(), m.group().lower()) for m in _TOKEN.finditer(text, start, end)]
    found: list[tuple[int, int, DocumentPhrase]] = []
    for at, token in enumerate(tokens):
        if token.lower not in lexicon.nouns or not _is_head(tokens, at, lexicon) or _is_mail(text, token, lexicon):
            continue
        floor = found[-1][1] + 1 if found else 0
        first = _first(tokens, at, lexicon, 0)
        if found and first <= found[-1][1]:
            if first <= found[-1][0]:
                found.pop()
                floor = found[-1][1] + 1 if found else 0
            first = max(first, floor)
        found.append((first, at, _phrase(text, tokens, first, at, lexicon)))
    return tuple(phrase for _, _, phrase in found)


def _is_head(tokens: Sequence[_Token], at: int, lexicon: InstrumentLexicon) -> bool:
    """Tell whether a name of a document is the chief word of its phrase, by what follows it."""
    if not lexicon.following or at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    return (
        after.lower in lexicon.following
        or after.lower in lexicon.nouns
        or after.words in _PLAIN_END
        or after.words in _OPENING_QUOTES
        or not after.words[0].islower()
        or after.lower.endswith(("ed", "ing"))
    )


def _is_mail(text: str, token: _Token, lexicon: InstrumentLexicon) -> bool:
    """Tell whether a letter is a mere letter: nothing behind it says of what."""
    kind = InstrumentClass.LETTER_OF_INTENT
    return lexicon.nouns[token.lower].kind is kind and lexicon.turned[kind].match(text, token.end) is None


def _first(tokens: Sequence[_Token], at: int, lexicon: InstrumentLexicon, floor: int) -> int:
    """Give the first token of the phrase: back over its adjectives to its article, and over "a package of"."""
    first = at
    while first > floor and at - first < _LONGEST:
        before = tokens[first - 1]
        if before.lower in lexicon.determiners:
            first -= 1
            if not _counts(tokens, first, lexicon):
                break
        elif _is_modifier(tokens, first - 1, lexicon):
            first -= 1
        elif before.lower in _JOINTS and _joins(tokens, first - 1, floor, lexicon):
            first -= 2 if tokens[first - 2].words not in _JOINTS else 1
        else:
            break
    return _over_collection(tokens, first, floor, lexicon)


def _counts(tokens: Sequence[_Token], at: int, lexicon: InstrumentLexicon) -> bool:
    """Tell whether a determiner is a number or the like that another one may precede ("another five")."""
    return tokens[at].lower in lexicon.numbers or tokens[at].lower in lexicon.other


def _is_modifier(tokens: Sequence[_Token], at: int, lexicon: InstrumentLexicon) -> bool:
    word = tokens[at]
    if word.lower in lexicon.stops or word.lower in _JOINTS or not word.words[0].isalnum():
        return False
    return lexicon.modifier.fullmatch(word.words) is not None


def _joins(tokens: Sequence[_Token], at: int, floor: int, lexicon: InstrumentLexicon) -> bool:
    """Tell whether a comma or "and" ties adjectives of one phrase ("intergovernmental and business agreements")."""
    if at - 1 < floor or at + 1 >= len(tokens):
        return False
    before = tokens[at - 1]
    if before.words in _JOINTS:
        return at - 2 >= floor and lexicon.joined.fullmatch(tokens[at - 2].words) is not None
    follows = tokens[at + 1].lower
    return (
        lexicon.joined.fullmatch(before.words) is not None
        and before.lower not in lexicon.nouns
        and follows not in lexicon.determiners
    )


def _over_collection(tokens: Sequence[_Token], first: int, floor: int, lexicon: InstrumentLexicon) -> int:
    if first - 1 < floor or (tokens[first - 1].lower not in lexicon.linking and lexicon.linking):
        return first
    at = first - 2 if lexicon.linking else first - 1
    if at < floor or tokens[at].lower not in lexicon.collections:
        return first
    first = at
    while first > floor and at - first < _LONGEST:
        before = tokens[first - 1]
        if before.lower in lexicon.determiners:
            return first - 1
        if not _is_modifier(tokens, first - 1, lexicon):
            break
        first -= 1
    return first


def _phrase(text: str, tokens: Sequence[_Token], first: int, at: int, lexicon: InstrumentLexicon) -> DocumentPhrase:
    noun = lexicon.nouns[tokens[at].lower]
    before = [token.lower for token in tokens[first:at]]
    end, kind = tokens[at].end, noun.kind
    extended = lexicon.extended.match(text, end)
    if extended is not None and kind is not InstrumentClass.OTHER:
        end = extended.end()
    for turned, pattern in lexicon.turned.items():
        match = pattern.match(text, end)
        if match is not None:
            end, kind = match.end(), turned
    number = next((_number(word, lexicon) for word in before if _number(word, lexicon)), None)
    vague = any(word in lexicon.collections for word in (*before, tokens[at].lower))
    return DocumentPhrase(
        start=tokens[first].start,
        noun=tokens[at].start,
        end=end,
        kind=kind,
        plural=noun.plural,
        number=number,
        vague=vague,
        definite=bool(before) and before[0] in lexicon.definite,
        other=any(word in lexicon.other for word in before),
        plain=len([word for word in before if word not in lexicon.determiners]) <= 1,
        bare=all(word in lexicon.determiners for word in before),
    )


def _number(word: str, lexicon: InstrumentLexicon) -> int | None:
    if _NUMBER.fullmatch(word):
        return int(word) or None
    return lexicon.numbers.get(word)


def opening_phrases(
    text: str, start: int, end: int, delimiter: re.Pattern[str], lexicon: InstrumentLexicon
) -> Iterator[DocumentPhrase]:
    """Give the phrases that begin a member of a list: those at the region's start or right after a delimiter."""
    for phrase in find_phrases(text, start, end, lexicon):
        gap = text[max(start, phrase.start - _NEAR) : phrase.start]
        if not gap.strip() or delimiter.search(gap):
            yield replace(phrase, opens=True)
