"""Words of an account that speak of an encounter to come, or invite to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from communique.model import (
    Account,
    Kind,
    MentionForm,
    Part,
    Party,
    Person,
    Relation,
    RelationKind,
    SideKind,
    Span,
    Status,
)
from communique.precedent.encounters import announces, person_key
from communique.precedent.entering import find_sides
from communique.precedent.foreseen import AROUND, find_window
from communique.precedent.history import Notice
from communique.precedent.notice_words import invites, is_call, is_encounter, is_of_today, looks_ahead, records

UPCOMING = timedelta(days=45)
"""How far off an encounter spoken of as coming, without a date, is taken to be."""

OPEN_INVITATION = timedelta(days=400)
"""How long an invitation without a date is taken to stand: a year, and what a diary needs."""

_MEETINGS = frozenset({RelationKind.VISIT, RelationKind.CONTACT, RelationKind.RECEPTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """A notice together with the words of its account that give it."""

    notice: Notice
    span: Span


def find_notices(account: Account) -> tuple[Notice, ...]:
    """
    Give an account's words on encounters to come between the issuer's side and another, one notice for each.

    They are planned visits, meetings, receptions and calls, and invitations that are given or taken now; one for
    which somebody gives thanks, or upon which a guest has come, is recalled and is none. Without a day of publication
    there is none, as nothing can be dated from it.
    """
    return tuple(item.notice for item in find_foreseen(account))


def find_foreseen(account: Account) -> tuple[Foreseen, ...]:
    """Give the notices with their spans, in order of the text; of several on one encounter, the best dated."""
    if account.release.issued is None or not account.release.issuer:
        return ()
    own, _ = find_sides(account)
    kept: dict[tuple[str, bool, bool], Foreseen] = {}
    for item in _all(account, own) if own else ():
        notice = item.notice
        key = (notice.counterpart, notice.invitation, notice.kind is Kind.CALL)
        if key not in kept or (notice.dated and not kept[key].notice.dated):
            kept[key] = item
    return tuple(_without_grounds(tuple(kept.values())))


def is_announcement(account: Account) -> bool:
    """
    Tell whether an account announces an event instead of recording it.

    It does where the event falls on a later day than the release, where the headline says so, or where the first
    sentence on an encounter speaks of one to come.
    """
    release, event = account.release, account.event
    if release.issued is not None and event.date is not None and event.date.day > release.issued.date():
        return True
    if announces(release.title):
        return True
    return not records(release.title) and _opens_on_what_is_to_come(account)


def _opens_on_what_is_to_come(account: Account) -> bool:
    told = [relation for relation in account.relations if relation.kind in _MEETINGS and not relation.spoken]
    told.sort(key=lambda relation: (relation.sentence.part is not Part.TEXT, relation.sentence.start))
    first = [relation for relation in told if relation.sentence == told[0].sentence]
    opening = account.sentences[0] if account.sentences else None
    return bool(first) and first[0].sentence == opening and all(_is_to_come(account, relation) for relation in first)


def _all(account: Account, own: str) -> Iterator[Foreseen]:
    sentences = dict.fromkeys(relation.sentence for relation in account.relations)
    for sentence in sorted(sentences, key=lambda span: (span.part is not Part.TEXT, span.start)):
        here = tuple(relation for relation in account.relations if relation.sentence == sentence)
        for relation in here:
            invitation = _invites(account, relation)
            if invitation or (relation.kind in _MEETINGS and _is_to_come(account, relation)):
                yield from _foreseen(account, relation, here, own, invitation=invitation)


def _is_to_come(account: Account, relation: Relation) -> bool:
    """Tell whether a sentence really speaks of an encounter to come, not of words or of something else to come."""
    if relation.status is not Status.PLANNED:
        return False
    release, sentence = account.release, relation.sentence
    if relation.kind is RelationKind.CONTACT and not is_encounter(release.words(relation.cue)):
        return False
    return looks_ahead(release.words(sentence), spoken=relation.spoken, titled=sentence.part is Part.TITLE)


def _invites(account: Account, relation: Relation) -> bool:
    """Tell an invitation given or taken now, in narration or by somebody who invites a person by name."""
    if relation.kind is not RelationKind.INVITATION or relation.status not in {Status.ACTUAL, Status.PLANNED}:
        return False
    if relation.spoken and not (relation.receiver and relation.receiver.person):
        return False  # "I invite you all" is said to nobody
    return invites(account.release.words(relation.sentence), spoken=relation.spoken)


def _foreseen(
    account: Account, relation: Relation, here: Sequence[Relation], own: str, *, invitation: bool
) -> Iterator[Foreseen]:
    release = account.release
    counterpart = _counterpart(account, relation, here, own)
    window = _window(account, relation)
    if release.issued is None or not counterpart or (window is None and is_of_today(release.words(relation.sentence))):
        return
    kind = Kind.VISIT if invitation else _kind(account, relation)
    persons = _persons(account, relation, here, (own, counterpart))
    if not _is_of_principals(persons, kind, relation, counterpart):
        return
    earliest, latest = window or _open(release.issued.date(), invitation=invitation)
    notice = Notice(
        key=release.key,
        name=release.name,
        title=release.title,
        day=release.issued.date(),
        kind=kind,
        invitation=invitation,
        traveller=_traveller(relation, own, counterpart, invitation=invitation),
        words=" ".join(release.words(relation.sentence).split()),
        counterpart=counterpart,
        persons=persons,
        earliest=earliest,
        latest=latest,
        dated=window is not None,
    )
    yield Foreseen(notice=notice, span=relation.sentence)


def _window(account: Account, relation: Relation) -> tuple[date, date] | None:
    """Give the days that the sentence names, else the day of the event that the whole release announces."""
    release, event = account.release, account.event
    if release.issued is None:
        return None
    issued = release.issued.date()
    found = find_window(release.part(relation.sentence.part), relation.sentence, release.language, issued)
    if found is None and event.date is not None and event.date.day > issued:
        return max(event.date.day - AROUND, issued), event.date.day + AROUND
    return found


def _is_of_principals(persons: Sequence[str], kind: Kind, relation: Relation, counterpart: str) -> bool:
    """
    Tell an encounter of somebody known from one of delegations, of the press, or of something that is no party.

    A visit needs a traveller or a host by name; of a meeting, a call or an organisation the other party needs one.
    """
    theirs = any(person.startswith(f"{counterpart}/") for person in persons)
    sides = (relation.giver, relation.receiver)
    organisation = any(
        party and party.side and party.side.code == counterpart and party.side.kind is SideKind.ORGANISATION
        for party in sides
    )
    return theirs or (bool(persons) and kind is Kind.VISIT and not organisation)


def _open(issued: date, *, invitation: bool) -> tuple[date, date]:
    return issued, issued + (OPEN_INVITATION if invitation else UPCOMING)


def _kind(account: Account, relation: Relation) -> Kind:
    if relation.kind is RelationKind.VISIT:
        return Kind.VISIT
    called = relation.kind is RelationKind.CONTACT and is_call(account.release.words(relation.cue))
    return Kind.CALL if called else Kind.MEETING


def _counterpart(account: Account, relation: Relation, here: Sequence[Relation], own: str) -> str:
    """
    Give the other side: of the parties named, of others the sentence names, else the event's one counterpart.

    A pronoun or an office alone may be resolved wrongly; a side that the sentence names outright goes before it.
    """
    named = _sides_named(account, relation.sentence) - {own}
    if _between_others(relation, own):
        return ""
    parties = [code for party in (relation.giver, relation.receiver) if (code := _side(party)) and code != own]
    for code in parties:
        if code in named or not named:
            return code
    also = {code for other in here for party in (other.giver, other.receiver) if (code := _side(party)) and code != own}
    for codes in (named, also):
        if len(codes) == 1:
            return next(iter(codes))
    _, others = find_sides(account)
    return others[0] if not named and len(others) == 1 and _concerns_principals(account, relation) else ""


def _between_others(relation: Relation, own: str) -> bool:
    """Tell a meeting of two other sides with each other, of which the issuer only speaks."""
    sides = {_side(relation.giver), _side(relation.receiver)} - {""}
    return relation.kind is RelationKind.CONTACT and len(sides) > 1 and own not in sides


def _concerns_principals(account: Account, relation: Relation) -> bool:
    """Tell whether nobody but a principal of the event is said to act; businessmen who travel are none."""
    if relation.kind is RelationKind.VISIT and relation.giver is not None and relation.giver.person is None:
        return False
    persons = [party.person for party in (relation.giver, relation.receiver) if party and party.person]
    return all(person in account.event.principals for person in persons)


def _sides_named(account: Account, sentence: Span) -> set[str]:
    """Give the sides that a sentence names by a person's name or outright."""
    people = (m.person for m in account.mentions if m.form is MentionForm.NAME and m.person and sentence.covers(m.span))
    parties = (
        party
        for relation in account.relations
        if relation.sentence == sentence
        for party in (relation.giver, relation.receiver)
        if party and party.side and party.person is None
    )
    return {side.code for side in (*(person.side for person in people), *(party.side for party in parties)) if side}


