"""Where a text tells in passing of an event that another text is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from itertools import pairwise

from communique.collation.pairing.grounds import fit_days
from communique.collation.pairing.namings import names_in, sides_in, tokens_of
from communique.collation.pairing.occasions import Occasion, hours_of
from communique.collation.pairing.participants import Participant, are_same, participant_of
from communique.languages.named_days import NamedDay, find_named_days
from communique.languages.occasions import Manner, occasion_lexicon
from communique.model import Account, Kind, Part, Relation, RelationKind, Span, SpeechForm, Status, joined
from communique.model.relations import Party

_ENCOUNTERS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL})
_MEETING = frozenset({RelationKind.CONTACT, RelationKind.RECEPTION, RelationKind.VISIT})
_RECORDS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MESSAGE})
_DAY = 24.0
_NEAR, _FAR = 5, 25
_FEW = 2
_GLIMPSE = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The part of a text that tells of an event, and a short clause that says so."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parties:
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


def find_telling(account: Account, mine: Occasion, event: Occasion) -> Telling | None:
    """
    Find the part of a text that tells of an event in which the issuer's side met another; None where none does.

    ``mine`` is the occasion of the text itself. The sentences must say that the two met, and on no other day.
    """
    parties = _parties(mine, event)
    if parties is None or _is_record(mine, parties):
        return None
    anchors = sorted(_anchors(account, parties, mine, event))
    if not anchors or not _has_all(account, anchors, parties):
        return None
    anchor = anchors[0]
    told = " ".join(account.release.words(anchor).split())
    return Telling(
        span=_extended(account, anchor, parties), words=f"a part of one text tells of it: “{_shortened(told)}”"
    )


def _anchors(account: Account, parties: _Parties, mine: Occasion, event: Occasion) -> Iterator[Span]:
    """Yield the sentences that say that the parties met at the time of the event."""
    related = [
        relation
        for relation in account.relations
        if relation.kind in _MEETING and not _is_wider(account, relation.sentence, parties)
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


def _has_all(account: Account, anchors: Sequence[Span], parties: _Parties) -> bool:
    """Tell whether the sentences name a guest of each side: talks of three are not told by a word on talks of two."""
    tokens = [token for anchor in anchors for token in tokens_of(account.release.words(anchor))]
    named, sides = names_in(tokens), sides_in(tokens)
    wanted = {guest.side for guest in parties.guests}
    found = {guest.side for guest in parties.guests if guest.surname & named or guest.side in sides}
    return len(found) == len(wanted) if len(wanted) <= _FEW else len(found) * 2 >= len(wanted)


def _is_wider(account: Account, sentence: Span, parties: _Parties) -> bool:
    """Tell whether a sentence names others too, and does not speak of several talks: then it tells of a wider one."""
    named = _persons_in(account, sentence)
    if all(parties.is_guest(known) or parties.is_own(known) for known in named):
        return False
    lexicon = occasion_lexicon(account.release.language)
    return lexicon.several.search(account.release.words(sentence).lower()) is None


def _says_met(account: Account, sentence: Span, parties: _Parties, mine: Occasion) -> bool:
    """Tell whether a sentence that no relation was read from says that the speaker, or somebody named, met a guest."""
    if not occasion_lexicon(mine.language).met.search(account.release.words(sentence).lower()):
        return False
    if _is_wider(account, sentence, parties) or not _names_guest(account, sentence, parties):
        return False
    return any(map(parties.is_own, (*_persons_in(account, sentence), *mine.people[:1])))


def find_given(account: Account, passage: Span, mine: Occasion, event: Occasion) -> Telling | None:
    """Take a part of a text that somebody else found to concern an event; None where nothing in it bears that out."""
    parties = _parties(mine, event)
    if parties is None or fit_days(mine, event).fits is False:
        return None
    tokens = tokens_of(account.release.words(passage))
    named = names_in(tokens)
    guest = next((guest for guest in parties.guests if guest.surname & named or guest.side in sides_in(tokens)), None)
    return Telling(span=passage, words=f"the part given of one text names {guest.label}") if guest else None


def _parties(mine: Occasion, event: Occasion) -> _Parties | None:
    """Give the parties of an event; None where it is none, or the issuer's side has no part in it."""
    if event.announced or event.kind not in _ENCOUNTERS or mine.own == event.own:
        return None
    own = tuple(person for person in event.people if person.side == mine.own)
    guests = tuple(person for person in event.people if person.side != mine.own)
    if not own or not guests or (event.kind is Kind.MULTILATERAL and not all(guest.titled for guest in guests)):
        return None
    return _Parties(own=own, guests=guests, across=mine.language != event.language)


