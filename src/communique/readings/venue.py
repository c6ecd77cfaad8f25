"""Where the encounter is said to have taken place."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Finding, Kind, Part, Stated
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, event_noun, mark_of, only_in, quoted

IN_PERSON = frozenset({Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL})

FEATURES = (
    Feature(
        code="venue.named",
        meaning="title, place line or body name the building or hall",
        noun="the name of the building or hall",
        facet="venue",
        located=True,
    ),
    Feature(
        code="venue.city_named",
        meaning="title, place line or body name the city",
        noun="the name of the city",
        facet="venue.city",
        located=True,
    ),
    Feature(
        code="venue.in_body",
        meaning="the body itself names city or venue",
        noun="the place in the body of the text",
        facet="venue",
    ),
)

PLAIN_NAMED = "Residences are named by template, and a well-known one stands for the office."
PLAIN_OUTSIDE = "The page carries the place beside the text, so the text need not repeat it."
PLAIN_CITY = "A city is enough for most readers; the hall stands in a caption or in the programme."
PLAIN_NOWHERE = "Short readouts leave the place out by template, and some meetings are held by video link."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark what an account of an encounter in person names of the place; calls and messages are no exposure."""
    if account.event.kind not in IN_PERSON:
        return ()
    place = account.event.place
    venue, city = ((item.span,) if item else () for item in (place.venue, place.city))
    everywhere = (*venue, *city, *((place.again,) if place.again else ()))
    return (
        mark_of("venue.named", venue),
        mark_of("venue.city_named", city),
        mark_of("venue.in_body", (span for span in everywhere if span.part is Part.TEXT)),
    )


def read_venue(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Whether the building or hall is named, and how far up in the release.

    What it finds:
        The venue with its words, and whether it stands in the body, in the title
        or in the place line only; else the city with its words; else that
        neither is named anywhere.

    Why it matters:
        A text that drops a hall which it usually names, or which the other side
        names, has a difference that can be checked against pictures and diaries.

    Plain explanation:
        The city may be enough; the hall stands in the caption; the template has
        a place line and the text need not repeat it.

    Limits:
        Only the release itself is read, not captions or the programme. A meeting
        by video link has no venue, and the text may not say that it was one.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    place = account.event.place
    if place.venue is not None:
        yield _named(case, place.venue)
    elif account.event.kind in IN_PERSON:
        yield _unnamed(case, place.city)


def _named(case: Case, venue: Stated[str]) -> Finding:
    in_body = venue.span.part is Part.TEXT
    return case.finding(
        "venue.named" if in_body else "venue.outside_body",
        f"The venue is named{only_in(venue.span)}: {quoted(case.account.release, venue.span)}",
        PLAIN_NAMED if in_body else PLAIN_OUTSIDE,
        spans=(venue.span,),
        feature="venue.named" if in_body or case.account.event.place.in_body else "venue.in_body",
        tell=lambda other: _told(other, named=True),
    )


def _unnamed(case: Case, city: Stated[str] | None) -> Finding:
    noun, release = event_noun(case.account), case.account.release
    stands = f"only the city is{only_in(city.span)}: {quoted(release, city.span)}" if city else "neither is the city"
    return case.finding(
        "venue.unnamed" if city else "venue.nowhere",
        f"The venue of the {noun} is not named; {stands}",
        PLAIN_CITY if city else PLAIN_NOWHERE,
        spans=(city.span,) if city else (),
        feature="venue.named",
        tell=lambda other: _told(other, named=False),
        absent=True,
    )


def _told(other: Account, *, named: bool) -> Told:
    place = other.event.place
    if place.venue is not None:
        words = f"names the venue{only_in(place.venue.span)}: {quoted(other.release, place.venue.span)}"
        return Told(words=words, differs=not named)
    if place.city is not None:
        return Told(words=f"names only the city: {quoted(other.release, place.city.span)}", differs=named)
    return Told(words="names neither venue nor city", differs=named)


READING = Reading(
    code="venue",
    title="Venue",
    version=2,
    read=read_venue,
    features=FEATURES,
    mark_features=mark_features,
)
