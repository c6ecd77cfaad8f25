"""Whose idea a contact was: what an essay says, set beside every statement of the sources on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.dossiers.lookback import find_look_back
from communique.dossiers.lookback_places import gatherings_in
from communique.languages.commentary import Construction, Cue, has_cue, pattern_of
from communique.languages.named_days import NamedDay
from communique.model import (
    Account,
    Basis,
    Bearing,
    ClaimStatus,
    Kind,
    Part,
    Party,
    Person,
    Relation,
    RelationKind,
    Side,
    Span,
    Status,
    Witness,
)
from communique.reasoning.audit.checks.givers import denies, giver_of, is_receiver
from communique.reasoning.audit.checks.happenings import find_contacts
from communique.reasoning.audit.decisions import Decision, dated, opening_of, sentence_around, witness
from communique.reasoning.audit.reading.cast import Who
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.reading.places import find_destinations
from communique.reasoning.audit.record import Record, content_of, key_of

_BASES = {
    Cue.CALLED: frozenset({Basis.INITIATED}),
    Cue.INVITED: frozenset({Basis.INVITED}),
    Cue.ASKED: frozenset({Basis.REQUESTED, Basis.INITIATED}),
    Cue.IDEA: frozenset(Basis),
}
REACH = 24
"""Letters behind "called" within which somebody must stand for it to be a call."""


HELD = 0.5
"""How much of a claim's telling words must stand in the record that states the initiative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedInitiative:
    """One statement of a source on whose idea a contact was: the giver by key and side, and the sentence."""

    basis: Basis
    key: str
    side: str
    account: Account
    span: Span

    @property
    def words(self) -> str:
        """The exact words."""
        return self.account.release.words(self.span)

    @property
    def label(self) -> str:
        """The giver in words for a report."""
        return self.key.replace("-", " ").title() if self.key else self.side


def find_told(record: Record, *, gatherings: frozenset[str] = frozenset()) -> tuple[StatedInitiative, ...]:
    """
    Give every statement of the sources on whose idea a contact of the episode was, in order of publication.

    One on a gathering to come that its record is not about is left out, but where that gathering is asked about.
    """
    found = dict.fromkeys(told for account in record.accounts for told in _of_account(account))
    if gatherings:
        on_it = tuple(told for told in found if gatherings & gatherings_in(told.words, told.account.release.language))
        return on_it or tuple(told for told in found if gatherings & _gatherings_of(told.account))
    return tuple(told for told in found if not _is_of_gathering(told))


def _gatherings_of(account: Account) -> frozenset[str]:
    """Give the gatherings at which a contact took place, as its record opens."""
    release = account.release
    first = next((one for one in account.sentences if one.part is Part.TEXT), None)
    return frozenset(gatherings_in(f"{release.title} {release.words(first) if first else ''}", release.language))


def _is_of_gathering(told: StatedInitiative) -> bool:
    """Tell whether a statement is on a gathering to come that its record is not about."""
    release = told.account.release
    return bool(gatherings_in(told.words, release.language) - gatherings_in(release.title, release.language))


def _of_account(account: Account) -> Iterator[StatedInitiative]:
    for item in account.initiatives:
        around = sentence_around(account, item.span) or item.span
        yield _told(item.basis, item.person, item.side, account, around)
    for relation in account.relations:
        if relation.kind is RelationKind.INVITATION and relation.status is not Status.HYPOTHETICAL and relation.giver:
            yield _told(Basis.INVITED, relation.giver.person, _side_of(relation.giver), account, relation.sentence)
    yield from (told for relation in account.relations if (told := _thanked(relation, account)) is not None)


def _thanked(relation: Relation, account: Account) -> StatedInitiative | None:
    """Read thanks for an invitation as the invitation of whoever is thanked."""
    if relation.kind is not RelationKind.THANKS or relation.receiver is None or relation.reason is None:
        return None
    if not has_cue(account.release.words(relation.reason), Cue.INVITED, language=account.release.language):
        return None
    return _told(Basis.INVITED, relation.receiver.person, _side_of(relation.receiver), account, relation.sentence)


def _side_of(party: Party) -> Side | None:
    return party.side or (party.person.side if party.person else None)


