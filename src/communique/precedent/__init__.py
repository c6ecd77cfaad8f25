"""What is usual for an office: so far the port, and the precedent of a reader without a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from communique.model import Account, Rate


class Precedent(Protocol):
    """What an issuer's earlier accounts contain, as of the day of the account asked about."""

    def rate(self, feature: str, account: Account) -> Rate | None:
        """
        Give how often comparable earlier accounts have a feature ("initiative.stated"), None for "no base".

        The reference class and the date up to which precedents count follow from the account.
        """
        ...


class NoPrecedent:
    """
    The precedent of a reader who has no corpus: there is never a base, so there is never a rate.

    >>> NoPrecedent()
    NoPrecedent()
    """

    def rate(self, feature: str, account: Account) -> Rate | None:  # noqa: ARG002 - the port's signature
        """Give None: no base."""
        return None

    def __repr__(self) -> str:
        return "NoPrecedent()"


NO_PRECEDENT = NoPrecedent()
