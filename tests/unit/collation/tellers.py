"""Accounts of fictional events by two fictional offices, for the tests of pairing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache

from communique.model import Account
from unit.fictional import ARVENIA, VELMARK, account_of

__all__ = ["ARVENIA", "EVENING", "JUNE", "NEXT_DAY", "NIGHT", "VELMARK", "tell"]

JUNE = datetime(2021, 6, 16, 18, 0)  # noqa: DTZ001 - wall time as issuers print it; a Wednesday
EVENING = datetime(2021, 6, 16, 22, 30)  # noqa: DTZ001 - likewise
NIGHT = datetime(2021, 6, 17, 1, 20)  # noqa: DTZ001 - likewise
NEXT_DAY = datetime(2021, 6, 17, 19, 0)  # noqa: DTZ001 - likewise


@cache
def tell(text: str, title: str, issuer: str = ARVENIA, issued: datetime | None = JUNE) -> Account:
    """Read one release, once for all tests; each has its own address."""
    account = account_of(text, title, issuer=issuer, issued=issued)
    address = f"https://press.example/{account.release.key[:8]}"
    return replace(account, release=replace(account.release, address=address))
