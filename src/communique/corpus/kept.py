"""One deposit as a store in memory keeps it, and what a corpus tells of some of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType

from communique.corpus.port import Deposit, Hit, IssuerStatus
from communique.corpus.rules import day_of
from communique.model import Release
from communique.precedent import Entry


@dataclass(slots=True)
class Kept:
    """A deposit as kept: when its text was first captured, its place in the order of arrival, its score."""

    deposit: Deposit
    captured: datetime | None
    arrival: int
    superseded: bool = False
    score: float | None = None

    @property
    def release(self) -> Release:
        """The release, with when its text was first captured."""
        return replace(self.deposit.account.release, captured=self.captured)

    @property
    def counted(self) -> Entry | None:
        """What precedent counts of it, None where that is nothing or a later text took its place."""
        return None if self.superseded else self.deposit.entry


def hit_of(kept: Kept, words: str) -> Hit:
    """Tell of a release that was found, with the words around the place."""
    release = kept.release
    return Hit(
        key=release.key,
        name=release.name,
        issuer=release.issuer,
        language=release.language,
        issued=day_of(kept.deposit),
        kind=kept.deposit.account.event.kind,
        title=release.title,
        glimpse=words,
    )


def issuer_status(issuer: str, language: str, current: Iterable[Kept]) -> IssuerStatus:
    """Count the releases of one issuer in one language, by month."""
    ours = [kept for kept in current if (kept.release.issuer, kept.release.language) == (issuer, language)]
    days = [day for kept in ours if (day := day_of(kept.deposit))]
    months = Counter((day.year, day.month) for day in days)
    return IssuerStatus(
        issuer=issuer,
        language=language,
        releases=len(ours),
        first=min(days, default=None),
        last=max(days, default=None),
        months=MappingProxyType(dict(sorted(months.items()))),
    )
