"""What came before what, and how long: the days of the sources decide; what came of what they do not tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from communique.languages.commentary import Construction, Cue, CueWords, find_cues, match_cue, pattern_of
from communique.languages.edit_lexicon import load_edit_lexicon
from communique.model import Account, Bearing, ClaimStatus, Kind, Part, SpeechForm, Witness
from communique.precedent.notices import is_announcement
from communique.reasoning.audit.checks.distances import BEHIND, direction_of
from communique.reasoning.audit.checks.happenings import find_contacts, most_likely_first
from communique.reasoning.audit.checks.initiatives import find_told
from communique.reasoning.audit.decisions import Decision, dated, opening_of, witness
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import RecordedContact, content_of, key_of

_CONTACTS = {Cue.CALL: (Kind.CALL,), Cue.VISIT: (Kind.VISIT, Kind.MEETING), Cue.MEETING: (Kind.MEETING, Kind.VISIT)}
_UNITS = {"days": (1, 0), "weeks": (7, 3), "months": (30, 10), "years": (365, 60)}
"""Days in each unit of distance, and by how many days a distance told in it may be off."""

TWO = 2
NEAR = 40
"""Letters behind the word for a contact within which whoever it was with is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedOccasion:
    """Something that a claim puts in order: where its word stands, its day, and the words of a source that date it."""

    at: int
    day: date
    seen: Witness


def check_order(inquiry: Inquiry) -> Decision | None:
    """
    Check a claim that one thing came before another, or so many days apart; None where two days are not to be had.

    The words of the clause say which is told to come first; the days of the sources say which did.
    """
    occasions = _apart(sorted(_occasions(inquiry), key=lambda one: one.at))
    if len(occasions) == 1 and inquiry.has(Cue.DISTANCE) and not inquiry.days:
        occasions = sorted([*_anchor(inquiry, occasions[0]), *occasions], key=lambda one: one.at)
    if len(occasions) < TWO:
        return None
    first, second = occasions[0], occasions[-1]
    if first.seen == second.seen or (first.day == second.day and first.seen.release.key == second.seen.release.key):
        return None
    held = _holds(inquiry, first, second)
    if held is None:
        return None
    bearing = Bearing.FOR if held else Bearing.AGAINST
    seen = tuple(replace(one.seen, bearing=bearing) for one in (first, second))
    days = abs((second.day - first.day).days)
    apart = "on one day" if days == 0 else f"{days} day{'s' if days > 1 else ''} apart"
    told = f"{first.seen.note} {first.day:%-d %b %Y}, {second.seen.note} {second.day:%-d %b %Y}: {apart}"
    return Decision(
        status=ClaimStatus.CONFIRMED if held else ClaimStatus.CONTRADICTED, statement=f"{told}.", witnesses=seen
    )


def check_turns(inquiry: Inquiry) -> Decision | None:
    """Check a claim on who spoke first, by the turns of the transcripts at hand; None where it is none."""
    speaker = next(iter(inquiry.people), None)
    if speaker is None or not inquiry.has(Cue.SPOKE_FIRST):
        return None
    for account in inquiry.record.accounts:
        turns = [q for q in account.quotations if q.form is SpeechForm.TURN and q.speaker is not None]
        if len({key_of(q.speaker) for q in turns if q.speaker}) < TWO or turns[0].speaker is None:
            continue
        held = key_of(turns[0].speaker) == speaker.key
        span = turns[0].cue or turns[0].content
        return Decision(
            status=ClaimStatus.CONFIRMED if held else ClaimStatus.CONTRADICTED,
            statement=f"{dated(account)} gives the first turn to {turns[0].speaker.label}.",
            witnesses=(witness(account, span, Bearing.FOR if held else Bearing.AGAINST, "the first turn"),),
        )
    return None


def _apart(occasions: list[DatedOccasion]) -> list[DatedOccasion]:
    """Give occasions without those named again later ("the visit was announced two days before the talks")."""
    last = {(one.seen.release.key, one.seen.span): one for one in occasions}
    return [one for one in occasions if last[one.seen.release.key, one.seen.span] is one]


def _holds(inquiry: Inquiry, first: DatedOccasion, second: DatedOccasion) -> bool | None:
    """Tell whether the days bear out what the words between two occasions say; None where they say nothing."""
    distance = match_cue(inquiry.words, Cue.DISTANCE, inquiry.language)
    gap = (second.day - first.day).days
    if distance is not None and (told := _days_told(distance.groupdict(), inquiry.language)) is not None:
        number, loose = told
        way = direction_of(inquiry.words, distance, first.at, second.at, inquiry.language)
        return abs((gap * way if way else abs(gap)) - number) <= loose
    if inquiry.has(Cue.FIRST_TOLD):
        return gap >= 0
    if inquiry.has(Cue.LATER_TOLD):
        return gap <= 0
    between = inquiry.words[first.at : second.at]
    behind = inquiry.words[second.at :]
    after = any(True for _ in find_cues(between, Cue.AFTER, inquiry.language))
    before = any(True for _ in find_cues(between, Cue.BEFORE, inquiry.language))
    if between and (after != before):
        follows = pattern_of(Construction.FOLLOWS, inquiry.language).search(between) is not None
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
    unit = next((measure for name, measure in _UNITS.items() if parts.get(name)), None)
    words = (parts.get("number") or "").lower()
    values = load_edit_lexicon(language).values
    number = 1 if parts.get("single") else int(words) if words.isdigit() else int(values.get(words, 0))
    if not number or unit is None:
        return None
    length, off = unit
    return number * length, off


