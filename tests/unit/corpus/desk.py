"""Deposits of fictional offices, made by hand, so that a store is tested without reading a text."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from communique.corpus.port import Corpus, Deposit
from communique.model import Account, Event, Kind, Release
from communique.precedent import Entry, Notice, ReferenceClass

ARVENIA, VELMARK = "xa-president", "xv-government"
FIRST = date(2016, 1, 4)
CAPTURED = datetime(2024, 5, 2, 9, 30, tzinfo=UTC)
CODES = tuple(f"{reading}.{what}" for reading in ("venue", "thanks", "tone") for what in ("stated", "named", "again"))
PARTNERS = (("XV", "north"), ("XT", "north"), ("XO", ""))
KINDS = (Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MESSAGE)
_WORDS = "harbour ferry grain bridge island forest railway census lighthouse vineyard".split()


def make_deposit(  # noqa: PLR0913 - a deposit has these parts
    number: int = 1,
    *,
    issuer: str = ARVENIA,
    language: str = "en",
    day: date | None = FIRST,
    kind: Kind = Kind.CALL,
    sides: tuple[str, ...] = ("XV",),
    present: frozenset[str] = frozenset({"venue.stated"}),
    version: str = "1",
    body: str = "",
    address: str | None = None,
    captured: datetime | None = CAPTURED,
    lemmas: str | None = None,
    notices: int = 0,
) -> Deposit:
    """Make the deposit of one fictional release; its base forms are the words of its title and body."""
    text = body or f"Ilmar Vesk and his guest spoke of the {_WORDS[number % len(_WORDS)]}. It was item {number}."
    release = Release(
        address=f"https://press.example/{issuer}/{number}" if address is None else address,
        issuer=issuer,
        language=language,
        title=f"Talk {number} at the Linden Palace",
        text=text,
        issued=datetime.combine(day, time(18)) if day else None,
        captured=captured,
        identifier=f"{issuer}:{number}",
        tags=("talks",),
    )
    entry = _entry(release, day, kind, sides, present) if day and issuer else None
    return Deposit(
        account=Account(release=release, event=Event(kind=kind), models=(f"hand {version}",)),
        version=version,
        entry=entry,
        notices=tuple(_notice(release, entry, place) for place in range(notices)) if entry else (),
        prints=frozenset({number, number + 1, 2**64 - 1 - number}),
        lemmas=" ".join(f"{release.title} {text}".lower().replace(".", "").split()) if lemmas is None else lemmas,
    )


def make_company(size: int, *, seed: int = 7, years: int = 3) -> tuple[Deposit, ...]:
    """Make so many deposits of two offices over some years, in order of their days, alike in every run."""
    chance = random.Random(seed)  # noqa: S311 - the same company each time
    days = sorted(FIRST + timedelta(days=chance.randrange(365 * years)) for _ in range(size))
    return tuple(_member(number, day, chance) for number, day in enumerate(days, 1))


def renew(deposit: Deposit, version: str = "2", *, present: frozenset[str] | None = None) -> Deposit:
    """Give the same text as another version of extraction reads it."""
    entry = deposit.entry
    if entry is not None and present is not None:
        entry = replace(entry, present=present, absent=frozenset(CODES) - present)
    account = replace(deposit.account, models=(f"hand {version}",))
    return replace(deposit, account=account, entry=entry, version=version)


def class_with(side: str = "", *, group: str = "", kind: Kind = Kind.CALL, issuer: str = ARVENIA) -> ReferenceClass:
    """Give a reference class of English texts."""
    return ReferenceClass(issuer=issuer, language="en", kind=kind, counterpart=side, group=group)


def fill(corpus: Corpus, deposits: tuple[Deposit, ...], *, batch: int = 20) -> None:
    """Add deposits in companies of a size, and settle."""
    for start in range(0, len(deposits), batch):
        corpus.add(deposits[start : start + batch])
    corpus.settle()


def _member(number: int, day: date, chance: random.Random) -> Deposit:
    chosen = chance.choice(PARTNERS)[0]
    return make_deposit(
        number,
        issuer=chance.choice((ARVENIA, ARVENIA, VELMARK)),
        day=day,
        kind=chance.choice(KINDS),
        sides=(chosen,) if chance.random() < 0.8 else ("XV", "XT"),
        present=frozenset(code for code in CODES if chance.random() < 0.6),
        notices=int(chance.random() < 0.2),
    )


def _entry(release: Release, day: date, kind: Kind, sides: tuple[str, ...], present: frozenset[str]) -> Entry:
    groups = dict(PARTNERS)
    return Entry(
        key=release.key,
        name=release.name,
        issuer=release.issuer,
        language=release.language,
        kind=kind,
        issued=day,
        day=day - timedelta(days=1),
        own="XA",
        counterparts=sides,
        groups=tuple(groups.get(side, "") for side in sides),
        place="XA",
        persons=("XA/ilmar-vesk",),
        present=present,
        absent=frozenset(CODES) - present,
    )


def _notice(release: Release, entry: Entry, place: int) -> Notice:
    return Notice(
        key=release.key,
        name=release.name,
        title=release.title,
        day=entry.issued,
        kind=Kind.VISIT,
        invitation=place % 2 == 0,
        traveller="XA",
        words=f"The guest asked Ilmar Vesk to come to Sund, for the {place + 1}. time.",
    )
