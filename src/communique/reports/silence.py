"""What an account does not say, and how far its silence goes: stated plainly, never graded as a finding."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from communique.model import Account, Format, Kind, Part, Release, Span, Stated, VisitClass


class Item(StrEnum):
    """Something that a release on an event may say or leave out; the value is its name in a report."""

    CITY = "city"
    VENUE = "venue"
    INITIATOR = "initiator"
    VISIT_CLASS = "visit class"
    FORMAT = "format"
    LENGTH = "length of the talks"
    ATTENDEES = "others present"
    DOCUMENTS = "documents"


class Degree(StrEnum):
    """
    How far an absence goes.

    ``heading``: named above the body (title, place line), not in it. ``nowhere``: not in title, place line or text.
    ``unread``: not looked for by this version, so nothing may be said of its absence.
    """

    HEADING = "heading"
    NOWHERE = "nowhere"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """One item that the body does not name; ``span`` marks where it stands instead, for the degree ``heading``."""

    item: Item
    degree: Degree
    span: Span | None = None


def find_silences(account: Account) -> tuple[Silence, ...]:
    """
    Give what a release of this kind could have said and does not, in fixed order.

    A call has no venue and a letter no attendees: what cannot be expected of the kind is not counted as missing.
    """
    items = EXPECTED.get(account.event.kind, ())
    return tuple(silence for item in Item if item in items and (silence := _silence(item, account)))


def find_cuts(release: Release) -> tuple[Span, ...]:
    """
    Find the signs by which a publisher shows that words were left out: an ellipsis between brackets.

    >>> find_cuts(Release(address="a", issuer="", language="en", title="T", text="We agree. <…>"))
    (Span(start=10, end=13, part=<Part.TEXT: 'text'>),)
    """
    return tuple(Span(*found.span()) for found in _CUT.finditer(release.text))


_CUT = re.compile(r"<\s*(?:…|\.{3})\s*>|\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)")

UNREAD_IN = {"kk": frozenset({Item.VENUE, Item.LENGTH, Item.ATTENDEES, Item.DOCUMENTS})}
"""What is not looked for in a language that no parser reads, by its code: nothing is said of its absence there."""

DURATIONS = frozenset({"hours", "minutes"})
"""Units of the length of talks; any length in them is taken for one, so that no silence is claimed wrongly."""

_SPACE_OF_EVENT = (Item.CITY, Item.VENUE)
_TALKS = (Item.INITIATOR, Item.FORMAT, Item.LENGTH, Item.ATTENDEES, Item.DOCUMENTS)
EXPECTED: dict[Kind, tuple[Item, ...]] = {
    Kind.CALL: (Item.INITIATOR, Item.LENGTH),
    Kind.MEETING: (*_SPACE_OF_EVENT, Item.VISIT_CLASS, *_TALKS),
    Kind.VISIT: (*_SPACE_OF_EVENT, Item.VISIT_CLASS, *_TALKS),
    Kind.MULTILATERAL: (*_SPACE_OF_EVENT, Item.FORMAT, Item.LENGTH, Item.DOCUMENTS),
    Kind.MESSAGE: (),
    Kind.DOMESTIC: (*_SPACE_OF_EVENT, Item.LENGTH, Item.ATTENDEES),
    Kind.STATEMENT: (Item.CITY,),
    Kind.OTHER: (),
}


def _silence(item: Item, account: Account) -> Silence | None:
    if item is Item.ATTENDEES and account.event.others:
        return None
    find = _FOUND.get(item)
    if find is None:
        return Silence(item=item, degree=Degree.UNREAD)
    spans = find(account)
    if not spans:
        unread = item in UNREAD_IN.get(account.release.language, ())
        return Silence(item=item, degree=Degree.UNREAD if unread else Degree.NOWHERE)
    if any(span.part is Part.TEXT for span in spans):
        return None
    return Silence(item=item, degree=Degree.HEADING, span=spans[0])


def _spans(stated: Stated[str] | Stated[VisitClass] | Stated[Format] | None) -> tuple[Span, ...]:
    return (stated.span,) if stated else ()


_FOUND: dict[Item, Callable[[Account], tuple[Span, ...]]] = {
    Item.CITY: lambda account: _spans(account.event.place.city),
    Item.VENUE: lambda account: _spans(account.event.place.venue),
    Item.INITIATOR: lambda account: tuple(initiative.span for initiative in account.initiatives),
    Item.VISIT_CLASS: lambda account: _spans(account.event.visit_class),
    Item.FORMAT: lambda account: _spans(account.event.format),
    Item.LENGTH: lambda account: tuple(
        figure.words.span for figure in account.figures if figure.words.unit in DURATIONS
    ),
    Item.DOCUMENTS: lambda account: (
        *(instrument.words.title for instrument in account.instruments),
        *(count.span for count in account.counts),
    ),
    Item.ATTENDEES: lambda account: tuple(span for person in account.event.others for span in person.spans),
}
