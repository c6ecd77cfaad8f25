"""Dealings that a verb states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.languages.english.agents import agents, objects_of
from communique.languages.english.clauses import is_passive, prepositional, subjects
from communique.languages.english.ends import words_of
from communique.languages.english.framing import fits, make_frame, make_frames
from communique.languages.english.noun_frames import is_invited
from communique.languages.english.parser import Parsed
from communique.languages.english.rules import PERSONS, Rule
from communique.languages.port import Form, Frame
from communique.model import RelationKind

if TYPE_CHECKING:
    from spacy.tokens import Token


def frames_of_verb(parsed: Parsed, verb: Token, rule: Rule) -> Iterator[Frame]:
    """Give the dealings that one verb states."""
    if rule.has("act") and not _acts(verb):
        return
    if is_passive(verb) or _is_participle(verb):
        yield from _of_passive(parsed, verb, rule)
        return
    giver = agents(verb)
    if rule.has("joint"):
        yield from frames_jointly(parsed, verb, giver, rule)
        return
    if rule.kind is RelationKind.VISIT and is_invited(verb):
        return
    receiver = _receiver_of(verb, rule)
    if not receiver and rule.has("mutual") and not rule.has("person"):
        yield from frames_jointly(parsed, verb, giver, rule)
        return
    if receiver and not fits(parsed, receiver[0], rule):
        if rule.has("mutual"):
            yield from frames_jointly(parsed, verb, giver, rule)
        return
    if not receiver and not rule.has("bare") and not (rule.has("about") and _about(parsed, verb, giver)):
        return
    yield from make_frames(parsed, verb, rule, giver, receiver)


def _about(parsed: Parsed, verb: Token, giver: tuple[Token, ...]) -> bool:
    """Read "The President informed about …": told to the other party, who goes without saying."""
    return any(c.lower_ == "about" for c in verb.children) and any(parsed.designation(t) for t in giver)


def _acts(verb: Token) -> bool:
    """Read "Asked" is a request only where something is to be done ("asked to", "asked him to", "asked for")."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp", "advcl"} and any(
            g.lower_ == "to" and g.dep_ == "aux" for g in child.children
        ):
            return True
        if child.dep_ == "prep" and child.lower_ == "for":
            return True
        if child.dep_ == "ccomp" and not any(
            g.lower_ in {"whether", "if", "how", "what", "why"} for g in child.subtree
        ):
            return True
    return False


def _of_passive(parsed: Parsed, verb: Token, rule: Rule) -> Iterator[Frame]:
    agents = tuple(prepositional(verb, "by"))
    patients = _acted_on(verb)
    if rule.receiver[:1] != ("object",) or not (agents or patients):
        return
    named = any(parsed.designation(a) for a in agents)
    if patients and not named and not fits(parsed, patients[0], rule):
        return
    yield from make_frames(parsed, verb, rule, agents, patients)


def _is_participle(verb: Token) -> bool:
    """Tell "the President, received by the King, …"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and any(c.dep_ == "agent" for c in verb.children)


def _acted_on(verb: Token) -> tuple[Token, ...]:
    """Give the subject of a passive; of a participle or relative clause, the noun that it describes."""
    found = subjects(verb)
    described = verb.dep_ == "acl" or (
        verb.dep_ == "relcl" and any(t.lower_ in {"who", "which", "that"} for t in found)
    )
    return (verb.head,) if described else found


def frames_jointly(parsed: Parsed, verb: Token, giver: tuple[Token, ...], rule: Rule) -> Iterator[Frame]:
    """Two named parties as one subject: "the King and the Prime Minister met"."""
    named = [t for t in giver if (d := parsed.designation(t)) is not None and d.form in PERSONS - {Form.GROUP}]
    for first, second in pairwise(named):
        yield make_frame(parsed, verb, rule, words_of(parsed, first, alone=True), words_of(parsed, second, alone=True))


def _receiver_of(verb: Token, rule: Rule) -> tuple[Token, ...]:
    for slot in rule.receiver:
        found = objects_of(verb) if slot == "object" else tuple(prepositional(verb, slot))
        if not found and rule.has("nested"):
            found = tuple(t for o in objects_of(verb) for t in prepositional(o, slot))
        if found:
            return found[:1]
    return ()
