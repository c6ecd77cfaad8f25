"""Who received whom, where an essay says that somebody did or did not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.languages.commentary import Cue, find_cues
from communique.model import Bearing, ClaimStatus, RelationKind, Witness
from communique.reasoning.audit.decisions import Decision, dated, sentence_around, witness
from communique.reasoning.audit.reading.cast import Who
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import Record, key_of, speech_around

_KINDS = frozenset({RelationKind.RECEPTION, RelationKind.GREETING})


def check_reception(inquiry: Inquiry) -> Decision | None:
    """
    Check a claim that somebody received or welcomed somebody, or did not; None where it is none, or no source tells.

    A host who welcomes his guest in so many words has received him, whatever verb the release opens on; a verb alone
    says nothing of rank.
    """
    cue = next(iter(inquiry.cues(Cue.RECEIVED)), None)
    if cue is None or inquiry.has(Cue.CALL):
        return None
    start = inquiry.raw.find(inquiry.words[cue.start : cue.end])
    named = [who for who in inquiry.people if not who.implied]
    host = next((who for who in reversed(named) if who.span.end - inquiry.claim.span.start <= start), None)
    if host is None:
        return None
    seen = _of_words(tuple(_receives(host, inquiry.record)))
    if inquiry.claim.denied:
        return _against(host, seen) if seen else None
    turned = next((who for who in named if who is not host and _of_words(tuple(_receives(who, inquiry.record)))), None)
    if seen or turned is None:
        return None  # that they met, when and where, is for another check
    return _against(turned, _of_words(tuple(_receives(turned, inquiry.record))))


def _against(host: Who, seen: tuple[Witness, ...]) -> Decision:
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{seen[0].note} has {host.label} receive or welcome the guest.",
        witnesses=tuple(replace(one, bearing=Bearing.AGAINST, note="reception") for one in seen[:2]),
    )


def _of_words(seen: tuple[Witness, ...]) -> tuple[Witness, ...]:
    """Give words that receive or welcome once each, those of welcome before a bare "happy to see you"."""
    by_words = {" ".join(one.words.split()): one for one in reversed(seen)}
    return tuple(sorted(by_words.values(), key=lambda one: -len(one.words)))


def _receives(host: Who, record: Record) -> Iterator[Witness]:
    """Yield the words by which a host receives or welcomes: those that narrate it, then his own."""
    for account in record.accounts:
        if account.reception.host is not None and key_of(account.reception.host) == host.key and account.reception.span:
            span = sentence_around(account, account.reception.span) or account.reception.span
            yield witness(account, span, Bearing.FOR, dated(account))
        for relation in account.relations:
            giver = relation.giver.person if relation.giver else None
            if relation.kind in _KINDS and giver is not None and key_of(giver) == host.key:
                yield witness(account, relation.sentence, Bearing.FOR, dated(account))
        for sentence in account.sentences:
            speech = speech_around(account, sentence)
            speaker = speech.speaker if speech else None
            if speaker is None or key_of(speaker) != host.key:
                continue
            if next(find_cues(account.release.words(sentence), Cue.WELCOME, account.release.language), None):
                yield witness(account, sentence, Bearing.FOR, dated(account))
