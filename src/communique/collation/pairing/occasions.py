"""What an account tells of its occasion, small enough to be set against thousands: when, who, what, in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from functools import cache, partial
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

from communique.collation.pairing.namings import find_sides, folded, names_in, sides_in, skeletons_of, tokens_of
from communique.collation.pairing.participants import Participant, participants_of
from communique.collation.pairing.wordprints import digest_of, wordprint_of
from communique.languages.occasions import Manner, OccasionLexicon, occasion_lexicon
from communique.model import Account, DateBasis, Kind, Part, Release, SideKind
from communique.precedent.encounters import announces
from communique.reference.loading import shipped_tables
from communique.reference.offices import issuer
from communique.reference.rows import Tables

BEFORE_ISSUE = 20.0
"""Hours before its release within which an event lies that the text does not date: from the evening before."""

LATEST = 96.0
"""Hours after its first day within which an event of several days is reported."""

LEAD = 70
"""Words of the first sentence, at most, that name who takes part."""

_DAY = 24.0
_SECONDS = 3600
_ONE_MOMENT = frozenset({Kind.CALL, Kind.MEETING, Kind.MESSAGE})
_NEAR = 3
_SMALL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """
    What an account tells of its occasion.

    ``own`` is the code of the issuer's side. ``day`` is that of the event, ``dated`` tells that words state it;
    ``zones`` are those that the issuer's clock may be in, ``start`` and ``end`` bound when the event can have been, in
    hours since 1970, None where nothing is known. ``announced`` tells that it is yet to come. ``joint``, ``begun``,
    ``aside`` and ``office_titled`` tell what words the headline has (see `OccasionLexicon`).

    ``people`` are the principals, ``others`` who else takes part, ``unnamed`` the sides of principals who stand without
    a name. ``lead`` are the keys of names in headline and first sentence, ``named`` those in all of the text,
    ``skeletons`` their consonants, ``known`` the identities of all persons named. ``titled_sides`` are the sides of the
    headline, ``sides`` those of all of the text.

    ``gatherings`` are the words that name the gathering of the headline ("east", "asia"; "@XA" for a state beside it).
    ``title`` holds the words of the headline, ``title_names`` those that begin with a capital and name no occasion,
    ``whole`` those that tell what it was, without words for a part of it. ``numbers`` are those of the body in figures;
    ``digest`` and ``prints`` stand for its words.
    """

    issuer: str
    own: str
    language: str
    address: str
    kind: Kind
    day: date | None
    dated: bool
    zones: tuple[tzinfo, ...]
    start: float | None
    end: float | None
    announced: bool
    manner: Manner
    joint: bool
    begun: bool
    aside: bool
    office_titled: bool
    people: tuple[Participant, ...]
    others: tuple[Participant, ...]
    unnamed: frozenset[str]
    lead: frozenset[str]
    named: frozenset[str]
    skeletons: frozenset[str]
    known: frozenset[str]
    titled_sides: frozenset[str]
    sides: frozenset[str]
    gatherings: frozenset[str]
    topics: frozenset[str]
    city: str
    title: tuple[str, ...]
    title_names: frozenset[str]
    whole: frozenset[str]
    numbers: frozenset[str]
    editions: frozenset[str]
    digest: str
    prints: frozenset[int]
    words: int


def occasion_of(account: Account, *, tables: Tables | None = None) -> Occasion:
    """Give what an account tells of its occasion."""
    tables = tables or shipped_tables()
    release, event = account.release, account.event
    lexicon = occasion_lexicon(release.language)
    titled, body = tokens_of(release.title), tokens_of(release.text)
    named = frozenset(token for token in (*titled, *body) if token[0].isupper())
    return _of_release(account, lexicon, tables)(
        people=participants_of(event.principals),
        others=participants_of(event.others),
        unnamed=frozenset(p.side.code for p in event.principals if p.side and not (p.name or p.identity)),
        lead=names_in([*titled, *tokens_of(_first_sentence(account))[:LEAD]]),
        named=names_in(named),
        skeletons=frozenset().union(*map(skeletons_of, named)),
        known=frozenset(_identities(account)),
        titled_sides=sides_in(titled, tables=tables),
        sides=sides_in([*titled, *body], tables=tables),
        gatherings=frozenset(_gatherings(release, lexicon, tables)),
        topics=frozenset(share.topic.value for share in account.topics),
        city=event.place.city.value if event.place.city else "",
        title=tuple(titled),
        title_names=frozenset(_title_names(titled, lexicon)),
        whole=frozenset(_whole(release.title.lower(), lexicon)),
        numbers=frozenset(token for token in body if token.isdigit() and len(token) > 1),
        editions=frozenset(edition.address for edition in release.editions),
        digest=digest_of(release.text),
        prints=wordprint_of(release.text),
        words=len(body),
    )


def _of_release(account: Account, lexicon: OccasionLexicon, tables: Tables) -> Callable[..., Occasion]:
    """Begin an occasion with what the release says of itself: who, when, what kind; the names in it are to follow."""
    release, event = account.release, account.event
    own = _own_side(account, tables)
    zones = _zones(account, own, tables)
    start, end = _window(account, zones)
    headline = release.title.lower()
    return partial(
        Occasion,
        issuer=release.issuer,
        own=own,
        language=release.language,
        address=release.address,
        kind=event.kind,
        day=event.date.day if event.date else None,
        dated=event.date is not None and event.date.basis is not DateBasis.ISSUED,
        zones=zones,
        start=start,
        end=end,
        announced=_is_to_come(account),
        manner=_manner(account, lexicon),
        joint=lexicon.joint.search(headline) is not None,
        begun=lexicon.parts.search(headline) is not None,
        aside=lexicon.aside.search(headline) is not None,
        office_titled=lexicon.offices.search(headline) is not None,
    )


def _own_side(account: Account, tables: Tables) -> str:
    office = issuer(account.release.issuer, tables=tables)
    if office is not None:
        return office.side.code
    first = next((person.side for person in account.event.principals), None)
    return first.code if first else ""


def hours_of(wall: datetime, zones: tuple[tzinfo, ...]) -> tuple[float, float]:
    """Give the earliest and the latest hour since 1970 that a wall time can stand for in any of some zones."""
    known = (wall.tzinfo,) if wall.tzinfo else zones or (UTC,)
    hours = [wall.replace(tzinfo=zone).timestamp() / _SECONDS for zone in known]
    return min(hours), max(hours)


def _zones(account: Account, own: str, tables: Tables) -> tuple[tzinfo, ...]:
    """Give the zones that an issuer's clock may be in: its own, else those of its country; none where nothing tells."""
    office = issuer(account.release.issuer, tables=tables)
    if office is not None:
        return (ZoneInfo(office.time_zone),)
    issued = account.release.issued
    return (issued.tzinfo,) if issued is not None and issued.tzinfo else _country_zones(own)


