"""Which of the sources an essay means where it speaks of a side's text: "the American readout", "Tarsk's version"."""

from __future__ import annotations

from communique.collation.pairing.namings import tokens_of
from communique.languages.commentary import Construction, Cue, find_cues, has_cue, pattern_of
from communique.model import Account, Kind
from communique.reasoning.audit.reading.cast import Who
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.reading.states import places_of_sides
from communique.reference.offices import issuer as find_issuer
from communique.reference.rows import Tables

_KINDS = {
    Cue.CALL: frozenset({Kind.CALL}),
    Cue.MESSAGE: frozenset({Kind.MESSAGE}),
    Cue.MEETING: frozenset({Kind.MEETING, Kind.VISIT}),
}
NEAR = 4
"""Words at most between a side's name and the word for its text."""


def find_texts_meant(inquiry: Inquiry) -> tuple[Account, ...]:
    """
    Give the sources that a claim on a text means, by the side that published them; none where it names no side's text.

    A side is named by its name, its adjective, its capital or a residence beside the word for the text; else by the
    person just spoken of ("her own government's account").
    """
    owner = next((who.side for who in inquiry.people if who.side and owns_text(who, inquiry)), "")
    own = owner or _side_beside_text(inquiry.words, inquiry)
    of_contact = () if own else _of_contact(inquiry)
    if of_contact:
        return of_contact
    code = own or _side_beside_text(inquiry.context, inquiry)
    if not code and has_cue(inquiry.context, Cue.READING, language=inquiry.language):
        code = next((who.side for who in inquiry.people if who.side), "")
    if code:
        return tuple(account for account in inquiry.record.accounts if side_of(account, inquiry.tables) == code)
    return ()


def owns_text(who: Who, inquiry: Inquiry) -> bool:
    """Tell whether somebody is named as whose office or text it is ("the host's office")."""
    behind = inquiry.essay.release.text[who.span.end : who.span.end + 48]
    return not who.implied and pattern_of(Construction.OFFICE_OF, inquiry.language).match(behind) is not None


def _of_contact(inquiry: Inquiry) -> tuple[Account, ...]:
    """Give the sources on the kind of contact whose record a claim names ("the report of the call"); none else."""
    if not inquiry.has(Cue.READING):
        return ()
    kinds = {kind for cue, wanted in _KINDS.items() if inquiry.has(cue) for kind in wanted}
    dossier = inquiry.record.opened.dossier
    return tuple(
        contact.account
        for contact in inquiry.record.contacts
        if contact.kind in kinds
        and contact.account in inquiry.record.accounts
        and contact.day is not None
        and dossier.first <= contact.day <= dossier.last
    )


def _side_beside_text(words: str, inquiry: Inquiry) -> str:
    """Give the side named nearest to a word for a text, a few words off at most; empty where none is."""
    texts = [len(tokens_of(words[: cue.start])) for cue in find_cues(words, Cue.READING, inquiry.language)]
    sides = places_of_sides(words, inquiry.tables)
    near = [(abs(at - text), code) for text in texts for at, code in sides if abs(at - text) <= NEAR]
    return min(near)[1] if near else ""


def side_of(account: Account, tables: Tables) -> str:
    """Give the code of the side that published an account, empty where the tables do not know."""
    office = find_issuer(account.release.issuer, tables=tables)
    return office.side.code if office else ""
