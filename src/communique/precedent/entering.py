"""From an account to what precedent counts of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from communique.model import Account, Side
from communique.precedent.degrees import count_by_degree
from communique.precedent.encounters import persons_of
from communique.precedent.entries import Entry
from communique.precedent.marks import Feature, Mark

GroupOf = Callable[[str], str]
"""Side's code in; out the code of its group, empty where it has none."""


def make_entry(
    account: Account, marks: Iterable[Mark], *, features: Mapping[str, Feature], group_of: GroupOf
) -> Entry | None:
    """
    Give what precedent counts of an account; None where its issuer or its day of publication is not known.

    ``features`` holds the catalogue by code.
    """
    release = account.release
    issued = find_issued(account)
    if issued is None or not release.issuer:
        return None
    own, others = find_sides(account)
    present, absent = count_by_degree(account, marks, features)
    return Entry(
        key=release.key,
        name=release.name,
        issuer=release.issuer,
        language=release.language,
        kind=account.event.kind,
        issued=issued,
        day=account.event.date.day if account.event.date else issued,
        own=own,
        counterparts=others,
        groups=tuple(group_of(side) for side in others),
        place=_code(account.event.place.country),
        persons=persons_of(account),
        present=present,
        absent=absent,
    )


def find_issued(account: Account) -> date | None:
    """Give the day of publication, from which precedents count backwards; the event's where no other is known."""
    if account.release.issued is not None:
        return account.release.issued.date()
    return account.event.date.day if account.event.date else None


def find_sides(account: Account) -> tuple[str, tuple[str, ...]]:
    """Give the code of the issuer's side (that of the first principal), and those of the others, each once."""
    sides = [person.side for person in account.event.principals]
    own = _code(sides[0]) if sides else ""
    others = dict.fromkeys(_code(side) for side in sides[1:])
    return own, tuple(code for code in others if code and code != own)


def _code(side: Side | None) -> str:
    return side.code if side else ""