def _told(basis: Basis, person: Person | None, side: Side | None, account: Account, span: Span) -> StatedInitiative:
    owner = side or (person.side if person else None)
    return StatedInitiative(
        basis=basis,
        key=key_of(person) if person else "",
        side=owner.code if owner else "",
        account=account,
        span=span,
    )


def check_initiative(inquiry: Inquiry) -> Decision | None:
    """
    Check a claim on who called, invited, asked or had the idea; None where it is none.

    It is borne out where a source states the same giver, contradicted where all that state one state another. Where a
    contact is recorded and nobody states whose idea it was, the claim is borne out in part: drafting rarely tells.
    """
    cue = next((cue for cue in (Cue.INVITED, Cue.CALLED, Cue.ASKED, Cue.IDEA) if inquiry.has(cue)), None)
    if cue is None:
        return None
    giver = giver_of(inquiry, cue)
    if giver is not None and is_receiver(inquiry, cue, giver):
        return _received(inquiry, cue, giver)
    if giver is None:
        return _nobody(inquiry, cue)
    if cue is Cue.CALLED and not _calls_somebody(inquiry):
        return None
    told = [one for one in _told_of(inquiry) if one.basis in _BASES[cue] and (one.key or one.side)]
    if cue is Cue.CALLED:
        calls = [contact.account.release.key for contact in find_contacts(inquiry, (Kind.CALL,))]
        told = [one for one in told if one.account.release.key in calls]
    same = [one for one in told if _is_same(one, giver)]
    if denies(inquiry, cue):
        return _denied(same, told, giver)
    if same:
        status, witnesses = ClaimStatus.CONFIRMED, _called(same, Bearing.FOR)
        return Decision(status=status, statement=f"{dated(same[0].account)} states it.", witnesses=witnesses)
    if told:
        statement = f"{dated(told[0].account)} names {told[0].label} instead."
        return Decision(status=ClaimStatus.CONTRADICTED, statement=statement, witnesses=_called(told, Bearing.AGAINST))
    return _unstated(inquiry, cue)


def _received(inquiry: Inquiry, cue: Cue, receiver: Who) -> Decision | None:
    """Judge a claim that somebody was invited, called or asked: any statement that another did so answers it."""
    told = [one for one in _told_of(inquiry) if one.basis in _BASES[cue] and not _is_same(one, receiver)]
    told = [one for one in told if one.key or one.side]
    if not told:
        return _unstated(inquiry, cue)
    if denies(inquiry, cue):
        statement = f"{dated(told[0].account)} has {told[0].label} do so."
        return Decision(status=ClaimStatus.CONTRADICTED, statement=statement, witnesses=_called(told, Bearing.AGAINST))
    asked = content_of(inquiry.words, inquiry.language)
    held = max(told, key=lambda one: inquiry.record.share(asked, _keys(one)))
    whole = inquiry.record.share(asked, _keys(held)) >= HELD
    return Decision(
        status=ClaimStatus.CONFIRMED if whole else ClaimStatus.PARTLY,
        statement=f"{dated(held.account)} states it{'' if whole else ', but not all of it'}.",
        witnesses=_called([held], Bearing.FOR),
    )


def _keys(told: StatedInitiative) -> frozenset[str]:
    release = told.account.release
    return content_of(f"{release.title} {release.text}", release.language)


def _calls_somebody(inquiry: Inquiry) -> bool:
    """Tell whether "called" has somebody behind it, or a telephone beside it: else something is called by a name."""
    found = inquiry.cues(Cue.CALLED)[0]
    start = inquiry.raw.find(inquiry.words[found.start : found.end])
    behind = (who.span.start - inquiry.claim.span.start - start for who in inquiry.people if not who.implied)
    near = any(0 <= distance <= found.end - found.start + REACH for distance in behind)
    beside = inquiry.words[found.end : found.end + REACH]
    return near or inquiry.has(Cue.CALL) is not inquiry.has(Cue.SPEECH) or has_cue(beside, Cue.SOMEONE)


