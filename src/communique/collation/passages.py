"""The part of a long text that concerns an event: a paragraph on a call in an address, one item of a digest."""

from __future__ import annotations

from communique.collation.occasions import occasion_of
from communique.collation.pairing import judge
from communique.collation.tellings import find_telling
from communique.model import Account, Span

_WHOLE = 0.6
"""Share of a text from which a part of it is as good as the whole."""


def find_passage(account: Account, other: Account) -> Span | None:
    """
    Find the part of a text that concerns the event of another account.

    None where the text as a whole concerns it, and where no part of it does.
    """
    mine, event = occasion_of(account), occasion_of(other)
    if judge(mine, event).same:
        return None
    telling = find_telling(account, mine, event)
    if telling is None or len(telling.span) >= _WHOLE * len(account.release.text):
        return None
    return telling.span
