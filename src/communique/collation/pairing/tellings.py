"""Where a text tells in passing of an event that another text is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from communique.collation.pairing.extents import find_extent
from communique.collation.pairing.grounds import fit_days
from communique.collation.pairing.namings import names_in, sides_in, tokens_of
from communique.collation.pairing.occasions import Occasion, hours_of
from communique.collation.pairing.parties import MEETING, Parties, known_in, names_guest, parties_of, persons_in
from communique.languages.named_days import NamedDay, find_named_days
from communique.languages.occasions import Manner, occasion_lexicon
from communique.model import Account, Kind, Part, Relation, Span, Status
from communique.model.relations import Party

_RECORDS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MESSAGE})
_DAY = 24.0
_FEW = 2
_GLIMPSE = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """
    The part of a text that tells of an event, and a short clause that says so.

    ``dated`` tells that it is known to be of the time of the event.
    """

    span: Span
    words: str
    dated: bool = True


def find_telling(account: Account, mine: Occasion, event: Occasion) -> Telling | None:
    """
    Find the part of a text that tells of an event in which the issuer's side met another; None where none does.

    ``mine`` is the occasion of the text itself. The sentences must say that the two met, and on no other day.
    """
    parties = parties_of(mine, event)
    if parties is None or _is_record(mine, parties):
        return None
    anchors = sorted(_anchors(account, parties, mine, event))
    if not anchors or not _has_all(account, anchors, parties):
        return None
    anchor = anchors[0]
    told = " ".join(account.release.words(anchor).split())
    return Telling(
        span=find_extent(account, anchor, parties, mine), words=f"a part of one text tells of it: “{_shortened(told)}”"
    )


def _anchors(account: Account, parties: Parties, mine: Occasion, event: Occasion) -> Iterator[Span]:
    """Yield the sentences that say that the parties met at the time of the event."""
    related = [
        relation
        for relation in account.relations
        if relation.kind in MEETING and not _is_wider(account, relation.sentence, parties)
    ]
    for relation in related:
        if _tells_of(relation, parties, mine) and _is_then(account, relation.sentence, relation.status, mine, event):
            yield relation.sentence
    done = [relation.sentence for relation in related]
    for sentence in account.sentences:
        if sentence.part is not Part.TEXT or any(sentence.overlaps(span) for span in done):
            continue
        if _says_met(account, sentence, parties, mine) and _is_then(account, sentence, Status.ACTUAL, mine, event):
            yield sentence


def _has_all(account: Account, anchors: Sequence[Span], parties: Parties) -> bool:
    """Tell whether the sentences name a guest of each side: talks of three are not told by a word on talks of two."""
    tokens = [token for anchor in anchors for token in tokens_of(account.release.words(anchor))]
    named, sides = names_in(tokens), sides_in(tokens)
    wanted = {guest.side for guest in parties.guests}
    found = {guest.side for guest in parties.guests if guest.surname & named or guest.side in sides}
    return len(found) == len(wanted) if len(wanted) <= _FEW else len(found) * 2 >= len(wanted)


def _is_wider(account: Account, sentence: Span, parties: Parties) -> bool:
    """Tell whether a sentence names others too, and does not speak of several talks: then it tells of a wider one."""
    named = persons_in(account, sentence)
    if all(parties.is_guest(known) or parties.is_own(known) for known in named):
        return False
    lexicon = occasion_lexicon(account.release.language)
    return lexicon.several.search(account.release.words(sentence).lower()) is None


def _says_met(account: Account, sentence: Span, parties: Parties, mine: Occasion) -> bool:
    """Tell whether a sentence that no relation was read from says that the speaker, or somebody named, met a guest."""
    if not occasion_lexicon(mine.language).met.search(account.release.words(sentence).lower()):
        return False
    if _is_wider(account, sentence, parties) or not names_guest(account, sentence, parties):
        return False
    return any(map(parties.is_own, (*persons_in(account, sentence), *mine.people[:1])))


def find_given(account: Account, passage: Span, mine: Occasion, event: Occasion) -> Telling | None:
    """Take a part of a text that somebody else found to concern an event; None where nothing in it bears that out."""
    parties = parties_of(mine, event)
    if parties is None or fit_days(mine, event).fits is False:
        return None
    tokens = tokens_of(account.release.words(passage))
    named = names_in(tokens)
    guest = next((guest for guest in parties.guests if guest.surname & named or guest.side in sides_in(tokens)), None)
    if guest is None:
        return None
    return Telling(span=passage, words=f"the part given of one text names {guest.label}", dated=False)


def _is_record(mine: Occasion, parties: Parties) -> bool:
    """
    Tell whether a headline says that a text is the record of talks: it is judged whole.

    It may recall other talks, but is no account of them. A headline that names guests of this event beside others may
    be over several talks.
    """
    guests = [person for person in mine.people if person.side != mine.own and person.titled]
    if mine.kind not in _RECORDS or not guests:
        return False
    return len({parties.is_guest(guest) for guest in guests}) == 1


def _tells_of(relation: Relation, parties: Parties, mine: Occasion) -> bool:
    """Tell whether a sentence says that somebody of the issuer's side, whom the event names, met one of the guests."""
    if relation.kind not in MEETING or relation.sentence.part is not Part.TEXT:
        return False
    if relation.status not in {Status.ACTUAL, Status.PAST}:
        return False
    ends = [end for end in (relation.giver, relation.receiver) if end is not None]
    rest = [end for end in ends if not parties.is_guest(known_in(end))]
    if len(rest) == len(ends):
        return False
    speaks = any(map(parties.is_own, mine.people[:1]))
    return all(parties.is_own(known_in(end)) or (speaks and _is_nobody_else(end, mine)) for end in rest) and (
        speaks or bool(rest)
    )


def _is_nobody_else(party: Party, mine: Occasion) -> bool:
    """Tell whether a party is a pronoun, or the issuer's side: whoever speaks."""
    return party.person is None and (party.side is None or party.side.code == mine.own)


def _is_then(account: Account, sentence: Span, status: Status, mine: Occasion, event: Occasion) -> bool:
    """
    Tell whether a sentence speaks of the time of the event, by the days it names or else by its own publication.

    What is recalled without a day may be of any time.
    """
    release = account.release
    words = release.words(sentence)
    if {occasion_lexicon(release.language).manner(words), event.manner} == {Manner.PHONE, Manner.PERSON}:
        return False
    issued = release.issued.date() if release.issued else None
    days = find_named_days(release.text, sentence, issued, release.language)
    if not days:
        return status is Status.ACTUAL and fit_days(mine, event).fits is True
    return any(fit_days(_on(mine, day), event).fits for day in days)


def _on(mine: Occasion, day: NamedDay) -> Occasion:
    """Give the occasion of a text as if its event were on the days that a sentence names."""
    start, _ = hours_of(datetime.combine(day.first, time()), mine.zones)
    _, end = hours_of(datetime.combine(day.last, time()), mine.zones)
    return replace(
        mine, start=start, end=end + _DAY if mine.end is None else min(end + _DAY, mine.end), day=day.first, dated=True
    )


def _shortened(words: str) -> str:
    return words if len(words) <= _GLIMPSE else f"{words[:_GLIMPSE].rsplit(' ', 1)[0]} …"
