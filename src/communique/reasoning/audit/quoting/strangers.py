"""Persons whom an essay names and no source has: who is said to have said words, and to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from communique.extraction.people import fold
from communique.model import Account, Person
from communique.reasoning.audit.quoting.speakers import everybody, meant_by, same_person
from communique.reasoning.audit.quoting.words import CYRILLIC
from communique.text.tables import load_toml

_NAME = re.compile(r"[^\W\d_a-zа-я][^\W\d_]+(?:[-’'][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"\s+of\s+|,\s*")
_FEWEST_LETTERS = 4
_RELATED = 0.86
_ADDRESS = load_toml("communique.languages.english", "rendering.toml")["addressing"]


def names_stranger(words: str, accounts: Sequence[Account]) -> bool:
    """
    Tell whether words for a person name somebody whom no source has under that name, or an office nobody there holds.

    Words in letters that no source is written in tell nothing.
    """
    known = frozenset().union(*(_names_in(account) for account in accounts)) if accounts else frozenset()
    script = bool(CYRILLIC.search(words))
    known = frozenset(name for name in known if bool(CYRILLIC.search(name)) == script)
    if not known:
        return False
    lasts = [names[-1] for part in _PART.split(words) if (names := _proper(part))]
    if any(not _is_known(name, known) for name in lasts):
        return True
    return _no_holder(words, accounts)


def is_absent(words: str, account: Account, accounts: Sequence[Account]) -> bool:
    """Tell whether the person named is none of those who take part in what a source tells of."""
    if not words:
        return False
    if names_stranger(words, accounts):
        return True
    meant = meant_by(words, accounts)
    there = tuple(_taking_part(account))
    return meant is not None and bool(there) and not any(same_person(meant, person) for person in there)


def _taking_part(account: Account) -> Iterator[Person]:
    yield from account.event.principals
    yield from account.event.others
    yield from (q.speaker for q in account.quotations if q.speaker is not None)


def _proper(words: str) -> list[str]:
    """Give the words in capitals that are no titles and no offices."""
    found = (name for name in _NAME.findall(words) if len(name) >= _FEWEST_LETTERS)
    return [name.casefold() for name in found if name.casefold() not in _ADDRESS["titles"]]


def _is_known(name: str, known: frozenset[str]) -> bool:
    return any(name[:_FEWEST_LETTERS] == one[:_FEWEST_LETTERS] or _alike(name, one) for one in known)


def _alike(name: str, other: str) -> bool:
    return JaroWinkler.similarity(name, other) >= _RELATED


def _no_holder(words: str, accounts: Sequence[Account]) -> bool:
    """Tell whether words name an office that nobody in the sources holds, and nobody by name."""
    said = {word.casefold() for word in _WORD.findall(words)}
    offices = said & set(_ADDRESS["offices"])
    if not offices or meant_by(words, accounts) is not None:
        return False
    held = {word for person in everybody(accounts) if person.office for word in fold(person.office.title)}
    told = set().union(*(_lowered(account.release.text) for account in accounts))
    return not offices & (held | told)


@lru_cache(maxsize=512)
def _lowered(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _names_in(account: Account) -> frozenset[str]:
    release = account.release
    people = " ".join(
        " ".join((p.label, p.name or "", p.side.name if p.side else "", p.office.title if p.office else ""))
        for p in everybody((account,))
    )
    issuer = release.issuer.replace("-", " ").title()
    return _capitals("\n".join((release.title, release.place or "", issuer, people, release.text)))


@lru_cache(maxsize=512)
def _capitals(text: str) -> frozenset[str]:
    return frozenset(
        part
        for name in _NAME.findall(text)
        for part in (name.casefold(), *name.casefold().split("-"))
        if len(part) >= _FEWEST_LETTERS
    )


def names_foreign(names: Sequence[str], account: Account) -> tuple[str, ...]:
    """Give those of some names, in small letters, that a source has in no form."""
    known = _names_in(account)
    return tuple(name for name in names if len(name) >= _FEWEST_LETTERS and not _is_known(name, known))
