"""Whether a dealing is reported, planned, recalled or only possible."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILL = frozenset({"will", "shall", "'ll", "wo"})
_MAY = frozenset({"could", "would", "may", "might", "should", "can", "if", "'d"})
_WISHING = frozenset(
    "ready want wants wanted hope hopes hoped plan plans planned intend intends intention willing possible "
    "desire wish like agreed proposed suggested able".split()
)
_PERFORMING = frozenset(["like", "want", "wish"])
_SAYING = frozenset(
    {"thank", "congratulate", "express", "convey", "extend", "offer", "apologise", "apologize", "praise", "commend",
     "assure", "reassure", "ask", "request", "invite", "welcome", "greet", "wish", "say", "inform", "reaffirm",
     "confirm", "pledge", "reiterate", "tell", "note", "join", "send", "applaud", "urge", "call"}
)  # fmt: skip
_EARLIER = re.compile(r"\b(?:last|recent|earlier|previous|ago|yesterday)\b", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:upcoming|forthcoming|planned|next)\b", re.IGNORECASE)


def status_of(verb: Token, text: str) -> Status:
    """
    Read the status off auxiliaries, negation and governing words.

    "I would like to thank" performs the act it speaks of and is actual (Austin, 1962).
    """
    words = {c.lower_ for c in verb.children}
    if words & _WILL:
        return Status.PLANNED
    if any(c.dep_ == "neg" for c in verb.children):
        return Status.HYPOTHETICAL
    if verb.dep_ in {"xcomp", "ccomp", "advcl", "acl"} and _infinitive(verb):
        return _of_infinitive(verb)
    if words & _MAY:
        return Status.HYPOTHETICAL
    near = text[max(0, verb.idx - 40) : verb.idx + 60]
    if _PLANNED.search(near):
        return Status.PLANNED
    if any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children) or _EARLIER.search(near):
        return Status.PAST
    return Status.ACTUAL


def _infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _speaks_for_itself(verb: Token) -> bool:
    """Tell "I want to", "we would like to" from the reported "he wanted to"."""
    words = {c.lower_ for c in verb.children}
    return bool(words & {"would", "'d"}) or (verb.tag_ == "VBP" and bool(words & {"i", "we"}))


def _of_infinitive(verb: Token) -> Status:
    head = verb.head
    if head.lower_ in _PERFORMING and verb.lower_ in _SAYING and _speaks_for_itself(head):
        return Status.ACTUAL
    if head.lower_ in _WISHING or any(c.lower_ in _MAY for c in head.children):
        return Status.HYPOTHETICAL
    if {c.lower_ for c in head.children} & _WILL:
        return Status.PLANNED
    return Status.ACTUAL
