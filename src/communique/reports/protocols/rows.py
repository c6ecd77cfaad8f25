"""The rows of a protocol sheet, and the words in which offices, counterparts and times are put."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from communique.dossiers.protocol_nouns import NO_REPORT, NO_RULE, NOT_STATED, ContactSheet, Counterpart, FirstClaim
from communique.reference.rows import Tenure

_KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words and the key of the release they stand in; empty words name the release alone."""

    words: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A release behind its key; ``address`` is empty where a page may not link to it."""

    key: str
    title: str
    name: str
    issued: str
    shown: str
    address: str = ""

    @property
    def label(self) -> str:
        """All of it in one line."""
        return f"{self.title} · {self.name} · {self.issued} · {self.shown}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement with the words behind it."""

    statement: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is said under one label."""

    label: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with a note and its rows."""

    heading: str
    rows: tuple[Row, ...]
    note: str = ""


def key_label(number: int) -> str:
    """Give the key of a release by its place: A to Z, then A2 and on."""
    return _KEYS[number] if number < len(_KEYS) else f"{_KEYS[number % len(_KEYS)]}{number // len(_KEYS) + 1}"


def office_label(tenure: Tenure) -> str:
    """Give an office with the year since when it is held."""
    since = f"since {tenure.since.year}" if tenure.since else "start not in the tables"
    return f"{tenure.title} ({since})"


def counterpart_lines(counterparts: Iterable[Counterpart]) -> Iterator[Said]:
    """Give for each office of each principal the rule, and who holds the counterpart on each other side."""
    for (person, tenure), group in groupby(counterparts, key=lambda one: (one.person, one.tenure)):
        held, rules = [], []
        for one in group:
            held.append(_held(one))
            rules.append(f"{one.rule.words} ({one.rule.source})" if one.rule else NO_RULE)
        yield Said(statement=f"{tenure.title} ({person}): {rules[0]}; {'; '.join(held)}")


def _held(one: Counterpart) -> str:
    unnamed = [name for name, _ in one.holders if name not in one.named]
    told = [f"{name}, named as met" for name in one.named] + [f"{NO_REPORT} {name}" for name in unnamed]
    scope = "counterpart by the rule" if one.rule and one.rule.counterparts else "same office"
    return f"{scope} in {one.side}: {', '.join(told) or 'nobody in the tables'}"


def claim_label(claim: FirstClaim) -> str:
    """Say who calls something the first, and whether it is denied or looked back on."""
    turns = (word for word, holds in (("denied", claim.denied), ("looking back", claim.recalled)) if holds)
    return f"{claim.said_by}{''.join(f', {turn}' for turn in turns)}:"


def published_label(contact: ContactSheet) -> str:
    """Say that the time of a contact is not stated, and when its first text was published."""
    if contact.published is None or (contact.published.hour, contact.published.minute) == (0, 0):
        return f"time {NOT_STATED}"
    return f"time {NOT_STATED}, published {contact.published.hour:02}:{contact.published.minute:02}"
