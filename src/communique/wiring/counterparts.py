"""The other side's accounts of an event, looked for in a corpus."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from communique.collation.pairing.judging import judge, judge_parts
from communique.collation.pairing.occasions import occasion_of
from communique.corpus.port import Corpus, Selection
from communique.model import Account, Kind, Pairing
from communique.precedent import Entry
from communique.precedent.entering import find_issued, find_sides
from communique.reference.rows import Tables

WITHIN = timedelta(days=1)
"""Days of publication on either side within which another issuer tells of the same event."""

_OWN_AFFAIRS = frozenset({Kind.DOMESTIC, Kind.MESSAGE})
_TALKS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT})


def find_counterparts(
    account: Account, corpus: Corpus, *, tables: Tables | None = None
) -> tuple[tuple[Account, Pairing], ...]:
    """
    Find the accounts of other issuers that tell of the same event, each with the evidence; the best first.

    Those that are wholly of the event go before those that tell of it in a part, then the nearest in time of issue.
    There are none for an account without a day. ``tables`` tell who is of which side, the shipped ones by default.
    """
    mine = occasion_of(account, tables=tables)
    found: list[tuple[bool, float, str, Account, Pairing]] = []
    for other in _candidates(account, corpus):
        theirs = occasion_of(other, tables=tables)
        whole = judge(mine, theirs)
        pairing = whole if whole.same else judge_parts(account, other, mine, theirs)
        if pairing is not None:
            found.append((not whole.same, _apart(account, other), other.release.key, other, pairing))
    return tuple((other, pairing) for *_, other, pairing in sorted(found, key=lambda item: item[:3]))


def _candidates(account: Account, corpus: Corpus) -> Iterator[Account]:
    """Yield the accounts of other issuers around the day that may be of the event, by their entries in the corpus."""
    day = find_issued(account)
    if day is None:
        return
    around = corpus.entries(Selection(since=day - WITHIN, until=day + WITHIN))
    keys = [one.key for one in around if one.issuer != account.release.issuer and _may_concern(one, account)]
    there = corpus.accounts_by_key(keys)
    yield from (there[key] for key in keys if key in there)


def _may_concern(entry: Entry, account: Account) -> bool:
    """
    Tell whether a release can be of the event: talks with quite other sides, affairs at home and letters cannot.

    Other kinds can, whomever they concern, for they may tell of it in a part.
    """
    own, others = find_sides(account)
    involved = own in entry.counterparts
    if entry.kind in _OWN_AFFAIRS:
        return involved
    if entry.kind not in _TALKS or not entry.counterparts or not others:
        return True
    return involved or entry.own in others or not {*others}.isdisjoint(entry.counterparts)


def _apart(account: Account, other: Account) -> float:
    """Give the seconds between the two times of issue as printed."""
    first, second = account.release.issued, other.release.issued
    if first is None or second is None:
        return float("inf")
    return abs((first.replace(tzinfo=None) - second.replace(tzinfo=None)).total_seconds())
