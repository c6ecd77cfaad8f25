"""A corpus in a database: the port of a corpus over Django's tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from django.db.models import F, QuerySet

from communique.corpus.codec import decode_account, decode_entry
from communique.corpus.port import EVERYTHING, Added, Deposit, Hit, Selection, Status
from communique.corpus.query import glimpse, parse_query
from communique.corpus.rules import moment_of
from communique.db.adding import add_deposits
from communique.db.backing import copy_database
from communique.db.checking import find_faults
from communique.db.history import DjangoHistory
from communique.db.models import AccountRow, ReleaseRow, SetAsideRow
from communique.db.rows import moment, print_of, release_of
from communique.db.settling import settle_scores
from communique.db.stock import hash_contents, take_stock
from communique.db.store import AT_ONCE, chunks
from communique.db.words import find_numbers
from communique.model import Account, Kind, Release
from communique.precedent import Entry
from communique.sources import SetAside


class DjangoCorpus(DjangoHistory):
    """
    Releases with their accounts, kept in the database that an alias of Django's connections stands for.

    ``release_connection`` is called when the corpus is closed, as it is where a ``with`` is left.
    """

    def __init__(self, alias: str, location: str, *, release_connection: Callable[[], None]) -> None:
        super().__init__(alias)
        self.location = location
        self._release_connection = release_connection

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def versions(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Give the extraction version of those of the keys that are kept."""
        found: dict[str, str] = {}
        for some in chunks(keys):
            found |= dict(self._releases.filter(key__in=some).values_list("key", "account__version"))
        return MappingProxyType(found)

    def add(self, deposits: Sequence[Deposit], set_aside: Sequence[SetAside] = ()) -> Added:
        """Keep some accounts and records set aside, all in one step; a record counts as set aside once."""
        return add_deposits(self.alias, deposits, set_aside)

    def settle(self) -> None:
        """Bring the scores up to date with the accounts, from the earliest day that changed."""
        settle_scores(self.alias)

    def release(self, name: str) -> Release | None:
        """Give a release by its key or by the name its corpus gives it, the latest version; None where unknown."""
        row = self._find(name)
        return release_of(row) if row else None

    def account(self, name: str) -> Account | None:
        """Give an account likewise."""
        row = self._find(name)
        return _account_of(row) if row else None

    def accounts_by_key(self, keys: Iterable[str]) -> Mapping[str, Account]:
        """Give the accounts of the keys that are held, by key, at once."""
        told = self._releases.select_related("account__telling")
        return {row.key: _account_of(row) for some in chunks(keys) for row in told.filter(key__in=some)}

    def captures(self, name: str) -> tuple[Release, ...]:
        """Give every text kept of the address that a release stands at, the earliest captured first."""
        row = self._find(name)
        if row is None:
            return ()
        return self._texts(row.address) if row.address else (release_of(row),)

    def changed(self, selection: Selection = EVERYTHING) -> Iterator[tuple[Release, ...]]:
        """Yield all texts of each address of which more than one is kept, the latest change first."""
        earlier = self._releases.filter(superseded=True).values("address_print")
        latest = self._meant(selection).filter(superseded=False, address_print__in=earlier).order_by("key")
        rows = list(latest.values_list("captured", "address"))
        for _, address in sorted(rows, key=lambda row: moment_of(moment(row[0])), reverse=True):
            yield self._texts(address)

    def releases(self, selection: Selection = EVERYTHING, *, but: str = "") -> Iterator[Release]:
        """Yield the releases meant, by day and key; with ``but``, only those not extracted by that version."""
        rows = self._meant(selection)
        for row in self._in_order(rows.exclude(account__version=but) if but else rows):
            yield release_of(row)

    def accounts(self, selection: Selection = EVERYTHING) -> Iterator[Account]:
        """Yield the accounts meant, by day and key; superseded ones are left out."""
        for row in self._in_order(self._meant(selection).filter(superseded=False)):
            yield _account_of(row)

    def entries(self, selection: Selection = EVERYTHING) -> Iterator[Entry]:
        """Yield what precedent counts of the accounts meant, by day and key; a few are had with one question."""
        meant = self._meant(selection).filter(superseded=False, account__entry__isnull=False)
        first = list(_by_day(meant).values_list("pk", "account__entry")[:AT_ONCE])
        yield from (decode_entry(bytes(entry)) for _, entry in first)
        if len(first) < AT_ONCE:
            return
        given = {number for number, _ in first}
        for some in chunks(number for number in _numbers(meant) if number not in given):
            entries = dict(AccountRow.objects.using(self.alias).filter(pk__in=some).values_list("pk", "entry"))
            yield from (decode_entry(bytes(entries[number])) for number in some)

    def search(self, words: str, selection: Selection = EVERYTHING, *, most: int = 20) -> tuple[Hit, ...]:
        """Find releases that hold all of the words in any form, or phrases in quotation marks, the best first."""
        query = parse_query(words)
        numbers = find_numbers(self.alias, query, selection, most)
        rows = self._releases.in_bulk(numbers)
        return tuple(_hit(rows[number], glimpse(release_of(rows[number]), query)) for number in numbers)

    def set_aside(self) -> tuple[SetAside, ...]:
        """Give the records that could not be read, with their reasons."""
        rows = SetAsideRow.objects.using(self.alias).values_list("source", "reason")
        return tuple(SetAside(source=source, reason=reason) for source, reason in sorted(rows))

    def status(self, *, version: str = "") -> Status:
        """Say what the corpus holds."""
        return take_stock(self.alias, self.location, version)

    def digest(self) -> str:
        """Hash all that the corpus holds (SHA-256), the same whatever the order and number of additions."""
        return hash_contents(self.alias)

    def faults(self) -> Iterator[str]:
        """Yield what is wrong, in words: keys that do not fit texts, tallies that do not fit accounts, lost index."""
        return find_faults(self.alias)

    def backup(self, target: Path) -> None:
        """
        Copy the whole corpus into a new file, as it is at one moment, while others may use it.

        Raises:
            CommuniqueError: the corpus is no file of its own, or the target is there already.
        """
        copy_database(self.alias, target)

    def close(self) -> None:
        """Let go of the database; a second time does nothing."""
        self._release_connection()

    @property
    def _releases(self) -> QuerySet[ReleaseRow]:
        return ReleaseRow.objects.using(self.alias)

    def _find(self, name: str) -> ReleaseRow | None:
        by_key = self._releases.select_related("account__telling").filter(key=name).first()
        if by_key is not None:
            return by_key
        named = self._releases.select_related("account__telling").filter(name_print=print_of(name), name=name)
        return max(named, key=lambda row: (not row.superseded, moment_of(moment(row.captured)), row.pk), default=None)

    def _texts(self, address: str) -> tuple[Release, ...]:
        """Give all texts of an address in the order in which they were captured."""
        rows = self._releases.filter(address_print=print_of(address), address=address)
        in_order = sorted(rows, key=lambda row: (moment_of(moment(row.captured)), row.pk))
        return tuple(release_of(row) for row in in_order)

    def _meant(self, selection: Selection) -> QuerySet[ReleaseRow]:
        parts = {
            "issuer": selection.issuer,
            "language": selection.language,
            "kind": selection.kind.value if selection.kind else "",
            "account__participations__side": selection.counterpart,
            "day__gte": selection.since,
            "day__lte": selection.until,
        }
        return self._releases.filter(**{name: value for name, value in parts.items() if value})

    def _in_order(self, rows: QuerySet[ReleaseRow]) -> Iterator[ReleaseRow]:
        """Yield rows by day and key, as they are when their turn comes: whoever reads may write meanwhile."""
        for some in chunks(_numbers(rows)):
            found = self._releases.select_related("account__telling").in_bulk(some)
            yield from (found[number] for number in some)


def _numbers(rows: QuerySet[ReleaseRow]) -> list[int]:
    return list(_by_day(rows).values_list("pk", flat=True))


def _by_day(rows: QuerySet[ReleaseRow]) -> QuerySet[ReleaseRow]:
    return rows.order_by(F("day").asc(nulls_first=True), "key")


def _account_of(row: ReleaseRow) -> Account:
    return decode_account(bytes(row.account.telling.content), release_of(row))


def _hit(row: ReleaseRow, words: str) -> Hit:
    return Hit(
        key=row.key,
        name=row.name,
        issuer=row.issuer,
        language=row.language,
        issued=row.day,
        kind=Kind(row.kind),
        title=row.title,
        glimpse=words,
    )
