"""
Persons and their offices from FollowTheMoney JSON lines, the form in which OpenSanctions publishes office holders.

Three schemata are read: ``Person``, ``Position`` and ``Occupancy``, which says that a holder had a post from one date
to another. All others are passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NoReturn, TypeVar

from anyascii import anyascii

from communique.errors import ModelError
from communique.model import Side
from communique.reference.columns import partial_date
from communique.reference.rows import UNRANKED, Identity, SideNames, Tables, Tenure, Wording

Given = TypeVar("Given")
Made = TypeVar("Made")

SCHEMATA = ("Person", "Position", "Occupancy")
SOURCE = "FollowTheMoney import"
DAY = len("2000-01-01")
OFFICES = (
    (r"\b(deputy|vice|former|advis[eo]r|assistant|member)\b", "other", UNRANKED),
    (r"\bprime minister\b|\bhead of government\b", "prime-minister", 2),
    (r"\bchancellor\b", "chancellor", 2),
    (r"\bforeign (affairs|minister)|\bsecretary of state\b", "foreign-minister", 3),
    (r"\bsecurity council\b", "security-council-secretary", 4),
    (r"\bspeaker\b|\b(chair\w*|president) of the (parliament|senate)", "speaker", 5),
    (r"\bchief of staff\b|\bpresidential administration\b", "chief-of-staff", 6),
    (r"\b(king|queen|emperor|emir|sultan|monarch)\b", "monarch", 1),
    (r"^(acting )?president\b|\bhead of state\b", "president", 1),
)
"""Which names of positions mean which office and rank, the first that fits; OpenSanctions names them in English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSetAside:
    """A record that was not taken: its line (from 1), its id where it has one, and why."""

    line: int
    identifier: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What came of an import: tables of people and tenures, and the records set aside with their reasons."""

    tables: Tables
    set_aside: tuple[RecordSetAside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One record: its line, id, schema, and its properties, each a row of strings."""

    line: int
    identifier: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    def first(self, name: str) -> str:
        """Give the first value of a property, empty where there is none."""
        return next(iter(self.properties.get(name, ())), "")

    def values(self, *names: str) -> tuple[str, ...]:
        """Give every value of some properties, each once."""
        return tuple(dict.fromkeys(value for name in names for value in self.properties.get(name, ())))

    def refuse(self, reason: str) -> NoReturn:
        """Set this record aside: raise what `_each` takes note of."""
        raise RecordError(RecordSetAside(line=self.line, identifier=self.identifier, reason=reason))


class RecordError(Exception):
    """A record that is set aside; it never leaves this module."""

    def __init__(self, record: RecordSetAside) -> None:
        self.record = record
        super().__init__(record.reason)


def import_followthemoney(lines: Iterable[str], sides: Iterable[SideNames]) -> Import:
    """
    Read people and tenures from FollowTheMoney JSON lines, in any order; ``sides`` are those that posts may belong to.

    A bad record never stops the others: it is set aside with its reason. A person without a tenure is kept.

    >>> import_followthemoney(['{"id": "p", "schema": "Person", "properties": {}}'], ()).set_aside[0].reason
    'a person without a name'
    """
    aside: list[RecordSetAside] = []
    entities = tuple(entity for entity in _each(enumerate(lines, start=1), _entity, aside) if entity is not None)
    people = _keyed(_each(_of(entities, "Person"), _identity, aside))
    posts = {entity.identifier: entity for entity in _of(entities, "Position")}
    known = {row.side.code: row.side for row in sides}
    tenures = _each(_of(entities, "Occupancy"), lambda entity: _tenure(entity, people, posts, known), aside)
    tables = Tables(tenures=tuple(tenures), people=tuple(people.values()))
    return Import(tables=tables, set_aside=tuple(sorted(aside, key=lambda record: record.line)))


