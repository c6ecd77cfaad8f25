"""Who met a guest at the airport and who saw the guest off, in exact words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.dossiers.protocol_nouns import Greeter, Passage
from communique.languages.arrivals import GreetingWords, find_greetings
from communique.model import Account, MentionForm, Person, Span
from communique.readings.port import same_person, speech_around


def find_greeters(accounts: Iterable[Account]) -> tuple[Greeter, ...]:
    """
    Give who is said to have met a guest on arrival or seen one off, in the order of the texts.

    Only what the narrator tells counts: an official who remembers an airport in a speech tells of another day. Nothing
    follows from a greeter's rank on who talked to whom.
    """
    return tuple(greeter for account in accounts for greeter in _of_account(account))


def _of_account(account: Account) -> Iterator[Greeter]:
    release = account.release
    for sentence in account.sentences:
        if speech_around(account, sentence) is None:
            for found in find_greetings(release.part(sentence.part), sentence, release.language):
                yield _greeter(account, sentence, found)


def _greeter(account: Account, sentence: Span, found: GreetingWords) -> Greeter:
    release = account.release
    return Greeter(
        farewell=found.farewell,
        sentence=Passage(release=release, span=sentence),
        who=Passage(release=release, span=found.who) if found.who else None,
        whom=Passage(release=release, span=found.whom) if found.whom else None,
        persons=tuple(_persons(account, sentence, found)),
    )


def _persons(account: Account, sentence: Span, found: GreetingWords) -> Iterator[Person]:
    """Give the persons named among those who met; where word order does not tell, those who are no principals."""
    seen: list[Person] = []
    for mention in account.mentions:
        person = mention.person
        if person is None or mention.form is not MentionForm.NAME or any(same_person(person, one) for one in seen):
            continue
        stands = found.who.overlaps(mention.span) if found.who else _is_beside(account, sentence, mention.span, person)
        if stands:
            seen.append(person)
            yield person


def _is_beside(account: Account, sentence: Span, span: Span, person: Person) -> bool:
    return sentence.covers(span) and not any(same_person(person, one) for one in account.event.principals)
