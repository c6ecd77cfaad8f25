"""Whose words or deeds a statement tells: by its subject, its speaker, or the statement that it goes on from."""

from __future__ import annotations

from collections.abc import Sequence

from communique.collation.ground import Ground
from communique.collation.sides import NamedSide
from communique.collation.statements import Actor, Statement
from communique.languages.statement_grammar import statement_grammar
from communique.model import Mention, MentionForm, Person, Span

_AT_ITS_HEELS = 14
"""Characters between two sides that act together ("Arvenia and the Kingdom of Velmark")."""

_MOSTLY = 0.5
"""Share of a statement that direct speech must fill for its speaker to be whose words it tells."""


def find_actor(part: Span, verb: int, ground: Ground, before: Statement | None, *, goes_on: bool) -> Actor:
    """
    Tell whose words or deeds a part of a sentence tells.

    ``verb`` is where its verb of speech begins, ``before`` the statement before it, ``goes_on`` tells that both stand
    in one sentence.
    """
    speaker = _speaker(part, ground)
    if speaker is not None:
        return actor_of(speaker, ground)
    head = _head(part, verb, ground)
    mentions = sorted((m for m in ground.account.mentions if m.span.overlaps(head)), key=lambda m: m.span.start)
    if any(m.form is MentionForm.GROUP for m in mentions[:1]) or _joint(mentions):
        return Actor.BOTH
    if mentions and mentions[0].person is not None:
        return actor_of(mentions[0].person, ground)
    sides = ground.sides_in(head.of(ground.text))
    if sides:
        return _actor_of_sides(sides, ground)
    if not goes_on and any(part.overlaps(joint) for joint in ground.account.joint):
        return Actor.BOTH
    pronoun = statement_grammar(ground.language).pronoun.match(part.of(ground.text))
    return before.actor if before is not None and (goes_on or pronoun) else Actor.NOBODY


def actor_of(person: Person, ground: Ground) -> Actor:
    """Tell which side a person is of."""
    return actor_of_side(person.side.code if person.side else "", ground)


def actor_of_side(code: str, ground: Ground) -> Actor:
    """Tell whether a side is the issuer's own, the other, or neither."""
    if code and code == ground.own:
        return Actor.OWN
    return Actor.OTHER if code and code in ground.others else Actor.NOBODY


def _actor_of_sides(sides: Sequence[NamedSide], ground: Ground) -> Actor:
    """Tell who acts where sides are named: the first, or both where the second follows at its heels."""
    first = actor_of_side(sides[0].code, ground)
    for side in sides[1:2]:
        other = actor_of_side(side.code, ground)
        if {first, other} == {Actor.OWN, Actor.OTHER} and side.start - sides[0].end <= _AT_ITS_HEELS:
            return Actor.BOTH
    return first


def _speaker(part: Span, ground: Ground) -> Person | None:
    """Give who speaks most of a part: within a turn, or where a quotation is the greater part of a sentence."""
    for quotation in ground.account.quotations:
        content = quotation.content
        shared = min(content.end, part.end) - max(content.start, part.start)
        if quotation.speaker is not None and content.part is part.part and shared > _MOSTLY * len(part):
            return quotation.speaker
    return None


def _head(part: Span, verb: int, ground: Ground) -> Span:
    """Give the words before the verb, without what a comma parts off ("In line with earlier talks, Arvenia …")."""
    words = part.of(ground.text)
    if verb >= len(words):  # no verb of speech: whoever acts stands before the first comma
        return Span(part.start, part.start + (words.find(", ") if words.find(", ") > 0 else len(words)))
    end = max(1, min(verb, len(words)))
    comma = words.rfind(", ", 0, end)
    whole = Span(part.start, part.start + end)
    if comma < 0:
        return whole
    near = Span(part.start + comma + 2, part.start + max(end, comma + 3))
    named = any(m.span.overlaps(near) for m in ground.account.mentions) or ground.sides_in(near.of(ground.text))
    return near if named else whole


def _joint(mentions: Sequence[Mention]) -> bool:
    """Tell whether the first mentions are of more than one person ("Adela Korin and Ilmar Vesk discussed …")."""
    return len({m.person.label for m in mentions[:3] if m.person is not None}) > 1
