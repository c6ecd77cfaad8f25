"""How the first narrated sentence puts the encounter: who met, received, welcomed, spoke with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.languages.english.clauses import (
    designated,
    is_joint,
    is_passive,
    main_verb,
    objects,
    prepositional,
    subjects,
)
from communique.languages.english.parser import Parsed
from communique.languages.port import Designation, Form, Lead
from communique.model import Pattern

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEOPLE = frozenset({Form.NAME, Form.OFFICE, Form.GROUP, Form.BODY, Form.SIDE})
_MEET = frozenset(["meet", "meets", "met", "meeting"])
_SPEAK = frozenset(["speak", "speaks", "spoke", "spoken", "talk", "talks", "talked", "converse", "conversed"])
_RECEIVE = frozenset(["receive", "receives", "received"])
_WELCOME = frozenset(["welcome", "welcomes", "welcomed"])
_HOST = frozenset(["host", "hosts", "hosted", "hosting"])
_GREET = frozenset(["greeted", "met"])
_GIVE = frozenset(["give", "gives", "gave", "given"])
_MEALS = frozenset(["lunch", "dinner", "breakfast", "banquet", "reception", "tea"])
_HOLD = frozenset(["hold", "holds", "held", "have", "has", "had", "conduct", "conducts", "conducted"])
_ENCOUNTERS = {
    "meeting": Pattern.MET_WITH,
    "meetings": Pattern.MET_WITH,
    "talks": Pattern.HELD_TALKS,
    "negotiations": Pattern.HELD_TALKS,
    "consultations": Pattern.HELD_TALKS,
    "conversation": Pattern.HAD_CONVERSATION,
    "conversations": Pattern.HAD_CONVERSATION,
    "call": Pattern.HAD_CONVERSATION,
    "discussion": Pattern.HAD_CONVERSATION,
    "discussions": Pattern.HAD_CONVERSATION,
    "talk": Pattern.HAD_CONVERSATION,
}


def find_lead(parsed: Parsed) -> Lead | None:
    """Read the pattern of one sentence; None where it has no verb."""
    verb = main_verb(parsed)
    if verb is None:
        return None
    tokens = subjects(verb)
    who = designated(parsed, tokens)
    subject = next((d for d in who if d.form is not Form.SIDE), None)
    span = parsed.span(min((*tokens[:1], verb), key=lambda t: t.i), _last(verb))
    pattern, other = _pattern(parsed, verb)
    if is_joint(parsed, tokens) and (other is None or pattern is Pattern.OTHER):
        return Lead(pattern=Pattern.JOINT, span=span)
    return Lead(pattern=pattern, span=span, subject=subject, object=other)


def _last(verb: Token) -> Token:
    """Give the last word of the exact words quoted: the verb with its object or the party it names."""
    near = [
        c for c in verb.children if c.i > verb.i and c.dep_ in {"dobj", "prep", "agent", "acomp", "attr", "npadvmod"}
    ]
    if not near:
        return verb
    tail = near[0]
    ends = [c for c in tail.children if c.dep_ == "pobj"] if tail.dep_ in {"prep", "agent"} else []
    return ends[0] if ends else tail


def _pattern(parsed: Parsed, verb: Token) -> tuple[Pattern, Designation | None]:
    word = verb.lower_
    direct = _people(parsed, objects(verb))
    with_whom = _people(parsed, tuple(prepositional(verb, "with", "to")))
    if is_passive(verb):
        return _passive(parsed, verb)
    if word in _RECEIVE and direct:
        return Pattern.RECEIVED, direct[0]
    if word in _WELCOME and direct and direct[0].form is not Form.SIDE:
        return Pattern.WELCOMED, direct[0]
    if word in _HOST:
        nested = tuple(t for noun in objects(verb) for t in prepositional(noun, "with"))
        return Pattern.HOSTED, next(iter(direct or with_whom or _people(parsed, nested)), None)
    if word in _MEET and (direct or with_whom or _delegates(verb)):
        return Pattern.MET_WITH, next(iter(direct or with_whom), None)
    if word in _SPEAK and with_whom:
        return Pattern.SPOKE_WITH, with_whom[0]
    if word in _HOLD | _GIVE and (guests := _guests(parsed, verb, direct)):
        return Pattern.HOSTED, guests[0]
    return _held(parsed, verb) if word in _HOLD else (Pattern.OTHER, None)


def _passive(parsed: Parsed, verb: Token) -> tuple[Pattern, Designation | None]:
    """Read "was received", "was welcomed at the airport by", "was met by": somebody is received, not something."""
    host = next(iter(_people(parsed, tuple(prepositional(verb, "by")))), None)
    guests = _people(parsed, subjects(verb))
    received = verb.lower_ in _RECEIVE and (host or guests)
    if received or (verb.lower_ in _WELCOME | _HOST | _GREET and host and guests):
        return Pattern.WAS_RECEIVED, host
    return Pattern.OTHER, None


def _guests(parsed: Parsed, verb: Token, direct: tuple[Designation, ...]) -> tuple[Designation, ...]:
    """Give who is asked to a meal: "had Ms Korin to lunch", "gave a dinner for Ms Korin", "in honour of Ms Korin"."""
    if direct and any(t.lower_ in _MEALS for t in prepositional(verb, "to", "for")):
        return direct
    if not any(noun.lower_ in _MEALS for noun in objects(verb)):
        return ()
    heads = (verb, *objects(verb))
    honour = (t for head in heads for t in prepositional(head, "in") if t.lower_ in {"honour", "honor"})
    honoured = tuple(t for head in honour for t in prepositional(head, "of"))
    return _people(parsed, honoured or tuple(t for head in heads for t in prepositional(head, "for")))


def _held(parsed: Parsed, verb: Token) -> tuple[Pattern, Designation | None]:
    """Read "held talks with", "had a telephone conversation with": an encounter only where somebody is met."""
    for noun in objects(verb):
        pattern = _ENCOUNTERS.get(noun.lower_)
        if pattern is None:
            continue
        met = _people(parsed, (*prepositional(noun, "with"), *prepositional(verb, "with")))
        if met or _delegates(noun) or _delegates(verb):
            return pattern, next(iter(met), None)
    return Pattern.OTHER, None


def _delegates(head: Token) -> bool:
    """Whether the party met is an undesignated common noun ("with a delegation of senators")."""
    return any(True for _ in prepositional(head, "with"))


def _people(parsed: Parsed, tokens: tuple[Token, ...]) -> tuple[Designation, ...]:
    return tuple(d for d in designated(parsed, tokens) if d.form in _PEOPLE)
