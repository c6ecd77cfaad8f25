"""One account as one record: a line of JSON with exactly the keys that hand labels of releases have."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias, TypeVar

from communique.model import (
    COURTESIES,
    Account,
    Party,
    Person,
    Quotation,
    Relation,
    RelationKind,
    Release,
    Span,
    Stated,
)
from communique.model.figures import Figure
from communique.model.instruments import InstrumentWords

Json: TypeAlias = "str | float | bool | list[Json] | dict[str, Json] | None"
Words = TypeVar("Words", bound=str)

MOST_QUOTES = 12
FEWEST_WORDS, MOST_WORDS = 6, 10

_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)]*$")


def render_record(account: Account) -> str:
    """
    Give the account as one line of JSON, without the line's end.

    The keys are those of the annotation guide, always all of them, in its order: an item that the text does not state
    is null, false or an empty list.
    """
    record = {key: field(account) for key, field in FIELDS}
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": "))


def opening_words(text: str) -> str:
    """
    Give the first words of direct speech, exactly as they stand: a sentence of six to ten words, else the first ten.

    >>> opening_words("Welcome to Tarsk, dear Mr Selim. We have waited long for this day.")
    'Welcome to Tarsk, dear Mr Selim.'
    >>> opening_words("Thank you.")
    'Thank you.'
    """
    words = list(_WORD.finditer(text))[:MOST_WORDS]
    for word in words[FEWEST_WORDS - 1 :]:
        if _SENTENCE_END.search(word.group()):
            return text[words[0].start() : word.end()]
    return text[words[0].start() : words[-1].end()] if words else ""


def _id(account: Account) -> Json:
    return account.release.name


def _kind(account: Account) -> Json:
    return account.event.kind.value


def _date(account: Account) -> Json:
    return account.event.date.day.isoformat() if account.event.date else None


def _place(account: Account) -> Json:
    place = account.event.place
    return {
        "city": _value(place.city),
        "venue": _value(place.venue),
        "country": place.country.code if place.country else None,
    }


def _place_in_body(account: Account) -> Json:
    return account.event.place.in_body


def _principals(account: Account) -> Json:
    return [_person(person) for person in account.event.principals]


def _others(account: Account) -> Json:
    return [_person(person) for person in account.event.others]


def _initiative(account: Account) -> Json:
    stated = account.initiative
    return {
        "side": stated.side.code if stated and stated.side else None,
        "basis": stated.basis.value if stated else None,
        "quote": _words(account.release, stated.span if stated else None),
    }


def _reception(account: Account) -> Json:
    reception = account.reception
    return {
        "pattern": reception.pattern.value,
        "subject": reception.subject.label if reception.subject else None,
        "quote": _words(account.release, reception.span),
    }


def _visit_class(account: Account) -> Json:
    return _value(account.event.visit_class)


def _format(account: Account) -> Json:
    return _value(account.event.format)


def _quotes(account: Account) -> Json:
    return [_quote(account.release, quotation) for quotation in account.quotations[:MOST_QUOTES]]


def _parties_voice(account: Account) -> Json:
    return len(account.joint)


def _language(account: Account) -> Json:
    return account.release.language


def _issuer(account: Account) -> Json:
    return account.release.issuer


def _courtesies(account: Account) -> Json:
    """Give all but praise of nobody named there, which is no act towards a party."""
    acts = (relation for relation in account.relations if relation.kind in COURTESIES)
    courtesies = (act for act in acts if act.receiver or act.kind is not RelationKind.PRAISE)
    return [item for relation in courtesies for item in _courtesy(account.release, relation)]


def _relations(account: Account) -> Json:
    between = (r for r in account.relations if r.across and r.kind is not RelationKind.GREETING)
    return [_relation(account.release, relation) for relation in between]


def _instruments(account: Account) -> Json:
    return [_instrument(account.release, instrument.words) for instrument in account.instruments]


def _instrument(release: Release, words: InstrumentWords) -> Json:
    return {
        "title": release.words(words.title),
        "class": words.kind.value,
        "level": words.level.value,
        "binding": words.binding.value,
        "lump": words.lump,
        "head": _words(release, words.head),
        "parties": [release.words(span) for span in words.parties],
    }


def _figures(account: Account) -> Json:
    return [_figure(account.release, figure) for figure in account.figures]


def _figure(release: Release, figure: Figure) -> Json:
    words = figure.words
    return {
        "value": release.words(words.value),
        "unit": words.unit,
        "what": _words(release, words.what),
        "period": _words(release, words.period),
        "direction": words.direction.value if words.direction else None,
        "speaker": figure.speaker.label if figure.speaker else None,
        "hedged": words.hedged,
        "quote": release.words(words.span),
        "number": words.number[0] if len(words.number) == 1 else [*words.number],
    }


def _topics(account: Account) -> Json:
    return [share.topic.value for share in account.topics]


def _conflicts(account: Account) -> Json:
    return [conflict.place for conflict in account.conflicts]


def _tone(account: Account) -> Json:
    return [account.release.words(word.span) for word in account.tone]


def _person(person: Person) -> Json:
    return {
        "name": person.name,
        "office": person.office.title if person.office else None,
        "side": person.side.code if person.side else None,
    }


def _quote(release: Release, quotation: Quotation) -> Json:
    speaker = quotation.speaker
    return {"speaker": speaker.label if speaker else None, "quote": opening_words(release.words(quotation.content))}


def _courtesy(release: Release, relation: Relation) -> Iterator[Json]:
    """Give one item for each direction: a mutual courtesy is two."""
    ends = (relation.giver, relation.receiver)
    for giver, receiver in (ends, ends[::-1]) if relation.symmetrical else (ends,):
        yield {
            "act": relation.kind.value,
            "from": _named(giver),
            "to": _named(receiver),
            "for": _words(release, relation.reason),
            "quote": release.words(relation.cue),
        }


def _named(party: Party | None) -> str | None:
    """Give a party by the name of the person meant, else in the words of the text."""
    if party is None:
        return None
    return party.person.label if party.person else party.words


def _relation(release: Release, relation: Relation) -> Json:
    return {
        "relation": relation.kind.value,
        "from": relation.giver.words if relation.giver else None,
        "to": relation.receiver.words if relation.receiver else None,
        "symmetrical": relation.symmetrical,
        "status": relation.status.value,
        "initiator": relation.initiator.words if relation.initiator else None,
        "for": _words(release, relation.reason),
        "quote": release.words(relation.sentence),
    }


def _words(release: Release, span: Span | None) -> str | None:
    return release.words(span) if span else None


def _value(stated: Stated[Words] | None) -> str | None:
    return str(stated.value) if stated else None


FIELDS: tuple[tuple[str, Callable[[Account], Json]], ...] = (
    ("id", _id),
    ("kind", _kind),
    ("date", _date),
    ("place", _place),
    ("place_in_body", _place_in_body),
    ("principals", _principals),
    ("others", _others),
    ("initiative", _initiative),
    ("reception", _reception),
    ("visit_class", _visit_class),
    ("format", _format),
    ("instruments", _instruments),
    ("courtesies", _courtesies),
    ("quotes", _quotes),
    ("topics", _topics),
    ("conflicts", _conflicts),
    ("figures", _figures),
    ("tone", _tone),
    ("parties_voice", _parties_voice),
    ("language", _language),
    ("issuer", _issuer),
    ("relations", _relations),
)
"""The keys of a record, in order, each with the function that fills it."""
