"""What a corpus does, whatever keeps it: memory, SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from communique.model import Account, Kind, Release
from communique.precedent import Entry, History, Notice
from communique.sources import SetAside


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit:
    """
    One account ready to be kept, with all that is made of it once, so that several processes can make deposits.

    ``version`` names the extraction that made it. ``entry`` is what precedent counts, None where the release has no
    issuer or no day. ``notices`` are its words on encounters to come; ``prints`` the hashes of its wordings; ``lemmas``
    the base forms of title and body in order, for full-text search.
    """

    account: Account
    version: str
    entry: Entry | None
    notices: tuple[Notice, ...] = ()
    prints: frozenset[int] = frozenset()
    lemmas: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which releases are meant; every part narrows, an empty one does not. Days are days of publication, both in."""

    issuer: str = ""
    language: str = ""
    kind: Kind | None = None
    counterpart: str = ""
    since: date | None = None
    until: date | None = None


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One release found: its key, name, issuer, language, day, kind, title, and the words around the first match."""

    key: str
    name: str
    issuer: str
    language: str
    issued: date | None
    kind: Kind
    title: str
    glimpse: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What an addition did: how many came new, as a changed text of a known address, again as known, set aside."""

    new: int = 0
    changed: int = 0
    known: int = 0
    renewed: int = 0
    set_aside: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuerStatus:
    """One issuer in one language: how many releases, from when to when, and how many in each month (year, month)."""

    issuer: str
    language: str
    releases: int
    first: date | None
    last: date | None
    months: Mapping[tuple[int, int], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """
    What a corpus holds. ``stale`` counts accounts of another extraction version than the one asked about,
    ``superseded`` texts that a later version of the same address replaced, ``size`` bytes on disk (0 in memory).
    """

    location: str
    releases: int
    superseded: int
    stale: int
    undated: int
    set_aside: int
    size: int
    issuers: tuple[IssuerStatus, ...]


class Corpus(History, Protocol):
    """
    Releases with their accounts, kept so that precedent can be asked.

    A release is known by its key (address and text): the same again changes nothing, a changed text of a known address
    is a new version, and the earlier one no longer counts as precedent. Every addition is kept whole or not at all.
    """

    @property
    def location(self) -> str:
        """Where the corpus is kept, in words for a report (a path; a database without its password)."""
        ...

    def versions(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Give the extraction version of those of the keys that are kept."""
        ...

    def add(self, deposits: Sequence[Deposit], set_aside: Sequence[SetAside] = ()) -> Added:
        """Keep some accounts and records set aside, all in one step; tallies follow in the same step."""
        ...

    def settle(self) -> None:
        """Bring the scores up to date with the accounts, from the earliest day that changed."""
        ...

    def release(self, name: str) -> Release | None:
        """Give a release by its key or by the name its corpus gives it, the latest version; None where unknown."""
        ...

    def account(self, name: str) -> Account | None:
        """Give an account likewise."""
        ...

    def accounts_by_key(self, keys: Iterable[str]) -> Mapping[str, Account]:
        """Give the accounts of the keys that are held, by key, at once; names other than keys are not looked up."""
        ...

    def captures(self, name: str) -> tuple[Release, ...]:
        """
        Give every text kept of the address that a release stands at, the earliest captured first; none where unknown.

        The release is named by its key or by the name its corpus gives it. A text that an address went back to is kept
        once, at its first capture; one that changed in its title alone is kept as it first was.
        """
        ...

    def changed(self, selection: Selection = EVERYTHING) -> Iterator[tuple[Release, ...]]:
        """
        Yield all texts of each address of which more than one is kept, the earliest first, the latest change first.

        An address is meant where its latest text is.
        """
        ...

    def releases(self, selection: Selection = EVERYTHING, *, but: str = "") -> Iterator[Release]:
        """Yield the releases meant, by day and key; with ``but``, only those not extracted by that version."""
        ...

    def accounts(self, selection: Selection = EVERYTHING) -> Iterator[Account]:
        """Yield the accounts meant, by day and key; superseded ones are left out."""
        ...

    def entries(self, selection: Selection = EVERYTHING) -> Iterator[Entry]:
        """Yield what precedent counts of the accounts meant, by day and key."""
        ...

    def search(self, words: str, selection: Selection = EVERYTHING, *, most: int = 20) -> tuple[Hit, ...]:
        """Find releases that hold all of the words in any form, or phrases in quotation marks, the best first."""
        ...

    def set_aside(self) -> tuple[SetAside, ...]:
        """Give the records that could not be read, with their reasons."""
        ...

    def status(self, *, version: str = "") -> Status:
        """Say what the corpus holds."""
        ...

    def digest(self) -> str:
        """Hash all that the corpus holds (SHA-256), the same whatever the order and number of additions."""
        ...

    def faults(self) -> Iterator[str]:
        """Yield what is wrong, in words: keys that do not fit texts, tallies that do not fit accounts, lost index."""
        ...

    def backup(self, target: Path) -> None:
        """
        Copy all of it into a new file, whole and of one moment.

        Raises:
            CommuniqueError: the file is there already, or the corpus is none that is kept in a file.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
