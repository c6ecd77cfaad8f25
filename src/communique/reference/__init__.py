"""
States and organisations, cities, venues, offices and who held them when, issuers: tables, each row with its source.

What is light to import stands here; `communique.reference.persons` and `communique.reference.names` tell whether two
spellings mean one person, `communique.reference.followthemoney` imports office holders.
"""

from __future__ import annotations

from communique.reference.gazetteers import build_gazetteer
from communique.reference.groups import group_name, group_of
from communique.reference.loading import fictional_folder, load_tables, shipped_tables
from communique.reference.offices import (
    holders,
    issuer,
    offices_of,
    person,
    principal_of,
    tenures_of,
)
from communique.reference.rows import (
    City,
    Group,
    Identity,
    Issuer,
    SideNames,
    Tables,
    Tenure,
    Venue,
    Wording,
    wording_of,
)
from communique.reference.sides import find_side, side

__all__ = [
    "City",
    "Group",
    "Identity",
    "Issuer",
    "SideNames",
    "Tables",
    "Tenure",
    "Venue",
    "Wording",
    "build_gazetteer",
    "fictional_folder",
    "find_side",
    "group_name",
    "group_of",
    "holders",
    "issuer",
    "load_tables",
    "offices_of",
    "person",
    "principal_of",
    "shipped_tables",
    "side",
    "tenures_of",
    "wording_of",
]