@cache
def _country_zones(code: str) -> tuple[tzinfo, ...]:
    known = available_timezones()
    territories = sorted(get_global("zone_territories").items())
    return tuple(ZoneInfo(name) for name, country in territories if country == code and name in known)


def _window(account: Account, zones: tuple[tzinfo, ...]) -> tuple[float | None, float | None]:
    """Give the hours between which the event took place, as far as its date and the time of issue tell."""
    release, stated = account.release, account.event.date
    issued = _issued(release, zones)
    if stated is None or stated.basis is DateBasis.ISSUED:
        return (issued[0] - BEFORE_ISSUE, issued[1]) if issued else (None, None)
    midnight, later = hours_of(datetime.combine(stated.day, time()), zones)
    end = later + _DAY
    if issued is None or issued[1] < midnight:
        return midnight, end
    if account.event.kind in _ONE_MOMENT:
        return midnight, min(end, issued[1])
    return midnight, issued[1] if issued[1] <= end + LATEST else end


def _issued(release: Release, zones: tuple[tzinfo, ...]) -> tuple[float, float] | None:
    """Give the hours of publication; midnight is taken for a day without an hour."""
    if release.issued is None:
        return None
    start, end = hours_of(release.issued, zones)
    return (start, end) if release.issued.time() != time() else (start, end + _DAY)