def _is_record(mine: Occasion, parties: _Parties) -> bool:
    """
    Tell whether a headline says that a text is the record of talks: it is judged whole.

    It may recall other talks, but is no account of them. A headline that names guests of this event beside others may
    be over several talks.
    """
    guests = [person for person in mine.people if person.side != mine.own and person.titled]
    if mine.kind not in _RECORDS or not guests:
        return False
    return len({parties.is_guest(guest) for guest in guests}) == 1


def _tells_of(relation: Relation, parties: _Parties, mine: Occasion) -> bool:
    """Tell whether a sentence says that somebody of the issuer's side, whom the event names, met one of the guests."""
    if relation.kind not in _MEETING or relation.sentence.part is not Part.TEXT:
        return False
    if relation.status not in {Status.ACTUAL, Status.PAST}:
        return False
    ends = [end for end in (relation.giver, relation.receiver) if end is not None]
    rest = [end for end in ends if not parties.is_guest(_known(end))]
    if len(rest) == len(ends):
        return False
    speaks = any(map(parties.is_own, mine.people[:1]))
    return all(parties.is_own(_known(end)) or (speaks and _is_nobody_else(end, mine)) for end in rest) and (
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


def _extended(account: Account, anchor: Span, parties: _Parties) -> Span:
    """
    Give the run of sentences from the first that tells of the event to where the text turns to something else.

    It goes on from one that speaks of a guest, or of "the sides", to the next one near, further on where speakers take
    turns, for an answer may come late; and, after the last, to the end of its paragraph.
    """
    sentences = [span for span in account.sentences if span.part is Part.TEXT and span.end > anchor.start]
    turns = any(quotation.form is SpeechForm.TURN for quotation in account.quotations)
    reach = _FAR if turns else _NEAR
    last = 0
    for place, sentence in enumerate(sentences):
        if place - last > reach or _is_of_others(account, sentence, parties):
            break
        if _speaks_of(account, sentence, parties):
            last = place
    return joined(anchor, _to_the_end(account, sentences[last : last + 1 + _NEAR], parties) or anchor)


def _to_the_end(account: Account, sentences: Sequence[Span], parties: _Parties) -> Span | None:
    """Give the last sentence of those that follow the first in its paragraph and speak of nobody else."""
    last = sentences[0] if sentences else None
    for before, after in pairwise(sentences):
        if "\n" in account.release.text[before.end : after.start] or _is_of_others(account, after, parties):
            break
        last = after
    return last


def _speaks_of(account: Account, sentence: Span, parties: _Parties) -> bool:
    if any(sentence.overlaps(span) for span in account.joint):
        return True
    return _names_guest(account, sentence, parties)


def _names_guest(account: Account, sentence: Span, parties: _Parties) -> bool:
    if any(map(parties.is_guest, _persons_in(account, sentence))):
        return True
    named = names_in(tokens_of(account.release.words(sentence)))
    return any(guest.surname & named for guest in parties.guests)


def _persons_in(account: Account, sentence: Span) -> list[Participant]:
    """Give the persons whom a sentence mentions."""
    persons = (mention.person for mention in account.mentions if mention.person and sentence.overlaps(mention.span))
    return [known for person in persons if (known := participant_of(person)) is not None]


def _is_of_others(account: Account, sentence: Span, parties: _Parties) -> bool:
    """Tell whether a sentence tells of an encounter with somebody who has no part in the event."""
    for relation in account.relations:
        if relation.kind in _MEETING and sentence.overlaps(relation.sentence):
            ends = [known for end in (relation.giver, relation.receiver) if end and (known := _known(end))]
            if any(not parties.is_own(known) for known in ends) and not any(map(parties.is_guest, ends)):
                return True
    return False


def _known(party: Party) -> Participant | None:
    return participant_of(party.person) if party.person else None


def _shortened(words: str) -> str:
    return words if len(words) <= _GLIMPSE else f"{words[:_GLIMPSE].rsplit(' ', 1)[0]} …"
