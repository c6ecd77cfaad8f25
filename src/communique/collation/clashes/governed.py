"""Clauses under a verb that denies them: what is denied to be so is asserted of nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from communique.languages.assertions import Assertion, Denial
from communique.model import Span

DENYING = frozenset({"deny", "reject", "refuse", "exclude", "oppose", "distrust"})
"""Concepts of verbs and nouns under which a clause is not vouched for, in every language."""

FLIPPING = "deny"
"""The concept under which a clause is sure to be meant the other way round."""

_UNDER = re.compile(r"[\s,«“\"]*(?:that|что|будто)(?!\w)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_APART = re.compile(r"[.!?;…]\s*\Z")
_OWN_MIND = re.compile(r"[\s,]*(?:but|yet|however|но|однако|а|бірақ)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Under:
    """The denying clause that one stands under, and whether something of what is denied has been read already."""

    clause: Assertion
    begun: bool = False


def govern(clauses: Iterable[Assertion], text: str) -> Iterator[Assertion]:
    """
    Give the clauses of a passage as they are vouched for, ``text`` being that of the whole part.

    The clause right under a verb of denial ("denied that …") is denied by that verb too; where the clause denies on its
    own, the two cancel each other as any two denials do. Under other words that deny or reject ("rejected the claim
    that …", "did not say that …") it is not told what is meant, so the clause is left out; so are those that go on from
    it in the same sentence.
    """
    before: Assertion | None = None
    under: _Under | None = None
    for clause in clauses:
        words = clause.span.of(text)
        if before is not None and (_is_apart(before, clause, text) or _OWN_MIND.match(words)):
            under = None
        elif before is not None and under is None and _UNDER.match(words) and _denies(before):
            under = _Under(clause=before)
        if under is None:
            yield clause
        elif not under.begun:
            cue = _flips(under.clause, clause, text)
            yield from (_flipped(clause, cue),) if cue is not None else ()
            under = replace(under, begun=True)
        before = clause


def _is_apart(before: Assertion, clause: Assertion, text: str) -> bool:
    between = text[before.span.start : clause.span.start]
    return bool(_APART.search(between.rstrip('”"»’) \n')))


def _denies(clause: Assertion) -> bool:
    return bool(clause.cues) or any(term.code in DENYING for term in clause.terms)


def _flips(governing: Assertion, clause: Assertion, text: str) -> Span | None:
    """
    Give the verb that turns a clause round: the only word that denies, right before it.

    Where the clause has a number, it may be the number alone that is denied.
    """
    verbs = [term.span for term in governing.terms if term.code in DENYING]
    if len(verbs) != 1 or not any(term.code == FLIPPING for term in governing.terms):
        return None
    (verb,) = verbs
    alone = all(cue.overlaps(verb) for cue in governing.cues) and not governing.moods and not governing.limits
    adjacent = not text[verb.end : clause.span.start].strip(" ,\n")
    return verb if alone and adjacent and not _DIGIT.search(clause.span.of(text)) else None


def _flipped(clause: Assertion, cue: Span) -> Assertion:
    """Give a clause as denied by a word before it, in the first term that is no name."""
    target = next((place for place, term in enumerate(clause.terms) if not term.name), None)
    denials = () if target is None else (Denial(term=target, cue=cue),)
    return replace(clause, cues=(cue, *clause.cues), denials=(*denials, *clause.denials))
