"""Whose idea a contact was: what an essay says, set beside every statement of the sources on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.dossiers.lookback import find_look_back, gatherings_in
from communique.languages.commentary import Cue
from communique.model import (
    Account,
    Basis,
    Bearing,
    ClaimStatus,
    Kind,
    Party,
    Person,
    Relation,
    RelationKind,
    Side,
    Span,
    Status,
    Witness,
)
from communique.reasoning.audit.cast import Who
from communique.reasoning.audit.findings import Verdict, dated, opening_of, sentence_around, witness
from communique.reasoning.audit.happenings import find_contacts
from communique.reasoning.audit.inquiry import Inquiry
from communique.reasoning.audit.record import Record, key_of
from communique.reasoning.audit.texts import places_of_sides

_BASES = {
    Cue.CALLED: frozenset({Basis.INITIATED}),
    Cue.INVITED: frozenset({Basis.INVITED}),
    Cue.ASKED: frozenset({Basis.REQUESTED, Basis.INITIATED}),
    Cue.IDEA: frozenset(Basis),
}
_BY = re.compile(
    r"\bby\s+(?:the\s+)?$|\bbelong(?:ed|s)? to\s+(?:the\s+)?$|\bidea of\s+$|\bcame from\s+$", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:nobody|no one|none|no invitation|never)\b", re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:not|never|nobody|neither|cannot)\b|n[’']t\b", re.IGNORECASE)
_TELLING = frozenset({RelationKind.INVITATION, RelationKind.INITIATIVE, RelationKind.REQUEST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One statement of a source on whose idea a contact was: the giver by key and side, and the sentence."""

    basis: Basis
    key: str
    side: str
    account: Account
    span: Span

    @property
    def label(self) -> str:
        """The giver in words for a report."""
        return self.key.replace("-", " ").title() if self.key else self.side


def find_told(record: Record) -> tuple[Told, ...]:
    """Give every statement of the sources on whose idea a contact of the episode was, in order of publication."""
    found = dict.fromkeys(told for account in record.accounts for told in _of_account(account))
    return tuple(told for told in found if not _is_of_gathering(told))


def _is_of_gathering(told: Told) -> bool:
    """Tell whether a statement is on a gathering to come that its record is not about."""
    release = told.account.release
    return bool(
        gatherings_in(release.words(told.span), release.language) - gatherings_in(release.title, release.language)
    )


def _of_account(account: Account) -> Iterator[Told]:
    for item in account.initiatives:
        around = sentence_around(account, item.span) or item.span
        yield _told(item.basis, item.person, item.side, account, around)
    for relation in account.relations:
        if relation.kind is RelationKind.INVITATION and relation.status is not Status.HYPOTHETICAL and relation.giver:
            yield _told(Basis.INVITED, relation.giver.person, _side_of(relation.giver), account, relation.sentence)
    yield from (told for relation in account.relations if (told := _thanked(relation, account)) is not None)


def _thanked(relation: Relation, account: Account) -> Told | None:
    """Read thanks for an invitation as the invitation of whoever is thanked."""
    if relation.kind is not RelationKind.THANKS or relation.receiver is None or relation.reason is None:
        return None
    if "invit" not in account.release.words(relation.reason).lower():
        return None
    return _told(Basis.INVITED, relation.receiver.person, _side_of(relation.receiver), account, relation.sentence)


def _side_of(party: Party) -> Side | None:
    return party.side or (party.person.side if party.person else None)


def _told(basis: Basis, person: Person | None, side: Side | None, account: Account, span: Span) -> Told:
    owner = side or (person.side if person else None)
    return Told(
        basis=basis,
        key=key_of(person) if person else "",
        side=owner.code if owner else "",
        account=account,
        span=span,
    )


def check_initiative(inquiry: Inquiry) -> Verdict | None:
    """
    Check a claim on who called, invited, asked or had the idea; None where it is none.

    It is borne out where a source states the same giver, contradicted where all that state one state another. Where a
    contact is recorded and nobody states whose idea it was, the claim is borne out in part: drafting rarely tells.
    """
    cue = next((cue for cue in (Cue.INVITED, Cue.CALLED, Cue.ASKED, Cue.IDEA) if inquiry.has(cue)), None)
    if cue is None:
        return None
    giver = giver_of(inquiry, cue)
    if giver is None:
        return _nobody(inquiry, cue)
    told = [one for one in find_told(inquiry.record) if one.basis in _BASES[cue] and (one.key or one.side)]
    told = [one for one in told if cue is not Cue.CALLED or one.account.event.kind is Kind.CALL]
    same = [one for one in told if _is_same(one, giver)]
    if denies(inquiry, cue):
        return _denied(same, told, giver)
    if same:
        status, witnesses = ClaimStatus.CONFIRMED, _called(same, Bearing.FOR)
        return Verdict(status=status, statement=f"{dated(same[0].account)} states it.", witnesses=witnesses)
    if told:
        statement = f"{dated(told[0].account)} names {told[0].label} instead."
        return Verdict(status=ClaimStatus.CONTRADICTED, statement=statement, witnesses=_called(told, Bearing.AGAINST))
    return _unstated(inquiry, cue)


