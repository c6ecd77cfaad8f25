"""The offices that somebody held on a day, those of them that a text names, and rules on counterparts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from communique.dossiers.protocol_nouns import Rule
from communique.model import Account, Exhibit, ExhibitKind, Person
from communique.reference import Tables
from communique.reference.offices import offices_of
from communique.reference.persons import resolve_person
from communique.reference.rows import Tenure

_SMALL = frozenset(
    {"the", "of", "a", "an", "and", "for", "republic", "kingdom", "federation", "state", "states", "united"}
)


_QUALIFIERS = frozenset({"deputy", "vice", "former", "first", "acting", "assistant"})


def offices_on(person: str | Person, day: date, tables: Tables) -> tuple[Tenure, ...]:
    """
    Give every office that somebody held on a day, the highest first; none where the tables do not know the person.

    ``person`` is a key of the tables, a name in any spelling, or a person of an account.
    """
    return offices_of(identity, day, tables=tables) if (identity := identity_of(person, day, tables)) else ()


def identity_of(person: str | Person, day: date, tables: Tables) -> str:
    """Give the key of somebody in the tables, empty where they do not know."""
    if isinstance(person, Person):
        if person.identity or not person.name:
            return person.identity or ""
        found = resolve_person(
            person.base or person.name, side=person.side.code if person.side else None, on=day, tables=tables
        )
        return found.key if found else ""
    if any(identity.key == person for identity in tables.people):
        return person
    found = resolve_person(person, on=day, tables=tables)
    return found.key if found else ""


def identified(account: Account, tables: Tables) -> Account:
    """
    Give an account whose participants have the keys of the tables wherever these know the name.

    Two texts that spell a name in two ways ("Biden", "Joseph R. Biden, Jr.") then tell of one person.
    """
    event = account.event
    day = event.date.day if event.date else account.release.issued.date() if account.release.issued else date.max
    principals = tuple(_with_key(one, day, tables) for one in event.principals)
    others = tuple(_with_key(one, day, tables) for one in event.others)
    return replace(account, event=replace(event, principals=principals, others=others))


def _with_key(one: Person, day: date, tables: Tables) -> Person:
    key = identity_of(one, day, tables)
    return replace(one, identity=key) if key else one


def is_named(tenure: Tenure, words: str, tables: Tables) -> bool:
    """
    Tell whether some words for an office mean this one, the name of the country apart.

    "First President of the Republic of Arvenia" means the office "First President of Arvenia", and not "President of
    Arvenia".
    """
    return _core(tenure.title, tenure, tables) == _core(words, tenure, tables)


def counterpart_rule(office: str | Tenure, tables: Tables, exhibits: Iterable[Exhibit] = ()) -> Rule | None:
    """
    Give the rule on whom the holder of an office has to do with on the other side; None where no source has one.

    ``office`` is a code, a title in words or a tenure. Rules stand in the table of counterparts, each with document and
    article, and among the exhibits of a dossier of the kind "rule", which hold for the office that they name. An
    exhibit without words, or without address and title, is no rule: nobody could look it up.
    """
    code, title = (office.office, office.title) if isinstance(office, Tenure) else (office, office)
    core = _ordered(title, office.side.code, tables) if isinstance(office, Tenure) else code.replace("-", " ").split()
    for exhibit in exhibits:
        if (
            exhibit.kind is ExhibitKind.RULE
            and exhibit.words.strip()
            and _source(exhibit)
            and _speaks_of(exhibit, core)
        ):
            return Rule(words=exhibit.words, source=_source(exhibit))
    for row in tables.counterparts:
        if row.office == code or any(_has_words(title, words) for words in row.titles):
            return Rule(words=row.rule, source=row.source, counterparts=row.counterparts)
    return None


def _source(exhibit: Exhibit) -> str:
    return ", ".join(filter(None, (exhibit.title, exhibit.address)))


def _speaks_of(exhibit: Exhibit, core: list[str]) -> bool:
    """Tell whether a rule speaks of an office by its title, the country apart; "deputy chairman" is no chairman."""
    said = f"{exhibit.title} {exhibit.words}".casefold()
    title = r"\W+(?:(?:of|the|for)\W+)*".join(re.escape(word.casefold()) for word in core)
    matches = re.finditer(rf"(?:(?P<before>\w+)\W+)?\b{title}\b", said) if core else ()
    return any(match["before"] not in _QUALIFIERS for match in matches)


def _has_words(text: str, words: str) -> bool:
    return bool(words) and re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", text.casefold()) is not None


def _core(title: str, tenure: Tenure, tables: Tables) -> frozenset[str]:
    return frozenset(_ordered(title, tenure.side.code, tables))


def _ordered(title: str, code: str, tables: Tables) -> list[str]:
    """Give the words of a title in order, without articles and the names of the country."""
    names = _country_words(code, tables)
    words = re.findall(r"[^\W\d_]+", title.casefold())
    return [word for word in words if word not in _SMALL and word not in names]


@cache
def _country_words(code: str, tables: Tables) -> frozenset[str]:
    rows = [row for row in tables.sides if row.side.code == code]
    names = (name for row in rows for wording in row.wordings for name in (*wording.names, *wording.adjectives))
    return frozenset(word for name in (*names, code) for word in re.findall(r"[^\W\d_]+", name.casefold()))
