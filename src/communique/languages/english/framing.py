"""One frame from a cue and the words at its two ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.languages.english.agents import governor, owners
from communique.languages.english.clauses import prepositional
from communique.languages.english.ends import words_of
from communique.languages.english.parser import Parsed
from communique.languages.english.rules import PERSON_WORDS, PERSONS, Rule
from communique.languages.english.status import status_of
from communique.languages.port import Form, Frame, Words
from communique.model import RelationKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def make_frames(
    parsed: Parsed, cue: Token, rule: Rule, giver: tuple[Token, ...], receiver: tuple[Token, ...]
) -> Iterator[Frame]:
    """Give the frame of a cue and the parties at its ends, none where nobody is named."""
    to = receiver[0] if receiver else None
    if to is not None and rule.has("whole"):
        owner = owners(to) or tuple(p for p in prepositional(to, "of", "by") if parsed.designation(p))
        if to.lower_ in PERSON_WORDS:
            pass
        elif parsed.designation(to) is None and owner:
            to = owner[0]
        elif parsed.designation(to) is None and to.pos_ != "PROPN":
            to = None
    first, second = (words_of(parsed, giver[0]) if giver else None), (words_of(parsed, to) if to is not None else None)
    if first is None and second is None:
        return
    if first is not None and second is not None and first.span == second.span:
        return
    yield make_frame(parsed, cue, rule, first, second)


def make_frame(parsed: Parsed, cue: Token, rule: Rule, giver: Words | None, receiver: Words | None) -> Frame:
    """Put one frame together."""
    verb = cue if cue.pos_ in {"VERB", "AUX"} else governor(cue) or cue
    joint = rule.kind is RelationKind.ASSURANCE and giver is not None and giver.plural and receiver is None
    return Frame(
        kind=rule.kind,
        sentence=parsed.masked.sentence,
        cue=parsed.span(cue, cue),
        giver=giver,
        receiver=receiver,
        symmetrical=rule.has("mutual") or joint,
        status=status_of(verb, parsed.masked.text),
        reason=_reason(parsed, cue),
    )


def _reason(parsed: Parsed, cue: Token) -> Span | None:
    for child in cue.children:
        if child.i > cue.i and child.lower_ in {"for", "on", "over", "about", "regarding", "concerning", "that"}:
            return _extent(parsed, child)
        if child.i > cue.i and child.dep_ in {"ccomp", "xcomp"}:
            return _extent(parsed, child)
    return None


def _extent(parsed: Parsed, token: Token) -> Span | None:
    tokens = [t for t in token.subtree if not t.is_punct and t.i != token.i]
    return parsed.span(tokens[0], tokens[-1]) if tokens and tokens[0].i <= tokens[-1].i else None


def fits(parsed: Parsed, token: Token, rule: Rule) -> bool:
    """Tell whether a noun can be the receiver that a rule asks for."""
    designation = parsed.designation(token)
    if rule.kind is RelationKind.CONTACT and rule.has("mutual") and rule.receiver[:1] == ("with",):
        return designation is not None or token.pos_ in {"PROPN", "PRON"} or token.lower_ in PERSON_WORDS
    if rule.has("person"):
        if designation is not None:
            return designation.form in PERSONS and not (
                rule.kind is RelationKind.RECEPTION and designation.form is Form.SIDE
            )
        return token.lower_ in PERSON_WORDS or (
            token.pos_ == "PROPN" and token.ent_type_ != "GPE" and rule.kind is not RelationKind.RECEPTION
        )
    if rule.has("place"):
        return (
            (designation is None and token.pos_ == "PROPN")
            or (designation is not None and designation.form is Form.SIDE)
            or token.lower_ in {"country", "embassy", "state", "capital"}
        )
    return True