def _is_to_come(account: Account) -> bool:
    release, stated = account.release, account.event.date
    if announces(release.title):
        return True
    later = stated is not None and release.issued is not None and stated.day > release.issued.date()
    return later and stated is not None and stated.basis is not DateBasis.ISSUED


def _first_sentence(account: Account) -> str:
    first = next((span for span in account.sentences if span.part is Part.TEXT), None)
    return account.release.words(first) if first else ""


def _manner(account: Account, lexicon: OccasionLexicon) -> Manner:
    told = lexicon.manner(account.release.title)
    if told is not Manner.UNTOLD:
        return told
    found = lexicon.manner(_first_sentence(account))
    return Manner.UNTOLD if found is Manner.PERSON else found


def _identities(account: Account) -> Iterator[str]:
    event = account.event
    persons = (*event.principals, *event.others, *(mention.person for mention in account.mentions))
    yield from (person.identity for person in persons if person and person.identity)


def _title_names(titled: list[str], lexicon: OccasionLexicon) -> Iterator[str]:
    """Yield the words of a headline that name somebody or something, not the occasion; small words are neither."""
    for token in titled:
        word = token.casefold()
        if token[0].isupper() and word not in lexicon.generic and (len(word) > _SMALL or token.isupper()):
            yield word


def _whole(headline: str, lexicon: OccasionLexicon) -> Iterator[str]:
    """Yield the telling words of a headline without those that say which part of an occasion the text is."""
    for token in tokens_of(lexicon.parts.sub(" ", headline)):
        if token not in lexicon.generic:
            yield folded(token)


def _gatherings(release: Release, lexicon: OccasionLexicon, tables: Tables) -> Iterator[str]:
    """Yield what names the gathering of a headline: the words beside it that are no everyday ones, organisations."""
    tokens = tokens_of(release.title)
    sides = {place: code for code, start, end in find_sides(tokens, tables=tables) for place in range(start, end)}
    places = [place for place in range(len(tokens)) if _gathers(tokens, place, lexicon)]
    for place in places:
        for near in (*_before(tokens, place, lexicon), *_after(tokens, place, lexicon)):
            word = tokens[near]
            if near in sides:
                yield from ("@" + code for code in (sides[near],) if sides[near] not in _organisations(tables))
            elif word.lower() not in lexicon.generic and not word[0].isdigit():
                yield folded(word)
    if places:
        yield from (code for code in sides_in(tokens, tables=tables) if code in _organisations(tables))


def _gathers(tokens: list[str], place: int, lexicon: OccasionLexicon) -> bool:
    words = " ".join(tokens[max(0, place - 1) : place + 1]).lower()
    found = lexicon.gatherings.search(words)
    return found is not None and found.end() == len(words)


def _before(tokens: list[str], place: int, lexicon: OccasionLexicon) -> Iterator[int]:
    for near in range(place - 1, max(-1, place - 1 - _NEAR), -1):
        if tokens[near].islower() and tokens[near] in lexicon.generic:
            return
        yield near


def _after(tokens: list[str], place: int, lexicon: OccasionLexicon) -> Iterator[int]:
    for near in range(place + 1, min(len(tokens), place + 1 + _NEAR)):
        if tokens[near][0].isupper():
            yield near
        elif tokens[near] not in lexicon.links:
            return


@cache
def _organisations(tables: Tables) -> frozenset[str]:
    return frozenset(row.side.code for row in tables.sides if row.side.kind is SideKind.ORGANISATION)
