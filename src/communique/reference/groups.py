"""Which sides are compared with each other, where one of them alone gives too few precedents."""

from __future__ import annotations

from functools import cache

from communique.model import SideKind
from communique.reference.loading import shipped_tables
from communique.reference.rows import Tables

ORGANISATIONS = "organisations"
"""The group of every organisation that no row of the tables puts elsewhere."""


def group_of(side_code: str, *, tables: Tables | None = None) -> str:
    """
    Give the code of the one group a side is in; empty for a side that is in none, or that no table knows.

    The uppermost row that lists the side counts, so a user's goes before the shipped ones. Groups are those of today
    on whatever day; the README beside the tables has the rule.

    >>> group_of("KZ"), group_of("NATO")
    ('cis', 'organisations')
    """
    return _group_by_side(tables or shipped_tables()).get(side_code, "")


def group_name(code: str, *, tables: Tables | None = None) -> str:
    """
    Give a group in words that fit after "with"; empty where no table has it.

    >>> group_name("eu")
    'states of the European Union'
    """
    return _names(tables or shipped_tables()).get(code, "")


@cache
def _group_by_side(tables: Tables) -> dict[str, str]:
    organisations = (row.side.code for row in tables.sides if row.side.kind is SideKind.ORGANISATION)
    found = dict.fromkeys(organisations, ORGANISATIONS)
    for group in reversed(tables.groups):
        found.update(dict.fromkeys(group.sides, group.code))
    return found


@cache
def _names(tables: Tables) -> dict[str, str]:
    return {group.code: group.name for group in reversed(tables.groups)}
