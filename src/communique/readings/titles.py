"""In which office, and by which words, the text presents each principal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.model import Account, Finding, Kind, Mention, Part, Person, Release, Span
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import (
    Case,
    Reading,
    Told,
    counterparts,
    mark_of,
    own_side,
    quoted,
    same_person,
    speech_around,
    spoken_test,
    whole,
)

WHO = {"own": "the issuer's first principal", "counterpart": "the first principal of another side"}

FEATURES = (
    *(
        feature
        for who, person in WHO.items()
        for feature in (
            Feature(
                code=f"titles.{who}_office",
                meaning=f"{person} is presented with an office",
                noun=f"an office for {person}",
                facet=f"titles.{who}",
            ),
            Feature(
                code=f"titles.{who}_named",
                meaning=f"{person} is named",
                noun=f"a name for {person}",
                facet=f"titles.{who}",
                located=True,
            ),
            Feature(
                code=f"titles.{who}_honorific",
                meaning=f"narration has “Mr” or its like for {person}",
                noun=f"“Mr” or its like for {person}",
                facet=f"titles.{who}_style",
            ),
            Feature(
                code=f"titles.{who}_surname",
                meaning=f"narration has the surname alone for {person}",
                noun=f"the surname alone for {person}",
                facet=f"titles.{who}_style",
            ),
        )
    ),
    Feature(
        code="titles.own_first",
        meaning="the body names the issuer's principal before that of the other side",
        noun="the issuer's principal named before that of the other side",
    ),
    Feature(
        code="titles.others_named",
        meaning="the text names others who took part",
        noun="a name of others who took part",
        located=True,
    ),
)

ENCOUNTERS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT})

HONORIFIC = re.compile(r"(?:mr|mrs|ms|mme|dr)\b|господин|госпож|г-н|г-жа", re.IGNORECASE)

WORDINGS_SHOWN = 4

PLAIN_PRESENTED = (
    "The full official style at first mention, and a short one after it, is the rule of most house styles."
)
PLAIN_BARE = "A name that every reader knows goes without its office in headlines and short readouts."
PLAIN_UNNAMED = "The office alone is enough where readers know who holds it."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """
    Mark how the first principal of each side is presented, and who is named first.

    A side without a principal is no exposure; nor is an order where the body names only one of the two.
    """
    leads = _leads(account)
    told = tuple(_mentions_of(account, person) for _, person in leads)
    marks = [
        mark
        for (who, person), places in zip(leads, told, strict=True)
        for mark in _style_marks(account, who, person, places)
    ]
    if len(leads) == len(WHO) and all(told):
        own, other = (min(places) for places in told)
        marks.append(mark_of("titles.own_first", (own,) if own < other else ()))
    if account.event.kind in ENCOUNTERS:
        marks.append(mark_of("titles.others_named", (span for person in account.event.others for span in person.spans)))
    return tuple(marks)


def _style_marks(account: Account, who: str, person: Person, places: tuple[Span, ...]) -> tuple[Mark, ...]:
    is_spoken, name = spoken_test(account), _tokens(person.name or "")
    narrated = [(span, account.release.words(span)) for span in places if not is_spoken(span)]
    surname = (span for span, words in narrated if (used := _tokens(words)) < name and len(used) == 1)
    presented = person.office.span if person.office else None
    return (
        mark_of(f"titles.{who}_office", (presented or whole(account.release),) if person.office else ()),
        mark_of(f"titles.{who}_named", person.spans if person.name else ()),
        mark_of(f"titles.{who}_honorific", (span for span, words in narrated if HONORIFIC.match(words))),
        mark_of(f"titles.{who}_surname", surname),
    )


def _mentions_of(account: Account, person: Person) -> tuple[Span, ...]:
    """Give where the body refers to a person."""
    return tuple(m.span for m in account.mentions if m.span.part is Part.TEXT and _means(m, person))


def read_titles(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    In which office, and by which words, the text presents each principal.

    What it finds:
        For every principal the office as written and the other words used for
        the same person (honorifics, former offices, plain surname), with the
        speaker where they stand in direct speech; or that a name stands without
        an office, or an office without a name.

    Why it matters:
        The capacity in which a person is presented is a choice among the posts
        held; some states leave the title of a counterpart out as a policy.

    Plain explanation:
        Statute and house style fix the label; a well-known name needs none; the
        full style stands once and short forms follow.

    Limits:
        Only what this text says; posts that it leaves out are not added. Labels
        of two sides are set side by side and not weighed against each other.
        A spelling is never a finding.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    leads = {id(person): who for who, person in _leads(account)}
    for person in account.event.principals:
        yield from _presented(case, person, leads.get(id(person), ""))


def _leads(account: Account) -> tuple[tuple[str, Person], ...]:
    """Give the first principal of the issuer's side and of another side, where there is one."""
    own = account.event.principals[:1] if own_side(account) else ()
    return (
        *(("own", person) for person in own),
        *(("counterpart", person) for person in counterparts(account)[:1]),
    )


