"""Who meets whom in an event that another text may tell of, and where that text names them."""

from __future__ import annotations

from dataclasses import dataclass

from communique.collation.pairing.namings import names_in, tokens_of
from communique.collation.pairing.occasions import Occasion
from communique.collation.pairing.participants import Participant, are_same, participant_of
from communique.model import Account, Kind, RelationKind, Span
from communique.model.relations import Party

MEETING = frozenset({RelationKind.CONTACT, RelationKind.RECEPTION, RelationKind.VISIT})
"""Relations by which two parties meet or speak."""

_ENCOUNTERS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Who meets whom in an event, seen from the issuer of another text."""

    own: tuple[Participant, ...]
    guests: tuple[Participant, ...]
    across: bool

    def is_guest(self, person: Participant | None) -> bool:
        """Tell whether somebody is one of the guests."""
        return self._is_one_of(person, self.guests)

    def is_own(self, person: Participant | None) -> bool:
        """Tell whether somebody is one of the issuer's side."""
        return self._is_one_of(person, self.own)

    def _is_one_of(self, person: Participant | None, persons: tuple[Participant, ...]) -> bool:
        return person is not None and any(are_same(person, other, across=self.across) for other in persons)


def parties_of(mine: Occasion, event: Occasion) -> Parties | None:
    """Give the parties of an event; None where it is none, or the issuer's side has no part in it."""
    if event.announced or event.kind not in _ENCOUNTERS or mine.own == event.own:
        return None
    own = tuple(person for person in event.people if person.side == mine.own)
    guests = tuple(person for person in event.people if person.side != mine.own)
    if not own or not guests or (event.kind is Kind.MULTILATERAL and not all(guest.titled for guest in guests)):
        return None
    return Parties(own=own, guests=guests, across=mine.language != event.language)


def names_guest(account: Account, sentence: Span, parties: Parties) -> bool:
    """Tell whether a sentence mentions a guest, or has a word that sounds like the last name of one."""
    if any(map(parties.is_guest, persons_in(account, sentence))):
        return True
    named = names_in(tokens_of(account.release.words(sentence)))
    return any(guest.surname & named for guest in parties.guests)


def persons_in(account: Account, sentence: Span) -> list[Participant]:
    """Give the persons whom a sentence mentions."""
    persons = (mention.person for mention in account.mentions if mention.person and sentence.overlaps(mention.span))
    return [known for person in persons if (known := participant_of(person)) is not None]


def known_in(party: Party) -> Participant | None:
    """Give the person that one end of a relation is; None where it is none."""
    return participant_of(party.person) if party.person else None
