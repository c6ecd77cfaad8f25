"""Dealings that a noun states: "a meeting with", "his visit to", "at the invitation of", "her thanks for"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.languages.english.agents import agents, governor, named_owners, objects_of, owners
from communique.languages.english.clauses import prepositional
from communique.languages.english.ends import words_of
from communique.languages.english.framing import fits, make_frame, make_frames
from communique.languages.english.parser import Parsed
from communique.languages.english.rules import PERSON_WORDS, Rule
from communique.languages.port import Frame
from communique.model import RelationKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIGHT = frozenset(
    "have has had having hold holds held holding conduct conducts conducted take took attend attended make "
    "makes made making pay pays paid paying begin began opened open be is was are were been complete completed "
    "continue continued host hosts hosted hosting arrive arrived arrives come came start started".split()
)


_RECEIVING = frozenset({"host", "hosts", "hosted", "welcome", "welcomes", "welcomed", "receive", "received", "invited"})
_ATTENDING = frozenset(
    {"take", "takes", "took", "taking", "attend", "attends", "attended", "participate", "participated"}
)
_MADE = frozenset({"contribution", "contributions", "role", "leadership", "assessment"})
_THEIRS = frozenset({"his", "her", "their", "its"})


def frames_of_noun(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    """Give the dealings that one noun states."""
    if rule.marked and not any(t.lower_ in rule.marked for t in noun.subtree if abs(t.i - noun.i) <= 3):  # noqa: PLR2004 - within the phrase
        return
    if rule.has("place"):
        yield from _of_visit(parsed, noun, rule)
    elif rule.has("mutual"):
        yield from _of_encounter(parsed, noun, rule)
    elif rule.kind is RelationKind.INVITATION:
        yield from _of_invitation(parsed, noun, rule)
    elif rule.verbs:
        yield from _of_expression(parsed, noun, rule)


def _of_encounter(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    verb = governor(noun)
    holders = owners(noun)
    met = tuple(prepositional(noun, "with")) or (
        tuple(prepositional(verb, "with")) if verb is not None and noun.dep_ == "dobj" else ()
    )
    if not met:
        yield from _between(parsed, noun, rule) if noun.dep_ != "pobj" else _taking_part(parsed, noun, rule)
        return
    if not fits(parsed, met[0], rule):
        return
    giver = tuple(o for o in holders if o.lower_ not in _THEIRS) or (agents(verb) if verb is not None else ())
    if noun.dep_ == "ROOT" or verb is None:
        giver = holders
    if giver and giver[0].i == met[0].i:
        giver = ()
    yield from make_frames(parsed, noun, rule, giver, met[:1])


def _taking_part(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    """Read "Took part in a meeting of advisers", "hosted the King for a meeting"."""
    verb = governor(noun)
    if verb is not None and verb.lower_ in _RECEIVING and noun.head.lower_ == "for":
        guests = objects_of(verb)
        if guests and fits(parsed, guests[0], rule):
            yield from make_frames(parsed, noun, rule, agents(verb), guests[:1])
    elif verb is not None and verb.lower_ in _ATTENDING:
        yield from make_frames(parsed, noun, rule, agents(verb), tuple(prepositional(noun, "of"))[:1])
    else:
        yield from _between(parsed, noun, rule)


def _between(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    """Read "a meeting between A and B", "talks were held between A and B", "the meeting of the heads of A and B"."""
    held = noun.head if noun.dep_ in {"nsubj", "nsubjpass"} else noun
    for head, preposition in ((noun, "between"), (held, "between"), (noun, "of")):
        parties = tuple(prepositional(head, preposition))
        named = [p for p in parties if parsed.designation(p) is not None]
        if len(named) > 1:
            yield make_frame(
                parsed, noun, rule, words_of(parsed, named[0], alone=True), words_of(parsed, named[1], alone=True)
            )
            return


def _of_visit(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    places = tuple(prepositional(noun, "to"))
    verb = governor(noun)
    if not places and verb is not None and noun.dep_ in {"dobj", "pobj"}:
        places = tuple(t for t in prepositional(verb, "to", "in") if t.i != noun.i)
    if not places or not fits(parsed, places[0], rule) or is_invited(noun):
        return
    holders = owners(noun) or tuple(prepositional(noun, "by", "of"))
    if holders and holders[0].lower_ in _THEIRS and verb is not None:
        holders = agents(verb) or holders
    giver = holders or (agents(verb) if verb is not None and (verb.lower_ in _LIGHT or noun.dep_ == "pobj") else ())
    yield from make_frames(parsed, noun, rule, giver, places[:1])


def is_invited(noun: Token) -> bool:
    """Tell whether a visit is only one that somebody is invited to."""
    return any(t.lower_.startswith("invit") for t in noun.ancestors)


def _of_invitation(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    holders = owners(noun) or tuple(prepositional(noun, "of", "from", "by"))
    verb = governor(noun)
    receiver = tuple(prepositional(noun, "to", "for"))
    receiver = tuple(t for t in receiver if parsed.designation(t) is not None and t.dep_ == "pobj")
    if not receiver:
        receiver = tuple(t for t in noun.subtree if t.i > noun.i and t.dep_ == "nsubj" and parsed.designation(t))[:1]
    doers = agents(verb) if verb is not None else ()
    if verb is not None and verb.lower_ in {
        "extended",
        "conveyed",
        "relayed",
        "sent",
        "reiterated",
        "confirmed",
        "renewed",
        "passed",
        "handed",
    }:
        yield from make_frames(
            parsed, noun, rule, named_owners(holders) or doers, receiver or tuple(prepositional(verb, "to"))
        )
    elif holders:
        yield from make_frames(parsed, noun, rule, holders, receiver or tuple(a for a in doers if a.i != holders[0].i))


def _of_expression(parsed: Parsed, noun: Token, rule: Rule) -> Iterator[Frame]:
    verb = governor(noun)
    if rule.has("subject"):
        verb = noun.head if noun.dep_ == "nsubj" else None
    if verb is None or verb.lower_ not in rule.verbs:
        return
    giver = owners(noun) if rule.has("subject") else agents(verb)
    receiver = tuple(
        t for slot in rule.receiver for t in (*prepositional(noun, slot), *prepositional(verb, slot)) if t.i != noun.i
    )
    if rule.kind is not RelationKind.CONDOLENCE:
        receiver = tuple(t for t in receiver if _is_party(parsed, t))
    receiver = receiver[:1] or _who_made(parsed, noun)
    if not receiver and rule.has("owner"):
        receiver = tuple(o for t in prepositional(noun, "for", "of") for o in named_owners(owners(t)))[:1]
        receiver = receiver or tuple(o for t in prepositional(verb, "for") for o in named_owners(owners(t)))[:1]
    if receiver or rule.has("bare") or rule.has("owner"):
        yield from make_frames(parsed, noun, rule, giver, receiver)


def _who_made(parsed: Parsed, noun: Token) -> tuple[Token, ...]:
    """Read "The contribution that Arvenia has made", "Arvenia's contribution": whose it is."""
    if noun.lower_ not in _MADE:
        return ()
    relative = (g for c in noun.children if c.dep_ == "relcl" for g in c.children if g.dep_ == "nsubj")
    return tuple(t for t in (*named_owners(owners(noun)), *relative) if _is_party(parsed, t))[:1]


def _is_party(parsed: Parsed, token: Token) -> bool:
    return parsed.designation(token) is not None or token.pos_ == "PROPN" or token.lower_ in PERSON_WORDS