def _each(given: Iterable[Given], make: Callable[[Given], Made], aside: list[RecordSetAside]) -> Iterator[Made]:
    for value in given:
        try:
            yield make(value)
        except RecordError as error:
            aside.append(error.record)


def _of(entities: Iterable[Entity], schema: str) -> Iterator[Entity]:
    return (entity for entity in entities if entity.schema == schema)


def _entity(numbered: tuple[int, str]) -> Entity | None:
    """Read one line; None where it is blank or of a schema that is not read."""
    line, text = numbered
    if not text.strip():
        return None
    unread = Entity(line=line, identifier="", schema="", properties={})
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        unread.refuse(f"no JSON: {error.msg} at column {error.colno}")
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        unread.refuse("no record with an id")
    entity = replace(unread, identifier=record["id"], schema=str(record.get("schema")))
    if entity.schema not in SCHEMATA:
        return None
    return replace(entity, properties=_properties(entity, record.get("properties")))


def _properties(entity: Entity, properties: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(properties, dict) or not all(isinstance(values, list) for values in properties.values()):
        entity.refuse("properties that are no lists of values")
    return {name: tuple(map(_value, values)) for name, values in properties.items()}


def _value(value: object) -> str:
    """Give a value as text; a nested entity by its id."""
    return str(value.get("id", "")) if isinstance(value, dict) else str(value)


def _identity(entity: Entity) -> tuple[str, Identity]:
    name = entity.first("name")
    if not name:
        entity.refuse("a person without a name")
    key = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")
    if not key:
        entity.refuse(f"a name without letters: “{name}”")
    names = entity.values("name", "alias", "weakAlias", "previousName")
    return entity.identifier, Identity(key=key, name=name, wordings=(Wording(language="en", names=names),))


def _keyed(identified: Iterable[tuple[str, Identity]]) -> dict[str, Identity]:
    """Map ids to persons; of two persons with one name the later one's key gets a number."""
    found: dict[str, Identity] = {}
    times: dict[str, int] = {}
    for identifier, identity in identified:
        times[identity.key] = times.get(identity.key, 0) + 1
        number = times[identity.key]
        found[identifier] = identity if number == 1 else replace(identity, key=f"{identity.key}-{number}")
    return found


def _tenure(
    entity: Entity, people: Mapping[str, Identity], posts: Mapping[str, Entity], sides: Mapping[str, Side]
) -> Tenure:
    holder, post = people.get(entity.first("holder")), posts.get(entity.first("post"))
    if holder is None or post is None:
        missing = "holder" if holder is None else "post"
        entity.refuse(f"an occupancy whose {missing} is not in the file: “{entity.first(missing)}”")
    office, rank = _office(post.first("name"))
    try:
        return Tenure(
            identity=holder.key,
            side=_side(entity, post, sides),
            office=office,
            title=post.first("name") or office,
            source=entity.first("sourceUrl") or SOURCE,
            rank=rank,
            since=partial_date(start[:DAY], last=False) if (start := entity.first("startDate")) else None,
            until=partial_date(end[:DAY], last=True) if (end := entity.first("endDate")) else None,
            exact=all(len(date) in {0, DAY} for date in (start[:DAY], end[:DAY])),
        )
    except (ValueError, ModelError):
        dates = f"{entity.first('startDate')}..{entity.first('endDate')}"
        entity.refuse(f"dates that are none or out of order: {dates}")


def _side(entity: Entity, post: Entity, sides: Mapping[str, Side]) -> Side:
    codes = [code.upper() for code in post.values("country", "subnationalArea")]
    found = next((sides[code] for code in codes if code in sides), None)
    if found is None:
        entity.refuse(f"a post of no known side: “{post.first('name')}”, country {', '.join(codes) or 'none'}")
    return found


def _office(name: str) -> tuple[str, int]:
    found = ((office, rank) for pattern, office, rank in OFFICES if re.search(pattern, name, re.IGNORECASE))
    return next(found, ("other", UNRANKED))