def _side(party: Party | None) -> str:
    side = party.side or (party.person.side if party.person else None) if party else None
    return side.code if side else ""


def _traveller(relation: Relation, own: str, counterpart: str, *, invitation: bool) -> str:
    """Give the side that is to travel: the visitor, the guest, the one invited; empty where it may be either."""
    if not invitation and relation.kind is RelationKind.CONTACT:
        return ""
    if relation.kind is RelationKind.VISIT:
        goer, place = _side(relation.giver), _side(relation.receiver)
        candidate = goer if goer != place else ""
        return candidate if candidate in {own, counterpart} else {own: counterpart, counterpart: own}.get(place, "")
    giver, receiver = _side(relation.giver), _side(relation.receiver)
    if receiver in {own, counterpart} and receiver != giver:
        return receiver
    return {own: counterpart, counterpart: own}.get(giver, "")


def _persons(account: Account, relation: Relation, here: Sequence[Relation], sides: tuple[str, str]) -> tuple[str, ...]:
    """Give who is to meet: whom the sentence names, and for a side of which it names none, the event's principals."""
    parties = (party.person for r in (relation, *here) for party in (r.giver, r.receiver) if party and party.person)
    mentions = (m.person for m in account.mentions if m.person and relation.sentence.covers(m.span))
    named = _keys((*parties, *mentions), sides)
    if not _concerns_principals(account, relation):
        return named
    missing = tuple(side for side in sides if not any(key.startswith(f"{side}/") for key in named))
    return named + _keys(account.event.principals, missing)


def _keys(persons: Iterable[Person], sides: tuple[str, ...]) -> tuple[str, ...]:
    keyed = (person_key(person) for person in persons if person.side and person.side.code in sides)
    return tuple(dict.fromkeys(key for key in keyed if key))


def _without_grounds(items: Sequence[Foreseen]) -> Iterator[Foreseen]:
    """Leave out an invitation that the same sentence names as the ground of a visit already announced."""
    announced = {(item.notice.counterpart, item.span) for item in items if not item.notice.invitation}
    return (
        item for item in items if not item.notice.invitation or (item.notice.counterpart, item.span) not in announced
    )