def _presented(case: Case, person: Person, who: str) -> Iterator[Finding]:
    spans = _spans(case.account, person)
    if not spans:
        return
    tail, plain = "presented", PLAIN_PRESENTED
    if person.office is None:
        tail, plain = "bare", PLAIN_BARE
    elif person.name is None:
        tail, plain = "unnamed", PLAIN_UNNAMED
    yield case.finding(
        f"titles.{tail}",
        f"{_style(case.account.release, person)}{_also(case.account, person)}",
        plain,
        spans=spans,
        feature=f"titles.{who}_{'named' if tail == 'unnamed' else 'office'}" if who else "",
        tell=lambda other: _told(other, person),
        absent=tail != "presented",
    )


def _style(release: Release, person: Person) -> str:
    if person.office is None:
        return f"{person.label} is named without an office"
    office = quoted(release, person.office.span) if person.office.span else f"“{person.office.title}”"
    if person.name is None:
        return f"The office stands without a name: {office}"
    return f"{person.label} is presented as {office}"


def _spans(account: Account, person: Person) -> tuple[Span, ...]:
    office = (person.office.span,) if person.office and person.office.span else person.spans[:1]
    return (*office, *(places[0] for places in _wordings(account, person)[:WORDINGS_SHOWN] if places[0] not in office))


def _also(account: Account, person: Person) -> str:
    wordings = _wordings(account, person)
    shown = [quoted(account.release, places[0]) + _used(account, places) for places in wordings[:WORDINGS_SHOWN]]
    more = len(wordings) - len(shown)
    return (f"; also called {', '.join(shown)}" + (f" and {more} more" if more else "")) if shown else ""


def _used(account: Account, places: tuple[Span, ...]) -> str:
    """Give how often a wording stands and in whose direct speech; nothing is added where the narrator has it once."""
    speech = [quotation for span in places if (quotation := speech_around(account, span))]
    voices = dict.fromkeys(str(quotation.speaker or "a speaker not named") for quotation in speech)
    also = "also " if voices and len(speech) < len(places) else ""
    told = (f"{len(places)} times" if len(places) > 1 else "", f"{also}by {', '.join(voices)}" if voices else "")
    return f" ({', '.join(filter(None, told))})" if any(told) else ""


def _wordings(account: Account, person: Person) -> tuple[tuple[Span, ...], ...]:
    """Give where the body uses other words for a person than those of name and office: the places of each wording."""
    known = {*_tokens(person.name or ""), *_tokens(person.office.title if person.office else "")}
    places: dict[str, list[Span]] = {}
    for mention in account.mentions:
        words = account.release.words(mention.span).casefold()
        if mention.span.part is Part.TEXT and not _tokens(words) <= known and _means(mention, person):
            places.setdefault(words, []).append(mention.span)
    return tuple(tuple(spans) for spans in places.values())


def _tokens(words: str) -> set[str]:
    return set(re.findall(r"\w+", words.casefold()))


def _means(mention: Mention, person: Person) -> bool:
    # Within one text two persons of one side are two persons, so an office alone is not enough.
    if mention.person is None or mention.person == person:
        return mention.person is not None
    return bool(mention.person.name and person.name) and same_person(mention.person, person)


def _told(other: Account, person: Person) -> Told:
    everybody = (*other.event.principals, *other.event.others)
    found = next((theirs for theirs in everybody if same_person(theirs, person)), None)
    if found is None:
        return Told(words=f"does not name {person}", differs=True)
    return Told(
        words=f"has: {_style(other.release, found)}{_also(other, found)}",
        differs=(found.office is None) is not (person.office is None),
    )


READING = Reading(
    code="titles",
    title="Titles",
    version=3,
    read=read_titles,
    features=FEATURES,
    mark_features=mark_features,
)
