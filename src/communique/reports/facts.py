"""What an account states of its event, as rows of a report: each with the exact words that carry it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Account, DateBasis, Initiative, Part, Pattern, Person, Quotation, SpeechForm
from communique.readings.reception import ENCOUNTERS
from communique.readings.space import WORD
from communique.reports.fact import Fact
from communique.reports.labels import (
    BASES,
    FORMATS,
    KINDS,
    PATTERNS,
    SPEECH_FORMS,
    VISIT_CLASSES,
    count_label,
    day_label,
)
from communique.reports.silence import Degree, Item, find_cuts, find_silences
from communique.reports.substance import find_substance


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A principal as the report seats him or her: side, name, office, and what part the text gives."""

    person: Person
    side: str
    name: str
    office: str
    role: str = ""


def find_headline(account: Account) -> str:
    """Give kind, day and place of the event in one line ("meeting · Thu 16 May 2019 · Linden Palace, Tarsk")."""
    event, place = account.event, account.event.place
    where = ", ".join(item.value for item in (place.venue, place.city) if item is not None)
    day = day_label(event.date.day) if event.date else "day not stated"
    return " · ".join(filter(None, (KINDS[event.kind], day, where or (place.country.name if place.country else ""))))


def find_seats(account: Account) -> tuple[Seat, ...]:
    """Seat the principals, the issuer's side first, as the text orders them."""
    return tuple(_seat(person, account) for person in account.event.principals)


def find_facts(account: Account) -> tuple[Fact, ...]:
    """Give the rows of a report on one account, in fixed order; what is not stated has no row."""
    return (
        *_dating(account),
        *_placing(account),
        *(_initiative(initiative) for initiative in account.initiatives),
        *_reception(account),
        *_classes(account),
        *_attendance(account),
        *_speakers(account),
        *find_substance(account),
    )


def find_unsaid(account: Account) -> tuple[str, ...]:
    """Give what is not stated, one line for each degree of absence."""
    silences = find_silences(account)
    nowhere = " · ".join(silence.item for silence in silences if silence.degree is Degree.NOWHERE)
    unread = " · ".join(silence.item for silence in silences if silence.degree is Degree.UNREAD)
    above = tuple(
        f"{silence.item} in the body (only in the {_PART_LABELS[silence.span.part]})"
        for silence in silences
        if silence.span is not None
    )
    cut = CUT_CAVEAT if (nowhere or above) and find_cuts(account.release) else ""
    return tuple(filter(None, (nowhere, *above, cut, f"{unread} — not looked for in this version" if unread else "")))


CUT_CAVEAT = "(the publisher has cut the text: what is missing here may stand in the part left out)"

_PART_LABELS = {Part.TITLE: "title", Part.PLACE: "place line", Part.TEXT: "text"}


def _seat(person: Person, account: Account) -> Seat:
    return Seat(
        person=person,
        side=person.side.code if person.side else "?",
        name=person.label if person.name else "not named",
        office=person.office.title if person.office else "office not stated",
        role="host" if account.reception.host is not None and same_person(person, account.reception.host) else "",
    )


def same_person(one: Person, other: Person) -> bool:
    """Tell whether two items of one account mean the same person: by identity where both have one, else by label."""
    if one.identity and other.identity:
        return one.identity == other.identity
    return one.label == other.label


def _dating(account: Account) -> Iterator[Fact]:
    day = account.event.date
    if day is None:
        return
    if day.basis is DateBasis.ISSUED:
        yield Fact(label="dated by", statement="the day of issue; the text itself names no day")
    elif day.basis is DateBasis.ANALYST:
        yield Fact(label="dated by", statement="an analyst; no words of the text")
    else:
        yield Fact(label="dated by", statement="", spans=(day.span,) if day.span else ())


def _placing(account: Account) -> Iterator[Fact]:
    place = account.event.place
    spans = tuple(dict.fromkeys(item.span for item in (place.venue, place.city) if item is not None))
    if spans:
        yield Fact(label="placed by", statement="", spans=spans)


def _initiative(initiative: Initiative) -> Fact:
    return Fact(
        label=Item.INITIATOR,
        statement=f"{BASES[initiative.basis]} {_party(initiative)}",
        spans=(initiative.span,),
    )


def _party(initiative: Initiative) -> str:
    person, side = initiative.person, initiative.side
    if person is not None:
        return f"{person.label} ({side})" if side else person.label
    return str(side) if side else "a side that the words do not name"


def _reception(account: Account) -> Iterator[Fact]:
    reception = account.reception
    if reception.pattern is Pattern.OTHER and (reception.span is None or account.event.kind not in ENCOUNTERS):
        return
    subject = f", {reception.subject.label} as subject" if reception.subject else ""
    spans = (reception.span,) if reception.span else ()
    yield Fact(label="reception", statement=PATTERNS[reception.pattern] + subject, spans=spans)


def _classes(account: Account) -> Iterator[Fact]:
    visit, form = account.event.visit_class, account.event.format
    if visit is not None:
        yield Fact(label="visit class", statement=VISIT_CLASSES[visit.value], spans=(visit.span,))
    if form is not None:
        yield Fact(label="format", statement=FORMATS[form.value], spans=(form.span,))


def _attendance(account: Account) -> Iterator[Fact]:
    others = account.event.others
    if others:
        names = " · ".join(_presence(person) for person in others)
        spans = tuple(person.spans[0] for person in others if person.spans)
        yield Fact(label="also present", statement=names, spans=spans, printed=False)


def _presence(person: Person) -> str:
    office = person.office.title if person.office and person.name else ""
    return f"{person.label}, {office}" if office else person.label


def _speakers(account: Account) -> Iterator[Fact]:
    """Give a row for each speaker and form of speech, in the order in which they first speak."""
    voices: dict[tuple[str, SpeechForm], list[Quotation]] = {}
    for quotation in account.quotations:
        name = quotation.speaker.label if quotation.speaker else "a speaker not named"
        voices.setdefault((name, quotation.form), []).append(quotation)
    for (name, form), quotations in voices.items():
        words = sum(len(WORD.findall(account.release.words(quotation.content))) for quotation in quotations)
        count = f"{count_label(len(quotations), *SPEECH_FORMS[form])}, {count_label(words, 'word', 'words')}"
        spans = tuple(quotation.content for quotation in quotations)
        yield Fact(label="quoted", statement=f"{name}: {count}", spans=spans, printed=False)
