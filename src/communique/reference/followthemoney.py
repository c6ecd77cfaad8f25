"""
Persons and their offices from FollowTheMoney JSON lines, the form in which OpenSanctions publishes office holders.

Three schemata are read: ``Person``, ``Position`` and ``Occupancy``, which says that a holder had a post from one date
to another. All others are passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from anyascii import anyascii

from communique.errors import ModelError
from communique.model import Side
from communique.reference.columns import partial_date
from communique.reference.rows import UNRANKED, Identity, SideNames, Tables, Tenure, Wording

SCHEMATA = ("Person", "Position", "Occupancy")
SOURCE = "FollowTheMoney import"
OFFICES = (
    (re.compile(r"\b(deputy|vice|former|adviser|advisor|assistant|member)\b", re.IGNORECASE), "", UNRANKED),
    (re.compile(r"\bprime minister\b|\bhead of government\b", re.IGNORECASE), "prime-minister", 2),
    (re.compile(r"\bchancellor\b", re.IGNORECASE), "chancellor", 2),
    (re.compile(r"\bforeign (affairs|minister)|\bsecretary of state\b", re.IGNORECASE), "foreign-minister", 3),
    (re.compile(r"\bsecurity council\b|\bnational security advis", re.IGNORECASE), "security-council-secretary", 4),
    (re.compile(r"\bspeaker\b|\b(chair\w*|president) of the (parliament|senate)", re.IGNORECASE), "speaker", 5),
    (re.compile(r"\bchief of staff\b|\bpresidential administration\b", re.IGNORECASE), "chief-of-staff", 6),
    (re.compile(r"\b(king|queen|emperor|emir|sultan|monarch)\b", re.IGNORECASE), "monarch", 1),
    (re.compile(r"^(acting )?president\b|\bhead of state\b", re.IGNORECASE), "president", 1),
)
"""Which names of positions mean which office and rank, the first that fits; OpenSanctions names them in English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A record that was not taken: its line, its id where it has one, and why."""

    line: int
    identifier: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What came of an import: tables of people and tenures, and the records set aside with their reasons."""

    tables: Tables
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One record: its line, id, schema, and its properties, each a list of strings."""

    line: int
    identifier: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    def first(self, name: str) -> str:
        """Give the first value of a property, empty where there is none."""
        return next(iter(self.properties.get(name, ())), "")

    def all(self, *names: str) -> tuple[str, ...]:
        """Give every value of some properties, each once."""
        return tuple(dict.fromkeys(value for name in names for value in self.properties.get(name, ())))


class RecordError(ValueError):
    """Why a record is set aside."""


def import_followthemoney(lines: Iterable[str], sides: Iterable[SideNames]) -> Import:
    """
    Read people and tenures from FollowTheMoney JSON lines, in any order; ``sides`` are the sides that may be named.

    A bad record never stops the others: it is set aside with its reason. A person with no tenure is kept.

    >>> import_followthemoney(['{"id": "p", "schema": "Person", "properties": {}}'], ()).set_aside[0].reason
    'a person without a name'
    """
    set_aside: list[SetAside] = []
    entities = tuple(_entities(lines, set_aside))
    known = {row.side.code: row.side for row in sides}
    identities = _kept(entities, "Person", _identity, set_aside)
    posts = {entity.identifier: entity for entity in entities if entity.schema == "Position"}
    tenures = []
    for entity in entities:
        if entity.schema == "Occupancy":
            try:
                tenures.append(_tenure(entity, identities, posts, known))
            except RecordError as error:
                set_aside.append(SetAside(line=entity.line, identifier=entity.identifier, reason=str(error)))
    tables = Tables(people=tuple(_distinct(identities.values())), tenures=tuple(tenures))
    return Import(tables=tables, set_aside=tuple(sorted(set_aside, key=lambda record: record.line)))
