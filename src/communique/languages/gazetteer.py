"""The names a language is told: sides, cities, venues and people, made by the reference floor above."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.model import Side


class SideForm(StrEnum):
    """How a word names a side: by its name, by adjective ("Kazakh"), or by its people ("Kazakhs")."""

    NAME = "name"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideWord:
    """One spelling that names a side, as it stands in running text ("the Republic of Kazakhstan" without "the")."""

    words: str
    side: Side
    form: SideForm


@dataclass(frozen=True, slots=True, kw_only=True)
class CityWord:
    """One spelling of a city, with its country; ``capital`` marks seats of government."""

    words: str
    country: Side
    capital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueWord:
    """One spelling of a well-known building or residence ("Akorda"), with its city where it stands in one."""

    words: str
    country: Side
    city: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWord:
    """One spelling of a known person's full name, with the person's key and the sides served."""

    words: str
    identity: str
    sides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """The names of one language; the order of each tuple is the order of preference among equal spellings."""

    sides: tuple[SideWord, ...] = ()
    cities: tuple[CityWord, ...] = ()
    venues: tuple[VenueWord, ...] = ()
    people: tuple[PersonWord, ...] = ()


NO_NAMES = Gazetteer()