def _occasions(inquiry: Inquiry) -> Iterator[DatedOccasion]:
    """Yield what the claim puts in order, as far as the sources date it."""
    for cue in (Cue.ANNOUNCED, Cue.INVITATION, Cue.PRESS, Cue.SPOKEN, *_CONTACTS):
        found = inquiry.cues(cue)
        if not found:
            continue
        dated = _contact(inquiry, _CONTACTS[cue], found[0]) if cue in _CONTACTS else _other(inquiry, cue)
        if dated is not None:
            yield DatedOccasion(at=found[0].start, day=dated[0], seen=dated[1])


def _anchor(inquiry: Inquiry, told: DatedOccasion) -> Iterator[DatedOccasion]:
    """Yield what a distance is counted from where the clause does not say: the contact of the episode itself."""
    dossier = inquiry.record.opened.dossier
    for contact in inquiry.record.contacts:
        inside = contact.day is not None and dossier.first <= contact.day <= dossier.last
        if (
            inside
            and not contact.announced
            and contact.kind in _CONTACTS[Cue.MEETING]
            and contact.day
            and contact.day != told.day
        ):
            note = contact.kind.value
            yield DatedOccasion(
                at=BEHIND if _goes_on(inquiry, told) else -1,
                day=contact.day,
                seen=witness(contact.account, opening_of(contact.account), Bearing.FOR, note),
            )
            return


def _goes_on(inquiry: Inquiry, told: DatedOccasion) -> bool:
    """Tell whether an occasion comes first in the words and the distance leads on from it ("and then, next day")."""
    distance = match_cue(inquiry.words, Cue.DISTANCE, inquiry.language)
    between = inquiry.words[told.at : distance.start()] if distance and distance.start() > told.at else ""
    return pattern_of(Construction.GOES_ON, inquiry.language).search(between) is not None


def _contact(inquiry: Inquiry, kinds: tuple[Kind, ...], found: CueWords) -> tuple[date, Witness] | None:
    contacts = _with_whom(inquiry, kinds, found)
    if contacts is None:
        contacts = find_contacts(inquiry, kinds) if inquiry.people else _of_episode(inquiry, kinds)
    if not contacts or contacts[0].day is None:
        return None
    account = contacts[0].account
    return contacts[0].day, witness(account, opening_of(account), Bearing.FOR, contacts[0].kind.value)


def _with_whom(inquiry: Inquiry, kinds: tuple[Kind, ...], found: CueWords) -> tuple[RecordedContact, ...] | None:
    """Give the contacts with whoever stands right behind the word for it ("the call with Selim"); None with nobody."""
    start = inquiry.raw.find(inquiry.words[found.start : found.end]) + found.end - found.start
    behind = [(who.span.start - inquiry.claim.span.start, who) for who in inquiry.people if not who.implied]
    near = next((who for at, who in behind if start <= at <= start + NEAR), None)
    if near is None or not inquiry.raw[start:].lstrip().startswith(("with ", "of ", "to ")):
        return None
    met = (one for one in inquiry.record.contacts if near.key in one.keys and one.kind in kinds and not one.announced)
    return most_likely_first(met, inquiry)


def _of_episode(inquiry: Inquiry, kinds: tuple[Kind, ...]) -> tuple[RecordedContact, ...]:
    """Give the contacts of some kinds in the days of the episode, where a claim names nobody."""
    dossier, record = inquiry.record.opened.dossier, inquiry.record
    return tuple(
        contact
        for contact in record.contacts
        if contact.kind in kinds
        and contact.day
        and dossier.first <= contact.day <= dossier.last
        and not contact.announced
    )


def _other(inquiry: Inquiry, cue: Cue) -> tuple[date, Witness] | None:
    """Give the earliest source that announces, invites, or holds such words in its headline."""
    if cue is Cue.INVITATION:
        told = next((one for one in find_told(inquiry.record) if one.basis.value == "invited"), None)
        issued = told.account.release.issued if told else None
        return (issued.date(), witness(told.account, told.span, Bearing.FOR, "invitation")) if told and issued else None
    for account in sorted((*inquiry.record.accounts, *inquiry.record.parallel), key=_meant(inquiry, cue)):
        issued = account.release.issued
        titled = next(find_cues(account.release.title, cue, account.release.language), None) is not None
        if issued and (is_announcement(account) if cue is Cue.ANNOUNCED else titled):
            return issued.date(), witness(account, opening_of(account), Bearing.FOR, cue.value.split(".")[1])
    return None


def _meant(inquiry: Inquiry, cue: Cue) -> Callable[[Account], int]:
    """Give what puts first the sources whose headline and opening have most of a claim's words: the very lecture."""
    asked = content_of(inquiry.words, inquiry.language)

    def shared(account: Account) -> int:
        release = account.release
        first = next((one for one in account.sentences if one.part is Part.TEXT), None)
        opening = release.words(first) if first else ""
        return -len(asked & content_of(f"{release.title} {opening}", release.language)) if cue is Cue.SPOKEN else 0

    return shared
