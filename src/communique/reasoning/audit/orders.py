"""What came before what, and how long: the days of the sources decide; what came of what they do not tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from communique.languages.commentary import Cue, find_cues, match_cue
from communique.languages.edit_lexicon import load_edit_lexicon
from communique.model import Bearing, ClaimStatus, Kind, Witness
from communique.precedent.notices import is_announcement
from communique.reasoning.audit.findings import Verdict, opening_of, witness
from communique.reasoning.audit.happenings import find_contacts
from communique.reasoning.audit.initiatives import find_told
from communique.reasoning.audit.inquiry import Inquiry

_CONTACTS = {Cue.CALL: (Kind.CALL,), Cue.VISIT: (Kind.VISIT, Kind.MEETING), Cue.MEETING: (Kind.MEETING, Kind.VISIT)}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_LOOSE = {"week": 3, "month": 10, "year": 60}
"""Days by which a distance told in larger units may be off."""

TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Something that a claim puts in order: where its word stands, its day, and the words of a source that date it."""

    at: int
    day: date
    seen: Witness


def check_order(inquiry: Inquiry) -> Verdict | None:
    """
    Check a claim that one thing came before another, or so many days apart; None where two days are not to be had.

    The words of the clause say which is told to come first; the days of the sources say which did.
    """
    occasions = sorted(_occasions(inquiry), key=lambda one: one.at)
    if len(occasions) == 1 and inquiry.has(Cue.DISTANCE):
        occasions = [*_anchor(inquiry, occasions[0]), *occasions]
    if len(occasions) < TWO:
        return None
    first, second = occasions[0], occasions[-1]
    held = _holds(inquiry, first, second)
    if held is None:
        return None
    bearing = Bearing.FOR if held else Bearing.AGAINST
    seen = tuple(replace(one.seen, bearing=bearing) for one in (first, second))
    days = abs((second.day - first.day).days)
    apart = "on one day" if days == 0 else f"{days} day{'s' if days > 1 else ''} apart"
    told = f"{first.seen.note} {first.day:%-d %b %Y}, {second.seen.note} {second.day:%-d %b %Y}: {apart}"
    return Verdict(
        status=ClaimStatus.CONFIRMED if held else ClaimStatus.CONTRADICTED, statement=f"{told}.", witnesses=seen
    )


def _holds(inquiry: Inquiry, first: Occasion, second: Occasion) -> bool | None:
    """Tell whether the days bear out what the words between two occasions say; None where they say nothing."""
    distance = match_cue(inquiry.words, Cue.DISTANCE, inquiry.language)
    gap = (second.day - first.day).days
    if distance is not None and (told := _days_told(distance.groupdict(), inquiry.language)) is not None:
        number, loose = told
        return abs(abs(gap) - number) <= loose
    if inquiry.has(Cue.FIRST_TOLD):
        return gap >= 0
    if inquiry.has(Cue.LATER_TOLD):
        return gap <= 0
    between = inquiry.words[first.at : second.at]
    behind = inquiry.words[second.at :]
    after = any(True for _ in find_cues(between, Cue.AFTER, inquiry.language))
    before = any(True for _ in find_cues(between, Cue.BEFORE, inquiry.language))
    if between and (after != before):
        follows = "followed" in between or "then" in between
        return (gap >= 0) if (before or follows) else (gap <= 0)
    if any(True for _ in find_cues(behind, Cue.AFTER, inquiry.language)):
        return gap >= 0
    return None


def _days_told(parts: dict[str, str | None], language: str) -> tuple[int, int] | None:
    """Give how many days some words of distance mean, and by how many they may be off."""
    if parts.get("same"):
        return 0, 0
    if parts.get("next") or parts.get("previous"):
        return 1, 0
    unit, words = parts.get("unit") or "", (parts.get("n") or "").lower()
    values = load_edit_lexicon(language).values
    number = int(words) if words.isdigit() else 1 if words in {"a", "an"} else int(values.get(words, 0))
    if not number or unit not in _DAYS:
        return None
    return number * _DAYS[unit], _LOOSE.get(unit, 0)


def _occasions(inquiry: Inquiry) -> Iterator[Occasion]:
    """Yield what the claim puts in order, as far as the sources date it."""
    for cue in (Cue.ANNOUNCED, Cue.INVITATION, Cue.PRESS, Cue.SPOKEN, *_CONTACTS):
        found = inquiry.cues(cue)
        if not found:
            continue
        dated = _contact(inquiry, _CONTACTS[cue]) if cue in _CONTACTS else _other(inquiry, cue)
        if dated is not None:
            yield Occasion(at=found[0].start, day=dated[0], seen=dated[1])


def _anchor(inquiry: Inquiry, told: Occasion) -> Iterator[Occasion]:
    """Yield what a distance is counted from where the clause does not say: the contact of the episode itself."""
    dossier = inquiry.record.opened.dossier
    for contact in inquiry.record.contacts:
        inside = contact.day is not None and dossier.first <= contact.day <= dossier.last
        if (
            inside
            and not contact.announced
            and contact.kind is not Kind.CALL
            and contact.day
            and contact.day != told.day
        ):
            note = contact.kind.value
            yield Occasion(
                at=-1, day=contact.day, seen=witness(contact.account, opening_of(contact.account), Bearing.FOR, note)
            )
            return


def _contact(inquiry: Inquiry, kinds: tuple[Kind, ...]) -> tuple[date, Witness] | None:
    contacts = find_contacts(inquiry, kinds)
    if not contacts or contacts[0].day is None or contacts[0].account not in inquiry.record.accounts:
        return None
    account = contacts[0].account
    return contacts[0].day, witness(account, opening_of(account), Bearing.FOR, contacts[0].kind.value)


def _other(inquiry: Inquiry, cue: Cue) -> tuple[date, Witness] | None:
    """Give the earliest source that announces, invites, or holds such words in its headline."""
    if cue is Cue.INVITATION:
        told = next((one for one in find_told(inquiry.record) if one.basis.value == "invited"), None)
        issued = told.account.release.issued if told else None
        return (issued.date(), witness(told.account, told.span, Bearing.FOR, "invitation")) if told and issued else None
    for account in (*inquiry.record.accounts, *inquiry.record.parallel):
        issued = account.release.issued
        titled = next(find_cues(account.release.title, cue, account.release.language), None) is not None
        if issued and (is_announcement(account) if cue is Cue.ANNOUNCED else titled):
            return issued.date(), witness(account, opening_of(account), Bearing.FOR, cue.value.split(".")[1])
    return None