def _told_of(inquiry: Inquiry) -> tuple[StatedInitiative, ...]:
    """
    Give the statements on whose idea it was that may concern what the claim is on.

    A claim that names a gathering is on that one; one that names another country than that of the contacts, or a day,
    is on what was said of that place or on that day.
    """
    language = inquiry.language
    named = gatherings_in(inquiry.words, language)
    told = find_told(inquiry.record, gatherings=named)
    where = find_destinations(inquiry.words, inquiry.tables, language)
    places = {c.account.event.place.country.code for c in inquiry.record.contacts if c.account.event.place.country}
    if where and places and not where & places and not inquiry.has(Cue.TURNED_ROUND):
        return tuple(one for one in told if find_destinations(one.words, inquiry.tables) & where)
    if inquiry.days:
        on_day = [one for one in told if any(_is_on(one, day) for day in inquiry.days)]
        return tuple(on_day)
    return told


def _is_on(told: StatedInitiative, day: NamedDay) -> bool:
    event = told.account.event.date
    return event is not None and day.first <= event.day <= day.last


def _nobody(inquiry: Inquiry, cue: Cue) -> Decision | None:
    """Judge a claim that nobody called, invited or asked."""
    told = [one for one in find_told(inquiry.record) if one.basis in _BASES[cue]]
    if not told or pattern_of(Construction.NOBODY, inquiry.language).search(inquiry.words) is None:
        return None
    statement = f"{dated(told[0].account)} has {told[0].label} do so."
    return Decision(status=ClaimStatus.CONTRADICTED, statement=statement, witnesses=_called(told, Bearing.AGAINST))


def _denied(same: list[StatedInitiative], told: list[StatedInitiative], giver: Who) -> Decision | None:
    """Judge a denial that something was somebody's idea."""
    if same:
        statement = f"{dated(same[0].account)} states that it was {giver.label}’s."
        return Decision(status=ClaimStatus.CONTRADICTED, statement=statement, witnesses=_called(same, Bearing.AGAINST))
    if told:
        statement = f"{dated(told[0].account)} names {told[0].label}."
        return Decision(status=ClaimStatus.CONFIRMED, statement=statement, witnesses=_called(told, Bearing.FOR))
    return None


def _unstated(inquiry: Inquiry, cue: Cue) -> Decision | None:
    if cue is Cue.ASKED:
        return None
    kinds = (Kind.CALL,) if cue is Cue.CALLED else (Kind.VISIT, Kind.MEETING)
    contacts = find_contacts(inquiry, kinds)
    if contacts and cue is Cue.CALLED:
        account = contacts[0].account
        return Decision(
            status=ClaimStatus.NOT_FOUND,
            statement=f"{dated(account)} records the call; who called whom is not stated.",
            witnesses=(witness(account, opening_of(account), Bearing.BESIDE),),
        )
    return Decision(
        status=ClaimStatus.NOT_FOUND,
        statement="Initiative: not stated in the sources at hand.",
        witnesses=beside_initiative(inquiry.record),
    )


def _is_same(told: StatedInitiative, giver: Who) -> bool:
    if told.key and giver.key:
        return told.key == giver.key or (bool(told.side) and told.side == giver.side and " " not in giver.key)
    return bool(told.side) and told.side == giver.side


def _has_words(told: StatedInitiative) -> bool:
    return bool(told.key or told.side)


def _called(told: Iterable[StatedInitiative], bearing: Bearing) -> tuple[Witness, ...]:
    return tuple(witness(one.account, one.span, bearing) for one in told)


def beside_initiative(record: Record) -> tuple[Witness, ...]:
    """Give all that the sources say on whose idea the contacts were, to stand beside a claim on it."""
    seen: dict[tuple[str, Span], Witness] = {}
    for told in filter(_has_words, find_told(record)):
        note = f"on whose idea it was: {told.label}, {told.basis.value}"
        seen.setdefault((told.account.release.key, told.span), witness(told.account, told.span, Bearing.BESIDE, note))
    for trace in earliest_traces(record):
        seen.setdefault((trace.release.key, trace.span), trace)
    return tuple(seen.values())


def earliest_traces(record: Record) -> Iterator[Witness]:
    """Yield the earliest words that foresee each recorded contact."""
    for contact in record.contacts:
        if contact.announced or contact.account not in record.accounts:
            continue
        trace = find_look_back(contact.account, record.accounts).earliest
        if trace is not None:
            yield witness(trace.account, trace.span, Bearing.BESIDE, f"{trace.days} days before the contact")
