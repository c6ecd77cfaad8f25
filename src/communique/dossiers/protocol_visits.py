"""Where a contact took place and whose place it was, how each text puts the reception, which class a visit is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from communique.dossiers.protocol_contacts import Occasion
from communique.dossiers.protocol_greeters import find_greeters
from communique.dossiers.protocol_nouns import ClassWords, Passage, Venue, Welcome
from communique.languages.word_tables import load_table, whole_words
from communique.model import Account, Kind, Part, Pattern, Person, RelationKind, Span, Stated, VisitClass
from communique.readings.port import same_person, speech_around
from communique.reference import Tables
from communique.reference.rows import City

_WELCOMES = frozenset({RelationKind.RECEPTION, RelationKind.GREETING, RelationKind.INVITATION, RelationKind.VISIT})


def find_venue(occasion: Occasion, tables: Tables) -> Venue | None:
    """
    Give where a contact took place as its texts state it, else as its announcements do; None where none does.

    A capital also counts to which somebody welcomes the guest in a text ("welcome you to Tarsk"). Hosts are the
    principals of the country of the place.
    """
    if occasion.kind is Kind.CALL:
        return None
    stated = next((account for account in occasion.accounts if _is_placed(account)), None)
    welcomed = None if stated else _welcomed_to(occasion, tables)
    if welcomed is not None:
        return welcomed
    placed = stated or next((account for account in occasion.foretold if _is_placed(account)), None)
    if placed is None:
        return None
    place, release = placed.event.place, placed.release
    return _venue(
        occasion,
        Venue(
            country=place.country,
            city=Passage(release=release, span=place.city.span) if place.city else None,
            building=Passage(release=release, span=place.venue.span) if place.venue else None,
        ),
    )


def _is_placed(account: Account) -> bool:
    place = account.event.place
    return place.country is not None or place.city is not None or place.venue is not None


def _welcomed_to(occasion: Occasion, tables: Tables) -> Venue | None:
    """Find the capital of a principal's country in a sentence that welcomes or invites somebody there."""
    sides = {person.side.code for person in occasion.principals if person.side}
    capitals = [city for city in tables.cities if city.capital and city.country.code in sides]
    for account in occasion.accounts:
        sentences = dict.fromkeys(one.sentence for one in account.relations if one.kind in _WELCOMES)
        for sentence in sentences:
            for city in capitals:
                span = _city_in(account, sentence, city)
                if span is not None:
                    words = Passage(release=account.release, span=span)
                    return _venue(occasion, Venue(country=city.country, city=words))
    return None


def _city_in(account: Account, sentence: Span, city: City) -> Span | None:
    names = [
        name for wording in city.wordings for name in wording.names if wording.language == account.release.language
    ]
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names) or r"(?!)")
    match = pattern.search(account.release.part(sentence.part), sentence.start, sentence.end)
    return Span(match.start(), match.end(), sentence.part) if match else None


def _venue(occasion: Occasion, venue: Venue) -> Venue:
    country = venue.country.code if venue.country else ""
    return Venue(
        country=venue.country,
        city=venue.city,
        building=venue.building,
        hosts=tuple(one.label for one in _present(occasion) if one.side and one.side.code == country),
        guests=tuple(p.label for p in occasion.principals if country and p.side and p.side.code != country),
    )


def _present(occasion: Occasion) -> tuple[Person, ...]:
    """Give the principals and, where a text has none of the host's country, whoever met the guest."""
    greeters = (one for greeter in find_greeters(occasion.accounts) for one in greeter.persons)
    known = list(occasion.principals)
    for one in greeters:
        if not any(same_person(one, other) for other in known):
            known.append(one)
    return tuple(known)


def find_welcomes(accounts: Iterable[Account]) -> Iterator[Welcome]:
    """Give for each text the pattern of its first sentence, its subject, and the sentence."""
    for account in accounts:
        reception = account.reception
        sentence = _sentence_of(account, reception.span) if reception.span else None
        told = reception.pattern if reception.span else Pattern.OTHER
        yield Welcome(
            release=account.release,
            pattern=told,
            subject=reception.subject.label if reception.subject else "",
            host=reception.host.label if reception.host else "",
            sentence=Passage(release=account.release, span=sentence) if sentence else None,
        )


def _sentence_of(account: Account, span: Span) -> Span:
    return next((sentence for sentence in account.sentences if sentence.covers(span)), span)


def find_classes(accounts: Iterable[Account]) -> tuple[ClassWords, ...]:
    """
    Give every word for a class of visit in the texts (state, official, working, private), with who says it.

    Each is printed as it stands and never replaced by another: where an announcement and a guest name two classes, both
    are given. Of several like ones in one text by one speaker, the first is.
    """
    found: dict[tuple[str, str, VisitClass], ClassWords] = {}
    for account in accounts:
        for words in _classes_of(account):
            found.setdefault((account.release.key, words.speaker, words.visit_class), words)
    return tuple(found.values())


def _classes_of(account: Account) -> Iterator[ClassWords]:
    release = account.release
    sentences = (*((Span(0, len(release.title), Part.TITLE),) if release.title else ()), *account.sentences)
    for sentence in sentences:
        for stated in _stated(account, sentence):
            speech = speech_around(account, stated.span)
            yield ClassWords(
                visit_class=stated.value,
                passage=Passage(release=release, span=stated.span),
                sentence=Passage(release=release, span=sentence),
                speaker=(speech.speaker.label if speech.speaker else "a speaker not named") if speech else "",
                day=release.issued.date() if release.issued else None,
            )


def _stated(account: Account, sentence: Span) -> Sequence[Stated[VisitClass]]:
    table = load_table(account.release.language, "events.toml") or {}
    text = account.release.part(sentence.part)
    found = [
        Stated(value=visit_class, span=Span(match.start(), _noun_end(text, match.end()), sentence.part))
        for visit_class in VisitClass
        for match in whole_words(table.get("visits", {}).get(visit_class.value, ())).finditer(
            text, sentence.start, sentence.end
        )
    ]
    return sorted(found, key=lambda stated: stated.span)


def _noun_end(text: str, end: int) -> int:
    """Give the end of the words for a class together with the noun they wait for ("on an official" – "visit")."""
    noun = re.match(r"\s+(?:friendly\s+)?(?:visit|trip)\b", text[end : end + 30])
    return end + noun.end() if noun else end
