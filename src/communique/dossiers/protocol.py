"""The protocol of an episode: offices held that day, counterparts, rosters, order, greeters, hosts, classes, stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from communique.dossiers.opened import OpenDossier
from communique.dossiers.protocol_contacts import Occasion, find_occasions
from communique.dossiers.protocol_firsts import find_first_claims
from communique.dossiers.protocol_greeters import find_greeters
from communique.dossiers.protocol_nouns import (
    Capacity,
    ContactSheet,
    Counterpart,
    FirstClaim,
    FirstDestination,
    Passage,
    ProtocolSheet,
    Roster,
    Seat,
    Venue,
)
from communique.dossiers.protocol_offices import counterpart_rule, identified, is_named, offices_on
from communique.dossiers.protocol_presence import find_spoken_of, find_unreported, named_in, taking_part
from communique.dossiers.protocol_stays import find_stays
from communique.dossiers.protocol_trips import first_destination
from communique.dossiers.protocol_visits import find_classes, find_venue, find_welcomes
from communique.languages.first_lexicon import FirstKind
from communique.model import Account, Exhibit, Kind, Person, Release, Role, Side
from communique.readings.port import same_person
from communique.reference import Tables
from communique.reference.offices import holders, person
from communique.reference.rows import Tenure

HIGHEST_RANK = 7
"""The lowest rank of an office of which a counterpart is looked for: below deputies there is none by custom either."""

_TRAVELS = frozenset({FirstKind.TRIP, FirstKind.VISIT, FirstKind.DESTINATION})


def read_protocol(
    opened: OpenDossier, *, tables: Tables, calendar: Iterable[Account] = (), since: date | None = None
) -> ProtocolSheet:
    """
    Give the protocol of an episode, in facts with their words; nothing in it is a finding on anybody's standing.

    ``calendar`` are accounts of the guest's own office, from which the order of trips is taken; without them the
    answer on a first destination is "no calendar of trips at hand: not found". ``since`` asks for the first destination
    of each guest since a day; without it, only the days that officials themselves name are asked about.
    """
    kept = tuple(calendar)
    events, announcements, everything = (
        tuple(identified(account, tables) for account in opened.accounts(*roles))
        for roles in ((Role.EVENT, Role.STATEMENT), (Role.ANNOUNCEMENT,), ())
    )
    occasions = find_occasions(events, announcements)
    placed = tuple((occasion, find_venue(occasion, tables)) for occasion in occasions)
    claims = find_first_claims(everything)
    return ProtocolSheet(
        title=opened.dossier.title,
        first=opened.dossier.first,
        last=opened.dossier.last,
        contacts=tuple(
            _contact(number, occasion, venue, tables, opened.dossier.exhibits)
            for number, (occasion, venue) in enumerate(placed, start=1)
        ),
        rosters=tuple(_rosters(occasions, everything, tables)),
        classes=find_classes(everything),
        claims=claims,
        destinations=tuple(_destinations(placed, everything, kept, claims, since=since, tables=tables)),
        stays=tuple(find_stays(placed, everything, kept)),
        sources=_releases(everything),
        unread=tuple(f"{item.filing.source}: {item.reason}" for item in opened.unread),
    )


def _contact(
    number: int, occasion: Occasion, venue: Venue | None, tables: Tables, exhibits: tuple[Exhibit, ...]
) -> ContactSheet:
    seats = tuple(_seat(one, occasion, tables) for one in occasion.principals)
    return ContactSheet(
        number=number,
        day=occasion.day,
        kind=occasion.kind,
        releases=_releases(occasion.accounts),
        seats=seats,
        counterparts=tuple(_counterparts(seats, occasion, tables, exhibits)),
        reported=tuple(item for item in taking_part(occasion.accounts) if not item.principal),
        spoken_of=find_spoken_of(occasion.accounts),
        greeters=find_greeters(occasion.accounts),
        venue=venue,
        welcomes=tuple(find_welcomes(occasion.accounts)),
        published=occasion.published,
    )


def _seat(one: Person, occasion: Occasion, tables: Tables) -> Seat:
    offices = offices_on(one, occasion.day, tables)
    capacities = tuple(_capacities(one, (*occasion.foretold, *occasion.accounts)))
    named = [capacity.words.words for capacity in capacities if capacity.words]
    besides = tuple(tenure for tenure in offices if not any(is_named(tenure, words, tables) for words in named))
    return Seat(person=one, capacities=capacities, offices=offices, besides=besides)


def _capacities(one: Person, accounts: Iterable[Account]) -> Iterator[Capacity]:
    """Give for each text that names somebody the words for the office, as it presents him or her."""
    for account in accounts:
        theirs = next((person for person in account.event.principals if same_person(person, one)), None)
        if theirs is not None:
            span = theirs.office.span if theirs.office else None
            words = Passage(release=account.release, span=span) if span else None
            yield Capacity(release=account.release, words=words)


def _counterparts(
    seats: Sequence[Seat], occasion: Occasion, tables: Tables, exhibits: tuple[Exhibit, ...]
) -> Iterator[Counterpart]:
    """Give the counterpart of each office of each principal on every other side of the contact."""
    sides = {seat.person.side.code: seat.person.side for seat in seats if seat.person.side}
    for seat in seats:
        others = [side for code, side in sides.items() if seat.person.side and code != seat.person.side.code]
        for tenure in seat.offices:
            if tenure.rank <= HIGHEST_RANK:
                yield from (
                    _counterpart(seat, tenure, side, occasion=occasion, tables=tables, exhibits=exhibits)
                    for side in others
                )


def _counterpart(  # noqa: PLR0913 - whose office, on which side, when, by which sources
    seat: Seat, tenure: Tenure, side: Side, *, occasion: Occasion, tables: Tables, exhibits: tuple[Exhibit, ...]
) -> Counterpart:
    rule = counterpart_rule(tenure, tables, exhibits)
    codes = rule.counterparts if rule and rule.counterparts else (tenure.office,)
    held = [one for code in codes for one in holders(code, side.code, occasion.day, tables=tables)]
    named = [one for one in held if _is_among(one, occasion.principals)]
    return Counterpart(
        person=seat.person.label,
        tenure=tenure,
        side=side,
        rule=rule,
        holders=tuple((_name_of(one, tables), one) for one in held),
        named=tuple(dict.fromkeys(_name_of(one, tables) for one in named)),
    )


def _is_among(tenure: Tenure, principals: Iterable[Person]) -> bool:
    return any(one.identity == tenure.identity for one in principals)


def _name_of(tenure: Tenure, tables: Tables) -> str:
    known = person(tenure.identity, tables=tables)
    return known.name if known else tenure.identity


def _rosters(occasions: Sequence[Occasion], everything: Iterable[Account], tables: Tables) -> Iterator[Roster]:
    """Give for each side whom the encounters in person are reported with, and of whom there is no report."""
    in_person = [occasion for occasion in occasions if occasion.kind is not Kind.CALL]
    if not in_person:
        return
    accounts = tuple(account for occasion in in_person for account in occasion.accounts)
    sides = {one.side.code: one.side for occasion in in_person for one in occasion.principals if one.side}
    named = named_in(everything)
    for code, side in sides.items():
        yield Roster(
            side=side,
            reported=tuple(
                item for item in taking_part(accounts) if item.person.side and item.person.side.code == code
            ),
            unreported=find_unreported(accounts, (code,), in_person[0].day, tables, named),
        )


def _destinations(  # noqa: PLR0913 - who travelled, by which texts, since when, in whose words
    placed: Sequence[tuple[Occasion, Venue | None]],
    accounts: Sequence[Account],
    calendar: Sequence[Account],
    claims: Sequence[FirstClaim],
    *,
    since: date | None,
    tables: Tables,
) -> Iterator[FirstDestination]:
    """Ask the calendar for each guest: since the day given, and since each day that an official names."""
    seen: list[tuple[Person, date]] = []
    for occasion, guest in _guests(placed):
        theirs = tuple(claim for claim in claims if _is_about(claim, guest))
        asked = [(since, "as asked")] if since else []
        asked += [(claim.since_day, f"“{claim.since.words}”") for claim in theirs if claim.since_day and claim.since]
        asked += _since_office(guest, theirs, occasion.day, tables)
        for day, words in asked:
            if any(same_person(guest, one) and day == earlier for one, earlier in seen):
                continue
            seen.append((guest, day))
            yield first_destination(
                guest,
                (*calendar, *accounts),
                since=day,
                since_words=words,
                until=occasion.day,
                claims=theirs,
                tables=tables,
            )


def _since_office(guest: Person, claims: Iterable[FirstClaim], day: date, tables: Tables) -> Iterator[tuple[date, str]]:
    """Where a first trip abroad is claimed and no day can be read from the words, ask since the office was taken."""
    held = next((tenure for tenure in offices_on(guest, day, tables) if tenure.since), None)
    if held and held.since and any(claim.abroad and claim.since_day is None for claim in claims):
        yield held.since, f"took office as {held.title}"


def _guests(placed: Iterable[tuple[Occasion, Venue | None]]) -> Iterator[tuple[Occasion, Person]]:
    """Give who travelled: the principals of other sides than the country of the place."""
    for occasion, venue in placed:
        country = venue.country if venue else None
        for one in occasion.principals:
            if country is not None and one.side is not None and one.side.code != country.code:
                yield occasion, one


def _is_about(claim: FirstClaim, guest: Person) -> bool:
    """Tell whether somebody's first trip may be the guest's: said by the guest, or not of the speaker's own."""
    if claim.kind not in _TRAVELS or claim.denied or claim.recalled:
        return False
    own = claim.owner.words.casefold() in {"my", "our"} if claim.owner else False
    return same_person(claim.speaker, guest) if own and claim.speaker else True


def _releases(accounts: Iterable[Account]) -> tuple[Release, ...]:
    return tuple({account.release.key: account.release for account in accounts}.values())
