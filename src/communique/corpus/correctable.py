"""The items of an account that an analyst can correct, each with its value in parts and the words that carry it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Initiative, Instrument, Pattern, Person, Relation, Side, Span
from communique.model.corrections import Item, Parts, What
from communique.model.relations import Party

PRINCIPAL, OTHER = "principal", "other"
YES, NO = "yes", "no"


def find_items(account: Account) -> tuple[Item, ...]:
    """Give the items of an account that can be corrected, in fixed order; of those alike in all, the first."""
    found: dict[tuple[What, str], Item] = {}
    for item in _items(account):
        found.setdefault((item.what, item.place), item)
    return tuple(found.values())


def _items(account: Account) -> Iterator[Item]:
    event = account.event
    for role, persons in ((PRINCIPAL, event.principals), (OTHER, event.others)):
        for person in persons:
            words = person.spans[0] if person.spans else None
            yield Item(
                what=What.PARTICIPANT, place=place_of_person(person), parts=person_parts(role, person), words=words
            )
    yield Item(what=What.KIND, place="", parts=(("kind", event.kind.value),))
    if event.date is not None:
        yield Item(what=What.DATE, place="", parts=(("day", event.date.day.isoformat()),), words=event.date.span)
    if event.visit_class is not None:
        stated = event.visit_class
        yield Item(what=What.VISIT_CLASS, place="", parts=(("class", stated.value.value),), words=stated.span)
    yield _reception(account)
    for initiative in account.initiatives:
        place = place_of_span(initiative.span)
        yield Item(what=What.INITIATIVE, place=place, parts=initiative_parts(initiative), words=initiative.span)
    for relation in account.relations:
        place = place_of_relation(relation)
        yield Item(what=What.RELATION, place=place, parts=relation_parts(relation), words=relation.cue)
    for instrument in account.instruments:
        title = instrument.words.title
        yield Item(what=What.INSTRUMENT, place=place_of_span(title), parts=instrument_parts(instrument), words=title)


def _reception(account: Account) -> Item:
    reception = account.reception
    parts = reception_parts(reception.pattern, reception.subject, reception.host)
    return Item(what=What.RECEPTION, place="", parts=parts, words=reception.span)


def place_of_person(person: Person) -> str:
    """
    Tell a participant from others by what the text calls him or her.

    >>> place_of_person(Person(name="Adela  Korin"))
    'adela korin'
    """
    return place_of_name(person.name or (person.office.title if person.office else ""))


def place_of_name(name: str) -> str:
    """Fold a name so that blanks and capitals make no difference."""
    return " ".join(name.casefold().split())


def place_of_span(span: Span) -> str:
    """
    Tell an item from others by where its words stand.

    >>> place_of_span(Span(3, 9))
    'text:3-9'
    """
    return f"{span.part.value}:{span.start}-{span.end}"


def place_of_relation(relation: Relation) -> str:
    """Tell a relation from others by its sort, the place of its word and its ends."""
    ends = f"{party_words(relation.giver)}→{party_words(relation.receiver)}"
    return f"{relation.kind.value}:{place_of_span(relation.cue)}:{place_of_name(ends)}"


def person_parts(role: str, person: Person) -> Parts:
    """Give a participant in parts: the part played, name, office, side."""
    return (
        ("role", role),
        ("name", person.name or ""),
        ("office", person.office.title if person.office else ""),
        ("side", _code(person.side)),
    )


def reception_parts(pattern: Pattern, subject: Person | None, host: Person | None) -> Parts:
    """Give a reception in parts: the wording, its subject, the host."""
    return (("pattern", pattern.value), ("subject", _named(subject)), ("host", _named(host)))


def initiative_parts(initiative: Initiative) -> Parts:
    """Give an initiative in parts: how it is stated, whose side, which person."""
    return (
        ("basis", initiative.basis.value),
        ("side", _code(initiative.side)),
        ("person", _named(initiative.person)),
    )


def relation_parts(relation: Relation) -> Parts:
    """Give a relation in parts: its sort, from whom to whom, whether it goes both ways, whether it took place."""
    return (
        ("relation", relation.kind.value),
        ("from", party_words(relation.giver)),
        ("to", party_words(relation.receiver)),
        ("mutual", YES if relation.symmetrical else NO),
        ("status", relation.status.value),
    )


def instrument_parts(instrument: Instrument) -> Parts:
    """Give a document in parts: what it is called, between whom it stands, whether it binds."""
    words = instrument.words
    return (("class", words.kind.value), ("level", words.level.value), ("binding", words.binding.value))


def party_words(party: Party | None) -> str:
    """Give one end of a relation in the words of the text, which no correction changes."""
    return " ".join(party.words.split()) if party else ""


def _named(person: Person | None) -> str:
    return (person.name or (person.office.title if person.office else "")) if person else ""


def _code(side: Side | None) -> str:
    return side.code if side else ""
