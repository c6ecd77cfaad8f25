"""From releases to what a corpus keeps: accounts with all that is made of them once."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from communique.corpus.port import Deposit
from communique.corpus.query import make_searchable
from communique.extraction import VERSION
from communique.model import Account, Release
from communique.precedent.entering import make_entry
from communique.precedent.notices import find_notices
from communique.precedent.wordings import find_prints
from communique.readings import FEATURES, READINGS, mark_features
from communique.reference.groups import group_of
from communique.reference.rows import Tables
from communique.sources import SetAside
from communique.wiring.building import build_engine, build_tables
from communique.wiring.engine import MOST_AT_ONCE
from communique.wiring.settings import Settings

Arrival: TypeAlias = Release | Account | SetAside
"""What can become a deposit: a release, an account extracted before; or what could not be read, which passes."""

DEPOSIT = 1
"""Rises whenever notices, wordings or lemmas of the same account may come out otherwise."""


@lru_cache(maxsize=4)
def extraction_version(settings: Settings) -> str:
    """Name what makes an account: the extraction's version and the tables it knows names from."""
    known = build_tables(settings)
    rows = (known.sides, known.cities, known.venues, known.people, known.tenures, known.issuers)
    return f"{VERSION}.{hashlib.sha256(repr(rows).encode()).hexdigest()[:8]}"


@lru_cache(maxsize=4)
def deposit_version(settings: Settings) -> str:
    """
    Name what makes a deposit: the extraction, then what is made of an account (marks, groups, the rest).

    Readings that mark no features leave nothing in a deposit, and do not count.
    """
    catalogue = " ".join(f"{reading.code}@{reading.version}" for reading in READINGS if reading.features)
    groups = repr(build_tables(settings).groups)
    marks = hashlib.sha256(f"{DEPOSIT} {catalogue} {groups}".encode()).hexdigest()[:8]
    return f"{extraction_version(settings)}.{marks}"


def make_deposits(settings: Settings, arrivals: tuple[Arrival, ...]) -> tuple[Deposit | SetAside, ...]:
    """Make what is kept of some releases, or of accounts extracted before: what a worker process does."""
    tables, version = build_tables(settings), deposit_version(settings)
    extracted = (item for item in arrivals if isinstance(item, Account))
    unread = tuple(item for item in arrivals if not isinstance(item, Account))
    told = chain(extracted, build_engine(settings).accounts(unread, first=MOST_AT_ONCE))
    return tuple(
        item if isinstance(item, SetAside) else make_deposit(item, tables=tables, version=version) for item in told
    )


def make_deposit(account: Account, *, tables: Tables, version: str) -> Deposit:
    """Make what a corpus keeps of an account."""
    release = account.release
    return Deposit(
        account=account,
        version=version,
        entry=make_entry(
            account,
            mark_features(account),
            features=FEATURES,
            group_of=lambda side: group_of(side, tables=tables),
        ),
        notices=find_notices(account),
        prints=find_prints(account),
        lemmas=make_searchable(release),
    )
