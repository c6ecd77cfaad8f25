"""One FollowTheMoney entity: an id that stays, a schema, and properties that are rows of strings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from communique.errors import ModelError

LONGEST_NAME = 384
"""Characters that the model lets a name have."""

LONGEST_LINE = 1024
"""Characters that the model lets a plain string have."""

_DIGITS = 20
_LANGUAGES = {"en": "eng", "ru": "rus", "kk": "kaz", "uk": "ukr", "fr": "fra", "de": "deu", "es": "spa", "zh": "zho"}
_NO_COUNTRIES = frozenset({"AA", "ZZ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One entity; a property that has no value is left out."""

    identifier: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    def __post_init__(self) -> None:
        if not self.identifier or not all(self.properties.values()):
            raise ModelError(wanted="an entity with an id, and no property without a value", got=repr(self))


def make_entity(identifier: str, schema: str, **properties: str | Iterable[str] | None) -> Entity:
    """
    Make an entity; empty values and values given twice are left out.

    >>> make_entity("a", "Person", name="Ilmar Vesk", alias=("", "I. Vesk"), country=None).properties
    {'name': ('Ilmar Vesk',), 'alias': ('I. Vesk',)}
    """
    rows = {name: _row(value) for name, value in properties.items()}
    return Entity(identifier=identifier, schema=schema, properties={name: row for name, row in rows.items() if row})


def render_entity(entity: Entity) -> str:
    """
    Give an entity as a line of JSON, as FollowTheMoney reads it.

    >>> render_entity(make_entity("a", "Person", name="Ilmar Vesk"))
    '{"id": "a", "schema": "Person", "properties": {"name": ["Ilmar Vesk"]}}'
    """
    record = {
        "id": entity.identifier,
        "schema": entity.schema,
        "properties": {name: list(values) for name, values in entity.properties.items()},
    }
    return json.dumps(record, ensure_ascii=False)


def name_of(noun: str, *parts: str) -> str:
    """
    Make the id of an entity from what it is, so that it is the same in every export.

    >>> name_of("position", "XV", "president of velmark")
    'communique-position-52535d9c00ec9968bdfe'
    """
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return f"communique-{noun}-{digest[:_DIGITS]}"


def line(words: str | None, most: int = LONGEST_LINE) -> str:
    """Give words on one line, cut to a length."""
    return " ".join((words or "").split())[:most].strip()


def country(code: str) -> str:
    """
    Give a side's code as the model writes countries; empty for codes that ISO 3166 leaves to their users.

    >>> country("KZ"), country("XV"), country("XK")
    ('kz', '', 'xk')
    """
    free = code in _NO_COUNTRIES or (code[:1] == "X" and code != "XK") or (code[:1] == "Q" and code[1:] >= "M")
    return "" if free or len(code) != len("KZ") else code.lower()


def language(code: str) -> str:
    """Give a language as the model writes it (ISO 639-3); empty where this table does not have it."""
    return _LANGUAGES.get(code, "")


def address(words: str) -> str:
    """Give an address of the web, empty for a file or a name."""
    parts = urlsplit(words)
    return words if parts.scheme in {"http", "https"} and parts.netloc else ""


def moment(time: datetime | date | None) -> str:
    """
    Give a time as the model writes it: in UTC, to the second; only its day where the zone is not known.

    >>> moment(datetime(2021, 6, 14, 12, 0, tzinfo=UTC)), moment(date(2021, 6, 14))
    ('2021-06-14T12:00:00', '2021-06-14')
    """
    if isinstance(time, datetime):
        if time.tzinfo is None:
            return time.date().isoformat()
        return time.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    return time.isoformat() if time else ""


def _row(value: str | Iterable[str] | None) -> tuple[str, ...]:
    values = (value,) if isinstance(value, str) else tuple(value or ())
    return tuple(dict.fromkeys(one for one in values if one))
