"""The releases of a corpus that belong to an episode, proposed: sides and days in, proposals out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.corpus.port import Corpus, Selection
from communique.dossiers.gathering import AROUND, Proposal, propose
from communique.model import Account, Filing
from communique.precedent import Coverage
from communique.reference import Tables, issuer, shipped_tables
from communique.wiring.precedents import KEPT

MONTHS_BACK = 14
"""How many months before the span invitations are looked for: one stands a year, and diaries are made before."""

_MONTH = timedelta(days=31)
_DAY = timedelta(days=1)


def gather(  # noqa: PLR0913 - each thing that decides has its name
    corpus: Corpus,
    *,
    sides: tuple[str, str],
    first: date,
    last: date,
    months_back: int = MONTHS_BACK,
    around: timedelta = AROUND,
    tables: Tables | None = None,
) -> tuple[Proposal, ...]:
    """
    Propose the releases of a corpus that belong to an episode between two sides, from a first to a last day, both in.

    All releases of the two sides' issuers in the span and ``around`` it are read; before that, for ``months_back``
    months, only those on the other side or with words on an encounter with it. The sources of the filings name the
    releases of the corpus ("corpus:xa-president:12").
    """
    names = tables if tables is not None else shipped_tables()
    offices = _offices(corpus, sides, first - months_back * _MONTH, last + around, names)
    accounts: dict[str, Account] = {}
    for account in _read(corpus, offices, sides, (first - months_back * _MONTH, first, last), around):
        accounts.setdefault(account.release.key, account)
    proposals = propose(
        accounts.values(),
        sides=sides,
        first=first,
        last=last,
        around=around,
        tables=names,
        coverage=lambda account: _coverage(corpus, account),
    )
    return tuple(replace(item, filing=_kept(item)) for item in proposals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """From when to when a corpus has releases of an office."""

    issuer: str
    first: date
    last: date


def held_of(corpus: Corpus, sides: tuple[str, ...], tables: Tables) -> tuple[Held, ...]:
    """Say of which offices of some sides a corpus has releases, and of which days, all languages together."""
    found: dict[str, list[tuple[date, date]]] = {}
    for status in corpus.status().issuers:
        if status.first and status.last and _side_of(corpus, status.issuer, tables) in sides:
            found.setdefault(status.issuer, []).append((status.first, status.last))
    return tuple(
        Held(issuer=code, first=min(first for first, _ in days), last=max(last for _, last in days))
        for code, days in found.items()
    )


def _side_of(corpus: Corpus, code: str, tables: Tables) -> str:
    """Give the side that an issuer publishes for, empty where nothing tells."""
    office = issuer(code, tables=tables)
    return office.side.code if office else _own_side(corpus, code)


def _offices(
    corpus: Corpus, sides: tuple[str, str], since: date, until: date, tables: Tables
) -> tuple[tuple[str, str, str], ...]:
    """Give the issuers of the sides in each language in which anything of theirs is held, with their side."""
    found: list[tuple[str, str, str]] = []
    for status in corpus.status().issuers:
        if status.first is None or status.last is None or status.first > until or status.last < since:
            continue
        side = _side_of(corpus, status.issuer, tables)
        if side in sides:
            found.append((status.issuer, status.language, side))
    return tuple(found)


def _own_side(corpus: Corpus, code: str) -> str:
    """Give the side of an issuer that no table knows, by the first release that names it."""
    return next((entry.own for entry in corpus.entries(Selection(issuer=code)) if entry.own), "")


def _read(
    corpus: Corpus,
    offices: Iterable[tuple[str, str, str]],
    sides: tuple[str, str],
    days: tuple[date, date, date],
    around: timedelta,
) -> Iterator[Account]:
    since, first, last = days
    opens, closes = first - around, last + around + _DAY
    for code, language, own in offices:
        yield from corpus.accounts(Selection(issuer=code, language=language, since=opens, until=closes))
        for other in set(sides) - {own}:
            earlier = Selection(issuer=code, language=language, counterpart=other, since=since, until=opens - _DAY)
            yield from corpus.accounts(earlier)
            keys = {notice.key for notice in corpus.notices(code, language, other, since, opens)}
            yield from filter(None, (corpus.account(key) for key in sorted(keys)))


def _coverage(corpus: Corpus, account: Account) -> Coverage:
    return corpus.coverage(account.release.issuer, account.release.language)


def _kept(proposal: Proposal) -> Filing:
    return replace(proposal.filing, source=f"{KEPT}{proposal.account.release.name}")
