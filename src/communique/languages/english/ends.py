"""The words that stand for one end of a dealing, and whom they mean within their sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.languages.english.agents import agents
from communique.languages.english.clauses import conjuncts
from communique.languages.english.lexicon import FUNCTION_WORDS, PACKAGE
from communique.languages.english.parser import Parsed
from communique.languages.english.rules import PERSON_WORDS
from communique.languages.port import Designation, Form, Frame, Words
from communique.model import Side, Span
from communique.text.tables import load_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_VOCATIVE = re.compile(
    r"(?:^|: )(?:Dear |Esteemed |Yes, |Thank you, |Good \w+, )*(?P<who>(?:Mr\.? |Mrs\.? |Madam |"
    r"Your )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}), (?=(?:first|I|we|let|allow|on|please|thank|once|"
    r"ladies|colleagues|friends)\b)"
)


_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})


_SECOND = frozenset({"you", "your"})


_HONORIFICS = frozenset({"mr", "mrs", "madam", "your"})
_REACH = 6
_ABROAD = frozenset({"partners", "partner", "allies", "ally", "counterparts", "counterpart", "neighbours", "neighbors"})


def words_of(parsed: Parsed, token: Token, *, alone: bool = False) -> Words:
    """Give the words of a party: its designation, with those joined to it, or the noun phrase around the token."""
    group = [token] if alone else [token, *(t for t in conjuncts(token) if t.dep_ != "appos" and t.i != token.i)]
    last = max(group, key=lambda t: t.i)
    first_span, last_span = _phrase(parsed, token), _phrase(parsed, last)
    span = Span(min(first_span.start, last_span.start), max(first_span.end, last_span.end), first_span.part)
    designation = _antecedent(parsed, token) or parsed.designation(token) or _named_beside(parsed, token)
    plural = (
        len(group) > 1
        or (designation is not None and designation.form is Form.GROUP)
        or token.lower_ in {"we", "they", "sides", "leaders"}
    )
    return Words(
        span=span,
        designation=designation,
        sides=_sides(parsed, token),
        plural=plural,
        pronoun=token.pos_ == "PRON",
        abroad=token.lower_ in _ABROAD,
        first_person=token.lower_ in _FIRST,
        second_person=token.lower_ in _SECOND,
    )


def _antecedent(parsed: Parsed, token: Token) -> Designation | None:
    """Give whom "him" or "her" means within the sentence: the person named last before who is not the subject."""
    if token.lower_ not in {"him", "her", "he", "she"}:
        return None
    subject = {t.i for t in agents(token.head)} if token.lower_ in {"him", "her"} else set()
    before = [
        t
        for t in parsed.doc[: token.i]
        if (d := parsed.designation(t)) and d.form in {Form.NAME, Form.OFFICE} and t.i not in subject
    ]
    return parsed.designation(before[-1]) if before else None


def _named_beside(parsed: Parsed, token: Token) -> Designation | None:
    """Give the name set beside a common noun ("my old friend Ilmar Vesk")."""
    for child in token.children:
        found = parsed.designation(child)
        if (
            found is not None
            and found.form is Form.NAME
            and child.dep_ in {"appos", "compound", "nmod"}
            and abs(child.i - token.i) == 1
        ):
            return found
    return None


def _sides(parsed: Parsed, token: Token) -> tuple[Side, ...]:
    """Give the sides named in a noun phrase, and where it is a place those that its country belongs to."""
    named = [d for t in token.subtree if t.i <= token.i + _REACH and (d := parsed.designation(t)) is not None]
    own = parsed.designation(token)
    if own is not None and (own.sides or own.form is not Form.SIDE):
        return own.sides
    return tuple(side for d in named for side in d.sides)


def _phrase(parsed: Parsed, token: Token) -> Span:
    designation = parsed.designation(token)
    if designation is not None:
        return designation.span
    first = last = token
    for child in token.children:
        if (
            child.dep_ in {"det", "amod", "compound", "nmod", "poss", "nummod"}
            and child.i < first.i
            and not child.is_punct
        ):
            first = child.left_edge
        if child.i > last.i and child.dep_ == "prep" and child.lower_ in {"of", "from", "in"}:
            last = _noun_end(child)
    return parsed.span(first, last)


def _noun_end(preposition: Token) -> Token:
    nouns = [c for c in preposition.children if c.dep_ == "pobj"]
    return max((t for t in conjuncts(nouns[0])), key=lambda t: t.i) if nouns else preposition


def find_vocative(parsed: Parsed) -> Words | None:
    """Give who is addressed at the start of a sentence of direct speech ("Mr Prime Minister, I would like to…")."""
    match = _VOCATIVE.search(parsed.masked.text)
    if match is None:
        return None
    first, last = parsed.masked.offsets[match.start("who")], parsed.masked.offsets[match.end("who") - 1]
    named = [n for start, end, n in parsed.masked.names if start < match.end("who") and end > match.start("who")]
    designation = next((n.designation for n in named if n.designation), None)
    end = max([last + 1, *(n.span.end for n in named)])
    if designation is None and not _is_address(match["who"]):
        return None
    sides = designation.sides if designation else ()
    return Words(span=Span(first, end, parsed.masked.sentence.part), designation=designation, sides=sides)


def _is_address(words: str) -> bool:
    """Tell a name or a form of address from an adverbial that happens to stand first ("However,", "In Tarsk,")."""
    row = words.lower().replace(".", "").split()
    if row[0] in _HONORIFICS or row[-1] in PERSON_WORDS:
        return True
    return not ({row[0]} & FUNCTION_WORDS or row[0] in load_words(PACKAGE, "words.txt"))


def addressed_to(frame: Frame, addressed: Words | None) -> Frame:
    """Put the person addressed in the place of "you", or of a receiver left unsaid by "I apologise"."""
    if addressed is None or frame.giver is None or not frame.giver.first_person:
        return frame
    if frame.receiver is None or frame.receiver.second_person:
        return replace(frame, receiver=replace(addressed, second_person=True))
    return frame
