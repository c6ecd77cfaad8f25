"""The part of a long text that concerns an event: a paragraph on a call in an address, one item of a digest."""

from __future__ import annotations

from typing import TypeAlias

from communique.collation.pairing.judging import find_part, judge, pairing_by
from communique.collation.pairing.occasions import occasion_of
from communique.collation.pairing.tellings import Telling, find_telling
from communique.model import Account, Pairing, Span
from communique.reference.rows import Tables

_WHOLE = 0.6
"""Share of a text from which a part of it is as good as the whole."""


Passages: TypeAlias = tuple[Span | None, Span | None]
"""The part of each of two texts that concerns the event, None for the whole."""


def pair_accounts(
    first: Account, second: Account, *, passages: Passages = (None, None), tables: Tables | None = None
) -> tuple[Pairing, Passages]:
    """
    Tell whether two accounts tell of the same event, and in which part of each: the one given, else one that is found.

    ``tables`` tell who is of which side, the shipped ones by default.
    """
    one, other = occasion_of(first, tables=tables), occasion_of(second, tables=tables)
    whole = judge(one, other)
    if whole.same:
        return whole, passages
    ours, theirs = find_part(first, one, other, passages[0]), find_part(second, other, one, passages[1])
    limits = (passages[0] or _limit(first, ours), passages[1] or _limit(second, theirs))
    if ours is not None:
        return pairing_by(ours, one, other), limits
    return (pairing_by(theirs, other, one) if theirs is not None else whole), limits


def find_passage(account: Account, other: Account, *, tables: Tables | None = None) -> Span | None:
    """
    Find the part of a text that concerns the event of another account.

    None where the text as a whole concerns it, and where no part of it does.
    """
    mine, event = occasion_of(account, tables=tables), occasion_of(other, tables=tables)
    return None if judge(mine, event).same else _limit(account, find_telling(account, mine, event))


def _limit(account: Account, telling: Telling | None) -> Span | None:
    if telling is None or len(telling.span) >= _WHOLE * len(account.release.text):
        return None
    return telling.span
