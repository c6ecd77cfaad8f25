"""Which of the persons named in headline and first sentence stand as parties to the event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from communique.languages.english.clauses import (
    SPEAKING_OF,
    conjuncts,
    designated,
    main_verb,
    objects,
    prepositional,
    subjects,
)
from communique.languages.english.parser import Parsed
from communique.languages.port import Designation, Form
from communique.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_DELEGATIONS = frozenset(
    {"delegation", "delegations", "group", "representatives", "members", "leaders", "senators", "heads", "lawmakers"}
)
_PERSONAL = frozenset({Form.NAME, Form.OFFICE})
_SPOKEN_FOR = re.compile(
    r"(?:[Ss]tatement|[Rr]eadout|[Rr]emarks|[Cc]omments?|[Aa]nswers?)\s+(?:by|from)\s+(?:the\s+)?$"
)
_SPOKESPERSON = re.compile(r"\b(?:spokes(?:person|man|woman)|press secretary|communications director)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:death|passing|demise|birthday|anniversary|victory|election|inauguration|nomination|"
    r"confirmation|appointment|murder|killing|assassination|memory|resignation|biography|statements?|"
    r"remarks|comments|position|visit)\s+(?:of|by)\s+(?:the\s+)?(?:former\s+)?$",
    re.IGNORECASE,
)
_AS = re.compile(r"\bas\s+(?:the\s+)?$")
_ATTENDING = re.compile(
    r"\b(?:took part|taking part|take part|participat\w+|attend\w+|were also present|"
    r"was also present|also present|was present|were present|joined by|accompanied by|"
    r"with the participation of|involving|presence of)\b",
    re.IGNORECASE,
)
_ENCOUNTERS = frozenset(
    "meeting meetings talks negotiations consultations conversation conversations call discussion discussions "
    "lunch dinner breakfast reception summit session talk visit".split()
)


def find_headline_parties(title: str, designations: Sequence[Designation]) -> tuple[Designation, ...]:
    """
    Give the parties that a headline names.

    A spokesperson who only speaks of others' meeting is none, nor is somebody who is a topic ("on the passing of").
    """
    personal = [d for d in designations if d.form in _PERSONAL and not _AS.search(title[: d.span.start])]
    kept = [d for d in personal if not _ABOUT.search(title[: d.span.start])]
    speaking = [
        d
        for d in kept
        if _SPOKEN_FOR.search(title[: d.span.start]) or (d.office and _SPOKESPERSON.search(d.office.of(title)))
    ]
    others = [d for d in kept if d not in speaking]
    return tuple(others or kept)


def find_opening_parties(parsed: Parsed) -> tuple[Designation, ...]:
    """Give the parties of the main clause: its subject, its object, and whom the encounter was with."""
    verb = main_verb(parsed)
    if verb is None:
        return ()
    seen: dict[int, Designation] = {}
    for token in _party_tokens(verb):
        for designation in designated(parsed, (token,)) or _members(parsed, token):
            seen.setdefault(designation.span.start, designation)
    return tuple(seen.values())


def _members(parsed: Parsed, token: Token) -> tuple[Designation, ...]:
    """Give the persons named after a delegation that is met ("a delegation of senators, which included …")."""
    if token.lower_ not in _DELEGATIONS or token.dep_ not in {"pobj", "dobj"}:
        return ()
    named = (parsed.designation(t) for t in parsed.doc[token.i + 1 :])
    return tuple(d for d in named if d is not None and d.form is Form.NAME)


def _party_tokens(verb: Token) -> Iterator[Token]:
    yield from subjects(verb)
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB":
            yield from _complements(child)
    yield from _complements(verb)


def _complements(verb: Token) -> Iterator[Token]:
    yield from objects(verb)
    yield from prepositional(verb, "with", "by", "to", "from", "between", "among")
    direct = () if verb.lower_ in SPEAKING_OF else objects(verb)
    nouns = (*subjects(verb), *direct, *prepositional(verb, "for", "with", "in", "during", "at"))
    for noun in nouns:
        if noun.lower_ in _ENCOUNTERS:
            yield from prepositional(noun, "with", "between", "of", "among", "from")
            yield from (each for child in noun.children if child.dep_ == "poss" for each in conjuncts(child))


def find_attending(
    text: str, sentences: Sequence[Span], designations: Sequence[Designation]
) -> tuple[Designation, ...]:
    """Give the persons named in sentences that say who took part."""
    found: list[Designation] = []
    for sentence in sentences:
        if _ATTENDING.search(text, sentence.start, sentence.end):
            found += [d for d in designations if d.form is Form.NAME and sentence.covers(d.span)]
    return tuple(found)
