"""Who is reported to take part in a contact, and of whom the releases at hand have no report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from communique.dossiers.protocol_greeters import find_greeters
from communique.dossiers.protocol_nouns import Passage, Reported, Unreported
from communique.model import Account, MentionForm, Person
from communique.readings.port import same_person, spoken_test
from communique.reference import Tables
from communique.reference.offices import holders, person
from communique.reference.rows import Tenure

USUAL_OFFICES = (
    "president",
    "monarch",
    "prime-minister",
    "chancellor",
    "foreign-minister",
    "speaker",
    "upper-speaker",
    "security-council-chairman",
    "security-council-secretary",
    "national-security-adviser",
)
"""Offices whose holders visitors of state meet as a matter of course: heads of state and government, foreign ministers,
speakers, security."""


def reported_with(accounts: Iterable[Account], side: str = "") -> tuple[Reported, ...]:
    """
    Give the persons of a side (its code; all sides where empty) who are reported to take part, principals first.

    They are those of the event itself and others whom a text names as taking part in it; somebody only spoken of is
    none. Each stands once, with the words of every text that names him or her.
    """
    found: list[Reported] = []
    for account in accounts:
        event = account.event
        for taking_part, principal in ((event.principals, True), (event.others, False)):
            for one in taking_part:
                if not side or (one.side is not None and one.side.code == side):
                    _note(found, account, one, principal=principal)
    return tuple(sorted(found, key=lambda item: not item.principal))


def taking_part(accounts: Sequence[Account]) -> tuple[Reported, ...]:
    """Give those reported to take part, and those who met the guest on arrival or saw the guest off."""
    found = list(reported_with(accounts))
    for greeter in find_greeters(accounts):
        for one in greeter.persons:
            if not any(same_person(one, item.person) for item in found):
                words = greeter.who or greeter.sentence
                found.append(Reported(person=one, passages=(words,)))
    return tuple(found)


def find_spoken_of(accounts: Sequence[Account]) -> tuple[Reported, ...]:
    """Give whom the narrator names besides those who take part: whether they were there is not said."""
    found: list[Reported] = []
    known = [item.person for item in taking_part(accounts)]
    for account in accounts:
        spoken = spoken_test(account)
        for mention in account.mentions:
            one = mention.person
            if one is None or mention.form is not MentionForm.NAME or not one.identity or spoken(mention.span):
                continue
            if not any(same_person(one, other) for other in known):
                known.append(one)
                found.append(Reported(person=one, passages=(Passage(release=account.release, span=mention.span),)))
    return tuple(found)


def _note(found: list[Reported], account: Account, one: Person, *, principal: bool) -> None:
    passages = tuple(Passage(release=account.release, span=span) for span in one.spans[:1])
    for place, item in enumerate(found):
        if same_person(item.person, one):
            fuller = one if (one.office and not item.person.office) else item.person
            found[place] = Reported(
                person=fuller, passages=item.passages + passages, principal=item.principal or principal
            )
            return
    found.append(Reported(person=one, passages=passages, principal=principal))


def find_unreported(
    accounts: Iterable[Account], sides: Iterable[str], day: date, tables: Tables, named: Iterable[Person] = ()
) -> tuple[Unreported, ...]:
    """
    Give those of whom the accounts have no report as taking part: holders of usual offices, and others of the dossier.

    ``sides`` are the codes of the sides looked at, ``named`` the persons that the dossier names elsewhere. Somebody
    whom the tables know by another spelling is found by the key; whom the narrator names at all is left out, since
    whether he or she took part is then for the reader to see.
    """
    sides = tuple(sides)
    kept = tuple(accounts)
    present = [item.person for item in (*taking_part(kept), *find_spoken_of(kept))]
    usual = tuple(
        (Person(name=item.name, side=item.side, identity=key), item) for key, item in _usual(sides, day, tables)
    )
    return (
        *(item for asked, item in usual if not any(same_person(asked, one) for one in present)),
        *_others(named, (*present, *(asked for asked, _ in usual)), sides),
    )


def _usual(sides: Iterable[str], day: date, tables: Tables) -> Iterator[tuple[str, Unreported]]:
    """Give the holders of the usual offices, each once under the highest."""
    seen: set[str] = set()
    for side in sides:
        for office in USUAL_OFFICES:
            for tenure in holders(office, side, day, tables=tables):
                if tenure.identity not in seen:
                    seen.add(tenure.identity)
                    yield tenure.identity, _of_tenure(tenure, tables)


def _of_tenure(tenure: Tenure, tables: Tables) -> Unreported:
    known = person(tenure.identity, tables=tables)
    return Unreported(
        name=known.name if known else tenure.identity,
        title=tenure.title,
        reason="holders of usual offices that day",
        side=tenure.side,
        source=tenure.source,
    )


def _others(named: Iterable[Person], known: Iterable[Person], sides: tuple[str, ...]) -> Iterator[Unreported]:
    """Give those whom the dossier names elsewhere, each once."""
    seen = list(known)
    for one in named:
        if one.side is None or one.side.code not in sides or any(same_person(one, other) for other in seen):
            continue
        seen.append(one)
        title = one.office.title if one.office else ""
        yield Unreported(name=one.label, title=title, reason="named in the dossier", side=one.side)


def named_in(accounts: Iterable[Account]) -> tuple[Person, ...]:
    """Give everybody named as taking part in an event of the accounts, and whom the tables know of those spoken of."""
    found: list[Person] = []
    for account in accounts:
        spoken_of = (m.person for m in account.mentions if m.person and m.person.identity)
        for one in (*account.event.principals, *account.event.others, *spoken_of):
            if one.name and not any(same_person(one, other) for other in found):
                found.append(one)
    return tuple(found)
