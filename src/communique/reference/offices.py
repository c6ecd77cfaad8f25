"""Who held which office on a day, and whom an issuer means by "the president"."""

from __future__ import annotations

from datetime import date
from functools import cache

from communique.reference.loading import shipped_tables
from communique.reference.rows import Identity, Issuer, Tables, Tenure


def holders(office: str, side: str, on: date, *, tables: Tables | None = None) -> tuple[Tenure, ...]:
    """
    Give who held an office (``president``) of a side (``KZ``) on a day, the latest to take it first.

    On the day of a handover both are given, the newcomer first; empty where the tables do not know.

    >>> [tenure.identity for tenure in holders("president", "RU", date(2010, 5, 7))]
    ['dmitry-medvedev']
    """
    tenures = _by_office(tables or shipped_tables()).get((office, side), ())
    return tuple(tenure for tenure in tenures if tenure.held(on))


def offices_of(identity: str, on: date, *, tables: Tables | None = None) -> tuple[Tenure, ...]:
    """
    Give every office that a person held on a day, the highest first.

    >>> [tenure.office for tenure in offices_of("nursultan-nazarbayev", date(2020, 3, 10))]
    ['security-council-chairman', 'first-president', 'party-leader']
    """
    return tuple(tenure for tenure in tenures_of(identity, tables=tables) if tenure.held(on))


def tenures_of(identity: str, *, tables: Tables | None = None) -> tuple[Tenure, ...]:
    """Give every tenure of a person, the highest office first, in one office the latest first."""
    return _by_identity(tables or shipped_tables()).get(identity, ())


def person(identity: str, *, tables: Tables | None = None) -> Identity | None:
    """Give the person with this key, None where the tables have none."""
    return _people(tables or shipped_tables()).get(identity)


def issuer(code: str, *, tables: Tables | None = None) -> Issuer | None:
    """
    Give the issuer with this code, None where the tables have none.

    >>> found = issuer("kz-president")
    >>> found and found.name
    'President of Kazakhstan'
    """
    return _issuers(tables or shipped_tables()).get(code)


def principal_of(issuer: Issuer, on: date, *, tables: Tables | None = None) -> Tenure | None:
    """Give who headed an issuer on a day: the person that "the president" means in its releases."""
    heads = holders(issuer.office, issuer.side.code, on, tables=tables) if issuer.office else ()
    return heads[0] if heads else None


@cache
def _by_office(tables: Tables) -> dict[tuple[str, str], tuple[Tenure, ...]]:
    found: dict[tuple[str, str], list[Tenure]] = {}
    for tenure in tables.tenures:
        found.setdefault((tenure.office, tenure.side.code), []).append(tenure)
    return {key: tuple(sorted(tenures, key=_latest_first)) for key, tenures in found.items()}


@cache
def _by_identity(tables: Tables) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = {}
    for tenure in tables.tenures:
        found.setdefault(tenure.identity, []).append(tenure)
    return {key: tuple(sorted(tenures, key=_highest_first)) for key, tenures in found.items()}


@cache
def _people(tables: Tables) -> dict[str, Identity]:
    return {identity.key: identity for identity in tables.people}


@cache
def _issuers(tables: Tables) -> dict[str, Issuer]:
    return {row.code: row for row in tables.issuers}


def _latest_first(tenure: Tenure) -> int:
    return -(tenure.since or date.min).toordinal()


def _highest_first(tenure: Tenure) -> tuple[int, int]:
    return tenure.rank, _latest_first(tenure)
