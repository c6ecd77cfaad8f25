"""Support or knowledge said to be withheld, set beside the strongest and the weakest wording of the same day."""

from __future__ import annotations

from collections.abc import Iterator

from communique.dossiers.same_day import WHO_DID_IT, WHO_KNEW, Passage, Question, find_wordings, group_same_day
from communique.languages.commentary import Cue
from communique.model import Bearing, ClaimStatus, Witness
from communique.reasoning.audit.decisions import Decision, dated, witness
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import key_of

SHOWN = 3


def question_in(inquiry: Inquiry) -> Question | None:
    """Give the question that a claim speaks to: who did it, who knew; None where it speaks to neither."""
    if inquiry.has(Cue.FOREKNOWLEDGE):
        return WHO_KNEW
    return WHO_DID_IT if inquiry.has(Cue.AGENCY) else None


def check_wordings(inquiry: Inquiry) -> Decision | None:
    """
    Check a claim that somebody held back on who did something or who knew of it; None where it asks neither.

    A firm wording in any statement of the same day contradicts it, whatever the opening remarks leave open.
    """
    asked = question_in(inquiry)
    if asked is None:
        return None
    passages = _by_speaker(inquiry, asked)
    firm = [passage for passage in passages if passage.strength > 0]
    if not firm:
        return None
    best = firm[0]
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(best.account)} has a firm wording on the question {asked}",
        witnesses=tuple(_witnesses(passages, Bearing.AGAINST)),
    )


def wordings_of(inquiry: Inquiry, asked: Question, bearing: Bearing) -> tuple[Witness, ...]:
    """Give the strongest and the weakest wording on a question, whoever's they are."""
    return tuple(_witnesses(list(_passages(inquiry, asked)), bearing))


def _by_speaker(inquiry: Inquiry, asked: Question) -> list[Passage]:
    """Give the passages of whoever is said to have held back, all where the claim names nobody who speaks."""
    found = list(_passages(inquiry, asked))
    named = {who.key for who in inquiry.people[:1]}
    own = [passage for passage in found if passage.speaker is not None and key_of(passage.speaker) in named]
    spoken = {key_of(one.speaker) for one in inquiry.record.sentences if one.speaker is not None}
    told = {who.key for who in inquiry.people[:1] if not who.implied}
    return own if own or told & spoken else found


def _passages(inquiry: Inquiry, asked: Question) -> Iterator[Passage]:
    for day in group_same_day(inquiry.record.accounts):
        yield from find_wordings(day, asked, tables=inquiry.tables).passages


def _witnesses(passages: list[Passage], bearing: Bearing) -> Iterator[Witness]:
    """Yield the strongest wordings, then the weakest."""
    ranked = sorted(passages, key=lambda passage: -passage.strength)
    for passage in ranked[: SHOWN - 1]:
        yield witness(passage.account, passage.span, bearing, _note("strongest wording", passage))
    if len(ranked) > SHOWN - 1:
        yield witness(ranked[-1].account, ranked[-1].span, Bearing.BESIDE, _note("weakest wording", ranked[-1]))


def _note(words: str, passage: Passage) -> str:
    return f"{words}, {passage.speaker.label}" if passage.speaker else words