def _nobody(inquiry: Inquiry, cue: Cue) -> Verdict | None:
    """Judge a claim that nobody called, invited or asked."""
    told = [one for one in find_told(inquiry.record) if one.basis in _BASES[cue]]
    if not told or _NOBODY.search(inquiry.words) is None:
        return None
    statement = f"{dated(told[0].account)} has {told[0].label} do so."
    return Verdict(status=ClaimStatus.CONTRADICTED, statement=statement, witnesses=_called(told, Bearing.AGAINST))


def _denied(same: list[Told], told: list[Told], giver: Who) -> Verdict | None:
    """Judge a denial that something was somebody's idea."""
    if same:
        statement = f"{dated(same[0].account)} states that it was {giver.label}’s."
        return Verdict(status=ClaimStatus.CONTRADICTED, statement=statement, witnesses=_called(same, Bearing.AGAINST))
    if told:
        statement = f"{dated(told[0].account)} names {told[0].label}."
        return Verdict(status=ClaimStatus.CONFIRMED, statement=statement, witnesses=_called(told, Bearing.FOR))
    return None


def _unstated(inquiry: Inquiry, cue: Cue) -> Verdict | None:
    if cue is Cue.ASKED:
        return None
    kinds = (Kind.CALL,) if cue is Cue.CALLED else (Kind.VISIT, Kind.MEETING)
    contacts = find_contacts(inquiry, kinds)
    if contacts and cue is Cue.CALLED:
        account = contacts[0].account
        return Verdict(
            status=ClaimStatus.NOT_FOUND,
            statement=f"{dated(account)} records the call; who called whom is not stated.",
            witnesses=(witness(account, opening_of(account), Bearing.BESIDE),),
        )
    return Verdict(
        status=ClaimStatus.NOT_FOUND,
        statement="Initiative: not stated in the sources at hand.",
        witnesses=beside_initiative(inquiry.record),
    )


def denies(inquiry: Inquiry, cue: Cue) -> bool:
    """Tell whether a claim denies its cue: a denial stands before it, not behind ("X called, not Y")."""
    found = inquiry.cues(cue)
    return bool(found) and _DENIAL.search(inquiry.words[: found[0].start]) is not None


def giver_of(inquiry: Inquiry, cue: Cue) -> Who | None:
    """Give who is said to have acted: named behind "by" or "belonged to", else the last named before the verb."""
    text = inquiry.essay.release.text
    here = [who for who in inquiry.people if not who.implied]
    behind = next((who for who in here if _BY.search(text[inquiry.claim.span.start : who.span.start])), None)
    if behind is not None:
        return behind
    found = inquiry.cues(cue)
    start = inquiry.raw.find(inquiry.words[found[0].start : found[0].end]) if found else -1
    before = [who for who in here if start >= 0 and who.span.end - inquiry.claim.span.start <= start]
    if not before and start >= 0 and _NOBODY.search(inquiry.raw[:start]):
        return None
    sides = places_of_sides(inquiry.raw[: max(start, 0)], inquiry.tables)
    if not before and sides:
        code = sides[-1][1]
        return Who(key="", side=code, label=code, span=inquiry.claim.span)
    return before[-1] if before else next((who for who in inquiry.people if who.implied), None)


def _is_same(told: Told, giver: Who) -> bool:
    if told.key and giver.key:
        return told.key == giver.key or (bool(told.side) and told.side == giver.side and " " not in giver.key)
    return bool(told.side) and told.side == giver.side


def _called(told: Iterable[Told], bearing: Bearing) -> tuple[Witness, ...]:
    return tuple(witness(one.account, one.span, bearing) for one in told)


def beside_initiative(record: Record) -> tuple[Witness, ...]:
    """Give all that the sources say on whose idea the contacts were, to stand beside a claim on it."""
    seen: dict[tuple[str, Span], Witness] = {}
    for told in find_told(record):
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
